import type { TextProvider, ValueItem, WorkspaceView } from '../../../model.ts';
import { builtinTools } from '../../../policy/builtinTools.ts';
import type { Path } from '../../../syntax/node.ts';
import { componentNames } from '../plugin/componentNames.ts';
import { serverTools, usableServers } from '../servers/serverTools.ts';
import { type Completing, stretch } from '../texts/texts.ts';
import { type HookEvent, hookEvents } from './hookEvents.ts';

/** Completes the names in the matchers of a map of hooks at `at`, and the tools in the conditions of handlers. */
export const hookTexts = (...at: string[]): TextProvider[] => [
  {
    at: [[...at, '*', '*', 'matcher']],
    complete(context) {
      const event = eventOf(context.path);
      const name = stretch(context, /(?<![^|,\s()^$])[^|,\s()^$]*$/, /^[^|,\s()^$]*/);
      return event && name && { ...name, items: names(event, context) };
    },
  },
  {
    at: [[...at, '*', '*', 'hooks', '*', 'if']],
    complete(context) {
      const name = stretch(context, /^\w*$/, /^\w*/);
      return name && { ...name, items: tools(context.workspace, context.document.uri) };
    },
  },
];

function eventOf(path: Path): HookEvent | undefined {
  const name = path.find((step) => Object.hasOwn(hookEvents, step));
  return name === undefined ? undefined : hookEvents[name];
}

function* tools(workspace: WorkspaceView, uri: string): Generator<ValueItem> {
  for (const { name, description } of builtinTools) yield { value: name, detail: description };
  yield* serverTools(uri, workspace, '.*');
}

/** Yields what the matcher of an event may name. */
function* names({ matches, values = [] }: HookEvent, { workspace, document, text }: Completing): Generator<ValueItem> {
  const { uri } = document;
  if (matches === 'tools') yield* tools(workspace, uri);
  if (matches === 'agents') yield* componentNames(workspace, uri, ['agent']);
  if (matches === 'commands') yield* componentNames(workspace, uri, ['command', 'skill']);
  if (matches === 'servers')
    for (const { name, detail } of usableServers(uri, workspace)) yield { value: name, detail };
  // Several names at once are an example for an empty matcher.
  for (const value of values) if (text === '' || !value.includes('|')) yield { value };
}
