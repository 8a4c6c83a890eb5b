import { commandProblem } from '../../../policy/entry/command.ts';
import { type EntryFlaw, flawsOf } from '../../../policy/entry/flaw.ts';
import { stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

const says: Readonly<Record<EntryFlaw<'command'>['problem'], string>> = {
  quote: 'contains a quotation mark; paths with spaces do not need quotes',
  variable: 'contains a variable, which the app does not substitute; use a full path',
  home: 'starts with `~`, which differs between users; use a full path',
  share: 'is on a network share; the program must be on the computer itself',
  relative: 'is a relative path without a base; use a full path',
  'not-absolute': 'must be an absolute path',
};

/** A bare name (`npx`) or a local absolute path; the helper of the environment must be a path. */
export const serverCommand: EntryRule = {
  id: 'policy/server-command',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  *check(_entry, { edit, flaws }): Generator<EntryProblem> {
    for (const flaw of flawsOf(flaws, 'command')) {
      const { node, field, problem } = flaw;
      if (node.type === 'property') continue;
      const bare = /^(["'])([^"']+)\1$/.exec(stringOf(node)?.trim() ?? '')?.[2];
      yield {
        range: node.range,
        message: `\`${field}\` ${says[problem]}.`,
        flaw,
        ...(bare &&
          !commandProblem(bare) && {
            fixes: [{ title: 'Remove the quotation marks', edits: [edit.replace(node, bare)], inFixAll: true }],
          }),
      };
    }
  },
};
