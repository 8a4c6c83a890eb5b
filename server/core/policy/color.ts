/** Returns the colour `#RRGGBB` that a string means: three digits, a missing `#`, full opacity, `rgb(…)`. Undefined if it is unclear. */
export function fullColour(text: string): string | undefined {
  const word = text.trim();
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(word)?.[1] ?? /^#?([0-9a-f]{6})ff$/i.exec(word)?.[1];
  if (digits !== undefined) return `#${digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits}`;
  const parts = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/i.exec(word)?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return undefined;
  return `#${parts.map((part) => part.toString(16).padStart(2, '0').toUpperCase()).join('')}`;
}
