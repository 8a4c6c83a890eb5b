import assert from 'node:assert/strict';
import test from 'node:test';
import type { Surface } from '../../../server/core/effective/model.ts';
import { compare } from '../../support/compared.ts';

const surfaces: readonly Surface[] = ['cowork', 'code', 'chat'];

/** Returns which tabs a policy leaves on, and how certain that is. */
function tabs(policy: object, app = '1.46388.4') {
  const side = { policy, app };
  const { after } = compare(side, side);
  return surfaces.map((surface) => {
    const tab = after.surfaces[surface]?.tab;
    return `${surface} ${tab?.isOn ? 'on' : 'off'}${tab?.certainty === 'documented' ? '' : `, ${tab?.certainty}`}`;
  });
}

test('Cowork and Code are on by default, Chat is off', () => {
  assert.deepEqual(tabs({}), ['cowork on', 'code on', 'chat off']);
});

test('a key switches its tab', () => {
  const policy = { coworkTabEnabled: false, isClaudeCodeForDesktopEnabled: true, chatTabEnabled: true };
  assert.deepEqual(tabs(policy), ['cowork off', 'code on', 'chat on']);
});

test('where no tab is left, Cowork stays', () => {
  const policy = { coworkTabEnabled: false, isClaudeCodeForDesktopEnabled: false };
  assert.deepEqual(tabs(policy), ['cowork on', 'code off', 'chat off']);
  assert.deepEqual(tabs({ ...policy, chatTabEnabled: true }), ['cowork off', 'code off', 'chat on']);
});

test('a value that cannot be read switches Cowork off, and whether it stays on alone is not known', () => {
  assert.deepEqual(tabs({ coworkTabEnabled: 'perhaps' }), ['cowork off', 'code on', 'chat off']);
  assert.deepEqual(tabs({ coworkTabEnabled: 'perhaps', isClaudeCodeForDesktopEnabled: false }), [
    'cowork on, unknown',
    'code off',
    'chat off',
  ]);
});

test('a note says why a tab is not as the policy has it', () => {
  const notes = (policy: object, app: string) => compare({ policy, app }, { policy, app }).after.notes;
  const messages = (policy: object, app: string) => notes(policy, app).map(({ message }) => message);
  assert.ok(
    messages({ coworkTabEnabled: false }, '1.9658.0').includes(
      'Cowork is on: apps before 1.9659.0 ignore `coworkTabEnabled`.',
    ),
  );
  assert.ok(
    messages({ chatTabEnabled: true }, '1.9659.0').includes(
      'Chat is off: apps before 1.13576.0 ignore `chatTabEnabled`.',
    ),
  );
  const alone = { coworkTabEnabled: false, isClaudeCodeForDesktopEnabled: false };
  assert.ok(messages(alone, '1.46388.4').some((message) => message.startsWith('Cowork is on although')));
});

test('an app ignores a key that it does not know yet', () => {
  assert.deepEqual(tabs({ coworkTabEnabled: false, chatTabEnabled: true }, '1.9658.0'), [
    'cowork on',
    'code on',
    'chat off',
  ]);
});
