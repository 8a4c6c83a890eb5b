import { join, parentOf, pathIn } from '../../../base/uri.ts';
import { componentPaths, isPlain } from '../../../components/componentPaths.ts';
import { manifestFlawOpening } from '../../../components/manifestFlawSentences.ts';
import { pathFlaws } from '../../../components/manifestFlaws.ts';
import type { FileEntry, Rule, WorkspaceView } from '../../../model.ts';

/** What the paths of a key must be, if only one type is valid. A folder of agents has a separate rule. */
const sorts: Readonly<Record<string, { readonly what: string; readonly fits: (entry: FileEntry) => boolean }>> = {
  skills: {
    what: 'the folder of a skill, or a folder of skill folders',
    fits: ({ type }) => type === 'directory',
  },
  agents: {
    what: 'a file with the extension `.md`',
    fits: ({ type, name }) => type === 'directory' || name.endsWith('.md'),
  },
  hooks: { what: 'a file with the extension `.json`', fits: (entry) => isFile(entry, /\.json$/) },
  mcpServers: {
    what: 'a file with the extension `.json`, or a bundle',
    fits: (entry) => isFile(entry, /\.(json|mcpb|dxt)$/),
  },
  lspServers: { what: 'a file with the extension `.json`', fits: (entry) => isFile(entry, /\.json$/) },
  monitors: { what: 'a file with the extension `.json`', fits: (entry) => isFile(entry, /\.json$/) },
};
const isFile = ({ type, name }: FileEntry, ending: RegExp): boolean => type === 'file' && ending.test(name);

const cost = 'Claude Code does not load a plugin that names something else here.';

/** The validator of Claude Code rejects a manifest with a path of another type. */
export const pathKind: Rule = {
  id: 'plugin/path-kind',
  severity: 'error',
  source: ['code/plugins-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  elsewhere: 'warning',
  scope: 'workspace',
  *check({ document, root, workspace, edit }) {
    const plugin = workspace.pluginOf(document.uri);
    if (!plugin) return;
    for (const flaw of pathFlaws(root)) {
      if (flaw.problem !== 'trailing-slash') continue;
      const plain = flaw.value.replace(/\/$/, '');
      yield {
        range: flaw.node.range,
        message: `${manifestFlawOpening(flaw)}, so Claude Code does not load the plugin.`,
        fixes: [{ title: `Change to \`${plain}\``, edits: [edit.replace(flaw.string, plain)], inFixAll: true }],
      };
    }
    for (const { key, node, value } of componentPaths(root)) {
      const sort = sorts[key];
      const entry = isPlain(value) ? workspace.file(join(plugin.uri, value).replace(/\/$/, '')) : undefined;
      if (!sort || !entry || entry.link || sort.fits(entry)) continue;
      const meant = meantBy(key, entry, workspace).flatMap((uri) => pathIn(plugin.uri, uri) ?? []);
      yield {
        range: node.range,
        message: `\`${key}\` must name ${sort.what}. ${cost}`,
        fixes: meant.map((path) => ({ title: `Change to \`./${path}\``, edits: [edit.replace(node, `./${path}`)] })),
      };
    }
  },
};

/** Returns what was probably intended: the folder of a skill's file, or the files in a folder. */
function meantBy(key: string, entry: FileEntry, workspace: WorkspaceView): string[] {
  if (key === 'skills') return entry.name === 'SKILL.md' ? [parentOf(entry.uri)] : [];
  if (entry.type === 'file') return [];
  return workspace.list(entry.uri).flatMap((each) => (isFile(each, /\.json$/) ? each.uri : []));
}
