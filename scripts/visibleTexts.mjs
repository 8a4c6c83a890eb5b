// Finds the texts that users see: strings and templates in sources, and titles and descriptions in JSON files. Strings that
// only programs read (imports, ids, globs, patterns, class names) are left out.
import fs from 'node:fs';
import path from 'node:path';
import { parse } from '@babel/parser';
import { parseTree } from 'jsonc-parser';

/** Keys whose value is shown, even if it is a single word. */
const shownKeys = new Set([
  'title',
  'description',
  'markdownDescription',
  'message',
  'label',
  'detail',
  'documentation',
  'prompt',
  'placeHolder',
  'placeholder',
  'whenWrong',
  'tooltip',
  'displayName',
]);
/** Keys whose value only programs read. */
const hiddenKeys =
  /^(id|rule|code|command|pattern|glob|files|source|selector|class|className|role|when|body|scope|exclude|include|type|href|activationEvents)$/;
/** Keys in JSON files that contain texts, in addition to `shownKeys`. */
const jsonKeys = new Set([...shownKeys, 'notes', 'enumDescriptions', 'markdownEnumDescriptions', 'contents']);

/** Functions and methods whose arguments are compared or looked up, not shown. */
const silentCalls =
  /^(require|import|RegExp|test|match|matchAll|includes|startsWith|endsWith|indexOf|lastIndexOf|search|split|has|get|delete|getAttribute|setAttribute|querySelector|querySelectorAll|closest|matches|createElement|addEventListener|executeCommand|registerCommand|getConfiguration|picomatch)$/;
