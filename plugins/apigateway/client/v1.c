/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Operations of apigateway. */
#include "client/ops.h"

#include <slrun/table.h>

#include "client/wire.h"

static const char *const absent[] = {"NotFoundException", NULL};
static const struct slrun_param stage_key_in[] = {{"restApiId", S_STRING, 0, "Id of the REST API."},
                                                  {"stageName", S_STRING, 0, "Name of the stage."},
                                                  {.name = NULL}};

static const struct slrun_shape shape_structure_stage_key_in = S_STRUCTURE(stage_key_in);

static const struct slrun_shape shape_string = S_STRING;

static const struct slrun_param create_api_key_params[] = {
    {"name", S_STRING, 0, "The key's name; several keys may have the same."},
    {"description", S_STRING, 0, "What it is or is for, in one's own words."},
    {"enabled", S_BOOLEAN, 0, "Whether requests may use the key; false unless given."},
    {"value", S_STRING, SLRUN_SECRET,
     "What requests send as x-api-key, 20 to 128 characters; made up unless given."},
    {"stageKeys", S_LIST(shape_structure_stage_key_in), 0,
     "Stages that the key opens without a usage plan: an old way, without effect with plans."},
    {"customerId", S_STRING, 0,
     "The customer's id at AWS Marketplace or in a system of one's own."},
    {"tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters and not with \"aws:\" at its beginning, a "
     "value at most 256."},
    {.name = NULL}};

static const struct slrun_param api_key_out[] = {
    {"id", S_STRING, 0, "Id of the key, not its value; ten letters and digits."},
    {"value", S_STRING, SLRUN_SECRET,
     "What requests send as x-api-key; told if includeValue asks for it."},
    {"name", S_STRING, 0, "The key's name; several keys may have the same."},
    {"customerId", S_STRING, 0,
     "The customer's id at AWS Marketplace or in a system of one's own."},
    {"description", S_STRING, 0, "What it is or is for, in one's own words."},
    {"enabled", S_BOOLEAN, 0, "Whether requests may use the key."},
    {"createdDate", S_TIMESTAMP, 0, "When it was made."},
    {"lastUpdatedDate", S_TIMESTAMP, 0, "When it was last changed."},
    {"stageKeys", S_LIST(shape_string), 0,
     "Stages that the key opens without a usage plan, each as \"restApiId/stageName\"."},
    {"tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters and not with \"aws:\" at its beginning, a "
     "value at most 256."},
    {.name = NULL}};

static const char *const words_authorizer_type[] = {"TOKEN", "REQUEST", "COGNITO_USER_POOLS", "JWT",
                                                    NULL};
static const char *const words_jwt_claim_format[] = {"SINGLE_STRING", NULL};
static const struct slrun_param jwt_additional_claim_in[] = {
    {"claimName", S_STRING, SLRUN_REQUIRED,
     "The claim's name; not iss, aud, exp, nbf, iat, scope or scp."},
    {"format", S_WORD(words_jwt_claim_format), SLRUN_REQUIRED,
     "What the claim's value is: SINGLE_STRING, the only one there is."},
    {"required", S_BOOLEAN, 0, "Whether a token needs the claim; false unless given."},
    {"expectedValues", S_LIST(shape_string), 0,
     "What the claim may be, letter by letter; none: it only has to be there."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_jwt_additional_claim_in =
    S_STRUCTURE(jwt_additional_claim_in);

static const struct slrun_param jwt_issuer_input_in[] = {
    {"issuer", S_STRING, SLRUN_REQUIRED,
     "URL of the OpenID Connect issuer, https, equal to a token's iss letter by letter."},
    {"audiences", S_LIST(shape_string), SLRUN_REQUIRED,
     "What a token's aud may be: one of them has to be in it."},
    {"additionalClaims", S_LIST(shape_structure_jwt_additional_claim_in), 0,
     "Claims that a token must have besides the issuer's and the audience's; each name once."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_jwt_issuer_input_in =
    S_STRUCTURE(jwt_issuer_input_in);

static const char *const words_jwt_signing_algorithm[] = {"RS256", "RS384", "RS512", "ES256",
                                                          "ES384", "ES512", NULL};
static const struct slrun_shape shape_word_words_jwt_signing_algorithm =
    S_WORD(words_jwt_signing_algorithm);

static const struct slrun_param jwt_configuration_input_in[] = {
    {"issuers", S_LIST(shape_structure_jwt_issuer_input_in), SLRUN_REQUIRED,
     "Issuers whose tokens are accepted; each URL once."},
    {"defaultAlgorithms", S_LIST(shape_word_words_jwt_signing_algorithm), SLRUN_REQUIRED,
     "How tokens may be signed, for every issuer: RS256, RS384, RS512, ES256, ES384, ES512."},
    {.name = NULL}};

static const struct slrun_param create_authorizer_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"name", S_STRING, SLRUN_REQUIRED,
     "The authorizer's name, once within its API; 1 to 128 characters."},
    {"type", S_WORD(words_authorizer_type), SLRUN_REQUIRED,
     "TOKEN (function, one header), REQUEST (function, whole request), COGNITO_USER_POOLS or JWT."},
    {"providerARNs", S_LIST(shape_string), 0,
     "ARNs of the Cognito user pools; for COGNITO_USER_POOLS only."},
    {"authType", S_STRING, 0,
     "Any word of one's own, for imports and exports of OpenAPI; it has no effect."},
    {"authorizerUri", S_STRING, 0,
     "The function: "
     "arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION_ARN/invocations."},
    {"authorizerCredentials", S_STRING, 0,
     "ARN of the role with which the function is invoked; absent: the function's own policy allows "
     "it."},
    {"identitySource", S_STRING, 0,
     "Where the token is: \"method.request.header.NAME\"; of REQUEST authorizers several, split by "
     "commas."},
    {"identityValidationExpression", S_STRING, 0,
     "Regular expression for the token (TOKEN) or its aud (COGNITO_USER_POOLS); no match: 401."},
    {"authorizerResultTtlInSeconds", S_INTEGER, 0,
     "Seconds for which an answer is kept and used again, 0 (never) to 3,600; 300 unless given."},
    {"jwtConfiguration", S_STRUCTURE(jwt_configuration_input_in), 0,
     "Issuers, audiences and algorithms of a JWT authorizer; no other kind has it."},
    {.name = NULL}};

static const struct slrun_param jwt_additional_claim_out[] = {
    {"claimName", S_STRING, 0, "The claim's name; not iss, aud, exp, nbf, iat, scope or scp."},
    {"format", S_STRING, 0, "What the claim's value is: SINGLE_STRING, the only one there is."},
    {"required", S_BOOLEAN, 0, "Whether a token needs the claim; false unless given."},
    {"expectedValues", S_LIST(shape_string), 0,
     "What the claim may be, letter by letter; none: it only has to be there."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_jwt_additional_claim_out =
    S_STRUCTURE(jwt_additional_claim_out);

static const struct slrun_param jwt_issuer_out[] = {
    {"issuer", S_STRING, 0,
     "URL of the OpenID Connect issuer, https, equal to a token's iss letter by letter."},
    {"audiences", S_LIST(shape_string), 0,
     "What a token's aud may be: one of them has to be in it."},
    {"additionalClaims", S_LIST(shape_structure_jwt_additional_claim_out), 0,
     "Claims that a token must have besides the issuer's and the audience's; each name once."},
    {"jwksUri", S_STRING, 0,
     "URL of the issuer's keys, which API Gateway found at the issuer; it cannot be set."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_jwt_issuer_out = S_STRUCTURE(jwt_issuer_out);

static const struct slrun_param jwt_configuration_out[] = {
    {"issuers", S_LIST(shape_structure_jwt_issuer_out), 0,
     "Issuers whose tokens are accepted; each URL once."},
    {"defaultAlgorithms", S_LIST(shape_string), 0,
     "How tokens may be signed, for every issuer: RS256, RS384, RS512, ES256, ES384, ES512."},
    {.name = NULL}};

static const struct slrun_param authorizer_out[] = {
    {"id", S_STRING, 0, "Id that API Gateway gave it."},
    {"name", S_STRING, 0, "The authorizer's name."},
    {"type", S_STRING, 0,
     "TOKEN (function, one header), REQUEST (function, whole request), COGNITO_USER_POOLS or JWT."},
    {"providerARNs", S_LIST(shape_string), 0,
     "ARNs of the Cognito user pools; for COGNITO_USER_POOLS only."},
    {"authType", S_STRING, 0,
     "Any word of one's own, for imports and exports of OpenAPI; it has no effect."},
    {"authorizerUri", S_STRING, 0,
     "The function: "
     "arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION_ARN/invocations."},
    {"authorizerCredentials", S_STRING, 0,
     "ARN of the role with which the function is invoked; absent: the function's own policy allows "
     "it."},
    {"identitySource", S_STRING, 0,
     "Where the token is: \"method.request.header.NAME\"; of REQUEST authorizers several, split by "
     "commas."},
    {"identityValidationExpression", S_STRING, 0,
     "Regular expression for the token (TOKEN) or its aud (COGNITO_USER_POOLS); no match: 401."},
    {"authorizerResultTtlInSeconds", S_INTEGER, 0,
     "Seconds for which an answer is kept and used again, 0 (never) to 3,600; 300 unless given."},
    {"jwtConfiguration", S_STRUCTURE(jwt_configuration_out), 0,
     "Issuers, audiences and algorithms of a JWT authorizer; no other kind has it."},
    {.name = NULL}};

static const struct ag_place create_authorizer_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                           {.name = NULL}};

static const struct slrun_param create_base_path_mapping_params[] = {
    {"domainName", S_STRING, SLRUN_REQUIRED, "The custom domain name, as \"api.example.com\"."},
    {"domainNameId", S_STRING, 0,
     "Id that tells private domain names of one name apart; only for private ones."},
    {"basePath", S_STRING, 0,
     "First part of the path after the domain name that leads to the API; \"(none)\" or absent: no "
     "such part."},
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"stage", S_STRING, 0,
     "Stage that requests go to; absent: its name is the next part of the path."},
    {.name = NULL}};

static const struct slrun_param base_path_mapping_out[] = {
    {"basePath", S_STRING, 0,
     "First part of the path after the domain name that leads to the API; \"(none)\": no such "
     "part."},
    {"restApiId", S_STRING, 0, "Id of the REST API."},
    {"stage", S_STRING, 0,
     "Stage that requests go to; absent: its name is the next part of the path."},
    {.name = NULL}};

static const struct ag_place create_base_path_mapping_places[] = {
    {"domainName", "domain_name", AG_LABEL},
    {"domainNameId", "domainNameId", AG_QUERY},
    {.name = NULL}};

static const char *const words_cache_cluster_size[] = {"0.5",  "1.6", "6.1", "13.5", "28.4",
                                                       "58.2", "118", "237", NULL};
static const struct slrun_param deployment_canary_settings_in[] = {
    {"percentTraffic", S_FLOAT, 0, "Percent of the requests that the canary gets, 0.0 to 100.0."},
    {"stageVariableOverrides", S_MAP(shape_string), 0,
     "Stage variables that are other or new in the canary."},
    {"useStageCache", S_BOOLEAN, 0,
     "Whether the canary uses the stage's cache; false unless given."},
    {.name = NULL}};

static const struct slrun_param create_deployment_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"stageName", S_STRING, 0,
     "Stage that the deployment is put on; it is made if there is none. Absent: on no stage."},
    {"stageDescription", S_STRING, 0,
     "What the stage is for, in one's own words; used if the stage is made, too."},
    {"description", S_STRING, 0, "What it is or is for, in one's own words."},
    {"cacheClusterEnabled", S_BOOLEAN, 0, "Whether the stage has a cache; false unless given."},
    {"cacheClusterSize", S_WORD(words_cache_cluster_size), 0,
     "GB that the stage's cache holds: 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 or 237."},
    {"variables", S_MAP(shape_string), 0,
     "Stage variables; names of letters, digits and \"_\", values of those and -.~:/?#&=,."},
    {"canarySettings", S_STRUCTURE(deployment_canary_settings_in), 0,
     "Makes the deployment a canary of the stage instead of its deployment; how it is set."},
    {"tracingEnabled", S_BOOLEAN, 0,
     "Whether AWS X-Ray gets traces of the stage's requests; false unless given."},
    {.name = NULL}};

static const struct slrun_param method_snapshot_out[] = {
    {"authorizationType", S_STRING, 0,
     "Who may call it: NONE (everyone), AWS_IAM, CUSTOM or COGNITO_USER_POOLS."},
    {"apiKeyRequired", S_BOOLEAN, 0,
     "Whether a request needs a valid API key in x-api-key; false unless given."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_method_snapshot_out =
    S_STRUCTURE(method_snapshot_out);

static const struct slrun_shape shape_map_shape_structure_method_snapshot_out =
    S_MAP(shape_structure_method_snapshot_out);

static const struct slrun_param deployment_out[] = {
    {"id", S_STRING, 0, "Id that API Gateway gave it."},
    {"description", S_STRING, 0, "What it is or is for, in one's own words."},
    {"createdDate", S_TIMESTAMP, 0, "When it was made."},
    {"apiSummary", S_MAP(shape_map_shape_structure_method_snapshot_out), 0,
     "Methods of the API as it was deployed, by path and HTTP method; only with embed "
     "\"apisummary\"."},
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
    {"type", S_WORD(words_documentation_part_type), SLRUN_REQUIRED,
     "What is documented: API, RESOURCE, METHOD, RESPONSE, MODEL, AUTHORIZER or one of their "
     "parts."},
    {"path", S_STRING, 0,
     "Path of the resource that is documented; \"/\", the default, is the root."},
    {"method", S_STRING, 0, "HTTP method of what is documented; \"*\", the default, is any."},
    {"statusCode", S_STRING, 0,
     "HTTP status of the answer that is documented; \"*\", the default, is any."},
    {"name", S_STRING, 0,
     "Name of the parameter, header, model or authorizer; no other type has one."},
    {.name = NULL}};

static const struct slrun_param create_documentation_part_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"location", S_STRUCTURE(documentation_part_location_in), SLRUN_REQUIRED,
     "What it documents: a type, and the path, method, status code and name that the type needs."},
    {"properties", S_STRING, SLRUN_REQUIRED,
     "What is said of it: OpenAPI's fields as a JSON text, as \"{\"description\": \"...\"}\"."},
    {.name = NULL}};

static const struct slrun_param documentation_part_location_out[] = {
    {"type", S_STRING, 0,
     "What is documented: API, RESOURCE, METHOD, RESPONSE, MODEL, AUTHORIZER or one of their "
     "parts."},
    {"path", S_STRING, 0,
     "Path of the resource that is documented; \"/\", the default, is the root."},
    {"method", S_STRING, 0, "HTTP method of what is documented; \"*\", the default, is any."},
    {"statusCode", S_STRING, 0,
     "HTTP status of the answer that is documented; \"*\", the default, is any."},
    {"name", S_STRING, 0,
     "Name of the parameter, header, model or authorizer; no other type has one."},
    {.name = NULL}};

static const struct slrun_param documentation_part_out[] = {
    {"id", S_STRING, 0, "Id that API Gateway gave it."},
    {"location", S_STRUCTURE(documentation_part_location_out), 0,
     "What it documents: a type, and the path, method, status code and name that the type needs."},
    {"properties", S_STRING, 0,
     "What is said of it: OpenAPI's fields as a JSON text, as \"{\"description\": \"...\"}\"."},
    {.name = NULL}};

static const struct ag_place create_documentation_part_places[] = {
    {"restApiId", "restapi_id", AG_LABEL}, {.name = NULL}};

static const char *const words_endpoint_type[] = {"REGIONAL", "EDGE", "PRIVATE", NULL};
static const struct slrun_shape shape_word_words_endpoint_type = S_WORD(words_endpoint_type);

static const char *const words_ip_address_type[] = {"ipv4", "dualstack", NULL};
static const struct slrun_param endpoint_configuration_in[] = {
    {"types", S_LIST(shape_word_words_endpoint_type), 0,
     "Kind of endpoint, a list of one: EDGE (through CloudFront), REGIONAL or PRIVATE (from VPCs "
     "only)."},
    {"ipAddressType", S_WORD(words_ip_address_type), 0,
     "ipv4 (IPv4 only) or dualstack (IPv4 and IPv6); a PRIVATE endpoint has dualstack."},
    {"vpcEndpointIds", S_LIST(shape_string), 0,
     "Ids of VPC endpoints for which the API gets DNS names; with type PRIVATE only."},
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
    {"truststoreUri", S_STRING, 0,
     "Truststore with the certificates that callers may have: \"s3://BUCKET/KEY\"."},
    {"truststoreVersion", S_STRING, 0,
     "Version id of the truststore's object; the bucket needs versioning."},
    {.name = NULL}};

static const char *const words_routing_mode[] = {"BASE_PATH_MAPPING_ONLY", "ROUTING_RULE_ONLY",
                                                 "ROUTING_RULE_THEN_BASE_PATH_MAPPING", NULL};
static const struct slrun_param create_domain_name_params[] = {
    {"domainName", S_STRING, SLRUN_REQUIRED, "The custom domain name, as \"api.example.com\"."},
    {"certificateName", S_STRING, 0,
     "A name of one's own for the certificate of an edge-optimized or private domain name."},
    {"certificateBody", S_STRING, 0,
     "The server's certificate as PEM, for an edge-optimized name. Deprecated: give "
     "certificateArn."},
    {"certificatePrivateKey", S_STRING, SLRUN_SECRET,
     "PEM of the private key of certificateBody. Deprecated: give certificateArn."},
    {"certificateChain", S_STRING, 0,
     "PEM of the certificates between certificateBody and its root, without blank lines. "
     "Deprecated."},
    {"certificateArn", S_STRING, 0,
     "ARN of the ACM certificate of an edge-optimized or private domain name."},
    {"regionalCertificateName", S_STRING, 0,
     "A name of one's own for the certificate of a regional domain name."},
    {"regionalCertificateArn", S_STRING, 0,
     "ARN of the ACM certificate of a regional domain name."},
    {"endpointConfiguration", S_STRUCTURE(endpoint_configuration_in), 0,
     "Kind of endpoint and kinds of IP address; EDGE and ipv4 unless given."},
    {"tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters and not with \"aws:\" at its beginning, a "
     "value at most 256."},
    {"securityPolicy", S_WORD(words_security_policy), 0,
     "Oldest TLS version, and ciphers, that callers may use."},
    {"endpointAccessMode", S_WORD(words_endpoint_access_mode), 0,
     "How closely a request's host name is checked: BASIC or STRICT; with SecurityPolicy_TLS... "
     "only."},
    {"mutualTlsAuthentication", S_STRUCTURE(mutual_tls_authentication_input_in), 0,
     "Makes callers show a certificate: where the truststore is that it is checked against."},
    {"ownershipVerificationCertificateArn", S_STRING, 0,
     "ARN of a public ACM certificate that proves the name is yours; for mutual TLS with another's "
     "certificate."},
    {"policy", S_STRING, 0,
     "Resource policy, a JSON text, that says who may call; private domain names only."},
    {"routingMode", S_WORD(words_routing_mode), 0,
     "What chooses the API: BASE_PATH_MAPPING_ONLY (the default), ROUTING_RULE_ONLY or both, rules "
     "first."},
    {.name = NULL}};

static const struct slrun_param endpoint_configuration_out[] = {
    {"types", S_LIST(shape_string), 0,
     "Kind of endpoint, a list of one: EDGE (through CloudFront), REGIONAL or PRIVATE (from VPCs "
     "only)."},
    {"ipAddressType", S_STRING, 0,
     "ipv4 (IPv4 only) or dualstack (IPv4 and IPv6); a PRIVATE endpoint has dualstack."},
    {"vpcEndpointIds", S_LIST(shape_string), 0,
     "Ids of VPC endpoints for which the API gets DNS names; with type PRIVATE only."},
    {.name = NULL}};

static const struct slrun_param mutual_tls_authentication_out[] = {
    {"truststoreUri", S_STRING, 0,
     "Truststore with the certificates that callers may have: \"s3://BUCKET/KEY\"."},
    {"truststoreVersion", S_STRING, 0,
     "Version id of the truststore's object; the bucket needs versioning."},
    {"truststoreWarnings", S_LIST(shape_string), 0,
     "What is wrong with certificates of the truststore, whose callers then cannot connect."},
    {.name = NULL}};

static const struct slrun_param domain_name_out[] = {
    {"domainName", S_STRING, 0, "The custom domain name, as \"api.example.com\"."},
    {"domainNameId", S_STRING, 0,
     "Id that tells private domain names of one name apart; only for private ones."},
    {"domainNameArn", S_STRING, 0, "ARN of the custom domain name."},
    {"certificateName", S_STRING, 0,
     "A name of one's own for the certificate of an edge-optimized or private domain name."},
    {"certificateArn", S_STRING, 0,
     "ARN of the ACM certificate of an edge-optimized or private domain name."},
    {"certificateUploadDate", S_TIMESTAMP, 0,
     "When the certificate of the edge-optimized or private name was given."},
    {"regionalDomainName", S_STRING, 0,
     "API Gateway's name to which DNS has to point for a regional name."},
    {"regionalHostedZoneId", S_STRING, 0,
     "Route 53 zone of regionalDomainName; each region has its own."},
    {"regionalCertificateName", S_STRING, 0,
     "A name of one's own for the certificate of a regional domain name."},
    {"regionalCertificateArn", S_STRING, 0,
     "ARN of the ACM certificate of a regional domain name."},
    {"distributionDomainName", S_STRING, 0,
     "CloudFront's name to which DNS has to point for an edge-optimized name."},
    {"distributionHostedZoneId", S_STRING, 0,
     "Route 53 zone of distributionDomainName: Z2FDTNDATAQYW2 in every region."},
    {"endpointConfiguration", S_STRUCTURE(endpoint_configuration_out), 0,
     "Kind of endpoint, kinds of IP address and VPC endpoints."},
    {"domainNameStatus", S_STRING, 0,
     "AVAILABLE, UPDATING (no other change now), PENDING, PENDING_..., or FAILED."},
    {"domainNameStatusMessage", S_STRING, 0, "What AWS says of domainNameStatus."},
    {"securityPolicy", S_STRING, 0,
     "Oldest TLS version, and ciphers, that callers may use: TLS_1_0, TLS_1_2, "
     "SecurityPolicy_TLS...."},
    {"endpointAccessMode", S_STRING, 0,
     "How closely a request's host name is checked: BASIC or STRICT; with SecurityPolicy_TLS... "
     "only."},
    {"tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters and not with \"aws:\" at its beginning, a "
     "value at most 256."},
    {"mutualTlsAuthentication", S_STRUCTURE(mutual_tls_authentication_out), 0,
     "Makes callers show a certificate: where the truststore is that it is checked against."},
    {"ownershipVerificationCertificateArn", S_STRING, 0,
     "ARN of a public ACM certificate that proves the name is yours; for mutual TLS with another's "
     "certificate."},
    {"managementPolicy", S_STRING, 0,
     "Policy (JSON) on who may link VPC endpoints to the name; private domain names only."},
    {"policy", S_STRING, 0,
     "Resource policy, a JSON text, that says who may call; private domain names only."},
    {"routingMode", S_STRING, 0,
     "What chooses the API: BASE_PATH_MAPPING_ONLY (the default), ROUTING_RULE_ONLY or both, rules "
     "first."},
    {.name = NULL}};

static const struct slrun_param create_model_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"name", S_STRING, SLRUN_REQUIRED,
     "The model's name, letters and digits, once within its API."},
    {"description", S_STRING, 0, "What it is or is for, in one's own words."},
    {"schema", S_STRING, 0, "JSON schema (draft 4) as a text; 400 KB at most."},
    {"contentType", S_STRING, SLRUN_REQUIRED,
     "Content type of the bodies that the model describes, as \"application/json\"."},
    {.name = NULL}};

