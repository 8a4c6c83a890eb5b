import type { KnownTool } from '../effective/input.ts';
import type { ToolState } from '../effective/model.ts';
import type { Risk, Standing } from './model.ts';

/**
 * How much a tool may do: nothing; only what the user approves each time; what the user approves, once or permanently;
 * everything without a prompt. Code never applies an allow but uses its own prompt, which therefore ranks like "user decides".
 */
const freedom: Readonly<Record<ToolState, number>> = {
  absent: 0,
  removed: 0,
  blocked: 0,
  ask: 1,
  user: 2,
  'cc-prompt': 2,
  allow: 3,
};

export const freedomOf = (state: ToolState): number => freedom[state];

export const standingFreedom = (standing: Standing): number =>
  standing.is === 'active' || standing.is === 'inactive' || standing.is === 'missing' ? 0 : freedom[standing.is];

/** Whether two surfaces mean the same: Code uses its own prompt both for allow and for "user decides". */
export function isSameBeyondTranslation(a: Standing, b: Standing): boolean {
  if (a.is === b.is) return a.is !== 'inactive' || (b.is === 'inactive' && a.reason === b.reason);
  const other = a.is === 'cc-prompt' ? b.is : b.is === 'cc-prompt' ? a.is : undefined;
  return other === 'allow' || other === 'user';
}

/** Returns the risk from the server's annotations, the only source for it. */
export const riskOf = (tool: KnownTool | undefined): Risk => {
  if (tool?.readOnly === true) return 'other';
  if (tool?.destructive === true) return 'destructive';
  return tool?.readOnly === false ? 'changes-data' : 'other';
};
