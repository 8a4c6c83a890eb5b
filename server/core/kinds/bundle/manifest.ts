import type { TextRange } from '../../base/text.ts';
import type { Document } from '../../model.ts';
import { child, itemsOf, type Node, propertiesOf, type ScalarNode } from '../../syntax/node.ts';

const isText = (node: Node | undefined): node is ScalarNode => node?.type === 'string';

/** Returns the objects that say how the server is started, including those for single platforms. */
function starts(root: Node | undefined): Node[] {
  const config = child(child(root, 'server'), 'mcp_config');
  const overrides = propertiesOf(child(config, 'platform_overrides')).map(({ valueNode }) => valueNode);
  return [config, ...overrides].filter((node) => node !== undefined);
}

/** Returns the programs that are started, and their arguments. */
export const startTexts = (root: Node | undefined): ScalarNode[] =>
  starts(root)
    .flatMap((start) => [child(start, 'command'), ...itemsOf(child(start, 'args'))])
    .filter(isText);

/** Returns all strings in which placeholders are substituted. */
export const filledTexts = (root: Node | undefined): ScalarNode[] => [
  ...startTexts(root),
  ...starts(root)
    .flatMap((start) => propertiesOf(child(start, 'env')).map(({ valueNode }) => valueNode))
    .filter(isText),
];

/** Returns the paths relative to the manifest's folder: the main file and images, but no URLs. */
export const ownPaths = (root: Node | undefined): ScalarNode[] =>
  [
    child(child(root, 'server'), 'entry_point'),
    child(root, 'icon'),
    ...itemsOf(child(root, 'icons')).map((icon) => child(icon, 'src')),
    ...itemsOf(child(root, 'screenshots')),
  ]
    .filter(isText)
    .filter(({ value }) => !/^[a-z][\w+.-]+:/i.test(String(value)));

/** A placeholder in a string of the manifest. */
export interface Placeholder {
  /** The text between the braces, and its range. */
  readonly name: string;
  readonly inner: TextRange;
  readonly range: TextRange;
  /** Whether it is the whole string. */
  readonly isAlone: boolean;
}

/** Returns the placeholders of a string, in order. */
export function placeholdersIn({ text }: Document, { inner }: ScalarNode): Placeholder[] {
  const raw = text.slice(inner.start, inner.end);
  return [...raw.matchAll(/\$\{([^{}]*)\}/g)].map(({ 0: whole, 1: name = '', index }) => {
    const start = inner.start + index;
    const range = { start, end: start + whole.length };
    return { name, range, inner: { start: start + 2, end: range.end - 1 }, isAlone: whole === raw };
  });
}

export const optionPrefix = 'user_config.';

/** A file of the bundle that an argument names after `${__dirname}`. */
export interface BundlePath {
  readonly path: string;
  readonly range: TextRange;
}

/** Returns the file after `${__dirname}` if that is the whole string and it has no other placeholders. */
export function bundlePath({ text }: Document, { inner }: ScalarNode): BundlePath | undefined {
  const raw = text.slice(inner.start, inner.end);
  const match = /^\$\{__dirname\}(?:\/|\\\\|\$\{(?:\/|pathSeparator)\})([^$*?{}\\]+)$/.exec(raw);
  const path = match?.[1];
  return path === undefined ? undefined : { path, range: { start: inner.end - path.length, end: inner.end } };
}
