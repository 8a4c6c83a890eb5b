import type { Fix } from '../../base/text.ts';
import type { Editor } from '../../model.ts';
import { child, type Node, stringOf } from '../../syntax/node.ts';

/** Whether Claude Desktop accepts a name of a marketplace or of a plugin in it. */
export const isTakenByDesktop = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(name);

/** Whether a name has only lower-case letters, digits and hyphens, as an organization’s sync from claude.ai requires. */
export const isKebab = (name: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);

/** Returns the fix that simplifies a name; none if no character is left. */
export function toKebab(node: Node, name: string, edit: Pick<Editor, 'replace'>): Fix[] {
  const plain = name
    .trim()
    .replaceAll(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 128);
  return plain ? [{ title: `Change to \`${plain}\``, edits: [edit.replace(node, plain)] }] : [];
}

/** Whether Anthropic is named as the owner: reserved names are allowed for it. */
export const isAnthropic = (root: Node | undefined): boolean =>
  /^anthropic\b/i.test(stringOf(child(child(root, 'owner'), 'name')) ?? '');

const official = [
  'claude-code-marketplace',
  'claude-code-plugins',
  'claude-plugins-official',
  'claude-plugins-community',
  'claude-community',
  'anthropic-marketplace',
  'anthropic-plugins',
  'agent-skills',
  'anthropic-agent-skills',
  'knowledge-work-plugins',
  'life-sciences',
  'claude-for-legal',
  'claude-for-financial-services',
  'financial-services-plugins',
  'first-party-plugins',
  'claude-tag-plugins',
  'healthcare',
  'anthropic-plugin-directory',
  'claude-plugin-directory',
];
const inner = ['inline', 'builtin', 'skills-dir', 'synced', 'claude-plugin-test'];
const tools = ['npm', 'pip', 'uv', 'cargo', 'github', 'gh'];

/** Returns why Claude Code reserves the name of a marketplace, as the rest of a sentence; undefined if it does not. */
export function reservedBecause(name: string): string | undefined {
  const folded = name.toLowerCase();
  if (inner.includes(folded)) return 'is the name that Claude Code gives plugins without a marketplace';
  if (tools.includes(folded)) return 'is the name of a package manager';
  if (folded.startsWith('claudeai-')) return 'starts like the marketplaces on claude.ai';
  if (official.includes(folded.replaceAll(/[^a-z0-9_]/g, '-').replace(/-$/, ''))) return 'is reserved for Anthropic';
  const looksOfficial =
    /^(claude|anthropic)[-_.]*(plugins|marketplace|official)/.test(folded) ||
    /official[-_.]*(claude|anthropic)|(claude|anthropic)[-_.]*official/.test(folded);
  return looksOfficial ? 'looks like a marketplace from Anthropic' : undefined;
}
