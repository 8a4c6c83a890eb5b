import type { TextRange } from '../../base/text.ts';
import type { Document } from '../../model.ts';
import { builtinTools, claudeCodeOnlyNames, knownBuiltinNames } from '../../policy/builtinTools.ts';
import { child, type Node, type ScalarNode, strings } from '../../syntax/node.ts';

/** A tool that front matter names: `Bash(git *)` has the name `Bash`. */
export interface ToolName {
  readonly name: string;
  /** The range of the name, without the parentheses. */
  readonly range: TextRange;
  /** The range of the entry, with its parentheses. */
  readonly entry: TextRange;
}

/** Former tools of Claude Code, which many files still name and which are not typos of current names. */
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

/** All current and former names of tools. */
export const toolNames: ReadonlySet<string> = new Set([...knownBuiltinNames, ...claudeCodeOnlyNames, ...formerNames]);

/** Names for completion: those that the app knows, then those that only Claude Code knows. */
export const offeredTools: readonly { readonly name: string; readonly description: string }[] = [
  ...builtinTools,
  ...claudeCodeOnlyNames.map((name) => ({ name, description: 'Claude Code' })),
];

/** Returns all names of a tool: `Task` is called `Agent` in newer versions. */
export const namesOf = (name: string): string[] =>
  builtinTools
    .filter((tool) => tool.name === name || tool.alias === name)
    .flatMap((tool) => [tool.name, tool.alias ?? []].flat());

/** Returns the tools in the value of `key`: a list, or a string with commas or spaces. */
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
    // A block scalar begins with `>` or `|`, which is not a name.
    if (/\w/.test(name)) yield { name, range: { start, end: start + name.length }, entry: { start, end: at } };
    start = -1;
  }
}
