import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from '../../server/core/text.ts';
import { base, lintFiles } from '../support/lint.ts';
import { applyFix } from '../support/page.ts';
import { samples } from '../support/samples.ts';

const plugin = 'org-plugins/pilot';
const found = (files: Readonly<Record<string, string>>) =>
  lintFiles(files).filter(({ severity }) => severity !== 'hint');
const where = ({ uri, range }: Diagnostic, files: Readonly<Record<string, string>>): string => {
  const text = files[uri.slice(base.length + 1)] ?? '';
  return text.slice(range.start, range.end);
};

test('the samples are clean', () => {
  assert.deepEqual(
    lintFiles(samples).map(({ uri, message }) => `${uri}: ${message}`),
    [],
  );
});

/** One mistake planted into the clean samples: what is replaced, the rule that must speak, its severity, the exact characters, how many fixes it offers. */
interface Mistake {
  readonly title: string;
  readonly in: string;
  readonly replace: string;
  readonly by: string;
  readonly rule: string;
  readonly severity?: Diagnostic['severity'];
  readonly at?: string;
  readonly fixes?: number;
  /** None of its fixes may be applied unseen. */
  readonly notInFixAll?: true;
}
const policy = 'policy.json';
const mcp = `${plugin}/.mcp.json`;
const url = '"https://handbook.harbour.example/mcp"';
const skill = `${plugin}/skills/steer/SKILL.md`;

