import type { Certainty } from '../base/text.ts';
import { parentOf } from '../base/uri.ts';
import type { FactData } from '../fact.ts';
import type { PluginRoot, Target, WorkspaceView } from '../model.ts';
import { isOlderThan } from '../policy/releases.ts';
import { surfaceDeliveries } from './deliveries.ts';
import {
  type Cell,
  type CellVerdict,
  type Delivery,
  type PartGroup,
  type PartType,
  type PluginPlace,
  type PluginSurfaces,
  partTypes,
  type SurfaceId,
  type SurfaceState,
  type SurfaceVerdict,
  surfaceIds,
} from './model.ts';
import { partsOf } from './parts.ts';
import { reference } from './sources.ts';
import { table } from './table.ts';
import { nouns, pluginSurfaceNames, summaryOf } from './words.ts';

/** Returns which parts of the plugin at `root` work where, for the minimum version of `target`. */
export function surfacesOf(workspace: WorkspaceView, root: PluginRoot, { minimumVersion }: Target): PluginSurfaces {
  const groups = groupsOf(workspace, root);
  const place = placeOf(workspace, root);
  const [refusal] = root.manifest === undefined ? [] : workspace.factsBelow('manifest-refusal', root.manifest);
  return {
    uri: root.uri,
    name: root.directory,
    place,
    minimumVersion,
    groups,
    surfaces: surfaceIds.map((id) => {
      const cellOf = (type: PartType) => withRefusal(table[type][id], id, refusal?.fact.data);
      return surfaceVerdict(id, root, groups, { delivery: surfaceDeliveries[id][place], cellOf }, minimumVersion);
    }),
  };
}

function groupsOf(workspace: WorkspaceView, root: PluginRoot): PartGroup[] {
  const all = partsOf(workspace, root);
  return partTypes.flatMap((type) => {
    const parts = all.filter((part) => part.type === type);
    const { more } = nouns[type];
    const title = `${more.charAt(0).toUpperCase()}${more.slice(1)}`;
    const count = parts.reduce((sum, part) => sum + part.count, 0);
    return count > 0 ? [{ type, title, count, parts }] : [];
  });
}

/** A plugin in an org-plugins folder is delivered by that folder; otherwise by a marketplace above it that lists it. */
function placeOf(workspace: WorkspaceView, { uri, mount }: PluginRoot): PluginPlace {
  if (mount !== undefined) return 'org-plugins';
  for (let folder = uri; ; folder = parentOf(folder)) {
    if (workspace.file(`${folder}/.claude-plugin/marketplace.json`)) return 'marketplace';
    if (parentOf(folder) === folder) return 'folder';
  }
}

/** What is known about one surface, independent of the minimum version. */
interface SurfaceFacts {
  readonly delivery: Delivery;
  readonly cellOf: (type: PartType) => Cell;
}

function surfaceVerdict(
  id: SurfaceId,
  root: PluginRoot,
  groups: readonly PartGroup[],
  { delivery, cellOf }: SurfaceFacts,
  floor: string,
): SurfaceVerdict {
  const way = delivered(root, delivery, floor);
  const pairs = groups.map(
    ({ type }) => [type, verdict(way.isIgnored ? ignored(delivery) : cellOf(type), floor)] as const,
  );
  const cells: Partial<Record<PartType, CellVerdict>> = Object.fromEntries(pairs);
  const verdicts = pairs.map(([, each]) => each);
  return {
    id,
    ...pluginSurfaceNames[id],
    state: together(verdicts),
    certainty: leastCertain(verdicts),
    summary: summaryOf(groups, cells),
    delivery: way.delivery,
    cells,
  };
}

/** Returns a cell for the minimum version `floor`. */
export function verdict(cell: Cell, floor: string): CellVerdict {
  const { since, sinceOnWindows } = cell;
  if (since !== undefined && isOlderThan(floor, since)) {
    const note = `Needs ${since}; your minimum is ${floor}.`;
    return { ...cell, state: 'no', needs: since, note: [note, cell.note].filter(Boolean).join(' ') };
  }
  if (sinceOnWindows !== undefined && isOlderThan(floor, sinceOnWindows)) {
    const note = `On Windows it needs ${sinceOnWindows}; your minimum is ${floor}.`;
    return { ...cell, state: 'partly', note: [note, cell.note].filter(Boolean).join(' ') };
  }
  return cell;
}

const noManifest = 'The folder is ignored: it has no `.claude-plugin/plugin.json`.';

/** The cell of every part if the app ignores the plugin. */
const ignored = ({ source }: Delivery): Cell => ({ state: 'no', certainty: 'documented', source, note: noManifest });

/** The surfaces of Claude Code itself, which rejects a plugin with an invalid manifest. Source: its validator. */
const ofClaudeCode: readonly SurfaceId[] = ['cli', 'vscode', 'cloud'];

/** Returns a cell for a plugin whose manifest Claude Code rejects: what the apps do with such a plugin is not documented. */
function withRefusal(cell: Cell, id: SurfaceId, refusal: FactData['manifest-refusal'] | undefined): Cell {
  if (!refusal || cell.state === 'no') return cell;
  const note = `Claude Code refuses the manifest: ${refusal.reason}.`;
  if (ofClaudeCode.includes(id))
    return { state: 'no', certainty: 'validator', source: reference, note, refusal: refusal.flaw };
  if (refusal.isFineInApp) return cell;
  return {
    ...cell,
    state: 'unknown',
    certainty: 'unknown',
    refusal: refusal.flaw,
    note: `${note} Whether the app loads the plugin is not known.`,
  };
}

/** Returns how the plugin reaches the surface. Apps that read org-plugins folders ignore a folder without a manifest. */
function delivered(
  { mount, manifest }: PluginRoot,
  delivery: Delivery,
  floor: string,
): { readonly delivery: SurfaceVerdict['delivery']; readonly isIgnored: boolean } {
  const { state, since } = delivery;
  const isIgnored = mount !== undefined && manifest === undefined && state === 'yes';
  if (isIgnored)
    return { isIgnored, delivery: { ...delivery, state: 'no', certainty: 'documented', text: noManifest } };
  const isLate = since !== undefined && isOlderThan(floor, since);
  return { isIgnored, delivery: isLate ? { ...delivery, state: 'no', needs: since } : delivery };
}

function together(verdicts: readonly CellVerdict[]): SurfaceState {
  const states = new Set(verdicts.map(({ state }) => state));
  const [only, ...others] = states;
  if (only === undefined) return 'unknown';
  if (others.length === 0) return only;
  return states.has('yes') || states.has('partly') ? 'partly' : 'unknown';
}

const certainties: readonly Certainty[] = ['documented', 'validator', 'third-party', 'reading'];

/** Unknown parts are named in the text and do not lower the certainty of the rest. */
function leastCertain(verdicts: readonly CellVerdict[]): Certainty {
  const known = verdicts.filter(({ state }) => state !== 'unknown');
  const worst = Math.max(...known.map(({ certainty }) => certainties.indexOf(certainty)));
  return certainties[worst] ?? 'unknown';
}
