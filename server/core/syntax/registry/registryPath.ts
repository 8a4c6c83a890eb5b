import type { Parsed, RegistrySection, RegistryValue } from '../syntax.ts';

/** The hives in which the app looks for its policy. Source: https://claude.com/docs/third-party/claude-desktop/mdm */
export type Hive = 'HKEY_LOCAL_MACHINE' | 'HKEY_CURRENT_USER';

const policyPath = /^(HKEY_LOCAL_MACHINE|HKEY_CURRENT_USER)\\SOFTWARE\\Policies\\Claude$/i;

/** Returns the hive if the key is the app's policy key (compared without case, as Windows does); undefined for every other key. */
export function policyHive(path: string): Hive | undefined {
  return policyPath.exec(path)?.[1]?.toUpperCase() as Hive | undefined;
}

/** Returns the keys that a registry file writes, in order, without those that it deletes; none for other formats. */
export const writtenSections = ({ container }: Parsed): readonly RegistrySection[] =>
  container?.format === 'registry' ? container.sections.filter(({ isDeletion }) => !isDeletion) : [];

/**
 * Returns the values under the app's key of one hive after the file is imported: deletions are applied; if a name occurs twice,
 * the last value counts.
 */
export function importedValues({ container }: Parsed, hive: Hive): RegistryValue[] {
  const values = new Map<string, RegistryValue>();
  for (const section of container?.format === 'registry' ? container.sections : []) {
    if (policyHive(section.path) !== hive) continue;
    if (section.isDeletion) values.clear();
    for (const value of section.isDeletion ? [] : section.values) {
      const name = value.name.toLowerCase();
      if (value.type === 'DELETE') values.delete(name);
      else values.set(name, value);
    }
  }
  return [...values.values()];
}

/**
 * Returns the values of a hive that the app sees. A single one, whatever its name, makes HKEY_LOCAL_MACHINE the only hive that
 * counts. The app does not read REG_EXPAND_SZ values, but sees that they exist; it does not see other types at all.
 * Source: https://claude.com/docs/third-party/claude-desktop/mdm
 */
export const seenValues = (parsed: Parsed, hive: Hive): RegistryValue[] =>
  importedValues(parsed, hive).filter(
    ({ type }) => type === 'REG_SZ' || type === 'REG_EXPAND_SZ' || type === 'REG_DWORD',
  );

/** The first app that reads only one hive instead of merging both. */
export const singleHiveSince = '1.19367.0';
