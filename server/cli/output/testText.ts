import { count, verdictWords } from '../../core/index.ts';
import type { Paint, Style } from '../terminal.ts';
import { oneLine } from '../terminal.ts';
import { allTests, type FileTests, type FleetTests, missWords, type Tested } from './testReport.ts';

const marks: Readonly<Record<Tested['outcome'], readonly [mark: string, style: Style]>> = {
  met: ['✓', 'green'],
  missed: ['✗', 'red'],
  unsure: ['?', 'yellow'],
};

/** The maximum number of reasons that are listed for one expectation. */
const listed = 10;

/** Returns the results for a terminal: by file, then by fleet. */
export function testText(files: readonly FileTests[], paint: Paint): string {
  const blocks = files.flatMap(({ file, fleets }) => [
    paint('underline', oneLine(file)),
    ...fleets.flatMap((fleet) => [fleetText(fleet, paint)]),
  ]);
  const tests = allTests(files);
  const isBad = tests.some(({ outcome }) => outcome === 'missed');
  return [...blocks, paint(isBad ? 'red' : 'bold', `${verdictWords(tests)}.`)].join('\n\n');
}

function fleetText({ fleet, evaluated, minimumVersion, tests }: FleetTests, paint: Paint): string {
  const head = [
    ...(fleet === null ? [] : [paint('bold', oneLine(fleet))]),
    paint('dim', `${evaluated} Apps from ${minimumVersion} on.`),
  ];
  return [...head, ...tests.flatMap((test) => testLines(test, paint))].map((line) => `  ${line}`).join('\n');
}

function testLines({ expectation, outcome, checked, misses, doubts, why, place }: Tested, paint: Paint): string[] {
  const [mark, style] = marks[outcome];
  const seen = checked === 0 ? 'nothing to look at' : `${count(checked, 'case')} looked at`;
  const reasons = outcome === 'missed' ? misses : doubts;
  const more = reasons.length - listed;
  return [
    `${paint(style, mark)} ${expectation} ${paint('dim', outcome === 'met' ? `(${seen})` : `(line ${place.line})`)}`,
    ...reasons.slice(0, listed).map((reason) => `    ${missWords(reason)}`),
    ...(more > 0 ? [`    and ${more} more`] : []),
    ...(outcome === 'unsure'
      ? ['    It is as expected as far as is known; the app’s documentation does not say so.']
      : []),
    ...(outcome === 'met' || why === null ? [] : [paint('dim', `    Why it is expected: ${why}`)]),
  ];
}
