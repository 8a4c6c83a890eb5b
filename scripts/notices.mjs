// Writes the licences of all packages whose code is in the bundles.
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const licenceName = /^(licen[cs]e|copying|notice)([-.].*)?$/i;
/** Notices of code that is part of another package’s own bundle, where no licence text of it is. */
const embedded = {
  'node_modules/vscode-uri': `path-browserify 1.0.1 (MIT)

Copyright (c) 2013 James Halliday

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH
THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`,
};

/** Returns the folders of the packages that `metafiles` of esbuild bundle, relative to the root. */
export function bundledPackages(metafiles) {
  const outputs = metafiles.flatMap(({ outputs }) => Object.values(outputs));
  const inputs = outputs.flatMap(({ inputs }) => Object.entries(inputs));
  const folders = inputs.flatMap(([input, { bytesInOutput }]) => {
    const [folder] = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input) ?? [];
    return folder && bytesInOutput > 0 ? [folder] : [];
  });
  return [...new Set(folders)].sort();
}

/** Returns the licence that some packages have only in their README, under a heading. */
function licenceIn(readme) {
  const [, text] = /^#+ *licen[cs]e *$([\s\S]+?)(?=^#|$(?![\s\S]))/im.exec(readme) ?? [];
  return text?.includes('Permission is hereby granted') ? [text.trim()] : [];
}

/** Returns name, version, licence and licence texts of a package. Throws if it has no licence text. */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
  const read = (file) => fs.readFileSync(path.join(root, folder, file), 'utf8').trim();
  const names = fs.readdirSync(path.join(root, folder));
  const files = names.filter((file) => licenceName.test(file));
  const texts =
    files.length > 0 ? files.sort().map(read) : names.includes('README.md') ? licenceIn(read('README.md')) : [];
  if (!license || texts.length === 0) throw new Error(`${name} ${version} is bundled, but has no licence text`);
  return `${name} ${version} (${license})\n\n${texts.join('\n\n').replaceAll('\r\n', '\n')}\n`;
}

/** Writes the notices of the packages that `metafiles` of esbuild bundle to `file`. */
export function writeNotices(metafiles, file) {
  const folders = bundledPackages(metafiles);
  const notices = [...new Set(folders.flatMap((folder) => [noticeOf(folder), embedded[folder] ?? []].flat()))].sort();
  const line = `${'-'.repeat(80)}\n`;
  const head = 'Plugboard contains code of the packages below. Each is followed by its licence.\n\n';
  fs.writeFileSync(file, head + notices.map((notice) => `${line}${notice}\n`).join(''));
}
