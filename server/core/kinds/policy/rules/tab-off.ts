import type { Problem } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { fetchesBootstrap } from '../../../policy/providers.ts';
import { booleanAt, setAt } from '../../../policy/readValue.ts';
import { keepsCowork } from '../../../policy/tabs.ts';
import { child, itemsOf } from '../../../syntax/node.ts';

/** By default Chat is off, Cowork and Code are on. That the other keys have no effect then is our reading. */
export const tabOff: Rule = {
  id: 'policy/tab-off',
  severity: 'hint',
  source: ['desktop/configuration', 'our-reading'],
  certainty: 'reading',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }): Generator<Problem> {
    if (root?.type !== 'object' || fetchesBootstrap(root)) return;
    const chat = setAt(root, 'chatTabEnabled');
    const isChatOff = !chat || booleanAt(root, 'chatTabEnabled') === false;
    const isCodeOff = booleanAt(root, 'isClaudeCodeForDesktopEnabled') === false;
    const files = setAt(root, 'chatAdvancedFileAnalysisEnabled');
    if (files && isChatOff && booleanAt(root, files.key) === true) {
      yield {
        range: files.keyNode.range,
        message: 'Chat is off unless `chatTabEnabled` is true, so this has no effect.',
        ...(!chat && { fixes: [{ title: 'Enable Chat', edits: [edit.add(root, 'chatTabEnabled', true)] }] }),
      };
    }
    const hosts = setAt(root, 'sshHostAllowlist');
    if (hosts && isCodeOff && itemsOf(child(root, hosts.key)).length > 0) {
      yield {
        range: hosts.keyNode.range,
        message: 'These hosts are for Code, which `isClaudeCodeForDesktopEnabled` disables, so this has no effect.',
      };
    }
    const cowork = setAt(root, 'coworkTabEnabled');
    const tabs = { cowork: booleanAt(root, 'coworkTabEnabled') !== false, code: !isCodeOff, chat: !isChatOff };
    if (cowork && keepsCowork(tabs)) {
      yield {
        range: cowork.keyNode.range,
        message:
          'Cowork stays on: one tab must remain, Code is disabled, and Chat is off unless `chatTabEnabled` is true.',
      };
    }
  },
};
