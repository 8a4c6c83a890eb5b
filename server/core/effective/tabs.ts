import { atLeast } from '../base/version.ts';
import { policyKeys } from '../policy/catalogue.ts';
import { keepsCowork, tabKeys } from '../policy/tabs.ts';
import { surfaceNames } from '../vocabulary/names.ts';
import type { Context } from './context.ts';
import type { Surface, Tab } from './model.ts';
import * as noteTexts from './noteTexts.ts';
import type { Settings } from './settings.ts';

/** Returns whether each tab is on, and what decides it. Sources: the configuration reference, the page on Chat. */
export function tabsIn(context: Context, settings: Settings): Readonly<Record<Surface, Tab>> {
  const { minimumVersion } = context.input.target;
  /** The release from which on apps read the key of a tab, if the minimum version is older. */
  const laterFor = (surface: Surface): string | undefined => {
    const since = policyKeys.get(tabKeys[surface])?.since;
    return since !== undefined && !atLeast(minimumVersion, since) ? since : undefined;
  };
  const isSet = (surface: Surface): boolean => laterFor(surface) === undefined && settings.has(tabKeys[surface]);
  const isOn = (surface: Surface): boolean =>
    isSet(surface) ? settings.boolean(tabKeys[surface]) : surface !== 'chat';
  const tabs = { cowork: isOn('cowork'), code: isOn('code'), chat: isOn('chat') };
  const tab = (surface: Surface): Tab => {
    const [name, key] = [surfaceNames[surface], tabKeys[surface]];
    const origin = isSet(surface) ? settings.origin(key) : null;
    if (surface === 'cowork' && keepsCowork(tabs)) {
      const isRead = settings.isReadable(key);
      return { isOn: true, why: noteTexts.coworkStays, certainty: isRead ? 'documented' : 'unknown', origin };
    }
    const later = settings.has(key) ? laterFor(surface) : undefined;
    const whyOf = tabs[surface] ? noteTexts.tabOn : noteTexts.tabOff;
    const why =
      later === undefined ? whyOf(name, key, origin !== null) : noteTexts.tabIgnored(name, tabs[surface], key, later);
    return { isOn: tabs[surface], why, certainty: 'documented', origin };
  };
  return { cowork: tab('cowork'), code: tab('code'), chat: tab('chat') };
}
