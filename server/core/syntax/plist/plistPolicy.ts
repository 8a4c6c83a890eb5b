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

/** The domain of the app's preferences, and the type of its payloads. */
export const appDomain = 'com.anthropic.claudefordesktop';
/** Holds the preferences of any app by their domain: older than payloads of an app's own type. */
export const managedClient = 'com.apple.ManagedClient.preferences';

/** What belongs to the profile and not to the app. */
export const isPayloadField = (key: string): boolean => key.startsWith('Payload');

const isObject = (node: Node | undefined): node is ObjectNode => node?.type === 'object';

/** Returns what a property list holds around the app's keys. */
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

/** The dictionaries that hold the app's keys. */
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

/** One object with the app's keys of all dictionaries. They are its properties from now on; undefined where there is no dictionary for them. */
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

/** The file around the keys, if it is a property list. */
export const plistOf = ({ container }: Parsed): PlistContainer | undefined =>
  container?.format === 'plist' ? container : undefined;

/** The payloads and the outermost dictionary of a configuration profile; undefined for preferences and other formats. */
export function profileOf(parsed: Parsed): { payloads: readonly Payload[]; outer: ObjectNode } | undefined {
  const container = plistOf(parsed);
  return container?.form === 'profile' && container.outer
    ? { payloads: container.payloads, outer: container.outer }
    : undefined;
}

/** The opening tag of a dictionary, which stands for what is missing in it. */
export const tagOf = ({ range: { start } }: ObjectNode): TextRange => ({ start, end: start + '<dict>'.length });
