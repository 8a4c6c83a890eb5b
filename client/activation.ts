import * as vscode from 'vscode';
import { canBePolicy } from './policyTexts.ts';
import type { Server } from './server.ts';

/** Files that only plugins and policies have. */
const plugins =
  '**/{.claude-plugin/plugin.json,.claude-plugin/marketplace.json,.mcp.json,SKILL.md,claude_desktop_config.json,.plugboard.json,*.expect.json,*.mobileconfig}';
const isPluginPath = (path: string): boolean =>
  /\/(SKILL\.md|\.mcp\.json|hooks\.json|claude_desktop_config\.json)$/.test(path) ||
  path.endsWith('.expect.json') ||
  (path.endsWith('.md') && /\/(agents|commands)\/./.test(path));

export const looksLikePolicy = (document: vscode.TextDocument): boolean =>
  ['file', 'untitled'].includes(document.uri.scheme) && canBePolicy(document.languageId, document.getText());

const looksOurs = (document: vscode.TextDocument): boolean =>
  looksLikePolicy(document) || (document.uri.scheme === 'file' && isPluginPath(document.uri.path));

/**
 * Starts the server as soon as there is something for it. Any file in these languages may be a policy, so each of them
 * activates the extension; most are not, and then nothing runs.
 */
export async function startWhenNeeded(server: Server, subscriptions: vscode.Disposable[]): Promise<void> {
  const settings = vscode.workspace.getConfiguration('plugboard');
  const configured = [settings.get('policyFiles'), settings.get('orgPlugins.directories')];
  const wanted =
    vscode.workspace.textDocuments.some(looksOurs) ||
    configured.some((value) => Array.isArray(value) && value.length > 0) ||
    (await vscode.workspace.findFiles(plugins, '**/node_modules/**', 1)).length > 0;
  if (wanted) return server.start();
  const consider = (document: vscode.TextDocument) => {
    if (looksOurs(document)) void server.start();
  };
  subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(consider),
    vscode.workspace.onDidSaveTextDocument(consider),
  );
}
