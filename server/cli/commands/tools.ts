import fs from 'node:fs';
import os from 'node:os';
import { Lines, mergeTools } from '../../core/index.ts';
import { jsonText } from '../../core/writers/printable.ts';
import { serversIn, type WrittenServer } from '../../mcp/find.ts';
import type { Discovery } from '../../mcp/model.ts';
import { filledIn, type Planned, planOf } from '../../mcp/plan.ts';
import { commonHelp, oneOf, readArgs } from '../args.ts';
import { existing, openPaths, readText, settingsAt, shownPath } from '../opened.ts';
import { planText, toolsText } from '../output/toolsText.ts';
import { confirm, oneLine, paintFor, withoutCommands } from '../terminal.ts';
import { UsageError } from '../usage.ts';

export const help = `Usage: plugboard tools SERVER [PATH…] [options]

Asks a server which tools it has. First prints exactly what it will call or run, and asks whether to continue. No tool is called.
SERVER is looked for in the policies and plugins of PATH (default: the current folder).

  --policy FILE            look for it in this policy, in any format
  --config FILE            look for it in this .mcp.json, plugin.json or claude_desktop_config.json
  --header 'NAME: VALUE'   send this header; can be given several times
  --env NAME=VALUE         substitute \${NAME}, and set it for a program; without =VALUE it is taken from your environment
  --timeout SECONDS        time limit (default: 30)
  --yes                    do not ask
  --save FILE              write its tools to FILE, such as .plugboard.tools.json, which every check and preview then uses
  --format FORMAT          text or json (default: text)
${commonHelp}

Headers and values are used only for this call and are not stored.`;

const own = {
  policy: { type: 'string' },
  config: { type: 'string' },
  header: { type: 'string', multiple: true },
  env: { type: 'string', multiple: true },
  timeout: { type: 'string' },
  yes: { type: 'boolean' },
  save: { type: 'string' },
} as const;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(args, own);
  const [name, ...paths] = positionals;
  if (name === undefined) throw new UsageError('name the server whose tools you want: plugboard tools SERVER');
  const format = oneOf('--format', values.format ?? 'text', ['text', 'json']);
  const timeout = secondsOf(values.timeout ?? '30');
  const additions = { headers: headersOf(values.header), values: valuesOf(values.env) };
  const named = [values.policy, values.config].filter((file) => file !== undefined);
  const { server, planned } = await find(name, named.length > 0 ? named : paths);
  const isProgram = planned.template.transport === 'stdio';
  const isWritten = (variable: string) => planned.plan.needs.some((need) => need.name === variable);
  const variables = [...additions.values].filter(([variable]) => isProgram && !isWritten(variable));
  const env = Object.fromEntries(variables);
  const ready = filledIn(planned, { ...additions, env });
  const paint = paintFor(values['no-color'] ?? false);
  const say = (text: string) => process.stderr.write(`${text}\n`);
  say(planText(planned.plan, { ...additions, env }, shownPath(server.uri), paint));
  const [missing] = ready.missing;
  if (missing)
    throw new UsageError(
      `${name} needs a value for ${missing.name}: --env '${missing.name}=…', or --env ${missing.name} to take it from your environment`,
    );
  if (!values.yes && !(await agreed())) {
    say('Cancelled; nothing was called or run.');
    return 1;
  }
  const answer = await ask(ready, timeout * 1000, say);
  if (format === 'json') process.stdout.write(`${jsonText(answer)}\n`);
  if (!answer.ok) {
    if (format === 'text') say(`${paint('red', 'error')}  ${oneLine(answer.message)}${detailOf(answer.detail)}`);
    return 1;
  }
  if (format === 'text') process.stdout.write(`${withoutCommands(toolsText(answer, paint))}\n`);
  if (values.save !== undefined) save(values.save, name, answer.tools, say);
  return 0;
}

/** Returns the raw error output, for debugging. */
const detailOf = (detail: string): string =>
  detail === ''
    ? ''
    : detail
        .split('\n')
        .map((line) => `\n       ${oneLine(line)}`)
        .join('');

