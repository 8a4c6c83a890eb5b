import { isIn, normalise } from '../core/base/uri.ts';
import type { ClaudeCodeManaged, ExtensionInput, KnownTool } from '../core/effective/input.ts';
import { originOf } from '../core/effective/origin.ts';
import { claudeCodeManaged } from '../core/effective/readInputs.ts';
import type { Document } from '../core/model.ts';
import { json } from '../core/syntax/json/json.ts';
import { child, itemsOf, stringOf } from '../core/syntax/node.ts';
import { parse } from '../core/workspace/parse.ts';
import type { Workspace } from '../core/workspace/workspace.ts';
import type { SourcesChoice } from '../protocol.ts';
import type { Session } from './session.ts';

/** Files that Claude Code reads where an administrator puts them. */
export const claudeCodeNames: readonly string[] = ['managed-mcp.json', 'managed-settings.json'];

/**
 * Reads what a choice names and the workspace does not hold: a policy or a folder elsewhere on the disk, and files that are no
 * kind of document. @returns the texts of the latter; `before` itself if they are the same.
 */
export async function furtherTexts(
  session: Session,
  choice: SourcesChoice,
  before: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  await readElsewhere(session, choice);
  const texts = new Map<string, string>();
  for (const uri of (choice.claudeCode ?? []).map(normalise)) {
    const text = session.open.get(uri)?.getText() ?? (await session.host.files.read(uri));
    if (text !== undefined) texts.set(uri, text);
  }
  const isSame = texts.size === before.size && [...texts].every(([uri, text]) => before.get(uri) === text);
  return isSame ? before : texts;
}

/** Takes in the policies, plugins and user configuration that lie outside of the workspace. */
async function readElsewhere(session: Session, choice: SourcesChoice): Promise<void> {
  const { workspace, host, scanned } = session;
  const isElsewhere = (uri: string) => !scanned.some((folder) => isIn(folder, uri));
  const files = [...(choice.policies ?? []).map(({ uri }) => uri), choice.userConfig, ...(choice.extensions ?? [])];
  for (const uri of files.flatMap((file) => (file === undefined ? [] : normalise(file)))) {
    if (!isElsewhere(uri) || workspace.get(uri)) continue;
    const text = await host.files.read(uri);
    if (text !== undefined) workspace.set(uri, text);
  }
  const folder = choice.orgPlugins === undefined ? undefined : normalise(choice.orgPlugins);
  if (folder === undefined || !isElsewhere(folder) || workspace.files.list(folder).length > 0) return;
  await host.files.scan([folder], workspace);
}

/** Claude Code's own managed files, by their names. */
export function claudeCodeFiles(
  uris: readonly string[] | undefined,
  textOf: (uri: string) => string | undefined,
): ClaudeCodeManaged | undefined {
  const found = (uris ?? []).flatMap((address) => {
    const uri = normalise(address);
    const text = textOf(uri);
    return text === undefined ? [] : (claudeCodeManaged({ uri, root: json.parse(text).root }) ?? []);
  });
  return found.length === 0 ? undefined : Object.assign({}, ...found);
}

const manifestsOf = (workspace: Workspace, uris: readonly string[] | undefined): Document[] =>
  (uris ?? []).flatMap((uri) => workspace.get(normalise(uri)) ?? []);

/** Desktop extensions by their manifests. An unpacked one carries no signature. */
export const installedExtensions = (workspace: Workspace, uris: readonly string[] | undefined): ExtensionInput[] =>
  manifestsOf(workspace, uris).flatMap((document) => {
    const node = child(parse(document).root, 'name');
    const name = stringOf(node);
    if (!node || !name) return [];
    const bundledIn = workspace.roots.pluginOf(document.uri)?.directory;
    return [{ name, signed: false, bundledIn, origin: originOf(document.uri, node) }];
  });

/** The tools that manifests of extensions tell of, by extension. */
export const toolsOfExtensions = (
  workspace: Workspace,
  uris: readonly string[] | undefined,
): (readonly [string, readonly KnownTool[]])[] =>
  manifestsOf(workspace, uris).flatMap((document) => {
    const { root } = parse(document);
    const name = stringOf(child(root, 'name'));
    const tools = itemsOf(child(root, 'tools')).flatMap((node): KnownTool[] => {
      const tool = stringOf(child(node, 'name'));
      return tool === undefined ? [] : [{ name: tool, description: stringOf(child(node, 'description')) }];
    });
    return name === undefined || tools.length === 0 ? [] : [[name, tools] as const];
  });
