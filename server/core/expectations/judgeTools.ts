import { freedomOf } from '../diff/order.ts';
import type { EffectiveServer, EffectiveTool, Surface, ToolState } from '../effective/model.ts';
import { surfaceList } from '../effective/surfaceList.ts';
import { matchesWildcard, wildcardsOverlap } from '../policy/wildcard.ts';
import { isPattern } from '../vocabulary/names.ts';
import { states } from '../vocabulary/states.ts';
import type { Claim, Expectation } from './expectation.ts';
import type { Finding, Fleet } from './verdict.ts';

type Verdict = Pick<EffectiveTool, 'state' | 'certainty' | 'origin'>;

/** A tool, a wildcard, or the tools that no row names, with its state on one surface. */
interface Row extends Verdict {
  readonly name: string;
  readonly server: string;
  readonly surface: Surface;
}

/** Tools of servers that run: known ones, and those that the server may have in addition. */
export function* judgeTools(
  expectation: Expectation,
  { result }: Fleet,
  surfaces: readonly Surface[],
): Iterable<Finding> {
  const { name, claim, server = '*', plugin } = expectation;
  const all = Object.values(result.surfaces).flatMap((surface) => surface.servers);
  if (!isPattern(server) && !all.some((each) => each.name === server))
    return yield { isMet: false, text: `There is no server \`${server}\``, origin: null, certainty: 'documented' };
  const rows = surfaces.flatMap((surface) =>
    (result.surfaces[surface]?.servers ?? [])
      .filter((each) => each.active && matchesWildcard(server, each.name) && isOf(each, plugin))
      .flatMap((each) => rowsOf(each, name).map((row) => ({ ...row, server: each.name, surface }))),
  );
  yield* findings(rows, claim, (row) => `${row.name} of \`${row.server}\``);
}

const isOf = ({ plugin }: EffectiveServer, wanted: string | undefined): boolean =>
  wanted === undefined || (plugin !== null && matchesWildcard(wanted, plugin));

/**
 * Returns what decides about tools named `name`, a name or a wildcard: their rows; wildcards of the policy that may match the
 * same tools; and the verdict for other tools of the server, unless a wildcard of the policy covers every such name.
 */
function rowsOf({ tools, unlisted }: EffectiveServer, name: string): (Verdict & { readonly name: string })[] {
  const exact = tools.filter((tool) => !isPattern(tool.name) && matchesWildcard(name, tool.name));
  const known = exact.map((tool) => ({ ...tool, name: `\`${tool.name}\`` }));
  if (!isPattern(name) && exact.length > 0) return known;
  const patterns = tools.filter((tool) => isPattern(tool.name) && wildcardsOverlap(tool.name, name));
  const isCovered = patterns.some((tool) => matchesWildcard(tool.name, name));
  const wild = patterns.map((tool) => ({ ...tool, name: `Any tool \`${tool.name}\`` }));
  const others = isCovered
    ? []
    : [{ ...unlisted, name: isPattern(name) ? `Any other tool \`${name}\`` : `\`${name}\`` }];
  // Of several wildcards that match one name the strictest decides.
  if (!isPattern(name) && wild.length > 1) return strictest(wild);
  return [...known, ...wild, ...others];
}

const strictest = <T extends Verdict>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => freedomOf(a.state) - freedomOf(b.state)).slice(0, 1);

/** Built-in tools of the surfaces. */
export function* judgeBuiltinTools(
  { name, claim }: Expectation,
  { result }: Fleet,
  surfaces: readonly Surface[],
): Iterable<Finding> {
  const rows = surfaces.flatMap((surface) =>
    (result.surfaces[surface]?.builtinTools ?? [])
      .filter((tool) => matchesWildcard(name, tool.name))
      .map((tool) => ({ ...tool, server: '', surface })),
  );
  const known = Object.values(result.surfaces).flatMap(({ builtinTools }) => builtinTools);
  if (!isPattern(name) && !known.some((tool) => tool.name === name))
    return yield { isMet: false, text: `There is no built-in tool \`${name}\``, origin: null, certainty: 'documented' };
  yield* findings(rows, claim, (row) => `\`${row.name}\``);
}

/** Returns one finding for each row; rows that differ only in the surface have the same text. */
function* findings(rows: readonly Row[], claim: Claim, named: (row: Row) => string): Iterable<Finding> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${named(row)} is ${states[row.state].label}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  for (const [said, group] of groups) {
    const on = surfaceList(group.map(({ surface }) => surface));
    const text = group.every(({ origin }) => origin === null)
      ? `${said} in ${on}: no rule decides`
      : `${said} in ${on}`;
    for (const { state, origin, certainty } of group) yield { isMet: isMet(claim, state), text, origin, certainty };
  }
}

function isMet(claim: Claim, state: ToolState): boolean {
  if (claim.is === 'at-most') return freedomOf(state) <= freedomOf(claim.value as ToolState);
  // A surface that never had the tool is as good as one from which it was removed.
  return (
    claim.is === 'one-of' &&
    claim.values.includes(state === 'absent' && !claim.values.includes(state) ? 'removed' : state)
  );
}
