/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Operations of apigateway. */
#include "client/ops.h"

#include "client/wire.h"

static const char *const absent[] = {"NotFoundException", NULL};
static const struct slrun_param stage_key_in[] = {
    {"restApiId", {.type = SLRUN_STRING}, 0, "Rest api id."},
    {"stageName", {.type = SLRUN_STRING}, 0, "Stage name."},
    {.name = NULL}};

static const struct slrun_shape shape_2 = {.type = SLRUN_STRUCTURE, .members = stage_key_in};

static const struct slrun_shape shape_3 = {.type = SLRUN_STRING};

static const struct slrun_param create_api_key_params[] = {
    {"name", {.type = SLRUN_STRING}, 0, "Name."},
    {"description", {.type = SLRUN_STRING}, 0, "Description."},
    {"enabled", {.type = SLRUN_BOOLEAN}, 0, "Enabled."},
    {"value", {.type = SLRUN_STRING}, SLRUN_SECRET, "Value."},
    {"stageKeys", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Stage keys."},
    {"customerId", {.type = SLRUN_STRING}, 0, "Customer id."},
    {"tags", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Tags."},
    {.name = NULL}};

static const struct slrun_param api_key_out[] = {
    {"id", {.type = SLRUN_STRING}, 0, "Id."},
    {"value", {.type = SLRUN_STRING}, SLRUN_SECRET, "Value."},
    {"name", {.type = SLRUN_STRING}, 0, "Name."},
    {"customerId", {.type = SLRUN_STRING}, 0, "Customer id."},
    {"description", {.type = SLRUN_STRING}, 0, "Description."},
    {"enabled", {.type = SLRUN_BOOLEAN}, 0, "Enabled."},
    {"createdDate", {.type = SLRUN_TIMESTAMP}, 0, "Created date."},
    {"lastUpdatedDate", {.type = SLRUN_TIMESTAMP}, 0, "Last updated date."},
    {"stageKeys", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Stage keys."},
    {"tags", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Tags."},
    {.name = NULL}};

static const char *const words_authorizer_type[] = {"TOKEN", "REQUEST", "COGNITO_USER_POOLS", "JWT",
                                                    NULL};
static const char *const words_jwt_claim_format[] = {"SINGLE_STRING", NULL};
static const struct slrun_param jwt_additional_claim_in[] = {
    {"claimName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Claim name."},
    {"format", {.type = SLRUN_STRING, .values = words_jwt_claim_format}, SLRUN_REQUIRED, "Format."},
    {"required", {.type = SLRUN_BOOLEAN}, 0, "Required."},
    {"expectedValues", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Expected values."},
    {.name = NULL}};

static const struct slrun_shape shape_11 = {.type = SLRUN_STRUCTURE,
                                            .members = jwt_additional_claim_in};

static const struct slrun_param jwt_issuer_input_in[] = {
    {"issuer", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Issuer."},
    {"audiences", {.type = SLRUN_LIST, .of = &shape_3}, SLRUN_REQUIRED, "Audiences."},
    {"additionalClaims", {.type = SLRUN_LIST, .of = &shape_11}, 0, "Additional claims."},
    {.name = NULL}};

static const struct slrun_shape shape_12 = {.type = SLRUN_STRUCTURE,
                                            .members = jwt_issuer_input_in};

static const char *const words_jwt_signing_algorithm[] = {"RS256", "RS384", "RS512", "ES256",
                                                          "ES384", "ES512", NULL};
static const struct slrun_shape shape_14 = {.type = SLRUN_STRING,
                                            .values = words_jwt_signing_algorithm};

static const struct slrun_param jwt_configuration_input_in[] = {
    {"issuers", {.type = SLRUN_LIST, .of = &shape_12}, SLRUN_REQUIRED, "Issuers."},
    {"defaultAlgorithms",
     {.type = SLRUN_LIST, .of = &shape_14},
     SLRUN_REQUIRED,
     "Default algorithms."},
    {.name = NULL}};

static const struct slrun_param create_authorizer_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"name", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Name."},
    {"type", {.type = SLRUN_STRING, .values = words_authorizer_type}, SLRUN_REQUIRED, "Type."},
    {"providerARNs", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Provider arns."},
    {"authType", {.type = SLRUN_STRING}, 0, "Auth type."},
    {"authorizerUri", {.type = SLRUN_STRING}, 0, "Authorizer uri."},
    {"authorizerCredentials", {.type = SLRUN_STRING}, 0, "Authorizer credentials."},
    {"identitySource", {.type = SLRUN_STRING}, 0, "Identity source."},
    {"identityValidationExpression", {.type = SLRUN_STRING}, 0, "Identity validation expression."},
    {"authorizerResultTtlInSeconds",
     {.type = SLRUN_INTEGER},
     0,
     "Authorizer result ttl in seconds."},
    {"jwtConfiguration",
     {.type = SLRUN_STRUCTURE, .members = jwt_configuration_input_in},
     0,
     "Jwt configuration."},
    {.name = NULL}};

static const struct slrun_param jwt_additional_claim_out[] = {
    {"claimName", {.type = SLRUN_STRING}, 0, "Claim name."},
    {"format", {.type = SLRUN_STRING}, 0, "Format."},
    {"required", {.type = SLRUN_BOOLEAN}, 0, "Required."},
    {"expectedValues", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Expected values."},
    {.name = NULL}};

static const struct slrun_shape shape_19 = {.type = SLRUN_STRUCTURE,
                                            .members = jwt_additional_claim_out};

static const struct slrun_param jwt_issuer_out[] = {
    {"issuer", {.type = SLRUN_STRING}, 0, "Issuer."},
    {"audiences", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Audiences."},
    {"additionalClaims", {.type = SLRUN_LIST, .of = &shape_19}, 0, "Additional claims."},
    {"jwksUri", {.type = SLRUN_STRING}, 0, "Jwks uri."},
    {.name = NULL}};

static const struct slrun_shape shape_20 = {.type = SLRUN_STRUCTURE, .members = jwt_issuer_out};

static const struct slrun_param jwt_configuration_out[] = {
    {"issuers", {.type = SLRUN_LIST, .of = &shape_20}, 0, "Issuers."},
    {"defaultAlgorithms", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Default algorithms."},
    {.name = NULL}};

static const struct slrun_param authorizer_out[] = {
    {"id", {.type = SLRUN_STRING}, 0, "Id."},
    {"name", {.type = SLRUN_STRING}, 0, "Name."},
    {"type", {.type = SLRUN_STRING}, 0, "Type."},
    {"providerARNs", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Provider arns."},
    {"authType", {.type = SLRUN_STRING}, 0, "Auth type."},
    {"authorizerUri", {.type = SLRUN_STRING}, 0, "Authorizer uri."},
    {"authorizerCredentials", {.type = SLRUN_STRING}, 0, "Authorizer credentials."},
    {"identitySource", {.type = SLRUN_STRING}, 0, "Identity source."},
    {"identityValidationExpression", {.type = SLRUN_STRING}, 0, "Identity validation expression."},
    {"authorizerResultTtlInSeconds",
     {.type = SLRUN_INTEGER},
     0,
     "Authorizer result ttl in seconds."},
    {"jwtConfiguration",
     {.type = SLRUN_STRUCTURE, .members = jwt_configuration_out},
     0,
     "Jwt configuration."},
    {.name = NULL}};

static const struct ag_place create_authorizer_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                           {.name = NULL}};

static const struct slrun_param create_base_path_mapping_params[] = {
    {"domainName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Domain name."},
    {"domainNameId", {.type = SLRUN_STRING}, 0, "Domain name id."},
    {"basePath", {.type = SLRUN_STRING}, 0, "Base path."},
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"stage", {.type = SLRUN_STRING}, 0, "Stage."},
    {.name = NULL}};

static const struct slrun_param base_path_mapping_out[] = {
    {"basePath", {.type = SLRUN_STRING}, 0, "Base path."},
    {"restApiId", {.type = SLRUN_STRING}, 0, "Rest api id."},
    {"stage", {.type = SLRUN_STRING}, 0, "Stage."},
    {.name = NULL}};

static const struct ag_place create_base_path_mapping_places[] = {
    {"domainName", "domain_name", AG_LABEL},
    {"domainNameId", "domainNameId", AG_QUERY},
    {.name = NULL}};

static const char *const words_cache_cluster_size[] = {"0.5",  "1.6", "6.1", "13.5", "28.4",
                                                       "58.2", "118", "237", NULL};
static const struct slrun_param deployment_canary_settings_in[] = {
    {"percentTraffic", {.type = SLRUN_FLOAT}, 0, "Percent traffic."},
    {"stageVariableOverrides", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Stage variable overrides."},
    {"useStageCache", {.type = SLRUN_BOOLEAN}, 0, "Use stage cache."},
    {.name = NULL}};

static const struct slrun_param create_deployment_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"stageName", {.type = SLRUN_STRING}, 0, "Stage name."},
    {"stageDescription", {.type = SLRUN_STRING}, 0, "Stage description."},
    {"description", {.type = SLRUN_STRING}, 0, "Description."},
    {"cacheClusterEnabled", {.type = SLRUN_BOOLEAN}, 0, "Cache cluster enabled."},
    {"cacheClusterSize",
     {.type = SLRUN_STRING, .values = words_cache_cluster_size},
     0,
     "Cache cluster size."},
    {"variables", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Variables."},
    {"canarySettings",
     {.type = SLRUN_STRUCTURE, .members = deployment_canary_settings_in},
     0,
     "Canary settings."},
    {"tracingEnabled", {.type = SLRUN_BOOLEAN}, 0, "Tracing enabled."},
    {.name = NULL}};

static const struct slrun_param method_snapshot_out[] = {
    {"authorizationType", {.type = SLRUN_STRING}, 0, "Authorization type."},
    {"apiKeyRequired", {.type = SLRUN_BOOLEAN}, 0, "Api key required."},
    {.name = NULL}};

static const struct slrun_shape shape_28 = {.type = SLRUN_STRUCTURE,
                                            .members = method_snapshot_out};

static const struct slrun_shape shape_29 = {.type = SLRUN_MAP, .of = &shape_28};

static const struct slrun_param deployment_out[] = {
    {"id", {.type = SLRUN_STRING}, 0, "Id."},
    {"description", {.type = SLRUN_STRING}, 0, "Description."},
    {"createdDate", {.type = SLRUN_TIMESTAMP}, 0, "Created date."},
    {"apiSummary", {.type = SLRUN_MAP, .of = &shape_29}, 0, "Api summary."},
    {.name = NULL}};

static const struct ag_place create_deployment_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                           {.name = NULL}};

static const char *const words_documentation_part_type[] = {"RESPONSE_BODY",
                                                            "RESPONSE",
                                                            "METHOD",
                                                            "MODEL",
                                                            "AUTHORIZER",
                                                            "RESPONSE_HEADER",
                                                            "RESOURCE",
                                                            "PATH_PARAMETER",
                                                            "REQUEST_BODY",
                                                            "QUERY_PARAMETER",
                                                            "API",
                                                            "REQUEST_HEADER",
                                                            NULL};
static const struct slrun_param documentation_part_location_in[] = {
    {"type",
     {.type = SLRUN_STRING, .values = words_documentation_part_type},
     SLRUN_REQUIRED,
     "Type."},
    {"path", {.type = SLRUN_STRING}, 0, "Path."},
    {"method", {.type = SLRUN_STRING}, 0, "Method."},
    {"statusCode", {.type = SLRUN_STRING}, 0, "Status code."},
    {"name", {.type = SLRUN_STRING}, 0, "Name."},
    {.name = NULL}};

static const struct slrun_param create_documentation_part_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"location",
     {.type = SLRUN_STRUCTURE, .members = documentation_part_location_in},
     SLRUN_REQUIRED,
     "Location."},
    {"properties", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Properties."},
    {.name = NULL}};

static const struct slrun_param documentation_part_location_out[] = {
    {"type", {.type = SLRUN_STRING}, 0, "Type."},
    {"path", {.type = SLRUN_STRING}, 0, "Path."},
    {"method", {.type = SLRUN_STRING}, 0, "Method."},
    {"statusCode", {.type = SLRUN_STRING}, 0, "Status code."},
    {"name", {.type = SLRUN_STRING}, 0, "Name."},
    {.name = NULL}};

static const struct slrun_param documentation_part_out[] = {
    {"id", {.type = SLRUN_STRING}, 0, "Id."},
    {"location",
     {.type = SLRUN_STRUCTURE, .members = documentation_part_location_out},
     0,
     "Location."},
    {"properties", {.type = SLRUN_STRING}, 0, "Properties."},
    {.name = NULL}};

static const struct ag_place create_documentation_part_places[] = {
    {"restApiId", "restapi_id", AG_LABEL}, {.name = NULL}};

static const char *const words_endpoint_type[] = {"REGIONAL", "EDGE", "PRIVATE", NULL};
static const struct slrun_shape shape_38 = {.type = SLRUN_STRING, .values = words_endpoint_type};

static const char *const words_ip_address_type[] = {"ipv4", "dualstack", NULL};
static const struct slrun_param endpoint_configuration_in[] = {
    {"types", {.type = SLRUN_LIST, .of = &shape_38}, 0, "Types."},
    {"ipAddressType",
     {.type = SLRUN_STRING, .values = words_ip_address_type},
     0,
     "Ip address type."},
    {"vpcEndpointIds", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Vpc endpoint ids."},
    {.name = NULL}};

static const char *const words_security_policy[] = {"TLS_1_0",
                                                    "TLS_1_2",
                                                    "SecurityPolicy_TLS13_1_3_2025_09",
                                                    "SecurityPolicy_TLS13_1_3_FIPS_2025_09",
                                                    "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09",
                                                    "SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09",
                                                    "SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09",
                                                    "SecurityPolicy_TLS13_1_2_Ext2_PQ_2025_09",
                                                    "SecurityPolicy_TLS13_1_2_Ext2_FIPS_PQ_2025_09",
                                                    "SecurityPolicy_TLS13_1_2_PQ_2025_09",
                                                    "SecurityPolicy_TLS13_1_2_2021_06",
                                                    "SecurityPolicy_TLS13_2025_EDGE",
                                                    "SecurityPolicy_TLS12_PFS_2025_EDGE",
                                                    "SecurityPolicy_TLS12_2018_EDGE",
                                                    NULL};
static const char *const words_endpoint_access_mode[] = {"BASIC", "STRICT", NULL};
static const struct slrun_param mutual_tls_authentication_input_in[] = {
    {"truststoreUri", {.type = SLRUN_STRING}, 0, "Truststore uri."},
    {"truststoreVersion", {.type = SLRUN_STRING}, 0, "Truststore version."},
    {.name = NULL}};

static const char *const words_routing_mode[] = {"BASE_PATH_MAPPING_ONLY", "ROUTING_RULE_ONLY",
                                                 "ROUTING_RULE_THEN_BASE_PATH_MAPPING", NULL};
static const struct slrun_param create_domain_name_params[] = {
    {"domainName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Domain name."},
    {"certificateName", {.type = SLRUN_STRING}, 0, "Certificate name."},
    {"certificateBody", {.type = SLRUN_STRING}, 0, "Certificate body."},
    {"certificatePrivateKey", {.type = SLRUN_STRING}, SLRUN_SECRET, "Certificate private key."},
    {"certificateChain", {.type = SLRUN_STRING}, 0, "Certificate chain."},
    {"certificateArn", {.type = SLRUN_STRING}, 0, "Certificate arn."},
    {"regionalCertificateName", {.type = SLRUN_STRING}, 0, "Regional certificate name."},
    {"regionalCertificateArn", {.type = SLRUN_STRING}, 0, "Regional certificate arn."},
    {"endpointConfiguration",
     {.type = SLRUN_STRUCTURE, .members = endpoint_configuration_in},
     0,
     "Endpoint configuration."},
    {"tags", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Tags."},
    {"securityPolicy",
     {.type = SLRUN_STRING, .values = words_security_policy},
     0,
     "Security policy."},
    {"endpointAccessMode",
     {.type = SLRUN_STRING, .values = words_endpoint_access_mode},
     0,
     "Endpoint access mode."},
    {"mutualTlsAuthentication",
     {.type = SLRUN_STRUCTURE, .members = mutual_tls_authentication_input_in},
     0,
     "Mutual tls authentication."},
    {"ownershipVerificationCertificateArn",
     {.type = SLRUN_STRING},
     0,
     "Ownership verification certificate arn."},
    {"policy", {.type = SLRUN_STRING}, 0, "Policy."},
    {"routingMode", {.type = SLRUN_STRING, .values = words_routing_mode}, 0, "Routing mode."},
    {.name = NULL}};

static const struct slrun_param endpoint_configuration_out[] = {
    {"types", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Types."},
    {"ipAddressType", {.type = SLRUN_STRING}, 0, "Ip address type."},
    {"vpcEndpointIds", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Vpc endpoint ids."},
    {.name = NULL}};

static const struct slrun_param mutual_tls_authentication_out[] = {
    {"truststoreUri", {.type = SLRUN_STRING}, 0, "Truststore uri."},
    {"truststoreVersion", {.type = SLRUN_STRING}, 0, "Truststore version."},
    {"truststoreWarnings", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Truststore warnings."},
    {.name = NULL}};

static const struct slrun_param domain_name_out[] = {
    {"domainName", {.type = SLRUN_STRING}, 0, "Domain name."},
    {"domainNameId", {.type = SLRUN_STRING}, 0, "Domain name id."},
    {"domainNameArn", {.type = SLRUN_STRING}, 0, "Domain name arn."},
    {"certificateName", {.type = SLRUN_STRING}, 0, "Certificate name."},
    {"certificateArn", {.type = SLRUN_STRING}, 0, "Certificate arn."},
    {"certificateUploadDate", {.type = SLRUN_TIMESTAMP}, 0, "Certificate upload date."},
    {"regionalDomainName", {.type = SLRUN_STRING}, 0, "Regional domain name."},
    {"regionalHostedZoneId", {.type = SLRUN_STRING}, 0, "Regional hosted zone id."},
    {"regionalCertificateName", {.type = SLRUN_STRING}, 0, "Regional certificate name."},
    {"regionalCertificateArn", {.type = SLRUN_STRING}, 0, "Regional certificate arn."},
    {"distributionDomainName", {.type = SLRUN_STRING}, 0, "Distribution domain name."},
    {"distributionHostedZoneId", {.type = SLRUN_STRING}, 0, "Distribution hosted zone id."},
    {"endpointConfiguration",
     {.type = SLRUN_STRUCTURE, .members = endpoint_configuration_out},
     0,
     "Endpoint configuration."},
    {"domainNameStatus", {.type = SLRUN_STRING}, 0, "Domain name status."},
    {"domainNameStatusMessage", {.type = SLRUN_STRING}, 0, "Domain name status message."},
    {"securityPolicy", {.type = SLRUN_STRING}, 0, "Security policy."},
    {"endpointAccessMode", {.type = SLRUN_STRING}, 0, "Endpoint access mode."},
    {"tags", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Tags."},
    {"mutualTlsAuthentication",
     {.type = SLRUN_STRUCTURE, .members = mutual_tls_authentication_out},
     0,
     "Mutual tls authentication."},
    {"ownershipVerificationCertificateArn",
     {.type = SLRUN_STRING},
     0,
     "Ownership verification certificate arn."},
    {"managementPolicy", {.type = SLRUN_STRING}, 0, "Management policy."},
    {"policy", {.type = SLRUN_STRING}, 0, "Policy."},
    {"routingMode", {.type = SLRUN_STRING}, 0, "Routing mode."},
    {.name = NULL}};

static const struct slrun_param create_model_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"name", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Name."},
    {"description", {.type = SLRUN_STRING}, 0, "Description."},
    {"schema", {.type = SLRUN_STRING}, 0, "Schema."},
    {"contentType", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Content type."},
    {.name = NULL}};

static const struct slrun_param model_out[] = {
    {"id", {.type = SLRUN_STRING}, 0, "Id."},
    {"name", {.type = SLRUN_STRING}, 0, "Name."},
    {"description", {.type = SLRUN_STRING}, 0, "Description."},
    {"schema", {.type = SLRUN_STRING}, 0, "Schema."},
    {"contentType", {.type = SLRUN_STRING}, 0, "Content type."},
    {.name = NULL}};

static const struct ag_place create_model_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                      {.name = NULL}};

static const struct slrun_param create_request_validator_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"name", {.type = SLRUN_STRING}, 0, "Name."},
    {"validateRequestBody", {.type = SLRUN_BOOLEAN}, 0, "Validate request body."},
    {"validateRequestParameters", {.type = SLRUN_BOOLEAN}, 0, "Validate request parameters."},
    {.name = NULL}};

static const struct slrun_param request_validator_out[] = {
    {"id", {.type = SLRUN_STRING}, 0, "Id."},
    {"name", {.type = SLRUN_STRING}, 0, "Name."},
    {"validateRequestBody", {.type = SLRUN_BOOLEAN}, 0, "Validate request body."},
    {"validateRequestParameters", {.type = SLRUN_BOOLEAN}, 0, "Validate request parameters."},
    {.name = NULL}};

static const struct ag_place create_request_validator_places[] = {
    {"restApiId", "restapi_id", AG_LABEL}, {.name = NULL}};

static const struct slrun_param create_resource_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"parentId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Parent id."},
    {"pathPart", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Path part."},
    {.name = NULL}};

static const struct slrun_shape shape_54 = {.type = SLRUN_BOOLEAN};

static const struct slrun_param method_response_out[] = {
    {"statusCode", {.type = SLRUN_STRING}, 0, "Status code."},
    {"responseParameters", {.type = SLRUN_MAP, .of = &shape_54}, 0, "Response parameters."},
    {"responseModels", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Response models."},
    {.name = NULL}};

static const struct slrun_shape shape_56 = {.type = SLRUN_STRUCTURE,
                                            .members = method_response_out};

static const struct slrun_param integration_response_out[] = {
    {"statusCode", {.type = SLRUN_STRING}, 0, "Status code."},
    {"selectionPattern", {.type = SLRUN_STRING}, 0, "Selection pattern."},
    {"responseParameters", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Response parameters."},
    {"responseTemplates", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Response templates."},
    {"contentHandling", {.type = SLRUN_STRING}, 0, "Content handling."},
    {.name = NULL}};

static const struct slrun_shape shape_59 = {.type = SLRUN_STRUCTURE,
                                            .members = integration_response_out};

static const struct slrun_param tls_config_out[] = {
    {"insecureSkipVerification", {.type = SLRUN_BOOLEAN}, 0, "Insecure skip verification."},
    {.name = NULL}};

static const struct slrun_param integration_out[] = {
    {"type", {.type = SLRUN_STRING}, 0, "Type."},
    {"httpMethod", {.type = SLRUN_STRING}, 0, "Http method."},
    {"uri", {.type = SLRUN_STRING}, 0, "Uri."},
    {"connectionType", {.type = SLRUN_STRING}, 0, "Connection type."},
    {"connectionId", {.type = SLRUN_STRING}, 0, "Connection id."},
    {"credentials", {.type = SLRUN_STRING}, 0, "Credentials."},
    {"requestParameters", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Request parameters."},
    {"requestTemplates", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Request templates."},
    {"passthroughBehavior", {.type = SLRUN_STRING}, 0, "Passthrough behavior."},
    {"contentHandling", {.type = SLRUN_STRING}, 0, "Content handling."},
    {"timeoutInMillis", {.type = SLRUN_INTEGER}, 0, "Timeout in millis."},
    {"cacheNamespace", {.type = SLRUN_STRING}, 0, "Cache namespace."},
    {"cacheKeyParameters", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Cache key parameters."},
    {"integrationResponses", {.type = SLRUN_MAP, .of = &shape_59}, 0, "Integration responses."},
    {"tlsConfig", {.type = SLRUN_STRUCTURE, .members = tls_config_out}, 0, "Tls config."},
    {"responseTransferMode", {.type = SLRUN_STRING}, 0, "Response transfer mode."},
    {"integrationTarget", {.type = SLRUN_STRING}, 0, "Integration target."},
    {.name = NULL}};

static const struct slrun_param method_out[] = {
    {"httpMethod", {.type = SLRUN_STRING}, 0, "Http method."},
    {"authorizationType", {.type = SLRUN_STRING}, 0, "Authorization type."},
    {"authorizerId", {.type = SLRUN_STRING}, 0, "Authorizer id."},
    {"apiKeyRequired", {.type = SLRUN_BOOLEAN}, 0, "Api key required."},
    {"requestValidatorId", {.type = SLRUN_STRING}, 0, "Request validator id."},
    {"operationName", {.type = SLRUN_STRING}, 0, "Operation name."},
    {"requestParameters", {.type = SLRUN_MAP, .of = &shape_54}, 0, "Request parameters."},
    {"requestModels", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Request models."},
    {"methodResponses", {.type = SLRUN_MAP, .of = &shape_56}, 0, "Method responses."},
    {"methodIntegration",
     {.type = SLRUN_STRUCTURE, .members = integration_out},
     0,
     "Method integration."},
    {"authorizationScopes", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Authorization scopes."},
    {.name = NULL}};

static const struct slrun_shape shape_61 = {.type = SLRUN_STRUCTURE, .members = method_out};

static const struct slrun_param resource_out[] = {
    {"id", {.type = SLRUN_STRING}, 0, "Id."},
    {"parentId", {.type = SLRUN_STRING}, 0, "Parent id."},
    {"pathPart", {.type = SLRUN_STRING}, 0, "Path part."},
    {"path", {.type = SLRUN_STRING}, 0, "Path."},
    {"resourceMethods", {.type = SLRUN_MAP, .of = &shape_61}, 0, "Resource methods."},
    {.name = NULL}};

static const struct ag_place create_resource_places[] = {
    {"restApiId", "restapi_id", AG_LABEL}, {"parentId", "parent_id", AG_LABEL}, {.name = NULL}};

static const char *const words_api_key_source_type[] = {"HEADER", "AUTHORIZER", NULL};
static const struct slrun_param create_rest_api_params[] = {
    {"name", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Name."},
    {"description", {.type = SLRUN_STRING}, 0, "Description."},
    {"version", {.type = SLRUN_STRING}, 0, "Version."},
    {"cloneFrom", {.type = SLRUN_STRING}, 0, "Clone from."},
    {"binaryMediaTypes", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Binary media types."},
    {"minimumCompressionSize", {.type = SLRUN_INTEGER}, 0, "Minimum compression size."},
    {"apiKeySource",
     {.type = SLRUN_STRING, .values = words_api_key_source_type},
     0,
     "Api key source."},
    {"endpointConfiguration",
     {.type = SLRUN_STRUCTURE, .members = endpoint_configuration_in},
     0,
     "Endpoint configuration."},
    {"policy", {.type = SLRUN_STRING}, 0, "Policy."},
    {"tags", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Tags."},
    {"disableExecuteApiEndpoint", {.type = SLRUN_BOOLEAN}, 0, "Disable execute api endpoint."},
    {"securityPolicy",
     {.type = SLRUN_STRING, .values = words_security_policy},
     0,
     "Security policy."},
    {"endpointAccessMode",
     {.type = SLRUN_STRING, .values = words_endpoint_access_mode},
     0,
     "Endpoint access mode."},
    {.name = NULL}};

static const struct slrun_param rest_api_out[] = {
    {"id", {.type = SLRUN_STRING}, 0, "Id."},
    {"name", {.type = SLRUN_STRING}, 0, "Name."},
    {"description", {.type = SLRUN_STRING}, 0, "Description."},
    {"createdDate", {.type = SLRUN_TIMESTAMP}, 0, "Created date."},
    {"version", {.type = SLRUN_STRING}, 0, "Version."},
    {"warnings", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Warnings."},
    {"binaryMediaTypes", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Binary media types."},
    {"minimumCompressionSize", {.type = SLRUN_INTEGER}, 0, "Minimum compression size."},
    {"apiKeySource", {.type = SLRUN_STRING}, 0, "Api key source."},
    {"endpointConfiguration",
     {.type = SLRUN_STRUCTURE, .members = endpoint_configuration_out},
     0,
     "Endpoint configuration."},
    {"policy", {.type = SLRUN_STRING}, 0, "Policy."},
    {"tags", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Tags."},
    {"disableExecuteApiEndpoint", {.type = SLRUN_BOOLEAN}, 0, "Disable execute api endpoint."},
    {"rootResourceId", {.type = SLRUN_STRING}, 0, "Root resource id."},
    {"securityPolicy", {.type = SLRUN_STRING}, 0, "Security policy."},
    {"endpointAccessMode", {.type = SLRUN_STRING}, 0, "Endpoint access mode."},
    {"apiStatus", {.type = SLRUN_STRING}, 0, "Api status."},
    {"apiStatusMessage", {.type = SLRUN_STRING}, 0, "Api status message."},
    {.name = NULL}};

static const struct slrun_param canary_settings_in[] = {
    {"percentTraffic", {.type = SLRUN_FLOAT}, 0, "Percent traffic."},
    {"deploymentId", {.type = SLRUN_STRING}, 0, "Deployment id."},
    {"stageVariableOverrides", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Stage variable overrides."},
    {"useStageCache", {.type = SLRUN_BOOLEAN}, 0, "Use stage cache."},
    {.name = NULL}};

static const struct slrun_param create_stage_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"stageName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Stage name."},
    {"deploymentId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Deployment id."},
    {"description", {.type = SLRUN_STRING}, 0, "Description."},
    {"cacheClusterEnabled", {.type = SLRUN_BOOLEAN}, 0, "Cache cluster enabled."},
    {"cacheClusterSize",
     {.type = SLRUN_STRING, .values = words_cache_cluster_size},
     0,
     "Cache cluster size."},
    {"variables", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Variables."},
    {"documentationVersion", {.type = SLRUN_STRING}, 0, "Documentation version."},
    {"canarySettings",
     {.type = SLRUN_STRUCTURE, .members = canary_settings_in},
     0,
     "Canary settings."},
    {"tracingEnabled", {.type = SLRUN_BOOLEAN}, 0, "Tracing enabled."},
    {"tags", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Tags."},
    {.name = NULL}};

static const struct slrun_param method_setting_out[] = {
    {"metricsEnabled", {.type = SLRUN_BOOLEAN}, 0, "Metrics enabled."},
    {"loggingLevel", {.type = SLRUN_STRING}, 0, "Logging level."},
    {"dataTraceEnabled", {.type = SLRUN_BOOLEAN}, 0, "Data trace enabled."},
    {"throttlingBurstLimit", {.type = SLRUN_INTEGER}, 0, "Throttling burst limit."},
    {"throttlingRateLimit", {.type = SLRUN_FLOAT}, 0, "Throttling rate limit."},
    {"cachingEnabled", {.type = SLRUN_BOOLEAN}, 0, "Caching enabled."},
    {"cacheTtlInSeconds", {.type = SLRUN_INTEGER}, 0, "Cache ttl in seconds."},
    {"cacheDataEncrypted", {.type = SLRUN_BOOLEAN}, 0, "Cache data encrypted."},
    {"requireAuthorizationForCacheControl",
     {.type = SLRUN_BOOLEAN},
     0,
     "Require authorization for cache control."},
    {"unauthorizedCacheControlHeaderStrategy",
     {.type = SLRUN_STRING},
     0,
     "Unauthorized cache control header strategy."},
    {.name = NULL}};

static const struct slrun_shape shape_69 = {.type = SLRUN_STRUCTURE, .members = method_setting_out};

static const struct slrun_param access_log_settings_out[] = {
    {"format", {.type = SLRUN_STRING}, 0, "Format."},
    {"destinationArn", {.type = SLRUN_STRING}, 0, "Destination arn."},
    {.name = NULL}};

static const struct slrun_param canary_settings_out[] = {
    {"percentTraffic", {.type = SLRUN_FLOAT}, 0, "Percent traffic."},
    {"deploymentId", {.type = SLRUN_STRING}, 0, "Deployment id."},
    {"stageVariableOverrides", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Stage variable overrides."},
    {"useStageCache", {.type = SLRUN_BOOLEAN}, 0, "Use stage cache."},
    {.name = NULL}};

static const struct slrun_param stage_out[] = {
    {"deploymentId", {.type = SLRUN_STRING}, 0, "Deployment id."},
    {"clientCertificateId", {.type = SLRUN_STRING}, 0, "Client certificate id."},
    {"stageName", {.type = SLRUN_STRING}, 0, "Stage name."},
    {"description", {.type = SLRUN_STRING}, 0, "Description."},
    {"cacheClusterEnabled", {.type = SLRUN_BOOLEAN}, 0, "Cache cluster enabled."},
    {"cacheClusterSize", {.type = SLRUN_STRING}, 0, "Cache cluster size."},
    {"cacheClusterStatus", {.type = SLRUN_STRING}, 0, "Cache cluster status."},
    {"methodSettings", {.type = SLRUN_MAP, .of = &shape_69}, 0, "Method settings."},
    {"variables", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Variables."},
    {"documentationVersion", {.type = SLRUN_STRING}, 0, "Documentation version."},
    {"accessLogSettings",
     {.type = SLRUN_STRUCTURE, .members = access_log_settings_out},
     0,
     "Access log settings."},
    {"canarySettings",
     {.type = SLRUN_STRUCTURE, .members = canary_settings_out},
     0,
     "Canary settings."},
    {"tracingEnabled", {.type = SLRUN_BOOLEAN}, 0, "Tracing enabled."},
    {"webAclArn", {.type = SLRUN_STRING}, 0, "Web acl arn."},
    {"tags", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Tags."},
    {"createdDate", {.type = SLRUN_TIMESTAMP}, 0, "Created date."},
    {"lastUpdatedDate", {.type = SLRUN_TIMESTAMP}, 0, "Last updated date."},
    {.name = NULL}};

static const struct ag_place create_stage_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                      {.name = NULL}};

static const struct slrun_param throttle_settings_in[] = {
    {"burstLimit", {.type = SLRUN_INTEGER}, 0, "Burst limit."},
    {"rateLimit", {.type = SLRUN_FLOAT}, 0, "Rate limit."},
    {.name = NULL}};

static const struct slrun_shape shape_75 = {.type = SLRUN_STRUCTURE,
                                            .members = throttle_settings_in};

static const struct slrun_param api_stage_in[] = {
    {"apiId", {.type = SLRUN_STRING}, 0, "Api id."},
    {"stage", {.type = SLRUN_STRING}, 0, "Stage."},
    {"throttle", {.type = SLRUN_MAP, .of = &shape_75}, 0, "Throttle."},
    {.name = NULL}};

static const struct slrun_shape shape_76 = {.type = SLRUN_STRUCTURE, .members = api_stage_in};

static const char *const words_quota_period_type[] = {"DAY", "WEEK", "MONTH", NULL};
static const struct slrun_param quota_settings_in[] = {
    {"limit", {.type = SLRUN_INTEGER}, 0, "Limit."},
    {"offset", {.type = SLRUN_INTEGER}, 0, "Offset."},
    {"period", {.type = SLRUN_STRING, .values = words_quota_period_type}, 0, "Period."},
    {.name = NULL}};

static const struct slrun_param create_usage_plan_params[] = {
    {"name", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Name."},
    {"description", {.type = SLRUN_STRING}, 0, "Description."},
    {"apiStages", {.type = SLRUN_LIST, .of = &shape_76}, 0, "Api stages."},
    {"throttle", {.type = SLRUN_STRUCTURE, .members = throttle_settings_in}, 0, "Throttle."},
    {"quota", {.type = SLRUN_STRUCTURE, .members = quota_settings_in}, 0, "Quota."},
    {"tags", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Tags."},
    {.name = NULL}};

static const struct slrun_param throttle_settings_out[] = {
    {"burstLimit", {.type = SLRUN_INTEGER}, 0, "Burst limit."},
    {"rateLimit", {.type = SLRUN_FLOAT}, 0, "Rate limit."},
    {.name = NULL}};

static const struct slrun_shape shape_82 = {.type = SLRUN_STRUCTURE,
                                            .members = throttle_settings_out};

static const struct slrun_param api_stage_out[] = {
    {"apiId", {.type = SLRUN_STRING}, 0, "Api id."},
    {"stage", {.type = SLRUN_STRING}, 0, "Stage."},
    {"throttle", {.type = SLRUN_MAP, .of = &shape_82}, 0, "Throttle."},
    {.name = NULL}};

static const struct slrun_shape shape_83 = {.type = SLRUN_STRUCTURE, .members = api_stage_out};

static const struct slrun_param quota_settings_out[] = {
    {"limit", {.type = SLRUN_INTEGER}, 0, "Limit."},
    {"offset", {.type = SLRUN_INTEGER}, 0, "Offset."},
    {"period", {.type = SLRUN_STRING}, 0, "Period."},
    {.name = NULL}};

static const struct slrun_param usage_plan_out[] = {
    {"id", {.type = SLRUN_STRING}, 0, "Id."},
    {"name", {.type = SLRUN_STRING}, 0, "Name."},
    {"description", {.type = SLRUN_STRING}, 0, "Description."},
    {"apiStages", {.type = SLRUN_LIST, .of = &shape_83}, 0, "Api stages."},
    {"throttle", {.type = SLRUN_STRUCTURE, .members = throttle_settings_out}, 0, "Throttle."},
    {"quota", {.type = SLRUN_STRUCTURE, .members = quota_settings_out}, 0, "Quota."},
    {"productCode", {.type = SLRUN_STRING}, 0, "Product code."},
    {"tags", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Tags."},
    {.name = NULL}};

static const struct slrun_param create_usage_plan_key_params[] = {
    {"usagePlanId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Usage plan id."},
    {"keyId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Key id."},
    {"keyType", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Key type."},
    {.name = NULL}};

static const struct slrun_param usage_plan_key_out[] = {
    {"id", {.type = SLRUN_STRING}, 0, "Id."},
    {"type", {.type = SLRUN_STRING}, 0, "Type."},
    {"value", {.type = SLRUN_STRING}, SLRUN_SECRET, "Value."},
    {"name", {.type = SLRUN_STRING}, 0, "Name."},
    {.name = NULL}};

static const struct ag_place create_usage_plan_key_places[] = {
    {"usagePlanId", "usageplanId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param delete_api_key_params[] = {
    {"apiKey", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api key."}, {.name = NULL}};

static const struct ag_place delete_api_key_places[] = {{"apiKey", "api_Key", AG_LABEL},
                                                        {.name = NULL}};

static const struct slrun_param delete_authorizer_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"authorizerId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Authorizer id."},
    {.name = NULL}};

static const struct ag_place delete_authorizer_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"authorizerId", "authorizer_id", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param delete_base_path_mapping_params[] = {
    {"domainName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Domain name."},
    {"domainNameId", {.type = SLRUN_STRING}, 0, "Domain name id."},
    {"basePath", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Base path."},
    {.name = NULL}};

static const struct ag_place delete_base_path_mapping_places[] = {
    {"domainName", "domain_name", AG_LABEL},
    {"domainNameId", "domainNameId", AG_QUERY},
    {"basePath", "base_path", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param delete_deployment_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"deploymentId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Deployment id."},
    {.name = NULL}};

static const struct ag_place delete_deployment_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"deploymentId", "deployment_id", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param delete_documentation_part_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"documentationPartId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Documentation part id."},
    {.name = NULL}};

static const struct ag_place delete_documentation_part_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"documentationPartId", "part_id", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param delete_domain_name_params[] = {
    {"domainName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Domain name."},
    {"domainNameId", {.type = SLRUN_STRING}, 0, "Domain name id."},
    {.name = NULL}};

static const struct ag_place delete_domain_name_places[] = {
    {"domainName", "domain_name", AG_LABEL},
    {"domainNameId", "domainNameId", AG_QUERY},
    {.name = NULL}};

static const char *const words_gateway_response_type[] = {"REQUEST_TOO_LARGE",
                                                          "RESOURCE_NOT_FOUND",
                                                          "AUTHORIZER_CONFIGURATION_ERROR",
                                                          "MISSING_AUTHENTICATION_TOKEN",
                                                          "BAD_REQUEST_BODY",
                                                          "INVALID_SIGNATURE",
                                                          "INVALID_API_KEY",
                                                          "BAD_REQUEST_PARAMETERS",
                                                          "AUTHORIZER_FAILURE",
                                                          "UNAUTHORIZED",
                                                          "INTEGRATION_TIMEOUT",
                                                          "ACCESS_DENIED",
                                                          "DEFAULT_4XX",
                                                          "DEFAULT_5XX",
                                                          "WAF_FILTERED",
                                                          "QUOTA_EXCEEDED",
                                                          "THROTTLED",
                                                          "API_CONFIGURATION_ERROR",
                                                          "UNSUPPORTED_MEDIA_TYPE",
                                                          "INTEGRATION_FAILURE",
                                                          "EXPIRED_TOKEN",
                                                          NULL};
static const struct slrun_param delete_gateway_response_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"responseType",
     {.type = SLRUN_STRING, .values = words_gateway_response_type},
     SLRUN_REQUIRED,
     "Response type."},
    {.name = NULL}};

static const struct ag_place delete_gateway_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"responseType", "response_type", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param delete_integration_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"resourceId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource id."},
    {"httpMethod", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Http method."},
    {.name = NULL}};

static const struct ag_place delete_integration_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                            {"resourceId", "resource_id", AG_LABEL},
                                                            {"httpMethod", "http_method", AG_LABEL},
                                                            {.name = NULL}};

static const struct slrun_param delete_integration_response_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"resourceId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource id."},
    {"httpMethod", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Http method."},
    {"statusCode", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Status code."},
    {.name = NULL}};

static const struct ag_place delete_integration_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"resourceId", "resource_id", AG_LABEL},
    {"httpMethod", "http_method", AG_LABEL},
    {"statusCode", "status_code", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param delete_method_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"resourceId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource id."},
    {"httpMethod", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Http method."},
    {.name = NULL}};

static const struct ag_place delete_method_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                       {"resourceId", "resource_id", AG_LABEL},
                                                       {"httpMethod", "http_method", AG_LABEL},
                                                       {.name = NULL}};

static const struct slrun_param delete_method_response_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"resourceId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource id."},
    {"httpMethod", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Http method."},
    {"statusCode", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Status code."},
    {.name = NULL}};

static const struct ag_place delete_method_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"resourceId", "resource_id", AG_LABEL},
    {"httpMethod", "http_method", AG_LABEL},
    {"statusCode", "status_code", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param delete_model_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"modelName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Model name."},
    {.name = NULL}};

static const struct ag_place delete_model_places[] = {
    {"restApiId", "restapi_id", AG_LABEL}, {"modelName", "model_name", AG_LABEL}, {.name = NULL}};

static const struct slrun_param delete_request_validator_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"requestValidatorId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Request validator id."},
    {.name = NULL}};

static const struct ag_place delete_request_validator_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"requestValidatorId", "requestvalidator_id", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param delete_resource_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"resourceId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource id."},
    {.name = NULL}};

static const struct ag_place delete_resource_places[] = {
    {"restApiId", "restapi_id", AG_LABEL}, {"resourceId", "resource_id", AG_LABEL}, {.name = NULL}};

static const struct slrun_param delete_rest_api_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."}, {.name = NULL}};

static const struct ag_place delete_rest_api_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                         {.name = NULL}};

static const struct slrun_param delete_stage_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"stageName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Stage name."},
    {.name = NULL}};

static const struct ag_place delete_stage_places[] = {
    {"restApiId", "restapi_id", AG_LABEL}, {"stageName", "stage_name", AG_LABEL}, {.name = NULL}};

static const struct slrun_param delete_usage_plan_params[] = {
    {"usagePlanId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Usage plan id."}, {.name = NULL}};

static const struct ag_place delete_usage_plan_places[] = {{"usagePlanId", "usageplanId", AG_LABEL},
                                                           {.name = NULL}};

static const struct slrun_param delete_usage_plan_key_params[] = {
    {"usagePlanId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Usage plan id."},
    {"keyId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Key id."},
    {.name = NULL}};

static const struct ag_place delete_usage_plan_key_places[] = {
    {"usagePlanId", "usageplanId", AG_LABEL}, {"keyId", "keyId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param get_account_params[] = {{.name = NULL}};

static const struct slrun_param account_out[] = {
    {"cloudwatchRoleArn", {.type = SLRUN_STRING}, 0, "Cloudwatch role arn."},
    {"throttleSettings",
     {.type = SLRUN_STRUCTURE, .members = throttle_settings_out},
     0,
     "Throttle settings."},
    {"features", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Features."},
    {"apiKeyVersion", {.type = SLRUN_STRING}, 0, "Api key version."},
    {.name = NULL}};

static const struct slrun_param get_api_key_params[] = {
    {"apiKey", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api key."},
    {"includeValue", {.type = SLRUN_BOOLEAN}, 0, "Include value."},
    {.name = NULL}};

static const struct ag_place get_api_key_places[] = {
    {"apiKey", "api_Key", AG_LABEL}, {"includeValue", "includeValue", AG_QUERY}, {.name = NULL}};

static const struct slrun_param get_api_keys_params[] = {
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"limit", {.type = SLRUN_INTEGER}, 0, "Limit."},
    {"nameQuery", {.type = SLRUN_STRING}, 0, "Name query."},
    {"customerId", {.type = SLRUN_STRING}, 0, "Customer id."},
    {"includeValues", {.type = SLRUN_BOOLEAN}, 0, "Include values."},
    {.name = NULL}};

static const struct slrun_shape shape_111 = {.type = SLRUN_STRUCTURE, .members = api_key_out};

static const struct slrun_param api_keys_out[] = {
    {"warnings", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Warnings."},
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"items", {.type = SLRUN_LIST, .of = &shape_111}, 0, "Items."},
    {.name = NULL}};

static const struct ag_place get_api_keys_out_places[] = {{"items", "item", AG_BODY},
                                                          {.name = NULL}};

static const struct ag_place get_api_keys_places[] = {{"position", "position", AG_QUERY},
                                                      {"limit", "limit", AG_QUERY},
                                                      {"nameQuery", "name", AG_QUERY},
                                                      {"customerId", "customerId", AG_QUERY},
                                                      {"includeValues", "includeValues", AG_QUERY},
                                                      {.name = NULL}};

static const struct slrun_param get_authorizer_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"authorizerId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Authorizer id."},
    {.name = NULL}};

static const struct ag_place get_authorizer_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                        {"authorizerId", "authorizer_id", AG_LABEL},
                                                        {.name = NULL}};

static const struct slrun_param get_authorizers_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"limit", {.type = SLRUN_INTEGER}, 0, "Limit."},
    {.name = NULL}};

static const struct slrun_shape shape_115 = {.type = SLRUN_STRUCTURE, .members = authorizer_out};

static const struct slrun_param authorizers_out[] = {
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"items", {.type = SLRUN_LIST, .of = &shape_115}, 0, "Items."},
    {.name = NULL}};

static const struct ag_place get_authorizers_out_places[] = {{"items", "item", AG_BODY},
                                                             {.name = NULL}};

static const struct ag_place get_authorizers_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                         {"position", "position", AG_QUERY},
                                                         {"limit", "limit", AG_QUERY},
                                                         {.name = NULL}};

static const struct slrun_param get_base_path_mapping_params[] = {
    {"domainName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Domain name."},
    {"domainNameId", {.type = SLRUN_STRING}, 0, "Domain name id."},
    {"basePath", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Base path."},
    {.name = NULL}};

static const struct ag_place get_base_path_mapping_places[] = {
    {"domainName", "domain_name", AG_LABEL},
    {"domainNameId", "domainNameId", AG_QUERY},
    {"basePath", "base_path", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param get_base_path_mappings_params[] = {
    {"domainName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Domain name."},
    {"domainNameId", {.type = SLRUN_STRING}, 0, "Domain name id."},
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"limit", {.type = SLRUN_INTEGER}, 0, "Limit."},
    {.name = NULL}};

static const struct slrun_shape shape_119 = {.type = SLRUN_STRUCTURE,
                                             .members = base_path_mapping_out};

static const struct slrun_param base_path_mappings_out[] = {
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"items", {.type = SLRUN_LIST, .of = &shape_119}, 0, "Items."},
    {.name = NULL}};

static const struct ag_place get_base_path_mappings_out_places[] = {{"items", "item", AG_BODY},
                                                                    {.name = NULL}};

static const struct ag_place get_base_path_mappings_places[] = {
    {"domainName", "domain_name", AG_LABEL},
    {"domainNameId", "domainNameId", AG_QUERY},
    {"position", "position", AG_QUERY},
    {"limit", "limit", AG_QUERY},
    {.name = NULL}};

static const struct slrun_param get_deployment_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"deploymentId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Deployment id."},
    {"embed", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Embed."},
    {.name = NULL}};

static const struct ag_place get_deployment_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                        {"deploymentId", "deployment_id", AG_LABEL},
                                                        {"embed", "embed", AG_QUERY},
                                                        {.name = NULL}};

static const struct slrun_param get_deployments_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"limit", {.type = SLRUN_INTEGER}, 0, "Limit."},
    {.name = NULL}};

static const struct slrun_shape shape_123 = {.type = SLRUN_STRUCTURE, .members = deployment_out};

static const struct slrun_param deployments_out[] = {
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"items", {.type = SLRUN_LIST, .of = &shape_123}, 0, "Items."},
    {.name = NULL}};

static const struct ag_place get_deployments_out_places[] = {{"items", "item", AG_BODY},
                                                             {.name = NULL}};

static const struct ag_place get_deployments_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                         {"position", "position", AG_QUERY},
                                                         {"limit", "limit", AG_QUERY},
                                                         {.name = NULL}};

static const struct slrun_param get_documentation_part_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"documentationPartId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Documentation part id."},
    {.name = NULL}};

static const struct ag_place get_documentation_part_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"documentationPartId", "part_id", AG_LABEL},
    {.name = NULL}};

static const char *const words_location_status_type[] = {"DOCUMENTED", "UNDOCUMENTED", NULL};
static const struct slrun_param get_documentation_parts_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"type", {.type = SLRUN_STRING, .values = words_documentation_part_type}, 0, "Type."},
    {"nameQuery", {.type = SLRUN_STRING}, 0, "Name query."},
    {"path", {.type = SLRUN_STRING}, 0, "Path."},
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"limit", {.type = SLRUN_INTEGER}, 0, "Limit."},
    {"locationStatus",
     {.type = SLRUN_STRING, .values = words_location_status_type},
     0,
     "Location status."},
    {.name = NULL}};

