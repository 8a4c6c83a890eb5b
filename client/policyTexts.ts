import policyNames from './generated/policyNames.json' with { type: 'json' };

/** In lower case, since the registry is not case-sensitive; the server checks case where it matters. */
const names: ReadonlySet<string> = new Set(policyNames.map((name) => name.toLowerCase()));

/** Whether `expression`, whose first group is a name, finds a name that only policies have. */
function namesOne(text: string, expression: RegExp): boolean {
  for (const [, name = ''] of text.matchAll(expression)) if (names.has(name.toLowerCase())) return true;
  return false;
}

/** By language: the app's own identifiers, or a key that no other program has. */
const looks: Readonly<Record<string, (text: string) => boolean>> = {
  json: (text) => /"toolPolicy"|"inference"\s*:\s*\{/.test(text) || namesOne(text, /"(\w+)"\s*:/g),
  xml: (text) => text.includes('com.anthropic.claudefordesktop') || namesOne(text, /<key>\s*(\w+)\s*<\/key>/g),
  reg: (text) => /\\Policies\\Claude\b/i.test(text) || namesOne(text, /^"(\w+)"=/gm),
};

/** Whether a text can be a policy, by its VS Code language id. */
export const canBePolicy = (languageId: string, text: string): boolean =>
  looks[languageId.replace('jsonc', 'json')]?.(text) ?? false;
