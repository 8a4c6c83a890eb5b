import type { Rule } from '../../../model.ts';
import { asRule, type EntryRule } from '../entryRule.ts';
import { authorityHost } from '../rules/authority-host.ts';
import { builtInValue } from '../rules/built-in-value.ts';
import { commandWithArguments } from '../rules/command-with-arguments.ts';
import { duplicateServerName } from '../rules/duplicate-server-name.ts';
import { foreignServerField } from '../rules/foreign-server-field.ts';
import { githubFloor } from '../rules/github-floor.ts';
import { headersHelperVersion } from '../rules/headers-helper-version.ts';
import { m365Scope } from '../rules/m365-scope.ts';
import { m365SendTools } from '../rules/m365-send-tools.ts';
import { missingTransport } from '../rules/missing-transport.ts';
import { oauthAddress } from '../rules/oauth-address.ts';
import { oauthAndAuthorization } from '../rules/oauth-and-authorization.ts';
import { oauthAsText } from '../rules/oauth-as-text.ts';
import { oauthClientSecret } from '../rules/oauth-client-secret.ts';
import { oauthMode } from '../rules/oauth-mode.ts';
import { oauthTenant } from '../rules/oauth-tenant.ts';
import { oauthWithoutClient } from '../rules/oauth-without-client.ts';
import { policyOnlyUnknownServer } from '../rules/policy-only-unknown-server.ts';
import { remoteWithoutUrl } from '../rules/remote-without-url.ts';
import { scopeForm } from '../rules/scope-form.ts';
import { serverCommand } from '../rules/server-command.ts';
import { serverFieldName } from '../rules/server-field-name.ts';
import { serverFieldNotRead } from '../rules/server-field-not-read.ts';
import { serverNotAnObject } from '../rules/server-not-an-object.ts';
import { serverShadowsPlugin } from '../rules/server-shadows-plugin.ts';
import { serverUrlHttps } from '../rules/server-url-https.ts';
import { serverUrlScheme } from '../rules/server-url-scheme.ts';
import { serverValueText } from '../rules/server-value-text.ts';
import { serversAsMap } from '../rules/servers-as-map.ts';
import { stdioInBootstrapResponse } from '../rules/stdio-in-bootstrap-response.ts';
import { stdioWithoutCommand } from '../rules/stdio-without-command.ts';
import { toolPatternMatchesNothing } from '../rules/tool-pattern-matches-nothing.ts';
import { toolPolicyCodeDiffers } from '../rules/tool-policy-code-differs.ts';
import { toolPolicyKey } from '../rules/tool-policy-key.ts';
import { toolPolicyNeverDecides } from '../rules/tool-policy-never-decides.ts';
import { toolPolicyValue } from '../rules/tool-policy-value.ts';
import { toolPolicyWildcardVersion } from '../rules/tool-policy-wildcard-version.ts';
import { transportValue } from '../rules/transport-value.ts';
import { unknownBuiltInServer } from '../rules/unknown-built-in-server.ts';
import { websearchAccess } from '../rules/websearch-access.ts';

const entryRules: readonly EntryRule[] = [
  missingTransport,
  transportValue,
  unknownBuiltInServer,
  remoteWithoutUrl,
  stdioWithoutCommand,
  serverUrlHttps,
  serverUrlScheme,
  serverCommand,
  commandWithArguments,
  serverValueText,
  serverFieldName,
  serverFieldNotRead,
  foreignServerField,
  builtInValue,
  m365Scope,
  m365SendTools,
  githubFloor,
  websearchAccess,
  stdioInBootstrapResponse,
  authorityHost,
  scopeForm,
  oauthAsText,
  oauthAndAuthorization,
  oauthWithoutClient,
  oauthMode,
  oauthClientSecret,
  oauthTenant,
  oauthAddress,
  headersHelperVersion,
  toolPolicyValue,
  toolPolicyKey,
  toolPolicyWildcardVersion,
  toolPolicyNeverDecides,
  toolPolicyCodeDiffers,
];

/** The MCP servers that the policy defines. */
export const serverRules: readonly Rule[] = [
  serversAsMap,
  serverNotAnObject,
  ...entryRules.map(asRule),
  duplicateServerName,
  serverShadowsPlugin,
  policyOnlyUnknownServer,
  toolPatternMatchesNothing,
];
