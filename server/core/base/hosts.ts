/** An app that reads these files: Claude Desktop on third-party inference (with Cowork), or Claude Code on its own. */
export type Host = 'desktop-3p' | 'claude-code';
