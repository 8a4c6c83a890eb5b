import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { effective } from '../../server/core/effective/effective.ts';
import { effectiveInput } from '../../server/core/effective/fromWorkspace.ts';
import type { EffectiveResult, EffectiveTool, ToolState } from '../../server/core/effective/model.ts';
import { convert } from '../../server/core/policy/convert/convertPolicy.ts';
import { type PolicyFormat, policyFormats } from '../../server/core/policy/convert/policyFormat.ts';
import { evaluate } from '../core/effective/runCase.ts';
import { base, workspaceOf } from '../support/lint.ts';
import { random } from '../support/property.ts';
import { randomFrom, shuffleKeys } from './transform.ts';

const withoutOrigin: ReadonlySet<string> = new Set(['provider', 'surface', 'floor', 'default']);
let runs = 0;
const counted = (input: object): EffectiveResult => {
  runs++;
  return evaluate(input).result;
};

const toolsOf = (result: EffectiveResult): [string, EffectiveTool][] =>
  Object.entries(result.surfaces).flatMap(([surface, { builtinTools, servers }]) => [
    ...builtinTools.map((tool): [string, EffectiveTool] => [`${surface}/${tool.name}`, tool]),
    ...servers.flatMap(({ name, plugin, tools }) =>
      tools.map((tool): [string, EffectiveTool] => [`${surface}/${plugin}/${name}/${tool.name}`, tool]),
    ),
  ]);

/** Asserts that every state has a rule, a location unless the rule has none, and one step that decides. */
function assertSound(result: EffectiveResult, length: number): void {
  for (const [where, tool] of toolsOf(result)) {
    const { kind } = tool.rule;
    assert.equal(tool.origin === null, withoutOrigin.has(kind), `${where}: ${kind}`);
    assert.equal(tool.steps.filter(({ outcome }) => outcome === 'decides').length, 1, where);
    const { start, end } = tool.origin?.range ?? { start: 0, end: 1 };
    assert.ok(start < end && end <= length, `${where}: ${start}–${end}`);
  }
  for (const { servers } of Object.values(result.surfaces)) {
    for (const { name, active, reason, why } of servers) {
      assert.equal(active, reason === null, name);
      assert.equal(active, why === null, name);
    }
  }
}

const letter = fc.constantFrom('a', 'b', '_', '*');
const key = fc.array(letter, { minLength: 1, maxLength: 5 }).map((letters) => letters.join(''));
const tool = fc
  .array(fc.constantFrom('a', 'b', '_'), { minLength: 1, maxLength: 5 })
  .map((letters) => letters.join(''));
const permission = fc.constantFrom('allow', 'ask', 'blocked');
const policy = fc.dictionary(key, permission, { maxKeys: 6 });
const version = fc.constantFrom('1.14271.0', '1.19367.0', '1.22209.0', '1.40609.0', '1.46388.4', '2.7032.0');
const tools = fc.uniqueArray(tool, { minLength: 1, maxLength: 6 });

const managedCase = (app: string, toolPolicy: object, names: readonly string[]) => ({
  app,
  policy: { managedMcpServers: [{ name: 's', transport: 'http', url: 'https://s.example.com', toolPolicy }] },
  tools: { s: names },
});
const pluginCase = (app: string, toolPolicy: Record<string, string>, names: readonly string[]) => ({
  app,
  policy: {
    orgPluginSettings: [
      { serverName: 's', tools: Object.entries(toolPolicy).map(([toolName, of]) => ({ toolName, permission: of })) },
    ],
  },
  plugins: [
    {
      dir: 'p',
      manifest: { name: 'p', installationPreference: 'required' },
      mcp: { mcpServers: { s: { type: 'http', url: 'https://s.example.com' } } },
    },
  ],
  tools: { s: names },
});

const strictness: Readonly<Record<ToolState, number>> = {
  allow: 0,
  user: 1,
  'cc-prompt': 1,
  ask: 2,
  blocked: 3,
  removed: 4,
  absent: 4,
};

test('adding a blocked never loosens', (t) => {
  fc.assert(
    fc.property(
      version,
      policy,
      key,
      tools,
      fc.constantFrom(managedCase, pluginCase),
      (app, of, added, names, make) => {
        fc.pre(!Object.hasOwn(of, added));
        const before = new Map(toolsOf(counted(make(app, of, names))));
        const after = toolsOf(counted(make(app, { ...of, [added]: 'blocked' }, names)));
        for (const [where, { state }] of after) {
          const was = before.get(where);
          if (was) assert.ok(strictness[state] >= strictness[was.state], `${where}: ${was.state} became ${state}`);
        }
      },
    ),
    random(t, 400),
  );
});

const decisions = (result: EffectiveResult): unknown => [
  toolsOf(result)
    .map(([where, { state, rule, certainty }]) => [where, state, rule, certainty])
    .sort((a, b) => (String(a) < String(b) ? -1 : 1)),
  Object.entries(result.surfaces).map(([surface, { servers }]) => [
    surface,
    servers.map(({ name, plugin, active, reason }) => `${plugin}/${name} ${active} ${reason}`).sort(),
  ]),
];

test('the order of keys never matters', (t) => {
  fc.assert(
    fc.property(version, policy, tools, fc.integer(), (app, of, names, seed) => {
      for (const make of [managedCase, pluginCase]) {
        const input = make(app, of, names);
        const other = shuffleKeys(input, randomFrom(seed));
        assert.deepEqual(decisions(counted(other)), decisions(counted(input)));
      }
    }),
    random(t, 200),
  );
});

