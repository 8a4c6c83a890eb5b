import { ignoredPluginSettings } from '../policy/ignoredPluginSettings.ts';
import { providerFacts } from '../policy/providers.ts';
import { surfaceNames } from '../vocabulary/names.ts';
import type { BuiltinPolicy } from './builtinPolicy.ts';
import type { Context } from './context.ts';
import type { Managed } from './managed.ts';
import * as say from './noteTexts.ts';
import { originOf } from './origin.ts';
import type { Settings } from './settings.ts';

const switches = { cowork: 'coworkTabEnabled', code: 'isClaudeCodeForDesktopEnabled', chat: 'chatTabEnabled' } as const;

/** Notes about the configuration as a whole: mode, surfaces, prompts. */
export function noteConfiguration(context: Context, settings: Settings, builtins: BuiltinPolicy): void {
  const { surfaces, plugins } = context.input;
  noteProvider(context, settings);
  for (const surface of surfaces) {
    const key = switches[surface];
    if (!settings.boolean(key))
      context.note(say.surfaceOff(surfaceNames[surface], key), 'documented', settings.origin(key));
  }
  if (surfaces.includes('chat') && plugins.some(({ mcp }) => mcp?.root)) context.note(say.chatPlugins, 'unknown');
  for (const [name, [step]] of builtins.calls) context.note(say.argumentRule(name), 'documented', step?.origin);
  if (settings.boolean('autoModeEnabled')) context.note(say.autoMode, 'documented', settings.origin('autoModeEnabled'));
  const persistence = 'mcpPersistentAlwaysAllowEnabled';
  if (!settings.boolean(persistence)) context.note(say.noPersistence, 'documented', settings.origin(persistence));
}

/** Third-party mode is assumed; whether the app is in it depends on the provider and its keys. */
function noteProvider(context: Context, settings: Settings): void {
  const provider = settings.text('inferenceProvider');
  if (provider === undefined) {
    if (!settings.has('bootstrapUrl')) context.note(say.noProvider, 'documented', settings.origin('inferenceProvider'));
    return;
  }
  const missing = Object.keys(providerFacts.get(provider)?.required ?? {}).filter((key) => !settings.has(key));
  if (missing.length === 0) return;
  const names = missing.map((key) => `\`${key}\``).join(' and ');
  context.note(say.providerKeysMissing(provider, names), 'documented', settings.origin('inferenceProvider'));
}

/** Notes tool rules for a plugin server that an entry of `managedMcpServers` overrides. */
export function noteIgnoredSettings(context: Context, settings: Settings, { key }: Managed): void {
  const structure = settings.structure('orgPluginSettings');
  if (structure.is !== 'value' || !key) return;
  for (const { message, certainty, node } of ignoredPluginSettings(structure.node, key))
    context.note(message, certainty, originOf(structure.uri, node));
}
