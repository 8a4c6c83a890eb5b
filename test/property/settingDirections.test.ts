import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { comparisonSummary, isDangerous } from '../../server/core/diff/changeWords.ts';
import { compare } from '../support/compared.ts';
import { random } from '../support/property.ts';
import { type Policy, reachOf } from '../support/whatItReaches.ts';

const flag = fc.constantFrom(true, false, undefined);
const hosts = fc.option(
  fc.uniqueArray(
    fc.constantFrom(
      '*',
      '*.corp.example',
      'corp.example',
      'a.corp.example',
      '*.a.corp.example',
      'other.example',
      '10.0.0.1',
    ),
    { maxLength: 3 },
  ),
  { nil: undefined },
);
const folders = fc.option(
  fc.uniqueArray(fc.constantFrom('/srv', '/srv/team', '/srv/teams', '/home/me'), { maxLength: 3 }),
  {
    nil: undefined,
  },
);
const servers = fc.constantFrom(undefined, [], [{ name: 'crm', transport: 'http', url: 'https://crm.example' }]);

/** Every key that the independent model knows, with its values. */
const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  coworkTabEnabled: flag,
  isClaudeCodeForDesktopEnabled: flag,
  chatTabEnabled: flag,
  autoModeEnabled: flag,
  disableBypassPermissionsMode: flag,
  blockReadsOutsideWorkingDirectories: flag,
  requireCoworkFullVmSandbox: flag,
  skipWebFetchPreflight: flag,
  isLocalDevMcpEnabled: flag,
  isDesktopExtensionEnabled: flag,
  isDesktopExtensionSignatureRequired: flag,
  userPluginMarketplacesEnabled: flag,
  userPluginUploadsEnabled: flag,
  skillCreationEnabled: flag,
  mcpPersistentAlwaysAllowEnabled: flag,
  builtinBrowserEnabled: flag,
  disableDeepLinkRegistration: flag,
  disableEssentialTelemetry: flag,
  disableNonessentialServices: flag,
  coworkEgressAllowedHosts: hosts,
  sshHostAllowlist: hosts,
  allowedWorkspaceFolders: folders,
  managedMcpServers: servers,
};

const policy = fc
  .record(values)
  .map((of): Policy => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)));
const change = fc
  .constantFrom(...Object.keys(values))
  .chain((key) => fc.tuple(fc.constant(key), values[key] ?? fc.constant(undefined)));

function changed(before: Policy, [key, value]: readonly [string, unknown]): Policy {
  const { [key]: _, ...others } = before;
  return value === undefined ? others : { ...others, [key]: value };
}

const compared = (before: Policy, after: Policy) =>
  compare(
    { policy: { inferenceProvider: 'vertex', ...before } },
    { policy: { inferenceProvider: 'vertex', ...after } },
  );

const gained = (before: Policy, after: Policy): string[] =>
  [...reachOf(after)].filter((each) => !reachOf(before).has(each));

test('“nothing becomes looser” is said only where a model of its own agrees', (t) => {
  fc.assert(
    fc.property(policy, change, (before, step) => {
      const after = changed(before, step);
      const comparison = compared(before, after);
      const more = gained(before, after);
      const saysNothing = comparisonSummary(comparison).startsWith('Nothing becomes looser');
      assert.ok(more.length === 0 || !saysNothing, `gains ${more.join(', ')}, and the summary denies it`);
      assert.equal(isDangerous(comparison.counts), !saysNothing);
    }),
    random(t, 300, 1_500),
  );
});

test('a setting is called looser only where a model of its own agrees', (t) => {
  fc.assert(
    fc.property(policy, change, (before, step) => {
      const after = changed(before, step);
      const { settings } = compared(before, after);
      const looser = settings.filter((each) => each.class === 'looser' || each.class === 'not-comparable');
      assert.deepEqual(gained(before, after).length === 0 ? looser.map(({ key }) => key) : [], []);
    }),
    random(t, 300, 1_500),
  );
});

/** What the lines on reach say of a policy, as the independent model names it. */
const said: readonly (readonly [line: string, level: string, permission: string])[] = [
  ['cowork', 'open', 'tab cowork'],
  ['code', 'open', 'tab code'],
  ['chat', 'open', 'tab chat'],
  ['hosts', 'open', 'any host'],
  ['folders', 'open', 'any folder'],
  ['code-sandbox', 'open', 'code without a sandbox'],
  ['auto-mode', 'open', 'autoModeEnabled in code'],
  ['reads', 'open', 'blockReadsOutsideWorkingDirectories in code'],
  ['browser', 'open', 'browser without a list'],
  ['links', 'open', 'disableDeepLinkRegistration'],
];

test('reach says open where a model of its own finds the permission, and closed nowhere else', (t) => {
  fc.assert(
    fc.property(policy, (one) => {
      const lines = compared(one, one).after.reach.flatMap((group) => group.lines);
      const permissions = reachOf(one);
      for (const [id, level, permission] of said) {
        const line = lines.find((each) => each.id === id);
        // A line that concerns Cowork alone says nothing of Code.
        if (permission.endsWith(' in code') && !line?.surfaces.includes('code')) continue;
        if (line?.level === 'unknown') continue;
        assert.equal(line?.level === level, permissions.has(permission), `${id}: ${line?.message}`);
      }
      const named = [...permissions].filter((each) => each.startsWith('host ')).length;
      const hosts = lines.find(({ id }) => id === 'hosts');
      if (named > 0 && hosts) assert.notEqual(hosts.level, 'closed', hosts.message);
      const servers = lines.find(({ id }) => id === 'code-servers');
      if (permissions.has('own servers of users in code')) assert.notEqual(servers?.level, 'closed', servers?.message);
    }),
    random(t, 300, 1_000),
  );
});