static const struct slrun_param model_out[] = {
    {"id", S_STRING, 0, "Id that API Gateway gave it."},
    {"name", S_STRING, 0, "The model's name, by which methods refer to it."},
    {"description", S_STRING, 0, "What it is or is for, in one's own words."},
    {"schema", S_STRING, 0, "JSON schema (draft 4) as a text; 400 KB at most."},
    {"contentType", S_STRING, 0,
     "Content type of the bodies that the model describes, as \"application/json\"."},
    {.name = NULL}};

static const struct ag_place create_model_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                      {.name = NULL}};

static const struct slrun_param create_request_validator_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"name", S_STRING, 0, "The request validator's name."},
    {"validateRequestBody", S_BOOLEAN, 0,
     "Whether bodies are checked by the method's models; false unless given."},
    {"validateRequestParameters", S_BOOLEAN, 0,
     "Whether required parameters have to be there; false unless given."},
    {.name = NULL}};

static const struct slrun_param request_validator_out[] = {
    {"id", S_STRING, 0, "Id that API Gateway gave it."},
    {"name", S_STRING, 0, "The request validator's name."},
    {"validateRequestBody", S_BOOLEAN, 0,
     "Whether bodies are checked by the method's models; false unless given."},
    {"validateRequestParameters", S_BOOLEAN, 0,
     "Whether required parameters have to be there; false unless given."},
    {.name = NULL}};

static const struct ag_place create_request_validator_places[] = {
    {"restApiId", "restapi_id", AG_LABEL}, {.name = NULL}};

static const struct slrun_param create_resource_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"parentId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource one part of the path above; the root has none."},
    {"pathPart", S_STRING, SLRUN_REQUIRED,
     "Last part of the path: \"pets\", \"{id}\", or \"{proxy+}\" for all that follows."},
    {.name = NULL}};

static const struct slrun_shape shape_boolean = S_BOOLEAN;

