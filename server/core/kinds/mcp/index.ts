import { nameOf } from '../../base/uri.ts';
import type { DocumentKind } from '../../model.ts';
import { json } from '../../syntax/json/json.ts';
import { parse } from '../../workspace/parse.ts';
import { byteOrderMark } from '../shared/byteOrderMark.ts';
import { duplicateKey } from '../shared/duplicateKey.ts';
import { pluginFolderOf } from '../shared/plugin/pluginFolder.ts';
import { pluginWithoutManifest } from '../shared/plugin/pluginWithoutManifest.ts';
import { serverFacts, serverMap, serversOf } from '../shared/servers/serverMap.ts';
import { serverInterpolations } from '../shared/texts/interpolations.ts';
import { interpolatedTexts } from '../shared/texts/texts.ts';
import { utf16 } from '../shared/utf16.ts';
import { isInSettings } from './place.ts';
import { references } from './references.ts';
import { arrayRoot } from './rules/array-root.ts';
import { badPort } from './rules/bad-port.ts';
import { flatMap } from './rules/flat-map.ts';
import { headersHelperNotRead } from './rules/headers-helper-not-read.ts';
import { httpUrl } from './rules/http-url.ts';
import { kindNotInCowork } from './rules/kind-not-in-cowork.ts';
import { missingScript } from './rules/missing-script.ts';
import { misspelledPluginRoot } from './rules/misspelled-plugin-root.ts';
import { serverNotExecutable } from './rules/not-executable.ts';
import { notReadHere } from './rules/not-read-here.ts';
import { nothingToReach } from './rules/nothing-to-reach.ts';
import { oauthBoolean } from './rules/oauth-boolean.ts';
import { pathLeavesPlugin } from './rules/path-leaves-plugin.ts';
import { pluginData } from './rules/plugin-data.ts';
import { protoName } from './rules/proto-name.ts';
import { refusedValue } from './rules/refused-value.ts';
import { sameServerName } from './rules/same-server-name.ts';
import { schemaInFlatMap } from './rules/schema-in-flat-map.ts';
import { secretInHeaders } from './rules/secret-in-headers.ts';
import { serverUrlKey } from './rules/server-url-key.ts';
import { toolPolicyNotRead } from './rules/tool-policy-not-read.ts';
import { transportInsteadOfType } from './rules/transport-instead-of-type.ts';
import { unknownType } from './rules/unknown-type.ts';
import { urlNotAbsolute } from './rules/url-not-absolute.ts';
import { urlWithoutType } from './rules/url-without-type.ts';
import { userConfig } from './rules/user-config.ts';
import { wrongContainer } from './rules/wrong-container.ts';
import { schema } from './schema.ts';
import { values } from './values.ts';

const interpolations = [...serverInterpolations('mcpServers', '*'), ...serverInterpolations('*')];

/** `.mcp.json`: the MCP servers of a plugin or, in Claude Code, of a project. */
const mcp: DocumentKind = {
  id: 'mcp',
  title: 'MCP servers of a plugin',
  files: ['**/.mcp.json', '**/.claude/mcp.json'],
  syntax: json,
  schema,
  source: ['code/mcp', 'desktop/extensions'],
  rules: [
    arrayRoot,
    wrongContainer,
    flatMap,
    transportInsteadOfType,
    urlWithoutType,
    serverUrlKey,
    unknownType,
    nothingToReach,
    urlNotAbsolute,
    httpUrl,
    oauthBoolean,
    secretInHeaders,
    toolPolicyNotRead,
    headersHelperNotRead,
    kindNotInCowork,
    misspelledPluginRoot,
    userConfig,
    missingScript,
    serverNotExecutable,
    pathLeavesPlugin,
    sameServerName,
    refusedValue,
    schemaInFlatMap,
    badPort,
    protoName,
    pluginData,
    duplicateKey('mcp'),
    utf16('mcp', 'reads none of the servers'),
    byteOrderMark('mcp', 'reads none of the servers'),
    pluginWithoutManifest('mcp'),
    notReadHere,
  ],
  values,
  texts: interpolatedTexts(interpolations),
  interpolations,
  // Whether the folder is a plugin is not checked here: readers of the facts ask the workspace.
  facts: (document) =>
    // Files that no host reads do not define servers.
    isInSettings(document.uri)
      ? []
      : serverFacts(serversOf(serverMap(parse(document).root)), 'plugin', nameOf(pluginFolderOf(document.uri))),
  references,
};

export default mcp;
