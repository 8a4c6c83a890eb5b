import {
  child,
  type Document,
  type FactLocation,
  itemsOf,
  nameOf,
  parse,
  propertiesOf,
  stringOf,
} from '../../core/index.ts';
import type { TreeRow } from '../../protocol.ts';
import { type PluginContents, problemsIn, type TreeContext } from './context.ts';
import { serverRow } from './serverRow.ts';

const groups = [
  { name: 'Skills', icon: 'lightbulb', rows: partRows('skill') },
  { name: 'Agents', icon: 'hubot', rows: partRows('agent') },
  { name: 'Commands', icon: 'terminal', rows: partRows('command') },
  { name: 'Hooks', icon: 'zap', rows: hookRows },
  { name: 'Servers', icon: 'server', rows: serverRows },
];

/** Returns the content of a plugin, by group; empty groups are left out. */
export function groupRows(context: TreeContext, contents: PluginContents): TreeRow[] {
  return groups.flatMap(({ name, icon, rows }) => {
    const children = unique(rows(context, contents));
    if (children.length === 0) return [];
    const problems = {
      errors: children.reduce((sum, row) => sum + (row.problems?.errors ?? 0), 0),
      warnings: children.reduce((sum, row) => sum + (row.problems?.warnings ?? 0), 0),
    };
    const id = `group:${contents.root.uri}:${name.toLowerCase()}`;
    const counted = problems.errors + problems.warnings > 0 ? { problems } : {};
    return [{ id, label: name, description: String(children.length), icon, context: 'group', children, ...counted }];
  });
}

/** Two rows of the same name need different ids. */
function unique(rows: readonly TreeRow[]): TreeRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const times = (seen.get(row.id) ?? 0) + 1;
    seen.set(row.id, times);
    return times > 1 ? { ...row, id: `${row.id}#${times}` } : row;
  });
}

function partRows(type: 'skill' | 'agent' | 'command') {
  return (context: TreeContext, { facts, root }: PluginContents): TreeRow[] =>
    facts.filter(({ fact }) => fact.type === type).map((found) => partRow(context, type, root.directory, found));
}

function partRow(context: TreeContext, type: string, plugin: string, { uri, fact }: FactLocation): TreeRow {
  const document = context.workspace.get(uri);
  const description = stringOf(child(document && parse(document).root, 'description'))
    ?.replaceAll(/\s+/g, ' ')
    .trim();
  return {
    id: `${type}:${uri}`,
    label: fact.name || nameOf(uri),
    ...(description && { description: description.length > 100 ? `${description.slice(0, 99)}…` : description }),
    tooltip: [`${fact.name}, ${type} of plugin ${plugin}`, description].filter(Boolean).join('\n'),
    icon: 'file',
    place: context.place(uri, fact.range),
    resource: uri,
    context: type,
    ...problemsIn(context, uri),
  };
}

function hookRows(context: TreeContext, { documents, root }: PluginContents): TreeRow[] {
  return documents
    .filter(({ kind }) => kind.id === 'hooks')
    .flatMap((document) => eventRows(context, document, root.directory));
}

function eventRows(context: TreeContext, document: Document, plugin: string): TreeRow[] {
  const events = propertiesOf(child(parse(document).root, 'hooks'));
  return events.map(({ key, keyNode, valueNode, range }) => {
    const handlers = itemsOf(valueNode).flatMap((matcher) => itemsOf(child(matcher, 'hooks'))).length;
    const description = handlers === 1 ? '1 handler' : `${handlers} handlers`;
    return {
      id: `hook:${document.uri}:${key}`,
      label: key,
      description,
      tooltip: `Hooks of plugin ${plugin} on ${key}\n${description}`,
      icon: 'zap',
      place: context.place(document.uri, keyNode.range),
      resource: document.uri,
      context: 'hook',
      ...problemsIn(context, document.uri, range),
    };
  });
}

function serverRows(context: TreeContext, contents: PluginContents): TreeRow[] {
  return contents.facts.flatMap(({ uri, fact }) =>
    fact.type === 'server' && fact.data.layer === 'plugin' ? [serverRow(context, contents, { uri, fact })] : [],
  );
}
