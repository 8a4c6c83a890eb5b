import { builtinTools } from '../../policy/builtinTools.ts';
import type { ValueDifference } from '../../policy/order/places.ts';
import { definingFields } from '../definitions.ts';

const builtinNames: ReadonlySet<string> = new Set(
  builtinTools.flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias])),
);
/** Lists of names of built-in tools: each name has its own row, unless no tool has this name. */
const builtinLists: ReadonlySet<string> = new Set(['disabledBuiltinTools', 'builtinToolPolicy']);
/** Returns the name of a tool without the calls that a rule names. */
const toolOf = (rule: string): string => rule.replace(/\(.*$/s, '');

/** Places in a managed server that rows show: its definition, and what its tools may do. */
const serverFields: ReadonlySet<string> = new Set(['toolPolicy', 'transport', 'name', ...definingFields]);
/** The field of an entry that a path such as `[crm].oauth.scope` leads into. */
const fieldOf = (path: string): string => path.slice(path.lastIndexOf('].') + 2).split('.', 1)[0] ?? '';

/** Returns the part of a difference that rows of tools and servers do not show; undefined if they show all of it. */
export function beyondTools(key: string, difference: ValueDifference): ValueDifference | undefined {
  // Every rule of this key has a row, even for tools and servers that are not known here.
  if (key === 'orgPluginSettings') return undefined;
  if (key === 'managedMcpServers')
    return difference.path === '' || serverFields.has(fieldOf(difference.path)) ? undefined : difference;
  if (!builtinLists.has(key)) return difference;
  const [added, removed] = [difference.added, difference.removed].map((names) =>
    names.filter((name) => !builtinNames.has(toolOf(name))),
  );
  return added?.length || removed?.length
    ? { ...difference, added: added ?? [], removed: removed ?? [], direction: 'changed' }
    : undefined;
}
