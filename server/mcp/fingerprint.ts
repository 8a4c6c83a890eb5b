import { createHash } from 'node:crypto';
import type { ServerDescription } from './model.ts';

/** Returns a hash that identifies the server that a user has confirmed, without revealing its content. */
export const fingerprint = (template: ServerDescription): string =>
  createHash('sha256').update(JSON.stringify(template)).digest('hex');
