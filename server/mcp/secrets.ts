import { mask } from '../core/index.ts';
import type { DiscoveredTool, Discovery, ServerDescription } from './model.ts';

const hidden = '•••';
/** A shorter value may be any word. */
const shortest = 6;

/**
 * Returns the values that are sent to a server and must not be revealed: from its headers, its environment and the query of its
 * URL.
 * @param more further values, such as those substituted for variables.
 */
export function secretsOf(server: ServerDescription, more: readonly string[] = []): string[] {
  const given =
    server.transport === 'stdio'
      ? Object.values(server.env ?? {})
      : [
          ...Object.values(server.headers ?? {}).flatMap((value) => [value, ...value.split(/\s+/)]),
          ...query(server.url),
        ];
  const isSecret = (text: string) => text.length >= shortest && !/^(Bearer|[./~].*|application\/.*)$/.test(text);
  return [...new Set([...given, ...more])].filter(isSecret).sort((a, b) => b.length - a.length);
}

const query = (url: string): string[] => (URL.canParse(url) ? [...new URL(url).searchParams.values()] : []);

/** Returns a result in which secrets that the server repeats are masked. */
export function withoutSecrets(answer: Discovery, secrets: readonly string[]): Discovery {
  const clean = (text: string) => secrets.reduce((rest, secret) => rest.replaceAll(secret, hidden), mask(text));
  if (!answer.ok) return { ...answer, message: clean(answer.message), detail: clean(answer.detail) };
  const tool = ({ title, description, ...rest }: DiscoveredTool): DiscoveredTool => ({
    ...rest,
    ...(title !== undefined && { title: clean(title) }),
    ...(description !== undefined && { description: clean(description) }),
  });
  const { name, version } = answer.server;
  return { ...answer, server: { name: clean(name), version }, tools: answer.tools.map(tool) };
}
