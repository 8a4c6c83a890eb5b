import type { Lens } from '../../annotations.ts';
import { capitalised, count, grouped } from '../../base/words.ts';
import type { Document } from '../../model.ts';
import { child, property, stringOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { toolsIn } from './tools.ts';

/** The maximum length of a description in the open standard. Source: https://agentskills.io/specification */
export const longestDescription = 1024;
/** A rule of thumb for English text. */
const lettersInToken = 4;

const tooltip = 'Estimated: one token per four characters.';

/** Returns the length of the description and of the Markdown. */
export const skillLenses = (document: Document): Lens[] => lens([descriptionLength(document), bodySize(document)]);

/** Returns the length of the Markdown, and the number of tools that the agent may use. */
export const agentLenses = (document: Document): Lens[] => lens([bodySize(document), toolCount(document)]);

/** Returns the length of the Markdown. */
export const commandLenses = (document: Document): Lens[] => lens([bodySize(document)]);

function lens(parts: readonly (string | undefined)[]): Lens[] {
  const said = parts.filter((part) => part !== undefined);
  const title = capitalised(said.join(' · '));
  return said.length > 0 ? [{ range: { start: 0, end: 0 }, title, tooltip }] : [];
}

function descriptionLength(document: Document): string | undefined {
  const description = stringOf(child(parse(document).root, 'description'));
  if (!description) return undefined;
  return `description ${grouped(description.length)} of ${grouped(longestDescription)} characters`;
}

/** Returns the approximate size of the Markdown in tokens, rounded to two digits, since it is only an estimate. */
function bodySize(document: Document): string | undefined {
  const { length } = document.text.slice(parse(document).body ?? 0).trim();
  if (length === 0) return undefined;
  const tokens = Math.ceil(length / lettersInToken);
  const step = 10 ** Math.max(0, String(tokens).length - 2);
  return `body ≈ ${count(Math.round(tokens / step) * step, 'token')}`;
}

function toolCount(document: Document): string | undefined {
  const { root } = parse(document);
  const named = (key: string) => new Set(toolsIn(document, root, key).map(({ name }) => name));
  const tools = named('tools');
  if (tools.size > 0) return count(tools.size, 'tool');
  if (property(root, 'tools')) return undefined;
  const without = named('disallowedTools').size;
  return without > 0 ? `every tool but ${without}` : 'every tool';
}
