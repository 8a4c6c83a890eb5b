import type { TextRange } from './base/text.ts';

/** How the app treats a key in a file: it ignores the key, or expects a different form. */
export type DecorationModifier = 'ignored' | 'deprecated';

/** A key, or a part of a string, that is highlighted differently from the rest. */
export interface Decoration {
  readonly range: TextRange;
  /** The token type, by its name in the protocol. Default: property. */
  readonly type?: 'property' | 'variable' | 'parameter' | 'string';
  readonly modifiers: readonly DecorationModifier[];
}

/** A remark above a line about what is on it. */
export interface Lens {
  readonly range: TextRange;
  readonly title: string;
  readonly tooltip?: string;
  /** The URI of a file that the remark is about. */
  readonly opens?: string;
}
