// Random numbers and edits from a seed.

/** Returns a function that returns a number from 0 up to, but not including, its argument (mulberry32). */
export function randomFrom(seed) {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pieces = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\n',
  ' ',
  'a',
  '-',
  '---\n',
  'name: x\n',
  '"mcpServers"',
  '<dict>',
  '</',
  '\\',
];

/** Returns a text with one random edit, as somebody types: a piece is inserted, or some characters are removed or repeated. */
export function edited(text, random) {
  const at = random(text.length + 1);
  const end = Math.min(text.length, at + random(20));
  const choice = random(4);
  if (choice === 0) return text.slice(0, at) + text.slice(end);
  if (choice === 1) return text.slice(0, end) + text.slice(at);
  return text.slice(0, at) + pieces[random(pieces.length)] + text.slice(at);
}

/** Returns the slope of the line through [x, y] points with the least squares, per unit of x, and the mean of y. */
export function slopeOf(points) {
  const mean = (of) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean(([each]) => each), mean(([, each]) => each)];
  const variance = mean(([each]) => (each - x) ** 2);
  return { slope: mean(([a, b]) => (a - x) * (b - y)) / variance, mean: y };
}
