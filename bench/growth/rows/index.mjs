import { markdownRows } from './markdown.mjs';
import { pluginRows } from './plugins.mjs';
import { policyRows } from './policies.mjs';
import { registryRows } from './registryAndProfiles.mjs';

/** All rows that grow one file. */
export const fileRows = [...policyRows, ...registryRows, ...pluginRows, ...markdownRows];
