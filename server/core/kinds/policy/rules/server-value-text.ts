import type { Editor } from '../../../model.ts';
import { variantOf } from '../../../policy/managedServers.ts';
import { child, itemsOf, type Node, propertiesOf, stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

/** Source: the app's own validator: what stands inside an entry is read strictly. */
export const serverValueText: EntryRule = {
  id: 'policy/server-value-text',
  severity: 'error',
  *check(entry, { edit }): Generator<EntryProblem> {
    const variant = variantOf(entry);
    const maps = variant === 'stdio' ? ['env'] : variant === 'remote' || variant === 'websearch' ? ['headers'] : [];
    for (const map of maps) {
      const written = child(entry, map);
      const inner = written && textsIn(stringOf(written) ?? '');
      if (written && inner) {
        yield {
          range: written.range,
          message: `\`${map}\` is an object, no text that holds one.`,
          fate: 'dropped',
          fixes: [{ title: 'Make it an object', edits: [edit.replace(written, inner)], inFixAll: true }],
        };
      }
      for (const { valueNode } of propertiesOf(child(entry, map)))
        yield* asText(valueNode, `A value of \`${map}\``, edit);
    }
    if (variant !== 'stdio') return;
    const args = child(entry, 'args');
    for (const item of itemsOf(args)) yield* asText(item, 'An argument', edit);
    const single = stringOf(args);
    if (args === undefined || single === undefined) return;
    const words = single.split(/\s+/).filter(Boolean);
    yield {
      range: args.range,
      message: '`args` is a list of texts, one for each argument.',
      fate: 'dropped',
      ...(!/["'\\]/.test(single) && {
        fixes: [{ title: 'Make it a list', edits: [edit.replace(args, words)], inFixAll: words.length === 1 }],
      }),
    };
  },
};

/** The object of texts that a JSON text holds; undefined where it holds anything else. */
function textsIn(json: string): Readonly<Record<string, string>> | undefined {
  if (!json.trim().startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    const isTexts = Object.values(value as object).every((item) => typeof item === 'string');
    return isTexts ? (value as Readonly<Record<string, string>>) : undefined;
  } catch {
    return undefined;
  }
}

function* asText(node: Node | undefined, what: string, edit: Editor): Generator<EntryProblem> {
  if (node?.type !== 'number' && node?.type !== 'boolean') return;
  const text = String(node.value);
  yield {
    range: node.range,
    message: `${what} is a text: write \`"${text}"\`.`,
    fate: 'dropped',
    fixes: [{ title: 'Write it as a text', edits: [edit.replace(node, text)], inFixAll: true }],
  };
}
