import type { Rule } from '../../../model.ts';
import { credentialsInUrl } from '../rules/credentials-in-url.ts';
import { otherProvider } from '../rules/other-provider.ts';
import { tokenCapAlone } from '../rules/token-cap-alone.ts';

/** Where inference runs and how it signs in: providers, models, credentials, usage. */
export const connectionRules: readonly Rule[] = [otherProvider, tokenCapAlone, credentialsInUrl];
