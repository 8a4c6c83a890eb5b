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
  const { before: sideBefore, after: sideAfter, whatIf = {} } = params;
  const sides = { before: sideBefore, after: sideAfter };
  try {
    const before = await readSide(session, sideBefore, whatIf);
    const after = await readSide(session, sideAfter, whatIf);
    return { sides, ...pageOf(before, after, reproduceCommand(session, params, { before, after })) };
  } catch (error) {
    if (error instanceof SideError) return { sides, problem: error.message };
    throw error;
  }
}

function pageOf(before: ReadSide, after: ReadSide, command: string | undefined) {
  const comparison = compareTools(before, after);
  const spotOf = spots(before, after);
  const names = { before, after, command };
  const page = comparisonPage(comparison, spotOf);
  // Only files that the editor has can be opened.
  const groups = page.groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => (after.isHere ? row : { ...row, origin: null })),
  }));
  return {
    ...page,
    groups,
    before: { name: before.name, commit: before.commit },
    after: { name: after.name, commit: after.commit },
    notes: [...new Set([before, after].flatMap(notesOf))],
    markdown: pullRequestComment(comparison, names, spotOf),
    json: comparisonJson(comparison, { before, after }, { place: places(before, after) }),
  };
}

const notesOf = ({ ambiguous, shown, notes }: ReadSide): string[] => [
  ...ambiguous.map((each) => guessSentence(each, shown)),
  ...notes,
];

/** Returns locations of both sides as files, lines and characters. */
function places(before: ReadSide, after: ReadSide) {
  const [placesBefore, placesAfter] = [before, after].map(({ text, shown }) =>
    placesIn((uri) => {
      const content = text(uri);
      return content === undefined ? undefined : { file: shown(uri), text: content };
    }),
  );
  return (origin: Origin, side: 'old' | 'new') => (side === 'old' ? placesBefore : placesAfter)?.(origin) ?? null;
}

/** Returns locations in the format of the pull-request comment. */
function spots(before: ReadSide, after: ReadSide): (origin: Origin, side: 'old' | 'new') => Spot | null {
  const placeOf = places(before, after);
  return (origin, side) => {
    const place = placeOf(origin, side);
    return place && { file: place.file, line: place.range.start.line + 1, isLink: side === 'new' && after.isHere };
  };
}
