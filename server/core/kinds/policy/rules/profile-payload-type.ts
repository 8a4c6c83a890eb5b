import { nearest } from '../../../base/suggest.ts';
import type { Rule } from '../../../model.ts';
import { knownNames } from '../../../policy/catalogue.ts';
import { child, type Node, propertiesOf } from '../../../syntax/node.ts';
import { appDomain, isPayloadField, managedClient, profileOf } from '../../../syntax/plist/plistPolicy.ts';

const claudeCode = 'com.anthropic.claudecode';
/** Names of the app's catalogue that are also in Claude Code's settings. */
const shared = new Set(['effortLevel', 'disableBypassPermissionsMode', 'allowedMcpServers', 'deniedMcpServers']);

export const profilePayloadType: Rule = {
  id: 'policy/profile-payload-type',
  severity: 'error',
  source: ['desktop/mdm'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ parsed, edit }) {
    for (const { type, typeNode, node } of profileOf(parsed)?.payloads ?? []) {
      if (typeNode && isMistaken(type, node)) {
        const product = type === claudeCode ? 'This is the domain of Claude Code' : 'No app reads this domain';
        // The file system of a Mac is usually not case-sensitive.
        const isCase = type.toLowerCase() === appDomain;
        yield {
          range: typeNode.inner,
          message: isCase
            ? `Claude Desktop’s domain is \`${appDomain}\`. With different capitalization it may not be found.`
            : `${product}: Claude Desktop does not read the keys of this payload and does not report it. Its \`PayloadType\` is \`${appDomain}\`.`,
          ...(isCase && { severity: 'hint' as const }),
          fixes: [{ title: `Change to \`${appDomain}\``, edits: [edit.replace(typeNode, appDomain)] }],
        };
      }
      if (type !== managedClient) continue;
      for (const domain of propertiesOf(child(node, 'PayloadContent'))) {
        if (domain.key === appDomain || nearest(domain.key, [appDomain]) === undefined) continue;
        yield {
          range: domain.keyNode.range,
          message: `No app reads this domain: Claude Desktop does not read the keys in it and does not report it. Its domain is \`${appDomain}\`.`,
          fixes: [{ title: `Change to \`${appDomain}\``, edits: [edit.renameKey(domain, appDomain)] }],
        };
      }
    }
  },
};

/** Whether a payload for another domain was intended for the app: its type is a near miss, or most of its keys are the app's. */
function isMistaken(type: string, payload: Node): boolean {
  if (type === appDomain) return false;
  if (nearest(type, [appDomain])) return true;
  if (!/^com\.anthropic\b/i.test(type)) return false;
  const keys = propertiesOf(payload).filter(({ key }) => !isPayloadField(key));
  const known = keys.filter(({ key }) => knownNames.has(key) && !shared.has(key));
  return known.length * 2 > keys.length;
}
