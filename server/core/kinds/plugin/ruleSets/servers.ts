import type { Rule } from '../../../model.ts';
import { badPort } from '../rules/bad-port.ts';
import { httpUrl } from '../rules/http-url.ts';
import { languageServerEntry } from '../rules/language-server-entry.ts';
import { nothingToReach } from '../rules/nothing-to-reach.ts';
import { oauthBoolean } from '../rules/oauth-boolean.ts';
import { refusedValue } from '../rules/refused-value.ts';
import { secretInHeaders } from '../rules/secret-in-headers.ts';
import { serverUrlKey } from '../rules/server-url-key.ts';
import { serverWithoutType } from '../rules/server-without-type.ts';
import { undeclaredOption } from '../rules/undeclared-option.ts';
import { urlNotAbsolute } from '../rules/url-not-absolute.ts';

/** The rules about servers that stand in the manifest: MCP servers and language servers. */
export const serverRules: readonly Rule[] = [
  serverWithoutType,
  nothingToReach,
  serverUrlKey,
  urlNotAbsolute,
  badPort,
  httpUrl,
  secretInHeaders,
  refusedValue,
  oauthBoolean,
  undeclaredOption,
  languageServerEntry,
];
