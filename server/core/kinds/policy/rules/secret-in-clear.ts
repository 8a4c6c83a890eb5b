import type { Severity } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { variantOf } from '../../../policy/entry/variant.ts';
import { managedServers, nameOfServer } from '../../../policy/managedServers.ts';
import { looksSecret } from '../../../policy/secrets.ts';
import { child, itemsOf, type Node, propertiesOf, stringOf, walk } from '../../../syntax/node.ts';

/** A place where a string may contain a secret, and what to do instead. */
interface Place {
  readonly node: Node;
  readonly where: string;
  readonly instead: string;
  readonly severity?: Severity;
}

/** Keys that are intended for a credential: that it can be read is worth no more than a hint. */
const staticKeys = [
  'inferenceGatewayApiKey',
  'inferenceAnthropicApiKey',
  'inferenceBedrockBearerToken',
  'inferenceFoundryApiKey',
];

const headerMaps: Readonly<Record<string, string>> = {
  inferenceCustomHeaders:
    'These headers are for routing. Have `inferenceCredentialHelper` print the credential, or let users sign in.',
  otlpHeaders: 'Have `otlpHeadersHelper` print the headers, or reuse the sign-in with `otlpAuthMode`.',
};

export const secretInClear: Rule = {
  id: 'policy/secret-in-clear',
  severity: 'warning',
  source: ['desktop/configuration', 'desktop/extensions'],
  certainty: 'documented',
  impact: 'secret-exposed',
  scope: 'document',
  *check({ root }) {
    for (const { node, where, instead, severity } of places(root)) {
      if (!looksSecret(stringOf(node) ?? '')) continue;
      yield {
        range: node.range,
        message: `${where} looks like a secret in plain text: everyone who can read the policy can read it. ${instead}`,
        ...(severity && { severity }),
      };
    }
  },
};

function* places(root: Node | undefined): Generator<Place> {
  for (const key of staticKeys) {
    const node = child(root, key);
    const instead = 'Have `inferenceCredentialHelper` fetch it on the device instead.';
    if (node) yield { node, where: `\`${key}\``, instead, severity: 'hint' };
  }
  for (const [key, instead] of Object.entries(headerMaps)) yield* named(child(root, key), `\`${key}\``, instead);
  const fetching = 'Have `bootstrapHeadersHelper` print these headers on the device instead.';
  for (const place of named(child(root, 'bootstrapHeaders'), '`bootstrapHeaders`', fetching)) {
    yield { ...place, severity: 'hint' };
  }
  for (const entry of managedServers(root)) yield* ofServer(entry);
}

/** Yields the values of a map, or of one of its old forms. */
function* named(map: Node | undefined, where: string, instead: string): Generator<Place> {
  for (const { key, valueNode } of propertiesOf(map)) {
    if (valueNode) yield { node: valueNode, where: `\`${key}\` of ${where}`, instead };
  }
  if (map && map.type !== 'object') for (const node of walk(map)) yield { node, where, instead };
}

function* ofServer(entry: Node & { type: 'object' }): Generator<Place> {
  const name = nameOfServer(entry).replace(/^S/, 's').replace(/^This/, 'this');
  if (variantOf(entry) === 'stdio') {
    const instead = 'Have `envHelper` print the server’s variables.';
    yield* named(child(entry, 'env'), name, instead);
    for (const node of itemsOf(child(entry, 'args'))) yield { node, where: `An argument of ${name}`, instead };
    return;
  }
  const instead = 'Let users sign in with `oauth`, or have `headersHelper` print the headers.';
  const signsIn = child(entry, 'oauth');
  for (const place of named(child(entry, 'headers'), name, instead)) {
    // Next to `oauth` the header is ignored, which `policy/oauth-and-authorization` reports.
    const isIgnored =
      signsIn && place.node.parent?.type === 'property' && /^authorization$/i.test(place.node.parent.key);
    if (!isIgnored) yield place;
  }
  const url = child(entry, 'url');
  if (url) yield { node: url, where: `The URL of ${name}`, instead };
}
