import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownOf } from '../../../client/panel/markdown.ts';
import { modelOf } from '../../../client/panel/model.ts';
import { lineOf, placeOf } from '../../../client/panel/place.ts';
import { unpack } from '../../../client/panel/unpack.ts';
import { firstView, type Line, linesOf, toolsIn, type View } from '../../../client/panel/view.ts';
import { answer, at, closed, manyTools, pack } from '../../support/effectiveAnswer.ts';

const model = modelOf(answer);
const shown = (view: Partial<View>) => linesOf(model, { ...firstView, ...view });
const names = (lines: readonly Line[]) =>
  lines.map((line) => {
    if (line.kind === 'group') return `# ${line.group.name}`;
    if (line.kind === 'state') return `# ${line.state}`;
    if (line.kind === 'fold') return `+${line.tools.length}`;
    if (line.kind === 'off') return `? ${line.group.name}`;
    return line.kind === 'detail' ? `? ${line.tool.name}` : line.tool.name;
  });

test('an answer comes out of its package as it went in, and the package is small', () => {
  const many = manyTools(400);
  assert.deepEqual(unpack(pack(many)), many);
  assert.ok(JSON.stringify(pack(many)).length < JSON.stringify(many).length / 2);
});

test('one row shows a tool on all surfaces, active servers stand first', () => {
  assert.deepEqual(
    model.groups.map(({ name, active, tools }) => [name, active, tools.length]),
    [
      ['Built-in tools', true, 8],
      ['handbook', true, 4],
      ['review', true, 1],
      ['warehouse', false, 0],
      ['handbook', false, 0],
    ],
  );
});

test('what is worth a look is counted', () => {
  assert.deepEqual(model.look, { unasked: 1, differs: 1, inactive: 2, mistakes: 1 });
  assert.equal(model.looser, 2);
});

test('Code asking in its own way is no difference to Allow and User decides', () => {
  const differing = model.tools.filter(({ differs }) => differs).map(({ name }) => name);
  assert.deepEqual(differing, ['tag_page']);
});

test('counts of a surface leave out what is not there', () => {
  const chat = model.counts.find(({ surface }) => surface === 'chat');
  assert.equal(chat?.total, 12);
  assert.deepEqual(
    chat?.states.find(({ state }) => state === 'removed'),
    undefined,
  );
});

test('built-in tools at their default fold into one row', () => {
  assert.deepEqual(names(shown({})).slice(0, 4), ['# Built-in tools', 'Bash', 'Edit', '+6']);
  assert.equal(names(shown({ open: ['builtin/*'] })).includes('Grep'), true);
});

test('filters leave the tools that fit, and their servers', () => {
  assert.deepEqual(names(shown({ only: 'differs' })), ['# handbook', 'tag_page']);
  assert.deepEqual(names(shown({ only: 'inactive' })), ['# warehouse', '# handbook']);
  assert.deepEqual(names(shown({ search: 'read_ hand' })), ['# handbook', 'read_page']);
  assert.deepEqual(names(shown({ state: { state: 'removed' } })), ['# Built-in tools', 'Bash']);
  assert.deepEqual(names(shown({ state: { state: 'ask', surface: 'cowork' }, layer: 'plugin' })), [
    '# review',
    'post_review',
  ]);
  assert.equal(toolsIn(shown({ search: 'nothing like it' })), 0);
});

test('an open tool is followed by its reasons, a closed group by nothing of its own', () => {
  const tagPage = model.tools.find(({ name }) => name === 'tag_page');
  assert.deepEqual(names(shown({ open: [tagPage?.id ?? ''], closed: ['builtin'] })).slice(0, 4), [
    '# Built-in tools',
    '# handbook',
    'tag_page',
    '? tag_page',
  ]);
});

test('tools can stand below their state', () => {
  assert.deepEqual(names(shown({ by: 'state', search: 'page' })).slice(0, 5), [
    '# allow',
    'tag_page',
    'read_page',
    '# blocked',
    'drop_page',
  ]);
});

test('an origin becomes a line of its file', () => {
  assert.equal(lineOf(answer.files, at(1)), 1);
  assert.equal(lineOf(answer.files, at(20)), 20);
  assert.equal(
    placeOf(answer.files, at(3, 'file:///fleet/org-plugins/code-reviewer/.mcp.json')),
    'code-reviewer/.mcp.json:3',
  );
});

test('the copy as Markdown has every tool and every inactive server', () => {
  const text = markdownOf(answer);
  assert.match(text, /\| `tag_page` \(differs\) \| Allow \| Ask \| Ask \| policy\.json:20 \|/);
  assert.match(text, /- \*\*warehouse\*\* \(.*\): Dropped\. The URL is http; https is required/);
});

test('thousands of tools are quick to put in lines', () => {
  const large = modelOf(manyTools(5000));
  assert.equal(toolsIn(linesOf(large, firstView)), 5013);
});

test('a plugin alone can be looked at', () => {
  assert.deepEqual(names(shown({ plugin: 'code-reviewer' })), ['# review', 'post_review']);
  assert.deepEqual(names(shown({ plugin: 'incident-kit' })), ['# handbook']);
});

test('a server that does not run opens to its reasons', () => {
  const off = model.groups.find(({ name }) => name === 'warehouse');
  assert.ok(off);
  const lines = names(shown({ open: [off.id] }));
  assert.ok(lines.includes('? warehouse'), lines.join());
  assert.ok(!names(shown({})).includes('? warehouse'));
});

test('a tab that is off says so in its column, in its counts and in the copied Markdown', () => {
  assert.deepEqual(
    modelOf(closed).counts.map(({ name, isOff }) => [name, isOff]),
    [
      ['Cowork', false],
      ['Code', false],
      ['Chat (off)', true],
    ],
  );
  assert.match(markdownOf(closed), /^\| Tool \| Cowork \| Code \| Chat \(off\) \| Decided by \|$/m);
});
