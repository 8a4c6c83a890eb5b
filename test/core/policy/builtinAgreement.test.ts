import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintFiles, settings } from '../../support/lint.ts';
import { evaluate } from '../effective/runCase.ts';

/** A key of `builtinToolPolicy` that is set to `ask`, next to a good one; whether an app of that version reads it. */
const keys: readonly (readonly [key: string, isRead: boolean, app?: string])[] = [
  ['Bash', true],
  ['bash', false],
  ['Agent', false],
  ['Bash(*)', true],
  ['Bash( * )', true],
  ['Bash(*)', false, '1.24012.0'],
  ['Bash(curl *)', true],
  ['Bash(curl *)', false, '1.24012.0'],
  ['Bash (curl *)', false],
  ['Bash(curl *) ', false],
  ['Bash(curl *', false],
  ['Bash()', false],
  ['Bash(a\nb)', false],
  ['WebFetch', true],
  ['WebFetch(*)', false],
  ['WebSearch(x)', false],
  ['mcp__a__b', false],
  ['*', false],
];

const drops = /this rule is dropped|The rule is dropped|older apps drop this one/;

for (const [key, isRead, app = '1.46388.4'] of keys) {
  test(`${JSON.stringify(key)} is ${isRead ? 'read' : 'dropped'} by ${app} on both sides`, () => {
    const policy = { inferenceProvider: 'anthropic', builtinToolPolicy: { Read: 'allow', [key]: 'ask' } };
    const target = { ...settings.target, minimumVersion: app };
    const found = lintFiles({ 'policy.json': JSON.stringify(policy) }, { ...settings, target });
    const messages = found.map(({ message }) => message);
    assert.equal(!messages.some((message) => drops.test(message)), isRead, messages.join('\n'));
    const { result } = evaluate({ app, policy });
    const steps = (result.surfaces.code?.builtinTools ?? []).flatMap((tool) => tool.steps);
    assert.equal(
      steps.some(({ text }) => text === `${key}: ask`),
      isRead,
      'the effective set',
    );
  });
}
