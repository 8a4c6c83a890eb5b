import type { Document, Mention, PluginRoots } from '../../model.ts';
import { child } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { hookMentions } from '../shared/hooks/hookMentions.ts';

export const mentions = (document: Document, around: PluginRoots): Iterable<Mention> =>
  hookMentions(document, around, child(parse(document).root, 'hooks'));
