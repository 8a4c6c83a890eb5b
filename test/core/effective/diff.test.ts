import assert from 'node:assert/strict';
import test from 'node:test';
import { comparisonSummary, headline, standingTerm } from '../../../server/core/diff/changeWords.ts';
import { marker } from '../../../server/core/diff/comment.ts';
import { matchLines } from '../../../server/core/diff/lines.ts';
import type { Change, Comparison, Standing } from '../../../server/core/diff/model.ts';
import { compare, entry, fleet, page, plugin } from '../../support/compared.ts';

/** Returns a change in one line: `looser docs › a [cowork] ask → allow`. */
const short = ({ kind, server, plugin: from, tools, unlisted, surfaces, before, after }: Change): string => {
  const names = [...tools, ...(unlisted === null ? [] : ['*'])].join(', ');
  return `${kind} ${server ?? from ?? 'built-in'} › ${names} [${surfaces}] ${word(before)} → ${word(after)}`;
};
const word = (standing: Standing) => (standing.is === 'inactive' ? standing.reason : standing.is);
const shorts = (comparison: Comparison) => comparison.changes.map(short);

test('what a tool may do more, and what less', () => {
  const { changes } = compare(fleet({ a: 'ask', b: 'allow', c: 'blocked' }), fleet({ a: 'allow', b: 'ask', c: 'ask' }));
  assert.deepEqual(changes.map(short), [
    'looser docs › a [cowork,code,chat] ask → allow',
    'looser docs › c [cowork,code,chat] blocked → ask',
    'stricter docs › b [cowork,code,chat] allow → ask',
  ]);
  const [first, , last] = changes;
  assert.deepEqual(first?.cause.line, { sign: '+', text: '"a": "allow"' });
  assert.deepEqual(first?.cause.rule, { kind: 'exact', key: 'a' });
  assert.deepEqual(first?.inCode, { before: { is: 'ask' }, after: { is: 'cc-prompt' } });
  assert.deepEqual(last?.inCode, { before: { is: 'cc-prompt' }, after: { is: 'ask' } });
});

test('an allow instead of leaving it to the user changes nothing in Code, which asks in its own way', () => {
  assert.deepEqual(shorts(compare(fleet(), fleet({ a: 'allow' }))), ['looser docs › a [cowork,chat] user → allow']);
});

test('a tool that only one side names is compared with what the other lets it do', () => {
  assert.deepEqual(shorts(compare(fleet({ 'read_*': 'allow' }), fleet({ 'read_*': 'allow', read_a: 'allow' }))), []);
  assert.deepEqual(shorts(compare(fleet({ 'read_*': 'ask', read_a: 'blocked' }), fleet({ 'read_*': 'ask' }))), [
    'looser docs › read_a [cowork,code,chat] blocked → ask',
  ]);
});

test('a line that went is quoted where the line that decides now stood before', () => {
  const { changes } = compare(fleet({ 'read_*': 'ask', read_a: 'blocked' }), fleet({ 'read_*': 'ask' }));
  assert.deepEqual(changes[0]?.cause.line, { sign: '-', text: '"read_a": "blocked"' });
  assert.deepEqual(changes[0]?.cause.rule, { kind: 'wildcard', key: 'read_*' });
  const [removed] = compare(fleet({ a: 'blocked' }), fleet({})).changes;
  assert.deepEqual([removed?.cause.side, removed?.cause.rule], ['old', { kind: 'exact', key: 'a' }]);
});

test('tools that nobody lists count too, together with those of the same line', () => {
  const tools = { tools: { docs: ['a', 'b'] } };
  const comparison = compare({ ...fleet({ '*': 'ask' }), ...tools }, { ...fleet({ '*': 'allow' }), ...tools });
  assert.deepEqual(shorts(comparison), ['looser docs › a, b, * [cowork,code,chat] ask → allow']);
  assert.equal(comparison.counts.looser, 3);
});

test('surfaces that stay as they are, and why', () => {
  const old = fleet({ 'update_*': 'ask' });
  const { changes } = compare(old, fleet({ 'update_*': 'ask', update_tags: 'allow' }));
  assert.deepEqual(changes.map(short), ['looser docs › update_tags [cowork] ask → allow']);
  assert.deepEqual(
    changes[0]?.elsewhere.map(({ surfaces, state, rule }) => [surfaces, state, rule]),
    [[['code', 'chat'], 'ask', { kind: 'wildcard', key: 'update_*' }]],
  );
});

test('the most dangerous first: destructive, then what changes data', () => {
  const tools = {
    tools: {
      docs: [
        'a',
        { name: 'z', annotations: { destructiveHint: true } },
        { name: 'm', annotations: { readOnlyHint: false } },
      ],
    },
  };
  const { changes } = compare(
    { ...fleet({ a: 'ask', m: 'ask', z: 'ask' }), ...tools },
    { ...fleet({ a: 'allow', m: 'allow', z: 'allow' }), ...tools },
  );
  assert.deepEqual(
    changes.map(({ tools: [tool], risk }) => [tool, risk]),
    [
      ['z', 'destructive'],
      ['m', 'changes-data'],
      ['a', 'other'],
    ],
  );
});

