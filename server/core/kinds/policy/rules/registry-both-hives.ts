import type { Fix } from '../../../base/text.ts';
import { atLeast } from '../../../base/version.ts';
import type { Rule } from '../../../model.ts';
import { knownNames } from '../../../policy/catalogue.ts';
import {
  policyHive,
  seenValues,
  singleHiveSince as since,
  writtenSections,
} from '../../../syntax/registry/registryPath.ts';
import { wholeLines } from '../../../syntax/registry/registryText.ts';
import type { Parsed, RegistrySection, RegistryValue } from '../../../syntax/syntax.ts';

export const registryBothHives: Rule = {
  id: 'policy/registry-both-hives',
  severity: 'error',
  source: ['desktop/mdm'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ document, parsed, target }) {
    const machine = seenValues(parsed, 'HKEY_LOCAL_MACHINE');
    const user = seenValues(parsed, 'HKEY_CURRENT_USER');
    // For a single REG_EXPAND_SZ another rule reports the same.
    const blocker = machine.find(({ type }) => type !== 'REG_EXPAND_SZ');
    if (!blocker || user.every(isStray)) return;
    const strays = machine.every(isStray) ? machine : undefined;
    const missing = user.filter((value) => !says(machine, value));
    const older = atLeast(target.minimumVersion, since) ? '' : ` Apps before ${since} read both.`;
    const fix = strays
      ? removal(document.text, machineValues(parsed, machine))
      : merge(writtenSections(parsed), machine, missing);
    for (const section of writtenSections(parsed)) {
      if (policyHive(section.path) !== 'HKEY_CURRENT_USER' || !section.values.some((value) => user.includes(value)))
        continue;
      const why = strays
        ? `one value under HKEY_LOCAL_MACHINE is enough, and there ${strays.length === 1 ? 'is' : 'are'} ${namesOf(strays)}. Remove what is not needed.`
        : 'HKEY_LOCAL_MACHINE also has values, and the two are not merged. Keep the whole policy in one of them.';
      yield {
        range: section.range,
        message: `The app ignores this key: ${why}${older}`,
        ...(missing.length === 0 && { severity: 'info' as const }),
        ...(fix && { fixes: [fix] }),
        related: [{ uri: document.uri, range: () => blocker.nameRange, message: 'A value of HKEY_LOCAL_MACHINE' }],
      };
    }
  },
};

/** Whether a value sets nothing: the default value, a name that the app does not know, an empty string. */
const isStray = ({ name, type, text }: RegistryValue): boolean =>
  !knownNames.has(name) || type === 'REG_EXPAND_SZ' || text === '';

const called = (name: string) => (value: RegistryValue) => value.name.toLowerCase() === name.toLowerCase();

const says = (values: readonly RegistryValue[], { name, text }: RegistryValue): boolean =>
  values.find(called(name))?.text === text;

const namesOf = (values: readonly RegistryValue[]): string =>
  values.map(({ name }) => (name === '' ? 'the default value `@`' : `\`${name}\``)).join(' and ');

/** Returns every value under HKEY_LOCAL_MACHINE with one of the names: without the last of a name, the one before it would count. */
function machineValues(parsed: Parsed, counting: readonly RegistryValue[]): RegistryValue[] {
  const names = new Set(counting.map(({ name }) => name.toLowerCase()));
  return writtenSections(parsed)
    .filter(({ path }) => policyHive(path) === 'HKEY_LOCAL_MACHINE')
    .flatMap(({ values }) => values.filter(({ name }) => names.has(name.toLowerCase())));
}

const removal = (text: string, values: readonly RegistryValue[]): Fix => ({
  title: 'Remove it from HKEY_LOCAL_MACHINE',
  edits: values.map(({ nameRange, range }) => ({
    range: wholeLines(text, { start: nameRange.start, end: range.end }),
    newText: '',
  })),
});

/** Returns a fix that moves all values under HKEY_LOCAL_MACHINE, unless the hives contradict each other. */
function merge(
  sections: readonly RegistrySection[],
  machine: readonly RegistryValue[],
  missing: readonly RegistryValue[],
): Fix | undefined {
  if (missing.some(({ name }) => machine.some(called(name)))) return undefined;
  const own = sections.filter(({ path }) => policyHive(path) === 'HKEY_CURRENT_USER');
  return {
    title: 'Move everything to HKEY_LOCAL_MACHINE',
    edits: own.map(({ range: { start } }) => ({
      range: { start, end: start + 'HKEY_CURRENT_USER'.length },
      newText: 'HKEY_LOCAL_MACHINE',
    })),
  };
}
