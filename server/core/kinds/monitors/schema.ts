import type { Schema } from '../../schema/schema.ts';
import { monitorsOf } from '../shared/servers/monitorSchema.ts';
import { pluginSources } from '../shared/sources.ts';

const facts = {
  source: pluginSources.plugins,
  certainty: 'documented',
  whenWrong: 'No monitor of the plugin runs, without any message.',
  notes: ['Monitors run only in interactive sessions of Claude Code on the command line, not in Cowork.'],
} as const;

const list = monitorsOf(facts, 'warning');

/** `monitors/monitors.json`: a list. An object is accepted here, since a rule reports it. */
export const schema: Schema = {
  title: 'Monitors of a plugin',
  variants: [
    { name: 'an object', when: { type: 'object' }, schema: { type: 'object' } },
    { name: 'monitors', schema: list },
  ],
  facts,
};
