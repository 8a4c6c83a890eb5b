import { nearest } from '../../../base/suggest.ts';
import type { TextRange } from '../../../base/text.ts';
import { isIn, join, parentOf } from '../../../base/uri.ts';
import type { Rule, WorkspaceView } from '../../../model.ts';
import { blankAsides } from '../../markdown/asides.ts';
import { type BodyLine, bodyLines } from '../../markdown/body.ts';
import { loads } from '../place.ts';

/** Paths are relative to the skill's folder. The app does not check them. */
export const brokenLink: Rule = {
  id: 'skill/broken-link',
  severity: 'hint',
  source: ['agentskills/specification'],
  certainty: 'standard',
  impact: 'fails',
  scope: 'workspace',
  *check({ document, workspace }) {
    const folder = parentOf(document.uri);
    if (!document.text.includes('](') || !loads(document) || workspace.list(folder).length === 0) return;
    for (const { path, range, line } of links(bodyLines(document))) {
      const uri = join(folder, path).replace(/\/$/, '');
      // Checking whether a line is code requires parsing the whole Markdown, so it comes last.
      if (workspace.file(uri) || isBehindLink(workspace, uri, folder) || line.code) continue;
      const near = nearest(path.slice(path.lastIndexOf('/') + 1), namesIn(workspace, parentOf(uri)));
      const meant = near && path.slice(0, path.lastIndexOf('/') + 1) + near;
      yield {
        range,
        message: `There is no \`${path}\` in the skill’s folder. Add the file or correct the link.`,
        ...(meant && { fixes: [{ title: `Change to \`${meant}\``, edits: [{ range, newText: meant }] }] }),
      };
    }
  },
};

const namesIn = (workspace: WorkspaceView, folder: string): string[] =>
  workspace.list(folder).flatMap(({ name, type }) => (type === 'file' ? name : []));

/** Targets of symbolic links are not in the table of files. */
function isBehindLink(workspace: WorkspaceView, uri: string, folder: string): boolean {
  for (let at = parentOf(uri); at !== folder && isIn(folder, at); at = parentOf(at)) {
    if (workspace.file(at)?.link) return true;
  }
  return false;
}

/** Yields links to files below the skill's folder. Links in code, with placeholders, or without folder and extension are examples. */
function* links(lines: Iterable<BodyLine>): Generator<{ path: string; range: TextRange; line: BodyLine }> {
  for (const line of lines) {
    const { text, start } = line;
    if (!text.includes('](')) continue;
    for (const match of blankAsides(text).matchAll(/\]\(((?:\.\/)?[\w-][\w./-]*\.\w+)(?:#[^()\s]*)?\)/g)) {
      const path = match[1] ?? '';
      if (/(^|\/)\.\.(\/|$)/.test(path) || !(path.includes('/') || path.endsWith('.md'))) continue;
      const at = start + match.index + 2;
      yield { path, range: { start: at, end: at + path.length }, line };
    }
  }
}
