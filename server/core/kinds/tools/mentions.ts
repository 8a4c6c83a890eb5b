import type { Document, Mention } from '../../model.ts';
import { propertiesOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';

/** The servers whose tools are known. Their tools are no places to go to: the server alone says what they are called. */
export function* mentions(document: Document): Generator<Mention> {
  for (const { key, keyNode } of propertiesOf(parse(document).root)) {
    yield { thing: 'server', name: key, range: keyNode.inner };
  }
}
