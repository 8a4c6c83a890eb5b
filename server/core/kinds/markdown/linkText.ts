import { join, parentOf } from '../../base/uri.ts';
import type { RuleContext } from '../../model.ts';

/** Returns the path that a file consists of if it leads to another file: a symbolic link that was checked out as text. */
export function linkTextOf({ document, workspace }: RuleContext): string | undefined {
  const path = document.text.trim();
  if (!/^\.{1,2}\/[\w./-]{1,300}$/.test(path)) return undefined;
  return workspace.file(join(parentOf(document.uri), path)) ? path : undefined;
}

export const isLinkText = (context: RuleContext): boolean => linkTextOf(context) !== undefined;
