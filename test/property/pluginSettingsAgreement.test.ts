import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { atLeast } from '../../server/core/base/version.ts';
import policyKind from '../../server/core/kinds/policy/index.ts';
import { evaluate } from '../core/effective/runCase.ts';
import { lintFiles } from '../support/lint.ts';
import { random } from '../support/property.ts';
import { dates, versions } from '../support/randomEntries.ts';

interface Case {
  readonly value: unknown;
  readonly app: string;
  readonly date: string;
}

const odd = fc.constantFrom<unknown>(null, '', 0, true, [], {}, 'x', ['x']);
const permission = fc.constantFrom<unknown>(
  'allow',
  'ask',
  'blocked',
  'ask-session',
  'deny',
  'Ask',
  '',
  null,
  1,
  undefined,
);

const rules = fc.array(fc.record({ permission, hasName: fc.constantFrom(true, true, true, false) }), { maxLength: 3 });
/** Each rule has a different tool, so that only one place in the text is about it. */
const toolOf = (entry: number, rule: number, hasName: boolean): string => (hasName ? `tool${entry}${rule}` : '');

const server = fc.constantFrom<unknown>('a', 'b', '', null, undefined);
const list = fc
  .uniqueArray(fc.record({ server, rules }), { maxLength: 3, selector: ({ server: name }) => name })
  .map((entries) =>
    entries.map((entry, i) => ({
      serverName: entry.server,
      tools: entry.rules.map((rule, j) => ({ toolName: toolOf(i, j, rule.hasName), permission: rule.permission })),
    })),
  );
const record = fc.dictionary(fc.constantFrom('a', 'b'), rules).map((servers) => ({
  mcpServers: Object.fromEntries(
    Object.entries(servers).map(([name, of], i) => [
      name,
      {
        toolPolicy: Object.fromEntries(of.map((rule, j) => [toolOf(i, j, rule.hasName), rule.permission])),
      },
    ]),
  ),
}));

const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: list },
  { weight: 3, arbitrary: record },
  { weight: 1, arbitrary: odd },
  { weight: 1, arbitrary: odd.map((mcpServers) => ({ mcpServers })) },
  { weight: 1, arbitrary: odd.map((entry) => [entry]) },
);
const cases: fc.Arbitrary<Case> = fc.record({ value, app: versions, date: dates });

const failsClosed = ({ app }: Case): boolean => atLeast(app, '1.40609.0');

/** Returns what the findings say: about the whole key, and about each rule by the text around its tool. */
function ofRules(each: Case): { isAllBlocked: boolean; says: readonly string[]; ofTool: (text: string) => string } {
  const text = JSON.stringify({ orgPluginSettings: each.value });
  const target = { minimumVersion: each.app, date: each.date, hosts: ['desktop-3p'] as const };
  const found = lintFiles({ 'policy.json': text }, { target, levels: {} }, [policyKind]);
  const says = found.map(({ message }) => message);
  const whole = text.slice(text.indexOf(':') + 1, -1);
  const isUnreadable = found.some(
    ({ message, rule, range }) =>
      /cannot read/.test(message) || (rule === 'policy/schema' && text.slice(range.start, range.end) === whole),
  );
  return {
    isAllBlocked:
      (isUnreadable && failsClosed(each)) || says.some((message) => /has not been read since/.test(message)),
    says,
    ofTool: (name) => {
      const at = text.indexOf(name);
      // A property of a record ends at a comma, an object in a list at its brace.
      const end = text.slice(at).search(text.startsWith('":', at + name.length) ? /[,}]/ : /\}/) + at;
      return found
        .filter(({ range }) => range.start >= at - 1 && range.end <= end)
        .map(({ message }) => message)
        .join(' ');
    },
  };
}

const tools = [0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => toolOf(i, j, true)));
const servers = ['a', 'b', 'other'];
const plugin = {
  dir: 'p',
  manifest: { name: 'p', installationPreference: 'required' },
  mcp: {
    mcpServers: Object.fromEntries(servers.map((name) => [name, { type: 'http', url: 'https://a.example.com' }])),
  },
};

function ofEffective({ value: orgPluginSettings, app, date }: Case) {
  const known = Object.fromEntries(servers.map((name) => [name, tools]));
  const { result } = evaluate({ app, date, policy: { orgPluginSettings }, plugins: [plugin], tools: known });
  const found = result.surfaces.cowork?.servers ?? [];
  return {
    isAllBlocked: found.find(({ name }) => name === 'other')?.unlisted.state === 'blocked',
    lockOf: (serverName: string, tool: string) => {
      const verdict = found.find(({ name }) => name === serverName)?.tools.find(({ name }) => name === tool);
      return verdict?.rule.kind === 'orgPluginSettings' ? verdict.state : 'none';
    },
  };
}

