import type { Certainty, TextRange } from '../base/text.ts';
import type { PluginPlace, SurfaceState } from '../vocabulary/surfaceTable.ts';

export type { PluginPlace, SurfaceState };

/** Where a plugin can be used. The order is the one in which they are shown. */
export const surfaceIds = ['cowork-3p', 'chat', 'code', 'cowork', 'cli', 'vscode', 'cloud', 'web'] as const;
export type SurfaceId = (typeof surfaceIds)[number];

/** What a plugin may bring, in the order in which it is shown. */
export const partTypes = [
  'skill',
  'command',
  'agent',
  'hook',
  'remote-server',
  'web-socket-server',
  'local-server',
  'bundle',
  'language-server',
  'monitor',
  'output-style',
  'theme',
  'workflow',
  'settings',
  'program',
] as const;
export type PartType = (typeof partTypes)[number];

/** What is known of one sort of part on one surface. */
export interface Cell {
  readonly state: SurfaceState;
  readonly certainty: Certainty;
  /** The first release of the desktop app that has it. */
  readonly since?: string;
  /** The first release that has it on Windows, where that came later. */
  readonly sinceOnWindows?: string;
  readonly note?: string;
  /** The code of what is wrong with the manifest, where Claude Code refuses it: for programs, people read the note. */
  readonly refusal?: string;
  /** The address of the page that says so. */
  readonly source: string;
}

/** Whether a plugin that stands in such a place reaches a surface, and what it takes. */
export interface Delivery {
  readonly state: SurfaceState;
  readonly certainty: Certainty;
  readonly since?: string;
  readonly text: string;
  readonly source: string;
}

/** One thing of a plugin. `range` is where it is named; empty at the start of a file that is meant as a whole. */
export interface Part {
  readonly type: PartType;
  readonly name: string;
  /** How many things the name stands for: the handlers of one event. */
  readonly count: number;
  readonly uri: string;
  readonly range: TextRange;
}

/** A cell as it holds for a fleet. */
export interface CellVerdict extends Cell {
  /** The release that it takes, where the oldest app of the fleet is older. */
  readonly needs?: string;
}

/** One surface for one plugin. */
export interface SurfaceVerdict {
  readonly id: SurfaceId;
  readonly name: string;
  /** Whose it is: `on third-party inference`. */
  readonly detail: string;
  /** All parts together: `partly` where some work and others do not or may not. */
  readonly state: SurfaceState;
  /** That of the least certain part of which something is known. */
  readonly certainty: Certainty;
  readonly summary: string;
  readonly delivery: Delivery & { readonly needs?: string };
  /** By the sorts of parts that the plugin has. */
  readonly cells: Readonly<Partial<Record<PartType, CellVerdict>>>;
}

/** The parts of one sort. */
export interface PartGroup {
  readonly type: PartType;
  /** `Skills` */
  readonly title: string;
  readonly count: number;
  readonly parts: readonly Part[];
}

/** Which parts of a plugin work where. */
export interface PluginSurfaces {
  /** The folder of the plugin. */
  readonly uri: string;
  readonly name: string;
  readonly place: PluginPlace;
  /** The oldest app of the fleet. */
  readonly minimumVersion: string;
  readonly groups: readonly PartGroup[];
  readonly surfaces: readonly SurfaceVerdict[];
}
