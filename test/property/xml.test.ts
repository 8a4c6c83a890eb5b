import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../server/core/base/text.ts';
import { type ObjectNode, propertiesOf, property, walk } from '../../server/core/syntax/node.ts';
import { plist } from '../../server/core/syntax/plist/plist.ts';
import { assertLinear } from '../support/growth.ts';
import { random } from '../support/property.ts';

const around = (content: string): string => `<plist><dict>\n<key>a</key>\n<string>${content}</string>\n</dict></plist>`;
/** Returns the value of the only key, and its text with the offset of each character. */
const readValue = (text: string) => {
  const { root, problems } = plist.parse(text);
  const node = property(root, 'a')?.valueNode;
  assert.ok(node?.type === 'string', text);
  return { node, problems, inner: plist.embeddedTextOf(text, node) };
};
/** Characters that XML can represent, mainly those that are special in it. */
const letters = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      ']',
      ']]>',
      '&amp;',
      '<![CDATA[',
      '<!--',
      '-->',
      '\n',
      '\r',
      '\t',
      '\\',
      '😀',
    ),
    fc.integer({ min: 0x20, max: 0xd7ff }).map((code) => String.fromCharCode(code)),
  ),
});

test('a text comes back as it was written, letter by letter', (t) => {
  let checked = 0;
  const start = readValue(around('&quot;x&quot;'));
  const inCdata = readValue(around('\n<![CDATA[x]]>\n'));
  fc.assert(
    fc.property(letters, (value) => {
      for (const { inner: from } of [start, inCdata]) {
        assert.ok(from);
        const isCdata = from === inCdata.inner;
        const content = from.encode(value);
        const { node, problems, inner } = readValue(around(isCdata ? `<![CDATA[${content}]]>` : content));
        assert.deepEqual(problems, []);
        assert.equal(node.value, value);
        if (isCdata && !inner) continue;
        assert.equal(inner?.text, value);
        assert.equal(inner?.offsets.length, value.length + 1);
        assert.ok(inner?.offsets.every((offset, index, all) => index === 0 || offset >= (all[index - 1] ?? 0)));
        checked++;
      }
    }),
    random(t, 2000),
  );
  console.log(`${checked} texts came back`);
});

test('an edit of the embedded text, written outward, is the same edit', (t) => {
  let checked = 0;
  const pieces = fc.array(
    fc.constantFrom('a', 'b\r\nc', '&quot;', '&#x1F600;', '&lt;', '<!-- c -->', ' ', '{', '}', '&#10;'),
    { maxLength: 12 },
  );
  const contents = fc.oneof(
    pieces.map((each) => each.join('')),
    pieces.map((each) => ` <![CDATA[${each.join('')}]]>\n`),
    fc.tuple(pieces, pieces).map(([a, b]) => `<![CDATA[${a.join('')}]]><![CDATA[${b.join('')}]]>`),
  );
  fc.assert(
    fc.property(contents, letters, fc.nat(), fc.nat(), (content, added, from, length) => {
      const text = around(content);
      const { inner } = readValue(text);
      assert.ok(inner);
      // A surrogate pair and a line break are each one place in the file.
      const whole = [...inner.offsets.keys()].filter((at) => inner.offsets[at] !== inner.offsets[at - 1]);
      const start = whole[from % whole.length] ?? 0;
      const behind = whole.filter((at) => at >= start);
      const end = behind[length % behind.length] ?? start;
      const range = { start: inner.offsets[start] ?? 0, end: inner.offsets[end] ?? 0 };
      const changed = readValue(applyEdits(text, [{ range, newText: inner.encode(added) }]));
      // Pieces of JSON do not end with `]]`, which a `>` could follow.
      if (content.includes('CDATA') && (added.includes('\r') || added.endsWith(']'))) return;
      assert.deepEqual(changed.problems, []);
      assert.equal(changed.inner?.text, inner.text.slice(0, start) + added + inner.text.slice(end));
      checked++;
    }),
    random(t, 2000),
  );
  console.log(`${checked} edits were the same`);
});

const profile = `<?xml version="1.0"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "x">
<plist version="1.0">
<dict>
  <key>PayloadContent</key>
  <array>
    <dict>
      <key>PayloadType</key><string>com.anthropic.claudefordesktop</string>
      <!-- models -->
      <key>a</key><string>[{&quot;name&quot;: &quot;x&quot;}]</string>
      <key>b</key><array><dict><key>c</key><true/></dict><integer>5</integer></array>
      <key>d</key><string><![CDATA[{"e": 1}]]></string>
    </dict>
  </array>
</dict>
</plist>`;

test('random edits never throw, and every edit of what can be read leaves what can be read', (t) => {
  let parsed = 0;
  let edited = 0;
  const snippets = fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '/',
      '</',
      '<key>',
      '</key>',
      '<dict>',
      '</dict>',
      '<true/>',
      '&',
      ';',
      '"',
      '<!--',
      ']]>',
    ),
    fc.constantFrom(
      '<string>',
      '</string>',
      '<array>',
      '</array>',
      '<![CDATA[',
      '-->',
      '<ke',
      '\n',
      'x',
      '<dict/>',
      '<string/>',
      '',
    ),
  );
  const change = fc.tuple(fc.nat(profile.length), fc.nat(12), snippets);
  fc.assert(
    fc.property(fc.array(change, { maxLength: 4 }), fc.nat(), (changes, at) => {
      let text = profile;
      for (const [start, length, added] of changes) text = text.slice(0, start) + added + text.slice(start + length);
      const result = plist.parse(text);
      parsed++;
      assert.ok(result.problems.length <= 1);
      for (const { range, fix } of result.problems) {
        assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
        if (fix) applyEdits(text, fix.edits);
      }
      const offset = at % (text.length + 1);
      const { replace } = plist.cursorAt(text, result, offset);
      assert.ok(
        replace.start <= offset && offset <= replace.end && !text.slice(replace.start, replace.end).includes('\n'),
      );
      for (const node of walk(result.root))
        if (node.type !== 'object' && node.type !== 'array') plist.embeddedTextOf(text, node);
      if (result.problems.length > 0) return;
      const holds = (edit: Parameters<typeof applyEdits>[1][number]): void => {
        edited++;
        assert.deepEqual(plist.parse(applyEdits(text, [edit])).problems, [], applyEdits(text, [edit]));
      };
      for (const node of walk(result.root)) {
        if (node.parent) holds(plist.replaceValue(text, node, ['<', { b: true }]));
        if (node.type !== 'object') continue;
        holds(plist.addProperty(text, node as ObjectNode, '<n>', { o: ['&'] }, at % 2 === 0));
        for (const each of propertiesOf(node)) {
          holds(plist.renameKey(text, each, 'b&c'));
          holds(plist.removeProperty(text, each));
        }
      }
    }),
    random(t, 2000),
  );
  console.log(`${parsed} texts, ${edited} edits`);
});

/** Returns a file with a list of models, of about `size` characters. */
const modelList = (size: number): string => {
  const model = '{&quot;name&quot;: &quot;claude-opus&quot;, &quot;supports1m&quot;: true},\n';
  return around(`[${model.repeat(Math.ceil(size / model.length))}]`);
};

test('a file of 10 MB is read', () => {
  assert.deepEqual(plist.parse(modelList(10_000_000)).problems, []);
});

test('the time to read a file grows with its length only', () => {
  assertLinear(2_000_000, modelList, (text) => plist.parse(text));
});
