/**
 * Whether Chat has a tool; Cowork and Code have all of them. Source: https://claude.com/docs/third-party/claude-desktop/chat;
 * tools that are not listed there are unknown.
 */
export type InChat =
  | 'there'
  /** Not listed, but nothing suggests that it is missing. */
  | 'perhaps'
  /** Not listed, and unlikely: Chat starts no agents, and administrators report the others as missing. */
  | 'hardly'
  /** It reaches the hosts in `coworkEgressAllowedHosts`; without any, it is off. */
  | 'with-hosts'
  /** Only with `chatAdvancedFileAnalysisEnabled`. */
  | 'with-file-analysis';

/** A tool that is built into the app. */
export interface BuiltinTool {
  readonly name: string;
  readonly description: string;
  readonly inChat: InChat;
  /** It changes files or runs code. */
  readonly changes?: true;
  /** Another name of the same tool. */
  readonly alias?: string;
  /** What its presence depends on. */
  readonly condition?: 'tool-search' | 'web-search' | 'unknown';
}

/** The tools that the app's validator knows: 22 of 172 names that were tested. */
export const builtinTools: readonly BuiltinTool[] = [
  { name: 'Task', description: 'Delegates a task to a subagent', inChat: 'hardly', alias: 'Agent' },
  { name: 'Bash', description: 'Runs shell commands', inChat: 'with-file-analysis', changes: true },
  { name: 'Glob', description: 'Finds files by name', inChat: 'perhaps' },
  { name: 'Grep', description: 'Searches file contents', inChat: 'perhaps' },
  { name: 'Read', description: 'Reads files', inChat: 'there' },
  { name: 'Edit', description: 'Edits files', inChat: 'there', changes: true },
  { name: 'Write', description: 'Creates and overwrites files', inChat: 'there', changes: true },
  { name: 'NotebookEdit', description: 'Edits notebook cells', inChat: 'hardly', changes: true },
  { name: 'WebFetch', description: 'Fetches a web page', inChat: 'with-hosts' },
  { name: 'TodoWrite', description: 'Keeps a to-do list', inChat: 'perhaps' },
  { name: 'WebSearch', description: 'Searches the web', inChat: 'there', condition: 'web-search' },
  { name: 'Skill', description: 'Loads a skill', inChat: 'perhaps' },
  { name: 'REPL', description: 'Runs code step by step', inChat: 'hardly', changes: true },
  { name: 'JavaScript', description: 'Runs JavaScript', inChat: 'hardly', changes: true },
  { name: 'AskUserQuestion', description: 'Asks the user a question', inChat: 'there' },
  { name: 'ToolSearch', description: 'Finds tools on demand', inChat: 'there', condition: 'tool-search' },
  { name: 'SendUserMessage', description: 'Sends the user a message', inChat: 'perhaps', condition: 'unknown' },
  { name: 'TaskCreate', description: 'Adds a task to the list', inChat: 'perhaps' },
  { name: 'TaskUpdate', description: 'Changes a task on the list', inChat: 'perhaps' },
  { name: 'TaskGet', description: 'Reads a task on the list', inChat: 'perhaps' },
  { name: 'TaskList', description: 'Lists all tasks', inChat: 'perhaps' },
  { name: 'TaskStop', description: 'Stops a running task', inChat: 'perhaps' },
];

export const knownBuiltinNames: readonly string[] = builtinTools.map(({ name }) => name);

/** Names in Claude Code's tool reference that this app's validator does not know: they get a hint, not an error. */
export const claudeCodeOnlyNames: readonly string[] = [
  'Agent',
  'Artifact',
  'CronCreate',
  'CronDelete',
  'CronList',
  'EndConversation',
  'EnterPlanMode',
  'EnterWorktree',
  'ExitPlanMode',
  'ExitWorktree',
  'LSP',
  'ListAgents',
  'ListMcpResourcesTool',
  'Monitor',
  'PowerShell',
  'PushNotification',
  'ReadMcpResourceTool',
  'RemoteTrigger',
  'ReportFindings',
  'ScheduleWakeup',
  'SendMessage',
  'SendUserFile',
  'ShareOnboardingGuide',
  'TaskOutput',
  'WaitForMcpServers',
  'Workflow',
];
