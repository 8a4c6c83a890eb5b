import type { Editor } from '../../../model.ts';
import { type EntryFlaw, flawsOf } from '../../../policy/entry/flaw.ts';
import { child, type Node, stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

/** Values inside an entry are read strictly. */
export const serverValueText: EntryRule = {
  id: 'policy/server-value-text',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  *check(entry, { edit, flaws }): Generator<EntryProblem> {
    for (const flaw of flawsOf(flaws, 'wrong-value')) {
      const { node, field } = flaw;
      if (node.type === 'property' || !['env', 'headers', 'args'].includes(field)) continue;
      if (node !== child(entry, field)) yield* asText(node, flaw, edit);
      else if (field === 'args') yield* asList(node, flaw, edit);
      else yield* asObject(node, flaw, edit);
    }
  },
};

function* asObject(map: Node, flaw: EntryFlaw, edit: Editor): Generator<EntryProblem> {
  const inner = textsIn(stringOf(map) ?? '');
  if (!inner) return;
  yield {
    range: map.range,
    flaw,
    advice: 'This string contains one.',
    fixes: [{ title: 'Convert to an object', edits: [edit.replace(map, inner)], inFixAll: true }],
  };
}

function* asList(args: Node, flaw: EntryFlaw, edit: Editor): Generator<EntryProblem> {
  const single = stringOf(args);
  if (single === undefined) return;
  const words = single.split(/\s+/).filter(Boolean);
  yield {
    range: args.range,
    flaw,
    advice: 'Write one string per argument.',
    ...(!/["'\\]/.test(single) && {
      fixes: [{ title: 'Convert to a list', edits: [edit.replace(args, words)], inFixAll: words.length === 1 }],
    }),
  };
}

/** Returns the object of strings in a JSON string; undefined if it contains anything else. */
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

function* asText(node: Node, flaw: EntryFlaw, edit: Editor): Generator<EntryProblem> {
  if (node.type !== 'number' && node.type !== 'boolean') return;
  const text = String(node.value);
  yield {
    range: node.range,
    flaw,
    advice: `Write \`"${text}"\`.`,
    fixes: [{ title: 'Convert to a string', edits: [edit.replace(node, text)], inFixAll: true }],
  };
}
