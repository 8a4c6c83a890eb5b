import type { Place, SurfacesAnswer } from '../../server/protocol.ts';

/** From the editor to the page. */
export type ToPage =
  | { readonly type: 'shown'; readonly answer: SurfacesAnswer }
  | { readonly type: 'gone' }
  | { readonly type: 'failed'; readonly message: string };

/** What a button of the page asks the editor for. */
export type PageCommand = 'choosePlugin' | 'setFloor' | 'refresh';

/** From the page to the editor. */
export type ToEditor =
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly place: Place }
  | { readonly type: 'run'; readonly command: PageCommand };

/** What the editor keeps of a page over a reload. */
export interface Saved {
  /** The folder of the plugin. */
  readonly uri?: string;
  /** The sorts of parts that are opened. */
  readonly open: readonly string[];
}
