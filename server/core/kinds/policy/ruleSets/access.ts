import type { Rule } from '../../../model.ts';
import { allowedAndBlocked } from '../rules/allowed-and-blocked.ts';
import { browserDomain } from '../rules/browser-domain.ts';
import { browserExceptions } from '../rules/browser-exceptions.ts';
import { browserOff } from '../rules/browser-off.ts';
import { builtinToolPolicyValue } from '../rules/builtin-tool-policy-value.ts';
import { builtinToolRule } from '../rules/builtin-tool-rule.ts';
import { callsNotInCowork } from '../rules/calls-not-in-cowork.ts';
import { disabledAndAsked } from '../rules/disabled-and-asked.ts';
import { egressHost } from '../rules/egress-host.ts';
import { listAsText } from '../rules/list-as-text.ts';
import { orgPluginSettingsForm } from '../rules/org-plugin-settings-form.ts';
import { orgPluginSettingsManaged } from '../rules/org-plugin-settings-managed.ts';
import { orgPluginSettingsPermission } from '../rules/org-plugin-settings-permission.ts';
import { orgPluginSettingsRecord } from '../rules/org-plugin-settings-record.ts';
import { orgPluginSettingsUnknownServer } from '../rules/org-plugin-settings-unknown-server.ts';
import { pluginProgramsBlocked } from '../rules/plugin-programs-blocked.ts';
import { spoiledList } from '../rules/spoiled-list.ts';
import { sshHost } from '../rules/ssh-host.ts';
import { tabOff } from '../rules/tab-off.ts';
import { unknownBuiltinTool } from '../rules/unknown-builtin-tool.ts';
import { webSearchOff } from '../rules/web-search-off.ts';
import { wildcardWithoutApex } from '../rules/wildcard-without-apex.ts';
import { workspaceFolder } from '../rules/workspace-folder.ts';

/** What Claude may do and access: tools, folders, hosts, plugins, extensions, what users see. */
export const accessRules: readonly Rule[] = [
  unknownBuiltinTool,
  builtinToolPolicyValue,
  egressHost,
  browserDomain,
  browserOff,
  browserExceptions,
  allowedAndBlocked,
  tabOff,
  wildcardWithoutApex,
  workspaceFolder,
  builtinToolRule,
  disabledAndAsked,
  callsNotInCowork,
  webSearchOff,
  listAsText,
  spoiledList,
  sshHost,
  orgPluginSettingsForm,
  orgPluginSettingsManaged,
  orgPluginSettingsRecord,
  orgPluginSettingsPermission,
  orgPluginSettingsUnknownServer,
  pluginProgramsBlocked,
];
