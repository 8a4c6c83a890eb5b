/** One valid file of every kind, in one workspace: a policy and a plugin to which it applies. None has findings. */
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
  'org-plugins/pilot/.lsp.json': `{
  "tide": {
    "command": "tide-language-server",
    "args": ["--stdio"],
    "extensionToLanguage": { ".tide": "tide" },
    "startupTimeout": 20000
  }
}
`,
  'org-plugins/pilot/monitors/monitors.json': `[
  { "name": "quay", "command": "tail -F quay.log", "description": "The log of the quay", "when": "on-skill-invoke:steer" },
  { "name": "crane", "command": "tail -F crane.log", "description": "The log of the crane" }
]
`,
  'org-plugins/pilot/settings.json': `{ "$schema": "https://harbour.example/settings.json" }
`,
  'org-plugins/pilot/output-styles/brief.md': `---
name: Brief
description: Answers in one sentence.
keep-coding-instructions: true
---
Answer in one sentence.
`,
  'org-plugins/pilot/themes/harbour.json': `{ "name": "Harbour", "base": "dark", "overrides": { "claude": "#7aa2f7" } }
`,
  'tides/manifest.json': `{
  "manifest_version": "0.3",
  "name": "harbour-tides",
  "version": "1.0.0",
  "description": "Tells the tides.",
  "author": { "name": "Harbour Tools" },
  "server": {
    "type": "node",
    "entry_point": "node_modules/harbour-tides/index.js",
    "mcp_config": {
      "command": "node",
      "args": ["\${__dirname}/node_modules/harbour-tides/index.js", "\${user_config.port}"]
    }
  },
  "user_config": {
    "port": { "type": "string", "title": "Port", "description": "The port to tell the tides of", "required": true }
  },
  "tools": [{ "name": "tell_tides", "description": "Tells the tides of a day" }]
}
`,
  'shop/.claude-plugin/marketplace.json': `{
  "name": "harbour-shop",
  "owner": { "name": "Harbour Tools", "email": "tools@harbour.example" },
  "metadata": { "description": "Plugins of the harbour.", "pluginRoot": "./plugins" },
  "plugins": [
    { "name": "anchor", "source": "./plugins/anchor", "version": "2.0.0", "category": "quality", "commands": ["./commands/drop.md"] },
    { "name": "buoy", "source": "buoy", "keywords": ["safety"] }
  ],
  "renames": { "mooring": "anchor", "siren": null }
}
`,
  'gateway/marketplace.json': `{
  "name": "harbour-gateway",
  "description": "What the gateway of the harbour hands out.",
  "owner": { "name": "Harbour Tools" },
  "plugins": [
    {
      "name": "compass",
      "source": {
        "source": "archive",
        "url": "https://gateway.harbour.example/compass.zip",
        "sha256": "6bfa50e3d2e00c052b46abe51fff89346ac803e45771f76dcf6df1ab74cca5e1"
      },
      "installationPreference": "required"
    }
  ]
}
`,
  'shop/plugins/anchor/.claude-plugin/plugin.json': `{ "name": "anchor", "version": "2.0.0" }
`,
  'shop/plugins/anchor/commands/drop.md': `---
description: Drops the anchor.
---
Drop the anchor.
`,
  'shop/plugins/buoy/.claude-plugin/plugin.json': `{ "name": "buoy" }
`,
  'claude_desktop_config.json': `{
  "mcpServers": {
    "scratch": { "command": "/usr/local/bin/scratch", "args": ["--here"], "env": { "MODE": "quiet" } }
  }
}
`,
};