static const struct slrun_param method_response_out[] = {
    {"statusCode", S_STRING, 0, "HTTP status as a string: \"200\"."},
    {"responseParameters", S_MAP(shape_boolean), 0,
     "Headers, as \"method.response.header.NAME\"; the value says whether it is required."},
    {"responseModels", S_MAP(shape_string), 0, "Name of the model of the body, by content type."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_method_response_out =
    S_STRUCTURE(method_response_out);

static const struct slrun_param integration_response_out[] = {
    {"statusCode", S_STRING, 0, "HTTP status as a string: \"200\"."},
    {"selectionPattern", S_STRING, 0,
     "Regular expression for the status code, or for a function's error message; absent: the "
     "default answer."},
    {"responseParameters", S_MAP(shape_string), 0,
     "What the answer gets, as \"method.response.header.X\": \"integration.response.header.Y\" or "
     "\"'constant'\"."},
    {"responseTemplates", S_MAP(shape_string), 0,
     "VTL templates that make the answer's body, by content type."},
    {"contentHandling", S_STRING, 0,
     "What the answer's body becomes: CONVERT_TO_BINARY or CONVERT_TO_TEXT (base64); absent: as it "
     "is."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_integration_response_out =
    S_STRUCTURE(integration_response_out);

static const struct slrun_param tls_config_out[] = {
    {"insecureSkipVerification", S_BOOLEAN, 0,
     "Whether any certificate of the backend will do, whoever signed it; HTTP and HTTP_PROXY "
     "only."},
    {.name = NULL}};

static const struct slrun_param integration_out[] = {
    {"type", S_STRING, 0,
     "AWS, AWS_PROXY (a function that gets the request), HTTP, HTTP_PROXY or MOCK (no backend)."},
    {"httpMethod", S_STRING, 0,
     "HTTP method with which the backend is called; POST for functions."},
    {"uri", S_STRING, 0,
     "The backend: a URL, or \"arn:aws:apigateway:REGION:SERVICE:path/...\" or \":action/...\"; "
     "functions as authorizerUri."},
    {"connectionType", S_STRING, 0,
     "How the backend is reached: INTERNET (the default) or VPC_LINK (it is inside a VPC)."},
    {"connectionId", S_STRING, 0, "Id of the VPC link; only with connectionType VPC_LINK."},
    {"credentials", S_STRING, 0,
     "ARN of the role with which AWS is called; \"arn:aws:iam::*:user/*\": the caller's; none: its "
     "policy allows it."},
    {"requestParameters", S_MAP(shape_string), 0,
     "What the backend gets, as \"integration.request.header.X\": \"method.request.header.Y\" or "
     "\"'constant'\"."},
    {"requestTemplates", S_MAP(shape_string), 0,
     "VTL templates that make the backend's body, by content type of the request."},
    {"passthroughBehavior", S_STRING, 0,
     "Bodies without a template: WHEN_NO_MATCH (the default: as they are), WHEN_NO_TEMPLATES or "
     "NEVER (415)."},
    {"contentHandling", S_STRING, 0,
     "What a request's body becomes: CONVERT_TO_BINARY or CONVERT_TO_TEXT (base64); absent: as it "
     "is."},
    {"timeoutInMillis", S_INTEGER, 0,
     "Milliseconds that the backend has, 50 to 29,000, which is the default; more by a raised "
     "quota only."},
    {"cacheNamespace", S_STRING, 0,
     "Name under which answers are cached; the resource's id unless given. Those of one name "
     "share."},
    {"cacheKeyParameters", S_LIST(shape_string), 0,
     "Request parameters that tell cached answers apart, as \"method.request.path.id\"."},
    {"integrationResponses", S_MAP(shape_structure_integration_response_out), 0,
     "What answers of the backend become, by status code."},
    {"tlsConfig", S_STRUCTURE(tls_config_out), 0, "How the backend's certificate is checked."},
    {"responseTransferMode", S_STRING, 0,
     "How the answer goes on: BUFFERED (the default: at once, when whole) or STREAM (as it "
     "comes)."},
    {"integrationTarget", S_STRING, 0,
     "ARN of the load balancer (ALB or NLB) that gets the request; with connectionType VPC_LINK."},
    {.name = NULL}};

static const struct slrun_param method_out[] = {
    {"httpMethod", S_STRING, 0,
     "The method's HTTP method, as GET, or ANY for all that are not there."},
    {"authorizationType", S_STRING, 0,
     "Who may call it: NONE (everyone), AWS_IAM, CUSTOM, COGNITO_USER_POOLS or JWT."},
    {"authorizerId", S_STRING, 0,
     "Id of the authorizer that judges requests, if authorizationType is not NONE or AWS_IAM."},
    {"apiKeyRequired", S_BOOLEAN, 0,
     "Whether a request needs a valid API key in x-api-key; false unless given."},
    {"requestValidatorId", S_STRING, 0,
     "Id of the validator that checks requests first; absent: none does."},
    {"operationName", S_STRING, 0,
     "The operation's name for people, as \"ListPets\"; OpenAPI's operationId."},
    {"requestParameters", S_MAP(shape_boolean), 0,
     "Parameters, as \"method.request.querystring.NAME\" (path, header): true if required."},
    {"requestModels", S_MAP(shape_string), 0,
     "Name of the model of a body, by content type; \"$default\" is for any other."},
    {"methodResponses", S_MAP(shape_structure_method_response_out), 0,
     "Answers that the method has, by status code."},
    {"methodIntegration", S_STRUCTURE(integration_out), 0,
     "What the method's requests are sent to."},
    {"authorizationScopes", S_LIST(shape_string), 0,
     "OAuth scopes, one of which a token must have; with COGNITO_USER_POOLS or JWT."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_method_out = S_STRUCTURE(method_out);

static const struct slrun_param resource_out[] = {
    {"id", S_STRING, 0, "The resource's id, which methods are put under; not its path."},
    {"parentId", S_STRING, 0, "Id of the resource one part of the path above; the root has none."},
    {"pathPart", S_STRING, 0,
     "Last part of the path: \"pets\", \"{id}\", or \"{proxy+}\" for all that follows; \"\" for "
     "the root."},
    {"path", S_STRING, 0, "The resource's whole path, as \"/pets/{id}\"."},
    {"resourceMethods", S_MAP(shape_structure_method_out), 0,
     "The resource's methods, by HTTP method."},
    {.name = NULL}};

static const struct ag_place create_resource_places[] = {
    {"restApiId", "restapi_id", AG_LABEL}, {"parentId", "parent_id", AG_LABEL}, {.name = NULL}};

static const char *const words_api_key_source_type[] = {"HEADER", "AUTHORIZER", NULL};
static const struct slrun_param create_rest_api_params[] = {
    {"name", S_STRING, SLRUN_REQUIRED, "The API's name; several APIs may have the same."},
    {"description", S_STRING, 0, "What it is or is for, in one's own words."},
    {"version", S_STRING, 0, "A version of one's own, any text."},
    {"cloneFrom", S_STRING, 0, "Id of a REST API of which the new one is a copy."},
    {"binaryMediaTypes", S_LIST(shape_string), 0,
     "Content types whose bodies are bytes, as \"image/png\" or \"*/*\"; none unless given: all is "
     "UTF-8."},
    {"minimumCompressionSize", S_INTEGER, 0,
     "Bytes from which on bodies are compressed, 0 to 10,485,760; absent: none is."},
    {"apiKeySource", S_WORD(words_api_key_source_type), 0,
     "Where a request's API key is: HEADER (x-api-key, the default) or AUTHORIZER (what it says)."},
    {"endpointConfiguration", S_STRUCTURE(endpoint_configuration_in), 0,
     "Kind of endpoint, kinds of IP address and VPC endpoints; EDGE unless given."},
    {"policy", S_STRING, 0, "Resource policy of the API, a JSON text; says who may call it."},
    {"tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters and not with \"aws:\" at its beginning, a "
     "value at most 256."},
    {"disableExecuteApiEndpoint", S_BOOLEAN, 0,
     "Whether the default address is closed, so that callers need a domain name; false unless "
     "given."},
    {"securityPolicy", S_WORD(words_security_policy), 0,
     "Oldest TLS version, and ciphers, that callers may use."},
    {"endpointAccessMode", S_WORD(words_endpoint_access_mode), 0,
     "How closely a request's host name is checked: BASIC or STRICT; with SecurityPolicy_TLS... "
     "only."},
    {.name = NULL}};

static const struct slrun_param rest_api_out[] = {
    {"id", S_STRING, 0, "The API's id: ten letters and digits; the first part of its host name."},
    {"name", S_STRING, 0, "The API's name; several APIs may have the same."},
    {"description", S_STRING, 0, "What it is or is for, in one's own words."},
    {"createdDate", S_TIMESTAMP, 0, "When it was made."},
    {"version", S_STRING, 0, "A version of one's own, any text."},
    {"warnings", S_LIST(shape_string), 0, "What an import left out or did not understand."},
    {"binaryMediaTypes", S_LIST(shape_string), 0,
     "Content types whose bodies are bytes, as \"image/png\" or \"*/*\"; none unless given: all is "
     "UTF-8."},
    {"minimumCompressionSize", S_INTEGER, 0,
     "Bytes from which on bodies are compressed, 0 to 10,485,760; absent: none is."},
    {"apiKeySource", S_STRING, 0,
     "Where a request's API key is: HEADER (x-api-key, the default) or AUTHORIZER (what it says)."},
    {"endpointConfiguration", S_STRUCTURE(endpoint_configuration_out), 0,
     "Kind of endpoint, kinds of IP address and VPC endpoints."},
    {"policy", S_STRING, 0, "Resource policy of the API, a JSON text; says who may call it."},
    {"tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters and not with \"aws:\" at its beginning, a "
     "value at most 256."},
    {"disableExecuteApiEndpoint", S_BOOLEAN, 0,
     "Whether the default address is closed, so that callers need a domain name; false unless "
     "given."},
    {"rootResourceId", S_STRING, 0, "Id of the resource \"/\", the parent of the first ones."},
    {"securityPolicy", S_STRING, 0,
     "Oldest TLS version, and ciphers, that callers may use: TLS_1_0, TLS_1_2, "
     "SecurityPolicy_TLS...."},
    {"endpointAccessMode", S_STRING, 0,
     "How closely a request's host name is checked: BASIC or STRICT; with SecurityPolicy_TLS... "
     "only."},
    {"apiStatus", S_STRING, 0, "How the API stands: AVAILABLE, UPDATING, PENDING or FAILED."},
    {"apiStatusMessage", S_STRING, 0, "What AWS says of apiStatus."},
    {.name = NULL}};

static const struct slrun_param canary_settings_in[] = {
    {"percentTraffic", S_FLOAT, 0, "Percent of the requests that the canary gets, 0.0 to 100.0."},
    {"deploymentId", S_STRING, 0,
     "Id of the deployment that the canary's share of the requests gets."},
    {"stageVariableOverrides", S_MAP(shape_string), 0,
     "Stage variables that are other or new in the canary."},
    {"useStageCache", S_BOOLEAN, 0,
     "Whether the canary uses the stage's cache; false unless given."},
    {.name = NULL}};

static const struct slrun_param create_stage_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"stageName", S_STRING, SLRUN_REQUIRED,
     "Name of the stage, first part of its path: letters, digits, \"-\" and \"_\"; 128 characters "
     "at most."},
    {"deploymentId", S_STRING, SLRUN_REQUIRED,
     "Id of the deployment that the stage serves; it has to be the same API's."},
    {"description", S_STRING, 0, "What it is or is for, in one's own words."},
    {"cacheClusterEnabled", S_BOOLEAN, 0, "Whether the stage has a cache; false unless given."},
    {"cacheClusterSize", S_WORD(words_cache_cluster_size), 0,
     "GB that the stage's cache holds: 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 or 237."},
    {"variables", S_MAP(shape_string), 0,
     "Stage variables; names of letters, digits and \"_\", values of those and -.~:/?#&=,."},
    {"documentationVersion", S_STRING, 0,
     "Version of the API's documentation that belongs to the stage."},
    {"canarySettings", S_STRUCTURE(canary_settings_in), 0,
     "A second deployment that gets a share of the stage's requests."},
    {"tracingEnabled", S_BOOLEAN, 0,
     "Whether AWS X-Ray gets traces of the stage's requests; false unless given."},
    {"tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters and not with \"aws:\" at its beginning, a "
     "value at most 256."},
    {.name = NULL}};

static const struct slrun_param method_setting_out[] = {
    {"metricsEnabled", S_BOOLEAN, 0, "Whether CloudWatch gets metrics of each method."},
    {"loggingLevel", S_STRING, 0,
     "What is logged: OFF, ERROR (failed requests only) or INFO (all)."},
    {"dataTraceEnabled", S_BOOLEAN, 0,
     "Whether whole requests and answers are logged, secrets and all; for looking for faults."},
    {"throttlingBurstLimit", S_INTEGER, 0,
     "Most requests that may come at once before the rate counts."},
    {"throttlingRateLimit", S_FLOAT, 0, "Requests per second in the long run."},
    {"cachingEnabled", S_BOOLEAN, 0, "Whether answers are cached; the stage needs a cache for it."},
    {"cacheTtlInSeconds", S_INTEGER, 0,
     "Seconds for which an answer stays in the cache, 0 to 3,600; 300 by default."},
    {"cacheDataEncrypted", S_BOOLEAN, 0, "Whether answers are kept encrypted in the cache."},
    {"requireAuthorizationForCacheControl", S_BOOLEAN, 0,
     "Whether a request that empties the cache needs leave to do so."},
    {"unauthorizedCacheControlHeaderStrategy", S_STRING, 0,
     "To those without leave: FAIL_WITH_403, SUCCEED_WITH_ or SUCCEED_WITHOUT_RESPONSE_HEADER."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_method_setting_out =
    S_STRUCTURE(method_setting_out);

static const struct slrun_param access_log_settings_out[] = {
    {"format", S_STRING, 0,
     "One line of $context variables; $context.requestId or $context.extendedRequestId is one of "
     "them."},
    {"destinationArn", S_STRING, 0,
     "ARN of a log group, or of a Firehose stream whose name begins with \"amazon-apigateway-\"."},
    {.name = NULL}};

static const struct slrun_param canary_settings_out[] = {
    {"percentTraffic", S_FLOAT, 0, "Percent of the requests that the canary gets, 0.0 to 100.0."},
    {"deploymentId", S_STRING, 0,
     "Id of the deployment that the canary's share of the requests gets."},
    {"stageVariableOverrides", S_MAP(shape_string), 0,
     "Stage variables that are other or new in the canary."},
    {"useStageCache", S_BOOLEAN, 0,
     "Whether the canary uses the stage's cache; false unless given."},
    {.name = NULL}};

static const struct slrun_param stage_out[] = {
    {"deploymentId", S_STRING, 0, "Id of the deployment that the stage serves."},
    {"clientCertificateId", S_STRING, 0,
     "Id of the certificate that the stage shows to HTTP backends."},
    {"stageName", S_STRING, 0, "Name of the stage."},
    {"description", S_STRING, 0, "What it is or is for, in one's own words."},
    {"cacheClusterEnabled", S_BOOLEAN, 0, "Whether the stage has a cache; false unless given."},
    {"cacheClusterSize", S_STRING, 0,
     "GB that the stage's cache holds: 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 or 237."},
    {"cacheClusterStatus", S_STRING, 0,
     "How the cache stands: AVAILABLE, NOT_AVAILABLE, CREATE_, DELETE_ or FLUSH_IN_PROGRESS."},
    {"methodSettings", S_MAP(shape_structure_method_setting_out), 0,
     "Logging, limits and caching by path and method; \"*/*\" is for all methods of the stage."},
    {"variables", S_MAP(shape_string), 0,
     "Stage variables; names of letters, digits and \"_\", values of those and -.~:/?#&=,."},
    {"documentationVersion", S_STRING, 0,
     "Version of the API's documentation that belongs to the stage."},
    {"accessLogSettings", S_STRUCTURE(access_log_settings_out), 0,
     "Where the access log goes, and what a line of it holds."},
    {"canarySettings", S_STRUCTURE(canary_settings_out), 0,
     "A second deployment that gets a share of the stage's requests."},
    {"tracingEnabled", S_BOOLEAN, 0,
     "Whether AWS X-Ray gets traces of the stage's requests; false unless given."},
    {"webAclArn", S_STRING, 0, "ARN of the AWS WAF web ACL that guards the stage."},
    {"tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters and not with \"aws:\" at its beginning, a "
     "value at most 256."},
    {"createdDate", S_TIMESTAMP, 0, "When it was made."},
    {"lastUpdatedDate", S_TIMESTAMP, 0, "When it was last changed."},
    {.name = NULL}};

static const struct ag_place create_stage_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                      {.name = NULL}};

static const struct slrun_param throttle_settings_in[] = {
    {"burstLimit", S_INTEGER, 0,
     "Most requests that may come at once before the rate counts; a whole number."},
    {"rateLimit", S_FLOAT, 0, "Requests per second in the long run."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_throttle_settings_in =
    S_STRUCTURE(throttle_settings_in);

static const struct slrun_param api_stage_in[] = {
    {"apiId", S_STRING, 0, "Id of the API whose stage it is."},
    {"stage", S_STRING, 0, "Name of the stage."},
    {"throttle", S_MAP(shape_structure_throttle_settings_in), 0,
     "Rates of single methods, by path and method as \"/pets/GET\"."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_api_stage_in = S_STRUCTURE(api_stage_in);

static const char *const words_quota_period_type[] = {"DAY", "WEEK", "MONTH", NULL};
static const struct slrun_param quota_settings_in[] = {
    {"limit", S_INTEGER, 0, "Most requests of a period."},
    {"offset", S_INTEGER, 0,
     "Requests that the first period has less than the limit, for plans that begin in its middle."},
    {"period", S_WORD(words_quota_period_type), 0, "How long a quota counts: DAY, WEEK or MONTH."},
    {.name = NULL}};

static const struct slrun_param create_usage_plan_params[] = {
    {"name", S_STRING, SLRUN_REQUIRED, "The plan's name; several plans may have the same."},
    {"description", S_STRING, 0, "What it is or is for, in one's own words."},
    {"apiStages", S_LIST(shape_structure_api_stage_in), 0,
     "Stages that the plan covers, each by apiId and stage."},
    {"throttle", S_STRUCTURE(throttle_settings_in), 0,
     "How many requests each key may send a second; absent: no bound but the account's."},
    {"quota", S_STRUCTURE(quota_settings_in), 0,
     "How many requests a day, week or month each key has; absent: no bound."},
    {"tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters and not with \"aws:\" at its beginning, a "
     "value at most 256."},
    {.name = NULL}};

static const struct slrun_param throttle_settings_out[] = {
    {"burstLimit", S_INTEGER, 0,
     "Most requests that may come at once before the rate counts; a whole number."},
    {"rateLimit", S_FLOAT, 0, "Requests per second in the long run."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_throttle_settings_out =
    S_STRUCTURE(throttle_settings_out);

static const struct slrun_param api_stage_out[] = {
    {"apiId", S_STRING, 0, "Id of the API whose stage it is."},
    {"stage", S_STRING, 0, "Name of the stage."},
    {"throttle", S_MAP(shape_structure_throttle_settings_out), 0,
     "Rates of single methods, by path and method as \"/pets/GET\"."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_api_stage_out = S_STRUCTURE(api_stage_out);

static const struct slrun_param quota_settings_out[] = {
    {"limit", S_INTEGER, 0, "Most requests of a period."},
    {"offset", S_INTEGER, 0,
     "Requests that the first period has less than the limit, for plans that begin in its middle."},
    {"period", S_STRING, 0, "How long a quota counts: DAY, WEEK or MONTH."},
    {.name = NULL}};

static const struct slrun_param usage_plan_out[] = {
    {"id", S_STRING, 0, "Id that API Gateway gave it."},
    {"name", S_STRING, 0, "The plan's name; several plans may have the same."},
    {"description", S_STRING, 0, "What it is or is for, in one's own words."},
    {"apiStages", S_LIST(shape_structure_api_stage_out), 0,
     "Stages that the plan covers, each by apiId and stage."},
    {"throttle", S_STRUCTURE(throttle_settings_out), 0,
     "How many requests each key may send a second; absent: no bound but the account's."},
    {"quota", S_STRUCTURE(quota_settings_out), 0,
     "How many requests a day, week or month each key has; absent: no bound."},
    {"productCode", S_STRING, 0, "The plan's product code at AWS Marketplace."},
    {"tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters and not with \"aws:\" at its beginning, a "
     "value at most 256."},
    {.name = NULL}};

static const struct slrun_param create_usage_plan_key_params[] = {
    {"usagePlanId", S_STRING, SLRUN_REQUIRED, "Id of the usage plan."},
    {"keyId", S_STRING, SLRUN_REQUIRED, "Id of the API key."},
    {"keyType", S_STRING, SLRUN_REQUIRED,
     "What kind of key it is: API_KEY, the only one there is."},
    {.name = NULL}};

static const struct slrun_param usage_plan_key_out[] = {
    {"id", S_STRING, 0, "Id of the API key."},
    {"type", S_STRING, 0, "API_KEY, the only kind there is."},
    {"value", S_STRING, SLRUN_SECRET, "What requests send as x-api-key."},
    {"name", S_STRING, 0, "Name of the API key."},
    {.name = NULL}};

static const struct ag_place create_usage_plan_key_places[] = {
    {"usagePlanId", "usageplanId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param delete_api_key_params[] = {
    {"apiKey", S_STRING, SLRUN_REQUIRED, "Id of the API key, not its value."}, {.name = NULL}};

static const struct ag_place delete_api_key_places[] = {{"apiKey", "api_Key", AG_LABEL},
                                                        {.name = NULL}};

static const struct slrun_param delete_authorizer_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"authorizerId", S_STRING, SLRUN_REQUIRED, "Id of the authorizer."},
    {.name = NULL}};

static const struct ag_place delete_authorizer_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"authorizerId", "authorizer_id", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param delete_base_path_mapping_params[] = {
    {"domainName", S_STRING, SLRUN_REQUIRED, "The custom domain name, as \"api.example.com\"."},
    {"domainNameId", S_STRING, 0,
     "Id that tells private domain names of one name apart; only for private ones."},
    {"basePath", S_STRING, SLRUN_REQUIRED,
     "The mapping's base path; \"(none)\" for the empty one."},
    {.name = NULL}};

static const struct ag_place delete_base_path_mapping_places[] = {
    {"domainName", "domain_name", AG_LABEL},
    {"domainNameId", "domainNameId", AG_QUERY},
    {"basePath", "base_path", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param delete_deployment_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"deploymentId", S_STRING, SLRUN_REQUIRED, "Id of the deployment."},
    {.name = NULL}};

static const struct ag_place delete_deployment_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"deploymentId", "deployment_id", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param delete_documentation_part_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"documentationPartId", S_STRING, SLRUN_REQUIRED, "Id of the part of the documentation."},
    {.name = NULL}};

static const struct ag_place delete_documentation_part_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"documentationPartId", "part_id", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param delete_domain_name_params[] = {
    {"domainName", S_STRING, SLRUN_REQUIRED, "The custom domain name, as \"api.example.com\"."},
    {"domainNameId", S_STRING, 0,
     "Id that tells private domain names of one name apart; only for private ones."},
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
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"responseType", S_WORD(words_gateway_response_type), SLRUN_REQUIRED,
     "Which failure it answers, as MISSING_AUTHENTICATION_TOKEN; DEFAULT_4XX, DEFAULT_5XX: all the "
     "others."},
    {.name = NULL}};

static const struct ag_place delete_gateway_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"responseType", "response_type", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param delete_integration_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"resourceId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource, not its path; an API's rootResourceId and get_resources tell it."},
    {"httpMethod", S_STRING, SLRUN_REQUIRED,
     "The method's HTTP method, as GET, or ANY for all that are not there."},
    {.name = NULL}};

static const struct ag_place delete_integration_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                            {"resourceId", "resource_id", AG_LABEL},
                                                            {"httpMethod", "http_method", AG_LABEL},
                                                            {.name = NULL}};

static const struct slrun_param delete_integration_response_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"resourceId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource, not its path; an API's rootResourceId and get_resources tell it."},
    {"httpMethod", S_STRING, SLRUN_REQUIRED,
     "The method's HTTP method, as GET, or ANY for all that are not there."},
    {"statusCode", S_STRING, SLRUN_REQUIRED, "HTTP status as a string: \"200\"."},
    {.name = NULL}};

static const struct ag_place delete_integration_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"resourceId", "resource_id", AG_LABEL},
    {"httpMethod", "http_method", AG_LABEL},
    {"statusCode", "status_code", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param delete_method_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"resourceId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource, not its path; an API's rootResourceId and get_resources tell it."},
    {"httpMethod", S_STRING, SLRUN_REQUIRED,
     "The method's HTTP method, as GET, or ANY for all that are not there."},
    {.name = NULL}};

static const struct ag_place delete_method_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                       {"resourceId", "resource_id", AG_LABEL},
                                                       {"httpMethod", "http_method", AG_LABEL},
                                                       {.name = NULL}};

static const struct slrun_param delete_method_response_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"resourceId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource, not its path; an API's rootResourceId and get_resources tell it."},
    {"httpMethod", S_STRING, SLRUN_REQUIRED,
     "The method's HTTP method, as GET, or ANY for all that are not there."},
    {"statusCode", S_STRING, SLRUN_REQUIRED, "HTTP status as a string: \"200\"."},
    {.name = NULL}};

