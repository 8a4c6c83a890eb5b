import type { Rule } from '../../../model.ts';
import { textOf } from '../../../policy/providers.ts';
import { property } from '../../../syntax/node.ts';

/** That the app adds the path is reported by operators of gateways. */
export const baseUrlPath: Rule = {
  id: 'policy/base-url-path',
  severity: 'info',
  source: ['desktop/configuration', 'third-party'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ root, edit }) {
    const bedrock = textOf(property(root, 'inferenceBedrockBaseUrl'));
    const origin = /^(https?:\/\/[^/?#]+)\/*[?#/][^/]/i.exec(bedrock?.text ?? '')?.[1];
    if (bedrock && origin) {
      yield {
        range: bedrock.node.range,
        message: '`inferenceBedrockBaseUrl` must be an origin (scheme, host, port) without a path.',
        fixes: [{ title: `Change to \`${origin}\``, edits: [edit.replace(bedrock.node, origin)] }],
      };
    }
    const collector = textOf(property(root, 'otlpEndpoint'));
    const above = /^(https?:\/\/[^?#]+?)\/v1\/(?:logs|metrics|traces)\/?$/i.exec(collector?.text ?? '')?.[1];
    if (collector && above) {
      yield {
        range: collector.node.range,
        message: '`otlpEndpoint` must be the base URL of the collector; the app appends the path of each signal.',
        fixes: [{ title: `Change to \`${above}\``, edits: [edit.replace(collector.node, above)] }],
      };
    }
    const gateway = textOf(property(root, 'inferenceGatewayBaseUrl'));
    const base = /^(https?:\/\/[^?#]+?)\/v1(?:\/messages)?\/?$/i.exec(gateway?.text ?? '')?.[1];
    if (gateway && base) {
      yield {
        range: gateway.node.range,
        severity: 'hint',
        message: 'The app appends `/v1/messages` to this URL. Remove that part, unless the gateway expects it twice.',
        fixes: [{ title: `Change to \`${base}\``, edits: [edit.replace(gateway.node, base)] }],
      };
    }
  },
};
