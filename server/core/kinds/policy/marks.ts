import type { Document, Mark, Marked, Target } from '../../model.ts';
import { parse } from '../../parse.ts';
import { propertiesOf } from '../../syntax/node.ts';
import { removedKeys, renamedKeys } from './catalogue.ts';
import { isDeprecated, isOver, otherProvidersOf, providerOf, tooNew } from './standing.ts';
import { flatView } from './view.ts';

/** Keys that the app ignores or wants no more. */
export function* marks(document: Document, target: Target): Generator<Marked> {
  const tree = parse(document).root;
  const root = tree && flatView(tree);
  const provider = providerOf(root);
  for (const { key, keyNode } of propertiesOf(root)) {
    const found = marksOf(key, provider, target);
    if (found.length > 0) yield { range: keyNode.inner, marks: found };
  }
}

function marksOf(key: string, provider: string | undefined, target: Target): Mark[] {
  const renamed = renamedKeys.get(key);
  const isRemoved = removedKeys.has(key);
  const isIgnored =
    isRemoved ||
    (renamed && isOver(renamed, target)) ||
    otherProvidersOf(key, provider) !== undefined ||
    tooNew(key, target) !== undefined;
  return [
    ...(isIgnored ? (['ignored'] as const) : []),
    ...(isRemoved || renamed || isDeprecated(key) ? (['deprecated'] as const) : []),
  ];
}
