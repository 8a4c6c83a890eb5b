import { derived } from '../base/derived.ts';
import { join, parentOf } from '../base/uri.ts';
import type { Document, PluginRoot, Target } from '../model.ts';
import { child, itemsOf, stringOf } from '../syntax/node.ts';
import { breakOf } from '../syntax/syntax.ts';
import { parse } from '../workspace/parse.ts';
import { schemaErrorsOf } from '../workspace/schemaProblems.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type {
  ClaudeCodeManaged,
  EffectiveInput,
  ExtensionInput,
  HooksTree,
  KnownTool,
  ManifestTree,
  Platform,
  PluginInput,
  PolicyRole,
  Tree,
} from './input.ts';
import { type Surface, surfaces } from './model.ts';
import { withNamedTools } from './namedTools.ts';
import { policySources } from './policySources.ts';

/** Which documents of a workspace describe one device. */
export interface Choice {
  readonly policies: readonly { readonly uri: string; readonly role: PolicyRole }[];
  /** The org-plugins folder. */
  readonly orgPlugins?: string | undefined;
  /** claude_desktop_config.json */
  readonly userConfig?: string | undefined;
  /** Names of plugin folders that the user installed or removed. */
  readonly installed?: readonly string[] | undefined;
  readonly uninstalled?: readonly string[] | undefined;
  readonly tools?: ReadonlyMap<string, readonly KnownTool[]> | undefined;
  readonly extensions?: readonly ExtensionInput[] | undefined;
  readonly claudeCode?: ClaudeCodeManaged | undefined;
  readonly surfaces?: readonly Surface[] | undefined;
  readonly platform?: Platform | undefined;
  readonly target: Target;
}

/** Builds the input of an evaluation from the documents of a workspace. Missing documents count as empty. */
export function effectiveInput(workspace: Workspace, choice: Choice): EffectiveInput {
  const { target, platform, claudeCode } = choice;
  const { orgPlugins, userConfig } = choice;
  const installed = new Set(choice.installed);
  const uninstalled = new Set(choice.uninstalled);
  const roots = orgPlugins === undefined ? [] : workspace.roots.all().filter(({ uri }) => parentOf(uri) === orgPlugins);
  const desktop = userConfig === undefined ? undefined : treeOf(workspace, userConfig);
  return {
    target,
    platform,
    claudeCode,
    surfaces: choice.surfaces ?? surfaces,
    policies: choice.policies.flatMap(({ uri, role }) => {
      const document = workspace.get(uri);
      return policySources(uri, document ? parse(document) : { root: undefined, problems: [] }, role);
    }),
    plugins: roots.map((root) => ({
      ...pluginInput(workspace, root),
      installed: installed.has(root.directory),
      uninstalled: uninstalled.has(root.directory),
    })),
    userServers: desktop && { uri: desktop.uri, root: child(desktop.root, 'mcpServers') },
    extensions: choice.extensions ?? [],
    tools: withNamedTools(workspace, roots, choice.tools ?? new Map()),
  };
}

function pluginInput(workspace: Workspace, { uri, directory, manifest }: PluginRoot): PluginInput {
  const isSkill = manifest?.endsWith('/SKILL.md') ?? false;
  const manifestTree = manifest === undefined || isSkill ? undefined : manifestOf(workspace, manifest);
  return {
    directory,
    uri,
    hasManifest: manifest !== undefined && !isSkill,
    skillRoot: isSkill,
    manifest: manifestTree,
    mcp: treeOf(workspace, `${uri}/.mcp.json`),
    hooks: hookFiles(workspace, uri, manifestTree),
    version: stringOf(child(treeOf(workspace, `${uri}/version.json`)?.root, 'version')),
  };
}

/** Returns the standard file of hooks, those that the manifest names, and hooks in the manifest itself. */
function hookFiles(workspace: Workspace, folder: string, manifest: Tree | undefined): HooksTree[] {
  const own = child(manifest?.root, 'hooks');
  const nodes = own?.type === 'array' ? itemsOf(own) : own ? [own] : [];
  const named = nodes.flatMap((node) => {
    const path = stringOf(node);
    return path === undefined ? [] : [join(folder, path)];
  });
  const inline = nodes
    .filter(({ type }) => type === 'object')
    .map((root) => ({ uri: manifest?.uri ?? folder, root, events: child(root, 'hooks') ?? root }));
  const uris = new Set([`${folder}/hooks/hooks.json`, ...named]);
  const files = [...uris].flatMap((uri) => treeOf(workspace, uri) ?? []);
  return [...files.map((tree) => ({ ...tree, events: child(tree.root, 'hooks') })), ...inline];
}

// The trees of a document are kept, so that what is derived from them is computed once and not at each evaluation.

const manifestTree = derived((document: Document): ManifestTree => {
  const tree = documentTree(document);
  return tree.root ? { ...tree, forms: schemaErrorsOf(document) } : tree;
});

const documentTree = derived((document: Document): Tree => {
  const parsed = parse(document);
  return { uri: document.uri, root: parsed.root, broken: breakOf(parsed)?.range };
});

function manifestOf(workspace: Workspace, uri: string): ManifestTree | undefined {
  const document = workspace.get(uri);
  return document && manifestTree(document);
}

function treeOf(workspace: Workspace, uri: string): Tree | undefined {
  const document = workspace.get(uri);
  return document && documentTree(document);
}
