import { isIn } from '../base/uri.ts';
import type { EffectiveInput } from '../effective/input.ts';

/**
 * Returns the file of one side that corresponds to the file `uri` of the other: the policy with the same role, whatever its
 * name and format; the same file of the same plugin; otherwise the same URI.
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
