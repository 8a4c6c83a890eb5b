/** A server that is called over the network. */
export interface RemoteServer {
  readonly name: string;
  readonly transport: 'http' | 'sse';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server that is a local program. Its command line is not run by a shell. */
export interface LocalServer {
  readonly name: string;
  readonly transport: 'stdio';
  readonly command: string;
  readonly args?: readonly string[];
  /** Added to the variables that every program gets (`PATH`, `HOME` and the like); nothing else is inherited. */
  readonly env?: Readonly<Record<string, string>>;
  /** An absolute path; default: the current folder. */
  readonly cwd?: string;
}

/** A server with all variables substituted. */
export type ServerDescription = RemoteServer | LocalServer;

/** What a server declares about a tool in addition to its name. These are hints that may be wrong. Source: the protocol's specification. */
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
  /** From the start of the program or the first request to the server's initialize response, in milliseconds. */
  readonly latencyMs: number;
  readonly protocolVersion: string;
  readonly server: { readonly name: string; readonly version: string };
  readonly tools: readonly DiscoveredTool[];
}

/** Why a server's tools could not be listed. */
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
  /** What is wrong and what to do, for users, on one line. */
  readonly message: string;
  /** The raw error output, possibly of several lines; empty if there is none. Contains no secret. */
  readonly detail: string;
}

export type Discovery = Discovered | Failure;

export interface DiscoveryOptions {
  /** The total time limit, in milliseconds. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
  /** Values that were substituted for variables; results must not contain them. */
  readonly secrets?: readonly string[];
  /** Called with the progress, for users: `Connecting`, `120 tools`. */
  readonly progress?: (message: string) => void;
}

/** A value that the caller must provide before the server can be asked. It is used once and not stored. */
export interface Need {
  /** `TOKEN`, `user_config.region`, `mail`. */
  readonly name: string;
  /** Its purpose, for users. */
  readonly title: string;
  readonly isSecret: boolean;
  /** The default. */
  readonly fallback?: string;
}

/** Exactly what will be called or run, for users, without secrets. */
export interface Plan {
  readonly server: string;
  readonly action: 'call' | 'run';
  /** Label and text: the URL, each header, the command line, the folder, the names of environment variables. */
  readonly lines: readonly (readonly [label: string, text: string])[];
  readonly needs: readonly Need[];
  /** What the user should know first, one sentence each. */
  readonly remarks: readonly string[];
}

export const failure = (problem: ProblemKind, message: string, detail = ''): Failure => ({
  ok: false,
  problem,
  message,
  detail,
});
