import type { SemanticTokens, SemanticTokensParams, SemanticTokensRangeParams } from 'vscode-languageserver';
import { semanticTokens as tokensOf } from '../../core/index.ts';
import { tokenLegend, toOffsets, toSelector, toSemanticTokens } from '../convert.ts';
import { handle, type Subject } from '../handle.ts';
import { logError } from '../log.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

const none: SemanticTokens = { data: [] };

export const semanticTokens: Feature = (session) => {
  const { connection } = session;
  connection.languages.semanticTokens.on(
    handle(
      session,
      { what: 'semantic tokens', empty: none, wait: 'none', about: 'document' },
      ({ document, lines }: Subject<SemanticTokensParams>) =>
        toSemanticTokens(tokensOf(document, session.target), lines),
    ),
  );
  connection.languages.semanticTokens.onRange(
    handle(
      session,
      { what: 'semantic tokens', empty: none, wait: 'none', about: 'document' },
      ({ document, lines, params }: Subject<SemanticTokensRangeParams>) =>
        toSemanticTokens(tokensOf(document, session.target, toOffsets(lines, params.range)), lines),
    ),
  );
  const kinds = session.host.kinds.filter(({ decorations, interpolations }) => decorations ?? interpolations);
  if (kinds.length === 0) return {};
  const provider = { documentSelector: toSelector(kinds), legend: tokenLegend, full: true, range: true };
  return { semanticTokensProvider: provider };
};

/** Asks the editor to request tokens again, since highlighting depends on the settings too. */
export function refreshTokens({ client, connection }: Session): void {
  if (!client.tokenRefresh) return;
  connection.languages.semanticTokens.refresh().catch((error) => logError(connection, 'semantic tokens', error));
}
