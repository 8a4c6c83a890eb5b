import { PassThrough } from 'node:stream';
import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { nodeHost } from '../../server/lsp/nodeHost.ts';
import { startServer } from '../../server/lsp/server.ts';

/** Starts a language server on folders on disk that the user trusts. It ends with the test. */
export async function diskServer(
  context: TestContext,
  folders: string | readonly string[],
  initializationOptions: object = {},
): Promise<ProtocolConnection> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  startServer(server, nodeHost());
  connection.listen();
  context.after(async () => {
    await connection.sendRequest('shutdown');
    connection.dispose();
    server.dispose();
  });
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [folders].flat().map((folder) => ({ uri: pathToFileURL(folder).href, name: 'disk' })),
    capabilities: {},
    initializationOptions: { trusted: true, ...initializationOptions },
  });
  await connection.sendNotification('initialized', {});
  return connection;
}
