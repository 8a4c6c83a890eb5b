import type {
  EffectiveResult,
  EffectiveServer,
  EffectiveSurface,
  EffectiveTool,
  Surface,
} from '../core/effective/model.ts';
import type { UsedSources } from './sources.ts';

/** A line of a file, counted from 0. */
export interface LinesParams {
  readonly uri: string;
  readonly line: number;
}

/** The line with the two before and after it, each with its number from 1; what is secret in them is hidden. */
export interface LinesAnswer {
  readonly label: string;
  readonly lines: readonly { readonly number: number; readonly text: string }[];
}

/** What goes with a result, so that its places can be shown. */
interface AroundResult {
  /** For each file that an origin names: its label, and the offsets of its lines, in UTF-16 units. */
  readonly files: Readonly<Record<string, { readonly label: string; readonly lines: readonly number[] }>>;
  /** What was used, after defaults. */
  readonly sources: UsedSources;
  /** Where several files could be a source and none was chosen: which one is used, a sentence each. */
  readonly guesses: readonly string[];
  /** A policy that cannot be read now: the place and the reason; the last readable text was used. */
  readonly unreadable: readonly {
    readonly uri: string;
    readonly message: string;
    readonly line: number;
    readonly around: LinesAnswer;
  }[];
  /** Plugins that the what-if supposes to be installed, or not to be, against what is so. */
  readonly supposed: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly tools: Readonly<
    Record<
      string,
      Readonly<
        Record<string, { readonly readOnly?: boolean; readonly destructive?: boolean; readonly description?: string }>
      >
    >
  >;
}

/** The effective tool set, as pages show it. */
export interface EffectiveAnswer extends AroundResult {
  readonly result: EffectiveResult;
}

/** What is decided of a tool, without its name. Thousands of tools share a few of them. */
export type Verdict = Omit<EffectiveTool, 'name'>;

/** A tool as its name and the index of its verdict. */
export type PackedTool = readonly [name: string, verdict: number];

/** `EffectiveAnswer` on its way, with each verdict said once: a tenth of its size, so that the panel follows what is typed. */
export interface PackedAnswer extends AroundResult {
  readonly result: Omit<EffectiveResult, 'surfaces'> & {
    readonly surfaces: Readonly<
      Partial<
        Record<
          Surface,
          Omit<EffectiveSurface, 'servers'> & {
            readonly servers: readonly (Omit<EffectiveServer, 'tools'> & { readonly tools: readonly PackedTool[] })[];
          }
        >
      >
    >;
  };
  readonly verdicts: readonly Verdict[];
}
