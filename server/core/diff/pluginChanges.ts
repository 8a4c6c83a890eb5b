import type { EffectivePlugin, EffectiveResult, Surface } from '../effective/model.ts';
import { reasons } from '../vocabulary/reasons.ts';
import type { Causes } from './causes.ts';
import type { Change, Standing } from './model.ts';

/** Returns plugins that were added or removed and whose servers do not show that already: their skills and hooks change with them. */
export function pluginChanges(
  before: EffectiveResult,
  after: EffectiveResult,
  causes: Causes,
  told: readonly Change[],
  surfaces: readonly Surface[],
): Change[] {
  const [pluginsBefore, pluginsAfter] = [before, after].map(
    ({ plugins }) => new Map(plugins.map((each) => [each.directory, each] as const)),
  );
  const directories = new Set([...(pluginsAfter?.keys() ?? []), ...(pluginsBefore?.keys() ?? [])]);
  return [...directories].flatMap((directory): Change[] => {
    const [was, is] = [pluginsBefore?.get(directory), pluginsAfter?.get(directory)];
    const [ran, runs] = [was?.active ?? false, is?.active ?? false];
    if (ran === runs) return [];
    const kind = runs ? 'newly-active' : 'gone';
    if (told.some((change) => change.plugin === directory && change.kind === kind)) return [];
    return [
      {
        kind,
        of: 'plugin',
        server: null,
        layer: null,
        plugin: directory,
        tools: [],
        unlisted: null,
        risk: 'other',
        surfaces,
        doubtful: [],
        before: standingOf(was),
        after: standingOf(is),
        inCode: null,
        cause: causes.ofPlugin(directory, runs),
        decides: [],
        elsewhere: [],
        differences: [],
        mistake: is?.reason && reasons[is.reason].isMistake ? is.why : null,
      },
    ];
  });
}

function standingOf(plugin: EffectivePlugin | undefined): Standing {
  if (!plugin) return { is: 'missing' };
  const { active, reason, why } = plugin;
  return active || !reason ? { is: 'active', address: null } : { is: 'inactive', reason, why: why ?? '' };
}
