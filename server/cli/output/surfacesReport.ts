import { type CellVerdict, Lines, type PluginSurfaces, type SurfaceVerdict } from '../../core/index.ts';
import { certainties } from '../../core/vocabulary/certainties.ts';
import { deliveries, surfaceStates } from '../../core/vocabulary/surfaceTable.ts';
import { jsonText } from '../../core/writers/printable.ts';
import { oneLine, type Paint } from '../terminal.ts';
import { toneStyles } from './toneStyles.ts';

/** Returns the mark for what is not documented. */
function doubtOf({ state, certainty }: Pick<SurfaceVerdict, 'state' | 'certainty'>): string {
  const { doubt } = certainties[certainty];
  return state === 'unknown' || doubt === null ? '' : ` (${doubt})`;
}

const wordOf = (verdict: Pick<CellVerdict, 'state' | 'certainty' | 'needs'>): string =>
  `${verdict.needs ? `Needs ${verdict.needs}` : surfaceStates[verdict.state].label}${doubtOf(verdict)}`;

const deliveryOf = ({ delivery }: SurfaceVerdict): string => {
  const word = delivery.needs ? `Needs ${delivery.needs}` : deliveries[delivery.state].label;
  return `${word}${doubtOf(delivery)}. ${delivery.text}`;
};

/** Returns what the label alone does not say. */
const detailOf = ({ state, summary }: SurfaceVerdict): string => (state === 'partly' ? `: ${summary}` : '');

const nameWidth = 20;

/** Returns where plugins work, as text for a terminal: two lines for each surface. */
export const text = (plugins: readonly Described[], paint: Paint): string =>
  plugins
    .map(({ found, folder }) =>
      [
        `${paint('bold', oneLine(found.name))} ${paint('dim', `${oneLine(folder)}, for app ${found.minimumVersion}`)}`,
        ...found.surfaces.flatMap((surface) => [
          `  ${surface.name.padEnd(nameWidth)}${paint(toneStyles[surfaceStates[surface.state].tone], wordOf(surface))}${detailOf(surface)}`,
          `  ${''.padEnd(nameWidth)}${paint('dim', deliveryOf(surface))}`,
        ]),
      ].join('\n'),
    )
    .join('\n\n');

/** Returns the same as Markdown: the parts of each plugin by surface, and how it is delivered. */
export const markdown = (plugins: readonly Described[]): string => plugins.map(({ found }) => page(found)).join('\n\n');

function page({ name, minimumVersion, groups, surfaces }: PluginSurfaces): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const heads = ['', ...surfaces.map((surface) => surface.name)];
  const rows = groups.map(({ type, title, count }) =>
    row([
      `${title} (${count})`,
      ...surfaces.map(({ cells }) => {
        const verdict = cells[type];
        return verdict ? wordOf(verdict) : '';
      }),
    ]),
  );
  return [
    `### Where ${literal(oneLine(name))} works`,
    '',
    `For app ${minimumVersion}.`,
    '',
    row(heads),
    row(heads.map(() => '---')),
    ...rows,
    '',
    ...surfaces.map((surface) => `- **${surface.name}**: ${surface.summary} ${deliveryOf(surface)}`),
  ].join('\n');
}

/** Escapes text from a file, so that it is not read as Markdown or HTML. */
const literal = (words: string): string => words.replace(/[\\`*_{}[\]<>|~#&]/g, (sign) => `\\${sign}`);

/** A plugin with the display name of its folder, and the texts of its files. */
export interface Described {
  readonly found: PluginSurfaces;
  readonly folder: string;
  readonly fileOf: (uri: string) => { readonly file: string; readonly text: string };
}

/** Returns the same as JSON: parts with their files and lines, counted from 1. */
export const json = (plugins: readonly Described[]): string =>
  jsonText(
    plugins.map(({ found, folder, fileOf }) => ({
      name: found.name,
      folder,
      place: found.place,
      minimumVersion: found.minimumVersion,
      parts: found.groups.flatMap(({ parts }) =>
        parts.map(({ type, name, count, uri, range }) => {
          const { file, text: content } = fileOf(uri);
          return { type, name, count, file, line: new Lines(content).positionAt(range.start).line + 1 };
        }),
      ),
      surfaces: found.surfaces,
    })),
  );
