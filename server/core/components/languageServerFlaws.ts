import { capitalised } from '../base/words.ts';
import { child, type Node, type PropertyNode, propertiesOf, stringOf } from '../syntax/node.ts';

/** A flaw of a language server, because of which Claude Code does not start it. */
export type LanguageServerFlaw =
  | { readonly code: 'unknown-key'; readonly node: PropertyNode }
  | { readonly code: 'extension-without-dot'; readonly node: PropertyNode }
  | { readonly code: 'no-extension'; readonly node: Node }
  /** An extension without the name of its language. */
  | { readonly code: 'no-language'; readonly node: Node; readonly extension: string }
  | { readonly code: 'arguments-in-command'; readonly node: Node };

/** The keys of a language server. */
const keys: readonly string[] = [
  'command',
  'args',
  'extensionToLanguage',
  'transport',
  'env',
  'initializationOptions',
  'settings',
  'workspaceFolder',
  'startupTimeout',
  'requestTimeout',
  'shutdownTimeout',
  'restartOnCrash',
  'maxRestarts',
  'diagnostics',
];

/**
 * Returns the flaws of a language server, except values that do not match the schema. This is the only place that decides them,
 * for both separate files and manifests. Source: the validator of Claude Code.
 */
export function* languageServerFlaws(entry: Node | undefined): Generator<LanguageServerFlaw> {
  for (const node of propertiesOf(entry)) if (!keys.includes(node.key)) yield { code: 'unknown-key', node };
  yield* extensionFlaws(child(entry, 'extensionToLanguage'));
  const command = child(entry, 'command');
  if (command && hasArguments(stringOf(command)?.trim() ?? '')) yield { code: 'arguments-in-command', node: command };
}

function* extensionFlaws(map: Node | undefined): Generator<LanguageServerFlaw> {
  if (map?.type === 'object' && map.properties.length === 0) yield { code: 'no-extension', node: map };
  for (const node of propertiesOf(map)) {
    const { key: extension, valueNode } = node;
    if (!extension.startsWith('.')) yield { code: 'extension-without-dot', node };
    if (valueNode && stringOf(valueNode) === '') yield { code: 'no-language', node: valueNode, extension };
  }
}

/** A path may contain a space, and the value of a placeholder is not known here. */
const hasArguments = (command: string): boolean => /\s/.test(command) && !/^[/$]|^[A-Za-z]:[\\/]/.test(command);

/** Returns what is wrong with a language server, as a clause for users. */
export function languageServerFlawSentence(flaw: LanguageServerFlaw): string {
  switch (flaw.code) {
    case 'unknown-key':
      return `\`${flaw.node.key}\` is not a key of a language server`;
    case 'extension-without-dot':
      return `the file extension \`${flaw.node.key}\` does not start with a dot`;
    case 'no-extension':
      return 'no file extension is configured';
    case 'no-language':
      return `the language of \`${flaw.extension}\` is empty`;
    case 'arguments-in-command':
      return '`command` contains arguments';
  }
}

/** Returns the same clause as the beginning of a message. */
export const languageServerFlawOpening = (flaw: LanguageServerFlaw): string =>
  capitalised(languageServerFlawSentence(flaw));
