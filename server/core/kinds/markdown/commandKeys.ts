import type { Schema } from '../../schema/schema.ts';
import { mildHookMap } from '../shared/hooks/hookSchema.ts';
import { checkedTools, effortKey, free, modelKey, words, yesOrNo } from './keys.ts';
import { componentSources } from './sources.ts';

const { skills } = componentSources;

/** The keys of skills and commands that name tools. */
export const commandTools = ['allowed-tools', 'disallowed-tools'] as const;

/** The keys that skills and commands share, beside name and description. Their types are as lenient as the app's validator. */
export const commandKeys: Readonly<Record<string, Schema>> = {
  'argument-hint': free('Argument hint', 'What users see after the name: `[issue] [format]`. Any string.', skills, {
    facts: { notes: ['Quote it for strict YAML readers: `"[issue] [format]"`.'] },
  }),
  'allowed-tools': checkedTools(
    'Allowed tools',
    'Tools that run without asking while this is active: `Read, Grep, Bash(git *)`. Others can still be used.',
    skills,
  ),
  'disallowed-tools': free('Disallowed tools', 'Tools that cannot be used while this is active.', skills),
  model: modelKey('The model to use while this is active.', skills),
  effort: effortKey,
  'disable-model-invocation': free('Only for users', 'With `true` only users start it, never Claude itself.', skills, {
    ...yesOrNo('Only users start it', 'Claude may start it too'),
    facts: { notes: ['Default: `false`.'] },
  }),
  'user-invocable': free('In the menu', 'With `false` it is not offered in the `/` menu.', skills, {
    ...yesOrNo('Offered in the menu', 'Only Claude uses it'),
    facts: { notes: ['Default: `true`.'] },
  }),
  when_to_use: free('When to use', 'More on when Claude should use it, added to the description.', skills, {
    facts: {
      notes: ['Cowork’s list of skills is reported not to read it: keep what triggers a skill in `description`.'],
    },
  }),
  arguments: free('Arguments', 'Names of the arguments, for `$name` in the body.', skills),
  context: free('Context', 'With `fork` it runs in a sub-agent of its own.', skills, words({ fork: 'In a sub-agent' })),
  agent: free('Agent', 'Which agent runs it, with `context: fork`.', skills),
  background: free(
    'Background',
    'Whether it runs while the conversation goes on.',
    skills,
    yesOrNo('It does', 'The conversation waits for it'),
  ),
  hooks: free('Hooks', 'What runs when something happens while this is active, by event.', skills, {
    ...mildHookMap,
    title: 'Hooks',
    description: 'What runs when something happens while this is active, by event.',
  }),
  paths: free('Paths', 'Globs: it is offered only while work touches such files.', skills),
  shell: {
    title: 'Shell',
    description: 'Which shell runs the `!` commands of the body.',
    enum: ['bash', 'powershell'],
    facts: { source: skills, certainty: 'validator' },
  },
  metadata: {
    title: 'Metadata',
    description: 'Anything of your own, by key.',
    type: 'object',
    expected: 'keys and values',
    severity: 'warning',
    facts: { source: skills, certainty: 'validator' },
  },
  license: free('Licence', 'The licence, by name or by file.', componentSources.openSpec),
  compatibility: free('Compatibility', 'What it needs to run, in up to 500 characters.', componentSources.openSpec),
};
