import { createHash } from 'node:crypto';
import type { ServerDescription } from './model.ts';

/** Tells whether a server is still the one that somebody agreed to, without saying anything of what is in it. */
export const fingerprint = (template: ServerDescription): string =>
  createHash('sha256').update(JSON.stringify(template)).digest('hex');
