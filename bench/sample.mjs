// Picks findings for manual review: `node bench/sample.mjs REPORT.json [SEED] [COUNT]`. REPORT.json is the output of `plugboard
// check --format json`. Stratified by rule: one finding of each rule in turn, random within the rule, until there are COUNT.
// The same report and seed give the same findings.
import fs from 'node:fs';

const [report, seed = '1', count = '100'] = process.argv.slice(2);
if (report === undefined) {
  console.error('usage: node bench/sample.mjs REPORT.json [SEED] [COUNT]');
  process.exit(2);
}

/** A small pseudo-random generator of numbers from 0 to 1 (mulberry32). */
function randomFrom(start) {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const { problems } = JSON.parse(fs.readFileSync(report, 'utf8'));
const random = randomFrom(Number(seed));
const strata = new Map();
for (const problem of problems) strata.set(problem.rule, [...(strata.get(problem.rule) ?? []), problem]);
const rules = [...strata.keys()].sort();
const picked = [];
while (picked.length < Math.min(Number(count), problems.length)) {
  for (const rule of rules) {
    const left = strata.get(rule);
    if (left.length === 0 || picked.length === Number(count)) continue;
    picked.push(...left.splice(Math.floor(random() * left.length), 1));
  }
}
console.log(
  JSON.stringify({ seed: Number(seed), of: problems.length, rules: rules.length, problems: picked }, null, 2),
);
