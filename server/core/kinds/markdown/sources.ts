/** Where the facts about skills, agents and commands are written. */
export const sources = {
  skills: 'https://code.claude.com/docs/en/skills',
  agents: 'https://code.claude.com/docs/en/sub-agents',
  plugins: 'https://code.claude.com/docs/en/plugins-reference',
  openSpec: 'https://agentskills.io/specification',
} as const;
