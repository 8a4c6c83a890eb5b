import { type Surface, surfaces } from '../../effective/model.ts';
import { isCodeLocked } from '../../effective/reach/interactions.ts';
import { tabKeys } from '../../policy/tabs.ts';
import type { SettingChange } from '../model.ts';
import { causeAmong } from './cause.ts';
import type { SettingSides } from './sides.ts';

/** The keys that decide which tabs are on: only their combined effect counts. */
export const tabSettings: ReadonlySet<string> = new Set(Object.values(tabKeys));

const common = { path: '', added: [], removed: [], now: null } as const;

/** Returns the tabs that are opened or closed, and keys of tabs that change without opening or closing any. */
export function tabChanges(sides: SettingSides): SettingChange[] {
  const keys = Object.values(tabKeys);
  return surfaces.flatMap((surface): SettingChange[] => {
    const [was, is] = [sides.before, sides.after].map(({ tabs }) => tabs[surface]);
    const key = tabKeys[surface];
    const [a, b] = [sides.before, sides.after].map(({ settings }) => settings.values.get(key)?.value);
    if (!was || !is || (was.isOn === is.isOn && a === b)) return [];
    // Setting a key to its default is not a change.
    if (was.isOn === is.isOn && was.certainty === is.certainty && (a ?? was.isOn) === (b ?? is.isOn)) return [];
    return [
      {
        ...common,
        class: was.isOn === is.isOn ? 'no-effect' : is.isOn ? 'looser' : 'stricter',
        key,
        surfaces: [surface],
        before: was.isOn,
        after: is.isOn,
        concern: 'tabs',
        certainty: is.certainty,
        // The line itself says the rest.
        notes: was.isOn === is.isOn || a === b ? [is.why.replace(/\.$/, '')] : [],
        cause: causeAmong([key, ...keys], sides),
      },
    ];
  });
}

const servers = 'managedMcpServers';

const code: readonly Surface[] = ['code'];

/** Returns the change if users may have their own servers in Code again, or no longer. */
export function serverLock(sides: SettingSides): SettingChange[] {
  const { before, after } = sides;
  const [was, is] = [isCodeLocked(before), isCodeLocked(after)];
  if (was === is || !after.tabs.code.isOn) return [];
  return [
    {
      ...common,
      class: was ? 'looser' : 'stricter',
      key: servers,
      surfaces: code,
      before: was ? 'locked' : 'open',
      after: is ? 'locked' : 'open',
      concern: 'servers',
      certainty: 'documented',
      notes: [
        was
          ? 'No managed server is left, so Code is no longer locked to managed servers: users’ own servers load again'
          : 'With a managed server, Code is locked to managed servers: users’ own servers do not load',
      ],
      cause: causeAmong([servers], sides),
    },
  ];
}
