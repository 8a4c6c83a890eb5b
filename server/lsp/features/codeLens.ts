import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { codeLenses } from '../../core/features/codeLenses.ts';
import { toCodeLens } from '../convertGlance.ts';
import { handleWhenSettled, type Subject } from '../handle.ts';
import type { Feature } from './feature.ts';

export const codeLens: Feature = (session) => {
  const { connection, texts, client } = session;
  connection.onCodeLens(
    handleWhenSettled(session, 'lenses', [] as CodeLens[], ({ document }: Subject<CodeLensParams>) =>
      [...codeLenses(document, session.workspace, () => session.evaluator.current().result)].map((lens) =>
        toCodeLens(lens, document.uri, texts, client),
      ),
    ),
  );
  return { codeLensProvider: {} };
};
