import fs from 'node:fs';
import path from 'node:path';
import { fileUri, pathIn } from '../../../server/core/base/uri.ts';
import { kinds } from '../../../server/core/kinds/index.ts';
import { Workspace } from '../../../server/core/workspace/workspace.ts';
import { scan } from '../../../server/disk/files.ts';
import { formatSamples } from '../formats.ts';
import { examplesOf, filesOf } from '../page.ts';
import { root } from '../root.ts';
import { samples } from '../samples.ts';

/** An initial text, and the files around it. */
export interface Seed {
  readonly path: string;
  readonly text: string;
  /** By path, without the file itself. */
  readonly around: Readonly<Record<string, string>>;
}

/** Returns each file of a workspace with the others around it. */
const seedsOf = (files: Readonly<Record<string, string>>): Seed[] =>
  Object.entries(files).map(([path, text]) => {
    const { [path]: _, ...around } = files;
    return { path, text, around };
  });

/** Returns the examples of all rule pages. */
function pages(): Seed[] {
  const folder = path.join(root, 'server/core/kinds');
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /[\\/]rules[\\/].*\.md$/.test(name))
    .sort()
    .flatMap((name) => examplesOf(fs.readFileSync(path.join(folder, name), 'utf8')))
    .flatMap((example) => seedsOf(filesOf(example)));
}

/** Returns the documents of a real folder, each without the others, since the folder may be large. */
async function documentsIn(folder: string): Promise<Seed[]> {
  const workspace = new Workspace(kinds);
  const uri = fileUri(path.resolve(folder));
  await scan([uri], workspace);
  return [...workspace.all()]
    .map((document) => ({ path: pathIn(uri, document.uri) ?? '', text: document.text, around: {} }))
    .filter(({ path, text }) => path !== '' && text.length <= largest)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Longer texts of a folder would take as much time as many others. */
const largest = 20_000;

/** Returns the project's own texts, and those of `folders`, in groups that are drawn equally often: one for each kind of document. */
export async function seedGroups(folders: readonly string[] = []): Promise<ReadonlyMap<string, readonly Seed[]>> {
  const own = { ...samples, ...formatSamples };
  const places = [path.join(root, 'sample'), path.join(root, 'test/fixtures/workspace'), ...folders];
  const fromFolders = (await Promise.all(places.map(documentsIn))).flat();
  const alone = Object.entries(own).map(([path, text]): Seed => ({ path, text, around: {} }));
  const groups = new Map<string, Seed[]>();
  for (const seed of [...alone, ...seedsOf(samples), ...pages(), ...fromFolders]) {
    const uri = `file:///w/${seed.path}`;
    const syntax = /\.(\w+)$/.exec(seed.path)?.[1] ?? '';
    const workspace = new Workspace(kinds);
    const kind = workspace.set(uri, seed.text)?.kind.id ?? 'none';
    const key = `${kind}.${syntax}`;
    groups.set(key, [...(groups.get(key) ?? []), seed]);
  }
  return groups;
}
