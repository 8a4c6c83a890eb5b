import policyNames from './generated/policyNames.json' with { type: 'json' };

/** Lower case, since the registry does not tell it from upper case; the server, which looks closer, does where it matters. */
const names: ReadonlySet<string> = new Set(policyNames.map((name) => name.toLowerCase()));

/** Whether `expression`, whose first group is a name, finds one that only policies have. */
function namesOne(text: string, expression: RegExp): boolean {
  for (const [, name = ''] of text.matchAll(expression)) if (names.has(name.toLowerCase())) return true;
  return false;
}

/** By language: the app's own names for itself, or a key that no other program has. */
const looks: Readonly<Record<string, (text: string) => boolean>> = {
  json: (text) => /"toolPolicy"|"inference"\s*:\s*\{/.test(text) || namesOne(text, /"(\w+)"\s*:/g),
  xml: (text) => text.includes('com.anthropic.claudefordesktop') || namesOne(text, /<key>\s*(\w+)\s*<\/key>/g),
  reg: (text) => /\\Policies\\Claude\b/i.test(text) || namesOne(text, /^"(\w+)"=/gm),
};

/** Whether a text of a language, by VS Code's id of it, can be a policy. */
export const canBePolicy = (languageId: string, text: string): boolean =>
  looks[languageId.replace('jsonc', 'json')]?.(text) ?? false;
