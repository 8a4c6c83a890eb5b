import { derived } from '../../base/derived.ts';
import { nameOf } from '../../base/uri.ts';
import type {
  EffectiveResult,
  EffectiveServer,
  EffectiveSurface,
  EffectiveTool,
  Origin,
  Surface,
} from '../../effective/model.ts';
import { surfaceList } from '../../effective/surfaceList.ts';
import type { Fact } from '../../fact.ts';
import type { Document } from '../../model.ts';
import { builtinTools } from '../../policy/builtinTools.ts';
import { states } from '../../vocabulary/states.ts';
import { inSameDeployment } from '../../workspace/deployment.ts';
import type { HintContext, InlayHint } from './hint.ts';

/** The surfaces on which agents, skills and commands work. */
const workplaces: readonly Surface[] = ['cowork', 'code'];

type Verdict = Pick<EffectiveTool, 'state' | 'origin'>;

/** Yields hints for the tools of an agent, skill or command that a policy removes or makes ask. */
export function* toolUseHints(document: Document, { workspace, effective }: HintContext): Generator<InlayHint> {
  const uses = workspace.factsOf(document.uri).filter(({ type, data }) => type === 'tool-use' && data.by !== 'hook');
  const result = uses.length > 0 ? effective() : undefined;
  if (!result) return;
  for (const use of uses) {
    const restricted = restrictions(use.name, result).filter(({ origin }) =>
      inSameDeployment(workspace.roots, origin.uri, document.uri),
    );
    const [first] = restricted;
    if (first) yield { offset: endOf(document, use), label: said(restricted), origin: first.origin };
  }
}

interface Restriction {
  readonly surface: Surface;
  readonly word: string;
  readonly origin: Origin;
}

const restricting: readonly EffectiveTool['state'][] = ['removed', 'blocked', 'ask'];

const restrictions = (name: string, result: EffectiveResult): Restriction[] =>
  workplaces.flatMap((surface) => {
    const { state, origin } = verdictOn(surface, name, result) ?? {};
    return state && restricting.includes(state) && origin ? [{ surface, word: states[state].label, origin }] : [];
  });

/** `Blocked · fleet.json`; `Ask in Code · fleet.json` where it is so in Code only. */
function said(restricted: readonly Restriction[]): string {
  const [first] = restricted;
  const groups = [...new Set(restricted.map(({ word }) => word))].map((word) => {
    const where = restricted.filter((each) => each.word === word).map(({ surface }) => surface);
    return where.length === workplaces.length ? word : `${word} in ${surfaceList(where)}`;
  });
  return `${groups.join(', ')} · ${nameOf(first?.origin.uri ?? '')}`;
}

function verdictOn(surface: Surface, name: string, result: EffectiveResult): Verdict | undefined {
  const found = result.surfaces[surface];
  if (!name.startsWith('mcp__')) {
    const own = builtinTools.find((tool) => tool.name === name || tool.alias === name)?.name;
    return found?.builtinTools.find((tool) => tool.name === own);
  }
  const called = name.slice('mcp__'.length);
  let first: { readonly rank: number; readonly server: EffectiveServer; readonly tool: string } | undefined;
  // The name of a server may contain two underscores too: the first split that fits counts.
  for (let at = called.indexOf('__'); found && at >= 0; at = called.indexOf('__', at + 1)) {
    const tool = called.slice(at + 2);
    const fits = tool === '' || tool.includes('*') ? undefined : activeServers(found).get(called.slice(0, at));
    if (fits && (!first || fits.rank < first.rank)) first = { ...fits, tool };
  }
  return first && (toolsOf(first.server).get(first.tool) ?? first.server.unlisted);
}

/** Returns the servers that run, by the prefix of their tools' full names; if several share one, the first. */
const activeServers = derived(({ servers }: EffectiveSurface) => {
  const byPrefix = new Map<string, { readonly rank: number; readonly server: EffectiveServer }>();
  for (const [rank, server] of servers.entries()) {
    if (!server.active) continue;
    const names = [server.name, ...(server.plugin === null ? [] : [`plugin_${server.plugin}_${server.name}`])];
    for (const name of names) if (!byPrefix.has(name)) byPrefix.set(name, { rank, server });
  }
  return byPrefix;
});

const toolsOf = derived(({ tools }: EffectiveServer) => new Map(tools.map((tool) => [tool.name, tool])));

/** Returns the offset after the name, and after its parentheses and closing quote. */
const endOf = ({ text }: Document, { range: { end } }: Fact): number =>
  end + (/^(\([^()\r\n]*\))?["']?/.exec(text.slice(end, end + longest))?.[0].length ?? 0);
const longest = 500;
