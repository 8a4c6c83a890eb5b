import type { Term } from './term.ts';

/**
 * The kinds of changes, the most dangerous first: a tool may do more; a server, plugin or tool was added; a server keeps its
 * name but is a different one; a tool may do less; a server, plugin or tool was removed.
 */
export const changeKinds = ['looser', 'newly-active', 'redirected', 'stricter', 'gone', 'no-effect'] as const;
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
  'no-effect': {
    label: 'No effect now',
    sentence: 'The tab is off, so nothing changes until it is on',
    tone: 'quiet',
    icon: 'circle-slash',
    emoji: '💤',
  },
};

/**
 * How a setting changes, in order of importance: it lets Claude do more; it is looser in one way and stricter in another; its
 * values have no order; it lets Claude do less; it has no effect now.
 */
export const settingClasses = ['looser', 'not-comparable', 'changed', 'stricter', 'no-effect'] as const;
export type SettingClass = (typeof settingClasses)[number];

export const settingTerms: Readonly<Record<SettingClass, Term & { readonly emoji: string }>> = {
  looser: {
    label: 'Looser',
    sentence: 'Claude may reach or do more, or more data leaves the device',
    tone: 'red',
    icon: 'unlock',
    emoji: '⚠️',
  },
  'not-comparable': {
    label: 'Partly looser',
    sentence: 'Looser in one way and stricter in another',
    tone: 'red',
    icon: 'unlock',
    emoji: '⚠️',
  },
  changed: {
    label: 'Changed',
    sentence: 'Neither value is known to be looser',
    tone: 'yellow',
    icon: 'edit',
    emoji: '✏️',
  },
  stricter: {
    label: 'Stricter',
    sentence: 'Claude may reach or do less, or less data leaves the device',
    tone: 'green',
    icon: 'lock',
    emoji: '🔒',
  },
  'no-effect': {
    label: 'No effect now',
    sentence: 'The setting has no effect as the other settings are',
    tone: 'quiet',
    icon: 'circle-slash',
    emoji: '💤',
  },
};

/** The heading of changed settings. */
export const settingsTitle = {
  label: 'Reach',
  sentence: 'Settings and plugins that decide what Claude may reach and do, in addition to the tools above',
} as const;
