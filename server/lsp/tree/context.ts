import type { EffectiveResult } from '../../core/effective/model.ts';
import type { Document, Found, PluginRoot } from '../../core/model.ts';
import type { Diagnostic, TextRange } from '../../core/text.ts';
import { isIn } from '../../core/uri.ts';
import type { Workspace } from '../../core/workspace.ts';
import type { Place, TreeRow } from '../../protocol.ts';

/** What the rows are made of. */
export interface TreeContext {
  readonly workspace: Workspace;
  readonly findings: readonly Diagnostic[];
  /** For the state of servers and plugins; undefined where nothing can be said. */
  readonly effective: EffectiveResult | undefined;
  readonly place: (uri: string, range: TextRange) => Place;
}

/** What one plugin holds. */
export interface PluginContents {
  readonly root: PluginRoot;
  readonly documents: readonly Document[];
  readonly facts: readonly Found[];
}

const partTypes = ['skill', 'agent', 'command', 'server', 'plugin-manifest', 'plugin-version'];

/** Documents and facts by the address of the plugin that holds them. */
export function contentsByPlugin({ workspace }: TreeContext): ReadonlyMap<string, PluginContents> {
  const contents = new Map<string, { root: PluginRoot; documents: Document[]; facts: Found[] }>();
  const plugins = new Map<string, string | undefined>();
  for (const root of workspace.roots.all()) contents.set(root.uri, { root, documents: [], facts: [] });
  for (const document of workspace.all()) {
    const plugin = workspace.roots.pluginOf(document.uri)?.uri;
    plugins.set(document.uri, plugin);
    if (plugin !== undefined) contents.get(plugin)?.documents.push(document);
  }
  for (const found of partTypes.flatMap((type) => workspace.facts(type))) {
    const plugin = plugins.get(found.uri);
    if (plugin !== undefined) contents.get(plugin)?.facts.push(found);
  }
  return contents;
}

type Problems = NonNullable<TreeRow['problems']>;

/** How many errors and warnings stand in a file or folder, in `range` of it if that is given. */
export function problemsIn({ findings }: TreeContext, uri: string, range?: TextRange): { problems?: Problems } {
  const here = findings.filter(
    (finding) =>
      isIn(uri, finding.uri) && (!range || (range.start <= finding.range.start && finding.range.start < range.end)),
  );
  const count = (level: string) => here.filter(({ severity }) => severity === level).length;
  const problems = { errors: count('error'), warnings: count('warning') };
  return problems.errors + problems.warnings > 0 ? { problems } : {};
}
