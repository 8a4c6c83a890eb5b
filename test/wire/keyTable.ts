import fs from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { CompletionItem, Diagnostic, Hover } from 'vscode-languageserver-protocol/node';
import { Lines } from '../../server/core/base/text.ts';
import { kinds } from '../../server/core/kinds/index.ts';
import { catalogue, type PolicyKey } from '../../server/core/policy/catalogue.ts';
import { flatView } from '../../server/core/policy/flatView.ts';
import { policySyntax } from '../../server/core/policy/policySyntax.ts';
import { propertiesOf } from '../../server/core/syntax/node.ts';
import { providerNames } from '../../server/core/vocabulary/policyNames.ts';
import { examplesOf } from '../support/page.ts';
import { root } from '../support/root.ts';
import { type Client, connect } from './support.ts';

/** What the language server does for one key, as measured. */
export interface Row {
  readonly key: PolicyKey;
  /** Formats in which completion offers the key. */
  readonly completion: readonly string[];
  readonly values: readonly string[];
  readonly hover: readonly string[];
  /** Formats in which a wrong value is reported, and those in which one can be written at all. */
  readonly schema: readonly string[];
  readonly canBeWrong: readonly string[];
  /** Rules that report the key, in documents with wrong values or in the examples of their pages. */
  readonly rules: readonly string[];
}

interface Format {
  readonly name: string;
  readonly file: string;
  /** Returns a policy with these entries; `<|>` in one is the cursor. */
  readonly policy: (entries: readonly string[]) => string;
  readonly entry: (key: string, value: unknown) => string;
  /** Returns a key that is being typed. */
  readonly typed: (start: string) => string;
  /** Returns a value that is being typed. */
  readonly asked: (key: string) => string;
  readonly holdsTextOnly: boolean;
}

