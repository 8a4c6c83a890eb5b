// Generates the summaries of rules for completion: the first sentence of each page. From the catalogue of policy keys,
// generates the known releases of the app and, for the client, the names that identify a policy. The core reads no files, a
// kind does not import another's, and the client imports nothing of the core.
import fs from 'node:fs';
import path from 'node:path';

const kinds = path.resolve(import.meta.dirname, '../server/core/kinds');
const core = path.resolve(import.meta.dirname, '../server/core/generated');
const client = path.resolve(import.meta.dirname, '../client/generated');

/** Returns the first sentence below the heading of a page. */
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

const catalogue = JSON.parse(fs.readFileSync(path.join(kinds, '../policy/catalogue.json'), 'utf8'));
/** Without one of these, a key has no schema, no hover or no row in a table. */
const needed = ['title', 'group', 'type', 'description', 'certainty'];
const missing = catalogue.keys.flatMap((key) =>
  needed
    .filter((field) => !key[field])
    .map((field) => `server/core/policy/catalogue.json: \`${key.key}\` needs \`${field}\``),
);
if (missing.length > 0) {
  console.error(missing.join('\n'));
  process.exit(1);
}

const numbers = (version) => version.split('.').map(Number);
const newestFirst = (a, b) => {
  const [left, right] = [numbers(a), numbers(b)];
  const i = left.findIndex((number, at) => number !== right[at]);
  return i < 0 ? 0 : (right[i] ?? 0) - left[i];
};
const versions = [...new Set([catalogue.newestVersion, ...catalogue.keys.flatMap(({ since }) => since ?? [])])].sort(
  newestFirst,
);

const { otherKeys, renamed, removed } = catalogue;
const policyNames = [...catalogue.keys, ...renamed, ...otherKeys, ...removed].filter(({ ambiguous }) => !ambiguous);

write(core, 'ruleSummaries.json', Object.fromEntries(summaries));
write(core, 'versions.json', versions);
write(client, 'policyNames.json', [...new Set(policyNames.map(({ key }) => key))]);

/** Writes in one step, since several builds may run at once. */
function write(folder, name, value) {
  fs.mkdirSync(folder, { recursive: true });
  const draft = path.join(folder, `${name}-${process.pid}.tmp`);
  fs.writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`);
  fs.renameSync(draft, path.join(folder, name));
}
