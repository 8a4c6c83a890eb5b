import type { Certainty } from '../base/text.ts';
import type { BuiltinTool, InChat } from '../policy/builtinTools.ts';
import { itemsOf } from '../syntax/node.ts';
import { noRule } from '../vocabulary/rules.ts';
import type { Context } from './context.ts';
import type { Surface, ToolRule } from './model.ts';
import * as noteTexts from './noteTexts.ts';
import type { Settings } from './settings.ts';
import { stepTexts } from './stepTexts.ts';
import { tabsIn } from './tabs.ts';

/** Whether a built-in tool exists regardless of tool policies, and how certain that is. */
export interface Presence {
  readonly state: 'allow' | 'removed' | 'absent';
  readonly rule: ToolRule;
  readonly why: string;
  readonly certainty: Certainty;
}

/** Returns whether a built-in tool exists, depending on the surface, the inference provider and a few settings. */
export function presenceOf(tool: BuiltinTool, surface: Surface, context: Context, settings: Settings): Presence {
  const inChat = surface === 'chat' ? presences[tool.inChat](context, settings) : there;
  if (inChat.state !== 'allow') return inChat;
  if (tool.condition === 'web-search') return webSearch(settings);
  if (tool.condition === 'tool-search')
    return surface === 'chat' ? chatToolSearch(context, settings) : toolSearch(context, settings);
  if (tool.condition === 'unknown') return present('unknown', stepTexts.sendUserMessage);
  return inChat;
}

const present = (certainty: Certainty, why: string): Presence => ({ state: 'allow', rule: noRule, why, certainty });
const impossible = (certainty: Certainty, why: string): Presence => ({
  state: 'removed',
  rule: { kind: 'provider' },
  why,
  certainty,
});
const absent = (certainty: Certainty, why: string): Presence => ({
  state: 'absent',
  rule: { kind: 'surface' },
  why,
  certainty,
});
const there = present('documented', stepTexts.builtinDefault);

const presences: Readonly<Record<InChat, (context: Context, settings: Settings) => Presence>> = {
  there: () => there,
  perhaps: () => present('unknown', stepTexts.notListedInChat),
  hardly: () => absent('unknown', stepTexts.notListedInChat),
  'with-hosts': (_, settings) =>
    hasHosts(settings) ? present('documented', stepTexts.chatFetch) : impossible('documented', stepTexts.noChatFetch),
  'with-file-analysis': chatShell,
};

/** An unreadable list names no host. */
function hasHosts(settings: Settings): boolean {
  const hosts = settings.structure('coworkEgressAllowedHosts');
  return hosts.is === 'value' && itemsOf(hosts.node).length > 0;
}

/** Sources: the page on Chat; release notes of 1.14271.0 and 1.44121.4. */
function chatShell(context: Context, settings: Settings): Presence {
  if (!settings.boolean('chatAdvancedFileAnalysisEnabled')) return absent('documented', stepTexts.noChatShell);
  const origin = settings.origin('chatAdvancedFileAnalysisEnabled');
  const hasKey = context.since('1.14271.0', noteTexts.chatShell, origin);
  const tabs = tabsIn(context, settings);
  const worksAlone = tabs.cowork.isOn || context.since('1.44121.4', noteTexts.chatShellAlone, origin);
  if (!hasKey || !worksAlone) return absent('documented', stepTexts.olderChatShell);
  if (!tabs.chat.isOn) return absent('documented', stepTexts.chatOff);
  return present('documented', stepTexts.chatShell);
}

/** Sources: the page on web tools; for Mantle it is our reading. */
function webSearch(settings: Settings): Presence {
  const provider = settings.text('inferenceProvider');
  if (provider === 'bedrock') return impossible('documented', stepTexts.noWebSearch(provider));
  if (provider === 'mantle') return impossible('reading', stepTexts.noWebSearch(provider));
  if (provider === 'gateway') return present('unknown', stepTexts.gatewaySearch);
  if (provider === 'foundry') return present('unknown', stepTexts.foundrySearch);
  return there;
}

/** Source: release notes of 1.28929.0. */
function chatToolSearch(context: Context, settings: Settings): Presence {
  const isOn = toolSearch(context, settings);
  if (isOn.state !== 'allow' || context.since('1.28929.0', noteTexts.chatToolSearch)) return isOn;
  return absent('documented', stepTexts.notInSurface('chat'));
}

/** Off unless `toolSearchEnabled`; from 1.49585.0 on, some providers have it by default, according to a third-party report. */
function toolSearch(context: Context, settings: Settings): Presence {
  if (settings.boolean('toolSearchEnabled')) return there;
  const provider = settings.text('inferenceProvider') ?? '';
  const ownUrl = settings.has('inferenceBedrockBaseUrl');
  const hasDefault =
    ['anthropic', 'vertex'].includes(provider) || (['bedrock', 'mantle'].includes(provider) && !ownUrl);
  if (hasDefault && !settings.has('toolSearchEnabled')) {
    if (context.since('1.49585.0', noteTexts.toolSearchDefault, null, 'third-party')) {
      return provider === 'vertex'
        ? present('unknown', stepTexts.toolSearchVertex)
        : present('third-party', stepTexts.builtinDefault);
    }
  }
  return impossible('reading', stepTexts.noToolSearch);
}
