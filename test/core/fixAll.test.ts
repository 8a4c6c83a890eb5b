import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixAllSafely } from '../support/fixAll.ts';
import { settings, workspaceOf } from '../support/lint.ts';
import { samples } from '../support/samples.ts';
import { mistakes } from './planted.ts';

test('no fix that needs no second look breaks a file or loses a field, whatever the mistake', () => {
  let applied = 0;
  for (const mistake of mistakes) {
    const text = (samples[mistake.in] ?? '').replace(mistake.replace, () => mistake.by);
    for (const file of [text, text.replaceAll('\n', '\r\n')]) {
      applied += fixAllSafely(workspaceOf({ ...samples, [mistake.in]: file }), settings);
    }
  }
  assert.ok(applied > mistakes.length / 4, `${applied} fixes`);
});
