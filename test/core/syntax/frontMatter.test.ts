import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../server/core/base/text.ts';
import { frontMatter } from '../../../server/core/syntax/frontMatter/frontMatter.ts';
import { nodeAt, property, toValue } from '../../../server/core/syntax/node.ts';

const page = (yaml: string) => `---\n${yaml}\n---\nBody\n`;
const read = (yaml: string) => toValue(frontMatter.parse(page(yaml)).root);

test('the tree is that of the front matter, with ranges of the whole text', () => {
  const text = page('name: review\ntools:\n  - Read\n  - "Grep"\nmodel: opus # the large one');
  const { root, problems, body } = frontMatter.parse(text);
  assert.deepEqual(problems, []);
  assert.deepEqual(toValue(root), { name: 'review', tools: ['Read', 'Grep'], model: 'opus' });
  const grep = nodeAt(root, ['tools', 1]);
  assert.equal(grep && text.slice(grep.range.start, grep.range.end), '"Grep"');
  const model = property(root, 'model');
  assert.equal(model && text.slice(model.range.start, model.range.end), 'model: opus');
  assert.equal(text.slice(body), 'Body\n');
});

test('no front matter: nothing at the first line, a rule of Markdown, a blank line first', () => {
  for (const text of ['# Title\n', '---\n# Title\n', '\n---\nname: x\n---\n', '']) {
    assert.equal(frontMatter.parse(text).root, undefined, JSON.stringify(text));
    assert.deepEqual(frontMatter.parse(text).problems, []);
  }
});

test('CRLF and a byte order mark do no harm', () => {
  assert.deepEqual(toValue(frontMatter.parse('\uFEFF---\r\nname: x\r\nb: c\r\n---\r\nBody').root), {
    name: 'x',
    b: 'c',
  });
});

test('a lone carriage return does not end a line: to YAML it is a character like any other', () => {
  assert.equal(frontMatter.parse('---\rname: x\r---\rBody').frontMatter, undefined);
  const text = '---\nname: x\r---\rmodel: y\n---\nBody';
  assert.equal(text.slice(frontMatter.parse(text).body), 'Body');
});

test('a control character in quotes is a part of the text', () => {
  assert.deepEqual(read('name: "a\u0001b"'), { name: 'a\u0001b' });
});

test('a byte order mark, or a space that does not break, at the end of a value is a part of it', () => {
  const text = page('flag: true\ufeff');
  const flag = property(frontMatter.parse(text).root, 'flag')?.valueNode;
  assert.ok(flag);
  assert.equal(applyEdits(text, [frontMatter.replaceValue(text, flag, true)]), page('flag: true'));
});

test('a list reaches to its last item, although nothing is written there yet', () => {
  const { root } = frontMatter.parse('---\ntools:\n- \n---\n');
  const [list, item] = [nodeAt(root, ['tools']), nodeAt(root, ['tools', 0])];
  assert.ok(root && list && item);
  assert.ok(item.range.end <= list.range.end && list.range.end <= root.range.end);
});

test('an unclosed block that closing would not make readable gets no fix', () => {
  const fixOf = (text: string) => frontMatter.parse(text).problems[0]?.fix?.title;
  assert.equal(fixOf('---\nname: x'), 'Close the front matter');
  assert.equal(fixOf('---\nname: "x\\""'), 'Close the front matter');
  // The last quote is escaped, so the string does not end.
  for (const text of ['---\nname: "\\"', '---\nname: "x', "---\nname: '"]) assert.equal(fixOf(text), undefined, text);
});

test('a value is quoted with the form feed at its end, which is no space in YAML', () => {
  const text = page('a: [b\f');
  const [edit] = frontMatter.parse(text).problems.flatMap(({ fix }) => fix?.edits ?? []);
  assert.ok(edit);
  assert.deepEqual(toValue(frontMatter.parse(applyEdits(text, [edit])).root), { a: '[b\f' });
});

