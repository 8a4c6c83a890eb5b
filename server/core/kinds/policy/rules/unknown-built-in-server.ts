import { nearest } from '../../../base/suggest.ts';
import type { Fix } from '../../../base/text.ts';
import { flawsOf } from '../../../policy/entry/flaw.ts';
import { builtInServers } from '../../../policy/entry/variant.ts';
import { child, property, stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

const otherNames: Readonly<Record<string, string>> = {
  m365: 'microsoft365',
  office365: 'microsoft365',
  o365: 'microsoft365',
  'microsoft-365': 'microsoft365',
  search: 'websearch',
};

/** There are three, and their names are case-sensitive. */
export const unknownBuiltInServer: EntryRule = {
  id: 'policy/unknown-built-in-server',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  *check(entry, { edit, flaws, target }): Generator<EntryProblem> {
    for (const newer of flawsOf(flaws, 'newer-server')) {
      if (!newer.isInForce) continue;
      yield { range: newer.node.range, flaw: newer, advice: `Your minimum is ${target.minimumVersion}.` };
    }
    const server = property(entry, 'server');
    const value = server?.valueNode;
    const word = stringOf(value);
    const [flaw] = flawsOf(flaws, 'unknown-server');
    if (!flaw || !server || !value || word === undefined) return;
    const folded = word.toLowerCase();
    const meant = Object.hasOwn(otherNames, folded) ? otherNames[folded] : nearest(word, builtInServers);
    const fixes: Fix[] = [];
    if (meant) fixes.push({ title: `Change to \`${meant}\``, edits: [edit.replace(value, meant)], inFixAll: true });
    if (child(entry, 'url') || child(entry, 'command'))
      fixes.push({ title: 'Remove `server`; this is your own server', edits: [edit.remove(server)] });
    yield {
      range: value.range,
      flaw,
      ...(meant && { advice: `Did you mean \`${meant}\`?` }),
      ...(fixes.length > 0 && { fixes }),
    };
  },
};
