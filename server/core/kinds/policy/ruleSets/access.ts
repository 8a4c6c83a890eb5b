import type { Rule } from '../../../model.ts';
import { builtinToolPolicyValue } from '../rules/builtin-tool-policy-value.ts';
import { orgPluginSettingsPermission } from '../rules/org-plugin-settings-permission.ts';
import { orgPluginSettingsRecord } from '../rules/org-plugin-settings-record.ts';
import { orgPluginSettingsUnknownServer } from '../rules/org-plugin-settings-unknown-server.ts';
import { unknownBuiltinTool } from '../rules/unknown-builtin-tool.ts';

/** What Claude may do and reach: tools, folders, hosts, plugins, extensions, what users see. */
export const accessRules: readonly Rule[] = [
  unknownBuiltinTool,
  builtinToolPolicyValue,
  orgPluginSettingsRecord,
  orgPluginSettingsPermission,
  orgPluginSettingsUnknownServer,
];
