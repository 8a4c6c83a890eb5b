/** One good file of every kind, in one workspace: a policy and a plugin of its fleet. All are clean of findings. */
export const samples: Readonly<Record<string, string>> = {
  'policy.json': `{
  "inferenceProvider": "vertex",
  "inferenceVertexProjectId": "harbour-ai",
  "inferenceVertexRegion": "europe-west4",
  "inferenceVertexCredentialsFile": "/etc/harbour/vertex.json",
  "disabledBuiltinTools": ["WebSearch"],
  "builtinToolPolicy": { "Write": "ask", "Edit": "ask" },
  "isLocalDevMcpEnabled": true,
  "orgPluginSettings": [
    { "serverName": "issues", "tools": [{ "toolName": "close_issue", "permission": "blocked" }] }
  ],
  "managedMcpServers": [
    {
      "name": "handbook",
      "transport": "http",
      "url": "https://handbook.harbour.example/mcp",
      "toolPolicy": { "read_*": "allow", "delete_page": "blocked" }
    },
    { "name": "ledger", "transport": "stdio", "command": "/opt/harbour/ledger", "args": ["--read-only"] },
    { "name": "mail", "transport": "http", "url": "https://mail.harbour.example/mcp", "oauth": true }
  ]
}
`,
  'org-plugins/pilot/.claude-plugin/plugin.json': `{
  "name": "pilot",
  "version": "1.2.0",
  "description": "Guides a change through review and release.",
  "author": { "name": "Harbour Tools" },
  "installationPreference": "auto_install"
}
`,
  'org-plugins/pilot/version.json': `{ "version": "1.2.0" }
`,
  'org-plugins/pilot/.mcp.json': `{
  "mcpServers": {
    "issues": { "type": "http", "url": "https://issues.harbour.example/mcp", "oauth": true },
    "notes": { "command": "npx", "args": ["-y", "harbour-notes"] }
  }
}
`,
  'org-plugins/pilot/skills/steer/SKILL.md': `---
name: steer
description: Steers a change through review. Use when a change is ready to be merged.
allowed-tools: Read, Grep, Bash(git log *)
---
# Steer

Read the change first.
`,
  'org-plugins/pilot/agents/watch.md': `---
name: watch
description: Watches a release and reports what breaks.
tools: Read, Grep
model: sonnet
---
You watch a release.
`,
  'org-plugins/pilot/commands/release.md': `---
description: Prepares a release.
argument-hint: [version]
allowed-tools: [Read, Edit]
---
Prepare release $ARGUMENTS.
`,
  'org-plugins/pilot/hooks/hooks.json': `{
  "hooks": {
    "PreToolUse": [
      { "matcher": "Edit|Write", "hooks": [{ "type": "command", "command": "echo checked", "timeout": 10 }] }
    ]
  }
}
`,
  'claude_desktop_config.json': `{
  "mcpServers": {
    "scratch": { "command": "/usr/local/bin/scratch", "args": ["--here"], "env": { "MODE": "quiet" } }
  }
}
`,
};
