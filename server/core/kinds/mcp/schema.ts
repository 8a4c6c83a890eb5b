import type { Schema } from '../../schema/schema.ts';
import { mcpServerDefs, mcpServers } from '../shared/servers/mcpServers.ts';
import { pluginSources } from '../shared/sources.ts';

const list: Schema = { title: 'List of servers', type: 'array' };

const servers: Schema = {
  title: 'MCP servers',
  description:
    'The servers by name. In a policy, `orgPluginSettings` locks the tools of a plugin’s servers under these names.',
  variants: [
    { name: 'a list', when: { type: 'array' }, schema: list },
    { name: 'servers by name', schema: mcpServers },
  ],
  facts: {
    source: pluginSources.extensions,
    certainty: 'documented',
    whenWrong: 'No server of the file is connected.',
    notes: ['Unlike `managedMcpServers` this is a map, not a list, and entries have no `name`.'],
  },
};

const $schema: Schema = { title: 'Schema', description: 'A URL for editors; no app reads it.' };

/** `.mcp.json`: a map of servers under `mcpServers`, or flat. Lists are accepted here; a rule reports them and converts them to a map. */
export const schema: Schema = {
  title: 'MCP servers of a plugin or a project',
  variants: [
    { name: 'a list', when: { type: 'array' }, schema: list },
    {
      name: 'servers below `mcpServers`',
      when: { has: 'mcpServers' },
      schema: { type: 'object', properties: { mcpServers: servers, $schema } },
    },
    {
      name: 'servers by name',
      schema: {
        type: 'object',
        properties: { mcpServers: servers, $schema },
        // Known misspellings of `mcpServers`, which a rule reports.
        patternProperties: { '^([Mm]anaged)?([Mm]cp_?)?[Ss]ervers?$': {} },
        additionalProperties: { $ref: '#/$defs/mcpServer' },
      },
    },
  ],
  $defs: mcpServerDefs,
};
