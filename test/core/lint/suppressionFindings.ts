import assert from 'node:assert/strict';
import type { Diagnostic } from '../../../server/core/base/text.ts';

/** Helpers shared by the tests of suppressions. */

export const manifest = { 'org-plugins/pilot/.claude-plugin/plugin.json': '{ "name": "pilot", "version": "1.0.0" }' };
export const rulesIn = (found: readonly Diagnostic[]) => found.map(({ rule }) => rule);
export const textAt = (text: string, { range }: Diagnostic) => text.slice(range.start, range.end);
export const only = (found: readonly Diagnostic[]): Diagnostic => {
  const [first, ...others] = found;
  assert.ok(first);
  assert.deepEqual(rulesIn(others), []);
  return first;
};
