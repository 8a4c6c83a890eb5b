import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Case, sides } from '../../support/entryAgreement.ts';

const remote = { name: 'a', transport: 'http', url: 'https://a.example.com/mcp' };
const github = { name: 'a', server: 'github', clientId: 'Iv1.8a61f9b3a7aba766' };
const today = { minimumVersion: '1.46388.4', date: '2026-11-21', isFromBootstrap: false };

/** Single entries next to a valid one, and whether the app keeps them; each was once decided in two ways. */
const known: readonly (readonly [entry: unknown, isKept: boolean, target?: Partial<Case>])[] = [
  [{ ...github, scope: ['repo'] }, false],
  [{ ...github, scope: ['repo'] }, true, { date: '2026-10-07T18:59:59Z' }],
  [{ ...github, scope: 1 }, false, { date: '2026-09-01' }],
  [{ name: 'a', server: 'microsoft365', tenantId: 'x', clientId: 'y' }, false],
  [{ name: 'a', server: 'websearch', provider: 'brave', headers: { 'X-Key': 'k' }, customUrl: '' }, false],
  [{ name: 'a', server: 'websearch', provider: 'custom', customUrl: '' }, false],
  [{ ...remote, oauth: { clientId: 'x', tenantId: 'common' } }, false],
  [{ ...remote, oauth: { clientId: 'x', tenantId: 'common', scope: 's' } }, true],
  [{ ...remote, oauth: { mode: 'x' } }, false],
  [{ ...remote, headers: null }, false],
  [{ ...remote, headers: [] }, false],
  [{ ...remote, headers: null, command: 'npx' }, false],
  [{ ...remote, headers: [], command: 'npx' }, false],
  [{ ...remote, headersHelper: 1, command: 'npx' }, false],
  [{ ...remote, headersHelper: '' }, false],
  [{ ...remote, headersHelper: null }, false],
  [{ ...remote, url: null }, false],
  [{ ...remote, url: null, command: 'npx' }, false],
  [{ name: 'a', url: null, command: 'npx' }, false, { date: '2026-09-01' }],
  [{ name: 'a', transport: 'stdio', command: 'npx', headers: [], url: null, headersHelper: 1 }, true],
  [{ name: 'a', type: 'policy-only', toolPolicy: { read: 'ask' } }, false, { date: '2026-09-01' }],
  [{ name: 'a', type: 'stdio', url: 'https://a.example.com' }, true, { date: '2026-09-01' }],
  [{ ...remote, oauth: { tenantId: 'common', scope: 's' } }, false, { minimumVersion: '1.24012.0' }],
  [{ ...remote, oauth: { tenantId: 'common', scope: 's' } }, true, { minimumVersion: '1.22209.0' }],
  [{ ...remote, url: 'http://localhost/mcp' }, true],
  [{ ...remote, url: 'http://localhost/mcp' }, false, { isFromBootstrap: true }],
  [{ name: 'a', transport: 'stdio', command: 'npx' }, false, { isFromBootstrap: true, minimumVersion: '1.18286.0' }],
  [{ name: 'a', transport: 'stdio', command: 'npx' }, true, { isFromBootstrap: true }],
  [github, false, { minimumVersion: '1.24012.0' }],
  ['https://a.example.com', false],
];

for (const [entry, isKept, target] of known) {
  const where = target ? ` (${Object.values(target).join(', ')})` : '';
  test(`${isKept ? 'kept' : 'dropped'} on both sides: ${JSON.stringify(entry)}${where}`, () => {
    const other = { name: 'wiki', transport: 'http', url: 'https://wiki.example.com' };
    const each: Case = { ...today, ...target, entries: [entry, other] };
    const { rules, effective: set } = sides(each);
    assert.deepEqual([rules.isKept[0], set.isKept[0]], [isKept, isKept], `${rules.says[0]}\n${set.says[0]}`);
    assert.ok(rules.isKept[1] && set.isKept[1], 'the other entry is kept');
  });
}
