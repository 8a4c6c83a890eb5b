/** Keys of an entry of a marketplace that people write into the manifest. Source: the validator of Claude Code. */
export const marketplaceKeys = ['tags', 'category', 'strict', 'source', 'id', 'relevance', 'headersHelper'] as const;

/** Keys of packages, extensions and servers that stand in many manifests and do no harm. Source: the same. */
export const harmlessKeys: ReadonlySet<string> = new Set(
  'bin main scripts type private contributors files publisher categories activationEvents tools prompts resources compatibility logo readme changelog _comment'.split(
    ' ',
  ),
);

/** Keys that were read once. */
export const retiredKeys = ['capabilities'] as const;
