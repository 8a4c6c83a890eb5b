import fs from 'node:fs';
import path from 'node:path';
import { fileUri, fsPath, isIn, normalise, type PluginRoot, surfacesOf, viewOf } from '../../core/index.ts';
import { commonHelp, oneOf, readArgs, targetOf } from '../args.ts';
import { existing, openPaths, settingsAt, shownPath } from '../opened.ts';
import { type Described, json, markdown, text } from '../output/surfacesReport.ts';
import { paintFor, withoutCommands } from '../terminal.ts';
import { UsageError } from '../usage.ts';

export const help = `Usage: plugboard surfaces [PLUGIN…] [options]

Prints where plugins work: which of their parts Cowork, Chat, Code, the command line, the cloud and claude.ai use, since which app,
how certain that is, and how a plugin gets there. PLUGIN is the folder of a plugin, or one that holds plugins (default: the current folder).

  --format FORMAT          text, json or markdown (default: text)
${commonHelp}`;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(args, {});
  const format = oneOf('--format', values.format ?? 'text', ['text', 'json', 'markdown']);
  const uris = (positionals.length > 0 ? positionals : ['.']).map(existing);
  const settings = settingsAt(uris[0] ?? '');
  const target = targetOf(values, settings);
  const { workspace } = await openPaths([...uris, ...uris.flatMap(marketplaceAbove)], settings);
  const isMeant = ({ uri }: PluginRoot) =>
    uris.some((asked) => isIn(asked, uri) || workspace.roots.pluginOf(asked)?.uri === uri);
  const roots = workspace.roots.all().filter(isMeant);
  if (roots.length === 0) throw new UsageError(`there is no plugin in ${uris.map(shownPath).join(', ')}`);
  const view = viewOf(workspace, new Set());
  const plugins = roots.map(
    (root): Described => ({
      found: surfacesOf(view, root, target),
      folder: shownPath(root.uri),
      fileOf: (uri) => ({ file: shownPath(uri), text: workspace.get(uri)?.text ?? '' }),
    }),
  );
  const paint = paintFor(values['no-color'] ?? false);
  const output = {
    text: () => withoutCommands(text(plugins, paint)),
    json: () => json(plugins),
    markdown: () => markdown(plugins),
  };
  process.stdout.write(`${output[format]()}\n`);
  return 0;
}

/** Returns the folders above a plugin in which a marketplace may list it, up to the root of the repository. */
function marketplaceAbove(uri: string): string[] {
  for (let folder = fsPath(uri); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const file = path.join(folder, '.claude-plugin/marketplace.json');
    if (fs.existsSync(file)) return [normalise(fileUri(file))];
    if (fs.existsSync(path.join(folder, '.git'))) return [];
  }
  return [];
}
