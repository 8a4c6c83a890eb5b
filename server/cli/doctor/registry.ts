import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Exports the app’s policy keys of both hives with the tool of Windows, which changes nothing in the registry.
 * @returns a temporary folder with `HKLM.reg` and `HKCU.reg`, each only if its key exists; it is removed when the process ends.
 */
export function exportHives(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plugboard-registry-'));
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  const program = path.join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe');
  for (const hive of ['HKLM', 'HKCU'])
    spawnSync(
      program,
      ['export', `${hive}\\SOFTWARE\\Policies\\Claude`, path.join(folder, `${hive}.reg`), '/y', '/reg:64'],
      { stdio: 'ignore', windowsHide: true },
    );
  return folder;
}
