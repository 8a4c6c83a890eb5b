import { join, nameOf } from '../../server/core/base/uri.ts';
import { kinds } from '../../server/core/kinds/index.ts';
import type { LintSettings } from '../../server/core/lint/activeRules.ts';
import { Linter } from '../../server/core/lint/linter.ts';
import type { DocumentKind, FileEntry } from '../../server/core/model.ts';
import { newestVersion } from '../../server/core/policy/releases.ts';
import { Workspace } from '../../server/core/workspace/workspace.ts';

export const base = 'file:///w';
export const settings: LintSettings = {
  target: { minimumVersion: newestVersion, date: '2026-11-21T00:00:00Z', hosts: ['desktop-3p'] },
  levels: {},
};

/** What the disk says about a file in addition to its name: path → its mode, or the target of a link. */
export type Traits = Readonly<
  Record<string, Pick<FileEntry, 'executable' | 'link' | 'access' | 'hasByteOrderMark' | 'isUtf16'>>
>;

/** Returns a workspace in memory: path → text. All names are known before the first text is added, as on disk. */
export function workspaceOf(
  files: Readonly<Record<string, string>>,
  of: readonly DocumentKind[] = kinds,
  traits: Traits = {},
): Workspace {
  const workspace = new Workspace(of);
  const entries = Object.keys(files).map((path): FileEntry => {
    const uri = join(base, path);
    return { uri, name: nameOf(uri), type: 'file', ...traits[path] };
  });
  for (const entry of entries) workspace.files.add(entry);
  for (const [i, text] of Object.values(files).entries()) {
    const entry = entries[i];
    if (entry && workspace.wants(entry) !== 'no') workspace.set(entry.uri, text);
  }
  return workspace;
}

/** Returns all findings of a workspace in memory, in the order of its files. */
export function lintFiles(
  files: Readonly<Record<string, string>>,
  with_: LintSettings = settings,
  of = kinds,
  traits: Traits = {},
) {
  const linter = new Linter(workspaceOf(files, of, traits), () => with_);
  return [...linter.all().values()].flat();
}
