import { count } from '../../core/index.ts';
import type { FoundDevice, FoundPlace } from '../doctor/device.ts';
import { oneLine, type Paint } from '../terminal.ts';
import type { Finding } from './report.ts';

/** What was found on a device. */
export interface Diagnosis {
  readonly device: FoundDevice;
  /** Errors and warnings in the files that count. */
  readonly problems: readonly Finding[];
  /** The version for which it is evaluated. */
  readonly version: string;
}

const platforms: Readonly<Record<FoundDevice['platform'], string>> = {
  macos: 'macOS',
  windows: 'Windows',
  linux: 'Linux',
};

/** The maximum number of findings that are listed. */
const listed = 20;

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

function headOf({ device: { platform, user, app }, version }: Diagnosis): string {
  const who = user === undefined ? 'no user’s settings: name one with --user' : `user ${oneLine(user)}`;
  const what =
    app === undefined
      ? `The version of the app was not found; evaluated for ${version}.`
      : `App ${app.version} (${app.path}).`;
  return `${platforms[platform]}, ${who}. ${what}`;
}

const placeText = (place: FoundPlace): string => `${place.label}: ${oneLine(place.path)}${remark(place)}`;

function remark({ is, note, role }: FoundPlace): string {
  const why = role.is === 'ignored' ? role.why : is === 'unreadable' ? `cannot be read: ${note}` : note;
  return why === undefined ? '' : ` (${why})`;
}

/** Returns a place with a link that opens it, if it can be opened. */
const placeLinked = (place: FoundPlace): string =>
  place.is === 'there'
    ? `${place.label}: [${escaped(oneLine(place.path))}](<${address(place.uri)}>)${escaped(remark(place))}`
    : escaped(placeText(place));

/** Returns a URI without signs that could end the link. */
const address = (uri: string): string => uri.replace(/[<>\\\s]/g, (sign) => encodeURIComponent(sign));

/** Sorts the places: what counts, what is ignored, what is not there; then mistakes. */
function sectionsOf(
  { device: { places }, problems }: Diagnosis,
  show: { place: (place: FoundPlace) => string; finding: (text: string) => string },
): Section[] {
  const of = (isMeant: (place: FoundPlace) => boolean) => places.filter(isMeant).map(show.place);
  const isIgnored = ({ role }: FoundPlace) => role.is === 'ignored';
  const more = problems.length - listed;
  return [
    { title: 'Read', lines: of((place) => !isIgnored(place) && place.is !== 'missing') },
    { title: 'Ignored by the app', lines: of((place) => isIgnored(place) && place.is !== 'missing') },
    { title: 'Not there', lines: of((place) => !isIgnored(place) && place.is === 'missing') },
    {
      title: `Mistakes in these files: ${problems.length === 0 ? 'none found' : count(problems.length, 'finding')}`,
      lines: [
        ...problems
          .slice(0, listed)
          .map(({ file, range, severity, message }) =>
            show.finding(`${severity} ${oneLine(file)}:${range.start.line + 1} ${message}`),
          ),
        ...(more > 0 ? [`and ${more} more: plugboard check lists them`] : []),
      ],
    },
  ].filter(({ title, lines }) => lines.length > 0 || title.startsWith('Mistakes'));
}

/** Returns a diagnosis for a terminal. */
export const doctorText = (diagnosis: Diagnosis, paint: Paint): string =>
  [
    headOf(diagnosis),
    ...sectionsOf(diagnosis, { place: placeText, finding: (text) => text }).map(({ title, lines }) =>
      [paint('bold', title), ...lines.map((line) => `  ${line}`)].join('\n'),
    ),
  ].join('\n\n');

/** Escapes text from files for Markdown, so that a path or a message is only text. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|!@]/g, (sign) => `\\${sign}`);

/** Returns a diagnosis as Markdown, for a ticket. With `links`, for a reader on this computer: each file can be opened. */
export const doctorMarkdown = (diagnosis: Diagnosis, links = false): string =>
  [
    escaped(headOf(diagnosis)),
    ...sectionsOf(diagnosis, {
      place: links ? placeLinked : (place) => escaped(placeText(place)),
      finding: escaped,
    }).map(({ title, lines }) => [`**${title}**`, '', ...lines.map((line) => `- ${line}`)].join('\n')),
  ].join('\n\n');
