import type { KnownTool } from '../effective/input.ts';
import type { ToolState } from '../effective/model.ts';
import type { Risk, Standing } from './model.ts';

/**
 * How much a tool may do: nothing; only what the user approves each time, by policy; what the user approves, once or for good;
 * all, unasked. Code never takes over an allow and asks in its own way instead, so its prompt stands where the user decides.
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

/** Whether two surfaces say the same: Code's own prompt is what it makes of an allow and of leaving it to the user. */
export function isSameBeyondTranslation(a: Standing, b: Standing): boolean {
  if (a.is === b.is) return a.is !== 'inactive' || (b.is === 'inactive' && a.reason === b.reason);
  const other = a.is === 'cc-prompt' ? b.is : b.is === 'cc-prompt' ? a.is : undefined;
  return other === 'allow' || other === 'user';
}

/** By the annotations of the server, which alone tell. */
export const riskOf = (tool: KnownTool | undefined): Risk => {
  if (tool?.readOnly === true) return 'other';
  if (tool?.destructive === true) return 'destructive';
  return tool?.readOnly === false ? 'changes-data' : 'other';
};
