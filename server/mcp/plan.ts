import {
  child,
  type Document,
  entryTransport,
  fsPath,
  isLoopback,
  itemsOf,
  mask,
  type Node,
  parentOf,
  parse,
  propertiesOf,
  stringOf,
  type Transport,
  pluginServerTransport as transportOfServer,
} from '../core/index.ts';
import type { WrittenServer } from './find.ts';
import type { LocalServer, Need, Plan, RemoteServer, ServerDescription } from './model.ts';
import { fill, hideLiterals, variablesIn } from './template.ts';

/** A plan, and the server with its variables not yet substituted. */
export interface Planned {
  readonly plan: Plan;
  readonly template: ServerDescription;
}

/** What a plan needs to know about the environment. */
export interface Surroundings {
  document(uri: string): Document | undefined;
  /** The working folder of programs that belong to no plugin or project. */
  readonly home: string;
}

/** Returns what will be done to list the tools of `server`, or why only the app can do it. Calls and runs nothing. */
export function planOf(server: WrittenServer, around: Surroundings): Planned | { readonly problem: string } {
  const { entry, name, layer } = server;
  const builtIn = layer === 'managed' ? stringOf(child(entry, 'server')) : undefined;
  if (builtIn !== undefined)
    return { problem: `Server ${name} (${builtIn}) is built into the app: only the app can ask it for its tools.` };
  const transport = transportBy(entry, layer);
  if (transport === 'policy-only')
    return { problem: `Entry ${name} only holds rules. Ask the plugin server of this name instead.` };
  if (transport === 'ws') return { problem: `Server ${name} uses a web socket, which Plugboard does not support.` };
  const text = stringOf(child(entry, transport === 'stdio' ? 'command' : 'url'))?.trim();
  if (!text) return { problem: `Server ${name} has no ${transport === 'stdio' ? 'command' : 'URL'} to call.` };
  const template = transport === 'stdio' ? local(server, text, around) : remote(server, text, transport);
  const needs = needsOf(template, server, around);
  return { template, plan: { ...shown(template), server: name, needs, remarks: remarksOf(entry, template) } };
}

/** Returns the transport: that of the app or, if the app does not connect to the server, the one that the entry suggests. */
function transportBy(entry: Node, layer: WrittenServer['layer']): Transport | 'ws' {
  const read = layer === 'managed' ? entryTransport(entry) : transportOfServer(entry);
  if (read === 'streamable-http') return 'http';
  if (read === 'http' || read === 'sse' || read === 'stdio' || read === 'policy-only' || read === 'ws') return read;
  const word = stringOf(child(entry, 'transport')) ?? stringOf(child(entry, 'type'));
  if (word === 'sse' || word === 'stdio' || word === 'policy-only' || word === 'ws') return word;
  return word === undefined && child(entry, 'command') && !child(entry, 'url') ? 'stdio' : 'http';
}

const textsOf = (node: Node | undefined): Record<string, string> =>
  Object.fromEntries(
    propertiesOf(node).flatMap(({ key, valueNode }) => {
      const text = stringOf(valueNode) ?? (valueNode?.type === 'number' ? String(valueNode.value) : undefined);
      return text === undefined ? [] : [[key, text]];
    }),
  );

