// `node bench/growth.mjs [--quick] [--write] [WORD …]` measures how the CPU time of every operation grows, with the size of one
// file in each of its dimensions, and with the number of documents of a workspace. Prints a table with the exponents between
// neighbouring sizes: 1 is linear, 2 quadratic. `--quick` tries small sizes only, WORDs choose rows by their titles, `--write`
// updates the tables and plots in docs/benchmarks/. Build first.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { bundleCore } from './growth/core.mjs';
import { exponents, isSteep, measurable } from './growth/measure.mjs';
import { plot } from './growth/plot.mjs';
import { groups } from './growth/rows/index.mjs';
import { measureWorkspace } from './growth/workspaceRows.mjs';
import { machine, tableOf, target, writeDocument } from './tables.mjs';

const options = process.argv.slice(2).filter((each) => each.startsWith('--'));
const words = process.argv.slice(2).filter((each) => !each.startsWith('--'));
const isQuick = options.includes('--quick');
const isWritten = options.includes('--write');
/** A row that takes longer is ended, in milliseconds; what it measured so far counts. */
const limit = isQuick ? 30_000 : 600_000;
const isChosen = (title) => words.length === 0 || words.some((word) => title.includes(word));
const isPlottable = ({ operations }) => operations.some(({ points }) => points.length > 1);
/** In a workspace each operation is a chart of its own. */
const byOperation = ({ operations }) => operations.map((each) => ({ title: each.name, operations: [each] }));
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'plugboard-growth-'));

try {
  const core = await bundleCore(temporary);
  const measured = {};
  for (const [group, rows] of Object.entries(groups)) {
    for (const row of rows.filter(({ title }) => isChosen(title))) {
      measured[group] ??= [];
      measured[group].push({ title: row.title, operations: await measureFile(core, row) });
      print(measured[group].at(-1));
    }
  }
  if (isChosen('documents of a workspace')) {
    measured.workspace = [{ title: 'documents of a workspace', operations: await measureWorkspaces() }];
    print(measured.workspace[0]);
  }
  if (isWritten) writeAll(measured);
} finally {
  fs.rmSync(temporary, { recursive: true, force: true });
}

/** Measures a row in a process of its own, and returns its operations with the times at each size. */
async function measureFile(core, { title, sizes = [100, 1_000, 10_000] }) {
  const tried = isQuick ? sizes.filter((size) => size <= 1_000) : sizes;
  const script = path.join(import.meta.dirname, 'growth/oneRow.mjs');
  const child = spawn(process.execPath, [script, core, title, ...tried.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: limit,
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const operations = new Map();
  for await (const line of createInterface(child.stdout)) {
    const { name, size, time } = JSON.parse(line);
    operations.set(name, [...(operations.get(name) ?? []), { size, time }]);
  }
  await ended;
  return [...operations].map(([name, points]) => ({ name, points }));
}

async function measureWorkspaces() {
  const operations = new Map();
  for (const size of isQuick ? [100, 500] : [100, 1_000, 10_000]) {
    const times = await measureWorkspace(path.join(temporary, `workspace-${size}`), size);
    for (const [name, time] of Object.entries(times)) {
      operations.set(name, [...(operations.get(name) ?? []), { size, time }]);
    }
  }
  return [...operations].map(([name, points]) => ({ name, points }));
}

/** Returns the cells of the operations that cost something at the largest size. */
function cellsOf({ operations }, from = measurable) {
  const sizes = [...new Set(operations.flatMap(({ points }) => points.map(({ size }) => size)))].sort((a, b) => a - b);
  const cells = operations
    .filter(({ points }) => (points.at(-1)?.time ?? 0) >= from)
    .map(({ name, points }) => [
      name,
      ...sizes.map((size) => points.find((point) => point.size === size)?.time.toFixed(size === 100 ? 1 : 0) ?? '–'),
      exponents(points)
        .map((power) => power?.toFixed(2) ?? '–')
        .join(' '),
      isSteep(points) ? 'steep' : '',
    ]);
  return { head: ['operation', ...sizes.map((size) => size.toLocaleString('en')), 'exponents', ''], cells };
}

function print(row) {
  const { head, cells } = cellsOf(row);
  console.log(`\n${row.title}`);
  for (const line of [head, ...cells]) {
    console.log(
      `  ${line[0].padEnd(38)}${line
        .slice(1, -2)
        .map((cell) => cell.padStart(9))
        .join('')}   ${line.slice(-2).join('  ')}`,
    );
  }
}

function writeAll(measured) {
  fs.mkdirSync(target, { recursive: true });
  for (const [group, rows] of Object.entries(measured)) {
    const plotted = rows.flatMap((row) => (group === 'workspace' ? byOperation(row) : [row]));
    fs.writeFileSync(path.join(target, `growth-${group}.svg`), plot(plotted.filter(isPlottable)));
    const tables = rows.map((row) => {
      const { head, cells } = cellsOf(row);
      return `## ${row.title}\n\n${cells.length > 0 ? tableOf(head, cells) : `Every operation takes less than ${measurable} ms at the largest size.`}`;
    });
    const legend =
      'CPU time in milliseconds of all threads, garbage collection included; the exponents are those between neighbouring sizes. Operations below 20 ms at the largest size are left out. *steep*: more than 1.15 in the last step.';
    writeDocument(
      `growth-${group}`,
      [`# Growth: ${group}`, `${machine()}. ${legend}`, `![](growth-${group}.svg)`, ...tables].join('\n\n'),
    );
  }
}
