import { compatibleFixes } from '../../../server/core/base/compatibleFixes.ts';
import {
  applyEdits,
  contains,
  type Diagnostic,
  type TextEdit,
  type TextRange,
} from '../../../server/core/base/text.ts';
import { compareTools } from '../../../server/core/diff/compareTools.ts';
import { effectiveInput } from '../../../server/core/effective/fromWorkspace.ts';
import { complete } from '../../../server/core/features/completion/complete.ts';
import { hover } from '../../../server/core/features/hover.ts';
import { ignore } from '../../../server/core/features/ignore.ts';
import { type DocumentSymbol, symbols } from '../../../server/core/features/symbols.ts';
import { Linter } from '../../../server/core/lint/linter.ts';
import { viewOf } from '../../../server/core/lint/workspaceView.ts';
import type { Document } from '../../../server/core/model.ts';
import { convert } from '../../../server/core/policy/convert/convertPolicy.ts';
import { ConvertError, policyFormats } from '../../../server/core/policy/convert/policyFormat.ts';
import { surfacesOf } from '../../../server/core/surfaces/surfaces.ts';
import { walk } from '../../../server/core/syntax/node.ts';
import { breakOf } from '../../../server/core/syntax/syntax.ts';
import { parse } from '../../../server/core/workspace/parse.ts';
import type { Workspace } from '../../../server/core/workspace/workspace.ts';
import { base, settings, workspaceOf } from '../lint.ts';
import { applyFix } from '../page.ts';
import { askGlances } from './glances.ts';
import { cpuTime, newBreak, type Opened, open, takesAway, uriOf } from './opened.ts';
import type { Seed } from './seeds.ts';

/** A check that failed for an input. `about` names the place in the product: a rule, the title of a fix, an operation. */
export interface Failure {
  readonly property: string;
  readonly about: string;
  readonly detail: string;
}

/** The number of checked items. */
export interface Counts {
  documents: number;
  broken: number;
  findings: number;
  fixes: number;
  conversions: number;
  full: number;
}

/** Checks one input; `offset` is the cursor, and `isFull` also checks features that span files. */
export class Checks {
  readonly failures: Failure[] = [];

  constructor(readonly counts: Counts) {}

  run({ path, text, around }: Seed, offset: number, isFull: boolean): readonly Failure[] {
    this.counts.documents++;
    const files = { ...around, [path]: text };
    const opened = this.#timed('lint', text, () => open(files, path));
    if (!opened) return this.failures;
    const { document } = opened;
    this.counts.findings += opened.found.length;
    this.#findings(opened);
    if (document) {
      if (breakOf(parse(document))) this.counts.broken++;
      this.#features(opened, document, offset);
      this.#fixes(opened, document);
      this.#fixAll(opened);
      if (document.kind.id === 'policy') this.#conversions(text);
    }
    if (isFull) this.#across(opened);
    return this.failures;
  }

