import type { TextEdit } from '../base/text.ts';
import type { Editor } from '../model.ts';
import { itemsOf, type Node, type PropertyNode, property, type ScalarNode, stringOf } from '../syntax/node.ts';
import { catalogue } from './catalogue.ts';
import { isView } from './flatView.ts';
import { booleanAt, setAt, textAt } from './readValue.ts';

/** How to sign in to a provider. Sources: the provider pages below https://claude.com/docs/third-party/claude-desktop/ */
interface Credentials {
  /** The key of a static credential. */
  readonly staticKey?: string;
  /** For providers without a default: alternative sets of keys, and a phrase that names them. */
  readonly credentials?: { readonly oneOf: readonly (readonly string[])[]; readonly words: string };
}

/** What a provider requires. */
interface ProviderFacts extends Credentials {
  /** The keys without which third-party mode does not start, with the values that a fix writes. */
  readonly required: Readonly<Record<string, unknown>>;
}

const helpers = [['inferenceCredentialHelper'], ['inferenceCredentialHelperWindows']];

const backends: Readonly<Record<string, Credentials>> = {
  bedrock: { staticKey: 'inferenceBedrockBearerToken' },
  mantle: {
    staticKey: 'inferenceBedrockBearerToken',
    credentials: {
      oneOf: [['inferenceBedrockBearerToken'], ['inferenceIdpOidc'], ...helpers],
      words: '`inferenceBedrockBearerToken` or `inferenceCredentialHelper`',
    },
  },
  vertex: {},
  foundry: {
    staticKey: 'inferenceFoundryApiKey',
    credentials: {
      oneOf: [
        ['inferenceFoundryApiKey'],
        ['inferenceFoundryTenantId', 'inferenceFoundryClientId'],
        ['inferenceIdpOidc'],
        ...helpers,
      ],
      words:
        '`inferenceFoundryApiKey`, `inferenceCredentialHelper`, or `inferenceFoundryTenantId` with `inferenceFoundryClientId`',
    },
  },
  gateway: {
    staticKey: 'inferenceGatewayApiKey',
    credentials: {
      oneOf: [['inferenceGatewayApiKey'], ['inferenceGatewayOidc'], ['inferenceIdpOidc'], ...helpers],
      words:
        '`inferenceGatewayApiKey` (any string, if the gateway does not check it), `inferenceCredentialHelper`, or `inferenceCredentialKind` `interactive`',
    },
  },
  anthropic: { staticKey: 'inferenceAnthropicApiKey' },
};

const requiredOf = (provider: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    catalogue.keys.flatMap(({ key, requiredFor = {} }) =>
      provider in requiredFor ? [[key, requiredFor[provider]]] : [],
    ),
  );

export const providerFacts: ReadonlyMap<string, ProviderFacts> = new Map(
  Object.entries(backends).map(([name, credentials]) => [name, { ...credentials, required: requiredOf(name) }]),
);

/** The four keys of the in-app AWS sign-in, with the values that a fix writes. */
export const bedrockSso: Readonly<Record<string, string>> = {
  inferenceBedrockSsoStartUrl: 'https://your-org.awsapps.com/start',
  inferenceBedrockSsoRegion: 'your-region',
  inferenceBedrockSsoAccountId: '000000000000',
  inferenceBedrockSsoRoleName: 'your-role',
};

/** Returns the provider that a policy names, if it is a known one. */
export function providerOf(root: Node | undefined): string | undefined {
  const provider = textAt(root, 'inferenceProvider');
  return provider !== undefined && providerFacts.has(provider) ? provider : undefined;
}

/** Whether a key that is not found is certainly not set: in the nested format, the places of many keys are unknown. */
export const showsAllKeys = (root: Node | undefined): boolean => root !== undefined && !isView(root);

/** Returns those of `keys` that have no value. */
export const missingOf = (root: Node | undefined, keys: readonly string[]): string[] =>
  keys.filter((key) => !setAt(root, key));

/** Whether a helper script is set, for one system or for all. */
export const hasHelper = (root: Node | undefined): boolean =>
  helpers.some((keys) => missingOf(root, keys).length === 0);

/** Whether the app fetches its configuration, which then replaces this one. Source: the bootstrap page. */
export const fetchesBootstrap = (root: Node | undefined): boolean =>
  setAt(root, 'bootstrapUrl') !== undefined && booleanAt(root, 'bootstrapEnabled') !== false;

/** An entry of `inferenceModels`: a string, or an object with a name. */
export interface Model {
  readonly name: string;
  readonly node: ScalarNode;
  readonly entry: Node;
}

export const modelsOf = (root: Node | undefined): Model[] =>
  itemsOf(property(root, 'inferenceModels')?.valueNode).flatMap((entry) => {
    const node = entry.type === 'object' ? property(entry, 'name')?.valueNode : entry;
    const name = stringOf(node);
    return node?.type === 'string' && name ? [{ name, node, entry }] : [];
  });

/** Whether a model is named only by its family, which only the provider's own list of models can resolve. */
export const isAlias = (name: string): boolean => /^(sonnet|opus|haiku|fable|mythos)$/.test(name);

/** Adds keys to a policy, in order. */
export const addAll = (edit: Editor, root: Node | undefined, values: Readonly<Record<string, unknown>>): TextEdit[] =>
  root?.type === 'object' ? Object.entries(values).map(([key, value]) => edit.add(root, key, value)) : [];

/** Returns `a`, `b` and `c`, each as code. */
export function listed(keys: readonly string[], word = 'and'): string {
  const codes = keys.map((key) => `\`${key}\``);
  const last = codes.pop() ?? '';
  return codes.length > 0 ? `${codes.join(', ')} ${word} ${last}` : last;
}

/** Returns the string value of a property with its node, if it is a string. */
export function textOf(from: PropertyNode | undefined): { text: string; node: ScalarNode } | undefined {
  const node = from?.valueNode;
  const text = stringOf(node);
  return node?.type === 'string' && text ? { text, node } : undefined;
}
