// `node bench/effective.mjs [PLUGINS] [TOOLS]` measures the time from an edit of a policy to the panel's answer, over stdio, in
// a generated workspace: by default 200 plugins, each with a server, and 5,000 tools in total. Build first.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startServer } from './server.mjs';

const root = path.resolve(import.meta.dirname, '..');
const [plugins = 200, tools = 5_000] = process.argv.slice(2).map(Number);
const samples = 60;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plugboard-bench-'));
const write = (file, value) => {
  const target = path.join(folder, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, typeof value === 'string' ? value : JSON.stringify(value, null, 2));
};

/** Returns a policy in which one entry for a tool changes with each turn. */
const policy = (turn) =>
  JSON.stringify(
    {
      inferenceProvider: 'gateway',
      inferenceGatewayBaseUrl: 'https://gateway.example.com',
      managedMcpServers: [
        {
          name: 'archive',
          transport: 'http',
          url: 'https://archive.example.com/mcp',
          toolPolicy: { 'get_*': 'allow', 'drop_*': turn % 2 ? 'ask' : 'blocked' },
        },
      ],
      orgPluginSettings: [{ serverName: 'server-1', tools: [{ toolName: 'get_1', permission: 'ask' }] }],
    },
    null,
    2,
  );

function make() {
  const known = { archive: ['get_1', 'drop_1'] };
  for (let i = 1; i <= plugins; i++) {
    const at = `org-plugins/plugin-${i}`;
    write(`${at}/.claude-plugin/plugin.json`, {
      name: `plugin-${i}`,
      version: '1.0.0',
      description: 'Made for a measurement.',
      installationPreference: 'required',
    });
    write(`${at}/.mcp.json`, {
      mcpServers: { [`server-${i}`]: { type: 'http', url: `https://s${i}.example.com/mcp` } },
    });
    known[`server-${i}`] = Array.from({ length: Math.round(tools / plugins) }, (_, n) => `get_${n}`);
  }
  write('policy.json', policy(0));
  write('.plugboard.tools.json', known);
}

const quantile = (times, q) => [...times].sort((a, b) => a - b)[Math.floor((times.length - 1) * q)];

try {
  make();
  const uri = pathToFileURL(path.join(folder, 'policy.json')).href;
  const server = await startServer(path.join(root, 'dist/server.js'), folder, [{ uri, text: policy(0) }]);
  const times = [];
  let size = 0;
  let known = 0;
  for (let turn = 1; turn <= samples + 5; turn++) {
    const change = { uri, version: turn + 1, text: policy(turn) };
    const { time, answer } = await server.changeAndAsk(change, 'plugboard/effectivePacked', null);
    // The first rounds warm up the program.
    if (turn > 5) times.push(time);
    size = JSON.stringify(answer).length;
    known = answer.result.surfaces.cowork.servers.reduce((sum, each) => sum + each.tools.length, 0);
  }
  console.log(
    `edit to answer, ${plugins} plugins, ${known} tools, ${(size / 1e6).toFixed(1)} million characters: ` +
      `median ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms`,
  );
  await server.stop();
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
