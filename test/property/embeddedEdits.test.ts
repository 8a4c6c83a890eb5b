import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, type TextEdit } from '../../server/core/base/text.ts';
import { policySyntax } from '../../server/core/policy/policySyntax.ts';
import { embeddedSyntax } from '../../server/core/syntax/embedded/embeddedSyntax.ts';
import { jsonWithEmbedded } from '../../server/core/syntax/embedded/embeddedText.ts';
import { json } from '../../server/core/syntax/json/json.ts';
import { child, type Node, type ObjectNode, toValue, walk } from '../../server/core/syntax/node.ts';
import type { OuterSyntax, Syntax } from '../../server/core/syntax/syntax.ts';
import { random } from '../support/property.ts';

const key = 'managedMcpServers';

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Files of each format around one JSON text, written by hand. */
const containers: Readonly<Record<string, (jsonText: string) => string>> = {
  json: (text) => `{\n  "inferenceProvider": "anthropic",\n  "${key}": ${JSON.stringify(text)}\n}\n`,
  plist: (text) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n<dict>\n\t<key>inferenceProvider</key>\n\t<string>anthropic</string>\n\t<key>${key}</key>\n\t<string>${xml(text)}</string>\n</dict>\n</plist>\n`,
  'plist with CDATA': (text) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n<dict>\n\t<key>${key}</key>\n\t<string><![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]></string>\n</dict>\n</plist>\n`,
  registry: (text) =>
    `Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]\r\n"inferenceProvider"="anthropic"\r\n"${key}"="${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"\r\n`,
};

/** Strings with everything that some format escapes. */
const word = fc.oneof(
  fc.constantFrom(
    'a',
    'Bash',
    '<b>',
    'a&b',
    '"quoted"',
    'C:\\Tools\\run',
    ']]>',
    '&amp;',
    '%PATH%',
    '😀',
    'ä',
    '\t',
    '\\"',
    '\u2028',
  ),
  fc.string({ maxLength: 6 }),
);
const value: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    word,
    fc.integer(),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), tie('value'), { maxKeys: 3 }),
  ),
})).value;
const servers = fc.array(fc.dictionary(fc.constantFrom('name', 'url', 'args', 'toolPolicy'), value, { minKeys: 1 }), {
  minLength: 1,
  maxLength: 3,
});

type Edit = (syntax: Syntax, text: string, top: Node) => TextEdit | undefined;

/** Returns the node with that number among those below `top`, in text order. */
const pick = (top: Node, index: number): Node => {
  const nodes = [...walk(top)];
  return nodes[index % nodes.length] ?? top;
};
const objects = (top: Node): ObjectNode[] => [...walk(top)].filter((node) => node.type === 'object');
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(50), value).map(
    ([index, to]): Edit =>
      (syntax, text, top) =>
        syntax.replaceValue(text, pick(top, index), to),
  ),
  fc.tuple(fc.nat(50), word, value).map(
    ([index, name, to]): Edit =>
      (syntax, text, top) => {
        const all = objects(top);
        const object = all[index % all.length];
        return object && syntax.addProperty(text, object, `new ${name}`, to);
      },
  ),
  fc.nat(50).map(
    (index): Edit =>
      (syntax, text, top) => {
        const all = objects(top).flatMap(({ properties }) => properties);
        const property = all[index % all.length];
        return property && syntax.removeProperty(text, property);
      },
  ),
  fc.tuple(fc.nat(50), word).map(
    ([index, name]): Edit =>
      (syntax, text, top) => {
        const all = objects(top).flatMap(({ properties }) => properties);
        const property = all[index % all.length];
        return property && syntax.renameKey(text, property, `new ${name}`);
      },
  ),
);

/** Edits a JSON text by itself and inside a file: the results must be equal, and the rest of the file must not change. */
function editsAgree(t: TestContext, syntax: Syntax, container: (text: string) => string): number {
  let done = 0;
  fc.assert(
    fc.property(servers, edits, fc.boolean(), (list, edit, isIndented) => {
      const plain = JSON.stringify(list, null, isIndented ? 1 : undefined);
      const root = json.parse(plain).root;
      assert.ok(root);
      const direct = edit(json, plain, root);
      const text = container(plain);
      const parsed = syntax.parse(text);
      assert.deepEqual(parsed.problems, []);
      const tree = child(parsed.root, key);
      assert.ok(tree, text);
      assert.deepEqual(toValue(tree), JSON.parse(plain));
      const inside = edit(syntax, text, tree);
      assert.equal(inside === undefined, direct === undefined);
      if (!inside || !direct) return;
      const after = applyEdits(text, [inside]);
      const again = syntax.parse(after);
      assert.deepEqual(again.problems, [], after);
      const { [key]: edited, ...others } = toValue(again.root) as Record<string, unknown>;
      const { [key]: _, ...before } = toValue(parsed.root) as Record<string, unknown>;
      const wanted = toValue(json.parse(applyEdits(plain, [direct])).root);
      // Lists and objects are parsed; other values stay strings.
      assert.deepEqual(typeof edited === 'string' ? JSON.parse(edited) : edited, wanted, after);
      assert.deepEqual(others, before);
      done++;
    }),
    random(t, 300),
  );
  return done;
}

for (const [format, container] of Object.entries(containers)) {
  test(`edits inside JSON in ${format} come to the same as in JSON alone`, (t) => {
    console.log(`  ${format}: ${editsAgree(t, policySyntax, container)} edits`);
  });
}

test('a codec that forgets to escape is found', (t) => {
  const careless: OuterSyntax = {
    ...jsonWithEmbedded,
    embeddedTextOf: (text, node) => {
      const inner = jsonWithEmbedded.embeddedTextOf(text, node);
      return inner && { ...inner, encode: (piece) => piece };
    },
  };
  const syntax = embeddedSyntax(careless, (name) => name === key);
  assert.throws(() => editsAgree(t, syntax, containers.json ?? String));
});

test('a codec that counts letters wrongly is found', (t) => {
  const careless: OuterSyntax = {
    ...jsonWithEmbedded,
    embeddedTextOf: (text, node) => {
      const inner = jsonWithEmbedded.embeddedTextOf(text, node);
      return inner && { ...inner, offsets: inner.offsets.map((_, i) => node.inner.start + i) };
    },
  };
  const syntax = embeddedSyntax(careless, (name) => name === key);
  assert.throws(() => editsAgree(t, syntax, containers.json ?? String));
});
