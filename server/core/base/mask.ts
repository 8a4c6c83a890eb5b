/** Replaces one hidden character, so that a masked text keeps its length and ranges in it stay correct. */
const dot = '•';
const hide = (text: string): string => (text.endsWith('"') ? `${hide(text.slice(0, -1))}"` : dot.repeat(text.length));

/** Secrets that are recognisable by their own shape. */
const tokens: readonly RegExp[] = [
  /\bsk-[\w-]{16,}/g,
  /(?:gh[opsur]_|github_pat_|glpat-|\bnpm_|\bhf_)\w[\w-]{15,}/g,
  /xox[a-z]-[\w-]{10,}|\bxapp-[\w-]{10,}/g,
  /(?:AKIA|ASIA)[0-9A-Z]{16}/g,
  /\bAIza[\w-]{30,}|\bya29\.[\w-]{20,}/g,
  /(?<![\w-])(?:\w+-){0,3}eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[^"]*/g,
];

/** A secret after the name of its authentication scheme. */
const bearer = /(\b(?:Bearer|Basic)\s+)([^\s"',;}<&\\]{6,})/gi;

/** The name of a key whose value is a secret, up to its end. It still matches with up to two mistyped letters. */
const name = String.raw`(?:api[-_]?key|token|secret|passw(?:or)?d|authorization|private[-_]?key|bearer)\w{0,2}`;
/** The name of a key whose values are all secrets, whatever their own keys are: headers and environment variables. */
const map = String.raw`(?:headers|env|\w*Headers|otlpResourceAttributes)`;
const pattern = (source: string): RegExp => new RegExp(source, 'gi');

/** Secrets that are recognisable by the text before them, which is kept. A list in place of a string is hidden as well. */
const named: readonly RegExp[] = [
  /(\w:\/\/)([^/\s"<]+)(?=@)/g,
  /([?&](?:api_?key|key|token|access_token|sig|signature|secret|password|code)=)([^&\s"'#<\\]+)/gi,
  /(\b\w*(?:api_?key|token|secret|passw(?:or)?d)=)([^\s"'&<\\]+)/gi,
  // Options of a program, with the value after `=`, after a space or as the next string of a list; and `-pword`.
  /((?<![\w-])--?[\w-]*(?:key|token|secret|passw(?:or)?d|pass|pwd|auth|credentials?)(?:=|[ \t]+|"\s*,\s*"|\\"\s*,\s*\\"))([^\s"',<&\\-][^\s"',<&\\]*)/gi,
  /((?<![\w-])-p)((?!\d+(?![^\s"',]))[^\s"',<&\\-][^\s"',<&\\]{3,})/g,
  pattern(String.raw`("[^"\n\\]*${name}"\s*[:=]\s*(?:\[\s*)?")((?:[^"\\\n]|\\.)+)`),
  pattern(String.raw`("${map}"\s*[:=]\s*")(?!\s*[{[])((?:[^"\\\n]|\\.)+)`),
  // A value without its quotes, or the bytes of a registry value.
  pattern(String.raw`("[^"\n\\]*${name}"[ \t]*[:=][ \t]*)((?!dword:|null\b|true\b|false\b)[^\s"{[,}\]][^\r\n,}\]]*)`),
  // The same in JSON inside a string or registry value, in XML, and as a key of a property list.
  pattern(String.raw`(\\"[^"\n\\]*${name}\\"\s*:\s*(?:\[\s*)?\\")((?:[^"\\\n]|\\\\.)+)`),
  pattern(String.raw`(&quot;[^"&\n]*${name}&quot;\s*:\s*(?:\[\s*)?&quot;)((?:(?!&quot;)[^<\n])+)`),
  pattern(String.raw`(<key>[^<]*${name}\s*</key>[^<]*<string>)([^<]+)`),
];

/** The content of a map or list of secrets, and the values in it, for each notation. */
const maps: readonly (readonly [inside: RegExp, values: RegExp])[] = [
  [pattern(String.raw`("${map}"\s*[:=]\s*\{)([^{}]*)`), /(:\s*")((?:[^"\\\n]|\\.)+)/g],
  [pattern(String.raw`("${map}"\s*[:=]\s*\[)([^[\]]*)`), /(")((?:[^"\\\n]|\\.)+"?)/g],
  [pattern(String.raw`(\\"${map}\\"\s*:\s*\{)([^{}]*)`), /(:\s*\\")((?:[^"\\\n]|\\\\.)+)/g],
  [pattern(String.raw`(&quot;${map}&quot;\s*:\s*\{)([^{}]*)`), /(:\s*&quot;)((?:(?!&quot;)[^<\n])+)/g],
  [pattern(String.raw`(<key>\s*${map}\s*</key>\s*<dict>)((?:(?!</dict>)[^])*)`), /(<string>)([^<]+)/g],
];

/** Values that may follow a name like `read_secret` and are not secrets: permissions, and variables. */
const harmless = /^(?:allow|ask|ask-session|blocked|true|false|\s*(?:(?:Bearer|Basic)\s*)?\$\{[^}]*\})$/i;

const hideBehind = (text: string, secret: RegExp): string =>
  text.replace(
    secret,
    (_, before: string, found: string) =>
      before + (harmless.test(found) || found.startsWith('${') ? found : hide(found)),
  );

/**
 * Returns `text` with every secret hidden: tokens of a known shape, what follows `Bearer`, user and password in a URL, values
 * of keys, variables and options whose name contains token, key, secret or password, and all values in a map of headers or
 * environment variables. The length stays the same.
 */
export function mask(text: string): string {
  let masked = text;
  for (const [inside, values] of maps) {
    masked = masked.replace(inside, (_, before: string, inner: string) => before + hideBehind(inner, values));
  }
  for (const secret of named) masked = hideBehind(masked, secret);
  return maskTokens(masked);
}

/** Returns `text` with those secrets hidden that are recognisable by their own shape, whatever surrounds them. */
export function maskTokens(text: string): string {
  let masked = text;
  for (const token of tokens) masked = masked.replace(token, hide);
  return hideBehind(masked, bearer);
}

const secretKey = /api[-_]?key|secret|password|bearer|(?:token|passwd|authorization|private[-_]?key)$/i;
const secretMap = pattern(`^${map}$`);

/** Whether the name of a key says that its value is a secret. */
export const isSecretKey = (key: string): boolean => secretKey.test(key);
/** Whether the name of a key says that every value below it is a secret. */
export const isSecretMap = (key: string): boolean => key.search(secretMap) >= 0;
