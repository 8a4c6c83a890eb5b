import { type Context, createContext } from './context.ts';
import type { EffectiveInput } from './input.ts';
import { decideManagedServers, type Managed } from './managed.ts';
import type { Surface, Tab } from './model.ts';
import { readSettings, type Settings } from './settings.ts';
import { resolveSources, type Sources } from './sources.ts';
import { tabsIn } from './tabs.ts';

/** The settings in force on a device, and the tabs that they leave on. */
export interface InForce {
  readonly sources: Sources;
  readonly settings: Settings;
  readonly tabs: Readonly<Record<Surface, Tab>>;
  readonly managed: Managed;
  /** The minimum version. */
  readonly version: string;
}

/** Returns what is in force, without what each server and tool may do. */
export const settingsInForce = (input: EffectiveInput): InForce => readInForce(createContext(input));

/** The same within an evaluation, which gets the notes. */
export function readInForce(context: Context): InForce {
  const sources = resolveSources(context);
  const settings = readSettings(context, sources);
  const managed = decideManagedServers(context, settings, sources.kind === 'bootstrap');
  return { sources, settings, tabs: tabsIn(context, settings), managed, version: context.input.target.minimumVersion };
}
