import {
  type Document,
  type Fleet,
  fleetOf,
  fsPath,
  parentOf,
  type TextRange,
  testPlan,
  verdictsOf,
} from '../../core/index.ts';
import { evaluatedWords } from '../../sides/sources.ts';
import { commonHelp, oneOf, readArgs } from '../args.ts';
import { type DeviceSources, readDevice, readParsed, unknownNames, type Values } from '../device.ts';
import { withFleet } from '../fleets.ts';
import { existing, openPaths, settingsAt, settingsFiles, shownPath } from '../opened.ts';
import { testGithub, testJson, testJunit } from '../output/testFormats.ts';
import { allTests, type FileTests, type FleetTests, type Place, placesOf, testedOf } from '../output/testReport.ts';
import { testText } from '../output/testText.ts';
import { complain, paintFor, withoutCommands } from '../terminal.ts';
import { UsageError } from '../usage.ts';

export const help = `Usage: plugboard test [PATH…] [options]

Tests what must hold. The expectations are in files called *.expect.json in PATH (default: the current folder); they are tested for
every fleet of .plugboard.json, or for the files that plugboard effective finds if it has none.

  --fleet NAME             test only this fleet; can be given several times
  --strict                 fail also where the app’s documentation does not say enough to be certain
  --format FORMAT          text, json, junit or github (default: text)
${commonHelp}

Exit code 1: an expectation does not hold. Exit code 2: a file could not be read, an entry is not an expectation, or there is
nothing to test.`;

const options = { fleet: { type: 'string', multiple: true }, strict: { type: 'boolean' } } as const;
type Options = Values & { readonly fleet?: string[] | undefined };

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(args, options);
  const format = oneOf('--format', values.format ?? 'text', ['text', 'json', 'junit', 'github']);
  const uris = (positionals.length > 0 ? positionals : ['.']).map(existing);
  const { workspace, asked, unreadable } = await openPaths(uris, settingsAt(uris[0] ?? ''));
  const documents = [...workspace.all()].filter(({ uri, kind }) => kind.id === 'expectations' && asked(uri));
  if (documents.length === 0)
    throw new UsageError(`${positionals.join(', ') || 'this folder'} contains no file of expectations (*.expect.json)`);
  const evaluate = remembered(values);
  const complaints = unreadable.map(({ uri, reason }) => `${shownPath(uri)} ${reason}`);
  const files: FileTests[] = [];
  for (const document of documents) {
    const { tests, notes } = await testFile(document, values.fleet, evaluate);
    files.push(tests);
    complaints.push(...notes);
  }
  const strict = values.strict ?? false;
  const output = {
    text: () => withoutCommands(testText(files, paintFor(values['no-color'] ?? false))),
    json: () => testJson(files),
    junit: () => testJunit(files, strict),
    github: () => testGithub(files, strict),
  }[format]();
  if (output !== '') process.stdout.write(`${output}\n`);
  for (const complaint of new Set(complaints)) complain(complaint);
  if (complaints.length > 0) return 2;
  return allTests(files).some(({ outcome }) => outcome === 'missed' || (strict && outcome === 'unsure')) ? 1 : 0;
}

/** A fleet that was read, and what is in force on it. */
interface EvaluatedFleet extends Pick<DeviceSources, 'sources' | 'input' | 'text'> {
  readonly judged: Fleet;
  /** What could not be read, and what options name in vain, a sentence each. */
  readonly notes: readonly string[];
  readonly isIncomplete: boolean;
}
type Evaluate = (folder: string, fleet: string | undefined) => Promise<EvaluatedFleet>;

/** Evaluates each fleet once, although several files may be tested for it. */
function remembered(options: Options): Evaluate {
  const known = new Map<string, Promise<EvaluatedFleet>>();
  const read = async (folder: string, fleet: string | undefined): Promise<EvaluatedFleet> => {
    const values = withFleet({ ...options, fleet }, settingsAt(existing(folder)));
    const device = await readDevice(values, folder);
    const { input } = device;
    return {
      ...device,
      judged: fleetOf(input),
      notes: [...device.notes, ...unknownNames(values, device)],
    };
  };
  return (folder, fleet) => {
    const key = JSON.stringify([folder, fleet]);
    const found = known.get(key) ?? read(folder, fleet);
    known.set(key, found);
    return found;
  };
}

/** Tests the expectations of one file for the fleets of the nearest `.plugboard.json`, or of its folder. */
async function testFile(
  document: Document,
  wanted: readonly string[] | undefined,
  evaluate: Evaluate,
): Promise<{ tests: FileTests; notes: readonly string[] }> {
  const file = shownPath(document.uri);
  const here = parentOf(document.uri);
  const [settingsFile] = settingsFiles(here);
  const folder = settingsFile === undefined ? fsPath(here) : fsPath(parentOf(existing(settingsFile)));
  const names = Object.keys(settingsAt(here).fleets ?? {});
  const plan = testPlan(readParsed(document.uri, document.text, document.kind.syntax).root, names, wanted);
  const own = placesOf((uri) => (uri === document.uri ? document.text : undefined));
  const at = (range: TextRange): Place => own({ uri: document.uri, range }) ?? { file, line: 1, column: 1 };
  const notes = plan.untested.map(({ range, message }) => `${file}:${at(range).line} ${message}`);
  if (plan.isEmpty) notes.push(`${file} contains no expectations`);
  const fleets: FleetTests[] = [];
  for (const { fleet, expectations } of plan.fleets) {
    const { sources, input, text, judged, notes: unread, isIncomplete } = await evaluate(folder, fleet);
    const placeOf = placesOf(text);
    fleets.push({
      fleet: fleet ?? null,
      evaluated: evaluatedWords(sources, shownPath),
      minimumVersion: input.target.minimumVersion,
      tests: verdictsOf(expectations, judged).map((each) => testedOf(each, at(each.expectation.range), placeOf)),
    });
    if (isIncomplete) notes.push(...unread);
    else for (const note of unread) complain(note);
  }
  return { tests: { file, fleets }, notes };
}
