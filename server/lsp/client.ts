import type { InitializeParams } from 'vscode-languageserver';
import { normalise } from '../core/index.ts';
import type { ChosenSources } from '../protocol.ts';
import { chosenSourcesOf } from './chosenSourcesOf.ts';

/** The capabilities and preferences of this client, read once. */
export interface Client {
  /** The workspace's folders, as normalised URIs. */
  readonly folders: readonly string[];
  readonly configuration: boolean;
  readonly watchers: boolean;
  readonly configurationEvents: boolean;
  readonly folderEvents: boolean;
  readonly progress: boolean;
  readonly snippets: boolean;
  readonly documentChanges: boolean;
  readonly tokenRefresh: boolean;
  readonly lensRefresh: boolean;
  readonly hintRefresh: boolean;
  readonly definitionLinks: boolean;
  readonly prepareRename: boolean;
  readonly willRename: boolean;
  readonly creates: boolean;
  readonly renames: boolean;
  /** The editor has the commands of this extension, which a click on a lens runs. */
  readonly commands: boolean;
  /** The editor reports syntax errors of `.json` files itself. */
  readonly builtinJson: boolean;
  /** The user trusts the workspace, so that servers which it names may be called and run on request. */
  readonly isTrusted: boolean;
  /** Documents that an earlier server did not survive, as normalised URIs. */
  readonly leftOut: readonly string[];
  /** The path of the file in which to note the document that is being examined. */
  readonly journal: string | undefined;
  /** The sources of the effective tool set, as chosen before. */
  readonly sources: ChosenSources;
}

/** Returns a folder's URI without a trailing slash. */
export const folderUri = (uri: string): string => normalise(uri).replace(/\/$/, '');

export function clientOf(params: InitializeParams): Client {
  const { workspace, window, textDocument } = params.capabilities;
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  const operations = workspace?.workspaceEdit?.resourceOperations ?? [];
  const options: unknown = params.initializationOptions;
  return {
    folders: folders.map(folderUri),
    configuration: workspace?.configuration ?? false,
    watchers: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    configurationEvents: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    folderEvents: workspace?.workspaceFolders ?? false,
    progress: window?.workDoneProgress ?? false,
    snippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    documentChanges: workspace?.workspaceEdit?.documentChanges ?? false,
    tokenRefresh: workspace?.semanticTokens?.refreshSupport ?? false,
    lensRefresh: workspace?.codeLens?.refreshSupport ?? false,
    hintRefresh: workspace?.inlayHint?.refreshSupport ?? false,
    definitionLinks: textDocument?.definition?.linkSupport ?? false,
    prepareRename: textDocument?.rename?.prepareSupport ?? false,
    willRename: workspace?.fileOperations?.willRename ?? false,
    creates: operations.includes('create'),
    renames: operations.includes('rename'),
    commands: isOn(options, 'commands'),
    builtinJson: isOn(options, 'builtinJson'),
    isTrusted: isOn(options, 'trusted'),
    leftOut: textsOf(optionOf(options, 'leftOut')).map(normalise),
    journal: textsOf([optionOf(options, 'journal')])[0],
    sources: chosenSourcesOf(optionOf(options, 'sources')),
  };
}

const optionOf = (options: unknown, name: string): unknown =>
  typeof options === 'object' && options !== null ? new Map(Object.entries(options)).get(name) : undefined;

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

const isOn = (options: unknown, name: string): boolean => optionOf(options, name) === true;
