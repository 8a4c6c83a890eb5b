import assert from 'node:assert/strict';
import { test } from 'node:test';
import { github } from '../../../server/cli/output/github.ts';
import { code, escapeMarkdown } from '../../../server/core/base/markdown.ts';
import * as page from '../../../server/core/writers/pageMarkdown.ts';
import { printable, printableLine } from '../../../server/core/writers/printable.ts';

/** Names of tools, servers or folders that try to imitate the program's own output. */
const hostile = [
  'a\r\r![t](https://evil.example/p.png)\r\r[**Fix 3 problems**](command:plugboard.discoverTools?%5B%5D)',
  'a\n\n<img src=//evil.example/x.png> @octocat #1',
  '`a` | b ``c',
  '\u001b[31mred\u0007 \u009b31m \u202eturned',
  'a\n::error title=pwned::injected',
  '&#33;[t](https://evil.example)',
];

for (const text of hostile) {
  test(`a name means nothing to an editor: ${JSON.stringify(text)}`, () => {
    for (const written of [escapeMarkdown(text), code(text)]) {
      assert.doesNotMatch(written, /[\r\n\p{Cc}\p{Bidi_Control}]/u);
    }
    assert.doesNotMatch(escapeMarkdown(text), /(?<!\\)[[\]<>`|&]/);
    const [fence = ''] = /^`+/.exec(code(text)) ?? [];
    const inner = code(text).slice(fence.length, -fence.length);
    assert.ok(![...inner.matchAll(/`+/g)].some(([run]) => run === fence), 'the code ends at its end');
  });

  test(`a name means nothing on a page: ${JSON.stringify(text)}`, () => {
    for (const written of [page.name(text), page.code(text), page.sentence(text)]) {
      const outside = written.replace(/^`[^`]*`$/, '').replace(/^<code>([^<]*)<\/code>$/, '$1');
      assert.doesNotMatch(written, /[\r\n\p{Cc}\p{Bidi_Control}]/u);
      assert.doesNotMatch(outside, /[[\]<>`|@]|#(?!\d+;)/);
    }
  });

  test(`a name means nothing to a terminal or a log: ${JSON.stringify(text)}`, () => {
    assert.doesNotMatch(printableLine(text), /[\r\n\p{Cc}\p{Bidi_Control}]/u);
    assert.equal(printable(text).length, text.length);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const finding = {
      file: text,
      range,
      severity: 'error',
      rule: 'x/y',
      message: text,
      fixes: [],
      related: [],
    } as const;
    const log = github({ documents: 1, problems: [finding], ignored: [], linesOf: () => [] });
    assert.doesNotMatch(log, /[\r\n\p{Cc}\p{Bidi_Control}]/u);
    assert.equal(log.match(/::/g)?.length, text.includes('::') ? 4 : 2);
  });
}

test('half a character in a path keeps no page from being written', () => {
  assert.equal(page.encodePart('a\ud800b'), 'a%EF%BF%BDb');
});
