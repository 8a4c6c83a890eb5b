import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type LocationLink,
  type Location as LspLocation,
  type ReferenceParams,
} from 'vscode-languageserver';
import { definitions, highlights, links, references } from '../../core/index.ts';
import { toLocation, toLocationLink, toRange } from '../convert.ts';
import { handle, type Subject } from '../handle.ts';
import type { Feature } from './feature.ts';

/** Definitions and references of a name. */
export const navigation: Feature = (session) => {
  const { connection, client, texts } = session;
  connection.onDefinition(
    handle(
      session,
      { what: 'definition', empty: [] as LspLocation[] | LocationLink[], wait: 'loaded', about: 'document' },
      ({ document, offset }) => {
        const { origin, targets } = definitions(session.workspace, document, offset);
        return client.definitionLinks && origin
          ? targets.map((target) => toLocationLink(target, toRange(texts.lines(document.uri), origin), texts))
          : targets.map((target) => toLocation(target, texts));
      },
    ),
  );
  connection.onReferences(
    handle(
      session,
      { what: 'references', empty: [] as LspLocation[], wait: 'loaded', about: 'document' },
      ({ document, offset, params }: Subject<ReferenceParams>) =>
        references(session.workspace, document, offset, params.context.includeDeclaration).map((place) =>
          toLocation(place, texts),
        ),
    ),
  );
  connection.onDocumentHighlight(
    handle(
      session,
      { what: 'highlights', empty: [] as DocumentHighlight[], wait: 'loaded', about: 'document' },
      ({ document, offset, lines }) =>
        highlights(session.workspace, document, offset).map(({ range, defines }) => ({
          range: toRange(lines, range),
          kind: defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        })),
    ),
  );
  connection.onDocumentLinks(
    handle(
      session,
      { what: 'links', empty: [] as DocumentLink[], wait: 'loaded', about: 'document' },
      ({ document, lines }) =>
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
