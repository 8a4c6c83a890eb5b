import type { Rule } from '../../../model.ts';
import { policyHive, writtenSections } from '../../../syntax/registry/registryPath.ts';

/** The app documents the key that it reads, which is a different one. */
export const registryWow6432node: Rule = {
  id: 'policy/registry-wow6432node',
  severity: 'warning',
  source: ['desktop/mdm'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ parsed }) {
    for (const { path, range, values } of writtenSections(parsed)) {
      const step = /\\WOW6432Node(?=\\)/i.exec(path);
      if (!step || !policyHive(path.replace(step[0], '')) || values.every(({ type }) => type === 'DELETE')) continue;
      const start = range.start + step.index;
      yield {
        range: { start: start + 1, end: start + step[0].length },
        message:
          '`WOW6432Node` is read by 32-bit programs only. The app reads `SOFTWARE\\Policies\\Claude`, so these values have no effect.',
        fixes: [
          { title: 'Remove `WOW6432Node`', edits: [{ range: { start, end: start + step[0].length }, newText: '' }] },
        ],
      };
    }
  },
};
