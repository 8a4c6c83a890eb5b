// Tables and numbers of the measurements, and where they are written.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const target = path.resolve(import.meta.dirname, '../docs/benchmarks');

export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

/** Returns a Markdown table; all columns but those of words are aligned to the right. */
export function tableOf(head, rows) {
  const isNumber = (column) => rows.every((row) => /^[\d.,\s–×-]*$/.test(row[column] ?? ''));
  const rule = head.map((_, column) => (isNumber(column) ? '--:' : '---'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Returns the date, the machine and the runtime of a measurement. */
export function machine() {
  const [first] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const model = first?.model.replace(/\s+/g, ' ').trim() ?? 'unknown processor';
  const day = new Date().toISOString().slice(0, 10);
  return `Measured ${day}: ${model}, ${os.cpus().length} cores, ${memory} GB, ${os.type()}, Node ${process.version.slice(1)}`;
}

/** Writes a generated page of docs/benchmarks/. */
export function writeDocument(name, body) {
  fs.mkdirSync(target, { recursive: true });
  fs.writeFileSync(path.join(target, `${name}.md`), `${body}\n`);
}
