import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capitalised } from '../../server/core/base/words.ts';
import {
  type LanguageServerFlaw,
  languageServerFlawOpening,
  languageServerFlaws,
} from '../../server/core/components/languageServerFlaws.ts';
import type { ManifestFlaw, ManifestFlawCode } from '../../server/core/components/manifestFlaw.ts';
import { manifestFlawOpening } from '../../server/core/components/manifestFlawSentences.ts';
import { manifestFlaws } from '../../server/core/components/manifestFlaws.ts';
import { type MonitorFlaw, monitorFlawOpening, monitorFlaws } from '../../server/core/components/monitorFlaws.ts';
import { type NameProblem, nameProblem, nameSentence } from '../../server/core/components/pluginName.ts';
import { serverFlawOpening } from '../../server/core/components/serverFlawSentences.ts';
import { type ServerContext, serverFlaws } from '../../server/core/components/serverFlaws.ts';
import { entryFlaws } from '../../server/core/policy/entry/entryFlaws.ts';
import { flawSentence, keyFlawSentence } from '../../server/core/policy/entry/flawSentences.ts';
import { type KeyFlaw, readManagedKey } from '../../server/core/policy/entry/managedKey.ts';
import { json } from '../../server/core/syntax/json/json.ts';
import { itemsOf, nodeAt, propertiesOf } from '../../server/core/syntax/node.ts';
import { parse } from '../../server/core/workspace/parse.ts';
import { schemaErrorsOf } from '../../server/core/workspace/schemaProblems.ts';
import { base, lintFiles, workspaceOf } from '../support/lint.ts';

/** Each flaw, and an entry that has it: a finding must use the words that every other view shows. */

const date = '2026-11-30';
const http = { name: 'a', transport: 'http', url: 'https://a.example.com' };
const stdio = { name: 'a', transport: 'stdio', command: 'npx' };
const oauth = (fields: unknown) => ({ ...http, oauth: fields });
const guid = '0d7bb1a2-6a2c-4e0f-9d5e-3b1f6c2a9e10';

type EntryCode = ReturnType<typeof entryFlaws>[number]['code'];
const entries: Readonly<Record<EntryCode, unknown>> = {
  'not-an-object': 'x',
  'no-name': { ...http, name: '' },
  'wrong-value': { ...stdio, startupTimeoutSec: 'x' },
  'missing-field': { name: 'a', transport: 'http' },
  'foreign-field': { name: 'a', transport: 'policy-only', toolPolicy: { x: 'ask' }, url: 'https://a.example.com' },
  'ignored-field': { ...http, args: ['x'] },
  'missing-transport': { name: 'a', url: 'https://a.example.com' },
  'unknown-transport': { ...http, transport: 'tcp' },
  'transport-of-built-in': { name: 'a', server: 'github', transport: 'builtin', clientId: 'Iv1.8a61f9b3a7aba766' },
  'unknown-server': { name: 'a', server: 'gitlab' },
  'newer-server': { name: 'a', server: 'github', clientId: 'Iv1.8a61f9b3a7aba766' },
  'local-from-bootstrap': stdio,
  url: { ...http, url: 'http://a.example.com' },
  command: { ...stdio, command: './x' },
  tenant: { name: 'a', server: 'microsoft365', tenantId: 'example.com', clientId: 'x' },
  'client-id': { name: 'a', server: 'github', clientId: 'a b' },
  'no-search-key': { name: 'a', server: 'websearch', provider: 'brave' },
  permission: { ...http, toolPolicy: { x: 'deny' } },
  'ask-session': { ...http, toolPolicy: { x: 'ask-session' } },
  'old-name': oauth({ clientId: 'x', scopes: 'a' }),
  'scope-as-list': oauth({ clientId: 'x', scope: ['a'] }),
  'oauth-as-text': oauth('true'),
  'oauth-without-client': oauth({ callbackPort: 53280 }),
  'oauth-field-with-dcr': oauth({ mode: 'dcr', clientId: 'x' }),
  'oauth-hosted-without-server': oauth({ mode: 'hosted' }),
  'oauth-secret-without-server': oauth({ clientId: 'x', clientSecret: 's' }),
  'oauth-url-alone': oauth({ clientId: 'x', tokenUrl: 'https://a.example.com' }),
  'oauth-server-as-text': oauth({ clientId: 'x', authorizationServer: 'https://a.example.com' }),
  'oauth-broker-without-tenant': oauth({ clientId: 'x', authFlow: 'broker' }),
  'oauth-tenant-without-scope': oauth({ clientId: 'x', tenantId: guid }),
};

