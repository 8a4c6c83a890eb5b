import type { HostScope, Problem } from '../../../base/text.ts';
import type { Document, Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { type OptionUse, optionUses } from '../../shared/plugin/optionChecks.ts';
import { type ServerEntry, serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { serverTexts } from '../../shared/servers/serverTexts.ts';
import { ownPlugin } from '../ownPlugin.ts';

/** The validator refuses a server with a value that `userConfig` does not declare; Cowork is reported to drop programs of a plugin with any such value. */
export const userConfig: Rule = {
  id: 'mcp/user-config',
  aliases: ['plugin/undeclared-option'],
  severity: 'error',
  source: ['code/plugins-reference', 'claude-code-validator', 'third-party'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'workspace',
  *check(context) {
    const { document, root, workspace } = context;
    const plugin = ownPlugin(document, workspace);
    if (!plugin?.manifest?.endsWith('/plugin.json')) return;
    const facts = workspace.facts('user-config').filter(({ uri }) => uri === plugin.manifest);
    const declared = new Set(facts.map(({ fact }) => fact.name));
    for (const server of serversOf(serverMap(root))) {
      const uses = serverTexts([server]).flatMap(({ node }) => optionUses(document, node));
      // Of `.mcp.json` the validator says what it does; of servers inside of a manifest nothing is known.
      const loss = document.inline ? `\`${server.name}\` does not work` : `Claude Code drops \`${server.name}\``;
      const refused = uses.flatMap((use) => whyRefused(use, declared, loss) ?? []);
      yield* refused;
      const [first] = uses;
      if (first && child(server.entry, 'command')) yield dropped(first, server, refused.length > 0);
      else yield* notFilledIn(uses, declared);
      yield* inHelper(document, server, loss);
    }
  },
};

/** Only Claude Code is known to refuse such a server. */
const appliesTo: HostScope = { hosts: ['claude-code'] };

function whyRefused(
  { range, name, rest }: OptionUse,
  declared: ReadonlySet<string>,
  loss: string,
): Problem | undefined {
  if (!declared.has(name)) {
    const message = `The manifest has no \`${name}\` in \`userConfig\`, so ${loss}. Declare it there.`;
    return { range, message, appliesTo };
  }
  if (!rest) return undefined;
  return {
    range,
    appliesTo,
    message: `A value of \`userConfig\` takes no default here: ${loss}. Write the default into the manifest.`,
    fixes: [{ title: 'Remove the default', edits: [{ range: rest, newText: '' }], inFixAll: true }],
  };
}

/** One mistake, one message: `isRefused` where Claude Code drops the server anyway. */
const dropped = ({ range }: OptionUse, { name }: ServerEntry, isRefused: boolean): Problem => ({
  range,
  severity: 'hint',
  appliesTo: { hosts: ['desktop-3p'], ...(isRefused && { mixed: 'off' }) },
  message: `Cowork is reported to drop programs of a plugin that use \`user_config\`. A managed server in the policy can set \`env\` for \`${name}\`.`,
});

/** Where Claude Code is a target, it says more. */
function* notFilledIn(uses: readonly OptionUse[], declared: ReadonlySet<string>): Generator<Problem> {
  for (const { range, name } of uses) {
    if (declared.has(name)) continue;
    const message = `The manifest has no \`${name}\` in \`userConfig\`, so nobody is asked for it and it is not filled in. Declare it there.`;
    yield { range, severity: 'hint', appliesTo: { hosts: ['desktop-3p'], mixed: 'off' }, message };
  }
}

/** A shell reads the helper, and no value of users is let into one. */
function* inHelper(document: Document, { entry }: ServerEntry, loss: string): Generator<Problem> {
  const helper = child(entry, 'headersHelper');
  for (const { range } of helper?.type === 'string' ? optionUses(document, helper) : []) {
    yield {
      range,
      appliesTo,
      message: `A shell reads \`headersHelper\`, and values of users are refused there: ${loss}. Use them in \`headers\`.`,
    };
  }
}
