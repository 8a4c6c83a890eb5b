import { nearest } from '../../../base/suggest.ts';
import type { Fix } from '../../../base/text.ts';
import { builtInServers } from '../../../policy/managedServers.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { child, property, stringOf } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

const otherNames: Readonly<Record<string, string>> = {
  m365: 'microsoft365',
  office365: 'microsoft365',
  o365: 'microsoft365',
  'microsoft-365': 'microsoft365',
  search: 'websearch',
};

/** Source: the app's own validator: these three, in exact case. */
export const unknownBuiltInServer: EntryRule = {
  id: 'policy/unknown-built-in-server',
  severity: 'error',
  *check(entry, { edit }) {
    const server = property(entry, 'server');
    const value = server?.valueNode;
    const word = stringOf(value);
    if (!server || !value || word === undefined || isPlaceholder(word)) return;
    if (builtInServers.some((known) => known === word)) return;
    const folded = word.toLowerCase();
    const meant = Object.hasOwn(otherNames, folded) ? otherNames[folded] : nearest(word, builtInServers);
    const fixes: Fix[] = [];
    if (meant) fixes.push({ title: `Change to \`${meant}\``, edits: [edit.replace(value, meant)], inFixAll: true });
    if (child(entry, 'url') || child(entry, 'command'))
      fixes.push({ title: 'Remove `server`: it is a server of your own', edits: [edit.remove(server)] });
    yield {
      range: value.range,
      message: `\`server\` names a built-in server: \`microsoft365\`, \`websearch\` or \`github\`.${meant ? ` Is \`${meant}\` meant?` : ''}`,
      fate: 'dropped',
      ...(fixes.length > 0 && { fixes }),
    };
  },
};
