import { encodePart } from '../../core/writers/pageMarkdown.ts';
import { jsonText } from '../../core/writers/printable.ts';
import type { Finding, Range, Report } from './report.ts';

const levels = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const;

/** SARIF 2.1.0, as code scanning services read it: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function sarif({ problems, ignored }: Report, version: string): string {
  const ids = [...new Set([...problems, ...ignored.map(({ finding }) => finding)].map(({ rule }) => rule))].sort();
  const run = {
    tool: {
      driver: { name: 'Plugboard', version, rules: ids.map((id) => ({ id, shortDescription: { text: id } })) },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { ROOT: { description: { text: 'The folder that the check was started in.' } } },
    results: [
      ...problems.map((problem) => result(problem, ids)),
      ...ignored.map(({ finding, kind, reason }) => ({
        ...result(finding, ids),
        suppressions: [{ kind, ...(reason && { justification: reason }) }],
      })),
    ],
  };
  return jsonText({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] });
}

const result = ({ file, range, severity, rule, message, related }: Finding, ids: readonly string[]) => ({
  ruleId: rule,
  ruleIndex: ids.indexOf(rule),
  level: levels[severity],
  message: { text: message },
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
