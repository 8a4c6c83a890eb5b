import * as vscode from 'vscode';
import type { TreeRow } from '../../server/protocol.ts';

const scheme = 'plugboard-row';

/**
 * Returns the URI that decorates a row. It has its own scheme, since a row may stand for several files and an ignored plugin
 * for none; its query contains the decoration.
 */
export function decorated({ id, context, problems }: TreeRow): vscode.Uri {
  const { errors, warnings } = problems ?? { errors: 0, warnings: 0 };
  const quiet = context.startsWith('ignored') || context.endsWith('-inactive');
  return vscode.Uri.from({ scheme, path: `/${id}`, query: `${errors},${warnings},${quiet ? 1 : 0}` });
}

const badge = (count: number): string => (count > 9 ? '9+' : String(count));

/** Badges and colours of rows: problems take precedence over inactive state. */
export const decorations: vscode.FileDecorationProvider = {
  provideFileDecoration(uri) {
    if (uri.scheme !== scheme) return undefined;
    const [errors = 0, warnings = 0, quiet = 0] = uri.query.split(',').map(Number);
    const color = (name: string) => new vscode.ThemeColor(name);
    if (errors > 0)
      return new vscode.FileDecoration(badge(errors + warnings), undefined, color('list.errorForeground'));
    if (warnings > 0) return new vscode.FileDecoration(badge(warnings), undefined, color('list.warningForeground'));
    return quiet ? new vscode.FileDecoration(undefined, undefined, color('list.deemphasizedForeground')) : undefined;
  },
};
