import type { HostScope, Severity } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { child, type Node, stringOf } from '../../../syntax/node.ts';

const reservedStarts = ['claude-', 'anthropic-', 'anthropics-', 'cc-plugin-'];
const reserved = ['claude', 'anthropic', 'anthropics', 'claude-code', 'claude-mods'];
const brands = ['claude', 'anthropic'];

/** The documentation asks for kebab-case without spaces; the validator says what is refused and what is a warning. */
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
    const plain = kebab(name);
    const canFix = plain !== '' && plain !== name && !whyReserved(plain);
    const fixes = canFix && [{ title: `Change to \`${plain}\``, edits: [edit.replace(node, plain)] }];
    const inClaudeCode = judgedByClaudeCode(name, isAnthropic(root));
    if (inClaudeCode) yield { range: node.range, ...inClaudeCode, appliesTo: forClaudeCode, ...(fixes && { fixes }) };
    // There the folder's name counts, and another rule says so.
    const inCowork = workspace.pluginOf(document.uri)?.mount ? undefined : judgedByCowork(name);
    if (inCowork) yield { range: node.range, ...inCowork, appliesTo: forCowork, ...(fixes && { fixes }) };
  },
};

const forClaudeCode: HostScope = { hosts: ['claude-code'] };
/** Claude Code says more of a name, so Cowork is silent where both are targets. */
const forCowork: HostScope = { hosts: ['desktop-3p'], mixed: 'off' };

/** Whether the manifest says that the makers of Claude wrote the plugin: the names are kept for them. */
const isAnthropic = (root: Node | undefined): boolean =>
  /^anthropic\b/i.test(stringOf(child(child(root, 'author'), 'name')) ?? '');

interface Finding {
  readonly severity: Severity;
  readonly message: string;
}

function judgedByClaudeCode(name: string, isOwn: boolean): Finding | undefined {
  if (isBlank.test(name)) return { severity: 'error', message: spaces };
  const why = isOwn ? undefined : whyReserved(name);
  if (why) return { severity: 'error', message: `${why} Choose another one: with this the plugin does not load.` };
  if (!installable.test(name)) return { severity: name.length > 128 ? 'hint' : 'warning', message: fromMarketplace };
  if (!/^[a-z\d]+(-[a-z\d]+)*$/.test(name)) {
    const message =
      'The name of a plugin is written in lower-case letters, digits and single hyphens, such as `code-review`.';
    return { severity: 'warning', message };
  }
  if (!isOwn && name.split('-').some((word) => brands.includes(word))) {
    const message = `\`${name}\` sounds as if the makers of Claude had made it. Leave that word out of the name.`;
    return { severity: 'warning', message };
  }
  return undefined;
}

function judgedByCowork(name: string): Finding | undefined {
  if (isBlank.test(name)) return { severity: 'warning', message: spaces };
  return installable.test(name) ? undefined : { severity: 'hint', message: fromMarketplace };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const isBlank = /[\s\u0000-\u001f]/;
const installable = /^[A-Za-z\d][\w.-]{0,127}$/;
const spaces =
  'The name of a plugin has no spaces: write lower-case letters, digits and hyphens. Claude Code does not load a plugin with such a name.';
const fromMarketplace =
  'In names from a marketplace, letters, digits, `.`, `_` and `-` are taken, at most 128, a letter or digit first. With this name the plugin cannot be installed from one.';

function whyReserved(name: string): string | undefined {
  const folded = name.toLowerCase().replaceAll('_', '-');
  const words = folded.split('-');
  const isTaken = reserved.includes(folded) || reservedStarts.some((start) => folded.startsWith(start));
  const isOfficial = words.includes('official') && words.some((word) => brands.includes(word));
  return isTaken || isOfficial ? `Names like \`${name}\` are kept for the makers of Claude Code.` : undefined;
}

const kebab = (name: string): string =>
  name
    .trim()
    .replaceAll(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '');
