import type { Problem, Severity } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { child, itemsOf, stringOf } from '../../../syntax/node.ts';

const variables = [
  'OneDrive',
  'OneDriveCommercial',
  'OneDriveConsumer',
  'APPDATA',
  'LOCALAPPDATA',
  'USERNAME',
  'XDG_DOCUMENTS_DIR',
];
/** Placeholders that device management replaces before the app reads the policy. */
const filledIn = /^(short_name|full_name|first_name|last_name|email|hardwareuuid|serialnumber|udid|hostname)$/i;
/** Other notations for the user's folder, which is `~` here. */
const home = /^(?:%USERPROFILE%|%HOMEDRIVE%%HOMEPATH%|%HOME%|\$HOME|\$\{HOME\}|\$env:USERPROFILE)(?=[\\/]|$)/i;
/** Variables of a shell. Others may be device management's (`$USERNAME`), or a literal `$` in a name. */
const shell =
  /\$env:\w+|\$\{?(?:HOME|USER|PWD|TMPDIR|USERPROFILE|APPDATA|LOCALAPPDATA|OneDrive|XDG_\w+)(?:\}|(?![\w}]))/i;
const isAbsolute = /^(?:~(?=[\\/]|$)|\/|[A-Za-z]:(?=[\\/]|$)|\\\\|%\w+%|\$)/;
/** A wildcard for everything below, which a folder covers anyway. */
const below = /(?<=[^\\/])[\\/]\*\*?$/;

interface Flaw {
  readonly message: string;
  readonly meant?: string;
  readonly severity?: Severity;
}

/** The validator rejects empty paths; the app does not check other entries. */
export const workspaceFolder: Rule = {
  id: 'policy/workspace-folder',
  severity: 'warning',
  source: ['desktop/configuration', 'app-validator'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }): Generator<Problem> {
    for (const item of itemsOf(child(root, 'allowedWorkspaceFolders'))) {
      const node = item.type === 'object' ? child(item, 'path') : item;
      const path = stringOf(node);
      const flaw = path === undefined ? undefined : flawOf(path);
      if (!node || !flaw) continue;
      const { message, meant, severity } = flaw;
      const inFixAll = severity === undefined;
      yield {
        range: node.range,
        message,
        ...(severity && { severity }),
        ...(meant !== undefined && {
          fixes: [{ title: `Change to \`${meant}\``, edits: [edit.replace(node, meant)], inFixAll }],
        }),
      };
    }
  },
};

function flawOf(path: string): Flaw | undefined {
  if (path === '')
    return { message: 'An empty path makes the whole list unreadable. Name a folder.', severity: 'error' };
  const fixed = path.replace(home, '~');
  const meant = fixed === path ? {} : { meant: fixed };
  const fromShell = shell.exec(path)?.[0];
  if (fromShell) {
    const message = `\`${fromShell}\` is not substituted, so the entry is ignored. Use \`~\` or a full path.`;
    return { message, ...meant };
  }
  const names = [...path.matchAll(/%(\w+)%/g)].map(([, name = '']) => name);
  const other = names.find((name) => !isKnown(name) && !filledIn.test(name));
  if (other !== undefined) {
    const message = `\`%${other}%\` is not substituted, so the entry is ignored. Use \`~\`, a full path, or one of ${variables.map((name) => `\`%${name}%\``).join(', ')}.`;
    return { message, ...meant };
  }
  if (isPlaceholder(path) || /[{}<>]/.test(path)) return undefined;
  if (!isAbsolute.test(path)) {
    return { message: 'This path is not absolute, so the entry has no effect. Start with `~`, `/` or a drive.' };
  }
  if (below.test(path)) {
    const folder = path.replace(below, '');
    return { message: 'Subfolders are included without `*`.', meant: folder, severity: 'hint' };
  }
  if (path.includes('*')) return { message: '`*` is not a wildcard here. Name the folder.', severity: 'hint' };
  const climbs = /(^|[\\/])\.\.([\\/]|$)/.test(path);
  return climbs ? { message: 'Write the folder itself, without `..`.', severity: 'hint' } : undefined;
}

const isKnown = (name: string): boolean => variables.some((known) => known.toLowerCase() === name.toLowerCase());
