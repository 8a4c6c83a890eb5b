import type { FactLocation } from '../../fact.ts';
import type { WorkspaceView } from '../../model.ts';
import type { Node } from '../../syntax/node.ts';
import { type Entry, entriesOf, type LocalSource, localSource, topOf } from './entries.ts';

/** An entry whose plugin is in the workspace, and the facts of its manifest. */
export interface Listed {
  readonly entry: Entry;
  readonly source: LocalSource;
  readonly manifest: FactLocation<'plugin-manifest'>;
}

/** Yields the entries whose source is a folder with a manifest. `uri` is the URI of the marketplace’s file. */
export function* listedPlugins(uri: string, root: Node | undefined, workspace: WorkspaceView): Generator<Listed> {
  const entries = entriesOf(root);
  if (entries.length === 0) return;
  const manifests = new Map(workspace.facts('plugin-manifest').map((found) => [found.uri, found]));
  for (const entry of entries) {
    const source = localSource(entry, root, topOf(uri));
    const manifest = source && manifests.get(`${source.folder}/.claude-plugin/plugin.json`);
    if (source && manifest) yield { entry, source, manifest };
  }
}
