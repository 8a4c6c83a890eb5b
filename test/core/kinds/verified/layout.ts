import { agentText, type Case, commandText, key, manifestPath, row, skillText } from './case.ts';

const link = (path: string, target: string | null) => ({ traits: { [path]: { link: { target } } } });
const named = (name: string) => skillText.replace('review', name);
const gone = (what: string) =>
  ({ ours: 'warning', because: `documented, and the app’s own list shows it: ${what}` }) as const;
const whole =
  '{ "name": "reviewer", "version": "1.0.0", "description": "Reviews changes", "author": { "name": "Harbour" } }';

/** The locations of a plugin's parts. */
export const layoutCases: readonly Case[] = [
  // The manifest.
  row(
    'the folder of the manifest without its dot',
    { [manifestPath]: null, 'claude-plugin/plugin.json': whole, 'agents/judge.md': agentText },
    'error',
  ),
  row(
    'the folder without its dot, with skills',
    { [manifestPath]: null, 'claude-plugin/plugin.json': whole, 'skills/review/SKILL.md': skillText },
    'silent',
    {
      ours: 'error',
      because: 'documented for Cowork; and the manifest is lost in both',
    },
  ),

  row('no manifest, but skills', { [manifestPath]: null, 'skills/review/SKILL.md': skillText, LICENSE: '' }, 'silent', {
    cowork: 'error',
  }),
  row('no manifest, but agents', { [manifestPath]: null, 'agents/judge.md': agentText, LICENSE: '' }, 'error', {
    ours: 'silent',
    because: 'elsewhere than among org plugins, such a folder is not known to be a plugin',
    cowork: 'error',
  }),
  row('no manifest, but a skill at the top', { [manifestPath]: null, 'SKILL.md': skillText, LICENSE: '' }, 'error', {
    ours: 'silent',
    because: 'elsewhere than among org plugins, such a folder is not known to be a plugin',
    cowork: 'silent',
  }),
  row(
    'the manifest at the top',
    { [manifestPath]: null, 'plugin.json': whole, 'agents/judge.md': agentText },
    'error',
    {
      ours: 'silent',
      because: 'elsewhere than among org plugins, such a folder is not known to be a plugin',
      cowork: 'error',
    },
  ),

  // Skills.
  row('a skill', { 'skills/review/SKILL.md': skillText }, 'silent'),
  row('a skill in another case', { 'skills/review/skill.md': skillText }, 'silent', {
    ours: 'error',
    because: 'documented: the file is called SKILL.md; the app’s own list lacks it',
  }),
  row('a skill called like its folder', { 'skills/review/review.md': skillText }, 'silent', {
    ours: 'error',
    because: 'documented: the file is called SKILL.md; the app’s own list lacks it',
  }),
  row('a skill without folder', { 'skills/review.md': skillText }, 'silent', gone('it is missing')),
  row('a skill too deep', { 'skills/code/review/SKILL.md': skillText }, 'silent', gone('only one level is read')),
  row(
    'the folder of skills as one skill',
    { 'skills/SKILL.md': skillText, 'skills/judge/SKILL.md': named('judge') },
    'silent',
    gone('its neighbours are hidden'),
  ),
  row('a skill at the top', { 'SKILL.md': skillText }, 'silent'),
  row(
    'a skill at the top beside skills',
    { 'SKILL.md': skillText, 'skills/judge/SKILL.md': named('judge') },
    'silent',
    { ...gone('it is missing'), cowork: 'silent' },
  ),
  key('a skill at the top that the manifest names', { skills: ['./'] }, 'silent', {
    files: { 'SKILL.md': skillText, 'skills/judge/SKILL.md': named('judge') },
  }),
  row('another name than the folder', { 'skills/review/SKILL.md': named('judge') }, 'silent'),

  // Commands and agents.
  row('commands in folders', { 'commands/git/push.md': commandText }, 'silent'),
  row('a README among the commands', { 'commands/README.md': '# Commands\n' }, 'warning', { cowork: 'silent' }),
  row('a README among the agents', { 'agents/README.md': '# Agents\n' }, 'warning', { cowork: 'silent' }),
  row(
    'components inside the folder of the manifest',
    { '.claude-plugin/skills/review/SKILL.md': skillText },
    'silent',
    gone('they are missing'),
  ),

  // Links.
  row('a skill that is a link', { 'skills/review/SKILL.md': skillText }, 'warning', {
    ...link('skills/review/SKILL.md', 'file:///elsewhere/SKILL.md'),
  }),
  row('a link inside the plugin', { 'agents/judge.md': agentText, 'shared/judge.md': agentText }, 'warning', {
    ...link('agents/judge.md', 'file:///w/sources/reviewer/shared/judge.md'),
    cowork: 'silent',
  }),

  row(
    'hooks that are a link',
    { 'hooks/hooks.json': '{ "hooks": {} }', 'shared/hooks.json': '{ "hooks": {} }' },
    'warning',
    {
      ...link('hooks/hooks.json', 'file:///w/sources/reviewer/shared/hooks.json'),
      cowork: 'silent',
    },
  ),
  row('another file that is a link', { 'notes/a.txt': '', 'shared/a.txt': '' }, 'silent', {
    traits: {
      'notes/a.txt': { link: { target: 'file:///w/sources/reviewer/shared/a.txt' } },
    },
  }),

  // Other files.
  row('CLAUDE.md at the top', { 'CLAUDE.md': '# Rules\n' }, 'warning', { cowork: 'silent' }),
  row('AGENTS.md at the top', { 'AGENTS.md': '# Rules\n' }, 'silent'),
  row('settings', { 'settings.json': '{ "agent": "judge" }', 'agents/judge.md': agentText }, 'silent'),
  row('version.json', { 'version.json': '{ "version": "1.0.0" }' }, 'silent'),
  row('version.json in the wrong place', { '.claude-plugin/version.json': '{ "version": "1.0.0" }' }, 'silent', {
    ours: 'warning',
    because: 'documented for Cowork, the only app that reads it',
  }),
  row('version.json as a number', { 'version.json': '{ "version": 1 }' }, 'silent', {
    ours: 'warning',
    because: 'documented for Cowork, the only app that reads it',
  }),
];
