import type { Certainty } from '../base/text.ts';
import { listOf } from '../base/words.ts';
import type { EffectiveServer, Reason, Surface, ToolState } from '../effective/model.ts';

/** How hovers, lenses and hints call surfaces, states and doubts: as the panel does. */
export const surfaceNames: Readonly<Record<Surface, string>> = { cowork: 'Cowork', code: 'Code', chat: 'Chat' };

/** In the order in which they are counted. */
export const stateNames: Readonly<Record<ToolState, string>> = {
  allow: 'Allow',
  ask: 'Ask',
  user: 'User decides',
  'cc-prompt': 'Claude Code asks',
  blocked: 'Blocked',
  removed: 'Switched off',
  absent: 'Not there',
};

/** Codicons of the states, as the panel shows them. */
export const stateIcons: Readonly<Record<ToolState, string>> = {
  allow: 'pass',
  ask: 'comment',
  user: 'account',
  'cc-prompt': 'terminal',
  blocked: 'circle-slash',
  removed: 'close',
  absent: 'dash',
};

/** Behind a statement that is not documented, in small. */
export const doubts: Readonly<Partial<Record<Certainty, string>>> = {
  'third-party': 'third-party',
  reading: 'our reading',
  unknown: 'unknown',
};

export const names = (surfaces: readonly Surface[]): string => listOf(surfaces.map((surface) => surfaceNames[surface]));

const dropped: readonly Reason[] = [
  'invalid-entry',
  'unreadable-key',
  'unsupported-entry',
  'not-stdio',
  'user_config-unsupported',
];

/** The word for a server that does not run. */
export function inactiveWord({ reason }: EffectiveServer): string {
  if (reason === null) return 'Not active';
  if (dropped.includes(reason)) return 'Dropped';
  if (reason === 'plugin-not-installed') return 'Not installed';
  if (reason === 'no-manifest') return 'Ignored';
  return reason.startsWith('shadowed-by:') ? 'Shadowed' : 'Switched off';
}

/** The codicon of a server that does not run. */
export function inactiveIcon(server: EffectiveServer): string {
  const icons: Readonly<Record<string, string>> = {
    Dropped: 'error',
    'Not installed': 'circle-large',
    Ignored: 'eye-closed',
    Shadowed: 'layers',
  };
  return icons[inactiveWord(server)] ?? 'circle-slash';
}
