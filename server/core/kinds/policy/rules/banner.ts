import { nearest } from '../../../base/suggest.ts';
import type { Problem } from '../../../base/text.ts';
import type { Rule, RuleContext } from '../../../model.ts';
import { policyKeys } from '../../../policy/catalogue.ts';
import { fullColour } from '../../../policy/color.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { child, type ObjectNode, property, type ScalarNode } from '../../../syntax/node.ts';

const fields = (policyKeys.get('banner')?.fields ?? []).map(({ name }) => name);
/** Common wrong names for the fields. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['message', 'text'],
  ['link', 'linkUrl'],
  ['url', 'linkUrl'],
  ['href', 'linkUrl'],
  ['background', 'backgroundColor'],
  ['bgColor', 'backgroundColor'],
  ['color', 'textColor'],
  ['foregroundColor', 'textColor'],
]);
const longest = 200;

/** The app checks none of this when it loads the policy: the banner is missing or looks wrong. */
export const banner: Rule = {
  id: 'policy/banner',
  severity: 'warning',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'no-effect',
  canReplaceSchema: true,
  scope: 'document',
  *check(context) {
    const found = property(context.root, 'banner');
    const object = found?.valueNode;
    if (object?.type !== 'object' || object.properties.length === 0) return;
    const enabled = child(object, 'enabled');
    if (enabled?.type === 'boolean' && enabled.value === false) return;
    const slips = [...slipsOf(object)];
    for (const { property: slip, meant } of slips) {
      yield {
        range: slip.keyNode.range,
        message: `\`banner\` has no field \`${slip.key}\`, so it is ignored. Did you mean \`${meant}\`?`,
        fixes: [{ title: `Rename to \`${meant}\``, edits: [context.edit.renameKey(slip, meant)], inFixAll: true }],
      };
    }
    if (!property(object, 'enabled') && !slips.some(({ meant }) => meant === 'enabled')) {
      yield {
        range: found?.keyNode.range ?? object.range,
        message: 'A banner is shown only with `"enabled": true`.',
        fixes: [
          { title: 'Add `"enabled": true`', edits: [context.edit.add(object, 'enabled', true, true)], inFixAll: true },
        ],
      };
    }
    yield* texts(object, context);
  },
};

function* slipsOf(object: ObjectNode) {
  const told = new Set<string>();
  for (const found of object.properties) {
    if (fields.includes(found.key)) continue;
    const meant = otherNames.get(found.key) ?? nearest(found.key, fields);
    if (meant === undefined || property(object, meant) || told.has(meant)) continue;
    told.add(meant);
    yield { property: found, meant };
  }
}

/** Returns the string value of a field, unless it is a placeholder. */
function textIn(object: ObjectNode, field: string): { node: ScalarNode; text: string } | undefined {
  const node = child(object, field);
  const text = node?.type === 'string' ? String(node.value) : '';
  return node?.type === 'string' && text !== '' && !isPlaceholder(text) ? { node, text } : undefined;
}

function* texts(object: ObjectNode, { edit }: RuleContext): Generator<Problem> {
  const words = textIn(object, 'text');
  const length = [...(words?.text ?? '')].length;
  if (words && length > longest) {
    yield {
      range: words.node.range,
      message: `\`text\` of a banner may have at most ${longest} characters; this one has ${length}. Shorten it.`,
    };
  } else if (words && /[\r\n]/.test(words.text.trim())) {
    const line = words.text.trim().replaceAll(/(?<!\s)\s*[\r\n]\s*/g, ' ');
    yield {
      range: words.node.range,
      severity: 'hint',
      message: '`text` of a banner must be a single line.',
      fixes: [{ title: 'Join the lines', edits: [edit.replace(words.node, line)] }],
    };
  }
  for (const field of ['backgroundColor', 'textColor']) {
    const colour = textIn(object, field);
    if (!colour || /^#[0-9a-f]{6}$/i.test(colour.text)) continue;
    const meant = fullColour(colour.text);
    yield {
      range: colour.node.range,
      message: 'A banner colour must be `#RRGGBB`: `#` and six hexadecimal digits.',
      ...(meant && {
        fixes: [{ title: `Change to \`${meant}\``, edits: [edit.replace(colour.node, meant)], inFixAll: true }],
      }),
    };
  }
  const link = textIn(object, 'linkUrl');
  if (!link || /^https:\/\//i.test(link.text.trim())) return;
  const scheme = /^([a-z][\w+.-]*):(?!\d)/i.exec(link.text.trim())?.[1]?.toLowerCase();
  yield {
    range: link.node.range,
    message: 'The banner link must start with `https://`.',
    ...((scheme === undefined || scheme === 'http') && {
      fixes: [
        {
          title: 'Change to `https://`',
          edits: [edit.replace(link.node, `https://${link.text.trim().replace(/^(http:)?\/\//i, '')}`)],
        },
      ],
    }),
  };
}
