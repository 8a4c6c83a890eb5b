import type {
  CompareToolsAnswer,
  LinesAnswer,
  LinesParams,
  Origin,
  PackedAnswer,
  ServerName,
} from '../../server/protocol.ts';

/** From the editor to the page. */
export type ToPanel =
  /** Everything that the page shows: the tools, and the comparison that is shown instead of them, if there is one. */
  | { readonly type: 'shown'; readonly shown: PackedAnswer; readonly compared: CompareToolsAnswer | null }
  | { readonly type: 'failed'; readonly message: string }
  /** What stands where a link leads. */
  | { readonly type: 'lines'; readonly of: LinesParams; readonly lines: LinesAnswer | null }
  /** Brings a server into view. */
  | { readonly type: 'reveal'; readonly server: ServerName };

/** What a button of the page asks the editor for. */
export type PanelCommand =
  | 'choosePolicy'
  | 'chooseOrgPlugins'
  | 'chooseInstalled'
  | 'realSources'
  | 'pickMinimumVersion'
  | 'chooseDate'
  | 'pickAdditionalSources'
  | 'discoverTools'
  | 'compare'
  | 'compareBefore'
  | 'compareAfter'
  | 'compareSwap'
  | 'showTools'
  | 'newPolicy'
  | 'copyMarkdown'
  | 'saveJson'
  | 'refresh';

/** From the page to the editor. */
export type ToEditor =
  /** `sides`: what was compared before the window was loaded anew. */
  | { readonly type: 'ready'; readonly sides?: CompareToolsAnswer['sides'] }
  | { readonly type: 'open'; readonly origin: Origin }
  | { readonly type: 'peek'; readonly origin: Origin }
  | { readonly type: 'lines'; readonly of: LinesParams }
  | { readonly type: 'openLine'; readonly uri: string; readonly line: number }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'run'; readonly command: PanelCommand };
