import fs from 'node:fs';
import path from 'node:path';
import { root } from './root.ts';

/** A line of a Markdown page, without its code. */
interface Prose {
  /** File and line, such as `README.md:3`. */
  readonly place: string;
  readonly text: string;
}

/** Pages, and folders with pages, relative to the project. */
const pages = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'sample/README.md', 'docs', 'server/core/kinds'];

/** Yields the lines outside code blocks of every page. */
export function* prose(): Generator<Prose> {
  for (const file of pages.flatMap(markdownIn)) {
    let fence: string | undefined;
    for (const [index, line] of fs.readFileSync(path.join(root, file), 'utf8').split('\n').entries()) {
      const mark = /^\s*(`{3,})/.exec(line)?.[1];
      if (mark !== undefined && (fence === undefined || mark.length >= fence.length))
        fence = fence === undefined ? mark : undefined;
      else if (fence === undefined) yield { place: `${file}:${index + 1}`, text: withoutCode(line) };
    }
  }
}

/** Replaces what a text quotes as code. */
export const withoutCode = (text: string): string => text.replaceAll(/``.*?``|`[^`]*`/g, '`…`');

function markdownIn(page: string): string[] {
  if (page.endsWith('.md')) return [page];
  return fs
    .readdirSync(path.join(root, page), { recursive: true })
    .map((name) => path.posix.join(page, String(name).replaceAll('\\', '/')))
    .filter((name) => name.endsWith('.md'));
}
