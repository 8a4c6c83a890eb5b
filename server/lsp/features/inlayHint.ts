import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { type Document, filesNamedIn, inlayHints } from '../../core/index.ts';
import { toOffsets } from '../convert.ts';
import { toInlayHint } from '../convertLens.ts';
import { handle, type Subject } from '../handle.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

export const inlayHint: Feature = (session) => {
  const { connection, texts } = session;
  connection.languages.inlayHint.on(
    handle(
      session,
      { what: 'inlay hints', empty: [] as InlayHint[], wait: 'idle', about: 'document' },
      async ({ document, lines, params }: Subject<InlayHintParams>) => {
        const { workspace, tools } = session;
        const effective = () => resultFor(session, document);
        const sizes = await sizesOf(session, document);
        const hints = inlayHints(document, toOffsets(lines, params.range), { workspace, tools, effective, sizes });
        return hints.map((hint) => toInlayHint(hint, lines, texts));
      },
    ),
  );
  return { inlayHintProvider: true };
};

/** If a policy cannot be parsed, the result is that of its last readable text, in which lines were elsewhere. */
function resultFor({ evaluator }: Session, document: Document) {
  const { documents, result } = evaluator.evaluate();
  return (documents.get(document.uri) ?? document) === document ? result : undefined;
}

/** Reads sizes from disk each time, since changes of scripts are not reported. */
async function sizesOf({ workspace, host }: Session, document: Document): Promise<ReadonlyMap<string, number>> {
  const uris = [...new Set(filesNamedIn(document, workspace.roots).map(({ uri }) => uri))];
  const asked = uris.filter((uri) => workspace.files.file(uri)?.type === 'file');
  const entries = await Promise.all(asked.map((uri) => host.files.stat(uri)));
  return new Map(entries.flatMap((entry) => (entry?.size === undefined ? [] : [[entry.uri, entry.size] as const])));
}
