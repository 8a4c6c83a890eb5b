import { nearest } from '../../../base/suggest.ts';
import type { TextRange } from '../../../base/text.ts';
import { namedVariables } from '../../../variables/catalogue.ts';

/** The placeholders for folders that are known only after a plugin is installed. */
const pluginPlaceholders: ReadonlySet<string> = new Set(['CLAUDE_PLUGIN_ROOT', 'CLAUDE_PLUGIN_DATA']);

/** All names that are substituted or set for a plugin, so they are not misspellings of others. */
const known = Object.keys(namedVariables).filter((name) => name.startsWith('CLAUDE_'));

/** Names that other tools and older documents use for the same folder. */
const aliases = new Set([
  'PLUGIN_ROOT',
  'CLAUDE_PLUGIN_DIR',
  'CLAUDE_PLUGIN_PATH',
  'CLAUDE_PLUGIN_HOME',
  'CLAUDE_PLUGINS_ROOT',
]);

export interface PlaceholderSlip {
  readonly range: TextRange;
  /** The placeholder as written, and the intended one, both with `${…}`. */
  readonly written: string;
  readonly meant: string;
}

/**
 * Yields misspelled `${CLAUDE_PLUGIN_ROOT}` and `${CLAUDE_PLUGIN_DATA}` in `text`, a part of a file that begins at UTF-16
 * offset `start`. With `bare`, names without braces count too: only for text that no shell reads.
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
    // A shell command that sets the variable itself refers to its own.
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
