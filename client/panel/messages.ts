import type { EffectiveAnswer, Origin, ServerName } from '../../server/protocol.ts';

/** Where an answer came from, beside what the server says: what the user chose to look at instead of the real thing. */
export interface Shown {
  readonly answer: EffectiveAnswer;
  /** Whether plugins count as installed that really are not, or the other way round. */
  readonly whatIf: boolean;
}

/** From the editor to the page. */
export type ToPanel =
  | { readonly type: 'shown'; readonly shown: Shown }
  | { readonly type: 'failed'; readonly message: string }
  /** Brings a server into view. */
  | { readonly type: 'reveal'; readonly server: ServerName };

/** What a button of the page asks the editor for. */
export type PanelCommand =
  | 'choosePolicy'
  | 'chooseOrgPlugins'
  | 'chooseInstalled'
  | 'realSources'
  | 'setFloor'
  | 'newPolicy'
  | 'copyMarkdown'
  | 'saveJson'
  | 'refresh';

/** From the page to the editor. */
export type ToEditor =
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly origin: Origin }
  | { readonly type: 'openLine'; readonly uri: string; readonly line: number }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'run'; readonly command: PanelCommand };
