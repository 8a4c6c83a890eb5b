import type { EffectiveServer, Surface } from '../effective/model.ts';
import { surfaceList } from '../effective/surfaceList.ts';
import { coversHost } from '../policy/order/covers.ts';
import { matchesWildcard } from '../policy/wildcard.ts';
import { isPattern } from '../vocabulary/names.ts';
import type { Claim, Expectation } from './expectation.ts';
import type { Finding, Fleet } from './verdict.ts';

/** Servers by name: whether they run, and where they are. */
export function* judgeServers(
  { name, claim, plugin }: Expectation,
  { result }: Fleet,
  surfaces: readonly Surface[],
): Iterable<Finding> {
  const isMeant = (server: EffectiveServer) =>
    matchesWildcard(name, server.name) &&
    (plugin === undefined || (server.plugin !== null && matchesWildcard(plugin, server.plugin)));
  const found = surfaces.flatMap((surface) =>
    (result.surfaces[surface]?.servers ?? []).filter(isMeant).map((server) => ({ server, surface })),
  );
  const isNowhere = !Object.values(result.surfaces).some(({ servers }) => servers.some(isMeant));
  if (isNowhere) return yield* missing(name, 'server', claim);
  const bySentence = new Map<string, { findings: Omit<Finding, 'text'>[]; on: Surface[] }>();
  for (const { server, surface } of found) {
    const { isMet, sentence, origin, certainty } = claim.is === 'hosts' ? whereIs(server, claim) : runs(server, claim);
    const known = bySentence.get(sentence) ?? { findings: [], on: [] };
    bySentence.set(sentence, known);
    known.findings.push({ isMet, origin, certainty });
    known.on.push(surface);
  }
  for (const [sentence, { findings, on }] of bySentence)
    for (const finding of findings) yield { ...finding, text: `${sentence} in ${surfaceList([...new Set(on)])}` };
}

/** Something that nothing here has, which may be what is expected. A wildcard that matches nothing has nothing to look at. */
function* missing(name: string, what: 'server' | 'plugin', claim: Claim): Iterable<Finding> {
  const isExpected = claim.is === 'one-of' && claim.values.includes('missing');
  const needsOne = claim.is === 'one-of' && !claim.values.includes('inactive');
  if (isPattern(name) && !isExpected && !needsOne) return;
  yield { isMet: isExpected, text: `There is no ${what} \`${name}\``, origin: null, certainty: 'documented' };
}

type Said = Omit<Finding, 'text'> & { readonly sentence: string };

function runs({ name, active, why, origin, cause, certainty }: EffectiveServer, claim: Claim): Said {
  const state = active ? 'active' : 'inactive';
  const because = why === null ? '' : ` (${why.replace(/\.$/, '')})`;
  return {
    isMet: claim.is === 'one-of' && claim.values.includes(state),
    sentence: `Server \`${name}\` is ${state}${because}`,
    origin: cause ?? origin,
    certainty,
  };
}

function whereIs(
  { name, active, transport, address, origin, certainty }: EffectiveServer,
  { hosts, local }: Extract<Claim, { is: 'hosts' }>,
): Said {
  const said = { origin, certainty };
  if (!active) return { ...said, isMet: true, sentence: `Server \`${name}\` does not run` };
  if (transport === 'stdio') return { ...said, isMet: local, sentence: `Server \`${name}\` runs on the computer` };
  if (address === null)
    return { ...said, isMet: true, certainty: 'unknown', sentence: `The host of \`${name}\` is not known` };
  const isMet = hosts.some((host) => coversHost(host, address, { coversApex: false }));
  return { ...said, isMet, sentence: `Server \`${name}\` is on \`${address}\`` };
}

/** Plugins by the name of their folder. Whether one is active does not depend on the surface. */
export function* judgePlugins({ name, claim }: Expectation, { result }: Fleet): Iterable<Finding> {
  const found = result.plugins.filter(({ directory }) => matchesWildcard(name, directory));
  if (found.length === 0) return yield* missing(name, 'plugin', claim);
  for (const { directory, active, why, origin, certainty } of found) {
    const state = active ? 'active' : 'inactive';
    yield {
      isMet: claim.is === 'one-of' && claim.values.includes(state),
      text: `Plugin \`${directory}\` is ${state}${why === null ? '' : ` (${why.replace(/\.$/, '')})`}`,
      origin,
      certainty,
    };
  }
}
