import { nameOf } from '../base/uri.ts';
import type { Document } from '../model.ts';
import { child, type Node } from '../syntax/node.ts';

/**
 * Whether a file is what a bootstrap server answers: it says when it expires, or is called so. Others may be one too, but nobody can tell.
 * Source: https://claude.com/docs/third-party/claude-desktop/bootstrap
 */
export const isBootstrapResponse = (document: Document, root: Node | undefined): boolean =>
  child(root, 'expiresAt')?.type === 'number' || /bootstrap[-_. ]?response/i.test(nameOf(document.uri));
