/** The pages that document what works where. */
export const desktop = 'https://claude.com/docs/third-party/claude-desktop/extensions';
export const reference = 'https://code.claude.com/docs/en/plugins-reference';
export const monitors = `${reference}#monitors`;
export const marketplaces = 'https://code.claude.com/docs/en/plugin-marketplaces';
export const app = 'https://code.claude.com/docs/en/desktop';
export const editor = 'https://code.claude.com/docs/en/vs-code';
export const cloud = 'https://code.claude.com/docs/en/cloud-environments';
export const organization = 'https://support.claude.com/en/articles/13837433';
export const inCowork = 'https://support.claude.com/en/articles/13837440';