static const struct slrun_shape shape_128 = {.type = SLRUN_STRUCTURE,
                                             .members = documentation_part_out};

static const struct slrun_param documentation_parts_out[] = {
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"items", {.type = SLRUN_LIST, .of = &shape_128}, 0, "Items."},
    {.name = NULL}};

static const struct ag_place get_documentation_parts_out_places[] = {{"items", "item", AG_BODY},
                                                                     {.name = NULL}};

static const struct ag_place get_documentation_parts_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"type", "type", AG_QUERY},
    {"nameQuery", "name", AG_QUERY},
    {"path", "path", AG_QUERY},
    {"position", "position", AG_QUERY},
    {"limit", "limit", AG_QUERY},
    {"locationStatus", "locationStatus", AG_QUERY},
    {.name = NULL}};

static const struct slrun_param get_domain_name_params[] = {
    {"domainName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Domain name."},
    {"domainNameId", {.type = SLRUN_STRING}, 0, "Domain name id."},
    {.name = NULL}};

static const struct ag_place get_domain_name_places[] = {{"domainName", "domain_name", AG_LABEL},
                                                         {"domainNameId", "domainNameId", AG_QUERY},
                                                         {.name = NULL}};

static const char *const words_resource_owner[] = {"SELF", "OTHER_ACCOUNTS", NULL};
static const struct slrun_param get_domain_names_params[] = {
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"limit", {.type = SLRUN_INTEGER}, 0, "Limit."},
    {"resourceOwner", {.type = SLRUN_STRING, .values = words_resource_owner}, 0, "Resource owner."},
    {.name = NULL}};

