import { type PropertyNode, propertiesOf } from '../../syntax/node.ts';
import { importedValues, policyHive } from '../../syntax/registry/registryPath.ts';
import type { Parsed, RegistrySection } from '../../syntax/syntax.ts';
import { unreadTypes } from './unreadTypes.ts';

export interface RegistryAround {
  /** The values after the file is imported, in file order. */
  readonly properties: readonly PropertyNode[];
  readonly warnings: readonly string[];
  /** All values are under HKEY_CURRENT_USER. */
  readonly isUserPolicy: boolean;
}

const readable = ['REG_SZ', 'REG_DWORD'];

/**
 * Returns the values of the app's policy keys after the file is imported: deletions are applied, and names are not
 * case-sensitive. Values of both hives are merged as apps did before 1.19367.0: if both have a value, that of the machine takes
 * precedence.
 */
export function registryAround(parsed: Parsed, sections: readonly RegistrySection[]): RegistryAround {
  const machine = importedValues(parsed, 'HKEY_LOCAL_MACHINE');
  const user = importedValues(parsed, 'HKEY_CURRENT_USER');
  const named = new Set(machine.map(({ name }) => name.toLowerCase()));
  const kept = [...machine, ...user.filter(({ name }) => !named.has(name.toLowerCase()))];
  const starts = new Set(kept.map(({ nameRange }) => nameRange.start));
  const unread = kept.filter(({ type }) => !readable.includes(type));
  const elsewhere = sections.some(({ path, values }) => values.length > 0 && policyHive(path) === undefined);
  const warnings = [
    ...(machine.length > 0 && user.length > 0 ? [bothHives] : []),
    ...unreadTypes(unread.map(({ name }) => name || '(default)')),
    ...(sections.some(hasDeletion) ? [deletions] : []),
    ...(elsewhere ? ['Values under other registry keys were left out: the app does not read them.'] : []),
  ];
  return {
    properties: propertiesOf(parsed.root).filter(({ range }) => starts.has(range.start)),
    warnings,
    isUserPolicy: user.length > 0 && machine.length === 0,
  };
}

const hasDeletion = ({ path, isDeletion, values }: RegistrySection): boolean =>
  policyHive(path) !== undefined && (isDeletion === true || values.some(({ type }) => type === 'DELETE'));

const deletions =
  'The file also deletes keys or values. A policy only sets values, so values that a device already has are not deleted.';

const bothHives =
  'The values of both hives were merged; where both set a value, HKEY_LOCAL_MACHINE takes precedence. Since 1.19367.0 the app reads only HKEY_LOCAL_MACHINE.';
