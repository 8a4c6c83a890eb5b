import type { PluginFile } from './pluginFiles.ts';

const ending =
  (text: string, folders: boolean) =>
  ({ path, type }: PluginFile): boolean =>
    type === 'directory' ? folders : path.endsWith(text);

/** The keys of a manifest whose values are paths, and which files they accept. */
export const componentFiles: Readonly<Record<string, (file: PluginFile) => boolean>> = {
  skills: ({ type }) => type === 'directory',
  commands: ending('.md', true),
  agents: ending('.md', false),
  workflows: ending('.js', true),
  outputStyles: ending('.md', true),
  hooks: ending('.json', false),
  mcpServers: ending('.json', false),
  lspServers: ending('.json', false),
};

/** Returns a file or folder of the plugin in the notation of a manifest. */
export const written = ({ path, type }: PluginFile): string => `./${path}${type === 'directory' ? '/' : ''}`;
