import { commandProblem } from '../../../policy/entry/command.ts';
import { type EntryFlaw, flawsOf } from '../../../policy/entry/flaw.ts';
import { stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

const wholePath = 'Write the whole path.';
const advice: Readonly<Record<EntryFlaw<'command'>['problem'], string>> = {
  quote: 'Spaces in a path do not need one.',
  variable: wholePath,
  home: wholePath,
  share: 'The program must be on the computer itself.',
  relative: wholePath,
  'not-absolute': wholePath,
};

/** A bare name (`npx`) or a local absolute path; the environment helper must be a path. */
export const serverCommand: EntryRule = {
  id: 'policy/server-command',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  *check(_entry, { edit, flaws }): Generator<EntryProblem> {
    for (const flaw of flawsOf(flaws, 'command')) {
      const { node, problem } = flaw;
      if (node.type === 'property') continue;
      const bare = /^(["'])([^"']+)\1$/.exec(stringOf(node)?.trim() ?? '')?.[2];
      yield {
        range: node.range,
        flaw,
        advice: advice[problem],
        ...(bare &&
          !commandProblem(bare) && {
            fixes: [{ title: 'Remove the quotation marks', edits: [edit.replace(node, bare)], inFixAll: true }],
          }),
      };
    }
  },
};
