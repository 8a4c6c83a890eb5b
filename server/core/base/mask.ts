/** Stands for one hidden character, so that a masked text keeps its length and marks under it stay in place. */
const dot = '•';

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

/** What a key is called whose value is a secret, up to its end. A slip of two letters does not take it out. */
const name = String.raw`(?:api[-_]?key|token|secret|passw(?:or)?d|authorization|private[-_]?key)\w{0,2}`;
const after = (pattern: string): RegExp => new RegExp(pattern, 'gi');

/** A secret by what stands before it, which is kept. A list where a text belongs hides it too. */
const named: readonly RegExp[] = [
  /(\b(?:Bearer|Basic)\s+)([^\s"',;}<&\\]{6,})/gi,
  /(\w:\/\/)([^/@\s"<]+)(?=@)/g,
  /([?&](?:api_?key|key|token|access_token|sig|signature|secret|password|code)=)([^&\s"'#<\\]+)/gi,
  /(\b\w*(?:api_?key|token|secret|passw(?:or)?d)=)([^\s"'&<\\]+)/gi,
  after(String.raw`("[^"\n\\]*${name}"\s*[:=]\s*(?:\[\s*)?")((?:[^"\\\n]|\\.)+)`),
  // The same in JSON that stands in a string or in the registry, in XML, and as a key of a property list.
  after(String.raw`(\\"[^"\n\\]*${name}\\"\s*:\s*(?:\[\s*)?\\")((?:[^"\\\n]|\\\\.)+)`),
  after(String.raw`(&quot;[^"&\n]*${name}&quot;\s*:\s*(?:\[\s*)?&quot;)((?:(?!&quot;)[^<\n])+)`),
  after(String.raw`(<key>[^<]*${name}\s*</key>\s*<string>)([^<]+)`),
];

/** Words that may stand beside a name like `read_secret` and are no secret: permissions, and what a variable stands for. */
const harmless = /^(?:allow|ask|ask-session|blocked|true|false|\s*(?:(?:Bearer|Basic)\s*)?\$\{[^}]*\})$/i;

const hide = (text: string): string => dot.repeat(text.length);

/**
 * `text` with every secret in it hidden: well-known shapes of tokens, what follows `Bearer`, user and password of an address,
 * values of keys and variables that are called a token, key, secret or password. It keeps its length.
 */
export function mask(text: string): string {
  let masked = text;
  for (const pattern of tokens) masked = masked.replace(pattern, hide);
  for (const pattern of named) {
    masked = masked.replace(
      pattern,
      (_, before: string, secret: string) =>
        before + (harmless.test(secret) || secret.startsWith('${') ? secret : hide(secret)),
    );
  }
  return masked;
}
