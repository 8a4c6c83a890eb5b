import type { Fix, Problem } from '../../../base/text.ts';
import { atLeast } from '../../../base/version.ts';
import type { Rule, RuleContext } from '../../../model.ts';
import { urlProblem } from '../../../policy/entry/serverUrl.ts';
import { slipOf } from '../../../policy/managedServers.ts';
import { type Marketplace, marketplacesOf, sourceFields } from '../../../policy/marketplaces.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { child, type ScalarNode, stringOf } from '../../../syntax/node.ts';

const dropped = 'The entry is dropped.';

export const marketplace: Rule = {
  id: 'policy/marketplace',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'document',
  *check(context): Generator<Problem> {
    for (const found of marketplacesOf(context.root)) {
      yield* whereabouts(found, context);
      yield* otherFields(found, context);
      yield* texts(found, context);
      yield* pin(found, context);
    }
  },
};

/** Returns the string value of a field, unless it is a placeholder. */
function textIn({ entry }: Marketplace, field: string): { node: ScalarNode; text: string } | undefined {
  const node = child(entry, field);
  const text = stringOf(node) ?? '';
  return node?.type === 'string' && text !== '' && !isPlaceholder(text) ? { node, text } : undefined;
}

const otherPlace = (place: Marketplace['place']) => (place === 'repo' ? 'url' : 'repo');

