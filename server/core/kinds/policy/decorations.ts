import type { Decoration, DecorationModifier } from '../../annotations.ts';
import type { Document, Target } from '../../model.ts';
import { removedKeys, renamedKeys } from '../../policy/catalogue.ts';
import { flatView } from '../../policy/flatView.ts';
import { foreignKeys, isDeprecated, isOver, tooNew } from '../../policy/standing.ts';
import { propertiesOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';

/** Yields keys that the app ignores or that are deprecated. */
export function* decorations(document: Document, target: Target): Generator<Decoration> {
  const tree = parse(document).root;
  const root = tree && flatView(tree);
  const foreign = new Set([...foreignKeys(root)].map(({ property }) => property));
  for (const property of propertiesOf(root)) {
    const found = modifiersOf(property.key, foreign.has(property), target);
    if (found.length > 0) yield { range: property.keyNode.inner, modifiers: found };
  }
}

function modifiersOf(key: string, isForeign: boolean, target: Target): DecorationModifier[] {
  const renamed = renamedKeys.get(key);
  const isRemoved = removedKeys.has(key);
  const isIgnored = isForeign || isRemoved || (renamed && isOver(renamed, target)) || tooNew(key, target) !== undefined;
  return [
    ...(isIgnored ? (['ignored'] as const) : []),
    ...(isRemoved || renamed || isDeprecated(key) ? (['deprecated'] as const) : []),
  ];
}