const profile = (entries: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>PayloadContent</key>
  <array>
    <dict>
      <key>PayloadType</key><string>com.anthropic.claudefordesktop</string>
      <key>PayloadIdentifier</key><string>example.harbour.claude.settings</string>
      <key>PayloadUUID</key><string>6C0E2D54-1F0B-4E0F-9E55-0A5D0B7F7E01</string>
      <key>PayloadVersion</key><integer>1</integer>
${entries}
    </dict>
  </array>
  <key>PayloadType</key><string>Configuration</string>
  <key>PayloadIdentifier</key><string>example.harbour.claude</string>
  <key>PayloadUUID</key><string>6C0E2D54-1F0B-4E0F-9E55-0A5D0B7F7E02</string>
  <key>PayloadVersion</key><integer>1</integer>
</dict>
</plist>
`;
const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');

export const formats: readonly Format[] = [
  {
    name: 'JSON',
    file: 'policy.json',
    policy: (entries) => `{\n  ${entries.join(',\n  ')}\n}\n`,
    entry: (key, value) => `"${key}": ${JSON.stringify(value)}`,
    typed: (start) => `"${start}<|>"`,
    asked: (key) => `"${key}": <|>`,
    holdsTextOnly: false,
  },
  {
    name: 'profile',
    file: 'policy.mobileconfig',
    policy: (entries) => profile(entries.map((entry) => `      ${entry}`).join('\n')),
    entry: (key, value) => `<key>${key}</key>\n      <string>${xml(asText(value))}</string>`,
    typed: (start) => `<key>${start}<|></key>`,
    asked: (key) => `<key>${key}</key>\n      <string><|></string>`,
    holdsTextOnly: true,
  },
  {
    name: 'registry',
    file: 'policy.reg',
    policy: (entries) =>
      [
        'Windows Registry Editor Version 5.00',
        '',
        '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]',
        ...entries,
        '',
      ].join('\r\n'),
    entry: (key, value) => `"${key}"="${escaped(asText(value))}"`,
    typed: (start) => `"${start}<|>"`,
    asked: (key) => `"${key}"="<|>"`,
    holdsTextOnly: true,
  },
];

/** Measures keys of the catalogue with a language server. */
export async function measure(context: TestContext, keys: readonly PolicyKey[] = catalogue.keys): Promise<Row[]> {
  const client = await connect(context, { kinds });
  const oldFleet = await connect(context, { kinds, settings: { target: { minimumVersion: '1.2581.0' } } });
  const found = rulesByKey();
  const rows: Row[] = [];
  for (const key of keys) {
    for (const id of await generalRules(client, oldFleet, key)) add(found, key.key, id);
    rows.push(await measureKey(client, key, found));
  }
  return rows;
}

/** Returns rules that report any key: misspelled, empty, with another provider, with an older minimum version. */
async function generalRules(client: Client, oldFleet: Client, { key, providers, type }: PolicyKey): Promise<string[]> {
  const [json] = formats;
  if (!json) return [];
  const { policy, entry, file } = json;
  const other = providerNames.find((name) => !providers?.includes(name)) ?? 'anthropic';
  const beside = key === 'inferenceProvider' ? entry('isLocalDevMcpEnabled', true) : entry('inferenceProvider', other);
  const ids: string[] = [];
  const tell = async (asked: Client, name: string, value: unknown) => {
    const text = policy([beside, entry(name, value)]);
    const problems = problemsAt(text, await asked.open(file, text), name);
    ids.push(...problems.map(({ code }) => String(code)));
  };
  await tell(client, `${key}x`, true);
  await tell(client, key, '');
  const plausible =
    type === 'boolean' ? true : type === 'integer' ? 5 : /\[\]/.test(type) ? [] : /object/.test(type) ? {} : 'x';
  await tell(client, key, plausible);
  await tell(oldFleet, key, plausible);
  return ids.filter((id) => id !== 'policy/schema');
}

async function measureKey(client: Client, key: PolicyKey, found: ReadonlyMap<string, Set<string>>): Promise<Row> {
  const provider = key.providers?.[0] ?? 'anthropic';
  const rules = new Set(found.get(key.key));
  const completion: string[] = [];
  const values: string[] = [];
  const hover: string[] = [];
  const schema: string[] = [];
  const canBeWrong: string[] = [];
  for (const format of formats) {
    const { file, name } = format;
    const beside: readonly [string, unknown] =
      key.key === 'inferenceProvider'
        ? (['isLocalDevMcpEnabled', true] as const)
        : (['inferenceProvider', provider] as const);
    const policy = (entry: string) => format.policy([format.entry(...beside), entry]);
    const offered = await client.ask<CompletionItem[]>(
      'textDocument/completion',
      file,
      policy(format.typed(key.key.slice(0, 4))),
    );
    if (offered.some(({ label }) => label === key.key)) completion.push(name);
    const expected = key.enum ?? (key.type === 'boolean' ? ['true', 'false'] : []);
    if (expected.length > 0 && !key.type.includes('[]') && !key.type.includes('object')) {
      const items = await client.ask<CompletionItem[]>('textDocument/completion', file, policy(format.asked(key.key)));
      if (expected.every((value) => items.some(({ label }) => label === value))) values.push(name);
    }
    const marked = format.entry(key.key, 'x').replace(key.key, `${key.key.slice(0, 3)}<|>${key.key.slice(3)}`);
    const card = await client.ask<Hover | null>('textDocument/hover', file, policy(marked));
    if (JSON.stringify(card?.contents ?? '').includes(key.title)) hover.push(name);
    for (const wrong of wrongValues(key, format.holdsTextOnly)) {
      if (!canBeWrong.includes(name)) canBeWrong.push(name);
      const text = policy(format.entry(key.key, wrong));
      const problems = await client.open(file, text);
      const here = problemsAt(text, problems, key.key);
      if (here.length > 0 && !schema.includes(name)) schema.push(name);
      for (const { code } of here) rules.add(String(code));
    }
  }
  rules.delete('policy/schema');
  return { key, completion, values, hover, schema, canBeWrong, rules: [...rules].sort() };
}

/** Returns values that the key cannot have. In a format with only strings, a plain string cannot have a wrong type. */
function wrongValues({ type, enum: values, pattern, maxLength }: PolicyKey, textOnly: boolean): unknown[] {
  if (type === 'boolean') return ['perhaps'];
  if (type === 'integer' || type === 'number') return ['many', ...(textOnly ? [] : [[['x']]])];
  if (/\[\]|object/.test(type)) return ['neither list nor object', ...(textOnly ? [] : [true])];
  if (values || pattern) return ['no such value'];
  if (maxLength) return ['x'.repeat(maxLength + 1)];
  return textOnly ? [] : [5, { x: 1 }];
}

/** Returns the problems on the property of `key`. */
function problemsAt(text: string, problems: readonly Diagnostic[], key: string): Diagnostic[] {
  const lines = new Lines(text);
  const tree = policySyntax.parse(text).root;
  const own = propertiesOf(tree && flatView(tree)).filter((property) => property.key === key);
  return problems.filter(({ range }) => {
    const start = lines.offsetAt(range.start);
    return own.some((property) => property.range.start <= start && start <= property.range.end);
  });
}

/** Returns which rules report which key in the examples of their own pages. */
function rulesByKey(): Map<string, Set<string>> {
  const folder = path.join(root, 'server/core/kinds/policy/rules');
  const found = new Map<string, Set<string>>();
  for (const page of fs.readdirSync(folder).filter((name) => name.endsWith('.md'))) {
    const id = `policy/${page.slice(0, -3)}`;
    for (const { blocks } of examplesOf(fs.readFileSync(path.join(folder, page), 'utf8'))) {
      for (const block of blocks.filter(
        ({ fixed, lines }) => fixed === undefined && lines.some((line) => /^\s*\^/.test(line)),
      )) {
        const marks = block.lines.flatMap((line, i) =>
          /^\s*\^+ /.test(line) ? [[i, line.indexOf('^')] as const] : [],
        );
        for (const [index, column] of marks) for (const key of keysAt(block.lines, index, column)) add(found, key, id);
      }
    }
  }
  return found;
}

/** Returns the keys whose property contains the character above a mark. */
function keysAt(lines: readonly string[], index: number, column: number): string[] {
  const isMark = (line: string) => /^\s*\^+ /.test(line);
  const above = lines.slice(0, index).findLastIndex((line) => !isMark(line));
  const offset =
    lines
      .slice(0, above)
      .filter((line) => !isMark(line))
      .join('\n').length +
    (above > 0 ? 1 : 0) +
    column;
  const text = `${lines.filter((line) => !isMark(line)).join('\n')}\n`;
  const tree = policySyntax.parse(text).root;
  return propertiesOf(tree && flatView(tree)).flatMap(({ key, range }) =>
    range.start <= offset && offset <= range.end ? [key] : [],
  );
}

function add(into: Map<string, Set<string>>, key: string, id: string): void {
  const known = into.get(key);
  if (known) known.add(id);
  else into.set(key, new Set([id]));
}
