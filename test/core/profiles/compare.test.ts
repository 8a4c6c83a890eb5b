import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPolicy } from '../../../server/core/policy/convert/readPolicy.ts';
import { policySyntax } from '../../../server/core/policy/policySyntax.ts';
import { compareWithProfile, isLooser } from '../../../server/core/policy/profiles/compareWithProfile.ts';
import { profileComparisonMarkdown } from '../../../server/core/policy/profiles/profileMarkdown.ts';
import { profiles } from '../../../server/core/policy/profiles/profiles.ts';
import { strictnessOf } from '../../../server/core/policy/profiles/strictness.ts';
import { type ProfileName, profileNames } from '../../../server/core/vocabulary/policyNames.ts';
import { settings } from '../../support/lint.ts';

const compare = (profile: ProfileName, policy: string, target = settings.target) =>
  compareWithProfile(readPolicy(policySyntax.parse(policy)).entries, profile, target);

/** Returns the result for one key of a policy that sets only this key. */
function one(profile: ProfileName, key: string, value: unknown, more: Record<string, unknown> = {}) {
  const policy = { ...(value !== undefined && { [key]: value }), ...more };
  const found = compare(profile, JSON.stringify(policy)).differences.find((each) => each.key === key);
  assert.ok(found, key);
  return found;
}
const standing = (...args: Parameters<typeof one>) => one(...args).standing;

test('it is known how to compare every key of every profile', () => {
  for (const name of profileNames) {
    for (const { key } of profiles[name].settings) assert.ok(strictnessOf(key), key);
  }
});

test('a switch has a strict side, and is missing where the default is the other', () => {
  assert.equal(standing('restricted', 'isLocalDevMcpEnabled', true), 'looser');
  assert.equal(standing('restricted', 'isLocalDevMcpEnabled', undefined), 'missing');
  assert.equal(standing('restricted', 'isLocalDevMcpEnabled', false), 'met');
  assert.equal(standing('restricted', 'isLocalDevMcpEnabled', 'False'), 'met');
  assert.equal(standing('restricted', 'isLocalDevMcpEnabled', 'perhaps'), 'different');
  assert.equal(standing('restricted', 'isLocalDevMcpEnabled', ''), 'missing');
  assert.equal(standing('restricted', 'disableNonessentialTelemetry', '{{telemetry}}'), 'different');
  // Off by default.
  assert.equal(standing('restricted', 'isDesktopExtensionEnabled', undefined), 'met');
  assert.match(one('restricted', 'isDesktopExtensionEnabled', undefined).meaning, /^Not set/);
  assert.equal(standing('restricted', 'isDesktopExtensionEnabled', true), 'looser');
});

test('a default that was another in older apps counts for a fleet that has them', () => {
  const old = { ...settings.target, minimumVersion: '1.18000.0' };
  const found = compare('locked-down', '{ "otlpEndpoint": "https://otel.example" }', old).differences;
  assert.equal(found.find(({ key }) => key === 'isDesktopExtensionEnabled')?.standing, 'missing');
});

test('an old name counts until the app refuses it', () => {
  const at = (date: string) =>
    compare('restricted', '{ "isDxtEnabled": true }', { ...settings.target, date }).differences.find(
      ({ key }) => key === 'isDesktopExtensionEnabled',
    );
  assert.equal(at('2026-09-01T00:00:00Z')?.standing, 'looser');
  assert.equal(at('2026-11-01T00:00:00Z')?.standing, 'different');
  assert.match(at('2026-11-01T00:00:00Z')?.meaning ?? '', /isDxtEnabled.*stay switched off/);
});

test('fewer hours are stricter', () => {
  const hours = (value: unknown, more = {}) => standing('standard', 'autoUpdaterEnforcementHours', value, more);
  assert.equal(hours(undefined), 'missing');
  assert.equal(hours(48), 'looser');
  assert.equal(hours('24'), 'met');
  assert.equal(hours(8), 'stricter');
  assert.equal(hours(100), 'different');
  assert.equal(hours(undefined, { disableAutoUpdates: true }), 'different');
});

test('signatures are not missed where no extension loads', () => {
  const signed = (more: Record<string, unknown>) =>
    standing('standard', 'isDesktopExtensionSignatureRequired', undefined, more);
  assert.equal(signed({}), 'stricter');
  assert.equal(signed({ isDesktopExtensionEnabled: true }), 'missing');
});

test('more tools switched off are stricter, fewer looser', () => {
  const tools = (value: unknown) => one('locked-down', 'disabledBuiltinTools', value);
  assert.equal(tools(undefined).standing, 'missing');
  assert.equal(tools(undefined).meaning, 'Claude still has `WebSearch` and `WebFetch`.');
  assert.equal(tools(['WebFetch']).meaning, 'Claude still has `WebSearch`.');
  assert.equal(tools(['WebFetch', 'Bash']).standing, 'looser');
  assert.equal(tools(['WebFetch', 'WebSearch']).standing, 'met');
  assert.equal(tools('["WebFetch", "WebSearch", "Bash"]').meaning, 'Claude also lacks `Bash`.');
  assert.equal(tools('[WebFetch').standing, 'different');
});

