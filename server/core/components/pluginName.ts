const reservedStarts = ['claude-', 'anthropic-', 'anthropics-', 'cc-plugin-'];
const reserved = ['claude', 'anthropic', 'anthropics', 'claude-code', 'claude-mods'];
/** Words that suggest that Anthropic made a plugin. */
export const brands: readonly string[] = ['claude', 'anthropic'];

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const blank = /[\s\u0000-\u001f]/;

/** Returns why Claude Code rejects the name of a plugin: it contains a space or control character, or is reserved for Anthropic. */
export function nameProblem(name: string): 'blank' | 'reserved' | undefined {
  if (blank.test(name)) return 'blank';
  return isReserved(name) ? 'reserved' : undefined;
}

/** Whether a name is reserved for Anthropic. Source: the validator of Claude Code. */
export function isReserved(name: string): boolean {
  const folded = name.toLowerCase().replaceAll('_', '-');
  const words = folded.split('-');
  const isOfficial = words.includes('official') && words.some((word) => brands.includes(word));
  return isOfficial || reserved.includes(folded) || reservedStarts.some((start) => folded.startsWith(start));
}
