import type { Place, SurfacesAnswer } from '../../server/protocol.ts';

/** Messages from the editor to the page. */
export type ToPage =
  | { readonly type: 'shown'; readonly answer: SurfacesAnswer }
  | { readonly type: 'gone' }
  | { readonly type: 'failed'; readonly message: string };

/** The editor commands of the page's buttons. */
export type PageCommand = 'choosePlugin' | 'setFloor' | 'refresh';

/** Messages from the page to the editor. */
export type ToEditor =
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly place: Place }
  | { readonly type: 'run'; readonly command: PageCommand };

/** The state of the page that the editor keeps across a reload. */
export interface Saved {
  /** The folder of the plugin. */
  readonly uri?: string;
  /** The expanded types of parts. */
  readonly open: readonly string[];
}
