import type { Fix, Problem } from '../../../base/text.ts';
import { join } from '../../../base/uri.ts';
import { type Around, type PathText, pathsIn } from './pathChecks.ts';

/** Matches where a shell expects a command: at the beginning, and after a separator. */
const starts = /(^|&&|\|\||[;|(])\s*\\?["']?$/;

/** Reports scripts that are started directly although they are not executable. */
export function* notExecutable({ document, workspace }: Around, commands: Iterable<PathText>): Generator<Problem> {
  const root = workspace.pluginOf(document.uri);
  if (!root) return;
  for (const text of commands) {
    for (const path of pathsIn(document, text)) {
      const isStarted = text.form === 'shell' ? starts.test(path.before) : path.before === '';
      // Nothing is known about files on systems without modes, or whose mode was not read.
      if (!isStarted || workspace.file(join(root.uri, path.path))?.executable !== false) continue;
      const shell: Fix = {
        title: 'Run it with `bash`',
        edits: [{ range: { start: text.node.inner.start, end: text.node.inner.start }, newText: 'bash ' }],
      };
      const fits =
        text.form === 'shell' && /\.(sh|bash)$/.test(path.path) && path.before.replace(/^\\?["']/, '') === '';
      yield {
        range: path.range,
        message: `\`${path.path}\` is not executable, so it cannot be started. Set its mode (\`chmod +x\`), or start it with its interpreter.`,
        ...(fits && { fixes: [shell] }),
      };
    }
  }
}
