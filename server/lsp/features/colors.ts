import type { ColorInformation, ColorPresentation, ColorPresentationParams } from 'vscode-languageserver';
import { colors as colorsOf, hasColors, presentColor } from '../../core/index.ts';
import { fromColor, toColor, toOffsets, toRange, toSelector } from '../convert.ts';
import { handle } from '../handle.ts';
import type { Feature } from './feature.ts';

/** Registered only for files that may contain colours: in others, the editor finds colours itself as long as no provider does. */
export const colors: Feature = (session) => {
  session.connection.onDocumentColor(
    handle(
      session,
      { what: 'colours', empty: [] as ColorInformation[], wait: 'none', about: 'document' },
      ({ document, lines }) =>
        colorsOf(document).map(({ range, color }) => ({ range: toRange(lines, range), color: toColor(color) })),
    ),
  );
  session.connection.onColorPresentation(
    handle(
      session,
      { what: 'colour', empty: [] as ColorPresentation[], wait: 'none', about: 'document' },
      ({ document, lines, params }) => {
        const { color, range }: ColorPresentationParams = params;
        const found = presentColor(document, toOffsets(lines, range), fromColor(color));
        if (!found) return [];
        const { label, edit } = found;
        return [{ label, textEdit: { range: toRange(lines, edit.range), newText: edit.newText } }];
      },
    ),
  );
  const kinds = session.host.kinds.filter(hasColors);
  return kinds.length > 0 ? { colorProvider: { documentSelector: toSelector(kinds) } } : {};
};
