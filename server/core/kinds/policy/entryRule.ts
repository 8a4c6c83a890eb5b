import { deprecationCutoff, isAfter } from '../../base/dates.ts';
import { derived } from '../../base/derived.ts';
import type { Problem, Severity, TextEdit } from '../../base/text.ts';
import { atLeast } from '../../base/version.ts';
import type { Editor, Rule, RuleContext, Target } from '../../model.ts';
import { isMalformed } from '../../policy/malformed.ts';
import { managedServers, nameOfServer } from '../../policy/managedServers.ts';
import type { Node, ObjectNode } from '../../syntax/node.ts';

/** Something wrong with one entry of the managed servers. */
export interface EntryProblem extends Problem {
  /** What becomes of the entry for it: `dropped` at once, or, as an `old-form`, from the cut-off on. The sentence about it is added to the message. */
  readonly fate?: 'dropped' | 'old-form';
}

export interface EntryContext {
  readonly edit: Editor;
  readonly target: Target;
  /** Whether forms of old are refused by now. */
  readonly isCutOff: boolean;
}

/** A rule that looks at one managed server at a time. */
export interface EntryRule {
  readonly id: string;
  readonly severity: Severity;
  check(entry: ObjectNode, context: EntryContext): Iterable<EntryProblem>;
}

type Kept = (context: Pick<RuleContext, 'root' | 'target'>) => readonly ObjectNode[];

const entryContext = (edit: Editor, target: Target): EntryContext => {
  return { edit, target, isCutOff: isAfter(target.date, deprecationCutoff) };
};

const noEdit = (): TextEdit => ({ range: { start: 0, end: 0 }, newText: '' });
const deaf: Editor = { replace: noEdit, renameKey: noEdit, add: noEdit, remove: noEdit };

/** Tells which entries the app keeps: those that no rule, and no field of a wrong type, drops. */
export function keptBy(rules: readonly EntryRule[]): Kept {
  const of = derived((root: Node) =>
    derived((target: Target) => {
      const context = entryContext(deaf, target);
      const isDropped = (entry: ObjectNode) => rules.some((rule) => [...rule.check(entry, context)].some(drops));
      const drops = ({ fate }: EntryProblem) => fate === 'dropped' || (fate === 'old-form' && context.isCutOff);
      return managedServers(root).filter((entry) => !isMalformed(entry) && !isDropped(entry));
    }),
  );
  return ({ root, target }) => (root ? of(root)(target) : []);
}

/** An entry's rule as a rule of the whole document. */
export const asRule = ({ id, severity, check }: EntryRule, kept: Kept): Rule => ({
  id,
  severity,
  scope: 'document',
  *check(context) {
    const { root, edit, target } = context;
    const inner = entryContext(edit, target);
    for (const entry of managedServers(root)) {
      for (const { fate, message, ...problem } of check(entry, inner)) {
        const waits = fate === 'old-form' && !inner.isCutOff;
        const isAlone = () => kept(context).length === 0;
        const end = waits
          ? ` From 2026-10-07 on the app drops the entry.`
          : fate && ` ${fateOf(entry, fate, isAlone(), target)}`;
        yield { ...problem, message: `${message}${end ?? ''}`, ...(waits && { severity: 'warning' }) };
      }
    }
  },
});

/** If no entry is left the app cannot read the key at all, and stays restrictive from 1.40609.0 on. Sources: the app's own validator; that release. */
function fateOf(entry: ObjectNode, fate: 'dropped' | 'old-form', isAlone: boolean, target: Target): string {
  const sentence = `${nameOfServer(entry)} is dropped${fate === 'old-form' ? ' since 2026-10-07' : ''}`;
  if (!isAlone) return `${sentence}.`;
  const closed = atLeast(target.minimumVersion, '1.40609.0') ? ', and Code admits no other server' : '';
  return `${sentence}. No entry is left then, so the whole key is unreadable: no managed server runs${closed}.`;
}
