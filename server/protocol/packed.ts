import type {
  EffectiveResult,
  EffectiveServer,
  EffectiveSurface,
  EffectiveTool,
  Surface,
} from '../core/effective/model.ts';
import type { EffectiveAnswer } from '../protocol.ts';

/** What is decided of a tool, without its name. Thousands of tools share a few of them. */
export type Verdict = Omit<EffectiveTool, 'name'>;

/** A tool as its name and the index of its verdict. */
export type PackedTool = readonly [name: string, verdict: number];

/** `EffectiveAnswer` with each verdict said once: a tenth of its size, so that the panel follows what is typed. */
export interface PackedAnswer extends Omit<EffectiveAnswer, 'result'> {
  readonly result: Omit<EffectiveResult, 'surfaces'> & {
    readonly surfaces: Readonly<
      Partial<
        Record<
          Surface,
          Pick<EffectiveSurface, 'builtinTools'> & {
            readonly servers: readonly (Omit<EffectiveServer, 'tools'> & { readonly tools: readonly PackedTool[] })[];
          }
        >
      >
    >;
  };
  readonly verdicts: readonly Verdict[];
}
