import { nearest } from '../../../base/suggest.ts';
import type { Fix, Problem } from '../../../base/text.ts';
import { atLeast } from '../../../base/version.ts';
import type { Rule } from '../../../model.ts';
import { knownTools, toolNames } from '../../../policy/knownTools.ts';
import { partialWildcardsSince } from '../../../policy/toolLines.ts';
import { matchesWildcard } from '../../../policy/wildcard.ts';

/** A line about tools that the server does not have. Asked only where its tools are known, since somebody asked the server for them. */
export const toolPatternMatchesNothing: Rule = {
  id: 'policy/tool-pattern-matches-nothing',
  severity: 'hint',
  source: ['desktop/configuration', 'server-answer'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'workspace',
  *check({ root, edit, target, workspace }): Generator<Problem> {
    const known = new Map<string, KnownNames | undefined>();
    const knownOf = (server: string): KnownNames | undefined => {
      if (!known.has(server)) known.set(server, namesOf(knownTools(workspace, server)));
      return known.get(server);
    };
    for (const { server, tool, node, property } of toolNames(root)) {
      const tools = knownOf(server);
      // What is no name, or is read by newer apps only, other rules tell of.
      if (!tools || tools.all.size === 0 || !/^[\w*./-]+$/.test(tool) || tool.includes('.*')) continue;
      const isWild = tool.includes('*');
      if (isWild && !atLeast(target.minimumVersion, partialWildcardsSince)) continue;
      if (isWild ? matchesAny(tool, tools) : tools.all.has(tool)) continue;
      const meant = isWild ? undefined : nearest(tool, tools.all);
      const fixes: Fix[] = [];
      if (meant && node) fixes.push({ title: `Change to \`${meant}\``, edits: [edit.replace(node, meant)] });
      if (meant && property) fixes.push({ title: `Change to \`${meant}\``, edits: [edit.renameKey(property, meant)] });
      const [found] = workspace.facts('known-server', server);
      yield {
        range: node?.range ?? property?.keyNode.range ?? { start: 0, end: 0 },
        // A slip leaves a tool without its line; what matches nothing yet may be meant for tools to come.
        severity: meant ? 'warning' : 'hint',
        message: `No tool of \`${server}\` ${isWild ? 'matches' : 'is called'} \`${tool}\`, so this decides nothing.${meant ? ` Did you mean \`${meant}\`?` : ''}`,
        ...(found && {
          related: [workspace.related(found, `The ${tools.all.size} tools that it had when it was asked`)],
        }),
        ...(fixes.length > 0 && { fixes }),
      };
    }
  },
};

/** The names of a server's tools, to be found by their beginning. */
interface KnownNames {
  readonly all: ReadonlySet<string>;
  readonly sorted: readonly string[];
}

const namesOf = (tools: ReadonlyMap<string, unknown> | undefined): KnownNames | undefined =>
  tools && { all: new Set(tools.keys()), sorted: [...tools.keys()].sort() };

/** Whether a wildcard matches some name. Only names that begin like it are looked at. */
function matchesAny(pattern: string, { sorted }: KnownNames): boolean {
  const start = pattern.slice(0, pattern.indexOf('*'));
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? start) < start) low = middle + 1;
    else high = middle;
  }
  for (let i = low; sorted[i]?.startsWith(start); i++) if (matchesWildcard(pattern, sorted[i] ?? '')) return true;
  return false;
}
