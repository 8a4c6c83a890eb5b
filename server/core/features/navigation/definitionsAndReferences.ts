import type { TextRange } from '../../base/text.ts';
import type { Document, SymbolType } from '../../model.ts';
import { matchesWildcard } from '../../policy/wildcard.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type Named, type Names, namesOf } from './names.ts';

/** A place in a file. */
export interface Location {
  readonly uri: string;
  readonly range: TextRange;
}

/** A symbol that the workspace defines. */
export interface WorkspaceSymbol extends Location {
  readonly name: string;
  readonly symbolType: SymbolType;
  /** The plugin to which it belongs. */
  readonly plugin: string | undefined;
}

const locationOf = ({ uri, reference: { range } }: Named): Location => ({ uri, range });
const top: TextRange = { start: 0, end: 0 };

/** Returns where the symbol at `offset` is defined (for a tool without its own line, its server), and the range of its name there. */
export function definitions(
  workspace: Workspace,
  { uri }: Document,
  offset: number,
): { readonly origin: TextRange | undefined; readonly targets: Location[] } {
  const names = namesOf(workspace);
  const here = names.at(uri, offset);
  const targets = unique(here.flatMap((named) => definitionsOf(workspace, names, named)));
  return { origin: here[0]?.reference.range, targets };
}

function definitionsOf(workspace: Workspace, names: Names, named: Named): Location[] {
  const { reference, uri } = named;
  if (reference.symbolType === 'file') return fileAt(workspace, reference.name);
  const found = names.meaning(named.symbols).filter((other) => other.reference.defines);
  if (found.length > 0 || reference.symbolType !== 'tool' || !reference.of?.server) return found.map(locationOf);
  const server = { ...reference, symbolType: 'server', name: reference.of.server } as const;
  const symbols = names.identities.of({ uri, reference: server });
  const wildcards = names
    .definitions()
    .filter(
      ({ reference: { symbolType, name }, symbols: of }) =>
        symbolType === 'tool' && name.includes('*') && overlaps(of, symbols),
    )
    .filter((other) => matchesWildcard(other.reference.name, reference.name));
  const places = wildcards.length > 0 ? wildcards : names.meaning(symbols).filter((other) => other.reference.defines);
  return places.map(locationOf);
}

/** Whether tools belong to one of some servers; the identity of a tool is `<server>/<tool>`. */
const overlaps = (tools: readonly string[], servers: readonly string[]): boolean =>
  servers.some((server) => tools.some((tool) => tool.startsWith(`${server}/`)));

/** Returns every place that names the symbol at `offset`. */
export function references(
  workspace: Workspace,
  { uri }: Document,
  offset: number,
  withDefinitions: boolean,
): Location[] {
  const names = namesOf(workspace);
  const symbols = names.at(uri, offset).flatMap((named) => named.symbols);
  return unique(
    names
      .meaning(symbols)
      .filter(({ reference }) => withDefinitions || !reference.defines)
      .map(locationOf),
  );
}

/** Returns the places in the document itself that name the symbol at `offset`. */
export function highlights(
  workspace: Workspace,
  { uri }: Document,
  offset: number,
): { range: TextRange; defines: boolean }[] {
  const names = namesOf(workspace);
  const symbols = new Set(names.at(uri, offset).flatMap((named) => named.symbols));
  return names
    .of(uri)
    .filter((named) => named.reference.range.end > 0 && named.symbols.some((symbol) => symbols.has(symbol)))
    .map(({ reference }) => ({ range: reference.range, defines: reference.defines ?? false }));
}

/** Returns for each symbol that the document defines where other places name it. */
export function usesOf(workspace: Workspace, { uri }: Document): { range: TextRange; uses: Location[] }[] {
  const names = namesOf(workspace);
  // Several definitions of one name share their uses.
  const known = new Map<string, Location[]>();
  const usesOfAll = (symbols: readonly string[]): Location[] => {
    const key = symbols.join('\0');
    const uses =
      known.get(key) ??
      unique(names.meaning(symbols).flatMap((other) => (other.reference.defines ? [] : locationOf(other))));
    known.set(key, uses);
    return uses;
  };
  return names
    .of(uri)
    .filter(({ reference }) => reference.defines)
    .map(({ reference, symbols }) => ({ range: reference.range, uses: usesOfAll(symbols) }));
}

/** Returns the paths in a document that lead to a file of the workspace. */
export function links(workspace: Workspace, { uri }: Document): { range: TextRange; target: string }[] {
  return namesOf(workspace)
    .of(uri)
    .flatMap(({ reference: { symbolType, name, range } }) => {
      const [found] = symbolType === 'file' ? fileAt(workspace, name) : [];
      return found ? [{ range, target: found.uri }] : [];
    });
}

/** Returns the symbols of the workspace whose name contains the characters of `query` in order. */
export function workspaceSymbols(workspace: Workspace, query: string): WorkspaceSymbol[] {
  const letters = query.toLowerCase().replaceAll(/\s/g, '');
  return namesOf(workspace)
    .definitions()
    .filter(({ reference }) => hasInOrder(reference.name.toLowerCase(), letters))
    .map((named) => ({
      ...locationOf(named),
      name: named.reference.name,
      symbolType: named.reference.symbolType,
      plugin: workspace.roots.pluginOf(named.uri)?.directory,
    }));
}

function hasInOrder(name: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    from = name.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}

/** Returns the file at a URI; for a folder, the file that defines its type. */
function fileAt({ files }: Workspace, address: string): Location[] {
  const uri = address.replace(/\/$/, '');
  const entry = files.file(uri);
  if (!entry) return [];
  if (entry.type === 'file') return [{ uri, range: top }];
  const main = ['.claude-plugin/plugin.json', 'SKILL.md', 'README.md'].map((path) => `${uri}/${path}`);
  const found = main.find((path) => files.file(path));
  return found ? [{ uri: found, range: top }] : [];
}

function unique(locations: readonly Location[]): Location[] {
  const seen = new Map(locations.map((each) => [`${each.uri}#${each.range.start}-${each.range.end}`, each]));
  return [...seen.values()];
}
