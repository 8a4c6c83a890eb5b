import type { Problem } from '../../../base/text.ts';
import { manifestFlawOpening } from '../../../components/manifestFlawSentences.ts';
import { dependencyFlaws } from '../../../components/manifestFlaws.ts';
import type { Editor } from '../../../model.ts';
import type { Node } from '../../../syntax/node.ts';

/** Reports dependencies whose name is invalid: it is `name` or `name@marketplace`, and a version range has its own key. */
export function* dependencyForms(root: Node | undefined, edit: Pick<Editor, 'replace'>): Generator<Problem> {
  for (const flaw of dependencyFlaws(root)) {
    const { item, node } = flaw;
    const text = node.type === 'string' ? String(node.value) : '';
    const [, name, range] = /^([\w.-]+)@?\s*([<>=^~].*)$/.exec(text) ?? [];
    const [, bare, marketplace] = /^([\w.-]+)@([\w.-]+)$/.exec(text) ?? [];
    const meant =
      name && range ? { name, version: range } : bare && marketplace ? { name: bare, marketplace } : undefined;
    const isAlone = item.type !== 'object' || item.properties.length === 1;
    yield {
      range: node.range,
      message:
        item.type === 'object'
          ? `${manifestFlawOpening(flaw)}; marketplace and version have their own keys. As it is, the plugin fails to load.`
          : `${manifestFlawOpening(flaw)}; a version range needs an object. As it is, the plugin fails to load.`,
      ...(meant &&
        isAlone && {
          fixes: [
            { title: `Change to \`${JSON.stringify(meant)}\``, edits: [edit.replace(item, meant)], inFixAll: true },
          ],
        }),
    };
  }
}
