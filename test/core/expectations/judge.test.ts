import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effective } from '../../../server/core/effective/effective.ts';
import { settingsInForce } from '../../../server/core/effective/inForce.ts';
import { isFlaw, readExpectations } from '../../../server/core/expectations/expectation.ts';
import { expectationWords } from '../../../server/core/expectations/expectationWords.ts';
import { judge, verdictWords } from '../../../server/core/expectations/judge.ts';
import type { Verdict } from '../../../server/core/expectations/verdict.ts';
import { matchesWildcard, wildcardsOverlap } from '../../../server/core/policy/wildcard.ts';
import { json } from '../../../server/core/syntax/json/json.ts';
import { fleet, plugin, sideOf } from '../../support/compared.ts';

const read = (expectation: object) => {
  const [found] = readExpectations(json.parse(JSON.stringify({ expect: [expectation] })).root);
  assert.ok(found);
  return found;
};

function verdictOf(expectation: object, device: object): Verdict {
  const found = read(expectation);
  assert.ok(!isFlaw(found), JSON.stringify(found));
  const { input } = sideOf(device);
  return judge(found, { result: effective(input), inForce: settingsInForce(input) });
}

/** Returns the outcome, and what is told about it. */
function told(expectation: object, device: object): string[] {
  const { outcome, misses, doubts } = verdictOf(expectation, device);
  return [outcome, ...misses.map(({ text }) => text), ...doubts.map(({ text }) => text)];
}

const deletes = { tool: 'delete_*', atMost: 'ask', surfaces: ['cowork'] };

test('a wildcard covers known tools, wildcards of the policy, and tools that nobody has listed', () => {
  assert.deepEqual(told(deletes, fleet()), [
    'missed',
    'Any other tool `delete_*` of `docs` is User decides in Cowork: no rule decides',
  ]);
  assert.deepEqual(told(deletes, fleet({ 'delete_*': 'ask' })), ['met']);
  assert.deepEqual(told(deletes, fleet({ '*': 'blocked' })), ['met']);
  assert.deepEqual(told(deletes, fleet({ 'delete_*': 'ask', delete_all: 'allow' })), [
    'missed',
    '`delete_all` of `docs` is Allow in Cowork',
  ]);
  // Narrower: other tools may be deleted without a prompt.
  assert.deepEqual(told(deletes, fleet({ 'delete_a*': 'ask' })), [
    'missed',
    'Any other tool `delete_*` of `docs` is User decides in Cowork: no rule decides',
  ]);
  // Another wildcard may match the same name.
  assert.deepEqual(told(deletes, fleet({ '*_all': 'allow', 'delete_*': 'ask' })).slice(0, 1), ['missed']);
  assert.deepEqual(told(deletes, fleet({ 'delete_*': 'ask', read: 'allow' })), ['met']);
});

test('a name is decided by its own rule, then by the strictest wildcard, then by what holds for other tools', () => {
  const wipe = { tool: 'wipe', is: 'blocked', surfaces: ['cowork'] };
  assert.deepEqual(told(wipe, fleet({ wipe: 'blocked' })), ['met']);
  assert.deepEqual(told(wipe, fleet({ 'w*': 'ask', 'wi*': 'blocked' })), ['met']);
  assert.deepEqual(told(wipe, fleet({ 'w*': 'blocked', wipe: 'ask' })), [
    'missed',
    '`wipe` of `docs` is Ask in Cowork',
  ]);
  assert.deepEqual(told(wipe, fleet({ read: 'ask' })), [
    'missed',
    '`wipe` of `docs` is User decides in Cowork: no rule decides',
  ]);
});

test('the deciding line is named', () => {
  const [miss] = verdictOf(deletes, fleet({ 'delete_*': 'allow' })).misses;
  assert.ok(miss?.origin);
  assert.equal(verdictOf(deletes, fleet()).misses[0]?.origin, null);
});

test('a server or tool that only a typing mistake can mean is a miss; a wildcard may match nothing', () => {
  const wipe = { tool: 'wipe', is: 'blocked' };
  assert.deepEqual(told({ ...wipe, server: 'dcos' }, fleet()), ['missed', 'There is no server `dcos`']);
  assert.deepEqual(told({ ...wipe, server: 'd*x' }, fleet()), ['met']);
  assert.deepEqual(told({ builtinTool: 'Bahs', is: 'removed' }, {}), ['missed', 'There is no built-in tool `Bahs`']);
  assert.deepEqual(told({ plugin: 'nowhere', is: 'inactive' }, {}), ['missed', 'There is no plugin `nowhere`']);
  assert.deepEqual(told({ plugin: 'nowhere', is: ['inactive', 'missing'] }, {}), ['met']);
  assert.deepEqual(told({ plugin: 'no*', is: 'active' }, {}), ['missed', 'There is no plugin `no*`']);
});

