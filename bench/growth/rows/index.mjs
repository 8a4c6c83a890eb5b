import { markdownRows } from './markdown.mjs';
import { pluginRows } from './plugins.mjs';
import { policyRows } from './policies.mjs';
import { registryRows } from './registryAndProfiles.mjs';

/** All rows that grow one file, by what they are about: each group has a page and a plot of its own. */
export const groups = {
  policies: policyRows,
  'registry-and-profiles': registryRows,
  plugins: pluginRows,
  markdown: markdownRows,
};

export const fileRows = Object.values(groups).flat();
