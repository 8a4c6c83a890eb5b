// Writes what completion says where rules are named: of each the first sentence of its page; and the releases of the app that the
// catalogue of policy keys knows. The core reads no files, and a kind none of another's.
import fs from 'node:fs';
import path from 'node:path';

const kinds = path.resolve(import.meta.dirname, '../server/core/kinds');
const folder = path.resolve(import.meta.dirname, '../server/core/generated');

/** The first sentence below the heading of a page. */
function firstSentence(page) {
  const text = (page.split(/\n\s*\n/)[1] ?? '').replace(/\s+/g, ' ').trim();
  return /^.*?[.!?](?= |$)/.exec(text)?.[0] ?? text;
}

const summaries = fs.readdirSync(kinds).flatMap((kind) => {
  const rules = path.join(kinds, kind, 'rules');
  const pages = fs.existsSync(rules) ? fs.readdirSync(rules).filter((name) => name.endsWith('.md')) : [];
  return pages
    .sort()
    .map((name) => [`${kind}/${name.slice(0, -3)}`, firstSentence(fs.readFileSync(path.join(rules, name), 'utf8'))]);
});

const { newestVersion, keys } = JSON.parse(fs.readFileSync(path.join(kinds, '../policy/catalogue.json'), 'utf8'));
const numbers = (version) => version.split('.').map(Number);
const newestFirst = (a, b) => {
  const [left, right] = [numbers(a), numbers(b)];
  const i = left.findIndex((number, at) => number !== right[at]);
  return i < 0 ? 0 : (right[i] ?? 0) - left[i];
};
const versions = [...new Set([newestVersion, ...keys.flatMap(({ since }) => since ?? [])])].sort(newestFirst);

fs.mkdirSync(folder, { recursive: true });
write('ruleSummaries.json', Object.fromEntries(summaries));
write('versions.json', versions);

/** In one step, since several builds may run at once. */
function write(name, value) {
  const draft = path.join(folder, `${name}-${process.pid}.tmp`);
  fs.writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`);
  fs.renameSync(draft, path.join(folder, name));
}
