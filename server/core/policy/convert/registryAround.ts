import { type PropertyNode, propertiesOf } from '../../syntax/node.ts';
import { importedValues, policyHive } from '../../syntax/registry/registryPath.ts';
import type { Parsed, RegistrySection } from '../../syntax/syntax.ts';

export interface RegistryAround {
  /** The values that hold once the file is imported, in the order of the file. */
  readonly properties: readonly PropertyNode[];
  readonly warnings: readonly string[];
  /** The values stand under HKEY_CURRENT_USER alone. */
  readonly isUserPolicy: boolean;
}

const readable = ['REG_SZ', 'REG_DWORD'];

/**
 * The values of the app's policy keys as the registry editor would leave them: deletions are carried out, names are the same in
 * any case. Values of both hives are put together as apps did before 1.19367.0: where both have one, that of the machine counts.
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
    ...(unread.length > 0
      ? [
          `Left out, because the app cannot read their type: ${unread.map(({ name }) => name || '(default)').join(', ')}.`,
        ]
      : []),
    ...(elsewhere ? ['Values under other registry keys were left out: the app does not read them.'] : []),
  ];
  return {
    properties: propertiesOf(parsed.root).filter(({ range }) => starts.has(range.start)),
    warnings,
    isUserPolicy: user.length > 0 && machine.length === 0,
  };
}

const bothHives =
  'The values of both hives were merged; where both set a value, HKEY_LOCAL_MACHINE takes precedence. Since 1.19367.0 the app reads only HKEY_LOCAL_MACHINE.';
