import type { Certainty } from '../base/text.ts';
import { noRule } from '../vocabulary/rules.ts';
import type { BuiltinLine } from './builtinPolicy.ts';
import type { Candidate } from './candidates.ts';
import type { CodeRules } from './code/codeRules.ts';
import { connectorDecider, type Decider } from './connectors.ts';
import type { Context } from './context.ts';
import { type Circumstances, decide, type Matched, matchAll, matchUnlisted, type ToolDecision } from './decide.ts';
import type { KnownTool } from './input.ts';
import type { EffectiveServer, EffectiveTool, Surface } from './model.ts';
import * as noteTexts from './noteTexts.ts';
import { stepTexts } from './stepTexts.ts';

/** A known tool with the lines that match it, which are the same on every surface. */
interface ToolMatch {
  readonly tool: KnownTool;
  readonly matched: Matched;
}

/** The tools of one server, matched once for all surfaces. */
export interface ServerTools {
  readonly unlisted: Matched;
  readonly tools: readonly ToolMatch[];
}

/**
 * Returns known tools in their given order, then those that only the policy names, then its wildcards. Without a row, a
 * wildcard would be invisible as long as the server's tools are unknown. A name that contains `*` is matched by the patterns
 * that cover everything it matches.
 * @param named tools and wildcards that Claude Code's own rules name.
 */
export function matchTools(context: Context, candidate: Candidate, named: readonly string[]): ServerTools {
  const { name, policy } = candidate;
  const tools = new Map<string, KnownTool>();
  for (const tool of context.input.tools.get(name) ?? []) if (!tools.has(tool.name)) tools.set(tool.name, tool);
  for (const key of [...policy.exact.keys(), ...policy.patterns, ...named])
    if (!tools.has(key)) tools.set(key, { name: key });
  const matched = matchAll(policy, [...tools.values()]);
  return { unlisted: matchUnlisted(policy), tools: [...matched].map(([tool, lines]) => ({ tool, matched: lines })) };
}

/**
 * Step 4 for a whole server on one surface.
 * @param search the line that removes the built-in web search.
 * @param code what Claude Code's own managed settings say about tools, in Code.
 */
export function decideTools(
  context: Context,
  candidate: Candidate,
  { tools, unlisted }: ServerTools,
  surface: Surface,
  certainty: Certainty,
  search: BuiltinLine | undefined,
  code: CodeRules | undefined,
): Pick<EffectiveServer, 'unlisted' | 'tools'> {
  const at: Circumstances = {
    surface,
    certainty,
    exactBeatsBlockedAll: exactBeatsBlockedAll(context, candidate, surface),
  };
  const fallback = fallbacks(candidate, surface, certainty);
  const ofPolicy: Decider = candidate.builtIn
    ? connectorDecider(candidate.builtIn, at, search)
    : (lines, verdict) => decide(lines, at, verdict);
  const verdictOf = code ? code.deciderOf(candidate, ofPolicy) : ofPolicy;
  const decided = tools.map(({ tool, matched }): EffectiveTool => {
    const verdict = verdictOf(matched, fallback(tool), tool);
    if (surface === 'cowork' && verdict.certainty === 'reading' && verdict.state === 'allow')
      noteApproval(context, tool, matched);
    return { name: tool.name, ...verdict };
  });
  const { state, rule, certainty: doubt, origin } = verdictOf(unlisted, fallback(undefined), undefined);
  return { tools: decided, unlisted: { state, rule, certainty: doubt, origin } };
}

/** Returns whether an exact entry takes precedence over a bare blocked `*` in Code; if that changes in a newer version, adds a note. */
function exactBeatsBlockedAll(context: Context, { policy }: Candidate, surface: Surface): boolean {
  const all = policy.wild.find(({ key, permission }) => key === '*' && permission === 'blocked');
  const matters = surface === 'code' && all !== undefined && policy.exact.size > 0;
  return context.since('1.24012.0', matters ? noteTexts.exactUnderBlockedAll : undefined, all?.origin);
}

function noteApproval(context: Context, { name }: KnownTool, { exact, wild }: Matched): void {
  const asks = wild.some(({ permission }) => permission === 'ask');
  if (exact && asks) context.note(noteTexts.approvalStillAsks(name), 'documented', exact.origin);
}

/** Returns the verdict of tools that no line matches; one shared object per type, since there may be thousands of tools. */
function fallbacks(
  candidate: Candidate,
  surface: Surface,
  certainty: Certainty,
): (tool: KnownTool | undefined) => ToolDecision {
  const state = surface === 'code' ? 'cc-prompt' : 'user';
  const verdict = (why: string): ToolDecision => {
    const step = { text: 'No entry', outcome: 'decides', why, certainty, origin: null } as const;
    return { state, rule: noRule, certainty, origin: null, steps: [step] };
  };
  const hasPolicy = candidate.layer === 'managed' || candidate.layer === 'plugin';
  const plain = verdict(
    surface === 'code' ? stepTexts.codeDecides : hasPolicy ? stepTexts.userDecides : stepTexts.noRules,
  );
  if (surface === 'code') return () => plain;
  const [readOnly, modifying] = [verdict(stepTexts.readOnly), verdict(stepTexts.modifying)];
  return (tool) => (tool?.readOnly === true ? readOnly : tool?.destructive === true ? modifying : plain);
}
