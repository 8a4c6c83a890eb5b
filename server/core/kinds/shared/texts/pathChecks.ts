import { nearest } from '../../../base/suggest.ts';
import type { Problem, Severity } from '../../../base/text.ts';
import { join, parentOf } from '../../../base/uri.ts';
import type { Document, PluginRoot, WorkspaceView } from '../../../model.ts';
import type { ScalarNode } from '../../../syntax/node.ts';
import { isMissing } from '../plugin/missing.ts';
import { placeholderSlips } from './placeholders.ts';
import { isWritten, leaves, type RootPath, rootPaths } from './rootPaths.ts';

/** A string that may name files of the plugin, and what reads it: a shell, or the program that gets it unchanged. */
export interface PathText {
  readonly node: ScalarNode;
  readonly form: 'shell' | 'argument';
}

export interface Around {
  readonly document: Document;
  readonly workspace: WorkspaceView;
}

const rawOf = ({ text }: Document, { inner }: ScalarNode): string => text.slice(inner.start, inner.end);

/** Returns the paths below the plugin’s folder in a string. */
export const pathsIn = (document: Document, { node, form }: PathText): RootPath[] =>
  rootPaths(rawOf(document, node), node.inner.start, form);

/** Folders that usually contain build output, which is not checked in. */
const built = /^(dist|build|out|target|bin|bundle|node_modules|\.?venv)(\/|$)|\/(dist|build|node_modules)\//;

/** Whether a path, relative to the plugin's folder, is usually the output of a build. */
export const isBuildOutput = (path: string): boolean => built.test(path);

/** Reports files below `${CLAUDE_PLUGIN_ROOT}` that the plugin does not have. */
export function* missingFiles(
  { document, workspace }: Around,
  texts: Iterable<PathText>,
  who: string,
): Generator<Problem> {
  const root = workspace.pluginOf(document.uri);
  if (!root) return;
  for (const text of texts) {
    for (const path of pathsIn(document, text)) {
      if (mayCreate(text, path) || leaves(path.path)) continue;
      if (!isMissing(workspace, root, document.uri, path.path)) continue;
      const severity: Severity | undefined = !root.mount && isBuildOutput(path.path) ? 'hint' : undefined;
      const near = neighbour(workspace, root, path.path);
      const fix = near && {
        title: `Change to \`${near}\``,
        edits: [{ range: path.range, newText: `\${CLAUDE_PLUGIN_ROOT}/${near}` }],
      };
      yield {
        range: path.range,
        message: `The plugin has no \`${path.path}\`, so ${who}. Add the file or correct the path.`,
        ...(severity && { severity }),
        ...(fix && { fixes: [fix] }),
      };
    }
  }
}

/** Whether a missing file is no mistake here: it is written, created, or tested for first. */
const mayCreate = ({ form }: PathText, { before }: RootPath): boolean =>
  form === 'argument'
    ? before !== ''
    : isWritten(before, /\b(mkdir|touch|rm|tee)\b/) || /(\[|\btest) -\w\s+\\?["']?$/.test(before);

function neighbour(workspace: WorkspaceView, root: PluginRoot, path: string): string | undefined {
  const uri = join(root.uri, path);
  const names = workspace.list(parentOf(uri)).map((entry) => entry.name);
  const cut = path.lastIndexOf('/') + 1;
  const near = nearest(path.slice(cut), names);
  return near && path.slice(0, cut) + near;
}

/** Reports paths that begin in the plugin's folder and leave it. */
export function* leavingPaths(document: Document, texts: Iterable<PathText>): Generator<Problem> {
  for (const text of texts) {
    for (const path of pathsIn(document, text)) {
      if (!leaves(path.path)) continue;
      yield {
        range: path.range,
        message:
          'This path leads out of the plugin. Only the plugin’s own folder is copied to users, so the file will be missing. Move it into the plugin.',
      };
    }
  }
}

/** Reports misspelled placeholders of the plugin's folder. */
export function* misspelledRoots(document: Document, texts: Iterable<PathText>): Generator<Problem> {
  for (const { node, form } of texts) {
    const bare = form === 'argument' && !/\s/.test(rawOf(document, node));
    for (const { range, written, meant } of placeholderSlips(rawOf(document, node), node.inner.start, { bare })) {
      yield {
        range,
        message: `\`${written}\` is not substituted. Write \`${meant}\`.`,
        fixes: [{ title: `Change to \`${meant}\``, edits: [{ range, newText: meant }], inFixAll: true }],
      };
    }
  }
}
