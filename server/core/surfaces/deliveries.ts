import type { Certainty } from '../base/text.ts';
import type { Delivery, PluginPlace, SurfaceId, SurfaceState } from './model.ts';
import { cloud, desktop, editor, marketplaces, organization } from './sources.ts';

const delivery = (
  state: SurfaceState,
  certainty: Certainty,
  source: string,
  text: string,
  since?: string,
): Delivery => ({ state, certainty, source, text, ...(since !== undefined && { since }) });

const byCli = (source: string): Readonly<Record<PluginPlace, Delivery>> => ({
  'org-plugins': delivery(
    'no',
    'documented',
    source,
    'The org-plugins folder is not read. Put the plugin in a marketplace as well, and name it in the settings (`extraKnownMarketplaces`, `enabledPlugins`).',
  ),
  marketplace: delivery(
    'yes',
    'documented',
    source,
    'Through its marketplace, added by the user or in settings (`extraKnownMarketplaces`, `enabledPlugins`).',
  ),
  folder: delivery(
    'partly',
    'documented',
    source,
    'Put it in a marketplace, or start Claude Code with `--plugin-dir`.',
  ),
});

const byOwner = (certainty: Certainty): Readonly<Record<PluginPlace, Delivery>> => {
  const text = 'An owner of the organization uploads it, or syncs its repository, in the settings of claude.ai.';
  return {
    'org-plugins': delivery('no', certainty, organization, `The org-plugins folder is not read. ${text}`),
    marketplace: delivery('partly', 'documented', organization, text),
    folder: delivery('partly', 'documented', organization, text),
  };
};

const mountOrMarketplace =
  'Put it in the org-plugins folder of each computer, or in a marketplace that the policy names (`allowedPluginMarketplaces`).';

/** How a plugin in such a place reaches a surface. */
export const surfaceDeliveries: Readonly<Record<SurfaceId, Readonly<Record<PluginPlace, Delivery>>>> = {
  'cowork-3p': {
    'org-plugins': delivery('yes', 'documented', desktop, 'Through the org-plugins folder of each computer.'),
    marketplace: delivery(
      'yes',
      'documented',
      desktop,
      'Through its marketplace, which the policy names (`allowedPluginMarketplaces`).',
    ),
    folder: delivery('no', 'documented', desktop, mountOrMarketplace),
  },
  chat: {
    'org-plugins': delivery(
      'yes',
      'documented',
      desktop,
      'Through the org-plugins folder of each computer.',
      '1.44121.4',
    ),
    marketplace: delivery(
      'unknown',
      'unknown',
      desktop,
      'Marketplaces in the policy are documented for Cowork and Code. Whether Chat reads them is not documented.',
    ),
    folder: delivery('no', 'documented', desktop, 'Put it in the org-plugins folder of each computer.'),
  },
  code: {
    'org-plugins': delivery(
      'yes',
      'third-party',
      desktop,
      'By the org-plugins folder of each computer, on third-party inference.',
    ),
    marketplace: delivery(
      'yes',
      'documented',
      desktop,
      'By its marketplace, which the policy (`allowedPluginMarketplaces`) or the settings of Claude Code name.',
      '1.32352.0',
    ),
    folder: delivery('no', 'documented', desktop, mountOrMarketplace),
  },
  cowork: {
    ...byOwner('unknown'),
    'org-plugins': delivery(
      'unknown',
      'unknown',
      organization,
      'Whether Cowork reads the org-plugins folder with a claude.ai account is not documented. An owner of the organization uploads the plugin, or syncs its repository, in the settings of claude.ai.',
    ),
  },
  cli: byCli(marketplaces),
  vscode: byCli(editor),
  cloud: {
    'org-plugins': delivery(
      'no',
      'documented',
      cloud,
      'The org-plugins folder is not read. Name the plugin and its marketplace in `.claude/settings.json` of the repository.',
    ),
    marketplace: delivery(
      'partly',
      'documented',
      cloud,
      'Through its marketplace, which `.claude/settings.json` of the repository names.',
    ),
    folder: delivery(
      'no',
      'documented',
      cloud,
      'Put it in a marketplace that `.claude/settings.json` of the repository names.',
    ),
  },
  web: byOwner('documented'),
};