static const struct slrun_shape shape_133 = {.type = SLRUN_STRUCTURE, .members = domain_name_out};

static const struct slrun_param domain_names_out[] = {
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"items", {.type = SLRUN_LIST, .of = &shape_133}, 0, "Items."},
    {.name = NULL}};

static const struct ag_place get_domain_names_out_places[] = {{"items", "item", AG_BODY},
                                                              {.name = NULL}};

static const struct ag_place get_domain_names_places[] = {
    {"position", "position", AG_QUERY},
    {"limit", "limit", AG_QUERY},
    {"resourceOwner", "resourceOwner", AG_QUERY},
    {.name = NULL}};

static const struct slrun_param get_gateway_response_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"responseType",
     {.type = SLRUN_STRING, .values = words_gateway_response_type},
     SLRUN_REQUIRED,
     "Response type."},
    {.name = NULL}};

static const struct slrun_param gateway_response_out[] = {
    {"responseType", {.type = SLRUN_STRING}, 0, "Response type."},
    {"statusCode", {.type = SLRUN_STRING}, 0, "Status code."},
    {"responseParameters", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Response parameters."},
    {"responseTemplates", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Response templates."},
    {"defaultResponse", {.type = SLRUN_BOOLEAN}, 0, "Default response."},
    {.name = NULL}};

static const struct ag_place get_gateway_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"responseType", "response_type", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param get_gateway_responses_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"limit", {.type = SLRUN_INTEGER}, 0, "Limit."},
    {.name = NULL}};

