/** The documentation of marketplaces. */
export const reference = 'https://code.claude.com/docs/en/plugins/marketplace-reference';
