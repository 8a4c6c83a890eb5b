import { nameOf } from '../../base/uri.ts';
import type { Document } from '../../model.ts';
import { child, stringOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';

/** The keys that name tools. */
export const toolKeys = ['tools', 'disallowedTools'] as const;

/** The name of an agent's file without its ending: the agent's name where none is written. */
export const agentFile = ({ uri }: Document): string => nameOf(uri).replace(/\.md$/i, '');

/** The name that counts: the one that is written, else the file's. */
export const agentName = (document: Document): string =>
  stringOf(child(parse(document).root, 'name')) || agentFile(document);
