import type { Schema } from '../../schema/schema.ts';
import { hookDefs } from '../shared/hooks/hookSchema.ts';
import { aboutProperties, partProperties } from '../shared/plugin/manifestSchema.ts';
import { mcpServerDefs } from '../shared/servers/mcpServers.ts';
import { pluginSources } from '../shared/sources.ts';

const whenWrong = 'The plugin fails to load.';
const facts = { source: pluginSources.plugins, certainty: 'documented', whenWrong } as const;
const directory = { certainty: 'validator', notes: ['Only the public plugin directory reads this.'] } as const;

const listing = {
  certainty: 'documented',
  notes: ['Only listings read this. Claude Code before 2.1.281 does not know it.'],
} as const;

const text = (title: string, description: string): Schema => ({ title, description, type: 'string', facts });

/** `plugin.json`. The app ignores other keys; a rule reports those that look like typos. */
export const schema: Schema = {
  title: 'Manifest of a plugin',
  type: 'object',
  required: ['name'],
  properties: {
    $schema: text('Schema', 'A URL for editors; no app reads it.'),
    name: {
      title: 'Name',
      description:
        'The name of the plugin: lower-case letters, digits and hyphens. In an org-plugins folder, the name of the plugin’s folder is used instead.',
      type: 'string',
      minLength: 1,
      facts: {
        ...facts,
        notes: ['Cowork accepts at most 128 characters of `A–Z a–z 0–9 . _ -`, starting with a letter or digit.'],
      },
    },
    ...aboutProperties,
    installationPreference: {
      title: 'Installation',
      description:
        'Whether Cowork installs this org plugin automatically. `available`: users can install it. `auto_install`: installed at sign-in, and users can remove it. `required`: installed at sign-in and cannot be removed.',
      type: 'string',
      enum: ['available', 'auto_install', 'required'],
      default: 'available',
      severity: 'warning',
      facts: {
        source: pluginSources.extensions,
        certainty: 'documented',
        notes: ['Takes effect at the next sign-in. Claude Code ignores the key.'],
      },
    },
    ...partProperties,
    icon: { title: 'Icon', description: 'An image for the plugin.', facts: directory },
    screenshots: { title: 'Screenshots', description: 'URLs of images.', facts: directory },
    bugs: { title: 'Bugs', description: 'Where to report bugs.', facts: directory },
    documentationUrl: { title: 'Documentation', description: 'The URL of the documentation.', facts: listing },
    termsOfServiceUrl: { title: 'Terms of service', description: 'The URL of the terms of service.', facts: listing },
    supportUrl: { title: 'Support', description: 'Where users get help.', facts: directory },
    privacyPolicy: { title: 'Privacy', description: 'The URL of the privacy policy.', facts: directory },
    privacyPolicyUrl: { title: 'Privacy', description: 'The URL of the privacy policy.', facts: directory },
  },
  $defs: { ...mcpServerDefs, ...hookDefs },
};