test('without an exact entry the strictest of the wildcards that match wins', (t) => {
  fc.assert(
    fc.property(policy, tools, (of, names) => {
      const wildcards = Object.fromEntries(Object.entries(of).filter(([pattern]) => pattern.includes('*')));
      const result = counted(managedCase('1.46388.4', wildcards, names));
      for (const { name, state } of result.surfaces.cowork?.servers[0]?.tools ?? []) {
        const pattern = (each: string) => new RegExp(`^${each.replaceAll('*', '.*')}$`);
        const matching = Object.entries(wildcards).flatMap(([each, said]) => (pattern(each).test(name) ? said : []));
        const strictest = ['blocked', 'ask', 'allow'].find((said) => matching.some((each) => each === said)) ?? 'user';
        assert.equal(state, strictest, `${name} in ${JSON.stringify(wildcards)}`);
      }
    }),
    random(t, 400),
  );
});

const fileNames = { json: 'p.json', linux: 'p.json', mobileconfig: 'p.mobileconfig', plist: 'p.plist', reg: 'p.reg' };

/** Returns what a policy file decides, in any format, with the tools of its server `s` known. */
function decidedBy(format: PolicyFormat, text: string, names: readonly string[]): EffectiveResult {
  const name = fileNames[format];
  runs++;
  const input = effectiveInput(workspaceOf({ [name]: text }), {
    policies: [{ uri: `${base}/${name}`, role: 'managed' }],
    target: { minimumVersion: '1.46388.4', date: '2026-09-15', hosts: ['desktop-3p'] },
    tools: new Map([['s', names.map((each) => ({ name: each }))]]),
  });
  return effective(input);
}

test('in another format a policy decides the same', (t) => {
  const builtin = fc.record({
    disabledBuiltinTools: fc.uniqueArray(fc.constantFrom('Bash', 'Write', 'WebSearch', 'Task')),
    builtinToolPolicy: fc.dictionary(fc.constantFrom('Edit', 'Read', 'Bash(rm *)'), fc.constantFrom('allow', 'ask')),
    isLocalDevMcpEnabled: fc.boolean(),
  });
  fc.assert(
    fc.property(policy, builtin, tools, (of, more, names) => {
      const text = JSON.stringify({ inferenceProvider: 'vertex', ...more, ...managedCase('', of, names).policy });
      const expected = decisions(decidedBy('json', text, names));
      for (const format of policyFormats) {
        const { text: converted } = convert(text, format);
        assert.deepEqual(decisions(decidedBy(format, converted, names)), expected, `${format}: ${text}`);
      }
    }),
    random(t, 60),
  );
});

test('every state names its rule and its place', (t) => {
  fc.assert(
    fc.property(version, policy, tools, (app, of, names) => {
      for (const make of [managedCase, pluginCase]) {
        const { result, text } = evaluate(make(app, of, names));
        runs++;
        assertSound(result, text.length);
      }
    }),
    random(t, 200),
  );
});

/** Words of the domain, so that arbitrary values reach deep into the evaluation. */
const word = fc.constantFrom(
  'name',
  'transport',
  'url',
  'http',
  'stdio',
  'policy-only',
  'command',
  'toolPolicy',
  'oauth',
  'clientId',
  'server',
  'microsoft365',
  'serverName',
  'tools',
  'toolName',
  'permission',
  'mcpServers',
  'type',
  'Bash',
  'Bash(ls)',
  'ask',
  'blocked',
  '__proto__',
  'constructor',
  'https://a.example.com',
  'http://a.example.com',
  '${user_config.x}',
  '[]',
  '{"a":1}',
  '',
  '*',
);
const domainJson = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    word,
    fc.boolean(),
    fc.constant(null),
    fc.integer(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(word, tie('value'), { maxKeys: 5 }),
  ),
})).value;
const anything = fc.oneof(domainJson, fc.jsonValue());
const policyKey = fc.constantFrom(
  'managedMcpServers',
  'orgPluginSettings',
  'builtinToolPolicy',
  'disabledBuiltinTools',
  'allowedPluginMcpServers',
  'deniedPluginMcpServers',
  'isLocalDevMcpEnabled',
  'isDesktopExtensionEnabled',
  'isDxtEnabled',
  'inferenceProvider',
  'bootstrapUrl',
  'mcp',
  '$schemaVersion',
  '__proto__',
);
const anyPolicy = fc.oneof(fc.dictionary(policyKey, anything, { maxKeys: 8 }), anything);
const anyCase = fc.record(
  {
    app: fc.oneof(version, anything),
    date: fc.oneof(fc.constantFrom('2026-09-15', '2026-11-21', 'never'), anything),
    policy: anyPolicy,
    local: anyPolicy,
    bootstrapResponse: anyPolicy,
    registry: fc.record({ HKLM: anyPolicy, HKCU: anyPolicy }, { requiredKeys: [] }),
    plugins: fc.oneof(
      fc.array(fc.record({ dir: word, manifest: anything, mcp: anything, installed: fc.boolean() })),
      anything,
    ),
    userServers: anything,
    extensions: anything,
    tools: anything,
    ccManaged: anything,
    files: anything,
  },
  { requiredKeys: [] },
);

test('no JSON makes it throw, and whatever comes out is sound', (t) => {
  fc.assert(
    fc.property(anyCase, (input) => {
      const { result, text } = evaluate(input);
      runs++;
      assertSound(result, text.length);
    }),
    random(t, 500, 1_500),
  );
  console.log(`  ${runs} evaluations of the properties`);
});
