import type { ManifestFlaw, ManifestFlawCode } from './manifestFlaw.ts';
import { serverFlawSentence } from './serverFlawSentences.ts';

const paths = {
  leaves: 'leads out of the plugin',
  'no-dot-slash': 'does not begin with `./`',
  pattern: 'is a pattern',
} as const;
const languageServers = {
  key: 'has an unknown key',
  extension: 'names an extension without its dot',
  'no-extension': 'names no extension',
  arguments: 'has arguments in its command',
} as const;

const sentences: { readonly [C in ManifestFlawCode]: (flaw: ManifestFlaw<C>) => string } = {
  form: ({ message }) => message.replace(/\.( The plugin does not load\.)?$/, ''),
  'name-blank': () => 'its name holds a space',
  'name-reserved': ({ name }) => `the name \`${name}\` is reserved`,
  homepage: () => '`homepage` is not an absolute URL',
  'version-range': ({ text }) => `\`${text}\` is not a range of versions`,
  path: ({ value, problem }) => `the path \`${value}\` ${paths[problem]}`,
  'option-name': ({ option }) => `\`${option.key}\` cannot be the name of an option`,
  'option-choices': () => 'the choices of an option do not fit it',
  'option-key': ({ key }) => `\`${key}\` is not a key of an option`,
  'channel-key': ({ key }) => `\`${key}\` is not a key of a channel`,
  dependency: () => 'the name of a needed plugin cannot be read',
  'command-twice': ({ command }) => `the command \`${command}\` has both \`source\` and \`content\``,
  'command-without-text': ({ command }) => `the command \`${command}\` has neither \`source\` nor \`content\``,
  wrapped: ({ key }) => `\`${key}\` is nested twice`,
  server: ({ name, flaw }) => `server \`${name}\`: ${serverFlawSentence(flaw)}`,
  'language-server': ({ name, problem }) => `language server \`${name}\` ${languageServers[problem]}`,
  monitor: ({ problem }) => (problem === 'key' ? 'a monitor has an unknown key' : 'two monitors have one name'),
};

/** Why Claude Code does not load a plugin whose manifest has no structure at all, as a clause. */
export const cannotBeParsed = 'it cannot be parsed';

/** Why Claude Code refuses a manifest because of a flaw, in a clause for people. */
export function manifestFlawSentence(flaw: ManifestFlaw): string {
  const sentence = sentences[flaw.code] as (flaw: ManifestFlaw) => string;
  return sentence(flaw);
}
