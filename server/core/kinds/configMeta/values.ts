import { parentOf } from '../../base/uri.ts';
import type { ValueItem, ValueProvider, WorkspaceView } from '../../model.ts';

/** Returns the ids of the configurations in the index's folder. */
export const idsBeside = (uri: string, workspace: WorkspaceView): string[] =>
  workspace
    .list(parentOf(uri))
    .flatMap(({ name, type }) => (type === 'file' && /^[a-f0-9-]{36}\.json$/.test(name) ? [name.slice(0, -5)] : []));

const files = ({ uri }: { readonly uri: string }, workspace: WorkspaceView): ValueItem[] =>
  idsBeside(uri, workspace).map((id) => ({ value: id, detail: `${id}.json` }));

export const values: readonly ValueProvider[] = [
  { at: ['appliedId'], offers: 'values', items: ({ document, workspace }) => files(document, workspace) },
  { at: ['entries', '*', 'id'], offers: 'values', items: ({ document, workspace }) => files(document, workspace) },
];
