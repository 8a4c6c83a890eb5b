import { catalogue, policyKeys } from '../policy/catalogue.ts';
import type { ValueType } from '../policy/decode.ts';

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
