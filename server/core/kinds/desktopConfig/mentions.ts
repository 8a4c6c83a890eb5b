import type { Document, Mention } from '../../model.ts';
import { parse } from '../../parse.ts';
import { child } from '../../syntax/node.ts';
import { serverMentions } from '../shared/mentions.ts';
import { serversOf } from '../shared/servers.ts';

export const mentions = (document: Document): Mention[] =>
  serverMentions(serversOf(child(parse(document).root, 'mcpServers')), undefined);
