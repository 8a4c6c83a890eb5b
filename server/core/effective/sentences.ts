import { type Surface, surfaceNames } from '../vocabulary/names.ts';
import { rules } from '../vocabulary/rules.ts';

/** Why a managed entry without a flaw of its own does not run. */
export const dropped = {
  duplicate: (name: string) => `Two managed servers are named ${name}, so the whole key is unreadable`,
} as const;

/** Why a line decides about a tool, is overruled, or does not apply. */
export const because = {
  exact: rules.exact.sentence,
  exactWins: (surface: Surface) => `An exact entry takes precedence in ${surfaceNames[surface]}`,
  onlyWildcard: 'No exact entry, and this wildcard matches',
  strictest: 'The strictest matching wildcard decides',
  looser: 'A stricter wildcard matches too',
  codeWildcard: 'In Code, a stricter ask or partial blocked wildcard takes precedence over an exact entry',
  codeBlocksAll: 'Before 1.24012.0, a blocked * takes precedence over an exact entry in Code',
  chatAsk: 'In Chat, a matching ask wildcard takes precedence over an exact allow',
  notForwarded: 'Code does not apply allow: Claude Code uses its own prompt',
  userDecides: 'No entry names the tool: the user decides',
  codeDecides: 'No entry names the tool: Claude Code uses its own prompt',
  noRules: 'No policy applies to the tools of this server: the user decides',
  floor: rules.floor.sentence,
  readOnly: 'No entry names the tool: the user decides, and can save an approval',
  modifying: 'No entry names the tool: the user decides, task by task',
  builtinDefault: 'Built-in tools run without a prompt unless a policy says otherwise',
  disabled: rules.disabledBuiltinTools.sentence,
  disabledAlias: 'Agent is the newer name of Task; that the list treats them the same is our reading',
  disabledUnreadable: 'The list cannot be read, so every built-in tool counts as listed',
  builtinPolicy: rules.builtinToolPolicy.sentence,
  unrecognised: rules['unrecognised-value'].sentence,
  policyUnreadable: 'The policy cannot be read, so every built-in tool asks',
  alreadyGone: 'The tool is removed, so this has no effect',
  argument: 'Only calls that match ask',
  notInSurface: (surface: Surface) => `Not part of ${surfaceNames[surface]}`,
  noWebSearch: (provider: string) => `Provider ${provider} has no web search`,
  gatewaySearch: 'Only if the gateway implements web search',
  noToolSearch: 'Tool search is off',
  toolSearchVertex: 'On with Claude 4.5 or newer',
  sendUserMessage: 'When it is available is not documented',
} as const;
