import { nameOf } from '../../base/uri.ts';
import type { Document } from '../../model.ts';
import { child, stringOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';

/** The keys that name tools. */
export const toolKeys = ['tools', 'disallowedTools'] as const;

/** Returns the name of an agent's file without its extension: the agent's name if the front matter has none. */
export const agentFile = ({ uri }: Document): string => nameOf(uri).replace(/\.md$/i, '');

/** Returns the effective name: that of the front matter, otherwise the file's. */
export const agentName = (document: Document): string =>
  stringOf(child(parse(document).root, 'name')) || agentFile(document);
