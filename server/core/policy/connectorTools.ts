import type { Certainty } from '../base/text.ts';
import { isPattern } from '../vocabulary/names.ts';
import type { BuiltInServer } from './entry/variant.ts';
import { matchesWildcard } from './wildcard.ts';

/**
 * What a tool of a built-in server does: `irreversible` ones always ask or are stricter; those that write ask if no rule names
 * them.
 * Source of both: https://claude.com/docs/third-party/claude-desktop/built-in-connectors
 */
export type ToolNature = 'irreversible' | 'writes' | 'reads' | 'unknown';

/** A tool as described by its server. */
export interface DescribedTool {
  readonly name: string;
  readonly readOnly?: boolean | undefined;
  readonly destructive?: boolean | undefined;
}

interface ConnectorTools {
  readonly irreversible: ReadonlySet<string>;
  /** The certainty of the list of irreversible tools; the other lists are `third-party`. */
  readonly certainty: Certainty;
  readonly writes: ReadonlySet<string>;
  readonly reads: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set([]);

/** The tools of built-in servers. No page lists all of them. */
const connectorTools: Readonly<Record<BuiltInServer, ConnectorTools>> = {
  microsoft365: {
    // Source: https://claude.com/docs/third-party/claude-desktop/configuration
    irreversible: new Set([
      'outlook_send_mail',
      'outlook_send_draft',
      'outlook_forward_mail',
      'outlook_create_event',
      'outlook_update_event',
      'teams_send_chat_message',
      'teams_send_channel_message',
      'teams_reply_channel_message',
    ]),
    certainty: 'documented',
    // Listed on the page about claude.ai's Microsoft 365 connector.
    writes: new Set([
      'outlook_trash_thread',
      'outlook_untrash_thread',
      'outlook_batch_delete_messages',
      'outlook_create_draft',
      'outlook_create_reply_draft',
      'outlook_create_reply_all_draft',
      'outlook_update_draft',
      'outlook_delete_draft',
      'outlook_create_label',
      'outlook_update_label',
      'outlook_delete_label',
      'outlook_modify_labels',
      'outlook_modify_thread_labels',
      'outlook_batch_modify_labels',
      'outlook_delete_event',
      'outlook_respond_to_event',
      'outlook_set_vacation',
      'outlook_create_filter',
      'outlook_delete_filter',
      'sharepoint_upload_file',
      'sharepoint_update_file',
      'sharepoint_create_folder',
      'sharepoint_rename_item',
      'sharepoint_move_item',
      'sharepoint_copy_item',
      'sharepoint_delete_item',
    ]),
    reads: new Set([
      'sharepoint_search',
      'sharepoint_folder_search',
      'outlook_email_search',
      'outlook_calendar_search',
      'find_meeting_availability',
      'chat_message_search',
      'read_resource',
      'get_me',
    ]),
  },
  github: {
    irreversible: new Set([
      'merge_pull_request',
      'push_files',
      'create_or_update_file',
      'delete_file',
      'run_workflow',
      'rerun_workflow_run',
      'rerun_failed_jobs',
      'delete_workflow_run_logs',
    ]),
    certainty: 'third-party',
    // Listed by the public github-mcp-server, which is the bundled one.
    writes: new Set([
      'actions_run_trigger',
      'add_comment_to_pending_review',
      'add_issue_comment',
      'add_reply_to_pull_request_comment',
      'add_sub_issue',
      'assign_copilot_to_issue',
      'cancel_workflow_run',
      'create_and_submit_pull_request_review',
      'create_branch',
      'create_gist',
      'create_issue',
      'create_pending_pull_request_review',
      'create_pull_request',
      'create_repository',
      'delete_pending_pull_request_review',
      'dismiss_notification',
      'fork_repository',
      'issue_write',
      'manage_notification_subscription',
      'manage_repository_notification_subscription',
      'mark_all_notifications_read',
      'pull_request_review_write',
      'remove_sub_issue',
      'reprioritize_sub_issue',
      'request_copilot_review',
      'star_repository',
      'sub_issue_write',
      'submit_pending_pull_request_review',
      'unstar_repository',
      'update_gist',
      'update_issue',
      'update_pull_request',
      'update_pull_request_branch',
    ]),
    reads: none,
  },
  websearch: { irreversible: none, certainty: 'documented', writes: none, reads: none },
};

/** Prefixes and suffixes of reading tools in the public GitHub server. */
const readingName = /^(get|list|search|download)_|_(get|list|read)$/;

/**
 * Returns what a tool of a built-in server does, and how certain that is. For tools on no list, the server's annotations
 * decide; that the app uses them too is our reading.
 */
export function natureOf(server: BuiltInServer, tool: DescribedTool): { nature: ToolNature; certainty: Certainty } {
  const { irreversible, writes, reads, certainty } = connectorTools[server];
  if (server === 'websearch') return { nature: 'reads', certainty };
  if (irreversible.has(tool.name)) return { nature: 'irreversible', certainty };
  if (writes.has(tool.name)) return { nature: 'writes', certainty: 'third-party' };
  if (reads.has(tool.name) || (server === 'github' && readingName.test(tool.name)))
    return { nature: 'reads', certainty: 'third-party' };
  if (isPattern(tool.name)) return natureOfPattern(server, tool.name);
  if (tool.readOnly === true) return { nature: 'reads', certainty: 'reading' };
  if (tool.readOnly === false || tool.destructive === true) return { nature: 'writes', certainty: 'reading' };
  return { nature: 'unknown', certainty: 'unknown' };
}

/**
 * Returns what a wildcard can match if it matches only irreversible tools, or only those and others that write. The server may
 * have more tools than are known.
 */
function natureOfPattern(server: BuiltInServer, pattern: string): { nature: ToolNature; certainty: Certainty } {
  const { irreversible, writes, reads } = connectorTools[server];
  const matching = (names: ReadonlySet<string>) => [...names].filter((name) => matchesWildcard(pattern, name)).length;
  const [final, writing] = [matching(irreversible), matching(writes)];
  if (matching(reads) > 0 || final + writing === 0) return { nature: 'unknown', certainty: 'unknown' };
  return { nature: writing === 0 ? 'irreversible' : 'writes', certainty: 'reading' };
}

/** Whether a tool of a built-in server always asks, whatever a policy allows. */
export const isIrreversible = (server: BuiltInServer, name: string): boolean =>
  connectorTools[server].irreversible.has(name);
