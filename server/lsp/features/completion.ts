import type { CompletionItem } from 'vscode-languageserver';
import { complete, viewOf } from '../../core/index.ts';
import { toCompletionItem } from '../convert.ts';
import { handle } from '../handle.ts';
import type { Feature } from './feature.ts';

export const completion: Feature = (session) => {
  session.connection.onCompletion(
    handle(
      session,
      { what: 'completion', empty: [] as CompletionItem[], wait: 'loaded', about: 'document' },
      ({ document, offset, lines }) => {
        const context = { workspace: viewOf(session.workspace, new Set()), target: session.target };
        return complete(document, offset, context).map((item) => toCompletionItem(item, lines, session.client));
      },
    ),
  );
  return { completionProvider: { triggerCharacters: [...'":${/@(|'] } };
};
