import type { Schema } from '../../schema/schema.ts';
import { fact, facts, text, texts } from './keys.ts';
import { server } from './serverSchema.ts';
import { userConfig } from './userConfigSchema.ts';

const version = (deprecated?: string): Schema => ({
  title: 'Format version',
  description: 'The version of the manifest format that this file uses.',
  type: 'string',
  pattern: '^(0\\.[1-4]|1\\.0)$',
  expected: 'a version of the format, from `0.1` to `0.4`',
  // Newer formats may be introduced.
  severity: 'warning',
  suggestions: [
    { value: '0.3', description: 'the newest stable version' },
    { value: '0.4', description: 'with servers of type `uv`' },
  ],
  facts: { ...facts, ...(deprecated && { deprecated }) },
});

const author: Schema = {
  title: 'Author',
  description: 'The author of the extension.',
  type: 'object',
  required: ['name'],
  properties: {
    name: text('Name', 'A person or an organization.'),
    email: text('E-mail', 'An e-mail address for users.'),
    url: text('Address', 'The author’s web page.'),
  },
  facts,
};

const repository: Schema = {
  title: 'Repository',
  description: 'Where the source code is.',
  type: 'object',
  required: ['type', 'url'],
  properties: {
    type: { ...text('Kind', 'The system of the repository.'), suggestions: [{ value: 'git' }] },
    url: text('Address', 'The URL of the repository.'),
  },
  facts,
};

const icon: Schema = {
  type: 'object',
  required: ['src', 'size'],
  properties: {
    src: text('File', 'A PNG image in the bundle.'),
    size: {
      ...text('Size', 'Width and height in pixels.'),
      pattern: '^\\d+x\\d+$',
      expected: 'a size like 128x128',
    },
    theme: {
      ...text('Theme', 'The background that it is designed for.'),
      minLength: 1,
      suggestions: [{ value: 'light' }, { value: 'dark' }],
    },
  },
};

const tool: Schema = {
  type: 'object',
  required: ['name'],
  properties: {
    name: text('Name', 'The name of the tool, as the server reports it.'),
    description: text('Description', 'What the tool does, as users see it.'),
  },
};

const prompt: Schema = {
  type: 'object',
  required: ['name', 'text'],
  properties: {
    name: text('Name', 'The name of the prompt.'),
    description: text('Description', 'What the prompt is for.'),
    arguments: texts('Arguments', 'The names of the values that users fill in.'),
    text: text('Text', 'The prompt. `${arguments.NAME}` is replaced by an argument.'),
  },
};

const compatibility: Schema = {
  title: 'Compatibility',
  description: 'What the extension needs to run. What is not listed here is not checked.',
  type: 'object',
  properties: {
    claude_desktop: text('Claude Desktop', 'A range of versions, such as `>=1.0.0`.'),
    platforms: {
      title: 'Systems',
      description: '`darwin` is macOS, `win32` is Windows.',
      type: 'array',
      items: { type: 'string', enum: ['darwin', 'win32', 'linux'] },
      facts,
    },
    runtimes: {
      title: 'Runtimes',
      description: 'The required versions of the runtimes.',
      type: 'object',
      properties: {
        node: text('Node.js', 'A range of versions, such as `>=18`.'),
        python: text('Python', 'A range of versions, such as `>=3.10`.'),
      },
      facts,
    },
  },
  // The specification allows other clients in addition to these.
  additionalProperties: {},
  facts,
};

const localization: Schema = {
  title: 'Translations',
  description: 'The folder of translations.',
  type: 'object',
  required: ['resources', 'default_locale'],
  properties: {
    resources: {
      ...text('Files', 'A path in the bundle with `${locale}` in it.'),
      pattern: '\\$\\{locale\\}',
      expected: 'a path with `${locale}` in it',
      suggestions: [{ value: 'mcpb-resources/${locale}.json' }],
    },
    default_locale: {
      ...text('Default language', 'The language that the manifest is written in.'),
      pattern: '^[A-Za-z0-9]{2,8}(-[A-Za-z0-9]{1,8})*$',
      expected: 'a language like en-US',
      suggestions: [{ value: 'en-US' }],
    },
  },
  facts: fact('0.3'),
};

const yesOrNo = (title: string, description: string): Schema => ({
  title,
  description,
  type: 'boolean',
  default: false,
  facts,
});

/** The manifest of a desktop extension. A rule reports unknown keys. */
export const schema: Schema = {
  title: 'Manifest of a desktop extension',
  description: 'An MCP server that Claude Desktop installs and starts, packed as `.mcpb` (formerly `.dxt`).',
  type: 'object',
  required: ['name', 'version', 'description', 'author', 'server'],
  properties: {
    $schema: { title: 'Schema', description: 'A URL for editors; no app reads it.' },
    manifest_version: version(),
    dxt_version: version('Write `manifest_version`.'),
    name: text('Name', 'The name of the extension, for use by programs.'),
    display_name: text('Display name', 'The name that users see.'),
    version: { ...text('Version', 'The version of the extension.'), suggestions: [{ value: '1.0.0' }] },
    description: text('Description', 'What the extension does, in a sentence.'),
    long_description: text('Long description', 'What the extension does, for its page; Markdown.'),
    author,
    repository,
    homepage: text('Home page', 'The URL of its page.'),
    documentation: text('Documentation', 'The URL of its documentation.'),
    support: text('Support', 'Where users get help.'),
    icon: text('Icon', 'A PNG in the bundle, ideally 512 × 512 pixels.'),
    icons: {
      title: 'Icons',
      description: 'Images for different sizes and themes. `icon` is for apps that support only one.',
      type: 'array',
      items: icon,
      facts: fact('0.3'),
    },
    screenshots: texts('Screenshots', 'Images in the bundle.'),
    localization,
    server,
    tools: { title: 'Tools', description: 'The tools of the server.', type: 'array', items: tool, facts },
    tools_generated: yesOrNo('More tools', 'Whether the server adds tools at run time.'),
    prompts: {
      title: 'Prompts',
      description: 'The prompts of the server.',
      type: 'array',
      items: prompt,
      facts,
    },
    prompts_generated: yesOrNo('More prompts', 'Whether the server adds prompts at run time.'),
    keywords: texts('Keywords', 'Words for finding the extension.'),
    license: {
      ...text('License', 'The license, as an SPDX name.'),
      suggestions: [{ value: 'MIT' }, { value: 'Apache-2.0' }],
    },
    privacy_policies: {
      ...texts('Privacy policies', 'The URLs of the privacy policies of services that receive user data.'),
      facts: fact('0.2'),
    },
    compatibility,
    user_config: userConfig,
    _meta: {
      title: 'Platform-specific data',
      description: 'Data for particular platforms or apps, by a name such as `com.example.app`.',
      type: 'object',
      additionalProperties: { type: 'object' },
      facts,
    },
  },
  facts,
};
