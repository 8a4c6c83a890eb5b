import type { Document, Mention, PluginRoots } from '../../model.ts';
import { parse } from '../../workspace/parse.ts';
import { serverMentions, textMentions } from '../shared/mentions.ts';
import { serverMap, serversOf } from '../shared/servers/serverMap.ts';
import { serverTexts } from '../shared/servers/serverTexts.ts';

/** The servers of a plugin or project, and the files and options that they name. */
export function* mentions(document: Document, around: PluginRoots): Generator<Mention> {
  const servers = serversOf(serverMap(parse(document).root));
  yield* serverMentions(servers, around.pluginOf(document.uri)?.directory);
  yield* textMentions(document, around, serverTexts(servers));
}
