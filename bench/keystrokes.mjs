// `node bench/keystrokes.mjs [--quick] [--write]` measures over stdio what a user waits for after a keystroke, in large
// workspaces: p50 and p95 of the time, and of the CPU time of the server, which other programs on the machine hardly affect.
// `--write` updates docs/benchmarks/keystrokes.md. Build first.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { write, writeFleet } from './fleet.mjs';
import { bundleCore, loadCore } from './growth/core.mjs';
import { startServer } from './server.mjs';
import { machine, quantile, tableOf, writeDocument } from './tables.mjs';

const root = path.resolve(import.meta.dirname, '..');
const isQuick = process.argv.includes('--quick');
const samples = isQuick ? 10 : 30;
const warmUp = isQuick ? 3 : 5;
/** How long the server waits for typing to pause, in milliseconds: `pause` in server/lsp/session.ts. */
const pause = 200;
const goal = 16;
const panelGoal = 100;

const server = (i) => ({
  name: `quay-${i}`,
  transport: 'http',
  url: `https://quay-${i}.example.com/mcp`,
  toolPolicy: { 'get_*': 'allow', drop_ship: 'blocked' },
});
const large = JSON.stringify(
  {
    inferenceProvider: 'gateway',
    inferenceGatewayBaseUrl: 'https://gateway.example.com',
    managedMcpServers: Array.from({ length: isQuick ? 100 : 1_000 }, (_, i) => server(i)),
  },
  null,
  2,
);
const documents = isQuick ? 500 : 10_000;
const converted = (core, to) => core.convert(large, to).text;

/**
 * The scenes: what is in the workspace, which file is edited, and the text after which a character is typed and removed again,
 * so that each keystroke changes a finding.
 */
const scenes = {
  [`skill, ${documents} documents`]: {
    make: (folder) => writeFleet(folder, documents),
    file: 'org-plugins/berth-7/skills/moor/SKILL.md',
    after: 'name: moor',
  },
  [`agent, ${documents} documents`]: {
    make: (folder) => writeFleet(folder, documents),
    file: 'org-plugins/berth-7/agents/pilot.md',
    after: 'tools: Read',
  },
  [`.mcp.json, ${documents} documents`]: {
    make: (folder) => writeFleet(folder, documents),
    file: 'org-plugins/berth-7/.mcp.json',
    after: '"type": "http',
  },
  [`policy, ${documents} documents`]: {
    make: (folder) => writeFleet(folder, documents),
    file: 'policy.json',
    after: '"transport": "http',
  },
  ...Object.fromEntries(
    ['json', 'mobileconfig', 'reg'].map((format) => [
      `policy.${format}, ${isQuick ? 100 : 1_000} servers`,
      {
        make: (folder, core) => write(folder, `policy.${format}`, format === 'json' ? large : converted(core, format)),
        file: `policy.${format}`,
        after: format === 'json' ? 'quay-50",\n      "transport": "http' : /quay-50\W+transport\W+http/,
      },
    ]),
  ),
  'panel, 200 plugins, 5,000 tools': {
    make: (folder) => writeFleet(folder, 1_000, 25),
    file: 'policy.json',
    after: '"transport": "http',
    shows: 'panel',
  },
};

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'plugboard-keystrokes-'));
try {
  const core = await loadCore(await bundleCore(temporary));
  const rows = [];
  for (const [title, scene] of Object.entries(scenes)) {
    const folder = path.join(temporary, title.replaceAll(/\W+/g, '-'));
    scene.make(folder, core);
    for (const [name, times] of Object.entries(await measure(folder, scene))) {
      const limit = name === 'panel' ? panelGoal : goal;
      const cell = (values, q) => quantile(values, q).toFixed(1);
      rows.push([
        title,
        name,
        cell(
          times.map(({ time }) => time),
          0.5,
        ),
        cell(
          times.map(({ time }) => time),
          0.95,
        ),
        cell(
          times.map(({ cpu }) => cpu),
          0.5,
        ),
        cell(
          times.map(({ cpu }) => cpu),
          0.95,
        ),
        quantile(
          times.map(({ cpu }) => cpu),
          0.95,
        ) <= limit
          ? ''
          : `over ${limit} ms`,
      ]);
      console.log(
        rows
          .at(-1)
          .map((text, i) => (i < 2 ? text.padEnd(34) : text.padStart(9)))
          .join(' '),
      );
    }
    fs.rmSync(folder, { recursive: true, force: true });
  }
  const head = ['scene', 'answer', 'p50', 'p95', 'CPU p50', 'CPU p95', 'goal'];
  if (process.argv.includes('--write'))
    writeDocument('keystrokes', `${machine()}, ${samples} samples, ms.\n\n${tableOf(head, rows)}`);
} finally {
  fs.rmSync(temporary, { recursive: true, force: true });
}

/** Returns the times of each answer in one scene. */
async function measure(folder, { file, after, shows }) {
  const uri = pathToFileURL(path.join(folder, file)).href;
  const text = fs.readFileSync(path.join(folder, file), 'utf8');
  const end =
    typeof after === 'string'
      ? text.indexOf(after) + after.length
      : after.exec(text).index + after.exec(text)[0].length;
  const position = positionAt(text, end);
  const running = await startServer(path.join(root, 'dist/server.js'), folder, [{ uri, text }]);
  // The first answer of this kind comes when the workspace has been read and checked.
  await running.ask('textDocument/codeLens', { textDocument: { uri } });
  let version = 1;
  const key = { position, ...{ textDocument: { uri } } };
  const range = { start: { line: 0, character: 0 }, end: { line: 80, character: 0 } };
  const requests =
    shows === 'panel'
      ? { panel: () => running.ask('plugboard/effective', null) }
      : {
          completion: () => running.ask('textDocument/completion', key),
          hover: () => running.ask('textDocument/hover', key),
          'lenses, after the pause': () => running.ask('textDocument/codeLens', { textDocument: { uri } }),
          hints: () => running.ask('textDocument/inlayHint', { textDocument: { uri }, range }),
          panel: () => running.ask('plugboard/effective', null),
        };
  const times = {};
  const note = async (name, run, waits = 0) => {
    const before = await running.usage();
    const started = performance.now();
    await run();
    const time = performance.now() - started - waits;
    const { cpu } = await running.usage();
    times[name] ??= [];
    times[name].push({ time, cpu: cpu - before.cpu });
  };
  for (let i = 0; i < warmUp + samples; i++) {
    const isTyped = i % 2 === 0;
    const to = isTyped ? position : { ...position, character: position.character + 1 };
    const change = { range: { start: position, end: to }, text: isTyped ? 'x' : '' };
    if (i === warmUp) for (const name of Object.keys(times)) times[name] = [];
    await note('diagnostics', () => running.type(uri, ++version, change));
    for (const [name, run] of Object.entries(requests)) {
      await note(name, run, name.startsWith('lenses') ? pause : 0);
    }
  }
  await running.stop();
  return times;
}

function positionAt(text, offset) {
  const lines = text.slice(0, offset).split(/\r?\n/);
  return { line: lines.length - 1, character: lines.at(-1).length };
}
