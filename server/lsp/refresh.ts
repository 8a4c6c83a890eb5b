import { CodeLensRefreshRequest, type Connection, InlayHintRefreshRequest } from 'vscode-languageserver';
import type { Client } from './client.ts';

/**
 * Asks the editor to request lenses and hints again, since they depend on other files too. Errors of an editor that is closing
 * are ignored.
 */
export function refreshLensesAndHints(client: Client, connection: Connection): void {
  const ask = (request: string) => connection.sendRequest(request).catch(() => {});
  if (client.lensRefresh) void ask(CodeLensRefreshRequest.method);
  if (client.hintRefresh) void ask(InlayHintRefreshRequest.method);
}
