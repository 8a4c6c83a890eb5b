import type { Document } from '../../model.ts';
import { nameOf } from '../../uri.ts';

/** The name of an agent's file without its ending: the agent's name where none is written. */
export const agentFile = ({ uri }: Document): string => nameOf(uri).replace(/\.md$/i, '');
