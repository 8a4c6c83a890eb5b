import type { NoteWeight } from './model.ts';

/** The texts of notes, one or two sentences each: what is so, why, and what to do. Names appear as they are written. */

/** A text that weighs more than a plain string, which is for information. */
export interface WeighedText {
  readonly text: string;
  readonly weight: NoteWeight;
}

/** Something that a file says is not in force, most likely by mistake. */
export const lost = (text: string): WeighedText => ({ text, weight: 'lost' });
/** The answer may be wrong, or depends on what is not known. */
const doubt = (text: string): WeighedText => ({ text, weight: 'doubt' });

// Which configuration is in force
export const noSource = 'No policy sets anything, so the app uses its defaults.';
export const localAlone = 'There is no managed policy, so the configuration applied in the app is in force.';
export const managedCounts = 'The managed policy is in force.';
export const managedUnreadable =
  'The managed policy cannot be read: the device counts as managed, but nothing in the policy is applied.';
export const onlyAppBehaviour =
  'The managed policy controls only updates: the configuration applied in the app decides the rest.';
export const selfHosted = (key: string) =>
  lost(
    `Nothing below is sure: with \`${key}\` the app stops applying settings of the device, \`disabledBuiltinTools\` and \`coworkEgressAllowedHosts\` among them.`,
  );
export const butSelfHosted = (why: string, key: string) =>
  `${why} But nothing below is sure: with \`${key}\` the app stops applying settings of the device.`;
export const bootstrapCounts = 'The bootstrap response replaces the managed policy for every key that it may set.';
export const localIgnored = 'The configuration applied in the app is ignored because there is a managed policy.';
export const policyNotAnObject = lost('A policy must be one object of keys and values: nothing here is read.');
export const policyIsAList = 'This list is read as the value of `managedMcpServers`.';
export const policyBroken = lost(
  'This policy cannot be parsed: the app applies none of it. What can be recovered is shown.',
);
export const noResponse = doubt(
  '`bootstrapUrl` is set, but its response is not available here. The response replaces these values.',
);
export const responseUnreadable = lost(
  'The bootstrap response is not an object: it cannot be read and replaces nothing.',
);
export const responseAlone = 'Only a bootstrap response is given. A device that sets `bootstrapUrl` is assumed.';
export const responseWithoutUrl = lost('The bootstrap response is not fetched: `bootstrapUrl` is not set.');
export const responseOff = lost('The bootstrap response is not fetched: `bootstrapEnabled` is false.');
export const notDeliverable = (key: string) => lost(`\`${key}\` is dropped: a bootstrap response cannot set it.`);
export const omitted = (key: string, fallback?: string) =>
  lost(
    `\`${key}\` has no effect: a key omitted from the bootstrap response counts as unset${fallback ? `, default ${fallback}` : ''}.`,
  );
export const hklmShadows = (key: string) =>
  lost(`HKCU is ignored because HKLM contains \`${key}\`. Any value there, even a misspelled one, has this effect.`);
export const hivesNotMerged = 'HKLM and HKCU are no longer merged: with any value in HKLM, HKCU is ignored.';

// Reading values
export const unreadableValue = (key: string, counts: string) =>
  lost(`\`${key}\` cannot be read: it counts as ${counts}.`);
export const emptyValue = (key: string) =>
  doubt(`\`${key}\` is empty and treated as unset here. Whether the app treats it as unreadable is not known.`);
export const readsAsUnset = (key: string) => lost(`\`${key}\` cannot be read: this app treats it as unset.`);
export const restricts = (key: string) => `an unreadable \`${key}\` applies its restrictive setting.`;
export const oldName = (key: string, to: string) =>
  `the old name \`${key}\` is no longer read. Rename it to \`${to}\`.`;
export const oldNameDead = (key: string, to: string, counts: string) =>
  lost(`\`${key}\` has not been read since 2026-10-07: \`${to}\` counts as ${counts}. Rename it.`);
export const bothNames = (key: string, to: string) =>
  `\`${key}\` is the old name of \`${to}\`, which is also set and takes precedence.`;
