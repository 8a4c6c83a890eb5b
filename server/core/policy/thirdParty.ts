import type { Node } from '../syntax/node.ts';
import { fetchesBootstrap } from './providers.ts';
import { setAt } from './readValue.ts';

/** Whether a policy is one for third-party inference: it names a backend, or fetches a configuration that does. */
export const isThirdParty = (root: Node | undefined): boolean =>
  setAt(root, 'inferenceProvider') !== undefined || fetchesBootstrap(root);
