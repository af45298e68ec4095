/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Operations of apigatewayv2. */
#include "client/ops.h"

#include <slrun/table.h>

#include "client/wire.h"

static const char *const absent[] = {"NotFoundException", NULL};
static const struct slrun_shape shape_string = S_STRING;

static const struct slrun_param cors_in[] = {
    {"AllowCredentials", S_BOOLEAN, 0,
     "Whether a page may send cookies and the like; not with an origin \"*\"."},
    {"AllowHeaders", S_LIST(shape_string), 0, "Headers that a page may send; \"*\" for all."},
    {"AllowMethods", S_LIST(shape_string), 0,
     "Methods that a page may use, as GET; \"*\" for all."},
    {"AllowOrigins", S_LIST(shape_string), 0,
     "Origins whose pages may call, as \"https://example.com\"; \"*\" for all, \"https://*\" for "
     "all of https."},
    {"ExposeHeaders", S_LIST(shape_string), 0,
     "Headers of an answer that a page may read; \"*\" for all."},
    {"MaxAge", S_INTEGER, 0,
     "Seconds for which browsers keep what a preflight said, 0 to 86,400; -1: not at all."},
    {.name = NULL}};

static const char *const words_ip_address_type[] = {"ipv4", "dualstack", NULL};
static const char *const words_protocol_type[] = {"WEBSOCKET", "HTTP", NULL};
static const struct slrun_param create_api_params[] = {
    {"ApiKeySelectionExpression", S_STRING, 0,
     "Where the API key is: \"$request.header.x-api-key\", the default, or what the authorizer "
     "says; WebSocket only."},
    {"CorsConfiguration", S_STRUCTURE(cors_in), 0,
     "What pages of other origins may do; HTTP APIs only. Absent: the API itself answers."},
    {"CredentialsArn", S_STRING, 0,
     "ARN of the role with which Target's integration calls AWS; HTTP APIs only."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"DisableSchemaValidation", S_BOOLEAN, 0,
     "Whether deployments do without a check of models; WebSocket APIs only."},
    {"DisableExecuteApiEndpoint", S_BOOLEAN, 0,
     "Whether the default address is closed, so that callers need a domain name; false unless "
     "given."},
    {"IpAddressType", S_WORD(words_ip_address_type), 0,
     "ipv4 (IPv4 only, the default) or dualstack (IPv4 and IPv6)."},
    {"Name", S_STRING, SLRUN_REQUIRED,
     "The API's name, 1 to 128 characters; several APIs may have the same."},
    {"ProtocolType", S_WORD(words_protocol_type), SLRUN_REQUIRED,
     "What the API speaks: HTTP or WEBSOCKET; it never changes."},
    {"RouteKey", S_STRING, 0,
     "Route that Target gets; \"$default\" (all requests) unless given. HTTP APIs only."},
    {"RouteSelectionExpression", S_STRING, 0,
     "What chooses the route: \"$request.body.action\" of messages; HTTP: \"${request.method} "
     "${request.path}\"."},
    {"Tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters, a value at most 256."},
    {"Target", S_STRING, 0,
     "URL or function ARN: makes an integration, a route and a stage \"$default\", too; HTTP APIs "
     "only."},
    {"Version", S_STRING, 0, "A version of one's own, 1 to 64 characters."},
    {.name = NULL}};

static const struct slrun_param cors_out[] = {
    {"AllowCredentials", S_BOOLEAN, 0,
     "Whether a page may send cookies and the like; not with an origin \"*\"."},
    {"AllowHeaders", S_LIST(shape_string), 0, "Headers that a page may send; \"*\" for all."},
    {"AllowMethods", S_LIST(shape_string), 0,
     "Methods that a page may use, as GET; \"*\" for all."},
    {"AllowOrigins", S_LIST(shape_string), 0,
     "Origins whose pages may call, as \"https://example.com\"; \"*\" for all, \"https://*\" for "
     "all of https."},
    {"ExposeHeaders", S_LIST(shape_string), 0,
     "Headers of an answer that a page may read; \"*\" for all."},
    {"MaxAge", S_INTEGER, 0,
     "Seconds for which browsers keep what a preflight said, 0 to 86,400; -1: not at all."},
    {.name = NULL}};

static const struct slrun_param create_api_response_out[] = {
    {"ApiEndpoint", S_STRING, 0,
     "The API's address, \"https://ID.execute-api.REGION.amazonaws.com\"; wss: for WebSocket "
     "APIs."},
    {"ApiGatewayManaged", S_BOOLEAN, 0,
     "Whether quick create or another service made it; it cannot be deleted then."},
    {"ApiId", S_STRING, 0,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"ApiKeySelectionExpression", S_STRING, 0,
     "Where the API key is: \"$request.header.x-api-key\", the default, or what the authorizer "
     "says; WebSocket only."},
    {"CorsConfiguration", S_STRUCTURE(cors_out), 0,
     "What pages of other origins may do; HTTP APIs only. Absent: the API itself answers."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"DisableSchemaValidation", S_BOOLEAN, 0,
     "Whether deployments do without a check of models; WebSocket APIs only."},
    {"DisableExecuteApiEndpoint", S_BOOLEAN, 0,
     "Whether the default address is closed, so that callers need a domain name; false unless "
     "given."},
    {"ImportInfo", S_LIST(shape_string), 0,
     "What an import left out of the definition; HTTP APIs only."},
    {"IpAddressType", S_STRING, 0, "ipv4 (IPv4 only, the default) or dualstack (IPv4 and IPv6)."},
    {"Name", S_STRING, 0, "The API's name."},
    {"ProtocolType", S_STRING, 0, "What the API speaks: HTTP or WEBSOCKET; it never changes."},
    {"RouteSelectionExpression", S_STRING, 0,
     "What chooses the route: \"$request.body.action\" of messages; HTTP: \"${request.method} "
     "${request.path}\"."},
    {"Tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters, a value at most 256."},
    {"Version", S_STRING, 0, "A version of one's own, 1 to 64 characters."},
    {"Warnings", S_LIST(shape_string), 0,
     "What an import did not understand; with FailOnWarnings."},
    {.name = NULL}};

static const struct slrun_param create_api_mapping_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"ApiMappingKey", S_STRING, 0,
     "First parts of the path after the domain name that lead to the API; absent or \"\": none."},
    {"DomainName", S_STRING, SLRUN_REQUIRED, "The custom domain name, as \"api.example.com\"."},
    {"Stage", S_STRING, SLRUN_REQUIRED, "Name of the API's stage that requests go to."},
    {.name = NULL}};

static const struct slrun_param create_api_mapping_response_out[] = {
    {"ApiId", S_STRING, 0,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"ApiMappingId", S_STRING, 0, "Id of the API mapping."},
    {"ApiMappingKey", S_STRING, 0,
     "First parts of the path after the domain name that lead to the API; absent or \"\": none."},
    {"Stage", S_STRING, 0, "Name of the API's stage that requests go to."},
    {.name = NULL}};

static const struct ag_place create_api_mapping_places[] = {{"DomainName", "domainName", AG_LABEL},
                                                            {.name = NULL}};

static const char *const words_authorizer_type[] = {"REQUEST", "JWT", NULL};
static const struct slrun_param jwt_configuration_in[] = {
    {"Audience", S_LIST(shape_string), 0,
     "What a token's aud (or client_id) may be: one of them has to be in it."},
    {"Issuer", S_STRING, 0,
     "URL that a token's iss must be, as \"https://cognito-idp.REGION.amazonaws.com/POOL\"."},
    {.name = NULL}};

static const struct slrun_param create_authorizer_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"AuthorizerCredentialsArn", S_STRING, 0,
     "ARN of the role with which the function is invoked; absent: the function's own policy allows "
     "it."},
    {"AuthorizerPayloadFormatVersion", S_STRING, 0,
     "Form of the function's event: \"1.0\" or \"2.0\"; HTTP APIs need it with REQUEST."},
    {"AuthorizerResultTtlInSeconds", S_INTEGER, 0,
     "Seconds for which an answer is kept and used again, 0 (never) to 3,600; HTTP APIs, REQUEST."},
    {"AuthorizerType", S_WORD(words_authorizer_type), SLRUN_REQUIRED,
     "REQUEST (a function judges the request) or JWT (a token is checked; HTTP APIs only)."},
    {"AuthorizerUri", S_STRING, 0,
     "The function: "
     "arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION_ARN/invocations."},
    {"EnableSimpleResponses", S_BOOLEAN, 0,
     "Whether the function answers {\"isAuthorized\": true} instead of a policy; HTTP APIs only."},
    {"IdentitySource", S_LIST(shape_string), SLRUN_REQUIRED,
     "Where the token is: \"$request.header.NAME\"; of WebSocket APIs "
     "\"route.request.header.NAME\"."},
    {"IdentityValidationExpression", S_STRING, 0, "Without effect: no kind of authorizer uses it."},
    {"JwtConfiguration", S_STRUCTURE(jwt_configuration_in), 0,
     "Issuer and audience of the tokens; authorizers of type JWT need it."},
    {"Name", S_STRING, SLRUN_REQUIRED,
     "The authorizer's name, 1 to 128 characters; once within its API."},
    {.name = NULL}};

static const struct slrun_param jwt_configuration_out[] = {
    {"Audience", S_LIST(shape_string), 0,
     "What a token's aud (or client_id) may be: one of them has to be in it."},
    {"Issuer", S_STRING, 0,
     "URL that a token's iss must be, as \"https://cognito-idp.REGION.amazonaws.com/POOL\"."},
    {.name = NULL}};

static const struct slrun_param create_authorizer_response_out[] = {
    {"AuthorizerCredentialsArn", S_STRING, 0,
     "ARN of the role with which the function is invoked; absent: the function's own policy allows "
     "it."},
    {"AuthorizerId", S_STRING, 0, "Id of the authorizer."},
    {"AuthorizerPayloadFormatVersion", S_STRING, 0,
     "Form of the function's event: \"1.0\" or \"2.0\"; HTTP APIs need it with REQUEST."},
    {"AuthorizerResultTtlInSeconds", S_INTEGER, 0,
     "Seconds for which an answer is kept and used again, 0 (never) to 3,600; HTTP APIs, REQUEST."},
    {"AuthorizerType", S_STRING, 0,
     "REQUEST (a function judges the request) or JWT (a token is checked; HTTP APIs only)."},
    {"AuthorizerUri", S_STRING, 0,
     "The function: "
     "arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION_ARN/invocations."},
    {"EnableSimpleResponses", S_BOOLEAN, 0,
     "Whether the function answers {\"isAuthorized\": true} instead of a policy; HTTP APIs only."},
    {"IdentitySource", S_LIST(shape_string), 0,
     "Where the token is: \"$request.header.NAME\"; of WebSocket APIs "
     "\"route.request.header.NAME\"."},
    {"IdentityValidationExpression", S_STRING, 0, "Without effect: no kind of authorizer uses it."},
    {"JwtConfiguration", S_STRUCTURE(jwt_configuration_out), 0,
     "Issuer and audience of the tokens; authorizers of type JWT need it."},
    {"Name", S_STRING, 0, "The authorizer's name."},
    {.name = NULL}};

static const struct ag_place create_authorizer_places[] = {{"ApiId", "apiId", AG_LABEL},
                                                           {.name = NULL}};

static const struct slrun_param create_deployment_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"StageName", S_STRING, 0, "Stage that the deployment is put on; absent: on none."},
    {.name = NULL}};

