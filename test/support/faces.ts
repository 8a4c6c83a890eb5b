import { modelOf } from '../../client/panel/model.ts';
import { renderCompare } from '../../client/panel/renderCompare.ts';
import { renderLine } from '../../client/panel/renderRows.ts';
import { firstView, linesOf } from '../../client/panel/view.ts';
import { text as diffText } from '../../server/cli/output/diffText.ts';
import { markdown } from '../../server/cli/output/effectiveMarkdown.ts';
import { text as effectiveText } from '../../server/cli/output/effectiveText.ts';
import { plain } from '../../server/cli/terminal.ts';
import { Lines } from '../../server/core/base/text.ts';
import { pullRequestComment } from '../../server/core/diff/comment.ts';
import { compareTools } from '../../server/core/diff/compareTools.ts';
import { comparisonPage } from '../../server/core/diff/page.ts';
import { effective } from '../../server/core/effective/effective.ts';
import { effectiveInput } from '../../server/core/effective/fromWorkspace.ts';
import type { ExtensionInput, KnownTool } from '../../server/core/effective/input.ts';
import type { Layer, Origin, Surface } from '../../server/core/effective/model.ts';
import { toPlaced } from '../../server/core/effective/toContract.ts';
import type { Fact } from '../../server/core/fact.ts';
import { effectiveCard } from '../../server/core/features/effectiveCard.ts';
import { inlayHints } from '../../server/core/features/hints/inlayHints.ts';
import { type HoverFormat, plainFormat } from '../../server/core/features/hoverFormat.ts';
import { keyEffect } from '../../server/core/features/keyEffect.ts';
import { serverLenses } from '../../server/core/features/serverLenses.ts';
import type { Document } from '../../server/core/model.ts';
import { json } from '../../server/core/syntax/json/json.ts';
import { propertiesOf } from '../../server/core/syntax/node.ts';
import { surfaceNames } from '../../server/core/vocabulary/names.ts';
import { parse } from '../../server/core/workspace/parse.ts';
import { treeRows } from '../../server/lsp/tree/rows.ts';
import type { EffectiveAnswer, TreeRow } from '../../server/protocol.ts';
import { base, settings, workspaceOf } from './lint.ts';

/** A device as files: `fleet.json`, `org-plugins/…`, `claude_desktop_config.json`, `managed-mcp.json`. */
export interface Device {
  readonly files: Readonly<Record<string, string>>;
  readonly tools?: ReadonlyMap<string, readonly KnownTool[]>;
  readonly extensions?: readonly ExtensionInput[];
  readonly surfaces?: readonly Surface[];
  readonly minimumVersion?: string;
}

/** A server, one of its tools, or a built-in tool (`server` is null), on one surface. */
export interface Subject {
  readonly server: string | null;
  readonly layer: Layer;
  readonly plugin: string | null;
  readonly tool: string | null;
  readonly surface: Surface;
}

function evaluated({ files, tools = new Map(), extensions, surfaces, minimumVersion }: Device) {
  const workspace = workspaceOf(files);
  const treeOf = (name: string) => ({ uri: `${base}/${name}`, root: json.parse(files[name] ?? '').root });
  const input = effectiveInput(workspace, {
    policies: [{ uri: `${base}/fleet.json`, role: 'managed' }],
    orgPlugins: `${base}/org-plugins`,
    userConfig: `${base}/claude_desktop_config.json`,
    claudeCode: {
      ...('managed-mcp.json' in files && { mcp: treeOf('managed-mcp.json') }),
      ...('managed-settings.json' in files && { settings: treeOf('managed-settings.json') }),
    },
    tools,
    extensions,
    surfaces,
    target: { ...settings.target, ...(minimumVersion !== undefined && { minimumVersion }) },
  });
  const textOf = (uri: string): string | undefined => files[labelOf(uri)];
  return { workspace, input, tools, textOf, result: effective(input) };
}
type World = ReturnType<typeof evaluated>;

const labelOf = (uri: string): string => uri.slice(base.length + 1);
const lineOf = ({ textOf }: World, { uri, range }: Origin): number =>
  new Lines(textOf(uri) ?? '').positionAt(range.start).line + 1;