/** Reports where the marketplace is. */
function* whereabouts(found: Marketplace, { edit }: RuleContext): Generator<Problem> {
  const { entry, source, range, place: field } = found;
  const given = child(entry, field);
  const isEmpty = !given || given.type === 'null' || stringOf(given) === '';
  if (isEmpty && slipOf(entry, field, found.fields) === undefined) {
    const meant = field === 'repo' ? 'git' : 'github';
    const isOtherSource = stringOf(child(entry, otherPlace(field))) !== undefined;
    const sourceNode = child(entry, 'source');
    yield {
      range: given?.range ?? range,
      message: `A marketplace with source \`${source}\` needs \`${field}\`. ${dropped}`,
      ...(isOtherSource &&
        sourceNode && {
          fixes: [{ title: `Change the source to \`${meant}\``, edits: [edit.replace(sourceNode, meant)] }],
        }),
    };
    return;
  }
  const value = textIn(found, field);
  if (!value) return;
  const change = (text: string): readonly Fix[] => [
    { title: `Change to \`${text}\``, edits: [edit.replace(value.node, text)], inFixAll: true },
  ];
  if (field === 'repo') {
    if (/^[A-Za-z0-9._-]+\/[^/\s]+$/.test(value.text)) return;
    const meant = /^\s*(?:(?:https?:\/\/|git@)?github\.com[/:])?([\w.-]+\/[\w.-]+?)(?:\.git)?\/?\s*$/i.exec(
      value.text,
    )?.[1];
    yield {
      range: value.node.range,
      message: `\`repo\` must be \`owner/name\`, without a URL or a folder. ${dropped}`,
      ...(meant && { fixes: change(meant) }),
    };
    return;
  }
  const problem = urlProblem(value.text, { http: true, loopback: true });
  // Users in URLs with https are reported by `policy/credentials-in-url`.
  if (!problem || (problem === 'user' && /^\s*https?:\/\//i.test(value.text))) return;
  const ssh = /^\s*(?:ssh:\/\/)?git@([\w.-]+)[:/](.+)$/i.exec(value.text);
  const meant =
    problem === 'http' ? value.text.replace(/http/i, 'https') : ssh ? `https://${ssh[1]}/${ssh[2]?.trim()}` : undefined;
  yield {
    range: value.node.range,
    message: `\`url\` must use https; http is accepted for localhost only. ${dropped}`,
    ...(meant && { fixes: change(meant) }),
  };
}

/** Reports fields of other sources, and typos. */
function* otherFields({ entry, source, fields, place }: Marketplace, { edit }: RuleContext): Generator<Problem> {
  for (const given of entry.properties) {
    // If the location has the field of another source, that is reported with the missing one.
    if (fields.includes(given.key) || (given.key === otherPlace(place) && !child(entry, place))) continue;
    const meant = fields.find((field) => slipOf(entry, field, fields) === given);
    if (sourceFields.has(given.key)) {
      yield {
        range: given.keyNode.range,
        severity: 'warning',
        message: `A marketplace with source \`${source}\` does not use \`${given.key}\`, so the key is ignored.`,
        fixes: [{ title: `Remove \`${given.key}\``, edits: [edit.remove(given)] }],
      };
    } else if (meant !== undefined) {
      yield {
        range: given.keyNode.range,
        ...(meant !== place && { severity: 'warning' }),
        message: `A marketplace has no field \`${given.key}\`, so it is ignored. Did you mean \`${meant}\`?${meant === place ? ` ${dropped}` : ''}`,
        fixes: [{ title: `Rename to \`${meant}\``, edits: [edit.renameKey(given, meant)], inFixAll: true }],
      };
    }
  }
}

/** Reports the form of names, hashes and sign-in. */
function* texts(found: Marketplace, { edit }: RuleContext): Generator<Problem> {
  const name = textIn(found, 'expectedName');
  if (name && !/^[A-Za-z0-9]([A-Za-z0-9._-]{0,126}[A-Za-z0-9_-])?$/.test(name.text)) {
    yield {
      range: name.node.range,
      message: `\`expectedName\` may contain only letters, digits, \`.\`, \`_\` and \`-\`, must start with a letter or digit and must not end with \`.\`. ${dropped}`,
    };
  }
  const sum = found.source === 'url' ? textIn(found, 'manifestSha256') : undefined;
  if (sum && !/^[0-9a-f]{64}$/i.test(sum.text)) {
    const bare = /^\s*(?:sha256[:-])?([0-9a-f]{64})\s*$/i.exec(sum.text)?.[1];
    yield {
      range: sum.node.range,
      message: `\`manifestSha256\` must be 64 hexadecimal digits and nothing else. ${dropped}`,
      ...(bare && {
        fixes: [{ title: 'Keep only the digits', edits: [edit.replace(sum.node, bare)], inFixAll: true }],
      }),
    };
  }
  const { entry, source, range } = found;
  const kind = child(entry, 'credentialKind');
  const helper = child(entry, 'credentialHelper');
  if (kind && stringOf(kind) === 'inferenceCredential' && source !== 'url') {
    yield { range: kind.range, message: `\`inferenceCredential\` is allowed only with source \`url\`. ${dropped}` };
  }
  if (kind && stringOf(kind) === 'credentialHelper' && !helper) {
    yield { range: kind.range, message: `This kind requires \`credentialHelper\`, the path of the script. ${dropped}` };
  }
  if (helper && (!kind || ['anonymous', 'userGit', 'inferenceCredential'].includes(stringOf(kind) ?? ''))) {
    const at = kind ? edit.replace(kind, 'credentialHelper') : edit.add(entry, 'credentialKind', 'credentialHelper');
    yield {
      range: kind?.range ?? helper.range ?? range,
      message: `\`credentialHelper\` requires \`"credentialKind": "credentialHelper"\`. ${dropped}`,
      fixes: [{ title: 'Set `credentialKind` to `credentialHelper`', edits: [at] }],
    };
  }
}

/** Reports missing pins: what is installed automatically must not change unnoticed. */
function* pin(found: Marketplace, { edit, target }: RuleContext): Generator<Problem> {
  const preference = child(found.entry, 'installationPreference');
  const word = stringOf(preference) ?? '';
  if (!preference || !['auto_install', 'required'].includes(word)) return;
  const given = stringOf(child(found.entry, found.pin)) ?? '';
  const isHash = found.pin === 'ref' ? /^[0-9a-f]{40}$/i.test(given) : given !== '';
  if (isHash || isPlaceholder(given)) return;
  const needs = found.pin === 'ref' ? '`ref` with a 40-digit commit SHA' : '`manifestSha256`';
  const older = atLeast(target.minimumVersion, '1.46388.1')
    ? ''
    : ` Apps before 1.46388.1 (your minimum is ${target.minimumVersion}) reject the entry.`;
  yield {
    range: preference.range,
    severity: 'warning',
    message: `\`${word}\` needs ${needs}; without it, the plugins are shown as available and are not installed.${older}`,
    fixes: [{ title: 'Change to `available`', edits: [edit.replace(preference, 'available')] }],
  };
}
