import type { TextRange } from '../../base/text.ts';
import type { Document } from '../../model.ts';
import { builtinTools, claudeCodeOnlyNames, knownBuiltinNames } from '../../policy/builtinTools.ts';
import { child, type Node, type ScalarNode, strings } from '../../syntax/node.ts';

/** One tool that front matter names: `Bash(git *)` has the name `Bash`. */
export interface ToolName {
  readonly name: string;
  /** Where the name stands, without what is in parentheses. */
  readonly range: TextRange;
  /** The whole entry, with its parentheses. */
  readonly entry: TextRange;
}

/** Tools of Claude Code's past: still written in many files, and no slips of today's names. */
const formerNames = [
  'MultiEdit',
  'LS',
  'BashOutput',
  'KillShell',
  'KillBash',
  'NotebookRead',
  'SlashCommand',
  'AgentOutputTool',
];

/** Every name of a tool that is or was one. */
export const toolNames: ReadonlySet<string> = new Set([...knownBuiltinNames, ...claudeCodeOnlyNames, ...formerNames]);

/** Names that completion offers: those that the app knows, then those of Claude Code alone. */
export const offeredTools: readonly { readonly name: string; readonly description: string }[] = [
  ...builtinTools,
  ...claudeCodeOnlyNames.map((name) => ({ name, description: 'Claude Code' })),
];

/** The names that one tool goes by: `Task` is called `Agent` in newer versions. */
export const namesOf = (name: string): string[] =>
  builtinTools
    .filter((tool) => tool.name === name || tool.alias === name)
    .flatMap((tool) => [tool.name, tool.alias ?? []].flat());

/** The tools that the value of `key` names: a list, or one text with commas or blanks between. */
export const toolsIn = (document: Document, root: Node | undefined, key: string): ToolName[] =>
  strings(child(root, key)).flatMap((node) => [...split(document, node)]);

function* split({ text }: Document, { inner }: ScalarNode): Generator<ToolName> {
  let start = -1;
  let depth = 0;
  for (let at = inner.start; at <= inner.end; at++) {
    const char = at < inner.end ? text.charAt(at) : ',';
    if (char === '(') depth++;
    if (char === ')') depth--;
    const isGap = at === inner.end || (depth <= 0 && /[\s,[\]"']/.test(char));
    if (!isGap && start < 0) start = at;
    if (!isGap || start < 0) continue;
    const written = text.slice(start, at);
    const name = written.replace(/\(.*$/s, '');
    // A block of text begins with `>` or `|`, which names nothing.
    if (/\w/.test(name)) yield { name, range: { start, end: start + name.length }, entry: { start, end: at } };
    start = -1;
  }
}
