/** What decides the state of a tool: a line of a policy, or a default. */
export type ToolRule =
  /** An entry of a server's tool policy, by its key: the name of a tool, or a pattern with `*`. */
  | { readonly kind: 'exact' | 'wildcard'; readonly key: string }
  | {
      readonly kind:
        | 'orgPluginSettings'
        | 'disabledBuiltinTools'
        | 'builtinToolPolicy'
        /** A rule of Claude Code's own managed settings. */
        | 'permissions'
        /** A value of `builtinToolPolicy` that is neither allow nor ask. */
        | 'unrecognised-value'
        /** The inference provider or a default of the app removes the tool. */
        | 'provider'
        /** The tool is not part of the surface. */
        | 'surface'
        /** No line of a policy decides. */
        | 'default';
    }
  /** A server that is built into the app never runs the tool without a prompt. */
  | { readonly kind: 'floor'; readonly server: 'microsoft365' | 'github' }
  /** The entry of a built-in server removes the tools that write. */
  | { readonly kind: 'readOnly' };

/** No line of a policy decides. */
export const noRule: ToolRule = { kind: 'default' };

export type ToolRuleKind = ToolRule['kind'];

interface RuleTerm {
  /** A key of a policy, or a phrase; null if the rule has a key of its own. */
  readonly label: string | null;
  readonly isKey: boolean;
  /** Why the rule decides, in one sentence without a full stop. */
  readonly sentence: string;
}

export const rules: Readonly<Record<ToolRuleKind, RuleTerm>> = {
  exact: { label: null, isKey: true, sentence: 'An exact entry names the tool' },
  wildcard: { label: null, isKey: true, sentence: 'A wildcard matches the tool' },
  orgPluginSettings: { label: 'orgPluginSettings', isKey: true, sentence: 'The key has a rule for the tool' },
  disabledBuiltinTools: { label: 'disabledBuiltinTools', isKey: true, sentence: 'Tools on this list are removed' },
  builtinToolPolicy: { label: 'builtinToolPolicy', isKey: true, sentence: 'The policy names the tool' },
  permissions: {
    label: 'permissions',
    isKey: true,
    sentence: 'A rule of Claude Code’s managed settings denies it',
  },
  'unrecognised-value': {
    label: 'builtinToolPolicy',
    isKey: true,
    sentence: 'Only allow and ask are supported here; any other value counts as ask',
  },
  provider: {
    label: 'not available here',
    isKey: false,
    sentence: 'The inference provider or a default of the app removes the tool',
  },
  surface: { label: 'not part of the surface', isKey: false, sentence: 'The tool is not part of this surface' },
  floor: {
    label: 'always asks',
    isKey: false,
    sentence: 'Built-in servers never send, merge or delete without a prompt, whatever a policy allows',
  },
  readOnly: { label: 'readOnly', isKey: true, sentence: 'The server has no tools that write' },
  default: { label: 'default', isKey: false, sentence: 'No line of a policy decides' },
};

/** Returns the label of a rule, and whether it is a key of a policy, which is shown as code. */
export function ruleLabel(rule: ToolRule): { readonly text: string; readonly isKey: boolean } {
  const { label, isKey } = rules[rule.kind];
  return { text: 'key' in rule ? rule.key : (label ?? rule.kind), isKey };
}
