import type { RuleContext } from '../../model.ts';
import { type PluginToolRule, type PluginToolRules, readOrgPluginSettings } from '../../policy/orgPluginSettings.ts';
import { setAt } from '../../policy/readValue.ts';

/** Returns the evaluated `orgPluginSettings` of a policy; undefined if it is not set. */
export function orgPluginSettings({ root, target }: Pick<RuleContext, 'root' | 'target'>): PluginToolRules | undefined {
  const value = setAt(root, 'orgPluginSettings')?.valueNode;
  return value && readOrgPluginSettings(value, target);
}

/** Returns its rules in order, regardless of what the app does with the whole key. */
export const pluginToolRules = (context: Pick<RuleContext, 'root' | 'target'>): readonly PluginToolRule[] =>
  [...(orgPluginSettings(context)?.servers.values() ?? [])].flat();
