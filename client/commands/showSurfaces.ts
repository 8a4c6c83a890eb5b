import * as vscode from 'vscode';
import { type PluginChoice, requests, type TreeRow } from '../../server/protocol.ts';
import type { Server } from '../server.ts';
import type { SurfacesPanel } from '../views/surfacesPanel.ts';

/**
 * *Show Where a Plugin Works…*: for the plugin of `from`, a row of the tree or a file; otherwise the user chooses, with the
 * plugin of the active file first.
 */
export async function showSurfaces(server: Server, panel: SurfacesPanel, from?: TreeRow | vscode.Uri): Promise<void> {
  const plugin = from instanceof vscode.Uri ? from.toString() : from?.resource;
  if (plugin !== undefined) return panel.show(plugin);
  const plugins = await server.ask<PluginChoice[]>(requests.plugins);
  if (plugins.length === 0) {
    await vscode.window.showInformationMessage('This workspace has no plugin.');
    return;
  }
  const chosen = await choose(plugins);
  if (chosen) await panel.show(chosen.uri);
}

async function choose(plugins: readonly PluginChoice[]): Promise<PluginChoice | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri.toString() ?? '';
  const here = ({ uri }: PluginChoice) => active.startsWith(`${uri}/`);
  const items = [...plugins.filter(here), ...plugins.filter((plugin) => !here(plugin))].map((plugin) => ({
    label: `$(extensions) ${plugin.name}`,
    description: plugin.label,
    plugin,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Show Where a Plugin Works',
    placeHolder: 'The plugin',
    matchOnDescription: true,
  });
  return picked?.plugin;
}
