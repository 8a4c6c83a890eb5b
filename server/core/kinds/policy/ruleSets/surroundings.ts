import type { Rule } from '../../../model.ts';
import { banner } from '../rules/banner.ts';
import { claudeAiImport } from '../rules/claude-ai-import.ts';
import { codeRepositoryRow } from '../rules/code-repository-row.ts';
import { extensionKeyUnused } from '../rules/extension-key-unused.ts';
import { marketplace } from '../rules/marketplace.ts';
import { orgPluginSettingsAskSession } from '../rules/org-plugin-settings-ask-session.ts';
import { organizationPluginsUrl } from '../rules/organization-plugins-url.ts';
import { pluginServerRow } from '../rules/plugin-server-row.ts';
import { repeatedEntry } from '../rules/repeated-entry.ts';
import { selfHosted } from '../rules/self-hosted.ts';

/** Plugins, extensions, what users see. */
export const surroundingsRules: readonly Rule[] = [
  marketplace,
  organizationPluginsUrl,
  selfHosted,
  pluginServerRow,
  orgPluginSettingsAskSession,
  repeatedEntry,
  extensionKeyUnused,
  claudeAiImport,
  codeRepositoryRow,
  banner,
];
