import type { Position } from 'vscode-languageserver-protocol/node';
import type { Client } from './support.ts';

/** Returns every request that an editor sends about a document, and its parameters. */
export function questionsAbout(uri: string, position: Position): (readonly [method: string, params: object])[] {
  const textDocument = { uri };
  const range = { start: { line: 0, character: 0 }, end: { line: 2 ** 31 - 1, character: 0 } };
  const here = { textDocument, position };
  return [
    ['textDocument/completion', here],
    ['textDocument/hover', here],
    ['textDocument/definition', here],
    ['textDocument/references', { ...here, context: { includeDeclaration: true } }],
    ['textDocument/documentHighlight', here],
    ['textDocument/documentLink', { textDocument }],
    ['textDocument/prepareRename', here],
    ['textDocument/rename', { ...here, newName: 'another' }],
    ['textDocument/documentSymbol', { textDocument }],
    ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
    ['textDocument/codeLens', { textDocument }],
    ['textDocument/inlayHint', { textDocument, range }],
    ['textDocument/selectionRange', { textDocument, positions: [position, range.end] }],
    ['textDocument/foldingRange', { textDocument }],
    ['textDocument/semanticTokens/full', { textDocument }],
    ['textDocument/semanticTokens/range', { textDocument, range }],
    ['textDocument/documentColor', { textDocument }],
  ];
}

/** Sends all requests; an error response is accepted. */
export async function askEverything(client: Client, uri: string, position: Position): Promise<void> {
  for (const [method, params] of questionsAbout(uri, position)) {
    await client.connection.sendRequest(method, params).catch((error: { code: number }) => {
      if (error.code !== requestFailed) throw error;
    });
  }
}

const requestFailed = -32803;
