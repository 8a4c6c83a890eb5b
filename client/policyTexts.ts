import names from './generated/policyNames.json' with { type: 'json' };

const name = `(?:${names.join('|')})`;

/** What policies are known by, by language: the app's own names for itself, and the keys that no other program has. The server looks closer. */
export const policyTexts: Readonly<Record<string, RegExp>> = {
  json: new RegExp(`"(?:${name}"\\s*:|toolPolicy"|inference"\\s*:\\s*\\{)`),
  xml: new RegExp(`com\\.anthropic\\.claudefordesktop|<key>\\s*${name}\\s*</key>`),
  reg: new RegExp(`\\\\Policies\\\\Claude\\b|^"${name}"=`, 'im'),
};
