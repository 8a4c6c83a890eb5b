import type { Document, ValueItem, WorkspaceView } from '../model.ts';
import type { Path } from '../syntax/node.ts';

/** Whether `path` matches `at`, in which `*` matches any step. */
export const fits = (at: readonly string[], path: Path): boolean =>
  at.length === path.length && at.every((step, i) => step === '*' || step === String(path[i]));

/** Returns what the kind's providers offer at `path`: values, or keys of the object there. */
export function providedAt(
  document: Document,
  workspace: WorkspaceView,
  path: Path,
  offers: 'values' | 'keys',
): ValueItem[] {
  const providers = document.kind.values ?? [];
  return providers
    .filter((provider) => provider.offers === offers && fits(provider.at, path))
    .flatMap((provider) => [...provider.items({ document, workspace, path })]);
}
