import {
  compareTools,
  comparisonJson,
  comparisonPage,
  type Origin,
  placesIn,
  pullRequestComment,
  type Spot,
} from '../../core/index.ts';
import { type CompareToolsAnswer, type CompareToolsParams, requests } from '../../protocol.ts';
import { SideError } from '../../sides/side.ts';
import { guessSentence } from '../../sides/sources.ts';
import { handle } from '../handle.ts';
import { reproduceCommand } from '../reproduceCommand.ts';
import type { Session } from '../session.ts';
import { type ReadSide, readSide } from '../sides.ts';
import type { Feature } from './feature.ts';

/** *Compare Effective Tools…*. */
export const compare: Feature = (session) => {
  session.connection.onRequest<CompareToolsAnswer | null, void>(
    requests.compareTools,
    handle(
      session,
      { what: 'comparison of tools', empty: null, wait: 'loaded', about: 'workspace' },
      (params: CompareToolsParams) => compared(session, params),
    ),
  );
  return {};
};

async function compared(session: Session, params: CompareToolsParams): Promise<CompareToolsAnswer> {
  const { before, after, whatIf = {} } = params;
  const sides = { before, after };
  try {
    const [old, now] = [await readSide(session, before, whatIf), await readSide(session, after, whatIf)];
    return { sides, ...pageOf(old, now, reproduceCommand(session, params, old, now)) };
  } catch (error) {
    if (error instanceof SideError) return { sides, problem: error.message };
    throw error;
  }
}

function pageOf(old: ReadSide, now: ReadSide, command: string | undefined) {
  const comparison = compareTools(old, now);
  const spotOf = spots(old, now);
  const names = { old, now, command };
  const page = comparisonPage(comparison, spotOf);
  // Only what the editor has can be opened.
  const groups = page.groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => (now.isHere ? row : { ...row, origin: null })),
  }));
  return {
    ...page,
    groups,
    before: { name: old.name, commit: old.commit },
    after: { name: now.name, commit: now.commit },
    notes: [...new Set([old, now].flatMap(notesOf))],
    markdown: pullRequestComment(comparison, names, spotOf),
    json: comparisonJson(comparison, { old, now }, { place: places(old, now) }),
  };
}

const notesOf = ({ ambiguous, shown, notes }: ReadSide): string[] => [
  ...ambiguous.map((each) => guessSentence(each, shown)),
  ...notes,
];

/** Places of both sides in files, lines and characters. */
function places(old: ReadSide, now: ReadSide) {
  const [before, after] = [old, now].map(({ text, shown }) =>
    placesIn((uri) => {
      const content = text(uri);
      return content === undefined ? undefined : { file: shown(uri), text: content };
    }),
  );
  return (origin: Origin, side: 'old' | 'new') => (side === 'old' ? before : after)?.(origin) ?? null;
}

/** The same as the page of a pull request names them. */
function spots(old: ReadSide, now: ReadSide): (origin: Origin, side: 'old' | 'new') => Spot | null {
  const placeOf = places(old, now);
  return (origin, side) => {
    const place = placeOf(origin, side);
    return place && { file: place.file, line: place.range.start.line + 1, isLink: side === 'new' && now.isHere };
  };
}
