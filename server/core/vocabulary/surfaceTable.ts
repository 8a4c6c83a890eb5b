import type { Tone } from './term.ts';

/** Whether something works on a surface. */
export type SurfaceState = 'yes' | 'partly' | 'no' | 'unknown';

interface SurfaceTerm {
  readonly label: string;
  readonly tone: Tone;
  readonly icon: string;
  /** The sign that replaces the icon in plain text. */
  readonly sign: string;
}

const looks = {
  yes: { tone: 'green', icon: 'pass', sign: '✓' },
  partly: { tone: 'yellow', icon: 'color-mode', sign: '◐' },
  no: { tone: 'quiet', icon: 'circle-slash', sign: '✗' },
  unknown: { tone: 'doubt', icon: 'question', sign: '?' },
} as const;

/** Whether a plugin or a part of it works on a surface. */
export const surfaceStates: Readonly<Record<SurfaceState, SurfaceTerm>> = {
  yes: { label: 'Works', ...looks.yes },
  partly: { label: 'Partly', ...looks.partly },
  no: { label: 'Does not work', ...looks.no },
  unknown: { label: 'Unknown', ...looks.unknown },
};

/** Whether a plugin reaches a surface from its place in the workspace. */
export const deliveries: Readonly<Record<SurfaceState, SurfaceTerm>> = {
  yes: { label: 'Delivered', ...looks.yes },
  partly: { label: 'Needs setup', ...looks.partly },
  no: { label: 'Not from here', ...looks.no },
  unknown: { label: 'Unknown', ...looks.unknown },
};

/** The place of a plugin in the workspace. */
export type PluginPlace = 'org-plugins' | 'marketplace' | 'folder';

export const pluginPlaces: Readonly<Record<PluginPlace, string>> = {
  'org-plugins': 'an org-plugins folder',
  marketplace: 'a marketplace',
  folder: 'a separate folder',
};
