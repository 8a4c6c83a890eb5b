import type { Document, ValueItem, WorkspaceView } from '../model.ts';
import type { Path } from '../syntax/node.ts';

/** What the kind's providers offer at `path`: values, or names of keys of the object there. */
export function providedAt(
  document: Document,
  workspace: WorkspaceView,
  path: Path,
  offers: 'values' | 'keys',
): ValueItem[] {
  const fits = (at: readonly string[]): boolean =>
    at.length === path.length && at.every((step, i) => step === '*' || step === String(path[i]));
  const providers = document.kind.values ?? [];
  return providers
    .filter((provider) => provider.offers === offers && fits(provider.at))
    .flatMap((provider) => [...provider.items({ document, workspace, path })]);
}
