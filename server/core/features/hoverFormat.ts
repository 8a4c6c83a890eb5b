import type { KnownTool } from '../effective/input.ts';
import type { Origin } from '../effective/model.ts';
import type { ServerName } from './lens.ts';

/** How a card may be written, and what it may ask. */
export interface HoverFormat {
  /** Whether `$(name)` is shown as an icon and links may run commands. */
  readonly isRich: boolean;
  /** The file of the card. */
  readonly uri: string;
  /** Markdown that names a place and leads there: `[line 19](…)`. */
  place(origin: Origin): string | undefined;
  tool(server: string, name: string): KnownTool | undefined;
}

/** Words alone. */
export const plainFormat: HoverFormat = { isRich: false, uri: '', place: () => undefined, tool: () => undefined };

export const icon = ({ isRich }: HoverFormat, name: string): string => (isRich ? `$(${name}) ` : '');

/** The last line of a card: what can be done from here. */
export function commandsOf({ isRich }: HoverFormat, server: ServerName, show: string): string | false {
  if (!isRich) return false;
  const link = (title: string, command: string) =>
    `[${title}](command:${command}?${encodeURIComponent(JSON.stringify([server]))})`;
  return `---\n${[link(show, 'plugboard.showEffectiveTools'), link('Discover tools…', 'plugboard.discoverTools')].join(' · ')}`;
}
