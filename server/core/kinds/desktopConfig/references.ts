import type { Document, Reference } from '../../model.ts';
import { child } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { serverReferences } from '../shared/references.ts';
import { serversOf } from '../shared/servers/serverMap.ts';

export const references = (document: Document): Reference[] =>
  serverReferences(serversOf(child(parse(document).root, 'mcpServers')), undefined);
