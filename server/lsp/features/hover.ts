import type { Hover } from 'vscode-languageserver';
import { hover as hoverAt } from '../../core/features/hover.ts';
import { viewOf } from '../../core/view.ts';
import { toHover } from '../convert.ts';
import { handle } from '../handle.ts';
import type { Feature } from './feature.ts';

export const hover: Feature = (session) => {
  session.connection.onHover(
    handle(session, 'hover', null as Hover | null, ({ document, offset, lines }) => {
      const card = hoverAt(document, offset, {
        workspace: viewOf(session.workspace, new Set()),
        target: session.target,
        effective: () => session.evaluator.current().result,
      });
      return card ? toHover(card, lines) : null;
    }),
  );
  return { hoverProvider: true };
};
