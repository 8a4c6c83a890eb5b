import { contains, type Problem, type TextRange } from '../../../base/text.ts';
import { serverFlawsOf } from '../../../components/serverFlaw.ts';
import { serverFlawOpening } from '../../../components/serverFlawSentences.ts';
import type { Editor } from '../../../model.ts';
import { child, type Node, type PropertyNode, type ScalarNode } from '../../../syntax/node.ts';
import { flawed, flawsIn } from './serverChecks.ts';
import type { ServerEntry } from './serverMap.ts';

const isText = (node: Node | PropertyNode | undefined): node is ScalarNode => node?.type === 'string';

/** Returns the URLs of servers that are strings. */
const urlsOf = (servers: readonly ServerEntry[]) =>
  servers.flatMap(({ name, entry }) => {
    const node = child(entry, 'url');
    return isText(node) ? [{ name, node, url: String(node.value) }] : [];
  });

/** Reports servers without anything to start or to call. */
export function* unreachable(
  servers: readonly ServerEntry[],
  edit: Pick<Editor, 'renameKey'>,
  outcome?: string,
): Generator<Problem> {
  for (const { name, property: server, flaw } of flawed(servers, 'nothing-to-reach')) {
    // A copied `mcpServers` inside the map is reported separately.
    if (name === 'mcpServers') continue;
    const program = flaw.node.type === 'property' ? flaw.node : undefined;
    yield {
      range: (program ?? server).keyNode.range,
      message: `${serverFlawOpening(flaw)}, so ${outcome ?? `\`${name}\` is skipped`}.`,
      ...(program && {
        fixes: [{ title: 'Rename to `command`', edits: [edit.renameKey(program, 'command')], inFixAll: true }],
      }),
    };
  }
}

/** Reports a `command`, `url` or `type` that is unusable but valid for the schema. */
export function* unusable(
  servers: readonly ServerEntry[],
  told: readonly TextRange[],
  outcome?: string,
): Generator<Problem> {
  for (const { name, property: server, entry } of servers) {
    const isTold = told.some((range) => contains(server.range, range));
    for (const flaw of serverFlawsOf(flawsIn(entry), 'missing-field', 'wrong-value')) {
      if (isTold || flaw.dropped['desktop-3p'] === undefined) continue;
      const range = flaw.code === 'missing-field' ? server.keyNode.range : flaw.node.range;
      yield { range, message: `${serverFlawOpening(flaw)}, so ${outcome ?? `\`${name}\` is skipped`}.` };
    }
  }
}

/** Reports servers whose URL is under another tool's key. */
export function* misnamedUrls(
  servers: readonly ServerEntry[],
  edit: Pick<Editor, 'renameKey'>,
  outcome?: string,
): Generator<Problem> {
  for (const { name, flaw } of flawed(servers, 'url-elsewhere')) {
    if (flaw.node.type !== 'property') continue;
    yield {
      range: flaw.node.keyNode.range,
      message: `${serverFlawOpening(flaw)}, so ${outcome ?? `\`${name}\` is skipped`}.`,
      fixes: [{ title: 'Rename to `url`', edits: [edit.renameKey(flaw.node, 'url')], inFixAll: true }],
    };
  }
}

/** Reports URLs without a scheme. */
export function* relativeUrls(servers: readonly ServerEntry[], outcome?: string): Generator<Problem> {
  for (const { name, flaw } of flawed(servers, 'relative-url')) {
    if (!isText(flaw.node)) continue;
    const { value, inner } = flaw.node;
    const url = String(value);
    const host = /^(?:\/\/)?[\w-]+(\.[\w-]+)+/.test(url);
    const start = { start: inner.start, end: inner.start + (url.startsWith('//') ? 2 : 0) };
    yield {
      range: inner,
      message: `${serverFlawOpening(flaw)}: ${outcome ?? `\`${name}\` cannot be called`}.`,
      ...(host && { fixes: [{ title: 'Add `https://`', edits: [{ range: start, newText: 'https://' }] }] }),
    };
  }
}

/** Reports invalid ports. */
export function* badPorts(servers: readonly ServerEntry[], outcome?: string): Generator<Problem> {
  for (const { name, flaw } of flawed(servers, 'bad-port')) {
    if (!isText(flaw.node)) continue;
    const start = flaw.node.inner.start + flaw.at;
    yield {
      range: { start, end: start + flaw.port.length },
      message: `${serverFlawOpening(flaw)}, so ${outcome ?? `\`${name}\` cannot be called`}. Ports are numbers up to 65535.`,
    };
  }
}

const loopback = /^(localhost|[\w-]+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/i;

/** Reports unencrypted URLs of other hosts. */
export function* plainUrls(servers: readonly ServerEntry[]): Generator<Problem> {
  for (const { name, node, url } of urlsOf(servers)) {
    const [, scheme, host] = /^(http|ws):\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(url) ?? [];
    if (!scheme || !host || host.includes('$') || loopback.test(host)) continue;
    const secure = `${scheme}s`;
    const range = { start: node.inner.start, end: node.inner.start + scheme.length };
    yield {
      range: node.inner,
      message: `\`${name}\` is called without encryption: anyone on the network path can read and change what tools send. Use \`${secure}:\`.`,
      fixes: [{ title: `Change to \`${secure}:\``, edits: [{ range, newText: secure }] }],
    };
  }
}
