/** The hives in which the app looks for its policy. Source: https://claude.com/docs/third-party/claude-desktop/mdm */
export type Hive = 'HKEY_LOCAL_MACHINE' | 'HKEY_CURRENT_USER';

const policyPath = /^(HKEY_LOCAL_MACHINE|HKEY_CURRENT_USER)\\SOFTWARE\\Policies\\Claude$/i;

/** The hive of a key that is the app's own policy key, compared as Windows does, without case; undefined for every other key. */
export function policyHive(path: string): Hive | undefined {
  return policyPath.exec(path)?.[1]?.toUpperCase() as Hive | undefined;
}
