import { impacts, kinds, rulesById, sourceLine } from '../../core/index.ts';
import { encodePart } from '../../core/writers/pageMarkdown.ts';
import { jsonText } from '../../core/writers/printable.ts';
import { listed, pageOf } from '../ruleList.ts';
import { fingerprints } from './fingerprint.ts';
import type { Finding, Range, Report } from './report.ts';

const levels = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const;
/** Severities in the terms of code scanning services, which read them from properties. */
const problemSeverities = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
  hint: 'recommendation',
} as const;
const precisions = {
  documented: 'very-high',
  validator: 'very-high',
  standard: 'very-high',
  'third-party': 'medium',
  reading: 'low',
} as const;

/** Returns SARIF 2.1.0 for code scanning services: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function sarif(report: Report, version: string): string {
  const { problems, ignored } = report;
  const findings = [...problems, ...ignored.map(({ finding }) => finding)];
  const prints = fingerprints(report, findings);
  const ids = [...new Set(findings.map(({ rule }) => rule))].sort();
  const run = {
    tool: {
      driver: { name: 'Plugboard', version, rules: ids.map(descriptor) },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      ROOT: { description: { text: 'The root of the repository, or the folder that the check was started in.' } },
    },
    results: [
      ...problems.map((problem, index) => result(problem, ids, prints[index])),
      ...ignored.map(({ finding, kind, reason }, index) => ({
        ...result(finding, ids, prints[problems.length + index]),
        suppressions: [{ kind, ...(reason && { justification: reason }) }],
      })),
    ],
  };
  return jsonText({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] });
}

/** Returns a rule with the properties that code scanning services show and filter by. */
function descriptor(id: string) {
  const rule = rulesById(kinds).get(id);
  if (!rule) return { id, shortDescription: { text: id } };
  const { severity, summary, aliases, certainty, impact, tags = [], source, hosts } = listed(rule);
  const page = pageOf(id);
  const text = [summary, `Impact: ${impacts[impact]}`, sourceLine(rule)].join('\n\n');
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text, ...(page && { markdown: page }) },
    defaultConfiguration: { level: levels[severity] },
    ...(aliases && { deprecatedIds: aliases }),
    properties: {
      tags: [id.slice(0, id.indexOf('/')), impact, ...tags],
      precision: precisions[certainty],
      'problem.severity': problemSeverities[severity],
      certainty,
      impact,
      sources: source.map((each) => ('url' in each ? each.url : each.name)),
      ...(hosts && { hosts }),
    },
  };
}

const result = (
  { file, range, severity, rule, message, related }: Finding,
  ids: readonly string[],
  print: string | undefined,
) => ({
  ruleId: rule,
  ruleIndex: ids.indexOf(rule),
  level: levels[severity],
  message: { text: message },
  ...(print !== undefined && { partialFingerprints: { 'plugboard/v1': print } }),
  locations: [{ physicalLocation: location(file, range) }],
  ...(related.length > 0 && {
    relatedLocations: related.map((each, id) => ({
      id,
      physicalLocation: location(each.file, each.range),
      message: { text: each.message },
    })),
  }),
});

const location = (file: string, { start, end }: Range) => ({
  artifactLocation: { uri: file.split('/').map(encodePart).join('/'), uriBaseId: 'ROOT' },
  region: {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  },
});
