import * as vscode from 'vscode';
import type {
  DiscoveredTool,
  DiscoverParams,
  Discovery,
  DiscoveryPlanAnswer,
  SaveToolsAnswer,
  ServerChoice,
  ServerRef,
} from '../../server/protocol/discovery.ts';
import { commands, requests, type ServerName, type TreeRow } from '../../server/protocol.ts';
import type { Server } from '../server.ts';

/** The time limits in milliseconds. Starting a program may include its download, and the user can cancel. */
const timeouts = { call: 30_000, run: 180_000 } as const;

type Agreed = Exclude<DiscoveryPlanAnswer, { readonly problem: string }>;

/**
 * *Discover Tools of a Server…*: for the server of `from`, or one that the user chooses. Shows what will be called or run and
 * asks for confirmation first; asks for secrets, which are used once and not stored.
 */
export async function discoverTools(server: Server, from?: TreeRow | ServerName): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    const trust = 'Manage Trust';
    const text = 'Discovering tools calls or runs a server defined in this folder. Trust the folder first.';
    if ((await vscode.window.showWarningMessage(text, trust)) === trust)
      await vscode.commands.executeCommand('workbench.trust.manage');
    return;
  }
  const chosen = await choose(await server.ask<ServerChoice[]>(requests.servers), from);
  if (!chosen) return;
  const { uri, name } = chosen;
  const plan = await server.ask<DiscoveryPlanAnswer>(requests.planDiscovery, { uri, name } satisfies ServerRef);
  if ('problem' in plan) return void vscode.window.showWarningMessage(plan.problem);
  if (!(await isAgreed(plan, chosen))) return;
  const values = await valuesFor(plan);
  const timeoutMs = timeouts[plan.action];
  if (values) await run(server, chosen, { uri, name, fingerprint: plan.fingerprint, values, timeoutMs }, plan);
}

