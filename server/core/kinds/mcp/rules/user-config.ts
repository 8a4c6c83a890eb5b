import type { HostScope, Problem, TextRange } from '../../../base/text.ts';
import { type ServerFlaw, serverFlawsOf } from '../../../components/serverFlaw.ts';
import { serverFlawOpening } from '../../../components/serverFlawSentences.ts';
import { serverFlaws } from '../../../components/serverFlaws.ts';
import type { Document, PluginRoot, Rule, WorkspaceView } from '../../../model.ts';
import { type OptionUse, optionUses } from '../../shared/plugin/optionChecks.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { ownPlugin } from '../ownPlugin.ts';

/**
 * The validator rejects a server with an option that `userConfig` does not declare; Cowork is reported to drop local servers of
 * a plugin with any option.
 */
export const userConfig: Rule = {
  id: 'mcp/user-config',
  aliases: ['plugin/undeclared-option'],
  severity: 'error',
  source: ['code/plugins-reference', 'claude-code-validator', 'third-party'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    const plugin = ownPlugin(document, workspace);
    if (!plugin) return;
    const declared = declaredOptions(plugin, workspace);
    for (const { name, entry } of serversOf(serverMap(root))) {
      // For `.mcp.json` the effect in the validator is documented; for servers inside a manifest nothing is known.
      const loss = document.inline ? `\`${name}\` does not work` : `Claude Code drops \`${name}\``;
      const flaws = serverFlaws(entry, { options: declared });
      const place = placesIn(document);
      const undeclared = serverFlawsOf(flaws, 'undeclared-option', 'option-with-default').map(place);
      const [first] = serverFlawsOf(flaws, 'user-config').map(place);
      yield* undeclared.map((each) => refused(each, loss));
      if (first) yield dropped(first, name, undeclared.length > 0);
      else yield* undeclared.flatMap(notFilledIn);
      yield* serverFlawsOf(flaws, 'option-in-helper')
        .map(place)
        .map((each) => inHelper(each, loss));
    }
  },
};

/** Only Claude Code is known to reject such a server. */
const appliesTo: HostScope = { hosts: ['claude-code'] };

/** Returns the options that the plugin's manifest declares; undefined without a manifest. */
function declaredOptions({ manifest }: PluginRoot, workspace: WorkspaceView): ReadonlySet<string> | undefined {
  if (!manifest?.endsWith('/plugin.json')) return undefined;
  const facts = workspace.factsBelow('user-config', manifest);
  return new Set(facts.map(({ fact }) => fact.name));
}

/** A flaw of an option, and the range of the option in the file. */
interface Place {
  readonly flaw: OptionFlaw;
  readonly use: OptionUse | undefined;
  readonly range: TextRange;
}
type OptionFlaw = ServerFlaw<'undeclared-option' | 'option-with-default' | 'user-config' | 'option-in-helper'>;

const placesIn =
  (document: Document) =>
  (flaw: OptionFlaw): Place => {
    const use = flaw.node.type === 'string' ? optionUses(document, flaw.node)[flaw.nth] : undefined;
    return { flaw, use, range: use?.range ?? flaw.node.range };
  };

function refused({ flaw, use, range }: Place, loss: string): Problem {
  if (flaw.code === 'undeclared-option') {
    const message = `${serverFlawOpening(flaw)}, so ${loss}. Declare it there.`;
    return { range, message, appliesTo };
  }
  return {
    range,
    appliesTo,
    message: `${serverFlawOpening(flaw)}: ${loss}. Set the default in the manifest.`,
    ...(use?.rest && {
      fixes: [{ title: 'Remove the default', edits: [{ range: use.rest, newText: '' }], inFixAll: true }],
    }),
  };
}

/** One mistake, one message: `isRefused` if Claude Code drops the server anyway. */
const dropped = ({ flaw, range }: Place, name: string, isRefused: boolean): Problem => ({
  range,
  severity: 'hint',
  appliesTo: { hosts: ['desktop-3p'], ...(isRefused && { mixed: 'off' }) },
  message: `${serverFlawOpening(flaw)}. A managed server in the policy can set \`env\` for \`${name}\`.`,
});

/** If Claude Code is a target, another message covers more. */
function notFilledIn({ flaw, range }: Place): readonly Problem[] {
  if (flaw.code !== 'undeclared-option') return [];
  const message = `${serverFlawOpening(flaw)}, so users are not asked for it and it is not substituted. Declare it there.`;
  return [{ range, severity: 'hint', appliesTo: { hosts: ['desktop-3p'], mixed: 'off' }, message }];
}

const inHelper = ({ flaw, range }: Place, loss: string): Problem => ({
  range,
  appliesTo,
  message: `${serverFlawOpening(flaw)}, because a shell reads it: ${loss}. Use them in \`headers\`.`,
});
