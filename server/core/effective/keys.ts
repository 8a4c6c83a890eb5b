import { catalogue, policyKeys } from '../kinds/policy/catalogue.ts';
import type { ValueType } from './decode.ts';

/** What the engine asks of the catalogue of policy keys, and the few things that only it must know. */
function decodedAs(type: string): ValueType {
  if (type === 'boolean') return 'boolean';
  if (type === 'integer' || type === 'number') return 'integer';
  return /^(string|enum)(\(.*\))?$/.test(type) ? 'text' : 'json';
}

/** The type that a key's value is decoded to; keys that are not listed are texts, or whatever their file says. */
export const typeOf: ReadonlyMap<string, ValueType> = new Map(
  catalogue.keys.map(({ key, type }) => [key, decodedAs(type)]),
);

/** The providers that a key belongs to; undefined: all. */
export const providersOf = (key: string): readonly string[] | undefined => policyKeys.get(key)?.providers;

/** May be managed alone without locking the rest. Those beside the catalogue's are known from third-party notes. */
export const appBehaviourOnly: ReadonlySet<string> = new Set([
  ...catalogue.keys.filter(({ appBehaviorOnly }) => appBehaviorOnly).map(({ key }) => key),
  'dangerousMaxVersion',
  'disableWslSessions',
  'relocateUncUserData',
  'claudeCodeProcessWrapperEnabled',
]);

/** Never taken from a bootstrap response. */
export const notFromBootstrap: ReadonlySet<string> = new Set([
  ...catalogue.keys.filter(({ availability }) => availability !== undefined).map(({ key }) => key),
  'importThirdPartyHistoryIntoOrgUUID',
  'secureVmFeaturesEnabled',
  'forceLoginOrgUUID',
  'loginSsoOrgDomain',
  'disableMultiAccount',
  'relocateUncUserData',
  'hardwareBuddyEnabled',
]);

/** What third-party mode needs beside `inferenceProvider`. Source: the provider pages. */
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

/** What a key counts as when only its old name is set and that is no longer read; others count as unset. */
export const afterCutoff: ReadonlyMap<string, boolean> = new Map([
  ['isDesktopExtensionEnabled', false],
  ['isDesktopExtensionSignatureRequired', true],
]);

/** The clusters of the nested format that no flat key is called like. */
export const clusters: ReadonlySet<string> = new Set(
  `inference mcp models workspace authentication autoUpdate lifecycle telemetry otlp plugins extensions codeSurface
    coworkSurface chatSurface tokenLimits appearance featureDiscovery bootstrap`.split(/\s+/),
);

/** The flat key behind a path of the nested format, and the paths that lead to one. */
export const nestedNames: ReadonlyMap<string, string> = new Map(
  catalogue.keys.flatMap(({ key, nestedPath }) => (nestedPath?.includes('.') ? [[nestedPath, key] as const] : [])),
);
export const nestedSteps: ReadonlySet<string> = new Set(
  [...nestedNames.keys()].flatMap((path) => {
    const steps = path.split('.');
    return steps.slice(1, -1).map((_, i) => steps.slice(0, i + 2).join('.'));
  }),
);
