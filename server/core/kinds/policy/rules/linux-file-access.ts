import { parentOf } from '../../../base/uri.ts';
import type { FileEntry, Rule } from '../../../model.ts';

/** Returns why the app rejects a file or its folder. */
function reasonsOf(entry: FileEntry | undefined, what: string): string[] {
  if (!entry?.access) return [];
  return [
    ...(entry.link ? [`${what} is a symbolic link`] : []),
    ...(entry.access.isOwnedByRoot ? [] : [`${what} is not owned by root`]),
    ...(entry.access.isWritableByOthers && !entry.link ? [`${what} is writable by its group or by everyone`] : []),
  ];
}

export const linuxFileAccess: Rule = {
  id: 'policy/linux-file-access',
  severity: 'error',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'workspace',
  *check({ document, workspace }) {
    if (!document.uri.endsWith('/claude-desktop/managed-settings.json')) return;
    const folder = parentOf(document.uri);
    const reasons = [
      ...reasonsOf(workspace.file(document.uri), 'The file'),
      ...reasonsOf(workspace.file(folder), 'The folder'),
    ];
    if (reasons.length === 0) return;
    yield {
      range: { start: 0, end: 0 },
      message: `${reasons.join('. ')}, so the app does not apply this policy, and newer apps do not read local settings either. Run \`chown root:root\` and \`chmod go-w\` on the file and its folder.`,
    };
  },
};
