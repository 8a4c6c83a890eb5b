import type { Rule } from '../../../model.ts';
import { child, itemsOf, stringOf } from '../../../syntax/node.ts';
import { isPlaceholder } from '../read.ts';

const variables = [
  'OneDrive',
  'OneDriveCommercial',
  'OneDriveConsumer',
  'APPDATA',
  'LOCALAPPDATA',
  'USERNAME',
  'XDG_DOCUMENTS_DIR',
];
/** Other names for the folder of the user, which `~` stands for. */
const home = /^(?:%USERPROFILE%|%HOMEDRIVE%%HOMEPATH%|%HOME%|\$HOME|\$\{HOME\}|\$env:USERPROFILE)(?=[\\/]|$)/i;
const isAbsolute = /^(?:~(?=[\\/]|$)|\/|[A-Za-z]:[\\/]|\\\\|%\w+%)/;

/** Source: https://claude.com/docs/third-party/claude-desktop/configuration; the app says nothing of such an entry. */
export const workspaceFolder: Rule = {
  id: 'policy/workspace-folder',
  severity: 'warning',
  scope: 'document',
  *check({ root, edit }) {
    for (const item of itemsOf(child(root, 'allowedWorkspaceFolders'))) {
      const node = item.type === 'object' ? child(item, 'path') : item;
      const path = stringOf(node);
      if (!node || path === undefined || path === '' || (isPlaceholder(path) && !home.test(path))) continue;
      const problem = problemOf(path);
      if (!problem) continue;
      const meant = path.replace(home, '~');
      yield {
        range: node.range,
        message: problem,
        ...(meant !== path && {
          fixes: [{ title: `Change to \`${meant}\``, edits: [edit.replace(node, meant)], inFixAll: true }],
        }),
      };
    }
  },
};

function problemOf(path: string): string | undefined {
  const shell = /\$(?:env:)?\{?\w+\}?/.exec(path)?.[0];
  if (shell)
    return `\`${shell}\` is not filled in: the entry names no folder and is ignored. Write \`~\` or a full path.`;
  const other = [...path.matchAll(/%(\w+)%/g)].map(([, name = '']) => name).find((name) => !isKnown(name));
  if (other !== undefined)
    return `\`%${other}%\` is not filled in, and the entry is ignored. Write \`~\`, a full path, or one of ${variables.map((name) => `\`%${name}%\``).join(', ')}.`;
  if (!isAbsolute.test(path))
    return 'This path is not absolute: the entry names no folder. Start with `~`, `/` or a drive.';
  return undefined;
}

const isKnown = (name: string): boolean => variables.some((known) => known.toLowerCase() === name.toLowerCase());
