import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contains } from '../../../server/core/base/text.ts';
import { type DocumentSymbol, symbols } from '../../../server/core/features/symbols.ts';
import { atCursor } from './cursor.ts';

const outline = (list: readonly DocumentSymbol[], depth = 0): string =>
  list
    .map((s) => `${'  '.repeat(depth)}${s.name}${s.detail ? ` (${s.detail})` : ''}\n${outline(s.children, depth + 1)}`)
    .join('');

test('keys, and items of lists by their names', () => {
  const { document } = atCursor(
    '{"servers": [{"name": "docs", "url": "x"}, {"url": "y"}], "tools": ["Read"], "enabled": true}',
  );
  assert.equal(
    outline(symbols(document)),
    'servers (2 items)\n  docs\n    name\n    url\n  1\n    url\ntools (1 item)\n  Read\nenabled (true)\n',
  );
});

test('a kind may name its items itself', () => {
  const { document } = atCursor('{"servers": [{"url": "y"}]}');
  const kind = { ...document.kind, symbolName: () => 'mine' };
  assert.equal(outline(symbols({ ...document, kind })), 'servers (1 item)\n  mine\n    url\n');
});

test('front matter and half-typed text', () => {
  assert.equal(outline(symbols(atCursor('---\nname: x\ntools: [a]\n---\n').document)), 'name\ntools (1 item)\n  a\n');
  assert.equal(outline(symbols(atCursor('{"a": {"b').document)), 'a\n  b\n');
  assert.deepEqual(symbols(atCursor('').document), []);
});

test('a name stands inside its entry, and no name is empty', () => {
  const check = (s: DocumentSymbol): void => {
    assert.ok(contains(s.range, s.selection), s.name);
    assert.notEqual(s.name, '');
    s.children.forEach(check);
  };
  symbols(atCursor('{"": [""], "a": [{"name": ""}, [1]], "a": {').document).forEach(check);
});
