/** A server that is called over the network. */
export interface RemoteServer {
  readonly name: string;
  readonly transport: 'http' | 'sse';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server that is a program on this computer. No shell reads its command line. */
export interface LocalServer {
  readonly name: string;
  readonly transport: 'stdio';
  readonly command: string;
  readonly args?: readonly string[];
  /** Set for the program beside what every program gets (`PATH`, `HOME` and the like); nothing else is inherited. */
  readonly env?: Readonly<Record<string, string>>;
  /** Absolute; the current folder if it is not said. */
  readonly cwd?: string;
}

/** One server, with every value filled in. */
export type ServerDescription = RemoteServer | LocalServer;

/** What a server says of a tool beside its name. Hints: nothing makes it tell the truth. Source: the protocol's specification. */
export interface ToolAnnotations {
  readonly title?: string;
  readonly readOnlyHint?: boolean;
  readonly destructiveHint?: boolean;
  readonly idempotentHint?: boolean;
  readonly openWorldHint?: boolean;
}

export interface DiscoveredTool {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly annotations?: ToolAnnotations;
}

export interface Discovered {
  readonly ok: true;
  /** From the start of the program or the first request until the server has introduced itself, in milliseconds. */
  readonly latencyMs: number;
  readonly protocolVersion: string;
  readonly server: { readonly name: string; readonly version: string };
  readonly tools: readonly DiscoveredTool[];
}

/** Why a server could not be asked. */
export type ProblemKind =
  | 'dns'
  | 'refused'
  | 'tls'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'not-mcp'
  | 'old-protocol'
  | 'timeout'
  | 'cancelled'
  | 'exited'
  | 'not-started'
  | 'other';

export interface Failure {
  readonly ok: false;
  readonly problem: ProblemKind;
  /** What is wrong and what to do, for people, on one line. */
  readonly message: string;
  /** What the computer said, perhaps on several lines; empty where it said nothing. Holds no secret. */
  readonly detail: string;
}

export type Discovery = Discovered | Failure;

export interface DiscoveryOptions {
  /** For the whole of it, in milliseconds. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
  /** Values that were filled in for variables, which no answer may hold. */
  readonly secrets?: readonly string[];
  /** Is told what happens, for people: `Connecting`, `120 tools`. */
  readonly progress?: (message: string) => void;
}

/** A value that the caller must give before the server can be asked. It is used once and kept nowhere. */
export interface Need {
  /** `TOKEN`, `user_config.region`, `mail`. */
  readonly name: string;
  /** What it is for, for people. */
  readonly title: string;
  readonly isSecret: boolean;
  /** Used if nothing is given. */
  readonly fallback?: string;
}

/** What exactly will be called or run, for people, without secrets. */
export interface Plan {
  readonly server: string;
  readonly action: 'call' | 'run';
  /** Label and text: the address, each header, the command line, the folder, the names of the environment. */
  readonly lines: readonly (readonly [label: string, text: string])[];
  readonly needs: readonly Need[];
  /** What the user should know first, in sentences. */
  readonly remarks: readonly string[];
}

export const failure = (problem: ProblemKind, message: string, detail = ''): Failure => ({
  ok: false,
  problem,
  message,
  detail,
});
