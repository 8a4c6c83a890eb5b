import { flawsOf } from '../../../policy/entry/flaw.ts';
import { fieldsOfVariant, transports } from '../../../policy/entry/variant.ts';
import { slipOf } from '../../../policy/managedServers.ts';
import { child, type Node, type ObjectNode, property, stringOf } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

const fields = [...new Set([...fieldsOfVariant.remote, ...fieldsOfVariant.stdio])];

/** According to the app's own validator, `type` is silently ignored. */
export const missingTransport: EntryRule = {
  id: 'policy/missing-transport',
  severity: 'error',
  source: ['desktop/configuration-changelog', 'app-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  *check(entry, { edit, flaws }) {
    const [flaw] = flawsOf(flaws, 'missing-transport');
    if (!flaw) return;
    const said = property(entry, 'type') ?? slipOf(entry, 'transport', fields);
    const transport = meantTransport(entry, stringOf(said?.valueNode));
    const isTakenAsHttp = flaw.consequence === 'old-form' && !flaw.isInForce;
    const advice = [said && `\`${said.key}\` is not read here.`, isTakenAsHttp && 'Without it the app assumes http.'];
    const edits = said
      ? [
          edit.renameKey(said, 'transport'),
          ...(stringOf(said.valueNode) === transport || !said.valueNode
            ? []
            : [edit.replace(said.valueNode, transport)]),
        ]
      : [edit.add(entry, 'transport', transport)];
    const title = said ? 'Rename to `transport`' : `Add \`transport\`: ${transport}`;
    yield {
      range: (said?.keyNode ?? placeIn(entry)).range,
      flaw,
      advice: advice.filter(Boolean).join(' '),
      fixes: [{ title, edits, inFixAll: true }],
    };
  },
};

/** Returns the name if it is valid; invalid names are reported there by the schema. */
function placeIn(entry: ObjectNode): Node {
  const name = child(entry, 'name');
  if (stringOf(name) && name) return name;
  return (property(entry, 'url') ?? property(entry, 'command'))?.keyNode ?? entry;
}

function meantTransport(entry: ObjectNode, said: string | undefined): string {
  const known = transports.find((name) => name === said);
  if (known) return known;
  const url = stringOf(child(entry, 'url'));
  if (url === undefined) return 'stdio';
  return /\/sse\/?$/.test(url) ? 'sse' : 'http';
}
