import { natureOf } from '../policy/connectorTools.ts';
import { noRule } from '../vocabulary/rules.ts';
import type { BuiltinLine } from './builtinPolicy.ts';
import type { BuiltIn } from './candidates.ts';
import { type Circumstances, decide, isPlain, linesOf, type Matched, type ToolDecision, weaker } from './decide.ts';
import type { KnownTool } from './input.ts';
import type { Step } from './model.ts';
import { stepTexts } from './stepTexts.ts';

/** Decides what a tool of one server may do; without a tool: an unlisted one. */
export type Decider = (matched: Matched, fallback: ToolDecision, tool: KnownTool | undefined) => ToolDecision;

/**
 * Step 4 for a server that is built into the app: irreversible tools always ask; tools that write ask unless an exact entry or
 * a bare `*` allows them (third-party); and some do not exist at all.
 * Source: https://claude.com/docs/third-party/claude-desktop/built-in-connectors
 * @param search the line that removes the built-in web search.
 */
export function connectorDecider(
  { server, readOnly }: BuiltIn,
  at: Circumstances,
  search: BuiltinLine | undefined,
): Decider {
  if (server === 'websearch') {
    if (!search) return (matched, fallback) => decide(matched, at, fallback);
    return (matched) => {
      const { rule, certainty, origin, text } = search;
      const step = { text, outcome: 'decides', why: stepTexts.searchBlocked, certainty, origin } as const;
      return {
        state: 'blocked',
        rule,
        certainty,
        origin,
        steps: [step, ...overruled(matched, stepTexts.searchBlocked)],
      };
    };
  }
  return (matched, fallback, tool) => {
    const { nature, certainty } = tool ? natureOf(server, tool) : unknown;
    if (nature === 'reads')
      return decide(matched, at, { ...fallback, certainty: weaker(fallback.certainty, certainty) });
    if (nature === 'unknown') return readOnly ? decide(matched, at, fallback) : decideUnknown(matched, at, fallback);
    if (readOnly) {
      const step = {
        text: 'readOnly: true',
        outcome: 'decides',
        why: stepTexts.noWriteTools,
        certainty,
        origin: readOnly,
      } as const;
      const steps = [step, ...overruled(matched, stepTexts.alreadyGone)];
      return { state: 'removed', rule: { kind: 'readOnly' }, certainty, origin: readOnly, steps };
    }
    const isIrreversible = nature === 'irreversible';
    // That Code honours this prompt, as it honours one from a policy, is not documented.
    const doubt = at.surface === 'code' ? weaker(certainty, 'reading') : certainty;
    const verdict = asks(
      isIrreversible ? `${names[server]} floor: ask` : 'Built-in server: ask',
      isIrreversible ? stepTexts.floor : stepTexts.connectorWrites,
      isIrreversible ? { kind: 'floor', server } : noRule,
      doubt,
    );
    const withoutRule = asks('No entry: ask', stepTexts.connectorWrites, noRule, doubt);
    return decide(matched, at, withoutRule, { verdict, canBeLifted: !isIrreversible });
  };
}

const names = { microsoft365: 'Microsoft 365', github: 'GitHub' } as const;
const unknown = { nature: 'unknown', certainty: 'unknown' } as const;

/** If it is unknown whether a tool writes: a tool that does asks unless an exact entry or a bare `*` allows it. */
function decideUnknown(matched: Matched, at: Circumstances, fallback: ToolDecision): ToolDecision {
  const [step] = fallback.steps;
  const steps = step ? [{ ...step, why: stepTexts.connectorUnknown, certainty: 'unknown' as const }] : [];
  const decision = decide(matched, at, { ...fallback, certainty: 'unknown', steps });
  const isFree = decision.state === 'allow' || decision.state === 'cc-prompt';
  return isFree && !isPlain(matched) ? { ...decision, certainty: 'unknown' } : decision;
}

function asks(
  text: string,
  why: string,
  rule: ToolDecision['rule'],
  certainty: ToolDecision['certainty'],
): ToolDecision {
  const step = { text, outcome: 'decides', why, certainty, origin: null } as const;
  return { state: 'ask', rule, certainty, origin: null, steps: [step] };
}

const overruled = (matched: Matched, why: string): Step[] =>
  linesOf(matched).map(({ key, permission, certainty, origin }) => ({
    text: `${key}: ${permission}`,
    outcome: 'overruled',
    why,
    certainty,
    origin,
  }));
