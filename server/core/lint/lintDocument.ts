import {
  contains,
  type Diagnostic,
  type Fix,
  type Problem,
  type Severity,
  severities,
  type TextEdit,
  type TextRange,
} from '../base/text.ts';
import type { Document, Rule, RuleContext, Target, WorkspaceView } from '../model.ts';
import { propertiesOf } from '../syntax/node.ts';
import { breakOf, type Parsed } from '../syntax/syntax.ts';
import { editorFor } from '../workspace/editor.ts';
import { aroundInline } from '../workspace/embedding.ts';
import { parse } from '../workspace/parse.ts';
import { schemaProblemsIn, schemaProblemsOf } from '../workspace/schemaProblems.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ActiveRule, ActiveRules } from './activeRules.ts';
import { severityOn } from './severity.ts';
import { viewOf } from './workspaceView.ts';

interface Surroundings {
  readonly workspace: Workspace;
  /** Called when a rule throws; the other rules still run. Without it, the error propagates. */
  readonly report?: ((rule: string, error: unknown) => void) | undefined;
}

/** Runs the rules of one scope over one document and its inline content. Reads from the workspace are recorded in `reads`. */
export function lintDocument(
  document: Document,
  { workspace, report }: Surroundings,
  active: ActiveRules,
  scope: Rule['scope'],
  reads: Set<string>,
): Diagnostic[] {
  const { target } = active.settings;
  const parsed = parse(document);
  const view = viewOf(workspace, reads);
  // If a text cannot be parsed, the result of an edit is unpredictable, so only the syntax error gets fixes. An unreadable
  // embedded value does not affect what is outside of it.
  const isBroken = breakOf(parsed) !== undefined;
  const unread = unreadValues(parsed);
  const isInUnread = (edit: TextEdit): boolean =>
    (edit.uri ?? document.uri) === document.uri && unread.some((range) => contains(range, edit.range));
  const isPredictable = ({ edits }: Fix): boolean => (isBroken ? edits.length === 0 : !edits.some(isInUnread));
  const diagnostics: Diagnostic[] = [];
  const run = ({ rule, level }: ActiveRule, context: RuleContext): void => {
    const { id, builtin, tags } = rule;
    try {
      for (const { appliesTo = rule, ...problem } of rule.check(context)) {
        const severity = severityOn(target.hosts, severityOf(problem, rule, context.document), appliesTo);
        if (!severity) continue;
        const { fixes, ...found } = problem;
        if (builtin !== 'syntax' && unread.some((range) => contains(range, found.range))) continue;
        const usable = builtin === 'syntax' ? fixes : fixes?.filter(isPredictable);
        diagnostics.push({
          ...found,
          ...(usable?.length && { fixes: usable }),
          severity: level ?? severity,
          rule: id,
          ...(builtin && { builtin }),
          ...(tags && { tags }),
          uri: document.uri,
        });
      }
    } catch (error) {
      if (!report) throw error;
      report(id, error);
    }
  };
  const context = contextOf(document, document, target, view);
  for (const rule of active.of(document.kind, document.kind)[scope]) run(rule, context);
  for (const content of document.kind.embedded?.(document) ?? []) {
    if (content.inline?.embed.isUnread) continue;
    const inside = contextOf(content, document, target, view);
    for (const rule of active.of(content.kind, document.kind)[scope]) run(rule, inside);
  }
  return diagnostics;
}

/** Returns what rules see of a document, or of content that `file` contains inline. */
function contextOf(document: Document, file: Document, target: Target, workspace: WorkspaceView): RuleContext {
  const parsed = parse(document);
  const { inline, kind } = document;
  return {
    document,
    parsed,
    root: parsed.root && (kind.view?.(parsed.root) ?? parsed.root),
    target,
    workspace: aroundInline(document, workspace),
    edit: editorFor(file),
    ...(inline?.embed.consequence && { consequence: inline.embed.consequence }),
    schemaProblems: () => (inline ? schemaProblemsIn(file, inline.root.range) : schemaProblemsOf(file)),
  };
}

/** Returns the severity of a problem, or of its rule, but at most what is allowed for inline content there. */
function severityOf(problem: Problem, rule: Rule, { inline }: Document): Severity {
  const severity = problem.severity ?? rule.severity;
  const most = inline?.embed.atMost?.[rule.id];
  return most && severities.indexOf(severity) < severities.indexOf(most) ? most : severity;
}

/** Returns the ranges of values whose embedded text cannot be parsed; their content is not checked. */
function unreadValues({ root, problems }: Parsed): TextRange[] {
  if (!problems.some(({ kind }) => kind === 'broken-value')) return [];
  return propertiesOf(root).flatMap(({ valueNode }) => (valueNode?.embedded?.isBroken ? valueNode.range : []));
}
