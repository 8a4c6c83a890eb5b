// The API for packages that depend on Plugboard: a service, its settings and its results. All names in it are stable.

export type { Host } from './base/hosts.ts';
export {
  applyEdits,
  type Diagnostic,
  type Fix,
  Lines,
  type Position,
  type Severity,
  type TextEdit,
  type TextRange,
} from './base/text.ts';
export type { Comparison } from './diff/model.ts';
export type { EffectiveResult, Origin, Surface } from './effective/model.ts';
export type { CompletionItem } from './features/completion/item.ts';
export type { Hover } from './features/hover.ts';
export type { Location } from './features/navigation/definitionsAndReferences.ts';
export { RenameError, type Renaming } from './features/navigation/rename.ts';
export type { Rule, Target } from './model.ts';
export type { PolicyKey } from './policy/catalogue.ts';
export type { Converted } from './policy/convert/convertPolicy.ts';
export { ConvertError, type PolicyFormat, policyFormats, type WriteOptions } from './policy/convert/policyFormat.ts';
export {
  createService,
  type EffectiveSources,
  type LanguageService,
  type ServiceSettings,
  type ServiceSide,
} from './service.ts';
export type { PluginSurfaces } from './surfaces/model.ts';
