import { child, itemsOf, type Node, propertiesOf } from '../syntax/node.ts';

/** The maps of options in a manifest: those of the plugin and those of its channels. */
export const optionMaps = (root: Node | undefined): (Node | undefined)[] => [
  child(root, 'userConfig'),
  ...itemsOf(child(root, 'channels')).map((channel) => child(channel, 'userConfig')),
];

/** The names of the options that a manifest declares. */
export const optionNames = (root: Node | undefined): ReadonlySet<string> =>
  new Set(optionMaps(root).flatMap((map) => propertiesOf(map).map(({ key }) => key)));

/** A use of an option: `${user_config.NAME}`, or with a default behind the name. */
interface Use {
  readonly name: string;
  readonly hasDefault: boolean;
}

/** Where a text fills in an option: its groups are the name and what stands behind it. A match without its `}` runs to the end, and is none. */
const optionUse = /\$\{user_config\.([^}:]*)((?::[^}]*)?)(?:\}|$)/g;

/** The matches of `optionUse` in a text that are uses. */
export const optionMatches = (text: string): RegExpExecArray[] =>
  [...text.matchAll(optionUse)].filter(([whole]) => whole.endsWith('}'));

/** The options that a text fills in. */
export const optionsIn = (text: string): Use[] =>
  optionMatches(text).map(([, name = '', rest = '']) => ({ name, hasDefault: rest !== '' }));