static const struct ag_place delete_method_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"resourceId", "resource_id", AG_LABEL},
    {"httpMethod", "http_method", AG_LABEL},
    {"statusCode", "status_code", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param delete_model_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"modelName", S_STRING, SLRUN_REQUIRED, "Name of the model."},
    {.name = NULL}};

static const struct ag_place delete_model_places[] = {
    {"restApiId", "restapi_id", AG_LABEL}, {"modelName", "model_name", AG_LABEL}, {.name = NULL}};

static const struct slrun_param delete_request_validator_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"requestValidatorId", S_STRING, SLRUN_REQUIRED, "Id of the request validator."},
    {.name = NULL}};

static const struct ag_place delete_request_validator_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"requestValidatorId", "requestvalidator_id", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param delete_resource_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"resourceId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource, not its path; an API's rootResourceId and get_resources tell it."},
    {.name = NULL}};

static const struct ag_place delete_resource_places[] = {
    {"restApiId", "restapi_id", AG_LABEL}, {"resourceId", "resource_id", AG_LABEL}, {.name = NULL}};

static const struct slrun_param delete_rest_api_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."}, {.name = NULL}};

static const struct ag_place delete_rest_api_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                         {.name = NULL}};

static const struct slrun_param delete_stage_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"stageName", S_STRING, SLRUN_REQUIRED, "Name of the stage."},
    {.name = NULL}};

static const struct ag_place delete_stage_places[] = {
    {"restApiId", "restapi_id", AG_LABEL}, {"stageName", "stage_name", AG_LABEL}, {.name = NULL}};

static const struct slrun_param delete_usage_plan_params[] = {
    {"usagePlanId", S_STRING, SLRUN_REQUIRED, "Id of the usage plan."}, {.name = NULL}};

static const struct ag_place delete_usage_plan_places[] = {{"usagePlanId", "usageplanId", AG_LABEL},
                                                           {.name = NULL}};

static const struct slrun_param delete_usage_plan_key_params[] = {
    {"usagePlanId", S_STRING, SLRUN_REQUIRED, "Id of the usage plan."},
    {"keyId", S_STRING, SLRUN_REQUIRED, "Id of the API key."},
    {.name = NULL}};

