// Builds, and packs the extension and the npm package into the folder `packages`. Fails if one is larger than users should download.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { packExtension, packForNpm } from './pack.mjs';

/** In bytes. The npm package also has the command line and the library. */
const limits = { '.vsix': 1_200_000, '.tgz': 1_300_000 };
const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'packages');

await import('./build.mjs');
fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder);
const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const files = [await packExtension(root, path.join(folder, `${name}-${version}.vsix`)), await packForNpm(root, folder)];
for (const file of files) {
  const bytes = fs.readFileSync(file);
  const digest = createHash('sha256').update(bytes).digest('hex');
  console.log(`${path.relative(root, file)}  ${bytes.length} bytes  sha256 ${digest}`);
  const limit = limits[path.extname(file)];
  if (bytes.length > limit) {
    console.error(`${path.basename(file)} is larger than ${limit} bytes`);
    process.exitCode = 1;
  }
}
