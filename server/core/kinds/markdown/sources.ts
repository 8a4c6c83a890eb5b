/** The documentation of skills, agents, commands and output styles. */
export const componentSources = {
  skills: 'https://code.claude.com/docs/en/skills',
  agents: 'https://code.claude.com/docs/en/sub-agents',
  outputStyles: 'https://code.claude.com/docs/en/output-styles',
  plugins: 'https://code.claude.com/docs/en/plugins-reference',
  openSpec: 'https://agentskills.io/specification',
} as const;
