import { expectationWords, mask, type Verdict } from '../../core/index.ts';
import { type ExpectationFile, type ExpectationTest, requests } from '../../protocol.ts';
import { toPlace } from '../convert.ts';
import type { TestedFile } from '../expectations/expectationTests.ts';
import { handle } from '../handle.ts';
import type { Session } from '../session.ts';
import { labelOf } from '../sources.ts';
import type { Feature } from './feature.ts';

/** The expectations of the workspace and whether they hold: the results that the findings are made of. */
export const expectations: Feature = (session) => {
  session.connection.onRequest(
    requests.expectations,
    handle(
      session,
      { what: 'expectations', empty: [] as ExpectationFile[], wait: 'idle', about: 'workspace' },
      async () => (await session.tests.results()).map((file) => fileOf(session, file)),
    ),
  );
  return {};
};

const fileOf = (session: Session, { document: { uri }, outcomes }: TestedFile): ExpectationFile => ({
  uri: session.texts.spelling(uri),
  label: labelOf(session, uri),
  fleets: outcomes.map((outcome) => ({
    fleet: outcome.fleet ?? null,
    ...('problem' in outcome && { problem: mask(outcome.problem) }),
    tests: outcome.verdicts.map((verdict) => testOf(session, uri, verdict)),
  })),
});

function testOf(session: Session, uri: string, { expectation, outcome, misses, doubts }: Verdict): ExpectationTest {
  return {
    label: mask(expectationWords(expectation)),
    place: toPlace(session.texts, uri, expectation.range),
    outcome,
    why: expectation.why === undefined ? null : mask(expectation.why),
    reasons: (outcome === 'missed' ? misses : doubts).map(({ text, origin }) => ({
      text: mask(text),
      place: origin && session.workspace.get(origin.uri) ? toPlace(session.texts, origin.uri, origin.range) : null,
    })),
  };
}
