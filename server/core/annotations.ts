import type { TextRange } from './base/text.ts';

/** How the app treats a key that stands in a file: it does not look at it, or it wants it written otherwise. */
export type DecorationModifier = 'ignored' | 'deprecated';

/** A key, or a part of a text, that is shown otherwise than the rest. */
export interface Decoration {
  readonly range: TextRange;
  /** What it is, in the protocol's names; a key if it is not said. */
  readonly type?: 'property' | 'variable' | 'parameter' | 'string';
  readonly modifiers: readonly DecorationModifier[];
}

/** A remark above a line about what stands there. */
export interface Lens {
  readonly range: TextRange;
  readonly title: string;
  readonly tooltip?: string;
  /** The address of a file that the remark speaks of. */
  readonly opens?: string;
}
