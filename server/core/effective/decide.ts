import type { Certainty } from '../base/text.ts';
import { WildcardIndex } from '../policy/wildcardIndex.ts';
import type { EffectiveTool, Step, Surface, ToolState } from './model.ts';
import { stepTexts } from './stepTexts.ts';
import { type PolicyLine, rank, type ToolPolicy } from './toolPolicy.ts';

/** The lines that match a tool; wildcards strictest first. */
export interface Matched {
  readonly exact?: PolicyLine | undefined;
  readonly wild: readonly PolicyLine[];
}

/** What differs between servers and versions. */
export interface Circumstances {
  readonly surface: Surface;
  /** From 1.24012.0 on, an exact entry takes precedence over a bare blocked `*` in Code. */
  readonly exactBeatsBlockedAll: boolean;
  /** The certainty of the server itself: lower for a plugin server in Chat, for example. */
  readonly certainty: Certainty;
}

export type ToolDecision = Omit<EffectiveTool, 'name'>;

interface Choice {
  readonly winner: PolicyLine;
  readonly why: string;
  readonly overruled: string;
  readonly certainty?: Certainty;
}

const none: readonly PolicyLine[] = [];
const weight: readonly Certainty[] = ['documented', 'validator', 'third-party', 'reading', 'unknown'];
export const weaker = (a: Certainty, b: Certainty): Certainty => (weight.indexOf(a) >= weight.indexOf(b) ? a : b);

/** Returns the lines of a policy that match each of `tools`. */
export function matchAll<T extends { readonly name: string }>(
  policy: ToolPolicy,
  tools: readonly T[],
): Map<T, Matched> {
  const wild = new Map<T, PolicyLine[]>();
  if (policy.wild.length > 0) {
    const index = new WildcardIndex(tools, ({ name }) => name);
    for (const line of policy.wild) {
      for (const tool of index.matching(line.key)) {
        const lines = wild.get(tool);
        if (lines) lines.push(line);
        else wild.set(tool, [line]);
      }
    }
  }
  return new Map(tools.map((tool) => [tool, { exact: policy.exact.get(tool.name), wild: wild.get(tool) ?? none }]));
}

/** Returns the lines that match an unlisted tool: a bare `*` does, other wildcards may or may not. */
export const matchUnlisted = (policy: ToolPolicy): Matched => ({ wild: policy.wild.filter(({ key }) => key === '*') });

/** Cowork: an exact entry, otherwise the strictest wildcard. Source: configuration reference; which view applies here is our reading. */
function chooseCowork({ exact, wild }: Matched): Choice | undefined {
  if (!exact) return strictest(wild);
  const asks = exact.permission === 'allow' && wild.some(({ permission }) => permission === 'ask');
  const overruled = stepTexts.exactWins('cowork');
  return { winner: exact, why: stepTexts.exact, overruled, certainty: asks ? 'reading' : 'documented' };
}

/**
 * Code: as in Cowork, but a stricter ask wildcard, or a stricter blocked one other than the bare `*`, takes precedence over an
 * exact entry.
 */
function chooseCode({ exact, wild }: Matched, { exactBeatsBlockedAll }: Circumstances): Choice | undefined {
  if (!exact) return strictest(wild);
  const stricter = wild.find(
    ({ key, permission }) =>
      rank[permission] > rank[exact.permission] && (permission === 'ask' || key !== '*' || !exactBeatsBlockedAll),
  );
  if (!stricter) return { winner: exact, why: stepTexts.exact, overruled: stepTexts.exactWins('code') };
  const isBare = stricter.key === '*' && stricter.permission === 'blocked';
  const why = isBare ? stepTexts.codeBlocksAll : stepTexts.codeWildcard;
  return { winner: stricter, why, overruled: why };
}

/** Chat: as in Cowork, but when Chat asks for approval, a matching ask wildcard takes precedence over an exact allow. */
function chooseChat({ exact, wild }: Matched): Choice | undefined {
  if (!exact) return strictest(wild);
  const asks = exact.permission === 'allow' ? wild.find(({ permission }) => permission === 'ask') : undefined;
  if (asks) return { winner: asks, why: stepTexts.chatAsk, overruled: stepTexts.chatAsk };
  return { winner: exact, why: stepTexts.exact, overruled: stepTexts.exactWins('chat') };
}

function strictest(wild: readonly PolicyLine[]): Choice | undefined {
  const winner = wild[0];
  if (!winner) return undefined;
  return { winner, why: wild.length > 1 ? stepTexts.strictest : stepTexts.onlyWildcard, overruled: stepTexts.looser };
}

const choosers: Readonly<Record<Surface, (matched: Matched, at: Circumstances) => Choice | undefined>> = {
  cowork: chooseCowork,
  code: chooseCode,
  chat: chooseChat,
};

/** What overrides an `allow`: the resulting verdict, whose first step decides, and whether an exact entry or a bare `*` lifts it. */
export interface Hold {
  readonly verdict: ToolDecision;
  readonly canBeLifted: boolean;
}

/** Whether an exact entry or a bare `*` matches a tool, not only a partial wildcard. */
export const isPlain = ({ exact, wild }: Matched): boolean =>
  exact !== undefined || wild.some(({ key }) => key === '*');

/** Step 4: decides what a tool of an active server may do, and why. `fallback` is the verdict if no line matches it. */
export function decide(matched: Matched, at: Circumstances, fallback: ToolDecision, hold?: Hold): ToolDecision {
  const choice = choosers[at.surface](matched, at);
  if (!choice) return fallback;
  const { winner } = choice;
  if (hold && winner.permission === 'allow' && !(hold.canBeLifted && isPlain(matched))) {
    const { verdict } = hold;
    const why = verdict.steps[0]?.why ?? choice.overruled;
    const lines = [winner, ...losers(matched, winner)].map((line) => stepOf(line, 'overruled', why));
    return { ...verdict, steps: [...verdict.steps, ...lines] };
  }
  const steps = stepsOf(matched, choice, at.surface);
  const certainty = weaker(weaker(winner.certainty, choice.certainty ?? 'documented'), at.certainty);
  const isForwarded = at.surface !== 'code' || winner.permission !== 'allow';
  const state: ToolState = isForwarded ? winner.permission : 'cc-prompt';
  return { state, rule: winner.rule, certainty, origin: winner.origin, steps };
}

/** Returns all lines that match a tool. */
export const linesOf = ({ exact, wild }: Matched): readonly PolicyLine[] => (exact ? [exact, ...wild] : wild);

const losers = (matched: Matched, winner: PolicyLine): readonly PolicyLine[] =>
  linesOf(matched).filter((line) => line !== winner);

function stepsOf(matched: Matched, { winner, why, overruled }: Choice, surface: Surface): Step[] {
  const isWithheld = surface === 'code' && winner.permission === 'allow';
  const decides = isWithheld ? `${why}. ${stepTexts.notForwarded}` : why;
  return [
    stepOf(winner, 'decides', decides),
    ...losers(matched, winner).map((line) => stepOf(line, 'overruled', overruled)),
  ];
}

const stepOf = (line: PolicyLine, outcome: Step['outcome'], why: string): Step => ({
  text: `${line.key}: ${line.permission}`,
  outcome,
  why,
  certainty: line.certainty,
  origin: line.origin,
});
