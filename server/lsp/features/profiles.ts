import {
  breakOf,
  ConvertError,
  compareWithProfile,
  nameOf,
  newPolicy,
  normalise,
  parse,
  profileComparisonMarkdown,
  readPolicy,
} from '../../core/index.ts';
import {
  type CompareAnswer,
  type CompareParams,
  type NewPolicyAnswer,
  type NewPolicyParams,
  type PolicyFormat,
  requests,
} from '../../protocol.ts';
import { handle } from '../handle.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** *New Policy…* and *Compare Policy with Profile…*. */
export const profiles: Feature = (session) => {
  session.connection.onRequest<NewPolicyAnswer | null, void>(
    requests.newPolicy,
    handle(
      session,
      { what: 'a new policy', empty: null as NewPolicyAnswer | null, wait: 'none', about: 'workspace' },
      created,
    ),
  );
  session.connection.onRequest<CompareAnswer | null, void>(
    requests.compareWithProfile,
    handle(
      session,
      { what: 'a comparison with a profile', empty: null as CompareAnswer | null, wait: 'none', about: 'workspace' },
      (params: CompareParams) => compared(session, params),
    ),
  );
  return {};
};

const languages: Readonly<Record<PolicyFormat, string>> = {
  json: 'json',
  linux: 'json',
  mobileconfig: 'xml',
  plist: 'xml',
  reg: 'reg',
};

function created({ provider, profile, to }: NewPolicyParams): NewPolicyAnswer {
  const { snippet, encoding } = newPolicy(provider, profile, to);
  const fileName = to === 'linux' ? 'managed-settings.json' : `policy.${to}`;
  return { text: snippet, isSnippet: true, language: languages[to], encoding, fileName };
}

/** The page is updated during typing, so it says if the policy cannot be parsed as a whole. */
function compared({ workspace, target }: Session, { uri, profile }: CompareParams): CompareAnswer | null {
  const document = workspace.get(normalise(uri));
  if (document?.kind.id !== 'policy') return null;
  const name = nameOf(document.uri);
  try {
    const parsed = parse(document);
    const comparison = compareWithProfile(readPolicy(parsed).entries, profile, target);
    const broken = breakOf(parsed);
    const note = broken ? `The policy cannot be read as a whole: ${broken.message}` : comparison.note;
    return { markdown: profileComparisonMarkdown(name, profile, { ...comparison, note }) };
  } catch (error) {
    if (error instanceof ConvertError) return { markdown: `# ${name}\n\n${error.message}\n` };
    throw error;
  }
}
