import type { VisibleText } from '../../scripts/visibleTexts.mjs';

/** A word that readers would have to translate, and a replacement. */
interface RefusedWord {
  readonly pattern: RegExp;
  readonly better: string;
}

/** Each pattern excludes uses that are plain English or a term of the field. */
export const refusedWords: readonly RefusedWord[] = [
  {
    pattern:
      /(?<!\b(?:plain|clear|alt|full|this|not|in) |default: )\btexts?\b(?!(?: is not allowed| (?:files?|editors?|fields?|formats?)\b|,? (?:or )?(?:json|markdown)\b))/i,
    better: 'string',
  },
  { pattern: /\bstands?\b(?! (?:for|in for)\b)/i, better: 'is, appears' },
  { pattern: /(?<!\b(?:e-?mail|IP|MAC|postal) )\baddress(?:es)?\b/i, better: 'URL' },
  {
    pattern: /(?<!\b(?:lower-?case|upper-?case|capital|small|ASCII|only) )\bletters?\b(?!,? (?:and |or )?digits?\b)/i,
    better: 'characters',
  },
  { pattern: /\b(?:told|tells?)\b/i, better: 'reported, reports, says' },
  { pattern: /\bbehind\b(?! (?:a|the|your) (?:proxy|gateway|firewall|flag)\b)/i, better: 'after' },
  { pattern: /\bbeside\b/i, better: 'next to, alongside' },
  { pattern: /\bblanks\b|\bblank\b(?! (?:lines?|page)\b)/i, better: 'space, empty' },
  { pattern: /\bnobody\b/i, better: 'the passive' },
  { pattern: /\b(?:is|are|was) none\b/i, better: 'is not a' },
  { pattern: /(?<!\bthere )\b(?:is|are|was) no\b(?! (?:longer|more)\b)/i, better: 'is not a' },
  { pattern: /\bslips?\b/i, better: 'typo' },
  { pattern: /\bthe same of\b|^The same as\b/i, better: 'repeat the noun' },
  {
    pattern: /(?:^|[.:!?] )Of (?:an?|the|this|these|each|every|one|two|some|several)\b/,
    better: 'begin with the subject: “A … is reported by …”',
  },
  { pattern: /\bendings?\b(?! (?:in|with)\b)/i, better: 'extension' },
  { pattern: /\bpass(?:ed|es)? over\b|\bwithout a word\b/i, better: 'silently ignored' },
  { pattern: /\bbelongs? into\b/i, better: 'belongs in' },
  { pattern: /(?<!\b(?:says?|said|do|does|think) )\bso[.!?]?$/i, better: 'like this' },
  { pattern: /(?<!\b(?:let|leave) (?:it )?)(?<!stand-)\balone\b/i, better: 'only' },
  { pattern: /\bhas the word\b/i, better: 'takes precedence' },
  { pattern: /\b(?:is|was|are|were) `[^`]+` meant\?/i, better: 'Did you mean `x`?' },
  { pattern: /\bletter by letter\b/i, better: 'case-sensitive, literal' },
  { pattern: /\b(?:is|are) called otherwise\b|\bis called\b.*\botherwise\b/i, better: 'has a different name' },
  { pattern: /\bnothing (?:of it )?can (?:be read|read)\b|\bcan read the file so\b/i, better: 'cannot be parsed' },
  { pattern: /\bgoes nowhere\b|\bit vanishes\b/i, better: 'is silently ignored' },
  { pattern: /\bof one[’']s own\b/i, better: 'custom' },
  { pattern: /\bspeaks? (?:for|of)\b/i, better: 'applies to, reports' },
  { pattern: /\banew\b/i, better: 'again' },
];

/** Returns the refused words of a text, without its code; `better` is the replacement. */
export function refusedIn(text: string): { word: string; better: string }[] {
  return refusedWords.flatMap(({ pattern, better }) => {
    const word = pattern.exec(better.includes('`') ? text : text.replaceAll(/`[^`]*`/g, '`…`'))?.[0];
    return word === undefined ? [] : [{ word: word.trim(), better }];
  });
}

/** Returns one line for each refused word of the texts. */
export const refusals = (texts: readonly VisibleText[]): string[] =>
  texts.flatMap(({ file, line, kind, text }) =>
    refusedIn(text).map(({ word, better }) => `${file}:${line} (${kind}) “${word}” → ${better}: ${text}`),
  );
