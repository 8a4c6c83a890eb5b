import { deprecationCutoff, isAfter } from '../../../dates.ts';
import type { Rule } from '../../../model.ts';
import { property, type ScalarNode } from '../../../syntax/node.ts';
import type { Severity } from '../../../text.ts';
import { isLoopback } from '../managed.ts';
import { textOf } from '../providers.ts';
import { isPlaceholder } from '../read.ts';

interface Form {
  /** Whether http on this computer itself is good enough. */
  readonly loopback: boolean;
  readonly severity: Severity;
}
const documented: Form = { loopback: true, severity: 'error' };

/** What the app's validator and the reference say of each address. */
const forms: Readonly<Record<string, Form>> = {
  inferenceGatewayBaseUrl: documented,
  inferenceVertexBaseUrl: documented,
  bootstrapUrl: documented,
  modelCatalogUrl: documented,
  userContentRendererUrl: { loopback: false, severity: 'error' },
  organizationPluginsUrl: { loopback: false, severity: 'error' },
  inferenceFoundryBaseUrl: { loopback: true, severity: 'hint' },
};
/** Objects whose `issuer` is an address with https. */
const signIns = ['bootstrapOidc', 'inferenceIdpOidc', 'inferenceGatewayOidc', 'inferenceVertexWorkforceOidc'];

/** Sources: https://claude.com/docs/third-party/claude-desktop/configuration; the app's own validator. */
export const urlForm: Rule = {
  id: 'policy/url-form',
  severity: 'error',
  scope: 'document',
  *check({ root, edit, target }) {
    for (const [key, form] of Object.entries(forms)) {
      const found = textOf(property(root, key));
      // After the cut-off nothing is fetched from there, in whatever form.
      if (!found || (key === 'organizationPluginsUrl' && isAfter(target.date, deprecationCutoff))) continue;
      yield* say(key, found, form);
    }
    for (const key of signIns) {
      const found = textOf(property(property(root, key)?.valueNode, 'issuer'));
      if (found) yield* say(`issuer\` of \`${key}`, found, { loopback: true, severity: 'warning' });
    }
    const origin = textOf(property(root, 'inferenceBedrockBaseUrl'));
    const path = origin && /^(https?:\/\/[^/?#]+)\/*[?#/][^/]/i.exec(origin.text);
    if (origin && path) {
      yield {
        range: origin.node.range,
        severity: 'info',
        message: '`inferenceBedrockBaseUrl` takes an origin alone: scheme, host and port, no path.',
        fixes: [{ title: 'Keep the origin', edits: [edit.replace(origin.node, path[1])] }],
      };
    }

    function* say(key: string, { text, node }: { text: string; node: ScalarNode }, { loopback, severity }: Form) {
      if (isPlaceholder(text) || /[{}<>$%]/.test(text)) return;
      const [, scheme, host = ''] =
        /^\s*(?:([a-z][a-z0-9+.-]*):\/\/)?(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(text) ?? [];
      const isHere = isLoopback(host) || (host === '0.0.0.0' && !loopback);
      if (isHere && !loopback) {
        yield {
          range: node.range,
          severity,
          message: `\`${key}\` needs a host that other computers know too: the app refuses this computer's own address.`,
        };
      } else if (scheme === undefined) {
        if (!/^[\w-]+(\.[\w-]+)+/.test(host)) return;
        yield {
          range: node.range,
          severity: 'hint' as const,
          message: `An address begins with \`https://\`. The app lets this one pass; write it in full, so that nobody has to guess.`,
          fixes: [{ title: 'Write `https://`', edits: [edit.replace(node, `https://${text.trim()}`)] }],
        };
      } else if (scheme.toLowerCase() !== 'https' && !(isHere && scheme.toLowerCase() === 'http')) {
        const isHttp = scheme.toLowerCase() === 'http';
        yield {
          range: node.range,
          severity,
          message: `\`${key}\` needs an address with https.${severity === 'error' ? ' The app refuses this one.' : ''}`,
          ...(isHttp && {
            fixes: [
              { title: 'Use https', edits: [edit.replace(node, text.replace(/http/i, 'https'))], inFixAll: true },
            ],
          }),
        };
      }
    }
  },
};
