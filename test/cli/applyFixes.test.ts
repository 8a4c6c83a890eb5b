import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { applyFixes, type Unwritten } from '../../server/cli/fixAll.ts';
import type { Diagnostic, Fix } from '../../server/core/base/text.ts';
import { fileUri } from '../../server/core/base/uri.ts';
import { kinds } from '../../server/core/kinds/index.ts';
import { Workspace } from '../../server/core/workspace/workspace.ts';
import { scan } from '../../server/disk/files.ts';
import { folderOf } from './support.ts';

const text = '{ "mcpServers": { "a": {} } }\n';

/** Applies one fix of `.mcp.json` and returns the content of the folder afterwards. */
async function apply(
  t: TestContext,
  fixes: (folder: string) => readonly Partial<Fix>[],
  files = {},
  asked = (_: string) => true,
) {
  const folder = folderOf(t, { '.mcp.json': text, ...files });
  const workspace = new Workspace(kinds);
  await scan([fileUri(folder)], workspace);
  const uri = fileUri(path.join(folder, '.mcp.json'));
  const unwritten = new Map<string, Unwritten>();
  const diagnostics = fixes(folder).map((fix): Diagnostic => {
    const whole: Fix = { title: 'Mend', edits: [], inFixAll: true, ...fix };
    return { uri, range: { start: 0, end: 1 }, severity: 'error', rule: 'mcp/x', message: 'x', fixes: [whole] };
  });
  const fixed = applyFixes(workspace, diagnostics, { asked, roots: [folder], unwritten });
  const names = fs.readdirSync(folder, { recursive: true }).map(String).sort();
  const read = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8');
  return { fixed, names, read, unwritten: [...unwritten.values()] };
}
const at = (folder: string, name: string) => fileUri(path.join(folder, name));
const edit = (start: number, end: number, newText: string) => ({ range: { start, end }, newText });

test('an edit and a rename', async (t) => {
  const { fixed, names, read } = await apply(t, (folder) => [
    {
      edits: [edit(19, 20, 'b')],
      files: [{ kind: 'rename', from: at(folder, '.mcp.json'), to: at(folder, 'x/.mcp.json') }],
    },
  ]);
  assert.deepEqual({ fixed, names }, { fixed: 1, names: ['x', 'x/.mcp.json'] });
  assert.equal(read('x/.mcp.json'), text.replace('"a"', '"b"'));
});

test('a rename or a new file never takes the place of another', async (t) => {
  const { fixed, read } = await apply(
    t,
    (folder) => [
      { files: [{ kind: 'rename', from: at(folder, '.mcp.json'), to: at(folder, 'there') }] },
      { files: [{ kind: 'create', uri: at(folder, 'there'), text: 'new' }] },
    ],
    { there: 'mine' },
  );
  assert.deepEqual([fixed, read('there'), read('.mcp.json')], [0, 'mine', text]);
});

test('of fixes that meet the first is applied, wholly', async (t) => {
  const { fixed, read } = await apply(t, () => [
    { edits: [edit(19, 20, 'one')] },
    { edits: [edit(2, 3, "'"), edit(18, 21, '"two"')] },
    { edits: [edit(23, 25, '{ }')] },
  ]);
  assert.deepEqual([fixed, read('.mcp.json')], [2, '{ "mcpServers": { "one": { } } }\n']);
});

test('an edit that would break the file, or one of files that are not ours, is left out', async (t) => {
  const broken = await apply(t, () => [{ edits: [edit(0, 1, '')] }]);
  assert.deepEqual([broken.fixed, broken.read('.mcp.json')], [0, text]);
  const foreign = await apply(
    t,
    () => [{ edits: [edit(19, 20, 'b')] }],
    {},
    () => false,
  );
  assert.deepEqual([foreign.fixed, foreign.read('.mcp.json')], [0, text]);
});

test('a fix of two files of which one cannot be written leaves both as they are', async (t) => {
  const { fixed, read, unwritten } = await apply(
    t,
    (folder) => {
      fs.rmSync(path.join(folder, 'q/.mcp.json'));
      fs.mkdirSync(path.join(folder, 'q/.mcp.json'));
      return [
        { edits: [edit(19, 20, 'b'), { ...edit(19, 20, 'b'), uri: at(folder, 'q/.mcp.json') }] },
        { edits: [edit(23, 25, '{ }')] },
      ];
    },
    { 'q/.mcp.json': text },
  );
  assert.deepEqual([fixed, read('.mcp.json')], [1, '{ "mcpServers": { "a": { } } }\n']);
  assert.deepEqual(unwritten, [{ reason: 'cannot be changed: it is a folder', isFailure: true }]);
});
