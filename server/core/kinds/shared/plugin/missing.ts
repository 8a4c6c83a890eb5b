import { isIn } from '../../../base/uri.ts';
import type { PluginRoot, WorkspaceView } from '../../../model.ts';

/** Folders that are not read from disk. */
const unread = new Set(['node_modules', '.git']);

/**
 * Whether a plugin (or marketplace) certainly lacks `path` (with `/`, relative to its folder and inside it). What cannot be
 * checked counts as present: targets of links, and folders that were not read, for example when a single file is open.
 */
export function isMissing(
  workspace: WorkspaceView,
  root: Pick<PluginRoot, 'uri'>,
  from: string,
  path: string,
): boolean {
  const top = workspace.list(root.uri);
  const only = top.length === 1 ? top[0] : undefined;
  // Only the folders above the open file are known then.
  if (only?.type === 'directory' && isIn(only.uri, from)) return false;
  let names = top;
  for (const step of plain(path)) {
    if (unread.has(step) || names.length === 0) return false;
    const entry = names.find(({ name }) => name === step);
    // The file may be a program with the extension of its platform.
    if (!entry) return !names.some(({ name, type }) => type === 'file' && name.startsWith(`${step}.`));
    if (entry.link) return false;
    names = workspace.list(entry.uri);
  }
  return false;
}

/** Splits a path into steps and resolves `.` and `..`. */
function plain(path: string): string[] {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps;
}
