import type { EffectivePlugin, EffectiveResult } from '../../effective/model.ts';
import { pluginCode } from '../../vocabulary/reach.ts';
import type { SettingChange } from '../model.ts';
import type { Quotes } from '../quote.ts';

/** Events whose hooks may allow a tool call instead of the user. */
const approving: readonly string[] = ['PreToolUse', 'PermissionRequest'];

/** What an active plugin brings that may allow tool calls: names, and where the first is. */
interface Code {
  readonly names: readonly string[];
  readonly origin: EffectivePlugin['origin'];
}

const kinds = [
  {
    key: 'modules',
    surfaces: ['code'],
    note: pluginCode.modules.sentence,
    codeOf: ({ modules, origin }: EffectivePlugin): Code => ({
      names: modules.map(({ path }) => path),
      origin: modules[0]?.origin ?? origin,
    }),
  },
  {
    key: 'hooks',
    surfaces: ['cowork', 'code'],
    note: 'Its hooks may allow or refuse a tool call instead of the user',
    codeOf: ({ hookEvents, origin }: EffectivePlugin): Code => ({
      names: hookEvents.filter((event) => approving.includes(event)),
      origin,
    }),
  },
] as const;

/** Returns plugins that begin or cease to allow tool calls, by a module or by hooks. */
export function pluginCodeChanges(before: EffectiveResult, after: EffectiveResult, quotes: Quotes): SettingChange[] {
  const directories = new Set([...before.plugins, ...after.plugins].map(({ directory }) => directory));
  return kinds.flatMap(({ key, surfaces: all, note, codeOf }) => {
    const surfaces = all.filter((surface) => after.surfaces[surface]);
    const isOff = surfaces.every((surface) => after.surfaces[surface]?.tab.isOn === false);
    return [...directories].flatMap((directory): SettingChange[] => {
      const [was, is] = [before, after].map(({ plugins }) => {
        const plugin = plugins.find((each) => each.active && each.directory === directory);
        return plugin ? codeOf(plugin) : { names: [], origin: null };
      });
      if (!was || !is) return [];
      const added = is.names.filter((name) => !was.names.includes(name));
      const removed = was.names.filter((name) => !is.names.includes(name));
      if (added.length + removed.length === 0 || surfaces.length === 0) return [];
      const origin = added.length > 0 ? is.origin : was.origin;
      const side = added.length > 0 ? 'new' : 'old';
      return [
        {
          class: isOff ? 'no-effect' : added.length > 0 ? 'looser' : 'stricter',
          key,
          path: `[${directory}]`,
          surfaces,
          before: was.names.length > 0 ? was.names : undefined,
          after: is.names.length > 0 ? is.names : undefined,
          added,
          removed,
          concern: 'code-supply',
          certainty: 'documented',
          notes: added.length > 0 ? [note] : [],
          now: null,
          cause: { origin, side, line: side === 'new' ? quotes.added(origin) : quotes.removed(origin) },
        },
      ];
    });
  });
}
