/** Whether a string is a GUID, which identifies a Microsoft Entra tenant. */
export const isGuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Whether the app accepts a string as a tenant. Source: the app's own validator. */
export const isTenant = (text: string): boolean =>
  isGuid(text) || ['common', 'organizations', 'consumers'].includes(text);

/** Whether the app accepts a string as a GitHub client id. Source: the app's own validator. */
export const isGitHubClientId = (text: string): boolean => /^[A-Za-z0-9._-]{1,36}$/.test(text);

/** Advice for an invalid tenant: often it is the domain. */
export const domainAdvice = 'For a domain, look up its tenant ID (GUID) in the Entra admin center.';
