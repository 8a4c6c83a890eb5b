import type { Node } from '../syntax/node.ts';
import { fetchesBootstrap } from './providers.ts';
import { setAt } from './readValue.ts';

/** Whether a policy is for third-party inference: it names a provider, or fetches a configuration that does. */
export const isThirdParty = (root: Node | undefined): boolean =>
  setAt(root, 'inferenceProvider') !== undefined || fetchesBootstrap(root);