static const struct ag_place delete_usage_plan_key_places[] = {
    {"usagePlanId", "usageplanId", AG_LABEL}, {"keyId", "keyId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param get_account_params[] = {{.name = NULL}};

static const struct slrun_param account_out[] = {
    {"cloudwatchRoleArn", S_STRING, 0,
     "ARN of the role with which API Gateway writes to CloudWatch Logs, for the whole account."},
    {"throttleSettings", S_STRUCTURE(throttle_settings_out), 0,
     "Requests per second that the whole account has in this region."},
    {"features", S_LIST(shape_string), 0, "What the account may use: \"UsagePlans\"."},
    {"apiKeyVersion", S_STRING, 0, "Version of API keys that the account has."},
    {.name = NULL}};

static const struct slrun_param get_api_key_params[] = {
    {"apiKey", S_STRING, SLRUN_REQUIRED, "Id of the API key, not its value."},
    {"includeValue", S_BOOLEAN, 0, "Whether the key's value is told, too; false unless given."},
    {.name = NULL}};

static const struct ag_place get_api_key_places[] = {
    {"apiKey", "api_Key", AG_LABEL}, {"includeValue", "includeValue", AG_QUERY}, {.name = NULL}};

static const struct slrun_param get_api_keys_params[] = {
    {"position", S_STRING, 0,
     "Where this page begins, as the page before said; absent on the first."},
    {"limit", S_INTEGER, 0, "Most items of a page, 500 at most; 25 unless given."},
    {"nameQuery", S_STRING, 0, "Only keys whose name begins with this."},
    {"customerId", S_STRING, 0,
     "Only keys of this customer of AWS Marketplace or of a system of one's own."},
    {"includeValues", S_BOOLEAN, 0, "Whether the keys' values are told, too; false unless given."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_api_key_out = S_STRUCTURE(api_key_out);

static const struct slrun_param api_keys_out[] = {
    {"warnings", S_LIST(shape_string), 0, "What an import left out or did not understand."},
    {"position", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"items", S_LIST(shape_structure_api_key_out), 0, "API keys of this page."},
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
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"authorizerId", S_STRING, SLRUN_REQUIRED, "Id of the authorizer."},
    {.name = NULL}};

static const struct ag_place get_authorizer_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                        {"authorizerId", "authorizer_id", AG_LABEL},
                                                        {.name = NULL}};

static const struct slrun_param get_authorizers_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"position", S_STRING, 0,
     "Where this page begins, as the page before said; absent on the first."},
    {"limit", S_INTEGER, 0, "Most items of a page, 500 at most; 25 unless given."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_authorizer_out = S_STRUCTURE(authorizer_out);

static const struct slrun_param authorizers_out[] = {
    {"position", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"items", S_LIST(shape_structure_authorizer_out), 0, "Authorizers of this page."},
    {.name = NULL}};

static const struct ag_place get_authorizers_out_places[] = {{"items", "item", AG_BODY},
                                                             {.name = NULL}};

static const struct ag_place get_authorizers_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                         {"position", "position", AG_QUERY},
                                                         {"limit", "limit", AG_QUERY},
                                                         {.name = NULL}};

static const struct slrun_param get_base_path_mapping_params[] = {
    {"domainName", S_STRING, SLRUN_REQUIRED, "The custom domain name, as \"api.example.com\"."},
    {"domainNameId", S_STRING, 0,
     "Id that tells private domain names of one name apart; only for private ones."},
    {"basePath", S_STRING, SLRUN_REQUIRED,
     "The mapping's base path; \"(none)\" for the empty one."},
    {.name = NULL}};

static const struct ag_place get_base_path_mapping_places[] = {
    {"domainName", "domain_name", AG_LABEL},
    {"domainNameId", "domainNameId", AG_QUERY},
    {"basePath", "base_path", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param get_base_path_mappings_params[] = {
    {"domainName", S_STRING, SLRUN_REQUIRED, "The custom domain name, as \"api.example.com\"."},
    {"domainNameId", S_STRING, 0,
     "Id that tells private domain names of one name apart; only for private ones."},
    {"position", S_STRING, 0,
     "Where this page begins, as the page before said; absent on the first."},
    {"limit", S_INTEGER, 0, "Most items of a page, 500 at most; 25 unless given."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_base_path_mapping_out =
    S_STRUCTURE(base_path_mapping_out);

static const struct slrun_param base_path_mappings_out[] = {
    {"position", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"items", S_LIST(shape_structure_base_path_mapping_out), 0, "Base path mappings of this page."},
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
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"deploymentId", S_STRING, SLRUN_REQUIRED, "Id of the deployment."},
    {"embed", S_LIST(shape_string), 0,
     "What is told besides: a list that holds \"apisummary\", or nothing."},
    {.name = NULL}};

static const struct ag_place get_deployment_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                        {"deploymentId", "deployment_id", AG_LABEL},
                                                        {"embed", "embed", AG_QUERY},
                                                        {.name = NULL}};

static const struct slrun_param get_deployments_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"position", S_STRING, 0,
     "Where this page begins, as the page before said; absent on the first."},
    {"limit", S_INTEGER, 0, "Most items of a page, 500 at most; 25 unless given."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_deployment_out = S_STRUCTURE(deployment_out);

static const struct slrun_param deployments_out[] = {
    {"position", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"items", S_LIST(shape_structure_deployment_out), 0, "Deployments of this page."},
    {.name = NULL}};

static const struct ag_place get_deployments_out_places[] = {{"items", "item", AG_BODY},
                                                             {.name = NULL}};

static const struct ag_place get_deployments_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                         {"position", "position", AG_QUERY},
                                                         {"limit", "limit", AG_QUERY},
                                                         {.name = NULL}};

static const struct slrun_param get_documentation_part_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"documentationPartId", S_STRING, SLRUN_REQUIRED, "Id of the part of the documentation."},
    {.name = NULL}};

static const struct ag_place get_documentation_part_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"documentationPartId", "part_id", AG_LABEL},
    {.name = NULL}};

static const char *const words_location_status_type[] = {"DOCUMENTED", "UNDOCUMENTED", NULL};
static const struct slrun_param get_documentation_parts_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"type", S_WORD(words_documentation_part_type), 0,
     "Only parts on this: API, RESOURCE, METHOD, RESPONSE, MODEL, AUTHORIZER or one of their "
     "parts."},
    {"nameQuery", S_STRING, 0,
     "Only parts on the parameter, header, model or authorizer of this name."},
    {"path", S_STRING, 0, "Only parts on this path of the API."},
    {"position", S_STRING, 0,
     "Where this page begins, as the page before said; absent on the first."},
    {"limit", S_INTEGER, 0, "Most items of a page, 500 at most; 25 unless given."},
    {"locationStatus", S_WORD(words_location_status_type), 0,
     "DOCUMENTED (parts with content) or UNDOCUMENTED (places without any)."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_documentation_part_out =
    S_STRUCTURE(documentation_part_out);

static const struct slrun_param documentation_parts_out[] = {
    {"position", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"items", S_LIST(shape_structure_documentation_part_out), 0,
     "Parts of the documentation of this page."},
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
    {"domainName", S_STRING, SLRUN_REQUIRED, "The custom domain name, as \"api.example.com\"."},
    {"domainNameId", S_STRING, 0,
     "Id that tells private domain names of one name apart; only for private ones."},
    {.name = NULL}};

static const struct ag_place get_domain_name_places[] = {{"domainName", "domain_name", AG_LABEL},
                                                         {"domainNameId", "domainNameId", AG_QUERY},
                                                         {.name = NULL}};

static const char *const words_resource_owner[] = {"SELF", "OTHER_ACCOUNTS", NULL};
static const struct slrun_param get_domain_names_params[] = {
    {"position", S_STRING, 0,
     "Where this page begins, as the page before said; absent on the first."},
    {"limit", S_INTEGER, 0, "Most items of a page, 500 at most; 25 unless given."},
    {"resourceOwner", S_WORD(words_resource_owner), 0,
     "SELF (one's own) or OTHER_ACCOUNTS (shared by others)."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_domain_name_out = S_STRUCTURE(domain_name_out);

static const struct slrun_param domain_names_out[] = {
    {"position", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"items", S_LIST(shape_structure_domain_name_out), 0, "Custom domain names of this page."},
    {.name = NULL}};

static const struct ag_place get_domain_names_out_places[] = {{"items", "item", AG_BODY},
                                                              {.name = NULL}};

static const struct ag_place get_domain_names_places[] = {
    {"position", "position", AG_QUERY},
    {"limit", "limit", AG_QUERY},
    {"resourceOwner", "resourceOwner", AG_QUERY},
    {.name = NULL}};

static const struct slrun_param get_gateway_response_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"responseType", S_WORD(words_gateway_response_type), SLRUN_REQUIRED,
     "Which failure it answers, as MISSING_AUTHENTICATION_TOKEN; DEFAULT_4XX, DEFAULT_5XX: all the "
     "others."},
    {.name = NULL}};

static const struct slrun_param gateway_response_out[] = {
    {"responseType", S_STRING, 0,
     "Which failure it answers, as MISSING_AUTHENTICATION_TOKEN; DEFAULT_4XX, DEFAULT_5XX: all the "
     "others."},
    {"statusCode", S_STRING, 0,
     "HTTP status of the answer, as a string: \"403\"; absent: the failure's own."},
    {"responseParameters", S_MAP(shape_string), 0,
     "What the answer gets, as \"gatewayresponse.header.X\": \"method.request.header.Y\" or "
     "\"'constant'\"."},
    {"responseTemplates", S_MAP(shape_string), 0,
     "The body by content type; $context and $stageVariables are put in."},
    {"defaultResponse", S_BOOLEAN, 0, "Whether it is as API Gateway made it (true) or was set."},
    {.name = NULL}};

static const struct ag_place get_gateway_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"responseType", "response_type", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param get_gateway_responses_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"position", S_STRING, 0, "Without effect: all gateway responses come at once."},
    {"limit", S_INTEGER, 0, "Without effect: all gateway responses come at once."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_gateway_response_out =
    S_STRUCTURE(gateway_response_out);

static const struct slrun_param gateway_responses_out[] = {
    {"position", S_STRING, 0, "Always absent: all gateway responses come at once."},
    {"items", S_LIST(shape_structure_gateway_response_out), 0,
     "All gateway responses, the default ones too."},
    {.name = NULL}};

static const struct ag_place get_gateway_responses_out_places[] = {{"items", "item", AG_BODY},
                                                                   {.name = NULL}};

static const struct ag_place get_gateway_responses_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"position", "position", AG_QUERY},
    {"limit", "limit", AG_QUERY},
    {.name = NULL}};

static const struct slrun_param get_integration_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"resourceId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource, not its path; an API's rootResourceId and get_resources tell it."},
    {"httpMethod", S_STRING, SLRUN_REQUIRED,
     "The method's HTTP method, as GET, or ANY for all that are not there."},
    {.name = NULL}};

static const struct ag_place get_integration_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                         {"resourceId", "resource_id", AG_LABEL},
                                                         {"httpMethod", "http_method", AG_LABEL},
                                                         {.name = NULL}};

static const struct slrun_param get_integration_response_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"resourceId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource, not its path; an API's rootResourceId and get_resources tell it."},
    {"httpMethod", S_STRING, SLRUN_REQUIRED,
     "The method's HTTP method, as GET, or ANY for all that are not there."},
    {"statusCode", S_STRING, SLRUN_REQUIRED, "HTTP status as a string: \"200\"."},
    {.name = NULL}};

static const struct ag_place get_integration_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"resourceId", "resource_id", AG_LABEL},
    {"httpMethod", "http_method", AG_LABEL},
    {"statusCode", "status_code", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param get_method_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"resourceId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource, not its path; an API's rootResourceId and get_resources tell it."},
    {"httpMethod", S_STRING, SLRUN_REQUIRED,
     "The method's HTTP method, as GET, or ANY for all that are not there."},
    {.name = NULL}};

static const struct ag_place get_method_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                    {"resourceId", "resource_id", AG_LABEL},
                                                    {"httpMethod", "http_method", AG_LABEL},
                                                    {.name = NULL}};

static const struct slrun_param get_method_response_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"resourceId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource, not its path; an API's rootResourceId and get_resources tell it."},
    {"httpMethod", S_STRING, SLRUN_REQUIRED,
     "The method's HTTP method, as GET, or ANY for all that are not there."},
    {"statusCode", S_STRING, SLRUN_REQUIRED, "HTTP status as a string: \"200\"."},
    {.name = NULL}};

static const struct ag_place get_method_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"resourceId", "resource_id", AG_LABEL},
    {"httpMethod", "http_method", AG_LABEL},
    {"statusCode", "status_code", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param get_model_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"modelName", S_STRING, SLRUN_REQUIRED, "Name of the model."},
    {"flatten", S_BOOLEAN, 0,
     "Whether models that the schema refers to are put into it; false unless given."},
    {.name = NULL}};

static const struct ag_place get_model_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                   {"modelName", "model_name", AG_LABEL},
                                                   {"flatten", "flatten", AG_QUERY},
                                                   {.name = NULL}};

static const struct slrun_param get_models_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"position", S_STRING, 0,
     "Where this page begins, as the page before said; absent on the first."},
    {"limit", S_INTEGER, 0, "Most items of a page, 500 at most; 25 unless given."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_model_out = S_STRUCTURE(model_out);

static const struct slrun_param models_out[] = {
    {"position", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"items", S_LIST(shape_structure_model_out), 0, "Models of this page."},
    {.name = NULL}};

static const struct ag_place get_models_out_places[] = {{"items", "item", AG_BODY}, {.name = NULL}};

static const struct ag_place get_models_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                    {"position", "position", AG_QUERY},
                                                    {"limit", "limit", AG_QUERY},
                                                    {.name = NULL}};

static const struct slrun_param get_request_validator_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"requestValidatorId", S_STRING, SLRUN_REQUIRED, "Id of the request validator."},
    {.name = NULL}};

static const struct ag_place get_request_validator_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"requestValidatorId", "requestvalidator_id", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param get_request_validators_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"position", S_STRING, 0,
     "Where this page begins, as the page before said; absent on the first."},
    {"limit", S_INTEGER, 0, "Most items of a page, 500 at most; 25 unless given."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_request_validator_out =
    S_STRUCTURE(request_validator_out);

static const struct slrun_param request_validators_out[] = {
    {"position", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"items", S_LIST(shape_structure_request_validator_out), 0, "Request validators of this page."},
    {.name = NULL}};

static const struct ag_place get_request_validators_out_places[] = {{"items", "item", AG_BODY},
                                                                    {.name = NULL}};

static const struct ag_place get_request_validators_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"position", "position", AG_QUERY},
    {"limit", "limit", AG_QUERY},
    {.name = NULL}};

static const struct slrun_param get_resource_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"resourceId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource, not its path; an API's rootResourceId and get_resources tell it."},
    {"embed", S_LIST(shape_string), 0,
     "What is told besides: a list that holds \"methods\", or nothing."},
    {.name = NULL}};

static const struct ag_place get_resource_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                      {"resourceId", "resource_id", AG_LABEL},
                                                      {"embed", "embed", AG_QUERY},
                                                      {.name = NULL}};

static const struct slrun_param get_resources_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"position", S_STRING, 0,
     "Where this page begins, as the page before said; absent on the first."},
    {"limit", S_INTEGER, 0, "Most items of a page, 500 at most; 25 unless given."},
    {"embed", S_LIST(shape_string), 0,
     "What is told besides: a list that holds \"methods\", or nothing."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_resource_out = S_STRUCTURE(resource_out);

static const struct slrun_param resources_out[] = {
    {"position", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"items", S_LIST(shape_structure_resource_out), 0,
     "Resources of this page, the root among them."},
    {.name = NULL}};

static const struct ag_place get_resources_out_places[] = {{"items", "item", AG_BODY},
                                                           {.name = NULL}};

static const struct ag_place get_resources_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                       {"position", "position", AG_QUERY},
                                                       {"limit", "limit", AG_QUERY},
                                                       {"embed", "embed", AG_QUERY},
                                                       {.name = NULL}};

