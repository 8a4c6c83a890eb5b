import type { Fix, Problem } from '../../base/text.ts';
import type { Editor } from '../../model.ts';
import { hostProblem, isHostTemplate, isWider, meantHosts } from '../../policy/hostPatterns.ts';
import { itemsOf, type Node, stringOf, toValue } from '../../syntax/node.ts';

/** Yields the invalid entries of a list of hosts, with the intended entries if they are clear. */
export function* hostFindings(list: Node | undefined, edit: Editor, consequence: string): Generator<Problem> {
  if (!list) return;
  for (const [index, item] of itemsOf(list).entries()) {
    const entry = stringOf(item);
    const problem = entry === undefined || isHostTemplate(entry) ? undefined : hostProblem(entry);
    if (entry === undefined || problem === undefined) continue;
    const meant = meantHosts(entry);
    yield {
      range: item.range,
      message: `${problem} ${consequence}`,
      ...(meant && { fixes: [fixFor(list, item, index, meant, !isWider(entry), edit)] }),
    };
  }
}

function fixFor(list: Node, item: Node, index: number, meant: readonly string[], inFixAll: boolean, edit: Editor): Fix {
  const [only, ...others] = meant;
  const title = `Change to ${meant.map((host) => `\`${host}\``).join(', ')}`;
  if (others.length === 0) return { title, edits: [edit.replace(item, only)], inFixAll };
  const values = itemsOf(list).map(toValue);
  return { title, edits: [edit.replace(list, [...values.slice(0, index), ...meant, ...values.slice(index + 1)])] };
}
