import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../server/core/base/text.ts';
import { policySyntax } from '../../../server/core/policy/policySyntax.ts';
import { propertiesOf, property, toValue } from '../../../server/core/syntax/node.ts';
import { registry } from '../../../server/core/syntax/registry/registry.ts';
import { breakOf } from '../../../server/core/syntax/syntax.ts';

const header = 'Windows Registry Editor Version 5.00\r\n\r\n';
const machine = '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]\r\n';
const user = '[HKEY_CURRENT_USER\\Software\\policies\\claude]\r\n';

/** Returns a file with these lines under the app's key. */
const file = (...lines: string[]) => `${header}${machine}${lines.join('\r\n')}\r\n`;

const rootOf = (text: string) => {
  const { root } = registry.parse(text);
  assert.equal(root?.type, 'object');
  return root;
};

test('the values of both hives are one object, each with its place', () => {
  const text = `\uFEFF${file('; who we are', '"a"="x \\"y\\" C:\\\\z"', '  "b" = dword:0000003C ; a minute', '@="default"')}
[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude\\Sub]
"no"="no"
[-HKEY_CURRENT_USER\\SOFTWARE\\Policies\\Claude]
[HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\Policies\\Claude]
"no"="no"
${user}"c"="d"
[HKEY_CURRENT_USER\\SOFTWARE\\Other]
"no"="C:\\no"
`;
  const parsed = registry.parse(text);
  assert.deepEqual(parsed.problems, []);
  assert.deepEqual(toValue(parsed.root), { a: 'x "y" C:\\z', b: 60, c: 'd' });
  const [a, b] = propertiesOf(parsed.root);
  const cut = (range: { start: number; end: number } | undefined) => range && text.slice(range.start, range.end);
  assert.equal(cut(a?.keyNode.range), '"a"');
  assert.equal(cut(a?.keyNode.inner), 'a');
  assert.equal(cut(a?.valueNode?.range), '"x \\"y\\" C:\\\\z"');
  assert.equal(cut(b?.valueNode?.range), 'dword:0000003C');
  assert.equal(cut(b?.range), '"b" = dword:0000003C');
  const root = cut(parsed.root?.range);
  assert.ok(root?.startsWith('[HKEY_LOCAL_MACHINE') && root.endsWith('"c"="d"'));
  assert.equal(parsed.container?.format === 'registry' && parsed.container.sections.length, 6);
});

test('every type is known, and what its data say', () => {
  const text = file(
    '"text"=hex(1):68,00,e4,00,00,00',
    '"expand"=hex(2):25,00,\\',
    '  41,00,25,00,00,00',
    '"binary"=hex:01,02',
    '"number"=hex(4):3c,00,00,00',
    '"texts"=hex(7):61,00,00,00,62,00,63,00,00,00,00,00',
    '"long"=hex(b):00,00,00,00,01,00,00,00',
    '"none"=hex(0):',
    '"gone"=-',
    '"lines"="a',
    'b"',
  );
  const { container, problems, root } = registry.parse(text);
  assert.deepEqual(problems, []);
  const values = container?.format === 'registry' ? (container.sections[0]?.values ?? []) : [];
  assert.deepEqual(
    values.map(({ name, type, text }) => [name, type, text]),
    [
      ['text', 'REG_SZ', 'hä'],
      ['expand', 'REG_EXPAND_SZ', '%A%'],
      ['binary', 'REG_BINARY', undefined],
      ['number', 'REG_DWORD', '60'],
      ['texts', 'REG_MULTI_SZ', 'a\nbc'],
      ['long', 'REG_QWORD', '4294967296'],
      ['none', 'UNKNOWN', undefined],
      ['gone', 'DELETE', undefined],
      ['lines', 'REG_SZ', 'a\r\nb'],
    ],
  );
  assert.deepEqual(toValue(root), { text: 'hä', number: 60, lines: 'a\r\nb' });
  assert.equal(propertiesOf(root).length, values.length);
});

test('the old format holds bytes of a code page', () => {
  const text = `REGEDIT4\n\n${machine}"a"=hex(1):61,62,00\n"b"=hex(2):e4,00\n"c"=hex(7):61,00,62,00,00\n`;
  const { container, root } = registry.parse(text);
  const values = container?.format === 'registry' ? (container.sections[0]?.values ?? []) : [];
  assert.deepEqual(
    values.map((value) => value.text),
    ['ab', undefined, 'a\nb'],
  );
  assert.deepEqual(toValue(root), { a: 'ab' });
});

