import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { codeLenses } from '../../core/index.ts';
import { toCodeLens } from '../convertLens.ts';
import { handle, type Subject } from '../handle.ts';
import type { Feature } from './feature.ts';

export const codeLens: Feature = (session) => {
  const { connection, texts, client } = session;
  connection.onCodeLens(
    handle(
      session,
      { what: 'lenses', empty: [] as CodeLens[], wait: 'idle', about: 'document' },
      ({ document }: Subject<CodeLensParams>) =>
        [...codeLenses(document, session.workspace, () => session.evaluator.evaluate().result)].map((lens) =>
          toCodeLens(lens, document.uri, texts, client),
        ),
    ),
  );
  return { codeLensProvider: {} };
};
