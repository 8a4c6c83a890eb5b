import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type LocationLink,
  type Location as LspLocation,
  type ReferenceParams,
} from 'vscode-languageserver';
import { definitions, highlights, links, references } from '../../core/features/navigation/definitionsAndReferences.ts';
import { toLocation, toLocationLink, toRange } from '../convert.ts';
import { handle, handleWhenRead, type Subject } from '../handle.ts';
import type { Feature } from './feature.ts';

/** From a name to where it is defined, and to every place that names the same thing. */
export const navigation: Feature = (session) => {
  const { connection, client, texts } = session;
  connection.onDefinition(
    handleWhenRead(session, 'definition', [] as LspLocation[] | LocationLink[], ({ document, offset }) => {
      const { origin, targets } = definitions(session.workspace, document, offset);
      return client.definitionLinks && origin
        ? targets.map((target) => toLocationLink(target, toRange(texts.lines(document.uri), origin), texts))
        : targets.map((target) => toLocation(target, texts));
    }),
  );
  connection.onReferences(
    handleWhenRead(
      session,
      'references',
      [] as LspLocation[],
      ({ document, offset, params }: Subject<ReferenceParams>) =>
        references(session.workspace, document, offset, params.context.includeDeclaration).map((place) =>
          toLocation(place, texts),
        ),
    ),
  );
  connection.onDocumentHighlight(
    handle(session, 'highlights', [] as DocumentHighlight[], ({ document, offset, lines }) =>
      highlights(session.workspace, document, offset).map(({ range, defines }) => ({
        range: toRange(lines, range),
        kind: defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      })),
    ),
  );
  connection.onDocumentLinks(
    handle(session, 'links', [] as DocumentLink[], ({ document, lines }) =>
      links(session.workspace, document).map(({ range, target }) => ({
        range: toRange(lines, range),
        target: texts.spelling(target),
      })),
    ),
  );
  return {
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
  };
};
