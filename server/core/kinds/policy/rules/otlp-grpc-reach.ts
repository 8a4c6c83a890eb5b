import type { Rule } from '../../../model.ts';
import { textOf } from '../../../policy/providers.ts';
import { setAt } from '../../../policy/readValue.ts';

export const otlpGrpcReach: Rule = {
  id: 'policy/otlp-grpc-reach',
  severity: 'warning',
  source: ['desktop/configuration-changelog'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ root, parsed, edit }) {
    const protocol = textOf(setAt(root, 'otlpProtocol'));
    if (protocol?.text !== 'grpc' || !setAt(root, 'otlpEndpoint')) return;
    const proxy = setAt(root, 'egressProxyPacUrl') ?? setAt(root, 'egressProxyUrl');
    const isWindows = parsed.container?.format === 'registry';
    if (!proxy && !isWindows) return;
    const where = proxy ? `through a proxy (\`${proxy.key}\`)` : 'on Windows';
    yield {
      range: protocol.node.range,
      message: `Over grpc, Cowork tasks send nothing ${where}. grpc works only on macOS and Linux without a proxy. Use \`http/protobuf\` and the collector’s port for it.`,
      fixes: [{ title: 'Change to `http/protobuf`', edits: [edit.replace(protocol.node, 'http/protobuf')] }],
    };
  },
};
