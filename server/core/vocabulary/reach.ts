import type { Term } from './term.ts';

/** How far something reaches: nothing limits it; something does; it is not possible; no given source says. */
export const reachLevels = ['open', 'limited', 'closed', 'unknown'] as const;
export type ReachLevel = (typeof reachLevels)[number];

export const reachTerms: Readonly<Record<ReachLevel, Term>> = {
  open: { label: 'Open', sentence: 'Nothing in the policy limits it', tone: 'yellow', icon: 'unlock' },
  limited: { label: 'Limited', sentence: 'Possible within limits', tone: 'blue', icon: 'shield' },
  closed: { label: 'Closed', sentence: 'Not possible', tone: 'green', icon: 'lock' },
  unknown: {
    label: 'Not known',
    sentence: 'Neither the given files nor a source say',
    tone: 'doubt',
    icon: 'question',
  },
};

/** The groups of reach, and the lines of each with their labels, in display order. */
export const reachGroups = {
  unsaid: {
    title: 'Not known from the given files',
    lines: {
      'standard-mode': 'Mode',
      bootstrap: 'Bootstrap response',
      'self-hosted': 'Self-hosted server',
      'claude-code-settings': 'Managed settings of Claude Code',
      'not-given': 'Files not given',
    },
  },
  tabs: { title: 'Tabs', lines: { cowork: 'Cowork', code: 'Code', chat: 'Chat' } },
  network: {
    title: 'Network',
    lines: {
      hosts: 'Hosts that tools reach',
      'added-hosts': 'Hosts that the app adds',
      'beyond-list': 'Beyond the list of hosts',
      'web-search': 'Web search',
      browser: 'Built-in browser',
      chrome: 'Claude in Chrome',
      preflight: 'Check of a domain before a fetch',
      ipv6: 'IPv6 in the virtual machine',
    },
  },
  sandbox: {
    title: 'Sandbox',
    lines: {
      'cowork-sandbox': 'Tools of Cowork',
      'code-sandbox': 'Shell of Code',
      'chat-shell': 'Shell in Chat',
      wsl: 'WSL sessions',
    },
  },
  folders: {
    title: 'Folders',
    lines: {
      folders: 'Folders that Claude works in',
      reads: 'Reading outside these folders',
      'code-folders': 'More folders in Code',
      'chat-folders': 'Folders in Chat',
      repositories: 'Repositories',
    },
  },
  supply: {
    title: 'Who may add code',
    lines: {
      mods: 'Plugins that control tool calls',
      hooks: 'Plugins with hooks',
      marketplaces: 'Marketplaces of the policy',
      marketplace: 'Marketplace',
      'user-marketplaces': 'Plugin marketplaces of users',
      uploads: 'Plugins that users upload',
      skills: 'Skills of users',
      'local-servers': 'Local servers of users',
      'code-servers': 'Own servers of users in Code',
      'code-marketplaces': 'Marketplaces of users in Code',
      'code-plugins': 'Plugins that Claude Code’s settings name',
      'plugin-servers': 'Local servers of plugins',
      extensions: 'Desktop extensions',
      ssh: 'SSH hosts',
      'ssh-program': 'SSH program',
      'bootstrap-trust': 'Programs from the bootstrap server',
      links: 'Links that open the app',
      'bundled-skills': 'Skills of Claude Code',
    },
  },
  approval: {
    title: 'Who approves',
    lines: {
      'auto-mode': 'Auto mode',
      bypass: 'Bypass mode',
      'code-mode': 'Mode of new sessions of Code',
      'code-rules': 'Rules of Claude Code’s settings',
      'user-rules': 'Rules of users in Code',
      'lasting-approval': 'Approvals that last',
      'sandboxed-calls': 'Sandboxed calls of Bash',
      schedules: 'Scheduled tasks',
      'scheduled-approval': 'Approvals of scheduled tasks',
    },
  },
  data: {
    title: 'Data that leaves the device',
    lines: {
      collector: 'Telemetry to your collector',
      content: 'Content in telemetry',
      'collector-credential': 'Credential for the collector',
      identity: 'Name of the user',
      'essential-telemetry': 'Crash reports to Anthropic',
      'usage-telemetry': 'Usage data to Anthropic',
      services: 'Favicons and previews from outside',
      import: 'Import and export with claude.ai',
      retention: 'Sessions on the device',
    },
  },
} as const;

export type ReachGroupId = keyof typeof reachGroups;
type LinesOf<Id extends ReachGroupId> = keyof (typeof reachGroups)[Id]['lines'];
export type ReachId = { [Id in ReachGroupId]: LinesOf<Id> }[ReachGroupId];

export const reachGroupIds = Object.keys(reachGroups) as readonly ReachGroupId[];

/** The label of each line. */
export const reachLabels: Readonly<Record<ReachId, string>> = Object.assign(
  {},
  ...Object.values(reachGroups).map(({ lines }) => lines),
);

/** The parts of the summary, in display order: what an administrator asks first. */
export const summaryParts = {
  lost: {
    label: 'Lost by mistake',
    sentence: 'What the files say and the app does not do',
    tone: 'red',
    icon: 'error',
  },
  unasked: {
    label: 'Runs without a prompt',
    sentence: 'Tools that run without asking the user',
    tone: 'yellow',
    icon: 'play',
  },
  destroys: {
    label: 'Destroys data without a prompt',
    sentence: 'Tools that their server calls destructive and that run without asking the user',
    tone: 'red',
    icon: 'warning',
  },
  network: { label: 'Network', sentence: 'What is open to the network', tone: 'blue', icon: 'globe' },
  additions: { label: 'Users may add', sentence: 'Code that users may add', tone: 'yellow', icon: 'add' },
  approvals: {
    label: 'May approve for the user',
    sentence: 'What approves tool calls instead of the user',
    tone: 'yellow',
    icon: 'account',
  },
  unknown: { label: 'Not known', sentence: 'What may change this answer', tone: 'doubt', icon: 'question' },
} as const satisfies Readonly<Record<string, Term>>;
export type SummaryId = keyof typeof summaryParts;

/** What makes a plugin stand out, whatever its servers do. */
export const pluginCode = {
  modules: {
    label: 'Controls tool calls',
    sentence: 'Its module may see, change and allow every tool call in Code',
    tone: 'red',
    icon: 'warning',
  },
  hooks: {
    label: 'Hooks',
    sentence: 'Its hooks run commands, outside any sandbox',
    tone: 'yellow',
    icon: 'zap',
  },
} as const satisfies Readonly<Record<string, Term>>;