static const struct slrun_shape shape_138 = {.type = SLRUN_STRUCTURE,
                                             .members = gateway_response_out};

static const struct slrun_param gateway_responses_out[] = {
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"items", {.type = SLRUN_LIST, .of = &shape_138}, 0, "Items."},
    {.name = NULL}};

static const struct ag_place get_gateway_responses_out_places[] = {{"items", "item", AG_BODY},
                                                                   {.name = NULL}};

static const struct ag_place get_gateway_responses_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"position", "position", AG_QUERY},
    {"limit", "limit", AG_QUERY},
    {.name = NULL}};

static const struct slrun_param get_integration_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"resourceId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource id."},
    {"httpMethod", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Http method."},
    {.name = NULL}};

static const struct ag_place get_integration_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                         {"resourceId", "resource_id", AG_LABEL},
                                                         {"httpMethod", "http_method", AG_LABEL},
                                                         {.name = NULL}};

static const struct slrun_param get_integration_response_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"resourceId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource id."},
    {"httpMethod", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Http method."},
    {"statusCode", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Status code."},
    {.name = NULL}};

static const struct ag_place get_integration_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"resourceId", "resource_id", AG_LABEL},
    {"httpMethod", "http_method", AG_LABEL},
    {"statusCode", "status_code", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param get_method_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"resourceId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource id."},
    {"httpMethod", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Http method."},
    {.name = NULL}};

