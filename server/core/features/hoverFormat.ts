import type { KnownTool } from '../effective/input.ts';
import type { Origin } from '../effective/model.ts';
import type { ServerName } from './lens.ts';

/** How to write a hover, and what it may contain. */
export interface HoverFormat {
  /** Whether `$(name)` is rendered as an icon and links may run commands. */
  readonly isRich: boolean;
  /** The file in which the hover is shown. */
  readonly uri: string;
  /** Returns a Markdown link to a location: `[line 19](…)`. */
  place(origin: Origin): string | undefined;
  tool(server: string, name: string): KnownTool | undefined;
}

/** Plain text, no Markdown. */
export const plainFormat: HoverFormat = { isRich: false, uri: '', place: () => undefined, tool: () => undefined };

export const icon = ({ isRich }: HoverFormat, name: string): string => (isRich ? `$(${name}) ` : '');

/** Returns the last line of a hover: the available commands. */
export function commandsOf({ isRich }: HoverFormat, server: ServerName, show: string): string | false {
  if (!isRich) return false;
  const link = (title: string, command: string) =>
    `[${title}](command:${command}?${encodeURIComponent(JSON.stringify([server]))})`;
  return `---\n${[link(show, 'plugboard.showEffectiveTools'), link('Discover tools…', 'plugboard.discoverTools')].join(' · ')}`;
}
