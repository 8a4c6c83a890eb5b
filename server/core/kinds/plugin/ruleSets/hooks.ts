import type { Rule } from '../../../model.ts';
import { handlerNotOnEvent } from '../rules/handler-not-on-event.ts';
import { ifWithoutTool } from '../rules/if-without-tool.ts';
import { matcherNotUsed } from '../rules/matcher-not-used.ts';
import { sameMonitorName } from '../rules/same-monitor-name.ts';
import { serverMatcher } from '../rules/server-matcher.ts';
import { timeoutInMilliseconds } from '../rules/timeout-in-milliseconds.ts';
import { unanchoredMatcher } from '../rules/unanchored-matcher.ts';
import { unknownEvent } from '../rules/unknown-event.ts';
import { unquotedPluginRoot } from '../rules/unquoted-plugin-root.ts';
import { userConfigInHook } from '../rules/user-config-in-hook.ts';

/** The rules about hooks and monitors that stand in the manifest. */
export const hookRules: readonly Rule[] = [
  unknownEvent,
  handlerNotOnEvent,
  ifWithoutTool,
  matcherNotUsed,
  serverMatcher,
  unanchoredMatcher,
  timeoutInMilliseconds,
  unquotedPluginRoot,
  userConfigInHook,
  sameMonitorName,
];
