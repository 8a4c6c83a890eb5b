import type { Schema } from '../../schema/schema.ts';
import { policyKeys } from '../catalogue.ts';
import { fieldSchema } from '../fields.ts';

/** Limits that the catalogue's types do not contain. Source: the app's own validator. */
const limits: Readonly<Record<string, Partial<Schema>>> = {
  headersHelper: { minLength: 1 },
  envHelper: { minLength: 1 },
  'oauth.clientSecret': { minLength: 1 },
  'oauth.clientSecretHelper': { minLength: 1 },
  'oauth.authorizationServer': { minItems: 1 },
  // Booleans, and booleans in a string, are accepted too.
  continuousAccessEvaluation: {
    type: ['string', 'boolean'],
    enum: ['enabled', 'disabled', true, false, 'true', 'false'],
    expected: '`enabled` or `disabled`',
  },
};

/** The schema of each field of a managed server by name (`oauth.clientId` inside `oauth`), also used by the schema of policies. */
export const fieldForms: ReadonlyMap<string, Schema> = new Map(
  (policyKeys.get('managedMcpServers')?.fields ?? [])
    .filter(({ name }) => name !== 'oauth')
    .map((field) => [field.name, { ...fieldSchema(field), ...limits[field.name] }]),
);
