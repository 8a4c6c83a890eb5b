import { effects } from '../../core/vocabulary/names.ts';
import type { Tone } from '../../core/vocabulary/term.ts';
import type { Discovered, DiscoveredTool, Plan } from '../../mcp/model.ts';
import type { Additions } from '../../mcp/plan.ts';
import { oneLine, type Paint } from '../terminal.ts';
import { toneStyles } from './toneStyles.ts';

/** Returns what will be called or run, before anything is. */
export function planText(
  { server, action, lines, remarks }: Plan,
  { headers = {}, env = {} }: Omit<Additions, 'values'>,
  file: string,
  paint: Paint,
): string {
  const added = [
    ...Object.keys(headers).map((name) => ['Header', `${name}: •••  (yours)`] as const),
    ...(Object.keys(env).length > 0 ? [['Environment', `${Object.keys(env).join(', ')}  (yours)`] as const] : []),
  ];
  const replaced = Object.keys(headers).map((name) => name.toLowerCase());
  const kept = lines.filter(
    ([label, text]) => label !== 'Header' || !replaced.includes(text.split(':', 1).join().toLowerCase()),
  );
  const rows = [...kept, ...added].map(([label, text]) => `  ${paint('dim', label.padEnd(12))} ${oneLine(text)}`);
  const what = action === 'call' ? 'calls' : 'runs, on this computer,';
  return [
    `To ask ${paint('bold', oneLine(server))} of ${oneLine(file)} for its tools, Plugboard ${what}`,
    ...rows,
    ...remarks.map((remark) => `  ${paint('yellow', oneLine(remark))}`),
    'No tool is called.',
  ].join('\n');
}

/**
 * Returns the effect of a tool, as the server declares it. Without a declaration, anything is possible. Source: the protocol’s
 * specification.
 */
function effectOf({ annotations }: DiscoveredTool): { readonly label: string; readonly tone: Tone } {
  if (annotations?.readOnlyHint === true) return effects.reads;
  if (annotations?.destructiveHint === true) return effects.destroys;
  if (annotations?.readOnlyHint === false || annotations?.destructiveHint === false) return effects.changes;
  return { label: 'not stated', tone: 'quiet' };
}

/** Returns the tools as a table, and a line about the server. */
export function toolsText({ tools, server, protocolVersion, latencyMs }: Discovered, paint: Paint): string {
  const width = Math.min(48, Math.max(4, ...tools.map(({ name }) => oneLine(name).length)));
  const rows = tools.map((tool) => {
    const { label, tone } = effectOf(tool);
    const what = firstSentence(tool.description ?? tool.title ?? '');
    return `${oneLine(tool.name).padEnd(width)}  ${paint(toneStyles[tone], label.padEnd(12))}  ${what}`.trimEnd();
  });
  const count = tools.length === 1 ? '1 tool' : `${tools.length} tools`;
  const about = [`${server.name} ${server.version}`.trim(), `protocol ${protocolVersion}`, `${latencyMs} ms`];
  return [...rows, paint('dim', oneLine(`${count} · ${about.join(' · ')}`))].join('\n');
}

const longest = 100;

function firstSentence(text: string): string {
  const line = oneLine(text.trim());
  const sentence = /^.*?[.!?](?=\s|$)/.exec(line)?.[0] ?? line;
  return sentence.length > longest ? `${sentence.slice(0, longest - 1)}…` : sentence;
}
