import { capitalised } from '../base/words.ts';
import type { PathProblem } from './componentPaths.ts';
import { languageServerFlawSentence } from './languageServerFlaws.ts';
import type { ChoicesProblem, ManifestFlaw, ManifestFlawCode } from './manifestFlaw.ts';
import { monitorFlawSentence } from './monitorFlaws.ts';
import { nameSentence } from './pluginName.ts';
import { serverFlawSentence } from './serverFlawSentences.ts';

const pathSentences: Readonly<Record<PathProblem, (value: string) => string>> = {
  leaves: (value) => (/(^|[/\\])\.\.([/\\]|$)/.test(value) ? 'contains `..`' : 'is absolute'),
  'no-dot-slash': () => 'does not begin with `./`',
  pattern: () => 'contains a wildcard, a placeholder or `\\`',
  'trailing-slash': () => 'names a file and ends with `/`',
};
const choices: Readonly<Record<ChoicesProblem, string>> = {
  'not-text': 'only an option of type `string` has choices',
  multiple: 'an option with `multiple` has no choices',
  sensitive: 'an option with `sensitive` has no choices',
  'no-default': 'choices need a `default` among them, or `"required": true`',
  'default-elsewhere': 'the default is not one of the choices',
  empty: 'a choice is empty',
  'control-character': 'a choice contains a line break or another control character',
  'outer-space': 'a choice begins or ends with a space',
  'too-long': 'a choice has more than 64 characters',
  repeated: 'a choice is repeated; upper and lower case do not count',
};

const sentences: { readonly [C in ManifestFlawCode]: (flaw: ManifestFlaw<C>) => string } = {
  form: ({ message }) => message.replace(/\.( The plugin fails to load\.)?$/, ''),
  name: ({ name, problem }) => nameSentence(problem, name),
  homepage: () => '`homepage` must be a complete URL with `https://`',
  'version-range': ({ text }) => `\`${text}\` is not a version range`,
  path: ({ value, problem }) =>
    value === '' ? 'a path is empty' : `the path \`${value}\` ${pathSentences[problem](value)}`,
  'option-name': ({ option }) => `\`${option.key}\` cannot be the name of an option`,
  'option-choices': ({ problem }) => choices[problem],
  'option-key': ({ found }) => `\`${found.key}\` is not a key of an option`,
  'channel-key': ({ found }) => `\`${found.key}\` is not a key of a channel`,
  dependency: ({ item }) =>
    item.type === 'object'
      ? 'the `name` of a dependency must be only the name of a plugin'
      : 'a dependency must be `name` or `name@marketplace`',
  'command-twice': ({ command }) => `command \`${command}\` has its body twice, in a file and in \`content\``,
  'command-without-text': ({ command }) => `command \`${command}\` has no body`,
  wrapped: ({ key }) => `\`${key}\` is nested twice`,
  server: ({ name, flaw }) => `server \`${name}\`: ${serverFlawSentence(flaw)}`,
  'language-server': ({ name, flaw }) => `language server \`${name}\`: ${languageServerFlawSentence(flaw)}`,
  monitor: ({ flaw }) => monitorFlawSentence(flaw),
};

/** Why Claude Code does not load a plugin whose manifest cannot be parsed, as a clause. */
export const cannotBeParsed = 'it cannot be parsed';

/** Returns why Claude Code rejects a manifest, as a clause for users: notes put it after a colon, rules begin a message with it. */
export function manifestFlawSentence(flaw: ManifestFlaw): string {
  const sentence = sentences[flaw.code] as (flaw: ManifestFlaw) => string;
  return sentence(flaw);
}

/** Returns the same clause as the beginning of a message. */
export const manifestFlawOpening = (flaw: ManifestFlaw): string => capitalised(manifestFlawSentence(flaw));
