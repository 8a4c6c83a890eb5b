import { type RootPath, rootPaths } from '../shared/texts/rootPaths.ts';
import type { BodyLine } from './body.ts';

/** The paths below `${CLAUDE_PLUGIN_ROOT}` as prose holds them: without the sentence's own full stop, and none whose end is a blank to fill in. */
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