static const struct slrun_param get_rest_api_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."}, {.name = NULL}};

static const struct ag_place get_rest_api_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                      {.name = NULL}};

static const struct slrun_param get_rest_apis_params[] = {
    {"position", S_STRING, 0,
     "Where this page begins, as the page before said; absent on the first."},
    {"limit", S_INTEGER, 0, "Most items of a page, 500 at most; 25 unless given."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_rest_api_out = S_STRUCTURE(rest_api_out);

static const struct slrun_param rest_apis_out[] = {
    {"position", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"items", S_LIST(shape_structure_rest_api_out), 0, "REST APIs of this page."},
    {.name = NULL}};

static const struct ag_place get_rest_apis_out_places[] = {{"items", "item", AG_BODY},
                                                           {.name = NULL}};

static const struct ag_place get_rest_apis_places[] = {
    {"position", "position", AG_QUERY}, {"limit", "limit", AG_QUERY}, {.name = NULL}};

static const struct slrun_param get_stage_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"stageName", S_STRING, SLRUN_REQUIRED, "Name of the stage."},
    {.name = NULL}};

static const struct ag_place get_stage_places[] = {
    {"restApiId", "restapi_id", AG_LABEL}, {"stageName", "stage_name", AG_LABEL}, {.name = NULL}};

static const struct slrun_param get_stages_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"deploymentId", S_STRING, 0, "Only stages that serve the deployment with this id."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_stage_out = S_STRUCTURE(stage_out);

static const struct slrun_param stages_out[] = {
    {"item", S_LIST(shape_structure_stage_out), 0, "Stages of the API; all at once."},
    {.name = NULL}};

static const struct ag_place get_stages_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                    {"deploymentId", "deploymentId", AG_QUERY},
                                                    {.name = NULL}};

static const struct slrun_param get_tags_params[] = {
    {"resourceArn", S_STRING, SLRUN_REQUIRED,
     "ARN of what has the tags, as arn:aws:apigateway:REGION::/restapis/ID."},
    {"position", S_STRING, 0, "Without effect: all tags come at once."},
    {"limit", S_INTEGER, 0, "Without effect: all tags come at once."},
    {.name = NULL}};

static const struct slrun_param tags_out[] = {
    {"tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters and not with \"aws:\" at its beginning, a "
     "value at most 256."},
    {.name = NULL}};

static const struct ag_place get_tags_places[] = {{"resourceArn", "resource_arn", AG_LABEL},
                                                  {"position", "position", AG_QUERY},
                                                  {"limit", "limit", AG_QUERY},
                                                  {.name = NULL}};

static const struct slrun_param get_usage_plan_params[] = {
    {"usagePlanId", S_STRING, SLRUN_REQUIRED, "Id of the usage plan."}, {.name = NULL}};

static const struct ag_place get_usage_plan_places[] = {{"usagePlanId", "usageplanId", AG_LABEL},
                                                        {.name = NULL}};

static const struct slrun_param get_usage_plan_key_params[] = {
    {"usagePlanId", S_STRING, SLRUN_REQUIRED, "Id of the usage plan."},
    {"keyId", S_STRING, SLRUN_REQUIRED, "Id of the API key."},
    {.name = NULL}};

static const struct ag_place get_usage_plan_key_places[] = {
    {"usagePlanId", "usageplanId", AG_LABEL}, {"keyId", "keyId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param get_usage_plan_keys_params[] = {
    {"usagePlanId", S_STRING, SLRUN_REQUIRED, "Id of the usage plan."},
    {"position", S_STRING, 0,
     "Where this page begins, as the page before said; absent on the first."},
    {"limit", S_INTEGER, 0, "Most items of a page, 500 at most; 25 unless given."},
    {"nameQuery", S_STRING, 0, "Only keys whose name begins with this."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_usage_plan_key_out =
    S_STRUCTURE(usage_plan_key_out);

static const struct slrun_param usage_plan_keys_out[] = {
    {"position", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"items", S_LIST(shape_structure_usage_plan_key_out), 0, "Keys of the plan of this page."},
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
    {"position", S_STRING, 0,
     "Where this page begins, as the page before said; absent on the first."},
    {"keyId", S_STRING, 0, "Only plans that hold the API key with this id."},
    {"limit", S_INTEGER, 0, "Most items of a page, 500 at most; 25 unless given."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_usage_plan_out = S_STRUCTURE(usage_plan_out);

static const struct slrun_param usage_plans_out[] = {
    {"position", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"items", S_LIST(shape_structure_usage_plan_out), 0, "Usage plans of this page."},
    {.name = NULL}};

static const struct ag_place get_usage_plans_out_places[] = {{"items", "item", AG_BODY},
                                                             {.name = NULL}};

static const struct ag_place get_usage_plans_places[] = {{"position", "position", AG_QUERY},
                                                         {"keyId", "keyId", AG_QUERY},
                                                         {"limit", "limit", AG_QUERY},
                                                         {.name = NULL}};

static const struct slrun_param import_rest_api_params[] = {
    {"failOnWarnings", S_BOOLEAN, 0, "Whether a warning undoes the import; false unless given."},
    {"parameters", S_MAP(shape_string), 0,
     "ignore \"documentation\"; endpointConfigurationTypes EDGE, REGIONAL, PRIVATE; basepath "
     "ignore, prepend, split."},
    {"body", S_BLOB, SLRUN_REQUIRED | SLRUN_FILE,
     "The definition: OpenAPI 2.0 or 3.0 as JSON or YAML; 6 MB at most."},
    {.name = NULL}};

static const struct ag_place import_rest_api_places[] = {
    {"failOnWarnings", "failonwarnings", AG_QUERY},
    {"parameters", "parameters", AG_QUERY},
    {"body", "body", AG_PAYLOAD},
    {.name = NULL}};

static const struct slrun_param put_gateway_response_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"responseType", S_WORD(words_gateway_response_type), SLRUN_REQUIRED,
     "Which failure it answers, as MISSING_AUTHENTICATION_TOKEN; DEFAULT_4XX, DEFAULT_5XX: all the "
     "others."},
    {"statusCode", S_STRING, 0,
     "HTTP status of the answer, as a string: \"403\"; absent: the failure's own."},
    {"responseParameters", S_MAP(shape_string), 0,
     "What the answer gets, as \"gatewayresponse.header.X\": \"method.request.header.Y\" or "
     "\"'constant'\"."},
    {"responseTemplates", S_MAP(shape_string), 0,
     "The body by content type; $context and $stageVariables are put in."},
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
    {"insecureSkipVerification", S_BOOLEAN, 0,
     "Whether any certificate of the backend will do, whoever signed it; HTTP and HTTP_PROXY "
     "only."},
    {.name = NULL}};

static const char *const words_response_transfer_mode[] = {"BUFFERED", "STREAM", NULL};
static const struct slrun_param put_integration_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"resourceId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource, not its path; an API's rootResourceId and get_resources tell it."},
    {"httpMethod", S_STRING, SLRUN_REQUIRED,
     "The method that gets the integration, by its HTTP method, as GET, or ANY."},
    {"type", S_WORD(words_integration_type), SLRUN_REQUIRED,
     "AWS, AWS_PROXY (a function that gets the request), HTTP, HTTP_PROXY or MOCK (no backend)."},
    {"integrationHttpMethod", S_STRING, 0,
     "HTTP method with which the backend is called: POST for functions; not needed with MOCK."},
    {"uri", S_STRING, 0,
     "The backend: a URL, or \"arn:aws:apigateway:REGION:SERVICE:path/...\" or \":action/...\"; "
     "functions as authorizerUri."},
    {"connectionType", S_WORD(words_connection_type), 0,
     "How the backend is reached: INTERNET (the default) or VPC_LINK (it is inside a VPC)."},
    {"connectionId", S_STRING, 0, "Id of the VPC link; only with connectionType VPC_LINK."},
    {"credentials", S_STRING, 0,
     "ARN of the role with which AWS is called; \"arn:aws:iam::*:user/*\": the caller's; none: its "
     "policy allows it."},
    {"requestParameters", S_MAP(shape_string), 0,
     "What the backend gets, as \"integration.request.header.X\": \"method.request.header.Y\" or "
     "\"'constant'\"."},
    {"requestTemplates", S_MAP(shape_string), 0,
     "VTL templates that make the backend's body, by content type of the request."},
    {"passthroughBehavior", S_STRING, 0,
     "Bodies without a template: WHEN_NO_MATCH (the default: as they are), WHEN_NO_TEMPLATES or "
     "NEVER (415)."},
    {"cacheNamespace", S_STRING, 0,
     "Name under which answers are cached; the resource's id unless given. Those of one name "
     "share."},
    {"cacheKeyParameters", S_LIST(shape_string), 0,
     "Request parameters that tell cached answers apart, as \"method.request.path.id\"."},
    {"contentHandling", S_WORD(words_content_handling_strategy), 0,
     "What a request's body becomes: CONVERT_TO_BINARY or CONVERT_TO_TEXT (base64); absent: as it "
     "is."},
    {"timeoutInMillis", S_INTEGER, 0,
     "Milliseconds that the backend has, 50 to 29,000, which is the default; more by a raised "
     "quota only."},
    {"tlsConfig", S_STRUCTURE(tls_config_in), 0, "How the backend's certificate is checked."},
    {"responseTransferMode", S_WORD(words_response_transfer_mode), 0,
     "How the answer goes on: BUFFERED (the default: at once, when whole) or STREAM (as it "
     "comes)."},
    {"integrationTarget", S_STRING, 0,
     "ARN of the load balancer (ALB or NLB) that gets the request; with connectionType VPC_LINK."},
    {.name = NULL}};

static const struct ag_place put_integration_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"resourceId", "resource_id", AG_LABEL},
    {"httpMethod", "http_method", AG_LABEL},
    {"integrationHttpMethod", "httpMethod", AG_BODY},
    {.name = NULL}};

static const struct slrun_param put_integration_response_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"resourceId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource, not its path; an API's rootResourceId and get_resources tell it."},
    {"httpMethod", S_STRING, SLRUN_REQUIRED,
     "The method's HTTP method, as GET, or ANY for all that are not there."},
    {"statusCode", S_STRING, SLRUN_REQUIRED, "HTTP status as a string: \"200\"."},
    {"selectionPattern", S_STRING, 0,
     "Regular expression for the status code, or for a function's error message; absent: the "
     "default answer."},
    {"responseParameters", S_MAP(shape_string), 0,
     "What the answer gets, as \"method.response.header.X\": \"integration.response.header.Y\" or "
     "\"'constant'\"."},
    {"responseTemplates", S_MAP(shape_string), 0,
     "VTL templates that make the answer's body, by content type."},
    {"contentHandling", S_WORD(words_content_handling_strategy), 0,
     "What the answer's body becomes: CONVERT_TO_BINARY or CONVERT_TO_TEXT (base64); absent: as it "
     "is."},
    {.name = NULL}};

static const struct ag_place put_integration_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"resourceId", "resource_id", AG_LABEL},
    {"httpMethod", "http_method", AG_LABEL},
    {"statusCode", "status_code", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param put_method_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"resourceId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource, not its path; an API's rootResourceId and get_resources tell it."},
    {"httpMethod", S_STRING, SLRUN_REQUIRED,
     "The method's HTTP method, as GET, or ANY for all that are not there."},
    {"authorizationType", S_STRING, SLRUN_REQUIRED,
     "Who may call it: NONE (everyone), AWS_IAM, CUSTOM, COGNITO_USER_POOLS or JWT."},
    {"authorizerId", S_STRING, 0,
     "Id of the authorizer that judges requests; where authorizationType is not NONE or AWS_IAM."},
    {"apiKeyRequired", S_BOOLEAN, 0,
     "Whether a request needs a valid API key in x-api-key; false unless given."},
    {"operationName", S_STRING, 0,
     "The operation's name for people, as \"ListPets\"; OpenAPI's operationId."},
    {"requestParameters", S_MAP(shape_boolean), 0,
     "Parameters, as \"method.request.querystring.NAME\" (path, header): true if required."},
    {"requestModels", S_MAP(shape_string), 0,
     "Name of the model of a body, by content type; \"$default\" is for any other."},
    {"requestValidatorId", S_STRING, 0,
     "Id of the validator that checks requests first; absent: none does."},
    {"authorizationScopes", S_LIST(shape_string), 0,
     "OAuth scopes, one of which a token must have; with COGNITO_USER_POOLS or JWT."},
    {.name = NULL}};

static const struct ag_place put_method_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                    {"resourceId", "resource_id", AG_LABEL},
                                                    {"httpMethod", "http_method", AG_LABEL},
                                                    {.name = NULL}};

static const struct slrun_param put_method_response_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"resourceId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource, not its path; an API's rootResourceId and get_resources tell it."},
    {"httpMethod", S_STRING, SLRUN_REQUIRED,
     "The method's HTTP method, as GET, or ANY for all that are not there."},
    {"statusCode", S_STRING, SLRUN_REQUIRED, "HTTP status as a string: \"200\"."},
    {"responseParameters", S_MAP(shape_boolean), 0,
     "Headers, as \"method.response.header.NAME\"; the value says whether it is required."},
    {"responseModels", S_MAP(shape_string), 0, "Name of the model of the body, by content type."},
    {.name = NULL}};

static const struct ag_place put_method_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"resourceId", "resource_id", AG_LABEL},
    {"httpMethod", "http_method", AG_LABEL},
    {"statusCode", "status_code", AG_LABEL},
    {.name = NULL}};

