import { normalise } from '../../core/base/uri.ts';
import type { EffectiveInput } from '../../core/effective/input.ts';
import { policySources } from '../../core/effective/policySources.ts';
import { policySyntax } from '../../core/policy/policySyntax.ts';
import { newPolicy } from '../../core/policy/profiles/newPolicy.ts';
import type { CompareSide, SideName, SourcesChoice } from '../../protocol.ts';
import { withDefaults } from '../effective.ts';
import type { Session } from '../session.ts';
import { labelOf } from '../sources.ts';
import { readRevision } from './revision.ts';
import { SideError } from './sideError.ts';

/** One side, read. */
export interface ReadSide extends SideName {
  readonly input: EffectiveInput;
  readonly text: (uri: string) => string | undefined;
  /** A file as people name it. */
  readonly shown: (uri: string) => string;
  /** Whether its places are those of files that the editor has. */
  readonly isHere: boolean;
}

const distrust = 'Git is not called in a workspace that is not trusted. Trust it first.';

/** Reads a side; what it leaves open is as `choice` says. */
export function readSide(session: Session, side: CompareSide, choice: SourcesChoice): ReadSide {
  const sources = withDefaults(session, choice);
  switch (side.is) {
    case 'now':
      return here(session, sources, 'working tree');
    case 'policy': {
      const uri = normalise(side.uri);
      return here(session, { ...sources, policies: [{ uri, role: 'managed' }] }, labelOf(session, uri));
    }
    case 'plugins': {
      const uri = normalise(side.uri);
      return here(session, { ...sources, orgPlugins: uri }, labelOf(session, uri));
    }
    case 'profile':
      return ofProfile(session, side.profile, sources);
    case 'revision':
      if (!session.isTrusted) throw new SideError(distrust);
      return ofRevision(session, side.revision, sources);
  }
}

const here = (session: Session, sources: SourcesChoice, name: string): ReadSide => ({
  name,
  commit: null,
  input: session.evaluator.input(session.workspace, sources),
  text: (uri) => session.evaluator.textOf(uri),
  shown: (uri) => labelOf(session, uri),
  isHere: true,
});

function ofProfile(
  session: Session,
  profile: (CompareSide & { is: 'profile' })['profile'],
  sources: SourcesChoice,
): ReadSide {
  const name = `profile:${profile}`;
  const uri = `plugboard-profile:/${profile}.json`;
  const { text } = newPolicy(undefined, profile, 'json');
  const side = here(session, { ...sources, policies: [] }, name);
  return {
    ...side,
    input: { ...side.input, policies: policySources(uri, policySyntax.parse(text), 'managed') },
    text: (other) => (other === uri ? text : side.text(other)),
    shown: (other) => (other === uri ? name : side.shown(other)),
    isHere: false,
  };
}

function ofRevision(session: Session, revision: string, sources: SourcesChoice): ReadSide {
  const { workspace, commit } = readRevision(session, revision);
  // A policy that was not there yet is none, and not one that cannot be read.
  const policies = (sources.policies ?? []).filter(({ uri }) => workspace.get(uri));
  return {
    name: revision,
    commit,
    input: session.evaluator.input(workspace, { ...sources, policies }),
    text: (uri) => workspace.get(uri)?.text,
    shown: (uri) => labelOf(session, uri),
    isHere: false,
  };
}
