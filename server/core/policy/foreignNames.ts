import type { Severity } from '../base/text.ts';

/** Keys of Claude Code's own settings. Source: https://code.claude.com/docs/en/settings */
const claudeCode: ReadonlySet<string> = new Set(
  `permissions hooks env model apiKeyHelper cleanupPeriodDays statusLine outputStyle enabledPlugins extraKnownMarketplaces
    strictKnownMarketplaces allowedMcpServers deniedMcpServers allowManagedMcpServersOnly allowManagedHooksOnly
    allowManagedPermissionRulesOnly enableAllProjectMcpServers enabledMcpjsonServers disabledMcpjsonServers
    forceLoginMethod awsAuthRefresh awsCredentialExport availableModels sandbox`.split(/\s+/),
);

const others: ReadonlyMap<string, string> = new Map([
  [
    'mcpServers',
    'belongs to `claude_desktop_config.json` and `.mcp.json`; a policy defines its servers in `managedMcpServers`',
  ],
  ['deploymentMode', 'belongs to `claude_desktop_config.json`'],
  ['coworkWebSearchEnabled', 'is a preference in `claude_desktop_config.json`'],
]);

/** Whether a name certainly belongs to another product, even if it is similar to a key of the policy. */
export const isOfOthers = (key: string): boolean => others.has(key) || claudeCode.has(key);

/**
 * Returns what is known about a name that is not a key of policies, and how certain that is. Undefined if nothing is known: a
 * newer app may read it. Source: the app's own validator for the prefixes; for the rest, that it does not know the names.
 */
export function foreignName(key: string): { message: string; severity: Severity } | undefined {
  const whose = others.get(key) ?? (claudeCode.has(key) ? 'belongs to the settings of Claude Code' : undefined);
  if (whose !== undefined) {
    return {
      message: `\`${key}\` ${whose}. Here the app ignores it.`,
      severity: key === 'mcpServers' ? 'warning' : 'hint',
    };
  }
  if (!/^(inference|otlp)[A-Z]/.test(key)) return undefined;
  return {
    message: `Unknown key \`${key}\` is ignored by the app, and a gateway refuses to serve it.`,
    severity: 'hint',
  };
}
