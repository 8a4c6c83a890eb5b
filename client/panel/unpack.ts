import type { EffectiveAnswer, PackedAnswer } from '../../server/protocol.ts';
import type { EffectiveSurface, EffectiveTool, Surface } from './types.ts';

/** Unpacks an answer of the server: each tool gets its verdict. */
export function unpack(answer: PackedAnswer): EffectiveAnswer {
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
    found[surface as Surface] = { ...here, servers };
  }
  return { ...rest, result: { ...result, surfaces: found } };
}
