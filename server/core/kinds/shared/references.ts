import { join } from '../../base/uri.ts';
import type { Document, PluginRoots, Reference } from '../../model.ts';
import type { ScalarNode } from '../../syntax/node.ts';
import type { ServerEntry } from './servers/serverMap.ts';
import type { PathText } from './texts/pathChecks.ts';
import { pathsIn } from './texts/pathChecks.ts';
import type { RootPath } from './texts/rootPaths.ts';

const placeholder = '${CLAUDE_PLUGIN_ROOT}/';

/** A word of a string and its start in the file. */
export interface Word {
  readonly word: string;
  readonly start: number;
}

/** Returns the range of a word that begins at `start`. */
export const rangeOf = ({ word, start }: Word) => ({ start, end: start + word.length });

/** Whether a string is written without escapes, so that parts of it have ranges. */
const isPlain = ({ text }: Document, { inner, value }: ScalarNode): boolean =>
  text.slice(inner.start, inner.end) === value;

/** Yields the parts of a string that match `pattern`; the word is the first group, or the whole match. */
export function* wordsIn(document: Document, node: ScalarNode, pattern: RegExp): Generator<Word> {
  if (!isPlain(document, node)) return;
  for (const match of String(node.value).matchAll(pattern)) {
    const word = match[1] ?? match[0];
    yield { word, start: node.inner.start + match.index + match[0].indexOf(word) };
  }
}

/** Yields the names in the name of a tool: `mcp__docs__read` names a server and a tool, any other name a built-in tool. */
export function* toolReferences({ word, start }: Word): Generator<Reference> {
  if (!word.startsWith('mcp__')) {
    if (/^[A-Za-z]\w*$/.test(word))
      yield { symbolType: 'tool', name: word, range: rangeOf({ word, start }), of: { server: null } };
    return;
  }
  const match = /^mcp__(plugin_)?((?:(?!__).)+)(?:__(.*))?$/s.exec(word);
  if (!match) return;
  const [, ofPlugin, server = '', tool = ''] = match;
  const at = start + 'mcp__'.length + (ofPlugin?.length ?? 0);
  const of = ofPlugin ? ({ layer: 'plugin', isJoined: true } as const) : {};
  yield { symbolType: 'server', name: server, range: rangeOf({ word: server, start: at }), of };
  if (!/^[\w-]+$/.test(tool)) return;
  const range = rangeOf({ word: tool, start: start + word.length - tool.length });
  yield { symbolType: 'tool', name: tool, range, of: { ...of, server } };
}

/** Yields the options in a string: `${user_config.KEY}`. */
export function* optionReferences(document: Document, node: ScalarNode): Generator<Reference> {
  for (const word of wordsIn(document, node, /(?<=\$\{user_config\.)\w+/g)) {
    yield { symbolType: 'option', name: word.word, range: rangeOf(word) };
  }
}

/** Returns the file after `${CLAUDE_PLUGIN_ROOT}/`. */
export function rootPathReference({ range, path }: RootPath, root: string): Reference {
  const { start, end } = range;
  return {
    symbolType: 'file',
    name: join(root, path).replace(/\/$/, ''),
    range: { start: start + placeholder.length, end: path.endsWith('/') ? end - 1 : end },
    from: { folder: root },
  };
}

/** Yields what strings of a plugin name: files below its folder, and its options. */
export function* textReferences(
  document: Document,
  around: PluginRoots,
  texts: readonly PathText[],
): Generator<Reference> {
  const root = around.pluginOf(document.uri);
  for (const text of texts) {
    yield* optionReferences(document, text.node);
    if (!root) continue;
    for (const path of pathsIn(document, text)) {
      if (path.range.end - path.range.start > placeholder.length) yield rootPathReference(path, root.uri);
    }
  }
}

/** Returns a reference for a path relative to `folder`, which is written with `./` where that is required. */
export function pathReference(node: ScalarNode, folder: string): Reference {
  const value = String(node.value);
  const prefix = value.startsWith('./') ? './' : '';
  const suffix = value.endsWith('/') && value.length > prefix.length ? '/' : '';
  return {
    symbolType: 'file',
    name: join(folder, value).replace(/\/$/, ''),
    range: node.inner,
    from: { folder },
    write: (path) => (path === '.' ? './' : prefix + path + suffix),
  };
}

/** Yields the servers that a file of a plugin, or of a user, defines. */
export const serverReferences = (servers: readonly ServerEntry[], plugin: string | undefined): Reference[] =>
  servers.map(({ name, property }) => ({
    symbolType: 'server',
    name,
    range: property.keyNode.inner,
    defines: true,
    of: plugin === undefined ? { layer: 'user' } : { layer: 'plugin', plugin },
  }));
