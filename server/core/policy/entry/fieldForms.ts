import type { Schema } from '../../schema/schema.ts';
import { policyKeys } from '../catalogue.ts';
import { fieldSchema } from '../fields.ts';

/** Limits that the types of the catalogue do not tell. Source: the app's own validator. */
const limits: Readonly<Record<string, Partial<Schema>>> = {
  headersHelper: { minLength: 1 },
  envHelper: { minLength: 1 },
  'oauth.clientSecret': { minLength: 1 },
  'oauth.clientSecretHelper': { minLength: 1 },
  'oauth.authorizationServer': { minItems: 1 },
  // Also read as true and false, and as those in a string.
  continuousAccessEvaluation: {
    type: ['string', 'boolean'],
    enum: ['enabled', 'disabled', true, false, 'true', 'false'],
    expected: '`enabled` or `disabled`',
  },
};

/** The form of each field of a managed server by its name (`oauth.clientId` inside `oauth`). The schema of the policy is made of these, too. */
export const fieldForms: ReadonlyMap<string, Schema> = new Map(
  (policyKeys.get('managedMcpServers')?.fields ?? [])
    .filter(({ name }) => name !== 'oauth')
    .map((field) => [field.name, { ...fieldSchema(field), ...limits[field.name] }]),
);
