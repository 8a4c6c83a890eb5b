import type { DiscoveredTool, Discovery, Plan } from '../mcp/model.ts';
import type { Place } from './place.ts';

/** A server as some file writes it. */
export interface ServerRef {
  readonly uri: string;
  readonly name: string;
}

/** A server to choose. */
export interface ServerChoice extends ServerRef {
  readonly layer: 'managed' | 'plugin' | 'user';
  /** The folder of the plugin that brings it. */
  readonly plugin: string | null;
  /** Its file, for people. */
  readonly label: string;
  readonly place: Place;
}

/** What asking a server for its tools would call or run, or why it cannot be asked. `fingerprint` says that a plan was agreed to. */
export type DiscoveryPlanAnswer = (Plan & { readonly fingerprint: string }) | { readonly problem: string };

/** The user has agreed to a plan. May carry a `workDoneToken`; cancelling ends what was begun. Nothing of it is kept. */
export interface DiscoverParams extends ServerRef {
  readonly fingerprint: string;
  /** Values of what the plan needs, by name. */
  readonly values?: Readonly<Record<string, string>>;
  /** Further headers of a server that is called. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  readonly workDoneToken?: string | number;
}

export interface SaveToolsParams extends ServerRef {
  readonly tools: readonly DiscoveredTool[];
}

/** The file of known tools as the client should write it, and what is new in it or gone from it. Null where it cannot be read. */
export interface SaveToolsAnswer {
  readonly uri: string;
  readonly text: string;
  readonly added: readonly string[];
  readonly gone: readonly string[];
  readonly isFirst: boolean;
}

export type { DiscoveredTool, Discovery };
