import { child, itemsOf, type Node, propertiesOf } from '../syntax/node.ts';

/** Returns the maps of options in a manifest: those of the plugin and of its channels. */
export const optionMaps = (root: Node | undefined): (Node | undefined)[] => [
  child(root, 'userConfig'),
  ...itemsOf(child(root, 'channels')).map((channel) => child(channel, 'userConfig')),
];

/** Returns the names of the options that a manifest declares. */
export const optionNames = (root: Node | undefined): ReadonlySet<string> =>
  new Set(optionMaps(root).flatMap((map) => propertiesOf(map).map(({ key }) => key)));

/** A use of an option: `${user_config.NAME}`, or with a default after the name. */
interface Use {
  readonly name: string;
  readonly hasDefault: boolean;
}

/**
 * Matches an option in a string: its groups are the name and the default. A match without `}` runs to the end of the string and
 * is not a use.
 */
const optionUse = /\$\{user_config\.([^}:]*)((?::[^}]*)?)(?:\}|$)/g;

/** Returns the matches of `optionUse` in a text that are uses. */
export const optionMatches = (text: string): RegExpExecArray[] =>
  [...text.matchAll(optionUse)].filter(([whole]) => whole.endsWith('}'));

/** Returns the options that a text uses. */
export const optionsIn = (text: string): Use[] =>
  optionMatches(text).map(([, name = '', rest = '']) => ({ name, hasDefault: rest !== '' }));
