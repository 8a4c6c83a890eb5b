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
import type { Concern } from '../policy/valueOrder.ts';
import type { ChangeKind, SettingClass } from '../vocabulary/changes.ts';

export type { ChangeKind };

/** What a tool does as its server describes it, the most dangerous first. For most tools nothing is known. */
export const risks = ['destructive', 'changes-data', 'other'] as const;
export type Risk = (typeof risks)[number];

/** The state on one side. */
export type Standing =
  | { readonly is: ToolState }
  /** A server or plugin that runs; `address` is its host or command, for display. */
  | { readonly is: 'active'; readonly address: string | null }
  | { readonly is: 'inactive'; readonly reason: Reason; readonly why: string }
  | { readonly is: 'missing' };

/** A line that was added or removed. */
export interface ChangedLine {
  readonly sign: '+' | '-';
  /** The line without surrounding space, shortened, with its secrets hidden. */
  readonly text: string;
}

/** What decides a change: a rule for a tool, the reason why a server was or is inactive, a changed field, or the whole entry. */
export type CauseRule =
  | ToolRule
  | { readonly kind: 'inactive'; readonly reason: Reason }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'entry' };

/** The rule and location behind a change, on the new side if it decides there, otherwise on the old side. */
export interface Cause {
  readonly rule: CauseRule;
  readonly certainty: Certainty;
  readonly origin: Origin | null;
  readonly side: 'old' | 'new';
  /** Null if the line is on both sides, or cannot be determined. */
  readonly line: ChangedLine | null;
}

/** A surface on which the tools of a change keep their state, and that state differs from the one after the change. */
export interface Elsewhere {
  readonly surfaces: readonly Surface[];
  readonly state: ToolState;
  readonly rule: CauseRule;
  readonly origin: Origin | null;
}

/** Tools of one server that change in the same way, for the same reason, on the same surfaces. */
export interface Change {
  readonly kind: ChangeKind;
  /** `builtin`: tools that are part of the app. `plugin`: a plugin whose servers do not change. */
  readonly of: 'builtin' | 'server' | 'plugin';
  /** The server's name; null for built-in tools and plugins. */
  readonly server: string | null;
  readonly layer: Layer | null;
  readonly plugin: string | null;
  readonly tools: readonly string[];
  /** The change also applies to tools that no list and no rule names: all tools of the server, or the others. */
  readonly unlisted: 'all' | 'others' | null;
  readonly risk: Risk;
  readonly surfaces: readonly Surface[];
  /** Surfaces where the same may happen, but the effect is unknown. */
  readonly doubtful: readonly Surface[];
  readonly before: Standing;
  readonly after: Standing;
  /** The states in Code, if Code has its own words for them. */
  readonly inCode: { readonly before: Standing; readonly after: Standing } | null;
  readonly cause: Cause;
  /** The lines that decide what the tools of a newly active server may do. */
  readonly decides: readonly Pick<Elsewhere, 'rule' | 'origin'>[];
  readonly elsewhere: readonly Elsewhere[];
  /** What differs in the definition of a redirected server, a phrase for each field, without secrets. */
  readonly differences: readonly string[];
  /** What is wrong, if the change is caused by a mistake and not by a decision. */
  readonly mistake: string | null;
}

/** A setting that changes what Claude may reach or do, apart from tools, which have their own rows. */
export interface SettingChange {
  readonly class: SettingClass;
  readonly key: string;
  /** A place inside the value: `[crm].readOnly`; empty for the whole value. */
  readonly path: string;
  /** The surfaces on which it has an effect. */
  readonly surfaces: readonly Surface[];
  /** Decoded, with secrets hidden; undefined if it is not set. */
  readonly before: unknown;
  readonly after: unknown;
  /** Entries that were added, and entries that were removed. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** What it is about; null if unknown. */
  readonly concern: Concern | null;
  /** How certain the direction is. */
  readonly certainty: Certainty;
  /** Remarks, one sentence each without a full stop. */
  readonly notes: readonly string[];
  /** What holds after the change, as the section on reach says it; null if that did not change, or if the remarks say it. */
  readonly now: string | null;
  readonly cause: Pick<Cause, 'origin' | 'side' | 'line'>;
}

/** A server that runs on no surface of either side. */
export interface StillInactive {
  readonly server: string;
  readonly layer: Layer;
  readonly plugin: string | null;
  readonly reason: Reason;
  readonly why: string;
}

export interface Counts extends Readonly<Record<ChangeKind, number>> {
  /** Servers that were added or removed. */
  readonly started: number;
  readonly stopped: number;
  /** Tools that are in force on both sides and do not change on any surface. */
  readonly unchanged: number;
  readonly settings: Readonly<Record<SettingClass, number>>;
  /** Changed settings whose values have no order although it matters which one applies: they may be looser. */
  readonly unordered: number;
}

/** What changes in what Claude may do. */
export interface Comparison {
  readonly before: EffectiveResult;
  readonly after: EffectiveResult;
  /** Set if another policy source is in force. */
  readonly source: { readonly before: SourceKind; readonly after: SourceKind } | null;
  /** The most dangerous first. */
  readonly changes: readonly Change[];
  /** Settings that no row of `changes` shows; what lets Claude do more comes first. */
  readonly settings: readonly SettingChange[];
  readonly counts: Counts;
  readonly inactive: readonly StillInactive[];
}

/** One side of a comparison. */
export interface Side {
  readonly input: EffectiveInput;
  /** Returns the text of a file, for quoting lines. */
  text(uri: string): string | undefined;
}

/** A file relative to the page, and a line from 1. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  /** Whether readers of the page can open it. */
  readonly isLink: boolean;
  /** The URL that `file` is relative to, ending with `/`; without it, `file` is relative to the page. */
  readonly base?: string;
}

/** Finds the location of a deciding line for the page; null if the page cannot show it. */
export type SpotOf = (origin: Origin, side: 'old' | 'new') => Spot | null;

/** What decides about a tool on one surface, without its steps. */
export type Verdict = Pick<EffectiveTool, 'state' | 'rule' | 'certainty' | 'origin'>;
