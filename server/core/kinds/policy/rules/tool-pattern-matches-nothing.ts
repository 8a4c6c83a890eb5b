import { NearestIndex } from '../../../base/suggest.ts';
import type { Fix, Problem } from '../../../base/text.ts';
import { atLeast } from '../../../base/version.ts';
import type { Rule, ValueItem } from '../../../model.ts';
import { knownTools, toolNames } from '../../../policy/knownTools.ts';
import { partialWildcardsSince } from '../../../policy/toolLines.ts';
import { WildcardIndex } from '../../../policy/wildcardIndex.ts';

/** A line about tools that the server does not have. Checked only if its tools were discovered. */
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
      // Malformed and too-new names are reported by other rules.
      if (!tools || tools.all.size === 0 || !/^[\w*./-]+$/.test(tool) || tool.includes('.*')) continue;
      const isWild = tool.includes('*');
      if (isWild && !atLeast(target.minimumVersion, partialWildcardsSince)) continue;
      if (isWild ? tools.matching(tool).length > 0 : tools.all.has(tool)) continue;
      const meant = isWild ? undefined : tools.nearest(tool);
      const fixes: Fix[] = [];
      if (meant && node) fixes.push({ title: `Change to \`${meant}\``, edits: [edit.replace(node, meant)] });
      if (meant && property) fixes.push({ title: `Change to \`${meant}\``, edits: [edit.renameKey(property, meant)] });
      const [found] = workspace.facts('known-server', server);
      yield {
        range: node?.range ?? property?.keyNode.range ?? { start: 0, end: 0 },
        // A typo leaves a tool without its rule; a pattern without matches may be for future tools.
        severity: meant ? 'warning' : 'hint',
        message: `No tool of \`${server}\` ${isWild ? 'matches' : 'is called'} \`${tool}\`, so this entry has no effect.${meant ? ` Did you mean \`${meant}\`?` : ''}`,
        ...(found && {
          related: [workspace.related(found, `The ${tools.all.size} tools that it had when it was asked`)],
        }),
        ...(fixes.length > 0 && { fixes }),
      };
    }
  },
};

/** The names of a server's tools, and an index for wildcards. */
interface KnownNames {
  readonly all: ReadonlySet<string>;
  matching(pattern: string): readonly unknown[];
  nearest(name: string): string | undefined;
}

function namesOf(tools: ReadonlyMap<string, ValueItem> | undefined): KnownNames | undefined {
  if (!tools) return undefined;
  const index = new WildcardIndex([...tools.values()], ({ value }) => String(value));
  const near = new NearestIndex([...tools.keys()]);
  return {
    all: new Set(tools.keys()),
    matching: (pattern) => index.matching(pattern),
    nearest: (name) => near.nearest(name),
  };
}
