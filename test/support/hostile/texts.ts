/** Texts that try to become something else where they are shown. */
export const loud = [
  'a\u001b[31mred\u001b[0m\u0007',
  'b\n::error title=pwned::injected',
  'c\u202eevil\u2066',
  'd\r::warning::injected',
  'e<img src=x onerror=alert(1)><script>alert(1)</script>',
  'f [click](https://evil.example) ![t](https://evil.example/p.png) @octocat #1',
  'g`` ` | `code`',
  'h\u009b31m\u2028::error::x',
];

/** Regular expressions that backtrack without end on a long run of `a`. */
export const catastrophic = ['(a+)+$', '(a|aa)+$', '^(([a-z])+.)+[A-Z]([a-z])+$', '(.*a){25}$', '('.repeat(5_000)];

/** YAML that doubles nine times nine times. */
export const yamlBomb = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...'bcdefghij'
    .split('')
    .map((name, at) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefghi'[at]}`).join(',')}]`),
].join('\n');

/** Something that a terminal, a log or a page would act upon: control characters other than line feeds, and marks of direction. */
export const acting = /(?!\n)[\p{Cc}\p{Bidi_Control}]/u;
