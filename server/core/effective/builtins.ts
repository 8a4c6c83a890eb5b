import type { Certainty } from '../base/text.ts';
import { countsCalls } from '../policy/builtinRuleForm.ts';
import { type BuiltinTool, builtinTools } from '../policy/builtinTools.ts';
import type { BuiltinLine, BuiltinPolicy, CallRule } from './builtinPolicy.ts';
import { type Presence, presenceOf } from './builtinPresence.ts';
import type { CodeRules } from './code/codeRules.ts';
import type { Context } from './context.ts';
import { weaker } from './decide.ts';
import type { EffectiveTool, Step, Surface, ToolState } from './model.ts';
import type { Settings } from './settings.ts';
import { stepTexts } from './stepTexts.ts';

/** Step 1: returns all known built-in tools on one surface. `searchServer` is the managed server that provides the built-in web search. */
export function builtinsOn(
  surface: Surface,
  context: Context,
  settings: Settings,
  policy: BuiltinPolicy,
  searchServer: string | undefined,
  code: CodeRules | undefined,
): EffectiveTool[] {
  const counts = countsCalls(surface, settings.boolean('requireCoworkFullVmSandbox'));
  return builtinTools.map((tool) => {
    const calls = (policy.calls.get(tool.name) ?? []).flatMap((rule) => callStep(rule, counts));
    const gone =
      tool.name === 'WebSearch' && searchServer !== undefined
        ? stepTexts.blocksServer(searchServer)
        : stepTexts.alreadyGone;
    const decided = decideBuiltin(tool, presenceOf(tool, surface, context, settings), policy, calls, gone);
    return code ? { name: tool.name, ...code.ofBuiltin(tool.name, decided) } : decided;
  });
}

/** @param gone the outcome of a line that removes a tool which does not exist anyway. */
function decideBuiltin(
  { name }: BuiltinTool,
  presence: Presence,
  policy: BuiltinPolicy,
  calls: readonly Step[],
  gone: string,
): EffectiveTool {
  const removes = policy.removes(name);
  const approves = policy.approves(name);
  if (presence.state !== 'allow') {
    const { state, rule, certainty, why } = presence;
    const steps = [plainStep(state, why, certainty)];
    if (removes) steps.push(stepOf(removes, 'overruled', gone));
    if (approves) steps.push(stepOf(approves, 'overruled', stepTexts.alreadyGone));
    return { name, state, rule, certainty, origin: null, steps };
  }
  if (removes) {
    const steps = [stepOf(removes, 'decides', removes.why)];
    if (approves) steps.push({ ...stepOf(approves, 'overruled', stepTexts.alreadyGone), certainty: 'reading' });
    // That a removed tool stays removed even if a policy names it is likely, but not documented.
    const certainty = approves ? weaker(removes.certainty, 'reading') : removes.certainty;
    return { name, state: 'removed', rule: removes.rule, certainty, origin: removes.origin, steps };
  }
  if (approves) {
    const { state, rule, origin } = approves;
    // Whether the tool exists may be less certain than the effect of the line.
    const certainty = weaker(approves.certainty, presence.certainty);
    return { name, state, rule, certainty, origin, steps: [stepOf(approves, 'decides', approves.why), ...calls] };
  }
  const { state, rule, certainty, why } = presence;
  return { name, state, rule, certainty, origin: null, steps: [plainStep(state, why, certainty), ...calls] };
}

/** A rule for some calls applies only where that is known, and is listed as not applying only where that is known. */
function callStep({ text, origin }: CallRule, counts: ReturnType<typeof countsCalls>): Step[] {
  if (counts === 'unknown') return [];
  const outcome = counts ? 'some-calls' : 'does-not-apply';
  return [
    { text, outcome, why: counts ? stepTexts.argument : stepTexts.bareNamesOnly, certainty: 'third-party', origin },
  ];
}

const stepOf = ({ text, certainty, origin }: BuiltinLine, outcome: Step['outcome'], why: string): Step => ({
  text,
  outcome,
  why,
  certainty,
  origin,
});
const plainStep = (state: ToolState, why: string, certainty: Certainty): Step => ({
  text: why,
  outcome: 'decides',
  why: state === 'allow' ? 'No policy names it' : 'Nothing in a policy changes this',
  certainty,
  origin: null,
});
