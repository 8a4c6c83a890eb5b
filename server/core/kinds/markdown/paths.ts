import { type RootPath, rootPaths } from '../shared/texts/rootPaths.ts';
import type { BodyLine } from './body.ts';

/**
 * Yields the paths below `${CLAUDE_PLUGIN_ROOT}` in prose, without the full stop of the sentence, and without paths that end in
 * a placeholder.
 */
export function* pathsIn(lines: Iterable<BodyLine>): Generator<RootPath> {
  for (const line of lines) {
    for (const found of rootPaths(line.text, line.start, 'shell')) {
      const next = line.text.charAt(found.range.end - line.start);
      const path = found.path.replace(/(?<![.,:!])[.,:!]+$/, '');
      if (next === '<' || next === '(' || path === '' || /^\.|[<…]|\.\.\./.test(path)) continue;
      const cut = found.path.length - path.length;
      yield { ...found, path, range: { start: found.range.start, end: found.range.end - cut } };
    }
  }
}