test('a key that is added ends its line as the others do', () => {
  const text = '---\r\nname: x\r\n---\r\n';
  const { root } = frontMatter.parse(text);
  assert.ok(root?.type === 'object');
  assert.equal(
    applyEdits(text, [frontMatter.addProperty(text, root, 'model', 'opus')]),
    '---\r\nname: x\r\nmodel: opus\r\n---\r\n',
  );
});

const plain: readonly [yaml: string, key: string, value: string][] = [
  ['description: Use when: asked\nname: x', 'description', 'Use when: asked'],
  ['argument-hint: [a] [b]\nname: x', 'argument-hint', '[a] [b]'],
];
for (const [yaml, key, value] of plain) {
  test(`a one-line value that strict YAML refuses is read as plain text: ${yaml}`, () => {
    const text = page(yaml);
    const { root, problems } = frontMatter.parse(text);
    assert.deepEqual(toValue(root), { [key]: value, name: 'x' });
    assert.deepEqual(
      problems.map(({ kind }) => kind),
      ['hint'],
    );
    const [problem] = problems;
    assert.equal(problem && text.slice(problem.range.start, problem.range.end), value);
    const fixed = applyEdits(text, problem?.fix?.edits ?? []);
    assert.deepEqual(frontMatter.parse(fixed).problems, []);
    assert.deepEqual(toValue(frontMatter.parse(fixed).root), { [key]: value, name: 'x' });
  });
}

const lost: readonly [yaml: string, fixable: boolean][] = [
  ['name: x\nmeta:\n  when: Use when: asked', true],
  ['tools:\n  - a: b: c', true],
  ['description: "say "hi" now"', true],
  ['\tname: y', true],
  ['description: "bad \\q escape"', false],
];
for (const [yaml, fixable] of lost) {
  test(`all fields are lost: ${JSON.stringify(yaml)}`, () => {
    const text = page(yaml);
    const { problems } = frontMatter.parse(text);
    assert.equal(problems.length, 1);
    assert.equal(problems[0]?.kind, 'break');
    if (!fixable) return;
    const fix = problems[0]?.fix;
    assert.ok(fix, 'a fix is offered');
    assert.deepEqual(frontMatter.parse(applyEdits(text, fix.edits)).problems, []);
  });
}

test('a text that goes on in lines without a key becomes a block, and the fields behind it are read', () => {
  const text = page(
    'name: x\ndescription: Use when: asked\n\n<example>\nuser: "Hi" and more\nContext: b: c\n</example>\nmodel: opus',
  );
  const [problem] = frontMatter.parse(text).problems;
  assert.match(problem?.message ?? '', /The value of `description` continues/);
  const fixed = frontMatter.parse(applyEdits(text, problem?.fix?.edits ?? []));
  assert.deepEqual(fixed.problems, []);
  const { name, description, model } = toValue(fixed.root) as Record<string, string>;
  assert.deepEqual([name, model], ['x', 'opus']);
  assert.match(description ?? '', /^Use when: asked\n\n<example>\n.*<\/example>$/s);
});

for (const [what, yaml] of [
  ['behind an empty line', 'name: x\ndescription: Use when: asked.\n \n  It goes on.\nmodel: sonnet'],
  ['behind a lone carriage return', 'name: x\ndescription: Use when: asked.\r  It goes on.\nmodel: sonnet'],
] as const) {
  test(`a value that goes on ${what} is not quoted alone`, () => {
    const text = page(yaml);
    const [problem] = frontMatter.parse(text).problems;
    assert.equal(problem?.kind, 'break');
    const fixed = frontMatter.parse(applyEdits(text, problem?.fix?.edits ?? []));
    if (problem?.fix) assert.deepEqual(fixed.problems, []);
    if (problem?.fix) assert.deepEqual(Object.keys(toValue(fixed.root) as object), ['name', 'description', 'model']);
  });
}

test('a text behind a quoted value is not given to the key before it', () => {
  const text = page('name: x\ndescription: "Use when: asked."\n\n  It goes on.\nmodel: sonnet');
  const [problem] = frontMatter.parse(text).problems;
  assert.equal(problem?.kind, 'break');
  assert.doesNotMatch(problem?.message ?? '', /The text of `name`/);
});

