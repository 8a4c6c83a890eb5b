import { effective } from '../effective/effective.ts';
import type { EffectiveInput, KnownTool } from '../effective/input.ts';
import type { EffectiveResult } from '../effective/model.ts';

type Tools = ReadonlyMap<string, readonly KnownTool[]>;

/** Both sides, evaluated with the same known tools: for a tool or server that only one side names, the other side's answer is known too. */
export interface Evaluated {
  readonly before: EffectiveResult;
  readonly after: EffectiveResult;
  /** The known tools of each server, including those that only a policy names. */
  readonly tools: Tools;
}

export function evaluateBoth(before: EffectiveInput, after: EffectiveInput): Evaluated {
  const tools = new Map<string, Map<string, KnownTool>>();
  const add = (server: string, tool: KnownTool) => {
    const known = tools.get(server) ?? new Map<string, KnownTool>();
    if (!known.has(tool.name)) known.set(tool.name, tool);
    tools.set(server, known);
  };
  for (const input of [after, before]) {
    for (const [server, list] of input.tools) for (const tool of list) add(server, tool);
  }
  const locked = new Set<string>();
  for (const result of [effective(after), effective(before)]) {
    for (const { servers } of Object.values(result.surfaces)) {
      for (const { name, tools: named, reason } of servers) {
        if (reason === 'not-in-workspace') locked.add(name);
        for (const tool of named) add(name, { name: tool.name });
      }
    }
  }
  const all = new Map([...tools].map(([server, list]) => [server, [...list.values()]] as const));
  return {
    before: effective({ ...before, tools: all, pluginServers: [...locked] }),
    after: effective({ ...after, tools: all, pluginServers: [...locked] }),
    tools: all,
  };
}