static const struct slrun_param create_deployment_response_out[] = {
    {"AutoDeployed", S_BOOLEAN, 0, "Whether the stage's AutoDeploy made it."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {"DeploymentId", S_STRING, 0, "Id of the deployment."},
    {"DeploymentStatus", S_STRING, 0, "How the deployment stands: PENDING, DEPLOYED or FAILED."},
    {"DeploymentStatusMessage", S_STRING, 0, "What AWS says of DeploymentStatus."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {.name = NULL}};

static const struct ag_place create_deployment_places[] = {{"ApiId", "apiId", AG_LABEL},
                                                           {.name = NULL}};

static const char *const words_domain_name_status[] = {"AVAILABLE", "UPDATING",
                                                       "PENDING_CERTIFICATE_REIMPORT",
                                                       "PENDING_OWNERSHIP_VERIFICATION", NULL};
static const char *const words_endpoint_type[] = {"REGIONAL", "EDGE", NULL};
static const char *const words_security_policy[] = {"TLS_1_0", "TLS_1_2", NULL};
static const struct slrun_param domain_name_configuration_in[] = {
    {"ApiGatewayDomainName", S_STRING, 0,
     "API Gateway's name to which DNS has to point for the domain name."},
    {"CertificateArn", S_STRING, 0, "ARN of the ACM certificate of the domain name."},
    {"CertificateName", S_STRING, 0, "A name of one's own for the certificate."},
    {"CertificateUploadDate", S_TIMESTAMP, 0, "When the certificate was given."},
    {"DomainNameStatus", S_WORD(words_domain_name_status), 0,
     "AVAILABLE, UPDATING (no other change now) or PENDING_...."},
    {"DomainNameStatusMessage", S_STRING, 0, "What AWS says of DomainNameStatus."},
    {"EndpointType", S_WORD(words_endpoint_type), 0,
     "REGIONAL, as HTTP and WebSocket APIs need it, or EDGE."},
    {"HostedZoneId", S_STRING, 0, "Route 53 zone of ApiGatewayDomainName."},
    {"IpAddressType", S_WORD(words_ip_address_type), 0,
     "ipv4 (IPv4 only, the default) or dualstack (IPv4 and IPv6)."},
    {"SecurityPolicy", S_WORD(words_security_policy), 0,
     "Oldest TLS that callers may use: TLS_1_2, or TLS_1_0 (not for HTTP and WebSocket APIs)."},
    {"OwnershipVerificationCertificateArn", S_STRING, 0,
     "ARN of a public ACM certificate that proves the name is yours; for mutual TLS with another's "
     "certificate."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_domain_name_configuration_in =
    S_STRUCTURE(domain_name_configuration_in);

static const struct slrun_param mutual_tls_authentication_input_in[] = {
    {"TruststoreUri", S_STRING, 0,
     "Truststore with the certificates that callers may have: \"s3://BUCKET/KEY\"."},
    {"TruststoreVersion", S_STRING, 0,
     "Version id of the truststore's object; the bucket needs versioning."},
    {.name = NULL}};

static const char *const words_routing_mode[] = {"API_MAPPING_ONLY", "ROUTING_RULE_ONLY",
                                                 "ROUTING_RULE_THEN_API_MAPPING", NULL};
static const struct slrun_param create_domain_name_params[] = {
    {"DomainName", S_STRING, SLRUN_REQUIRED, "The custom domain name, as \"api.example.com\"."},
    {"DomainNameConfigurations", S_LIST(shape_structure_domain_name_configuration_in), 0,
     "The domain name's endpoint: certificate, TLS, kind. One of them."},
    {"MutualTlsAuthentication", S_STRUCTURE(mutual_tls_authentication_input_in), 0,
     "Makes callers show a certificate: where the truststore is that it is checked against."},
    {"RoutingMode", S_WORD(words_routing_mode), 0,
     "What chooses the API: API_MAPPING_ONLY (the default), ROUTING_RULE_ONLY or both, rules "
     "first."},
    {"Tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters, a value at most 256."},
    {.name = NULL}};

static const struct slrun_param domain_name_configuration_out[] = {
    {"ApiGatewayDomainName", S_STRING, 0,
     "API Gateway's name to which DNS has to point for the domain name."},
    {"CertificateArn", S_STRING, 0, "ARN of the ACM certificate of the domain name."},
    {"CertificateName", S_STRING, 0, "A name of one's own for the certificate."},
    {"CertificateUploadDate", S_TIMESTAMP, 0, "When the certificate was given."},
    {"DomainNameStatus", S_STRING, 0, "AVAILABLE, UPDATING (no other change now) or PENDING_...."},
    {"DomainNameStatusMessage", S_STRING, 0, "What AWS says of DomainNameStatus."},
    {"EndpointType", S_STRING, 0, "REGIONAL, as HTTP and WebSocket APIs need it, or EDGE."},
    {"HostedZoneId", S_STRING, 0, "Route 53 zone of ApiGatewayDomainName."},
    {"IpAddressType", S_STRING, 0, "ipv4 (IPv4 only, the default) or dualstack (IPv4 and IPv6)."},
    {"SecurityPolicy", S_STRING, 0,
     "Oldest TLS that callers may use: TLS_1_2, or TLS_1_0 (not for HTTP and WebSocket APIs)."},
    {"OwnershipVerificationCertificateArn", S_STRING, 0,
     "ARN of a public ACM certificate that proves the name is yours; for mutual TLS with another's "
     "certificate."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_domain_name_configuration_out =
    S_STRUCTURE(domain_name_configuration_out);

static const struct slrun_param mutual_tls_authentication_out[] = {
    {"TruststoreUri", S_STRING, 0,
     "Truststore with the certificates that callers may have: \"s3://BUCKET/KEY\"."},
    {"TruststoreVersion", S_STRING, 0,
     "Version id of the truststore's object; the bucket needs versioning."},
    {"TruststoreWarnings", S_LIST(shape_string), 0,
     "What is wrong with certificates of the truststore, whose callers then cannot connect."},
    {.name = NULL}};

static const struct slrun_param create_domain_name_response_out[] = {
    {"ApiMappingSelectionExpression", S_STRING, 0,
     "What of a request chooses the mapping: \"$request.basepath\"."},
    {"DomainName", S_STRING, 0, "The custom domain name, as \"api.example.com\"."},
    {"DomainNameArn", S_STRING, 0, "ARN of the custom domain name."},
    {"DomainNameConfigurations", S_LIST(shape_structure_domain_name_configuration_out), 0,
     "The domain name's endpoint: certificate, TLS, kind. One of them."},
    {"MutualTlsAuthentication", S_STRUCTURE(mutual_tls_authentication_out), 0,
     "Makes callers show a certificate: where the truststore is that it is checked against."},
    {"RoutingMode", S_STRING, 0,
     "What chooses the API: API_MAPPING_ONLY (the default), ROUTING_RULE_ONLY or both, rules "
     "first."},
    {"Tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters, a value at most 256."},
    {.name = NULL}};

static const char *const words_connection_type[] = {"INTERNET", "VPC_LINK", NULL};
static const char *const words_content_handling_strategy[] = {"CONVERT_TO_BINARY",
                                                              "CONVERT_TO_TEXT", NULL};
static const char *const words_integration_type[] = {"AWS",        "HTTP",      "MOCK",
                                                     "HTTP_PROXY", "AWS_PROXY", NULL};
static const char *const words_passthrough_behavior[] = {"WHEN_NO_MATCH", "NEVER",
                                                         "WHEN_NO_TEMPLATES", NULL};
static const struct slrun_shape shape_map_shape_string = S_MAP(shape_string);

static const struct slrun_param tls_config_input_in[] = {
    {"ServerNameToVerify", S_STRING, 0,
     "Host name that the backend's certificate must have; it is also sent as SNI."},
    {.name = NULL}};

static const struct slrun_param create_integration_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"ConnectionId", S_STRING, 0, "Id of the VPC link; HTTP APIs, with ConnectionType VPC_LINK."},
    {"ConnectionType", S_WORD(words_connection_type), 0,
     "How the backend is reached: INTERNET (the default) or VPC_LINK (it is inside a VPC)."},
    {"ContentHandlingStrategy", S_WORD(words_content_handling_strategy), 0,
     "What the answer's body becomes: CONVERT_TO_BINARY or CONVERT_TO_TEXT (base64); WebSocket "
     "APIs only."},
    {"CredentialsArn", S_STRING, 0,
     "ARN of the role with which AWS is called; \"arn:aws:iam::*:user/*\": the caller's; none: its "
     "policy allows it."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"IntegrationMethod", S_STRING, 0,
     "HTTP method with which the backend is called: POST for functions; ANY: the request's own."},
    {"IntegrationSubtype", S_STRING, 0,
     "Action of AWS that is called, as \"SQS-SendMessage\"; HTTP APIs, with AWS_PROXY."},
    {"IntegrationType", S_WORD(words_integration_type), SLRUN_REQUIRED,
     "AWS_PROXY (function or AWS action) or HTTP_PROXY; WebSocket APIs also AWS, HTTP and MOCK."},
    {"IntegrationUri", S_STRING, 0,
     "The backend: a URL, a function's ARN, or the ARN of a listener or Cloud Map service (VPC "
     "link)."},
    {"PassthroughBehavior", S_WORD(words_passthrough_behavior), 0,
     "Bodies without a template: WHEN_NO_MATCH (as they are), WHEN_NO_TEMPLATES or NEVER (415); "
     "WebSocket."},
    {"PayloadFormatVersion", S_STRING, 0,
     "Form of what the backend gets: \"2.0\" (functions of HTTP APIs only) or \"1.0\", the "
     "default."},
    {"RequestParameters", S_MAP(shape_string), 0,
     "What the backend gets: \"overwrite:header.X\" (append, remove; querystring, path) or an "
     "action's arguments."},
    {"RequestTemplates", S_MAP(shape_string), 0,
     "Templates that make the backend's body, by what TemplateSelectionExpression says; WebSocket "
     "APIs only."},
    {"ResponseParameters", S_MAP(shape_map_shape_string), 0,
     "By status code (200 to 599): \"overwrite:header.X\" (append, remove), "
     "\"overwrite:statuscode\"; HTTP APIs."},
    {"TemplateSelectionExpression", S_STRING, 0,
     "What of a message chooses the template, as \"${request.body.action}\"; WebSocket APIs only."},
    {"TimeoutInMillis", S_INTEGER, 0,
     "Milliseconds that the backend has, 50 to 30,000 (the default); of WebSocket APIs to 29,000."},
    {"TlsConfig", S_STRUCTURE(tls_config_input_in), 0,
     "How the backend's certificate is checked; with it a VPC link's traffic is HTTPS. HTTP APIs "
     "only."},
    {.name = NULL}};

static const struct slrun_param tls_config_out[] = {
    {"ServerNameToVerify", S_STRING, 0,
     "Host name that the backend's certificate must have; it is also sent as SNI."},
    {.name = NULL}};

static const struct slrun_param create_integration_result_out[] = {
    {"ApiGatewayManaged", S_BOOLEAN, 0,
     "Whether quick create or another service made it; it cannot be deleted then."},
    {"ConnectionId", S_STRING, 0, "Id of the VPC link; HTTP APIs, with ConnectionType VPC_LINK."},
    {"ConnectionType", S_STRING, 0,
     "How the backend is reached: INTERNET (the default) or VPC_LINK (it is inside a VPC)."},
    {"ContentHandlingStrategy", S_STRING, 0,
     "What the answer's body becomes: CONVERT_TO_BINARY or CONVERT_TO_TEXT (base64); WebSocket "
     "APIs only."},
    {"CredentialsArn", S_STRING, 0,
     "ARN of the role with which AWS is called; \"arn:aws:iam::*:user/*\": the caller's; none: its "
     "policy allows it."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"IntegrationId", S_STRING, 0,
     "Id of the integration; a route's Target is \"integrations/\" and this id."},
    {"IntegrationMethod", S_STRING, 0,
     "HTTP method with which the backend is called: POST for functions; ANY: the request's own."},
    {"IntegrationResponseSelectionExpression", S_STRING, 0,
     "What of an answer chooses the integration response, as "
     "\"${integration.response.statuscode}\"."},
    {"IntegrationSubtype", S_STRING, 0,
     "Action of AWS that is called, as \"SQS-SendMessage\"; HTTP APIs, with AWS_PROXY."},
    {"IntegrationType", S_STRING, 0,
     "AWS_PROXY (function or AWS action) or HTTP_PROXY; WebSocket APIs also AWS, HTTP and MOCK."},
    {"IntegrationUri", S_STRING, 0,
     "The backend: a URL, a function's ARN, or the ARN of a listener or Cloud Map service (VPC "
     "link)."},
    {"PassthroughBehavior", S_STRING, 0,
     "Bodies without a template: WHEN_NO_MATCH (as they are), WHEN_NO_TEMPLATES or NEVER (415); "
     "WebSocket."},
    {"PayloadFormatVersion", S_STRING, 0,
     "Form of what the backend gets: \"2.0\" (functions of HTTP APIs only) or \"1.0\", the "
     "default."},
    {"RequestParameters", S_MAP(shape_string), 0,
     "What the backend gets: \"overwrite:header.X\" (append, remove; querystring, path) or an "
     "action's arguments."},
    {"RequestTemplates", S_MAP(shape_string), 0,
     "Templates that make the backend's body, by what TemplateSelectionExpression says; WebSocket "
     "APIs only."},
    {"ResponseParameters", S_MAP(shape_map_shape_string), 0,
     "By status code (200 to 599): \"overwrite:header.X\" (append, remove), "
     "\"overwrite:statuscode\"; HTTP APIs."},
    {"TemplateSelectionExpression", S_STRING, 0,
     "What of a message chooses the template, as \"${request.body.action}\"; WebSocket APIs only."},
    {"TimeoutInMillis", S_INTEGER, 0,
     "Milliseconds that the backend has, 50 to 30,000 (the default); of WebSocket APIs to 29,000."},
    {"TlsConfig", S_STRUCTURE(tls_config_out), 0,
     "How the backend's certificate is checked; with it a VPC link's traffic is HTTPS. HTTP APIs "
     "only."},
    {.name = NULL}};

static const struct ag_place create_integration_places[] = {{"ApiId", "apiId", AG_LABEL},
                                                            {.name = NULL}};

static const char *const words_authorization_type[] = {"NONE", "AWS_IAM", "CUSTOM", "JWT", NULL};
static const struct slrun_param parameter_constraints_in[] = {
    {"Required", S_BOOLEAN, 0, "Whether a request needs the parameter."}, {.name = NULL}};

static const struct slrun_shape shape_structure_parameter_constraints_in =
    S_STRUCTURE(parameter_constraints_in);

static const struct slrun_param create_route_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"ApiKeyRequired", S_BOOLEAN, 0,
     "Whether a request needs a valid API key; WebSocket APIs only. False unless given."},
    {"AuthorizationScopes", S_LIST(shape_string), 0,
     "OAuth scopes, one of which a token must have; with JWT only."},
    {"AuthorizationType", S_WORD(words_authorization_type), 0,
     "Who may call it: NONE (everyone, the default), AWS_IAM, CUSTOM (a function) or JWT (HTTP "
     "APIs)."},
    {"AuthorizerId", S_STRING, 0,
     "Id of the authorizer that judges requests; with AuthorizationType CUSTOM or JWT."},
    {"ModelSelectionExpression", S_STRING, 0,
     "What of a message chooses the model, as \"${request.body.action}\"; WebSocket APIs only."},
    {"OperationName", S_STRING, 0,
     "The route's name for people, as \"ListPets\"; 1 to 64 characters."},
    {"RequestModels", S_MAP(shape_string), 0,
     "Name of the model of a message, by what ModelSelectionExpression says; WebSocket APIs only."},
    {"RequestParameters", S_MAP(shape_structure_parameter_constraints_in), 0,
     "Parameters, as \"route.request.querystring.NAME\" (header); WebSocket APIs only."},
    {"RouteKey", S_STRING, SLRUN_REQUIRED,
     "Which requests: \"GET /pets/{id}\", \"ANY /{proxy+}\", \"$default\"; of WebSocket APIs "
     "\"$connect\" and the like."},
    {"RouteResponseSelectionExpression", S_STRING, 0,
     "\"$default\": the sender of a message gets an answer; absent: it does not. WebSocket APIs "
     "only."},
    {"Target", S_STRING, 0, "Where the route leads: \"integrations/\" and an integration's id."},
    {.name = NULL}};

static const struct slrun_param parameter_constraints_out[] = {
    {"Required", S_BOOLEAN, 0, "Whether a request needs the parameter."}, {.name = NULL}};

static const struct slrun_shape shape_structure_parameter_constraints_out =
    S_STRUCTURE(parameter_constraints_out);

static const struct slrun_param create_route_result_out[] = {
    {"ApiGatewayManaged", S_BOOLEAN, 0,
     "Whether quick create or another service made it; it cannot be deleted then."},
    {"ApiKeyRequired", S_BOOLEAN, 0,
     "Whether a request needs a valid API key; WebSocket APIs only. False unless given."},
    {"AuthorizationScopes", S_LIST(shape_string), 0,
     "OAuth scopes, one of which a token must have; with JWT only."},
    {"AuthorizationType", S_STRING, 0,
     "Who may call it: NONE (everyone, the default), AWS_IAM, CUSTOM (a function) or JWT (HTTP "
     "APIs)."},
    {"AuthorizerId", S_STRING, 0, "Id of the authorizer."},
    {"ModelSelectionExpression", S_STRING, 0,
     "What of a message chooses the model, as \"${request.body.action}\"; WebSocket APIs only."},
    {"OperationName", S_STRING, 0,
     "The route's name for people, as \"ListPets\"; 1 to 64 characters."},
    {"RequestModels", S_MAP(shape_string), 0,
     "Name of the model of a message, by what ModelSelectionExpression says; WebSocket APIs only."},
    {"RequestParameters", S_MAP(shape_structure_parameter_constraints_out), 0,
     "Parameters, as \"route.request.querystring.NAME\" (header); WebSocket APIs only."},
    {"RouteId", S_STRING, 0, "Id of the route."},
    {"RouteKey", S_STRING, 0,
     "Which requests: \"GET /pets/{id}\", \"ANY /{proxy+}\", \"$default\"; of WebSocket APIs "
     "\"$connect\" and the like."},
    {"RouteResponseSelectionExpression", S_STRING, 0,
     "\"$default\": the sender of a message gets an answer; absent: it does not. WebSocket APIs "
     "only."},
    {"Target", S_STRING, 0, "Where the route leads: \"integrations/\" and an integration's id."},
    {.name = NULL}};

static const struct ag_place create_route_places[] = {{"ApiId", "apiId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param access_log_settings_in[] = {
    {"DestinationArn", S_STRING, 0, "ARN of the log group that gets the access log."},
    {"Format", S_STRING, 0,
     "One line of $context variables; $context.requestId or $context.extendedRequestId is one of "
     "them."},
    {.name = NULL}};

static const char *const words_logging_level[] = {"ERROR", "INFO", "OFF", NULL};
static const struct slrun_param route_settings_in[] = {
    {"DataTraceEnabled", S_BOOLEAN, 0,
     "Whether whole messages are logged, secrets and all; WebSocket APIs only."},
    {"DetailedMetricsEnabled", S_BOOLEAN, 0,
     "Whether CloudWatch gets metrics of each route; false unless given."},
    {"LoggingLevel", S_WORD(words_logging_level), 0,
     "What is logged: OFF (the default), ERROR (failures only) or INFO (all); WebSocket APIs "
     "only."},
    {"ThrottlingBurstLimit", S_INTEGER, 0,
     "Most requests that may come at once before the rate counts."},
    {"ThrottlingRateLimit", S_FLOAT, 0, "Requests per second in the long run."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_route_settings_in = S_STRUCTURE(route_settings_in);

static const struct slrun_param create_stage_params[] = {
    {"AccessLogSettings", S_STRUCTURE(access_log_settings_in), 0,
     "Where the access log goes, and what a line of it holds."},
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"AutoDeploy", S_BOOLEAN, 0,
     "Whether each change of the API is deployed at once; false unless given."},
    {"ClientCertificateId", S_STRING, 0,
     "Id of the certificate that the stage shows to backends; WebSocket APIs only."},
    {"DefaultRouteSettings", S_STRUCTURE(route_settings_in), 0,
     "Limits, logging and metrics of routes that RouteSettings does not name."},
    {"DeploymentId", S_STRING, 0,
     "Id of the deployment that the stage serves; not with AutoDeploy."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"RouteSettings", S_MAP(shape_structure_route_settings_in), 0,
     "Limits, logging and metrics of single routes, by RouteKey."},
    {"StageName", S_STRING, SLRUN_REQUIRED,
     "Name of the stage, first part of its path: letters, digits, \"-\", \"_\", 1 to 128; or "
     "\"$default\": no part."},
    {"StageVariables", S_MAP(shape_string), 0,
     "Values by name; names of letters, digits and \"_\", values of those and -.~:/?#&=,."},
    {"Tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters, a value at most 256."},
    {.name = NULL}};

static const struct slrun_param access_log_settings_out[] = {
    {"DestinationArn", S_STRING, 0, "ARN of the log group that gets the access log."},
    {"Format", S_STRING, 0,
     "One line of $context variables; $context.requestId or $context.extendedRequestId is one of "
     "them."},
    {.name = NULL}};

static const struct slrun_param route_settings_out[] = {
    {"DataTraceEnabled", S_BOOLEAN, 0,
     "Whether whole messages are logged, secrets and all; WebSocket APIs only."},
    {"DetailedMetricsEnabled", S_BOOLEAN, 0,
     "Whether CloudWatch gets metrics of each route; false unless given."},
    {"LoggingLevel", S_STRING, 0,
     "What is logged: OFF (the default), ERROR (failures only) or INFO (all); WebSocket APIs "
     "only."},
    {"ThrottlingBurstLimit", S_INTEGER, 0,
     "Most requests that may come at once before the rate counts."},
    {"ThrottlingRateLimit", S_FLOAT, 0, "Requests per second in the long run."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_route_settings_out =
    S_STRUCTURE(route_settings_out);

static const struct slrun_param create_stage_response_out[] = {
    {"AccessLogSettings", S_STRUCTURE(access_log_settings_out), 0,
     "Where the access log goes, and what a line of it holds."},
    {"ApiGatewayManaged", S_BOOLEAN, 0,
     "Whether quick create or another service made it; it cannot be deleted then."},
    {"AutoDeploy", S_BOOLEAN, 0,
     "Whether each change of the API is deployed at once; false unless given."},
    {"ClientCertificateId", S_STRING, 0,
     "Id of the certificate that the stage shows to backends; WebSocket APIs only."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {"DefaultRouteSettings", S_STRUCTURE(route_settings_out), 0,
     "Limits, logging and metrics of routes that RouteSettings does not name."},
    {"DeploymentId", S_STRING, 0, "Id of the deployment that the stage serves."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"LastDeploymentStatusMessage", S_STRING, 0,
     "What AWS says of the last deployment; with AutoDeploy only."},
    {"LastUpdatedDate", S_TIMESTAMP, 0, "When it was last changed."},
    {"RouteSettings", S_MAP(shape_structure_route_settings_out), 0,
     "Limits, logging and metrics of single routes, by RouteKey."},
    {"StageName", S_STRING, 0, "Name of the stage."},
    {"StageVariables", S_MAP(shape_string), 0,
     "Values by name; names of letters, digits and \"_\", values of those and -.~:/?#&=,."},
    {"Tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters, a value at most 256."},
    {.name = NULL}};

static const struct ag_place create_stage_places[] = {{"ApiId", "apiId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param delete_api_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {.name = NULL}};

static const struct ag_place delete_api_places[] = {{"ApiId", "apiId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param delete_api_mapping_params[] = {
    {"ApiMappingId", S_STRING, SLRUN_REQUIRED, "Id of the API mapping."},
    {"DomainName", S_STRING, SLRUN_REQUIRED, "The custom domain name, as \"api.example.com\"."},
    {.name = NULL}};

static const struct ag_place delete_api_mapping_places[] = {
    {"ApiMappingId", "apiMappingId", AG_LABEL},
    {"DomainName", "domainName", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param delete_authorizer_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"AuthorizerId", S_STRING, SLRUN_REQUIRED, "Id of the authorizer."},
    {.name = NULL}};

static const struct ag_place delete_authorizer_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"AuthorizerId", "authorizerId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param delete_cors_configuration_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {.name = NULL}};

static const struct ag_place delete_cors_configuration_places[] = {{"ApiId", "apiId", AG_LABEL},
                                                                   {.name = NULL}};

static const struct slrun_param delete_deployment_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"DeploymentId", S_STRING, SLRUN_REQUIRED, "Id of the deployment."},
    {.name = NULL}};

static const struct ag_place delete_deployment_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"DeploymentId", "deploymentId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param delete_domain_name_params[] = {
    {"DomainName", S_STRING, SLRUN_REQUIRED, "The custom domain name, as \"api.example.com\"."},
    {.name = NULL}};

static const struct ag_place delete_domain_name_places[] = {{"DomainName", "domainName", AG_LABEL},
                                                            {.name = NULL}};

static const struct slrun_param delete_integration_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"IntegrationId", S_STRING, SLRUN_REQUIRED,
     "Id of the integration; a route's Target is \"integrations/\" and this id."},
    {.name = NULL}};

static const struct ag_place delete_integration_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"IntegrationId", "integrationId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param delete_route_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"RouteId", S_STRING, SLRUN_REQUIRED, "Id of the route."},
    {.name = NULL}};

static const struct ag_place delete_route_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"RouteId", "routeId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param delete_route_settings_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"RouteKey", S_STRING, SLRUN_REQUIRED, "Route whose settings go, as \"GET /pets/{id}\"."},
    {"StageName", S_STRING, SLRUN_REQUIRED, "Name of the stage."},
    {.name = NULL}};

static const struct ag_place delete_route_settings_places[] = {{"ApiId", "apiId", AG_LABEL},
                                                               {"RouteKey", "routeKey", AG_LABEL},
                                                               {"StageName", "stageName", AG_LABEL},
                                                               {.name = NULL}};

static const struct slrun_param delete_stage_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"StageName", S_STRING, SLRUN_REQUIRED, "Name of the stage."},
    {.name = NULL}};

