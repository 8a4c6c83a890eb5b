import { manifestFlawOpening } from '../../../components/manifestFlawSentences.ts';
import { pathFlaws } from '../../../components/manifestFlaws.ts';
import type { Rule } from '../../../model.ts';

/** Paths begin with `./`. */
export const pathWithoutDotSlash: Rule = {
  id: 'plugin/path-without-dot-slash',
  severity: 'error',
  source: ['code/plugins-reference', 'github/agi-cli-379'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'workspace',
  *check({ document, root, workspace, edit }) {
    const plugin = workspace.pluginOf(document.uri);
    for (const flaw of pathFlaws(root)) {
      if (flaw.problem !== 'no-dot-slash') continue;
      const { key, string, value } = flaw;
      const path = value === '.' ? '' : value.replaceAll('\\', '/').replace(/^\.?\//, '');
      // A bare name usually means something in the default folder: `review` for `./skills/review`.
      const inside = `${key}/${path}`;
      const meant =
        path !== '' && plugin && !workspace.file(`${plugin.uri}/${path}`) && workspace.file(`${plugin.uri}/${inside}`)
          ? inside
          : path;
      yield {
        range: string.range,
        message: `${manifestFlawOpening(flaw)}. Without it the whole plugin fails to load.`,
        fixes: [{ title: `Change to \`./${meant}\``, edits: [edit.replace(string, `./${meant}`)], inFixAll: true }],
      };
    }
  },
};
