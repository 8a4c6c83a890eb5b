import type { Certainty } from '../base/text.ts';
import { type BuiltinTool, builtinTools } from '../policy/builtinTools.ts';
import { noRule } from '../vocabulary/rules.ts';
import type { BuiltinLine, BuiltinPolicy } from './builtinPolicy.ts';
import type { Context } from './context.ts';
import { weaker } from './decide.ts';
import type { EffectiveTool, Step, Surface, ToolRule, ToolState } from './model.ts';
import * as say from './noteTexts.ts';
import { because } from './sentences.ts';
import type { Settings } from './settings.ts';

/** What a policy cannot change about a tool: there or not, and how sure that is. */
interface Presence {
  readonly state: 'allow' | 'removed' | 'absent';
  readonly rule: ToolRule;
  readonly why: string;
  readonly certainty: Certainty;
}

/** Step 1: every known built-in tool on one surface. */
export function builtinsOn(
  surface: Surface,
  context: Context,
  settings: Settings,
  policy: BuiltinPolicy,
): EffectiveTool[] {
  return builtinTools.map((tool) => decideBuiltin(tool, presenceOf(tool, surface, context, settings), policy));
}

function decideBuiltin({ name }: BuiltinTool, presence: Presence, policy: BuiltinPolicy): EffectiveTool {
  const removes = policy.removes(name);
  const approves = policy.approves(name);
  const calls = policy.calls.get(name) ?? [];
  if (presence.state !== 'allow') {
    const { state, rule, certainty, why } = presence;
    const overruled = [removes, approves].flatMap((line) =>
      line ? stepOf(line, 'overruled', because.alreadyGone) : [],
    );
    const steps = [plainStep(state, why, certainty), ...overruled];
    return { name, state, rule, certainty, origin: null, steps };
  }
  if (removes) {
    const steps = [stepOf(removes, 'decides', removes.why)];
    if (approves) steps.push({ ...stepOf(approves, 'overruled', because.alreadyGone), certainty: 'reading' });
    // That a removed tool stays removed although a policy names it is obvious, but written nowhere.
    const certainty = approves ? weaker(removes.certainty, 'reading') : removes.certainty;
    return { name, state: 'removed', rule: removes.rule, certainty, origin: removes.origin, steps };
  }
  if (approves) {
    const { state, rule, certainty, origin } = approves;
    return { name, state, rule, certainty, origin, steps: [stepOf(approves, 'decides', approves.why), ...calls] };
  }
  const { state, rule, certainty, why } = presence;
  return { name, state, rule, certainty, origin: null, steps: [plainStep(state, why, certainty), ...calls] };
}

function presenceOf(tool: BuiltinTool, surface: Surface, context: Context, settings: Settings): Presence {
  if (!tool.surfaces.includes(surface)) {
    return { state: 'absent', rule: { kind: 'surface' }, why: because.notInSurface(surface), certainty: 'third-party' };
  }
  if (tool.condition === 'web-search') return webSearch(settings);
  if (tool.condition === 'tool-search') return toolSearch(context, settings);
  if (tool.condition === 'unknown') return present('unknown', because.sendUserMessage);
  return present('documented', because.builtinDefault);
}

const present = (certainty: Certainty, why: string): Presence => ({ state: 'allow', rule: noRule, why, certainty });
const impossible = (certainty: Certainty, why: string): Presence => ({
  state: 'removed',
  rule: { kind: 'provider' },
  why,
  certainty,
});

/** Source for Bedrock and gateways: the page on web tools; for Mantle it is our reading. */
function webSearch(settings: Settings): Presence {
  const provider = settings.text('inferenceProvider');
  if (provider === 'bedrock') return impossible('documented', because.noWebSearch(provider));
  if (provider === 'mantle') return impossible('reading', because.noWebSearch(provider));
  if (provider === 'gateway') return present('unknown', because.gatewaySearch);
  return present('documented', because.builtinDefault);
}

/** Off unless `toolSearchEnabled`; from 1.49585.0 on some providers have it by default, says a third-party note. */
function toolSearch(context: Context, settings: Settings): Presence {
  if (settings.boolean('toolSearchEnabled')) return present('documented', because.builtinDefault);
  const provider = settings.text('inferenceProvider') ?? '';
  const ownUrl = settings.has('inferenceBedrockBaseUrl');
  const hasDefault =
    ['anthropic', 'vertex'].includes(provider) || (['bedrock', 'mantle'].includes(provider) && !ownUrl);
  if (hasDefault && !settings.has('toolSearchEnabled')) {
    if (context.since('1.49585.0', say.toolSearchDefault, null, 'third-party')) {
      return provider === 'vertex'
        ? present('unknown', because.toolSearchVertex)
        : present('third-party', because.builtinDefault);
    }
  }
  return impossible('reading', because.noToolSearch);
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