static const struct ag_place delete_stage_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"StageName", "stageName", AG_LABEL}, {.name = NULL}};

static const struct slrun_param get_api_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {.name = NULL}};

static const struct slrun_param get_api_response_out[] = {
    {"ApiEndpoint", S_STRING, 0,
     "The API's address, \"https://ID.execute-api.REGION.amazonaws.com\"; wss: for WebSocket "
     "APIs."},
    {"ApiGatewayManaged", S_BOOLEAN, 0,
     "Whether quick create or another service made it; it cannot be deleted then."},
    {"ApiId", S_STRING, 0,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"ApiKeySelectionExpression", S_STRING, 0,
     "Where the API key is: \"$request.header.x-api-key\", the default, or what the authorizer "
     "says; WebSocket only."},
    {"CorsConfiguration", S_STRUCTURE(cors_out), 0,
     "What pages of other origins may do; HTTP APIs only. Absent: the API itself answers."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"DisableSchemaValidation", S_BOOLEAN, 0,
     "Whether deployments do without a check of models; WebSocket APIs only."},
    {"DisableExecuteApiEndpoint", S_BOOLEAN, 0,
     "Whether the default address is closed, so that callers need a domain name; false unless "
     "given."},
    {"ImportInfo", S_LIST(shape_string), 0,
     "What an import left out of the definition; HTTP APIs only."},
    {"IpAddressType", S_STRING, 0, "ipv4 (IPv4 only, the default) or dualstack (IPv4 and IPv6)."},
    {"Name", S_STRING, 0, "The API's name."},
    {"ProtocolType", S_STRING, 0, "What the API speaks: HTTP or WEBSOCKET; it never changes."},
    {"RouteSelectionExpression", S_STRING, 0,
     "What chooses the route: \"$request.body.action\" of messages; HTTP: \"${request.method} "
     "${request.path}\"."},
    {"Tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters, a value at most 256."},
    {"Version", S_STRING, 0, "A version of one's own, 1 to 64 characters."},
    {"Warnings", S_LIST(shape_string), 0,
     "What an import did not understand; with FailOnWarnings."},
    {.name = NULL}};