function remote({ name, entry, layer }: WrittenServer, text: string, transport: 'http' | 'sse'): RemoteServer {
  // The app accepts a URL without a scheme in a policy.
  const url = layer === 'managed' && !/^[a-z][\w+.-]*:\/\/|^[${]/i.test(text) ? `https://${text}` : text;
  return { name, transport, url, headers: textsOf(child(entry, 'headers')) };
}

function local(server: WrittenServer, command: string, { home }: Surroundings): LocalServer {
  const { name, entry, uri, layer, plugin } = server;
  const root = plugin && fsPath(plugin.uri);
  const inRoot = (text: string) => (root === undefined ? text : text.replaceAll('${CLAUDE_PLUGIN_ROOT}', () => root));
  const env = Object.entries(textsOf(child(entry, 'env'))).map(([key, text]) => [key, inRoot(text)] as const);
  return {
    name,
    transport: 'stdio',
    command: inRoot(command),
    args: itemsOf(child(entry, 'args')).flatMap((item) =>
      item.type === 'object' ? [] : inRoot(String(stringOf(item) ?? '')),
    ),
    env: { ...Object.fromEntries(env), ...(root !== undefined && { CLAUDE_PLUGIN_ROOT: root }) },
    cwd: root ?? (layer === 'plugin' ? fsPath(parentOf(uri)) : home),
  };
}

/** Yields the strings of a template with their purpose. */
function* parts(template: ServerDescription): Generator<readonly [text: string, where: string, isSecret: boolean]> {
  if (template.transport === 'stdio') {
    yield [template.command, 'the command', false];
    for (const text of template.args ?? []) yield [text, 'the arguments', false];
    for (const [key, text] of Object.entries(template.env ?? {})) yield [text, `the environment (${key})`, true];
  } else {
    yield [template.url, 'the URL', false];
    for (const [key, text] of Object.entries(template.headers ?? {})) yield [text, `the header ${key}`, true];
  }
}

const harmlessName =
  /(^|_)(URL|HOST|HOSTNAME|PORT|DIR|FOLDER|PATH|ROOT|DATA|REGION|USER|USERNAME|HOME|ENV|MODE|LEVEL)$/i;

function needsOf(template: ServerDescription, server: WrittenServer, around: Surroundings): Need[] {
  const needs = new Map<string, Need>();
  for (const [text, where, isSecretPlace] of parts(template)) {
    for (const { name, fallback } of variablesIn(text)) {
      if (needs.has(name)) continue;
      const option = optionOf(name, server, around);
      const standard = option?.fallback ?? fallback;
      needs.set(name, {
        name,
        title: option?.title ?? `${name}, for ${where}`,
        isSecret: option?.isSecret ?? (isSecretPlace ? !harmlessName.test(name) : looksSecret(name)),
        ...(standard !== undefined && { fallback: standard }),
      });
    }
  }
  return [...needs.values()];
}

const looksSecret = (name: string): boolean => /key|token|secret|pass|auth|cred/i.test(name);

/** Returns the manifest's declaration of an option. */
function optionOf(name: string, { plugin }: WrittenServer, { document }: Surroundings) {
  const key = /^user_config\.(.+)$/.exec(name)?.[1];
  const manifest = key === undefined || plugin?.manifest === undefined ? undefined : document(plugin.manifest);
  const question = manifest && key && child(child(parse(manifest).root, 'userConfig'), key);
  if (!question) return undefined;
  const standard = child(question, 'default');
  const isScalar = standard && standard.type !== 'object' && standard.type !== 'array' && standard.type !== 'null';
  return {
    title: stringOf(child(question, 'title')) ?? name,
    isSecret: isTrue(child(question, 'sensitive')),
    ...(isScalar && { fallback: String(standard.value) }),
  };
}

const isTrue = (node: Node | undefined): boolean => node?.type === 'boolean' && node.value === true;

function remarksOf(entry: Node, template: ServerDescription): string[] {
  const helper = ['headersHelper', 'envHelper'].find((key) => child(entry, key));
  const what = helper === 'envHelper' ? 'variables' : 'headers';
  const says = [
    helper && `${helper} is never run here. Pass the ${what} that it prints.`,
    child(entry, 'oauth') &&
      'The app signs in to this server; Plugboard does not. Without a token in a header, the server may refuse.',
    isReadable(template) && 'The URL is http: anyone on the network path can read what is sent.',
  ];
  return says.filter((text) => typeof text === 'string');
}

/** Whether data is sent over a network unencrypted. */
function isReadable(template: ServerDescription): boolean {
  if (template.transport === 'stdio' || !URL.canParse(template.url)) return false;
  const { protocol, hostname } = new URL(template.url);
  return protocol === 'http:' && !isLoopback(hostname);
}

function shown(template: ServerDescription): Pick<Plan, 'action' | 'lines'> {
  if (template.transport !== 'stdio') {
    const headers = Object.entries(template.headers ?? {}).map(
      ([key, text]) => ['Header', `${key}: ${hideLiterals(text)}`] as const,
    );
    const method = template.transport === 'sse' ? 'GET' : 'POST';
    return { action: 'call', lines: [[method, shownAddress(template.url)], ...headers] };
  }
  const { command, args = [], env = {}, cwd = '' } = template;
  const names = Object.keys(env).sort();
  return {
    action: 'run',
    lines: [
      ['Run', [command, ...hideAfterNames(args)].map(quoted).join(' ')],
      ['Folder', cwd],
      ...(names.length > 0 ? [['Environment', names.join(', ')] as const] : []),
    ],
  };
}

/** Returns a URL without user information and without the values of its query. */
const shownAddress = (url: string): string =>
  mask(
    url
      .replace(/^(\w+:\/\/)[^/\s]*@/, '$1•••@')
      .replace(/([?&][^?=&#]*=)([^&#]*)/g, (_, key: string, value: string) => key + hideLiterals(value)),
  );

/** Hides the argument after a name like `--api-key`, and arguments that look like secrets. */
const hideAfterNames = (args: readonly string[]): string[] =>
  args.map((text, i) =>
    /^--?[\w-]*(key|token|secret|passw(or)?d|pass|pwd|auth|credentials?)$/i.test(args[i - 1] ?? '')
      ? hideLiterals(text)
      : mask(text),
  );

const quoted = (word: string): string => (/^[\w@%+=:,./~${}•-]+$/.test(word) ? word : JSON.stringify(word));

/** What a user adds to the definition in the file. */
export interface Additions {
  readonly values: ReadonlyMap<string, string>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Substitutes all variables of a server.
 * @returns the server, the values that must not be revealed, and the needs that have no value yet.
 */
export function filledIn({ plan, template }: Planned, { values, headers = {}, env = {} }: Additions) {
  const standards = plan.needs.flatMap(({ name, fallback }) =>
    fallback === undefined ? [] : [[name, fallback] as const],
  );
  const all = new Map([...standards, ...values]);
  const filled = (text: string) => fill(text, all);
  const map = (texts: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, filled(text)]));
  const server: ServerDescription =
    template.transport === 'stdio'
      ? {
          ...template,
          command: filled(template.command),
          args: (template.args ?? []).map(filled),
          env: { ...map(template.env), ...env },
        }
      : { ...template, url: filled(template.url), headers: together(map(template.headers), headers) };
  return {
    server,
    secrets: plan.needs.flatMap(({ name, isSecret }) => (isSecret ? (values.get(name) ?? []) : [])),
    missing: plan.needs.filter(({ name }) => !all.has(name)),
  };
}

/** Merges headers; their names are not case-sensitive. */
function together(written: Readonly<Record<string, string>>, given: Readonly<Record<string, string>>) {
  const replaced = new Set(Object.keys(given).map((name) => name.toLowerCase()));
  const kept = Object.entries(written).filter(([name]) => !replaced.has(name.toLowerCase()));
  return { ...Object.fromEntries(kept), ...given };
}