const withoutTags = (markup: string): string =>
  markup
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const ownerOf = ({ layer, plugin }: Subject): string => (plugin === null ? layer : `plugin ${plugin}`);

const placed = ({ result, textOf }: World) =>
  toPlaced(result, (uri) => ({ file: labelOf(uri), text: textOf(uri) ?? '' }));

/** Returns the row of a server, or that of a tool below it. */
function rowOf(lines: readonly string[], subject: Subject, head: string, tool: string): string | undefined {
  const first = subject.server === null ? 0 : lines.findIndex((line) => line.startsWith(head));
  if (first < 0) return undefined;
  return subject.tool === null ? lines[first] : lines.slice(first).find((line) => line.startsWith(tool));
}

function cliText(world: World, subject: Subject): string | undefined {
  const answer = placed(world);
  const index = Object.keys(answer.surfaces).indexOf(subject.surface);
  const head = `${subject.server} (${ownerOf(subject)}`;
  const row = rowOf(effectiveText(answer, plain, { isWhole: true }).split('\n'), subject, head, `  ${subject.tool} `);
  return row?.slice(38 + 14 * index, 38 + 14 * (index + 1));
}

function cliMarkdown(world: World, subject: Subject): string | undefined {
  const answer = placed(world);
  const index = Object.keys(answer.surfaces).indexOf(subject.surface);
  const head = `| **${subject.server} (${ownerOf(subject)}`;
  return rowOf(markdown(answer).split('\n'), subject, head, `| ${subject.tool} |`)?.split(' | ')[index + 1];
}

/** Returns the state after a change, as each face of a comparison shows it. */
function compared(before: World, now: World, { server, tool }: Subject) {
  const whole = compareTools({ input: before.input, text: before.textOf }, { input: now.input, text: now.textOf });
  // Rows of settings also name servers.
  const comparison = { ...whole, settings: [] };
  const names = {
    before: { name: 'main', commit: null },
    after: { name: 'tree', commit: null },
    command: 'plugboard diff',
  };
  const spotOf = (origin: Origin, side: 'old' | 'new') => ({
    file: labelOf(origin.uri),
    line: lineOf(side === 'old' ? before : now, origin),
    isLink: false,
  });
  // Remarks below a row are indented, and may name addresses before and after.
  const isMeant = (line: string) =>
    line.includes(server ?? tool ?? '') && line.includes('→') && !line.startsWith(' '.repeat(10));
  // Removed subjects come last, after servers that take their name.
  const find = (page: string, skipped: number) => page.split('\n').slice(skipped).findLast(isMeant) ?? '';
  const terminal = find(diffText(comparison, names, { place: () => null, spot: spotOf }, plain), 2);
  const comment = find(pullRequestComment(comparison, names, spotOf), 4);
  const { markup } = renderCompare({
    ...comparisonPage(comparison, spotOf),
    sides: { before: { is: 'now' }, after: { is: 'now' } },
    before: names.before,
    after: names.after,
    notes: [],
    markdown: '',
    json: '',
  });
  const row = markup.split('<div class="change"').findLast((part) => part.includes(`>${server ?? tool}<`));
  const became = /becomes <\/span>(.*?)<span class="cause"/s.exec(row ?? '')?.[1];
  return {
    diff: /→ (.+?)(?: {2,}|$)/.exec(terminal)?.[1],
    comment: /→ \*\*(?:Server )?(.+?)\*\*/.exec(comment)?.[1],
    'compare tab': became && withoutTags(became),
  };
}

const documentsOf = ({ workspace }: World): readonly Document[] => [...workspace.all()];

const factOf = (world: World, isMeant: (fact: Fact) => boolean): Fact | undefined =>
  documentsOf(world)
    .flatMap(({ uri }) => world.workspace.factsOf(uri))
    .find(isMeant);

const isServerFact =
  ({ server, layer }: Subject) =>
  ({ type, name, data }: Fact): boolean =>
    type === 'server' && name === server && data?.layer === layer;

/** The first part of a lens is the state of the server; that of a tool follows the count. */
function lens(world: World, subject: Subject): string | undefined {
  const lenses = documentsOf(world).flatMap((document) => {
    const facts = world.workspace.factsOf(document.uri).filter(isServerFact(subject));
    return [...serverLenses(document, facts, () => world.result)];
  });
  const title = lenses[0]?.title;
  return subject.tool === null ? title?.split(/ · |: /)[0] : title?.split(': ')[1];
}

