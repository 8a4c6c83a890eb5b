import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  DocumentHighlight,
  DocumentLink,
  Location,
  LocationLink,
  TextDocumentEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol/node';
import { Lines } from '../../server/core/base/text.ts';
import { kinds } from '../../server/core/kinds/index.ts';
import { fleet } from '../core/features/navigation/fleet.ts';
import { at, capable, connect } from './support.ts';

const capabilities = {
  ...capable,
  workspace: { ...capable.workspace, fileOperations: { willRename: true } },
  textDocument: { definition: { linkSupport: true }, rename: { prepareSupport: true } },
};

const files = Object.fromEntries(Object.entries(fleet).map(([path, text]) => [encodeURI(path), text]));
const open = (context: Parameters<typeof connect>[0]) => connect(context, { kinds, files, capabilities });

/** Returns a request at the first occurrence of `needle` in a file of the workspace. */
function asked(path: string, needle: string) {
  const text = fleet[path] ?? '';
  const position = new Lines(text).positionAt(text.indexOf(needle) + 1);
  return { textDocument: { uri: at(path) }, position };
}

const pilot = 'org-plugins/harbour/agents/pilot.md';

test('the server offers navigation, and files to be renamed with it', async (context) => {
  const { capabilities: offered } = (await open(context)).initialized;
  assert.equal(offered.definitionProvider, true);
  assert.equal(offered.referencesProvider, true);
  assert.equal(offered.workspaceSymbolProvider, true);
  assert.deepEqual(offered.renameProvider, { prepareProvider: true });
  assert.deepEqual(offered.workspace?.fileOperations?.willRename?.filters, [
    { scheme: 'file', pattern: { glob: '**/*' } },
  ]);
  assert.equal(offered.workspace?.workspaceFolders?.supported, true);
});

test('a definition is a link from the letters of the name', async (context) => {
  const client = await open(context);
  const links = await client.connection.sendRequest<LocationLink[]>(
    'textDocument/definition',
    asked(pilot, 'tickets__close'),
  );
  assert.deepEqual(
    links.map(({ targetUri, targetRange, originSelectionRange }) => [
      targetUri,
      targetRange.start.line,
      originSelectionRange && originSelectionRange.end.character - originSelectionRange.start.character,
    ]),
    [[at('fleet.json'), 10, 'tickets'.length]],
  );
});

test('an editor without links gets places', async (context) => {
  const client = await connect(context, { kinds, files });
  const [place] = await client.connection.sendRequest<Location[]>(
    'textDocument/definition',
    asked(pilot, 'read-tides]'),
  );
  assert.equal(place?.uri, at('org-plugins/harbour/skills/read-tides/SKILL.md'));
});

test('references, highlights and links', async (context) => {
  const client = await open(context);
  const { connection } = client;
  const params = asked(pilot, 'read-tides]');
  const found = await connection.sendRequest<Location[]>('textDocument/references', {
    ...params,
    context: { includeDeclaration: false },
  });
  assert.equal(found.length, 4);
  const here = await connection.sendRequest<DocumentHighlight[]>('textDocument/documentHighlight', params);
  assert.equal(here.length, 2);
  const skill = { textDocument: { uri: at('org-plugins/harbour/skills/read-tides/SKILL.md') } };
  const links = await connection.sendRequest<DocumentLink[]>('textDocument/documentLink', skill);
  assert.deepEqual(
    links.map(({ target }) => target),
    [at('org-plugins/harbour/skills/read-tides/reference/tables.md'), at('org-plugins/harbour/docs/the%20manual.md')],
  );
});

test('workspace symbols say what they are and where', async (context) => {
  const client = await open(context);
  const found = await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'ti' });
  assert.deepEqual(
    found.map(({ name, containerName }) => [name, containerName]),
    [
      ['tickets', 'server'],
      ['close_ticket', 'tool'],
      ['tides', 'server of harbour'],
      ['read-tides', 'skill of harbour'],
    ],
  );
});

test('a rename changes texts under their old addresses, then the folder', async (context) => {
  const client = await open(context);
  const params = asked('org-plugins/harbour/skills/read-tides/SKILL.md', 'read-tides');
  const prepared = await client.connection.sendRequest<{ placeholder: string }>('textDocument/prepareRename', params);
  assert.equal(prepared.placeholder, 'read-tides');
  const { documentChanges = [] } = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
    ...params,
    newName: 'tide-table',
  });
  const edited = documentChanges.filter((change): change is TextDocumentEdit => 'textDocument' in change);
  assert.equal(edited.length, 4);
  assert.deepEqual(documentChanges.at(-1), {
    kind: 'rename',
    oldUri: at('org-plugins/harbour/skills/read-tides'),
    newUri: at('org-plugins/harbour/skills/tide-table'),
  });
});

test('what is typed counts before it is saved', async (context) => {
  const client = await open(context);
  await client.open(pilot, '---\nname: pilot\ndescription: x\n---\nNothing.\n', 'markdown');
  const { documentChanges = [] } = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
    ...asked('org-plugins/harbour/skills/read-tides/SKILL.md', 'read-tides'),
    newName: 'tide-table',
  });
  assert.ok(!JSON.stringify(documentChanges).includes(at(pilot)));
});

test('a rename that cannot be made is refused with a sentence', async (context) => {
  const client = await open(context);
  const params = asked('org-plugins/harbour/hooks/hooks.json', 'Bash|');
  await assert.rejects(client.connection.sendRequest('textDocument/prepareRename', params), /cannot be renamed/);
  assert.deepEqual(client.log, []);
});

test('files that are about to move bring edits', async (context) => {
  const client = await open(context);
  const edit = await client.connection.sendRequest<WorkspaceEdit>('workspace/willRenameFiles', {
    files: [{ oldUri: at('org-plugins/harbour/scripts'), newUri: at('org-plugins/harbour/bin') }],
  });
  const uris = (edit.documentChanges ?? []).map((change) => ('textDocument' in change ? change.textDocument.uri : ''));
  assert.deepEqual(uris.sort(), [
    at('org-plugins/harbour/.mcp.json'),
    at('org-plugins/harbour/commands/arrival.md'),
    at('org-plugins/harbour/hooks/hooks.json'),
  ]);
});
