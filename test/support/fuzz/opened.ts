import type { Diagnostic } from '../../../server/core/base/text.ts';
import { Linter } from '../../../server/core/lint/linter.ts';
import type { Document } from '../../../server/core/model.ts';
import { breakOf } from '../../../server/core/syntax/syntax.ts';
import { parse } from '../../../server/core/workspace/parse.ts';
import type { Workspace } from '../../../server/core/workspace/workspace.ts';
import { base, settings, workspaceOf } from '../lint.ts';

/** Files that were read and linted, and the document to check. */
export interface Opened {
  readonly files: Readonly<Record<string, string>>;
  readonly workspace: Workspace;
  readonly document: Document | undefined;
  readonly found: readonly Diagnostic[];
}

export const uriOf = (path: string): string => `${base}/${path.split('/').map(encodeURIComponent).join('/')}`;

export function open(files: Readonly<Record<string, string>>, path: string): Opened {
  const workspace = workspaceOf(files);
  const found = [...new Linter(workspace, () => settings).all().values()].flat();
  return { files, workspace, found, document: workspace.get(uriOf(path)) };
}

/** Returns a syntax error that a parseable text did not have before. Front matter that was not recognised before does not count. */
export function newBreak(before: Document, after: Document | undefined) {
  const [was, is] = [parse(before), after && parse(after)];
  const isRevealed = is?.frontMatter && !was.frontMatter;
  return breakOf(was) || isRevealed ? undefined : is && breakOf(is);
}

/** Returns how long something takes, in milliseconds of CPU. */
export function cpuTime(act: () => unknown): number {
  const started = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** Whether a problem is solved by its fix. Only the first syntax error is reported, so the next one may have the same message. */
export function takesAway(
  { rule, message, range, builtin }: Diagnostic,
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
  isSameFile: boolean,
): boolean {
  const same = (all: readonly Diagnostic[]) => all.filter((each) => each.rule === rule && each.message === message);
  const isFurther = builtin === 'syntax' && same(after).every(({ range: { start } }) => start > range.start);
  return same(after).length < same(before).length || !isSameFile || isFurther;
}
