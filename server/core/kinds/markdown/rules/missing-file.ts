import { join } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';
import { isWritten, leaves } from '../../shared/texts/rootPaths.ts';
import { bodyLines } from '../body.ts';
import { pathsIn } from '../paths.ts';

/** Words before a path which say that the file will be created. */
const made = /\b(mkdir|touch|rm|tee|write|writes|create|creates|save|saves|generate|output)\b/i;

/** That the file must exist is our reading. */
export const missingFile = (kind: string): Rule => ({
  id: `${kind}/missing-file`,
  severity: 'hint',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'workspace',
  *check({ document, workspace }) {
    if (!document.text.includes('${CLAUDE_PLUGIN_ROOT}')) return;
    const root = workspace.pluginOf(document.uri);
    if (!root || workspace.list(root.uri).length === 0) return;
    for (const { range, path, before } of pathsIn(bodyLines(document))) {
      if (isWritten(before, made) || leaves(path) || workspace.file(join(root.uri, path).replace(/\/$/, ''))) continue;
      yield { range, message: `The plugin has no \`${path}\`. Add it or correct the path.` };
    }
  },
});
