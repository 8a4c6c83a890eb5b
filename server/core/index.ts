// The entry point of the core: the only module of it that the language server, the command line and their helpers import,
// grouped by topic. `vocabulary/` and `writers/` are separate parts that every part, the client too, imports directly. Other
// programs get `library.ts`, which is small and stable.

// Text and URIs: offsets, edits, wording, `file:` URIs.

export { type AcceptedFix, compatibleFixes } from './base/compatibleFixes.ts';
export { derived } from './base/derived.ts';
export type { Host } from './base/hosts.ts';
export { escapeMarkdown } from './base/markdown.ts';
export { mask } from './base/mask.ts';
export { plainText } from './base/snippet.ts';
export { nearest } from './base/suggest.ts';
export {
  applyEdits,
  type Certainty,
  type Diagnostic,
  type FileOperation,
  type Fix,
  type HostScope,
  Lines,
  type Position,
  type Severity,
  severities,
  type Tag,
  type TextEdit,
  type TextRange,
  touches,
} from './base/text.ts';
export { fileUri, foldersAbove, fsPath, isIn, join, nameOf, normalise, parentOf, pathIn } from './base/uri.ts';
export { count } from './base/words.ts';

// Trees: what every syntax is parsed into, and how to read it.

export { distinctiveNames } from './policy/catalogue.ts';
export { isKnownKey, meantKey } from './policy/keyNames.ts';
export type { Fold } from './syntax/folds.ts';
export { json } from './syntax/json/json.ts';
export { child, itemsOf, type Node, type ObjectNode, propertiesOf, stringOf, toValue } from './syntax/node.ts';
export { appDomain } from './syntax/plist/plistPolicy.ts';
export { escapeXml } from './syntax/plist/xmlText.ts';
export { breakOf, type Parsed, type Syntax, type SyntaxProblem } from './syntax/syntax.ts';

// Documents: their kinds, the facts they publish, and the metadata of rules.

export type { Decoration, DecorationModifier } from './annotations.ts';
export type { FactLocation } from './fact.ts';
export { kinds } from './kinds/index.ts';
export { type ServerEntry, serverMap, serversOf } from './kinds/shared/servers/serverMap.ts';
export { mergeTools } from './kinds/tools/merge.ts';
export type { Document, DocumentKind, FileEntry, PluginRoot, PluginRoots, Rule, SymbolType, Target } from './model.ts';
export { impacts, levelText, type RuleMetadata } from './ruleMetadata.ts';
export { sourceLine, sources } from './ruleSources.ts';

// The workspace: the documents and files that are analysed together.

export { definingIn } from './workspace/embedding.ts';
export { foldersDecidedBy } from './workspace/kindChanges.ts';
export { maskedText } from './workspace/maskedText.ts';
export { parse } from './workspace/parse.ts';
export { type During, Workspace } from './workspace/workspace.ts';

// Findings: the linter, suppressions, and fixes that can be applied together.

export type { LintSettings } from './lint/activeRules.ts';
export { rulesById, rulesOf } from './lint/builtinRules.ts';
export { Linter } from './lint/linter.ts';
export { levelOf } from './lint/ruleNames.ts';
export { moved } from './lint/shiftDiagnostics.ts';
export { isAboutSuppressions } from './lint/suppressions/rules.ts';
export type { Suppressed } from './lint/suppressions/suppressor.ts';
export { viewOf } from './lint/workspaceView.ts';

// What an editor requests at a position or for a document.

export { codeLenses } from './features/codeLenses.ts';
export { type Color, colors, hasColors, presentColor } from './features/colors.ts';
export { complete } from './features/completion/complete.ts';
export type { CompletionItem } from './features/completion/item.ts';
export { folds } from './features/folding.ts';
export type { InlayHint } from './features/hints/hint.ts';
export { inlayHints } from './features/hints/inlayHints.ts';
export { filesNamedIn } from './features/hints/sizes.ts';
export { type Hover, hover } from './features/hover.ts';
export type { HoverFormat } from './features/hoverFormat.ts';
export { ignore, reachOf, turnOff } from './features/ignore.ts';
export type { CodeLens } from './features/lens.ts';
export {
  definitions,
  highlights,
  type Location,
  links,
  references,
  type WorkspaceSymbol,
  workspaceSymbols,
} from './features/navigation/definitionsAndReferences.ts';
export { editsOfMoves } from './features/navigation/fileRename.ts';
export { RenameError, rename, renameable } from './features/navigation/rename.ts';
export { placeAt } from './features/place.ts';
export { selectionRanges } from './features/selectionRanges.ts';
export { semanticTokens } from './features/semanticTokens.ts';
export { type DocumentSymbol, symbols } from './features/symbols.ts';