export const noProvider = doubt(
  '`inferenceProvider` is missing: the app starts in standard mode. Third-party mode is assumed here.',
);
export const providerKeysMissing = (provider: string, missing: string) =>
  doubt(
    `Provider ${provider} needs ${missing}: without it, the app starts in standard mode. Third-party mode is assumed here.`,
  );

// Surfaces
export const tabOff = (surface: string, key: string, isSet: boolean) =>
  isSet ? `${surface} is off: \`${key}\` is false.` : `${surface} is off by default: \`${key}\` is not set.`;
export const tabOn = (surface: string, key: string, isSet: boolean) =>
  isSet ? `${surface} is on: \`${key}\` is true.` : `${surface} is on by default: \`${key}\` is not set.`;
export const tabIgnored = (surface: string, isOn: boolean, key: string, since: string) =>
  `${surface} is ${isOn ? 'on' : 'off'}: apps before ${since} ignore \`${key}\`.`;
export const coworkStays =
  'Cowork is on although `coworkTabEnabled` is false: one tab must remain, and Code and Chat are off.';
export const chatPlugins = 'Whether Chat uses plugin servers is not documented.';

// Built-in tools
export const blockBuiltin = (name: string) =>
  lost(`${name} asks: \`builtinToolPolicy\` supports only allow and ask. To block it, use disabledBuiltinTools.`);
export const unknownBuiltin = (name: string) =>
  lost(`No built-in tool is named ${name} (names are case-sensitive): this entry has no effect.`);
export const malformedRule = (key: string) =>
  lost(`The rule \`${key}\` of \`builtinToolPolicy\` is invalid and is dropped.`);
export const taskAlias =
  'Agent and Task are one tool under two names: whether a rule for one applies to the other is not known.';
export const argumentRule = (name: string, where: string) =>
  `Calls of ${name} that match a rule ask in ${where}; all others use its state.`;
export const bareNamesOnly = (name: string) =>
  lost(
    `Cowork looks at bare names only: there a rule for some calls of ${name} has no effect. Add \`"${name}": "ask"\`.`,
  );
export const argumentRuleOld = (name: string) =>
  `this rule makes matching calls of ${name} ask; older apps drop the rule, and the calls run without a prompt.`;
export const asksForUnknown = 'an unrecognised value of `builtinToolPolicy` counts as ask.';
export const autoMode = 'Auto mode is allowed: users can let Claude decide instead of prompting.';
export const searchReplaced = (name: string) => `Managed server ${name} replaces the built-in WebSearch.`;
export const searchBlocked = (name: string) =>
  `WebSearch in \`disabledBuiltinTools\` also blocks the tool of managed server ${name}.`;
export const chatShell = '`chatAdvancedFileAnalysisEnabled` gives Chat a shell.';
export const chatShellAlone = 'the shell of Chat also works while Cowork is off.';
export const chatToolSearch = 'Chat has tool search, too.';
export const toolSearchDefault =
  'tool search is on by default for Anthropic, Vertex with Claude 4.5 or newer, Bedrock and Mantle.';

// Managed servers
export const duplicateNames = (why: string) => lost(`${why} and no managed server runs. Give each its own name.`);
export const managedKeyUnreadable = lost(
  '`managedMcpServers` cannot be read: no managed server runs, and Code stays restricted to managed servers.',
);
export const everyEntryDropped = (why: string) =>
  lost(`${why}: no managed server runs, and Code stays restricted to managed servers.`);
export const partialWildcards = 'a wildcard inside a name works too; older apps read only `*` as the whole key.';
export const exactUnderBlockedAll = 'in Code, an exact entry takes precedence over a blocked `*`.';
export const localDelivered = 'a bootstrap response can deliver local servers.';
export const noTransport = 'an entry without `transport` is dropped.';
export const deprecatedForm = (field: string) => `an entry with this form of \`${field}\` is dropped.`;
export const oauthWithoutClient =
  'an `oauth` object with sign-in fields requires `clientId`; without it, the entry is dropped.';
