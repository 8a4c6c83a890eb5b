import { itemsOf, type Node, type ScalarNode } from '../syntax/node.ts';
import { claudeCodeOnlyNames, knownBuiltinNames } from './builtinTools.ts';

/** An entry of `disabledBuiltinTools` that the app keeps. */
export interface DisabledTool {
  readonly name: string;
  readonly node: ScalarNode;
  /** Whether it names a tool of the app, a tool only in Claude Code's reference, or an unknown tool. Case-sensitive. */
  readonly is: 'tool' | 'claude-code-tool' | 'unknown' | 'empty';
}

/** The evaluated `disabledBuiltinTools`. */
export interface DisabledTools {
  readonly tools: readonly DisabledTool[];
  /** It is not a list, or no entry is left: from 1.40609.0 on, the app then removes every tool (our reading). */
  readonly isUnreadable: boolean;
}

/**
 * Evaluates `disabledBuiltinTools`. This is the only place that decides which entries count. Source: the app's own validator,
 * which does not check names, drops entries that are not strings, and cannot read a list that loses all entries.
 */
export function readDisabledTools(value: Node | undefined): DisabledTools {
  const items = itemsOf(value);
  const tools = items.flatMap((node): DisabledTool[] => {
    if (node.type !== 'string') return [];
    const name = String(node.value);
    return [{ name, node, is: kindOf(name) }];
  });
  return { tools, isUnreadable: value?.type !== 'array' || (items.length > 0 && tools.length === 0) };
}

function kindOf(name: string): DisabledTool['is'] {
  if (name === '') return 'empty';
  if (knownBuiltinNames.includes(name)) return 'tool';
  return claudeCodeOnlyNames.includes(name) ? 'claude-code-tool' : 'unknown';
}
