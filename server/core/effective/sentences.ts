import type { Reason, Surface, ToolState } from './model.ts';

/** What a sentence may name. */
export interface Names {
  readonly server?: string;
  readonly plugin?: string | undefined;
  readonly key?: string;
}

/** Why a server or plugin is not active, in one sentence for people. */
export function reasonSentence(reason: Reason, names: Names = {}): string {
  switch (reason) {
    case 'invalid-entry':
      return 'The app drops this entry when it starts';
    case 'unreadable-key':
      return `${names.key ?? 'The setting'} cannot be read, so nothing that it governs may run`;
    case 'unsupported-entry':
      return 'Neither a command, nor a url with type http or sse';
    case 'not-stdio':
      return 'Users can add local servers only; this one has no command';
    case 'no-manifest':
      return 'No .claude-plugin/plugin.json, so the app does not load this folder';
    case 'plugin-not-installed':
      return 'Offered to users, not required';
    case 'shadowed-by:managed':
      return `Managed server ${names.server ?? ''} has this name`;
    case 'shadowed-by:plugin':
      return `Server ${names.server ?? ''} of plugin ${names.plugin ?? ''} has this name`;
    case 'shadowed-by:user':
      return `User server ${names.server ?? ''} has this name`;
    case 'shadowed-by:extension':
      return `Extension ${names.server ?? ''} has this name`;
    case 'isLocalDevMcpEnabled=false':
      return 'User servers are off by policy';
    case 'local-servers-blocked':
      return 'Local servers of plugins are off by policy';
    case 'isDesktopExtensionEnabled':
      return 'Desktop extensions are off';
    case 'signature-required':
      return 'Only signed extensions load, and this one is not signed';
    case 'allowedPluginMcpServers':
      return 'Not on the list of plugin servers that may connect';
    case 'deniedPluginMcpServers':
      return 'On the list of plugin servers that may not connect';
    case 'user_config-unsupported':
      return 'It needs ${user_config.…}, which is not filled in here';
    case 'managed-mcp.json':
      return 'Code runs only the servers of managed-mcp.json on this device';
    case 'allowManagedMcpServersOnly':
      return 'Code runs only managed servers while managedMcpServers is set';
    case 'policy-only':
      return 'It carries tool rules for the plugin server of this name';
  }
}

/** What is wrong with a managed entry that the app drops. */
export const dropped = {
  notAnObject: 'An entry is an object with a name; this is none',
  noName: 'The entry has no name',
  unknownServer: 'No built-in server has this name: microsoft365, websearch or github',
  unknownTransport: 'The transport is none of http, sse, stdio, policy-only',
  noTransport: 'The transport is missing, which is required since 2026-10-07',
  noUrl: 'A remote server needs a url',
  noHttps: 'The address is http; https is required',
  loopbackFromBootstrap: 'A bootstrap response cannot name a server on this machine',
  userInfo: 'The address holds a user name',
  badUrl: 'The address cannot be read as one',
  noCommand: 'A local server needs a command',
  badCommand: 'The command is neither a bare name nor an absolute path',
  localFromBootstrap: 'Before 1.19367.0 a bootstrap response delivers remote servers only',
  foreignField: (field: string) => `${field} does not belong in this kind of entry`,
  missingField: (field: string) => `${field} is missing`,
  unknownProvider: 'The provider is none of brave, tavily, exa, custom',
  malformed: 'A field has a value of a form that it does not take',
  notAMap: (field: string) => `${field} must be an object of texts`,
  notAList: (field: string) => `${field} must be a list of texts`,
  permission: (tool: string) => `The permission of ${tool} is none of allow, ask, blocked`,
  noClientId: 'oauth has sign-in fields but no clientId',
  oldForm: (field: string) => `This form of ${field} is refused since 2026-10-07`,
  duplicate: (name: string) => `Two managed servers are called ${name}, so the whole key is unreadable`,
} as const;

const surfaceNames: Readonly<Record<Surface, string>> = { cowork: 'Cowork', code: 'Code', chat: 'Chat' };
export const surfaceName = (surface: Surface): string => surfaceNames[surface];

const stateNames: Readonly<Record<ToolState, string>> = {
  allow: 'Allow',
  ask: 'Ask',
  blocked: 'Blocked',
  user: 'User decides',
  'cc-prompt': 'Code prompt',
  removed: 'Removed',
  absent: 'Not there',
};
export const stateName = (state: ToolState): string => stateNames[state];

/** Why a line decides about a tool, is overruled, or does not apply. */
export const because = {
  exact: 'An exact entry names the tool',
  exactWins: (surface: Surface) => `An exact entry wins in ${surfaceNames[surface]}`,
  onlyWildcard: 'No exact entry, and this wildcard matches',
  strictest: 'The strictest matching wildcard decides',
  looser: 'A stricter wildcard matches too',
  codeWildcard: 'In Code a stricter ask or partial blocked wildcard wins over an exact entry',
  codeBlocksAll: 'Before 1.24012.0 a blocked * wins over an exact entry in Code',
  chatAsk: 'In Chat a matching ask wildcard wins over an exact allow',
  notForwarded: 'Code does not take over an allow: Claude Code asks in its own way',
  userDecides: 'No entry names the tool: the user decides',
  codeDecides: 'No entry names the tool: Claude Code asks in its own way',
  noRules: 'No policy reaches the tools of this server: the user decides',
  floor: 'Microsoft 365 tools that send never run unasked',
  readOnly: 'No entry names the tool: the user decides, and may keep an approval',
  modifying: 'No entry names the tool: the user decides, task by task',
  builtinDefault: 'Built-in tools run unasked unless a policy says otherwise',
  disabled: 'Tools on this list are taken away',
  disabledAlias: 'Agent is the newer name of Task; that the list treats them alike is our reading',
  disabledUnreadable: 'The list cannot be read, so every built-in tool counts as listed',
  builtinPolicy: 'The policy names the tool',
  unrecognised: 'Only allow and ask are known here; anything else counts as ask',
  policyUnreadable: 'The policy cannot be read, so every built-in tool asks',
  alreadyGone: 'The tool is gone, so this has no effect',
  argument: 'Only calls that match ask',
  notInSurface: (surface: Surface) => `Not part of ${surfaceNames[surface]}`,
  noWebSearch: (provider: string) => `Provider ${provider} has no web search`,
  gatewaySearch: 'Only if the gateway implements web search',
  noToolSearch: 'Tool search is off',
  toolSearchVertex: 'On with Claude 4.5 or newer',
  sendUserMessage: 'When it is there is not documented',
} as const;
