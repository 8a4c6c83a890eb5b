/** Keys of a marketplace entry that are often written into the manifest. Source: the validator of Claude Code. */
export const marketplaceKeys = ['tags', 'category', 'strict', 'source', 'id', 'relevance', 'headersHelper'] as const;

/** Keys of packages, extensions and servers that many manifests contain and that do no harm. Source: the same. */
export const harmlessKeys: ReadonlySet<string> = new Set(
  'bin main scripts type private contributors files publisher categories activationEvents tools prompts resources compatibility logo readme changelog _comment'.split(
    ' ',
  ),
);

/** Keys that were read formerly. */
export const retiredKeys = ['capabilities'] as const;
