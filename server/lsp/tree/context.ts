import {
  type Diagnostic,
  type Document,
  type EffectiveResult,
  type EffectiveServer,
  type FactLocation,
  type PluginRoot,
  parentOf,
  type TextRange,
  type Workspace,
} from '../../core/index.ts';
import type { Place, TreeRow } from '../../protocol.ts';

/** The input of the rows. */
export interface TreeInput {
  readonly workspace: Workspace;
  readonly findings: readonly Diagnostic[];
  /** For the state of servers and plugins; undefined if it cannot be evaluated. */
  readonly effective: EffectiveResult | undefined;
  readonly place: (uri: string, range: TextRange) => Place;
}

/** The input with indexes for the rows. */
export interface TreeContext extends TreeInput {
  /** Number of problems by file, and by every folder above it. */
  readonly counts: ReadonlyMap<string, Problems>;
  readonly findingsByFile: ReadonlyMap<string, readonly Diagnostic[]>;
  /** Servers of plugins in Cowork, by plugin and name. */
  readonly servers: ReadonlyMap<string, EffectiveServer>;
}

type Problems = NonNullable<TreeRow['problems']>;

const serverKey = (plugin: string, name: string): string => `${plugin}/${name}`;

export const serverOf = ({ servers }: TreeContext, plugin: string, name: string): EffectiveServer | undefined =>
  servers.get(serverKey(plugin, name));

export function treeContext(input: TreeInput): TreeContext {
  const findingsByFile = new Map<string, Diagnostic[]>();
  for (const finding of input.findings) {
    const known = findingsByFile.get(finding.uri);
    if (known) known.push(finding);
    else findingsByFile.set(finding.uri, [finding]);
  }
  const counts = new Map<string, { errors: number; warnings: number }>();
  for (const [uri, findings] of findingsByFile) {
    const { errors, warnings } = count(findings);
    for (let at = uri; ; at = parentOf(at)) {
      const sum = counts.get(at) ?? { errors: 0, warnings: 0 };
      counts.set(at, { errors: sum.errors + errors, warnings: sum.warnings + warnings });
      if (parentOf(at) === at) break;
    }
  }
  const inCowork = input.effective?.surfaces.cowork?.servers ?? [];
  const ofPlugins = inCowork.filter(({ layer }) => layer === 'plugin');
  const servers = new Map(ofPlugins.map((server) => [serverKey(server.plugin ?? '', server.name), server]));
  return { ...input, counts, findingsByFile, servers };
}

function count(findings: readonly Diagnostic[]): Problems {
  const of = (level: string) => findings.filter(({ severity }) => severity === level).length;
  return { errors: of('error'), warnings: of('warning') };
}

/** The content of one plugin. */
export interface PluginContents {
  readonly root: PluginRoot;
  readonly documents: readonly Document[];
  readonly facts: readonly PartFact[];
}

const partTypes = ['skill', 'agent', 'command', 'server', 'plugin-manifest', 'plugin-version'] as const;
type PartFact = FactLocation<(typeof partTypes)[number]>;

/** Returns documents and facts by the URI of the plugin that contains them. */
export function contentsByPlugin({ workspace }: TreeContext): ReadonlyMap<string, PluginContents> {
  const contents = new Map<string, { root: PluginRoot; documents: Document[]; facts: PartFact[] }>();
  const plugins = new Map<string, string | undefined>();
  for (const root of workspace.roots.all()) contents.set(root.uri, { root, documents: [], facts: [] });
  for (const document of workspace.all()) {
    const plugin = workspace.roots.pluginOf(document.uri)?.uri;
    plugins.set(document.uri, plugin);
    if (plugin !== undefined) contents.get(plugin)?.documents.push(document);
  }
  for (const found of partTypes.flatMap((type): readonly PartFact[] => workspace.facts(type))) {
    const plugin = plugins.get(found.uri);
    if (plugin !== undefined) contents.get(plugin)?.facts.push(found);
  }
  return contents;
}

/** Counts the errors and warnings in a file or folder, or in `range` of a file. */
export function problemsIn(context: TreeContext, uri: string, range?: TextRange): { problems?: Problems } {
  const findings = context.findingsByFile.get(uri) ?? [];
  const problems = range
    ? count(findings.filter((finding) => range.start <= finding.range.start && finding.range.start < range.end))
    : context.counts.get(uri);
  return problems && problems.errors + problems.warnings > 0 ? { problems } : {};
}
