import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InlayHint } from '../../../server/core/features/hints/hint.ts';
import { inlayHints } from '../../../server/core/features/hints/inlayHints.ts';
import { sizeText } from '../../../server/core/features/hints/sizes.ts';
import { convert } from '../../../server/core/policy/convert/convertPolicy.ts';
import { base } from '../../support/lint.ts';
import { glance, quay } from './glance.ts';

const none: ReadonlyMap<string, number> = new Map();

const hintsOf = (path: string, changed?: Readonly<Record<string, string>>, sizes = none): InlayHint[] => {
  const { workspace, result, document, tools } = glance(changed);
  const all = { start: 0, end: document(path).text.length };
  return inlayHints(document(path), all, { workspace, tools, sizes, effective: () => result });
};

/** Returns each hint after the text that it follows. */
function shown(path: string, changed?: Readonly<Record<string, string>>, sizes = none): string[] {
  const { text } = glance(changed).document(path);
  return hintsOf(path, changed, sizes).map(({ offset, label }) => {
    const line = text.slice(0, offset).split(/\r?\n/).at(-1)?.trim();
    return `${line} ⟶ ${label}`;
  });
}
const plugin = 'org-plugins/harbour';
const pilot = `${plugin}/agents/pilot.md`;

test('lines of a policy, where more is to be said than they say', () => {
  assert.deepEqual(shown('fleet.json'), [
    '"Agent" ⟶ Task: Removed (our reading)',
    '"REPL": "ask" ⟶ no effect: removed',
    '"update_*": "ask" ⟶ decides 2 of 3 tools, in Code and Chat 3',
    '"update_title": "allow" ⟶ overruled in Code and Chat: Ask',
    '"read_ticket": "allow" ⟶ Code prompt',
    '"a": "ask" ⟶ no effect: server dropped',
  ]);
});

test('the tooltip tells tool by tool and surface by surface', () => {
  const tooltips = hintsOf('fleet.json').map(({ tooltip }) => tooltip);
  assert.equal(
    tooltips[2],
    [
      'update_title · Cowork: Allow (our reading) · Code: Ask · Chat: Ask',
      'update_board · Cowork: Ask · Code: Ask · Chat: Ask',
      'update_all · Cowork: Ask · Code: Ask · Chat: Ask',
    ].join('\n'),
  );
  assert.equal(tooltips.at(-1), 'The URL is http; https is required');
});

/** Returns the hints of a policy with one server `tickets`, whose tools are known, and rules for them. */
const ruled = (toolPolicy: object, more: object = {}): string[] => {
  const server = { name: 'tickets', transport: 'http', url: 'https://tickets.example.com/mcp', toolPolicy };
  const policy = { inferenceProvider: 'vertex', managedMcpServers: [server], ...more };
  return shown('fleet.json', { 'fleet.json': JSON.stringify(policy, null, 1) });
};

test('a wildcard counts the tools that it matches', () => {
  assert.deepEqual(ruled({ 'update_*': 'ask' }), ['"update_*": "ask" ⟶ 3 tools']);
  assert.deepEqual(ruled({ 'read_*': 'allow' }), ['"read_*": "allow" ⟶ 1 tool · Code prompt']);
  assert.deepEqual(ruled({ 'nothing_*': 'ask' }), []);
});

test('what Ask and Blocked mean is said by themselves', () => {
  assert.deepEqual(ruled({ list: 'ask', read_ticket: 'blocked' }), []);
});

test('a stricter wildcard wins over a looser one', () => {
  assert.deepEqual(ruled({ 'update_*': 'ask', '*': 'blocked' }), [
    '"update_*": "ask" ⟶ decides 0 of 3 tools',
    '"*": "blocked" ⟶ 5 tools',
  ]);
});

test('where the tools of a server are not known, nobody counts', () => {
  const server = {
    name: 'wiki',
    transport: 'http',
    url: 'https://wiki.example.com',
    toolPolicy: { 'a*': 'ask', ab: 'ask' },
  };
  assert.deepEqual(ruled({}, { managedMcpServers: [server] }), []);
});

