import type { ComparisonPage } from '../core/diff/page.ts';
import type { ProfileName } from '../core/vocabulary/policyNames.ts';
import type { WhatIf } from './sources.ts';

/** One side of a comparison of effective tool sets. What it leaves open is as the chosen sources say. */
export type CompareSide =
  /** The files as the editor has them. */
  | { readonly is: 'now' }
  /** The same files in a revision of the repository; with a folder or policy behind a colon, as the command line takes it. */
  | { readonly is: 'revision'; readonly revision: string }
  | { readonly is: 'policy'; readonly uri: string }
  | { readonly is: 'profile'; readonly profile: ProfileName }
  | { readonly is: 'plugins'; readonly uri: string };

export interface CompareToolsParams {
  readonly before: CompareSide;
  readonly after: CompareSide;
  readonly whatIf?: WhatIf;
}

/** What people call a side, and the commit that it was read from. */
export interface SideName {
  readonly name: string;
  readonly commit: string | null;
}

/** What changes from one side to the other, or why that cannot be told. */
export type CompareToolsAnswer =
  | { readonly sides: Pick<CompareToolsParams, 'before' | 'after'>; readonly problem: string }
  | (ComparisonPage & {
      readonly sides: Pick<CompareToolsParams, 'before' | 'after'>;
      readonly before: SideName;
      readonly after: SideName;
      /** What may make the sides differ although they are the same, or is a guess; a sentence each. */
      readonly notes: readonly string[];
      readonly markdown: string;
      /** The JSON that the command line prints. */
      readonly json: string;
    });