const json = '[{"name":"a \\"b\\"","command":"C:\\\\x"}]';
const escaped = '[{\\"name\\":\\"a \\\\\\"b\\\\\\"\\",\\"command\\":\\"C:\\\\\\\\x\\"}]';
const broken: readonly [what: string, text: string, at: string, fixed: string | undefined][] = [
  ['no header', `${machine}"a"="b"`, machine.trimEnd(), `${header}${machine}"a"="b"`],
  ['another header', header.replace('5', '6') + machine, header.trimEnd().replace('5', '6'), header + machine],
  [
    'a key without ]',
    `${header}[HKEY_LOCAL_MACHINE\\X\r\n`,
    '[HKEY_LOCAL_MACHINE\\X',
    `${header}[HKEY_LOCAL_MACHINE\\X]\r\n`,
  ],
  ['a short hive', `${header}[HKLM\\X]\r\n`, 'HKLM', `${header}[HKEY_LOCAL_MACHINE\\X]\r\n`],
  ['a value without a key', `${header}"a"="b"`, '"a"', undefined],
  ['no quote', file('"a"="b', '"c"="d"'), '"b', file('"a"="b"', '"c"="d"')],
  ['a path that ends with a backslash', file('"a"="C:\\x\\"'), '"C:\\x\\"', file('"a"="C:\\\\x\\\\"')],
  ['JSON as it is', file(`"a"="${json}"`, '"c"="d"'), '"', file(`"a"="${escaped}"`, '"c"="d"')],
  ['JSON over lines', file('"a"="[', '  "b"', ']"', '', '"c"="d"'), '"', file('"a"="[   \\"b\\" ]"', '', '"c"="d"')],
  ['one raw quote', file('"a"="[\\"b"]"'), '"', file('"a"="[\\"b\\"]"')],
  ['a quote in between', file('"a"="b\\" c" d'), '"', undefined],
  ['a raw path', file('"a"="C:\\x\\y"'), '\\', file('"a"="C:\\\\x\\\\y"')],
  ['a raw share', file('"a"="\\\\server\\share"'), '\\', undefined],
  ['no number', file('"a"=dword:true'), 'true', file('"a"=dword:00000001')],
  ['too long a number', file('"a"=dword:123456789'), '123456789', undefined],
  ['a prefix', file('"a"=dword:0x3c'), '0x3c', file('"a"=dword:0000003c')],
  ['no bytes', file('"a"=hex(2):xy'), 'xy', undefined],
  ['an unknown type', file('"a"=qword:1'), 'qword:1', undefined],
  ['no quotes', file('"a"=https://a.b/c;d ; why'), 'https://a.b/c;d', file('"a"="https://a.b/c;d" ; why')],
  ['no value', file('"a"='), '=', undefined],
  ['no quotes around a name', file('a="b"'), 'a', file('"a"="b"')],
  ['half a name', file('"infer'), '"infer', undefined],
];
for (const [what, text, where, fixed] of broken) {
  test(`one problem: ${what}`, () => {
    const { problems } = registry.parse(text);
    assert.equal(problems.length, 1);
    const [problem] = problems;
    assert.ok(problem);
    assert.equal(text.slice(problem.range.start, problem.range.end), where);
    assert.equal(problem.fix && applyEdits(text, problem.fix.edits), fixed);
    if (fixed !== undefined) assert.deepEqual(registry.parse(fixed).problems, []);
  });
}

test('JSON that was pasted as it is can be read, each letter in its place', () => {
  const text = file('"a"="[{"b":1}]"');
  const value = propertiesOf(rootOf(text))[0]?.valueNode;
  assert.ok(value?.type === 'string');
  assert.equal(registry.embeddedTextOf(text, value)?.text, '[{"b":1}]');
});

