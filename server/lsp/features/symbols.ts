import type { DocumentSymbol } from 'vscode-languageserver';
import { symbols as symbolsOf } from '../../core/index.ts';
import { toSymbol } from '../convert.ts';
import { handle } from '../handle.ts';
import type { Feature } from './feature.ts';

export const symbols: Feature = (session) => {
  session.connection.onDocumentSymbol(
    handle(
      session,
      { what: 'document symbols', empty: [] as DocumentSymbol[], wait: 'none', about: 'document' },
      ({ document, lines }) => symbolsOf(document).map((symbol) => toSymbol(symbol, lines)),
    ),
  );
  return { documentSymbolProvider: { label: 'Plugboard' } };
};