const mistakes: readonly Mistake[] = [
  {
    title: 'a missing comma',
    in: policy,
    replace: '"vertex",',
    by: '"vertex"',
    rule: 'policy/syntax',
    severity: 'error',
    fixes: 1,
  },
  {
    title: 'http',
    in: policy,
    replace: url,
    by: '"http://handbook.harbour.example/mcp"',
    rule: 'policy/server-url-https',
    severity: 'error',
    at: '"http://handbook.harbour.example/mcp"',
    fixes: 1,
  },
  {
    title: 'Authorization beside oauth',
    in: policy,
    replace: '"oauth": true',
    by: '"oauth": true, "headers": { "Authorization": "x" }',
    rule: 'policy/oauth-and-authorization',
    fixes: 2,
    notInFixAll: true,
  },
  {
    title: 'two servers of one name',
    in: policy,
    replace: '"name": "mail"',
    by: '"name": "handbook"',
    rule: 'policy/duplicate-server-name',
    severity: 'error',
    at: '"handbook"',
  },
  {
    title: 'deny',
    in: policy,
    replace: '"delete_page": "blocked"',
    by: '"delete_page": "deny"',
    rule: 'policy/tool-policy-value',
    severity: 'error',
    at: '"deny"',
    fixes: 1,
  },
  {
    title: 'a misspelled built-in tool',
    in: policy,
    replace: '["WebSearch"]',
    by: '["Websearch"]',
    rule: 'policy/unknown-builtin-tool',
    at: '"Websearch"',
    fixes: 1,
  },
  {
    title: 'a misspelled key',
    in: policy,
    replace: '"isLocalDevMcpEnabled"',
    by: '"isLocalDevMCPEnabld"',
    rule: 'policy/unknown-key',
    at: '"isLocalDevMCPEnabld"',
    fixes: 1,
  },
  {
    title: 'a renamed key',
    in: policy,
    replace: '"isLocalDevMcpEnabled"',
    by: '"isDxtEnabled"',
    rule: 'policy/renamed-key',
    severity: 'error',
    at: '"isDxtEnabled"',
    fixes: 1,
  },
  {
    title: 'a wrong type',
    in: policy,
    replace: '["WebSearch"]',
    by: '7',
    rule: 'policy/schema',
    severity: 'error',
    at: '7',
  },
  {
    title: 'stdio without a command',
    in: policy,
    replace: '"command": "/opt/harbour/ledger", ',
    by: '',
    rule: 'policy/stdio-without-command',
    severity: 'error',
  },
  {
    title: 'no transport',
    in: policy,
    replace: '"transport": "http",\n      "url"',
    by: '"url"',
    rule: 'policy/missing-transport',
    severity: 'error',
    fixes: 1,
  },
  {
    title: 'type instead of transport',
    in: policy,
    replace: '"transport": "http",\n      "url"',
    by: '"type": "http",\n      "url"',
    rule: 'policy/missing-transport',
    severity: 'error',
    fixes: 1,
  },
  {
    title: 'a lock for a server that no plugin has',
    in: policy,
    replace: '"serverName": "issues"',
    by: '"serverName": "isues"',
    rule: 'policy/org-plugin-settings-unknown-server',
    at: '"isues"',
    fixes: 1,
  },
  {
    title: 'transport in .mcp.json',
    in: mcp,
    replace: '"type": "http"',
    by: '"transport": "http"',
    rule: 'mcp/transport-instead-of-type',
    severity: 'error',
    at: '"transport"',
    fixes: 1,
  },
  {
    title: '.mcp.json as a list',
    in: mcp,
    replace: samples[mcp] ?? '',
    by: '[{ "name": "issues", "transport": "http", "url": "https://issues.harbour.example/mcp" }]\n',
    rule: 'mcp/array-root',
    severity: 'error',
    fixes: 1,
  },
  {
    title: 'toolPolicy in .mcp.json',
    in: mcp,
    replace: '"oauth": true',
    by: '"toolPolicy": { "a": "allow" }',
    rule: 'mcp/tool-policy-not-read',
    at: '"toolPolicy"',
  },
  {
    title: 'installationPreference',
    in: `${plugin}/.claude-plugin/plugin.json`,
    replace: '"auto_install"',
    by: '"auto-install"',
    rule: 'plugin/installation-preference',
    at: '"auto-install"',
    fixes: 1,
  },
  {
    title: 'a path that leaves the plugin',
    in: `${plugin}/.claude-plugin/plugin.json`,
    replace: '"installationPreference"',
    by: '"skills": "../skills", "installationPreference"',
    rule: 'plugin/path-leaves-plugin',
    severity: 'error',
    at: '"../skills"',
  },
  {
    title: 'a plugin name that is not its folder',
    in: `${plugin}/.claude-plugin/plugin.json`,
    replace: '"name": "pilot"',
    by: '"name": "pilots"',
    rule: 'plugin/name-not-folder',
    severity: 'info',
    at: '"pilots"',
  },
  {
    title: 'a skill name that is not its folder',
    in: skill,
    replace: 'name: steer',
    by: 'name: steering',
    rule: 'skill/name-not-folder',
    at: 'steering',
    fixes: 1,
  },
  {
    title: 'no description',
    in: skill,
    replace: 'description: Steers a change through review. Use when a change is ready to be merged.\n',
    by: '',
    rule: 'skill/missing-description',
  },
  {
    title: 'a description that is too long',
    in: skill,
    replace: 'Steers a change',
    by: `Steers ${'a long '.repeat(300)} change`,
    rule: 'skill/description-too-long',
  },
  {
    title: 'front matter whose fields are lost',
    in: skill,
    replace: 'name: steer\n',
    by: 'name: steer\nmetadata:\n  when: Use when: asked\n',
    rule: 'skill/syntax',
    severity: 'error',
    fixes: 1,
  },
  {
    title: 'a near miss of a front matter key',
    in: skill,
    replace: 'allowed-tools',
    by: 'alowed-tools',
    rule: 'skill/near-miss-key',
    at: 'alowed-tools',
    fixes: 1,
  },
  {
    title: 'a near miss of a tool',
    in: skill,
    replace: 'Read, Grep',
    by: 'Read, Grpe',
    rule: 'skill/unknown-tool',
    at: 'Grpe',
    fixes: 1,
  },
  {
    title: 'an unknown hook event',
    in: `${plugin}/hooks/hooks.json`,
    replace: '"PreToolUse"',
    by: '"PreTooluse"',
    rule: 'hooks/unknown-event',
    severity: 'warning',
    at: '"PreTooluse"',
  },
  {
    title: "a hook's script that does not exist",
    in: `${plugin}/hooks/hooks.json`,
    replace: 'echo checked',
    by: '\\"${CLAUDE_PLUGIN_ROOT}/scripts/check.sh\\"',
    rule: 'hooks/missing-script',
  },
  {
    title: 'a misspelled placeholder',
    in: `${plugin}/hooks/hooks.json`,
    replace: 'echo checked',
    by: 'echo ${CLAUDE_PLUGIN_ROT}',
    rule: 'hooks/misspelled-plugin-root',
    at: '${CLAUDE_PLUGIN_ROT}',
    fixes: 1,
  },
  {
    title: 'a managed server and a plugin server of one name',
    in: policy,
    replace: '"name": "mail"',
    by: '"name": "notes"',
    rule: 'policy/server-shadows-plugin',
  },
  {
    title: 'an agent that needs a disabled tool',
    in: `${plugin}/agents/watch.md`,
    replace: 'tools: Read, Grep',
    by: 'tools: Read, WebSearch',
    rule: 'agent/needs-disabled-tool',
    at: 'WebSearch',
  },
];