static const char *const words_put_mode[] = {"merge", "overwrite", NULL};
static const struct slrun_param put_rest_api_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"mode", S_WORD(words_put_mode), 0,
     "merge (the default: adds to what is there) or overwrite (replaces it)."},
    {"failOnWarnings", S_BOOLEAN, 0, "Whether a warning undoes the import; false unless given."},
    {"parameters", S_MAP(shape_string), 0,
     "Settings by name: ignore \"documentation\"; basepath ignore, prepend or split."},
    {"body", S_BLOB, SLRUN_REQUIRED | SLRUN_FILE,
     "The definition: OpenAPI 2.0 or 3.0 as JSON or YAML; 6 MB at most."},
    {.name = NULL}};

static const struct ag_place put_rest_api_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"mode", "mode", AG_QUERY},
    {"failOnWarnings", "failonwarnings", AG_QUERY},
    {"parameters", "parameters", AG_QUERY},
    {"body", "body", AG_PAYLOAD},
    {.name = NULL}};

static const struct slrun_param tag_resource_params[] = {
    {"resourceArn", S_STRING, SLRUN_REQUIRED,
     "ARN of what has the tags, as arn:aws:apigateway:REGION::/restapis/ID."},
    {"tags", S_MAP(shape_string), SLRUN_REQUIRED,
     "Names and values; a name at most 128 characters and not with \"aws:\" at its beginning, a "
     "value at most 256."},
    {.name = NULL}};

static const struct ag_place tag_resource_places[] = {{"resourceArn", "resource_arn", AG_LABEL},
                                                      {.name = NULL}};

static const struct slrun_shape shape_list_shape_string = S_LIST(shape_string);

static const struct slrun_param test_invoke_authorizer_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"authorizerId", S_STRING, SLRUN_REQUIRED, "Id of the authorizer."},
    {"headers", S_MAP(shape_string), 0, "Headers by name, one value each."},
    {"multiValueHeaders", S_MAP(shape_list_shape_string), 0,
     "Headers by name, with all their values."},
    {"pathWithQueryString", S_STRING, 0,
     "Path and query of the request; the path of the resource unless given."},
    {"body", S_STRING, 0, "The definition: OpenAPI 2.0 or 3.0 as JSON or YAML; 6 MB at most."},
    {"stageVariables", S_MAP(shape_string), 0, "Variables of the stage by name."},
    {"additionalContext", S_MAP(shape_string), 0, "Accepted, and without effect here."},
    {.name = NULL}};

static const struct slrun_param test_invoke_authorizer_response_out[] = {
    {"clientStatus", S_INTEGER, 0, "Status that a client would get: 200 if it is let in."},
    {"log", S_STRING, 0, "The execution log, line by line."},
    {"latency", S_INTEGER, 0, "Milliseconds that it took."},
    {"principalId", S_STRING, 0, "Whom the authorizer takes the caller for."},
    {"policy", S_STRING, 0, "Resource policy of the API, a JSON text; says who may call it."},
    {"authorization", S_MAP(shape_list_shape_string), 0,
     "What the authorizer says, for token authorizers of user pools."},
    {"claims", S_MAP(shape_string), 0, "Claims of the token, for authorizers of user pools."},
    {.name = NULL}};

static const struct ag_place test_invoke_authorizer_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"authorizerId", "authorizer_id", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param test_invoke_method_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"resourceId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource, not its path; an API's rootResourceId and get_resources tell it."},
    {"httpMethod", S_STRING, SLRUN_REQUIRED,
     "The method's HTTP method, as GET, or ANY for all that are not there."},
    {"pathWithQueryString", S_STRING, 0,
     "Path and query of the request; the path of the resource unless given."},
    {"body", S_STRING, 0, "The definition: OpenAPI 2.0 or 3.0 as JSON or YAML; 6 MB at most."},
    {"headers", S_MAP(shape_string), 0, "Headers by name, one value each."},
    {"multiValueHeaders", S_MAP(shape_list_shape_string), 0,
     "Headers by name, with all their values."},
    {"clientCertificateId", S_STRING, 0,
     "Id of the certificate that the stage shows to HTTP backends."},
    {"stageVariables", S_MAP(shape_string), 0, "Variables of the stage by name."},
    {.name = NULL}};

static const struct slrun_param test_invoke_method_response_out[] = {
    {"status", S_INTEGER, 0, "Status of the answer."},
    {"body", S_STRING, 0, "The definition: OpenAPI 2.0 or 3.0 as JSON or YAML; 6 MB at most."},
    {"headers", S_MAP(shape_string), 0, "Headers by name, one value each."},
    {"multiValueHeaders", S_MAP(shape_list_shape_string), 0,
     "Headers by name, with all their values."},
    {"log", S_STRING, 0, "The execution log, line by line."},
    {"latency", S_INTEGER, 0, "Milliseconds that it took."},
    {.name = NULL}};

static const struct ag_place test_invoke_method_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                            {"resourceId", "resource_id", AG_LABEL},
                                                            {"httpMethod", "http_method", AG_LABEL},
                                                            {.name = NULL}};

static const struct slrun_param untag_resource_params[] = {
    {"resourceArn", S_STRING, SLRUN_REQUIRED,
     "ARN of what has the tags, as arn:aws:apigateway:REGION::/restapis/ID."},
    {"tagKeys", S_LIST(shape_string), SLRUN_REQUIRED, "Names of the tags to remove."},
    {.name = NULL}};

static const struct ag_place untag_resource_places[] = {
    {"resourceArn", "resource_arn", AG_LABEL}, {"tagKeys", "tagKeys", AG_QUERY}, {.name = NULL}};

static const char *const words_op[] = {"add", "remove", "replace", "move", "copy", "test", NULL};
static const struct slrun_param patch_operation_in[] = {
    {"op", S_WORD(words_op), 0,
     "What is done: add, remove, replace or copy (move and test are refused); not all at every "
     "path."},
    {"path", S_STRING, 0,
     "JSON Pointer to what is changed, as \"/description\"; \"/\" within a name is written "
     "\"~1\"."},
    {"value", S_STRING, SLRUN_SECRET,
     "The new value as a string, with add and replace; \"true\" and numbers are strings, too."},
    {"from", S_STRING, 0, "With op copy or move: JSON Pointer to where the value is taken from."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_patch_operation_in =
    S_STRUCTURE(patch_operation_in);

static const struct slrun_param update_account_params[] = {
    {"patchOperations", S_LIST(shape_structure_patch_operation_in), 0,
     "The changes, in order, each with op, path and value."},
    {.name = NULL}};

static const struct slrun_param update_api_key_params[] = {
    {"apiKey", S_STRING, SLRUN_REQUIRED, "Id of the API key, not its value."},
    {"patchOperations", S_LIST(shape_structure_patch_operation_in), 0,
     "The changes, in order, each with op, path and value."},
    {.name = NULL}};

static const struct ag_place update_api_key_places[] = {{"apiKey", "api_Key", AG_LABEL},
                                                        {.name = NULL}};

static const struct slrun_param update_authorizer_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"authorizerId", S_STRING, SLRUN_REQUIRED, "Id of the authorizer."},
    {"patchOperations", S_LIST(shape_structure_patch_operation_in), 0,
     "The changes, in order, each with op, path and value."},
    {.name = NULL}};

static const struct ag_place update_authorizer_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"authorizerId", "authorizer_id", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param update_deployment_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"deploymentId", S_STRING, SLRUN_REQUIRED, "Id of the deployment."},
    {"patchOperations", S_LIST(shape_structure_patch_operation_in), 0,
     "The changes, in order, each with op, path and value."},
    {.name = NULL}};

static const struct ag_place update_deployment_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"deploymentId", "deployment_id", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param update_documentation_part_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"documentationPartId", S_STRING, SLRUN_REQUIRED, "Id of the part of the documentation."},
    {"patchOperations", S_LIST(shape_structure_patch_operation_in), 0,
     "The changes, in order, each with op, path and value."},
    {.name = NULL}};

static const struct ag_place update_documentation_part_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"documentationPartId", "part_id", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param update_gateway_response_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"responseType", S_WORD(words_gateway_response_type), SLRUN_REQUIRED,
     "Which failure it answers, as MISSING_AUTHENTICATION_TOKEN; DEFAULT_4XX, DEFAULT_5XX: all the "
     "others."},
    {"patchOperations", S_LIST(shape_structure_patch_operation_in), 0,
     "The changes, in order, each with op, path and value."},
    {.name = NULL}};

static const struct ag_place update_gateway_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"responseType", "response_type", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param update_integration_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"resourceId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource, not its path; an API's rootResourceId and get_resources tell it."},
    {"httpMethod", S_STRING, SLRUN_REQUIRED,
     "The method's HTTP method, as GET, or ANY for all that are not there."},
    {"patchOperations", S_LIST(shape_structure_patch_operation_in), 0,
     "The changes, in order, each with op, path and value."},
    {.name = NULL}};

static const struct ag_place update_integration_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                            {"resourceId", "resource_id", AG_LABEL},
                                                            {"httpMethod", "http_method", AG_LABEL},
                                                            {.name = NULL}};

static const struct slrun_param update_integration_response_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"resourceId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource, not its path; an API's rootResourceId and get_resources tell it."},
    {"httpMethod", S_STRING, SLRUN_REQUIRED,
     "The method's HTTP method, as GET, or ANY for all that are not there."},
    {"statusCode", S_STRING, SLRUN_REQUIRED, "HTTP status as a string: \"200\"."},
    {"patchOperations", S_LIST(shape_structure_patch_operation_in), 0,
     "The changes, in order, each with op, path and value."},
    {.name = NULL}};

static const struct ag_place update_integration_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"resourceId", "resource_id", AG_LABEL},
    {"httpMethod", "http_method", AG_LABEL},
    {"statusCode", "status_code", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param update_method_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"resourceId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource, not its path; an API's rootResourceId and get_resources tell it."},
    {"httpMethod", S_STRING, SLRUN_REQUIRED,
     "The method's HTTP method, as GET, or ANY for all that are not there."},
    {"patchOperations", S_LIST(shape_structure_patch_operation_in), 0,
     "The changes, in order, each with op, path and value."},
    {.name = NULL}};

static const struct ag_place update_method_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                       {"resourceId", "resource_id", AG_LABEL},
                                                       {"httpMethod", "http_method", AG_LABEL},
                                                       {.name = NULL}};

static const struct slrun_param update_method_response_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"resourceId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource, not its path; an API's rootResourceId and get_resources tell it."},
    {"httpMethod", S_STRING, SLRUN_REQUIRED,
     "The method's HTTP method, as GET, or ANY for all that are not there."},
    {"statusCode", S_STRING, SLRUN_REQUIRED, "HTTP status as a string: \"200\"."},
    {"patchOperations", S_LIST(shape_structure_patch_operation_in), 0,
     "The changes, in order, each with op, path and value."},
    {.name = NULL}};

static const struct ag_place update_method_response_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"resourceId", "resource_id", AG_LABEL},
    {"httpMethod", "http_method", AG_LABEL},
    {"statusCode", "status_code", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param update_model_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"modelName", S_STRING, SLRUN_REQUIRED, "Name of the model."},
    {"patchOperations", S_LIST(shape_structure_patch_operation_in), 0,
     "The changes, in order, each with op, path and value."},
    {.name = NULL}};

static const struct ag_place update_model_places[] = {
    {"restApiId", "restapi_id", AG_LABEL}, {"modelName", "model_name", AG_LABEL}, {.name = NULL}};

static const struct slrun_param update_request_validator_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"requestValidatorId", S_STRING, SLRUN_REQUIRED, "Id of the request validator."},
    {"patchOperations", S_LIST(shape_structure_patch_operation_in), 0,
     "The changes, in order, each with op, path and value."},
    {.name = NULL}};

static const struct ag_place update_request_validator_places[] = {
    {"restApiId", "restapi_id", AG_LABEL},
    {"requestValidatorId", "requestvalidator_id", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param update_resource_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"resourceId", S_STRING, SLRUN_REQUIRED,
     "Id of the resource, not its path; an API's rootResourceId and get_resources tell it."},
    {"patchOperations", S_LIST(shape_structure_patch_operation_in), 0,
     "The changes, in order, each with op, path and value."},
    {.name = NULL}};

static const struct ag_place update_resource_places[] = {
    {"restApiId", "restapi_id", AG_LABEL}, {"resourceId", "resource_id", AG_LABEL}, {.name = NULL}};

static const struct slrun_param update_rest_api_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"patchOperations", S_LIST(shape_structure_patch_operation_in), 0,
     "The changes, in order, each with op, path and value."},
    {.name = NULL}};

static const struct ag_place update_rest_api_places[] = {{"restApiId", "restapi_id", AG_LABEL},
                                                         {.name = NULL}};

static const struct slrun_param update_stage_params[] = {
    {"restApiId", S_STRING, SLRUN_REQUIRED, "Id of the REST API."},
    {"stageName", S_STRING, SLRUN_REQUIRED, "Name of the stage."},
    {"patchOperations", S_LIST(shape_structure_patch_operation_in), 0,
     "The changes, in order, each with op, path and value."},
    {.name = NULL}};

static const struct ag_place update_stage_places[] = {
    {"restApiId", "restapi_id", AG_LABEL}, {"stageName", "stage_name", AG_LABEL}, {.name = NULL}};

static const struct slrun_param update_usage_plan_params[] = {
    {"usagePlanId", S_STRING, SLRUN_REQUIRED, "Id of the usage plan."},
    {"patchOperations", S_LIST(shape_structure_patch_operation_in), 0,
     "The changes, in order, each with op, path and value."},
    {.name = NULL}};

static const struct ag_place update_usage_plan_places[] = {{"usagePlanId", "usageplanId", AG_LABEL},
                                                           {.name = NULL}};
