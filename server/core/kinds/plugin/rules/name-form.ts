import type { HostScope, Severity } from '../../../base/text.ts';
import type { ManifestFlaw } from '../../../components/manifestFlaw.ts';
import { manifestFlawOpening } from '../../../components/manifestFlawSentences.ts';
import { isByMakers, nameFlaws } from '../../../components/manifestFlaws.ts';
import { brands, isReserved } from '../../../components/pluginName.ts';
import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';

/** The documentation requires kebab-case without spaces; the validator decides what is rejected and what gets a warning. */
export const nameForm: Rule = {
  id: 'plugin/name-form',
  severity: 'error',
  source: ['code/plugins-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'workspace',
  *check({ document, root, workspace, edit }) {
    const node = child(root, 'name');
    const name = stringOf(node);
    if (!node || !name) return;
    const [flaw] = nameFlaws(root);
    const plain = kebab(name);
    const canFix = plain !== '' && plain !== name && !isReserved(plain);
    const fixes = canFix && [{ title: `Change to \`${plain}\``, edits: [edit.replace(node, plain)] }];
    const inClaudeCode = judgedByClaudeCode(name, isByMakers(root), flaw);
    if (inClaudeCode) yield { range: node.range, ...inClaudeCode, appliesTo: forClaudeCode, ...(fixes && { fixes }) };
    // In an org-plugins folder the folder's name counts, which another rule reports.
    const inCowork = workspace.pluginOf(document.uri)?.mount ? undefined : judgedByCowork(name, flaw);
    if (inCowork) yield { range: node.range, ...inCowork, appliesTo: forCowork, ...(fixes && { fixes }) };
  },
};

const forClaudeCode: HostScope = { hosts: ['claude-code'] };
/** Claude Code's findings cover more, so Cowork's are left out if both are targets. */
const forCowork: HostScope = { hosts: ['desktop-3p'], mixed: 'off' };

type NameFlaw = ManifestFlaw<'name'>;

interface Finding {
  readonly severity: Severity;
  readonly message: string;
}

function judgedByClaudeCode(name: string, isOwn: boolean, flaw: NameFlaw | undefined): Finding | undefined {
  if (flaw) return { severity: 'error', message: flaw.problem === 'reserved' ? reserved(flaw) : characters(flaw) };
  if (!installable.test(name)) return { severity: name.length > 128 ? 'hint' : 'warning', message: fromMarketplace };
  if (!/^[a-z\d]+(-[a-z\d]+)*$/.test(name)) {
    const message = 'Use lower-case letters, digits and single hyphens in a plugin name, such as `code-review`.';
    return { severity: 'warning', message };
  }
  if (!isOwn && name.split('-').some((word) => brands.includes(word))) {
    const message = `\`${name}\` looks like an official plugin from Anthropic. Remove that word from the name.`;
    return { severity: 'warning', message };
  }
  return undefined;
}

function judgedByCowork(name: string, flaw: NameFlaw | undefined): Finding | undefined {
  if (flaw && flaw.problem !== 'reserved') return { severity: 'warning', message: characters(flaw) };
  return installable.test(name) ? undefined : { severity: 'hint', message: fromMarketplace };
}

const installable = /^[A-Za-z\d][\w.-]{0,127}$/;
const characters = (flaw: NameFlaw) =>
  `${manifestFlawOpening(flaw)}. Write lower-case letters, digits and hyphens: Claude Code does not load a plugin with such a name.`;
const reserved = (flaw: NameFlaw) => `${manifestFlawOpening(flaw)}. The plugin fails to load. Choose another name.`;
const fromMarketplace =
  'A plugin with this name cannot be installed from a marketplace. Names there may contain at most 128 letters, digits, `.`, `_` and `-`, and must start with a letter or digit.';

const kebab = (name: string): string =>
  name
    .trim()
    .replaceAll(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '');
