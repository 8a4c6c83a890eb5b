import type { TextRange } from '../../base/text.ts';
import {
  child,
  itemsOf,
  type Mutable,
  type Node,
  type ObjectNode,
  type PropertyNode,
  propertiesOf,
  property,
  stringOf,
} from '../node.ts';
import type { Parsed, Payload, PlistContainer } from '../syntax.ts';

/** The preference domain of the app, and the type of its payloads. */
export const appDomain = 'com.anthropic.claudefordesktop';
/** A payload type that contains the preferences of any app by domain; older than app-specific payload types. */
export const managedClient = 'com.apple.ManagedClient.preferences';

/** Whether a key belongs to the profile and not to the app. */
export const isPayloadField = (key: string): boolean => key.startsWith('Payload');

const isObject = (node: Node | undefined): node is ObjectNode => node?.type === 'object';

/** Returns what a property list contains around the app's keys. */
export function containerOf(
  outermost: Node | undefined,
  xml: Pick<PlistContainer, 'elements' | 'asides'>,
): PlistContainer {
  const outer = isObject(outermost) ? outermost : undefined;
  const isProfile =
    property(outer, 'PayloadContent') !== undefined || stringOf(child(outer, 'PayloadType')) === 'Configuration';
  const payloads = itemsOf(child(outer, 'PayloadContent')).filter(isObject).map(payloadOf);
  return { format: 'plist', form: isProfile ? 'profile' : 'preferences', payloads, outer, ...xml };
}

function payloadOf(node: ObjectNode): Payload {
  const type = child(node, 'PayloadType');
  const typeNode = type?.type === 'string' ? type : undefined;
  return { type: String(typeNode?.value ?? ''), typeNode, node };
}

/** Returns the dictionaries that contain the app's keys. */
export function appDictionaries({ form, payloads, outer }: PlistContainer): ObjectNode[] {
  if (form === 'preferences') return outer ? [outer] : [];
  return payloads.flatMap(({ type, node }) => {
    if (type === appDomain) return [node];
    const domain = type === managedClient ? child(child(node, 'PayloadContent'), appDomain) : undefined;
    return ['Forced', 'Set-Once']
      .flatMap((way) => itemsOf(child(domain, way)))
      .map((settings) => child(settings, 'mcx_preference_settings'))
      .filter(isObject);
  });
}

/** Returns one object with the app's keys of all dictionaries, which become its properties; undefined if there is no dictionary. */
export function rootOf(dictionaries: readonly ObjectNode[]): ObjectNode | undefined {
  const [first] = dictionaries;
  const last = dictionaries.at(-1);
  if (!first || !last) return undefined;
  const range = { start: first.range.start, end: last.range.end };
  const root: Mutable<ObjectNode> = { type: 'object', range, parent: undefined, properties: [] };
  const own = dictionaries.flatMap(propertiesOf).filter(({ key }) => !isPayloadField(key));
  for (const each of own) (each as Mutable<PropertyNode>).parent = root;
  root.properties = own;
  return root;
}

/** Returns the file around the keys, if it is a property list. */
export const plistOf = ({ container }: Parsed): PlistContainer | undefined =>
  container?.format === 'plist' ? container : undefined;

/** Returns the payloads and the outermost dictionary of a configuration profile; undefined for preferences and other formats. */
export function profileOf(parsed: Parsed): { payloads: readonly Payload[]; outer: ObjectNode } | undefined {
  const container = plistOf(parsed);
  return container?.form === 'profile' && container.outer
    ? { payloads: container.payloads, outer: container.outer }
    : undefined;
}

/** Returns the range of a dictionary's opening tag, at which missing keys are reported. */
export const tagOf = ({ range: { start } }: ObjectNode): TextRange => ({ start, end: start + '<dict>'.length });
