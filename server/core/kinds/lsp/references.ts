import type { Document, PluginRoots, Reference } from '../../model.ts';
import { parse } from '../../workspace/parse.ts';
import { textReferences } from '../shared/references.ts';
import { lspTexts } from './servers.ts';

/** Yields the files and options of the plugin that its language servers name. */
export const references = (document: Document, around: PluginRoots): Iterable<Reference> =>
  textReferences(document, around, lspTexts(parse(document).root));
