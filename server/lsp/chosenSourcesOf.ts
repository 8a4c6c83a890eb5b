import type { ChosenFleet, ChosenSources } from '../protocol.ts';

/** Parses a client's chosen sources. Values of a wrong type count as not chosen. */
export function chosenSourcesOf(value: unknown): ChosenSources {
  const at = new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  const text = (key: string) => [at.get(key)].find((each): each is string => typeof each === 'string' && each !== '');
  const texts = (key: string) => listOf(at.get(key))?.filter((each): each is string => typeof each === 'string');
  const policies = listOf(at.get('policies'))?.filter(isPolicy);
  const [orgPlugins, userConfig] = [text('orgPlugins'), text('userConfig')];
  const [extensions, claudeCode] = [texts('extensions'), texts('claudeCode')];
  const fleet = at.get('fleet');
  return {
    ...(policies && { policies }),
    ...(orgPlugins !== undefined && { orgPlugins }),
    ...(userConfig !== undefined && { userConfig }),
    ...(extensions && { extensions }),
    ...(claudeCode && { claudeCode }),
    ...(isFleet(fleet) && { fleet }),
  };
}

const listOf = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? value : undefined);

const isFleet = (value: unknown): value is ChosenFleet =>
  typeof value === 'object' &&
  value !== null &&
  'folder' in value &&
  typeof value.folder === 'string' &&
  'name' in value &&
  typeof value.name === 'string';

const isPolicy = (value: unknown): value is { uri: string; role: string } =>
  typeof value === 'object' &&
  value !== null &&
  'uri' in value &&
  typeof value.uri === 'string' &&
  'role' in value &&
  typeof value.role === 'string';
