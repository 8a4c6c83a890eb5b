import type { Rule } from '../model.ts';

const common = {
  source: ['plugboard'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'workspace',
  // What is in force on a fleet depends on files outside of the document, so the server creates these findings.
  check: () => [],
} as const satisfies Partial<Rule>;

/** The rules of findings that tests of expectations create in the editor. */
export const testRules: Readonly<Record<'missed' | 'unsure' | 'untested', Rule>> = {
  missed: {
    ...common,
    id: 'expectations/missed',
    severity: 'warning',
    summary: 'Expectations: what is expected does not hold on a fleet.',
  },
  unsure: {
    ...common,
    id: 'expectations/uncertain',
    severity: 'hint',
    summary: 'Expectations: the app’s documentation does not say whether it holds on a fleet.',
  },
  untested: {
    ...common,
    id: 'expectations/not-tested',
    severity: 'error',
    summary: 'Expectations: the files of a fleet cannot be read, so nothing is tested for it.',
  },
};
