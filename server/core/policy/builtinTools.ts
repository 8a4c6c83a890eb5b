import type { Surface } from '../vocabulary/names.ts';

/** A tool that Claude brings itself. */
export interface BuiltinTool {
  readonly name: string;
  readonly description: string;
  readonly surfaces: readonly Surface[];
  /** It changes files or runs code. */
  readonly changes?: true;
  /** Another name of the same tool. */
  readonly alias?: string;
  /** What its presence depends on. */
  readonly condition?: 'tool-search' | 'web-search' | 'unknown';
}

const everywhere: readonly Surface[] = ['cowork', 'code', 'chat'];
/** Deployers report that Chat lacks these; no page says so. */
const notInChat: readonly Surface[] = ['cowork', 'code'];

/** The names that the app's validator knows, 22 of 172 that were tried. */
export const builtinTools: readonly BuiltinTool[] = [
  { name: 'Task', description: 'Delegates a task to a subagent', surfaces: everywhere, alias: 'Agent' },
  { name: 'Bash', description: 'Runs shell commands', surfaces: notInChat, changes: true },
  { name: 'Glob', description: 'Finds files by name', surfaces: everywhere },
  { name: 'Grep', description: 'Searches file contents', surfaces: everywhere },
  { name: 'Read', description: 'Reads files', surfaces: everywhere },
  { name: 'Edit', description: 'Edits files', surfaces: everywhere, changes: true },
  { name: 'Write', description: 'Creates and overwrites files', surfaces: everywhere, changes: true },
  { name: 'NotebookEdit', description: 'Edits notebook cells', surfaces: notInChat, changes: true },
  { name: 'WebFetch', description: 'Fetches a web page', surfaces: notInChat },
  { name: 'TodoWrite', description: 'Keeps a to-do list', surfaces: everywhere },
  { name: 'WebSearch', description: 'Searches the web', surfaces: everywhere, condition: 'web-search' },
  { name: 'Skill', description: 'Loads a skill', surfaces: everywhere },
  { name: 'REPL', description: 'Runs code step by step', surfaces: notInChat, changes: true },
  { name: 'JavaScript', description: 'Runs JavaScript', surfaces: notInChat, changes: true },
  { name: 'AskUserQuestion', description: 'Asks the user a question', surfaces: everywhere },
  { name: 'ToolSearch', description: 'Finds tools on demand', surfaces: everywhere, condition: 'tool-search' },
  { name: 'SendUserMessage', description: 'Sends the user a message', surfaces: everywhere, condition: 'unknown' },
  { name: 'TaskCreate', description: 'Adds a task to the list', surfaces: everywhere },
  { name: 'TaskUpdate', description: 'Changes a task on the list', surfaces: everywhere },
  { name: 'TaskGet', description: 'Reads a task on the list', surfaces: everywhere },
  { name: 'TaskList', description: 'Lists all tasks', surfaces: everywhere },
  { name: 'TaskStop', description: 'Stops a running task', surfaces: everywhere },
];

export const knownBuiltinNames: readonly string[] = builtinTools.map(({ name }) => name);

/** Names that Claude Code's own tool reference has and this app's validator does not know: worth a hint, not an error. */
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
