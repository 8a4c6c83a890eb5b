import type { ValueType } from './decode.ts';

/** What the engine must know of policy keys to read them; the full catalogue belongs to the policy kind. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const booleans = words(`
  inferenceCredentialHelperSilentRefreshEnabled modelDiscoveryEnabled modelPrefer1mContext inferenceModelPricingEnabled
  disableDeploymentModeChooser disableDeepLinkRegistration chatTabEnabled chatAdvancedFileAnalysisEnabled
  isClaudeCodeForDesktopEnabled coworkTabEnabled disableBundledSkills skillCreationEnabled autoModeEnabled toolSearchEnabled
  requireCoworkFullVmSandbox skipWebFetchPreflight disableBypassPermissionsMode blockReadsOutsideWorkingDirectories
  coworkVmIpv6Enabled builtinBrowserEnabled isDesktopExtensionEnabled isDesktopExtensionSignatureRequired
  isDesktopExtensionDirectoryEnabled mcpPersistentAlwaysAllowEnabled isLocalDevMcpEnabled disableEssentialTelemetry
  disableNonessentialTelemetry disableNonessentialServices disableAutoUpdates updateViaUpdatesHost otlpTracesEnabled
  endUserAttribution disableFeatureDiscovery disableConfigDeprecationWarnings userPluginMarketplacesEnabled
  userPluginUploadsEnabled bootstrapEnabled trustBootstrapDelivery sessionRetentionHold scheduledTasksEnabled
  keepAwakeEnabled alwaysStartWithDefaultModel modelCatalogEnabled disableLocalConfigCache`);

const integers = words(`
  inferenceSessionLifetimeSec inferenceCredentialHelperTtlSec inferenceCredentialHelperTimeoutSec
  inferenceStreamIdleTimeoutSec inferenceModelPricingMultiplier mcpToolTimeoutSec autoUpdaterEnforcementHours
  relaunchEnforcementHours configRecheckIntervalMinutes inferenceMaxTokensPerWindow inferenceTokenWindowHours
  chatSessionRetentionDays coworkSessionRetentionDays codeSessionRetentionDays mcpScheduledTaskApprovalLifetimeDays`);

const structures = words(`
  inferenceCustomHeaders inferenceGatewayOidc inferenceModels inferenceModelPricing inferenceVertexWorkforceOidc
  sshHostAllowlist disabledBuiltinTools builtinToolPolicy allowedWorkspaceFolders coworkEgressAllowedHosts
  builtinBrowserAllowedDomains builtinBrowserBlockedDomains claudeAiImport managedMcpServers otlpHeaders
  otlpResourceAttributes otlpContentCapture banner orgPluginSettings allowedPluginMarketplaces bootstrapOidc
  bootstrapHeaders allowedPluginMcpServers deniedPluginMcpServers inferenceCredentialHelperArgs inferenceIdpOidc`);

/** The type that a key's value is decoded to; keys that are not listed are texts, or whatever their file says. */
export const typeOf: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ...booleans.map((key) => [key, 'boolean'] as const),
  ...integers.map((key) => [key, 'integer'] as const),
  ...structures.map((key) => [key, 'json'] as const),
]);

/** May be managed alone without locking the rest. Sources: the deployment pages; the last five are third-party notes. */
export const appBehaviourOnly: ReadonlySet<string> = new Set(
  words(`disableAutoUpdates autoUpdaterEnforcementHours updateViaUpdatesHost relaunchEnforcementHours
    configRecheckIntervalMinutes egressProxyUrl egressProxyPacUrl dangerousMaxVersion disableWslSessions relocateUncUserData
    claudeCodeProcessWrapperEnabled`),
);

/** Never taken from a bootstrap response. */
export const notFromBootstrap: ReadonlySet<string> = new Set(
  words(`bootstrapUrl bootstrapOidc bootstrapHeaders bootstrapHeadersHelper bootstrapEnabled trustBootstrapDelivery
    requireCoworkFullVmSandbox egressProxyUrl egressProxyPacUrl isDesktopExtensionDirectoryEnabled
    importThirdPartyHistoryIntoOrgUUID secureVmFeaturesEnabled forceLoginOrgUUID loginSsoOrgDomain disableMultiAccount
    relocateUncUserData hardwareBuddyEnabled`),
);

/** Keys that belong to some providers only, by the start of their name. */
export const providerPrefixes: readonly (readonly [string, readonly string[]])[] = [
  ['inferenceAnthropic', ['anthropic']],
  ['inferenceBedrock', ['bedrock', 'mantle']],
  ['inferenceFoundry', ['foundry']],
  ['inferenceGateway', ['gateway']],
  ['inferenceVertex', ['vertex']],
];

/** What third-party mode needs beside `inferenceProvider`. */
export const requiredKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ['bedrock', ['inferenceBedrockRegion']],
  ['mantle', ['inferenceBedrockRegion']],
  ['vertex', ['inferenceVertexProjectId', 'inferenceVertexRegion']],
  ['foundry', ['inferenceFoundryResource', 'inferenceModels']],
  ['gateway', ['inferenceGatewayBaseUrl']],
]);

/** What an unreadable boolean counts as from 1.40609.0 on, where that is not its default. */
export const restrictive: ReadonlyMap<string, boolean> = new Map([
  ['isDesktopExtensionEnabled', false],
  ['isDesktopExtensionSignatureRequired', true],
  ['isLocalDevMcpEnabled', false],
  ['mcpPersistentAlwaysAllowEnabled', false],
  ['coworkTabEnabled', false],
  ['isClaudeCodeForDesktopEnabled', false],
  ['disableBundledSkills', true],
]);

interface Renamed {
  readonly to: string;
  /** What the new key counts as once the old name is no longer read; undefined: unset. `always`: no cut-off is known. */
  readonly afterCutoff?: boolean | 'always';
}

export const renamed: ReadonlyMap<string, Renamed> = new Map<string, Renamed>([
  ['isDxtEnabled', { to: 'isDesktopExtensionEnabled', afterCutoff: false }],
  ['isDxtSignatureRequired', { to: 'isDesktopExtensionSignatureRequired', afterCutoff: true }],
  ['isDxtDirectoryEnabled', { to: 'isDesktopExtensionDirectoryEnabled', afterCutoff: 'always' }],
  ['inferenceGatewayHeaders', { to: 'inferenceCustomHeaders' }],
  ['enduserAttribution', { to: 'endUserAttribution' }],
  ['trustBootstrapLocalExec', { to: 'trustBootstrapDelivery' }],
]);

/** The clusters of the nested format, and names that differ in it from the flat ones. */
export const clusters: ReadonlySet<string> = new Set(
  words(`inference mcp models workspace authentication autoUpdate lifecycle telemetry otlp plugins extensions codeSurface
    coworkSurface chatSurface tokenLimits appearance featureDiscovery`),
);
export const nestedNames: ReadonlyMap<string, string> = new Map([
  ['inference.provider', 'inferenceProvider'],
  ['inference.customHeaders', 'inferenceCustomHeaders'],
  ['mcp.managedServers', 'managedMcpServers'],
  ['mcp.persistentAlwaysAllowEnabled', 'mcpPersistentAlwaysAllowEnabled'],
  ['mcp.toolTimeoutSec', 'mcpToolTimeoutSec'],
  ['chatSurface.enabled', 'chatTabEnabled'],
  ['coworkSurface.enabled', 'coworkTabEnabled'],
  ['plugins.marketplaces', 'allowedPluginMarketplaces'],
  ['autoUpdate.viaUpdatesHost', 'updateViaUpdatesHost'],
]);
