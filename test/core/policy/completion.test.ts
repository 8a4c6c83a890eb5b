import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complete } from '../../../server/core/features/completion/complete.ts';
import type { CompletionItem } from '../../../server/core/features/completion/item.ts';
import { viewOf } from '../../../server/core/lint/workspaceView.ts';
import { base, settings, workspaceOf } from '../../support/lint.ts';

function offered(marked: string, minimumVersion = settings.target.minimumVersion): CompletionItem[] {
  const offset = marked.indexOf('<|>');
  const workspace = workspaceOf({ 'policy.json': marked.replace('<|>', '') });
  const document = workspace.get(`${base}/policy.json`);
  assert.ok(document);
  const context = { workspace: viewOf(workspace, new Set()), target: { ...settings.target, minimumVersion } };
  return complete(document, offset, context).sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
}
const find = (items: readonly CompletionItem[], label: string): CompletionItem => {
  const item = items.find((each) => each.label === label);
  assert.ok(item, label);
  return item;
};

test('what the chosen provider needs comes first; what belongs to another is marked and comes last', () => {
  const items = offered('{\n  "inferenceProvider": "bedrock",\n  <|>\n}');
  assert.equal(items[0]?.label, 'inferenceBedrockRegion');
  assert.equal(items[0]?.detail, 'string · required');
  const foreign = find(items, 'inferenceGatewayBaseUrl');
  assert.equal(foreign.detail, 'string · ignored: for gateway');
  assert.ok(find(items, 'chatTabEnabled').sortText < foreign.sortText);
});

test('an old name is offered last of all, and says what it is called now', () => {
  const old = find(offered('{ "inferenceProvider": "anthropic", <|> }'), 'isDxtEnabled');
  assert.equal(old.deprecated, true);
  assert.match(old.documentation ?? '', /called `isDesktopExtensionEnabled` now/);
});

test('a key that the oldest app of the fleet does not know is marked', () => {
  const text = '{ "inferenceProvider": "anthropic", <|> }';
  assert.equal(find(offered(text, '1.20000.0'), 'sshHostAllowlist').detail, 'list of string · needs 1.40609.0');
  assert.equal(find(offered(text), 'sshHostAllowlist').detail, 'list of string');
});
