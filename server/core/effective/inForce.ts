import { createContext } from './context.ts';
import type { EffectiveInput } from './input.ts';
import type { Surface, Tab } from './model.ts';
import { readSettings, type Settings } from './settings.ts';
import { resolveSources } from './sources.ts';
import { tabsIn } from './tabs.ts';

/** The settings in force on a device, and the tabs that they leave on. */
export interface InForce {
  readonly settings: Settings;
  readonly tabs: Readonly<Record<Surface, Tab>>;
  /** The minimum version. */
  readonly version: string;
}

/** Returns what is in force, without servers and tools. */
export function settingsInForce(input: EffectiveInput): InForce {
  const context = createContext(input);
  const settings = readSettings(context, resolveSources(context));
  return { settings, tabs: tabsIn(context, settings), version: input.target.minimumVersion };
}
