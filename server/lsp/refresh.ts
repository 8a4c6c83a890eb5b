import { CodeLensRefreshRequest, type Connection, InlayHintRefreshRequest } from 'vscode-languageserver';
import type { Client } from './client.ts';

/** Has the editor ask anew for lenses and hints: they speak of other files too. An editor that is going away misses nothing. */
export function refreshLensesAndHints(client: Client, connection: Connection): void {
  const ask = (request: string) => connection.sendRequest(request).catch(() => {});
  if (client.lensRefresh) void ask(CodeLensRefreshRequest.method);
  if (client.hintRefresh) void ask(InlayHintRefreshRequest.method);
}
