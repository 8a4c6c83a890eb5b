import type { Document, Mention } from '../../model.ts';
import { child } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { serverMentions } from '../shared/mentions.ts';
import { serversOf } from '../shared/servers/serverMap.ts';

export const mentions = (document: Document): Mention[] =>
  serverMentions(serversOf(child(parse(document).root, 'mcpServers')), undefined);