  #fail(property: string, about: string, detail: string): void {
    this.failures.push({ property, about, detail });
  }

  /** Runs one operation: it neither throws nor takes longer than 100 ms per 100 KB, in the best of three tries. */
  #timed<T>(about: string, text: string, act: () => T): T | undefined {
    const limit = 100 * Math.max(1, text.length / 100_000);
    try {
      const started = performance.now();
      const result = act();
      const time = performance.now() - started;
      // Other processes take time, too: only what this one needs counts, and that costs time to find out.
      if (time > limit) {
        const again = Math.min(cpuTime(act), cpuTime(act));
        if (again > limit) this.#fail('hang', about, `${Math.round(time)} ms, then ${Math.round(again)} ms of CPU`);
      }
      return result;
    } catch (error) {
      const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
      const where = /\n\s+at ([\w.#]+)/.exec(stack)?.[1] ?? '';
      this.#fail(name === 'AssertionError' ? 'range' : 'exception', `${about} ${where}`, `${name}: ${message}`);
      return undefined;
    }
  }

  /** Checks that a shown text is not empty and contains no internal value such as `undefined`. */
  #reads(about: string, shown: string | undefined, text: string): void {
    if (shown === undefined) return;
    const wrong = /\bundefined\b|\[object \w+\]|\bNaN\b/.exec(shown)?.[0];
    if (wrong !== undefined && !text.includes(wrong)) this.#fail('text', about, shown.slice(0, 300));
    if (shown === '') this.#fail('text', about, 'is empty');
  }

  #lies(about: string, range: TextRange, text: string): void {
    const isInside = 0 <= range.start && range.start <= range.end && range.end <= text.length;
    if (!isInside) this.#fail('range', about, `${range.start}-${range.end} of ${text.length}`);
  }

  #findings({ found, workspace, files }: Opened): void {
    const all = Object.values(files).join('\n');
    for (const { uri, range, rule, message, fixes, related } of found) {
      this.#lies(rule, range, workspace.get(uri)?.text ?? '');
      this.#reads(rule, message, all);
      for (const fix of fixes ?? []) this.#reads(`${rule}: the title of a fix`, fix.title, all);
      for (const place of related ?? []) {
        this.#lies(`${rule}: related`, place.range(), workspace.get(place.uri)?.text ?? '');
        this.#reads(`${rule}: related`, place.message, all);
      }
    }
  }

  #features({ workspace, files }: Opened, document: Document, offset: number): void {
    const { text } = document;
    const all = Object.values(files).join('\n');
    const context = { workspace: viewOf(workspace, new Set()), target: settings.target };
    for (const node of walk(parse(document).root)) this.#lies('node', node.range, text);
    for (const { label, range, detail, documentation } of this.#timed('completion', text, () =>
      complete(document, offset, context),
    ) ?? []) {
      this.#lies('completion', range, text);
      for (const shown of [label, detail || undefined, documentation || undefined])
        this.#reads('completion', shown, all);
      if (range.start > offset || range.end < offset || /[\r\n]/.test(text.slice(range.start, range.end)))
        this.#fail('range', 'completion', `${label}: ${range.start}-${range.end} at ${offset}`);
    }
    const card = this.#timed('hover', text, () => hover(document, offset, context));
    if (card) {
      this.#lies('hover', card.range, text);
      this.#reads('hover', card.markdown, all);
    }
    this.#outline(this.#timed('symbols', text, () => symbols(document)) ?? [], { start: 0, end: text.length }, all);
    const glances = this.#timed('glances', text, () => askGlances(document, workspace, offset)) ?? [];
    for (const shown of glances) this.#reads('glances', shown, all);
  }

  #outline(outline: readonly DocumentSymbol[], around: TextRange, all: string): void {
    for (const { name, range, selection, children } of outline) {
      if (!contains(around, range) || !contains(range, selection)) this.#fail('range', 'symbols', name);
      this.#reads('symbols', name, all);
      this.#outline(children, range, all);
    }
  }

  #fixes({ files, found }: Opened, document: Document): void {
    const { text } = document;
    for (const finding of found) {
      for (const fix of finding.fixes ?? []) {
        this.counts.fixes++;
        const about = `${finding.rule}: ${fix.title.replace(/`[^`]*`/g, '`…`')}`;
        const after = this.#timed(`fix ${finding.rule}`, text, () => applyFix(files, finding.uri, fix));
        if (!after) continue;
        const isSame = JSON.stringify(after) === JSON.stringify(files);
        if (isSame) this.#fail('fix changes nothing', about, finding.message);
        const changed = Object.keys(after).find((path) => after[path] !== files[path]) ?? '';
        const then = this.#timed('lint after a fix', text, () => open(after, changed));
        if (!then) continue;
        const isBroken = newBreak(document, then.document);
        if (isBroken) this.#fail('fix breaks', about, `${isBroken.message}\n${after[changed]}`);
        else if (!isSame && !takesAway(finding, found, then.found, changed in files))
          this.#fail('fix leaves its problem', about, `${finding.message}\n${after[changed]}`);
      }
    }
  }

  /** Applies fixes that need no review until none is left; no text may occur twice, and none that was parseable may become broken. */
  #fixAll({ files, document, found }: Opened): void {
    const path = document ? Object.keys(files).find((each) => uriOf(each) === document.uri) : undefined;
    let now = files;
    let left = found;
    const seen = new Set([JSON.stringify(files)]);
    for (let round = 0; round < 100; round++) {
      const fixes = compatibleFixes(left, (fix) => !fix.files?.length);
      if (fixes.length === 0) return;
      const edits = new Map<string, TextEdit[]>();
      for (const { uri, fix } of fixes)
        for (const edit of fix.edits) edits.set(edit.uri ?? uri, [...(edits.get(edit.uri ?? uri) ?? []), edit]);
      now = Object.fromEntries(
        Object.entries(now).map(([path, text]) => [path, applyEdits(text, edits.get(uriOf(path)) ?? [])]),
      );
      const titles = fixes.map(({ fix }) => fix.title).join('; ');
      const key = JSON.stringify(now);
      const tried = now;
      const then = this.#timed('lint after fix all', '', () => open(tried, path ?? ''));
      if (!then) return;
      const isBroken = document && newBreak(document, then.document);
      if (isBroken) this.#fail('fix all breaks', titles, `${isBroken.message}\n${then.document?.text}`);
      if (seen.has(key)) this.#fail('fix all comes back', titles, key.slice(0, 500));
      if (isBroken || seen.has(key)) return;
      seen.add(key);
      left = then.found;
    }
    this.#fail('fix all has no end', left.map(({ rule }) => rule).join(), JSON.stringify(now).slice(0, 500));
  }

  #conversions(text: string): void {
    for (const format of policyFormats) {
      this.counts.conversions++;
      this.#timed(`convert to ${format}`, text, () => {
        try {
          const { text: written, warnings } = convert(text, format);
          for (const warning of warnings) this.#reads(`convert to ${format}`, warning, text);
          const again = convert(written, format).text;
          if (convert(again, format).text !== again) this.#fail('conversion', format, 'is not stable');
        } catch (error) {
          if (!(error instanceof ConvertError)) throw error;
          this.#reads(`convert to ${format}`, error.message, text);
          if (error.message.includes('bug in Plugboard')) this.#fail('conversion', format, error.message);
        }
      });
    }
  }

  /**
   * Checks features that span files: suppressing each finding, surfaces, the effective tools before and after, and findings
   * after an edit.
   */
  #across({ files, workspace, document, found }: Opened): void {
    this.counts.full++;
    const text = document?.text ?? '';
    const view = viewOf(workspace, new Set());
    for (const plugin of workspace.roots.all())
      this.#timed('surfaces', text, () => surfacesOf(view, plugin, settings.target));
    const sideOf = (of: Workspace) => ({
      input: effectiveInput(of, { policies: [], orgPlugins: `${base}/org-plugins`, target: settings.target }),
      text: (uri: string) => of.get(uri)?.text,
    });
    const { [document?.uri ?? '']: _, ...others } = Object.fromEntries(
      Object.entries(files).map(([path, each]) => [uriOf(path), [path, each] as const]),
    );
    const without = workspaceOf(Object.fromEntries(Object.values(others)));
    const comparison = this.#timed('compare', text, () => compareTools(sideOf(without), sideOf(workspace)));
    this.#reads('compare', comparison && JSON.stringify(comparison.changes), Object.values(files).join('\n'));
    if (!document) return;
    for (const finding of found.filter(({ uri }) => uri === document.uri).slice(0, 3)) {
      this.#timed(`ignore ${finding.rule}`, text, () => ignore(workspace, [base], document, finding, 'It is meant.'));
    }
    this.#incrementally(files, document, found);
  }

  /** Checks that the findings after replacing half of the text by typing equal those of a fresh check. */
  #incrementally(
    files: Readonly<Record<string, string>>,
    { uri, text, kind }: Document,
    found: readonly Diagnostic[],
  ): void {
    const path = Object.keys(files).find((each) => uriOf(each) === uri) ?? '';
    const workspace = workspaceOf({ ...files, [path]: text.slice(0, text.length >> 1) });
    const linter = new Linter(workspace, () => settings);
    linter.all();
    if (workspace.set(uri, text)?.kind !== kind) return;
    linter.diagnosticsFor(uri);
    const lines = (all: readonly Diagnostic[]) =>
      all.map(({ uri, rule, range, message }) => `${uri} ${rule} ${range.start}-${range.end} ${message}`).sort();
    const [now, fresh] = [lines([...linter.all().values()].flat()), lines(found)];
    const differences = [
      ...now.filter((line) => !fresh.includes(line)),
      ...fresh.filter((line) => !now.includes(line)),
    ];
    if (differences.length > 0) this.#fail('incremental', kind.id, differences.join('\n'));
  }
}
