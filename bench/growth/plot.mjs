// Plots as SVG: one small chart per row, both axes logarithmic, readable on light and dark backgrounds.

const width = 240;
const height = 190;
const columns = 4;
/** The drawing area in a chart. */
const area = { left: 40, top: 34, right: 228, bottom: 140 };
const shown = 4;

const style = `
text { font: 10px system-ui, sans-serif; fill: #1f2328; }
.title { font-weight: 600; }
.axis { stroke: #8c959f; fill: none; }
.guide { stroke: #8c959f; stroke-dasharray: 3 3; fill: none; }
.line { fill: none; stroke-width: 1.6; }
.c0 { stroke: #0969da; } .c1 { stroke: #bc4c00; } .c2 { stroke: #1a7f37; } .c3 { stroke: #8250df; }
.n0 { fill: #0969da; } .n1 { fill: #bc4c00; } .n2 { fill: #1a7f37; } .n3 { fill: #8250df; }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3; }
.c0 { stroke: #58a6ff; } .c1 { stroke: #ffa657; } .c2 { stroke: #56d364; } .c3 { stroke: #d2a8ff; }
.n0 { fill: #58a6ff; } .n1 { fill: #ffa657; } .n2 { fill: #56d364; } .n3 { fill: #d2a8ff; }
}`;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const short = (number) =>
  number >= 1_000 ? `${Number((number / 1_000).toPrecision(2))}k` : String(Number(number.toPrecision(2)));

/**
 * Returns an SVG with a chart for each row: the operations that cost most at the largest size, and a dashed line that grows as
 * n·log n.
 * @param rows `{ title, operations: [{ name, points: [{ size, time }] }] }`; at least two sizes each
 */
export function plot(rows, unit = 'ms') {
  const total = Math.ceil(rows.length / columns) * height;
  const charts = rows.map((row, i) => {
    const [x, y] = [(i % columns) * width, Math.floor(i / columns) * height];
    return `<g transform="translate(${x} ${y})">${chart(row, unit)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${columns * width} ${total}" width="${columns * width}" height="${total}" role="img"><title>Growth of CPU time, logarithmic axes</title><style>${style}</style>\n${charts.join('\n')}\n</svg>\n`;
}

function chart({ title, operations }, unit) {
  const last = ({ points }) => points.at(-1)?.time ?? 0;
  const drawn = [...operations].sort((a, b) => last(b) - last(a)).slice(0, shown);
  const points = drawn.flatMap((each) => each.points);
  const sizes = [...new Set(points.map(({ size }) => size))].sort((a, b) => a - b);
  const times = points.map(({ time }) => Math.max(time, 0.1));
  const [low, high] = [
    10 ** Math.floor(Math.log10(Math.min(...times))),
    10 ** Math.ceil(Math.log10(Math.max(...times))),
  ];
  const x = scale([sizes[0], sizes.at(-1)], [area.left, area.right]);
  const y = scale([low, high], [area.bottom, area.top]);
  const lines = drawn.map(
    ({ points: own }, i) =>
      `<path class="line c${i}" d="${path(own.map(({ size, time }) => [x(size), y(Math.max(time, low))]))}"/>`,
  );
  const names = drawn.map(
    ({ name }, i) =>
      `<text class="n${i}" x="${area.left + (i % 2) * 98}" y="${area.bottom + 24 + Math.floor(i / 2) * 12}">${escaped(name.slice(0, 20))}</text>`,
  );
  return [
    `<text class="title" x="4" y="14">${escaped(title.slice(0, 44))}</text>`,
    `<path class="axis" d="M${area.left} ${area.top}V${area.bottom}H${area.right}"/>`,
    `<text x="${area.left - 4}" y="${area.top + 4}" text-anchor="end">${short(high)} ${unit}</text>`,
    `<text x="${area.left - 4}" y="${area.bottom}" text-anchor="end">${short(low)}</text>`,
    ...sizes.map((size) => `<text x="${x(size)}" y="${area.bottom + 11}" text-anchor="middle">${short(size)}</text>`),
    `<path class="guide" d="${guide(sizes, x, y, low, high)}"/>`,
    ...lines,
    ...names,
  ].join('');
}

/** Returns a function from a logarithmic range to a range of pixels. */
function scale([from, to], [start, end]) {
  const span = Math.log(to) - Math.log(from) || 1;
  return (value) => start + ((Math.log(value) - Math.log(from)) / span) * (end - start);
}

const path = (points) => points.map(([x, y], i) => `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** Returns a line that grows as n·log n, through the middle of the chart. */
function guide(sizes, x, y, low, high) {
  const cost = (size) => size * Math.log(size);
  const [first, last] = [sizes[0], sizes.at(-1)];
  const factor = Math.sqrt((low * high) / (cost(first) * cost(last)));
  const inside = (time) => Math.min(high, Math.max(low, time));
  const steps = Array.from({ length: 25 }, (_, i) => first * (last / first) ** (i / 24));
  return path(
    steps
      .filter((size) => inside(cost(size) * factor) === cost(size) * factor)
      .map((size) => [x(size), y(cost(size) * factor)]),
  );
}
