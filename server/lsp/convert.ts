import {
  type CodeAction,
  CodeActionKind,
  type Color,
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentFilter,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Hover,
  InsertTextFormat,
  type Location,
  type LocationLink,
  type Diagnostic as LspDiagnostic,
  MarkupKind,
  type Position,
  type Range,
  type SelectionRange,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensLegend,
  SymbolKind,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import {
  type Color as CoreColor,
  type CompletionItem as CoreCompletion,
  type Hover as CoreHover,
  type Location as CoreLocation,
  type DocumentSymbol as CoreSymbol,
  type WorkspaceSymbol as CoreWorkspaceSymbol,
  type Decoration,
  type DecorationModifier,
  type Diagnostic,
  type Document,
  type DocumentKind,
  derived,
  type FileOperation,
  type Fix,
  type Fold,
  Lines,
  mask,
  plainText,
  type Severity,
  type SymbolType,
  type Tag,
  type TextRange,
} from '../core/index.ts';
import type { Place } from '../protocol.ts';
import type { Client } from './client.ts';

/** The conversion between the core's types and the protocol's. No other file but convertLens.ts knows both. */

/** Returns the lines of a document, computed once. */
export const linesOf = derived((document: Document) => new Lines(document.text));

/** What conversion needs from the session: texts by URI, the client's spelling of URIs, versions of open texts. */
export interface Texts {
  lines(uri: string): Lines;
  spelling(uri: string): string;
  version(uri: string): number | null;
}

export const toRange = (lines: Lines, { start, end }: TextRange): Range => ({
  start: lines.positionAt(start),
  end: lines.positionAt(end),
});

export const toOffsets = (lines: Lines, { start, end }: Range): TextRange => ({
  start: lines.offsetAt(start),
  end: lines.offsetAt(end),
});

export const toOffset = (lines: Lines, position: Position): number => lines.offsetAt(position);

export function toPlace(texts: Texts, uri: string, range: TextRange): Place {
  const { start, end } = toRange(texts.lines(uri), range);
  return {
    uri: texts.spelling(uri),
    line: start.line,
    character: start.character,
    endLine: end.line,
    endCharacter: end.character,
  };
}

const severityOf: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const diagnosticTags: Record<Tag, DiagnosticTag> = {
  deprecated: DiagnosticTag.Deprecated,
  unnecessary: DiagnosticTag.Unnecessary,
};

export function toDiagnostic(diagnostic: Diagnostic, texts: Texts, rulePage?: string): LspDiagnostic {
  const { uri, range, message, rule, severity, tags, related } = diagnostic;
  return {
    range: toRange(texts.lines(uri), range),
    message: mask(message),
    severity: severityOf[severity],
    source: 'plugboard',
    code: rule,
    ...(rulePage !== undefined && { codeDescription: { href: rulePage } }),
    ...(tags && { tags: tags.map((tag) => diagnosticTags[tag]) }),
    ...(related && {
      relatedInformation: related.map((place) => ({
        location: { uri: texts.spelling(place.uri), range: toRange(texts.lines(place.uri), place.range()) },
        message: mask(place.message),
      })),
    }),
  };
}

/**
 * Converts the edits of `fixes` for a problem in `uri` to the protocol.
 * @returns undefined if the client does not support them.
 */
export function toWorkspaceEdit(
  uri: string,
  fixes: readonly Fix[],
  texts: Texts,
  client: Client,
): WorkspaceEdit | undefined {
  const byFile = new Map<string, { range: Range; newText: string }[]>();
  for (const edit of fixes.flatMap(({ edits }) => edits)) {
    const target = edit.uri ?? uri;
    const edits = byFile.get(target) ?? [];
    edits.push({ range: toRange(texts.lines(target), edit.range), newText: edit.newText });
    byFile.set(target, edits);
  }
  const operations = fixes.flatMap(({ files }) => files ?? []);
  if (!client.documentChanges) {
    if (operations.length > 0) return undefined;
    return { changes: Object.fromEntries([...byFile].map(([file, edits]) => [texts.spelling(file), edits])) };
  }
  if (operations.some(({ kind }) => !(kind === 'rename' ? client.renames : client.creates))) return undefined;
  const textChanges = [...byFile].map(([file, edits]) => ({
    textDocument: { uri: texts.spelling(file), version: texts.version(file) },
    edits,
  }));
  // Texts are edited under their old names: renames come last.
  return { documentChanges: [...textChanges, ...operations.flatMap((operation) => toOperation(operation, texts))] };
}

function toOperation(operation: FileOperation, texts: Texts): NonNullable<WorkspaceEdit['documentChanges']> {
  if (operation.kind === 'rename') {
    return [{ kind: 'rename', oldUri: texts.spelling(operation.from), newUri: operation.to }];
  }
  const start = { line: 0, character: 0 };
  const edits = [{ range: { start, end: start }, newText: operation.text }];
  return [
    { kind: 'create', uri: operation.uri },
    { textDocument: { uri: operation.uri, version: null }, edits },
  ];
}

export const toQuickFix = (
  fix: Fix,
  edit: WorkspaceEdit,
  cures: LspDiagnostic | undefined,
  only: boolean,
): CodeAction => ({
  title: mask(fix.title),
  kind: CodeActionKind.QuickFix,
  edit,
  ...(cures && { diagnostics: [cures] }),
  ...(only && { isPreferred: true }),
});

const completionKinds: Record<CoreCompletion['kind'], CompletionItemKind> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  variable: CompletionItemKind.Variable,
};

