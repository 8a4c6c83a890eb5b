import * as vscode from 'vscode';
import { requests, type TreeRow } from '../../server/protocol.ts';
import type { Choice } from '../choice.ts';
import type { Server } from '../server.ts';
import { decorated } from './decorations.ts';

/** A tree in the side bar whose rows the server provides: org plugins, or policies. */
export class RowTreeProvider implements vscode.TreeDataProvider<TreeRow>, vscode.Disposable {
  readonly #server: Server;
  readonly #choice: Choice;
  readonly #request: string;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(server: Server, choice: Choice, request: string = requests.tree) {
    this.#request = request;
    this.#server = server;
    this.#choice = choice;
    this.#subscriptions = [server.onDidChange(() => this.refresh()), choice.onDidChange(() => this.refresh())];
  }

  refresh(): void {
    this.#changed.fire();
  }

  async getChildren(row?: TreeRow): Promise<TreeRow[]> {
    if (row) return [...(row.children ?? [])];
    return (await this.#server.ask<TreeRow[] | null>(this.#request, this.#choice.whatIf)) ?? [];
  }

  getTreeItem(row: TreeRow): vscode.TreeItem {
    const item = new vscode.TreeItem(row.label, collapsibleState(row));
    const { errors, warnings } = row.problems ?? { errors: 0, warnings: 0 };
    const state = [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')].filter(Boolean);
    item.id = row.id;
    item.contextValue = row.context;
    item.iconPath = new vscode.ThemeIcon(row.icon, row.color ? new vscode.ThemeColor(row.color) : undefined);
    item.resourceUri = decorated(row);
    item.tooltip = [row.tooltip ?? row.label, ...state].join('\n');
    item.accessibilityInformation = { label: [row.label, row.description, ...state].filter(Boolean).join(', ') };
    if (row.description !== undefined) item.description = row.description;
    if (row.place) item.command = { command: 'plugboard.openPlace', title: 'Open', arguments: [row.place] };
    return item;
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
    this.#changed.dispose();
  }
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

/** Folders of plugins are initially expanded, what is inside them collapsed. */
function collapsibleState({ children, context }: TreeRow): vscode.TreeItemCollapsibleState {
  if (!children || children.length === 0) return vscode.TreeItemCollapsibleState.None;
  return context === 'mount' ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}
