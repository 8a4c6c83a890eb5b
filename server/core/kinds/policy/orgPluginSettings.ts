import type { RuleContext } from '../../model.ts';
import { type PluginToolRule, type PluginToolRules, readOrgPluginSettings } from '../../policy/orgPluginSettings.ts';
import { setAt } from '../../policy/readValue.ts';

/** What `orgPluginSettings` of a policy comes to; undefined where it is not set. */
export function orgPluginSettings({ root, target }: Pick<RuleContext, 'root' | 'target'>): PluginToolRules | undefined {
  const value = setAt(root, 'orgPluginSettings')?.valueNode;
  return value && readOrgPluginSettings(value, target);
}

/** Its rules in their order, whatever the app does with the key as a whole. */
export const pluginToolRules = (context: Pick<RuleContext, 'root' | 'target'>): readonly PluginToolRule[] =>
  [...(orgPluginSettings(context)?.servers.values() ?? [])].flat();