test('front matter that is not closed ends at its first empty line, with Windows line breaks too', () => {
  const text = '---\r\nname: x\r\nmodel: opus\r\n\r\n# Title\r\n';
  assert.deepEqual(toValue(frontMatter.parse(text).root), { name: 'x', model: 'opus' });
});

test('front matter that is not closed says so and is closed by its fix', () => {
  const text = '---\nname: x\n\n# Title\n';
  const [problem] = frontMatter.parse(text).problems;
  assert.equal(problem?.kind, 'warning');
  assert.equal(applyEdits(text, problem?.fix?.edits ?? []), '---\nname: x\n---\n\n# Title\n');
});

test('aliases stay nodes, bombs stay small, and keys may stand twice', () => {
  assert.deepEqual(read('a: &x [1]\nb: *x'), { a: [1], b: null });
  const bomb = Array.from({ length: 30 }, (_, i) => `k${i}: &a${i} [${`*a${i - 1},`.repeat(i ? 9 : 0)}]`).join('\n');
  assert.ok(frontMatter.parse(page(bomb)).root);
  assert.deepEqual(read('a: 1\na: 2'), { a: 2 });
  assert.ok(frontMatter.parse(page(`a: ${'['.repeat(20_000)}`)).problems.length > 0);
});

const cursors: readonly [text: string, expects: string, replaced: string, property?: string][] = [
  ['na|', 'key', 'na'],
  ['name: x\n|', 'key', ''],
  ['model: son|', 'value', 'son', 'model'],
  ['model: |', 'value', '', 'model'],
  ['tools: Read, Gr|', 'value', 'Gr', 'tools'],
  ['tools: [Read, Gr|]', 'value', 'Gr'],
  ['tools:\n  - Read\n  - Gr|', 'value', 'Gr', 'tools'],
  ['# a comment|', 'nothing', ''],
];
for (const [marked, expects, replaced, key] of cursors) {
  test(`at the cursor of ${JSON.stringify(marked)}: ${expects}`, () => {
    const text = page(marked.replace('|', ''));
    const offset = page(marked).indexOf('|');
    const cursor = frontMatter.cursorAt(text, frontMatter.parse(text), offset);
    assert.equal(cursor.expects, expects);
    assert.equal(text.slice(cursor.replace.start, cursor.replace.end), replaced);
    if (key) assert.equal(cursor.property?.key, key);
  });
}

for (const deep of ['['.repeat(100_000), '- '.repeat(5_000), 'a: {'.repeat(5_000), `${'? '.repeat(5_000)}x`]) {
  test(`front matter that nests without end is told of and not read: ${deep.slice(0, 8)}…`, () => {
    const { root, problems } = frontMatter.parse(`---\nname: x\nlist:\n  ${deep}\n---\n`);
    assert.equal(root, undefined);
    assert.match(problems[0]?.message ?? '', /nested too deeply/);
  });
}

test('a repair never turns fields into one lone text', () => {
  for (const broken of ['{"name"', '[', '}']) {
    const [problem] = frontMatter.parse(`---\n${broken}\n---\nbody\n`).problems;
    assert.ok(problem, broken);
    assert.equal(problem.fix, undefined, broken);
  }
});

test('tabs below a key are read, with a hint that replaces them; at the top level they break the block', () => {
  const text = page('name: a\nmetadata:\n\tteam: x\n\tlist:\n\t\t- y');
  const { root, problems } = frontMatter.parse(text);
  assert.deepEqual(toValue(root), { name: 'a', metadata: { team: 'x', list: ['y'] } });
  assert.deepEqual(
    problems.map(({ kind }) => kind),
    ['hint'],
  );
  const fixed = applyEdits(text, problems[0]?.fix?.edits ?? []);
  assert.deepEqual(frontMatter.parse(fixed).problems, []);
  assert.deepEqual(toValue(frontMatter.parse(fixed).root), toValue(root));
  for (const yaml of ['\tname: a', 'name: a\n\tdescription: b'])
    assert.equal(frontMatter.parse(page(yaml)).problems[0]?.kind, 'break', yaml);
});
