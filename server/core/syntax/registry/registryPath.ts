import type { Parsed, RegistrySection, RegistryValue } from '../syntax.ts';

/** The hives in which the app looks for its policy. Source: https://claude.com/docs/third-party/claude-desktop/mdm */
export type Hive = 'HKEY_LOCAL_MACHINE' | 'HKEY_CURRENT_USER';

const policyPath = /^(HKEY_LOCAL_MACHINE|HKEY_CURRENT_USER)\\SOFTWARE\\Policies\\Claude$/i;

/** The hive of a key that is the app's own policy key, compared as Windows does, without case; undefined for every other key. */
export function policyHive(path: string): Hive | undefined {
  return policyPath.exec(path)?.[1]?.toUpperCase() as Hive | undefined;
}

/** The keys that a registry file writes, in its order, without those that it deletes; none for other formats. */
export const writtenSections = ({ container }: Parsed): readonly RegistrySection[] =>
  container?.format === 'registry' ? container.sections.filter(({ isDeletion }) => !isDeletion) : [];

/** What stands under the app's key of one hive when the whole file is imported: deletions are carried out, of a name that stands twice the last counts. */
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
 * The values of a hive that the app sees: one of them is enough to make HKEY_LOCAL_MACHINE count alone, whatever it is called. Of
 * REG_EXPAND_SZ it reads no text, but sees that it is there; of other types it sees nothing.
 * Source: https://claude.com/docs/third-party/claude-desktop/mdm
 */
export const seenValues = (parsed: Parsed, hive: Hive): RegistryValue[] =>
  importedValues(parsed, hive).filter(
    ({ type }) => type === 'REG_SZ' || type === 'REG_EXPAND_SZ' || type === 'REG_DWORD',
  );

/** The app that reads one hive only, and no longer puts both together. */
export const singleHiveSince = '1.19367.0';
