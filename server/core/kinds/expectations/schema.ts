import { toolLimits } from '../../expectations/expectation.ts';
import type { KeyFacts, Schema } from '../../schema/schema.ts';
import { surfaces } from '../../vocabulary/names.ts';
import { states } from '../../vocabulary/states.ts';

const facts: KeyFacts = { whenWrong: 'The expectation is not tested, and `plugboard test` fails.' };
const name = (title: string, description: string): Schema => ({
  title,
  description,
  type: 'string',
  minLength: 1,
  facts,
});

/** One entry of `expect`. */
export const entry: Schema = {
  title: 'Expectation',
  type: 'object',
  properties: {
    tool: name(
      'Tool',
      'The name of a tool of a server, such as `delete_*`: `*` matches any characters. It also covers tools that a server may have but that are not listed.',
    ),
    builtinTool: name('Built-in tool', 'The name of a built-in tool, such as `Bash`. `*` matches any characters.'),
    server: name('Server', 'The name of a server. With `tool`: only tools of this server. `*` matches any characters.'),
    plugin: name(
      'Plugin',
      'The name of a plugin’s folder. With `tool` or `server`: only those of this plugin. `*` matches any characters.',
    ),
    tab: { ...name('Tab', 'The tab of the app.'), enum: [...surfaces] },
    setting: name('Setting', 'A key of the policy, such as `coworkEgressAllowedHosts`.'),
    atMost: {
      title: 'At most',
      description:
        'For a tool: the loosest state that is allowed. For a setting: a value; every value that is as strict or stricter is allowed too.',
      suggestions: toolLimits.map((value) => ({ value, description: states[value].sentence })),
      facts,
    },
    is: {
      title: 'Is',
      description:
        'The state, or a list of allowed ones: `allow`, `ask`, `user`, `blocked` or `removed` for tools; `active`, `inactive` or `missing` for servers and plugins; `on` or `off` for tabs; the value of a setting, where `null` means not set.',
      facts,
    },
    hosts: {
      title: 'Hosts',
      description:
        'The hosts on which active servers may be, such as `*.example.com`. Programs on the computer are not allowed unless `local` is true.',
      type: 'array',
      items: { type: 'string', minLength: 1 },
      facts,
    },
    local: {
      title: 'Local servers',
      description: 'With `hosts`: whether servers may also be programs on the computer.',
      type: 'boolean',
      default: false,
      facts,
    },
    surfaces: {
      title: 'Surfaces',
      description: 'Where it must hold (default: on every surface whose tab is on).',
      type: 'array',
      minItems: 1,
      items: { type: 'string', enum: [...surfaces] },
      facts,
    },
    fleets: {
      title: 'Fleets',
      description: 'The fleets of `.plugboard.json` for which it must hold (default: all).',
      type: 'array',
      minItems: 1,
      items: { type: 'string', minLength: 1 },
      facts,
    },
    why: {
      title: 'Why',
      description: 'The reason, which is shown when the expectation does not hold.',
      type: 'string',
    },
  },
};

/** `*.expect.json` */
export const schema: Schema = {
  title: 'Expectations',
  description:
    'What must hold for policy and plugins. `plugboard test` evaluates it for every fleet of `.plugboard.json`.',
  type: 'object',
  required: ['expect'],
  properties: {
    expect: { title: 'Expectations', type: 'array', items: entry, facts },
    $schema: { title: 'Schema', description: 'A URL for editors; Plugboard does not read it.' },
  },
};
