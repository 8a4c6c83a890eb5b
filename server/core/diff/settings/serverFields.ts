import type { EffectiveResult, EffectiveServer, Surface } from '../../effective/model.ts';
import type { Definitions } from '../definitions.ts';
import type { SettingChange } from '../model.ts';

interface Pair {
  readonly was: EffectiveServer;
  readonly is: EffectiveServer;
  readonly surfaces: Surface[];
}

/** Returns changed headers, sign-in and further fields of servers of plugins, users and Claude Code, which no setting contains. */
export function serverFieldChanges(
  results: { readonly before: EffectiveResult; readonly after: EffectiveResult },
  { otherFields }: Definitions,
): SettingChange[] {
  return pairs(results).flatMap(({ was, is, surfaces }) =>
    otherFields(was, is).map(({ words, field, isSetBefore, isSetAfter, origin, side }): SettingChange => {
      const isOff = surfaces.every((surface) => results.after.surfaces[surface]?.tab.isOn === false);
      return {
        class: isOff ? 'no-effect' : 'changed',
        key: 'mcpServers',
        path: `[${is.plugin === null ? is.name : `${is.plugin}/${is.name}`}].${field}`,
        surfaces,
        // The values may be secrets: the remark says what differs.
        before: isSetBefore ? 'set' : undefined,
        after: isSetAfter ? 'set' : undefined,
        added: [],
        removed: [],
        concern: null,
        certainty: is.certainty,
        notes: [words],
        now: null,
        cause: { origin, side, line: null },
      };
    }),
  );
}

/** Returns the servers outside of policies that run on both sides, each once, with their surfaces. */
function pairs({ before, after }: { readonly before: EffectiveResult; readonly after: EffectiveResult }): Pair[] {
  const found = new Map<string, Pair>();
  for (const [name, { servers }] of Object.entries(after.surfaces)) {
    const surface = name as Surface;
    const running = new Map((before.surfaces[surface]?.servers ?? []).filter(isOwn).map((each) => [keyOf(each), each]));
    for (const is of servers.filter(isOwn)) {
      const was = running.get(keyOf(is));
      if (!was) continue;
      const known = found.get(keyOf(is));
      if (known) known.surfaces.push(surface);
      else found.set(keyOf(is), { was, is, surfaces: [surface] });
    }
  }
  return [...found.values()];
}

/** The fields of managed servers are compared as settings. */
const isOwn = ({ active, layer }: EffectiveServer): boolean => active && layer !== 'managed';
const keyOf = ({ layer, plugin, name }: EffectiveServer): string => JSON.stringify([layer, plugin, name]);
