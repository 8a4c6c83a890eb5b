import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../server/core/base/text.ts';
import { itemsOf, propertiesOf, walk } from '../../server/core/syntax/node.ts';
import { registry } from '../../server/core/syntax/registry/registry.ts';
import { assertLinear } from '../support/growth.ts';
import { random } from '../support/property.ts';

const header = 'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]\r\n';

/** One line of any characters. */
const line = fc
  .array(
    fc.oneof(fc.constantFrom('"', '\\', ';', '[', ']', '=', '\t', ' ', 'ä', '😀'), fc.string({ unit: 'grapheme' })),
  )
  .map((parts) => parts.join('').replace(/[\r\n\0]/g, ''));

/** Returns the string of the first value, and its embedded text. */
function firstText(text: string) {
  const { problems, root } = registry.parse(text);
  assert.deepEqual(problems, []);
  const node = propertiesOf(root)[0]?.valueNode;
  assert.ok(node?.type === 'string');
  const inner = registry.embeddedTextOf(text, node);
  assert.ok(inner);
  return { value: node.value, inner };
}

test('what is written is read again, each letter from its place', (t) => {
  const write = (value: string) => registry.write('', value, 0);
  fc.assert(
    fc.property(line, (value) => {
      const text = `${header}"a"=${write(value)} ; why\r\n"b"="c"\r\n`;
      const { value: read, inner } = firstText(text);
      assert.equal(read, value);
      assert.equal(inner.text, value);
      assert.equal(inner.offsets.length, value.length + 1);
      for (let i = 0; i < value.length; i++) {
        assert.equal(text.slice(inner.offsets[i], inner.offsets[i + 1]), inner.encode(value.charAt(i)));
      }
    }),
    random(t, 400),
  );
});

