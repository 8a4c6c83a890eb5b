import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { URI, Utils } from 'vscode-uri';
import { foldersAbove, fsPath, isIn, join, nameOf, parentOf, pathIn } from '../../server/core/base/uri.ts';
import { random } from '../support/property.ts';

const names = ['a', '.mcp.json', 'SKILL.md', '..', '.', '', '...', '.a.', 'a-b_c', '~', 'ü', 'a b', '%', 'C:', '\\'];
const pathArbitrary = fc
  .array(fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 4 })), { maxLength: 4 })
  .map((path) => path.join('/'));
const uriArbitrary = pathArbitrary.map((path) => URI.file(`/${path.replace(/^\/+/, '')}`).toString());

test('a path is resolved as vscode-uri resolves it', (t) => {
  fc.assert(
    fc.property(uriArbitrary, pathArbitrary, (base, path) => {
      assert.equal(join(base, path), Utils.joinPath(URI.parse(base), path).toString());
    }),
    random(t, 2_000),
  );
});

test('the path of a file is that of vscode-uri', (t) => {
  fc.assert(
    fc.property(uriArbitrary, (uri) => {
      assert.equal(fsPath(uri), URI.parse(uri).fsPath);
    }),
    random(t, 2_000),
  );
});

test('files of a drive and of a network share stay below it', () => {
  for (const top of ['file:///c%3A', 'file://server/share']) {
    const file = join(top, 'Org Plugins/kit/SKILL.md');
    assert.equal(nameOf(file), 'SKILL.md');
    assert.equal(pathIn(top, file), 'Org Plugins/kit/SKILL.md');
    assert.ok(isIn(parentOf(file), file));
    assert.ok(!isIn(`${top}x`, file), 'a name that begins the same is another folder');
    const above = foldersAbove(file);
    assert.deepEqual(above.slice(0, 3).map(nameOf), ['kit', 'Org Plugins', nameOf(top)]);
    assert.ok(above.length < 6, above.join());
    // A backslash is a part of a name in a URI, so it leads nowhere else.
    assert.equal(parentOf(join(top, 'kit/..%5C..%5Cetc')), join(top, 'kit'));
    assert.equal(
      new URL(join(top, '../../../../etc')).host,
      new URL(top).host,
      'a path never leaves its share’s server',
    );
  }
});
