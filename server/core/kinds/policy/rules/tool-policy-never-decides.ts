import { coveredBy, strictness, type ToolLine, toolLines } from '../../../policy/toolLines.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

const consequence = { ask: 'ask', blocked: 'are blocked', allow: 'run' } as const;

/** If several wildcards match, the strictest decides. */
export const toolPolicyNeverDecides: EntryRule = {
  id: 'policy/tool-policy-never-decides',
  severity: 'warning',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'no-effect',
  *check(entry, { edit, target }): Generator<EntryProblem> {
    const wild = toolLines(entry, target.minimumVersion).filter(({ isWild }) => isWild);
    const stricterThan = strictestCover(wild);
    for (const line of wild) {
      const stricter = stricterThan.get(line);
      if (!stricter) continue;
      yield {
        range: line.property.keyNode.range,
        message: `This entry never applies: of several wildcards the strictest wins, and \`${stricter.key}\` matches all of these tools as well. They ${consequence[stricter.permission]}. List these tools by name, without \`*\`.`,
        fixes: [{ title: 'Remove the line', edits: [edit.remove(line.property)] }],
      };
    }
  },
};

/** Maps each line that stricter ones cover completely to the strictest of them; if there are several, the first. */
function strictestCover(wild: readonly ToolLine[]): ReadonlyMap<ToolLine, ToolLine> {
  const covered = coveredBy(wild);
  const found = new Map<ToolLine, ToolLine>();
  for (const line of [...wild].sort((a, b) => strictness(b) - strictness(a))) {
    for (const other of covered(line))
      if (strictness(other) < strictness(line) && !found.has(other)) found.set(other, line);
  }
  return found;
}
