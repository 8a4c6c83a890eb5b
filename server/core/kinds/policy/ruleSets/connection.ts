import type { Rule } from '../../../model.ts';
import { aliasWithoutDiscovery } from '../rules/alias-without-discovery.ts';
import { baseUrlPath } from '../rules/base-url-path.ts';
import { bootstrapReplaces } from '../rules/bootstrap-replaces.ts';
import { bootstrapWithoutUrl } from '../rules/bootstrap-without-url.ts';
import { credentialKindSource } from '../rules/credential-kind-source.ts';
import { credentialsInUrl } from '../rules/credentials-in-url.ts';
import { effortAboveMaximum } from '../rules/effort-above-maximum.ts';
import { externalIdpVersion } from '../rules/external-idp-version.ts';
import { foreignModel } from '../rules/foreign-model.ts';
import { headerMapForm } from '../rules/header-map-form.ts';
import { helperOptionAlone } from '../rules/helper-option-alone.ts';
import { incompleteBedrockSignIn } from '../rules/incomplete-bedrock-sign-in.ts';
import { loopbackInBootstrapResponse } from '../rules/loopback-in-bootstrap-response.ts';
import { noModels } from '../rules/no-models.ts';
import { notInBootstrapResponse } from '../rules/not-in-bootstrap-response.ts';
import { oidcIncomplete } from '../rules/oidc-incomplete.ts';
import { oldCredentialKind } from '../rules/old-credential-kind.ts';
import { oldGatewayAuthScheme } from '../rules/old-gateway-auth-scheme.ts';
import { onlyBootstrapTrust } from '../rules/only-bootstrap-trust.ts';
import { optionalClientAuth } from '../rules/optional-client-auth.ts';
import { opusplanModel } from '../rules/opusplan-model.ts';
import { organizationUuid } from '../rules/organization-uuid.ts';
import { otherProvider } from '../rules/other-provider.ts';
import { otlpGrpcReach } from '../rules/otlp-grpc-reach.ts';
import { otlpWithoutEndpoint } from '../rules/otlp-without-endpoint.ts';
import { pathNotAbsolute } from '../rules/path-not-absolute.ts';
import { prefer1mWithoutSupport } from '../rules/prefer-1m-without-support.ts';
import { pricingNotEnabled } from '../rules/pricing-not-enabled.ts';
import { providerRequirements } from '../rules/provider-requirements.ts';
import { secretInClear } from '../rules/secret-in-clear.ts';
import { supports1mOnAlias } from '../rules/supports-1m-on-alias.ts';
import { tokenCapAlone } from '../rules/token-cap-alone.ts';
import { toolSearchOnVertex } from '../rules/tool-search-on-vertex.ts';
import { unusedCredential } from '../rules/unused-credential.ts';
import { updateHoursUnused } from '../rules/update-hours-unused.ts';
import { urlForm } from '../rules/url-form.ts';

/** Where inference runs and how it authenticates: providers, models, credentials, usage; telemetry and bootstrap servers. */
export const connectionRules: readonly Rule[] = [
  providerRequirements,
  otherProvider,
  incompleteBedrockSignIn,
  credentialKindSource,
  oldCredentialKind,
  externalIdpVersion,
  unusedCredential,
  helperOptionAlone,
  pathNotAbsolute,
  oldGatewayAuthScheme,
  oidcIncomplete,
  urlForm,
  baseUrlPath,
  headerMapForm,
  credentialsInUrl,
  secretInClear,
  optionalClientAuth,
  noModels,
  aliasWithoutDiscovery,
  supports1mOnAlias,
  prefer1mWithoutSupport,
  opusplanModel,
  foreignModel,
  effortAboveMaximum,
  pricingNotEnabled,
  toolSearchOnVertex,
  otlpWithoutEndpoint,
  otlpGrpcReach,
  bootstrapWithoutUrl,
  onlyBootstrapTrust,
  bootstrapReplaces,
  notInBootstrapResponse,
  loopbackInBootstrapResponse,
  organizationUuid,
  updateHoursUnused,
  tokenCapAlone,
];
