import { child, type Node, type ObjectNode, type PropertyNode, propertiesOf, stringOf } from '../syntax/node.ts';

/** The keys of a language server. */
export const languageServerKeys: readonly string[] = [
  'command',
  'args',
  'extensionToLanguage',
  'transport',
  'env',
  'initializationOptions',
  'settings',
  'workspaceFolder',
  'startupTimeout',
  'shutdownTimeout',
  'restartOnCrash',
  'maxRestarts',
  'diagnostics',
];

/** The extensions without their dot, which Claude Code refuses. */
export const dotless = (entry: Node): PropertyNode[] =>
  propertiesOf(child(entry, 'extensionToLanguage')).filter(({ key }) => !key.startsWith('.'));

/** The map of extensions where it names none. */
export function emptyExtensions(entry: Node): ObjectNode | undefined {
  const map = child(entry, 'extensionToLanguage');
  return map?.type === 'object' && map.properties.length === 0 ? map : undefined;
}

/** The command where it holds arguments. A path may have a blank, and what a placeholder stands for is not known here. */
export function commandWithArguments(entry: Node): Node | undefined {
  const command = child(entry, 'command');
  const text = stringOf(command)?.trim() ?? '';
  return /\s/.test(text) && !/^[/$]|^[A-Za-z]:[\\/]/.test(text) ? command : undefined;
}
