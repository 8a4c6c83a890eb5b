import { child, type ObjectNode, propertiesOf, stringOf } from '../../syntax/node.ts';
import { appDictionaries, isPayloadField } from '../../syntax/plist/plistPolicy.ts';
import type { Payload, PlistContainer } from '../../syntax/syntax.ts';

export interface ProfileAround {
  readonly warnings: readonly string[];
  /** `PayloadIdentifier` and `PayloadDisplayName` of the profile. */
  readonly identifier: string | undefined;
  readonly displayName: string | undefined;
}

/** Fields of every profile that are written again, so nothing is lost. */
const writtenAnew = new Set([
  'PayloadContent',
  'PayloadDisplayName',
  'PayloadIdentifier',
  'PayloadType',
  'PayloadUUID',
  'PayloadVersion',
]);

/** What surrounds the app's keys in a property list: what to keep, and what is left out. */
export function profileAround(container: PlistContainer): ProfileAround {
  const { form, payloads, outer } = container;
  const textAt = (key: string) => stringOf(child(outer, key)) || undefined;
  if (form === 'preferences') return { warnings: [], identifier: undefined, displayName: undefined };
  const others = payloads.filter((payload) => !holdsKeys(container, payload)).length;
  const fields = [...new Set([...ownFields(outer), ...payloads.flatMap(({ node }) => ownFields(node))])];
  return {
    warnings: [
      ...(others > 0 ? [`${others === 1 ? 'One payload' : `${others} payloads`} for other apps left out.`] : []),
      ...(fields.length > 0 ? [`Left out of the profile: ${fields.join(', ')}.`] : []),
    ],
    identifier: textAt('PayloadIdentifier'),
    displayName: textAt('PayloadDisplayName'),
  };
}

/** Whether a payload is for the app, by its type or inside the older payload for any app. */
const holdsKeys = (container: PlistContainer, payload: Payload): boolean =>
  appDictionaries({ ...container, payloads: [payload] }).length > 0;

/** Returns fields of a profile that a new one would not have. A new one gets the scope `System`. */
const ownFields = (node: ObjectNode | undefined): string[] =>
  propertiesOf(node)
    .filter(({ key, valueNode }) => !(key === 'PayloadScope' && stringOf(valueNode) === 'System'))
    .map(({ key }) => key)
    .filter((key) => (isPayloadField(key) || key.startsWith('Consent')) && !writtenAnew.has(key));