for (const [code, entry] of Object.entries(entries)) {
  test(`a finding says ${code} of a managed entry in the words of its flaw`, () => {
    const isFromBootstrap = code === 'local-from-bootstrap';
    const minimumVersion = isFromBootstrap || code === 'newer-server' ? '1.15000.0' : '1.46388.4';
    const path = isFromBootstrap ? 'bootstrap-response.json' : 'policy.json';
    const text = JSON.stringify({ managedMcpServers: [{ ...http, name: 'wiki' }, entry] });
    const found = lintFiles({ [path]: text }, { target: { minimumVersion, date, hosts: ['desktop-3p'] }, levels: {} });
    const document = workspaceOf({ [path]: text }).get(`${base}/${path}`);
    const [, node] = itemsOf(nodeAt(document && parse(document).root, ['managedMcpServers']));
    const flaws = node ? entryFlaws(node, { minimumVersion, date, isFromBootstrap }) : [];
    expectSaid(flaws.filter((flaw) => flaw.code === code).map(flawSentence), found);
  });
}

const keys: Readonly<Record<KeyFlaw['code'], readonly unknown[]>> = {
  'every-entry-dropped': ['x'],
  'duplicate-name': [http, http],
};

for (const [code, list] of Object.entries(keys)) {
  test(`a finding says ${code} of all managed entries in the words of its flaw`, () => {
    const files = { 'policy.json': JSON.stringify({ managedMcpServers: list }) };
    const target = { minimumVersion: '1.46388.4', date, hosts: ['desktop-3p'] } as const;
    const node = nodeOf(list);
    assert.equal(node?.type, 'array');
    const [flaw] = node?.type === 'array' ? readManagedKey(node, { ...target, isFromBootstrap: false }).flaws : [];
    assert.equal(flaw?.code, code);
    const messages = lintFiles(files, { target, levels: {} }).map(({ message }) => message);
    assert.ok(flaw && messages.some((message) => message.includes(keyFlawSentence(flaw))), messages.join('\n'));
  });
}

type ServerCode = ReturnType<typeof serverFlaws>[number]['code'];
const url = 'https://a.example.com';
const servers: Readonly<Record<ServerCode, unknown>> = {
  'not-an-object': 'x',
  'nothing-to-reach': { env: {} },
  'untyped-url': { url },
  'transport-as-type': { transport: 'http', url },
  'url-elsewhere': { type: 'http', serverUrl: url },
  'unknown-type': { type: 'grpc', url },
  'type-of-claude-code': { type: 'ws', url: 'wss://a.example.com' },
  'missing-field': { type: 'http' },
  'wrong-value': { type: 'stdio', command: 'npx', args: [1] },
  'relative-url': { type: 'http', url: 'a.example.com' },
  'bad-port': { type: 'http', url: 'https://a.example.com:99999' },
  'oauth-boolean': { type: 'http', url, oauth: true },
  'user-config': { command: 'npx', args: ['${user_config.team}'] },
  'undeclared-option': { type: 'http', url: 'https://${user_config.zone}/x' },
  'option-with-default': { type: 'http', url: 'https://${user_config.team:-a}/x' },
  'option-in-helper': { type: 'http', url, headersHelper: '/opt/h ${user_config.team}' },
  'ignored-transport': { command: 'npx', transport: 'stdio' },
};

