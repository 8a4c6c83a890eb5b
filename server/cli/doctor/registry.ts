import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { UsageError } from '../usage.ts';

/**
 * Exports the app’s policy keys of both hives with the tool of Windows, which changes nothing in the registry.
 * @returns a temporary folder with `HKLM.reg` and `HKCU.reg`, each only if its key exists; it is removed when the process ends.
 * @throws UsageError if the tool does not start: then it is not known what the registry contains.
 */
export function exportHives(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plugboard-registry-'));
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  const program = path.join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe');
  for (const hive of ['HKLM', 'HKCU']) {
    const key = `${hive}\\SOFTWARE\\Policies\\Claude`;
    const { error } = spawnSync(program, ['export', key, path.join(folder, `${hive}.reg`), '/y', '/reg:64'], {
      stdio: 'ignore',
      windowsHide: true,
    });
    if (error) throw new UsageError(`${key} could not be exported: ${program} did not start`);
  }
  return folder;
}
