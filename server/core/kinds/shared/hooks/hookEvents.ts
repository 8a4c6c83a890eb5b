/** An event for which hooks can be defined. */
export interface HookEvent {
  /** One sentence. The lens says `when …` with the text before its first `.` or `;`, unless it begins with “Before”, “After” or “Once”. */
  readonly description: string;
  /**
   * What a matcher is compared with, in the plural; absent: the event has no matcher. Names of `tools`, `agents`, `commands`
   * and `servers` have completion and navigation.
   */
  readonly matches?: string;
  /**
   * The possible values of a matcher, if they are a closed list. Completion offers them; other values are not reported, since a
   * matcher may be a pattern.
   */
  readonly values?: readonly string[];
  /** Exit code 2 prevents the action. */
  readonly blocks?: true;
  /** The event is about one tool call, so that `if` can be used. */
  readonly tool?: true;
  /** A broken entry invalidates the whole file. */
  readonly strict?: true;
}

const tool = { matches: 'tools', tool: true, values: ['Bash', 'Edit|Write', 'Read', 'mcp__.*'] } as const;

/** The events of hooks. Source: https://code.claude.com/docs/en/hooks and the validator of Claude Code 2.1.332. */
export const hookEvents: Readonly<Record<string, HookEvent>> = {
  SessionStart: {
    description: 'A session starts or resumes.',
    matches: 'starts',
    values: ['startup', 'resume', 'clear', 'compact', 'fork'],
  },
  Setup: { description: 'Once, to prepare a repository.', matches: 'occasions', values: ['init', 'maintenance'] },
  UserPromptSubmit: { description: 'After the user sends a prompt, before the model sees it.', blocks: true },
  UserPromptExpansion: { description: 'A command is about to become a prompt.', matches: 'commands', blocks: true },
  PreToolUse: { description: 'Before a tool runs.', ...tool, blocks: true, strict: true },
  PreSkillShellCommand: {
    description: 'Before a `!` command in a skill or command runs. Requires Claude Code 2.1.332 or later.',
    matches: 'tools',
    tool: true,
    values: ['Bash', 'PowerShell'],
    blocks: true,
    strict: true,
  },
  PermissionRequest: { description: 'Before the user is asked for permission.', ...tool, strict: true },
  PermissionDenied: { description: 'A tool call was denied by auto mode.', ...tool },
  PostToolUse: { description: 'After a tool has run.', ...tool },
  PostToolUseFailure: { description: 'After a tool has failed.', ...tool },
  PostToolBatch: { description: 'After tools that ran in parallel have finished.', blocks: true },
  Notification: {
    description: 'Claude sends the user a notification.',
    matches: 'notifications',
    values: [
      'permission_prompt',
      'idle_prompt',
      'auth_success',
      'elicitation_dialog',
      'elicitation_url_dialog',
      'elicitation_complete',
      'elicitation_response',
      'agent_needs_input',
      'agent_completed',
    ],
  },
  MessageDisplay: { description: 'A message from the model is shown.' },
  SubagentStart: { description: 'A subagent starts.', matches: 'agents' },
  SubagentStop: { description: 'A subagent ends.', matches: 'agents', blocks: true },
  TaskCreated: { description: 'A task is created.', blocks: true },
  TaskCompleted: { description: 'A task is about to be marked as done.', blocks: true },
  Stop: { description: 'The model finishes its response.', blocks: true },
  StopFailure: {
    description: 'The response ended with an API error.',
    matches: 'errors',
    values: [
      'rate_limit',
      'overloaded',
      'authentication_failed',
      'oauth_org_not_allowed',
      'billing_error',
      'invalid_request',
      'model_not_found',
      'server_error',
      'max_output_tokens',
      'unknown',
    ],
  },
  TeammateIdle: { description: 'A member of an agent team is about to go idle.', blocks: true },
  InstructionsLoaded: {
    description: 'An instructions file is loaded.',
    matches: 'occasions',
    values: ['session_start', 'nested_traversal', 'path_glob_match', 'include', 'compact'],
  },
  ConfigChange: {
    description: 'Settings have changed during the session.',
    matches: 'sources',
    values: ['user_settings', 'project_settings', 'local_settings', 'policy_settings', 'skills'],
    blocks: true,
  },
  CwdChanged: { description: 'The working folder has changed.' },
  DirectoryAdded: {
    description: 'A folder was added to the session.',
    matches: 'sources',
    values: ['slash_command', 'register_repo_root'],
  },
  FileChanged: { description: 'A watched file has changed.', matches: 'file names' },
  WorktreeCreate: { description: 'A worktree is about to be created.', blocks: true },
  WorktreeRemove: { description: 'A worktree is removed.' },
  PreCompact: {
    description: 'Before the conversation is compacted.',
    matches: 'occasions',
    values: ['manual', 'auto'],
    blocks: true,
  },
  PostCompact: {
    description: 'After the conversation was compacted.',
    matches: 'occasions',
    values: ['manual', 'auto'],
  },
  Elicitation: { description: 'A server asks the user for input.', matches: 'servers', blocks: true },
  ElicitationResult: {
    description: 'After the user has answered a server, before the answer is sent.',
    matches: 'servers',
    blocks: true,
  },
  SessionEnd: {
    description: 'A session ends.',
    matches: 'reasons',
    values: ['clear', 'resume', 'logout', 'prompt_input_exit', 'other'],
  },
  PreModelSwitch: { description: 'Before the model is switched.' },
  PostModelSwitch: { description: 'After the model was switched.' },
};