test('texts in bytes can be changed letter by letter', (t) => {
  fc.assert(
    fc.property(line, line, fc.nat(), (value, added, at) => {
      const bytes = [...Buffer.from(`${value}\0`, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0'));
      const lines = bytes.map((byte, i) => (i % 25 === 24 ? `\\\r\n  ${byte}` : byte));
      const text = `${header}"a"=hex(1):${lines.join(',')}\r\n`;
      const { inner } = firstText(text);
      assert.equal(inner.text, value);
      const index = at % (value.length + 1);
      const offset = inner.offsets[index] ?? 0;
      const changed = applyEdits(text, [{ range: { start: offset, end: offset }, newText: inner.encode(added) }]);
      assert.equal(firstText(changed).inner.text, value.slice(0, index) + added + value.slice(index));
    }),
    random(t, 400),
  );
});

const shards =
  `"|\\|=|@|;|-|[|]|\r\n|\n|\r|,|:| |a|"a"="b"|"c"=dword:0000000a|"d"=hex(2):25,00,|hex(1):|hex:00,\\\r\n  01|"e"=-|{"f":1}
[-HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]
[HKEY_CURRENT_USER\\SOFTWARE\\Policies\\Claude]
REGEDIT4
`.split('|');
const mess = fc
  .array(fc.oneof(fc.constantFrom(...shards, header), fc.string({ unit: 'grapheme' })), { maxLength: 40 })
  .map((parts) => parts.join(''));

test('no text and no place of it throws, and every range lies in it', (t) => {
  fc.assert(
    fc.property(fc.boolean(), mess, fc.nat(), (isPolicy, rest, place) => {
      const text = (isPolicy ? header : '') + rest;
      const parsed = registry.parse(text);
      assert.ok(parsed.problems.length <= 1);
      for (const node of walk(parsed.root)) {
        assert.ok(node.range.start <= node.range.end && node.range.end <= text.length);
        if (node.type !== 'object' && itemsOf(node).length === 0) {
          const { inner } = node as { inner: typeof node.range };
          assert.ok(node.range.start <= inner.start && inner.start <= inner.end && inner.end <= node.range.end);
        }
        if (node.type === 'string') registry.embeddedTextOf(text, node);
      }
      const { replace } = registry.cursorAt(text, parsed, place % (text.length + 1));
      assert.ok(replace.start <= replace.end && replace.end <= text.length);
      for (const { fix } of parsed.problems) if (fix) applyEdits(text, fix.edits);
    }),
    random(t, 400),
  );
});

test('edits leave a file that can be read and says what was asked for', (t) => {
  const names = fc.uniqueArray(fc.constantFrom('a', 'b b', 'c"', 'd\\', 'e=f', ';g', '[h]'), { minLength: 1 });
  const data = fc.oneof(
    line.map((text) => registry.write('', text, 0)),
    fc.nat().map((number) => `dword:${number.toString(16)}`),
    fc.constantFrom('hex(1):61,00,\\\r\n  62,00,00,00', 'hex(2):00,00', 'hex:01', '-', '"x\r\ny"'),
  );
  const between = fc.constantFrom('', '; why\r\n', '\r\n', '  ');
  const file = fc
    .tuple(names, fc.infiniteStream(data), fc.infiniteStream(between), fc.boolean())
    .map(([keys, values, gaps, isLast]) => {
      const next = <T>(stream: Iterator<T>): T => stream.next().value;
      const lines = keys.map((key) => `${next(gaps)}"${key.replace(/["\\]/g, '\\$&')}"=${next(values)}`);
      return header + lines.join('\r\n') + (isLast ? '' : '\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE]\r\n"z"="z"\r\n');
    });
  const value = fc.oneof(line, fc.integer(), fc.boolean(), fc.array(line));
  const count = new Map<string, number>();
  fc.assert(
    fc.property(
      file,
      fc.nat(),
      fc.constantFrom('replace', 'rename', 'add', 'first', 'remove'),
      value,
      (text, n, what, to) => {
        const { root } = registry.parse(text);
        assert.ok(root?.type === 'object');
        const keys = root.properties.map(({ key }) => key);
        const at = n % root.properties.length;
        const property = root.properties[at];
        assert.ok(property);
        const edit =
          what === 'replace'
            ? property.valueNode && registry.replaceValue(text, property.valueNode, to)
            : what === 'rename'
              ? registry.renameKey(text, property, 'new')
              : what === 'remove'
                ? registry.removeProperty(text, property)
                : registry.addProperty(text, root, 'new', to, what === 'first');
        if (!edit) return;
        count.set(what, (count.get(what) ?? 0) + 1);
        const after = registry.parse(applyEdits(text, [edit]));
        assert.deepEqual(after.problems, []);
        const properties = propertiesOf(after.root);
        const expected = {
          replace: keys,
          rename: keys.with(at, 'new'),
          remove: keys.toSpliced(at, 1),
          add: [...keys, 'new'],
          first: ['new', ...keys],
        }[what];
        assert.deepEqual(
          properties.map(({ key }) => key),
          expected,
        );
        const written = what === 'add' ? properties.at(-1) : what === 'first' ? properties[0] : properties[at];
        if (what === 'rename' || what === 'remove' || !written?.valueNode) return;
        const said =
          written.valueNode.type === 'object' || written.valueNode.type === 'array' ? '' : written.valueNode.value;
        assert.equal(String(said), typeof to === 'string' ? to : Array.isArray(to) ? JSON.stringify(to) : String(to));
      },
    ),
    random(t, 400),
  );
  console.log(Object.fromEntries(count));
});

/** Returns texts of about `size` characters that could take a parser long. */
const large = (size: number) => {
  const value = `"name"="${'{\\"a\\":\\"b\\"},'.repeat(20)}"\r\n`;
  const times = (part: string) => part.repeat(size / part.length);
  return {
    values: header + times(value),
    'one text': `${header}"a"="${times('\\"b\\\\')}"\r\n`,
    'open texts': header + times('"a"="b\r\n'),
    'raw quotes': header + times('"a"="b"c"d\r\n'),
    'raw quotes over lines': `${header}"a"="${times('"b"\r\n')}"\r\n`,
    bytes: `${header}"a"=hex(2):${times('01,02,03,04,\\\r\n  ')}00`,
    junk: header + times('abc '),
    'line breaks': header + times('\n'),
    'open names': header + times('"\\"'),
    sections: header + times('[HKEY_LOCAL_MACHINE\\SOFTWARE\r\n'),
  };
};

test('10 MB of values are read', () => {
  assert.deepEqual(registry.parse(large(10_000_000).values).problems, []);
});

for (const [index, what] of Object.keys(large(1000)).entries()) {
  test(`time grows with length only: ${what}`, () => {
    const textOf = (size: number) => Object.values(large(size))[index] ?? '';
    assertLinear(1_000_000, textOf, (text) => registry.parse(text));
  });
}
