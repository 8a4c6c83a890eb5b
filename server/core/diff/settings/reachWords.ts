import type { EffectiveResult } from '../../effective/model.ts';
import { settingClasses } from '../../vocabulary/changes.ts';
import type { SettingChange } from '../model.ts';

/** Returns what reach says about a key: the first line that it decides. */
const lineAbout = ({ reach }: EffectiveResult, key: string): string | undefined =>
  reach.flatMap(({ lines }) => lines).find((line) => line.key === key)?.message;

/** Concerns whose changes say everything themselves. */
const plain: ReadonlySet<SettingChange['concern']> = new Set<SettingChange['concern']>(['tabs', 'servers']);

/** Adds to each change what holds after it, and sorts: what lets Claude do more comes first. */
export const withReach = (
  changes: readonly SettingChange[],
  { before, after }: { readonly before: EffectiveResult; readonly after: EffectiveResult },
): SettingChange[] =>
  changes
    .map((change) => {
      if (plain.has(change.concern) || change.path !== '') return change;
      const [was, is] = [lineAbout(before, change.key), lineAbout(after, change.key)];
      return is === undefined || was === is ? change : { ...change, now: is };
    })
    .sort((a, b) => settingClasses.indexOf(a.class) - settingClasses.indexOf(b.class) || (a.key < b.key ? -1 : 1));
