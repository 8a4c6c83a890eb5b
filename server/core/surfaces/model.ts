import type { Certainty, TextRange } from '../base/text.ts';
import type { PluginPlace, SurfaceState } from '../vocabulary/surfaceTable.ts';

export type { PluginPlace, SurfaceState };

/** Where a plugin can be used, in display order. */
export const surfaceIds = ['cowork-3p', 'chat', 'code', 'cowork', 'cli', 'vscode', 'cloud', 'web'] as const;
export type SurfaceId = (typeof surfaceIds)[number];

/** The types of parts of a plugin, in display order. */
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

/** What is known about one type of part on one surface. */
export interface Cell {
  readonly state: SurfaceState;
  readonly certainty: Certainty;
  /** The first release of the desktop app that supports it. */
  readonly since?: string;
  /** The first release that supports it on Windows, if that was later. */
  readonly sinceOnWindows?: string;
  readonly note?: string;
  /** The code of the flaw because of which Claude Code rejects the manifest. For programs; users read the note. */
  readonly refusal?: string;
  /** The URL of the documentation. */
  readonly source: string;
}

/** Whether a plugin in such a place reaches a surface, and what is required. */
export interface Delivery {
  readonly state: SurfaceState;
  readonly certainty: Certainty;
  readonly since?: string;
  readonly text: string;
  readonly source: string;
}

/** One part of a plugin. `range` is where it is named; empty at the start of a file if the part is the whole file. */
export interface Part {
  readonly type: PartType;
  readonly name: string;
  /** How many parts the name stands for: the handlers of one event. */
  readonly count: number;
  readonly uri: string;
  readonly range: TextRange;
}

/** A cell for a certain minimum version. */
export interface CellVerdict extends Cell {
  /** The release that is required, if the minimum version is older. */
  readonly needs?: string;
}

/** One surface for one plugin. */
export interface SurfaceVerdict {
  readonly id: SurfaceId;
  readonly name: string;
  /** Whose surface it is: `on third-party inference`. */
  readonly detail: string;
  /** The state of all parts together: `partly` if some work and others do not or may not. */
  readonly state: SurfaceState;
  /** The lowest certainty of the parts about which something is known. */
  readonly certainty: Certainty;
  readonly summary: string;
  readonly delivery: Delivery & { readonly needs?: string };
  /** By type of the parts that the plugin has. */
  readonly cells: Readonly<Partial<Record<PartType, CellVerdict>>>;
}

/** The parts of one type. */
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
  /** The minimum version. */
  readonly minimumVersion: string;
  readonly groups: readonly PartGroup[];
  readonly surfaces: readonly SurfaceVerdict[];
}
