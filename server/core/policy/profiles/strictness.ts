import type { Json } from '../convert/policyFormat.ts';

/** How two values of a key are compared. */
export type Comparison =
  /** One side of a switch is the stricter. */
  | { readonly by: 'switch'; readonly strict: boolean }
  /** A number, of which less is stricter. */
  | { readonly by: 'hours' }
  /** A list of which more, or fewer, entries are stricter; `everything` is an entry that lets the list allow all there is. */
  | {
      readonly by: 'list';
      readonly strict: 'more' | 'fewer';
      readonly everything?: { readonly is: RegExp; readonly words: string };
    }
  /** It is there or not. */
  | { readonly by: 'presence' };

/** What is known of a key that a profile sets. The sentences say what holds; `{}` stands for the entries of a list that make the difference. */
export interface Strictness {
  readonly comparison: Comparison;
  /** What holds where the key is not set, if the catalogue names no default. */
  readonly unset?: Json;
  /** The default of older apps. */
  readonly formerDefault?: { readonly before: string; readonly value: Json };
  readonly looser: string;
  readonly stricter?: string;
  /** The list allows nothing where it has no entries; else what such a list means is not documented. */
  readonly empty?: string;
  /** Another key that makes this one pointless, which then is neither looser nor missing. */
  readonly moot?: {
    readonly key: string;
    readonly is: boolean;
    readonly standing: 'different' | 'stricter';
    readonly meaning: string;
  };
}

/** Source of what each key does: https://claude.com/docs/third-party/claude-desktop/configuration */
export const strictness: Readonly<Record<string, Strictness>> = {
  deploymentOrganizationUuid: {
    comparison: { by: 'presence' },
    looser: 'Telemetry does not say which organization it comes from, and data on the device is not kept apart by it.',
  },
  otlpEndpoint: {
    comparison: { by: 'presence' },
    looser: 'No collector of yours is told what happens in the app.',
  },
  autoUpdaterEnforcementHours: {
    comparison: { by: 'hours' },
    looser: 'A downloaded update may wait longer before it installs itself.',
    stricter: 'A downloaded update installs itself sooner.',
    moot: {
      key: 'disableAutoUpdates',
      is: true,
      standing: 'different',
      meaning: 'No update is downloaded at all, so there is none to install.',
    },
  },
  disableAutoUpdates: {
    comparison: { by: 'switch', strict: true },
    looser: 'The app looks for updates and downloads them.',
  },
  disableEssentialTelemetry: {
    comparison: { by: 'switch', strict: true },
    looser: 'Reports of crashes and of performance leave the device.',
  },
  disableNonessentialTelemetry: {
    comparison: { by: 'switch', strict: true },
    looser: 'Product analytics and diagnostic uploads leave the device.',
  },
  disableNonessentialServices: {
    comparison: { by: 'switch', strict: true },
    looser: 'The app fetches favicons, artifact previews and widgets of connectors.',
  },
  isLocalDevMcpEnabled: {
    comparison: { by: 'switch', strict: false },
    looser: 'People can add local MCP servers of their own.',
  },
  isDesktopExtensionEnabled: {
    comparison: { by: 'switch', strict: false },
    formerDefault: { before: '1.19367.0', value: true },
    looser: 'Desktop extensions load.',
  },
  isDesktopExtensionSignatureRequired: {
    comparison: { by: 'switch', strict: true },
    looser: 'Desktop extensions load without a signature.',
    moot: {
      key: 'isDesktopExtensionEnabled',
      is: false,
      standing: 'stricter',
      meaning: 'No desktop extension loads at all, so none needs a signature.',
    },
  },
  disabledBuiltinTools: {
    comparison: { by: 'list', strict: 'more' },
    unset: [],
    looser: 'Claude still has {}.',
    stricter: 'Claude also lacks {}.',
  },
  coworkEgressAllowedHosts: {
    comparison: { by: 'list', strict: 'fewer', everything: { is: /^\s*\*\s*$/, words: 'every host' } },
    unset: [],
    looser: 'Tools of Claude reach {}.',
    stricter: 'Tools of Claude do not reach {}.',
    empty: 'Tools of Claude reach nothing but the inference provider.',
  },
  allowedWorkspaceFolders: {
    comparison: {
      by: 'list',
      strict: 'fewer',
      everything: { is: /^\s*(?:[a-z]:)?[\\/]+\s*$/i, words: 'every folder' },
    },
    looser: 'Claude may work in {}.',
    stricter: 'Claude may not work in {}.',
  },
};
