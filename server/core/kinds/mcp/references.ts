import type { Document, PluginRoots, Reference } from '../../model.ts';
import { parse } from '../../workspace/parse.ts';
import { serverReferences, textReferences } from '../shared/references.ts';
import { serverMap, serversOf } from '../shared/servers/serverMap.ts';
import { serverTexts } from '../shared/servers/serverTexts.ts';

/** Yields the servers of a plugin or project, and the files and options that they name. */
export function* references(document: Document, around: PluginRoots): Generator<Reference> {
  const servers = serversOf(serverMap(parse(document).root));
  yield* serverReferences(servers, around.pluginOf(document.uri)?.directory);
  yield* textReferences(document, around, serverTexts(servers));
}
