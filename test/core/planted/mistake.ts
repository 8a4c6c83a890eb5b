import type { Diagnostic } from '../../../server/core/base/text.ts';

/**
 * One mistake planted into the clean samples: the replaced text, the expected rule, its severity, the exact characters, the
 * number of fixes.
 */
export interface Mistake {
  readonly title: string;
  readonly in: string;
  readonly replace: string;
  readonly by: string;
  readonly rule: string;
  readonly severity?: Diagnostic['severity'];
  readonly at?: string;
  readonly fixes?: number;
  /** None of its fixes may be applied without review. */
  readonly notInFixAll?: true;
}

/** The samples into which mistakes are planted. */
export const plugin = 'org-plugins/pilot';
export const policy = 'policy.json';
export const mcp = `${plugin}/.mcp.json`;
export const skill = `${plugin}/skills/steer/SKILL.md`;
export const shop = 'shop/.claude-plugin/marketplace.json';
export const gateway = 'gateway/marketplace.json';