export const userInUrl = (field: string) => `an entry with a user name in \`${field}\` is dropped.`;
export const newerServer = (server: string) =>
  `the built-in server \`${server}\` is supported; older apps drop its entry.`;
export const readScopes = (name: string) =>
  `Server ${name} asks for read permissions only: its tools that write fail. \`scope\` lists what it asks for.`;
export const askSession = '`ask-session` is no longer a permission. Write `ask`.';

// Plugins
export const arrayRoot = lost(
  'The app does not read servers from a list. Convert it to an `mcpServers` map with `type`.',
);
export const mcpBroken = lost('This file cannot be parsed: its servers do not load. What can be recovered is shown.');
export const flatMap = 'Servers are outside `mcpServers`: the app reads them, but only the wrapped form is documented.';
export const inlineServers = 'Servers named in plugin.json are not counted: whether Cowork reads them is not known.';
export const twoPlugins = (name: string, winner: string, loser: string) =>
  doubt(`Plugins ${winner} and ${loser} both define server ${name}: which one runs is not documented.`);
export const manifestBroken = (plugin: string) =>
  lost(`The manifest of ${plugin} cannot be parsed: the plugin fails to load. What can be recovered is shown.`);
export const manifestRefused = (plugin: string, why: string) =>
  doubt(`Claude Code refuses the manifest of ${plugin}: ${why}. Whether the app loads the plugin is not known.`);
export const droppedByClaudeCode = (name: string, why: string) =>
  `Claude Code on its own drops server ${name}: ${why}.`;
export const pluginData = (name: string) =>
  lost(`Server ${name} receives \`\${CLAUDE_PLUGIN_DATA}\` literally: it is not substituted.`);
export const pluginServersShutOut =
  'Code may not connect plugin servers while managed servers are set; from app 1.44121.1 on they connect.';
export const remotesConnect = 'remote plugin servers connect although local ones are off.';
export const pluginListRead = (key: string) => `\`${key}\` is read; older apps ignore it.`;

// Tool rules of plugin servers
export const arrayIgnored = lost(
  'The list form of `orgPluginSettings` is not read before 1.15200.0: this app locks nothing.',
);
export const arrayRead = 'the list form of `orgPluginSettings` is read and locks its tools.';
export const recordEnds = 'the object form of `orgPluginSettings` blocks every plugin tool. Rewrite it as a list.';
export const recordDead = lost(
  'The object form of `orgPluginSettings` has been rejected since 2026-10-07: every plugin tool is blocked. Rewrite it as a list.',
);
export const noPermission = (tool: string) =>
  lost(`The rule for ${tool} has no permission: it is dropped and locks nothing.`);
export const wrongPermission = (tool: string) =>
  `The permission of ${tool} is not allow, ask or blocked: the tool is blocked.`;
export const wrongBlocks = (tool: string) =>
  `a permission of ${tool} other than allow, ask or blocked blocks the tool.`;
export const wildcardInSettings = (key: string) =>
  `\`${key}\` in \`orgPluginSettings\`: whether wildcards match there is not known. Name the tools to be sure.`;
export const approvalStillAsks = (tool: string) =>
  `${tool} is allowed in Cowork; chat approval flows and a permanent Always allow still ask.`;
export const noPersistence =
  'Users cannot save an approval in Cowork and Chat: `mcpPersistentAlwaysAllowEnabled` is false.';

// Claude Code's own managed settings
export const rulesVoidInCode = lost(
  'In Code, rules for tools of servers have no effect: Claude Code’s managed settings do not say `"parentSettingsBehavior": "merge"`.',
);
export const codeSettingsBroken = lost(
  'Claude Code’s managed settings cannot be parsed: from app 1.46388.1 on, no session of Code starts. What can be recovered is shown.',
);

// User servers and extensions
export const extensionsOff = 'desktop extensions are off unless `isDesktopExtensionEnabled` is true.';
export const earlierServers = doubt(
  'Whether user servers that were added earlier also stop is not known; here they count as off.',
);