static const struct ag_place get_method_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                    {"resourceId", "resource_id", AG_LABEL},
                                                    {"httpMethod", "http_method", AG_LABEL},
                                                    {.name = NULL}};

static const struct slrun_param get_method_response_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"resourceId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource id."},
    {"httpMethod", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Http method."},
    {"statusCode", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Status code."},
    {.name = NULL}};

static const struct ag_place get_method_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"resourceId", "resource_id", AG_LABEL},
    {"httpMethod", "http_method", AG_LABEL},
    {"statusCode", "status_code", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param get_model_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"modelName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Model name."},
    {"flatten", {.type = SLRUN_BOOLEAN}, 0, "Flatten."},
    {.name = NULL}};

static const struct ag_place get_model_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                   {"modelName", "model_name", AG_LABEL},
                                                   {"flatten", "flatten", AG_QUERY},
                                                   {.name = NULL}};

static const struct slrun_param get_models_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"limit", {.type = SLRUN_INTEGER}, 0, "Limit."},
    {.name = NULL}};

static const struct slrun_shape shape_146 = {.type = SLRUN_STRUCTURE, .members = model_out};

static const struct slrun_param models_out[] = {
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"items", {.type = SLRUN_LIST, .of = &shape_146}, 0, "Items."},
    {.name = NULL}};

static const struct ag_place get_models_out_places[] = {{"items", "item", AG_BODY}, {.name = NULL}};

static const struct ag_place get_models_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                    {"position", "position", AG_QUERY},
                                                    {"limit", "limit", AG_QUERY},
                                                    {.name = NULL}};

static const struct slrun_param get_request_validator_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"requestValidatorId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Request validator id."},
    {.name = NULL}};

static const struct ag_place get_request_validator_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"requestValidatorId", "requestvalidator_id", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param get_request_validators_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"limit", {.type = SLRUN_INTEGER}, 0, "Limit."},
    {.name = NULL}};

static const struct slrun_shape shape_150 = {.type = SLRUN_STRUCTURE,
                                             .members = request_validator_out};

static const struct slrun_param request_validators_out[] = {
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"items", {.type = SLRUN_LIST, .of = &shape_150}, 0, "Items."},
    {.name = NULL}};

static const struct ag_place get_request_validators_out_places[] = {{"items", "item", AG_BODY},
                                                                    {.name = NULL}};

static const struct ag_place get_request_validators_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"position", "position", AG_QUERY},
    {"limit", "limit", AG_QUERY},
    {.name = NULL}};

static const struct slrun_param get_resource_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"resourceId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource id."},
    {"embed", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Embed."},
    {.name = NULL}};

static const struct ag_place get_resource_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                      {"resourceId", "resource_id", AG_LABEL},
                                                      {"embed", "embed", AG_QUERY},
                                                      {.name = NULL}};

static const struct slrun_param get_resources_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"limit", {.type = SLRUN_INTEGER}, 0, "Limit."},
    {"embed", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Embed."},
    {.name = NULL}};

static const struct slrun_shape shape_154 = {.type = SLRUN_STRUCTURE, .members = resource_out};

static const struct slrun_param resources_out[] = {
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"items", {.type = SLRUN_LIST, .of = &shape_154}, 0, "Items."},
    {.name = NULL}};

static const struct ag_place get_resources_out_places[] = {{"items", "item", AG_BODY},
                                                           {.name = NULL}};

static const struct ag_place get_resources_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                       {"position", "position", AG_QUERY},
                                                       {"limit", "limit", AG_QUERY},
                                                       {"embed", "embed", AG_QUERY},
                                                       {.name = NULL}};

static const struct slrun_param get_rest_api_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."}, {.name = NULL}};

static const struct ag_place get_rest_api_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                      {.name = NULL}};

static const struct slrun_param get_rest_apis_params[] = {
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"limit", {.type = SLRUN_INTEGER}, 0, "Limit."},
    {.name = NULL}};

static const struct slrun_shape shape_158 = {.type = SLRUN_STRUCTURE, .members = rest_api_out};

static const struct slrun_param rest_apis_out[] = {
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"items", {.type = SLRUN_LIST, .of = &shape_158}, 0, "Items."},
    {.name = NULL}};

static const struct ag_place get_rest_apis_out_places[] = {{"items", "item", AG_BODY},
                                                           {.name = NULL}};

static const struct ag_place get_rest_apis_places[] = {
    {"position", "position", AG_QUERY}, {"limit", "limit", AG_QUERY}, {.name = NULL}};

static const struct slrun_param get_stage_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"stageName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Stage name."},
    {.name = NULL}};

static const struct ag_place get_stage_places[] = {
    {"restApiId", "restapi_id", AG_LABEL}, {"stageName", "stage_name", AG_LABEL}, {.name = NULL}};

static const struct slrun_param get_stages_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"deploymentId", {.type = SLRUN_STRING}, 0, "Deployment id."},
    {.name = NULL}};

static const struct slrun_shape shape_162 = {.type = SLRUN_STRUCTURE, .members = stage_out};

static const struct slrun_param stages_out[] = {
    {"item", {.type = SLRUN_LIST, .of = &shape_162}, 0, "Item."}, {.name = NULL}};

static const struct ag_place get_stages_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                    {"deploymentId", "deploymentId", AG_QUERY},
                                                    {.name = NULL}};

static const struct slrun_param get_tags_params[] = {
    {"resourceArn", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource arn."},
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"limit", {.type = SLRUN_INTEGER}, 0, "Limit."},
    {.name = NULL}};

static const struct slrun_param tags_out[] = {
    {"tags", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Tags."}, {.name = NULL}};

static const struct ag_place get_tags_places[] = {{"resourceArn", "resource_arn", AG_LABEL},
                                                  {"position", "position", AG_QUERY},
                                                  {"limit", "limit", AG_QUERY},
                                                  {.name = NULL}};

static const struct slrun_param get_usage_plan_params[] = {
    {"usagePlanId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Usage plan id."}, {.name = NULL}};

static const struct ag_place get_usage_plan_places[] = {{"usagePlanId", "usageplanId", AG_LABEL},
                                                        {.name = NULL}};

static const struct slrun_param get_usage_plan_key_params[] = {
    {"usagePlanId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Usage plan id."},
    {"keyId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Key id."},
    {.name = NULL}};

static const struct ag_place get_usage_plan_key_places[] = {
    {"usagePlanId", "usageplanId", AG_LABEL}, {"keyId", "keyId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param get_usage_plan_keys_params[] = {
    {"usagePlanId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Usage plan id."},
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"limit", {.type = SLRUN_INTEGER}, 0, "Limit."},
    {"nameQuery", {.type = SLRUN_STRING}, 0, "Name query."},
    {.name = NULL}};

static const struct slrun_shape shape_169 = {.type = SLRUN_STRUCTURE,
                                             .members = usage_plan_key_out};

static const struct slrun_param usage_plan_keys_out[] = {
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"items", {.type = SLRUN_LIST, .of = &shape_169}, 0, "Items."},
    {.name = NULL}};

static const struct ag_place get_usage_plan_keys_out_places[] = {{"items", "item", AG_BODY},
                                                                 {.name = NULL}};

static const struct ag_place get_usage_plan_keys_places[] = {
    {"usagePlanId", "usageplanId", AG_LABEL},
    {"position", "position", AG_QUERY},
    {"limit", "limit", AG_QUERY},
    {"nameQuery", "name", AG_QUERY},
    {.name = NULL}};

static const struct slrun_param get_usage_plans_params[] = {
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"keyId", {.type = SLRUN_STRING}, 0, "Key id."},
    {"limit", {.type = SLRUN_INTEGER}, 0, "Limit."},
    {.name = NULL}};

static const struct slrun_shape shape_172 = {.type = SLRUN_STRUCTURE, .members = usage_plan_out};

static const struct slrun_param usage_plans_out[] = {
    {"position", {.type = SLRUN_STRING}, 0, "Position."},
    {"items", {.type = SLRUN_LIST, .of = &shape_172}, 0, "Items."},
    {.name = NULL}};

static const struct ag_place get_usage_plans_out_places[] = {{"items", "item", AG_BODY},
                                                             {.name = NULL}};

static const struct ag_place get_usage_plans_places[] = {{"position", "position", AG_QUERY},
                                                         {"keyId", "keyId", AG_QUERY},
                                                         {"limit", "limit", AG_QUERY},
                                                         {.name = NULL}};

static const struct slrun_param import_rest_api_params[] = {
    {"failOnWarnings", {.type = SLRUN_BOOLEAN}, 0, "Fail on warnings."},
    {"parameters", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Parameters."},
    {"body", {.type = SLRUN_BLOB}, SLRUN_REQUIRED | SLRUN_FILE, "Body."},
    {.name = NULL}};

static const struct ag_place import_rest_api_places[] = {
    {"failOnWarnings", "failonwarnings", AG_QUERY},
    {"parameters", "parameters", AG_QUERY},
    {"body", "body", AG_PAYLOAD},
    {.name = NULL}};

static const struct slrun_param put_gateway_response_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"responseType",
     {.type = SLRUN_STRING, .values = words_gateway_response_type},
     SLRUN_REQUIRED,
     "Response type."},
    {"statusCode", {.type = SLRUN_STRING}, 0, "Status code."},
    {"responseParameters", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Response parameters."},
    {"responseTemplates", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Response templates."},
    {.name = NULL}};

static const struct ag_place put_gateway_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"responseType", "response_type", AG_LABEL},
    {.name = NULL}};