test('a built-in tool that a surface never had is as good as removed', () => {
  const removed = { builtinTool: 'Bash', is: 'removed' };
  const policy = { disabledBuiltinTools: ['Bash'], chatTabEnabled: true };
  assert.deepEqual(told(removed, { policy }), ['met']);
  assert.equal(told(removed, { policy: { chatTabEnabled: true } })[0], 'missed');
});

test('only surfaces that are on are looked at', () => {
  const chat = { builtinTool: 'Read', is: 'blocked', surfaces: ['chat'] };
  assert.equal(verdictOf(chat, { policy: {} }).checked, 0);
  assert.equal(told(chat, { policy: { chatTabEnabled: true } })[0], 'missed');
});

test('servers: whether they run, and where', () => {
  const hosts = (list: string[], more: object = {}) => ({ server: '*', hosts: list, surfaces: ['cowork'], ...more });
  assert.deepEqual(told(hosts(['*.example.com']), fleet()), ['met']);
  assert.deepEqual(told(hosts(['example.com']), fleet()), [
    'missed',
    'Server `docs` is on `docs.example.com` in Cowork',
  ]);
  const local = { policy: { managedMcpServers: [{ name: 'here', transport: 'stdio', command: '/bin/here' }] } };
  assert.deepEqual(told(hosts(['*.example.com']), local), ['missed', 'Server `here` runs on the computer in Cowork']);
  assert.deepEqual(told(hosts(['*.example.com'], { local: true }), local), ['met']);
  assert.deepEqual(told({ server: 'docs', is: 'active' }, fleet()), ['met']);
  assert.deepEqual(told({ server: 'docs', is: 'inactive', surfaces: ['cowork'] }, fleet()), [
    'missed',
    'Server `docs` is active in Cowork',
  ]);
  assert.deepEqual(told({ server: 'gone', is: 'missing' }, fleet()), ['met']);
});

test('plugins: whether they are active', () => {
  assert.deepEqual(told({ plugin: 'reviewer', is: 'active' }, { plugins: [plugin('required')] }), ['met']);
  const offered = told({ plugin: 'reviewer', is: 'active' }, { plugins: [plugin('available')] });
  assert.equal(offered[0], 'missed');
  assert.match(offered[1] ?? '', /^Plugin `reviewer` is inactive \(.+\)$/);
});

test('tabs', () => {
  assert.deepEqual(told({ tab: 'chat', is: 'off' }, { policy: {} }), ['met']);
  const [outcome, text] = told({ tab: 'chat', is: 'off' }, { policy: { chatTabEnabled: true } });
  assert.equal(outcome, 'missed');
  assert.match(text ?? '', /^Chat is on: /);
});

test('settings: by value, and by the order from strict to loose', () => {
  const hosts = (list: string[]) => ({ policy: { coworkEgressAllowedHosts: list } });
  const limit = { setting: 'coworkEgressAllowedHosts', atMost: ['*.example.com'] };
  assert.deepEqual(told(limit, hosts(['a.example.com'])), ['met']);
  assert.deepEqual(told(limit, hosts(['*.example.com'])), ['met']);
  assert.deepEqual(told(limit, hosts(['*.example.com', 'evil.test'])), [
    'missed',
    '`coworkEgressAllowedHosts` is `["*.example.com","evil.test"]`, which adds `evil.test`',
  ]);
  assert.equal(told(limit, hosts(['*']))[0], 'missed');
  const updates = { setting: 'disableAutoUpdates', is: false };
  assert.deepEqual(told(updates, {}), ['met'], 'the default counts');
  assert.deepEqual(told(updates, { policy: { disableAutoUpdates: 'true' } }), [
    'missed',
    '`disableAutoUpdates` is `true`',
  ]);
  assert.deepEqual(told({ setting: 'deploymentDisplayName', is: null }, {}), ['met']);
  assert.equal(
    told({ setting: 'deploymentDisplayName', is: null }, { policy: { deploymentDisplayName: 'x' } })[0],
    'missed',
  );
});

test('a setting that the oldest app of the fleet ignores does not hold', () => {
  const device = { policy: { coworkTabEnabled: false }, app: '1.9658.0' };
  const [outcome, text] = told({ setting: 'coworkTabEnabled', is: false }, device);
  assert.equal(outcome, 'missed');
  assert.match(text ?? '', /but apps before 1\.9659\.0 ignore it$/);
});

