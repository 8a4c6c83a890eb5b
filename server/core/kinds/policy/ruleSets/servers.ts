import type { Rule } from '../../../model.ts';
import { duplicateServerName } from '../rules/duplicate-server-name.ts';
import { missingTransport } from '../rules/missing-transport.ts';
import { oauthAndAuthorization } from '../rules/oauth-and-authorization.ts';
import { remoteWithoutUrl } from '../rules/remote-without-url.ts';
import { serverShadowsPlugin } from '../rules/server-shadows-plugin.ts';
import { serverUrlHttps } from '../rules/server-url-https.ts';
import { stdioWithoutCommand } from '../rules/stdio-without-command.ts';
import { toolPolicyValue } from '../rules/tool-policy-value.ts';

/** The MCP servers that the policy brings. */
export const serverRules: readonly Rule[] = [
  missingTransport,
  remoteWithoutUrl,
  stdioWithoutCommand,
  serverUrlHttps,
  oauthAndAuthorization,
  duplicateServerName,
  toolPolicyValue,
  serverShadowsPlugin,
];
