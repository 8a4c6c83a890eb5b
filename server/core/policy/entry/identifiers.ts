/** A tenant of Microsoft Entra by its GUID. */
export const isGuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Whether a string names a tenant as the app reads it. Source: the app's own validator. */
export const isTenant = (text: string): boolean =>
  isGuid(text) || ['common', 'organizations', 'consumers'].includes(text);

/** Whether a string is a client id of GitHub as the app reads it. Source: the app's own validator. */
export const isGitHubClientId = (text: string): boolean => /^[A-Za-z0-9._-]{1,36}$/.test(text);

/** What to do where a tenant is not one of its forms: often the domain is written. */
export const domainAdvice = 'For a domain, look up its tenant ID (GUID) in the Entra admin center.';
