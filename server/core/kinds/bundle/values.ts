import { parentOf, pathIn } from '../../base/uri.ts';
import type { ValueProvider, WorkspaceView } from '../../model.ts';
import { child, propertiesOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { optionPrefix } from './manifest.ts';

const skipped = new Set(['node_modules', '.git', 'venv', '.venv']);
const deepest = 3;

/** Yields the files in the manifest's folder, down to the third level, as relative paths. */
function* files(workspace: WorkspaceView, folder: string, top = folder, depth = 1): Generator<string> {
  for (const { uri, name, type } of workspace.list(folder)) {
    if (skipped.has(name)) continue;
    if (type === 'file') yield pathIn(top, uri) ?? name;
    else if (depth < deepest) yield* files(workspace, uri, top, depth + 1);
  }
}

const paths = (fits: RegExp, ...at: string[]): ValueProvider => ({
  at,
  offers: 'values',
  *items({ document, workspace }) {
    for (const path of files(workspace, parentOf(document.uri))) if (fits.test(path)) yield { value: path };
  },
});

const script = /\.(js|mjs|cjs|py|exe)$|(^|\/)[^./]+$/i;
const picture = /\.png$/i;

const start = ['server', 'mcp_config'];
const filled = (...at: string[]): ValueProvider[] =>
  [start, [...start, 'platform_overrides', '*']].map((before) => ({
    at: [...before, ...at],
    offers: 'values',
    *items({ document, workspace }) {
      for (const { key } of propertiesOf(child(parse(document).root, 'user_config')))
        yield { value: `\${${optionPrefix}${key}}`, detail: 'what the user has entered' };
      if (at[0] === 'env') return;
      for (const path of files(workspace, parentOf(document.uri)))
        if (script.test(path)) yield { value: `\${__dirname}/${path}`, detail: 'a file of the bundle' };
    },
  }));

/** Completes files of the bundle and its options. */
export const values: readonly ValueProvider[] = [
  paths(script, 'server', 'entry_point'),
  paths(picture, 'icon'),
  paths(picture, 'icons', '*', 'src'),
  paths(picture, 'screenshots', '*'),
  ...filled('command'),
  ...filled('args', '*'),
  ...filled('env', '*'),
];
