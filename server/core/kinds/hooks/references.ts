import type { Document, PluginRoots, Reference } from '../../model.ts';
import { child } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { hookReferences } from '../shared/hooks/hookReferences.ts';

export const references = (document: Document, around: PluginRoots): Iterable<Reference> =>
  hookReferences(document, around, child(parse(document).root, 'hooks'));
