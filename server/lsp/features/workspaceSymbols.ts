import type { WorkspaceSymbol } from 'vscode-languageserver';
import { workspaceSymbols as symbolsOf } from '../../core/index.ts';
import { toWorkspaceSymbol } from '../convert.ts';
import { handle } from '../handle.ts';
import type { Feature } from './feature.ts';

/** All symbols that the workspace defines: plugins, skills, agents, commands, servers, tools that a policy decides about, options. */
export const workspaceSymbols: Feature = (session) => {
  session.connection.onWorkspaceSymbol(
    handle(
      session,
      { what: 'workspace symbols', empty: [] as WorkspaceSymbol[], wait: 'loaded', about: 'workspace' },
      ({ query }: { query: string }) =>
        symbolsOf(session.workspace, query).map((symbol) => toWorkspaceSymbol(symbol, session.texts)),
    ),
  );
  return { workspaceSymbolProvider: true };
};
