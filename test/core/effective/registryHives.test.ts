import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effective } from '../../../server/core/effective/effective.ts';
import { effectiveInput } from '../../../server/core/effective/fromWorkspace.ts';
import { base, lintFiles, settings, workspaceOf } from '../../support/lint.ts';

/** A policy under HKEY_CURRENT_USER that removes Bash, next to what is under HKEY_LOCAL_MACHINE. */
const file = (machine: string) =>
  [
    'Windows Registry Editor Version 5.00',
    '',
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]',
    machine,
    '',
    '[HKEY_CURRENT_USER\\SOFTWARE\\Policies\\Claude]',
    '"disabledBuiltinTools"="[\\"Bash\\"]"',
    '',
  ].join('\r\n');

function isBashRemoved(text: string, minimumVersion: string): boolean {
  const target = { ...settings.target, minimumVersion };
  const policies = [{ uri: `${base}/a.reg`, role: 'managed' }] as const;
  const result = effective(effectiveInput(workspaceOf({ 'a.reg': text }), { policies, target }));
  return result.surfaces.code?.builtinTools.find(({ name }) => name === 'Bash')?.state === 'removed';
}

const switchesOff = /The app ignores this key|is still ignored/;

/** A value of HKEY_LOCAL_MACHINE, and whether it makes the app ignore HKEY_CURRENT_USER. */
const values: Readonly<Record<string, boolean>> = {
  '"coworkTabEnabled"="true"': true,
  '"misspelled"="x"': true,
  '@="x"': true,
  '"count"=dword:00000001': true,
  '"path"=hex(2):61,00,00,00': true,
  '"count"=hex(b):01,00,00,00,00,00,00,00': false,
  '"lines"=hex(7):61,00,00,00,00,00': false,
  '"misspelled"="x"\r\n"misspelled"=-': false,
};

for (const [machine, isIgnored] of Object.entries(values)) {
  test(`${isIgnored ? 'one hive' : 'no hive'} is ignored on both sides: ${machine.replaceAll('\r\n', ' ')}`, () => {
    const text = file(machine);
    assert.equal(isBashRemoved(text, '1.46388.4'), !isIgnored, 'the effective set');
    const found = lintFiles({ 'a.reg': text }).map(({ message }) => message);
    assert.equal(
      found.some((message) => switchesOff.test(message)),
      isIgnored,
      found.join('\n'),
    );
    assert.ok(isBashRemoved(text, '1.18286.0'), 'older apps read both hives');
  });
}
