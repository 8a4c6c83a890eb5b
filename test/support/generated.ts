import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './root.ts';

const isUpdating = Boolean(process.env.UPDATE && !process.env.CI);

/**
 * Compares a file of the project with the text that it should have. With UPDATE set, and not in CI, writes that text instead.
 * @param name the file's path in the project.
 * @param command the command that writes it, without `UPDATE=1`.
 * @throws AssertionError that names the command.
 */
export function holdGenerated(name: string, text: string, command: string): void {
  const file = path.join(root, name);
  if (isUpdating) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    return;
  }
  const actual = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  if (actual === text) return;
  const message = `${name} is out of date. To write it:\n  UPDATE=1 ${command}\nand read what changed.`;
  // Node's own comparison drops the message if long strings of the same length differ near their end.
  throw new assert.AssertionError({ message, actual, expected: text, operator: 'deepEqual' });
}
