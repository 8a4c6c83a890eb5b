/** Stands for one hidden character, so that a masked text keeps its length and marks under it stay in place. */
const dot = '•';
const hide = (text: string): string => (text.endsWith('"') ? `${hide(text.slice(0, -1))}"` : dot.repeat(text.length));

/** A secret by its own look. */
const tokens: readonly RegExp[] = [
  /\bsk-[\w-]{16,}/g,
  /(?:gh[opsur]_|github_pat_|glpat-|\bnpm_|\bhf_)\w[\w-]{15,}/g,
  /xox[a-z]-[\w-]{10,}|\bxapp-[\w-]{10,}/g,
  /(?:AKIA|ASIA)[0-9A-Z]{16}/g,
  /\bAIza[\w-]{30,}|\bya29\.[\w-]{20,}/g,
  /(?<![\w-])(?:\w+-){0,3}eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[^"]*/g,
];

/** A secret behind the name of its scheme. */
const bearer = /(\b(?:Bearer|Basic)\s+)([^\s"',;}<&\\]{6,})/gi;

/** What a key is called whose value is a secret, up to its end. A slip of two letters does not take it out. */
const name = String.raw`(?:api[-_]?key|token|secret|passw(?:or)?d|authorization|private[-_]?key|bearer)\w{0,2}`;
/** What a key is called whose values are secrets, whatever their names: what is sent in headers or set in an environment. */
const map = String.raw`(?:headers|env|\w*Headers|otlpResourceAttributes)`;
const pattern = (source: string): RegExp => new RegExp(source, 'gi');

/** A secret by what stands before it, which is kept. A list where a text belongs hides it too. */
const named: readonly RegExp[] = [
  /(\w:\/\/)([^/\s"<]+)(?=@)/g,
  /([?&](?:api_?key|key|token|access_token|sig|signature|secret|password|code)=)([^&\s"'#<\\]+)/gi,
  /(\b\w*(?:api_?key|token|secret|passw(?:or)?d)=)([^\s"'&<\\]+)/gi,
  // Options of a program, with the value behind `=`, a space or as the next text of a list; and `-pword`.
  /((?<![\w-])--?[\w-]*(?:key|token|secret|passw(?:or)?d|pass|pwd|auth|credentials?)(?:=|[ \t]+|"\s*,\s*"|\\"\s*,\s*\\"))([^\s"',<&\\-][^\s"',<&\\]*)/gi,
  /((?<![\w-])-p)((?!\d+(?![^\s"',]))[^\s"',<&\\-][^\s"',<&\\]{3,})/g,
  pattern(String.raw`("[^"\n\\]*${name}"\s*[:=]\s*(?:\[\s*)?")((?:[^"\\\n]|\\.)+)`),
  pattern(String.raw`("${map}"\s*[:=]\s*")(?!\s*[{[])((?:[^"\\\n]|\\.)+)`),
  // A value that lacks its quotes, or the bytes of a registry value.
  pattern(String.raw`("[^"\n\\]*${name}"[ \t]*[:=][ \t]*)((?!dword:|null\b|true\b|false\b)[^\s"{[,}\]][^\r\n,}\]]*)`),
  // The same in JSON that stands in a string or in the registry, in XML, and as a key of a property list.
  pattern(String.raw`(\\"[^"\n\\]*${name}\\"\s*:\s*(?:\[\s*)?\\")((?:[^"\\\n]|\\\\.)+)`),
  pattern(String.raw`(&quot;[^"&\n]*${name}&quot;\s*:\s*(?:\[\s*)?&quot;)((?:(?!&quot;)[^<\n])+)`),
  pattern(String.raw`(<key>[^<]*${name}\s*</key>[^<]*<string>)([^<]+)`),
];

/** The inside of a map or list of secrets, and the values in there, in each way of writing one. */
const maps: readonly (readonly [inside: RegExp, values: RegExp])[] = [
  [pattern(String.raw`("${map}"\s*[:=]\s*\{)([^{}]*)`), /(:\s*")((?:[^"\\\n]|\\.)+)/g],
  [pattern(String.raw`("${map}"\s*[:=]\s*\[)([^[\]]*)`), /(")((?:[^"\\\n]|\\.)+"?)/g],
  [pattern(String.raw`(\\"${map}\\"\s*:\s*\{)([^{}]*)`), /(:\s*\\")((?:[^"\\\n]|\\\\.)+)/g],
  [pattern(String.raw`(&quot;${map}&quot;\s*:\s*\{)([^{}]*)`), /(:\s*&quot;)((?:(?!&quot;)[^<\n])+)/g],
  [pattern(String.raw`(<key>\s*${map}\s*</key>\s*<dict>)((?:(?!</dict>)[^])*)`), /(<string>)([^<]+)/g],
];

/** Words that may stand beside a name like `read_secret` and are no secret: permissions, and what a variable stands for. */
const harmless = /^(?:allow|ask|ask-session|blocked|true|false|\s*(?:(?:Bearer|Basic)\s*)?\$\{[^}]*\})$/i;

const hideBehind = (text: string, secret: RegExp): string =>
  text.replace(
    secret,
    (_, before: string, found: string) =>
      before + (harmless.test(found) || found.startsWith('${') ? found : hide(found)),
  );

/**
 * Returns `text` with every secret in it hidden: well-known shapes of tokens, what follows `Bearer`, user and password of an
 * address, values of keys, variables and options that are called a token, key, secret or password, and whatever a map of
 * headers or variables holds. It keeps its length.
 */
export function mask(text: string): string {
  let masked = text;
  for (const [inside, values] of maps) {
    masked = masked.replace(inside, (_, before: string, inner: string) => before + hideBehind(inner, values));
  }
  for (const secret of named) masked = hideBehind(masked, secret);
  return maskTokens(masked);
}

/** Returns `text` with those secrets hidden that show by their own look, whatever stands around them. */
export function maskTokens(text: string): string {
  let masked = text;
  for (const token of tokens) masked = masked.replace(token, hide);
  return hideBehind(masked, bearer);
}

const secretKey = /api[-_]?key|secret|password|bearer|(?:token|passwd|authorization|private[-_]?key)$/i;
const secretMap = pattern(`^${map}$`);

/** Whether the value of a key is a secret by the key's name. */
export const isSecretKey = (key: string): boolean => secretKey.test(key);
/** Whether every value below a key is a secret by the key's name. */
export const isSecretMap = (key: string): boolean => key.search(secretMap) >= 0;
