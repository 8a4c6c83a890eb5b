import * as vscode from 'vscode';
import {
  type ExpectationFile,
  type ExpectationFleet,
  type ExpectationTest,
  type Place,
  requests,
} from '../../server/protocol.ts';
import type { Server } from '../server.ts';

/** The expectations in VS Code's Test Explorer: file, fleet, expectation. The server is asked when the view or a run needs them. */
export class ExpectationTests implements vscode.Disposable {
  readonly controller = vscode.tests.createTestController('plugboard.expectations', 'Plugboard Expectations');
  readonly #server: Server;
  readonly #ran = new vscode.EventEmitter<ReadonlyMap<string, Result>>();
  #listening: vscode.Disposable | undefined;
  /** Fires after a run with what it reported, by the id of the item. */
  readonly onDidRun = this.#ran.event;

  constructor(server: Server) {
    this.#server = server;
    this.controller.resolveHandler = async () => {
      this.#listening ??= server.onDidChange(() => void this.refresh());
      await this.refresh();
    };
    this.controller.refreshHandler = async () => {
      await this.refresh();
    };
    const profile = this.controller.createRunProfile(
      'Test Expectations',
      vscode.TestRunProfileKind.Run,
      (request, token) => this.#start(request, token),
      true,
    );
    profile.supportsContinuousRun = true;
  }

  /** Lists what the workspace has. Returns the results by the id of their item. */
  async refresh(): Promise<ReadonlyMap<string, Result>> {
    const files = await this.#server.ask<ExpectationFile[]>(requests.expectations);
    const results = new Map<string, Result>();
    this.controller.items.replace(files.map((file) => this.#fileItem(file, results)));
    return results;
  }

  #fileItem(file: ExpectationFile, results: Map<string, Result>): vscode.TestItem {
    const uri = vscode.Uri.parse(file.uri);
    const item = this.controller.createTestItem(file.uri, file.label, uri);
    item.children.replace(file.fleets.map((fleet) => this.#fleetItem(item, fleet, results)));
    return item;
  }

  #fleetItem({ id, uri }: vscode.TestItem, fleet: ExpectationFleet, results: Map<string, Result>): vscode.TestItem {
    const own = `${id}\n${fleet.fleet ?? ''}`;
    const item = this.controller.createTestItem(own, fleet.fleet ?? 'Files that were found', uri);
    if (fleet.problem !== undefined) results.set(own, { problem: fleet.problem });
    item.children.replace(
      fleet.tests.map((test, i) => {
        const child = this.controller.createTestItem(`${own}\n${i}`, test.label, uri);
        child.range = rangeOf(test.place);
        results.set(child.id, test);
        return child;
      }),
    );
    return item;
  }

  async #start(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    await this.#run(request, token);
    if (!request.continuous) return;
    const listening = this.#server.onDidChange(() => void this.#run(request, token));
    token.onCancellationRequested(() => listening.dispose());
  }

  async #run(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    const results = await this.refresh();
    if (token.isCancellationRequested) return;
    const run = this.controller.createTestRun(request);
    const excluded = new Set(request.exclude?.map(({ id }) => id));
    const wanted = request.include?.map(({ id }) => id);
    const reported = new Map<string, Result>();
    const visit = (item: vscode.TestItem, isIn: boolean) => {
      if (excluded.has(item.id)) return;
      const isWanted = isIn || (wanted?.includes(item.id) ?? true);
      const result = results.get(item.id);
      if (isWanted && result) {
        report(run, item, result);
        reported.set(item.id, result);
      }
      for (const [, child] of item.children) visit(child, isWanted);
    };
    for (const [, item] of this.controller.items) visit(item, false);
    run.end();
    this.#ran.fire(reported);
  }

  dispose(): void {
    this.#listening?.dispose();
    this.#ran.dispose();
    this.controller.dispose();
  }
}

/** The result of an expectation, or why a fleet was not tested. */
type Result = ExpectationTest | { readonly problem: string };

/** Reports a result. One that is uncertain is neither held nor missed; like the command line, it fails nothing by itself. */
function report(run: vscode.TestRun, item: vscode.TestItem, result: Result): void {
  if ('problem' in result) run.errored(item, new vscode.TestMessage(result.problem));
  else if (result.outcome === 'met') run.passed(item);
  else if (result.outcome === 'unsure') run.skipped(item);
  else run.failed(item, messagesOf(result));
}

/** Returns a message for each reason, at the line that decides; otherwise at the expectation. */
function messagesOf({ why, reasons, place: own }: ExpectationTest): vscode.TestMessage[] {
  const because = why === null ? '' : `\n\nWhy it is expected: ${why}`;
  return reasons.map(({ text, place }) => {
    const message = new vscode.TestMessage(`${text}.${because}`);
    const at = place ?? own;
    message.location = new vscode.Location(vscode.Uri.parse(at.uri), rangeOf(at));
    return message;
  });
}

const rangeOf = ({ line, character, endLine, endCharacter }: Place): vscode.Range =>
  new vscode.Range(line, character, endLine, endCharacter);
