import { capitalised } from '../base/words.ts';
import { missingClause } from '../schema/messages.ts';
import type { ServerFlaw, ServerFlawCode } from './serverFlaw.ts';

const sentences: { readonly [C in ServerFlawCode]: (flaw: ServerFlaw<C>) => string } = {
  'not-an-object': ({ clause }) => clause,
  'nothing-to-reach': () => 'the entry has neither a `command` nor a `type` and a `url`',
  'untyped-url': () => 'the entry has a `url` and no `type`',
  'transport-as-type': () => 'the key is `type`, not `transport`',
  'url-elsewhere': ({ field }) => `the key is \`url\`, not \`${field}\``,
  'unknown-type': ({ type }) => `\`${type}\` is not a server type`,
  'type-of-claude-code': ({ type }) =>
    `\`${type}\` is documented for Claude Code only; Cowork reads \`http\` and \`sse\``,
  'missing-field': ({ field }) => missingClause(field),
  'wrong-value': ({ clause }) => clause,
  'relative-url': () => 'the `url` must be complete, with `https://`',
  'bad-port': ({ port }) => `\`${port}\` is not a valid port`,
  'oauth-boolean': () => '`oauth` must be an object',
  'user-config': () => 'Cowork is reported to drop plugin programs that use `user_config`',
  'undeclared-option': ({ option }) => `the manifest has no \`${option}\` in \`userConfig\``,
  'option-with-default': ({ option }) => `the option \`${option}\` cannot have a default here`,
  'option-in-helper': ({ option }) => `the option \`${option}\` is not allowed in \`headersHelper\``,
  'ignored-transport': () => '`transport` is ignored',
};

/** Returns what is wrong with a plugin's server, as a clause for users: notes put it after a colon. */
export function serverFlawSentence(flaw: ServerFlaw): string {
  const sentence = sentences[flaw.code] as (flaw: ServerFlaw) => string;
  return sentence(flaw);
}

/** Returns the same clause as the beginning of a message. */
export const serverFlawOpening = (flaw: ServerFlaw): string => capitalised(serverFlawSentence(flaw));
