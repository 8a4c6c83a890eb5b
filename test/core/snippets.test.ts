import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { plainText } from '../../server/core/base/snippet.ts';
import { lintFiles } from '../support/lint.ts';
import { root } from '../support/root.ts';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const read = (file: string): Snippet[] =>
  Object.values(JSON.parse(fs.readFileSync(path.join(root, 'snippets', file), 'utf8')));

/** Returns what a snippet inserts if every tab stop is left as it is; the editor's own variables have invented values. */
function expand({ body }: Snippet, names: Readonly<Record<string, () => string>>): string {
  let text = body.join('\n');
  for (let at = text.search(/\$\{[A-Z]/); at >= 0; at = text.search(/\$\{[A-Z]/)) {
    // An escaped variable is literal text.
    if (text[at - 1] === '\\') {
      text = `${text.slice(0, at - 1)}\uE000${text.slice(at + 1)}`;
      continue;
    }
    let depth = 0;
    let end = at;
    do {
      if (text[end] === '{') depth++;
      if (text[end] === '}') depth--;
      end++;
    } while (end < text.length && (depth > 0 || end < at + 2));
    const name = /[A-Z_]+/.exec(text.slice(at))?.[0] ?? '';
    const value = names[name];
    assert.ok(value, `the editor knows no ${name}`);
    text = text.slice(0, at) + value() + text.slice(end);
  }
  return plainText(text.replaceAll('\uE000', '\\$')).trimEnd().concat('\n');
}

const manifest = { '.claude-plugin/plugin.json': '{ "name": "review" }' };
const script = '#!/bin/sh\n';

/** Where each snippet belongs, which files it needs, and how a fragment becomes a complete file. */
const places: Readonly<
  Record<
    string,
    { readonly file: string; readonly beside?: Record<string, string>; readonly whole?: (part: string) => string }
  >
> = {
  'json plugboard-policy': { file: 'policy.json' },
  'json plugboard-managed-server': { file: 'policy.json', whole: (part) => `{ "managedMcpServers": [${part}] }` },
  'json plugboard-mcp': { file: '.mcp.json', beside: manifest },
  'json plugboard-mcp-program': {
    file: '.mcp.json',
    beside: { ...manifest, 'servers/review.js': '' },
    whole: (part) => `{ "mcpServers": { ${part} } }`,
  },
  'json plugboard-plugin': { file: '.claude-plugin/plugin.json', beside: { 'skills/review/SKILL.md': skill() } },
  'json plugboard-hooks': { file: 'hooks/hooks.json', beside: { ...manifest, 'scripts/check.sh': script } },
  'json plugboard-hook': {
    file: 'hooks/hooks.json',
    beside: { ...manifest, 'scripts/check.sh': script },
    whole: (part) => `{ "hooks": { ${part} } }`,
  },
  'json plugboard-marketplace': {
    file: '.claude-plugin/marketplace.json',
    beside: { 'plugins/review/.claude-plugin/plugin.json': '{ "name": "review" }' },
  },
  'json plugboard-lsp': { file: '.lsp.json', beside: manifest },
  'json plugboard-monitors': {
    file: 'monitors/monitors.json',
    beside: { ...manifest, 'scripts/watch.sh': script, 'skills/review/SKILL.md': skill() },
  },
  'json plugboard-version': { file: 'version.json', beside: manifest },
  'json plugboard-extension': { file: 'manifest.json', beside: { 'server/index.js': '' } },
  'markdown plugboard-skill': { file: 'skills/review/SKILL.md', beside: manifest },
  'markdown plugboard-agent': { file: 'agents/review.md', beside: manifest },
  'markdown plugboard-command': { file: 'commands/review.md', beside: manifest },
  'markdown plugboard-output-style': { file: 'output-styles/review.md', beside: manifest },
  'reg plugboard-policy': { file: 'claude.reg' },
  'xml plugboard-profile': { file: 'claude.mobileconfig' },
};

function skill(): string {
  return '---\nname: review\ndescription: Reviews a change. Use when a change is ready.\n---\n\n# Review\n\nRead it.\n';
}

for (const language of ['json', 'markdown', 'reg', 'xml']) {
  for (const snippet of read(`${language}.json`)) {
    test(`the snippet ${snippet.prefix} for ${language} has no findings`, () => {
      const place = places[`${language} ${snippet.prefix}`];
      assert.ok(place, 'the test knows where it belongs');
      const folder = 'org-plugins/review';
      const names = { TM_DIRECTORY: () => 'review', TM_FILENAME_BASE: () => 'review', UUID: () => randomUUID() };
      const text = expand(snippet, names);
      const files = { ...place.beside, [place.file]: place.whole?.(text) ?? text };
      const isOfPlugin = place.beside !== undefined && !/manifest|marketplace/.test(place.file);
      const traits = Object.fromEntries(Object.keys(files).map((file) => [`${folder}/${file}`, { executable: true }]));
      const placed = Object.fromEntries(
        Object.entries(files).map(([file, text]) => [isOfPlugin ? `${folder}/${file}` : file, text]),
      );
      const found = lintFiles(placed, undefined, undefined, traits);
      assert.deepEqual(
        found.map(({ rule, message }) => `${rule}: ${message}`),
        [],
        text,
      );
    });
  }
}