/** Returns what the finding at a rule says about its tool; without a finding, what the rule says. */
function lockSaid(message: string, written: unknown, each: Case): string {
  if (/is dropped and the tool is not locked/.test(message)) return 'none';
  if (/drop the rule and do not lock the tool/.test(message) && !failsClosed(each)) return 'none';
  if (/the app blocks the tool because of this value/i.test(message) && !/From 2026-10-07/.test(message))
    return 'blocked';
  return written === 'ask-session' ? 'ask' : String(written);
}

/** Yields the rules of a value in either form, by server. */
function* written(of: unknown): Generator<readonly [server: string, tool: string, permission: unknown]> {
  if (Array.isArray(of)) {
    for (const entry of of)
      for (const rule of entry?.tools ?? [])
        if (entry.serverName && rule.toolName) yield [entry.serverName, rule.toolName, rule.permission];
    return;
  }
  const record = (of as { mcpServers?: Record<string, { toolPolicy?: object }> } | null)?.mcpServers;
  for (const [name, entry] of Object.entries(typeof record === 'object' && record !== null ? record : {}))
    for (const [tool, said] of Object.entries(entry?.toolPolicy ?? {})) if (tool !== '') yield [name, tool, said];
}

/** Returns how the two sides differ, in a few lines; tests can pass another case as `evaluated` on purpose. */
function disagreement(each: Case, evaluated = each): string | undefined {
  const said = ofRules(each);
  const set = ofEffective(evaluated);
  const head = `orgPluginSettings ${JSON.stringify(each.value)}\napp ${each.app} on ${each.date}\n${said.says.join('\n')}`;
  if (said.isAllBlocked !== set.isAllBlocked)
    return `${head}\nall blocked: rules ${said.isAllBlocked}, effective ${set.isAllBlocked}`;
  const isOld = /needs 1\.15200\.0/.test(said.says.join(' '));
  if (set.isAllBlocked) return undefined;
  for (const [name, tool, permissionWritten] of written(JSON.parse(JSON.stringify(each.value)))) {
    const expected = isOld ? 'none' : lockSaid(said.ofTool(tool), permissionWritten, each);
    const actual = set.lockOf(name, tool);
    if (expected !== actual) return `${head}\n${name}/${tool}: rules ${expected}, effective ${actual}`;
  }
  return undefined;
}

/** As many runs find each fault that is planted below. */
const runs = 500;

test('the rules and the effective set agree on what orgPluginSettings locks', (t) => {
  const { failed, counterexample } = fc.check(
    fc.property(cases, (each) => disagreement(each) === undefined),
    random(t, runs, 4_000),
  );
  const [first] = counterexample ?? [];
  assert.ok(!failed, first && disagreement(first));
});

interface ManagedCase extends Case {
  readonly managed: readonly unknown[];
}
const entry = fc.constantFrom<unknown>(
  { name: 'a', transport: 'http', url: 'https://a.example.com' },
  { name: 'a', transport: 'policy-only', toolPolicy: { read: 'ask' } },
  { name: 'b', transport: 'policy-only' },
  { name: 'a', transport: 'policy-only', url: 'https://a.example.com' },
  { name: 'b', transport: 'stdio' },
  { name: 'b' },
);
const managedCases: fc.Arbitrary<ManagedCase> = fc.record({
  value,
  managed: fc.array(entry, { maxLength: 3 }),
  app: versions,
  date: dates,
});

test('the rules and the effective set agree on which names managed entries take from orgPluginSettings', (t) => {
  let count = 0;
  const ignored = ({ value: orgPluginSettings, managed: managedMcpServers, app, date }: ManagedCase) => {
    const policy = { managedMcpServers, orgPluginSettings };
    const target = { minimumVersion: app, date, hosts: ['desktop-3p'] as const };
    const found = lintFiles({ 'policy.json': JSON.stringify(policy) }, { target, levels: {} }, [policyKind]);
    const byRules = found.flatMap(({ rule, message }) =>
      rule === 'policy/org-plugin-settings-managed' ? message : [],
    );
    const { notes } = evaluate({ app, date, policy, plugins: [plugin] }).result;
    const bySet = notes.flatMap(({ message }) => (/ is named `.*`orgPluginSettings`/.test(message) ? message : []));
    count += bySet.length;
    return [new Set(byRules), new Set(bySet)] as const;
  };
  fc.assert(
    fc.property(managedCases, (each) => assert.deepEqual(...ignored(each))),
    random(t, runs, 2_000),
  );
  assert.ok(count > 20, `${count} names were ignored`);
});

const broken: Readonly<Record<string, Partial<Case>>> = {
  'an effective set before the cut-off': { date: '2026-09-01' },
  'an effective set of an older app': { app: '1.22209.0' },
};

for (const [what, change] of Object.entries(broken)) {
  test(`the two sides disagree about orgPluginSettings when one is broken on purpose: ${what}`, (t) => {
    const { failed } = fc.check(
      fc.property(cases, (each) => disagreement(each, { ...each, ...change }) === undefined),
      { ...random(t, runs), endOnFailure: true },
    );
    assert.ok(failed, 'nothing was found');
  });
}
