import type { TextRange } from '../../base/text.ts';
import type { Document, PluginRoots, Reference } from '../../model.ts';
import { child, strings } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { qualified } from '../shared/hooks/hookReferences.ts';
import { toolReferences, wordsIn } from '../shared/references.ts';
import { bodyReferences } from './bodyReferences.ts';
import { toolsIn } from './tools.ts';

/** The name of a component, and the effect of a new name on its file. */
export interface ComponentName {
  readonly symbolType: 'skill' | 'agent' | 'command';
  readonly name: string;
  readonly files?: Reference['files'];
}

/** The keys of front matter that name other symbols. */
export interface NamingKeys {
  readonly tools: readonly string[];
  readonly skills?: string;
  readonly agent?: string;
}

/** Yields the name of a skill, agent or command, and what it names in its front matter and in its Markdown. */
export function* componentReferences(
  document: Document,
  around: PluginRoots,
  own: ComponentName | undefined,
  keys: NamingKeys,
): Generator<Reference> {
  const { root } = parse(document);
  if (own) yield { ...own, range: writtenName(document, own.name), defines: true };
  for (const key of keys.tools) yield* toolKey(document, key);
  const named = [
    { key: keys.skills, symbolType: 'skill' },
    { key: keys.agent, symbolType: 'agent' },
  ] as const;
  for (const { key, symbolType } of named) {
    for (const node of key === undefined ? [] : strings(child(root, key))) {
      for (const word of wordsIn(document, node, /[^\s,]+/g)) yield qualified(word, symbolType);
    }
  }
  yield* bodyReferences(document, around);
}

/** Returns the range of the effective name in the front matter; an empty one if it is not written there. */
function writtenName(document: Document, name: string): TextRange {
  const [node] = strings(child(parse(document).root, 'name'));
  return node?.value === name ? node.inner : { start: 0, end: 0 };
}

/** Yields tools, and the names in `Task(reviewer)` and `Skill(review)`. */
function* toolKey(document: Document, key: string): Generator<Reference> {
  for (const { name, range, entry } of toolsIn(document, parse(document).root, key)) {
    yield* toolReferences({ word: name, start: range.start });
    const symbolType = name === 'Skill' ? 'skill' : name === 'Task' || name === 'Agent' ? 'agent' : undefined;
    const inside = /^\(([\w:-]+)\)$/.exec(document.text.slice(range.end, entry.end))?.[1];
    if (symbolType && inside) yield qualified({ word: inside, start: range.end + 1 }, symbolType);
  }
}
