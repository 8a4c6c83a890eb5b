import { type EffectiveServer, nameOf, normalise } from '../../core/index.ts';
import { inactiveTerm, serverStates } from '../../core/vocabulary/reasons.ts';
import type { ChosenSources, SourceCandidates, TreeRow } from '../../protocol.ts';
import type { Evaluation } from '../evaluator.ts';
import { problemsIn, type TreeContext } from './context.ts';

/**
 * Returns rows for a device's sources other than plugins: policies, the user's own servers, and additional sources. The last
 * parameter contains sources that are used only if they were chosen.
 */
export function policyRows(
  context: TreeContext,
  candidates: SourceCandidates,
  evaluation: Evaluation,
  { extensions, claudeCode }: ChosenSources,
): TreeRow[] {
  const { sources } = evaluation;
  const known = candidates.policies.map(({ uri }) => normalise(uri));
  const elsewhere = sources.policies.map(({ uri }) => uri).filter((uri) => !known.includes(uri));
  return [
    ...[...known, ...elsewhere].map((uri) => policyRow(context, uri, candidates, evaluation)).sort(byUse),
    ...candidates.userConfigs.map(({ uri }) => userRow(context, normalise(uri), evaluation)),
    ...candidates.extensions.map(({ uri }) =>
      chosenRow(context, normalise(uri), 'package', 'desktop extension', extensions),
    ),
    ...candidates.claudeCode.map(({ uri }) =>
      chosenRow(context, normalise(uri), 'terminal', 'Claude Code managed file', claudeCode),
    ),
  ];
}

const byUse = (a: TreeRow, b: TreeRow): number => Number(a.context !== 'policy') - Number(b.context !== 'policy');

const formats: readonly (readonly [RegExp, string])[] = [
  [/\.mobileconfig$/i, 'macOS profile'],
  [/\.plist$/i, 'macOS preferences'],
  [/\.reg$/i, 'Windows registry'],
];

function policyRow(
  context: TreeContext,
  uri: string,
  { roles }: SourceCandidates,
  { result, sources }: Evaluation,
): TreeRow {
  const chosen = sources.policies.find((policy) => policy.uri === uri);
  const counts = Object.values(result.config).some(({ origin }) => origin?.uri === uri);
  const format = formats.find(([ending]) => ending.test(uri))?.[1] ?? 'JSON';
  const role = chosen && chosen.role !== 'managed' ? roles.find((each) => each.role === chosen.role)?.label : format;
  const use = counts ? 'in force' : chosen ? 'not in force: ignored as a whole' : 'not used';
  return row(context, uri, {
    description: chosen ? [role, use].filter(Boolean).join(' · ') : use,
    icon: chosen ? 'shield' : 'json',
    ...(counts && { color: 'charts.green' }),
    context: chosen ? 'policy' : 'policy-inactive',
  });
}

function userRow(context: TreeContext, uri: string, { result, sources }: Evaluation): TreeRow {
  const servers = (result.surfaces.cowork?.servers ?? []).filter(({ layer }) => layer === 'user');
  const isUsed = sources.userConfig === uri;
  const description = isUsed ? ['user servers', stateOf(servers)].filter(Boolean).join(' · ') : 'not used';
  return row(context, uri, { description, icon: 'gear', context: isUsed ? 'user-config' : 'user-config-inactive' });
}

function stateOf(servers: readonly EffectiveServer[]): string {
  const off = servers.filter(({ active }) => !active);
  if (off.length === 0) return String(servers.length || 'none');
  const labels = [...new Set(off.map(({ reason }) => inactiveTerm(reason).label))];
  const word = (labels.length === 1 && labels[0] ? labels[0] : serverStates.inactive.label).toLowerCase();
  return off.length === servers.length ? `${servers.length}, ${word}` : `${servers.length}, ${off.length} ${word}`;
}

function chosenRow(
  context: TreeContext,
  uri: string,
  icon: string,
  what: string,
  chosen: readonly string[] | undefined,
): TreeRow {
  const isUsed = (chosen ?? []).some((each) => normalise(each) === uri);
  const description = `${what} · ${isUsed ? 'counted' : 'not counted'}`;
  return row(context, uri, { description, icon, context: isUsed ? 'further' : 'further-inactive' });
}

function row(
  context: TreeContext,
  uri: string,
  look: Pick<TreeRow, 'icon' | 'context'> & { readonly description: string; readonly color?: string },
): TreeRow {
  return {
    id: `policy:${uri}`,
    label: nameOf(uri),
    tooltip: `${nameOf(uri)}\n${look.description}`,
    place: context.place(uri, { start: 0, end: 0 }),
    resource: uri,
    ...look,
    ...problemsIn(context, uri),
  };
}
