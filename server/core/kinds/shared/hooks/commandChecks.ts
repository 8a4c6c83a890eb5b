import type { Problem, TextEdit, TextRange } from '../../../base/text.ts';
import type { Document, Editor } from '../../../model.ts';
import { child, type Node, type ScalarNode, stringOf } from '../../../syntax/node.ts';
import { optionUses } from '../plugin/optionChecks.ts';
import { rootPaths } from '../texts/rootPaths.ts';
import { handlersOf, runsInShell } from './handlers.ts';

/** Returns the commands of handlers that a shell runs. */
const shellCommands = (map: Node | undefined) =>
  handlersOf(map).flatMap(({ handler }) => {
    const command = child(handler, 'command');
    return command?.type === 'string' && runsInShell(handler) ? [{ command, handler }] : [];
  });

/** The folders whose paths a shell would split at a space, and what they are. */
const folders = [
  { placeholder: '${CLAUDE_PLUGIN_ROOT}', owner: 'plugin' },
  { placeholder: '${CLAUDE_PLUGIN_DATA}', owner: 'data folder' },
  { placeholder: '${CLAUDE_PROJECT_DIR}', owner: 'project' },
] as const;

/** Reports folders of the plugin and of the project where a shell would split them at a space. */
export function* unquotedRoots(
  document: Document,
  map: Node | undefined,
  edit: Pick<Editor, 'replace'>,
): Generator<Problem> {
  for (const { command, handler } of shellCommands(map)) {
    if (stringOf(child(handler, 'shell')) === 'powershell') continue;
    const raw = document.text.slice(command.inner.start, command.inner.end);
    for (const { placeholder, owner } of folders) {
      for (const { range, quoted: isQuoted } of rootPaths(raw, command.inner.start, 'shell', placeholder)) {
        if (isQuoted) continue;
        const edits = quoted(document, command, range, edit);
        yield {
          range: { start: range.start, end: range.start + placeholder.length },
          message: `If the ${owner}’s path contains a space, the shell splits this path and the hook fails. Put it in quotes.`,
          ...(edits && { fixes: [{ title: 'Put the path in quotes', edits, inFixAll: true }] }),
        };
      }
    }
  }
}

/** Puts a part of a command in quotes, in the notation of the file; undefined if that is not possible. */
function quoted(
  { text }: Document,
  command: ScalarNode,
  { start, end }: TextRange,
  edit: Pick<Editor, 'replace'>,
): TextEdit[] | undefined {
  const mark = { '"': '\\"', "'": '"' }[text.charAt(command.range.start)];
  if (mark) return [start, end].map((at) => ({ range: { start: at, end: at }, newText: mark }));
  // An unquoted YAML string that begins with a quote would be parsed as a quoted one.
  const raw = text.slice(command.inner.start, command.inner.end);
  if (raw !== command.value) return undefined;
  const [from, to] = [start - command.inner.start, end - command.inner.start];
  return [edit.replace(command, `${raw.slice(0, from)}"${raw.slice(from, to)}"${raw.slice(to)}`)];
}

/** Reports options in commands that a shell runs. */
export function* optionsInShell(document: Document, map: Node | undefined): Generator<Problem> {
  for (const { command } of shellCommands(map)) {
    for (const { range } of optionUses(document, command)) {
      yield {
        range,
        message:
          'This command is run by a shell, where user values are not allowed since Claude Code 2.1.207: the hook does not run. Pass the value in `args`, which no shell reads.',
      };
    }
  }
}

/** Reports timeouts of more than an hour, which are probably in milliseconds instead of seconds. */
export function* longTimeouts(map: Node | undefined, edit: Pick<Editor, 'replace'>): Generator<Problem> {
  for (const { handler } of handlersOf(map)) {
    const timeout = child(handler, 'timeout');
    if (timeout?.type !== 'number' || typeof timeout.value !== 'number' || timeout.value <= 3600) continue;
    const seconds = timeout.value / 1000;
    yield {
      range: timeout.range,
      message: `\`timeout\` is in seconds: this hook may run for ${hours(timeout.value)}. You probably meant milliseconds.`,
      fixes: [{ title: `Change to ${seconds} seconds`, edits: [edit.replace(timeout, seconds)] }],
    };
  }
}

const hours = (seconds: number): string => `${Math.round(seconds / 360) / 10} hours`;
