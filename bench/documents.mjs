// The open documents of the language server during a measurement: those of a folder, plus generated ones.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const wanted = /(^|\/)(SKILL\.md|(agents|commands)\/[^/]+\.md|\.mcp\.json|hooks\.json|plugin\.json|version\.json)$/;

const made = (i) => ({
  '.claude-plugin/plugin.json': `{ "name": "made-${i}", "version": "1.0.${i}", "description": "Number ${i}." }\n`,
  '.mcp.json': `{ "mcpServers": { "server-${i}": { "type": "http", "url": "https://s${i}.example.com/mcp" } } }\n`,
  'skills/work/SKILL.md': `---\nname: work\ndescription: Does the work of plugin ${i}. Use when it is named.\n---\n# Work\n`,
  'agents/helper.md': `---\nname: helper-${i}\ndescription: Helps with number ${i}.\ntools: Read, Grep\n---\nYou help.\n`,
  'commands/go.md': `---\ndescription: Goes to number ${i}.\nallowed-tools: Read\n---\nGo to $1.\n`,
});

/** Returns at least `count` documents `{ uri, text }`; generated ones are written below `target`. */
export function documents(folder, target, count) {
  const found = [];
  for (const name of fs.readdirSync(folder, { recursive: true })) {
    const file = path.join(folder, name);
    const skip = /(^|[\\/])(node_modules|\.git)[\\/]/.test(name);
    if (skip || !wanted.test(file.replaceAll('\\', '/')) || !fs.statSync(file).isFile()) continue;
    found.push({ uri: pathToFileURL(file).href, text: fs.readFileSync(file, 'utf8') });
    if (found.length === count) return found;
  }
  for (let i = 0; found.length < count; i++) {
    for (const [name, text] of Object.entries(made(i))) {
      const file = path.join(target, 'org-plugins', `made-${i}`, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
      found.push({ uri: pathToFileURL(file).href, text });
    }
  }
  return found;
}
