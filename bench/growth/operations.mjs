// What an editor and the command line do with one file, each operation alone.

const base = 'file:///harbour';
const client = { documentChanges: true, renames: true, creates: true, commands: true };
const day = '2026-11-30';

/**
 * Returns the operations on a sample in their order: each needs what the ones before it computed, as in an editor. An operation
 * returns what it found, so that its result is not optimised away.
 * @param core what `core.mjs` bundles
 * @param {import('./rows/row.mjs').Sample} sample
 */
export function operations(core, { main, files, at, tools = {} }) {
  const uriOf = (path) => `${base}/${path}`;
  const settings = core.lintSettings({}, day);
  const workspace = new core.Workspace(core.kinds);
  const linter = new core.Linter(workspace, () => settings);
  for (const path of Object.keys(files))
    workspace.files.add({ uri: uriOf(path), name: core.nameOf(uriOf(path)), type: 'file' });
  for (const [path, text] of Object.entries(files)) if (path !== main) workspace.set(uriOf(path), text);
  const uri = uriOf(main);
  const text = files[main];
  const found = at === undefined ? -1 : text.indexOf(at);
  const cursor = found === -1 ? Math.floor(text.length / 2) : found + 1;
  const known = new Map(Object.entries(tools).map(([name, all]) => [name, all.map((tool) => ({ name: tool }))]));
  const policies = Object.keys(files).filter((path) => /^policy\./.test(path));
  const isPolicy = policies.includes(main);
  let document;
  let diagnostics = [];
  let result;

  const texts = { lines: (of) => core.linesOf(workspace.get(of)), spelling: (of) => of, version: () => 1 };
  const view = () => core.viewOf(workspace, new Set());
  const whole = () => ({ start: 0, end: text.length });
  const published = () => JSON.stringify(diagnostics.map((each) => core.toDiagnostic(each, texts)));
  const inputOf = (chosen) =>
    core.effectiveInput(workspace, {
      policies: chosen.map((path) => ({ uri: uriOf(path), role: 'managed' })),
      orgPlugins: uriOf('org-plugins'),
      tools: known,
      target: settings.target,
    });
  const side = (chosen) => ({ input: inputOf(chosen), text: (of) => workspace.get(of)?.text });
  const format = { isRich: true, uri, place: () => '[here](there)', tool: () => undefined };
  const convert = (to) => {
    try {
      return core.convert(text, to).text;
    } catch (error) {
      // Not everything can be converted; the attempt costs time, too.
      return String(error);
    }
  };

  const all = {
    parse: () => core.parse({ uri, text, kind: workspace.get(uri)?.kind ?? kindOf(core, workspace, uri, text) }),
    set: () => {
      document = workspace.set(uri, text);
      if (!document) throw new Error(`${main} is not a file that Plugboard knows`);
      workspace.noteComplete();
      return document;
    },
    'lint document': () => {
      diagnostics = linter.diagnosticsFor(uri);
      return diagnostics;
    },
    'lint workspace': () => {
      linter.update();
      diagnostics = linter.diagnosticsFor(uri);
      return diagnostics;
    },
    'publish: lines, JSON': published,
    effective: () => {
      result = core.effective(inputOf(policies));
      return result;
    },
    panel: () => JSON.stringify(core.packed(result)),
    tree: () =>
      core.treeRows({
        workspace,
        findings: diagnostics,
        effective: result,
        place: (of, range) => core.linesOf(workspace.get(of)).positionAt(range.start),
      }),
    completion: () => core.complete(document, cursor, { workspace: view(), target: settings.target }),
    hover: () =>
      core.hover(document, cursor, { workspace: view(), target: settings.target, effective: () => result, format }),
    symbols: () => core.symbols(document),
    folds: () => core.folds(document),
    tokens: () => core.semanticTokens(document, settings.target),
    colors: () => core.colors(document),
    links: () => core.links(workspace, document),
    selection: () => core.selectionRanges(document, cursor),
    definition: () => core.definitions(workspace, document, cursor),
    references: () => core.references(workspace, document, cursor, true),
    highlights: () => core.highlights(workspace, document, cursor),
    'workspace symbols': () => core.workspaceSymbols(workspace, 'quay'),
    hints: () =>
      core.inlayHints(document, whole(), { workspace, effective: () => result, tools: known, sizes: new Map() }),
    lenses: () => [...core.codeLenses(document, workspace, () => result)],
    'ignore: one finding': () => diagnostics[0] && core.ignore(workspace, [base], document, diagnostics[0]),
    'fix all: edits': () => {
      const fixes = core.compatibleFixes(diagnostics, ({ files: moved }) => !moved?.length).map(({ fix }) => fix);
      return core.toWorkspaceEdit(uri, fixes, texts, client);
    },
    ...(isPolicy && {
      'convert to JSON': () => convert('json'),
      'convert to profile': () => convert('mobileconfig'),
      'convert to registry': () => convert('reg'),
      'compare with none': () => core.compareTools(side([]), side(policies)),
    }),
    'keystroke: set, lint document': () => {
      document = workspace.set(uri, `${text.slice(0, cursor)}x${text.slice(cursor)}`, { isEdited: true });
      diagnostics = linter.diagnosticsFor(uri);
      return diagnostics;
    },
    'keystroke: settle': () => linter.update(),
  };
  return all;
}

/** Returns the kind of a file that is not in the workspace yet. */
function kindOf(_core, workspace, uri, text) {
  const kind = workspace.set(uri, text)?.kind;
  workspace.delete(uri);
  return kind;
}