const parts = [
  [/^server\/core\/kinds\/.*\/rules\//, 'rule'],
  [/^server\/core\/kinds\/.*[sS]chema/, 'schema'],
  [/^server\/core\/kinds\//, 'kind'],
  [/^server\/core\/features\/hints\//, 'hint'],
  [/^server\/core\/features\/(codeLenses|serverLenses|.*[lL]ens)/, 'lens'],
  [/^server\/core\/features\/(hover|.*[cC]ard)/, 'hover'],
  [/^server\/core\/features\/completion\//, 'completion'],
  [/^server\/core\/([a-z]+)\//, '$1'],
  [/^server\/([a-z]+)\b/, '$1'],
  [/^client\/(panel|surfaces)\//, 'page'],
  [/^client\//, 'editor'],
];

/** Returns which part of the program shows the texts of a file. */
function partOf(file) {
  for (const [pattern, name] of parts) {
    const match = pattern.exec(file);
    if (match) return name.replace('$1', match[1] ?? '');
  }
  return 'package';
}

const hasWords = (text) => /\p{L}/u.test(text) && /\s/.test(text.trim());
const hasLetters = (text) => /\p{L}/u.test(text);

const literalOf = (node) =>
  node.type === 'StringLiteral'
    ? node.value
    : node.type === 'TemplateLiteral' && node.expressions.length === 0
      ? (node.quasis[0]?.value.cooked ?? '')
      : undefined;

/** Returns the two strings between which a condition chooses; undefined for other conditions. */
function choiceOf(node) {
  if (node.type !== 'ConditionalExpression') return undefined;
  const words = [node.consequent, node.alternate].map(literalOf);
  return words.includes(undefined) ? undefined : words;
}

/** Returns how a placeholder is printed: the strings between which it chooses, or `{…}`. */
const hole = (node) => `{${choiceOf(node)?.join('|') ?? '…'}}`;

/** Returns what a page shows of a piece of HTML: its text, and attributes that are shown or read by screen readers. */
const spoken = (html) =>
  html
    .replaceAll(/<[^>]*>/g, (tag) => ` ${[...tag.matchAll(spokenAttributes)].map(([, value]) => value).join(' ')} `)
    .replaceAll(/\s+/g, ' ')
    .trim();
const spokenAttributes = /\b(?:title|aria-label|placeholder|alt)="([^"]*)"/g;

/** Returns the text of a literal, a template or a concatenation; undefined for other nodes. */
function textOf(node) {
  const literal = literalOf(node);
  if (literal !== undefined) return literal;
  if (node.type === 'TemplateLiteral') {
    return node.quasis
      .map(
        ({ value }, i) => (value.cooked ?? value.raw) + (i < node.expressions.length ? hole(node.expressions[i]) : ''),
      )
      .join('');
  }
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return undefined;
  const sides = [node.left, node.right].map(textOf);
  if (sides.every((side) => side === undefined)) return undefined;
  return sides.map((side, i) => side ?? hole(i === 0 ? node.left : node.right)).join('');
}

const nameOf = (node) => {
  if (!node) return undefined;
  if (node.type === 'Identifier' || node.type === 'PrivateName') return node.name ?? node.id?.name;
  if (node.type === 'StringLiteral') return node.value;
  if (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression') return nameOf(node.property);
  return undefined;
};

/** Whether only programs read what is below this node, coming from one of its fields. */
function isSilent(node, field) {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return field === 'source';
    case 'Directive':
    case 'SwitchCase':
      return field === 'test' || node.type === 'Directive';
    case 'BinaryExpression':
      return node.operator !== '+';
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return field === 'property';
    case 'ObjectProperty':
    case 'ClassProperty':
      return field === 'key' || (field === 'value' && hiddenKeys.test(nameOf(node.key) ?? ''));
    case 'AssignmentExpression':
      return field === 'right' && hiddenKeys.test(nameOf(node.left) ?? '');
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
    case 'ImportExpression':
      return field === 'arguments' && silentCalls.test(nameOf(node.callee) ?? 'import');
    default:
      return node.type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)/.test(node.type);
  }
}

/** Returns the name that describes the purpose of a text: the nearest key, variable, error class or function around it. */
function purposeOf(node, field) {
  if (node.type === 'ObjectProperty' && field === 'value') return nameOf(node.key);
  if (node.type === 'VariableDeclarator' && field === 'init') return nameOf(node.id);
  if (node.type === 'AssignmentExpression' && field === 'right') return nameOf(node.left);
  if (node.type === 'NewExpression' && /Error$/.test(nameOf(node.callee) ?? '')) return 'error';
  if (/^(FunctionDeclaration|ObjectMethod|ClassMethod|ClassPrivateMethod)$/.test(node.type))
    return nameOf(node.id ?? node.key);
  return undefined;
}

/**
 * Returns the texts of one source.
 * @param file its path relative to the project, with `/`
 * @returns {{ file: string, line: number, kind: string, text: string }[]}
 */
export function textsOfSource(file, source) {
  const found = [];
  const isPage = partOf(file) === 'page';
  const visit = (node, purpose) => {
    const whole = textOf(node);
    const text = whole === undefined || !isPage ? whole : spoken(whole);
    if (text !== undefined && (hasWords(text) || (shownKeys.has(purpose) && hasLetters(text))))
      found.push({ file, line: node.loc.start.line, kind: `${partOf(file)} ${purpose ?? 'text'}`, text });
    for (const [field, value] of Object.entries(node)) {
      if (field === 'loc' || field.endsWith('Comments') || isSilent(node, field)) continue;
      // A part of a text that is listed as a whole.
      const isPart = (one) => whole !== undefined && hasWords(whole) && (textOf(one) ?? choiceOf(one)) !== undefined;
      for (const one of Array.isArray(value) ? value : [value])
        if (one && typeof one.type === 'string' && !isPart(one)) visit(one, purposeOf(node, field) ?? purpose);
    }
  };
  visit(parse(source, { sourceType: 'module', plugins: ['typescript', 'explicitResourceManagement'] }).program);
  return found;
}

/** Returns the texts of one JSON file: values of keys that are shown. */
export function textsOfJson(file, source) {
  const found = [];
  const lineOf = (offset) => source.slice(0, offset).split('\n').length;
  const visit = (node, key) => {
    if (node.type === 'property') {
      const [name, value] = node.children;
      if (value && !hiddenKeys.test(name.value)) visit(value, name.value);
    } else if (node.type === 'string') {
      if (jsonKeys.has(key) && hasLetters(node.value))
        found.push({ file, line: lineOf(node.offset), kind: `${partOf(file)} ${key}`, text: node.value });
    } else for (const child of node.children ?? []) visit(child, key);
  };
  visit(parseTree(source));
  return found;
}

/** Returns all texts that users see, by file and line. */
export function visibleTexts(root) {
  const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
  const sources = ['server', 'client', 'snippets'].flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((name) => !name.includes('/generated/') && !/\.d\.ts$|tsconfig[^/]*\.json$/.test(name))
      .filter((name) => /\.(ts|json)$/.test(name)),
  );
  return ['package.json', ...sources.sort()].flatMap((file) =>
    file.endsWith('.json') ? textsOfJson(file, read(file)) : textsOfSource(file, read(file)),
  );
}
