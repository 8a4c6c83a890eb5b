import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import vm from 'node:vm';
import { build } from 'esbuild';
import { root } from '../support/root.ts';
import { folderOf } from './support.ts';

/** A program that depends on the package `plugboard`. */
const program = `import { createService, ConvertError, RenameError, applyEdits } from 'plugboard';

const policy = \`{ "managedMcpServers": [
  { "name": "crm", "transport": "http", "url": "https://crm.example.com/mcp", "toolPolicy": { "delete_*": "blocked" } },
  { "name": "crm2", "transport": "http", "url": "http://crm2.example.com/mcp" }
] }\`;
const service = createService(
  {
    'fleet/policy.json': policy,
    'org-plugins/quay/.claude-plugin/plugin.json': '{ "name": "quay", "version": "1.0.0" }',
    'org-plugins/quay/.mcp.json': '{ "mcpServers": { "tides": { "type": "http", "url": "https://tides.example/mcp" } } }',
    'org-plugins/quay/agents/pilot.md': '---\\nname: pilot\\ndescription: Steers.\\ntools: mcp__plugin_quay_tides__read\\n---\\nSteer.\\n',
  },
  { date: '2026-11-21' },
);
const sources = { policies: [{ uri: 'fleet/policy.json', role: 'managed' as const }], orgPlugins: 'org-plugins' };

const findings = service.doValidation('fleet/policy.json');
const [fix] = findings.flatMap(({ fixes }) => fixes ?? []);
const mended = applyEdits(policy, fix?.edits ?? []);
const hover = service.doHover('fleet/policy.json', policy.indexOf('managedMcpServers'));
const completions = service.doComplete('fleet/policy.json', 1);
const agent = 'org-plugins/quay/agents/pilot.md';
const at = 'tools: mcp__plugin_quay_'.length + '---\\nname: pilot\\ndescription: Steers.\\n'.length + 1;
const definition = service.findDefinition(agent, at);
const references = service.findReferences(agent, at, { includeDeclaration: true });
const renaming = service.doRename(agent, at, 'tide-tables');
let refusal: unknown;
try {
  service.doRename(agent, at, 'no name');
} catch (error) {
  refusal = error instanceof RenameError && error.message;
}
const after = createService({ 'policy.json': policy.replace('"blocked"', '"allow"') }, { date: '2026-11-21' });
const one = { policies: [{ uri: 'policy.json', role: 'managed' as const }], tools: new Map([['crm', [{ name: 'delete_ship' }]]]) };
const before = { service, sources: { ...one, policies: sources.policies } };
let unreadable: unknown;
try {
  service.convertPolicy('no policy', 'reg');
} catch (error) {
  unreadable = error instanceof ConvertError;
}
service.setFile('fleet/policy.json', mended);

export const answers = {
  findings: findings.map(({ rule }) => rule),
  left: service.doValidation('fleet/policy.json').map(({ rule }) => rule),
  place: service.lines('fleet/policy.json').positionAt(policy.indexOf('crm2')).line,
  hover: hover?.markdown.length ?? 0,
  completions: completions.some(({ label }) => label === 'inferenceProvider'),
  definition: definition.map(({ uri }) => uri),
  references: references.length,
  renamed: renaming.edits.length,
  refusal,
  servers: service.effectiveTools(sources).surfaces.cowork?.servers.map(({ name, active }) => [name, active]),
  changes: after.diffTools(before, one).changes.map(({ kind }) => kind),
  registry: service.convertPolicy(policy, 'reg').text.startsWith('Windows Registry Editor'),
  profile: service.convertPolicy(policy, 'mobileconfig').text.includes('PayloadUUID'),
  unreadable,
  parts: service.surfaces('org-plugins/quay')?.surfaces.length ?? 0,
  rules: service.rules().length > 300,
  key: service.policyKeys().some(({ key }) => key === 'managedMcpServers'),
  unknown: [service.doValidation('none.txt'), service.doHover('none.txt', 0) ?? null, service.doComplete('none.txt', 0)],
};
`;

const expected = {
  findings: ['policy/server-url-https'],
  left: [],
  place: 2,
  completions: true,
  definition: ['file:///org-plugins/quay/.mcp.json'],
  references: 2,
  renamed: 2,
  servers: [
    ['crm', true],
    ['crm2', true],
    ['tides', false],
  ],
  changes: ['looser', 'gone'],
  registry: true,
  profile: true,
  unreadable: true,
  rules: true,
  key: true,
  unknown: [[], null, []],
};

function assertAnswers({ hover, refusal, parts, ...answers }: Record<string, unknown>): void {
  assert.deepEqual(answers, expected);
  assert.ok(Number(hover) > 40);
  assert.ok(Number(parts) > 3);
  assert.match(String(refusal), /\w/);
}

/** Creates a separate project that depends on the built package. */
function projectOf(t: TestContext): string {
  const folder = folderOf(t, {
    'package.json': '{ "type": "module" }',
    'main.ts': program,
    'tsconfig.json': JSON.stringify({
      compilerOptions: { strict: true, noEmit: true, module: 'nodenext', target: 'es2023', lib: ['es2023'], types: [] },
      files: ['main.ts'],
    }),
  });
  fs.mkdirSync(path.join(folder, 'node_modules'));
  fs.symlinkSync(root, path.join(folder, 'node_modules/plugboard'), 'junction');
  return folder;
}

test('another program finds the types of the package', (t) => {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const run = spawnSync(process.execPath, [tsc, '-p', projectOf(t)], { encoding: 'utf8' });
  assert.equal(run.stdout, '');
});

test('another program uses the package in plain Node', async (t) => {
  const folder = projectOf(t);
  const outfile = path.join(folder, 'main.mjs');
  await build({
    entryPoints: [path.join(folder, 'main.ts')],
    outfile,
    format: 'esm',
    packages: 'external',
    bundle: true,
  });
  const { answers } = await import(outfile);
  assertAnswers(answers);
});

test('another program bundles the package for the browser: it needs nothing that only Node has', async (t) => {
  const folder = projectOf(t);
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, 'main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'page',
    platform: 'browser',
    logLevel: 'error',
  });
  const page = vm.createContext({});
  vm.runInContext(outputFiles[0]?.text ?? '', page, { timeout: 30_000 });
  assertAnswers(JSON.parse(vm.runInContext('JSON.stringify(page.answers)', page)));
});
