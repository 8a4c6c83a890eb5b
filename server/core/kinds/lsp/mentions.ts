import type { Document, Mention, PluginRoots } from '../../model.ts';
import { parse } from '../../workspace/parse.ts';
import { textMentions } from '../shared/mentions.ts';
import { lspTexts } from './servers.ts';

/** The files and options of the plugin that its language servers name. */
export const mentions = (document: Document, around: PluginRoots): Iterable<Mention> =>
  textMentions(document, around, lspTexts(parse(document).root));
