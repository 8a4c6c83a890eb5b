import type { Term } from './term.ts';

export type Permission = 'allow' | 'ask' | 'blocked';
/** What a tool may do. */
export type ToolState = Permission | 'user' | 'cc-prompt' | 'removed' | 'absent';

/** The states of a tool, in the order in which summaries count them. */
export const states: Readonly<Record<ToolState, Term>> = {
  allow: { label: 'Allow', sentence: 'Runs without a prompt', tone: 'green', icon: 'pass' },
  ask: { label: 'Ask', sentence: 'Asks on every call: Allow once or Deny', tone: 'blue', icon: 'comment' },
  user: {
    label: 'User decides',
    sentence: 'Asks, and the user can allow it permanently',
    tone: 'yellow',
    icon: 'account',
  },
  'cc-prompt': {
    label: 'Code prompt',
    sentence: 'Claude Code uses its own prompt',
    tone: 'purple',
    icon: 'terminal',
  },
  blocked: {
    label: 'Blocked',
    sentence: 'Claude cannot use the tool, and users see that it is blocked',
    tone: 'red',
    icon: 'circle-slash',
  },
  removed: { label: 'Removed', sentence: 'Claude does not have the tool', tone: 'quiet', icon: 'close' },
  absent: { label: 'Not there', sentence: 'The tool is not part of this surface', tone: 'quiet', icon: 'dash' },
};

/** All states, in the order in which summaries count them. */
export const toolStates = Object.keys(states) as readonly ToolState[];
