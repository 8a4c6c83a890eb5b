import { addressFlaw, isTenant, variantOf } from '../../../policy/managedServers.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

interface Form {
  readonly field: string;
  readonly isGood: (text: string) => boolean;
  readonly message: string;
}

const isPublicHttps = (text: string) => text !== '' && addressFlaw(text, false) === undefined;

/** The search service may be on this computer, if it is reached over https. */
const isHttps = (text: string) =>
  isPublicHttps(text) || (addressFlaw(text, false) === 'local' && !/^\s*http:/i.test(text));

const forms: Readonly<Record<string, readonly Form[]>> = {
  microsoft365: [
    {
      field: 'tenantId',
      isGood: isTenant,
      message:
        'A tenant is a GUID, `common`, `organizations` or `consumers`. Of a domain, take the GUID from the Entra admin center.',
    },
    {
      field: 'clientId',
      isGood: (text) => text !== '',
      message: 'Microsoft 365 needs the id of your app registration.',
    },
  ],
  github: [
    {
      field: 'clientId',
      isGood: (text) => /^[A-Za-z0-9._-]{1,36}$/.test(text),
      message: 'A client id of GitHub has 1 to 36 letters, digits, dots, hyphens or underscores.',
    },
    { field: 'host', isGood: isPublicHttps, message: 'The host of GitHub is an https address, and not this computer.' },
  ],
  websearch: [
    {
      field: 'customUrl',
      isGood: isHttps,
      message: 'A search service is reached over https.',
    },
  ],
};

/** Source: the app's own validator. */
export const builtInValue: EntryRule = {
  id: 'policy/built-in-value',
  severity: 'error',
  *check(entry, { edit }): Generator<EntryProblem> {
    for (const { field, isGood, message } of forms[variantOf(entry) ?? ''] ?? []) {
      const value = child(entry, field);
      const text = stringOf(value);
      if (!value || text === undefined || isPlaceholder(text) || isGood(text)) continue;
      // An address with a user in it is told of elsewhere.
      if (isPublic(field) && addressFlaw(text, false) === 'user' && text.includes('@')) continue;
      const flaw = addressFlaw(text, false);
      const canBeHttps = flaw === 'http' || (flaw === 'local' && field === 'customUrl');
      const https = isPublic(field) && canBeHttps ? text.replace(/http:/i, 'https:') : undefined;
      yield {
        range: value.range,
        message,
        fate: 'dropped',
        ...(https && { fixes: [{ title: 'Use https', edits: [edit.replace(value, https)], inFixAll: true }] }),
      };
    }
  },
};

const isPublic = (field: string) => field === 'host' || field === 'customUrl';
