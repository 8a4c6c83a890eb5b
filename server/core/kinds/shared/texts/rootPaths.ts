import type { TextRange } from '../../../base/text.ts';

/** A path below `${CLAUDE_PLUGIN_ROOT}` that a text names. */
export interface RootPath {
  /** The placeholder and the path behind it. */
  readonly range: TextRange;
  /** The path with `/`, as it is written: it may hold `..`. */
  readonly path: string;
  /** What stands before it in the text, as far as it can matter. */
  readonly before: string;
  /** Whether a shell would keep it together when the folder's name has a space. */
  readonly quoted: boolean;
}

const placeholder = '${CLAUDE_PLUGIN_ROOT}';

/**
 * The paths below the plugin's folder in the raw text of a JSON string that begins at offset `start`. In a shell command a
 * path ends where the shell ends it; elsewhere with the text. Paths with variables or wildcards cannot be looked up and are left out.
 */
export function rootPaths(raw: string, start: number, form: 'shell' | 'argument'): RootPath[] {
  const found: RootPath[] = [];
  let quote: string | undefined;
  let read = 0;
  for (let at = raw.indexOf(placeholder); at >= 0; at = raw.indexOf(placeholder, at + 1)) {
    const before = raw.slice(Math.max(0, at - farthest), at);
    const rest = raw.slice(at + placeholder.length, at + placeholder.length + longest);
    if (form === 'shell') quote = openQuote(raw.slice(read, at), quote);
    read = at;
    const opened = quote !== undefined && before.endsWith(quote);
    const stop = form === 'argument' ? /$/ : opened ? /["']/ : /[\s"'`;|&<>()]|\\"|$/;
    const written = rest.slice(0, Math.max(0, rest.search(stop))).replace(/\\$/, '');
    if (written.length === longest || !/^[/\\]/.test(written) || /[$*?{}[\]]/.test(written)) continue;
    const range = { start: start + at, end: start + at + placeholder.length + written.length };
    found.push({ range, path: written.replaceAll(/[\\/]+/g, '/').slice(1), before, quoted: quote !== undefined });
  }
  return found;
}

/** A word that far from a path is none of its command. */
const farthest = 1_000;
/** No system has longer paths. */
const longest = 4_096;

/** The quote that is still open at the end of a stretch of the raw JSON text of a shell command, of `open` at its start. */
function openQuote(raw: string, open: string | undefined): string | undefined {
  for (const [char] of raw.matchAll(/\\\\(?:\\.|.)|["']/g)) {
    if (char.length > 1) continue;
    if (open === undefined) open = char;
    else if (open === char) open = undefined;
  }
  return open;
}

/** Whether the command or sentence that ends in `before` writes the path behind it: after `>` or a word of `verbs`. */
export const isWritten = (before: string, verbs: RegExp): boolean =>
  />\s*\\?["'`]?$/.test(before) || verbs.test(before.slice(before.search(/(?<![^;&|])[^;&|]*$/)));

/** Whether a path with `.` and `..` ends outside of the folder that it starts in. */
export function leaves(path: string): boolean {
  let depth = 0;
  for (const step of path.split('/')) {
    if (step === '..') depth--;
    else if (step !== '' && step !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}
