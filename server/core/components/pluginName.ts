const reservedStarts = ['claude-', 'anthropic-', 'anthropics-', 'cc-plugin-'];
const reserved = ['claude', 'anthropic', 'anthropics', 'claude-code', 'claude-mods'];
/** Words that suggest that Anthropic made a plugin. */
export const brands: readonly string[] = ['claude', 'anthropic'];

/** Why Claude Code rejects the name of a plugin: it contains a space or an invisible character, or is reserved for Anthropic. */
export type NameProblem = 'blank' | 'invisible' | 'reserved';

/** Control characters, and marks that change the direction of text. */
const invisible = /[\p{Cc}\p{Bidi_Control}]/u;

/** Returns which characters a name contains that are not allowed in names of plugins and marketplaces. */
export const characterProblem = (name: string): 'blank' | 'invisible' | undefined =>
  /\s/.test(name) ? 'blank' : invisible.test(name) ? 'invisible' : undefined;

/** Returns why Claude Code rejects the name of a plugin. Source: its validator. */
export const nameProblem = (name: string): NameProblem | undefined =>
  characterProblem(name) ?? (isReserved(name) ? 'reserved' : undefined);

/** Whether a name is reserved for Anthropic. Source: the validator of Claude Code. */
export function isReserved(name: string): boolean {
  const folded = name.toLowerCase().replaceAll('_', '-');
  const words = folded.split('-');
  const isOfficial = words.includes('official') && words.some((word) => brands.includes(word));
  return isOfficial || reserved.includes(folded) || reservedStarts.some((start) => folded.startsWith(start));
}

const sentences: Readonly<Record<NameProblem, (name: string) => string>> = {
  blank: () => 'the name contains a space',
  invisible: () => 'the name contains an invisible character',
  reserved: (name) => `the name \`${name}\` is reserved for Anthropic`,
};

/** Returns why the name of a plugin is rejected, as a clause for users. */
export const nameSentence = (problem: NameProblem, name: string): string => sentences[problem](name);
