import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acting, loud } from '../support/hostile/texts.ts';
import { watchedRun } from '../support/hostile/watchedProcess.ts';
import { git } from './diffHistory.ts';
import { folderOf } from './support.ts';

/** A policy and a plugin in which every text that is shown tries to be something else. */
function shouting(): Record<string, string> {
  const servers = loud.map((name) => [name, { type: 'htp', url: `https://x.example/${name}`, description: name }]);
  const managed = loud.map((name) => ({
    name,
    transport: 'http',
    url: 'https://x.example/mcp',
    toolPolicy: Object.fromEntries(loud.map((tool) => [tool, 'allow'])),
  }));
  const quoted = loud.map((text) => JSON.stringify(text)).join(', ');
  return {
    'fleet.json': JSON.stringify({
      inferenceProvider: 'anthropic',
      disabledBuiltinTools: loud,
      managedMcpServers: managed,
    }),
    'org-plugins/p/.claude-plugin/plugin.json': JSON.stringify({
      name: 'p',
      installationPreference: 'required',
      ...Object.fromEntries(loud.map((key) => [key, key])),
    }),
    'org-plugins/p/.mcp.json': JSON.stringify({ mcpServers: Object.fromEntries(servers) }),
    'org-plugins/p/agents/a.md': `---\nname: ${JSON.stringify(loud[1])}\ndescription: ${JSON.stringify(loud[4])}\ntools: [${quoted}]\n---\n`,
    'org-plugins/p/skills/s/SKILL.md': `---\nname: ${JSON.stringify(loud[0])}\n${JSON.stringify(loud[5])}: x\n---\n`,
    '.plugboard.tools.json': JSON.stringify({ x: loud.map((name) => ({ name, description: name })) }),
  };
}

/** Lines that a log of GitHub would act upon and that are not findings of ours. */
const foreignCommands = (text: string): string[] =>
  text.split('\n').filter((line) => /^\s*::/.test(line) && !/^::(error|warning|notice) file=/.test(line));

test('no output of check, effective and surfaces acts upon a terminal or a log', (t) => {
  const folder = folderOf(t, shouting());
  const formats = ['text', 'json', 'sarif', 'github'].map((format) => ['check', '--format', format]);
  const results = ['text', 'json', 'markdown'].map((format) => ['effective', '--format', format]);
  for (const args of [...formats, ...results, ['surfaces'], ['check', '--no-suppressions']]) {
    const { code, out, err, deeds } = watchedRun(t, folder, args);
    assert.ok(code !== null && out.length > 0, args.join(' '));
    assert.doesNotMatch(out + err, acting, args.join(' '));
    assert.deepEqual(foreignCommands(out + err), [], args.join(' '));
    assert.deepEqual(deeds.sockets, []);
  }
});

/** Markdown without code spans and escaped characters: what is left may act upon a page. */
const live = (markdown: string): string =>
  markdown
    .replace(/<!--.*?-->/gs, '')
    .replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '')
    .replace(/<code>[^<]*<\/code>/g, '')
    .replace(/\\./g, '');

test('no text of a file is live in the comment of a comparison, in any format', (t) => {
  const folder = folderOf(t, { 'fleet.json': '{ "inferenceProvider": "anthropic" }' });
  git(folder, 'init', '-q');
  git(folder, 'add', '-A', '-f');
  git(folder, 'commit', '-qm', 'base');
  const after = folderOf(t, shouting());
  for (const format of ['text', 'json', 'markdown']) {
    const { code, out, err } = watchedRun(t, folder, ['diff', 'HEAD', after, '--format', format]);
    assert.ok(code !== null && out.length > 0, err);
    assert.doesNotMatch(out + err, acting, format);
    assert.deepEqual(foreignCommands(out + err), [], format);
    if (format === 'markdown') assert.doesNotMatch(live(out), /<img|<script|\]\(https:\/\/evil|@octocat/);
  }
});
