import { parentOf, pathIn } from '../../base/uri.ts';
import type { Document, Interpolation, TextProvider, ValueItem, WorkspaceView } from '../../model.ts';
import { child, strings } from '../../syntax/node.ts';
import type { InterpolatedAs } from '../../variables/catalogue.ts';
import { parse } from '../../workspace/parse.ts';
import { componentNames } from '../shared/plugin/componentNames.ts';
import { pluginFiles } from '../shared/plugin/pluginFiles.ts';
import { interpolatedTexts, paths, stretch } from '../shared/texts/texts.ts';
import { toolsIn } from './tools.ts';
import { tools } from './values.ts';

/** Returns the names of arguments in the front matter. */
const argumentNames = (document: Document): string[] =>
  strings(child(parse(document).root, 'arguments')).flatMap(({ value }) => String(value).match(/[\w-]+/g) ?? []);

/** Returns the strings of a component in which variables are substituted. */
export const componentInterpolations = (as: InterpolatedAs & ('skill' | 'command' | 'agent')): Interpolation[] => [
  { at: 'body', as, names: argumentNames },
  ...(as === 'agent'
    ? []
    : [
        { at: ['allowed-tools'], as },
        { at: ['allowed-tools', '*'], as },
      ]),
];

/** Completes links, references to files, and names of skills, commands and agents in the Markdown. */
export const bodyTexts: readonly TextProvider[] = [
  {
    at: 'body',
    complete(context) {
      const at = stretch(context, /\]\(([^()\s$#]*)$/, /^[^)\s#]*/);
      const prefix = at?.word.startsWith('./') ? './' : '';
      return at && { ...at, items: links(context.document, context.workspace, prefix) };
    },
  },
  {
    at: 'body',
    complete(context) {
      const at = stretch(context, /(?:^|[\s(`"'*])\/([\w:-]*)$/, /^[\w:-]*/);
      return at && { ...at, items: componentNames(context.workspace, context.document.uri, ['command', 'skill']) };
    },
  },
  {
    at: 'body',
    complete(context) {
      const at = stretch(context, /(?:^|[\s(`"'])@([\w:-]*)$/, /^[\w:./-]*/);
      return at && { ...at, items: mentioned(context.document, context.workspace) };
    },
  },
];

/** Completes one name in a list of tools and keeps its parentheses. */
const toolIn = (key: string): TextProvider => ({
  at: [[key], [key, '*']],
  complete(context) {
    const { document, workspace, offset } = context;
    // The text in parentheses is not a name of a tool.
    if (isInParentheses(context.text.slice(0, offset))) return { start: offset, end: offset, items: [] };
    const at = stretch(context, /(?<=^|[\s,[\]"'])[\w*-]*$/, /^[\w*-]*/);
    if (!at) return undefined;
    const beside = toolsIn(document, parse(document).root, key).filter(({ range, entry }) => range.end === entry.end);
    const others = new Set(beside.map(({ name }) => name).filter((name) => name !== at.word));
    const items = [...tools(document.uri, workspace)].filter(({ value }) => !others.has(value));
    return { ...at, items };
  },
});

const isInParentheses = (before: string): boolean => before.lastIndexOf('(') > before.lastIndexOf(')');

/** Completes the name in `Task(…)`, `Agent(…)` and `Skill(…)` in a list of tools. */
const calledIn = (key: string): TextProvider => ({
  at: [[key], [key, '*']],
  complete(context) {
    const at = stretch(context, /\b(?:Task|Agent|Skill)\(([\w:-]*)$/, /^[\w:-]*/);
    const type = /\bSkill\($/.test(context.text.slice(0, at?.start)) ? 'skill' : 'agent';
    return at && { ...at, items: componentNames(context.workspace, context.document.uri, [type]) };
  },
});

/** Returns what can be completed inside the strings of a component. */
export const componentTexts = (
  interpolations: readonly Interpolation[],
  toolKeys: readonly string[],
): TextProvider[] => [
  ...interpolatedTexts(interpolations),
  ...bodyTexts,
  ...toolKeys.flatMap((key) => [calledIn(key), toolIn(key)]),
];

/** Yields the files in and below the document's folder, then the other files of its plugin. */
function* links({ uri }: Document, workspace: WorkspaceView, prefix: string): Generator<ValueItem> {
  const folder = parentOf(uri);
  const written = (item: ValueItem): ValueItem => ({ ...item, value: item.value.replaceAll(' ', '%20') });
  for (const item of paths(workspace, folder)) yield written({ ...item, value: prefix + item.value });
  const plugin = workspace.pluginOf(uri);
  const from = plugin && pathIn(plugin.uri, folder)?.split('/');
  if (!plugin || !from) return;
  for (const item of paths(workspace, plugin.uri)) {
    const value = relative(from, item.value);
    if (value.startsWith('../')) yield written({ ...item, value });
  }
}

/** Returns the relative path from one folder to a path; both are relative to the same folder. */
function relative(from: readonly string[], to: string): string {
  const steps = to.split('/');
  const differs = from.findIndex((step, i) => step !== steps[i]);
  const common = differs < 0 ? from.length : differs;
  return '../'.repeat(from.length - common) + steps.slice(common).join('/');
}

/** Yields what can follow `@`: an agent, or a file whose content is inserted. */
function* mentioned({ uri }: Document, workspace: WorkspaceView): Generator<ValueItem> {
  for (const item of componentNames(workspace, uri, ['agent'])) yield { ...item, value: `agent-${item.value}` };
  for (const { path, type } of pluginFiles(workspace, uri)) {
    if (type === 'file') yield { value: `\${CLAUDE_PLUGIN_ROOT}/${path}`, is: 'file', detail: 'a file of the plugin' };
  }
}
