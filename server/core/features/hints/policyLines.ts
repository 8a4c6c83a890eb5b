import { count } from '../../base/words.ts';
import type { EffectiveResult, Surface } from '../../effective/model.ts';
import { surfaceList } from '../../effective/surfaceList.ts';
import type { Fact } from '../../fact.ts';
import type { Document } from '../../model.ts';
import { certainties } from '../../vocabulary/certainties.ts';
import { surfaceNames } from '../../vocabulary/names.ts';
import { inactiveTerm } from '../../vocabulary/reasons.ts';
import { states } from '../../vocabulary/states.ts';
import { parse } from '../../workspace/parse.ts';
import { placeAt } from '../place.ts';
import { definedBy } from '../serverLenses.ts';
import type { HintContext, InlayHint } from './hint.ts';
import { type Effect, linesOf, type PolicyLine } from './lines.ts';

/** Yields hints for lines of a policy whose effect also depends on another line, a surface or the server itself. */
export function* policyHints(document: Document, context: HintContext): Generator<InlayHint> {
  const facts = context.workspace.factsOf(document.uri);
  if (!facts.some(({ type }) => type === 'policy')) return;
  const result = context.effective();
  if (!result) return;
  for (const line of linesOf(result, document.uri)) {
    const label = line.server === undefined ? ofApp(line) : ofServer(line, context.tools.has(line.server));
    if (label) yield { offset: line.range.end, label, tooltip: details(line) };
  }
  yield* uselessLines(document, facts, result);
}

/** Returns each tool with its state on each surface. */
function details({ effects }: PolicyLine): string {
  const byTool = new Map<string, string[]>();
  for (const { surface, tool } of effects) {
    const { doubt } = certainties[tool.certainty];
    const said = `${surfaceNames[surface]}: ${states[tool.state].label}${doubt ? ` (${doubt})` : ''}`;
    byTool.set(tool.name, [...(byTool.get(tool.name) ?? []), said]);
  }
  const lines = [...byTool].map(([name, said]) => `${name} · ${said.join(' · ')}`);
  return lines.length > most ? [...lines.slice(0, most), '…'].join('\n') : lines.join('\n');
}
/** The maximum number of tools that are listed. */
const most = 20;

const keyOf = ({ effects }: PolicyLine): string => (effects[0]?.step.text ?? '').replace(/: [^:]*$/, '');
const decides = ({ step }: Effect): boolean => step.outcome === 'decides';

function ofServer(line: PolicyLine, isKnown: boolean): string | undefined {
  const { effects } = line;
  const isWild = keyOf(line).includes('*');
  const { label } = states['cc-prompt'];
  const notTaken = effects.some((effect) => decides(effect) && effect.tool.state === 'cc-prompt') && label;
  const parts = [isWild ? isKnown && reach(effects) : overruled(effects), notTaken];
  return parts.filter(Boolean).join(' · ') || undefined;
}

/** Returns how many tools a wildcard matches, and about how many of them it decides, if not all. */
function reach(effects: readonly Effect[]): string {
  const all = new Set(effects.map(({ tool }) => tool.name)).size;
  const deciding = new Map<Surface, number>();
  for (const effect of effects) {
    deciding.set(effect.surface, (deciding.get(effect.surface) ?? 0) + (decides(effect) ? 1 : 0));
  }
  const [[, first] = ['cowork', all]] = deciding;
  if ([...deciding.values()].every((number) => number === all)) return count(all, 'tool');
  const others = [...deciding].filter(([, number]) => number !== first);
  const elsewhere = [...new Set(others.map(([, number]) => number))].map(
    (number) => `, in ${surfaceList(others.filter(([, of]) => of === number).map(([surface]) => surface))} ${number}`,
  );
  return `decides ${first} of ${count(all, 'tool')}${elsewhere.join('')}`;
}

/** Returns the surfaces on which another line decides about the tool of this one, and the state there. */
function overruled(effects: readonly Effect[]): string | undefined {
  const lost = effects.filter((effect) => !decides(effect));
  const found = [...new Set(lost.map(({ tool }) => tool.state))];
  const said = found.map((state) => {
    const there = lost.filter(({ tool }) => tool.state === state);
    const where = lost.length === effects.length && found.length === 1 ? '' : ` in ${surfaceList(there.map(of))}`;
    return `overruled${where}: ${states[state].label}${doubtOf(there)}`;
  });
  return said.join(', ') || undefined;
}

const of = ({ surface }: Effect): Surface => surface;

/** Returns a mark if the effect is uncertain on every surface; differences between surfaces are in the tooltip. */
function doubtOf(effects: readonly Effect[]): string {
  const found = effects.map(({ tool }) => certainties[tool.certainty].doubt);
  return found[0] && found.every(Boolean) ? ` (${found[0]})` : '';
}

/** Returns a hint for a built-in tool: it is already removed, or has another name. */
function ofApp(line: PolicyLine): string | undefined {
  const { effects } = line;
  const deciding = effects.filter(decides);
  if (deciding.length === 0) {
    const gone = effects.some(({ tool }) => tool.origin) ? states.removed : states.absent;
    return `no effect: ${gone.label.toLowerCase()}`;
  }
  const [first] = deciding;
  const key = keyOf(line);
  const isOther = first && !key.startsWith(first.tool.name) && !first.step.text.endsWith(`: ${first.tool.name}`);
  return isOther && new Set(deciding.map(({ tool }) => tool.name)).size === 1
    ? `${first.tool.name}: ${states[first.tool.state].label}${doubtOf(deciding)}`
    : undefined;
}

/** The tool rules of a server that runs nowhere: reported once, at the first of them. */
function* uselessLines(document: Document, facts: readonly Fact[], result: EffectiveResult): Generator<InlayHint> {
  for (const [server, first] of firstRules(facts)) {
    const found = definedBy(document.uri, server, result);
    const inactive = found.every((each) => !each.server.active) ? found[0]?.server : undefined;
    if (!inactive || inactive.reason === 'policy-only') continue;
    const entry = placeAt(parse(document).root, first.range.start)?.key;
    const label = `no effect: server ${inactiveTerm(inactive.reason).label.toLowerCase()}`;
    yield { offset: entry?.range.end ?? first.range.end, label, tooltip: inactive.why ?? '' };
  }
}

/** Yields each server that the document defines with the first of its tool rules, which must come before the next server. */
function* firstRules(facts: readonly Fact[]): Generator<readonly [server: Fact<'server'>, rule: Fact<'tool-policy'>]> {
  let server: Fact<'server'> | undefined;
  for (const fact of [...facts].sort((a, b) => a.range.start - b.range.start)) {
    if (fact.type === 'server') server = fact;
    else if (server && fact.type === 'tool-policy' && fact.data.from === 'toolPolicy' && fact.name === server.name) {
      yield [server, fact];
      server = undefined;
    }
  }
}
