import { allowedStates, type Subject, subjects } from '../../expectations/expectation.ts';
import type { Document, ValueItem, ValueProvider, WorkspaceView } from '../../model.ts';
import { builtinTools } from '../../policy/builtinTools.ts';
import { policyKeys } from '../../policy/catalogue.ts';
import { nodeAt, type Path, property } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';

interface Context {
  readonly document: Document;
  readonly workspace: WorkspaceView;
  readonly path: Path;
}

/** Joins values that several files name. */
const unique = (items: readonly ValueItem[]): ValueItem[] => [
  ...new Map(items.map((item) => [item.value, item])).values(),
];

const tools = ({ workspace }: Context): ValueItem[] =>
  unique([
    ...workspace.facts('known-tool').map(({ fact }) => ({ value: fact.data.tool, detail: `a tool of ${fact.name}` })),
    ...workspace.facts('tool-policy').map(({ fact }) => ({ value: fact.data.tool, detail: `a rule for ${fact.name}` })),
  ]);

const servers = ({ workspace }: Context): ValueItem[] =>
  unique(workspace.facts('server').map(({ fact }) => ({ value: fact.name, detail: `a ${fact.data.layer} server` })));

const plugins = ({ workspace }: Context): ValueItem[] =>
  unique(
    workspace
      .facts('plugin-manifest')
      .map(({ fact }) => ({ value: fact.data.directory, detail: 'a plugin of this workspace' })),
  );

const fleets = ({ workspace }: Context): ValueItem[] =>
  unique(workspace.facts('fleet').map(({ fact }) => ({ value: fact.name, detail: 'a fleet of `.plugboard.json`' })));

/** Offers the states of the entry's subject. */
function states({ document, path }: Context): ValueItem[] {
  const entry = nodeAt(parse(document).root, path.slice(0, 2));
  const subject = subjects.find(
    (each): each is Exclude<Subject, 'setting'> => each !== 'setting' && !!property(entry, each),
  );
  return subject ? allowedStates[subject].map((value) => ({ value })) : [];
}

const at = (...path: string[]): Pick<ValueProvider, 'at' | 'offers'> => ({
  at: ['expect', '*', ...path],
  offers: 'values',
});

/** Completes names that the workspace has, and states that fit the subject. */
export const values: readonly ValueProvider[] = [
  { ...at('tool'), items: tools },
  { ...at('server'), items: servers },
  { ...at('plugin'), items: plugins },
  {
    ...at('builtinTool'),
    items: () => builtinTools.map(({ name, description }) => ({ value: name, detail: description })),
  },
  { ...at('setting'), items: () => [...policyKeys.values()].map(({ key, title }) => ({ value: key, detail: title })) },
  { ...at('is'), items: states },
  { ...at('is', '*'), items: states },
  { ...at('fleets', '*'), items: fleets },
];
