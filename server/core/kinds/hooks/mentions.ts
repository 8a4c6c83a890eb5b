import type { Document, Mention, PluginRoots } from '../../model.ts';
import { parse } from '../../parse.ts';
import { child } from '../../syntax/node.ts';
import { hookMentions } from '../shared/hookMentions.ts';

export const mentions = (document: Document, around: PluginRoots): Iterable<Mention> =>
  hookMentions(document, around, child(parse(document).root, 'hooks'));