test('a secret is not shown', () => {
  const [, text] = told(
    { setting: 'inferenceGatewayApiKey', is: null },
    { policy: { inferenceProvider: 'gateway', inferenceGatewayApiKey: 'sk-very-secret-key' } },
  );
  assert.doesNotMatch(text ?? '', /very-secret/);
});

test('what is not documented is uncertain, not certain', () => {
  const device = { ...fleet(), policy: { chatTabEnabled: true }, plugins: [plugin('required')] };
  const { outcome, misses, doubts } = verdictOf(
    { tool: 'read', plugin: 'reviewer', is: ['user', 'allow', 'ask'], surfaces: ['chat'] },
    device,
  );
  assert.deepEqual([outcome, misses.length, doubts.length], ['unsure', 0, 1]);
});

const flaws: readonly [expectation: unknown, message: RegExp][] = [
  ['text', /must be an object/],
  [{ atMost: 'ask' }, /^Name what the expectation is about/],
  [{ tool: 5, is: 'ask' }, /must be a name/],
  [{ tool: '', is: 'ask' }, /must be a name/],
  [{ tool: 'x' }, /^Say what must hold/],
  [{ tool: 'x', is: 'ask', atMost: 'ask' }, /one claim/],
  [{ tool: 'x', is: 'active' }, /must be one of `allow`/],
  [{ tool: 'x', is: [] }, /must be one of/],
  [{ tool: 'x', atMost: 'removed' }, /must be one of `blocked`, `ask`, `user`, `allow`/],
  [{ plugin: 'x', atMost: 'active' }, /is for tools and settings/],
  [{ plugin: 'x', hosts: [] }, /is for servers/],
  [{ server: 'x', hosts: 'example.com' }, /must be a list/],
  [{ tool: 'x', is: 'ask', surfaces: ['cowrk'] }, /`surfaces` must be a list of/],
  [{ tool: 'x', is: 'ask', surfaces: [] }, /`surfaces` must be a list of/],
  [{ tool: 'x', is: 'ask', surfaces: 'chat' }, /`surfaces` must be a list of/],
  [{ tool: 'x', is: 'ask', fleets: 'office' }, /`fleets` must be a list of names/],
  [{ tab: 'browser', is: 'on' }, /A tab must be one of/],
  [{ setting: 'organizationInstructions', atMost: 'x' }, /have no order/],
  [{ setting: 'noSuchKey', atMost: true }, /have no order/],
];
for (const [expectation, message] of flaws) {
  test(`${JSON.stringify(expectation)} is not an expectation`, () => {
    const found = read(expectation as object);
    assert.ok(isFlaw(found));
    assert.match(found.message, message);
  });
}

test('an expectation as a sentence', () => {
  const words = (expectation: object) => {
    const found = read(expectation);
    assert.ok(!isFlaw(found));
    return expectationWords(found);
  };
  assert.equal(words(deletes), 'Tool `delete_*` in Cowork is at most Ask');
  assert.equal(
    words({ tool: 'x', server: 'crm', is: ['ask', 'blocked'] }),
    'Tool `x` of server `crm` is Ask or Blocked',
  );
  assert.equal(words({ server: '*', hosts: [] }), 'Server `*` uses no host');
  assert.equal(words({ tab: 'code', is: 'off' }), 'Code is off');
  assert.equal(words({ setting: 'chatTabEnabled', is: false }), 'Setting `chatTabEnabled` is `false`');
  assert.equal(
    verdictWords([{ outcome: 'met' }, { outcome: 'missed' }, { outcome: 'unsure' }]),
    '1 expectation does not hold, 1 is uncertain, 1 holds',
  );
  assert.equal(verdictWords([{ outcome: 'met' }]), '1 expectation holds');
});

test('two wildcards overlap exactly if some text matches both', () => {
  const letters = ['a', 'b'];
  const texts = ['', ...letters];
  for (let length = 0; length < 4; length++)
    texts.push(
      ...texts.filter((text) => text.length === length + 1).flatMap((text) => letters.map((letter) => text + letter)),
    );
  const patterns = ['', '*', 'a', 'a*', '*a', 'a*b', '*a*', 'b*', 'ab', 'a**b', '*ab', 'ba*a', 'a*a*', 'bb'];
  for (const a of patterns)
    for (const b of patterns)
      assert.equal(
        wildcardsOverlap(a, b),
        texts.some((text) => matchesWildcard(a, text) && matchesWildcard(b, text)),
        `${a} ${b}`,
      );
});