test('a server that comes or goes; its blocked tools do not start', () => {
  const none = { policy: { inferenceProvider: 'vertex' } };
  const one = { policy: { inferenceProvider: 'vertex', ...fleet({ a: 'ask', b: 'blocked' }).policy } };
  const came = compare(none, one);
  assert.deepEqual(shorts(came), [
    'newly-active docs › * [cowork,code,chat] missing → user',
    'newly-active docs › a [cowork,code,chat] missing → ask',
  ]);
  assert.deepEqual([came.counts.started, headline(came)], [1, '1 server starts']);
  assert.deepEqual(shorts(compare(one, none)), [
    'gone docs › * [cowork,code,chat] user → missing',
    'gone docs › a [cowork,code,chat] ask → missing',
  ]);
  const blocked = { policy: { inferenceProvider: 'vertex', ...fleet({ '*': 'blocked' }).policy } };
  assert.deepEqual(shorts(compare(none, blocked)), ['newly-active docs › * [cowork,code,chat] missing → blocked']);
});

test('of a server whose tools are listed others are not told', () => {
  const tools = { tools: { docs: ['a'] } };
  assert.deepEqual(shorts(compare({ policy: {}, ...tools }, { ...fleet(), ...tools })), [
    'newly-active docs › a [cowork,code,chat] missing → user',
  ]);
});

test('a server that is dropped by mistake', () => {
  const { changes } = compare(fleet(), fleet(undefined, { url: 'http://docs.example.com/mcp' }));
  assert.deepEqual(changes.map(short), ['gone docs › * [cowork,code,chat] user → invalid-entry']);
  assert.match(changes[0]?.mistake ?? '', /https is required/);
  assert.deepEqual(changes[0]?.cause.line, { sign: '+', text: '"url": "http://docs.example.com/mcp"' });
});

test('a plugin that is installed for everyone brings its server; Chat is unknown', () => {
  const rules = { orgPluginSettings: [{ serverName: 'review', tools: [{ toolName: 'post', permission: 'ask' }] }] };
  const { changes } = compare(
    { policy: rules, plugins: [plugin('available')], tools: { review: ['get', 'post'] } },
    { policy: rules, plugins: [plugin('required')], tools: { review: ['get', 'post'] } },
  );
  assert.deepEqual(changes.map(short), [
    'newly-active review › get [cowork,code] plugin-not-installed → user',
    'newly-active review › post [cowork,code] plugin-not-installed → ask',
  ]);
  const [get, post] = changes;
  assert.deepEqual([get?.doubtful, get?.inCode?.after], [['chat'], { is: 'cc-prompt' }]);
  assert.deepEqual(post?.cause.line, { sign: '+', text: '"installationPreference": "required"' });
  assert.deepEqual(
    post?.decides.map(({ rule }) => rule),
    [{ kind: 'orgPluginSettings' }],
  );
});

test('a plugin without servers is a change of its own', () => {
  const bare = (preference: string) => ({ policy: {}, plugins: [{ ...plugin(preference), mcp: {} }] });
  assert.deepEqual(shorts(compare(bare('available'), bare('required'))), [
    'newly-active reviewer ›  [cowork,code,chat] plugin-not-installed → active',
  ]);
  assert.equal(headline(compare(bare('available'), bare('required'))), '1 plugin starts');
});

test('the same name with another address or command is told, and its secrets are not', () => {
  const other = compare(fleet(), fleet(undefined, { url: 'https://evil.example.com/mcp' })).changes;
  assert.deepEqual(other.map(short), ['redirected docs ›  [cowork,code,chat] active → active']);
  assert.deepEqual(other[0]?.cause.rule, { kind: 'field', name: 'url' });
  const local = (args: readonly string[]) => ({
    policy: { managedMcpServers: [{ name: 'l', transport: 'stdio', command: 'npx', args }] },
  });
  const [change, ...more] = compare(local(['a']), local(['--pin', '1234'])).changes;
  assert.deepEqual(
    [change?.kind, change?.cause.rule, change?.cause.line, more.length],
    ['redirected', { kind: 'field', name: 'args' }, null, 0],
  );
  assert.deepEqual(shorts(compare(fleet(), fleet(undefined, { headers: { 'X-Team': 'a' } }))), []);
});

test('built-in tools: removed by policy is stricter, missing for want of a provider is gone', () => {
  assert.deepEqual(
    shorts(
      compare(
        { policy: { inferenceProvider: 'vertex' } },
        { policy: { inferenceProvider: 'vertex', disabledBuiltinTools: ['Bash', 'Read'] } },
      ),
    ),
    [
      'stricter built-in › Bash [cowork,code] allow → removed',
      'stricter built-in › Read [cowork,code,chat] allow → removed',
    ],
  );
  assert.deepEqual(
    shorts(compare({ policy: { inferenceProvider: 'bedrock' } }, { policy: { inferenceProvider: 'vertex' } })),
    ['newly-active built-in › WebSearch [cowork,code,chat] removed → allow'],
  );
});

