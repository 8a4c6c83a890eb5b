import { countsCalls } from '../policy/builtinRuleForm.ts';
import { ignoredPluginSettings } from '../policy/ignoredPluginSettings.ts';
import { providerFacts } from '../policy/providers.ts';
import { tabKeys } from '../policy/tabs.ts';
import { surfaceNames } from '../vocabulary/names.ts';
import type { BuiltinPolicy } from './builtinPolicy.ts';
import type { Candidate } from './candidates.ts';
import type { Context } from './context.ts';
import type { Managed } from './managed.ts';
import type { Surface, Tab } from './model.ts';
import * as noteTexts from './noteTexts.ts';
import { originOf } from './origin.ts';
import type { Settings } from './settings.ts';

/** Adds notes about the configuration as a whole: mode, surfaces, prompts. */
export function noteConfiguration(
  context: Context,
  settings: Settings,
  builtins: BuiltinPolicy,
  tabs: Readonly<Record<Surface, Tab>>,
): void {
  const { surfaces, plugins } = context.input;
  noteProvider(context, settings);
  for (const surface of surfaces) {
    const { isOn, why, certainty, origin } = tabs[surface];
    // What a reader of the policy would expect needs no note.
    if (!isOn || !settings.boolean(tabKeys[surface])) context.note(why, certainty, origin);
  }
  if (surfaces.includes('chat') && plugins.some(({ mcp }) => mcp?.root)) context.note(noteTexts.chatPlugins, 'unknown');
  noteCalls(context, settings, builtins);
  if (settings.boolean('autoModeEnabled'))
    context.note(noteTexts.autoMode, 'documented', settings.origin('autoModeEnabled'));
  const persistence = 'mcpPersistentAlwaysAllowEnabled';
  if (!settings.boolean(persistence)) context.note(noteTexts.noPersistence, 'documented', settings.origin(persistence));
}

/** Notes where rules for some calls of a tool apply, and where they protect nothing. */
function noteCalls(context: Context, settings: Settings, builtins: BuiltinPolicy): void {
  const isFullVm = settings.boolean('requireCoworkFullVmSandbox');
  const counting = context.input.surfaces.filter((surface) => countsCalls(surface, isFullVm) === true);
  const inVain = context.input.surfaces.includes('cowork') && !counting.includes('cowork');
  const where = counting.map((surface) => surfaceNames[surface]).join(' and ');
  for (const [name, [rule]] of builtins.calls) {
    if (where !== '') context.note(noteTexts.argumentRule(name, where), 'third-party', rule?.origin);
    const isCovered = builtins.removes(name) !== undefined || builtins.approves(name)?.state === 'ask';
    if (inVain && !isCovered) context.note(noteTexts.bareNamesOnly(name), 'third-party', rule?.origin);
  }
}

/** Notes the effect of a line about the built-in web search on the server that provides it. */
export function noteSearch(context: Context, builtins: BuiltinPolicy, server: Candidate | undefined): void {
  if (!server) return;
  const line = builtins.removes('WebSearch');
  if (line) context.note(noteTexts.searchBlocked(server.name), line.certainty, line.origin);
  else context.note(noteTexts.searchReplaced(server.name), 'documented', server.origin);
}

/** Third-party mode is assumed; whether the app is in it depends on the provider and its keys. */
function noteProvider(context: Context, settings: Settings): void {
  const provider = settings.text('inferenceProvider');
  if (provider === undefined) {
    if (!settings.has('bootstrapUrl'))
      context.note(noteTexts.noProvider, 'documented', settings.origin('inferenceProvider'));
    return;
  }
  const missing = Object.keys(providerFacts.get(provider)?.required ?? {}).filter((key) => !settings.has(key));
  if (missing.length === 0) return;
  const names = missing.map((key) => `\`${key}\``).join(' and ');
  context.note(noteTexts.providerKeysMissing(provider, names), 'documented', settings.origin('inferenceProvider'));
}

/** Notes tool rules for a plugin server that an entry of `managedMcpServers` overrides. */
export function noteIgnoredSettings(context: Context, settings: Settings, { key }: Managed): void {
  const structure = settings.structure('orgPluginSettings');
  if (structure.is !== 'value' || !key) return;
  for (const { message, certainty, node } of ignoredPluginSettings(structure.node, key))
    context.note(noteTexts.lost(message), certainty, originOf(structure.uri, node));
}
