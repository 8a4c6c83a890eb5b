import type { TextRange } from '../base/text.ts';
import { parentOf } from '../base/uri.ts';
import type { FactData, FactLocation, FactType } from '../fact.ts';
import type { WorkspaceView } from '../model.ts';
import { inSameDeployment } from '../workspace/deployment.ts';
import { readKey, readKeyBelow } from '../workspace/factIndex.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { rulesById } from './builtinRules.ts';

/** Returns the workspace as a rule sees it. Each read is recorded in `reads`, even if it found nothing. */
export function viewOf(workspace: Workspace, reads: Set<string>): WorkspaceView {
  const climbed = new Set<string>();
  /** Whether a folder is a plugin depends on the file names in it and in its ancestors. */
  const readRoots = (uri: string) => {
    // If a folder was visited, its ancestors were too.
    for (let folder = uri; !climbed.has(folder); folder = parentOf(folder)) {
      climbed.add(folder);
      reads.add(`root:${folder}`);
    }
  };
  return {
    rules: rulesById(workspace.kinds),
    factsBelow: <K extends FactType>(type: K, uri: string) => {
      reads.add(readKeyBelow(type, uri));
      return workspace.factsBelow(type, uri);
    },
    facts: <K extends FactType>(type: K, name?: string, layer?: FactData['server']['layer']) => {
      reads.add(readKey(type, name, layer));
      return workspace.facts(type, name, layer);
    },
    file: (uri) => {
      reads.add(`file:${uri}`);
      return workspace.files.file(uri);
    },
    list: (uri) => {
      reads.add(`file:${uri}`);
      return workspace.files.list(uri);
    },
    pluginOf: (uri) => {
      readRoots(uri);
      return workspace.roots.pluginOf(uri);
    },
    inSameDeployment: (policy, plugin) => {
      readRoots(policy);
      readRoots(plugin);
      return inSameDeployment(workspace.roots, policy, plugin);
    },
    related: (found, message) => ({ uri: found.uri, message, range: () => rangeNow(workspace, found) }),
  };
}

/** Returns the current range of a fact: its file may have been edited since the rule read it. */
function rangeNow(workspace: Workspace, { uri, fact }: FactLocation): TextRange {
  const same = workspace.factsOf(uri).filter(({ type, name }) => type === fact.type && name === fact.name);
  const text = workspace.get(uri)?.text ?? '';
  const range = same.includes(fact) ? fact.range : (same[0]?.range ?? fact.range);
  return { start: Math.min(range.start, text.length), end: Math.min(range.end, text.length) };
}