// Expectations: what must hold on the computers of a fleet.

export { expectationWords } from './expectations/expectationWords.ts';
export { failures, type TestedFleet } from './expectations/failures.ts';
export { verdictWords } from './expectations/judge.ts';
export { fleetOf, testPlan, verdictsOf } from './expectations/testPlan.ts';
export { testRules } from './expectations/testRules.ts';
export type { Fleet, Miss, Verdict } from './expectations/verdict.ts';

// Policies: reading, writing, converting; managed servers; profiles.

export { atLeast } from './base/version.ts';
export { type Converted, convert } from './policy/convert/convertPolicy.ts';
export { ConvertError, type PolicyFormat, policyFormats } from './policy/convert/policyFormat.ts';
export { type ReadPolicy, readPolicy, requireKnownKeys } from './policy/convert/readPolicy.ts';
export { isLoopback } from './policy/entry/serverUrl.ts';
export { entryTransport, type Transport } from './policy/entry/variant.ts';
export { flatView } from './policy/flatView.ts';
export { managedServers } from './policy/managedServers.ts';
export { policySyntax } from './policy/policySyntax.ts';
export {
  compareWithProfile,
  type Difference,
  isLooser,
  type ProfileComparison,
} from './policy/profiles/compareWithProfile.ts';
export type { ProfileStanding } from './policy/profiles/judge.ts';
export { newPolicy } from './policy/profiles/newPolicy.ts';
export { profileComparisonMarkdown } from './policy/profiles/profileMarkdown.ts';
export { profiles } from './policy/profiles/profiles.ts';
export { policyWords, profileSummary, profileWords } from './policy/profiles/profileWords.ts';
export { newestVersion } from './policy/releases.ts';

// The effective tool set: what a device may do, and which line decides it.

export { pluginServerTransport } from './components/serverFlaws.ts';
export { caseInput, caseSyntax, casesOf } from './effective/caseInput.ts';
export { effective } from './effective/effective.ts';
export { type Choice, effectiveInput } from './effective/fromWorkspace.ts';
export {
  type ClaudeCodeManaged,
  type EffectiveInput,
  type ExtensionInput,
  type KnownTool,
  type Platform,
  type PolicyRole,
  platforms,
  policyRoles,
  type Tree,
} from './effective/input.ts';
export {
  type EffectiveResult,
  type EffectiveServer,
  type EffectiveSurface,
  type EffectiveTool,
  type Origin,
  type Step,
  type Surface,
  surfaces,
  type ToolState,
} from './effective/model.ts';
export { originOf } from './effective/origin.ts';
export { policySources } from './effective/policySources.ts';
export { claudeCodeManaged, extensions, readKnownTools } from './effective/readInputs.ts';
export { type ContractOrigin, type Placed, placesIn, toContract, toPlaced } from './effective/toContract.ts';

// Comparisons of two devices.

export {
  causeLabel,
  comparisonSummary,
  elsewhereWords,
  isDangerous,
  remarks,
  riskWords,
  standingTerm,
  surfaceWords,
  toolWords,
  whyInactive,
} from './diff/changeWords.ts';
export { pullRequestComment, type SideNames, worktreeName } from './diff/comment.ts';
export { compareTools } from './diff/compareTools.ts';
export { comparisonJson, type Places } from './diff/diffJson.ts';
export type { Change, Comparison, SettingChange, Spot, Standing } from './diff/model.ts';
export { comparisonPage } from './diff/page.ts';
export { settingName, settingRemarks, settingSurfaces, settingValue } from './diff/settings/settingWords.ts';

// Which parts of a plugin work where.

export type { CellVerdict, PluginSurfaces, SurfaceVerdict } from './surfaces/model.ts';
export { surfacesOf } from './surfaces/surfaces.ts';
