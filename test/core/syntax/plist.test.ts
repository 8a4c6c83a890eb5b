import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../server/core/base/text.ts';
import { child, itemsOf, type ObjectNode, propertiesOf, property, toValue } from '../../../server/core/syntax/node.ts';
import { plist } from '../../../server/core/syntax/plist/plist.ts';

/** A profile with one payload of the app that holds `entries`. */
const profile = (
  entries: string,
  type = 'com.anthropic.claudefordesktop',
): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>PayloadContent</key>
	<array>
		<dict>
			<key>PayloadType</key>
			<string>${type}</string>
${entries}
		</dict>
	</array>
	<key>PayloadType</key>
	<string>Configuration</string>
</dict>
</plist>
`;
const rootOf = (text: string): ObjectNode => {
  const { root } = plist.parse(text);
  assert.ok(root?.type === 'object');
  return root;
};
const marked = (text: string): [string, number] => [text.replace('|', ''), text.indexOf('|')];

test('a profile is one object with the keys of every payload of the app', () => {
  const text = profile('<key>a</key><string>x</string>').replace(
    '</array>',
    '<dict><key>PayloadType</key><string>com.other</string><key>b</key><true/></dict><dict><key>PayloadType</key><string>com.anthropic.claudefordesktop</string><key>c</key><integer>5</integer></dict></array>',
  );
  const { root, problems, container } = plist.parse(text);
  assert.deepEqual(problems, []);
  assert.deepEqual(toValue(root), { a: 'x', c: 5 });
  assert.ok(container?.format === 'plist' && container.form === 'profile');
  assert.deepEqual(
    container.payloads.map(({ type }) => type),
    ['com.anthropic.claudefordesktop', 'com.other', 'com.anthropic.claudefordesktop'],
  );
  assert.deepEqual(Object.keys(toValue(container.outer) as object), ['PayloadContent', 'PayloadType']);
});

test('preferences and payloads of managed preferences hold the keys too', () => {
  assert.deepEqual(toValue(rootOf('<plist><dict><key>PayloadUUID</key><string/><key>a</key><true/></dict></plist>')), {
    a: true,
  });
  const wrapped = profile(
    '<key>PayloadContent</key><dict><key>com.anthropic.claudefordesktop</key><dict><key>Forced</key><array><dict><key>mcx_preference_settings</key><dict><key>a</key><string>x</string></dict></dict></array></dict></dict>',
    'com.apple.ManagedClient.preferences',
  );
  assert.deepEqual(toValue(rootOf(wrapped)), { a: 'x' });
});

test('a profile for other apps has no keys of this one', () => {
  assert.equal(plist.parse(profile('<key>a</key><true/>', 'com.other')).root, undefined);
});

test('every type of value is read', () => {
  const text = profile(
    '<key>s</key><string>a&amp;b<!-- no --><![CDATA[<c>]]>&#x41;</string><key>t</key><true/><key>f</key><false></false><key>i</key><integer>-5</integer><key>h</key><integer>0x1F</integer><key>r</key><real>1.5</real><key>l</key><array><string>x</string></array><key>d</key><dict><key>k</key><data>AA==</data></dict><key>e</key><string/>',
  );
  const { root, problems } = plist.parse(text);
  assert.deepEqual(problems, []);
  assert.deepEqual(toValue(root), {
    s: 'a&b<c>A',
    t: true,
    f: false,
    i: -5,
    h: 31,
    r: 1.5,
    l: ['x'],
    d: { k: 'AA==' },
    e: '',
  });
});

test('ranges: a key is its name, a string the whole element, a property both', () => {
  const text = profile('<key>a</key><string>x</string>');
  const found = property(rootOf(text), 'a');
  assert.ok(found?.valueNode?.type === 'string');
  const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  assert.equal(slice(found.keyNode.range), 'a');
  assert.equal(slice(found.valueNode.range), '<string>x</string>');
  assert.equal(slice(found.valueNode.inner), 'x');
  assert.equal(slice(found.range), '<key>a</key><string>x</string>');
});

/** Half-typed entries, what the message must contain, the text under it, and what can be parsed anyway. */
const broken: readonly (readonly [string, RegExp, string, unknown])[] = [
  ['<key>a</key>', /no value/, 'a', {}],
  ['<key>a</key><key>b</key><true/>', /no value/, 'a', { b: true }],
  ['<string>x</string>', /no key/, '<string>', {}],
  ['<key>a</key>\n<string>x\n<key>b</key><true/>', /`<\/string>` is missing/, '<string>', { a: 'x', b: true }],
  ['<key>a\n<string>x</string>', /`<\/key>` is missing/, '<key>', { a: 'x' }],
  ['<ke\n<key>b</key><true/>', /incomplete/, '<ke', { b: true }],
  ['<key>a</key\n<true/>', /incomplete/, '</key', { a: true }],
  ['<key>a</string><true/>', /does not close/, '</string>', { a: true }],
  ['<key>a</key><boolean>true</boolean>', /A boolean is `<true\/>`/, '<boolean>', { a: true }],
  ['<key>a</key><number>5</number>', /Write `<integer>`/, '<number>', { a: '5' }],
  ['<key>a</key><true>no</true>', /must be empty/, '<true>no</true>', { a: true }],
  ['<key>a</key><integer>5x</integer>', /is not an integer/, '5x', { a: '5x' }],
  ['<key>a</key><string>b & c</string>', /&amp;/, '&', { a: 'b & c' }],
  ['<key>a</key><string>&nbsp;</string>', /not an entity/, '&nbsp;', { a: '&nbsp;' }],
  ['<key>a</key><string>b < c</string>', /&lt;/, '<', { a: 'b < c' }],
  ['<key>a</key><string><your-org></string>', /&lt;/, '<your-org>', { a: '<your-org>' }],
  ['<key>a<key><true/>', /already open here/, '<key>', { a: true }],
  ['<key>a</ky><true/>', /does not close/, '</ky>', { a: true }],
  ['<ky>a</key><true/>', /must match/, 'ky', { a: true }],
  ['<key>a</key><dit><key>b</key><true/></dict>', /must match/, 'dit', { a: { b: true } }],
  ['<?pi>', /`\?>` is missing/, '<?', {}],
  ['<key>a</key><string><![CDATA[x</string>', /`\]\]>` is missing/, '<![CDATA[', undefined],
  ['word', /Text is not allowed/, 'word', {}],
  ['</string>', /closes nothing/, '</string>', {}],
];

test('half-typed text still gives a tree, and one problem at the exact characters', () => {
  for (const [entries, message, at, value] of broken) {
    const text = profile(entries);
    const { root, problems } = plist.parse(text);
    assert.equal(problems.length, 1, entries);
    const [problem] = problems;
    assert.match(problem?.message ?? '', message, entries);
    assert.equal(text.slice(problem?.range.start, problem?.range.end), at, entries);
    if (value) assert.deepEqual(toValue(root), value, entries);
    const edits = problem?.fix?.edits;
    if (edits) assert.deepEqual(plist.parse(applyEdits(text, edits)).problems, [], `the fix of ${entries}`);
  }
});

test('what is no property list is told', () => {
  const message = (text: string): string | undefined => plist.parse(text).problems[0]?.message;
  assert.match(message('bplist00\u0001') ?? '', /plutil -convert xml1/);
  assert.match(message('') ?? '', /[Nn]ot a property list/);
  assert.match(message('<plist></plist>') ?? '', /is empty/);
  assert.match(message('<plist><dict><key>a') ?? '', /not closed/);
  assert.match(message(`<plist>${'<array>'.repeat(5000)}`) ?? '', /200 levels/);
  assert.equal(plist.parse('<dict></dict>').problems[0]?.kind, 'hint');
  const laughs =
    '<!DOCTYPE plist [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><plist><dict><key>k</key><string>&b;</string></dict></plist>';
  assert.match(message(laughs) ?? '', /`&b;` is not an entity/);
  assert.deepEqual(toValue(plist.parse(laughs).root), { k: '&b;' });
});

test('edits leave a well-formed list in its own manner', () => {
  const text = profile('\t\t\t<key>a</key>\n\t\t\t<string>x</string>\n\t\t\t<key>n</key>\n\t\t\t<integer>5</integer>');
  const root = rootOf(text);
  const [a, n] = propertiesOf(root);
  assert.ok(a?.valueNode && n?.valueNode);
  const entries = (edit: Parameters<typeof applyEdits>[1][number]): string => {
    const changed = applyEdits(text, [edit]);
    assert.deepEqual(plist.parse(changed).problems, []);
    return /<string>com[^\n]*\n([\s\S]*?)\n\t\t<\/dict>/.exec(changed)?.[1]?.replaceAll('\t\t\t', '') ?? '';
  };
  const number = '<key>n</key>\n<integer>5</integer>';
  const string = '<key>a</key>\n<string>x</string>';
  assert.equal(
    entries(plist.replaceValue(text, a.valueNode, 'y<z')),
    `<key>a</key>\n<string>y&lt;z</string>\n${number}`,
  );
  assert.equal(
    entries(plist.replaceValue(text, a.valueNode, ['b'])),
    `<key>a</key>\n<string>["b"]</string>\n${number}`,
  );
  assert.equal(entries(plist.replaceValue(text, n.valueNode, 6)), `${string}\n<key>n</key>\n<integer>6</integer>`);
  assert.equal(entries(plist.replaceValue(text, n.valueNode, '6')), `${string}\n<key>n</key>\n<string>6</string>`);
  assert.equal(entries(plist.renameKey(text, a, 'b&c')), `<key>b&amp;c</key>\n<string>x</string>\n${number}`);
  assert.equal(entries(plist.removeProperty(text, a)), number);
  assert.equal(
    entries(plist.addProperty(text, root, 'c', { d: 1 })),
    `${string}\n${number}\n<key>c</key>\n<string>{"d":1}</string>`,
  );
  assert.equal(
    entries(plist.addProperty(text, root, 'c', true, true)),
    `<key>c</key>\n<string>true</string>\n${string}\n${number}`,
  );
});

test('a key is added where there is none yet, and on one line where the others stand so', () => {
  const add = (text: string): string => applyEdits(text, [plist.addProperty(text, rootOf(text), 'k', 'v')]);
  assert.equal(
    add('<plist>\n<dict/>\n</plist>'),
    '<plist>\n<dict>\n  <key>k</key>\n  <string>v</string>\n</dict>\n</plist>',
  );
  assert.equal(
    add('<plist><dict></dict></plist>'),
    '<plist><dict>\n  <key>k</key>\n  <string>v</string>\n</dict></plist>',
  );
  assert.match(add(profile('')), /claudefordesktop<\/string>\n\t\t\t<key>k<\/key>\n\t\t\t<string>v<\/string>\n/);
  assert.equal(
    add('<plist><dict>\r\n  <key>a</key><true/>\r\n</dict></plist>'),
    '<plist><dict>\r\n  <key>a</key><true/>\r\n  <key>k</key><string>v</string>\r\n</dict></plist>',
  );
});

test('inside native structures each type keeps its element', () => {
  const text = profile('<key>l</key><array><dict><key>on</key><true/></dict></array>');
  const [item] = itemsOf(child(rootOf(text), 'l'));
  assert.ok(item?.type === 'object');
  const changed = applyEdits(text, [plist.addProperty(text, item, 'n', 5)]);
  assert.match(changed, /<key>on<\/key><true\/><key>n<\/key><integer>5<\/integer>/);
});

/** Entries with the cursor, what is expected, what is replaced, and the text after inserting the key K or the value V. */
const cursors: readonly (readonly [string, string, string])[] = [
  ['\t\t\t|', 'key', '\t\t\t<key>K</key>\n<string>V</string>'],
  ['\t\t\tinf|', 'key', '\t\t\t<key>K</key>\n<string>V</string>'],
  ['\t\t\t<ke|', 'key', '\t\t\t<key>K</key>\n<string>V</string>'],
  ['\t\t\t<key>in|', 'key', '\t\t\t<key>K</key>\n<string>V</string>'],
  ['\t\t\t<key>in|</key>', 'key', '\t\t\t<key>K</key>\n<string>V</string>'],
  ['<key>i|n</key>\n<string>x</string>', 'key', '<key>K</key>\n<string>x</string>'],
  ['<key>in|\n<string>x</string>', 'key', '<key>K</key>\n<string>x</string>'],
  ['<key>z</key><true/>\n|', 'key', '<key>z</key><true/>\n<key>K</key><string>V</string>'],
  ['<key>a</key>\n|', 'value', '<key>a</key>\n<string>V</string>'],
  ['<key>a</key>\n<str|', 'value', '<key>a</key>\n<string>V</string>'],
  ['<key>a</key>\n<string>|', 'value', '<key>a</key>\n<string>V</string>'],
  ['<key>a</key><string>g|h</string>', 'value', '<key>a</key><string>V</string>'],
  ['<key>a</key><integer>5|</integer>', 'value', '<key>a</key><integer>V</integer>'],
  ['<key>a</key><array>|</array>', 'value', '<key>a</key><array><string>V</string></array>'],
  ['<key>a</key>|<string>x</string>', 'nothing', '<key>a</key><string>x</string>'],
  ['<!-- | -->', 'nothing', '<!--  -->'],
  ['<key>PayloadX</key><string>|</string>', 'nothing', '<key>PayloadX</key><string></string>'],
  ['<key>Payload|</key><string>x</string>', 'nothing', '<key>Payload</key><string>x</string>'],
];

test('the cursor knows what may be written, and how', () => {
  for (const [entries, expects, after] of cursors) {
    const [text, offset] = marked(profile(entries));
    const cursor = plist.cursorAt(text, plist.parse(text), offset);
    assert.equal(cursor.expects, expects, entries);
    const { writer, replace } = cursor;
    const [before, behind] = writer.around;
    const newText =
      expects === 'key'
        ? cursor.hasValue
          ? writer.key('K')
          : writer.property('K', 'V')
        : expects === 'value'
          ? `${before}V${behind}`
          : '';
    assert.equal(applyEdits(text, [{ range: replace, newText }]), profile(after), entries);
    if (expects === 'value' && !entries.includes('array')) assert.equal(cursor.property?.key, 'a', entries);
  }
});

test('nothing is offered in what belongs to others', () => {
  for (const entries of ['|', '<key>|</key>', '<key>a</key><string>|</string>']) {
    const [text, offset] = marked(profile(entries, 'com.other'));
    assert.equal(plist.cursorAt(text, plist.parse(text), offset).expects, 'nothing', entries);
  }
});

test('a break in a bare dictionary is reported before the missing element around it', () => {
  const broken = '<dict>\n<key>a</key>stray<string>x</string>\n</dict>\n';
  const [problem] = plist.parse(broken).problems;
  assert.equal(problem?.kind, 'break');
  assert.ok((problem?.range.start ?? 0) > broken.indexOf('</key>'), problem?.message);
  const [hint] = plist.parse(broken.replace('stray', '')).problems;
  assert.deepEqual([hint?.kind, hint?.fix?.title], ['hint', 'Put `<plist>` around it']);
});
