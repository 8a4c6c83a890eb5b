// Finds regular expressions of the product whose time grows faster than linearly: `node scripts/regexes.mjs`. Proofs are
// recorded in test/property/regexes.safe.txt and not repeated. `UPDATE=1` adds new ones and removes those that are no longer
// used; `UPDATE=all` repeats all proofs, which takes minutes. Prints one line per unsafe expression; the exit code is 1 if
// there is one, otherwise 0.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'acorn';
import { build, transformSync } from 'esbuild';
import { check } from 'recheck';
import './ruleSummaries.mjs';

const root = path.resolve(import.meta.dirname, '..');
const ledger = path.join(root, 'test/property/regexes.safe.txt');

/**
 * Files that create expressions at run time. Those of the core's modules are found when the modules are loaded; those created
 * later are from the schemas, which are searched too.
 */
const makers = new Set([
  'server/core/base/mask.ts',
  'server/core/kinds/plugin/rules/engine-range.ts',
  'server/core/kinds/policy/recognise.ts',
  'server/core/schema/at.ts',
  'server/core/schema/mismatches.ts',
  'server/core/schema/validate.ts',
]);

/** Maps each expression to the files that contain it. */
const found = new Map();
const failures = [];
const note = (pattern, flags, place) => {
  const literal = `/${pattern}/${flags}`;
  const { places } = found.get(literal) ?? { places: new Set() };
  found.set(literal, { pattern, flags, places: places.add(place) });
};

function sources(folder) {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true })
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
    .filter((name) => name.endsWith('.ts') && !name.includes('/generated/'));
}

function walk(node, visit) {
  if (Array.isArray(node)) for (const each of node) walk(each, visit);
  else if (node && typeof node === 'object') {
    visit(node);
    for (const [key, value] of Object.entries(node)) if (key !== 'regex') walk(value, visit);
  }
}

function readLiterals(file) {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  const { code } = transformSync(text, { loader: 'ts', format: 'esm', target: 'esnext' });
  walk(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => {
    if (node.type === 'Literal' && node.regex) note(node.regex.pattern, node.regex.flags, file);
    const isMade = /^(New|Call)Expression$/.test(node.type) && node.callee.name === 'RegExp';
    if (isMade && !makers.has(file)) failures.push(`${file}: makes an expression at run time, which nobody can check`);
  });
}

/** Loads the core and collects all expressions that its modules create, and those in its schemas. */
async function readMade() {
  const folder = path.join(root, 'dist-test', `regexes-${process.pid}`);
  try {
    const outfile = path.join(folder, 'kinds.mjs');
    await build({
      entryPoints: [path.join(root, 'server/core/kinds/index.ts')],
      outfile,
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      logLevel: 'warning',
    });
    const watch = `
      const made = [];
      globalThis.RegExp = new Proxy(RegExp, { construct(target, args) {
        const made1 = new target(...args);
        if (/kinds\\.mjs/.test(new Error().stack.split('\\n')[2])) made.push({ pattern: made1.source, flags: made1.flags });
        return made1;
      } });
      const { kinds } = await import(${JSON.stringify(`file://${outfile}`)});
      const seen = new Set();
      const walk = (value) => {
        if (!value || typeof value !== 'object' || seen.has(value)) return;
        seen.add(value);
        if (typeof value.pattern === 'string') made.push({ pattern: value.pattern, flags: 'u' });
        for (const pattern of Object.keys(value.patternProperties ?? {})) made.push({ pattern, flags: 'u' });
        for (const each of Object.values(value)) walk(each);
      };
      for (const kind of kinds) walk(kind.schema);
      console.log(JSON.stringify(made));`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', watch], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    if (run.status !== 0) throw new Error(run.stderr);
    for (const { pattern, flags } of JSON.parse(run.stdout)) note(pattern, flags, 'made when the core is loaded');
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Whether an attack found by trial takes more than linear time here: its pumps are repeated up to a text of 60,000 characters,
 * which takes seconds if the time is quadratic, and less than a millisecond if it is linear.
 */
function takesLong({ pattern, flags }, { pumps, suffix }) {
  const size = Math.ceil(
    60_000 /
      Math.max(
        1,
        pumps.reduce((sum, { pump }) => sum + pump.length, 0),
      ),
  );
  const text = pumps.map(({ prefix, pump }) => prefix + pump.repeat(size)).join('') + suffix;
  const program = `new RegExp(${JSON.stringify(pattern)}, ${JSON.stringify(flags.replace('y', ''))}).test(${JSON.stringify(text)})`;
  const file = path.join(os.tmpdir(), `plugboard-regex-${process.pid}.cjs`);
  fs.writeFileSync(
    file,
    `const t = process.cpuUsage(); ${program}; process.exitCode = process.cpuUsage(t).user > 400_000 ? 1 : 0;`,
  );
  const { status } = spawnSync(process.execPath, [file], { timeout: 20_000 });
  fs.rmSync(file, { force: true });
  return status !== 0;
}

/** Returns why an expression is unsafe, in one sentence; undefined if it is safe. */
async function whyUnsafe(expression) {
  const flags = expression.flags.replaceAll(/[dv]/g, '');
  const first = await check(expression.pattern, flags, { timeout: 60_000, randomSeed: 1 });
  const result =
    first.status === 'unknown' ? await check(expression.pattern, flags, { checker: 'fuzz', timeout: 60_000 }) : first;
  if (result.status === 'safe') return undefined;
  if (result.status === 'unknown') return `could not be proved (${result.error?.kind}): write it in a simpler way`;
  if (result.checker === 'fuzz' && !takesLong(expression, result.attack)) return undefined;
  return `takes ${result.complexity.summary} time, with ${result.attack.pattern}`;
}

for (const file of [...sources('server'), ...sources('client')]) readLiterals(file);
await readMade();
const proved = new Set(
  process.env.UPDATE === 'all' || !fs.existsSync(ledger) ? [] : fs.readFileSync(ledger, 'utf8').split('\n'),
);
const todo = [...found].filter(([literal]) => !proved.has(literal));
const work = async () => {
  for (let next = todo.pop(); next; next = todo.pop()) {
    const [literal, expression] = next;
    const why = await whyUnsafe(expression);
    if (why) failures.push(`${[...expression.places].join(', ')}: ${literal} ${why}`);
    else proved.add(literal);
  }
};
await Promise.all([work(), work()]);
for (const failure of failures) console.log(failure);
if (process.env.UPDATE) {
  const safe = [...found.keys()].filter((literal) => proved.has(literal)).sort();
  fs.writeFileSync(ledger, `${safe.join('\n')}\n`);
}
process.exit(failures.length > 0 ? 1 : 0);
