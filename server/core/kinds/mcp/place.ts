import { nameOf, parentOf } from '../../base/uri.ts';
import type { PluginRoots } from '../../model.ts';

/** Whether the file stands where no app looks for it: in `.claude`, unless that folder is a plugin. */
export const isUnread = (uri: string, { pluginOf }: PluginRoots): boolean =>
  isInSettings(uri) && pluginOf(uri)?.uri !== parentOf(uri);

/** Whether the file stands in a folder of settings. */
export const isInSettings = (uri: string): boolean => nameOf(parentOf(uri)) === '.claude';
