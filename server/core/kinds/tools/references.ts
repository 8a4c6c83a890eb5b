import type { Document, Reference } from '../../model.ts';
import { propertiesOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';

/** Yields the servers whose tools are known. Their tools are not definitions, since only the server defines them. */
export function* references(document: Document): Generator<Reference> {
  for (const { key, keyNode } of propertiesOf(parse(document).root)) {
    yield { symbolType: 'server', name: key, range: keyNode.inner };
  }
}