static const struct ag_place get_api_places[] = {{"ApiId", "apiId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param get_api_mapping_params[] = {
    {"ApiMappingId", S_STRING, SLRUN_REQUIRED, "Id of the API mapping."},
    {"DomainName", S_STRING, SLRUN_REQUIRED, "The custom domain name, as \"api.example.com\"."},
    {.name = NULL}};

static const struct slrun_param get_api_mapping_response_out[] = {
    {"ApiId", S_STRING, 0,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"ApiMappingId", S_STRING, 0, "Id of the API mapping."},
    {"ApiMappingKey", S_STRING, 0,
     "First parts of the path after the domain name that lead to the API; absent or \"\": none."},
    {"Stage", S_STRING, 0, "Name of the API's stage that requests go to."},
    {.name = NULL}};

static const struct ag_place get_api_mapping_places[] = {{"ApiMappingId", "apiMappingId", AG_LABEL},
                                                         {"DomainName", "domainName", AG_LABEL},
                                                         {.name = NULL}};

static const struct slrun_param get_api_mappings_params[] = {
    {"DomainName", S_STRING, SLRUN_REQUIRED, "The custom domain name, as \"api.example.com\"."},
    {"MaxResults", S_STRING, 0, "Most items of a page, a number as a string."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL}};

static const struct slrun_param api_mapping_out[] = {
    {"ApiId", S_STRING, 0,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"ApiMappingId", S_STRING, 0, "Id of the API mapping."},
    {"ApiMappingKey", S_STRING, 0,
     "First parts of the path after the domain name that lead to the API; absent or \"\": none."},
    {"Stage", S_STRING, 0, "Name of the API's stage that requests go to."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_api_mapping_out = S_STRUCTURE(api_mapping_out);

static const struct slrun_param get_api_mappings_response_out[] = {
    {"Items", S_LIST(shape_structure_api_mapping_out), 0, "API mappings of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL}};

static const struct ag_place get_api_mappings_places[] = {{"DomainName", "domainName", AG_LABEL},
                                                          {"MaxResults", "maxResults", AG_QUERY},
                                                          {"NextToken", "nextToken", AG_QUERY},
                                                          {.name = NULL}};

static const struct slrun_param get_apis_params[] = {
    {"MaxResults", S_STRING, 0, "Most items of a page, a number as a string."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL}};

static const struct slrun_param api_out[] = {
    {"ApiEndpoint", S_STRING, 0,
     "The API's address, \"https://ID.execute-api.REGION.amazonaws.com\"; wss: for WebSocket "
     "APIs."},
    {"ApiGatewayManaged", S_BOOLEAN, 0,
     "Whether quick create or another service made it; it cannot be deleted then."},
    {"ApiId", S_STRING, 0,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"ApiKeySelectionExpression", S_STRING, 0,
     "Where the API key is: \"$request.header.x-api-key\", the default, or what the authorizer "
     "says; WebSocket only."},
    {"CorsConfiguration", S_STRUCTURE(cors_out), 0,
     "What pages of other origins may do; HTTP APIs only. Absent: the API itself answers."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"DisableSchemaValidation", S_BOOLEAN, 0,
     "Whether deployments do without a check of models; WebSocket APIs only."},
    {"DisableExecuteApiEndpoint", S_BOOLEAN, 0,
     "Whether the default address is closed, so that callers need a domain name; false unless "
     "given."},
    {"ImportInfo", S_LIST(shape_string), 0,
     "What an import left out of the definition; HTTP APIs only."},
    {"IpAddressType", S_STRING, 0, "ipv4 (IPv4 only, the default) or dualstack (IPv4 and IPv6)."},
    {"Name", S_STRING, 0, "The API's name."},
    {"ProtocolType", S_STRING, 0, "What the API speaks: HTTP or WEBSOCKET; it never changes."},
    {"RouteSelectionExpression", S_STRING, 0,
     "What chooses the route: \"$request.body.action\" of messages; HTTP: \"${request.method} "
     "${request.path}\"."},
    {"Tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters, a value at most 256."},
    {"Version", S_STRING, 0, "A version of one's own, 1 to 64 characters."},
    {"Warnings", S_LIST(shape_string), 0,
     "What an import did not understand; with FailOnWarnings."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_api_out = S_STRUCTURE(api_out);

static const struct slrun_param get_apis_response_out[] = {
    {"Items", S_LIST(shape_structure_api_out), 0, "APIs of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL}};

static const struct ag_place get_apis_places[] = {
    {"MaxResults", "maxResults", AG_QUERY}, {"NextToken", "nextToken", AG_QUERY}, {.name = NULL}};

static const struct slrun_param get_authorizer_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"AuthorizerId", S_STRING, SLRUN_REQUIRED, "Id of the authorizer."},
    {.name = NULL}};

static const struct slrun_param get_authorizer_response_out[] = {
    {"AuthorizerCredentialsArn", S_STRING, 0,
     "ARN of the role with which the function is invoked; absent: the function's own policy allows "
     "it."},
    {"AuthorizerId", S_STRING, 0, "Id of the authorizer."},
    {"AuthorizerPayloadFormatVersion", S_STRING, 0,
     "Form of the function's event: \"1.0\" or \"2.0\"; HTTP APIs need it with REQUEST."},
    {"AuthorizerResultTtlInSeconds", S_INTEGER, 0,
     "Seconds for which an answer is kept and used again, 0 (never) to 3,600; HTTP APIs, REQUEST."},
    {"AuthorizerType", S_STRING, 0,
     "REQUEST (a function judges the request) or JWT (a token is checked; HTTP APIs only)."},
    {"AuthorizerUri", S_STRING, 0,
     "The function: "
     "arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION_ARN/invocations."},
    {"EnableSimpleResponses", S_BOOLEAN, 0,
     "Whether the function answers {\"isAuthorized\": true} instead of a policy; HTTP APIs only."},
    {"IdentitySource", S_LIST(shape_string), 0,
     "Where the token is: \"$request.header.NAME\"; of WebSocket APIs "
     "\"route.request.header.NAME\"."},
    {"IdentityValidationExpression", S_STRING, 0, "Without effect: no kind of authorizer uses it."},
    {"JwtConfiguration", S_STRUCTURE(jwt_configuration_out), 0,
     "Issuer and audience of the tokens; authorizers of type JWT need it."},
    {"Name", S_STRING, 0, "The authorizer's name."},
    {.name = NULL}};

static const struct ag_place get_authorizer_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"AuthorizerId", "authorizerId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param get_authorizers_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"MaxResults", S_STRING, 0, "Most items of a page, a number as a string."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL}};

static const struct slrun_param authorizer_out[] = {
    {"AuthorizerCredentialsArn", S_STRING, 0,
     "ARN of the role with which the function is invoked; absent: the function's own policy allows "
     "it."},
    {"AuthorizerId", S_STRING, 0, "Id of the authorizer."},
    {"AuthorizerPayloadFormatVersion", S_STRING, 0,
     "Form of the function's event: \"1.0\" or \"2.0\"; HTTP APIs need it with REQUEST."},
    {"AuthorizerResultTtlInSeconds", S_INTEGER, 0,
     "Seconds for which an answer is kept and used again, 0 (never) to 3,600; HTTP APIs, REQUEST."},
    {"AuthorizerType", S_STRING, 0,
     "REQUEST (a function judges the request) or JWT (a token is checked; HTTP APIs only)."},
    {"AuthorizerUri", S_STRING, 0,
     "The function: "
     "arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION_ARN/invocations."},
    {"EnableSimpleResponses", S_BOOLEAN, 0,
     "Whether the function answers {\"isAuthorized\": true} instead of a policy; HTTP APIs only."},
    {"IdentitySource", S_LIST(shape_string), 0,
     "Where the token is: \"$request.header.NAME\"; of WebSocket APIs "
     "\"route.request.header.NAME\"."},
    {"IdentityValidationExpression", S_STRING, 0, "Without effect: no kind of authorizer uses it."},
    {"JwtConfiguration", S_STRUCTURE(jwt_configuration_out), 0,
     "Issuer and audience of the tokens; authorizers of type JWT need it."},
    {"Name", S_STRING, 0, "The authorizer's name."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_authorizer_out = S_STRUCTURE(authorizer_out);

static const struct slrun_param get_authorizers_response_out[] = {
    {"Items", S_LIST(shape_structure_authorizer_out), 0, "Authorizers of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL}};

static const struct ag_place get_authorizers_places[] = {{"ApiId", "apiId", AG_LABEL},
                                                         {"MaxResults", "maxResults", AG_QUERY},
                                                         {"NextToken", "nextToken", AG_QUERY},
                                                         {.name = NULL}};

static const struct slrun_param get_deployment_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"DeploymentId", S_STRING, SLRUN_REQUIRED, "Id of the deployment."},
    {.name = NULL}};

static const struct slrun_param get_deployment_response_out[] = {
    {"AutoDeployed", S_BOOLEAN, 0, "Whether the stage's AutoDeploy made it."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {"DeploymentId", S_STRING, 0, "Id of the deployment."},
    {"DeploymentStatus", S_STRING, 0, "How the deployment stands: PENDING, DEPLOYED or FAILED."},
    {"DeploymentStatusMessage", S_STRING, 0, "What AWS says of DeploymentStatus."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {.name = NULL}};

static const struct ag_place get_deployment_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"DeploymentId", "deploymentId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param get_deployments_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"MaxResults", S_STRING, 0, "Most items of a page, a number as a string."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL}};

static const struct slrun_param deployment_out[] = {
    {"AutoDeployed", S_BOOLEAN, 0, "Whether the stage's AutoDeploy made it."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {"DeploymentId", S_STRING, 0, "Id of the deployment."},
    {"DeploymentStatus", S_STRING, 0, "How the deployment stands: PENDING, DEPLOYED or FAILED."},
    {"DeploymentStatusMessage", S_STRING, 0, "What AWS says of DeploymentStatus."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_deployment_out = S_STRUCTURE(deployment_out);

static const struct slrun_param get_deployments_response_out[] = {
    {"Items", S_LIST(shape_structure_deployment_out), 0, "Deployments of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL}};

static const struct ag_place get_deployments_places[] = {{"ApiId", "apiId", AG_LABEL},
                                                         {"MaxResults", "maxResults", AG_QUERY},
                                                         {"NextToken", "nextToken", AG_QUERY},
                                                         {.name = NULL}};

static const struct slrun_param get_domain_name_params[] = {
    {"DomainName", S_STRING, SLRUN_REQUIRED, "The custom domain name, as \"api.example.com\"."},
    {.name = NULL}};

static const struct slrun_param get_domain_name_response_out[] = {
    {"ApiMappingSelectionExpression", S_STRING, 0,
     "What of a request chooses the mapping: \"$request.basepath\"."},
    {"DomainName", S_STRING, 0, "The custom domain name, as \"api.example.com\"."},
    {"DomainNameArn", S_STRING, 0, "ARN of the custom domain name."},
    {"DomainNameConfigurations", S_LIST(shape_structure_domain_name_configuration_out), 0,
     "The domain name's endpoint: certificate, TLS, kind. One of them."},
    {"MutualTlsAuthentication", S_STRUCTURE(mutual_tls_authentication_out), 0,
     "Makes callers show a certificate: where the truststore is that it is checked against."},
    {"RoutingMode", S_STRING, 0,
     "What chooses the API: API_MAPPING_ONLY (the default), ROUTING_RULE_ONLY or both, rules "
     "first."},
    {"Tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters, a value at most 256."},
    {.name = NULL}};

static const struct ag_place get_domain_name_places[] = {{"DomainName", "domainName", AG_LABEL},
                                                         {.name = NULL}};

static const struct slrun_param get_domain_names_params[] = {
    {"MaxResults", S_STRING, 0, "Most items of a page, a number as a string."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL}};

static const struct slrun_param domain_name_out[] = {
    {"ApiMappingSelectionExpression", S_STRING, 0,
     "What of a request chooses the mapping: \"$request.basepath\"."},
    {"DomainName", S_STRING, 0, "The custom domain name, as \"api.example.com\"."},
    {"DomainNameArn", S_STRING, 0, "ARN of the custom domain name."},
    {"DomainNameConfigurations", S_LIST(shape_structure_domain_name_configuration_out), 0,
     "The domain name's endpoint: certificate, TLS, kind. One of them."},
    {"MutualTlsAuthentication", S_STRUCTURE(mutual_tls_authentication_out), 0,
     "Makes callers show a certificate: where the truststore is that it is checked against."},
    {"RoutingMode", S_STRING, 0,
     "What chooses the API: API_MAPPING_ONLY (the default), ROUTING_RULE_ONLY or both, rules "
     "first."},
    {"Tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters, a value at most 256."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_domain_name_out = S_STRUCTURE(domain_name_out);

static const struct slrun_param get_domain_names_response_out[] = {
    {"Items", S_LIST(shape_structure_domain_name_out), 0, "Custom domain names of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL}};

static const struct ag_place get_domain_names_places[] = {
    {"MaxResults", "maxResults", AG_QUERY}, {"NextToken", "nextToken", AG_QUERY}, {.name = NULL}};

static const struct slrun_param get_integration_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"IntegrationId", S_STRING, SLRUN_REQUIRED,
     "Id of the integration; a route's Target is \"integrations/\" and this id."},
    {.name = NULL}};

static const struct slrun_param get_integration_result_out[] = {
    {"ApiGatewayManaged", S_BOOLEAN, 0,
     "Whether quick create or another service made it; it cannot be deleted then."},
    {"ConnectionId", S_STRING, 0, "Id of the VPC link; HTTP APIs, with ConnectionType VPC_LINK."},
    {"ConnectionType", S_STRING, 0,
     "How the backend is reached: INTERNET (the default) or VPC_LINK (it is inside a VPC)."},
    {"ContentHandlingStrategy", S_STRING, 0,
     "What the answer's body becomes: CONVERT_TO_BINARY or CONVERT_TO_TEXT (base64); WebSocket "
     "APIs only."},
    {"CredentialsArn", S_STRING, 0,
     "ARN of the role with which AWS is called; \"arn:aws:iam::*:user/*\": the caller's; none: its "
     "policy allows it."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"IntegrationId", S_STRING, 0,
     "Id of the integration; a route's Target is \"integrations/\" and this id."},
    {"IntegrationMethod", S_STRING, 0,
     "HTTP method with which the backend is called: POST for functions; ANY: the request's own."},
    {"IntegrationResponseSelectionExpression", S_STRING, 0,
     "What of an answer chooses the integration response, as "
     "\"${integration.response.statuscode}\"."},
    {"IntegrationSubtype", S_STRING, 0,
     "Action of AWS that is called, as \"SQS-SendMessage\"; HTTP APIs, with AWS_PROXY."},
    {"IntegrationType", S_STRING, 0,
     "AWS_PROXY (function or AWS action) or HTTP_PROXY; WebSocket APIs also AWS, HTTP and MOCK."},
    {"IntegrationUri", S_STRING, 0,
     "The backend: a URL, a function's ARN, or the ARN of a listener or Cloud Map service (VPC "
     "link)."},
    {"PassthroughBehavior", S_STRING, 0,
     "Bodies without a template: WHEN_NO_MATCH (as they are), WHEN_NO_TEMPLATES or NEVER (415); "
     "WebSocket."},
    {"PayloadFormatVersion", S_STRING, 0,
     "Form of what the backend gets: \"2.0\" (functions of HTTP APIs only) or \"1.0\", the "
     "default."},
    {"RequestParameters", S_MAP(shape_string), 0,
     "What the backend gets: \"overwrite:header.X\" (append, remove; querystring, path) or an "
     "action's arguments."},
    {"RequestTemplates", S_MAP(shape_string), 0,
     "Templates that make the backend's body, by what TemplateSelectionExpression says; WebSocket "
     "APIs only."},
    {"ResponseParameters", S_MAP(shape_map_shape_string), 0,
     "By status code (200 to 599): \"overwrite:header.X\" (append, remove), "
     "\"overwrite:statuscode\"; HTTP APIs."},
    {"TemplateSelectionExpression", S_STRING, 0,
     "What of a message chooses the template, as \"${request.body.action}\"; WebSocket APIs only."},
    {"TimeoutInMillis", S_INTEGER, 0,
     "Milliseconds that the backend has, 50 to 30,000 (the default); of WebSocket APIs to 29,000."},
    {"TlsConfig", S_STRUCTURE(tls_config_out), 0,
     "How the backend's certificate is checked; with it a VPC link's traffic is HTTPS. HTTP APIs "
     "only."},
    {.name = NULL}};

static const struct ag_place get_integration_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"IntegrationId", "integrationId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param get_integrations_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"MaxResults", S_STRING, 0, "Most items of a page, a number as a string."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL}};

static const struct slrun_param integration_out[] = {
    {"ApiGatewayManaged", S_BOOLEAN, 0,
     "Whether quick create or another service made it; it cannot be deleted then."},
    {"ConnectionId", S_STRING, 0, "Id of the VPC link; HTTP APIs, with ConnectionType VPC_LINK."},
    {"ConnectionType", S_STRING, 0,
     "How the backend is reached: INTERNET (the default) or VPC_LINK (it is inside a VPC)."},
    {"ContentHandlingStrategy", S_STRING, 0,
     "What the answer's body becomes: CONVERT_TO_BINARY or CONVERT_TO_TEXT (base64); WebSocket "
     "APIs only."},
    {"CredentialsArn", S_STRING, 0,
     "ARN of the role with which AWS is called; \"arn:aws:iam::*:user/*\": the caller's; none: its "
     "policy allows it."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"IntegrationId", S_STRING, 0,
     "Id of the integration; a route's Target is \"integrations/\" and this id."},
    {"IntegrationMethod", S_STRING, 0,
     "HTTP method with which the backend is called: POST for functions; ANY: the request's own."},
    {"IntegrationResponseSelectionExpression", S_STRING, 0,
     "What of an answer chooses the integration response, as "
     "\"${integration.response.statuscode}\"."},
    {"IntegrationSubtype", S_STRING, 0,
     "Action of AWS that is called, as \"SQS-SendMessage\"; HTTP APIs, with AWS_PROXY."},
    {"IntegrationType", S_STRING, 0,
     "AWS_PROXY (function or AWS action) or HTTP_PROXY; WebSocket APIs also AWS, HTTP and MOCK."},
    {"IntegrationUri", S_STRING, 0,
     "The backend: a URL, a function's ARN, or the ARN of a listener or Cloud Map service (VPC "
     "link)."},
    {"PassthroughBehavior", S_STRING, 0,
     "Bodies without a template: WHEN_NO_MATCH (as they are), WHEN_NO_TEMPLATES or NEVER (415); "
     "WebSocket."},
    {"PayloadFormatVersion", S_STRING, 0,
     "Form of what the backend gets: \"2.0\" (functions of HTTP APIs only) or \"1.0\", the "
     "default."},
    {"RequestParameters", S_MAP(shape_string), 0,
     "What the backend gets: \"overwrite:header.X\" (append, remove; querystring, path) or an "
     "action's arguments."},
    {"RequestTemplates", S_MAP(shape_string), 0,
     "Templates that make the backend's body, by what TemplateSelectionExpression says; WebSocket "
     "APIs only."},
    {"ResponseParameters", S_MAP(shape_map_shape_string), 0,
     "By status code (200 to 599): \"overwrite:header.X\" (append, remove), "
     "\"overwrite:statuscode\"; HTTP APIs."},
    {"TemplateSelectionExpression", S_STRING, 0,
     "What of a message chooses the template, as \"${request.body.action}\"; WebSocket APIs only."},
    {"TimeoutInMillis", S_INTEGER, 0,
     "Milliseconds that the backend has, 50 to 30,000 (the default); of WebSocket APIs to 29,000."},
    {"TlsConfig", S_STRUCTURE(tls_config_out), 0,
     "How the backend's certificate is checked; with it a VPC link's traffic is HTTPS. HTTP APIs "
     "only."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_integration_out = S_STRUCTURE(integration_out);

static const struct slrun_param get_integrations_response_out[] = {
    {"Items", S_LIST(shape_structure_integration_out), 0, "Integrations of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL}};

static const struct ag_place get_integrations_places[] = {{"ApiId", "apiId", AG_LABEL},
                                                          {"MaxResults", "maxResults", AG_QUERY},
                                                          {"NextToken", "nextToken", AG_QUERY},
                                                          {.name = NULL}};

static const struct slrun_param get_route_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"RouteId", S_STRING, SLRUN_REQUIRED, "Id of the route."},
    {.name = NULL}};

static const struct slrun_param get_route_result_out[] = {
    {"ApiGatewayManaged", S_BOOLEAN, 0,
     "Whether quick create or another service made it; it cannot be deleted then."},
    {"ApiKeyRequired", S_BOOLEAN, 0,
     "Whether a request needs a valid API key; WebSocket APIs only. False unless given."},
    {"AuthorizationScopes", S_LIST(shape_string), 0,
     "OAuth scopes, one of which a token must have; with JWT only."},
    {"AuthorizationType", S_STRING, 0,
     "Who may call it: NONE (everyone, the default), AWS_IAM, CUSTOM (a function) or JWT (HTTP "
     "APIs)."},
    {"AuthorizerId", S_STRING, 0, "Id of the authorizer."},
    {"ModelSelectionExpression", S_STRING, 0,
     "What of a message chooses the model, as \"${request.body.action}\"; WebSocket APIs only."},
    {"OperationName", S_STRING, 0,
     "The route's name for people, as \"ListPets\"; 1 to 64 characters."},
    {"RequestModels", S_MAP(shape_string), 0,
     "Name of the model of a message, by what ModelSelectionExpression says; WebSocket APIs only."},
    {"RequestParameters", S_MAP(shape_structure_parameter_constraints_out), 0,
     "Parameters, as \"route.request.querystring.NAME\" (header); WebSocket APIs only."},
    {"RouteId", S_STRING, 0, "Id of the route."},
    {"RouteKey", S_STRING, 0,
     "Which requests: \"GET /pets/{id}\", \"ANY /{proxy+}\", \"$default\"; of WebSocket APIs "
     "\"$connect\" and the like."},
    {"RouteResponseSelectionExpression", S_STRING, 0,
     "\"$default\": the sender of a message gets an answer; absent: it does not. WebSocket APIs "
     "only."},
    {"Target", S_STRING, 0, "Where the route leads: \"integrations/\" and an integration's id."},
    {.name = NULL}};

static const struct ag_place get_route_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"RouteId", "routeId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param get_routes_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"MaxResults", S_STRING, 0, "Most items of a page, a number as a string."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL}};

static const struct slrun_param route_out[] = {
    {"ApiGatewayManaged", S_BOOLEAN, 0,
     "Whether quick create or another service made it; it cannot be deleted then."},
    {"ApiKeyRequired", S_BOOLEAN, 0,
     "Whether a request needs a valid API key; WebSocket APIs only. False unless given."},
    {"AuthorizationScopes", S_LIST(shape_string), 0,
     "OAuth scopes, one of which a token must have; with JWT only."},
    {"AuthorizationType", S_STRING, 0,
     "Who may call it: NONE (everyone, the default), AWS_IAM, CUSTOM (a function) or JWT (HTTP "
     "APIs)."},
    {"AuthorizerId", S_STRING, 0, "Id of the authorizer."},
    {"ModelSelectionExpression", S_STRING, 0,
     "What of a message chooses the model, as \"${request.body.action}\"; WebSocket APIs only."},
    {"OperationName", S_STRING, 0,
     "The route's name for people, as \"ListPets\"; 1 to 64 characters."},
    {"RequestModels", S_MAP(shape_string), 0,
     "Name of the model of a message, by what ModelSelectionExpression says; WebSocket APIs only."},
    {"RequestParameters", S_MAP(shape_structure_parameter_constraints_out), 0,
     "Parameters, as \"route.request.querystring.NAME\" (header); WebSocket APIs only."},
    {"RouteId", S_STRING, 0, "Id of the route."},
    {"RouteKey", S_STRING, 0,
     "Which requests: \"GET /pets/{id}\", \"ANY /{proxy+}\", \"$default\"; of WebSocket APIs "
     "\"$connect\" and the like."},
    {"RouteResponseSelectionExpression", S_STRING, 0,
     "\"$default\": the sender of a message gets an answer; absent: it does not. WebSocket APIs "
     "only."},
    {"Target", S_STRING, 0, "Where the route leads: \"integrations/\" and an integration's id."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_route_out = S_STRUCTURE(route_out);

static const struct slrun_param get_routes_response_out[] = {
    {"Items", S_LIST(shape_structure_route_out), 0, "Routes of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL}};

static const struct ag_place get_routes_places[] = {{"ApiId", "apiId", AG_LABEL},
                                                    {"MaxResults", "maxResults", AG_QUERY},
                                                    {"NextToken", "nextToken", AG_QUERY},
                                                    {.name = NULL}};

static const struct slrun_param get_stage_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"StageName", S_STRING, SLRUN_REQUIRED, "Name of the stage."},
    {.name = NULL}};

static const struct slrun_param get_stage_response_out[] = {
    {"AccessLogSettings", S_STRUCTURE(access_log_settings_out), 0,
     "Where the access log goes, and what a line of it holds."},
    {"ApiGatewayManaged", S_BOOLEAN, 0,
     "Whether quick create or another service made it; it cannot be deleted then."},
    {"AutoDeploy", S_BOOLEAN, 0,
     "Whether each change of the API is deployed at once; false unless given."},
    {"ClientCertificateId", S_STRING, 0,
     "Id of the certificate that the stage shows to backends; WebSocket APIs only."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {"DefaultRouteSettings", S_STRUCTURE(route_settings_out), 0,
     "Limits, logging and metrics of routes that RouteSettings does not name."},
    {"DeploymentId", S_STRING, 0, "Id of the deployment that the stage serves."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"LastDeploymentStatusMessage", S_STRING, 0,
     "What AWS says of the last deployment; with AutoDeploy only."},
    {"LastUpdatedDate", S_TIMESTAMP, 0, "When it was last changed."},
    {"RouteSettings", S_MAP(shape_structure_route_settings_out), 0,
     "Limits, logging and metrics of single routes, by RouteKey."},
    {"StageName", S_STRING, 0, "Name of the stage."},
    {"StageVariables", S_MAP(shape_string), 0,
     "Values by name; names of letters, digits and \"_\", values of those and -.~:/?#&=,."},
    {"Tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters, a value at most 256."},
    {.name = NULL}};

static const struct ag_place get_stage_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"StageName", "stageName", AG_LABEL}, {.name = NULL}};

static const struct slrun_param get_stages_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"MaxResults", S_STRING, 0, "Most items of a page, a number as a string."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL}};

static const struct slrun_param stage_out[] = {
    {"AccessLogSettings", S_STRUCTURE(access_log_settings_out), 0,
     "Where the access log goes, and what a line of it holds."},
    {"ApiGatewayManaged", S_BOOLEAN, 0,
     "Whether quick create or another service made it; it cannot be deleted then."},
    {"AutoDeploy", S_BOOLEAN, 0,
     "Whether each change of the API is deployed at once; false unless given."},
    {"ClientCertificateId", S_STRING, 0,
     "Id of the certificate that the stage shows to backends; WebSocket APIs only."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {"DefaultRouteSettings", S_STRUCTURE(route_settings_out), 0,
     "Limits, logging and metrics of routes that RouteSettings does not name."},
    {"DeploymentId", S_STRING, 0, "Id of the deployment that the stage serves."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"LastDeploymentStatusMessage", S_STRING, 0,
     "What AWS says of the last deployment; with AutoDeploy only."},
    {"LastUpdatedDate", S_TIMESTAMP, 0, "When it was last changed."},
    {"RouteSettings", S_MAP(shape_structure_route_settings_out), 0,
     "Limits, logging and metrics of single routes, by RouteKey."},
    {"StageName", S_STRING, 0, "Name of the stage."},
    {"StageVariables", S_MAP(shape_string), 0,
     "Values by name; names of letters, digits and \"_\", values of those and -.~:/?#&=,."},
    {"Tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters, a value at most 256."},
    {.name = NULL}};

static const struct slrun_shape shape_structure_stage_out = S_STRUCTURE(stage_out);

static const struct slrun_param get_stages_response_out[] = {
    {"Items", S_LIST(shape_structure_stage_out), 0, "Stages of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL}};

static const struct ag_place get_stages_places[] = {{"ApiId", "apiId", AG_LABEL},
                                                    {"MaxResults", "maxResults", AG_QUERY},
                                                    {"NextToken", "nextToken", AG_QUERY},
                                                    {.name = NULL}};

static const struct slrun_param get_tags_params[] = {
    {"ResourceArn", S_STRING, SLRUN_REQUIRED,
     "ARN of what has the tags, as arn:aws:apigateway:REGION::/apis/ID."},
    {.name = NULL}};

static const struct slrun_param get_tags_response_out[] = {
    {"Tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters, a value at most 256."},
    {.name = NULL}};

static const struct ag_place get_tags_places[] = {{"ResourceArn", "resource-arn", AG_LABEL},
                                                  {.name = NULL}};

static const struct slrun_param import_api_params[] = {
    {"Basepath", S_STRING, 0,
     "What becomes of the definition's base path: ignore (the default), prepend or split; HTTP "
     "APIs only."},
    {"Body", S_STRING, SLRUN_REQUIRED,
     "The definition: OpenAPI 3.0 as JSON or YAML; HTTP APIs only."},
    {"FailOnWarnings", S_BOOLEAN, 0, "Whether a warning undoes the import; false unless given."},
    {.name = NULL}};

static const struct slrun_param import_api_response_out[] = {
    {"ApiEndpoint", S_STRING, 0,
     "The API's address, \"https://ID.execute-api.REGION.amazonaws.com\"; wss: for WebSocket "
     "APIs."},
    {"ApiGatewayManaged", S_BOOLEAN, 0,
     "Whether quick create or another service made it; it cannot be deleted then."},
    {"ApiId", S_STRING, 0,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"ApiKeySelectionExpression", S_STRING, 0,
     "Where the API key is: \"$request.header.x-api-key\", the default, or what the authorizer "
     "says; WebSocket only."},
    {"CorsConfiguration", S_STRUCTURE(cors_out), 0,
     "What pages of other origins may do; HTTP APIs only. Absent: the API itself answers."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"DisableSchemaValidation", S_BOOLEAN, 0,
     "Whether deployments do without a check of models; WebSocket APIs only."},
    {"DisableExecuteApiEndpoint", S_BOOLEAN, 0,
     "Whether the default address is closed, so that callers need a domain name; false unless "
     "given."},
    {"ImportInfo", S_LIST(shape_string), 0,
     "What an import left out of the definition; HTTP APIs only."},
    {"IpAddressType", S_STRING, 0, "ipv4 (IPv4 only, the default) or dualstack (IPv4 and IPv6)."},
    {"Name", S_STRING, 0, "The API's name."},
    {"ProtocolType", S_STRING, 0, "What the API speaks: HTTP or WEBSOCKET; it never changes."},
    {"RouteSelectionExpression", S_STRING, 0,
     "What chooses the route: \"$request.body.action\" of messages; HTTP: \"${request.method} "
     "${request.path}\"."},
    {"Tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters, a value at most 256."},
    {"Version", S_STRING, 0, "A version of one's own, 1 to 64 characters."},
    {"Warnings", S_LIST(shape_string), 0,
     "What an import did not understand; with FailOnWarnings."},
    {.name = NULL}};

static const struct ag_place import_api_places[] = {{"Basepath", "basepath", AG_QUERY},
                                                    {"FailOnWarnings", "failOnWarnings", AG_QUERY},
                                                    {.name = NULL}};

static const struct slrun_param reimport_api_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"Basepath", S_STRING, 0,
     "What becomes of the definition's base path: ignore (the default), prepend or split; HTTP "
     "APIs only."},
    {"Body", S_STRING, SLRUN_REQUIRED,
     "The definition: OpenAPI 3.0 as JSON or YAML; HTTP APIs only."},
    {"FailOnWarnings", S_BOOLEAN, 0, "Whether a warning undoes the import; false unless given."},
    {.name = NULL}};

static const struct slrun_param reimport_api_response_out[] = {
    {"ApiEndpoint", S_STRING, 0,
     "The API's address, \"https://ID.execute-api.REGION.amazonaws.com\"; wss: for WebSocket "
     "APIs."},
    {"ApiGatewayManaged", S_BOOLEAN, 0,
     "Whether quick create or another service made it; it cannot be deleted then."},
    {"ApiId", S_STRING, 0,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"ApiKeySelectionExpression", S_STRING, 0,
     "Where the API key is: \"$request.header.x-api-key\", the default, or what the authorizer "
     "says; WebSocket only."},
    {"CorsConfiguration", S_STRUCTURE(cors_out), 0,
     "What pages of other origins may do; HTTP APIs only. Absent: the API itself answers."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"DisableSchemaValidation", S_BOOLEAN, 0,
     "Whether deployments do without a check of models; WebSocket APIs only."},
    {"DisableExecuteApiEndpoint", S_BOOLEAN, 0,
     "Whether the default address is closed, so that callers need a domain name; false unless "
     "given."},
    {"ImportInfo", S_LIST(shape_string), 0,
     "What an import left out of the definition; HTTP APIs only."},
    {"IpAddressType", S_STRING, 0, "ipv4 (IPv4 only, the default) or dualstack (IPv4 and IPv6)."},
    {"Name", S_STRING, 0, "The API's name."},
    {"ProtocolType", S_STRING, 0, "What the API speaks: HTTP or WEBSOCKET; it never changes."},
    {"RouteSelectionExpression", S_STRING, 0,
     "What chooses the route: \"$request.body.action\" of messages; HTTP: \"${request.method} "
     "${request.path}\"."},
    {"Tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters, a value at most 256."},
    {"Version", S_STRING, 0, "A version of one's own, 1 to 64 characters."},
    {"Warnings", S_LIST(shape_string), 0,
     "What an import did not understand; with FailOnWarnings."},
    {.name = NULL}};

static const struct ag_place reimport_api_places[] = {
    {"ApiId", "apiId", AG_LABEL},
    {"Basepath", "basepath", AG_QUERY},
    {"FailOnWarnings", "failOnWarnings", AG_QUERY},
    {.name = NULL}};

static const struct slrun_param tag_resource_params[] = {
    {"ResourceArn", S_STRING, SLRUN_REQUIRED,
     "ARN of what has the tags, as arn:aws:apigateway:REGION::/apis/ID."},
    {"Tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters, a value at most 256."},
    {.name = NULL}};

static const struct slrun_param tag_resource_response_out[] = {{.name = NULL}};

static const struct ag_place tag_resource_places[] = {{"ResourceArn", "resource-arn", AG_LABEL},
                                                      {.name = NULL}};

static const struct slrun_param untag_resource_params[] = {
    {"ResourceArn", S_STRING, SLRUN_REQUIRED,
     "ARN of what has the tags, as arn:aws:apigateway:REGION::/apis/ID."},
    {"TagKeys", S_LIST(shape_string), SLRUN_REQUIRED, "Names of the tags to remove."},
    {.name = NULL}};

static const struct ag_place untag_resource_places[] = {
    {"ResourceArn", "resource-arn", AG_LABEL}, {"TagKeys", "tagKeys", AG_QUERY}, {.name = NULL}};

static const struct slrun_param update_api_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"ApiKeySelectionExpression", S_STRING, 0,
     "Where the API key is: \"$request.header.x-api-key\", the default, or what the authorizer "
     "says; WebSocket only."},
    {"CorsConfiguration", S_STRUCTURE(cors_in), 0,
     "What pages of other origins may do; HTTP APIs only. Absent: the API itself answers."},
    {"CredentialsArn", S_STRING, 0,
     "ARN of the role with which the quick-created integration calls AWS; HTTP APIs only."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"DisableSchemaValidation", S_BOOLEAN, 0,
     "Whether deployments do without a check of models; WebSocket APIs only."},
    {"DisableExecuteApiEndpoint", S_BOOLEAN, 0,
     "Whether the default address is closed, so that callers need a domain name; false unless "
     "given."},
    {"IpAddressType", S_WORD(words_ip_address_type), 0,
     "ipv4 (IPv4 only, the default) or dualstack (IPv4 and IPv6)."},
    {"Name", S_STRING, 0, "The API's new name, 1 to 128 characters."},
    {"RouteKey", S_STRING, 0,
     "Route that the quick-created integration gets instead of its own; HTTP APIs only."},
    {"RouteSelectionExpression", S_STRING, 0,
     "What chooses the route: \"$request.body.action\" of messages; HTTP: \"${request.method} "
     "${request.path}\"."},
    {"Target", S_STRING, 0,
     "URL or function ARN that the quick-created integration gets; HTTP APIs only."},
    {"Version", S_STRING, 0, "A version of one's own, 1 to 64 characters."},
    {.name = NULL}};

static const struct slrun_param update_api_response_out[] = {
    {"ApiEndpoint", S_STRING, 0,
     "The API's address, \"https://ID.execute-api.REGION.amazonaws.com\"; wss: for WebSocket "
     "APIs."},
    {"ApiGatewayManaged", S_BOOLEAN, 0,
     "Whether quick create or another service made it; it cannot be deleted then."},
    {"ApiId", S_STRING, 0,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"ApiKeySelectionExpression", S_STRING, 0,
     "Where the API key is: \"$request.header.x-api-key\", the default, or what the authorizer "
     "says; WebSocket only."},
    {"CorsConfiguration", S_STRUCTURE(cors_out), 0,
     "What pages of other origins may do; HTTP APIs only. Absent: the API itself answers."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"DisableSchemaValidation", S_BOOLEAN, 0,
     "Whether deployments do without a check of models; WebSocket APIs only."},
    {"DisableExecuteApiEndpoint", S_BOOLEAN, 0,
     "Whether the default address is closed, so that callers need a domain name; false unless "
     "given."},
    {"ImportInfo", S_LIST(shape_string), 0,
     "What an import left out of the definition; HTTP APIs only."},
    {"IpAddressType", S_STRING, 0, "ipv4 (IPv4 only, the default) or dualstack (IPv4 and IPv6)."},
    {"Name", S_STRING, 0, "The API's name."},
    {"ProtocolType", S_STRING, 0, "What the API speaks: HTTP or WEBSOCKET; it never changes."},
    {"RouteSelectionExpression", S_STRING, 0,
     "What chooses the route: \"$request.body.action\" of messages; HTTP: \"${request.method} "
     "${request.path}\"."},
    {"Tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters, a value at most 256."},
    {"Version", S_STRING, 0, "A version of one's own, 1 to 64 characters."},
    {"Warnings", S_LIST(shape_string), 0,
     "What an import did not understand; with FailOnWarnings."},
    {.name = NULL}};

static const struct ag_place update_api_places[] = {{"ApiId", "apiId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param update_authorizer_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"AuthorizerCredentialsArn", S_STRING, 0,
     "ARN of the role with which the function is invoked; absent: the function's own policy allows "
     "it."},
    {"AuthorizerId", S_STRING, SLRUN_REQUIRED, "Id of the authorizer."},
    {"AuthorizerPayloadFormatVersion", S_STRING, 0,
     "Form of the function's event: \"1.0\" or \"2.0\"; HTTP APIs need it with REQUEST."},
    {"AuthorizerResultTtlInSeconds", S_INTEGER, 0,
     "Seconds for which an answer is kept and used again, 0 (never) to 3,600; HTTP APIs, REQUEST."},
    {"AuthorizerType", S_WORD(words_authorizer_type), 0,
     "REQUEST (a function judges the request) or JWT (a token is checked; HTTP APIs only)."},
    {"AuthorizerUri", S_STRING, 0,
     "The function: "
     "arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION_ARN/invocations."},
    {"EnableSimpleResponses", S_BOOLEAN, 0,
     "Whether the function answers {\"isAuthorized\": true} instead of a policy; HTTP APIs only."},
    {"IdentitySource", S_LIST(shape_string), 0,
     "Where the token is: \"$request.header.NAME\"; of WebSocket APIs "
     "\"route.request.header.NAME\"."},
    {"IdentityValidationExpression", S_STRING, 0, "Without effect: no kind of authorizer uses it."},
    {"JwtConfiguration", S_STRUCTURE(jwt_configuration_in), 0,
     "Issuer and audience of the tokens; authorizers of type JWT need it."},
    {"Name", S_STRING, 0, "The authorizer's new name, 1 to 128 characters; once within its API."},
    {.name = NULL}};

static const struct slrun_param update_authorizer_response_out[] = {
    {"AuthorizerCredentialsArn", S_STRING, 0,
     "ARN of the role with which the function is invoked; absent: the function's own policy allows "
     "it."},
    {"AuthorizerId", S_STRING, 0, "Id of the authorizer."},
    {"AuthorizerPayloadFormatVersion", S_STRING, 0,
     "Form of the function's event: \"1.0\" or \"2.0\"; HTTP APIs need it with REQUEST."},
    {"AuthorizerResultTtlInSeconds", S_INTEGER, 0,
     "Seconds for which an answer is kept and used again, 0 (never) to 3,600; HTTP APIs, REQUEST."},
    {"AuthorizerType", S_STRING, 0,
     "REQUEST (a function judges the request) or JWT (a token is checked; HTTP APIs only)."},
    {"AuthorizerUri", S_STRING, 0,
     "The function: "
     "arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION_ARN/invocations."},
    {"EnableSimpleResponses", S_BOOLEAN, 0,
     "Whether the function answers {\"isAuthorized\": true} instead of a policy; HTTP APIs only."},
    {"IdentitySource", S_LIST(shape_string), 0,
     "Where the token is: \"$request.header.NAME\"; of WebSocket APIs "
     "\"route.request.header.NAME\"."},
    {"IdentityValidationExpression", S_STRING, 0, "Without effect: no kind of authorizer uses it."},
    {"JwtConfiguration", S_STRUCTURE(jwt_configuration_out), 0,
     "Issuer and audience of the tokens; authorizers of type JWT need it."},
    {"Name", S_STRING, 0, "The authorizer's name."},
    {.name = NULL}};

static const struct ag_place update_authorizer_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"AuthorizerId", "authorizerId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param update_deployment_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"DeploymentId", S_STRING, SLRUN_REQUIRED, "Id of the deployment."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {.name = NULL}};

static const struct slrun_param update_deployment_response_out[] = {
    {"AutoDeployed", S_BOOLEAN, 0, "Whether the stage's AutoDeploy made it."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {"DeploymentId", S_STRING, 0, "Id of the deployment."},
    {"DeploymentStatus", S_STRING, 0, "How the deployment stands: PENDING, DEPLOYED or FAILED."},
    {"DeploymentStatusMessage", S_STRING, 0, "What AWS says of DeploymentStatus."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {.name = NULL}};

static const struct ag_place update_deployment_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"DeploymentId", "deploymentId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param update_integration_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"ConnectionId", S_STRING, 0, "Id of the VPC link; HTTP APIs, with ConnectionType VPC_LINK."},
    {"ConnectionType", S_WORD(words_connection_type), 0,
     "How the backend is reached: INTERNET (the default) or VPC_LINK (it is inside a VPC)."},
    {"ContentHandlingStrategy", S_WORD(words_content_handling_strategy), 0,
     "What the answer's body becomes: CONVERT_TO_BINARY or CONVERT_TO_TEXT (base64); WebSocket "
     "APIs only."},
    {"CredentialsArn", S_STRING, 0,
     "ARN of the role with which AWS is called; \"arn:aws:iam::*:user/*\": the caller's; none: its "
     "policy allows it."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"IntegrationId", S_STRING, SLRUN_REQUIRED,
     "Id of the integration; a route's Target is \"integrations/\" and this id."},
    {"IntegrationMethod", S_STRING, 0,
     "HTTP method with which the backend is called: POST for functions; ANY: the request's own."},
    {"IntegrationSubtype", S_STRING, 0,
     "Action of AWS that is called, as \"SQS-SendMessage\"; HTTP APIs, with AWS_PROXY."},
    {"IntegrationType", S_WORD(words_integration_type), 0,
     "AWS_PROXY (function or AWS action) or HTTP_PROXY; WebSocket APIs also AWS, HTTP and MOCK."},
    {"IntegrationUri", S_STRING, 0,
     "The backend: a URL, a function's ARN, or the ARN of a listener or Cloud Map service (VPC "
     "link)."},
    {"PassthroughBehavior", S_WORD(words_passthrough_behavior), 0,
     "Bodies without a template: WHEN_NO_MATCH (as they are), WHEN_NO_TEMPLATES or NEVER (415); "
     "WebSocket."},
    {"PayloadFormatVersion", S_STRING, 0,
     "Form of what the backend gets: \"2.0\" (functions of HTTP APIs only) or \"1.0\", the "
     "default."},
    {"RequestParameters", S_MAP(shape_string), 0,
     "What the backend gets: \"overwrite:header.X\" (append, remove; querystring, path) or an "
     "action's arguments."},
    {"RequestTemplates", S_MAP(shape_string), 0,
     "Templates that make the backend's body, by what TemplateSelectionExpression says; WebSocket "
     "APIs only."},
    {"ResponseParameters", S_MAP(shape_map_shape_string), 0,
     "By status code (200 to 599): \"overwrite:header.X\" (append, remove), "
     "\"overwrite:statuscode\"; HTTP APIs."},
    {"TemplateSelectionExpression", S_STRING, 0,
     "What of a message chooses the template, as \"${request.body.action}\"; WebSocket APIs only."},
    {"TimeoutInMillis", S_INTEGER, 0,
     "Milliseconds that the backend has, 50 to 30,000 (the default); of WebSocket APIs to 29,000."},
    {"TlsConfig", S_STRUCTURE(tls_config_input_in), 0,
     "How the backend's certificate is checked; with it a VPC link's traffic is HTTPS. HTTP APIs "
     "only."},
    {.name = NULL}};

static const struct slrun_param update_integration_result_out[] = {
    {"ApiGatewayManaged", S_BOOLEAN, 0,
     "Whether quick create or another service made it; it cannot be deleted then."},
    {"ConnectionId", S_STRING, 0, "Id of the VPC link; HTTP APIs, with ConnectionType VPC_LINK."},
    {"ConnectionType", S_STRING, 0,
     "How the backend is reached: INTERNET (the default) or VPC_LINK (it is inside a VPC)."},
    {"ContentHandlingStrategy", S_STRING, 0,
     "What the answer's body becomes: CONVERT_TO_BINARY or CONVERT_TO_TEXT (base64); WebSocket "
     "APIs only."},
    {"CredentialsArn", S_STRING, 0,
     "ARN of the role with which AWS is called; \"arn:aws:iam::*:user/*\": the caller's; none: its "
     "policy allows it."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"IntegrationId", S_STRING, 0,
     "Id of the integration; a route's Target is \"integrations/\" and this id."},
    {"IntegrationMethod", S_STRING, 0,
     "HTTP method with which the backend is called: POST for functions; ANY: the request's own."},
    {"IntegrationResponseSelectionExpression", S_STRING, 0,
     "What of an answer chooses the integration response, as "
     "\"${integration.response.statuscode}\"."},
    {"IntegrationSubtype", S_STRING, 0,
     "Action of AWS that is called, as \"SQS-SendMessage\"; HTTP APIs, with AWS_PROXY."},
    {"IntegrationType", S_STRING, 0,
     "AWS_PROXY (function or AWS action) or HTTP_PROXY; WebSocket APIs also AWS, HTTP and MOCK."},
    {"IntegrationUri", S_STRING, 0,
     "The backend: a URL, a function's ARN, or the ARN of a listener or Cloud Map service (VPC "
     "link)."},
    {"PassthroughBehavior", S_STRING, 0,
     "Bodies without a template: WHEN_NO_MATCH (as they are), WHEN_NO_TEMPLATES or NEVER (415); "
     "WebSocket."},
    {"PayloadFormatVersion", S_STRING, 0,
     "Form of what the backend gets: \"2.0\" (functions of HTTP APIs only) or \"1.0\", the "
     "default."},
    {"RequestParameters", S_MAP(shape_string), 0,
     "What the backend gets: \"overwrite:header.X\" (append, remove; querystring, path) or an "
     "action's arguments."},
    {"RequestTemplates", S_MAP(shape_string), 0,
     "Templates that make the backend's body, by what TemplateSelectionExpression says; WebSocket "
     "APIs only."},
    {"ResponseParameters", S_MAP(shape_map_shape_string), 0,
     "By status code (200 to 599): \"overwrite:header.X\" (append, remove), "
     "\"overwrite:statuscode\"; HTTP APIs."},
    {"TemplateSelectionExpression", S_STRING, 0,
     "What of a message chooses the template, as \"${request.body.action}\"; WebSocket APIs only."},
    {"TimeoutInMillis", S_INTEGER, 0,
     "Milliseconds that the backend has, 50 to 30,000 (the default); of WebSocket APIs to 29,000."},
    {"TlsConfig", S_STRUCTURE(tls_config_out), 0,
     "How the backend's certificate is checked; with it a VPC link's traffic is HTTPS. HTTP APIs "
     "only."},
    {.name = NULL}};

static const struct ag_place update_integration_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"IntegrationId", "integrationId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param update_route_params[] = {
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"ApiKeyRequired", S_BOOLEAN, 0,
     "Whether a request needs a valid API key; WebSocket APIs only. False unless given."},
    {"AuthorizationScopes", S_LIST(shape_string), 0,
     "OAuth scopes, one of which a token must have; with JWT only."},
    {"AuthorizationType", S_WORD(words_authorization_type), 0,
     "Who may call it: NONE (everyone, the default), AWS_IAM, CUSTOM (a function) or JWT (HTTP "
     "APIs)."},
    {"AuthorizerId", S_STRING, 0,
     "Id of the authorizer that judges requests; with AuthorizationType CUSTOM or JWT."},
    {"ModelSelectionExpression", S_STRING, 0,
     "What of a message chooses the model, as \"${request.body.action}\"; WebSocket APIs only."},
    {"OperationName", S_STRING, 0,
     "The route's name for people, as \"ListPets\"; 1 to 64 characters."},
    {"RequestModels", S_MAP(shape_string), 0,
     "Name of the model of a message, by what ModelSelectionExpression says; WebSocket APIs only."},
    {"RequestParameters", S_MAP(shape_structure_parameter_constraints_in), 0,
     "Parameters, as \"route.request.querystring.NAME\" (header); WebSocket APIs only."},
    {"RouteId", S_STRING, SLRUN_REQUIRED, "Id of the route."},
    {"RouteKey", S_STRING, 0,
     "Which requests: \"GET /pets/{id}\", \"ANY /{proxy+}\", \"$default\"; of WebSocket APIs "
     "\"$connect\" and the like."},
    {"RouteResponseSelectionExpression", S_STRING, 0,
     "\"$default\": the sender of a message gets an answer; absent: it does not. WebSocket APIs "
     "only."},
    {"Target", S_STRING, 0, "Where the route leads: \"integrations/\" and an integration's id."},
    {.name = NULL}};

static const struct slrun_param update_route_result_out[] = {
    {"ApiGatewayManaged", S_BOOLEAN, 0,
     "Whether quick create or another service made it; it cannot be deleted then."},
    {"ApiKeyRequired", S_BOOLEAN, 0,
     "Whether a request needs a valid API key; WebSocket APIs only. False unless given."},
    {"AuthorizationScopes", S_LIST(shape_string), 0,
     "OAuth scopes, one of which a token must have; with JWT only."},
    {"AuthorizationType", S_STRING, 0,
     "Who may call it: NONE (everyone, the default), AWS_IAM, CUSTOM (a function) or JWT (HTTP "
     "APIs)."},
    {"AuthorizerId", S_STRING, 0, "Id of the authorizer."},
    {"ModelSelectionExpression", S_STRING, 0,
     "What of a message chooses the model, as \"${request.body.action}\"; WebSocket APIs only."},
    {"OperationName", S_STRING, 0,
     "The route's name for people, as \"ListPets\"; 1 to 64 characters."},
    {"RequestModels", S_MAP(shape_string), 0,
     "Name of the model of a message, by what ModelSelectionExpression says; WebSocket APIs only."},
    {"RequestParameters", S_MAP(shape_structure_parameter_constraints_out), 0,
     "Parameters, as \"route.request.querystring.NAME\" (header); WebSocket APIs only."},
    {"RouteId", S_STRING, 0, "Id of the route."},
    {"RouteKey", S_STRING, 0,
     "Which requests: \"GET /pets/{id}\", \"ANY /{proxy+}\", \"$default\"; of WebSocket APIs "
     "\"$connect\" and the like."},
    {"RouteResponseSelectionExpression", S_STRING, 0,
     "\"$default\": the sender of a message gets an answer; absent: it does not. WebSocket APIs "
     "only."},
    {"Target", S_STRING, 0, "Where the route leads: \"integrations/\" and an integration's id."},
    {.name = NULL}};

static const struct ag_place update_route_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"RouteId", "routeId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param update_stage_params[] = {
    {"AccessLogSettings", S_STRUCTURE(access_log_settings_in), 0,
     "Where the access log goes, and what a line of it holds."},
    {"ApiId", S_STRING, SLRUN_REQUIRED,
     "Id of the API: ten letters and digits; the first part of its host name."},
    {"AutoDeploy", S_BOOLEAN, 0,
     "Whether each change of the API is deployed at once; false unless given."},
    {"ClientCertificateId", S_STRING, 0,
     "Id of the certificate that the stage shows to backends; WebSocket APIs only."},
    {"DefaultRouteSettings", S_STRUCTURE(route_settings_in), 0,
     "Limits, logging and metrics of routes that RouteSettings does not name."},
    {"DeploymentId", S_STRING, 0,
     "Id of the deployment that the stage serves; not with AutoDeploy."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"RouteSettings", S_MAP(shape_structure_route_settings_in), 0,
     "Limits, logging and metrics of single routes, by RouteKey."},
    {"StageName", S_STRING, SLRUN_REQUIRED, "Name of the stage."},
    {"StageVariables", S_MAP(shape_string), 0,
     "Values by name; names of letters, digits and \"_\", values of those and -.~:/?#&=,."},
    {.name = NULL}};

static const struct slrun_param update_stage_response_out[] = {
    {"AccessLogSettings", S_STRUCTURE(access_log_settings_out), 0,
     "Where the access log goes, and what a line of it holds."},
    {"ApiGatewayManaged", S_BOOLEAN, 0,
     "Whether quick create or another service made it; it cannot be deleted then."},
    {"AutoDeploy", S_BOOLEAN, 0,
     "Whether each change of the API is deployed at once; false unless given."},
    {"ClientCertificateId", S_STRING, 0,
     "Id of the certificate that the stage shows to backends; WebSocket APIs only."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {"DefaultRouteSettings", S_STRUCTURE(route_settings_out), 0,
     "Limits, logging and metrics of routes that RouteSettings does not name."},
    {"DeploymentId", S_STRING, 0, "Id of the deployment that the stage serves."},
    {"Description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 1,024 characters."},
    {"LastDeploymentStatusMessage", S_STRING, 0,
     "What AWS says of the last deployment; with AutoDeploy only."},
    {"LastUpdatedDate", S_TIMESTAMP, 0, "When it was last changed."},
    {"RouteSettings", S_MAP(shape_structure_route_settings_out), 0,
     "Limits, logging and metrics of single routes, by RouteKey."},
    {"StageName", S_STRING, 0, "Name of the stage."},
    {"StageVariables", S_MAP(shape_string), 0,
     "Values by name; names of letters, digits and \"_\", values of those and -.~:/?#&=,."},
    {"Tags", S_MAP(shape_string), 0,
     "Names and values; a name at most 128 characters, a value at most 256."},
    {.name = NULL}};

static const struct ag_place update_stage_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"StageName", "stageName", AG_LABEL}, {.name = NULL}};
const struct slrun_op apigatewayv2_ops[APIGATEWAYV2_OPS] = {
    {.name = "create_api",
     .api = "CreateApi",
     .doc = "Creates an HTTP or WebSocket API; with Target it works at once.",
     .params = create_api_params,
     .result = create_api_response_out,
     .build = ag_build,
     .parse = ag_parse,
     .undo = ag_undo,
     .tag = ag_tag},
    {.name = "create_api_mapping",
     .api = "CreateApiMapping",
     .doc = "Leads a path of a custom domain name to a stage of an API.",
     .params = create_api_mapping_params,
     .result = create_api_mapping_response_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_authorizer",
     .api = "CreateAuthorizer",
     .doc = "Creates an authorizer, which routes name to have requests judged.",
     .params = create_authorizer_params,
     .result = create_authorizer_response_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_deployment",
     .api = "CreateDeployment",
     .doc = "Puts the API as it stands now on a stage; stages with AutoDeploy need none.",
     .params = create_deployment_params,
     .result = create_deployment_response_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_domain_name",
     .api = "CreateDomainName",
     .doc = "Creates a custom domain name, with its certificate.",
     .params = create_domain_name_params,
     .result = create_domain_name_response_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_integration",
     .api = "CreateIntegration",
     .doc = "Creates an integration: a backend that routes lead to.",
     .params = create_integration_params,
     .result = create_integration_result_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_route",
     .api = "CreateRoute",
     .doc = "Creates a route: which requests go to which integration.",
     .params = create_route_params,
     .result = create_route_result_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_stage",
     .api = "CreateStage",
     .doc = "Creates a stage that serves a deployment, or with AutoDeploy what the API is.",
     .params = create_stage_params,
     .result = create_stage_response_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_api",
     .api = "DeleteApi",
     .doc = "Deletes an API with its stages and all it has.",
     .params = delete_api_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_api_mapping",
     .api = "DeleteApiMapping",
     .doc = "Ends that a path of a custom domain name leads to an API.",
     .params = delete_api_mapping_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_authorizer",
     .api = "DeleteAuthorizer",
     .doc = "Deletes an authorizer that no route names.",
     .params = delete_authorizer_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_cors_configuration",
     .api = "DeleteCorsConfiguration",
     .doc = "Removes an API's CORS configuration.",
     .params = delete_cors_configuration_params,
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
    {.name = "delete_domain_name",
     .api = "DeleteDomainName",
     .doc = "Deletes a custom domain name with its mappings.",
     .params = delete_domain_name_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_integration",
     .api = "DeleteIntegration",
     .doc = "Deletes an integration that no route leads to.",
     .params = delete_integration_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_route",
     .api = "DeleteRoute",
     .doc = "Deletes a route.",
     .params = delete_route_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_route_settings",
     .api = "DeleteRouteSettings",
     .doc = "Removes a stage's settings of one route.",
     .params = delete_route_settings_params,
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
    {.name = "get_api",
     .api = "GetApi",
     .doc = "Tells an API: endpoint, protocol, CORS.",
     .params = get_api_params,
     .result = get_api_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_api_mapping",
     .api = "GetApiMapping",
     .doc = "Tells where a path of a custom domain name leads.",
     .params = get_api_mapping_params,
     .result = get_api_mapping_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_api_mappings",
     .api = "GetApiMappings",
     .doc = "Lists the mappings of a custom domain name.",
     .params = get_api_mappings_params,
     .result = get_api_mappings_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"NextToken", "NextToken", "Items", NULL},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_apis",
     .api = "GetApis",
     .doc = "Lists HTTP and WebSocket APIs; REST APIs are the other service's.",
     .params = get_apis_params,
     .result = get_apis_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"NextToken", "NextToken", "Items", NULL},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_authorizer",
     .api = "GetAuthorizer",
     .doc = "Tells an authorizer.",
     .params = get_authorizer_params,
     .result = get_authorizer_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_authorizers",
     .api = "GetAuthorizers",
     .doc = "Lists the authorizers of an API.",
     .params = get_authorizers_params,
     .result = get_authorizers_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"NextToken", "NextToken", "Items", NULL},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_deployment",
     .api = "GetDeployment",
     .doc = "Tells a deployment and its status.",
     .params = get_deployment_params,
     .result = get_deployment_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_deployments",
     .api = "GetDeployments",
     .doc = "Lists the deployments of an API.",
     .params = get_deployments_params,
     .result = get_deployments_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"NextToken", "NextToken", "Items", NULL},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_domain_name",
     .api = "GetDomainName",
     .doc = "Tells a custom domain name: certificate, status, where DNS has to point.",
     .params = get_domain_name_params,
     .result = get_domain_name_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_domain_names",
     .api = "GetDomainNames",
     .doc = "Lists custom domain names.",
     .params = get_domain_names_params,
     .result = get_domain_names_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"NextToken", "NextToken", "Items", NULL},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_integration",
     .api = "GetIntegration",
     .doc = "Tells an integration: its backend and what it gets.",
     .params = get_integration_params,
     .result = get_integration_result_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_integrations",
     .api = "GetIntegrations",
     .doc = "Lists the integrations of an API.",
     .params = get_integrations_params,
     .result = get_integrations_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"NextToken", "NextToken", "Items", NULL},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_route",
     .api = "GetRoute",
     .doc = "Tells a route: key, integration, authorization.",
     .params = get_route_params,
     .result = get_route_result_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_routes",
     .api = "GetRoutes",
     .doc = "Lists the routes of an API.",
     .params = get_routes_params,
     .result = get_routes_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"NextToken", "NextToken", "Items", NULL},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_stage",
     .api = "GetStage",
     .doc = "Tells a stage: deployment, variables, settings of routes.",
     .params = get_stage_params,
     .result = get_stage_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_stages",
     .api = "GetStages",
     .doc = "Lists the stages of an API.",
     .params = get_stages_params,
     .result = get_stages_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"NextToken", "NextToken", "Items", NULL},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_tags",
     .api = "GetTags",
     .doc = "Tells the tags of an API, stage or domain name.",
     .params = get_tags_params,
     .result = get_tags_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "import_api",
     .api = "ImportApi",
     .doc = "Creates an HTTP API by a definition in OpenAPI.",
     .params = import_api_params,
     .result = import_api_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "reimport_api",
     .api = "ReimportApi",
     .doc = "Replaces an HTTP API by a definition in OpenAPI.",
     .params = reimport_api_params,
     .result = reimport_api_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "tag_resource",
     .api = "TagResource",
     .doc = "Sets tags of an API, stage or domain name.",
     .params = tag_resource_params,
     .result = tag_resource_response_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "untag_resource",
     .api = "UntagResource",
     .doc = "Removes tags of an API, stage or domain name.",
     .params = untag_resource_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_api",
     .api = "UpdateApi",
     .doc = "Changes an API's settings: name, CORS, what quick create made.",
     .params = update_api_params,
     .result = update_api_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_authorizer",
     .api = "UpdateAuthorizer",
     .doc = "Changes an authorizer.",
     .params = update_authorizer_params,
     .result = update_authorizer_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_deployment",
     .api = "UpdateDeployment",
     .doc = "Changes a deployment's description.",
     .params = update_deployment_params,
     .result = update_deployment_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_integration",
     .api = "UpdateIntegration",
     .doc = "Changes an integration: its backend and what it gets.",
     .params = update_integration_params,
     .result = update_integration_result_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_route",
     .api = "UpdateRoute",
     .doc = "Changes a route: key, integration, authorization.",
     .params = update_route_params,
     .result = update_route_result_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_stage",
     .api = "UpdateStage",
     .doc = "Changes a stage: deployment, variables, settings of routes.",
     .params = update_stage_params,
     .result = update_stage_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse}};
const struct ag_call apigatewayv2_calls[APIGATEWAYV2_OPS] = {
    {"create_api", "POST", "/v2/apis", NULL, 201, NULL, NULL},
    {"create_api_mapping", "POST", "/v2/domainnames/{domainName}/apimappings", NULL, 201,
     create_api_mapping_places, NULL},
    {"create_authorizer", "POST", "/v2/apis/{apiId}/authorizers", NULL, 201,
     create_authorizer_places, NULL},
    {"create_deployment", "POST", "/v2/apis/{apiId}/deployments", NULL, 201,
     create_deployment_places, NULL},
    {"create_domain_name", "POST", "/v2/domainnames", NULL, 201, NULL, NULL},
    {"create_integration", "POST", "/v2/apis/{apiId}/integrations", NULL, 201,
     create_integration_places, NULL},
    {"create_route", "POST", "/v2/apis/{apiId}/routes", NULL, 201, create_route_places, NULL},
    {"create_stage", "POST", "/v2/apis/{apiId}/stages", NULL, 201, create_stage_places, NULL},
    {"delete_api", "DELETE", "/v2/apis/{apiId}", NULL, 204, delete_api_places, NULL},
    {"delete_api_mapping", "DELETE", "/v2/domainnames/{domainName}/apimappings/{apiMappingId}",
     NULL, 204, delete_api_mapping_places, NULL},
    {"delete_authorizer", "DELETE", "/v2/apis/{apiId}/authorizers/{authorizerId}", NULL, 204,
     delete_authorizer_places, NULL},
    {"delete_cors_configuration", "DELETE", "/v2/apis/{apiId}/cors", NULL, 204,
     delete_cors_configuration_places, NULL},
    {"delete_deployment", "DELETE", "/v2/apis/{apiId}/deployments/{deploymentId}", NULL, 204,
     delete_deployment_places, NULL},
    {"delete_domain_name", "DELETE", "/v2/domainnames/{domainName}", NULL, 204,
     delete_domain_name_places, NULL},
    {"delete_integration", "DELETE", "/v2/apis/{apiId}/integrations/{integrationId}", NULL, 204,
     delete_integration_places, NULL},
    {"delete_route", "DELETE", "/v2/apis/{apiId}/routes/{routeId}", NULL, 204, delete_route_places,
     NULL},
    {"delete_route_settings", "DELETE",
     "/v2/apis/{apiId}/stages/{stageName}/routesettings/{routeKey}", NULL, 204,
     delete_route_settings_places, NULL},
    {"delete_stage", "DELETE", "/v2/apis/{apiId}/stages/{stageName}", NULL, 204,
     delete_stage_places, NULL},
    {"get_api", "GET", "/v2/apis/{apiId}", NULL, 200, get_api_places, NULL},
    {"get_api_mapping", "GET", "/v2/domainnames/{domainName}/apimappings/{apiMappingId}", NULL, 200,
     get_api_mapping_places, NULL},
    {"get_api_mappings", "GET", "/v2/domainnames/{domainName}/apimappings", NULL, 200,
     get_api_mappings_places, NULL},
    {"get_apis", "GET", "/v2/apis", NULL, 200, get_apis_places, NULL},
    {"get_authorizer", "GET", "/v2/apis/{apiId}/authorizers/{authorizerId}", NULL, 200,
     get_authorizer_places, NULL},
    {"get_authorizers", "GET", "/v2/apis/{apiId}/authorizers", NULL, 200, get_authorizers_places,
     NULL},
    {"get_deployment", "GET", "/v2/apis/{apiId}/deployments/{deploymentId}", NULL, 200,
     get_deployment_places, NULL},
    {"get_deployments", "GET", "/v2/apis/{apiId}/deployments", NULL, 200, get_deployments_places,
     NULL},
    {"get_domain_name", "GET", "/v2/domainnames/{domainName}", NULL, 200, get_domain_name_places,
     NULL},
    {"get_domain_names", "GET", "/v2/domainnames", NULL, 200, get_domain_names_places, NULL},
    {"get_integration", "GET", "/v2/apis/{apiId}/integrations/{integrationId}", NULL, 200,
     get_integration_places, NULL},
    {"get_integrations", "GET", "/v2/apis/{apiId}/integrations", NULL, 200, get_integrations_places,
     NULL},
    {"get_route", "GET", "/v2/apis/{apiId}/routes/{routeId}", NULL, 200, get_route_places, NULL},
    {"get_routes", "GET", "/v2/apis/{apiId}/routes", NULL, 200, get_routes_places, NULL},
    {"get_stage", "GET", "/v2/apis/{apiId}/stages/{stageName}", NULL, 200, get_stage_places, NULL},
    {"get_stages", "GET", "/v2/apis/{apiId}/stages", NULL, 200, get_stages_places, NULL},
    {"get_tags", "GET", "/v2/tags/{resource-arn}", NULL, 200, get_tags_places, NULL},
    {"import_api", "PUT", "/v2/apis", NULL, 201, import_api_places, NULL},
    {"reimport_api", "PUT", "/v2/apis/{apiId}", NULL, 201, reimport_api_places, NULL},
    {"tag_resource", "POST", "/v2/tags/{resource-arn}", NULL, 201, tag_resource_places, NULL},
    {"untag_resource", "DELETE", "/v2/tags/{resource-arn}", NULL, 204, untag_resource_places, NULL},
    {"update_api", "PATCH", "/v2/apis/{apiId}", NULL, 200, update_api_places, NULL},
    {"update_authorizer", "PATCH", "/v2/apis/{apiId}/authorizers/{authorizerId}", NULL, 200,
     update_authorizer_places, NULL},
    {"update_deployment", "PATCH", "/v2/apis/{apiId}/deployments/{deploymentId}", NULL, 200,
     update_deployment_places, NULL},
    {"update_integration", "PATCH", "/v2/apis/{apiId}/integrations/{integrationId}", NULL, 200,
     update_integration_places, NULL},
    {"update_route", "PATCH", "/v2/apis/{apiId}/routes/{routeId}", NULL, 200, update_route_places,
     NULL},
    {"update_stage", "PATCH", "/v2/apis/{apiId}/stages/{stageName}", NULL, 200, update_stage_places,
     NULL}};
