import { execFile } from 'node:child_process';
import path from 'node:path';
import * as vscode from 'vscode';

const scheme = 'plugboard-in-force';

/** The longest time that looking at the computer may take, in milliseconds. */
const patience = 60_000;

/**
 * *Show What Is in Force on This Computer*: the report of `plugboard doctor`, which runs in a process of its own and only when
 * the user asks for it. It reads the places of this computer and changes none of them.
 */
export class InForceReport implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #program: string;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscription: vscode.Disposable;
  readonly onDidChange = this.#changed.event;
  #report = '';

  /** @param program the path of the built command line */
  constructor(program: string) {
    this.#program = program;
    this.#subscription = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  }

  /** @param root a copy of a device instead of this computer */
  async show(root?: string): Promise<void> {
    const options = { location: vscode.ProgressLocation.Window, title: 'Looking at this computer' };
    this.#report = await vscode.window.withProgress(options, () =>
      this.#run(typeof root === 'string' ? root : undefined),
    );
    const page = vscode.Uri.from({ scheme, path: '/In force on this computer.md' });
    this.#changed.fire(page);
    await vscode.commands.executeCommand('markdown.showPreview', page);
  }

  provideTextDocumentContent(): string {
    return this.#report;
  }

  /** Returns the report; what could not be read is said below it. Without a report, the reason. */
  #run(root: string | undefined): Promise<string> {
    const device = root === undefined ? [] : ['--root', root];
    const args = [this.#program, 'doctor', '--format', 'markdown', '--links', ...device];
    // The editor’s own program runs as Node.
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    // Not in the opened folder, whose programs must not be found.
    const cwd = path.parse(this.#program).root;
    const options = { cwd, env, timeout: patience, maxBuffer: 1 << 26 };
    return new Promise((resolve) => {
      execFile(process.execPath, args, options, (error, out, complaints) => {
        const said = complaints.trim().replace(/^/gm, '    ').trimEnd();
        const report = out.trim();
        const body =
          report === ''
            ? ['This computer could not be examined.', said || `    ${error?.message ?? ''}`]
            : [report, said];
        resolve(['# In force on this computer', ...body.filter((part) => part !== '')].join('\n\n'));
      });
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}