const struct slrun_op apigateway_ops[APIGATEWAY_OPS] = {
    {.name = "create_api_key",
     .api = "CreateApiKey",
     .doc = "Creates an API key; requests send its value as x-api-key.",
     .params = create_api_key_params,
     .result = api_key_out,
     .build = ag_build,
     .parse = ag_parse,
     .undo = ag_undo,
     .tag = ag_tag},
    {.name = "create_authorizer",
     .api = "CreateAuthorizer",
     .doc = "Creates an authorizer, which methods name to have requests judged.",
     .params = create_authorizer_params,
     .result = authorizer_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_base_path_mapping",
     .api = "CreateBasePathMapping",
     .doc = "Leads a path of a custom domain name to a stage of an API.",
     .params = create_base_path_mapping_params,
     .result = base_path_mapping_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_deployment",
     .api = "CreateDeployment",
     .doc = "Puts the API as it stands now on a stage; changes are not served before.",
     .params = create_deployment_params,
     .result = deployment_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_documentation_part",
     .api = "CreateDocumentationPart",
     .doc = "Documents a part of an API.",
     .params = create_documentation_part_params,
     .result = documentation_part_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_domain_name",
     .api = "CreateDomainName",
     .doc = "Creates a custom domain name, with its certificate.",
     .params = create_domain_name_params,
     .result = domain_name_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_model",
     .api = "CreateModel",
     .doc = "Creates a model: a JSON schema that bodies are checked by.",
     .params = create_model_params,
     .result = model_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_request_validator",
     .api = "CreateRequestValidator",
     .doc =
         "Creates a request validator, which methods name to have bodies and parameters checked.",
     .params = create_request_validator_params,
     .result = request_validator_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_resource",
     .api = "CreateResource",
     .doc = "Creates a resource: one more part of the path below another resource.",
     .params = create_resource_params,
     .result = resource_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_rest_api",
     .api = "CreateRestApi",
     .doc = "Creates a REST API that has the resource \"/\" and no method yet.",
     .params = create_rest_api_params,
     .result = rest_api_out,
     .build = ag_build,
     .parse = ag_parse,
     .undo = ag_undo,
     .tag = ag_tag},
    {.name = "create_stage",
     .api = "CreateStage",
     .doc = "Creates a stage that serves a deployment.",
     .params = create_stage_params,
     .result = stage_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_usage_plan",
     .api = "CreateUsagePlan",
     .doc = "Creates a usage plan: how much its keys may use of some stages.",
     .params = create_usage_plan_params,
     .result = usage_plan_out,
     .build = ag_build,
     .parse = ag_parse,
     .undo = ag_undo,
     .tag = ag_tag},
    {.name = "create_usage_plan_key",
     .api = "CreateUsagePlanKey",
     .doc = "Puts an API key into a usage plan.",
     .params = create_usage_plan_key_params,
     .result = usage_plan_key_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_api_key",
     .api = "DeleteApiKey",
     .doc = "Deletes an API key; requests with it are refused.",
     .params = delete_api_key_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_authorizer",
     .api = "DeleteAuthorizer",
     .doc = "Deletes an authorizer; methods that name it keep it from that.",
     .params = delete_authorizer_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_base_path_mapping",
     .api = "DeleteBasePathMapping",
     .doc = "Ends that a path of a custom domain name leads to an API.",
     .params = delete_base_path_mapping_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_deployment",
     .api = "DeleteDeployment",
     .doc = "Deletes a deployment that no stage serves.",
     .params = delete_deployment_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_documentation_part",
     .api = "DeleteDocumentationPart",
     .doc = "Deletes what documents a part of an API.",
     .params = delete_documentation_part_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_domain_name",
     .api = "DeleteDomainName",
     .doc = "Deletes a custom domain name with its mappings.",
     .params = delete_domain_name_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_gateway_response",
     .api = "DeleteGatewayResponse",
     .doc = "Gives a failure its default answer again.",
     .params = delete_gateway_response_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_integration",
     .api = "DeleteIntegration",
     .doc = "Deletes the integration of a method.",
     .params = delete_integration_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_integration_response",
     .api = "DeleteIntegrationResponse",
     .doc = "Deletes what an answer of the backend becomes.",
     .params = delete_integration_response_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_method",
     .api = "DeleteMethod",
     .doc = "Deletes a method of a resource with its integration.",
     .params = delete_method_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_method_response",
     .api = "DeleteMethodResponse",
     .doc = "Deletes an answer that a method has.",
     .params = delete_method_response_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_model",
     .api = "DeleteModel",
     .doc = "Deletes a model that no method names.",
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
     .doc = "Deletes a resource with its methods and all resources below it.",
     .params = delete_resource_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_rest_api",
     .api = "DeleteRestApi",
     .doc = "Deletes a REST API with its stages and all it has.",
     .params = delete_rest_api_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_stage",
     .api = "DeleteStage",
     .doc = "Deletes a stage; its deployment stays.",
     .params = delete_stage_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_usage_plan",
     .api = "DeleteUsagePlan",
     .doc = "Deletes a usage plan that covers no stage any more.",
     .params = delete_usage_plan_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_usage_plan_key",
     .api = "DeleteUsagePlanKey",
     .doc = "Takes an API key out of a usage plan; the key stays.",
     .params = delete_usage_plan_key_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_account",
     .api = "GetAccount",
     .doc = "Tells the settings of the account in this region: role for logs, rates.",
     .params = get_account_params,
     .result = account_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_api_key",
     .api = "GetApiKey",
     .doc = "Tells an API key, its value if includeValue asks for it.",
     .params = get_api_key_params,
     .result = api_key_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_api_keys",
     .api = "GetApiKeys",
     .doc = "Lists API keys, their values if includeValues asks for them.",
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
     .doc = "Lists the authorizers of an API.",
     .params = get_authorizers_params,
     .result = authorizers_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_base_path_mapping",
     .api = "GetBasePathMapping",
     .doc = "Tells where a path of a custom domain name leads.",
     .params = get_base_path_mapping_params,
     .result = base_path_mapping_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_base_path_mappings",
     .api = "GetBasePathMappings",
     .doc = "Lists the mappings of a custom domain name.",
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
     .doc = "Lists the deployments of an API.",
     .params = get_deployments_params,
     .result = deployments_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_documentation_part",
     .api = "GetDocumentationPart",
     .doc = "Tells what documents a part of an API.",
     .params = get_documentation_part_params,
     .result = documentation_part_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_documentation_parts",
     .api = "GetDocumentationParts",
     .doc = "Lists what documents the parts of an API.",
     .params = get_documentation_parts_params,
     .result = documentation_parts_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_domain_name",
     .api = "GetDomainName",
     .doc = "Tells a custom domain name: certificate, status, where DNS has to point.",
     .params = get_domain_name_params,
     .result = domain_name_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_domain_names",
     .api = "GetDomainNames",
     .doc = "Lists custom domain names.",
     .params = get_domain_names_params,
     .result = domain_names_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_gateway_response",
     .api = "GetGatewayResponse",
     .doc = "Tells the answer to a failure, also the default one.",
     .params = get_gateway_response_params,
     .result = gateway_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_gateway_responses",
     .api = "GetGatewayResponses",
     .doc = "Lists the answers to all failures, default ones too.",
     .params = get_gateway_responses_params,
     .result = gateway_responses_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_integration",
     .api = "GetIntegration",
     .doc = "Tells where a method's requests go, and what answers become.",
     .params = get_integration_params,
     .result = integration_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_integration_response",
     .api = "GetIntegrationResponse",
     .doc = "Tells what an answer of the backend becomes.",
     .params = get_integration_response_params,
     .result = integration_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_method",
     .api = "GetMethod",
     .doc = "Tells a method with its answers and its integration.",
     .params = get_method_params,
     .result = method_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_method_response",
     .api = "GetMethodResponse",
     .doc = "Tells an answer that a method has.",
     .params = get_method_response_params,
     .result = method_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_model",
     .api = "GetModel",
     .doc = "Tells a model with its schema.",
     .params = get_model_params,
     .result = model_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_models",
     .api = "GetModels",
     .doc = "Lists the models of an API; each new one has Empty and Error.",
     .params = get_models_params,
     .result = models_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_request_validator",
     .api = "GetRequestValidator",
     .doc = "Tells what a request validator checks.",
     .params = get_request_validator_params,
     .result = request_validator_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_request_validators",
     .api = "GetRequestValidators",
     .doc = "Lists the request validators of an API.",
     .params = get_request_validators_params,
     .result = request_validators_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_resource",
     .api = "GetResource",
     .doc = "Tells a resource; its methods if embed asks for them.",
     .params = get_resource_params,
     .result = resource_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_resources",
     .api = "GetResources",
     .doc = "Lists the resources of an API with their paths.",
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
     .doc = "Lists REST APIs.",
     .params = get_rest_apis_params,
     .result = rest_apis_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"position", "position", "items", "limit"},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_stage",
     .api = "GetStage",
     .doc = "Tells a stage: deployment, variables, settings of methods.",
     .params = get_stage_params,
     .result = stage_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_stages",
     .api = "GetStages",
     .doc = "Lists the stages of an API.",
     .params = get_stages_params,
     .result = stages_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_tags",
     .api = "GetTags",
     .doc = "Tells the tags of a REST API, stage, API key, usage plan or domain name.",
     .params = get_tags_params,
     .result = tags_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_usage_plan",
     .api = "GetUsagePlan",
     .doc = "Tells a usage plan: stages, rates, quota.",
     .params = get_usage_plan_params,
     .result = usage_plan_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_usage_plan_key",
     .api = "GetUsagePlanKey",
     .doc = "Tells an API key of a usage plan.",
     .params = get_usage_plan_key_params,
     .result = usage_plan_key_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_usage_plan_keys",
     .api = "GetUsagePlanKeys",
     .doc = "Lists the API keys of a usage plan.",
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
     .doc = "Creates a REST API by a definition in OpenAPI.",
     .params = import_rest_api_params,
     .result = rest_api_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "put_gateway_response",
     .api = "PutGatewayResponse",
     .doc = "Sets the answer to a failure.",
     .params = put_gateway_response_params,
     .result = gateway_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "put_integration",
     .api = "PutIntegration",
     .doc = "Sets where a method's requests go: a function, another action of AWS, a URL, a mock.",
     .params = put_integration_params,
     .result = integration_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "put_integration_response",
     .api = "PutIntegrationResponse",
     .doc =
         "Sets what an answer of the backend becomes; its status is one of the method's answers.",
     .params = put_integration_response_params,
     .result = integration_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "put_method",
     .api = "PutMethod",
     .doc = "Creates a method of a resource; put_integration says where its requests go.",
     .params = put_method_params,
     .result = method_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "put_method_response",
     .api = "PutMethodResponse",
     .doc = "Sets an answer that a method has: status, headers, models.",
     .params = put_method_response_params,
     .result = method_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "put_rest_api",
     .api = "PutRestApi",
     .doc = "Changes a REST API by a definition in OpenAPI: adds to it, or replaces it.",
     .params = put_rest_api_params,
     .result = rest_api_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "tag_resource",
     .api = "TagResource",
     .doc = "Sets tags of a REST API, stage, API key, usage plan or domain name.",
     .params = tag_resource_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "test_invoke_authorizer",
     .api = "TestInvokeAuthorizer",
     .doc =
         "Asks a Lambda authorizer as a request with these headers would, and tells what it says.",
     .params = test_invoke_authorizer_params,
     .result = test_invoke_authorizer_response_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "test_invoke_method",
     .api = "TestInvokeMethod",
     .doc = "Runs a method of an API as it stands now, deployed or not, and tells what it answers "
            "and logs.",
     .params = test_invoke_method_params,
     .result = test_invoke_method_response_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "untag_resource",
     .api = "UntagResource",
     .doc = "Removes tags of a REST API, stage, API key, usage plan or domain name.",
     .params = untag_resource_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_account",
     .api = "UpdateAccount",
     .doc = "Changes the account's settings in this region: the role for logs.",
     .params = update_account_params,
     .result = account_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_api_key",
     .api = "UpdateApiKey",
     .doc = "Changes an API key: name, description, whether it is enabled.",
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
     .doc = "Changes a deployment's description.",
     .params = update_deployment_params,
     .result = deployment_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_documentation_part",
     .api = "UpdateDocumentationPart",
     .doc = "Changes what documents a part of an API.",
     .params = update_documentation_part_params,
     .result = documentation_part_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_gateway_response",
     .api = "UpdateGatewayResponse",
     .doc = "Changes the answer to a failure.",
     .params = update_gateway_response_params,
     .result = gateway_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_integration",
     .api = "UpdateIntegration",
     .doc = "Changes where a method's requests go.",
     .params = update_integration_params,
     .result = integration_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_integration_response",
     .api = "UpdateIntegrationResponse",
     .doc = "Changes what an answer of the backend becomes.",
     .params = update_integration_response_params,
     .result = integration_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_method",
     .api = "UpdateMethod",
     .doc = "Changes a method: authorization, parameters, models, validator.",
     .params = update_method_params,
     .result = method_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_method_response",
     .api = "UpdateMethodResponse",
     .doc = "Changes an answer that a method has.",
     .params = update_method_response_params,
     .result = method_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_model",
     .api = "UpdateModel",
     .doc = "Changes a model's description or schema.",
     .params = update_model_params,
     .result = model_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_request_validator",
     .api = "UpdateRequestValidator",
     .doc = "Changes what a request validator checks.",
     .params = update_request_validator_params,
     .result = request_validator_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_resource",
     .api = "UpdateResource",
     .doc = "Changes a resource's part of the path, or what it is below.",
     .params = update_resource_params,
     .result = resource_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_rest_api",
     .api = "UpdateRestApi",
     .doc = "Changes a REST API's settings.",
     .params = update_rest_api_params,
     .result = rest_api_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_stage",
     .api = "UpdateStage",
     .doc = "Changes a stage: deployment, variables, settings of methods.",
     .params = update_stage_params,
     .result = stage_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_usage_plan",
     .api = "UpdateUsagePlan",
     .doc = "Changes a usage plan: stages, rates, quota.",
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
    {"test_invoke_authorizer", "POST", "/restapis/{restapi_id}/authorizers/{authorizer_id}", NULL,
     200, test_invoke_authorizer_places, NULL},
    {"test_invoke_method", "POST",
     "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}", NULL, 200,
     test_invoke_method_places, NULL},
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
