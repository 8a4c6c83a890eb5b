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

/** The line with two lines before and after it, each with its number from 1; secrets in them are hidden. */
export interface LinesAnswer {
  readonly label: string;
  readonly lines: readonly { readonly number: number; readonly text: string }[];
}

/** What is needed to show the locations in a result. */
interface AroundResult {
  /** For each file with an origin: its display name, and the UTF-16 offsets of its lines. */
  readonly files: Readonly<Record<string, { readonly label: string; readonly lines: readonly number[] }>>;
  /** The sources that were used, after defaults. */
  readonly sources: UsedSources;
  /** If several files could be a source and none was chosen: which one is used, one sentence each. */
  readonly guesses: readonly string[];
  /** Only if the workspace has fleets: which one is chosen, and why it cannot be used. */
  readonly fleet?: { readonly name: string | null; readonly problem?: string };
  /** Policies that cannot be parsed now, with location and reason; the last readable text was used. */
  readonly unreadable: readonly {
    readonly uri: string;
    readonly message: string;
    readonly line: number;
    readonly around: LinesAnswer;
  }[];
  /** Plugins that the what-if assumes to be installed, or not installed, contrary to reality. */
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

/** The effective tool set in the form that pages show. */
export interface EffectiveAnswer extends AroundResult {
  readonly result: EffectiveResult;
}

/** The decision about a tool, without its name. Thousands of tools share a few of them. */
export type Verdict = Omit<EffectiveTool, 'name'>;

/** A tool as its name and the index of its verdict. */
export type PackedTool = readonly [name: string, verdict: number];

/** `EffectiveAnswer` for transmission, with each verdict contained once: a tenth of the size, so that the panel keeps up with typing. */
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
