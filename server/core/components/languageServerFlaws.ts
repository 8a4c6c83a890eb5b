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

/** Returns the extensions without a leading dot, which Claude Code rejects. */
export const dotless = (entry: Node): PropertyNode[] =>
  propertiesOf(child(entry, 'extensionToLanguage')).filter(({ key }) => !key.startsWith('.'));

/** Returns the map of extensions if it is empty. */
export function emptyExtensions(entry: Node): ObjectNode | undefined {
  const map = child(entry, 'extensionToLanguage');
  return map?.type === 'object' && map.properties.length === 0 ? map : undefined;
}

/** Returns the command if it contains arguments. A path may contain a space, and the value of a placeholder is not known here. */
export function commandWithArguments(entry: Node): Node | undefined {
  const command = child(entry, 'command');
  const text = stringOf(command)?.trim() ?? '';
  return /\s/.test(text) && !/^[/$]|^[A-Za-z]:[\\/]/.test(text) ? command : undefined;
}
