/** A program that reads these files: Claude Desktop on third-party inference (with Cowork), or Claude Code by itself. */
export type Host = 'desktop-3p' | 'claude-code';
