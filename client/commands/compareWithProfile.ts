import * as vscode from 'vscode';
import { profileNames, profileTerms } from '../../server/core/vocabulary/policyNames.ts';
import { type CompareAnswer, type CompareParams, type PolicyProfile, requests } from '../../server/protocol.ts';
import { pickTerm, sayNoPolicy } from '../pickers/pickTerm.ts';
import type { Server } from '../server.ts';

const scheme = 'plugboard-compare';

/** *Compare Policy with Profile…*: a page next to the policy that is updated during typing. */
export class ProfileComparison implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #server: Server;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable[];
  readonly onDidChange = this.#changed.event;

  constructor(server: Server) {
    this.#server = server;
    this.#subscriptions = [
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      server.onDidChange(() => {
        for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === scheme) this.#changed.fire(uri);
      }),
    ];
  }

  async show(): Promise<void> {
    const policy = vscode.window.activeTextEditor?.document.uri;
    if (!policy) return void sayNoPolicy();
    const profile = await pickTerm(
      profileNames,
      profileTerms,
      'Compare Policy with Profile',
      'The profile to compare with',
    );
    if (!profile) return;
    if (!(await this.#ask({ uri: policy.toString(), profile }))) return void sayNoPolicy();
    const name = policy.path.replace(/^.*\//, '');
    const path = `/${name} and ${profileTerms[profile].label}.md`;
    const page = vscode.Uri.from({ scheme, path, query: profile, fragment: policy.toString() });
    await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
  }

  async provideTextDocumentContent({ query, fragment }: vscode.Uri): Promise<string> {
    const answer = await this.#ask({ uri: fragment, profile: query as PolicyProfile });
    return answer?.markdown ?? 'The policy no longer exists or cannot be read.';
  }

  #ask(params: CompareParams): Promise<CompareAnswer | null> {
    return this.#server.ask(requests.compareWithProfile, params);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
