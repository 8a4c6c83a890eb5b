import { type EffectiveResult, type EffectiveTool, type Step, type Surface, surfaces } from '../core/index.ts';
import type { PackedAnswer, PackedTool, Verdict } from '../protocol.ts';

/** Packs a result: each verdict is contained once. */
export function packed(result: EffectiveResult): Pick<PackedAnswer, 'result' | 'verdicts'> {
  const verdicts: Verdict[] = [];
  const bySteps = new Map<readonly Step[], number>();
  const byText = new Map<string, number>();
  const indexOf = ({ name: _, ...verdict }: EffectiveTool): number => {
    // Tools that no line names share their steps.
    const same = bySteps.get(verdict.steps);
    if (same !== undefined) return same;
    const text = JSON.stringify(verdict);
    const index = byText.get(text) ?? verdicts.push(verdict) - 1;
    byText.set(text, index);
    bySteps.set(verdict.steps, index);
    return index;
  };
  const pack = (tool: EffectiveTool): PackedTool => [tool.name, indexOf(tool)];
  const found: Partial<Record<Surface, NonNullable<PackedAnswer['result']['surfaces'][Surface]>>> = {};
  for (const surface of surfaces) {
    const here = result.surfaces[surface];
    if (!here) continue;
    found[surface] = {
      ...here,
      servers: here.servers.map((server) => ({ ...server, tools: server.tools.map(pack) })),
    };
  }
  return { result: { ...result, surfaces: found }, verdicts };
}
