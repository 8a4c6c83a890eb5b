import type {
  CompareToolsAnswer,
  LinesAnswer,
  LinesParams,
  Origin,
  PackedAnswer,
  ServerName,
} from '../../server/protocol.ts';

/** Messages from the editor to the page. */
export type ToPanel =
  /** Everything that the page shows: the tools, and the comparison, if one is shown instead. */
  | { readonly type: 'shown'; readonly shown: PackedAnswer; readonly compared: CompareToolsAnswer | null }
  | { readonly type: 'failed'; readonly message: string }
  /** The lines at the target of a link. */
  | { readonly type: 'lines'; readonly of: LinesParams; readonly lines: LinesAnswer | null }
  /** Scrolls to a server. */
  | { readonly type: 'reveal'; readonly server: ServerName };

/** The editor commands of the page's buttons. */
export type PanelCommand =
  | 'chooseFleet'
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

/** Messages from the page to the editor. */
export type ToEditor =
  /** `sides`: the comparison before the window was reloaded. */
  | { readonly type: 'ready'; readonly sides?: CompareToolsAnswer['sides'] }
  | { readonly type: 'open'; readonly origin: Origin }
  | { readonly type: 'peek'; readonly origin: Origin }
  | { readonly type: 'lines'; readonly of: LinesParams }
  | { readonly type: 'openLine'; readonly uri: string; readonly line: number }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'run'; readonly command: PanelCommand };
