import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base, lintFiles } from '../../support/lint.ts';
import { applyFix } from '../../support/page.ts';

/** Returns the policy after the first fix of the schema's only problem, and whether it needs no review; undefined without a fix. */
function fixed(policy: object): { readonly policy: unknown; readonly inFixAll: boolean } | undefined {
  const files = { 'policy.json': JSON.stringify(policy) };
  const [problem, ...others] = lintFiles(files).filter(({ rule }) => rule === 'policy/schema');
  assert.ok(problem);
  assert.deepEqual(others, []);
  const [fix] = problem.fixes ?? [];
  if (!fix) return undefined;
  const after = applyFix(files, `${base}/policy.json`, fix)['policy.json'] ?? '';
  return { policy: JSON.parse(after), inFixAll: fix.inFixAll ?? false };
}

test('a choice in another case is mended, unseen if asked', () => {
  assert.deepEqual(fixed({ otlpDesktopLogLevel: 'Debug' }), {
    policy: { otlpDesktopLogLevel: 'debug' },
    inFixAll: true,
  });
});

test('a slip in a choice is mended after a look', () => {
  assert.deepEqual(fixed({ microsoftAuthBroker: 'requierd' }), {
    policy: { microsoftAuthBroker: 'required' },
    inFixAll: false,
  });
  assert.deepEqual(fixed({ isLocalDevMcpEnabled: 'no' }), { policy: { isLocalDevMcpEnabled: false }, inFixAll: false });
});

test('where nobody can tell what is meant no fix is offered', () => {
  assert.equal(fixed({ isLocalDevMcpEnabled: 'perhaps' }), undefined);
  assert.equal(fixed({ otlpDesktopLogLevel: 'chatty' }), undefined);
  assert.equal(fixed({ autoUpdaterEnforcementHours: 'soon' }), undefined);
});
