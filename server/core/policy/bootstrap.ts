import { nameOf } from '../base/uri.ts';
import type { Document } from '../model.ts';
import { child, type Node } from '../syntax/node.ts';

/**
 * Whether a file is the response of a bootstrap server: it has an expiry, or its name says so. Other files may be responses
 * too, but nothing shows it.
 * Source: https://claude.com/docs/third-party/claude-desktop/bootstrap
 */
export const isBootstrapResponse = (document: Document, root: Node | undefined): boolean =>
  child(root, 'expiresAt')?.type === 'number' || /bootstrap[-_. ]?response/i.test(nameOf(document.uri));