static const char *const words_integration_type[] = {"HTTP",       "MOCK", "AWS_PROXY",
                                                     "HTTP_PROXY", "AWS",  NULL};
static const char *const words_connection_type[] = {"INTERNET", "VPC_LINK", NULL};
static const char *const words_content_handling_strategy[] = {"CONVERT_TO_BINARY",
                                                              "CONVERT_TO_TEXT", NULL};
static const struct slrun_param tls_config_in[] = {
    {"insecureSkipVerification", {.type = SLRUN_BOOLEAN}, 0, "Insecure skip verification."},
    {.name = NULL}};

static const char *const words_response_transfer_mode[] = {"BUFFERED", "STREAM", NULL};
static const struct slrun_param put_integration_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"resourceId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource id."},
    {"httpMethod", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Http method."},
    {"type", {.type = SLRUN_STRING, .values = words_integration_type}, SLRUN_REQUIRED, "Type."},
    {"integrationHttpMethod", {.type = SLRUN_STRING}, 0, "Integration http method."},
    {"uri", {.type = SLRUN_STRING}, 0, "Uri."},
    {"connectionType",
     {.type = SLRUN_STRING, .values = words_connection_type},
     0,
     "Connection type."},
    {"connectionId", {.type = SLRUN_STRING}, 0, "Connection id."},
    {"credentials", {.type = SLRUN_STRING}, 0, "Credentials."},
    {"requestParameters", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Request parameters."},
    {"requestTemplates", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Request templates."},
    {"passthroughBehavior", {.type = SLRUN_STRING}, 0, "Passthrough behavior."},
    {"cacheNamespace", {.type = SLRUN_STRING}, 0, "Cache namespace."},
    {"cacheKeyParameters", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Cache key parameters."},
    {"contentHandling",
     {.type = SLRUN_STRING, .values = words_content_handling_strategy},
     0,
     "Content handling."},
    {"timeoutInMillis", {.type = SLRUN_INTEGER}, 0, "Timeout in millis."},
    {"tlsConfig", {.type = SLRUN_STRUCTURE, .members = tls_config_in}, 0, "Tls config."},
    {"responseTransferMode",
     {.type = SLRUN_STRING, .values = words_response_transfer_mode},
     0,
     "Response transfer mode."},
    {"integrationTarget", {.type = SLRUN_STRING}, 0, "Integration target."},
    {.name = NULL}};

static const struct ag_place put_integration_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"resourceId", "resource_id", AG_LABEL},
    {"httpMethod", "http_method", AG_LABEL},
    {"integrationHttpMethod", "httpMethod", AG_BODY},
    {.name = NULL}};

static const struct slrun_param put_integration_response_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"resourceId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource id."},
    {"httpMethod", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Http method."},
    {"statusCode", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Status code."},
    {"selectionPattern", {.type = SLRUN_STRING}, 0, "Selection pattern."},
    {"responseParameters", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Response parameters."},
    {"responseTemplates", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Response templates."},
    {"contentHandling",
     {.type = SLRUN_STRING, .values = words_content_handling_strategy},
     0,
     "Content handling."},
    {.name = NULL}};

static const struct ag_place put_integration_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"resourceId", "resource_id", AG_LABEL},
    {"httpMethod", "http_method", AG_LABEL},
    {"statusCode", "status_code", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param put_method_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"resourceId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource id."},
    {"httpMethod", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Http method."},
    {"authorizationType", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Authorization type."},
    {"authorizerId", {.type = SLRUN_STRING}, 0, "Authorizer id."},
    {"apiKeyRequired", {.type = SLRUN_BOOLEAN}, 0, "Api key required."},
    {"operationName", {.type = SLRUN_STRING}, 0, "Operation name."},
    {"requestParameters", {.type = SLRUN_MAP, .of = &shape_54}, 0, "Request parameters."},
    {"requestModels", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Request models."},
    {"requestValidatorId", {.type = SLRUN_STRING}, 0, "Request validator id."},
    {"authorizationScopes", {.type = SLRUN_LIST, .of = &shape_3}, 0, "Authorization scopes."},
    {.name = NULL}};

static const struct ag_place put_method_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                    {"resourceId", "resource_id", AG_LABEL},
                                                    {"httpMethod", "http_method", AG_LABEL},
                                                    {.name = NULL}};

static const struct slrun_param put_method_response_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"resourceId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource id."},
    {"httpMethod", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Http method."},
    {"statusCode", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Status code."},
    {"responseParameters", {.type = SLRUN_MAP, .of = &shape_54}, 0, "Response parameters."},
    {"responseModels", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Response models."},
    {.name = NULL}};

static const struct ag_place put_method_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"resourceId", "resource_id", AG_LABEL},
    {"httpMethod", "http_method", AG_LABEL},
    {"statusCode", "status_code", AG_LABEL},
    {.name = NULL}};

static const char *const words_put_mode[] = {"merge", "overwrite", NULL};
static const struct slrun_param put_rest_api_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"mode", {.type = SLRUN_STRING, .values = words_put_mode}, 0, "Mode."},
    {"failOnWarnings", {.type = SLRUN_BOOLEAN}, 0, "Fail on warnings."},
    {"parameters", {.type = SLRUN_MAP, .of = &shape_3}, 0, "Parameters."},
    {"body", {.type = SLRUN_BLOB}, SLRUN_REQUIRED | SLRUN_FILE, "Body."},
    {.name = NULL}};

static const struct ag_place put_rest_api_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"mode", "mode", AG_QUERY},
    {"failOnWarnings", "failonwarnings", AG_QUERY},
    {"parameters", "parameters", AG_QUERY},
    {"body", "body", AG_PAYLOAD},
    {.name = NULL}};

static const struct slrun_param tag_resource_params[] = {
    {"resourceArn", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource arn."},
    {"tags", {.type = SLRUN_MAP, .of = &shape_3}, SLRUN_REQUIRED, "Tags."},
    {.name = NULL}};

static const struct ag_place tag_resource_places[] = {{"resourceArn", "resource_arn", AG_LABEL},
                                                      {.name = NULL}};

static const struct slrun_param untag_resource_params[] = {
    {"resourceArn", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource arn."},
    {"tagKeys", {.type = SLRUN_LIST, .of = &shape_3}, SLRUN_REQUIRED, "Tag keys."},
    {.name = NULL}};

static const struct ag_place untag_resource_places[] = {
    {"resourceArn", "resource_arn", AG_LABEL}, {"tagKeys", "tagKeys", AG_QUERY}, {.name = NULL}};

static const char *const words_op[] = {"add", "remove", "replace", "move", "copy", "test", NULL};
static const struct slrun_param patch_operation_in[] = {
    {"op", {.type = SLRUN_STRING, .values = words_op}, 0, "Op."},
    {"path", {.type = SLRUN_STRING}, 0, "Path."},
    {"value", {.type = SLRUN_STRING}, SLRUN_SECRET, "Value."},
    {"from", {.type = SLRUN_STRING}, 0, "From."},
    {.name = NULL}};

static const struct slrun_shape shape_191 = {.type = SLRUN_STRUCTURE,
                                             .members = patch_operation_in};

static const struct slrun_param update_account_params[] = {
    {"patchOperations", {.type = SLRUN_LIST, .of = &shape_191}, 0, "Patch operations."},
    {.name = NULL}};

static const struct slrun_param update_api_key_params[] = {
    {"apiKey", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api key."},
    {"patchOperations", {.type = SLRUN_LIST, .of = &shape_191}, 0, "Patch operations."},
    {.name = NULL}};

static const struct ag_place update_api_key_places[] = {{"apiKey", "api_Key", AG_LABEL},
                                                        {.name = NULL}};

static const struct slrun_param update_authorizer_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"authorizerId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Authorizer id."},
    {"patchOperations", {.type = SLRUN_LIST, .of = &shape_191}, 0, "Patch operations."},
    {.name = NULL}};

static const struct ag_place update_authorizer_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"authorizerId", "authorizer_id", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param update_deployment_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"deploymentId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Deployment id."},
    {"patchOperations", {.type = SLRUN_LIST, .of = &shape_191}, 0, "Patch operations."},
    {.name = NULL}};

static const struct ag_place update_deployment_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"deploymentId", "deployment_id", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param update_documentation_part_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"documentationPartId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Documentation part id."},
    {"patchOperations", {.type = SLRUN_LIST, .of = &shape_191}, 0, "Patch operations."},
    {.name = NULL}};

static const struct ag_place update_documentation_part_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"documentationPartId", "part_id", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param update_gateway_response_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"responseType",
     {.type = SLRUN_STRING, .values = words_gateway_response_type},
     SLRUN_REQUIRED,
     "Response type."},
    {"patchOperations", {.type = SLRUN_LIST, .of = &shape_191}, 0, "Patch operations."},
    {.name = NULL}};

static const struct ag_place update_gateway_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"responseType", "response_type", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param update_integration_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"resourceId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource id."},
    {"httpMethod", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Http method."},
    {"patchOperations", {.type = SLRUN_LIST, .of = &shape_191}, 0, "Patch operations."},
    {.name = NULL}};

static const struct ag_place update_integration_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                            {"resourceId", "resource_id", AG_LABEL},
                                                            {"httpMethod", "http_method", AG_LABEL},
                                                            {.name = NULL}};

static const struct slrun_param update_integration_response_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"resourceId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource id."},
    {"httpMethod", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Http method."},
    {"statusCode", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Status code."},
    {"patchOperations", {.type = SLRUN_LIST, .of = &shape_191}, 0, "Patch operations."},
    {.name = NULL}};

static const struct ag_place update_integration_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"resourceId", "resource_id", AG_LABEL},
    {"httpMethod", "http_method", AG_LABEL},
    {"statusCode", "status_code", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param update_method_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"resourceId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource id."},
    {"httpMethod", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Http method."},
    {"patchOperations", {.type = SLRUN_LIST, .of = &shape_191}, 0, "Patch operations."},
    {.name = NULL}};

static const struct ag_place update_method_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                       {"resourceId", "resource_id", AG_LABEL},
                                                       {"httpMethod", "http_method", AG_LABEL},
                                                       {.name = NULL}};

static const struct slrun_param update_method_response_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"resourceId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource id."},
    {"httpMethod", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Http method."},
    {"statusCode", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Status code."},
    {"patchOperations", {.type = SLRUN_LIST, .of = &shape_191}, 0, "Patch operations."},
    {.name = NULL}};

static const struct ag_place update_method_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"resourceId", "resource_id", AG_LABEL},
    {"httpMethod", "http_method", AG_LABEL},
    {"statusCode", "status_code", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param update_model_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"modelName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Model name."},
    {"patchOperations", {.type = SLRUN_LIST, .of = &shape_191}, 0, "Patch operations."},
    {.name = NULL}};

static const struct ag_place update_model_places[] = {
    {"restApiId", "restapi_id", AG_LABEL}, {"modelName", "model_name", AG_LABEL}, {.name = NULL}};

static const struct slrun_param update_request_validator_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"requestValidatorId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Request validator id."},
    {"patchOperations", {.type = SLRUN_LIST, .of = &shape_191}, 0, "Patch operations."},
    {.name = NULL}};

static const struct ag_place update_request_validator_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"requestValidatorId", "requestvalidator_id", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param update_resource_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"resourceId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource id."},
    {"patchOperations", {.type = SLRUN_LIST, .of = &shape_191}, 0, "Patch operations."},
    {.name = NULL}};

static const struct ag_place update_resource_places[] = {
    {"restApiId", "restapi_id", AG_LABEL}, {"resourceId", "resource_id", AG_LABEL}, {.name = NULL}};

static const struct slrun_param update_rest_api_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"patchOperations", {.type = SLRUN_LIST, .of = &shape_191}, 0, "Patch operations."},
    {.name = NULL}};

static const struct ag_place update_rest_api_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                         {.name = NULL}};

static const struct slrun_param update_stage_params[] = {
    {"restApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Rest api id."},
    {"stageName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Stage name."},
    {"patchOperations", {.type = SLRUN_LIST, .of = &shape_191}, 0, "Patch operations."},
    {.name = NULL}};

static const struct ag_place update_stage_places[] = {
    {"restApiId", "restapi_id", AG_LABEL}, {"stageName", "stage_name", AG_LABEL}, {.name = NULL}};

static const struct slrun_param update_usage_plan_params[] = {
    {"usagePlanId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Usage plan id."},
    {"patchOperations", {.type = SLRUN_LIST, .of = &shape_191}, 0, "Patch operations."},
    {.name = NULL}};

static const struct ag_place update_usage_plan_places[] = {{"usagePlanId", "usageplanId", AG_LABEL},
                                                           {.name = NULL}};