for (const [code, server] of Object.entries(servers)) {
  test(`a finding says ${code} of a plugin's server in the words of its flaw`, () => {
    const path = 'org-plugins/pilot/.mcp.json';
    const userConfig = { team: { type: 'string', title: 'Team', description: 'The team' } };
    const files = {
      'org-plugins/pilot/.claude-plugin/plugin.json': JSON.stringify({ name: 'pilot', userConfig }),
      [path]: JSON.stringify({ mcpServers: { a: server } }),
    };
    const host = code === 'user-config' || code === 'type-of-claude-code' ? 'desktop-3p' : 'claude-code';
    const found = lintFiles(files, { target: { minimumVersion: '1.46388.4', date, hosts: [host] }, levels: {} });
    const document = workspaceOf(files).get(`${base}/${path}`);
    const [entry] = propertiesOf(nodeAt(document && parse(document).root, ['mcpServers']));
    const context: ServerContext = { options: new Set(['team']) };
    const flaws = serverFlaws(entry?.valueNode, context).filter((flaw) => flaw.code === code);
    expectSaid(flaws.map(serverFlawOpening), found);
  });
}

const forClaudeCode = { target: { minimumVersion: '1.46388.4', date, hosts: ['claude-code'] }, levels: {} } as const;
const about = { name: 'pilot', version: '1.0.0', description: 'Reviews', author: { name: 'Harbour' } };
const team = { type: 'string', title: 'Team', description: 'The team' };
const goServer = { command: 'gopls', extensionToLanguage: { '.go': 'go' } };
const log = { name: 'log', command: 'tail -f log', description: 'The log' };

/** Manifests that have a flaw; several if its sentence depends on more than the code. */
const manifests: Readonly<Record<ManifestFlawCode, readonly Readonly<Record<string, unknown>>[]>> = {
  form: [{ displayName: 3 }, { author: {} }],
  name: [{ name: 'my pilot' }, { name: 'pi\u202elot' }, { name: 'claude' }],
  homepage: [{ homepage: 'a.example.com' }, { homepage: '' }],
  'version-range': [{ engines: { 'claude-code': 'new' } }],
  path: [...['', '/more', '../more', 'more', './m*'].map((skills) => ({ skills })), { hooks: './a.json/' }],
  'option-name': [{ userConfig: { 'my team': team } }],
  'option-choices': [
    { type: 'number', options: ['1'], required: true },
    { options: ['a'], required: true, multiple: true },
    { options: ['a'], required: true, sensitive: true },
    { options: ['a'] },
    { options: ['a'], default: 'b' },
    ...[[''], ['a\nb'], [' a'], ['a'.repeat(65)], ['a', 'A']].map((options) => ({ options, required: true })),
  ].map((fields) => ({ userConfig: { team: { ...team, ...fields } } })),
  'option-key': [{ userConfig: { team: { ...team, sensitiv: true } } }],
  'channel-key': [{ channels: [{ server: 'crm', port: 1 }] }],
  dependency: [{ dependencies: ['../notes'] }, { dependencies: [{ name: 'notes@shop' }] }],
  'command-twice': [{ commands: { a: { source: './a.md', content: 'A' } } }],
  'command-without-text': [{ commands: { a: {} } }, { commands: { a: { content: '' } } }],
  wrapped: [{ mcpServers: { mcpServers: { a: http } } }],
  server: [{ mcpServers: { a: { url } } }],
  'language-server': [{ lspServers: { go: { ...goServer, command: 'gopls serve' } } }],
  monitor: [{ experimental: { monitors: [log, log] } }],
};

for (const [code, examples] of Object.entries(manifests)) {
  test(`a finding says ${code} of a manifest in the words of its flaw`, () => {
    for (const example of examples) {
      const path = 'sources/pilot/.claude-plugin/plugin.json';
      const files = { [path]: JSON.stringify({ ...about, ...example }) };
      const found = lintFiles(files, forClaudeCode);
      const document = workspaceOf(files).get(`${base}/${path}`);
      const forms = document ? schemaErrorsOf(document) : [];
      const flaws = manifestFlaws(document && parse(document).root, forms).filter((flaw) => flaw.code === code);
      expectSaid(flaws.map(ownOpening), found);
    }
  });
}

