/** Tools of the built-in Microsoft 365 server that send in a person's name: never looser than ask. Source: https://claude.com/docs/third-party/claude-desktop/configuration */
export const sendingTools: ReadonlySet<string> = new Set([
  'outlook_send_mail',
  'outlook_send_draft',
  'outlook_forward_mail',
  'outlook_create_event',
  'outlook_update_event',
  'teams_send_chat_message',
  'teams_send_channel_message',
  'teams_reply_channel_message',
]);
