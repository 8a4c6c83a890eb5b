import type { DocumentKind } from '../model.ts';
import { withEmbedded } from '../workspace/embedding.ts';
import agent from './agent/index.ts';
import bundle from './bundle/index.ts';
import command from './command/index.ts';
import config from './config/index.ts';
import configMeta from './configMeta/index.ts';
import desktopConfig from './desktopConfig/index.ts';
import expectations from './expectations/index.ts';
import hooks from './hooks/index.ts';
import lsp from './lsp/index.ts';
import marketplace from './marketplace/index.ts';
import mcp from './mcp/index.ts';
import monitors from './monitors/index.ts';
import outputStyle from './outputStyle/index.ts';
import plugin from './plugin/index.ts';
import pluginSettings from './pluginSettings/index.ts';
import policy from './policy/index.ts';
import skill from './skill/index.ts';
import theme from './theme/index.ts';
import tools from './tools/index.ts';
import version from './version/index.ts';

/** All kinds of documents, in the order in which they are matched; those that must read the text come last. */
export const kinds: readonly DocumentKind[] = withEmbedded([
  config,
  expectations,
  tools,
  mcp,
  lsp,
  monitors,
  plugin,
  version,
  hooks,
  skill,
  agent,
  command,
  outputStyle,
  pluginSettings,
  desktopConfig,
  configMeta,
  theme,
  bundle,
  marketplace,
  policy,
]);