const struct slrun_op apigateway_ops[APIGATEWAY_OPS] = {
    {.name = "create_api_key",
     .api = "CreateApiKey",
     .doc = "Creates an API key.",
     .params = create_api_key_params,
     .result = api_key_out,
     .build = ag_build,
     .parse = ag_parse,
     .undo = ag_undo,
     .tag = ag_tag},
    {.name = "create_authorizer",
     .api = "CreateAuthorizer",
     .doc = "Creates an authorizer.",
     .params = create_authorizer_params,
     .result = authorizer_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_base_path_mapping",
     .api = "CreateBasePathMapping",
     .doc = "Creates a base path mapping.",
     .params = create_base_path_mapping_params,
     .result = base_path_mapping_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_deployment",
     .api = "CreateDeployment",
     .doc = "Creates a deployment.",
     .params = create_deployment_params,
     .result = deployment_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_documentation_part",
     .api = "CreateDocumentationPart",
     .doc = "Creates a part of an API's documentation.",
     .params = create_documentation_part_params,
     .result = documentation_part_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_domain_name",
     .api = "CreateDomainName",
     .doc = "Creates a custom domain name.",
     .params = create_domain_name_params,
     .result = domain_name_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_model",
     .api = "CreateModel",
     .doc = "Creates a model.",
     .params = create_model_params,
     .result = model_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_request_validator",
     .api = "CreateRequestValidator",
     .doc = "Creates a request validator.",
     .params = create_request_validator_params,
     .result = request_validator_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_resource",
     .api = "CreateResource",
     .doc = "Creates a resource.",
     .params = create_resource_params,
     .result = resource_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_rest_api",
     .api = "CreateRestApi",
     .doc = "Creates a REST API.",
     .params = create_rest_api_params,
     .result = rest_api_out,
     .build = ag_build,
     .parse = ag_parse,
     .undo = ag_undo,
     .tag = ag_tag},
    {.name = "create_stage",
     .api = "CreateStage",
     .doc = "Creates a stage.",
     .params = create_stage_params,
     .result = stage_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_usage_plan",
     .api = "CreateUsagePlan",
     .doc = "Creates a usage plan.",
     .params = create_usage_plan_params,
     .result = usage_plan_out,
     .build = ag_build,
     .parse = ag_parse,
     .undo = ag_undo,
     .tag = ag_tag},
    {.name = "create_usage_plan_key",
     .api = "CreateUsagePlanKey",
     .doc = "Creates a key of a usage plan.",
     .params = create_usage_plan_key_params,
     .result = usage_plan_key_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_api_key",
     .api = "DeleteApiKey",
     .doc = "Deletes an API key.",
     .params = delete_api_key_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_authorizer",
     .api = "DeleteAuthorizer",
     .doc = "Deletes an authorizer.",
     .params = delete_authorizer_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_base_path_mapping",
     .api = "DeleteBasePathMapping",
     .doc = "Deletes a base path mapping.",
     .params = delete_base_path_mapping_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_deployment",
     .api = "DeleteDeployment",
     .doc = "Deletes a deployment.",
     .params = delete_deployment_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_documentation_part",
     .api = "DeleteDocumentationPart",
     .doc = "Deletes a part of an API's documentation.",
     .params = delete_documentation_part_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_domain_name",
     .api = "DeleteDomainName",
     .doc = "Deletes a custom domain name.",
     .params = delete_domain_name_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_gateway_response",
     .api = "DeleteGatewayResponse",
     .doc = "Deletes a gateway response.",
     .params = delete_gateway_response_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_integration",
     .api = "DeleteIntegration",
     .doc = "Deletes an integration.",
     .params = delete_integration_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_integration_response",
     .api = "DeleteIntegrationResponse",
     .doc = "Deletes an integration response.",
     .params = delete_integration_response_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_method",
     .api = "DeleteMethod",
     .doc = "Deletes a method of a resource.",
     .params = delete_method_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_method_response",
     .api = "DeleteMethodResponse",
     .doc = "Deletes a method response.",
     .params = delete_method_response_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_model",
     .api = "DeleteModel",
     .doc = "Deletes a model.",
     .params = delete_model_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_request_validator",
     .api = "DeleteRequestValidator",
     .doc = "Deletes a request validator.",
     .params = delete_request_validator_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_resource",
     .api = "DeleteResource",
     .doc = "Deletes a resource.",
     .params = delete_resource_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_rest_api",
     .api = "DeleteRestApi",
     .doc = "Deletes a REST API.",
     .params = delete_rest_api_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_stage",
     .api = "DeleteStage",
     .doc = "Deletes a stage.",
     .params = delete_stage_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_usage_plan",
     .api = "DeleteUsagePlan",
     .doc = "Deletes a usage plan.",
     .params = delete_usage_plan_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_usage_plan_key",
     .api = "DeleteUsagePlanKey",
     .doc = "Deletes a key of a usage plan.",
     .params = delete_usage_plan_key_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_account",
     .api = "GetAccount",
     .doc = "Tells the account's settings.",
     .params = get_account_params,
     .result = account_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_api_key",
     .api = "GetApiKey",
     .doc = "Tells an API key.",
     .params = get_api_key_params,
     .result = api_key_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_api_keys",
     .api = "GetApiKeys",
     .doc = "Lists api keys.",
     .params = get_api_keys_params,
     .result = api_keys_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_authorizer",
     .api = "GetAuthorizer",
     .doc = "Tells an authorizer.",
     .params = get_authorizer_params,
     .result = authorizer_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_authorizers",
     .api = "GetAuthorizers",
     .doc = "Lists authorizers.",
     .params = get_authorizers_params,
     .result = authorizers_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_base_path_mapping",
     .api = "GetBasePathMapping",
     .doc = "Tells a base path mapping.",
     .params = get_base_path_mapping_params,
     .result = base_path_mapping_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_base_path_mappings",
     .api = "GetBasePathMappings",
     .doc = "Lists base path mappings.",
     .params = get_base_path_mappings_params,
     .result = base_path_mappings_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_deployment",
     .api = "GetDeployment",
     .doc = "Tells a deployment.",
     .params = get_deployment_params,
     .result = deployment_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_deployments",
     .api = "GetDeployments",
     .doc = "Lists deployments.",
     .params = get_deployments_params,
     .result = deployments_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_documentation_part",
     .api = "GetDocumentationPart",
     .doc = "Tells a part of an API's documentation.",
     .params = get_documentation_part_params,
     .result = documentation_part_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_documentation_parts",
     .api = "GetDocumentationParts",
     .doc = "Lists documentation parts.",
     .params = get_documentation_parts_params,
     .result = documentation_parts_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_domain_name",
     .api = "GetDomainName",
     .doc = "Tells a custom domain name.",
     .params = get_domain_name_params,
     .result = domain_name_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_domain_names",
     .api = "GetDomainNames",
     .doc = "Lists domain names.",
     .params = get_domain_names_params,
     .result = domain_names_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_gateway_response",
     .api = "GetGatewayResponse",
     .doc = "Tells a gateway response.",
     .params = get_gateway_response_params,
     .result = gateway_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_gateway_responses",
     .api = "GetGatewayResponses",
     .doc = "Lists gateway responses.",
     .params = get_gateway_responses_params,
     .result = gateway_responses_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_integration",
     .api = "GetIntegration",
     .doc = "Tells an integration.",
     .params = get_integration_params,
     .result = integration_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_integration_response",
     .api = "GetIntegrationResponse",
     .doc = "Tells an integration response.",
     .params = get_integration_response_params,
     .result = integration_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_method",
     .api = "GetMethod",
     .doc = "Tells a method of a resource.",
     .params = get_method_params,
     .result = method_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_method_response",
     .api = "GetMethodResponse",
     .doc = "Tells a method response.",
     .params = get_method_response_params,
     .result = method_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_model",
     .api = "GetModel",
     .doc = "Tells a model.",
     .params = get_model_params,
     .result = model_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_models",
     .api = "GetModels",
     .doc = "Lists models.",
     .params = get_models_params,
     .result = models_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_request_validator",
     .api = "GetRequestValidator",
     .doc = "Tells a request validator.",
     .params = get_request_validator_params,
     .result = request_validator_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_request_validators",
     .api = "GetRequestValidators",
     .doc = "Lists request validators.",
     .params = get_request_validators_params,
     .result = request_validators_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_resource",
     .api = "GetResource",
     .doc = "Tells a resource.",
     .params = get_resource_params,
     .result = resource_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_resources",
     .api = "GetResources",
     .doc = "Lists resources.",
     .params = get_resources_params,
     .result = resources_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_rest_api",
     .api = "GetRestApi",
     .doc = "Tells a REST API.",
     .params = get_rest_api_params,
     .result = rest_api_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_rest_apis",
     .api = "GetRestApis",
     .doc = "Lists rest apis.",
     .params = get_rest_apis_params,
     .result = rest_apis_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_stage",
     .api = "GetStage",
     .doc = "Tells a stage.",
     .params = get_stage_params,
     .result = stage_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_stages",
     .api = "GetStages",
     .doc = "Lists stages.",
     .params = get_stages_params,
     .result = stages_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_tags",
     .api = "GetTags",
     .doc = "Tells the tags of a resource.",
     .params = get_tags_params,
     .result = tags_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_usage_plan",
     .api = "GetUsagePlan",
     .doc = "Tells a usage plan.",
     .params = get_usage_plan_params,
     .result = usage_plan_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_usage_plan_key",
     .api = "GetUsagePlanKey",
     .doc = "Tells a key of a usage plan.",
     .params = get_usage_plan_key_params,
     .result = usage_plan_key_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_usage_plan_keys",
     .api = "GetUsagePlanKeys",
     .doc = "Lists usage plan keys.",
     .params = get_usage_plan_keys_params,
     .result = usage_plan_keys_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_usage_plans",
     .api = "GetUsagePlans",
     .doc = "Lists usage plans.",
     .params = get_usage_plans_params,
     .result = usage_plans_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "import_rest_api",
     .api = "ImportRestApi",
     .doc = "Imports a REST API.",
     .params = import_rest_api_params,
     .result = rest_api_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "put_gateway_response",
     .api = "PutGatewayResponse",
     .doc = "Sets a gateway response.",
     .params = put_gateway_response_params,
     .result = gateway_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "put_integration",
     .api = "PutIntegration",
     .doc = "Sets an integration.",
     .params = put_integration_params,
     .result = integration_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "put_integration_response",
     .api = "PutIntegrationResponse",
     .doc = "Sets an integration response.",
     .params = put_integration_response_params,
     .result = integration_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "put_method",
     .api = "PutMethod",
     .doc = "Sets a method of a resource.",
     .params = put_method_params,
     .result = method_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "put_method_response",
     .api = "PutMethodResponse",
     .doc = "Sets a method response.",
     .params = put_method_response_params,
     .result = method_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "put_rest_api",
     .api = "PutRestApi",
     .doc = "Sets a REST API.",
     .params = put_rest_api_params,
     .result = rest_api_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "tag_resource",
     .api = "TagResource",
     .doc = "Adds tags to a resource.",
     .params = tag_resource_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "untag_resource",
     .api = "UntagResource",
     .doc = "Removes tags from a resource.",
     .params = untag_resource_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_account",
     .api = "UpdateAccount",
     .doc = "Changes the account's settings.",
     .params = update_account_params,
     .result = account_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_api_key",
     .api = "UpdateApiKey",
     .doc = "Changes an API key.",
     .params = update_api_key_params,
     .result = api_key_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_authorizer",
     .api = "UpdateAuthorizer",
     .doc = "Changes an authorizer.",
     .params = update_authorizer_params,
     .result = authorizer_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_deployment",
     .api = "UpdateDeployment",
     .doc = "Changes a deployment.",
     .params = update_deployment_params,
     .result = deployment_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_documentation_part",
     .api = "UpdateDocumentationPart",
     .doc = "Changes a part of an API's documentation.",
     .params = update_documentation_part_params,
     .result = documentation_part_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_gateway_response",
     .api = "UpdateGatewayResponse",
     .doc = "Changes a gateway response.",
     .params = update_gateway_response_params,
     .result = gateway_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_integration",
     .api = "UpdateIntegration",
     .doc = "Changes an integration.",
     .params = update_integration_params,
     .result = integration_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_integration_response",
     .api = "UpdateIntegrationResponse",
     .doc = "Changes an integration response.",
     .params = update_integration_response_params,
     .result = integration_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_method",
     .api = "UpdateMethod",
     .doc = "Changes a method of a resource.",
     .params = update_method_params,
     .result = method_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_method_response",
     .api = "UpdateMethodResponse",
     .doc = "Changes a method response.",
     .params = update_method_response_params,
     .result = method_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_model",
     .api = "UpdateModel",
     .doc = "Changes a model.",
     .params = update_model_params,
     .result = model_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_request_validator",
     .api = "UpdateRequestValidator",
     .doc = "Changes a request validator.",
     .params = update_request_validator_params,
     .result = request_validator_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_resource",
     .api = "UpdateResource",
     .doc = "Changes a resource.",
     .params = update_resource_params,
     .result = resource_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_rest_api",
     .api = "UpdateRestApi",
     .doc = "Changes a REST API.",
     .params = update_rest_api_params,
     .result = rest_api_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_stage",
     .api = "UpdateStage",
     .doc = "Changes a stage.",
     .params = update_stage_params,
     .result = stage_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_usage_plan",
     .api = "UpdateUsagePlan",
     .doc = "Changes a usage plan.",
     .params = update_usage_plan_params,
     .result = usage_plan_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse}};
