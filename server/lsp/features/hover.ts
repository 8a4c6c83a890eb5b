import type { Hover } from 'vscode-languageserver';
import { escapeMarkdown, type HoverFormat, hover as hoverAt, nameOf, viewOf } from '../../core/index.ts';
import { toHover } from '../convert.ts';
import { handle } from '../handle.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** Locations are links to files; icons and commands are used only if the client supports them. */
function formatOf(session: Session, uri: string): HoverFormat {
  return {
    isRich: session.client.commands,
    uri,
    place: (origin) => {
      const { line } = session.texts.lines(origin.uri).positionAt(origin.range.start);
      const name = origin.uri === uri ? `line ${line + 1}` : `${nameOf(origin.uri)}:${line + 1}`;
      return `[${escapeMarkdown(name)}](${session.texts.spelling(origin.uri)}#L${line + 1})`;
    },
    tool: (server, name) => session.tools.get(server)?.find((tool) => tool.name === name),
  };
}

export const hover: Feature = (session) => {
  session.connection.onHover(
    handle(
      session,
      { what: 'hover', empty: null as Hover | null, wait: 'loaded', about: 'document' },
      ({ document, offset, lines }) => {
        const card = hoverAt(document, offset, {
          workspace: viewOf(session.workspace, new Set()),
          target: session.target,
          effective: () => session.evaluator.evaluate().result,
          format: formatOf(session, document.uri),
        });
        return card ? toHover(card, lines) : null;
      },
    ),
  );
  return { hoverProvider: true };
};
