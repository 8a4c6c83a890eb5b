import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Host } from '../../../server/core/base/hosts.ts';
import type { HostScope } from '../../../server/core/base/text.ts';
import { runsFor, severityOn } from '../../../server/core/lint/severity.ts';
import type { Rule } from '../../../server/core/model.ts';
import { newestVersion } from '../../../server/core/policy/releases.ts';
import { metadata } from '../../support/rule.ts';

const desktop: readonly Host[] = ['desktop-3p'];
const code: readonly Host[] = ['claude-code'];
const both: readonly Host[] = ['desktop-3p', 'claude-code'];

test('the severity follows the hosts that are targets', () => {
  const on = (scope: HostScope) => [desktop, code, both].map((hosts) => severityOn(hosts, 'warning', scope));
  assert.deepEqual(on({}), ['warning', 'warning', 'warning']);
  assert.deepEqual(on({ hosts: code }), [undefined, 'warning', 'warning']);
  assert.deepEqual(on({ hosts: code, elsewhere: 'hint' }), ['hint', 'warning', 'warning']);
  assert.deepEqual(on({ hosts: desktop, mixed: 'info' }), ['warning', undefined, 'info']);
  assert.deepEqual(on({ hosts: code, alone: 'off' }), [undefined, undefined, 'warning']);
  // A limit never makes a finding worse.
  assert.deepEqual(on({ hosts: code, elsewhere: 'error', mixed: 'error' }), ['warning', 'warning', 'warning']);
});

test('a rule runs for the versions and dates for which it holds', () => {
  const rule: Rule = { id: 'x/y', ...metadata, severity: 'warning', scope: 'document', check: () => [] };
  const runs = (limits: Partial<Rule>, minimumVersion: string, date = '2026-11-01') =>
    runsFor({ ...rule, ...limits }, { minimumVersion, date, hosts: desktop });
  const version = '1.20000.0';
  assert.equal(runs({ until: { version } }, '1.19999.9'), true);
  assert.equal(runs({ until: { version } }, version), false);
  assert.equal(runs({ since: { version } }, '1.19999.9'), false);
  assert.equal(runs({ since: { version } }, version), true);
  // Without a minimum version the newest known version counts: nothing newer is reported.
  assert.equal(runs({ until: { version: '9.0.0' } }, newestVersion), false);
  const instant = '2026-10-07T19:00:00Z';
  assert.equal(runs({ since: { date: instant } }, version, '2026-10-07T18:59:59Z'), false);
  assert.equal(runs({ since: { date: instant } }, version, instant), true);
  assert.equal(runs({ until: { date: instant } }, version, '2026-10-07T18:59:59Z'), true);
  assert.equal(runs({ until: { date: instant } }, version, instant), false);
});
