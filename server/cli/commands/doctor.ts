import {
  type ClaudeCodeManaged,
  claudeCodeManaged,
  effective,
  json as jsonSyntax,
  nameOf,
  newestVersion,
  platforms,
  type Target,
  toContract,
  toPlaced,
} from '../../core/index.ts';
import { jsonText } from '../../core/writers/printable.ts';
import { commonHelp, oneOf, readArgs, targetOf } from '../args.ts';
import { type DeviceFiles, readDevice, readParsed } from '../device.ts';
import { binary, type FoundDevice, type FoundPlace, findDevice } from '../doctor/device.ts';
import { namedTexts, openPaths, policyText, shownPath } from '../opened.ts';
import { doctorMarkdown, doctorText } from '../output/doctorText.ts';
import { markdown } from '../output/effectiveMarkdown.ts';
import { text } from '../output/effectiveText.ts';
import { type Finding, reportOf } from '../output/report.ts';
import { complain, paintFor, withoutCommands } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { lintPaths } from './check.ts';

export const help = `Usage: plugboard doctor [options]

Looks at the places of this computer from which the app and Claude Code read their configuration: managed preferences, registry,
files in /etc, local configurations, the folder of org plugins. Says which source counts, what is ignored, what is wrong, and what
is in force. It only reads.

  --root DIR               a copy of a device instead of this computer: the folder that has its /, or its drive C. For Windows it
                           contains HKLM.reg and HKCU.reg, exported from SOFTWARE\\Policies\\Claude
  --platform PLATFORM      macos, windows or linux (default: this computer’s; for a copy, what its folders look like)
  --user NAME              whose settings (default: the current user; for a copy, the only one)
  --all                    list all tools
  --format FORMAT          text, json or markdown (default: text)
  --links                  Markdown with a link to each file, for reading on this computer
${commonHelp}

Exit code 1: errors. Exit code 2: a file could not be read.`;

const options = {
  root: { type: 'string' },
  platform: { type: 'string' },
  user: { type: 'string' },
  all: { type: 'boolean' },
  links: { type: 'boolean' },
} as const;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(args, options);
  if (positionals.length > 0) throw new UsageError('name a copy of a device with --root DIR');
  const format = oneOf('--format', values.format ?? 'text', ['text', 'json', 'markdown']);
  const platform = values.platform === undefined ? undefined : oneOf('--platform', values.platform, platforms);
  const device = findDevice({ root: values.root, platform, user: values.user });
  const { app } = device;
  const target = targetOf({ 'target-version': app?.version ?? newestVersion, ...values }, {});
  const {
    input,
    text: textOf,
    notes,
    isIncomplete,
  } = await readDevice(valuesOf(device), onDevice, {
    target,
    claudeCode: claudeCodeOf(device),
    tools: new Map(),
  });
  const { problems, complaints } = await check(device, target);
  const named = namedTexts(textOf);
  const result = effective(input);
  const paint = paintFor(values['no-color'] ?? false);
  const all = values.all ?? false;
  const answer = { device, problems, version: target.minimumVersion };
  const output = {
    text: () =>
      withoutCommands(
        `${doctorText(answer, paint)}\n\n${text(toPlaced(result, named), paint, { evaluated: undefined, isWhole: all })}`,
      ),
    markdown: () => `${doctorMarkdown(answer, values.links)}\n\n${markdown(toPlaced(result, named))}`,
    json: () =>
      jsonText({ ...device, places: device.places.map(placeJson), problems, effective: toContract(result, named) }),
  }[format]();
  process.stdout.write(`${output}\n`);
  const unread = device.places.filter(({ is }) => is === 'unreadable');
  for (const each of new Set([...notes, ...complaints, ...unread.map(({ path, note }) => `${path}: ${note}`)]))
    complain(each);
  if (isIncomplete || complaints.length > 0 || unread.length > 0) return 2;
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

const placeJson = ({ label, path, role, is, note }: FoundPlace) => ({
  label,
  path,
  counts: role.is !== 'ignored',
  is,
  note,
});

const there = ({ places }: FoundDevice): readonly FoundPlace[] => places.filter(({ is }) => is === 'there');

/** Returns the sources of the device as options: what it does not have is not looked for elsewhere. */
function valuesOf(device: FoundDevice) {
  const first = (role: FoundPlace['role']['is']) => there(device).find((place) => place.role.is === role)?.uri;
  const policies = there(device).flatMap(({ role, uri }) => (role.is === 'policy' ? [`${role.role}=${uri}`] : []));
  return {
    policy: policies.length === 0 ? ['none'] : policies,
    'org-plugins': first('plugins') ?? 'none',
    'user-config': first('user-config') ?? 'none',
    platform: device.platform,
  };
}

/** The files of the device are named by their URIs, and nothing else is looked for. */
const onDevice: DeviceFiles = {
  folder: 'this computer',
  top: () => undefined,
  find: async (uri) => uri,
  text: async (uri) => policyText(uri),
  open: openPaths,
  settings: () => ({}),
  mayBeEmpty: true,
};

function claudeCodeOf(device: FoundDevice): ClaudeCodeManaged {
  const trees = there(device).filter(({ role }) => role.is === 'claude-code');
  return Object.assign(
    {},
    ...trees.map(({ uri }) => claudeCodeManaged({ uri, root: readParsed(uri, policyText(uri), jsonSyntax).root })),
  );
}

/** Checks the files that count, apart from binary ones, for the app of the device. Policies are policies whatever they contain. */
async function check(
  device: FoundDevice,
  target: Target,
): Promise<{ problems: readonly Finding[]; complaints: readonly string[] }> {
  const files = there(device).filter(
    ({ role, note }) => ['policy', 'plugins', 'user-config', 'library'].includes(role.is) && note !== binary,
  );
  const policyFiles = files.flatMap(({ role, uri }) => (role.is === 'policy' ? [`**/${nameOf(uri)}`] : []));
  const checked = await lintPaths(
    files.map(({ uri }) => uri),
    { policyFiles },
    { target, levels: {} },
  );
  const { opened, failed } = checked;
  const { problems } = reportOf({ ...checked, workspace: opened.workspace });
  return {
    problems: problems.filter(({ severity }) => severity === 'error' || severity === 'warning'),
    complaints: [
      ...opened.unreadable.filter(({ isLink }) => !isLink).map(({ uri, reason }) => `${shownPath(uri)} ${reason}`),
      ...(failed.size > 0 ? [`these rules failed and found nothing: ${[...failed].join(', ')}`] : []),
    ],
  };
}
