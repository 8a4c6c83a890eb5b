/** What says that computers have no such source, so that none is looked for. */
export const none = 'none';
