import { derived } from '../../base/derived.ts';
import type { TextRange } from '../../base/text.ts';
import { type EffectiveResult, type EffectiveTool, type Step, type Surface, surfaces } from '../../effective/model.ts';
import { isPattern } from '../../vocabulary/names.ts';

/** The effect of one line of a policy on one tool and surface. */
export interface Effect {
  readonly surface: Surface;
  readonly tool: EffectiveTool;
  readonly step: Step;
}

/** A line of a policy about tools, and its effects in the effective tool set. */
export interface PolicyLine {
  readonly range: TextRange;
  /** The server whose tools it names; undefined for built-in tools. */
  readonly server: string | undefined;
  readonly effects: readonly Effect[];
}

/** Returns the lines of all files that decide about a tool, or would if no other line did. */
const allLines: (result: EffectiveResult) => ReadonlyMap<string, readonly PolicyLine[]> = derived((result) => {
  const files = new Map<string, Map<string, PolicyLine & { effects: Effect[] }>>();
  const note = (server: string | undefined, surface: Surface, tool: EffectiveTool) => {
    for (const step of tool.steps) {
      if (!step.origin || step.outcome === 'some-calls' || step.outcome === 'does-not-apply') continue;
      const { uri, range } = step.origin;
      const lines = files.get(uri) ?? new Map<string, PolicyLine & { effects: Effect[] }>();
      files.set(uri, lines);
      const key = `${range.start}-${range.end}`;
      const line = lines.get(key) ?? { range, server, effects: [] };
      lines.set(key, line);
      line.effects.push({ surface, tool, step });
    }
  };
  for (const surface of surfaces) {
    for (const tool of result.surfaces[surface]?.builtinTools ?? []) note(undefined, surface, tool);
    for (const server of result.surfaces[surface]?.servers ?? []) {
      for (const tool of server.tools) if (!isPattern(tool.name)) note(server.name, surface, tool);
    }
  }
  return new Map([...files].map(([uri, lines]) => [uri, [...lines.values()]]));
});

/** Returns the lines of one file. */
export const linesOf = (result: EffectiveResult, uri: string): readonly PolicyLine[] => allLines(result).get(uri) ?? [];
