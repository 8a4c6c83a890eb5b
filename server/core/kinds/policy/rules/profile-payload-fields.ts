import { nearest } from '../../../base/suggest.ts';
import type { Fix, Problem } from '../../../base/text.ts';
import type { Editor, Rule } from '../../../model.ts';
import { knownNames } from '../../../policy/catalogue.ts';
import { child, type Node, type ObjectNode, propertiesOf, property, stringOf } from '../../../syntax/node.ts';
import { appDomain, profileOf, tagOf } from '../../../syntax/plist/plistPolicy.ts';

const required = ['PayloadType', 'PayloadIdentifier', 'PayloadUUID', 'PayloadVersion'] as const;
type Field = (typeof required)[number] | 'PayloadContent';
type Values = Readonly<Partial<Record<Field, unknown>>>;
/** Names similar to required fields that are also fields of Apple's. */
const isField = (name: string): boolean => name === 'PayloadContent' || required.some((known) => known === name);

/** macOS itself reports an identifier that appears twice. */
export const profilePayloadFields: Rule = {
  id: 'policy/profile-payload-fields',
  severity: 'error',
  source: ['apple/toplevel', 'apple/commonpayloadkeys'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ parsed, edit, document }): Generator<Problem> {
    const profile = profileOf(parsed);
    if (!profile) return;
    const { outer, payloads } = profile;
    const fields = [
      { of: 'The profile', node: outer, ready: { PayloadType: 'Configuration', PayloadVersion: 1 } },
      ...payloads.map(({ node }) => ({ of: 'This payload', node, ready: readyFor(node, outer, payloads.length) })),
    ];
    const seen = new Map<string, Node>();
    for (const { of, node, ready } of fields) {
      yield* missing(of, node, ready, edit);
      yield* wrongVersion(node, edit);
      const uuid = child(node, 'PayloadUUID');
      if (uuid?.type !== 'string' || isTemplate(String(uuid.value))) continue;
      const id = String(uuid.value).trim().toUpperCase();
      const first = seen.get(id) ?? uuid;
      seen.set(id, first);
      if (first === uuid) continue;
      yield {
        range: uuid.inner,
        message:
          'This `PayloadUUID` is used more than once in the profile: macOS refuses to install it. Create another one with `uuidgen`.',
        related: [{ uri: document.uri, range: () => first.range, message: 'The first one' }],
      };
    }
    yield* wrongType(outer, edit);
  },
};

/** Placeholders: `{opts.PayloadUUID}`, `%HardwareUUID%`, `$(uuidgen)`; and an empty string. */
const isTemplate = (text: string): boolean => text.trim() === '' || /[{}$%<>]/.test(text);

/** Returns the values of a payload's fields, as far as they are known. */
function readyFor(payload: ObjectNode, outer: ObjectNode, count: number): Values {
  const identifier = stringOf(child(outer, 'PayloadIdentifier'));
  const isOwn = propertiesOf(payload).some(({ key }) => knownNames.has(key));
  return {
    PayloadVersion: 1,
    ...(isOwn && { PayloadType: appDomain }),
    ...(identifier && count === 1 && { PayloadIdentifier: `${identifier}.settings` }),
  };
}

function* missing(of: string, node: ObjectNode, ready: Values, edit: Editor): Generator<Problem> {
  const names: Field[] = [];
  const isFull = node.parent !== undefined || property(node, 'EncryptedPayloadContent') !== undefined;
  for (const name of isFull ? required : [...required, 'PayloadContent' as const]) {
    if (property(node, name)) continue;
    const meant = propertiesOf(node).find(({ key }) => key.startsWith('P') && !isField(key) && nearest(key, [name]));
    if (!meant) {
      names.push(name);
      continue;
    }
    yield {
      range: meant.keyNode.range,
      message: `${of} lacks \`${name}\`; this key is misspelled. macOS may refuse to install the profile.`,
      fixes: [{ title: `Change to \`${name}\``, edits: [edit.renameKey(meant, name)], inFixAll: true }],
    };
  }
  if (names.length === 0) return;
  const fixes = names
    .filter((name) => ready[name] !== undefined)
    .map((name): Fix => ({ title: `Add \`${name}\``, edits: [edit.add(node, name, ready[name])] }));
  const list = names.map((name) => `\`${name}\``).join(', ');
  const tool = names.includes('PayloadUUID') ? ' Create a UUID with `uuidgen`.' : '';
  yield {
    range: tagOf(node),
    message: `${of} lacks ${list}, which Apple requires: macOS may refuse to install the profile.${tool}`,
    // Whether a missing version by itself prevents the installation is unknown.
    ...(names.every((name) => name === 'PayloadVersion') && { severity: 'warning' }),
    ...(fixes.length > 0 && { fixes }),
  };
}

function* wrongVersion(node: ObjectNode, edit: Editor): Generator<Problem> {
  const version = child(node, 'PayloadVersion');
  if (version?.type !== 'string' || isTemplate(String(version.value))) return;
  const value = /^\s*\d+\s*$/.test(String(version.value)) ? Number(version.value) : 1;
  yield {
    range: version.range,
    message:
      '`PayloadVersion` must be an `<integer>`: unlike the policy keys, the fields of a profile are not all strings.',
    severity: 'warning',
    fixes: [
      { title: `Change to \`<integer>${value}</integer>\``, edits: [edit.replace(version, value)], inFixAll: true },
    ],
  };
}

function* wrongType(outer: ObjectNode, edit: Editor): Generator<Problem> {
  const type = child(outer, 'PayloadType');
  if (type?.type !== 'string' || type.value === 'Configuration' || isTemplate(String(type.value))) return;
  yield {
    range: type.inner,
    message:
      'The `PayloadType` of the profile itself must be `Configuration`. The app’s domain is the `PayloadType` of the inner payload.',
    fixes: [{ title: 'Change to `Configuration`', edits: [edit.replace(type, 'Configuration')] }],
  };
}
