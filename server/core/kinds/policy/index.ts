import type { DocumentKind } from '../../model.ts';
import { json } from '../../syntax/json.ts';
import { child, stringOf } from '../../syntax/node.ts';
import { facts } from './facts.ts';
import { isPolicy } from './recognise.ts';
import { builtinToolPolicyValue } from './rules/builtin-tool-policy-value.ts';
import { credentialsInUrl } from './rules/credentials-in-url.ts';
import { dottedKey } from './rules/dotted-key.ts';
import { duplicateServerName } from './rules/duplicate-server-name.ts';
import { emptyValue } from './rules/empty-value.ts';
import { missingTransport } from './rules/missing-transport.ts';
import { oauthAndAuthorization } from './rules/oauth-and-authorization.ts';
import { orgPluginSettingsPermission } from './rules/org-plugin-settings-permission.ts';
import { orgPluginSettingsRecord } from './rules/org-plugin-settings-record.ts';
import { orgPluginSettingsUnknownServer } from './rules/org-plugin-settings-unknown-server.ts';
import { otherProvider } from './rules/other-provider.ts';
import { remoteWithoutUrl } from './rules/remote-without-url.ts';
import { renamedKey } from './rules/renamed-key.ts';
import { serverShadowsPlugin } from './rules/server-shadows-plugin.ts';
import { serverUrlHttps } from './rules/server-url-https.ts';
import { stdioWithoutCommand } from './rules/stdio-without-command.ts';
import { tokenCapAlone } from './rules/token-cap-alone.ts';
import { toolPolicyValue } from './rules/tool-policy-value.ts';
import { unknownBuiltinTool } from './rules/unknown-builtin-tool.ts';
import { unknownKey } from './rules/unknown-key.ts';
import { schema } from './schema.ts';
import { values } from './values.ts';

/** Managed configuration of Claude Desktop and Cowork on third-party inference, as JSON. */
const policy: DocumentKind = {
  id: 'policy',
  title: 'Managed policy',
  files: ['**/*.json'],
  recogniseText: isPolicy,
  syntax: json,
  schema,
  rules: [
    unknownKey,
    renamedKey,
    dottedKey,
    emptyValue,
    otherProvider,
    tokenCapAlone,
    missingTransport,
    remoteWithoutUrl,
    stdioWithoutCommand,
    serverUrlHttps,
    credentialsInUrl,
    oauthAndAuthorization,
    duplicateServerName,
    toolPolicyValue,
    unknownBuiltinTool,
    builtinToolPolicyValue,
    orgPluginSettingsRecord,
    orgPluginSettingsPermission,
    orgPluginSettingsUnknownServer,
    serverShadowsPlugin,
  ],
  values,
  facts,
  symbolName: (node) =>
    stringOf(child(node, 'name')) ?? stringOf(child(node, 'serverName')) ?? stringOf(child(node, 'toolName')),
};

export default policy;
