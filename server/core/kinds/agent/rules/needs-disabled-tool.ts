import type { Fix, TextRange } from '../../../base/text.ts';
import type { Document, Rule } from '../../../model.ts';
import { namesOf, type ToolName, toolsIn } from '../../markdown/tools.ts';

/** `disabledBuiltinTools` removes a tool everywhere. */
export const needsDisabledTool: Rule = {
  id: 'agent/needs-disabled-tool',
  severity: 'warning',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'works-differently',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    const tools = toolsIn(document, root, 'tools');
    const disabled = tools.map(({ name }) =>
      [...new Set([name, ...namesOf(name)])]
        .flatMap((each) => workspace.facts('disabled-tool', each))
        .filter(({ uri }) => workspace.inSameDeployment(uri, document.uri)),
    );
    const isAll = disabled.every(({ length }) => length > 0);
    const outcome = isAll ? 'has no tools left and cannot start. List other tools' : 'runs without it. Remove it here';
    for (const [i, tool] of tools.entries()) {
      const [first, ...more] = disabled[i] ?? [];
      if (!first) continue;
      yield {
        range: tool.range,
        message: `The policy disables \`${first.fact.name}\` for everyone, so this agent ${outcome}, or enable it in the policy.`,
        related: [first, ...more].map((each) => workspace.related(each, 'It is disabled here.')),
        // An empty list would give the agent all tools.
        ...(tools.length > 1 && { fixes: [removal(document, tool)] }),
      };
    }
  },
};

/** Returns the fix that removes one entry from a list of any form, with its comma, space or line. */
function removal({ text }: Document, { name, entry }: ToolName): Fix {
  return { title: `Remove \`${name}\``, edits: [{ range: withSeparator(text, entry), newText: '' }] };
}

function withSeparator(text: string, { start, end }: TextRange): TextRange {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const item = /^\s*-[ \t]+["']?$/.exec(text.slice(lineStart, start));
  const rest = /^["']?[ \t]*(#.*)?(\r\n|\r|\n|$)/.exec(text.slice(end));
  if (item && rest) return { start: lineStart, end: end + rest[0].length };
  const quoted =
    /^["']$/.test(text.charAt(start - 1)) &&
    text.charAt(start - 1) === text.charAt(end) &&
    isOneOfMany(text, start - 1, end + 1);
  const [from, to] = quoted ? [start - 1, end + 1] : [start, end];
  const after = /^[ \t]*,[ \t]*|^[ \t]+(?=\S)/.exec(text.slice(to));
  if (after) return { start: from, end: to + after[0].length };
  const before = /(?<![ \t])[ \t]*(?:,[ \t]*)?$/.exec(text.slice(lineStart, from));
  return { start: from - (before?.[0].length ?? 0), end: to };
}

/** Whether the quotes contain one entry of a list in brackets, not the whole value. */
const isOneOfMany = (text: string, start: number, end: number): boolean =>
  /[,[]\s*$/.test(text.slice(Math.max(0, start - 50), start)) || /^\s*[,\]]/.test(text.slice(end, end + 50));
