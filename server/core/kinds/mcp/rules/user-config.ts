import type { Problem } from '../../../base/text.ts';
import type { Document, Rule, RuleContext } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { type OptionUse, optionUses } from '../../shared/plugin/optionChecks.ts';
import { type ServerEntry, serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { serverTexts } from '../../shared/servers/serverTexts.ts';
import { ownPlugin } from '../ownPlugin.ts';

/**
 * Source: the validator of Claude Code refuses a server with a value that `userConfig` does not declare;
 * third-party notes say that Cowork drops programs of a plugin with any such value.
 */
export const userConfig: Rule = {
  id: 'mcp/user-config',
  aliases: ['plugin/undeclared-option'],
  severity: 'error',
  scope: 'workspace',
  *check(context) {
    const { document, root, target, workspace } = context;
    const plugin = ownPlugin(document, workspace);
    if (!plugin?.manifest?.endsWith('/plugin.json')) return;
    const facts = workspace.facts('user-config').filter(({ uri }) => uri === plugin.manifest);
    const declared = new Set(facts.map(({ fact }) => fact.name));
    const isForCode = target.hosts.includes('claude-code');
    for (const server of serversOf(serverMap(root))) {
      const uses = serverTexts([server]).flatMap(({ node }) => optionUses(document, node));
      // Of `.mcp.json` the validator says what it does; of servers inside of a manifest nothing is known.
      const loss = document.inline ? `\`${server.name}\` does not work` : `Claude Code drops \`${server.name}\``;
      const refused = isForCode ? uses.flatMap((use) => whyRefused(use, declared, loss) ?? []) : [];
      yield* refused;
      const [first] = uses;
      if (first && refused.length === 0 && child(server.entry, 'command')) yield* dropped(first, server, context);
      else if (!isForCode) yield* notFilledIn(uses, declared);
      if (isForCode) yield* inHelper(document, server, loss);
    }
  },
};

function whyRefused(
  { range, name, rest }: OptionUse,
  declared: ReadonlySet<string>,
  loss: string,
): Problem | undefined {
  if (!declared.has(name)) {
    const message = `The manifest has no \`${name}\` in \`userConfig\`, so ${loss}. Declare it there.`;
    return { range, message };
  }
  if (!rest) return undefined;
  return {
    range,
    message: `A value of \`userConfig\` takes no default here: ${loss}. Write the default into the manifest.`,
    fixes: [{ title: 'Remove the default', edits: [{ range: rest, newText: '' }], inFixAll: true }],
  };
}

function* dropped({ range }: OptionUse, { name }: ServerEntry, { target }: RuleContext): Generator<Problem> {
  if (!target.hosts.includes('desktop-3p')) return;
  yield {
    range,
    severity: 'hint',
    message: `Cowork is reported to drop programs of a plugin that use \`user_config\`. A managed server in the policy can set \`env\` for \`${name}\`.`,
  };
}

function* notFilledIn(uses: readonly OptionUse[], declared: ReadonlySet<string>): Generator<Problem> {
  for (const { range, name } of uses) {
    if (declared.has(name)) continue;
    const message = `The manifest has no \`${name}\` in \`userConfig\`, so nobody is asked for it and it is not filled in. Declare it there.`;
    yield { range, severity: 'hint', message };
  }
}

/** A shell reads the helper, and no value of users is let into one. */
function* inHelper(document: Document, { entry }: ServerEntry, loss: string): Generator<Problem> {
  const helper = child(entry, 'headersHelper');
  for (const { range } of helper?.type === 'string' ? optionUses(document, helper) : []) {
    yield {
      range,
      message: `A shell reads \`headersHelper\`, and values of users are refused there: ${loss}. Use them in \`headers\`.`,
    };
  }
}
