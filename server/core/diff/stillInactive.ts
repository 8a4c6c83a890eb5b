import type { EffectiveResult, EffectiveServer } from '../effective/model.ts';
import { hasToolRows } from '../vocabulary/reasons.ts';
import type { StillInactive } from './model.ts';

/** Returns servers that exist on both sides and run on no surface of either. */
export function stillInactive(before: EffectiveResult, after: EffectiveResult): StillInactive[] {
  const serversBefore = serversOf(before);
  return [...serversOf(after)].flatMap(([key, servers]): StillInactive[] => {
    const others = serversBefore.get(key);
    const [first] = servers;
    if (!others || !first || [...servers, ...others].some(hasToolRows)) return [];
    const { name: server, layer, plugin, reason, why } = first;
    return reason ? [{ server, layer, plugin, reason, why: why ?? '' }] : [];
  });
}

function serversOf({ surfaces }: EffectiveResult): Map<string, EffectiveServer[]> {
  const found = new Map<string, EffectiveServer[]>();
  for (const server of Object.values(surfaces).flatMap(({ servers }) => servers)) {
    const key = JSON.stringify([server.layer, server.plugin, server.name]);
    found.set(key, [...(found.get(key) ?? []), server]);
  }
  return found;
}