async function choose(all: readonly ServerChoice[], from?: TreeRow | ServerName): Promise<ServerChoice | undefined> {
  const fitting = from ? all.filter((choice) => isMeant(choice, from)) : all;
  if (fitting.length === 1 && from) return fitting[0];
  if (fitting.length === 0) {
    await vscode.window.showInformationMessage('This workspace has no MCP server to ask.');
    return undefined;
  }
  const items = fitting.map((choice) => ({
    label: `$(plug) ${choice.name}`,
    description: choice.plugin === null ? choice.layer : `plugin ${choice.plugin}`,
    detail: choice.label,
    choice,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Discover Tools of a Server',
    placeHolder: 'Choose a server. What will be called or run is shown first.',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.choice;
}

const isMeant = (choice: ServerChoice, from: TreeRow | ServerName): boolean =>
  'layer' in from
    ? choice.name === from.name && choice.layer === from.layer && choice.plugin === from.plugin
    : choice.name === from.label &&
      vscode.Uri.parse(choice.uri).toString() === vscode.Uri.parse(from.resource ?? '').toString();

/** Shows what will be done; only an explicit confirmation continues. */
async function isAgreed({ action, lines, remarks, needs }: Agreed, { name, label }: ServerChoice): Promise<boolean> {
  const shown = lines.map(([what, text]) => `${what}: ${text}`);
  const asked = needs.length > 0 ? [`You will be asked for: ${needs.map((need) => need.name).join(', ')}.`] : [];
  const detail = [...shown, '', ...remarks, ...asked, `From ${label}. No tool is called.`].join('\n');
  const go = action === 'call' ? 'Call the Server' : 'Run the Program';
  const question = action === 'call' ? `Call ${name} to ask for its tools?` : `Run ${name} to ask for its tools?`;
  return (await vscode.window.showInformationMessage(question, { modal: true, detail }, go)) === go;
}

/** Asks for each value; undefined if the user cancels. */
async function valuesFor({ server, needs }: Agreed): Promise<Record<string, string> | undefined> {
  const values = new Map<string, string>();
  for (const { name, title, isSecret, fallback } of needs) {
    const value = await vscode.window.showInputBox({
      title: `${server}: ${name}`,
      prompt: `${title}. Used once, not stored.`,
      password: isSecret,
      ignoreFocusOut: true,
      ...(fallback !== undefined && !isSecret && { value: fallback }),
    });
    if (value === undefined) return undefined;
    if (value !== '' || fallback === undefined) values.set(name, value);
  }
  return Object.fromEntries(values);
}

async function run(server: Server, choice: ServerChoice, params: DiscoverParams, plan: Agreed): Promise<void> {
  const title = `Tools of ${choice.name}`;
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const answer = await vscode.window.withProgress(options, (progress, token) =>
    server.askLong<Discovery>(requests.discover, params, token, (message) => progress.report({ message })),
  );
  if (!answer) return;
  if (answer.ok) await showTools(server, choice, answer.tools);
  else if (answer.problem !== 'cancelled') await showProblem(server, choice, params, plan, answer);
}

async function showProblem(
  server: Server,
  choice: ServerChoice,
  params: DiscoverParams,
  plan: Agreed,
  { problem, message, detail }: Exclude<Discovery, { readonly ok: true }>,
): Promise<void> {
  const token = 'Pass a Token…';
  const details = 'Show Details';
  const canPass = problem === 'unauthorized' && plan.action === 'call';
  const buttons = [...(canPass ? [token] : []), ...(detail === '' ? [] : [details])];
  const picked = await vscode.window.showErrorMessage(plain(`${choice.name}: ${message}`), ...buttons);
  if (picked === details) await vscode.window.showInformationMessage(message, { modal: true, detail });
  if (picked !== token) return;
  const prompt = 'Sent as “Authorization: Bearer …”. Used once, not stored.';
  const value = await vscode.window.showInputBox({
    title: `Token for ${choice.name}`,
    prompt,
    password: true,
    ignoreFocusOut: true,
  });
  if (value) await run(server, choice, { ...params, headers: { Authorization: `Bearer ${value}` } }, plan);
}

async function showTools(server: Server, choice: ServerChoice, tools: readonly DiscoveredTool[]): Promise<void> {
  const saving: SaveToolsAnswer | null = await server.ask(requests.saveTools, {
    uri: choice.uri,
    name: choice.name,
    tools,
  });
  const file = saving && vscode.workspace.asRelativePath(vscode.Uri.parse(saving.uri));
  const save = `Save to ${file}`;
  const show = 'Show in Panel';
  const buttons = [...(saving ? [save] : []), show];
  const picked = await vscode.window.showInformationMessage(summary(choice.name, tools, saving), ...buttons);
  if (picked === save && saving) await write(saving);
  const { name, layer, plugin } = choice;
  if (picked === show)
    await vscode.commands.executeCommand(commands.showEffectiveTools, { name, layer, plugin } satisfies ServerName);
}

/** Returns how many tools there are, what they declare, and which are new since they were last saved. */
function summary(name: string, tools: readonly DiscoveredTool[], saving: SaveToolsAnswer | null): string {
  const readOnly = tools.filter(({ annotations }) => annotations?.readOnlyHint === true).length;
  const destructive = tools.filter(
    ({ annotations }) => annotations?.readOnlyHint !== true && annotations?.destructiveHint === true,
  ).length;
  const { added = [], gone = [] } = saving ?? {};
  return [
    `${name} has ${tools.length === 1 ? '1 tool' : `${tools.length} tools`}: ${readOnly} read-only, ${destructive} destructive.`,
    ...(added.length > 0 ? [`New since last time: ${few(added)}.`] : []),
    ...(gone.length > 0 ? [`Removed: ${few(gone)}.`] : []),
  ].join(' ');
}

const few = (names: readonly string[]): string =>
  plain(names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', '));

/** Replaces `[` and `]` in foreign text, since the editor renders `[…](…)` in messages as a link. */
const plain = (text: string): string => text.replace(/[[\]]/g, ' ');

/** Writes the file. If it is open in an editor, it is changed there, so that unsaved changes are not lost. */
async function write({ uri, text }: SaveToolsAnswer): Promise<void> {
  const file = vscode.Uri.parse(uri);
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === file.toString());
  if (!open) return vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(file, new vscode.Range(0, 0, open.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
  await open.save();
}