const edits: readonly [
  what: string,
  before: string,
  edit: (text: string) => ReturnType<typeof registry.renameKey>,
  after: string,
][] = [
  ['replace a text', file('"a"="b" ; c'), (text) => replace(text, 'a', 'C:\\"x"\n'), file('"a"="C:\\\\\\"x\\" " ; c')],
  ['replace a text by a number', file('"a"="b"'), (text) => replace(text, 'a', 60), file('"a"="60"')],
  ['replace a number', file('"a"=dword:1'), (text) => replace(text, 'a', 60), file('"a"=dword:0000003c')],
  ['replace a number by a truth', file('"a"=dword:1'), (text) => replace(text, 'a', true), file('"a"="true"')],
  ['replace by a list', file('"a"=hex(1):61,00,00,00'), (text) => replace(text, 'a', ['b']), file('"a"="[\\"b\\"]"')],
  ['rename', file('"a"="b"'), (text) => registry.renameKey(text, get(text, 'a'), 'c'), file('"c"="b"')],
  [
    'add',
    file('"a"="b" ; c', '; d'),
    (text) => registry.addProperty(text, rootOf(text), 'e', 1),
    file('"a"="b" ; c', '"e"="1"', '; d'),
  ],
  [
    'add first',
    file('"a"="b"'),
    (text) => registry.addProperty(text, rootOf(text), 'e', [], true),
    file('"e"="[]"', '"a"="b"'),
  ],
  ['add to none', header + machine, (text) => registry.addProperty(text, rootOf(text), 'e', 'f'), file('"e"="f"')],
  [
    'remove',
    file('"a"=hex(2):00,\\', '  00', '"b"="c"'),
    (text) => registry.removeProperty(text, get(text, 'a')),
    file('"b"="c"'),
  ],
];
const get = (text: string, key: string) => {
  const found = property(rootOf(text), key);
  assert.ok(found);
  return found;
};
const replace = (text: string, key: string, value: unknown) => {
  const node = get(text, key).valueNode;
  assert.ok(node);
  return registry.replaceValue(text, node, value);
};
for (const [what, before, edit, after] of edits) {
  test(`edit: ${what}`, () => assert.equal(applyEdits(before, [edit(before)]), after));
}

/** The cursor is at `|`. */
const cursors: readonly [text: string, expects: string, property: string | undefined, result: string][] = [
  [file('|'), 'key', undefined, file('"k"="V"')],
  [file('infer|'), 'key', undefined, file('"k"="V"')],
  [file('"infer|"'), 'key', undefined, file('"k"="V"')],
  [file('"in|fer'), 'key', undefined, file('"k"="V"')],
  [file('"in|fer"="x"'), 'key', undefined, file('"k"="x"')],
  [file('"a"="x|y"'), 'value', 'a', file('"a"="V"')],
  [file('"a"="|'), 'value', 'a', file('"a"="V"')],
  [file('"a"=|'), 'value', 'a', file('"a"="V"')],
  [file('"a"=d|word:0'), 'value', 'a', file('"a"="V"')],
];
for (const [marked, expects, name, result] of cursors) {
  test(`cursor: ${JSON.stringify(marked.slice(header.length + machine.length))}`, () => {
    const offset = marked.indexOf('|');
    const text = marked.replace('|', '');
    const parsed = registry.parse(text);
    const { writer, replace: range, property: at, hasValue, ...cursor } = registry.cursorAt(text, parsed, offset);
    assert.equal(cursor.expects, expects);
    assert.equal(cursor.node, parsed.root);
    assert.equal(at?.key, name);
    const value = writer.encode(writer.write('V'));
    const [before, after] = writer.around;
    const key = hasValue ? writer.key('k') : writer.property('k', value);
    const newText = expects === 'key' ? key : before + value + after;
    assert.equal(applyEdits(text, [{ range, newText }]), result);
  });
}

test('nothing is offered in other keys, in comments and headers', () => {
  for (const marked of [
    `Windows| Registry`,
    `${header}[HKEY_LOCAL_MACHINE\\SOFT|WARE\\Policies\\Claude]`,
    `${file('"a"="b"')}[HKEY_LOCAL_MACHINE\\SOFTWARE]\r\n|`,
    file('; a|'),
    file('"a"="b" ; c|'),
    file('|"a" b c'),
  ]) {
    const text = marked.replace('|', '');
    assert.equal(registry.cursorAt(text, registry.parse(text), marked.indexOf('|')).expects, 'nothing', marked);
  }
});

test('a break is told before a broken value that stands above it', () => {
  const parsed = registry.parse(`${file('"a"=dword:xy')}\r\n[HKLM\\SOFTWARE\\Policies\\Claude]\r\n"b"="c"\r\n`);
  assert.match(breakOf(parsed)?.message ?? '', /HKEY_LOCAL_MACHINE/);
  assert.equal(breakOf(registry.parse(file('"a"=dword:xy'))), undefined);
});

test('a broken value hides no other one, and is itself told once', () => {
  const messages = (body: string) => policySyntax.parse(file(body)).problems.map(({ message }) => message);
  const list = String.raw`"coworkEgressAllowedHosts"="[\"a\" \"b\"]"`;
  const [first, second, ...others] = messages(`"isLocalDevMcpEnabled"=dword:xy\r\n${list}`);
  assert.match(first ?? '', /dword/);
  assert.match(second ?? '', /^In the JSON of this value: /);
  assert.deepEqual(others, []);
  assert.equal(messages(list.slice(0, -1)).length, 1);
});
