/** What decides the state of a tool: a line of a policy, or what applies without one. */
export type ToolRule =
  /** An entry of a server's tool policy, by its key: a tool's name, or a pattern with `*`. */
  | { readonly kind: 'exact' | 'wildcard'; readonly key: string }
  | {
      readonly kind:
        | 'orgPluginSettings'
        | 'disabledBuiltinTools'
        | 'builtinToolPolicy'
        /** A value of `builtinToolPolicy` that is neither allow nor ask. */
        | 'unrecognised-value'
        /** The inference provider, or a default of the app, takes the tool away. */
        | 'provider'
        /** The tool is not part of the surface. */
        | 'surface'
        /** No line decides. */
        | 'default';
    }
  /** A server that is built into the app never runs the tool unasked. */
  | { readonly kind: 'floor'; readonly server: 'microsoft365' | 'github' }
  /** The entry of a built-in server takes the tools away that write. */
  | { readonly kind: 'readOnly' };

/** No line decides. */
export const noRule: ToolRule = { kind: 'default' };

export type ToolRuleKind = ToolRule['kind'];

interface RuleTerm {
  /** A key of a policy, or words; null where the rule's own key says it. */
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

/** What a rule is called, and whether that is a key of a policy, to be shown as code. */
export function ruleLabel(rule: ToolRule): { readonly text: string; readonly isKey: boolean } {
  const { label, isKey } = rules[rule.kind];
  return { text: 'key' in rule ? rule.key : (label ?? rule.kind), isKey };
}
