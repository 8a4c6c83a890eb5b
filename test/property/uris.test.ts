import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { URI, Utils } from 'vscode-uri';
import { fsPath, join } from '../../server/core/base/uri.ts';
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
