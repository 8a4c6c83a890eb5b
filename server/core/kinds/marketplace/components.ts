/** The keys of an entry that are combined with a manifest, or conflict with it. */
export const combinedKeys = ['commands', 'agents', 'skills', 'hooks', 'outputStyles', 'themes'];

/** The keys of an entry that are ignored if there is a manifest. */
export const replacedKeys = ['mcpServers', 'lspServers', 'userConfig', 'channels'];

/** The keys of an entry that name or contain components. */
export const componentKeys = [...combinedKeys, 'mcpServers', 'lspServers', 'workflows', 'monitors', 'experimental'];
