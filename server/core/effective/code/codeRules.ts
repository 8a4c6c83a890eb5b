import type { Candidate } from '../candidates.ts';
import type { Decider } from '../connectors.ts';
import type { Context } from '../context.ts';
import { linesOf, type Matched, type ToolDecision, weaker } from '../decide.ts';
import type { Step } from '../model.ts';
import * as noteTexts from '../noteTexts.ts';
import { stepTexts } from '../stepTexts.ts';
import { codeSettingsOf } from './managedSettings.ts';
import { readPermissions } from './permissions.ts';

/** What Claude Code's own managed settings change of what tools may do in Code. */
export interface CodeRules {
  /** Returns the verdict about a built-in tool, from that of the policy. */
  ofBuiltin(name: string, decision: ToolDecision): ToolDecision;
  /** Returns the tools and wildcards that its rules name for a server. */
  namedFor(server: Candidate): readonly string[];
  /** Returns what decides about the tools of a server, from what decides of the policy. */
  deciderOf(server: Candidate, ofPolicy: Decider): Decider;
}

const nothing: Matched = { wild: [] };

/** Reads what Claude Code's own managed settings say about tools; undefined if they are not given. */
export function readCodeRules({ input }: Context): CodeRules | undefined {
  const settings = codeSettingsOf(input);
  if (!settings) return undefined;
  const permissions = readPermissions(settings);
  return {
    ofBuiltin(name, decision) {
      const isDoubtful = settings.voidsPolicy && decision.rule.kind === 'builtinToolPolicy';
      return permissions.ofBuiltin(name, isDoubtful ? doubted(decision) : decision);
    },
    namedFor: permissions.namedFor,
    deciderOf: (server, ofPolicy) => (matched, fallback, tool) => {
      const decision = settings.voidsPolicy
        ? withVoid(ofPolicy(nothing, fallback, tool), matched)
        : ofPolicy(matched, fallback, tool);
      return permissions.ofServer(server, tool?.name, decision);
    },
  };
}

/** The rules of the policy do not reach Code. Source: the page on Code; that rules for tools are among them is our reading. */
function withVoid(decision: ToolDecision, matched: Matched): ToolDecision {
  const lines = linesOf(matched);
  if (lines.length === 0) return decision;
  const unreached = lines.map(
    ({ key, permission, certainty, origin }): Step => ({
      text: `${key}: ${permission}`,
      outcome: 'does-not-apply',
      why: stepTexts.voidInCode,
      certainty,
      origin,
    }),
  );
  return { ...decision, certainty: weaker(decision.certainty, 'reading'), steps: [...decision.steps, ...unreached] };
}

/** Whether `builtinToolPolicy` is among what Code does not get is not documented. */
const doubted = (decision: ToolDecision): ToolDecision => ({
  ...decision,
  certainty: 'unknown',
  steps: decision.steps.map((step) =>
    step.outcome === 'decides' ? { ...step, why: stepTexts.perhapsVoidInCode, certainty: 'unknown' } : step,
  ),
});

/** Notes that rules which ask or block do not reach Code, and settings that cannot be parsed. */
export function noteVoidRules(context: Context, candidates: readonly Candidate[]): void {
  const settings = codeSettingsOf(context.input);
  if (!settings || !context.input.surfaces.includes('code')) return;
  const { uri, root } = settings;
  const broken = context.input.claudeCode?.settings?.broken;
  if (broken) context.note(noteTexts.codeSettingsBroken, 'documented', { uri, range: broken });
  if (!settings.voidsPolicy || !root) return;
  const isLost = candidates.some(({ policy }) =>
    [...policy.exact.values(), ...policy.wild].some(({ permission }) => permission !== 'allow'),
  );
  if (isLost) context.note(noteTexts.rulesVoidInCode, 'reading', { uri, range: root.range });
}
