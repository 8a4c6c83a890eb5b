import { isIn } from '../base/uri.ts';
import type { EffectiveInput } from '../effective/input.ts';

/**
 * The file of one side that stands for the file `uri` of the other: the policy of the same role, whatever it is called and in
 * whatever format; the same file of the same plugin; else the same address.
 */
export function counterpart(uri: string, from: EffectiveInput, to: EffectiveInput): string {
  const policy = from.policies.find((each) => each.uri === uri);
  if (policy) {
    const sameRole = ({ role }: { role: string }) => role === policy.role;
    const index = from.policies.filter(sameRole).indexOf(policy);
    return to.policies.filter(sameRole)[index]?.uri ?? to.policies[0]?.uri ?? uri;
  }
  const plugin = from.plugins.find((each) => isIn(each.uri, uri));
  const same = plugin && to.plugins.find(({ directory }) => directory === plugin.directory);
  if (plugin && same) return same.uri + uri.slice(plugin.uri.length);
  if (uri === from.userServers?.uri) return to.userServers?.uri ?? uri;
  return uri;
}
