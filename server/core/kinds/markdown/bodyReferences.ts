import { join, parentOf } from '../../base/uri.ts';
import type { Document, PluginRoots, Reference } from '../../model.ts';
import { rangeOf, rootPathReference, type Word } from '../shared/references.ts';
import { type BodyLine, bodyLines } from './body.ts';
import { pathsIn } from './paths.ts';

const skillDir = /\$\{CLAUDE_SKILL_DIR\}\/([\w./-]*\w)/g;
/** Matches `/name` and `/plugin:name` that are not part of a path. */
const started = /(?<=^|[\s(`"'*])\/((?:[\w-][\w.-]*:)?[A-Za-z0-9][\w-]*(?::[\w-]+)*)(?![\w/-]|\.\w)/g;
/** Matches `@agent-name` and `@agent-plugin:name`. */
const called = /(?<=^|[\s(`"'])@agent-([\w-]+(?::[\w-]+)?)/g;

/** Yields what the Markdown names: files, and the skills, commands and agents that Claude or the user should start. */
export function* bodyReferences(document: Document, around: PluginRoots): Generator<Reference> {
  const root = around.pluginOf(document.uri);
  for (const line of bodyLines(document)) {
    const { text } = line;
    if (text.includes('](')) yield* linked(document, line);
    if (text.includes('${CLAUDE_PLUGIN_ROOT}') && root) {
      for (const path of pathsIn([line])) yield rootPathReference(path, root.uri);
    }
    for (const word of words(line, skillDir)) yield fileFrom(parentOf(document.uri), word);
    for (const word of words(line, started)) yield* named(word, 'command');
    for (const word of words(line, called)) yield* named(word, 'agent');
  }
}

function* words({ text, start }: BodyLine, pattern: RegExp): Generator<Word> {
  for (const match of text.matchAll(pattern)) {
    const word = match[1] ?? '';
    yield { word, start: start + match.index + match[0].length - word.length };
  }
}

/** Yields links to local files, except in code. */
function* linked({ uri }: Document, line: BodyLine): Generator<Reference> {
  const prose = line.text.replaceAll(/`[^`]*`/g, (span) => ' '.repeat(span.length));
  for (const match of prose.matchAll(/\]\(([^()\s#]+)(?:#[^()\s]*)?\)/g)) {
    const word = match[1] ?? '';
    const path = decode(word);
    if (/^([a-z][\w+.-]*:|\/|<|\$)/i.test(word) || path === undefined || line.code) continue;
    const reference = fileFrom(parentOf(uri), { word: path, start: 0 });
    const range = rangeOf({ word, start: line.start + match.index + 2 });
    yield { ...reference, range, write: (path) => (word.startsWith('./') ? './' : '') + encode(path) };
  }
}

/** Returns the path to which a link leads; undefined if its `%` are not URL escapes. */
function decode(link: string): string | undefined {
  try {
    return decodeURIComponent(link);
  } catch {
    return undefined;
  }
}

/** Escapes a path for a Markdown link: characters that would end it or have another meaning are written with `%`. */
const encode = (path: string): string =>
  path.replaceAll(/[^\p{L}\p{N}\p{M}_./@+~=,:-]|[,:.]$/gu, (letter) => {
    const written = encodeURIComponent(letter);
    return written === letter ? `%${letter.charCodeAt(0).toString(16).toUpperCase()}` : written;
  });

const fileFrom = (folder: string, word: Word): Reference => ({
  symbolType: 'file',
  name: join(folder, word.word).replace(/\/$/, ''),
  range: rangeOf(word),
  from: { folder, isOwn: true },
});

/** `a:b` is the command `b` of the plugin `a`, or a command in a folder `a`. */
function* named(word: Word, symbolType: 'command' | 'agent'): Generator<Reference> {
  const colon = word.word.indexOf(':');
  yield { symbolType, name: word.word, range: rangeOf(word) };
  if (colon < 0) return;
  const plugin = word.word.slice(0, colon);
  const own = { word: word.word.slice(colon + 1), start: word.start + colon + 1 };
  yield { symbolType: 'plugin', name: plugin, range: rangeOf({ word: plugin, start: word.start }) };
  yield { symbolType, name: own.word, range: rangeOf(own), of: { plugin } };
}
