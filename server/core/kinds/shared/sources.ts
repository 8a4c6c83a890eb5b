/** The documentation of plugin files. */
export const pluginSources = {
  extensions: 'https://claude.com/docs/third-party/claude-desktop/extensions',
  plugins: 'https://code.claude.com/docs/en/plugins-reference',
  mcp: 'https://code.claude.com/docs/en/mcp',
  terminal: 'https://code.claude.com/docs/en/terminal-config',
  bundle: 'https://github.com/modelcontextprotocol/mcpb/blob/main/MANIFEST.md',
  hooks: 'https://code.claude.com/docs/en/hooks',
} as const;
