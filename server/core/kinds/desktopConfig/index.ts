import type { DocumentKind } from '../../model.ts';
import { json } from '../../syntax/json/json.ts';
import { child } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { serverFacts, serversOf } from '../shared/servers/serverMap.ts';
import { references } from './references.ts';
import { remoteServer } from './rules/remote-server.ts';
import { standardFolder } from './rules/standard-folder.ts';
import { schema } from './schema.ts';

/** `claude_desktop_config.json`: the local servers that a user has added. */
const desktopConfig: DocumentKind = {
  id: 'desktopConfig',
  title: 'Configuration of Claude Desktop',
  files: ['**/claude_desktop_config.json'],
  syntax: json,
  schema,
  source: ['desktop/extensions'],
  rules: [remoteServer, standardFolder],
  facts: (document) => serverFacts(serversOf(child(parse(document).root, 'mcpServers')), 'user', null),
  references,
};

export default desktopConfig;
