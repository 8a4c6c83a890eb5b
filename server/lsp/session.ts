import type { Connection } from 'vscode-languageserver';
import {
  breakOf,
  type Document,
  type During,
  type FileEntry,
  fileUri,
  isIn,
  join,
  type KnownTool,
  Lines,
  Linter,
  type LintSettings,
  parse,
  Workspace,
} from '../core/index.ts';
import { isLargeData } from '../disk/scan.ts';
import { type ChosenSources, notifications } from '../protocol.ts';
import { kindsWith, lintSettings, type Settings } from '../settings.ts';
import type { Client } from './client.ts';
import { linesOf, type Texts } from './convert.ts';
import { Evaluator, type EvaluatorState } from './evaluator.ts';
import { ExpectationTests } from './expectations/expectationTests.ts';
import { FleetEvaluator } from './expectations/fleetEvaluator.ts';
import type { Host } from './host.ts';
import { journalIn, unnoted } from './journal.ts';
import { contain, logError } from './log.ts';
import { OpenDocuments } from './openDocuments.ts';
import { Publisher } from './publisher.ts';
import { refreshLensesAndHints } from './refresh.ts';

/** How long typing must pause before findings that span files are updated, in milliseconds. */
const pause = 200;

/** One client and its workspace: everything that lives longer than a request. */
export class Session implements EvaluatorState {
  readonly open = new OpenDocuments();
  readonly publisher: Publisher;
  readonly evaluator = new Evaluator(this);
  readonly fleets = new FleetEvaluator(this);
  readonly tests = new ExpectationTests(this);
  workspace: Workspace;
  linter: Linter;
  settings: Settings = {};
  /** Known tools by server. */
  tools: ReadonlyMap<string, readonly KnownTool[]> = new Map();
  folders: readonly string[];
  /** Documents that are left out until they are edited, because an earlier server did not survive them. */
  leftOut: Set<string>;
  /** Runs all work on single documents, and notes which one it is. */
  readonly during: During;
  /** Whether the client has said that the user trusts the workspace. */
  isTrusted: boolean;
  /** The user's choice of sources for the effective tool set. */
  chosen: ChosenSources;
  sourceTexts: ReadonlyMap<string, string> = new Map();
  readonly lastReadable = new Map<string, Document>();
  /** Resolves when the workspace has been read for the first time, or could not be read. */
  readonly #loaded: Promise<void>;
  setLoaded: () => void = () => {};
  #sourcesRead: Promise<void> = Promise.resolve();
  #lintSettings: LintSettings;
  #lintLater: (() => void) | undefined;
  readonly #whenIdle: (() => void)[] = [];

