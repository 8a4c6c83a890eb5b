import type { Problem } from '../../../base/text.ts';
import type { Editor } from '../../../model.ts';
import { child, type Node, property, type ScalarNode } from '../../../syntax/node.ts';
import { type ServerEntry, urlWords } from './serverMap.ts';

const isText = (node: Node | undefined): node is ScalarNode => node?.type === 'string';

/** The addresses of servers, where they are texts. */
const urlsOf = (servers: readonly ServerEntry[]) =>
  servers.flatMap(({ name, entry }) => {
    const node = child(entry, 'url');
    return isText(node) ? [{ name, node, url: String(node.value) }] : [];
  });

/** Tells of servers that say nothing of what to start or to call. */
export function* unreachable(
  servers: readonly ServerEntry[],
  edit: Pick<Editor, 'renameKey'>,
  outcome = 'it is skipped',
): Generator<Problem> {
  for (const { name, property: server, entry } of servers) {
    // A copied `mcpServers` inside of the map is a mistake of its own.
    if (name === 'mcpServers') continue;
    if (['command', 'url', 'type', 'transport', ...urlWords].some((key) => property(entry, key))) continue;
    const program = property(entry, 'cmd') ?? property(entry, 'program');
    yield {
      range: (program ?? server).keyNode.range,
      message: `\`${name}\` has neither a \`command\` to start nor a \`type\` and a \`url\` to call, so ${outcome}.`,
      ...(program && {
        fixes: [{ title: 'Rename to `command`', edits: [edit.renameKey(program, 'command')], inFixAll: true }],
      }),
    };
  }
}

/** Tells of servers whose address has the key of another tool. */
export function* misnamedUrls(
  servers: readonly ServerEntry[],
  edit: Pick<Editor, 'renameKey'>,
  outcome = 'is skipped',
): Generator<Problem> {
  for (const { name, entry } of servers) {
    if (property(entry, 'url') || property(entry, 'command')) continue;
    const other = entry.properties.find(({ key }) => urlWords.some((word) => word === key));
    if (!other) continue;
    yield {
      range: other.keyNode.range,
      message: `The address of a server is called \`url\`. With \`${other.key}\` \`${name}\` has no address and ${outcome}.`,
      fixes: [{ title: 'Rename to `url`', edits: [edit.renameKey(other, 'url')], inFixAll: true }],
    };
  }
}

/** Tells of addresses without a scheme. */
export function* relativeUrls(servers: readonly ServerEntry[]): Generator<Problem> {
  for (const { name, node, url } of urlsOf(servers)) {
    if (!url || /^[a-z][a-z0-9+.-]*:/i.test(url) || /[${<]/.test(url)) continue;
    const host = /^(?:\/\/)?[\w-]+(\.[\w-]+)+/.test(url);
    const start = { start: node.inner.start, end: node.inner.start + (url.startsWith('//') ? 2 : 0) };
    yield {
      range: node.inner,
      message: `\`${name}\` needs the whole address, with \`https://\` before it; as it is, it cannot be called.`,
      ...(host && { fixes: [{ title: 'Add `https://`', edits: [{ range: start, newText: 'https://' }] }] }),
    };
  }
}

const portOf = /^((?:https?|wss?):\/\/(?:[^/@?#]*@)?(?:\[[^\]]*\]|[^/:?#[\]]*):)([^/?#@]*)(?=[/?#]|$)/i;

/** Tells of ports that are none. */
export function* badPorts(servers: readonly ServerEntry[]): Generator<Problem> {
  for (const { name, node, url } of urlsOf(servers)) {
    const [, before = '', port = ''] = portOf.exec(url) ?? [];
    if (/[${<]/.test(port) || (/^\d{0,5}$/.test(port) && Number(port) <= 65_535)) continue;
    const start = node.inner.start + before.length;
    yield {
      range: { start, end: start + port.length },
      message: `\`${port}\` is no port, so \`${name}\` cannot be called. Ports are numbers up to 65535.`,
    };
  }
}

const loopback = /^(localhost|[\w-]+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/i;

/** Tells of addresses without encryption that lead off this computer. */
export function* plainUrls(servers: readonly ServerEntry[]): Generator<Problem> {
  for (const { name, node, url } of urlsOf(servers)) {
    const [, scheme, host] = /^(http|ws):\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(url) ?? [];
    if (!scheme || !host || host.includes('$') || loopback.test(host)) continue;
    const secure = `${scheme}s`;
    const range = { start: node.inner.start, end: node.inner.start + scheme.length };
    yield {
      range: node.inner,
      message: `\`${name}\` is reached without encryption: whoever is on the way can read and change what tools send. Use \`${secure}:\`.`,
      fixes: [{ title: `Change to \`${secure}:\``, edits: [{ range, newText: secure }] }],
    };
  }
}
