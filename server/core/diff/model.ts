import type { Certainty } from '../base/text.ts';
import type { EffectiveInput } from '../effective/input.ts';
import type {
  EffectiveResult,
  EffectiveTool,
  Layer,
  Origin,
  Reason,
  SourceKind,
  Surface,
  ToolRule,
  ToolState,
} from '../effective/model.ts';
import type { ChangeKind } from '../vocabulary/changes.ts';

export type { ChangeKind };

/** What a tool does as its server describes it, the most dangerous first. Of most tools nothing is known. */
export const risks = ['destructive', 'changes-data', 'other'] as const;
export type Risk = (typeof risks)[number];

/** How something stands on one side. */
export type Standing =
  | { readonly is: ToolState }
  /** A server or plugin that runs; `address` is its host or command, for people. */
  | { readonly is: 'active'; readonly address: string | null }
  | { readonly is: 'inactive'; readonly reason: Reason; readonly why: string }
  | { readonly is: 'missing' };

/** A line that came or went. */
export interface ChangedLine {
  readonly sign: '+' | '-';
  /** The line without what stands around it, cut to a readable length, its secrets hidden. */
  readonly text: string;
}

/** What decides a change: a rule for a tool, why a server was or is inactive, a field that changed, or the entry as a whole. */
export type CauseRule =
  | ToolRule
  | { readonly kind: 'inactive'; readonly reason: Reason }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'entry' };

/** The rule and place behind a change: of the new side where it decides there, else of the old one. */
export interface Cause {
  readonly rule: CauseRule;
  readonly certainty: Certainty;
  readonly origin: Origin | null;
  readonly side: 'old' | 'new';
  /** Null where the line stands on both sides, or cannot be told. */
  readonly line: ChangedLine | null;
}

/** A surface on which the tools of a change stay as they are, although they stand otherwise there. */
export interface Elsewhere {
  readonly surfaces: readonly Surface[];
  readonly state: ToolState;
  readonly rule: CauseRule;
  readonly origin: Origin | null;
}

/** Tools of one server that change in the same way, for the same reason, on the same surfaces. */
export interface Change {
  readonly kind: ChangeKind;
  /** `builtin`: tools that Claude brings itself. `plugin`: a plugin whose servers do not change. */
  readonly of: 'builtin' | 'server' | 'plugin';
  /** The server's name; null for built-in tools and plugins. */
  readonly server: string | null;
  readonly layer: Layer | null;
  readonly plugin: string | null;
  readonly tools: readonly string[];
  /** It concerns the tools, too, that no list and no rule names: all tools of the server, or the others. */
  readonly unlisted: 'all' | 'others' | null;
  readonly risk: Risk;
  readonly surfaces: readonly Surface[];
  /** Surfaces where the same may happen, but nobody knows. */
  readonly doubtful: readonly Surface[];
  readonly before: Standing;
  readonly after: Standing;
  /** The same in Code, where Code says it in its own way. */
  readonly inCode: { readonly before: Standing; readonly after: Standing } | null;
  readonly cause: Cause;
  /** The lines that decide what the tools of a newly active server may do. */
  readonly decides: readonly Pick<Elsewhere, 'rule' | 'origin'>[];
  readonly elsewhere: readonly Elsewhere[];
  /** Set where a mistake made it, and not a decision: what is wrong. */
  readonly mistake: string | null;
}

/** A server that ran on no surface before and runs on none now. */
export interface StillInactive {
  readonly server: string;
  readonly layer: Layer;
  readonly plugin: string | null;
  readonly reason: Reason;
  readonly why: string;
}

export interface Counts extends Readonly<Record<ChangeKind, number>> {
  /** Servers that start, and such that are gone. */
  readonly started: number;
  readonly stopped: number;
  /** Tools that are in force on both sides and change on no surface. */
  readonly unchanged: number;
}

/** What changes in what Claude may do. */
export interface Comparison {
  readonly before: EffectiveResult;
  readonly after: EffectiveResult;
  /** Another policy source is in force. */
  readonly source: { readonly before: SourceKind; readonly after: SourceKind } | null;
  /** The most dangerous first. */
  readonly changes: readonly Change[];
  readonly counts: Counts;
  readonly inactive: readonly StillInactive[];
}

/** One side of a comparison. */
export interface Side {
  readonly input: EffectiveInput;
  /** The text behind an address, for quoting lines. */
  text(uri: string): string | undefined;
}

/** A file as it is seen from the page, and a line from 1. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  /** Whoever reads the page can go there. */
  readonly isLink: boolean;
}

/** Finds the place of a deciding line on the page; null where the page cannot show it. */
export type SpotOf = (origin: Origin, side: 'old' | 'new') => Spot | null;

/** What decides about a tool on one surface, without its steps. */
export type Verdict = Pick<EffectiveTool, 'state' | 'rule' | 'certainty' | 'origin'>;
