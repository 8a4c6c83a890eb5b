import { pullRequestComment } from '../../core/diff/comment.ts';
import { compareTools } from '../../core/diff/compareTools.ts';
import { comparisonJson } from '../../core/diff/diffJson.ts';
import type { Spot } from '../../core/diff/model.ts';
import { comparisonPage } from '../../core/diff/page.ts';
import type { Origin } from '../../core/effective/model.ts';
import { placesIn } from '../../core/effective/toContract.ts';
import { type CompareToolsAnswer, type CompareToolsParams, requests } from '../../protocol.ts';
import { SideError } from '../compare/sideError.ts';
import { type ReadSide, readSide } from '../compare/sides.ts';
import { containedWhenRead } from '../handle.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** *Compare Effective Tools…*. */
export const compare: Feature = (session) => {
  session.connection.onRequest<CompareToolsAnswer | null, void>(
    requests.compareTools,
    containedWhenRead(session, 'comparison of tools', null, (params: CompareToolsParams) => compared(session, params)),
  );
  return {};
};

function compared(session: Session, { before, after, choice }: CompareToolsParams): CompareToolsAnswer {
  const sides = { before, after };
  try {
    return { sides, ...pageOf(readSide(session, before, choice), readSide(session, after, choice)) };
  } catch (error) {
    if (error instanceof SideError) return { sides, problem: error.message };
    throw error;
  }
}

function pageOf(old: ReadSide, now: ReadSide) {
  const comparison = compareTools(old, now);
  const spotOf = spots(old, now);
  const names = { old, now, command: commandOf(old, now) };
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
    markdown: pullRequestComment(comparison, names, spotOf),
    json: comparisonJson(comparison, { old, now }, { place: places(old, now) }),
  };
}

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

/** How the command line tells the same. */
const commandOf = (old: ReadSide, now: ReadSide): string =>
  ['plugboard diff', old.name, now.name].filter((word) => word !== 'working tree').join(' ');
