import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainText } from '../../../server/core/base/snippet.ts';
import { type PolicyFormat, policyFormats } from '../../../server/core/policy/convert/policyFormat.ts';
import { readPolicy } from '../../../server/core/policy/convert/readPolicy.ts';
import { policySyntax } from '../../../server/core/policy/policySyntax.ts';
import { compareWithProfile } from '../../../server/core/policy/profiles/compareWithProfile.ts';
import { newPolicy } from '../../../server/core/policy/profiles/newPolicy.ts';
import { type ProfileName, profileNames, providerNames } from '../../../server/core/vocabulary/policyNames.ts';
import { lintFiles, settings } from '../../support/lint.ts';

const providers = [undefined, ...providerNames];
const files: Readonly<Record<PolicyFormat, string>> = {
  json: 'policy.json',
  mobileconfig: 'policy.mobileconfig',
  plist: 'policy.plist',
  reg: 'policy.reg',
  linux: 'etc/claude-desktop/managed-settings.json',
};

/** What an administrator would write for each example. */
const answers: Readonly<Record<string, string>> = {
  'your-org-uuid': 'f47ac10b-58cc-4372-a567-0e02b2c3d479',
  'your-collector': 'https://otel.harbour-logistics.example:4318',
  'your-region': 'eu-central-1',
  'your-project': 'harbour-logistics',
  'your-resource': 'harbour-logistics',
  'your-deployment': 'claude-sonnet-4-5',
  'your-tenant-id': '8c4a1b0e-3f57-4c57-9d0b-2f8e6a1d7c11',
  'your-client-id': '1d2c3b4a-5f6e-4789-8abc-def012345678',
  'absolute-path-of-your-credential-helper': '/usr/local/bin/harbour-token',
};
const onWindows = { 'absolute-path-of-your-credential-helper': String.raw`C:\\Program Files\\Harbour\\token.exe` };
const fill = (text: string): string => {
  const words: Readonly<Record<string, string>> = text.startsWith('Windows') ? { ...answers, ...onWindows } : answers;
  return text
    .replaceAll(/(?:<|&lt;)((?:your|absolute)-[a-z-]+)(?:>|&gt;)/g, (whole, name: string) => words[name] ?? whole)
    .replaceAll('your-gateway.example.com', 'gateway.harbour-logistics.example')
    .replaceAll('*.example.corp', '*.harbour-logistics.example');
};

/** Expected findings in examples of the documentation: Restricted names the hosts below a domain but not the domain itself. */
const expected: Readonly<Partial<Record<ProfileName, string>>> = { restricted: 'policy/wildcard-without-apex' };

const findings = (to: PolicyFormat, text: string, profile: ProfileName) =>
  lintFiles({ [files[to]]: text })
    .filter(({ rule }) => rule !== expected[profile])
    .map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);

for (const to of policyFormats) {
  test(`every starting point in ${to} is clean, and so it stays when it is filled in`, () => {
    for (const provider of providers) {
      for (const profile of profileNames) {
        const { text, toFillIn } = newPolicy(provider, profile, to);
        const name = `${provider} ${profile}`;
        assert.deepEqual(
          findings(to, text, profile).filter((line) => !line.startsWith('hint')),
          [],
          name,
        );
        assert.doesNotMatch(fill(text), /your-/, name);
        assert.deepEqual(findings(to, fill(text), profile), [], name);
        assert.ok(toFillIn.includes('otlpEndpoint'), name);
        assert.match(text, /otlpEndpoint/, name);
      }
    }
  });

  test(`a starting point in ${to} meets its own profile`, () => {
    for (const provider of providers) {
      for (const profile of profileNames) {
        for (const finish of [fill, (text: string) => text]) {
          const { text } = newPolicy(provider, profile, to);
          const { entries } = readPolicy(policySyntax.parse(finish(text)));
          const { differences } = compareWithProfile(entries, profile, settings.target);
          assert.deepEqual(
            differences.filter(({ standing }) => standing !== 'met'),
            [],
          );
        }
      }
    }
  });

  test(`as a snippet, ${to} is the same text with tab stops`, () => {
    for (const provider of providers) {
      for (const profile of profileNames) {
        const { text, snippet, toFillIn } = newPolicy(provider, profile, to);
        assert.equal(plainText(snippet), text);
        const stops = [...snippet.matchAll(/(?<!\\)\$\{(\d+):/g)].map(([, number]) => Number(number));
        assert.deepEqual(
          stops,
          stops.map((_, index) => index + 1),
        );
        assert.ok(stops.length >= toFillIn.length);
      }
    }
  });
}

test('the three profiles are those of the documentation', () => {
  const keys = (profile: ProfileName) => JSON.parse(newPolicy(undefined, profile, 'json').text);
  assert.deepEqual(keys('standard'), {
    deploymentOrganizationUuid: '<your-org-uuid>',
    autoUpdaterEnforcementHours: 24,
    isDesktopExtensionSignatureRequired: true,
    otlpEndpoint: '<your-collector>',
  });
  assert.deepEqual(keys('restricted'), {
    deploymentOrganizationUuid: '<your-org-uuid>',
    disableNonessentialTelemetry: true,
    disableNonessentialServices: true,
    isLocalDevMcpEnabled: false,
    isDesktopExtensionEnabled: false,
    allowedWorkspaceFolders: [{ path: '~/Documents/Claude' }],
    coworkEgressAllowedHosts: ['*.example.corp'],
    otlpEndpoint: '<your-collector>',
  });
  assert.deepEqual(keys('locked-down'), {
    disableEssentialTelemetry: true,
    disableNonessentialTelemetry: true,
    disableNonessentialServices: true,
    disableAutoUpdates: true,
    isLocalDevMcpEnabled: false,
    isDesktopExtensionEnabled: false,
    disabledBuiltinTools: ['WebSearch', 'WebFetch'],
    coworkEgressAllowedHosts: [],
    allowedWorkspaceFolders: [{ path: '~/Documents/Claude' }],
    otlpEndpoint: '<your-collector>',
  });
});

test('a snippet escapes what snippets read, and nothing else', () => {
  const { snippet } = newPolicy('foundry', 'restricted', 'json');
  assert.match(snippet, /"inferenceFoundryResource": "\$\{1:<your-resource>\}",\n/);
  assert.match(snippet, /"path": "\$\{\d+:~\/Documents\/Claude\}"\n {4}\\\}\n {2}\]/);
  assert.match(snippet, /\\\}\n$/);
  const registry = newPolicy('gateway', 'restricted', 'reg').snippet;
  assert.match(registry, /\[HKEY_LOCAL_MACHINE\\\\SOFTWARE\\\\Policies\\\\Claude\]\r\n/);
  assert.match(
    registry,
    /"allowedWorkspaceFolders"="\[\{\\\\"path\\\\":\\\\"\$\{\d+:~\/Documents\/Claude\}\\\\"\\\}\]"/,
  );
});
