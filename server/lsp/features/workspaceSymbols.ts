import type { WorkspaceSymbol } from 'vscode-languageserver';
import { workspaceSymbols as symbolsOf } from '../../core/features/navigation/definitionsAndReferences.ts';
import { toWorkspaceSymbol } from '../convert.ts';
import { containedWhenRead } from '../handle.ts';
import type { Feature } from './feature.ts';

/** Everything that the workspace defines: plugins, skills, agents, commands, servers, tools that a policy decides, options. */
export const workspaceSymbols: Feature = (session) => {
  session.connection.onWorkspaceSymbol(
    containedWhenRead(session, 'workspace symbols', [] as WorkspaceSymbol[], ({ query }: { query: string }) =>
      symbolsOf(session.workspace, query).map((symbol) => toWorkspaceSymbol(symbol, session.texts)),
    ),
  );
  return { workspaceSymbolProvider: true };
};
