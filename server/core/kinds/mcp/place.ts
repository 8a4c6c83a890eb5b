import { nameOf, parentOf } from '../../base/uri.ts';
import type { PluginRoots } from '../../model.ts';

/** Whether the file is where no app looks for it: in `.claude`, unless that folder is a plugin. */
export const isUnread = (uri: string, { pluginOf }: PluginRoots): boolean =>
  isInSettings(uri) && pluginOf(uri)?.uri !== parentOf(uri);

/** Whether the file is in a settings folder. */
export const isInSettings = (uri: string): boolean => nameOf(parentOf(uri)) === '.claude';
