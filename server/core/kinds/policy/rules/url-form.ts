import { deprecationCutoff, isAfter } from '../../../base/dates.ts';
import type { Problem, Severity } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { isLoopback } from '../../../policy/entry/serverUrl.ts';
import { textOf } from '../../../policy/providers.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { property } from '../../../syntax/node.ts';

interface Form {
  /** The scheme that is accepted for the device itself. */
  readonly local: 'http' | 'https' | 'nothing';
  readonly severity: Severity;
}
const documented: Form = { local: 'http', severity: 'error' };

/** What the reference and the app's own validator say about each URL. */
const forms: Readonly<Record<string, Form>> = {
  inferenceGatewayBaseUrl: documented,
  inferenceVertexBaseUrl: documented,
  bootstrapUrl: documented,
  modelCatalogUrl: documented,
  organizationPluginsUrl: { local: 'https', severity: 'error' },
  userContentRendererUrl: { local: 'nothing', severity: 'error' },
  inferenceFoundryBaseUrl: { local: 'http', severity: 'hint' },
};
/** Objects whose `issuer` is an https URL. */
const signIns = ['bootstrapOidc', 'inferenceIdpOidc', 'inferenceGatewayOidc', 'inferenceVertexWorkforceOidc'];

export const urlForm: Rule = {
  id: 'policy/url-form',
  severity: 'error',
  source: ['desktop/configuration', 'app-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit, target }) {
    const places = [
      ...Object.entries(forms).map(([key, form]) => ({ name: `\`${key}\``, found: property(root, key), form })),
      ...signIns.map((key) => ({
        name: `The \`issuer\` of \`${key}\``,
        found: property(property(root, key)?.valueNode, 'issuer'),
        form: { local: 'http', severity: 'warning' } as const,
      })),
    ];
    for (const { name, found, form } of places) {
      const value = textOf(found);
      // After the cut-off nothing is fetched from there, whatever the form.
      if (found?.key === 'organizationPluginsUrl' && isAfter(target.date, deprecationCutoff)) continue;
      const wrong = value && wrongWith(value.text, form);
      if (!value || !wrong) continue;
      const { says, fixed, severity = form.severity } = wrong;
      const problem: Problem = { range: value.node.range, severity, message: `${name} ${says}` };
      if (fixed === undefined) yield problem;
      else {
        const edits = [edit.replace(value.node, fixed)];
        yield { ...problem, fixes: [{ title: `Change to \`${fixed}\``, edits, inFixAll: severity !== 'hint' }] };
      }
    }
  },
};

/** Returns what is wrong with a URL, and the correct one if it is known. */
function wrongWith(
  text: string,
  { local, severity }: Form,
): { says: string; fixed?: string; severity?: Severity } | undefined {
  if (isPlaceholder(text) || /[{}<>$%]/.test(text)) return undefined;
  const parts = /^\s*(?:([a-z][a-z0-9+.-]*):\/\/)?(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(text);
  const scheme = parts?.[1]?.toLowerCase();
  const host = parts?.[2] ?? '';
  const isLocal = isLoopback(host) || (host === '0.0.0.0' && local === 'nothing');
  if (isLocal && local === 'nothing') {
    return { says: 'needs a host that other computers can reach: the app rejects localhost.' };
  }
  if (scheme === undefined) {
    // Without a host it is not a URL, and its intention is unclear.
    if (!/^[\w-]+(\.[\w-]+)+$/.test(host)) return undefined;
    return { says: 'must be a URL that starts with `https://`.', fixed: `https://${text.trim()}`, severity: 'hint' };
  }
  if (scheme === 'https' || (scheme === 'http' && isLocal && local === 'http')) return undefined;
  const refused = severity === 'error' ? ' The app rejects this one.' : '';
  return {
    says: `must be an https URL.${refused}`,
    ...(scheme === 'http' && { fixed: text.replace(/http/i, 'https') }),
  };
}
