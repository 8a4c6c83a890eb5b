import { isIn } from '../../../base/uri.ts';
import type { PluginRoot, WorkspaceView } from '../../../model.ts';

/** Folders that the reader of the disk does not enter. */
const unread = new Set(['node_modules', '.git']);

/**
 * Whether a plugin (or marketplace) surely lacks `path` (with `/`, seen from its folder, without leaving it). What cannot be
 * known counts as there: what lies behind a link or in a folder that was not read, as happens when a single file is opened.
 */
export function isMissing(
  workspace: WorkspaceView,
  root: Pick<PluginRoot, 'uri'>,
  from: string,
  path: string,
): boolean {
  const top = workspace.list(root.uri);
  const only = top.length === 1 ? top[0] : undefined;
  // Then just the folders above the opened file are known.
  if (only?.type === 'directory' && isIn(only.uri, from)) return false;
  let names = top;
  for (const step of plain(path)) {
    if (unread.has(step) || names.length === 0) return false;
    const entry = names.find(({ name }) => name === step);
    // A program may stand there with the ending of its system.
    if (!entry) return !names.some(({ name, type }) => type === 'file' && name.startsWith(`${step}.`));
    if (entry.link) return false;
    names = workspace.list(entry.uri);
  }
  return false;
}

/** The steps of a path, its `.` and `..` worked out. */
function plain(path: string): string[] {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps;
}
