import type { Certainty, TextRange } from '../base/text.ts';
import type { ManifestFlawCode } from '../components/manifestFlaw.ts';
import type { ServerFlawCode } from '../components/serverFlaw.ts';
import type { Target } from '../model.ts';
import { type Layer, type Surface, surfaces } from '../vocabulary/names.ts';
import type { ReachGroupId, ReachId, ReachLevel, SummaryId } from '../vocabulary/reach.ts';
import type { Reason } from '../vocabulary/reasons.ts';
import type { ToolRule } from '../vocabulary/rules.ts';
import type { Permission, ToolState } from '../vocabulary/states.ts';

export type { Layer, Permission, Reason, Surface, ToolRule, ToolState };
export { surfaces };

/** A location in an input. `range` is in UTF-16 offsets of the file's text; faces convert it to lines. */
export interface Origin {
  readonly uri: string;
  readonly range: TextRange;
}

/** One step of the reasoning that leads to a tool's state. */
export interface Step {
  readonly text: string;
  /** `some-calls`: the rule decides about the calls that it names, and not about others. */
  readonly outcome: 'decides' | 'overruled' | 'some-calls' | 'does-not-apply';
  readonly why: string;
  readonly certainty: Certainty;
  readonly origin: Origin | null;
}

export interface EffectiveTool {
  /** In the row of a wildcard, the pattern, such as `delete_*`: its state is that of a tool that no other rule matches. See `isPattern`. */
  readonly name: string;
  readonly state: ToolState;
  readonly rule: ToolRule;
  readonly certainty: Certainty;
  readonly origin: Origin | null;
  readonly steps: readonly Step[];
}

export interface EffectiveServer {
  readonly name: string;
  readonly layer: Layer;
  /** The folder name of the plugin that contains it. */
  readonly plugin: string | null;
  readonly transport: string;
  /** The host of its URL, or its command, for display. Never contains a secret. */
  readonly address: string | null;
  readonly active: boolean;
  readonly reason: Reason | null;
  /** One sentence that explains the reason, or null. */
  readonly why: string | null;
  readonly needsSignIn: boolean;
  readonly certainty: Certainty;
  readonly origin: Origin | null;
  /** The line that makes it inactive; null for an active server, and if a default of the app does. */
  readonly cause: Origin | null;
  /** The verdict for unlisted tools. */
  readonly unlisted: Pick<EffectiveTool, 'state' | 'rule' | 'certainty' | 'origin'>;
  /**
   * Known tools, tools that only a policy names, and a row for each partial wildcard. Empty for an inactive server, unless its
   * plugin is not installed or not in this workspace: then the rows say what its tools may do where it runs.
   */
  readonly tools: readonly EffectiveTool[];
}

export interface EffectivePlugin {
  readonly directory: string;
  readonly active: boolean;
  readonly reason: Reason | null;
  /** One sentence that explains the reason, or null. */
  readonly why: string | null;
  readonly certainty: Certainty;
  readonly origin: Origin | null;
  /** The number of servers in its `.mcp.json`. */
  readonly servers: number;
  /** Its modules that run inside Claude Code, where they may allow and change tool calls. */
  readonly modules: readonly { readonly path: string; readonly origin: Origin }[];
  /** The events on which it runs hooks. */
  readonly hookEvents: readonly string[];
}

/** Whether the app shows a surface. On one that is off nothing of what the rest of the result says of it has an effect now. */
export interface Tab {
  readonly isOn: boolean;
  /** One sentence for people. */
  readonly why: string;
  readonly certainty: Certainty;
  /** The line that decides; null where it is the app's default. */
  readonly origin: Origin | null;
}

export interface EffectiveSurface {
  readonly tab: Tab;
  readonly builtinTools: readonly EffectiveTool[];
  readonly servers: readonly EffectiveServer[];
}

/** What a note about a file of a plugin is about, for programs: they compare it, users read the message. */
export type NoteSubject =
  | { readonly kind: 'manifest-refused'; readonly plugin: string; readonly flaw: ManifestFlawCode }
  | { readonly kind: 'server-dropped-by-claude-code'; readonly server: string; readonly flaw: ServerFlawCode };

/** How much a note matters: something that a file says is not in force; the answer may be wrong; what to know; what newer apps do. */
export const noteWeights = ['lost', 'doubt', 'info', 'later'] as const;
export type NoteWeight = (typeof noteWeights)[number];

export interface EffectiveNote {
  readonly message: string;
  readonly weight: NoteWeight;
  readonly subject?: NoteSubject;
  readonly certainty: Certainty;
  readonly origin: Origin | null;
}

/** One statement about what Claude may touch, in addition to what each tool may do. */
export interface ReachLine {
  readonly id: ReachId;
  readonly level: ReachLevel;
  /** One or more sentences for people. */
  readonly message: string;
  /** The surfaces that are on and for which it holds; empty: the app as a whole. */
  readonly surfaces: readonly Surface[];
  /** The key that decides; null if no key does. */
  readonly key: string | null;
  /** The line that decides; null if the key is not set: the message then says what that means. */
  readonly origin: Origin | null;
  /** The first app that reads the key; null if all do. */
  readonly since: string | null;
  readonly certainty: Certainty;
  /** How much it matters if it is open; our judgement. */
  readonly weight: 'high' | 'medium' | 'low';
}

export interface ReachGroup {
  readonly id: ReachGroupId;
  readonly lines: readonly ReachLine[];
}

/** One part of the summary, with a sentence for each item. */
export interface SummaryPart {
  readonly id: SummaryId;
  readonly items: readonly { readonly message: string; readonly origin: Origin | null }[];
}

export type SourceKind = 'managed' | 'bootstrap' | 'local' | 'none';

export interface ConfigValue {
  readonly value: unknown;
  readonly origin: Origin | null;
}

/** The answer to "which tools does Claude have, may it use them, and which line decides?" */
export interface EffectiveResult {
  readonly target: Target;
  readonly source: { readonly kind: SourceKind; readonly why: string };
  /** Decoded values that are in force, and defaults of the keys that this evaluation reads. */
  readonly config: Readonly<Record<string, ConfigValue>>;
  /** What an administrator asks first. */
  readonly summary: readonly SummaryPart[];
  /** What Claude may touch in addition to tools. */
  readonly reach: readonly ReachGroup[];
  readonly plugins: readonly EffectivePlugin[];
  readonly surfaces: Readonly<Partial<Record<Surface, EffectiveSurface>>>;
  /** What matters most comes first. */
  readonly notes: readonly EffectiveNote[];
}
