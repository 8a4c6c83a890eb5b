import type { Lens } from '../../../annotations.ts';
import { mask } from '../../../base/mask.ts';
import { join, nameOf } from '../../../base/uri.ts';
import { listOf } from '../../../base/words.ts';
import type { Document, WorkspaceView } from '../../../model.ts';
import { child, type Node, stringOf } from '../../../syntax/node.ts';
import { pathsIn } from '../texts/pathChecks.ts';
import { commandTexts, type Handler, handlersOf, matcherNames } from './handlers.ts';
import { hookEvents } from './hookEvents.ts';

/** Yields what each hook does and when: `Runs scripts/check.sh before Bash`. */
export function* hookLenses(document: Document, workspace: WorkspaceView, map: Node | undefined): Generator<Lens> {
  for (const hook of handlersOf(map)) {
    const when = whenOf(hook);
    const does = when && whatOf(document, hook);
    if (!does) continue;
    const root = workspace.pluginOf(document.uri);
    const file = root && does.path !== undefined ? workspace.file(join(root.uri, does.path)) : undefined;
    const { range } = hook.handler;
    yield { range, title: `${does.what} ${when}`, ...(file?.type === 'file' && { opens: file.uri }) };
  }
}

interface Doing {
  readonly what: string;
  /** The file of the plugin that it runs. */
  readonly path?: string;
}

function whatOf(document: Document, hook: Handler): Doing | undefined {
  const text = (key: string) => stringOf(child(hook.handler, key));
  switch (text('type')) {
    case 'command': {
      const path = commandTexts([hook]).flatMap((each) => pathsIn(document, each))[0]?.path;
      if (path) return { what: `Runs ${path}`, path };
      const program = programOf(text('command') ?? '');
      return program ? { what: `Runs ${program}` } : undefined;
    }
    case 'http': {
      const host = /^https?:\/\/([^/?#@]+)(?=[/?#]|$)/.exec(text('url') ?? '')?.[1];
      return { what: host ? `Sends to ${host}` : 'Sends a request' };
    }
    case 'mcp_tool':
      return { what: `Calls ${text('tool') ?? 'a tool'}` };
    case 'prompt':
      return { what: 'Asks a model' };
    case 'agent':
      return { what: 'Asks an agent' };
    default:
      return undefined;
  }
}

/** Returns the program that a command starts, without its folder and without variable assignments. */
function programOf(command: string): string | undefined {
  const word = /^(?:\w+=\S*\s+)*["']?([^\s"'|&;<>$()]+)/.exec(command.trim())?.[1];
  return word && mask(nameOf(word));
}

const aroundTools: Readonly<Record<string, string>> = { PreToolUse: 'before', PostToolUse: 'after' };

/** Returns when a hook runs: `before Bash or Write`, `when a session starts or resumes: startup`. Undefined for an unknown event. */
function whenOf({ event: { key }, group }: Handler): string | undefined {
  const event = Object.hasOwn(hookEvents, key) ? hookEvents[key] : undefined;
  if (!event) return undefined;
  const matcher = event.matches ? (stringOf(child(group, 'matcher'))?.trim() ?? '') : '';
  const named = ['', '*', '.*'].includes(matcher) ? '' : listOf(matcherNames(group), 'or') || matcher;
  const around = Object.hasOwn(aroundTools, key) ? aroundTools[key] : undefined;
  if (around && named) return `${around} ${named}`;
  const words = event.description.replace(/[;.].*$/s, '');
  const sentence = words.charAt(0).toLowerCase() + words.slice(1);
  const when = /^(before|after|once)\b/.test(sentence) ? sentence : `when ${sentence}`;
  return named ? `${when}: ${named}` : when;
}