for (const mistake of mistakes) {
  test(`${mistake.title}: ${mistake.rule} finds it, alone`, () => {
    const before = samples[mistake.in] ?? '';
    assert.ok(before.includes(mistake.replace), 'the sample has no such text');
    const files = { ...samples, [mistake.in]: before.replace(mistake.replace, () => mistake.by) };
    const all = found(files).filter(({ rule }) => rule === mistake.rule || !rule.endsWith('/unrelated'));
    assert.deepEqual(
      all.map(({ rule }) => rule),
      [mistake.rule],
      all.map(({ message }) => message).join('\n'),
    );
    const [diagnostic] = all;
    assert.ok(diagnostic);
    assert.equal(diagnostic.uri, `${base}/${mistake.in}`);
    if (mistake.severity) assert.equal(diagnostic.severity, mistake.severity);
    if (mistake.at) assert.equal(where(diagnostic, files), mistake.at);
    if (mistake.fixes !== undefined) assert.ok((diagnostic.fixes?.length ?? 0) >= mistake.fixes, 'a fix is missing');
    if (mistake.notInFixAll) assert.ok(diagnostic.fixes?.every(({ inFixAll }) => !inFixAll));
    for (const fix of diagnostic.fixes ?? []) {
      const left: readonly Diagnostic[] = found(applyFix(files, diagnostic.uri, fix)).filter(
        ({ rule }) => rule === mistake.rule,
      );
      assert.deepEqual(left, [], `«${fix.title}» does not help`);
    }
  });
}

const renamed = (from: string, to: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(samples).map(([path, text]) => [path.startsWith(from) ? to + path.slice(from.length) : path, text]),
  );

const moves: readonly [title: string, from: string, to: string, rule: string][] = [
  [
    'the manifest folder without its dot',
    `${plugin}/.claude-plugin`,
    `${plugin}/claude-plugin`,
    'plugin/folder-without-dot',
  ],
  ['a skill file of another name', skill, `${plugin}/skills/steer/steer.md`, 'skill/file-name'],
];
for (const [title, from, to, rule] of moves) {
  test(`${title}: ${rule} finds it, and its fix renames`, () => {
    const files = renamed(from, to);
    const [diagnostic, ...rest] = found(files);
    assert.deepEqual(
      rest.map(({ message }) => message),
      [],
    );
    assert.equal(diagnostic?.rule, rule);
    assert.equal(diagnostic?.severity, 'error');
    const fix = diagnostic?.fixes?.[0];
    assert.ok(fix && diagnostic);
    assert.deepEqual(applyFix(files, diagnostic.uri, fix), { ...samples });
  });
}

test('a version.json that differs from the manifest is a hint with a fix', () => {
  const files = { ...samples, [`${plugin}/version.json`]: '{ "version": "1.1.0" }\n' };
  const [diagnostic, ...rest] = lintFiles(files);
  assert.deepEqual(rest, []);
  assert.equal(diagnostic?.severity, 'hint');
  assert.ok(diagnostic?.fixes?.length);
});

test('what the app accepts gives no error and no warning', () => {
  const accepted: Readonly<Record<string, string>> = {
    ...samples,
    [mcp]: `{ "mcpServers": { "issues": { "type": "http", "url": "https://issues.harbour.example/mcp", "oauth": true },
      "empty": { "type": "http", "url": "" }, "local": { "type": "http", "url": "http://localhost:9000/mcp" }, "notes": { "command": "npx" } } }`,
    [`${plugin}/agents/watch.md`]:
      '---\nname: watch\ndescription: Watches.\ntools: Read, Grep\nmood: calm\n---\nBody\n',
    [`${plugin}/commands/release.md`]:
      '---\ndescription: Prepares.\nargument-hint: [x]\nallowed-tools:\n  - Read\n  - Bash(git:*)\nextra: yes\n---\nBody\n',
  };
  const wrong = lintFiles(accepted).filter(({ severity }) => severity === 'error' || severity === 'warning');
  assert.deepEqual(
    wrong.map(({ message }) => message),
    [],
  );
});

test('before the cut-off a missing transport is a warning', () => {
  const files = { ...samples, [policy]: (samples[policy] ?? '').replace('"transport": "http",\n      "url"', '"url"') };
  const target = { minimumVersion: '1.46388.4', date: '2026-10-07T18:59:59Z', hosts: ['desktop-3p'] as const };
  assert.deepEqual(
    lintFiles(files, { levels: {}, target }).map(({ rule, severity }) => [rule, severity]),
    [['policy/missing-transport', 'warning']],
  );
});
