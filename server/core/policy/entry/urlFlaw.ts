import { type Node, stringOf } from '../../syntax/node.ts';
import { isPlaceholder } from '../readValue.ts';
import type { FoundFlaw } from './flaw.ts';
import { type UrlForm, urlProblem } from './serverUrl.ts';

/**
 * From this release on, a configuration with a user name in a URL is rejected. Source:
 * https://claude.com/docs/third-party/claude-desktop/configuration-changelog
 */
export const usersInUrlsSince = '1.32352.0';

/** Yields the flaw of a field's URL, if it has one. Values that are not strings are checked elsewhere. */
export function* urlFlaw(node: Node | undefined, field: string, form: UrlForm): Generator<FoundFlaw> {
  const text = stringOf(node);
  if (!node || text === undefined || isPlaceholder(text)) return;
  const problem = urlProblem(text, form);
  if (!problem) return;
  const flaw = { code: 'url', node, field, problem, consequence: 'dropped' } as const;
  if (problem === 'user') yield { ...flaw, certainty: 'documented', since: usersInUrlsSince };
  // The page about bootstrap servers says the same about their URLs.
  else yield { ...flaw, certainty: problem === 'http' || field === 'url' ? 'documented' : 'validator' };
}
