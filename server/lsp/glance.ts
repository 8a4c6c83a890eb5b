import { CodeLensRefreshRequest, InlayHintRefreshRequest } from 'vscode-languageserver';
import type { Session } from './session.ts';

/** Has the editor ask anew for lenses and hints: they tell of other files too. One that is going away misses nothing. */
export function refreshGlance({ client, connection }: Session): void {
  const ask = (request: string) => connection.sendRequest(request).catch(() => {});
  if (client.lensRefresh) void ask(CodeLensRefreshRequest.method);
  if (client.hintRefresh) void ask(InlayHintRefreshRequest.method);
}
