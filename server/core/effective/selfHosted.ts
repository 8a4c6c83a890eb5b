import type { Context } from './context.ts';
import type { EffectiveServer, EffectiveSurface, EffectiveTool, ToolState } from './model.ts';
import * as noteTexts from './noteTexts.ts';
import type { Settings } from './settings.ts';
import { stepTexts } from './stepTexts.ts';

const keys = ['selfHostedUrl', 'selfHostedToken'] as const;

/**
 * Returns the key that makes the app ignore settings of the device. Source: the gateway of the app refuses both keys with this
 * reason.
 */
export const selfHostedKey = (settings: Settings): string | undefined => keys.find((key) => settings.has(key));

/** Notes that nothing is certain to be in force. */
export function noteSelfHosted(context: Context, settings: Settings): void {
  const key = selfHostedKey(settings);
  if (key !== undefined) context.note(noteTexts.selfHosted(key), 'validator', settings.origin(key));
}

const limited: ReadonlySet<ToolState> = new Set<ToolState>(['ask', 'blocked', 'removed']);

/** Returns a surface on which no limit of the policy is certain. */
export const doubtedSurface = (surface: EffectiveSurface): EffectiveSurface => ({
  ...surface,
  builtinTools: surface.builtinTools.map(doubtedTool),
  servers: surface.servers.map(doubtedServer),
});

function doubtedTool(tool: EffectiveTool): EffectiveTool {
  if (tool.origin === null || !limited.has(tool.state)) return tool;
  const steps = tool.steps.map((step) =>
    step.outcome === 'decides'
      ? { ...step, why: `${step.why}. ${stepTexts.selfHosted}`, certainty: 'unknown' as const }
      : step,
  );
  return { ...tool, certainty: 'unknown', steps };
}

/** Whether the app starts the policy's servers, and stops others because of it, is not known. */
function doubtedServer(server: EffectiveServer): EffectiveServer {
  const isOfPolicy = server.layer === 'managed' || server.cause !== null;
  const unlisted = limited.has(server.unlisted.state) && server.unlisted.origin !== null;
  return {
    ...server,
    ...(isOfPolicy && { certainty: 'unknown' }),
    unlisted: unlisted ? { ...server.unlisted, certainty: 'unknown' } : server.unlisted,
    tools: server.tools.map(doubtedTool),
  };
}
