// The minimum work of any checker: walks a folder, reads its files, and parses each with a bare parser.
import fs from 'node:fs';
import path from 'node:path';
import { parseTree } from 'jsonc-parser';
import { parseDocument } from 'yaml';

const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---/;
const wanted = /(^|\/)(SKILL\.md|(agents|commands)\/[^/]+\.md|[^/]+\.json)$/;
let files = 0;

function walk(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git') walk(file);
    else if (entry.isFile() && wanted.test(file)) parse(file);
  }
}

function parse(file) {
  const text = fs.readFileSync(file, 'utf8');
  files++;
  if (file.endsWith('.json')) parseTree(text);
  else parseDocument(frontMatter.exec(text)?.[1] ?? '');
}

walk(path.resolve(process.argv[2] ?? '.'));
console.log(`${files} files`);
