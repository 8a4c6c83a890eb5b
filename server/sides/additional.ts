import {
  type ClaudeCodeManaged,
  child,
  claudeCodeManaged,
  type Document,
  type ExtensionInput,
  itemsOf,
  json,
  type KnownTool,
  normalise,
  originOf,
  parse,
  stringOf,
  type Workspace,
} from '../core/index.ts';

/** Sources that are used only if they were chosen: desktop extensions, and Claude Code's own files. */

/** Files that Claude Code reads from locations for administrators. */
export const claudeCodeNames: readonly string[] = ['managed-mcp.json', 'managed-settings.json'];

/** Returns the URIs of Claude Code's own managed files, sorted; a file of that name may also be a policy of the desktop app. */
export function claudeCodeUris(workspace: Workspace): string[] {
  const { files } = workspace;
  return [...files.folders()]
    .flatMap((folder) => claudeCodeNames.map((name) => files.file(`${folder}/${name}`)?.uri ?? ''))
    .filter((uri) => uri !== '' && workspace.get(uri)?.kind.id !== 'policy')
    .sort();
}

/** Returns the URIs of manifests of desktop extensions, sorted. */
export const extensionUris = (workspace: Workspace): string[] =>
  [...workspace.all()]
    .filter(({ kind }) => kind.id === 'bundle')
    .map(({ uri }) => uri)
    .sort();

/** Reads Claude Code's own managed files, which are identified by their names. */
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

/** Returns desktop extensions by their manifests. An unpacked extension has no signature. */
export const installedExtensions = (workspace: Workspace, uris: readonly string[] | undefined): ExtensionInput[] =>
  manifestsOf(workspace, uris).flatMap((document) => {
    const node = child(parse(document).root, 'name');
    const name = stringOf(node);
    if (!node || !name) return [];
    const bundledIn = workspace.roots.pluginOf(document.uri)?.directory;
    return [{ name, signed: false, bundledIn, origin: originOf(document.uri, node) }];
  });

/** Returns the tools that manifests of extensions name, by extension. */
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
