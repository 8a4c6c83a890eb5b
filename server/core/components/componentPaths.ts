import { child, itemsOf, type Node, propertiesOf, type ScalarNode } from '../syntax/node.ts';

/** A path in a manifest, and the key that it belongs to. */
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
/** `evals` is not one of them: any string is accepted there, and nothing is checked at load. Source: the validator of Claude Code. */
const experimental = ['themes', 'monitors'];

/** Every path to a component that a manifest names. */
export function componentPaths(root: Node | undefined): ComponentPath[] {
  const holders = [
    ...keys.map((key) => ({ key, value: child(root, key) })),
    ...experimental.map((key) => ({ key, value: child(child(root, 'experimental'), key) })),
  ];
  return holders.flatMap(({ key, value }) => {
    const sources = key === 'commands' ? propertiesOf(value).map(({ valueNode }) => child(valueNode, 'source')) : [];
    return [value, ...itemsOf(value), ...sources].flatMap((node) =>
      // A bundle may come from an address.
      node?.type === 'string' && !/^https?:\/\//.test(String(node.value))
        ? [{ key, node, value: String(node.value) }]
        : [],
    );
  });
}

/** Whether a path may be followed: it begins with `./` (or is the plugin itself) and stays inside. */
export const isPlain = (path: string): boolean =>
  /^\.\/?$|^\.\//.test(path) && !isLeaving(path) && !/[*?{}~\\]/.test(path);

/** Absolute paths, and `..`, which the app refuses even where it would stay inside. */
export const isLeaving = (path: string): boolean =>
  /^([/~]|[A-Za-z]:|\\\\)/.test(path) || /(^|[/\\])\.\.([/\\]|$)/.test(path);

/** What is wrong with a path by its text: it leaves the plugin, does not begin with `./`, or is a pattern or a variable. */
export type PathProblem = 'leaves' | 'no-dot-slash' | 'pattern';

/** Returns what is wrong with a path by its text. */
export function pathProblem(value: string): PathProblem | undefined {
  if (isLeaving(value)) return 'leaves';
  if (!/^\.(\/|$)/.test(value)) return 'no-dot-slash';
  return /^\.\/.*[*?{}\\]/.test(value) ? 'pattern' : undefined;
}