const struct ag_call apigateway_calls[APIGATEWAY_OPS] = {
    {"create_api_key", "POST", "/apikeys", NULL, 201, NULL, NULL},
    {"create_authorizer", "POST", "/restapis/{restapi_id}/authorizers", NULL, 201,
     create_authorizer_places, NULL},
    {"create_base_path_mapping", "POST", "/domainnames/{domain_name}/basepathmappings", NULL, 201,
     create_base_path_mapping_places, NULL},
    {"create_deployment", "POST", "/restapis/{restapi_id}/deployments", NULL, 201,
     create_deployment_places, NULL},
    {"create_documentation_part", "POST", "/restapis/{restapi_id}/documentation/parts", NULL, 201,
     create_documentation_part_places, NULL},
    {"create_domain_name", "POST", "/domainnames", NULL, 201, NULL, NULL},
    {"create_model", "POST", "/restapis/{restapi_id}/models", NULL, 201, create_model_places, NULL},
    {"create_request_validator", "POST", "/restapis/{restapi_id}/requestvalidators", NULL, 201,
     create_request_validator_places, NULL},
    {"create_resource", "POST", "/restapis/{restapi_id}/resources/{parent_id}", NULL, 201,
     create_resource_places, NULL},
    {"create_rest_api", "POST", "/restapis", NULL, 201, NULL, NULL},
    {"create_stage", "POST", "/restapis/{restapi_id}/stages", NULL, 201, create_stage_places, NULL},
    {"create_usage_plan", "POST", "/usageplans", NULL, 201, NULL, NULL},
    {"create_usage_plan_key", "POST", "/usageplans/{usageplanId}/keys", NULL, 201,
     create_usage_plan_key_places, NULL},
    {"delete_api_key", "DELETE", "/apikeys/{api_Key}", NULL, 202, delete_api_key_places, NULL},
    {"delete_authorizer", "DELETE", "/restapis/{restapi_id}/authorizers/{authorizer_id}", NULL, 202,
     delete_authorizer_places, NULL},
    {"delete_base_path_mapping", "DELETE",
     "/domainnames/{domain_name}/basepathmappings/{base_path}", NULL, 202,
     delete_base_path_mapping_places, NULL},
    {"delete_deployment", "DELETE", "/restapis/{restapi_id}/deployments/{deployment_id}", NULL, 202,
     delete_deployment_places, NULL},
    {"delete_documentation_part", "DELETE", "/restapis/{restapi_id}/documentation/parts/{part_id}",
     NULL, 202, delete_documentation_part_places, NULL},
    {"delete_domain_name", "DELETE", "/domainnames/{domain_name}", NULL, 202,
     delete_domain_name_places, NULL},
    {"delete_gateway_response", "DELETE", "/restapis/{restapi_id}/gatewayresponses/{response_type}",
     NULL, 202, delete_gateway_response_places, NULL},
    {"delete_integration", "DELETE",
     "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration", NULL, 204,
     delete_integration_places, NULL},
    {"delete_integration_response", "DELETE",
     "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration/responses/"
     "{status_code}",
     NULL, 204, delete_integration_response_places, NULL},
    {"delete_method", "DELETE",
     "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}", NULL, 204,
     delete_method_places, NULL},
    {"delete_method_response", "DELETE",
     "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/responses/{status_code}",
     NULL, 204, delete_method_response_places, NULL},
    {"delete_model", "DELETE", "/restapis/{restapi_id}/models/{model_name}", NULL, 202,
     delete_model_places, NULL},
    {"delete_request_validator", "DELETE",
     "/restapis/{restapi_id}/requestvalidators/{requestvalidator_id}", NULL, 202,
     delete_request_validator_places, NULL},
    {"delete_resource", "DELETE", "/restapis/{restapi_id}/resources/{resource_id}", NULL, 202,
     delete_resource_places, NULL},
    {"delete_rest_api", "DELETE", "/restapis/{restapi_id}", NULL, 202, delete_rest_api_places,
     NULL},
    {"delete_stage", "DELETE", "/restapis/{restapi_id}/stages/{stage_name}", NULL, 202,
     delete_stage_places, NULL},
    {"delete_usage_plan", "DELETE", "/usageplans/{usageplanId}", NULL, 202,
     delete_usage_plan_places, NULL},
    {"delete_usage_plan_key", "DELETE", "/usageplans/{usageplanId}/keys/{keyId}", NULL, 202,
     delete_usage_plan_key_places, NULL},
    {"get_account", "GET", "/account", NULL, 200, NULL, NULL},
    {"get_api_key", "GET", "/apikeys/{api_Key}", NULL, 200, get_api_key_places, NULL},
    {"get_api_keys", "GET", "/apikeys", NULL, 200, get_api_keys_places, get_api_keys_out_places},
    {"get_authorizer", "GET", "/restapis/{restapi_id}/authorizers/{authorizer_id}", NULL, 200,
     get_authorizer_places, NULL},
    {"get_authorizers", "GET", "/restapis/{restapi_id}/authorizers", NULL, 200,
     get_authorizers_places, get_authorizers_out_places},
    {"get_base_path_mapping", "GET", "/domainnames/{domain_name}/basepathmappings/{base_path}",
     NULL, 200, get_base_path_mapping_places, NULL},
    {"get_base_path_mappings", "GET", "/domainnames/{domain_name}/basepathmappings", NULL, 200,
     get_base_path_mappings_places, get_base_path_mappings_out_places},
    {"get_deployment", "GET", "/restapis/{restapi_id}/deployments/{deployment_id}", NULL, 200,
     get_deployment_places, NULL},
    {"get_deployments", "GET", "/restapis/{restapi_id}/deployments", NULL, 200,
     get_deployments_places, get_deployments_out_places},
    {"get_documentation_part", "GET", "/restapis/{restapi_id}/documentation/parts/{part_id}", NULL,
     200, get_documentation_part_places, NULL},
    {"get_documentation_parts", "GET", "/restapis/{restapi_id}/documentation/parts", NULL, 200,
     get_documentation_parts_places, get_documentation_parts_out_places},
    {"get_domain_name", "GET", "/domainnames/{domain_name}", NULL, 200, get_domain_name_places,
     NULL},
    {"get_domain_names", "GET", "/domainnames", NULL, 200, get_domain_names_places,
     get_domain_names_out_places},
    {"get_gateway_response", "GET", "/restapis/{restapi_id}/gatewayresponses/{response_type}", NULL,
     200, get_gateway_response_places, NULL},
    {"get_gateway_responses", "GET", "/restapis/{restapi_id}/gatewayresponses", NULL, 200,
     get_gateway_responses_places, get_gateway_responses_out_places},
    {"get_integration", "GET",
     "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration", NULL, 200,
     get_integration_places, NULL},
    {"get_integration_response", "GET",
     "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration/responses/"
     "{status_code}",
     NULL, 200, get_integration_response_places, NULL},
    {"get_method", "GET", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}",
     NULL, 200, get_method_places, NULL},
    {"get_method_response", "GET",
     "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/responses/{status_code}",
     NULL, 200, get_method_response_places, NULL},
    {"get_model", "GET", "/restapis/{restapi_id}/models/{model_name}", NULL, 200, get_model_places,
     NULL},
    {"get_models", "GET", "/restapis/{restapi_id}/models", NULL, 200, get_models_places,
     get_models_out_places},
    {"get_request_validator", "GET",
     "/restapis/{restapi_id}/requestvalidators/{requestvalidator_id}", NULL, 200,
     get_request_validator_places, NULL},
    {"get_request_validators", "GET", "/restapis/{restapi_id}/requestvalidators", NULL, 200,
     get_request_validators_places, get_request_validators_out_places},
    {"get_resource", "GET", "/restapis/{restapi_id}/resources/{resource_id}", NULL, 200,
     get_resource_places, NULL},
    {"get_resources", "GET", "/restapis/{restapi_id}/resources", NULL, 200, get_resources_places,
     get_resources_out_places},
    {"get_rest_api", "GET", "/restapis/{restapi_id}", NULL, 200, get_rest_api_places, NULL},
    {"get_rest_apis", "GET", "/restapis", NULL, 200, get_rest_apis_places,
     get_rest_apis_out_places},
    {"get_stage", "GET", "/restapis/{restapi_id}/stages/{stage_name}", NULL, 200, get_stage_places,
     NULL},
    {"get_stages", "GET", "/restapis/{restapi_id}/stages", NULL, 200, get_stages_places, NULL},
    {"get_tags", "GET", "/tags/{resource_arn}", NULL, 200, get_tags_places, NULL},
    {"get_usage_plan", "GET", "/usageplans/{usageplanId}", NULL, 200, get_usage_plan_places, NULL},
    {"get_usage_plan_key", "GET", "/usageplans/{usageplanId}/keys/{keyId}", NULL, 200,
     get_usage_plan_key_places, NULL},
    {"get_usage_plan_keys", "GET", "/usageplans/{usageplanId}/keys", NULL, 200,
     get_usage_plan_keys_places, get_usage_plan_keys_out_places},
    {"get_usage_plans", "GET", "/usageplans", NULL, 200, get_usage_plans_places,
     get_usage_plans_out_places},
    {"import_rest_api", "POST", "/restapis", "mode=import", 201, import_rest_api_places, NULL},
    {"put_gateway_response", "PUT", "/restapis/{restapi_id}/gatewayresponses/{response_type}", NULL,
     201, put_gateway_response_places, NULL},
    {"put_integration", "PUT",
     "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration", NULL, 201,
     put_integration_places, NULL},
    {"put_integration_response", "PUT",
     "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration/responses/"
     "{status_code}",
     NULL, 201, put_integration_response_places, NULL},
    {"put_method", "PUT", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}",
     NULL, 201, put_method_places, NULL},
    {"put_method_response", "PUT",
     "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/responses/{status_code}",
     NULL, 201, put_method_response_places, NULL},
    {"put_rest_api", "PUT", "/restapis/{restapi_id}", NULL, 200, put_rest_api_places, NULL},
    {"tag_resource", "PUT", "/tags/{resource_arn}", NULL, 204, tag_resource_places, NULL},
    {"untag_resource", "DELETE", "/tags/{resource_arn}", NULL, 204, untag_resource_places, NULL},
    {"update_account", "PATCH", "/account", NULL, 200, NULL, NULL},
    {"update_api_key", "PATCH", "/apikeys/{api_Key}", NULL, 200, update_api_key_places, NULL},
    {"update_authorizer", "PATCH", "/restapis/{restapi_id}/authorizers/{authorizer_id}", NULL, 200,
     update_authorizer_places, NULL},
    {"update_deployment", "PATCH", "/restapis/{restapi_id}/deployments/{deployment_id}", NULL, 200,
     update_deployment_places, NULL},
    {"update_documentation_part", "PATCH", "/restapis/{restapi_id}/documentation/parts/{part_id}",
     NULL, 200, update_documentation_part_places, NULL},
    {"update_gateway_response", "PATCH", "/restapis/{restapi_id}/gatewayresponses/{response_type}",
     NULL, 200, update_gateway_response_places, NULL},
    {"update_integration", "PATCH",
     "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration", NULL, 200,
     update_integration_places, NULL},
    {"update_integration_response", "PATCH",
     "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration/responses/"
     "{status_code}",
     NULL, 200, update_integration_response_places, NULL},
    {"update_method", "PATCH",
     "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}", NULL, 200,
     update_method_places, NULL},
    {"update_method_response", "PATCH",
     "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/responses/{status_code}",
     NULL, 201, update_method_response_places, NULL},
    {"update_model", "PATCH", "/restapis/{restapi_id}/models/{model_name}", NULL, 200,
     update_model_places, NULL},
    {"update_request_validator", "PATCH",
     "/restapis/{restapi_id}/requestvalidators/{requestvalidator_id}", NULL, 200,
     update_request_validator_places, NULL},
    {"update_resource", "PATCH", "/restapis/{restapi_id}/resources/{resource_id}", NULL, 200,
     update_resource_places, NULL},
    {"update_rest_api", "PATCH", "/restapis/{restapi_id}", NULL, 200, update_rest_api_places, NULL},
    {"update_stage", "PATCH", "/restapis/{restapi_id}/stages/{stage_name}", NULL, 200,
     update_stage_places, NULL},
    {"update_usage_plan", "PATCH", "/usageplans/{usageplanId}", NULL, 200, update_usage_plan_places,
     NULL}};
