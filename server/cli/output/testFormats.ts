import { escapeXml } from '../../core/index.ts';
import { jsonText, printable } from '../../core/writers/printable.ts';
import { workflowCommand } from './github.ts';
import { allTests, type FileTests, type FleetTests, missWords, type Tested } from './testReport.ts';

/** Returns the results as JSON, for other tools. Lines and columns count from 1. */
export const testJson = (files: readonly FileTests[]): string => {
  const tests = allTests(files);
  const count = (outcome: Tested['outcome']) => tests.filter((test) => test.outcome === outcome).length;
  return jsonText({ met: count('met'), missed: count('missed'), unsure: count('unsure'), files });
};

const isFailure = ({ outcome }: Tested, isStrict: boolean): boolean =>
  outcome === 'missed' || (isStrict && outcome === 'unsure');

/** Returns one annotation for each expectation that does not hold, at its line. */
export const testGithub = (files: readonly FileTests[], isStrict: boolean): string =>
  files
    .flatMap(({ fleets }) => fleets.flatMap((fleet) => fleet.tests.map((test) => ({ test, fleet: fleet.fleet }))))
    .filter(({ test }) => test.outcome !== 'met')
    .map(({ test, fleet }) =>
      workflowCommand(
        isFailure(test, isStrict) ? 'error' : 'notice',
        test.place,
        fleet ?? 'Expectation',
        sentence(test),
      ),
    )
    .join('\n');

const sentence = (test: Tested): string =>
  `${test.expectation}: ${[...test.misses, ...test.doubts].map(missWords).join('; ')}.${test.why === null ? '' : ` ${test.why}`}`;

/** Returns the results as JUnit XML, which most CI systems read: one suite for each file and fleet. */
export function testJunit(files: readonly FileTests[], isStrict: boolean): string {
  const suites = files.flatMap(({ file, fleets }) => fleets.map((fleet) => suite(file, fleet, isStrict)));
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="plugboard">', ...suites, '</testsuites>'].join(
    '\n',
  );
}

/** Escapes text for an attribute or an element. */
const attribute = (text: string): string => escapeXml(printable(text), true);

function suite(file: string, { fleet, tests }: FleetTests, isStrict: boolean): string {
  const failures = tests.filter((test) => isFailure(test, isStrict)).length;
  const name = fleet === null ? file : `${file}: ${fleet}`;
  return [
    `  <testsuite name="${attribute(name)}" tests="${tests.length}" failures="${failures}">`,
    ...tests.map((test) => testCase(file, test, isStrict)),
    '  </testsuite>',
  ].join('\n');
}

function testCase(file: string, test: Tested, isStrict: boolean): string {
  const head = `    <testcase classname="${attribute(file)}" name="${attribute(test.expectation)}" file="${attribute(file)}" line="${test.place.line}"`;
  if (test.outcome === 'met') return `${head}/>`;
  const [tag, text] = [isFailure(test, isStrict) ? 'failure' : 'system-out', attribute(sentence(test))];
  return tag === 'failure'
    ? `${head}>\n      <failure message="${text}"/>\n    </testcase>`
    : `${head}>\n      <system-out>${text}</system-out>\n    </testcase>`;
}
