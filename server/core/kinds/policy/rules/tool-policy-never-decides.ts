import { covers, strictness, toolLines } from '../../../policy/toolLines.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

const consequence = { ask: 'ask', blocked: 'are blocked', allow: 'run' } as const;

/** Of several wildcards the strictest decides. */
export const toolPolicyNeverDecides: EntryRule = {
  id: 'policy/tool-policy-never-decides',
  severity: 'warning',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'no-effect',
  *check(entry, { edit, target }): Generator<EntryProblem> {
    const wild = toolLines(entry, target.minimumVersion).filter(({ isWild }) => isWild);
    for (const line of wild) {
      const stricter = wild
        .filter((other) => strictness(other) > strictness(line) && covers(other.key, line.key))
        .sort((a, b) => strictness(b) - strictness(a))[0];
      if (!stricter) continue;
      yield {
        range: line.property.keyNode.range,
        message: `This never decides: of several wildcards the strictest wins, and \`${stricter.key}\` matches all of these tools too. They ${consequence[stricter.permission]}. Name such tools without \`*\`.`,
        fixes: [{ title: 'Remove the line', edits: [edit.remove(line.property)] }],
      };
    }
  },
};
