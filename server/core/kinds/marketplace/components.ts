/** The keys of an entry that are combined with a manifest, or clash with it. */
export const combinedKeys = ['commands', 'agents', 'skills', 'hooks', 'outputStyles', 'themes'];

/** The keys of an entry that do not count beside a manifest. */
export const replacedKeys = ['mcpServers', 'lspServers', 'userConfig', 'channels'];

/** The keys of an entry that name or hold components. */
export const componentKeys = [...combinedKeys, 'mcpServers', 'lspServers', 'workflows', 'monitors', 'experimental'];
