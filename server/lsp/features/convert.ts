import { ConvertError, convert, nameOf, normalise, type PolicyFormat } from '../../core/index.ts';
import { type ConvertAnswer, type ConvertParams, requests } from '../../protocol.ts';
import { handle } from '../handle.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** *Save Policy As…*: converts the policy, as the editor has it, to another format. */
export const conversion: Feature = (session) => {
  session.connection.onRequest<ConvertAnswer | null, void>(
    requests.convert,
    handle(
      session,
      { what: 'another format', empty: null as ConvertAnswer | null, wait: 'none', about: 'workspace' },
      (params: ConvertParams) => answer(session, params),
    ),
  );
  return {};
};

function answer({ workspace }: Session, { uri, to }: ConvertParams): ConvertAnswer | null {
  const document = workspace.get(normalise(uri));
  if (document?.kind.id !== 'policy') return null;
  try {
    return { ...convert(document.text, to), fileName: fileName(nameOf(uri), to) };
  } catch (error) {
    if (error instanceof ConvertError) return { problem: error.message };
    throw error;
  }
}

function fileName(name: string, to: PolicyFormat): string {
  const stem = name.replace(/\.[^.]*$/, '') || 'policy';
  return to === 'linux' ? 'managed-settings.json' : `${stem}.${to}`;
}
