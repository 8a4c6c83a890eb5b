import type { EffectiveAnswer, PackedAnswer } from '../../server/protocol.ts';
import type { EffectiveSurface, EffectiveTool, Surface } from './types.ts';

/** The answer as it was before it was packed. */
export function unpack(answer: EffectiveAnswer | PackedAnswer): EffectiveAnswer {
  if (!('verdicts' in answer)) return answer;
  const { verdicts, result, ...rest } = answer;
  const found: Partial<Record<Surface, EffectiveSurface>> = {};
  for (const [surface, here] of Object.entries(result.surfaces)) {
    const servers = here.servers.map((server) => ({
      ...server,
      tools: server.tools.flatMap(([name, index]): EffectiveTool[] => {
        const verdict = verdicts[index];
        return verdict ? [{ name, ...verdict }] : [];
      }),
    }));
    found[surface as Surface] = { builtinTools: here.builtinTools, servers };
  }
  return { ...rest, result: { ...result, surfaces: found } };
}
