import { touches } from '../../base/text.ts';
import { aboutRules } from '../../lint/ruleSummaries.ts';
import { ignoreFileWord, ignoreWord } from '../../lint/suppressions/comments.ts';
import type { Document } from '../../model.ts';
import { parse } from '../../workspace/parse.ts';
import type { CompletionContext, CompletionItem } from './item.ts';

/** Matches a suppression up to the rule that is being typed, before the reason begins. */
const beforeRule = /^\s*plugboard-ignore(-file)?[ \t][^:]*$/;

/**
 * In a comment, returns the words that begin a suppression, then the rules of this kind of document.
 * @returns undefined outside of comments.
 */
export function completeIgnored(
  document: Document,
  offset: number,
  { workspace }: CompletionContext,
): CompletionItem[] | undefined {
  const { text, kind } = document;
  const comments = kind.syntax.comments?.(text, parse(document)) ?? [];
  const comment = [...comments].find(({ inner }) => touches(inner, offset));
  if (!comment) return undefined;
  const before = text.slice(comment.inner.start, offset);
  const start = offset - (/(?<![\w/*-])[\w/*-]*$/.exec(before)?.[0].length ?? 0);
  const end = offset + (/^[\w/*-]*/.exec(text.slice(offset, comment.inner.end))?.[0].length ?? 0);
  const kinds = [kind.id, ...(kind.embeds ?? []).map((embed) => embed.kind)];
  const own = [...workspace.rules.values()].filter(({ id }) => kinds.some((each) => id.startsWith(`${each}/`)));
  const items = beforeRule.test(before)
    ? aboutRules(own)
    : /^\s*[\w-]*$/.test(before)
      ? [
          { value: ignoreWord, detail: 'ignores what a rule finds in the next line' },
          { value: ignoreFileWord, detail: 'ignores what a rule finds in this file' },
        ]
      : [];
  return items.map(({ value, ...about }, index) => ({
    label: value,
    kind: 'value',
    insertText: value,
    range: { start, end },
    filterText: value,
    sortText: String(index).padStart(4, '0'),
    ...about,
  }));
}
