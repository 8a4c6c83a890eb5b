import type { Fact } from '../../fact.ts';
import type { Document } from '../../model.ts';
import { child, stringOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { toolsIn } from './tools.ts';

/** Returns the facts of a component: its name, where it is written or at the start of the file, and the tools that it names. */
export function componentFacts(
  document: Document,
  by: 'skill' | 'agent' | 'command',
  name: string,
  toolKey: string,
): Fact[] {
  const { root } = parse(document);
  const written = child(root, 'name');
  const range = stringOf(written) === name && written && 'inner' in written ? written.inner : { start: 0, end: 0 };
  return [
    { type: by, name, range, data: { plugin: pluginFolder(document.uri, by) } },
    ...toolsIn(document, root, toolKey).map(
      (tool): Fact => ({ type: 'tool-use', name: tool.name, range: tool.range, data: { by } }),
    ),
  ];
}

/** Returns the folder that contains `skills`, `agents` or `commands`; whether it is a plugin is checked by readers of the fact. */
function pluginFolder(uri: string, by: string): string {
  const steps = decodeURIComponent(uri).split('/');
  const at = steps.lastIndexOf(`${by}s`);
  return steps[at > 0 ? at - 1 : steps.length - 2] ?? '';
}
