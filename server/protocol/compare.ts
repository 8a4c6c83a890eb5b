import type { ComparisonPage } from '../core/diff/page.ts';
import type { ProfileName } from '../core/vocabulary/policyNames.ts';
import type { WhatIf } from './sources.ts';

/** One side of a comparison of effective tool sets. Sources that it does not name are the chosen ones. */
export type CompareSide =
  /** The files as the editor has them. */
  | { readonly is: 'now' }
  /** The same files in a revision of the repository; optionally with a folder or policy after a colon, as on the command line. */
  | { readonly is: 'revision'; readonly revision: string }
  | { readonly is: 'policy'; readonly uri: string }
  | { readonly is: 'profile'; readonly profile: ProfileName }
  | { readonly is: 'plugins'; readonly uri: string };

export interface CompareToolsParams {
  readonly before: CompareSide;
  readonly after: CompareSide;
  readonly whatIf?: WhatIf;
}

/** The display name of a side, and the commit from which it was read. */
export interface SideName {
  readonly name: string;
  readonly commit: string | null;
}

/** The changes from one side to the other, or why they cannot be determined. */
export type CompareToolsAnswer =
  | { readonly sides: Pick<CompareToolsParams, 'before' | 'after'>; readonly problem: string }
  | (ComparisonPage & {
      readonly sides: Pick<CompareToolsParams, 'before' | 'after'>;
      readonly before: SideName;
      readonly after: SideName;
      /** What may cause differences between equal sides, or is a guess; one sentence each. */
      readonly notes: readonly string[];
      readonly markdown: string;
      /** The JSON format of the command line. */
      readonly json: string;
    });
