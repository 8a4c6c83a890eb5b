import type { FoldingRange } from 'vscode-languageserver';
import { folds } from '../../core/index.ts';
import { toFoldingRange } from '../convert.ts';
import { handle } from '../handle.ts';
import type { Feature } from './feature.ts';

/** Folds formats that the editor itself cannot fold; null leaves others to the editor. */
export const folding: Feature = (session) => {
  session.connection.onFoldingRanges(
    handle(
      session,
      { what: 'folding', empty: null as FoldingRange[] | null, wait: 'none', about: 'document' },
      ({ document, lines }) => {
        return folds(document)?.map((fold) => toFoldingRange(fold, lines)) ?? null;
      },
    ),
  );
  return { foldingRangeProvider: true };
};
