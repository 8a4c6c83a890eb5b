/** Where the facts about marketplaces are written. */
export const reference = 'https://code.claude.com/docs/en/plugins/marketplace-reference';
