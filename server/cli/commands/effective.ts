import {
  caseInput,
  caseSyntax,
  casesOf,
  child,
  effective,
  stringOf,
  type Target,
  toContract,
  toPlaced,
} from '../../core/index.ts';
import { jsonText } from '../../core/writers/printable.ts';
import { evaluatedWords } from '../../sides/sources.ts';
import { commonHelp, oneOf, readArgs, targetOf } from '../args.ts';
import { type DeviceSources, deviceOptions, readDevice, readParsed, severalNames, unknownNames } from '../device.ts';
import { withFleet } from '../fleets.ts';
import { existing, namedTexts, readText, settingsAt, shownPath } from '../opened.ts';
import { markdown } from '../output/effectiveMarkdown.ts';
import { text } from '../output/effectiveText.ts';
import { complain, type Paint, paintFor, withoutCommands } from '../terminal.ts';
import { UsageError } from '../usage.ts';

export const help = `Usage: plugboard effective [PATH] [options]

Prints what is in force: a summary, what Claude can reach (tabs, network, sandbox, folders, who may add code, who approves, data
that leaves the device), which tools it has, what each may do, and the line that decided. The policy, the folder of plugins and
the user configuration are looked for in PATH (default: the current folder), unless an option names them; "none" means that the
device has none.

  --policy FILE            a policy; FILE, none, or hklm=FILE, hkcu=FILE, machine=FILE, user=FILE, bootstrap=FILE, local=FILE
  --org-plugins DIR        the folder of plugins, or none
  --user-config FILE       claude_desktop_config.json, or none
  --tools FILE             the tools of each server: { "server": ["tool"] } (default: .plugboard.tools.json)
  --surface SURFACE        cowork, code or chat; can be given several times (default: all)
  --installed NAME         a plugin that the user has installed; can be given several times
  --uninstalled NAME       a plugin that the user has removed; can be given several times
  --extensions FILE        desktop extensions: [{ "name", "signed", "bundledIn" }]
  --claude-code-managed FILE  managed-mcp.json or managed-settings.json of Claude Code
  --platform PLATFORM      macos, windows or linux
  --fleet NAME             the options of a fleet in .plugboard.json; other options take precedence
  --case FILE              everything from one JSON file
  --id ID                  one case of that file (default: all)
  --format FORMAT          text, json or markdown (default: text)
  --all                    in text: every tool in a row of its own, and every line on reach
${commonHelp}

Exit code 2: something that may change the answer could not be read; standard error names it.`;

type Format = 'text' | 'json' | 'markdown';

export async function run(args: readonly string[]): Promise<number> {
  const own = {
    ...deviceOptions,
    fleet: { type: 'string' },
    case: { type: 'string' },
    id: { type: 'string' },
    all: { type: 'boolean' },
  } as const;
  const { values, positionals } = readArgs(severalNames(args), own);
  const format = oneOf<Format>('--format', values.format ?? 'text', ['text', 'json', 'markdown']);
  if (positionals.length > 1) throw new UsageError('name one folder, or none for the current one');
  const view: View = { format, paint: paintFor(values['no-color'] ?? false), isWhole: values.all ?? false };
  if (values.case === undefined) {
    const folder = positionals[0] ?? '.';
    const device = withFleet(values, settingsAt(existing(folder)));
    const sources = await readDevice(device, folder);
    const notes = [...sources.notes, ...unknownNames(device, sources)];
    process.stdout.write(`${render(sources, view)}\n`);
    for (const note of notes) complain(note);
    return sources.isIncomplete ? 2 : 0;
  }
  const cases = readCases(values.case, values.id, targetOf(values, {}));
  const [first, ...others] = cases;
  const output =
    first && others.length === 0
      ? render(first.sources, view)
      : format === 'json'
        ? jsonText(cases.map(({ id, sources }) => ({ id, ...contract(sources) })))
        : cases.map(({ id, sources }) => `# ${id}\n\n${render(sources, view)}`).join('\n\n');
  process.stdout.write(`${output}\n`);
  return 0;
}

type Evaluated = Pick<DeviceSources, 'input' | 'text'> & Partial<Pick<DeviceSources, 'sources'>>;

const contract = (evaluated: Evaluated) => ({
  ...toContract(effective(evaluated.input), namedTexts(evaluated.text)),
  ...(evaluated.sources && { sources: namesOf(evaluated.sources) }),
});

/** The sources as other tools read them: file names, and null for what the device does not have. */
const namesOf = ({ policies, orgPlugins, userConfig }: DeviceSources['sources']) => ({
  policies: policies.map(({ uri, role }) => ({ file: shownPath(uri), role })),
  orgPlugins: orgPlugins === undefined ? null : shownPath(orgPlugins),
  userConfig: userConfig === undefined ? null : shownPath(userConfig),
});

/** How a result is printed. */
interface View {
  readonly format: Format;
  readonly paint: Paint;
  readonly isWhole: boolean;
}

function render(sources: Evaluated, { format, paint, isWhole }: View): string {
  if (format === 'json') return jsonText(contract(sources));
  const answer = toPlaced(effective(sources.input), namedTexts(sources.text));
  const evaluated = sources.sources && evaluatedWords(sources.sources, shownPath);
  return format === 'markdown'
    ? markdown(answer, evaluated)
    : withoutCommands(text(answer, paint, { evaluated, isWhole }));
}

/** Returns the cases of a file, or the one named `id`. */
function readCases(name: string, id: string | undefined, target: Target) {
  const uri = existing(name);
  const content = readText(uri);
  const { root } = readParsed(uri, content, caseSyntax);
  const all = casesOf(root).map((node, i) => ({ id: stringOf(child(node, 'id')) ?? String(i + 1), node }));
  const chosen = all.filter((each) => id === undefined || each.id === id);
  if (chosen.length === 0)
    throw new UsageError(`${shownPath(uri)} contains no case${id === undefined ? '' : ` '${id}'`}`);
  return chosen.map((each) => ({
    id: each.id,
    sources: { input: caseInput(uri, each.node, target), text: () => content },
  }));
}