function hover(world: World, subject: Subject): string | undefined {
  const { result } = world;
  if (subject.server === null) return keyCard(world, subject);
  const isRule = ({ type, name, data }: Fact) =>
    type === 'tool-policy' && name === subject.server && data.tool === subject.tool;
  const rule = factOf(world, isRule);
  const card = rule && effectiveCard(rule, result);
  if (card) return card.split('\n').find((line) => line.startsWith(`| ${surfaceNames[subject.surface]}`));
  const server = factOf(world, isServerFact(subject));
  const lines = (server && effectiveCard(server, result))?.split('\n');
  if (subject.tool !== null) return lines?.find((line) => line.includes('known tool'))?.split(': ')[1];
  return lines?.find((line) => line.startsWith(`${surfaceNames[subject.surface]}: `)) ?? lines?.[0];
}

/** Returns the hover of the key that decides about a built-in tool. */
function keyCard({ workspace, result }: World, { tool }: Subject): string | undefined {
  const uri = `${base}/fleet.json`;
  const document = workspace.get(uri);
  const format: HoverFormat = { ...plainFormat, uri };
  const cards = propertiesOf(document && parse(document).root).map((key) => keyEffect(key, result, format));
  return /Effect here: (.*)/.exec(cards.find((card) => card?.includes(`\`${tool}\``)) ?? '')?.[1];
}

function hint(world: World, { tool }: Subject): string | undefined {
  const { workspace, result, tools } = world;
  const labels = documentsOf(world).flatMap((document) => {
    const range = { start: 0, end: document.text.length };
    const context = { workspace, effective: () => result, tools, sizes: new Map() };
    return inlayHints(document, range, context).map(({ label }) => label);
  });
  return labels.find((label) => label.includes('no effect: server') === (tool === null));
}

const flat = (rows: readonly TreeRow[]): TreeRow[] => rows.flatMap((row) => [row, ...flat(row.children ?? [])]);

function tree({ workspace, result }: World, { server, tool, layer }: Subject): string | undefined {
  if (tool !== null || layer !== 'plugin') return undefined;
  const place = (uri: string) => ({ uri, line: 0, character: 0, endLine: 0, endCharacter: 0 });
  const rows = flat(treeRows({ workspace, findings: [], effective: result, place }));
  return rows.find((row) => row.context === 'server' && row.label === server)?.description;
}

function panel(world: World, { server, layer, plugin, tool, surface }: Subject): string | undefined {
  const files = documentsOf(world).map(({ uri }) => [uri, { label: labelOf(uri), lines: [0] }] as const);
  const answer: EffectiveAnswer = {
    result: world.result,
    files: Object.fromEntries(files),
    sources: {},
    guesses: [],
    unreadable: [],
    supposed: { added: [], removed: [] },
    tools: {},
  };
  const line = linesOf(modelOf(answer), { ...firstView, open: ['builtin/*'] }).find((each) => {
    if (each.kind !== 'group' && each.kind !== 'tool') return false;
    const { group } = each;
    const isGroup = server === null ? group.layer === 'builtin' : group.name === server && group.layer === layer;
    return isGroup && group.plugin === plugin && (each.kind === 'tool' ? each.tool.name : null) === tool;
  });
  const markup = line && renderLine(answer, line, false).markup;
  if (tool === null) return markup && withoutTags(markup);
  const cells = markup?.split('role="gridcell"');
  const cell = cells?.find((part) => part.includes(`data-surface="${surfaceNames[surface]}"`));
  return cell && withoutTags(`<${cell}`);
}

/** Returns what each face shows for a subject after a change of the device; undefined if a face shows nothing. */
export function facesOf(subject: Subject, now: Device, before: Device) {
  const world = evaluated(now);
  return {
    effective: cliText(world, subject),
    'effective, Markdown': cliMarkdown(world, subject),
    ...compared(evaluated(before), world, subject),
    lens: lens(world, subject),
    hover: hover(world, subject),
    hint: hint(world, subject),
    tree: tree(world, subject),
    panel: panel(world, subject),
  };
}
export type Face = keyof ReturnType<typeof facesOf>;