test('rules about some calls of a built-in tool', () => {
  const of = (builtinToolPolicy: object) => ({ policy: { inferenceProvider: 'vertex', builtinToolPolicy } });
  const [removed, ...more] = compare(of({ Bash: 'allow', 'Bash(rm *)': 'ask' }), of({ Bash: 'allow' })).changes;
  assert.deepEqual([removed && short(removed), more], ['looser built-in › Bash(rm *) [code] ask → allow', []]);
  assert.deepEqual([removed?.risk, removed?.cause.line?.text], ['changes-data', '"Bash(rm *)": "ask"']);
  assert.deepEqual(shorts(compare(of({ Bash: 'ask' }), of({ Bash: 'ask', 'Bash(rm *)': 'ask' }))), []);
});

test('another source in force', () => {
  const comparison = compare({ policy: { disabledBuiltinTools: ['Bash'] } }, {});
  assert.deepEqual(comparison.source, { before: 'managed', after: 'none' });
  assert.deepEqual(shorts(comparison), ['looser built-in › Bash [cowork,code] removed → allow']);
  assert.match(comparisonSummary(comparison), /Another source is in force: a managed policy before, no policy now\.$/);
});

test('servers that are inactive as before', () => {
  const { inactive, changes } = compare(
    { policy: {}, plugins: [plugin('available')] },
    { policy: {}, plugins: [plugin('available')] },
  );
  assert.deepEqual(changes, []);
  assert.deepEqual(
    inactive.map(({ server, reason }) => [server, reason]),
    [['review', 'plugin-not-installed']],
  );
});

test('lines: what stays is matched, commas and indentation do not count', () => {
  const { newToOld, oldToNew } = matchLines('{\n "a": 1,\n "b": 2\n}', '{\n  "a": 1,\n  "c": 3,\n  "b": 2\n}\n');
  assert.deepEqual(newToOld, [0, 1, undefined, 2, 3, undefined]);
  assert.deepEqual(oldToNew, [0, 1, 3, 4]);
  assert.deepEqual(matchLines('', '').newToOld, [0]);
});

// --- the page -------------------------------------------------------------------------------------------------------

test('the page for a pull request', () => {
  const text = page(fleet({ 'update_*': 'ask' }), fleet({ 'update_*': 'ask', update_tags: 'allow' }));
  assert.deepEqual(text.split('\n').slice(0, 9), [
    marker,
    '### ⚠️ Effective tools: 1 becomes looser',
    '',
    '`main` (3f2c1ab) → working tree · minimum version 1.46388.4 · 2026-11-21',
    '',
    '| | Change | Surface | Before → after | Because of |',
    '|---|---|---|---|---|',
    '| ⚠️ **Looser** | docs › `update_tags` | Cowork | Ask → **Allow** | [fleet.json:10](fleets/fleet.json#L10) `+ "update_tags": "allow"`; Code and Chat keep Ask |',
    '',
  ]);
  assert.match(
    text,
    /\| Cowork: \*\*Allow\*\* \| `update_tags: allow` \(line 10\) \| `update_\*: ask` \(line 9\) \| our reading \|/,
  );
  assert.match(text, /To ask everywhere, remove the entry of this tool in line 10\./);
  assert.match(text, /Reproduce: `plugboard diff main` · fails with `--fail-on looser`<\/sub>$/);
  assert.match(page(fleet(), fleet()), /^### ✅ Effective tools: no change$/m);
});

test('names from files cannot leave their cell', () => {
  const hostile =
    '`|</td><img src=x onerror=alert(1)>\n| @everyone [x](javascript:alert(1)) **b** \\| www.evil.example';
  const text = page(
    { policy: {} },
    { policy: { managedMcpServers: [entry({ [hostile]: 'allow' }, { name: hostile })] } },
  );
  const rows = text.split('\n').filter((line) => line.startsWith('| 🔌'));
  assert.ok(rows.length > 0);
  for (const row of rows) {
    assert.equal(row.match(/(?<!\\)\|/g)?.length, 6, row);
    assert.doesNotMatch(row, /<(?!\/?code>)|@everyone|\]\(javascript|www\.evil/);
  }
});

test('words for people', () => {
  assert.equal(standingTerm({ is: 'inactive', reason: 'shadowed-by:managed', why: '' }).label, 'Shadowed');
  assert.equal(standingTerm({ is: 'inactive', reason: 'local-servers-blocked', why: '' }).label, 'Switched off');
  assert.equal(comparisonSummary(compare(fleet(), fleet({ a: 'allow' }))).split('.')[0], '1 tool becomes looser');
});
