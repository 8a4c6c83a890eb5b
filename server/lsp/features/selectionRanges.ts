import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { selectionRanges as rangesAt } from '../../core/index.ts';
import { toOffset, toSelectionRange } from '../convert.ts';
import { handle, type Subject } from '../handle.ts';
import type { Feature } from './feature.ts';

/** The ranges of *Expand Selection*. */
export const selectionRanges: Feature = (session) => {
  session.connection.onSelectionRanges(
    handle(
      session,
      { what: 'selection ranges', empty: null as SelectionRange[] | null, wait: 'none', about: 'document' },
      ({ document, lines, params }: Subject<SelectionRangeParams>) =>
        params.positions.map((position) => toSelectionRange(rangesAt(document, toOffset(lines, position)), lines)),
    ),
  );
  return { selectionRangeProvider: true };
};
