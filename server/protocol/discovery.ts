import type { DiscoveredTool, Discovery, Plan } from '../mcp/model.ts';
import type { Place } from './place.ts';

/** Identifies a server that a file defines. */
export interface ServerRef {
  readonly uri: string;
  readonly name: string;
}

/** A server to choose from. */
export interface ServerChoice extends ServerRef {
  readonly layer: 'managed' | 'plugin' | 'user';
  /** The folder of the plugin that contains it. */
  readonly plugin: string | null;
  /** The display name of its file. */
  readonly label: string;
  readonly place: Place;
}

/** What listing a server's tools would call or run, or why it is not possible. `fingerprint` identifies the plan that the user confirms. */
export type DiscoveryPlanAnswer = (Plan & { readonly fingerprint: string }) | { readonly problem: string };

/** The user has confirmed a plan. May contain a `workDoneToken`; cancelling ends everything that was started. Nothing is stored. */
export interface DiscoverParams extends ServerRef {
  readonly fingerprint: string;
  /** Values for the plan's needs, by name. */
  readonly values?: Readonly<Record<string, string>>;
  /** Additional headers for a remote server. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  readonly workDoneToken?: string | number;
}

export interface SaveToolsParams extends ServerRef {
  readonly tools: readonly DiscoveredTool[];
}

/**
 * The new content of the file of known tools for the client to write, and which tools were added or removed. Null if the file
 * cannot be read.
 */
export interface SaveToolsAnswer {
  readonly uri: string;
  readonly text: string;
  readonly added: readonly string[];
  readonly gone: readonly string[];
  readonly isFirst: boolean;
}

export type { DiscoveredTool, Discovery };
