import { derived } from '../base/derived.ts';
import { child, itemsOf, type Node, propertiesOf, type ScalarNode } from '../syntax/node.ts';

/** A path in a manifest, and the key to which it belongs. */
export interface ComponentPath {
  readonly key: string;
  readonly node: ScalarNode;
  readonly value: string;
}

const keys = [
  'skills',
  'commands',
  'agents',
  'workflows',
  'hooks',
  'mcpServers',
  'lspServers',
  'outputStyles',
  'themes',
  'monitors',
  'types',
];
/** `evals` is excluded: any string is accepted there, and nothing is checked at load. Source: the validator of Claude Code. */
const experimental = ['themes', 'monitors'];

/** Returns all paths to components in a manifest. */
export const componentPaths = (root: Node | undefined): readonly ComponentPath[] => (root ? pathsBelow(root) : []);

const pathsBelow: (root: Node) => readonly ComponentPath[] = derived((root) => {
  const holders = [
    ...keys.map((key) => ({ key, value: child(root, key) })),
    ...experimental.map((key) => ({ key, value: child(child(root, 'experimental'), key) })),
  ];
  return holders.flatMap(({ key, value }) => {
    const sources = key === 'commands' ? propertiesOf(value).map(({ valueNode }) => child(valueNode, 'source')) : [];
    return [value, ...itemsOf(value), ...sources].flatMap((node) =>
      // A bundle may be a URL.
      node?.type === 'string' && !/^https?:\/\//.test(String(node.value))
        ? [{ key, node, value: String(node.value) }]
        : [],
    );
  });
});

/** Whether a path can be followed: it begins with `./` (or is the plugin itself) and stays inside the plugin. */
export const isPlain = (path: string): boolean =>
  /^\.\/?$|^\.\//.test(path) && !isLeaving(path) && !/[*?{}~\\]/.test(path);

/** Whether a path is absolute or contains `..`, which the app rejects even if the path stays inside the plugin. */
export const isLeaving = (path: string): boolean =>
  /^([/~]|[A-Za-z]:|\\\\)/.test(path) || /(^|[/\\])\.\.([/\\]|$)/.test(path);

/** What is wrong with the text of a path: it leaves the plugin, does not begin with `./`, is a pattern or a variable, or ends like a folder. */
export type PathProblem = 'leaves' | 'no-dot-slash' | 'pattern' | 'trailing-slash';

/** Keys whose paths must be files. */
const fileKeys = ['agents', 'hooks', 'mcpServers', 'lspServers'];
/** Keys that reject `.` for the plugin itself, although they accept `./`. */
const withoutDot = ['commands', 'outputStyles', 'workflows'];

/** Returns what is wrong with the text of a path of `key`. Source: the validator of Claude Code. */
export function pathProblem(key: string, value: string): PathProblem | undefined {
  if (isLeaving(value)) return 'leaves';
  if (!/^\.(\/|$)/.test(value) || (value === '.' && withoutDot.includes(key))) return 'no-dot-slash';
  if (/^\.\/.*[*?{}\\]/.test(value)) return 'pattern';
  return fileKeys.includes(key) && /\.(json|md|mcpb|dxt)\/$/.test(value) ? 'trailing-slash' : undefined;
}
