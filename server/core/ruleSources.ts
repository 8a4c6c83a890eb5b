import type { Certainty } from './base/text.ts';

/** How well a rule is supported. `standard`: a published standard that the app implements, such as JSON. */
export type RuleCertainty = Exclude<Certainty, 'unknown'> | 'standard';

/** Where a statement about the app comes from: a page, or a source without a URL. */
export type Source =
  | { readonly url: string; readonly certainty: RuleCertainty }
  | { readonly label: string; readonly certainty: RuleCertainty };

const documented = (url: string): Source => ({ url, certainty: 'documented' });
const reported = (url: string): Source => ({ url, certainty: 'third-party' });
const desktop = (page: string): Source => documented(`https://claude.com/docs/third-party/claude-desktop/${page}`);
const code = (page: string): Source => documented(`https://code.claude.com/docs/en/${page}`);
const standard = (url: string): Source => ({ url, certainty: 'standard' });

const table = {
  // Claude Desktop on third-party inference
  'desktop/configuration': desktop('configuration'),
  'desktop/configuration-changelog': desktop('configuration-changelog'),
  'desktop/extensions': desktop('extensions'),
  'desktop/mdm': desktop('mdm'),
  'desktop/bootstrap': desktop('bootstrap'),
  'desktop/browser': desktop('browser'),
  'desktop/web-tools': desktop('web-tools'),
  'desktop/bedrock': desktop('bedrock'),
  'desktop/foundry': desktop('foundry'),
  'desktop/mantle': desktop('mantle'),
  'desktop/models': desktop('models'),
  'cowork/changelog': documented('https://claude.com/docs/cowork/changelog'),
  'cowork/bedrock-aws-sign-in': documented('https://claude.com/docs/cowork/3p/bedrock-aws-sign-in'),
  'cowork/vertex': documented('https://claude.com/docs/cowork/3p/vertex'),
  'support/extensions': documented('https://support.claude.com/en/articles/12622667'),
  // Claude Code
  'code/plugins-reference': code('plugins-reference'),
  'code/plugin-marketplaces': code('plugin-marketplaces'),
  'code/marketplace-reference': code('plugins/marketplace-reference'),
  'code/dependencies': code('plugins/dependencies'),
  'code/relevance': code('plugins/relevance'),
  'code/mcp': code('mcp'),
  'code/hooks': code('hooks'),
  'code/skills': code('skills'),
  'code/sub-agents': code('sub-agents'),
  'code/tools-reference': code('tools-reference'),
  'code/output-styles': code('output-styles'),
  'code/terminal-config': code('terminal-config'),
  // Other vendors
  'mcpb/manifest': documented('https://github.com/modelcontextprotocol/mcpb/blob/main/MANIFEST.md'),
  'agentskills/specification': standard('https://agentskills.io/specification'),
  'git/config': documented('https://git-scm.com/docs/git-config'),
  'apple/toplevel': documented('https://developer.apple.com/documentation/devicemanagement/toplevel'),
  'apple/commonpayloadkeys': documented('https://developer.apple.com/documentation/devicemanagement/commonpayloadkeys'),
  'mcp/tools': standard('https://modelcontextprotocol.io/specification/2025-06-18/server/tools'),
  // Programs whose behaviour was tested
  'app-validator': { label: 'the app’s own validator', certainty: 'validator' },
  'claude-code-validator': { label: 'the validator of Claude Code', certainty: 'validator' },
  'mcpb-tool': { label: 'the tool that packs bundles', certainty: 'validator' },
  'server-answer': { label: 'the server’s own answer', certainty: 'validator' },
  // Standards
  'json-standard': standard('https://www.rfc-editor.org/rfc/rfc8259'),
  'yaml-standard': standard('https://yaml.org/spec/1.2.2/'),
  'plist-standard': standard('https://www.apple.com/DTDs/PropertyList-1.0.dtd'),
  'registry-standard': documented('https://support.microsoft.com/help/310516'),
  // Plugboard’s own files
  plugboard: { label: 'Plugboard itself', certainty: 'documented' },
  // Reports
  'github/claude-code-39039': reported('https://github.com/anthropics/claude-code/issues/39039'),
  'github/claude-code-53818': reported('https://github.com/anthropics/claude-code/issues/53818'),
  'github/claude-code-63266': reported('https://github.com/anthropics/claude-code/issues/63266'),
  'github/claude-code-72808': reported('https://github.com/anthropics/claude-code/issues/72808'),
  'github/claude-code-93250': reported('https://github.com/anthropics/claude-code/issues/93250'),
  'github/semantica-1138': reported('https://github.com/semantica-agi/semantica/issues/1138'),
  'github/agi-cli-379': reported('https://github.com/phnx-labs/agi-cli/issues/379'),
  'github/cowork-harness': reported('https://github.com/yaniv-golan/cowork-harness'),
  'github/foundry-gateway': reported('https://github.com/naveenneog/claude-code-foundry-gateway'),
  'github/bedrock-guidance-342': reported(
    'https://github.com/aws-solutions-library-samples/guidance-for-claude-code-with-amazon-bedrock/pull/342',
  ),
  'third-party': { label: 'third-party reports', certainty: 'third-party' },
  'our-reading': { label: 'our reading', certainty: 'reading' },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceId = keyof typeof table;

/** All sources by the id that rules use. */
export const sources: Readonly<Record<SourceId, Source>> = table;

/** Returns the URL of a source, or its label if it has none. */
export const nameOfSource = (id: SourceId): string => {
  const source = sources[id];
  return 'url' in source ? source.url : source.label;
};

/** Returns the line that ends the page of a rule. */
export const sourceLine = ({ source, certainty }: { source: readonly SourceId[]; certainty: RuleCertainty }): string =>
  `Source: ${source.map(nameOfSource).join('; ')} (${certainty})`;
