/** Markup that is safe to insert: all values in it were escaped by `html`. */
export interface Html {
  readonly markup: string;
}

type Value = Html | string | number | false | null | undefined | readonly (Html | false)[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

function markupOf(value: Value): string {
  if (value === false || value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  if ('markup' in value) return value.markup;
  return value.map(markupOf).join('');
}

/** A template that escapes its values, unless they are markup of another `html`. */
export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  markup: strings.reduce((text, string, index) => `${text}${markupOf(values[index - 1])}${string}`),
});

export const icon = (name: string, more = ''): Html =>
  html`<i class="codicon codicon-${name} ${more}" aria-hidden="true"></i>`;

/** Returns a sentence from the server, in which backticks mark code. */
export const prose = (text: string): Html =>
  html`${text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}`;
