import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readYaml } from '../../server/core/syntax/frontMatter/frontMatter.ts';
import { readPlainYaml } from '../../server/core/syntax/frontMatter/plainYaml.ts';
import { random } from '../support/property.ts';

const words = [
  ...[
    'review',
    'a b',
    'Reads `x`.',
    'über',
    '1',
    '0',
    '-7',
    '1.5',
    '1.',
    '.5',
    '1e3',
    '0x1F',
    '0o17',
    '1.2.3',
    '2025-08-07',
    '.inf',
  ],
  ...[
    'true',
    'False',
    'null',
    '~',
    'yes',
    'a: b',
    'a:b',
    'a #b',
    'a#b',
    '# c',
    '"q"',
    '"q\\"q"',
    '"\\\\ \\n \\t \\/"',
    '"\\x41 \\u00e9"',
    '"\u0001 \u007f"',
    'true\ufeff',
    '"\\ "',
    "'it''s'",
    "'open",
    '"a" b',
    '*x',
  ],
  ...[
    '&x y',
    '!t',
    '%',
    '@a',
    '`b`',
    '- a',
    '-a',
    '?a',
    ':',
    'a:',
    '[a, b]',
    '[]',
    '[a, ]',
    '[\'a\', "b"]',
    '[Bash(git:*), mcp__x__*]',
  ],
  ...[
    '[a: b]',
    '[a',
    '{a: b}',
    '{}',
    '|',
    '>',
    '|-',
    '>-',
    '|+',
    '>2',
    '<<',
    '--- x',
    '...',
    '[1, true, ~]',
    '\u00e9\u{1f600}',
    '\u2028',
  ],
];
const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('name', 'description', 'tools', 'a.b', 'x-y', '_z') },
  { weight: 1, arbitrary: fc.constantFrom('true', 'null', '1a', '"k"', '<<', 'k k', 'ä', 'n') },
);
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('review', 'a b', 'Reads it.', '1', 'true', '"q"', '[a, b]', '1.2.3') },
  { weight: 1, arbitrary: fc.constantFrom(...words) },
);
const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(key, word).map(([name, value]) => `${name}: ${value}`) },
  { weight: 3, arbitrary: key.map((name) => `${name}:`) },
  { weight: 3, arbitrary: word.map((value) => `- ${value}`) },
  { weight: 1, arbitrary: fc.tuple(key, word).map(([name, value]) => `- ${name}: ${value}`) },
  { weight: 2, arbitrary: word },
  { weight: 1, arbitrary: fc.constantFrom('', '# comment', '-', '---', '  ', '\t', 'a\tb', 'trailing  ') },
);
const indent = fc.constantFrom('', '', '', '', '  ', '  ', '    ', '   ', ' ');
const lineBreak = fc.constantFrom('\n', '\n', '\n', '\n', '\n', '\n', '\r\n', '\n\n', '\r');
const text = fc
  .array(fc.tuple(indent, line, lineBreak), { minLength: 1, maxLength: 7 })
  .map((lines) => lines.flat().join(''));
/** Typical front matter: keys with values, lists and blocks. */
const tidy = fc
  .array(
    fc.oneof(
      fc.tuple(key, word).map(([name, value]) => `${name}: ${value}\n`),
      fc
        .tuple(fc.constantFrom('|', '>', '|-', '>-'), fc.array(fc.oneof(word, fc.constant(''))))
        .map(
          ([header, lines]) =>
            `description: ${header}\n${lines.map((each) => (each === '' ? '' : `  ${each}`)).join('\n')}\n`,
        ),
      fc
        .tuple(fc.constantFrom('', '  '), fc.array(word))
        .map(([space, items]) => `tools:\n${items.map((item) => `${space}- ${item}\n`).join('')}`),
      fc.array(word).map((values) => `metadata:\n${values.map((value, i) => `  k${i}: ${value}\n`).join('')}`),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(''));

const runs = 6_000;
for (const { title, source, least } of [
  { title: 'tidy front matter', source: tidy, least: 0.1 },
  { title: 'lines at random', source: text, least: 0.015 },
]) {
  test(`${title}: the reader of plain front matter agrees with the yaml package, or leaves it to that`, (t) => {
    let plain = 0;
    const settings = random(t, runs);
    fc.assert(
      fc.property(source, fc.nat(9), (yaml, offset) => {
        const read = readPlainYaml(yaml, offset);
        if (!read) return;
        plain++;
        assert.deepEqual({ root: read, problem: undefined }, readYaml(yaml, offset), JSON.stringify(yaml));
      }),
      settings,
    );
    assert.ok(plain >= settings.numRuns * least, `${plain} of ${settings.numRuns} texts were plain`);
  });
}
