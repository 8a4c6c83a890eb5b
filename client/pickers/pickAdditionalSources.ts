import * as vscode from 'vscode';
import { type PackedAnswer, requests, type SourceCandidates } from '../../server/protocol.ts';
import type { Choice } from '../choice.ts';
import type { Server } from '../server.ts';

const kinds = [
  { key: 'userConfigs', title: 'The user’s own servers', icon: 'account' },
  { key: 'extensions', title: 'Desktop extensions', icon: 'package' },
  { key: 'claudeCode', title: 'Claude Code’s managed files', icon: 'terminal' },
] as const;

/** Asks for sources in addition to policy and plugins. */
export async function pickAdditionalSources({ sources }: PackedAnswer, server: Server, choice: Choice): Promise<void> {
  const candidates = await server.ask<SourceCandidates>(requests.sourceCandidates);
  const chosen = new Set([sources.userConfig, ...(sources.extensions ?? []), ...(sources.claudeCode ?? [])]);
  const items = kinds.flatMap(({ key, title, icon }) => {
    const files = candidates[key].map(({ uri, label }) => ({
      label: `$(${icon}) ${label}`,
      picked: chosen.has(uri),
      uri,
      key,
    }));
    const head = { label: title, kind: vscode.QuickPickItemKind.Separator, uri: '', key };
    return files.length > 0 ? [head, ...files] : [];
  });
  if (items.length === 0) {
    await vscode.window.showInformationMessage(
      'The workspace has no claude_desktop_config.json, no manifest of a desktop extension, and no Claude Code managed-mcp.json or managed-settings.json.',
    );
    return;
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Additional Sources',
    placeHolder: 'Files to evaluate in addition to the policy and the org plugins',
    canPickMany: true,
  });
  if (!picked) return;
  const of = (key: (typeof kinds)[number]['key']) => picked.filter((item) => item.key === key).map(({ uri }) => uri);
  await choice.remember({
    userConfig: of('userConfigs')[0],
    extensions: of('extensions'),
    claudeCode: of('claudeCode'),
  });
}
