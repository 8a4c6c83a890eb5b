import { child, type Node, type ObjectNode, stringOf } from '../syntax/node.ts';
import { kindOfServer, managedServers } from './managedServers.ts';

/** The managed servers that take a name away from the servers of plugins. Those of policy alone are about a plugin's server. */
export const managedByName = (root: Node | undefined): ReadonlyMap<string, ObjectNode> =>
  new Map(
    managedServers(root).flatMap((server) => {
      const name = stringOf(child(server, 'name'));
      return name && kindOfServer(server) !== 'policy-only' ? [[name, server]] : [];
    }),
  );