  constructor(
    readonly connection: Connection,
    readonly host: Host,
    readonly client: Client,
  ) {
    this.folders = client.folders;
    this.leftOut = new Set(client.leftOut);
    this.during = client.journal === undefined ? unnoted : journalIn(client.journal);
    this.isTrusted = client.isTrusted;
    this.chosen = client.sources;
    this.#loaded = new Promise((resolve) => {
      this.setLoaded = resolve;
    });
    this.#lintSettings = lintSettings({}, host.now());
    this.workspace = this.#newWorkspace();
    this.linter = this.#newLinter();
    this.publisher = new Publisher(connection, this.texts, {
      rulePage: (rule) => host.rulePage?.(rule),
      isShownElsewhere: ({ uri, builtin }) =>
        client.builtinJson && builtin === 'syntax' && this.open.get(uri)?.languageId === 'json',
    });
  }

  #newWorkspace(): Workspace {
    return new Workspace(kindsWith(this.host.kinds, this.settings.policyFiles, this.settings.tools), {
      mounts: this.mounts,
      isLeftOut: (uri) => this.leftOut.has(uri),
      during: this.during,
    });
  }

  #newLinter(): Linter {
    return new Linter(
      this.workspace,
      () => this.#lintSettings,
      (rule, error) => logError(this.connection, `rule ${rule}`, error),
    );
  }

  get target(): LintSettings['target'] {
    return this.#lintSettings.target;
  }

  readonly texts: Texts = {
    lines: (uri) => {
      const document = this.workspace.get(uri);
      return document ? linesOf(document) : new Lines(this.open.get(uri)?.getText() ?? '');
    },
    spelling: (uri) => this.open.spelling(uri),
    version: (uri) => this.open.get(uri)?.version ?? null,
  };

  /** Updates the workspace with the editor's text of a document, and returns the document. @param uri a normalised URI */
  syncDocument(uri: string): Document | undefined {
    const text = this.open.get(uri)?.getText();
    return text === undefined ? this.workspace.get(uri) : this.takeIn(uri, text, { isEdited: true });
  }

  /** Adds a text to the workspace. If a document can no longer be parsed, its last readable version is kept. */
  takeIn(uri: string, text: string, options: { readonly isEdited?: boolean } = {}): Document | undefined {
    return this.during(uri, () => this.#takeIn(uri, text, options));
  }

  #takeIn(uri: string, text: string, options: { readonly isEdited?: boolean }): Document | undefined {
    const before = this.workspace.get(uri);
    const document = this.workspace.set(uri, text, options);
    if (before && before.text !== text) this.tests.move(uri, before.text, text);
    if (this.sourceTexts.has(uri)) this.sourceTexts = new Map([...this.sourceTexts, [uri, text]]);
    if (!document || !breakOf(parse(document))) this.lastReadable.delete(uri);
    else if (before && !breakOf(parse(before))) this.lastReadable.set(uri, before);
    return document;
  }

  /** Adds typed text: the findings of the text itself are published at once, those that span files when typing pauses. */
  set(uri: string, text: string): void {
    this.takeIn(uri, text, { isEdited: true });
    this.publisher.publish(uri, this.linter.diagnosticsFor(uri));
    this.lintLater();
  }

  lintLater(): void {
    this.#lintLater?.();
    this.#lintLater = this.host.timer(() => contain(this.connection, 'linting', () => this.lintNow()), pause);
  }

  /** Cancels what waits for typing to pause, because the client is closing. */
  stop(): void {
    this.#lintLater?.();
    this.#lintLater = undefined;
  }

  /** Updates all stale findings now. */
  lintNow(): void {
    this.#lintLater?.();
    this.#lintLater = undefined;
    try {
      this.#lookAgain();
    } finally {
      // Always resolve, even after a failure.
      for (const resolve of this.#whenIdle.splice(0)) resolve();
    }
    void this.connection.sendNotification(notifications.changed);
    refreshLensesAndHints(this.client, this.connection);
  }

  /** Waits until the workspace and the chosen sources have been read. */
  async whenLoaded(): Promise<void> {
    await this.#loaded;
    await this.#sourcesRead;
  }

  /** Waits until typing has paused too: for work that depends on all files and is too slow to repeat per keystroke. */
  async whenIdle(): Promise<void> {
    await this.whenLoaded();
    if (this.#lintLater) await new Promise<void>((resolve) => this.#whenIdle.push(resolve));
  }

  /** Sets other chosen sources; `read` reads those that are not in the workspace, and requests wait for it. */
  choose(chosen: ChosenSources, read: () => Promise<void>): void {
    this.chosen = chosen;
    this.#sourcesRead = this.#sourcesRead
      .then(read)
      .catch((error) => logError(this.connection, 'chosen sources', error))
      .then(() => refreshLensesAndHints(this.client, this.connection));
  }

  #lookAgain(): void {
    const wanted = this.workspace.askKindsAgain();
    const gone = [...this.publisher.all()].filter(([uri]) => !this.workspace.get(uri));
    for (const [uri] of gone) this.publisher.publish(uri, []);
    for (const [uri, diagnostics] of this.linter.update()) this.publisher.publish(uri, diagnostics);
    this.tests.update();
    if (wanted.length > 0)
      this.#readWanted(wanted).catch((error) => logError(this.connection, 'files of another kind', error));
  }

  /** Reads files that a kind claims because other files were created or deleted. */
  async #readWanted(wanted: readonly FileEntry[]): Promise<void> {
    const { workspace } = this;
    for (const { uri } of wanted) {
      const text = this.open.get(uri)?.getText();
      if (text === undefined) await this.readFromDisk(uri);
      else if (this.workspace === workspace) this.takeIn(uri, text);
    }
    this.lintLater();
  }

  /**
   * Reads a file as a scan would: a link only if it is followed, and nothing that is missing, unreadable or too large. A text
   * that the editor opens in the meantime takes precedence.
   */
  async readFromDisk(uri: string): Promise<void> {
    const { files } = this.host;
    const entry = uri.startsWith('file:') ? await files.stat(uri) : undefined;
    const isText = entry && !entry.link && !isLargeData(entry, this.workspace.wants(entry) === 'yes');
    const text = isText ? await files.read(uri) : undefined;
    if (this.open.get(uri)) return;
    if (text !== undefined) this.takeIn(uri, text);
    else this.workspace.delete(uri);
    // Whether a link is followed depends on its target: the scan decides.
    if (entry?.link) await files.scan([uri], this.workspace, { within: this.scanned });
  }

  /** Updates the findings to the current texts. Trees and panels still wait for the pause. */
  flushNow(): void {
    if (this.#lintLater) this.#lookAgain();
  }

  /**
   * Applies settings.
   * @returns what they affect: `files` if other files are included now, so that the workspace must be read again.
   */
  apply(settings: Settings): 'nothing' | 'findings' | 'files' {
    const before = this.settings;
    if (JSON.stringify(settings) === JSON.stringify(before)) return 'nothing';
    const scope = ({ directories, policyFiles, tools }: Settings) => JSON.stringify([directories, policyFiles, tools]);
    this.settings = settings;
    this.#lintSettings = lintSettings(settings, this.host.now());
    return scope(settings) === scope(before) ? 'findings' : 'files';
  }

  /** The org-plugins folders in the settings. */
  get mounts(): string[] {
    const [root] = this.folders;
    return (this.settings.directories ?? []).flatMap((path) => {
      if (/^(\/|[A-Za-z]:[\\/])/.test(path)) return [fileUri(path)];
      return root === undefined ? [] : [join(root, path)];
    });
  }

  /** All folders to read: the workspace's, and org-plugins folders outside of them. */
  get scanned(): string[] {
    const outside = this.mounts.filter((mount) => !this.folders.some((folder) => isIn(folder, mount)));
    return [...this.folders, ...outside];
  }

  /** Starts again with an empty workspace that contains only open texts; the rest must be scanned. */
  reset(): void {
    this.workspace = this.#newWorkspace();
    this.linter = this.#newLinter();
    this.takeInOpen();
  }

  /** Texts that are open in the editor take precedence over the disk. */
  takeInOpen(): void {
    for (const [uri, document] of this.open.all()) this.takeIn(uri, document.getText());
  }
}
