import type { Certainty, Layer, Reason, Surface, ToolState } from './types.ts';

/** The words and icons of the effective tool set: one for the page and for the copy as Markdown. */
interface Sign {
  readonly word: string;
  readonly icon: string;
}

export const surfaces: readonly { readonly id: Surface; readonly name: string }[] = [
  { id: 'cowork', name: 'Cowork' },
  { id: 'code', name: 'Code' },
  { id: 'chat', name: 'Chat' },
];

/** Ordered as the counts show them. */
export const states: Readonly<Record<ToolState, Sign & { readonly long: string }>> = {
  allow: { word: 'Allow', icon: 'pass', long: 'Used unasked' },
  'cc-prompt': { word: 'Code prompt', icon: 'terminal', long: 'Claude Code asks in its own way' },
  user: { word: 'User decides', icon: 'account', long: 'No entry: the user decides' },
  ask: { word: 'Ask', icon: 'comment', long: 'Asks on every call' },
  blocked: { word: 'Blocked', icon: 'circle-slash', long: 'Taken away, and labelled as blocked' },
  removed: { word: 'Removed', icon: 'close', long: 'The built-in tool is switched off' },
  absent: { word: 'Not there', icon: '', long: 'Not part of this surface' },
};
export const stateOrder = Object.keys(states) as ToolState[];

export const layers: Readonly<Record<Layer | 'builtin', Sign>> = {
  builtin: { word: 'Claude', icon: 'tools' },
  managed: { word: 'Managed', icon: 'shield' },
  plugin: { word: 'Plugin', icon: 'extensions' },
  user: { word: 'User', icon: 'account' },
  extension: { word: 'Extension', icon: 'package' },
};

const dropped = { word: 'Dropped', icon: 'error' };
const off = { word: 'Switched off', icon: 'circle-slash' };

/** Servers that were meant to run and do not: most likely a mistake in a file. */
const mistakes: readonly (Reason | null)[] = [
  'invalid-entry',
  'unreadable-key',
  'unsupported-entry',
  'not-stdio',
  'user_config-unsupported',
];
export const isMistake = (reason: Reason | null): boolean => mistakes.includes(reason);

/** The word and icon of an inactive server. */
export function inactive(reason: Reason | null): Sign {
  if (isMistake(reason)) return dropped;
  if (reason === 'plugin-not-installed') return { word: 'Not installed', icon: 'circle-large' };
  if (reason === 'policy-only') return { word: 'Policy only', icon: 'shield' };
  if (reason === 'no-manifest') return { word: 'Ignored', icon: 'eye-closed' };
  return reason?.startsWith('shadowed-by:') ? { word: 'Shadowed', icon: 'layers' } : off;
}

export const certainties: Readonly<Record<Certainty, Sign & { readonly doubt?: string }>> = {
  documented: { word: 'Documented', icon: 'book' },
  validator: { word: 'Checked with the app', icon: 'verified' },
  'third-party': { word: 'Third-party report', icon: 'lightbulb', doubt: 'third-party' },
  reading: { word: 'Our reading', icon: 'lightbulb', doubt: 'our reading' },
  unknown: { word: 'Unknown', icon: 'question', doubt: 'unknown' },
};
