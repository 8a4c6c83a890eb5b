import type { EffectiveServer, Reason } from '../../core/effective/model.ts';
import { placeAt } from '../../core/features/place.ts';
import type { Found } from '../../core/model.ts';
import { parse } from '../../core/workspace/parse.ts';
import type { TreeRow } from '../../protocol.ts';
import { type PluginContents, problemsIn, serverOf, type TreeContext } from './context.ts';

interface Look {
  readonly icon: string;
  readonly color?: string;
  readonly description: string;
}

/** A server of a plugin with what becomes of it in Cowork. */
export function serverRow(context: TreeContext, { root }: PluginContents, { uri, fact }: Found): TreeRow {
  const server = serverOf(context, root.directory, fact.name);
  const transport = server?.transport ?? String(fact.data?.transport ?? '');
  const look = server ? lookOf(server) : { icon: 'plug', description: transport };
  const document = context.workspace.get(uri);
  const entry = document && placeAt(parse(document).root, fact.range.start)?.key;
  return {
    id: `server:${uri}:${fact.name}`,
    label: fact.name,
    ...look,
    tooltip: [`Server ${fact.name} of plugin ${root.directory}`, look.description, server?.why]
      .filter(Boolean)
      .join('\n'),
    place: context.place(uri, fact.range),
    resource: uri,
    context: 'server',
    ...problemsIn(context, uri, entry?.range ?? fact.range),
  };
}

function lookOf({ active, reason, why, transport, tools, needsSignIn }: EffectiveServer): Look {
  if (active) {
    const count = tools.length === 1 ? '1 tool' : `${tools.length} tools`;
    const parts = [transport, 'active', tools.length > 0 && count, needsSignIn && 'needs sign-in'];
    return { icon: 'plug', color: 'charts.green', description: parts.filter(Boolean).join(' · ') };
  }
  return { description: why ?? 'inactive', icon: 'circle-slash', ...(reason && inactive(reason, transport, why)) };
}

function inactive(reason: Reason, transport: string, why: string | null): Partial<Look> {
  if (reason.startsWith('shadowed-by:')) {
    const layer = reason.slice('shadowed-by:'.length);
    const winner =
      layer === 'managed' ? 'the managed server' : layer === 'plugin' ? 'another plugin' : `a server of the ${layer}`;
    return { icon: 'layers', description: `shadowed by ${winner}` };
  }
  switch (reason) {
    case 'isLocalDevMcpEnabled=false':
    case 'local-servers-blocked':
      return { description: `${transport} · local servers are off by policy` };
    case 'plugin-not-installed':
      return { icon: 'circle-large', description: 'inactive: plugin not installed' };
    case 'unsupported-entry':
    case 'invalid-entry':
      return {
        icon: 'error',
        color: 'list.errorForeground',
        description: `unsupported: ${lowerFirst(why ?? 'not readable')}`,
      };
    default:
      return {};
  }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
