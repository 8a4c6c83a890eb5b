import type { Rule } from '../../../model.ts';
import { join } from '../../../uri.ts';
import { leaves, type RootPath, rootPaths } from '../../shared/rootPaths.ts';
import { type BodyLine, bodyLines } from '../body.ts';

/** Words before a path that say the file is yet to be written. */
const made = /(>\s*|\b(mkdir|touch|rm|tee|write|writes|create|creates|save|saves|generate|output)\b[^;&|]*)["'`]?$/i;

/** Source: https://code.claude.com/docs/en/plugins-reference (the placeholder); that the file must be there is our reading. */
export const missingFile = (kind: string): Rule => ({
  id: `${kind}/missing-file`,
  severity: 'hint',
  scope: 'workspace',
  *check({ document, workspace }) {
    if (!document.text.includes('${CLAUDE_PLUGIN_ROOT}')) return;
    const root = workspace.pluginOf(document.uri);
    if (!root || workspace.list(root.uri).length === 0) return;
    for (const { range, path, before } of pathsIn(bodyLines(document))) {
      if (made.test(before) || leaves(path) || workspace.file(join(root.uri, path).replace(/\/$/, ''))) continue;
      yield { range, message: `The plugin has no \`${path}\`. Add it or correct the path.` };
    }
  },
});

/** Paths as prose holds them: without the sentence's own full stop, and none whose end is a blank to fill in. */
function* pathsIn(lines: Iterable<BodyLine>): Generator<RootPath> {
  for (const line of lines) {
    for (const found of rootPaths(line.text, line.start, 'shell')) {
      const next = line.text.charAt(found.range.end - line.start);
      const path = found.path.replace(/[.,:!]+$/, '');
      if (next === '<' || next === '(' || path === '' || /^\.|[<…]|\.\.\./.test(path)) continue;
      const cut = found.path.length - path.length;
      yield { ...found, path, range: { start: found.range.start, end: found.range.end - cut } };
    }
  }
}
