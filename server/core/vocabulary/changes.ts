import type { Term } from './term.ts';

/**
 * The kinds of changes, the most dangerous first: a tool may do more; a server, plugin or tool was added; a server keeps its
 * name but is a different one; a tool may do less; a server, plugin or tool was removed.
 */
export const changeKinds = ['looser', 'newly-active', 'redirected', 'stricter', 'gone'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** `emoji` replaces the icon in plain text. */
export const changes: Readonly<Record<ChangeKind, Term & { readonly emoji: string }>> = {
  looser: {
    label: 'Looser',
    sentence: 'Claude may do more, or is asked less',
    tone: 'red',
    icon: 'unlock',
    emoji: '⚠️',
  },
  'newly-active': {
    label: 'Newly active',
    sentence: 'Something starts that did not exist before',
    tone: 'yellow',
    icon: 'plug',
    emoji: '🔌',
  },
  redirected: {
    label: 'Redirected',
    sentence: 'The same name now reaches or starts something else',
    tone: 'yellow',
    icon: 'git-compare',
    emoji: '🔀',
  },
  stricter: {
    label: 'Stricter',
    sentence: 'Claude may do less, or is asked more',
    tone: 'green',
    icon: 'lock',
    emoji: '🔒',
  },
  gone: {
    label: 'Gone',
    sentence: 'Something no longer exists',
    tone: 'quiet',
    icon: 'debug-disconnect',
    emoji: '✖️',
  },
};