/** A note names the server; the finding is on it. */
const ownOpening = (flaw: ManifestFlaw): string => {
  if (flaw.code === 'server') return serverFlawOpening(flaw.flaw);
  return flaw.code === 'language-server' ? languageServerFlawOpening(flaw.flaw) : manifestFlawOpening(flaw);
};

const languageServers: Readonly<Record<LanguageServerFlaw['code'], unknown>> = {
  'unknown-key': { ...goServer, rootPatterns: ['a'] },
  'extension-without-dot': { ...goServer, extensionToLanguage: { go: 'go' } },
  'no-extension': { ...goServer, extensionToLanguage: {} },
  'no-language': { ...goServer, extensionToLanguage: { '.go': '' } },
  'arguments-in-command': { ...goServer, command: 'gopls serve' },
};

for (const [code, server] of Object.entries(languageServers)) {
  test(`a finding says ${code} of a language server in the words of its flaw, wherever the server is`, () => {
    const flaws = [...languageServerFlaws(nodeOf(server))].filter((flaw) => flaw.code === code);
    for (const files of [{ '.lsp.json': { go: server } }, { lspServers: { go: server } }])
      expectSaid(flaws.map(languageServerFlawOpening), lintFiles(pluginWith(files), forClaudeCode));
  });
}

const monitors: Readonly<Record<MonitorFlaw['code'], readonly unknown[]>> = {
  'unknown-key': [{ ...log, every: 5 }],
  'same-name': [log, log],
};

for (const [code, list] of Object.entries(monitors)) {
  test(`a finding says ${code} of a monitor in the words of its flaw, wherever the monitor is`, () => {
    const flaws = [...monitorFlaws(nodeOf(list))].filter((flaw) => flaw.code === code);
    for (const files of [{ 'monitors/monitors.json': list }, { experimental: { monitors: list } }])
      expectSaid(flaws.map(monitorFlawOpening), lintFiles(pluginWith(files), forClaudeCode));
  });
}

const names: Readonly<Record<NameProblem, string>> = {
  blank: 'my pilot',
  invisible: 'pi\u202elot',
  reserved: 'claude',
};

for (const [problem, name] of Object.entries(names)) {
  test(`a manifest and the entry of a marketplace say ${problem} of a name in the same words`, () => {
    const of = nameProblem(name);
    assert.equal(of, problem);
    const entry = { name, source: { source: 'github', repo: 'harbour/pilot' }, description: 'Reviews' };
    const marketplace = { name: 'shop', owner: { name: 'Harbour' }, plugins: [entry] };
    const sentences = of ? [capitalised(nameSentence(of, name))] : [];
    expectSaid(sentences, lintFiles(pluginWith({ name }), forClaudeCode));
    expectSaid(sentences, lintFiles({ '.claude-plugin/marketplace.json': JSON.stringify(marketplace) }, forClaudeCode));
  });
}

const nodeOf = (value: unknown) => json.parse(JSON.stringify(value)).root;

/** Returns a plugin with its own files, or with keys in its manifest. */
function pluginWith(parts: Readonly<Record<string, unknown>>): Record<string, string> {
  const isFile = (name: string) => name.endsWith('.json');
  const own = Object.entries(parts);
  const keys = Object.fromEntries(own.filter(([name]) => !isFile(name)));
  const files = own.flatMap(([name, value]) =>
    isFile(name) ? [[`sources/pilot/${name}`, JSON.stringify(value)] as const] : [],
  );
  return {
    'sources/pilot/.claude-plugin/plugin.json': JSON.stringify({ ...about, ...keys }),
    ...Object.fromEntries(files),
  };
}

function expectSaid(sentences: readonly string[], found: readonly { readonly message: string }[]): void {
  assert.ok(sentences.length > 0, 'the example does not have the flaw');
  const messages = found.map(({ message }) => message);
  for (const sentence of sentences)
    assert.ok(
      messages.some((message) => message.startsWith(sentence)),
      `${sentence}\n${messages.join('\n')}`,
    );
}