async function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY)
    throw new UsageError('there is no terminal to ask for confirmation: review what will be done, and add --yes');
  return confirm('Continue? [y/N] ');
}

async function ask(
  { server, secrets }: ReturnType<typeof filledIn>,
  timeout: number,
  say: (text: string) => void,
): Promise<Discovery> {
  const { discover } = await import('../../mcp/discover.ts');
  const cancel = new AbortController();
  const end = () => cancel.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  const progress = (message: string) => {
    if (process.stderr.isTTY) say(`${message} …`);
  };
  try {
    return await discover(server, { timeout, secrets, signal: cancel.signal, progress });
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, end);
  }
}

/** Returns the single server of that name in these files and folders. */
async function find(name: string, paths: readonly string[]): Promise<{ server: WrittenServer; planned: Planned }> {
  const uris = (paths.length > 0 ? paths : ['.']).map(existing);
  const { workspace, asked } = await openPaths(uris, settingsAt(uris[0] ?? existing('.')));
  const all = [...workspace.all()]
    .filter(({ uri }) => asked(uri))
    .flatMap((document) => serversIn(document, workspace.roots));
  const found = all.filter((server) => server.name === name);
  const [server, ...others] = found;
  if (!server) {
    const names = [...new Set(all.map((each) => each.name))].sort().map(oneLine);
    throw new UsageError(
      `unknown server '${name}' here; ${names.length > 0 ? `expected one of ${names.join(', ')}` : 'no server is defined'}`,
    );
  }
  if (others.length > 0) {
    const places = found.map(
      ({ uri, range }) => `${shownPath(uri)}:${new Lines(readText(uri)).positionAt(range.start).line + 1}`,
    );
    throw new UsageError(`'${name}' is defined in ${places.join(' and ')}: name one with --policy or --config`);
  }
  const planned = planOf(server, { document: (uri) => workspace.get(uri), home: os.homedir() });
  if ('problem' in planned) throw new UsageError(planned.problem);
  return { server, planned };
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 3600))
    throw new UsageError(`--timeout must be a number of seconds, at most 3600; not '${text}'`);
  return seconds;
}

function headersOf(texts: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const [, name, value] = /^([\w!#$%&'*+.^`|~-]+)\s*:\s*(\S.*)$/.exec(text) ?? [];
      // The message does not repeat the value, which may contain a secret.
      if (name === undefined || value === undefined) throw new UsageError("--header must be 'NAME: VALUE'");
      return [name, value];
    }),
  );
}

function valuesOf(texts: readonly string[] = []): Map<string, string> {
  return new Map(
    texts.map((text) => {
      const [, name = '', value] = /^([^=]+)(?:=(.*))?$/s.exec(text) ?? [];
      if (name === '') throw new UsageError('--env must be NAME=VALUE or NAME');
      const known = value ?? process.env[name];
      if (known === undefined) throw new UsageError(`${name} is not set; pass it with --env ${name}=value`);
      return [name, known];
    }),
  );
}

function save(
  file: string,
  server: string,
  tools: Parameters<typeof mergeTools>[2],
  say: (text: string) => void,
): void {
  const before = fs.existsSync(file) ? readText(existing(file)) : undefined;
  const merged = mergeTools(before, server, tools);
  if (!merged) throw new UsageError(`${file} contains something other than known tools, so nothing was written`);
  try {
    fs.writeFileSync(file, merged.text);
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : error}`);
  }
  const changes = [
    ...(merged.added.length > 0 ? [`new: ${merged.added.join(', ')}`] : []),
    ...(merged.gone.length > 0 ? [`gone: ${merged.gone.join(', ')}`] : []),
  ];
  const since = merged.isFirst
    ? ''
    : changes.length > 0
      ? ` Since last time ${changes.join('; ')}.`
      : ' Nothing has changed since last time.';
  say(oneLine(`Written to ${shownPath(existing(file))}.${since}`));
}
