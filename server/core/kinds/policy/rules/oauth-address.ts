import { addressFlaw, variantOf } from '../../../policy/managedServers.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { child, itemsOf, property, stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

/** Source: the app's own validator. */
export const oauthAddress: EntryRule = {
  id: 'policy/oauth-address',
  severity: 'error',
  *check(entry, { edit }): Generator<EntryProblem> {
    const oauth = child(entry, 'oauth');
    if (!stringOf(child(oauth, 'clientId')) || variantOf(entry) !== 'remote') return;
    const mode = stringOf(child(oauth, 'mode'));
    if (mode === 'dcr') return;
    const [login, token] = [property(oauth, 'authorizationUrl'), property(oauth, 'tokenUrl')];
    const alone = login && !token ? login : token && !login ? token : undefined;
    if (alone) {
      const other = alone === login ? 'tokenUrl' : 'authorizationUrl';
      yield {
        range: alone.keyNode.range,
        message: `\`authorizationUrl\` and \`tokenUrl\` come together: \`${other}\` is missing.`,
        fate: 'dropped',
      };
    }
    const servers = child(oauth, 'authorizationServer');
    const single = stringOf(servers);
    if (servers && single) {
      yield {
        range: servers.range,
        message: '`authorizationServer` is a list of addresses.',
        fate: 'dropped',
        fixes: [{ title: 'Make it a list', edits: [edit.replace(servers, [single])], inFixAll: true }],
      };
    }
    const addresses = [
      ...itemsOf(servers).map((node) => ({ node, allowsLocalHttp: false })),
      ...[login, token].map((found) => ({ node: found?.valueNode, allowsLocalHttp: true })),
    ];
    for (const { node, allowsLocalHttp } of addresses) {
      const text = stringOf(node);
      if (!node || !text || isPlaceholder(text)) continue;
      const flaw = addressFlaw(text, allowsLocalHttp);
      // On this computer https passes, and a user in an address is told of elsewhere.
      const isHttp = flaw === 'http' || (flaw === 'local' && /^\s*http:/i.test(text));
      if (!isHttp && flaw !== 'scheme') continue;
      yield {
        range: node.range,
        message: 'Sign-in goes over https.',
        fate: 'dropped',
        ...(isHttp && {
          fixes: [
            { title: 'Use https', edits: [edit.replace(node, text.replace(/http:/i, 'https:'))], inFixAll: true },
          ],
        }),
      };
    }
  },
};