test('hosts: none where none are asked for, any of the own, never all', () => {
  const hosts = (profile: ProfileName, value: unknown) => one(profile, 'coworkEgressAllowedHosts', value);
  assert.equal(hosts('locked-down', undefined).standing, 'met');
  assert.equal(hosts('locked-down', []).standing, 'met');
  assert.equal(
    hosts('locked-down', ['a.example', 'b.example']).meaning,
    'Tools of Claude reach `a.example` and `b.example`.',
  );
  assert.equal(hosts('locked-down', ['*']).meaning, 'Tools of Claude reach every host.');
  assert.equal(hosts('restricted', ['*.harbour.example']).standing, 'met');
  assert.equal(hosts('restricted', ['*.harbour.example', '*']).standing, 'looser');
  assert.equal(hosts('restricted', []).standing, 'stricter');
  assert.equal(hosts('restricted', undefined).standing, 'stricter');
  const many = ['a.example', 'b.example', 'c.example', 'd.example', 'e.example'];
  assert.match(hosts('locked-down', many).meaning, /`c.example` and 2 more\.$/);
});

test('folders: any of the own, never all', () => {
  const folders = (value: unknown) => one('restricted', 'allowedWorkspaceFolders', value);
  assert.equal(folders(undefined).standing, 'missing');
  assert.equal(folders(undefined).meaning, 'Claude may work in every folder.');
  assert.equal(folders(['~/Work']).standing, 'met');
  assert.equal(folders([{ path: '~/Work', mode: 'ro' }]).standing, 'met');
  assert.equal(folders(['~/Work', { path: '/' }]).standing, 'looser');
  assert.equal(folders(['C:\\']).standing, 'looser');
  assert.equal(folders([]).standing, 'different');
});

test('what is the organization’s own is met by any value', () => {
  assert.equal(standing('standard', 'deploymentOrganizationUuid', 'f47ac10b-58cc-4372-a567-0e02b2c3d479'), 'met');
  assert.equal(standing('standard', 'deploymentOrganizationUuid', '<your-org-uuid>'), 'met');
  assert.equal(standing('standard', 'otlpEndpoint', undefined), 'missing');
  assert.equal(standing('standard', 'otlpEndpoint', ''), 'missing');
});

test('looser and missing come first; what is met last', () => {
  const policy =
    '{ "isLocalDevMcpEnabled": true, "disableNonessentialTelemetry": true, "coworkEgressAllowedHosts": [] }';
  const comparison = compare('restricted', policy);
  assert.deepEqual(
    comparison.differences.map(({ key, standing }) => `${standing} ${key}`),
    [
      'looser isLocalDevMcpEnabled',
      'missing deploymentOrganizationUuid',
      'missing disableNonessentialServices',
      'missing allowedWorkspaceFolders',
      'missing otlpEndpoint',
      'stricter coworkEgressAllowedHosts',
      'met disableNonessentialTelemetry',
      'met isDesktopExtensionEnabled',
    ],
  );
  assert.equal(isLooser(comparison), true);
});

test('secrets of the policy are not shown', () => {
  const { policy } = one('standard', 'otlpEndpoint', 'https://reader:hunter2secret@otel.example/v1?token=abcdef');
  assert.doesNotMatch(String(policy), /hunter2secret|abcdef/);
});

test('a policy that a bootstrap server replaces is told so', () => {
  assert.match(compare('standard', '{ "bootstrapUrl": "https://boot.example" }').note ?? '', /bootstrapUrl/);
  assert.equal(
    compare('standard', '{ "bootstrapUrl": "https://boot.example", "bootstrapEnabled": false }').note,
    undefined,
  );
});

test('the same policy in another format makes the same differences', () => {
  const registry = [
    'Windows Registry Editor Version 5.00',
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]',
    '"isLocalDevMcpEnabled"=dword:00000001',
    '"disabledBuiltinTools"="[\\"WebFetch\\"]"',
  ].join('\r\n');
  assert.deepEqual(
    compare('locked-down', registry),
    compare('locked-down', '{ "isLocalDevMcpEnabled": true, "disabledBuiltinTools": ["WebFetch"] }'),
  );
});

test('the page lists what differs, the worst first, and no value can break it', () => {
  const policy = JSON.stringify({ otlpEndpoint: 'a|b`c', coworkEgressAllowedHosts: ['a|b', '`x`'] });
  const page = profileComparisonMarkdown('our*policy|.json', 'locked-down', compare('locked-down', policy));
  assert.match(page, /^# our\\\*policy\\\|\.json and Locked down\n/);
  const headings = page.split('\n').filter((line) => line.startsWith('## '));
  assert.deepEqual(headings, ['## Looser', '## Missing', '## Met']);
  assert.match(
    page,
    /^- \*\*`coworkEgressAllowedHosts`\*\* .+ {2}\n {2}Here ``\["a\|b","`x`"\]``; in Locked down `\[\]`\.$/m,
  );
  for (const { key } of profiles['locked-down'].settings) assert.ok(page.includes(`\`${key}\``), key);
});
