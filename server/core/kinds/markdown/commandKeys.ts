import type { Schema } from '../../schema/schema.ts';
import { mildHookMap } from '../shared/hooks/hookSchema.ts';
import { checkedTools, effortKey, free, modelKey, words, yesOrNo } from './keys.ts';
import { componentSources } from './sources.ts';

const { skills } = componentSources;

/** The keys of skills and commands that name tools. */
export const commandTools = ['allowed-tools', 'disallowed-tools'] as const;

/** The keys that skills and commands share, in addition to name and description. Their types are as lenient as the app's validator. */
export const commandKeys: Readonly<Record<string, Schema>> = {
  'argument-hint': free('Argument hint', 'What users see after the name: `[issue] [format]`. Any string.', skills, {
    facts: { notes: ['Quote it for strict YAML readers: `"[issue] [format]"`.'] },
  }),
  'allowed-tools': checkedTools(
    'Allowed tools',
    'Tools that run without asking while this is active: `Read, Grep, Bash(git *)`. Other tools can still be used.',
    skills,
  ),
  'disallowed-tools': free('Disallowed tools', 'Tools that cannot be used while this is active.', skills),
  model: modelKey('The model to use while this is active.', skills),
  effort: effortKey,
  'disable-model-invocation': free('Users only', 'With `true`, only users can start it, not Claude.', skills, {
    ...yesOrNo('Only users can start it', 'Claude can start it too'),
    facts: { notes: ['Default: `false`.'] },
  }),
  'user-invocable': free('Show in menu', 'With `false`, it is not shown in the `/` menu.', skills, {
    ...yesOrNo('Shown in the menu', 'Only Claude can use it'),
    facts: { notes: ['Default: `true`.'] },
  }),
  when_to_use: free('When to use', 'More about when Claude should use it, appended to the description.', skills, {
    facts: {
      notes: ['Cowork’s list of skills is reported not to read it: put what triggers the skill in `description`.'],
    },
  }),
  arguments: free('Arguments', 'Names of the arguments, used as `$name` in the body.', skills),
  context: free('Context', 'With `fork`, it runs in its own subagent.', skills, words({ fork: 'In a subagent' })),
  agent: free('Agent', 'The agent that runs it, with `context: fork`.', skills),
  background: free(
    'Background',
    'Whether it runs in the background, while the conversation continues.',
    skills,
    yesOrNo('It does', 'The conversation waits for it'),
  ),
  hooks: free('Hooks', 'Hooks that run while this is active, by event.', skills, {
    ...mildHookMap,
    title: 'Hooks',
    description: 'Hooks that run while this is active, by event.',
  }),
  paths: free('Paths', 'Globs. It is offered only while Claude works with matching files.', skills),
  shell: {
    title: 'Shell',
    description: 'The shell that runs the `!` commands in the body.',
    enum: ['bash', 'powershell'],
    facts: { source: skills, certainty: 'validator' },
  },
  metadata: {
    title: 'Metadata',
    description: 'Custom data, by key.',
    type: ['object', 'null'],
    expected: 'keys and values',
    severity: 'warning',
    facts: { source: skills, certainty: 'validator' },
  },
  license: free('Licence', 'The license, as a name or a file.', componentSources.openSpec),
  compatibility: free('Compatibility', 'What it needs to run. At most 500 characters.', componentSources.openSpec),
};
