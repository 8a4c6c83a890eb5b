import { nearest } from '../../../base/suggest.ts';
import type { TextRange } from '../../../base/text.ts';
import { namedVariables } from '../../../variables/catalogue.ts';

/** What a plugin may write for folders that are known only once it is installed. */
const pluginPlaceholders: ReadonlySet<string> = new Set(['CLAUDE_PLUGIN_ROOT', 'CLAUDE_PLUGIN_DATA']);

/** Every name that is filled in or set for a plugin, so that it is no slip of another. */
const known = Object.keys(namedVariables).filter((name) => name.startsWith('CLAUDE_'));

/** Names that other tools and older texts use for the same folder. */
const aliases = new Set([
  'PLUGIN_ROOT',
  'CLAUDE_PLUGIN_DIR',
  'CLAUDE_PLUGIN_PATH',
  'CLAUDE_PLUGIN_HOME',
  'CLAUDE_PLUGINS_ROOT',
]);

export interface PlaceholderSlip {
  readonly range: TextRange;
  /** What stands there, and what was meant, both with `${…}`. */
  readonly written: string;
  readonly meant: string;
}

/**
 * Misspelled `${CLAUDE_PLUGIN_ROOT}` and `${CLAUDE_PLUGIN_DATA}` in `text`, a part of a file that begins at offset `start`.
 * With `bare`, names that lack their braces count too: only where no shell will read the text.
 */
export function placeholderSlips(
  text: string,
  start: number,
  options: { readonly bare?: boolean } = {},
): PlaceholderSlip[] {
  const slips: PlaceholderSlip[] = [];
  const assigned = new Set([...text.matchAll(/(?<!\w)(\w+)=/g)].map((match) => match[1]));
  for (const match of text.matchAll(/\$(?:\{([A-Za-z_][\w-]*)\}|([A-Za-z_]\w*)|\(([A-Z_]+)\))/g)) {
    const braced = match[1];
    const name = braced ?? match[2] ?? match[3] ?? '';
    const right =
      braced === undefined ? (options.bare && pluginPlaceholders.has(name) ? name : undefined) : meant(name);
    // A shell command that sets the variable itself means its own.
    if (!right || assigned.has(name)) continue;
    const range = { start: start + match.index, end: start + match.index + match[0].length };
    slips.push({ range, written: match[0], meant: `\${${right}}` });
  }
  return slips;
}

function meant(name: string): string | undefined {
  if (known.includes(name)) return undefined;
  if (aliases.has(name.toUpperCase())) return 'CLAUDE_PLUGIN_ROOT';
  const guess = nearest(name, known);
  return guess !== undefined && pluginPlaceholders.has(guess) ? guess : undefined;
}