test('mail of Microsoft 365 is never sent unasked', () => {
  const server = { name: 'office', server: 'microsoft365', toolPolicy: { outlook_send_mail: 'allow' } };
  const tenant = { tenantId: '00000000-0000-0000-0000-000000000000', clientId: '00000000-0000-0000-0000-000000000001' };
  const hints = ruled({}, { managedMcpServers: [{ ...server, ...tenant }] });
  assert.deepEqual(hints, ['"outlook_send_mail": "allow" ⟶ overruled: Ask']);
});

test('tools of components that the policy takes away or puts behind a question', () => {
  assert.deepEqual(
    hintsOf(pilot).map(({ label }) => label),
    ['Ask · fleet.json', 'Removed · fleet.json', 'Blocked · fleet.json', 'Ask · fleet.json', 'Blocked · fleet.json'],
  );
  const [bash] = hintsOf(pilot);
  const { text } = glance().document(pilot);
  assert.ok(text.slice(0, bash?.offset).endsWith('Bash(git *)'));
  const policy = glance().document('fleet.json').text;
  assert.equal(policy.slice(bash?.origin?.range.start, bash?.origin?.range.end), '"Bash": "ask"');
});

test('a list of quoted tools has its hints behind the quotes', () => {
  const changed = { [pilot]: '---\nname: pilot\ntools: ["Bash", "Read"]\n---\n' };
  assert.deepEqual(shown(pilot, changed), ['tools: ["Bash" ⟶ Ask · fleet.json']);
});

test('a plugin of another fleet is not told of this policy', () => {
  const files = { 'elsewhere/org-plugins/far/.claude-plugin/plugin.json': '{"name":"far"}' };
  const agent = 'elsewhere/org-plugins/far/agents/far.md';
  const text = '---\nname: far\ntools: Bash\n---\n';
  assert.deepEqual(shown(agent, { ...files, [agent]: text }), []);
});

test('the size of a file stands behind its path, where the disk tells it', () => {
  const path = `${plugin}/hooks/hooks.json`;
  assert.deepEqual(shown(path), []);
  const [hint] = shown(path, {}, new Map([[`${base}/${plugin}/scripts/check.sh`, 1234]]));
  assert.match(hint ?? '', /check\.sh ⟶ 1\.2 KB$/);
});

test('only what is asked for is answered', () => {
  const { workspace, result, document, tools } = glance();
  const policy = document('fleet.json');
  const start = policy.text.indexOf('"read_ticket"');
  const range = { start, end: start + 30 };
  const found = inlayHints(policy, range, { workspace, tools, sizes: none, effective: () => result });
  assert.deepEqual(
    found.map(({ label }) => label),
    ['Code prompt'],
  );
  const unknown = inlayHints(policy, range, { workspace, tools, sizes: none, effective: () => undefined });
  assert.deepEqual(unknown, []);
});

const sizes: [bytes: number, text: string][] = [
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1.0 KB'],
  [1249, '1.2 KB'],
  [34_600, '35 KB'],
  [2_000_000, '2.0 MB'],
];
for (const [bytes, text] of sizes) test(`${bytes} bytes are ${text}`, () => assert.equal(sizeText(bytes), text));

for (const to of ['mobileconfig', 'plist', 'reg'] as const) {
  test(`the same hints, at the same values, in a policy as .${to}`, () => {
    const path = `fleet.${to}`;
    const { text } = convert(quay['fleet.json'] ?? '', to, { identifier: 'example.quay.claude' });
    const { workspace, result, document, tools } = glance({ [path]: text }, path);
    const all = { start: 0, end: text.length };
    const found = inlayHints(document(path), all, { workspace, tools, sizes: none, effective: () => result });
    assert.deepEqual(
      found.map(({ label }) => label).sort(),
      hintsOf('fleet.json')
        .map(({ label }) => label)
        .sort(),
    );
    const title = found.find(({ label }) => label.startsWith('overruled'));
    assert.match(text.slice(0, title?.offset), /update_title\W+allow\W+$/);
  });
}