export function toCompletionItem(item: CoreCompletion, lines: Lines, client: Client): CompletionItem {
  const newText = client.snippets ? item.insertText : plainText(item.insertText);
  return {
    label: item.label,
    kind: completionKinds[item.kind],
    textEdit: { range: toRange(lines, item.range), newText },
    insertTextFormat: client.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    filterText: item.filterText,
    sortText: item.sortText,
    ...(item.detail && { detail: item.detail }),
    ...(item.documentation && { documentation: { kind: MarkupKind.Markdown, value: item.documentation } }),
    ...(item.deprecated && { tags: [CompletionItemTag.Deprecated] }),
  };
}

export const toHover = ({ range, markdown }: CoreHover, lines: Lines): Hover => ({
  contents: { kind: MarkupKind.Markdown, value: markdown },
  range: toRange(lines, range),
});

const symbolKinds: Record<CoreSymbol['kind'], SymbolKind> = {
  object: SymbolKind.Module,
  array: SymbolKind.Array,
  string: SymbolKind.String,
  number: SymbolKind.Number,
  boolean: SymbolKind.Boolean,
  null: SymbolKind.Null,
};

export const toSymbol = (symbol: CoreSymbol, lines: Lines): DocumentSymbol => ({
  name: symbol.name,
  kind: symbolKinds[symbol.kind],
  range: toRange(lines, symbol.range),
  selectionRange: toRange(lines, symbol.selection),
  ...(symbol.detail !== undefined && { detail: symbol.detail }),
  children: symbol.children.map((child) => toSymbol(child, lines)),
});

export const toLocation = ({ uri, range }: CoreLocation, texts: Texts): Location => ({
  uri: texts.spelling(uri),
  range: toRange(texts.lines(uri), range),
});

export function toLocationLink(target: CoreLocation, origin: Range, texts: Texts): LocationLink {
  const { uri, range } = toLocation(target, texts);
  return { originSelectionRange: origin, targetUri: uri, targetRange: range, targetSelectionRange: range };
}

const thingKinds: Record<SymbolType, SymbolKind> = {
  server: SymbolKind.Interface,
  tool: SymbolKind.Method,
  agent: SymbolKind.Class,
  skill: SymbolKind.Function,
  command: SymbolKind.Function,
  plugin: SymbolKind.Package,
  option: SymbolKind.Variable,
  file: SymbolKind.File,
};

export const toWorkspaceSymbol = (symbol: CoreWorkspaceSymbol, texts: Texts): WorkspaceSymbol => ({
  name: symbol.name,
  kind: thingKinds[symbol.symbolType],
  containerName: symbol.plugin === undefined ? symbol.symbolType : `${symbol.symbolType} of ${symbol.plugin}`,
  location: toLocation(symbol, texts),
});

/** Returns the selector for files of some kinds. */
export const toSelector = (kinds: readonly DocumentKind[]): DocumentFilter[] =>
  [...new Set(kinds.flatMap(({ files }) => files))].map((pattern) => ({ scheme: 'file', pattern }));

/** In the protocol, components of a colour are from 0 to 1. */
export const toColor = ({ red, green, blue }: CoreColor): Color => ({
  red: red / 255,
  green: green / 255,
  blue: blue / 255,
  alpha: 1,
});

export const fromColor = ({ red, green, blue }: Color): CoreColor => {
  const part = (share: number) => Math.round(Math.max(0, Math.min(1, share)) * 255);
  return { red: part(red), green: part(green), blue: part(blue) };
};

const marks: readonly DecorationModifier[] = ['ignored', 'deprecated'];
const tokenTypes = ['property', 'variable', 'parameter', 'string'] satisfies Decoration['type'][];
/** The types are the protocol's; `ignored` is declared in `package.json`. */
export const tokenLegend: SemanticTokensLegend = { tokenTypes, tokenModifiers: [...marks] };

/** Tokens are short: one that spans lines is left out, since the protocol does not allow it. */
export function toSemanticTokens(marked: readonly Decoration[], lines: Lines): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const token of marked) {
    const { start, end } = toRange(lines, token.range);
    const modifiers = token.modifiers.reduce((bits, mark) => bits | (1 << marks.indexOf(mark)), 0);
    const type = tokenTypes.indexOf(token.type ?? 'property');
    if (start.line === end.line)
      builder.push(start.line, start.character, end.character - start.character, type, modifiers);
  }
  return builder.build();
}

export function toFoldingRange({ range, kind }: Fold, lines: Lines): FoldingRange {
  const { start, end } = toRange(lines, range);
  return { startLine: start.line, endLine: end.line, ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }) };
}

/** Converts ranges, the innermost first; the last one is the whole file. */
export function toSelectionRange(ranges: readonly TextRange[], lines: Lines): SelectionRange {
  const whole: SelectionRange = { range: toRange(lines, { start: 0, end: lines.text.length }) };
  return ranges.slice(0, -1).reduceRight((parent, range) => ({ range: toRange(lines, range), parent }), whole);
}
