import type { ServerFlaw, ServerFlawCode } from './serverFlaw.ts';

const sentences: { readonly [C in ServerFlawCode]: (flaw: ServerFlaw<C>) => string } = {
  'not-an-object': () => 'The entry is not an object',
  'nothing-to-reach': () => 'It has neither a command nor a url with type http or sse',
  'untyped-url': () => 'It has a url but no type (http or sse)',
  'transport-as-type': () => '`transport` is not read here; use `type`',
  'url-elsewhere': ({ field }) => `\`${field}\` is not read here; use \`url\``,
  'unknown-type': ({ type }) => `\`${type}\` is not a server type`,
  'type-of-claude-code': ({ type }) => `\`${type}\` is documented for Claude Code only; Cowork reads http and sse`,
  'missing-field': ({ field }) => `\`${field}\` is missing`,
  'wrong-value': ({ field }) => `\`${field}\` has an invalid value`,
  'relative-url': () => 'The url has no scheme, such as https://',
  'bad-port': ({ port }) => `\`${port}\` is not a valid port`,
  'oauth-boolean': () => '`oauth` must be an object',
  'user-config': () => 'It needs ${user_config.…}, which is not substituted here',
  'undeclared-option': ({ option }) => `The manifest does not declare the option \`${option}\``,
  'option-with-default': ({ option }) => `The option \`${option}\` cannot have a default here`,
  'option-in-helper': ({ option }) => `The option \`${option}\` is not allowed in \`headersHelper\``,
  'ignored-transport': () => '`transport` is ignored',
};

/** Why a server is dropped because of a flaw, in one sentence for people without its full stop. */
export function serverFlawSentence(flaw: ServerFlaw): string {
  const sentence = sentences[flaw.code] as (flaw: ServerFlaw) => string;
  return sentence(flaw);
}
