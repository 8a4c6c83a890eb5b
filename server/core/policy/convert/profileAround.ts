import { child, type ObjectNode, propertiesOf, stringOf } from '../../syntax/node.ts';
import { appDictionaries, isPayloadField } from '../../syntax/plist/plistPolicy.ts';
import type { Payload, PlistContainer } from '../../syntax/syntax.ts';

export interface ProfileAround {
  readonly warnings: readonly string[];
  /** `PayloadIdentifier` and `PayloadDisplayName` of the profile. */
  readonly identifier: string | undefined;
  readonly displayName: string | undefined;
}

/** What every profile says of itself: written anew, so that nothing is lost. */
const writtenAnew = new Set([
  'PayloadContent',
  'PayloadDisplayName',
  'PayloadIdentifier',
  'PayloadType',
  'PayloadUUID',
  'PayloadVersion',
]);

/** What stands around the app's keys in a property list: what to keep of it, and what is left behind. */
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

/** Whether a payload is the app's, by its type or inside of the older payload for any app. */
const holdsKeys = (container: PlistContainer, payload: Payload): boolean =>
  appDictionaries({ ...container, payloads: [payload] }).length > 0;

/** Fields of a profile that a new one would not have. `System` is the scope that it gets. */
const ownFields = (node: ObjectNode | undefined): string[] =>
  propertiesOf(node)
    .filter(({ key, valueNode }) => !(key === 'PayloadScope' && stringOf(valueNode) === 'System'))
    .map(({ key }) => key)
    .filter((key) => (isPayloadField(key) || key.startsWith('Consent')) && !writtenAnew.has(key));
