import type { Document, Reference } from '../../model.ts';
import { propertiesOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';

/** The servers whose tools are known. Their tools are no places to go to: the server alone says what they are called. */
export function* references(document: Document): Generator<Reference> {
  for (const { key, keyNode } of propertiesOf(parse(document).root)) {
    yield { symbolType: 'server', name: key, range: keyNode.inner };
  }
}
