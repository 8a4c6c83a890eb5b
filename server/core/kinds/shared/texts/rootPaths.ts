import type { TextRange } from '../../../base/text.ts';

/** A path below `${CLAUDE_PLUGIN_ROOT}` in a string. */
export interface RootPath {
  /** The range of the placeholder and the path after it. */
  readonly range: TextRange;
  /** The path with `/`, as it is written: it may contain `..`. */
  readonly path: string;
  /** The text before it, as far as it is relevant. */
  readonly before: string;
  /** Whether a shell would keep it together if the folder's name contains a space. */
  readonly quoted: boolean;
}

const pluginRoot = '${CLAUDE_PLUGIN_ROOT}';

/**
 * Returns the paths below the plugin's folder in the raw text of a JSON string that begins at UTF-16 offset `start`. In a shell
 * command, a path ends where the shell ends it; elsewhere at the end of the string. Paths with variables or wildcards cannot be
 * checked and are left out.
 * @param placeholder the variable of another folder, whose paths to return instead.
 */
export function rootPaths(
  raw: string,
  start: number,
  form: 'shell' | 'argument',
  placeholder = pluginRoot,
): RootPath[] {
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

/** A word farther from a path than this does not belong to its command. */
const farthest = 1_000;
/** No system has longer paths. */
const longest = 4_096;

/** Returns the quote that is still open at the end of a part of a shell command's raw JSON text; `open` is the one at its start. */
function openQuote(raw: string, open: string | undefined): string | undefined {
  for (const [char] of raw.matchAll(/\\\\(?:\\.|.)|["']/g)) {
    if (char.length > 1) continue;
    if (open === undefined) open = char;
    else if (open === char) open = undefined;
  }
  return open;
}

/** Whether the command or sentence that ends in `before` writes the path after it: after `>` or a word of `verbs`. */
export const isWritten = (before: string, verbs: RegExp): boolean =>
  />\s*\\?["'`]?$/.test(before) || verbs.test(before.slice(before.search(/(?<![^;&|])[^;&|]*$/)));

/** Whether a path with `.` and `..` leaves the folder in which it starts. */
export function leaves(path: string): boolean {
  let depth = 0;
  for (const step of path.split('/')) {
    if (step === '..') depth--;
    else if (step !== '' && step !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}
