import * as vscode from 'vscode';
import {
  commands,
  ignoreCommand,
  type Place,
  type PolicyFormat,
  requests,
  type ServerName,
  type TreeRow,
} from '../server/protocol.ts';
import { startWhenNeeded } from './activation.ts';
import { Choice } from './choice.ts';
import { ProfileComparison } from './commands/compareWithProfile.ts';
import { discoverTools } from './commands/discoverTools.ts';
import { copyMarkdown, saveJson } from './commands/exportResult.ts';
import { type Finding, ignoreHere } from './commands/ignoreHere.ts';
import { newPolicy } from './commands/newPolicy.ts';
import { savePolicyAs } from './commands/savePolicyAs.ts';
import { InForceReport } from './commands/showInForce.ts';
import { showReferences } from './commands/showReferences.ts';
import { showSurfaces } from './commands/showSurfaces.ts';
import { openPlace } from './open.ts';
import { pickFleet } from './pickers/pickFleet.ts';
import { pickOrgPlugins } from './pickers/pickOrgPlugins.ts';
import { pickPolicy } from './pickers/pickPolicy.ts';
import { watchActivePolicy } from './policyContext.ts';
import { tryAgainCommand } from './resilience/leftOut.ts';
import { Server } from './server.ts';
import { decorations } from './views/decorations.ts';
import { EffectivePanel } from './views/effectivePanel.ts';
import { ExpectationTests } from './views/expectationTests.ts';
import { RowTreeProvider } from './views/rowTreeProvider.ts';
import { SurfacesPanel } from './views/surfacesPanel.ts';

/** The API for tests of the extension. */
export interface Api {
  readonly server: Server;
  readonly tree: RowTreeProvider;
  readonly policies: RowTreeProvider;
  readonly panel: EffectivePanel;
  readonly surfaces: SurfacesPanel;
  readonly expectations: ExpectationTests;
}

export function activate(context: vscode.ExtensionContext): Api {
  const choice = new Choice(context.workspaceState);
  const server = new Server(context, choice);
  const tree = new RowTreeProvider(server, choice);
  const policies = new RowTreeProvider(server, choice, requests.policies);
  const panel = new EffectivePanel(server, choice, context.extensionUri);
  const surfaces = new SurfacesPanel(server, context.extensionUri);
  const expectations = new ExpectationTests(server);
  const comparison = new ProfileComparison(server);
  const inForce = new InForceReport(context.asAbsolutePath('dist/cli.js'));
  const command = vscode.commands.registerCommand;
  context.subscriptions.push(
    server,
    tree,
    policies,
    panel,
    surfaces,
    expectations,
    comparison,
    inForce,
    vscode.window.createTreeView('plugboard.orgPlugins', { treeDataProvider: tree, showCollapseAll: true }),
    vscode.window.createTreeView('plugboard.policies', { treeDataProvider: policies }),
    vscode.window.registerFileDecorationProvider(decorations),
    command(commands.showEffectiveTools, (of?: TreeRow | ServerName) => panel.show(serverOf(of))),
    command('plugboard.choosePolicy', () => pickPolicy(server, choice)),
    command('plugboard.chooseFleet', () => pickFleet(server, choice)),
    command('plugboard.chooseOrgPlugins', () => pickOrgPlugins(server, choice)),
    command('plugboard.copyAsMarkdown', async () => copyMarkdown(await panel.ask())),
    command('plugboard.saveAsJson', () => saveJson(server, choice)),
    command(ignoreCommand, (finding: Finding) => ignoreHere(server, finding)),
    command('plugboard.newPolicy', () => newPolicy(server)),
    command('plugboard.savePolicyAs', (to?: PolicyFormat) => savePolicyAs(server, to)),
    command('plugboard.compareWithProfile', () => comparison.show()),
    command('plugboard.showInForce', (root?: string) => inForce.show(root)),
    command('plugboard.showSurfaces', (from?: TreeRow | vscode.Uri) => showSurfaces(server, surfaces, from)),
    command('plugboard.discoverTools', (from?: TreeRow | ServerName) => discoverTools(server, from)),
    command('plugboard.compareEffective', () => panel.compare()),
    command('plugboard.refresh', () => {
      tree.refresh();
      policies.refresh();
    }),
    command('plugboard.restartServer', () => server.restart()),
    command(tryAgainCommand, () => server.resilience.leftOut.includeAll()),
    command(commands.openPlace, (place: Place) => openPlace(place)),
    command(commands.showReferences, showReferences),
  );
  watchActivePolicy(context.subscriptions);
  void startWhenNeeded(server, context.subscriptions);
  return { server, tree, policies, panel, surfaces, expectations };
}

/** Returns the server of a lens; a row of the tree has none. */
const serverOf = (of: TreeRow | ServerName | undefined): ServerName | undefined =>
  of && 'layer' in of ? of : undefined;
