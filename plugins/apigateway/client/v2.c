/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Operations of apigatewayv2. */
#include "client/ops.h"

#include "client/wire.h"

static const char *const absent[] = {"NotFoundException", NULL};
static const struct slrun_shape shape_2 = {.type = SLRUN_STRING};

static const struct slrun_param cors_in[] = {
    {"AllowCredentials", {.type = SLRUN_BOOLEAN}, 0, "Allow credentials."},
    {"AllowHeaders", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Allow headers."},
    {"AllowMethods", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Allow methods."},
    {"AllowOrigins", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Allow origins."},
    {"ExposeHeaders", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Expose headers."},
    {"MaxAge", {.type = SLRUN_INTEGER}, 0, "Max age."},
    {.name = NULL}};

static const char *const words_ip_address_type[] = {"ipv4", "dualstack", NULL};
static const char *const words_protocol_type[] = {"WEBSOCKET", "HTTP", NULL};
static const struct slrun_param create_api_params[] = {
    {"ApiKeySelectionExpression", {.type = SLRUN_STRING}, 0, "Api key selection expression."},
    {"CorsConfiguration", {.type = SLRUN_STRUCTURE, .members = cors_in}, 0, "Cors configuration."},
    {"CredentialsArn", {.type = SLRUN_STRING}, 0, "Credentials arn."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"DisableSchemaValidation", {.type = SLRUN_BOOLEAN}, 0, "Disable schema validation."},
    {"DisableExecuteApiEndpoint", {.type = SLRUN_BOOLEAN}, 0, "Disable execute api endpoint."},
    {"IpAddressType",
     {.type = SLRUN_STRING, .values = words_ip_address_type},
     0,
     "Ip address type."},
    {"Name", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Name."},
    {"ProtocolType",
     {.type = SLRUN_STRING, .values = words_protocol_type},
     SLRUN_REQUIRED,
     "Protocol type."},
    {"RouteKey", {.type = SLRUN_STRING}, 0, "Route key."},
    {"RouteSelectionExpression", {.type = SLRUN_STRING}, 0, "Route selection expression."},
    {"Tags", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Tags."},
    {"Target", {.type = SLRUN_STRING}, 0, "Target."},
    {"Version", {.type = SLRUN_STRING}, 0, "Version."},
    {.name = NULL}};

static const struct slrun_param cors_out[] = {
    {"AllowCredentials", {.type = SLRUN_BOOLEAN}, 0, "Allow credentials."},
    {"AllowHeaders", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Allow headers."},
    {"AllowMethods", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Allow methods."},
    {"AllowOrigins", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Allow origins."},
    {"ExposeHeaders", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Expose headers."},
    {"MaxAge", {.type = SLRUN_INTEGER}, 0, "Max age."},
    {.name = NULL}};

static const struct slrun_param create_api_response_out[] = {
    {"ApiEndpoint", {.type = SLRUN_STRING}, 0, "Api endpoint."},
    {"ApiGatewayManaged", {.type = SLRUN_BOOLEAN}, 0, "Api gateway managed."},
    {"ApiId", {.type = SLRUN_STRING}, 0, "Api id."},
    {"ApiKeySelectionExpression", {.type = SLRUN_STRING}, 0, "Api key selection expression."},
    {"CorsConfiguration", {.type = SLRUN_STRUCTURE, .members = cors_out}, 0, "Cors configuration."},
    {"CreatedDate", {.type = SLRUN_TIMESTAMP}, 0, "Created date."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"DisableSchemaValidation", {.type = SLRUN_BOOLEAN}, 0, "Disable schema validation."},
    {"DisableExecuteApiEndpoint", {.type = SLRUN_BOOLEAN}, 0, "Disable execute api endpoint."},
    {"ImportInfo", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Import info."},
    {"IpAddressType", {.type = SLRUN_STRING}, 0, "Ip address type."},
    {"Name", {.type = SLRUN_STRING}, 0, "Name."},
    {"ProtocolType", {.type = SLRUN_STRING}, 0, "Protocol type."},
    {"RouteSelectionExpression", {.type = SLRUN_STRING}, 0, "Route selection expression."},
    {"Tags", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Tags."},
    {"Version", {.type = SLRUN_STRING}, 0, "Version."},
    {"Warnings", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Warnings."},
    {.name = NULL}};

static const struct slrun_param create_api_mapping_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"ApiMappingKey", {.type = SLRUN_STRING}, 0, "Api mapping key."},
    {"DomainName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Domain name."},
    {"Stage", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Stage."},
    {.name = NULL}};

static const struct slrun_param create_api_mapping_response_out[] = {
    {"ApiId", {.type = SLRUN_STRING}, 0, "Api id."},
    {"ApiMappingId", {.type = SLRUN_STRING}, 0, "Api mapping id."},
    {"ApiMappingKey", {.type = SLRUN_STRING}, 0, "Api mapping key."},
    {"Stage", {.type = SLRUN_STRING}, 0, "Stage."},
    {.name = NULL}};

static const struct ag_place create_api_mapping_places[] = {{"DomainName", "domainName", AG_LABEL},
                                                            {.name = NULL}};

static const char *const words_authorizer_type[] = {"REQUEST", "JWT", NULL};
static const struct slrun_param jwt_configuration_in[] = {
    {"Audience", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Audience."},
    {"Issuer", {.type = SLRUN_STRING}, 0, "Issuer."},
    {.name = NULL}};

static const struct slrun_param create_authorizer_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"AuthorizerCredentialsArn", {.type = SLRUN_STRING}, 0, "Authorizer credentials arn."},
    {"AuthorizerPayloadFormatVersion",
     {.type = SLRUN_STRING},
     0,
     "Authorizer payload format version."},
    {"AuthorizerResultTtlInSeconds",
     {.type = SLRUN_INTEGER},
     0,
     "Authorizer result ttl in seconds."},
    {"AuthorizerType",
     {.type = SLRUN_STRING, .values = words_authorizer_type},
     SLRUN_REQUIRED,
     "Authorizer type."},
    {"AuthorizerUri", {.type = SLRUN_STRING}, 0, "Authorizer uri."},
    {"EnableSimpleResponses", {.type = SLRUN_BOOLEAN}, 0, "Enable simple responses."},
    {"IdentitySource", {.type = SLRUN_LIST, .of = &shape_2}, SLRUN_REQUIRED, "Identity source."},
    {"IdentityValidationExpression", {.type = SLRUN_STRING}, 0, "Identity validation expression."},
    {"JwtConfiguration",
     {.type = SLRUN_STRUCTURE, .members = jwt_configuration_in},
     0,
     "Jwt configuration."},
    {"Name", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Name."},
    {.name = NULL}};

static const struct slrun_param jwt_configuration_out[] = {
    {"Audience", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Audience."},
    {"Issuer", {.type = SLRUN_STRING}, 0, "Issuer."},
    {.name = NULL}};

static const struct slrun_param create_authorizer_response_out[] = {
    {"AuthorizerCredentialsArn", {.type = SLRUN_STRING}, 0, "Authorizer credentials arn."},
    {"AuthorizerId", {.type = SLRUN_STRING}, 0, "Authorizer id."},
    {"AuthorizerPayloadFormatVersion",
     {.type = SLRUN_STRING},
     0,
     "Authorizer payload format version."},
    {"AuthorizerResultTtlInSeconds",
     {.type = SLRUN_INTEGER},
     0,
     "Authorizer result ttl in seconds."},
    {"AuthorizerType", {.type = SLRUN_STRING}, 0, "Authorizer type."},
    {"AuthorizerUri", {.type = SLRUN_STRING}, 0, "Authorizer uri."},
    {"EnableSimpleResponses", {.type = SLRUN_BOOLEAN}, 0, "Enable simple responses."},
    {"IdentitySource", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Identity source."},
    {"IdentityValidationExpression", {.type = SLRUN_STRING}, 0, "Identity validation expression."},
    {"JwtConfiguration",
     {.type = SLRUN_STRUCTURE, .members = jwt_configuration_out},
     0,
     "Jwt configuration."},
    {"Name", {.type = SLRUN_STRING}, 0, "Name."},
    {.name = NULL}};

static const struct ag_place create_authorizer_places[] = {{"ApiId", "apiId", AG_LABEL},
                                                           {.name = NULL}};

static const struct slrun_param create_deployment_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"StageName", {.type = SLRUN_STRING}, 0, "Stage name."},
    {.name = NULL}};

static const struct slrun_param create_deployment_response_out[] = {
    {"AutoDeployed", {.type = SLRUN_BOOLEAN}, 0, "Auto deployed."},
    {"CreatedDate", {.type = SLRUN_TIMESTAMP}, 0, "Created date."},
    {"DeploymentId", {.type = SLRUN_STRING}, 0, "Deployment id."},
    {"DeploymentStatus", {.type = SLRUN_STRING}, 0, "Deployment status."},
    {"DeploymentStatusMessage", {.type = SLRUN_STRING}, 0, "Deployment status message."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {.name = NULL}};

static const struct ag_place create_deployment_places[] = {{"ApiId", "apiId", AG_LABEL},
                                                           {.name = NULL}};

static const char *const words_domain_name_status[] = {"AVAILABLE", "UPDATING",
                                                       "PENDING_CERTIFICATE_REIMPORT",
                                                       "PENDING_OWNERSHIP_VERIFICATION", NULL};
static const char *const words_endpoint_type[] = {"REGIONAL", "EDGE", NULL};
static const char *const words_security_policy[] = {"TLS_1_0", "TLS_1_2", NULL};
static const struct slrun_param domain_name_configuration_in[] = {
    {"ApiGatewayDomainName", {.type = SLRUN_STRING}, 0, "Api gateway domain name."},
    {"CertificateArn", {.type = SLRUN_STRING}, 0, "Certificate arn."},
    {"CertificateName", {.type = SLRUN_STRING}, 0, "Certificate name."},
    {"CertificateUploadDate", {.type = SLRUN_TIMESTAMP}, 0, "Certificate upload date."},
    {"DomainNameStatus",
     {.type = SLRUN_STRING, .values = words_domain_name_status},
     0,
     "Domain name status."},
    {"DomainNameStatusMessage", {.type = SLRUN_STRING}, 0, "Domain name status message."},
    {"EndpointType", {.type = SLRUN_STRING, .values = words_endpoint_type}, 0, "Endpoint type."},
    {"HostedZoneId", {.type = SLRUN_STRING}, 0, "Hosted zone id."},
    {"IpAddressType",
     {.type = SLRUN_STRING, .values = words_ip_address_type},
     0,
     "Ip address type."},
    {"SecurityPolicy",
     {.type = SLRUN_STRING, .values = words_security_policy},
     0,
     "Security policy."},
    {"OwnershipVerificationCertificateArn",
     {.type = SLRUN_STRING},
     0,
     "Ownership verification certificate arn."},
    {.name = NULL}};

static const struct slrun_shape shape_21 = {.type = SLRUN_STRUCTURE,
                                            .members = domain_name_configuration_in};

static const struct slrun_param mutual_tls_authentication_input_in[] = {
    {"TruststoreUri", {.type = SLRUN_STRING}, 0, "Truststore uri."},
    {"TruststoreVersion", {.type = SLRUN_STRING}, 0, "Truststore version."},
    {.name = NULL}};

static const char *const words_routing_mode[] = {"API_MAPPING_ONLY", "ROUTING_RULE_ONLY",
                                                 "ROUTING_RULE_THEN_API_MAPPING", NULL};
static const struct slrun_param create_domain_name_params[] = {
    {"DomainName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Domain name."},
    {"DomainNameConfigurations",
     {.type = SLRUN_LIST, .of = &shape_21},
     0,
     "Domain name configurations."},
    {"MutualTlsAuthentication",
     {.type = SLRUN_STRUCTURE, .members = mutual_tls_authentication_input_in},
     0,
     "Mutual tls authentication."},
    {"RoutingMode", {.type = SLRUN_STRING, .values = words_routing_mode}, 0, "Routing mode."},
    {"Tags", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Tags."},
    {.name = NULL}};

static const struct slrun_param domain_name_configuration_out[] = {
    {"ApiGatewayDomainName", {.type = SLRUN_STRING}, 0, "Api gateway domain name."},
    {"CertificateArn", {.type = SLRUN_STRING}, 0, "Certificate arn."},
    {"CertificateName", {.type = SLRUN_STRING}, 0, "Certificate name."},
    {"CertificateUploadDate", {.type = SLRUN_TIMESTAMP}, 0, "Certificate upload date."},
    {"DomainNameStatus", {.type = SLRUN_STRING}, 0, "Domain name status."},
    {"DomainNameStatusMessage", {.type = SLRUN_STRING}, 0, "Domain name status message."},
    {"EndpointType", {.type = SLRUN_STRING}, 0, "Endpoint type."},
    {"HostedZoneId", {.type = SLRUN_STRING}, 0, "Hosted zone id."},
    {"IpAddressType", {.type = SLRUN_STRING}, 0, "Ip address type."},
    {"SecurityPolicy", {.type = SLRUN_STRING}, 0, "Security policy."},
    {"OwnershipVerificationCertificateArn",
     {.type = SLRUN_STRING},
     0,
     "Ownership verification certificate arn."},
    {.name = NULL}};

static const struct slrun_shape shape_26 = {.type = SLRUN_STRUCTURE,
                                            .members = domain_name_configuration_out};

static const struct slrun_param mutual_tls_authentication_out[] = {
    {"TruststoreUri", {.type = SLRUN_STRING}, 0, "Truststore uri."},
    {"TruststoreVersion", {.type = SLRUN_STRING}, 0, "Truststore version."},
    {"TruststoreWarnings", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Truststore warnings."},
    {.name = NULL}};

static const struct slrun_param create_domain_name_response_out[] = {
    {"ApiMappingSelectionExpression",
     {.type = SLRUN_STRING},
     0,
     "Api mapping selection expression."},
    {"DomainName", {.type = SLRUN_STRING}, 0, "Domain name."},
    {"DomainNameArn", {.type = SLRUN_STRING}, 0, "Domain name arn."},
    {"DomainNameConfigurations",
     {.type = SLRUN_LIST, .of = &shape_26},
     0,
     "Domain name configurations."},
    {"MutualTlsAuthentication",
     {.type = SLRUN_STRUCTURE, .members = mutual_tls_authentication_out},
     0,
     "Mutual tls authentication."},
    {"RoutingMode", {.type = SLRUN_STRING}, 0, "Routing mode."},
    {"Tags", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Tags."},
    {.name = NULL}};

static const char *const words_connection_type[] = {"INTERNET", "VPC_LINK", NULL};
static const char *const words_content_handling_strategy[] = {"CONVERT_TO_BINARY",
                                                              "CONVERT_TO_TEXT", NULL};
static const char *const words_integration_type[] = {"AWS",        "HTTP",      "MOCK",
                                                     "HTTP_PROXY", "AWS_PROXY", NULL};
static const char *const words_passthrough_behavior[] = {"WHEN_NO_MATCH", "NEVER",
                                                         "WHEN_NO_TEMPLATES", NULL};
static const struct slrun_shape shape_33 = {.type = SLRUN_MAP, .of = &shape_2};

static const struct slrun_param tls_config_input_in[] = {
    {"ServerNameToVerify", {.type = SLRUN_STRING}, 0, "Server name to verify."}, {.name = NULL}};

static const struct slrun_param create_integration_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"ConnectionId", {.type = SLRUN_STRING}, 0, "Connection id."},
    {"ConnectionType",
     {.type = SLRUN_STRING, .values = words_connection_type},
     0,
     "Connection type."},
    {"ContentHandlingStrategy",
     {.type = SLRUN_STRING, .values = words_content_handling_strategy},
     0,
     "Content handling strategy."},
    {"CredentialsArn", {.type = SLRUN_STRING}, 0, "Credentials arn."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"IntegrationMethod", {.type = SLRUN_STRING}, 0, "Integration method."},
    {"IntegrationSubtype", {.type = SLRUN_STRING}, 0, "Integration subtype."},
    {"IntegrationType",
     {.type = SLRUN_STRING, .values = words_integration_type},
     SLRUN_REQUIRED,
     "Integration type."},
    {"IntegrationUri", {.type = SLRUN_STRING}, 0, "Integration uri."},
    {"PassthroughBehavior",
     {.type = SLRUN_STRING, .values = words_passthrough_behavior},
     0,
     "Passthrough behavior."},
    {"PayloadFormatVersion", {.type = SLRUN_STRING}, 0, "Payload format version."},
    {"RequestParameters", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Request parameters."},
    {"RequestTemplates", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Request templates."},
    {"ResponseParameters", {.type = SLRUN_MAP, .of = &shape_33}, 0, "Response parameters."},
    {"TemplateSelectionExpression", {.type = SLRUN_STRING}, 0, "Template selection expression."},
    {"TimeoutInMillis", {.type = SLRUN_INTEGER}, 0, "Timeout in millis."},
    {"TlsConfig", {.type = SLRUN_STRUCTURE, .members = tls_config_input_in}, 0, "Tls config."},
    {.name = NULL}};

static const struct slrun_param tls_config_out[] = {
    {"ServerNameToVerify", {.type = SLRUN_STRING}, 0, "Server name to verify."}, {.name = NULL}};

static const struct slrun_param create_integration_result_out[] = {
    {"ApiGatewayManaged", {.type = SLRUN_BOOLEAN}, 0, "Api gateway managed."},
    {"ConnectionId", {.type = SLRUN_STRING}, 0, "Connection id."},
    {"ConnectionType", {.type = SLRUN_STRING}, 0, "Connection type."},
    {"ContentHandlingStrategy", {.type = SLRUN_STRING}, 0, "Content handling strategy."},
    {"CredentialsArn", {.type = SLRUN_STRING}, 0, "Credentials arn."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"IntegrationId", {.type = SLRUN_STRING}, 0, "Integration id."},
    {"IntegrationMethod", {.type = SLRUN_STRING}, 0, "Integration method."},
    {"IntegrationResponseSelectionExpression",
     {.type = SLRUN_STRING},
     0,
     "Integration response selection expression."},
    {"IntegrationSubtype", {.type = SLRUN_STRING}, 0, "Integration subtype."},
    {"IntegrationType", {.type = SLRUN_STRING}, 0, "Integration type."},
    {"IntegrationUri", {.type = SLRUN_STRING}, 0, "Integration uri."},
    {"PassthroughBehavior", {.type = SLRUN_STRING}, 0, "Passthrough behavior."},
    {"PayloadFormatVersion", {.type = SLRUN_STRING}, 0, "Payload format version."},
    {"RequestParameters", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Request parameters."},
    {"RequestTemplates", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Request templates."},
    {"ResponseParameters", {.type = SLRUN_MAP, .of = &shape_33}, 0, "Response parameters."},
    {"TemplateSelectionExpression", {.type = SLRUN_STRING}, 0, "Template selection expression."},
    {"TimeoutInMillis", {.type = SLRUN_INTEGER}, 0, "Timeout in millis."},
    {"TlsConfig", {.type = SLRUN_STRUCTURE, .members = tls_config_out}, 0, "Tls config."},
    {.name = NULL}};

static const struct ag_place create_integration_places[] = {{"ApiId", "apiId", AG_LABEL},
                                                            {.name = NULL}};

static const char *const words_authorization_type[] = {"NONE", "AWS_IAM", "CUSTOM", "JWT", NULL};
static const struct slrun_param parameter_constraints_in[] = {
    {"Required", {.type = SLRUN_BOOLEAN}, 0, "Required."}, {.name = NULL}};

static const struct slrun_shape shape_40 = {.type = SLRUN_STRUCTURE,
                                            .members = parameter_constraints_in};

static const struct slrun_param create_route_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"ApiKeyRequired", {.type = SLRUN_BOOLEAN}, 0, "Api key required."},
    {"AuthorizationScopes", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Authorization scopes."},
    {"AuthorizationType",
     {.type = SLRUN_STRING, .values = words_authorization_type},
     0,
     "Authorization type."},
    {"AuthorizerId", {.type = SLRUN_STRING}, 0, "Authorizer id."},
    {"ModelSelectionExpression", {.type = SLRUN_STRING}, 0, "Model selection expression."},
    {"OperationName", {.type = SLRUN_STRING}, 0, "Operation name."},
    {"RequestModels", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Request models."},
    {"RequestParameters", {.type = SLRUN_MAP, .of = &shape_40}, 0, "Request parameters."},
    {"RouteKey", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Route key."},
    {"RouteResponseSelectionExpression",
     {.type = SLRUN_STRING},
     0,
     "Route response selection expression."},
    {"Target", {.type = SLRUN_STRING}, 0, "Target."},
    {.name = NULL}};

static const struct slrun_param parameter_constraints_out[] = {
    {"Required", {.type = SLRUN_BOOLEAN}, 0, "Required."}, {.name = NULL}};

static const struct slrun_shape shape_43 = {.type = SLRUN_STRUCTURE,
                                            .members = parameter_constraints_out};

static const struct slrun_param create_route_result_out[] = {
    {"ApiGatewayManaged", {.type = SLRUN_BOOLEAN}, 0, "Api gateway managed."},
    {"ApiKeyRequired", {.type = SLRUN_BOOLEAN}, 0, "Api key required."},
    {"AuthorizationScopes", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Authorization scopes."},
    {"AuthorizationType", {.type = SLRUN_STRING}, 0, "Authorization type."},
    {"AuthorizerId", {.type = SLRUN_STRING}, 0, "Authorizer id."},
    {"ModelSelectionExpression", {.type = SLRUN_STRING}, 0, "Model selection expression."},
    {"OperationName", {.type = SLRUN_STRING}, 0, "Operation name."},
    {"RequestModels", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Request models."},
    {"RequestParameters", {.type = SLRUN_MAP, .of = &shape_43}, 0, "Request parameters."},
    {"RouteId", {.type = SLRUN_STRING}, 0, "Route id."},
    {"RouteKey", {.type = SLRUN_STRING}, 0, "Route key."},
    {"RouteResponseSelectionExpression",
     {.type = SLRUN_STRING},
     0,
     "Route response selection expression."},
    {"Target", {.type = SLRUN_STRING}, 0, "Target."},
    {.name = NULL}};

static const struct ag_place create_route_places[] = {{"ApiId", "apiId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param access_log_settings_in[] = {
    {"DestinationArn", {.type = SLRUN_STRING}, 0, "Destination arn."},
    {"Format", {.type = SLRUN_STRING}, 0, "Format."},
    {.name = NULL}};

static const char *const words_logging_level[] = {"ERROR", "INFO", "OFF", NULL};
static const struct slrun_param route_settings_in[] = {
    {"DataTraceEnabled", {.type = SLRUN_BOOLEAN}, 0, "Data trace enabled."},
    {"DetailedMetricsEnabled", {.type = SLRUN_BOOLEAN}, 0, "Detailed metrics enabled."},
    {"LoggingLevel", {.type = SLRUN_STRING, .values = words_logging_level}, 0, "Logging level."},
    {"ThrottlingBurstLimit", {.type = SLRUN_INTEGER}, 0, "Throttling burst limit."},
    {"ThrottlingRateLimit", {.type = SLRUN_FLOAT}, 0, "Throttling rate limit."},
    {.name = NULL}};

static const struct slrun_shape shape_48 = {.type = SLRUN_STRUCTURE, .members = route_settings_in};

static const struct slrun_param create_stage_params[] = {
    {"AccessLogSettings",
     {.type = SLRUN_STRUCTURE, .members = access_log_settings_in},
     0,
     "Access log settings."},
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"AutoDeploy", {.type = SLRUN_BOOLEAN}, 0, "Auto deploy."},
    {"ClientCertificateId", {.type = SLRUN_STRING}, 0, "Client certificate id."},
    {"DefaultRouteSettings",
     {.type = SLRUN_STRUCTURE, .members = route_settings_in},
     0,
     "Default route settings."},
    {"DeploymentId", {.type = SLRUN_STRING}, 0, "Deployment id."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"RouteSettings", {.type = SLRUN_MAP, .of = &shape_48}, 0, "Route settings."},
    {"StageName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Stage name."},
    {"StageVariables", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Stage variables."},
    {"Tags", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Tags."},
    {.name = NULL}};

static const struct slrun_param access_log_settings_out[] = {
    {"DestinationArn", {.type = SLRUN_STRING}, 0, "Destination arn."},
    {"Format", {.type = SLRUN_STRING}, 0, "Format."},
    {.name = NULL}};

static const struct slrun_param route_settings_out[] = {
    {"DataTraceEnabled", {.type = SLRUN_BOOLEAN}, 0, "Data trace enabled."},
    {"DetailedMetricsEnabled", {.type = SLRUN_BOOLEAN}, 0, "Detailed metrics enabled."},
    {"LoggingLevel", {.type = SLRUN_STRING}, 0, "Logging level."},
    {"ThrottlingBurstLimit", {.type = SLRUN_INTEGER}, 0, "Throttling burst limit."},
    {"ThrottlingRateLimit", {.type = SLRUN_FLOAT}, 0, "Throttling rate limit."},
    {.name = NULL}};

static const struct slrun_shape shape_52 = {.type = SLRUN_STRUCTURE, .members = route_settings_out};

static const struct slrun_param create_stage_response_out[] = {
    {"AccessLogSettings",
     {.type = SLRUN_STRUCTURE, .members = access_log_settings_out},
     0,
     "Access log settings."},
    {"ApiGatewayManaged", {.type = SLRUN_BOOLEAN}, 0, "Api gateway managed."},
    {"AutoDeploy", {.type = SLRUN_BOOLEAN}, 0, "Auto deploy."},
    {"ClientCertificateId", {.type = SLRUN_STRING}, 0, "Client certificate id."},
    {"CreatedDate", {.type = SLRUN_TIMESTAMP}, 0, "Created date."},
    {"DefaultRouteSettings",
     {.type = SLRUN_STRUCTURE, .members = route_settings_out},
     0,
     "Default route settings."},
    {"DeploymentId", {.type = SLRUN_STRING}, 0, "Deployment id."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"LastDeploymentStatusMessage", {.type = SLRUN_STRING}, 0, "Last deployment status message."},
    {"LastUpdatedDate", {.type = SLRUN_TIMESTAMP}, 0, "Last updated date."},
    {"RouteSettings", {.type = SLRUN_MAP, .of = &shape_52}, 0, "Route settings."},
    {"StageName", {.type = SLRUN_STRING}, 0, "Stage name."},
    {"StageVariables", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Stage variables."},
    {"Tags", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Tags."},
    {.name = NULL}};

static const struct ag_place create_stage_places[] = {{"ApiId", "apiId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param delete_api_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."}, {.name = NULL}};

static const struct ag_place delete_api_places[] = {{"ApiId", "apiId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param delete_api_mapping_params[] = {
    {"ApiMappingId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api mapping id."},
    {"DomainName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Domain name."},
    {.name = NULL}};

static const struct ag_place delete_api_mapping_places[] = {
    {"ApiMappingId", "apiMappingId", AG_LABEL},
    {"DomainName", "domainName", AG_LABEL},
    {.name = NULL}};

static const struct slrun_param delete_authorizer_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"AuthorizerId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Authorizer id."},
    {.name = NULL}};

static const struct ag_place delete_authorizer_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"AuthorizerId", "authorizerId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param delete_cors_configuration_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."}, {.name = NULL}};

static const struct ag_place delete_cors_configuration_places[] = {{"ApiId", "apiId", AG_LABEL},
                                                                   {.name = NULL}};

static const struct slrun_param delete_deployment_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"DeploymentId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Deployment id."},
    {.name = NULL}};

static const struct ag_place delete_deployment_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"DeploymentId", "deploymentId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param delete_domain_name_params[] = {
    {"DomainName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Domain name."}, {.name = NULL}};

static const struct ag_place delete_domain_name_places[] = {{"DomainName", "domainName", AG_LABEL},
                                                            {.name = NULL}};

static const struct slrun_param delete_integration_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"IntegrationId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Integration id."},
    {.name = NULL}};

static const struct ag_place delete_integration_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"IntegrationId", "integrationId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param delete_route_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"RouteId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Route id."},
    {.name = NULL}};

static const struct ag_place delete_route_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"RouteId", "routeId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param delete_route_settings_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"RouteKey", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Route key."},
    {"StageName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Stage name."},
    {.name = NULL}};

static const struct ag_place delete_route_settings_places[] = {{"ApiId", "apiId", AG_LABEL},
                                                               {"RouteKey", "routeKey", AG_LABEL},
                                                               {"StageName", "stageName", AG_LABEL},
                                                               {.name = NULL}};

static const struct slrun_param delete_stage_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"StageName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Stage name."},
    {.name = NULL}};

static const struct ag_place delete_stage_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"StageName", "stageName", AG_LABEL}, {.name = NULL}};

static const struct slrun_param get_api_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."}, {.name = NULL}};

static const struct slrun_param get_api_response_out[] = {
    {"ApiEndpoint", {.type = SLRUN_STRING}, 0, "Api endpoint."},
    {"ApiGatewayManaged", {.type = SLRUN_BOOLEAN}, 0, "Api gateway managed."},
    {"ApiId", {.type = SLRUN_STRING}, 0, "Api id."},
    {"ApiKeySelectionExpression", {.type = SLRUN_STRING}, 0, "Api key selection expression."},
    {"CorsConfiguration", {.type = SLRUN_STRUCTURE, .members = cors_out}, 0, "Cors configuration."},
    {"CreatedDate", {.type = SLRUN_TIMESTAMP}, 0, "Created date."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"DisableSchemaValidation", {.type = SLRUN_BOOLEAN}, 0, "Disable schema validation."},
    {"DisableExecuteApiEndpoint", {.type = SLRUN_BOOLEAN}, 0, "Disable execute api endpoint."},
    {"ImportInfo", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Import info."},
    {"IpAddressType", {.type = SLRUN_STRING}, 0, "Ip address type."},
    {"Name", {.type = SLRUN_STRING}, 0, "Name."},
    {"ProtocolType", {.type = SLRUN_STRING}, 0, "Protocol type."},
    {"RouteSelectionExpression", {.type = SLRUN_STRING}, 0, "Route selection expression."},
    {"Tags", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Tags."},
    {"Version", {.type = SLRUN_STRING}, 0, "Version."},
    {"Warnings", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Warnings."},
    {.name = NULL}};

static const struct ag_place get_api_places[] = {{"ApiId", "apiId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param get_api_mapping_params[] = {
    {"ApiMappingId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api mapping id."},
    {"DomainName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Domain name."},
    {.name = NULL}};

static const struct slrun_param get_api_mapping_response_out[] = {
    {"ApiId", {.type = SLRUN_STRING}, 0, "Api id."},
    {"ApiMappingId", {.type = SLRUN_STRING}, 0, "Api mapping id."},
    {"ApiMappingKey", {.type = SLRUN_STRING}, 0, "Api mapping key."},
    {"Stage", {.type = SLRUN_STRING}, 0, "Stage."},
    {.name = NULL}};

static const struct ag_place get_api_mapping_places[] = {{"ApiMappingId", "apiMappingId", AG_LABEL},
                                                         {"DomainName", "domainName", AG_LABEL},
                                                         {.name = NULL}};

static const struct slrun_param get_api_mappings_params[] = {
    {"DomainName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Domain name."},
    {"MaxResults", {.type = SLRUN_STRING}, 0, "Max results."},
    {"NextToken", {.type = SLRUN_STRING}, 0, "Next token."},
    {.name = NULL}};

static const struct slrun_param api_mapping_out[] = {
    {"ApiId", {.type = SLRUN_STRING}, 0, "Api id."},
    {"ApiMappingId", {.type = SLRUN_STRING}, 0, "Api mapping id."},
    {"ApiMappingKey", {.type = SLRUN_STRING}, 0, "Api mapping key."},
    {"Stage", {.type = SLRUN_STRING}, 0, "Stage."},
    {.name = NULL}};

static const struct slrun_shape shape_70 = {.type = SLRUN_STRUCTURE, .members = api_mapping_out};

static const struct slrun_param get_api_mappings_response_out[] = {
    {"Items", {.type = SLRUN_LIST, .of = &shape_70}, 0, "Items."},
    {"NextToken", {.type = SLRUN_STRING}, 0, "Next token."},
    {.name = NULL}};

static const struct ag_place get_api_mappings_places[] = {{"DomainName", "domainName", AG_LABEL},
                                                          {"MaxResults", "maxResults", AG_QUERY},
                                                          {"NextToken", "nextToken", AG_QUERY},
                                                          {.name = NULL}};

static const struct slrun_param get_apis_params[] = {
    {"MaxResults", {.type = SLRUN_STRING}, 0, "Max results."},
    {"NextToken", {.type = SLRUN_STRING}, 0, "Next token."},
    {.name = NULL}};

static const struct slrun_param api_out[] = {
    {"ApiEndpoint", {.type = SLRUN_STRING}, 0, "Api endpoint."},
    {"ApiGatewayManaged", {.type = SLRUN_BOOLEAN}, 0, "Api gateway managed."},
    {"ApiId", {.type = SLRUN_STRING}, 0, "Api id."},
    {"ApiKeySelectionExpression", {.type = SLRUN_STRING}, 0, "Api key selection expression."},
    {"CorsConfiguration", {.type = SLRUN_STRUCTURE, .members = cors_out}, 0, "Cors configuration."},
    {"CreatedDate", {.type = SLRUN_TIMESTAMP}, 0, "Created date."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"DisableSchemaValidation", {.type = SLRUN_BOOLEAN}, 0, "Disable schema validation."},
    {"DisableExecuteApiEndpoint", {.type = SLRUN_BOOLEAN}, 0, "Disable execute api endpoint."},
    {"ImportInfo", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Import info."},
    {"IpAddressType", {.type = SLRUN_STRING}, 0, "Ip address type."},
    {"Name", {.type = SLRUN_STRING}, 0, "Name."},
    {"ProtocolType", {.type = SLRUN_STRING}, 0, "Protocol type."},
    {"RouteSelectionExpression", {.type = SLRUN_STRING}, 0, "Route selection expression."},
    {"Tags", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Tags."},
    {"Version", {.type = SLRUN_STRING}, 0, "Version."},
    {"Warnings", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Warnings."},
    {.name = NULL}};

static const struct slrun_shape shape_74 = {.type = SLRUN_STRUCTURE, .members = api_out};

static const struct slrun_param get_apis_response_out[] = {
    {"Items", {.type = SLRUN_LIST, .of = &shape_74}, 0, "Items."},
    {"NextToken", {.type = SLRUN_STRING}, 0, "Next token."},
    {.name = NULL}};

static const struct ag_place get_apis_places[] = {
    {"MaxResults", "maxResults", AG_QUERY}, {"NextToken", "nextToken", AG_QUERY}, {.name = NULL}};

static const struct slrun_param get_authorizer_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"AuthorizerId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Authorizer id."},
    {.name = NULL}};

static const struct slrun_param get_authorizer_response_out[] = {
    {"AuthorizerCredentialsArn", {.type = SLRUN_STRING}, 0, "Authorizer credentials arn."},
    {"AuthorizerId", {.type = SLRUN_STRING}, 0, "Authorizer id."},
    {"AuthorizerPayloadFormatVersion",
     {.type = SLRUN_STRING},
     0,
     "Authorizer payload format version."},
    {"AuthorizerResultTtlInSeconds",
     {.type = SLRUN_INTEGER},
     0,
     "Authorizer result ttl in seconds."},
    {"AuthorizerType", {.type = SLRUN_STRING}, 0, "Authorizer type."},
    {"AuthorizerUri", {.type = SLRUN_STRING}, 0, "Authorizer uri."},
    {"EnableSimpleResponses", {.type = SLRUN_BOOLEAN}, 0, "Enable simple responses."},
    {"IdentitySource", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Identity source."},
    {"IdentityValidationExpression", {.type = SLRUN_STRING}, 0, "Identity validation expression."},
    {"JwtConfiguration",
     {.type = SLRUN_STRUCTURE, .members = jwt_configuration_out},
     0,
     "Jwt configuration."},
    {"Name", {.type = SLRUN_STRING}, 0, "Name."},
    {.name = NULL}};

static const struct ag_place get_authorizer_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"AuthorizerId", "authorizerId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param get_authorizers_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"MaxResults", {.type = SLRUN_STRING}, 0, "Max results."},
    {"NextToken", {.type = SLRUN_STRING}, 0, "Next token."},
    {.name = NULL}};

static const struct slrun_param authorizer_out[] = {
    {"AuthorizerCredentialsArn", {.type = SLRUN_STRING}, 0, "Authorizer credentials arn."},
    {"AuthorizerId", {.type = SLRUN_STRING}, 0, "Authorizer id."},
    {"AuthorizerPayloadFormatVersion",
     {.type = SLRUN_STRING},
     0,
     "Authorizer payload format version."},
    {"AuthorizerResultTtlInSeconds",
     {.type = SLRUN_INTEGER},
     0,
     "Authorizer result ttl in seconds."},
    {"AuthorizerType", {.type = SLRUN_STRING}, 0, "Authorizer type."},
    {"AuthorizerUri", {.type = SLRUN_STRING}, 0, "Authorizer uri."},
    {"EnableSimpleResponses", {.type = SLRUN_BOOLEAN}, 0, "Enable simple responses."},
    {"IdentitySource", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Identity source."},
    {"IdentityValidationExpression", {.type = SLRUN_STRING}, 0, "Identity validation expression."},
    {"JwtConfiguration",
     {.type = SLRUN_STRUCTURE, .members = jwt_configuration_out},
     0,
     "Jwt configuration."},
    {"Name", {.type = SLRUN_STRING}, 0, "Name."},
    {.name = NULL}};

static const struct slrun_shape shape_80 = {.type = SLRUN_STRUCTURE, .members = authorizer_out};

static const struct slrun_param get_authorizers_response_out[] = {
    {"Items", {.type = SLRUN_LIST, .of = &shape_80}, 0, "Items."},
    {"NextToken", {.type = SLRUN_STRING}, 0, "Next token."},
    {.name = NULL}};

static const struct ag_place get_authorizers_places[] = {{"ApiId", "apiId", AG_LABEL},
                                                         {"MaxResults", "maxResults", AG_QUERY},
                                                         {"NextToken", "nextToken", AG_QUERY},
                                                         {.name = NULL}};

static const struct slrun_param get_deployment_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"DeploymentId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Deployment id."},
    {.name = NULL}};

static const struct slrun_param get_deployment_response_out[] = {
    {"AutoDeployed", {.type = SLRUN_BOOLEAN}, 0, "Auto deployed."},
    {"CreatedDate", {.type = SLRUN_TIMESTAMP}, 0, "Created date."},
    {"DeploymentId", {.type = SLRUN_STRING}, 0, "Deployment id."},
    {"DeploymentStatus", {.type = SLRUN_STRING}, 0, "Deployment status."},
    {"DeploymentStatusMessage", {.type = SLRUN_STRING}, 0, "Deployment status message."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {.name = NULL}};

static const struct ag_place get_deployment_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"DeploymentId", "deploymentId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param get_deployments_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"MaxResults", {.type = SLRUN_STRING}, 0, "Max results."},
    {"NextToken", {.type = SLRUN_STRING}, 0, "Next token."},
    {.name = NULL}};

static const struct slrun_param deployment_out[] = {
    {"AutoDeployed", {.type = SLRUN_BOOLEAN}, 0, "Auto deployed."},
    {"CreatedDate", {.type = SLRUN_TIMESTAMP}, 0, "Created date."},
    {"DeploymentId", {.type = SLRUN_STRING}, 0, "Deployment id."},
    {"DeploymentStatus", {.type = SLRUN_STRING}, 0, "Deployment status."},
    {"DeploymentStatusMessage", {.type = SLRUN_STRING}, 0, "Deployment status message."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {.name = NULL}};

static const struct slrun_shape shape_86 = {.type = SLRUN_STRUCTURE, .members = deployment_out};

static const struct slrun_param get_deployments_response_out[] = {
    {"Items", {.type = SLRUN_LIST, .of = &shape_86}, 0, "Items."},
    {"NextToken", {.type = SLRUN_STRING}, 0, "Next token."},
    {.name = NULL}};

static const struct ag_place get_deployments_places[] = {{"ApiId", "apiId", AG_LABEL},
                                                         {"MaxResults", "maxResults", AG_QUERY},
                                                         {"NextToken", "nextToken", AG_QUERY},
                                                         {.name = NULL}};

static const struct slrun_param get_domain_name_params[] = {
    {"DomainName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Domain name."}, {.name = NULL}};

static const struct slrun_param get_domain_name_response_out[] = {
    {"ApiMappingSelectionExpression",
     {.type = SLRUN_STRING},
     0,
     "Api mapping selection expression."},
    {"DomainName", {.type = SLRUN_STRING}, 0, "Domain name."},
    {"DomainNameArn", {.type = SLRUN_STRING}, 0, "Domain name arn."},
    {"DomainNameConfigurations",
     {.type = SLRUN_LIST, .of = &shape_26},
     0,
     "Domain name configurations."},
    {"MutualTlsAuthentication",
     {.type = SLRUN_STRUCTURE, .members = mutual_tls_authentication_out},
     0,
     "Mutual tls authentication."},
    {"RoutingMode", {.type = SLRUN_STRING}, 0, "Routing mode."},
    {"Tags", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Tags."},
    {.name = NULL}};

static const struct ag_place get_domain_name_places[] = {{"DomainName", "domainName", AG_LABEL},
                                                         {.name = NULL}};

static const struct slrun_param get_domain_names_params[] = {
    {"MaxResults", {.type = SLRUN_STRING}, 0, "Max results."},
    {"NextToken", {.type = SLRUN_STRING}, 0, "Next token."},
    {.name = NULL}};

static const struct slrun_param domain_name_out[] = {
    {"ApiMappingSelectionExpression",
     {.type = SLRUN_STRING},
     0,
     "Api mapping selection expression."},
    {"DomainName", {.type = SLRUN_STRING}, 0, "Domain name."},
    {"DomainNameArn", {.type = SLRUN_STRING}, 0, "Domain name arn."},
    {"DomainNameConfigurations",
     {.type = SLRUN_LIST, .of = &shape_26},
     0,
     "Domain name configurations."},
    {"MutualTlsAuthentication",
     {.type = SLRUN_STRUCTURE, .members = mutual_tls_authentication_out},
     0,
     "Mutual tls authentication."},
    {"RoutingMode", {.type = SLRUN_STRING}, 0, "Routing mode."},
    {"Tags", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Tags."},
    {.name = NULL}};

static const struct slrun_shape shape_92 = {.type = SLRUN_STRUCTURE, .members = domain_name_out};

static const struct slrun_param get_domain_names_response_out[] = {
    {"Items", {.type = SLRUN_LIST, .of = &shape_92}, 0, "Items."},
    {"NextToken", {.type = SLRUN_STRING}, 0, "Next token."},
    {.name = NULL}};

static const struct ag_place get_domain_names_places[] = {
    {"MaxResults", "maxResults", AG_QUERY}, {"NextToken", "nextToken", AG_QUERY}, {.name = NULL}};

static const struct slrun_param get_integration_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"IntegrationId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Integration id."},
    {.name = NULL}};

static const struct slrun_param get_integration_result_out[] = {
    {"ApiGatewayManaged", {.type = SLRUN_BOOLEAN}, 0, "Api gateway managed."},
    {"ConnectionId", {.type = SLRUN_STRING}, 0, "Connection id."},
    {"ConnectionType", {.type = SLRUN_STRING}, 0, "Connection type."},
    {"ContentHandlingStrategy", {.type = SLRUN_STRING}, 0, "Content handling strategy."},
    {"CredentialsArn", {.type = SLRUN_STRING}, 0, "Credentials arn."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"IntegrationId", {.type = SLRUN_STRING}, 0, "Integration id."},
    {"IntegrationMethod", {.type = SLRUN_STRING}, 0, "Integration method."},
    {"IntegrationResponseSelectionExpression",
     {.type = SLRUN_STRING},
     0,
     "Integration response selection expression."},
    {"IntegrationSubtype", {.type = SLRUN_STRING}, 0, "Integration subtype."},
    {"IntegrationType", {.type = SLRUN_STRING}, 0, "Integration type."},
    {"IntegrationUri", {.type = SLRUN_STRING}, 0, "Integration uri."},
    {"PassthroughBehavior", {.type = SLRUN_STRING}, 0, "Passthrough behavior."},
    {"PayloadFormatVersion", {.type = SLRUN_STRING}, 0, "Payload format version."},
    {"RequestParameters", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Request parameters."},
    {"RequestTemplates", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Request templates."},
    {"ResponseParameters", {.type = SLRUN_MAP, .of = &shape_33}, 0, "Response parameters."},
    {"TemplateSelectionExpression", {.type = SLRUN_STRING}, 0, "Template selection expression."},
    {"TimeoutInMillis", {.type = SLRUN_INTEGER}, 0, "Timeout in millis."},
    {"TlsConfig", {.type = SLRUN_STRUCTURE, .members = tls_config_out}, 0, "Tls config."},
    {.name = NULL}};

static const struct ag_place get_integration_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"IntegrationId", "integrationId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param get_integrations_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"MaxResults", {.type = SLRUN_STRING}, 0, "Max results."},
    {"NextToken", {.type = SLRUN_STRING}, 0, "Next token."},
    {.name = NULL}};

static const struct slrun_param integration_out[] = {
    {"ApiGatewayManaged", {.type = SLRUN_BOOLEAN}, 0, "Api gateway managed."},
    {"ConnectionId", {.type = SLRUN_STRING}, 0, "Connection id."},
    {"ConnectionType", {.type = SLRUN_STRING}, 0, "Connection type."},
    {"ContentHandlingStrategy", {.type = SLRUN_STRING}, 0, "Content handling strategy."},
    {"CredentialsArn", {.type = SLRUN_STRING}, 0, "Credentials arn."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"IntegrationId", {.type = SLRUN_STRING}, 0, "Integration id."},
    {"IntegrationMethod", {.type = SLRUN_STRING}, 0, "Integration method."},
    {"IntegrationResponseSelectionExpression",
     {.type = SLRUN_STRING},
     0,
     "Integration response selection expression."},
    {"IntegrationSubtype", {.type = SLRUN_STRING}, 0, "Integration subtype."},
    {"IntegrationType", {.type = SLRUN_STRING}, 0, "Integration type."},
    {"IntegrationUri", {.type = SLRUN_STRING}, 0, "Integration uri."},
    {"PassthroughBehavior", {.type = SLRUN_STRING}, 0, "Passthrough behavior."},
    {"PayloadFormatVersion", {.type = SLRUN_STRING}, 0, "Payload format version."},
    {"RequestParameters", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Request parameters."},
    {"RequestTemplates", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Request templates."},
    {"ResponseParameters", {.type = SLRUN_MAP, .of = &shape_33}, 0, "Response parameters."},
    {"TemplateSelectionExpression", {.type = SLRUN_STRING}, 0, "Template selection expression."},
    {"TimeoutInMillis", {.type = SLRUN_INTEGER}, 0, "Timeout in millis."},
    {"TlsConfig", {.type = SLRUN_STRUCTURE, .members = tls_config_out}, 0, "Tls config."},
    {.name = NULL}};

static const struct slrun_shape shape_98 = {.type = SLRUN_STRUCTURE, .members = integration_out};

static const struct slrun_param get_integrations_response_out[] = {
    {"Items", {.type = SLRUN_LIST, .of = &shape_98}, 0, "Items."},
    {"NextToken", {.type = SLRUN_STRING}, 0, "Next token."},
    {.name = NULL}};

static const struct ag_place get_integrations_places[] = {{"ApiId", "apiId", AG_LABEL},
                                                          {"MaxResults", "maxResults", AG_QUERY},
                                                          {"NextToken", "nextToken", AG_QUERY},
                                                          {.name = NULL}};

static const struct slrun_param get_route_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"RouteId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Route id."},
    {.name = NULL}};

static const struct slrun_param get_route_result_out[] = {
    {"ApiGatewayManaged", {.type = SLRUN_BOOLEAN}, 0, "Api gateway managed."},
    {"ApiKeyRequired", {.type = SLRUN_BOOLEAN}, 0, "Api key required."},
    {"AuthorizationScopes", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Authorization scopes."},
    {"AuthorizationType", {.type = SLRUN_STRING}, 0, "Authorization type."},
    {"AuthorizerId", {.type = SLRUN_STRING}, 0, "Authorizer id."},
    {"ModelSelectionExpression", {.type = SLRUN_STRING}, 0, "Model selection expression."},
    {"OperationName", {.type = SLRUN_STRING}, 0, "Operation name."},
    {"RequestModels", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Request models."},
    {"RequestParameters", {.type = SLRUN_MAP, .of = &shape_43}, 0, "Request parameters."},
    {"RouteId", {.type = SLRUN_STRING}, 0, "Route id."},
    {"RouteKey", {.type = SLRUN_STRING}, 0, "Route key."},
    {"RouteResponseSelectionExpression",
     {.type = SLRUN_STRING},
     0,
     "Route response selection expression."},
    {"Target", {.type = SLRUN_STRING}, 0, "Target."},
    {.name = NULL}};

static const struct ag_place get_route_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"RouteId", "routeId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param get_routes_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"MaxResults", {.type = SLRUN_STRING}, 0, "Max results."},
    {"NextToken", {.type = SLRUN_STRING}, 0, "Next token."},
    {.name = NULL}};

static const struct slrun_param route_out[] = {
    {"ApiGatewayManaged", {.type = SLRUN_BOOLEAN}, 0, "Api gateway managed."},
    {"ApiKeyRequired", {.type = SLRUN_BOOLEAN}, 0, "Api key required."},
    {"AuthorizationScopes", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Authorization scopes."},
    {"AuthorizationType", {.type = SLRUN_STRING}, 0, "Authorization type."},
    {"AuthorizerId", {.type = SLRUN_STRING}, 0, "Authorizer id."},
    {"ModelSelectionExpression", {.type = SLRUN_STRING}, 0, "Model selection expression."},
    {"OperationName", {.type = SLRUN_STRING}, 0, "Operation name."},
    {"RequestModels", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Request models."},
    {"RequestParameters", {.type = SLRUN_MAP, .of = &shape_43}, 0, "Request parameters."},
    {"RouteId", {.type = SLRUN_STRING}, 0, "Route id."},
    {"RouteKey", {.type = SLRUN_STRING}, 0, "Route key."},
    {"RouteResponseSelectionExpression",
     {.type = SLRUN_STRING},
     0,
     "Route response selection expression."},
    {"Target", {.type = SLRUN_STRING}, 0, "Target."},
    {.name = NULL}};

static const struct slrun_shape shape_104 = {.type = SLRUN_STRUCTURE, .members = route_out};

static const struct slrun_param get_routes_response_out[] = {
    {"Items", {.type = SLRUN_LIST, .of = &shape_104}, 0, "Items."},
    {"NextToken", {.type = SLRUN_STRING}, 0, "Next token."},
    {.name = NULL}};

static const struct ag_place get_routes_places[] = {{"ApiId", "apiId", AG_LABEL},
                                                    {"MaxResults", "maxResults", AG_QUERY},
                                                    {"NextToken", "nextToken", AG_QUERY},
                                                    {.name = NULL}};

static const struct slrun_param get_stage_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"StageName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Stage name."},
    {.name = NULL}};

static const struct slrun_param get_stage_response_out[] = {
    {"AccessLogSettings",
     {.type = SLRUN_STRUCTURE, .members = access_log_settings_out},
     0,
     "Access log settings."},
    {"ApiGatewayManaged", {.type = SLRUN_BOOLEAN}, 0, "Api gateway managed."},
    {"AutoDeploy", {.type = SLRUN_BOOLEAN}, 0, "Auto deploy."},
    {"ClientCertificateId", {.type = SLRUN_STRING}, 0, "Client certificate id."},
    {"CreatedDate", {.type = SLRUN_TIMESTAMP}, 0, "Created date."},
    {"DefaultRouteSettings",
     {.type = SLRUN_STRUCTURE, .members = route_settings_out},
     0,
     "Default route settings."},
    {"DeploymentId", {.type = SLRUN_STRING}, 0, "Deployment id."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"LastDeploymentStatusMessage", {.type = SLRUN_STRING}, 0, "Last deployment status message."},
    {"LastUpdatedDate", {.type = SLRUN_TIMESTAMP}, 0, "Last updated date."},
    {"RouteSettings", {.type = SLRUN_MAP, .of = &shape_52}, 0, "Route settings."},
    {"StageName", {.type = SLRUN_STRING}, 0, "Stage name."},
    {"StageVariables", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Stage variables."},
    {"Tags", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Tags."},
    {.name = NULL}};

static const struct ag_place get_stage_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"StageName", "stageName", AG_LABEL}, {.name = NULL}};

static const struct slrun_param get_stages_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"MaxResults", {.type = SLRUN_STRING}, 0, "Max results."},
    {"NextToken", {.type = SLRUN_STRING}, 0, "Next token."},
    {.name = NULL}};

static const struct slrun_param stage_out[] = {
    {"AccessLogSettings",
     {.type = SLRUN_STRUCTURE, .members = access_log_settings_out},
     0,
     "Access log settings."},
    {"ApiGatewayManaged", {.type = SLRUN_BOOLEAN}, 0, "Api gateway managed."},
    {"AutoDeploy", {.type = SLRUN_BOOLEAN}, 0, "Auto deploy."},
    {"ClientCertificateId", {.type = SLRUN_STRING}, 0, "Client certificate id."},
    {"CreatedDate", {.type = SLRUN_TIMESTAMP}, 0, "Created date."},
    {"DefaultRouteSettings",
     {.type = SLRUN_STRUCTURE, .members = route_settings_out},
     0,
     "Default route settings."},
    {"DeploymentId", {.type = SLRUN_STRING}, 0, "Deployment id."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"LastDeploymentStatusMessage", {.type = SLRUN_STRING}, 0, "Last deployment status message."},
    {"LastUpdatedDate", {.type = SLRUN_TIMESTAMP}, 0, "Last updated date."},
    {"RouteSettings", {.type = SLRUN_MAP, .of = &shape_52}, 0, "Route settings."},
    {"StageName", {.type = SLRUN_STRING}, 0, "Stage name."},
    {"StageVariables", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Stage variables."},
    {"Tags", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Tags."},
    {.name = NULL}};

static const struct slrun_shape shape_110 = {.type = SLRUN_STRUCTURE, .members = stage_out};

static const struct slrun_param get_stages_response_out[] = {
    {"Items", {.type = SLRUN_LIST, .of = &shape_110}, 0, "Items."},
    {"NextToken", {.type = SLRUN_STRING}, 0, "Next token."},
    {.name = NULL}};

static const struct ag_place get_stages_places[] = {{"ApiId", "apiId", AG_LABEL},
                                                    {"MaxResults", "maxResults", AG_QUERY},
                                                    {"NextToken", "nextToken", AG_QUERY},
                                                    {.name = NULL}};

static const struct slrun_param get_tags_params[] = {
    {"ResourceArn", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource arn."}, {.name = NULL}};

static const struct slrun_param get_tags_response_out[] = {
    {"Tags", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Tags."}, {.name = NULL}};

static const struct ag_place get_tags_places[] = {{"ResourceArn", "resource-arn", AG_LABEL},
                                                  {.name = NULL}};

static const struct slrun_param import_api_params[] = {
    {"Basepath", {.type = SLRUN_STRING}, 0, "Basepath."},
    {"Body", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Body."},
    {"FailOnWarnings", {.type = SLRUN_BOOLEAN}, 0, "Fail on warnings."},
    {.name = NULL}};

static const struct slrun_param import_api_response_out[] = {
    {"ApiEndpoint", {.type = SLRUN_STRING}, 0, "Api endpoint."},
    {"ApiGatewayManaged", {.type = SLRUN_BOOLEAN}, 0, "Api gateway managed."},
    {"ApiId", {.type = SLRUN_STRING}, 0, "Api id."},
    {"ApiKeySelectionExpression", {.type = SLRUN_STRING}, 0, "Api key selection expression."},
    {"CorsConfiguration", {.type = SLRUN_STRUCTURE, .members = cors_out}, 0, "Cors configuration."},
    {"CreatedDate", {.type = SLRUN_TIMESTAMP}, 0, "Created date."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"DisableSchemaValidation", {.type = SLRUN_BOOLEAN}, 0, "Disable schema validation."},
    {"DisableExecuteApiEndpoint", {.type = SLRUN_BOOLEAN}, 0, "Disable execute api endpoint."},
    {"ImportInfo", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Import info."},
    {"IpAddressType", {.type = SLRUN_STRING}, 0, "Ip address type."},
    {"Name", {.type = SLRUN_STRING}, 0, "Name."},
    {"ProtocolType", {.type = SLRUN_STRING}, 0, "Protocol type."},
    {"RouteSelectionExpression", {.type = SLRUN_STRING}, 0, "Route selection expression."},
    {"Tags", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Tags."},
    {"Version", {.type = SLRUN_STRING}, 0, "Version."},
    {"Warnings", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Warnings."},
    {.name = NULL}};

static const struct ag_place import_api_places[] = {{"Basepath", "basepath", AG_QUERY},
                                                    {"FailOnWarnings", "failOnWarnings", AG_QUERY},
                                                    {.name = NULL}};

static const struct slrun_param reimport_api_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"Basepath", {.type = SLRUN_STRING}, 0, "Basepath."},
    {"Body", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Body."},
    {"FailOnWarnings", {.type = SLRUN_BOOLEAN}, 0, "Fail on warnings."},
    {.name = NULL}};

static const struct slrun_param reimport_api_response_out[] = {
    {"ApiEndpoint", {.type = SLRUN_STRING}, 0, "Api endpoint."},
    {"ApiGatewayManaged", {.type = SLRUN_BOOLEAN}, 0, "Api gateway managed."},
    {"ApiId", {.type = SLRUN_STRING}, 0, "Api id."},
    {"ApiKeySelectionExpression", {.type = SLRUN_STRING}, 0, "Api key selection expression."},
    {"CorsConfiguration", {.type = SLRUN_STRUCTURE, .members = cors_out}, 0, "Cors configuration."},
    {"CreatedDate", {.type = SLRUN_TIMESTAMP}, 0, "Created date."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"DisableSchemaValidation", {.type = SLRUN_BOOLEAN}, 0, "Disable schema validation."},
    {"DisableExecuteApiEndpoint", {.type = SLRUN_BOOLEAN}, 0, "Disable execute api endpoint."},
    {"ImportInfo", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Import info."},
    {"IpAddressType", {.type = SLRUN_STRING}, 0, "Ip address type."},
    {"Name", {.type = SLRUN_STRING}, 0, "Name."},
    {"ProtocolType", {.type = SLRUN_STRING}, 0, "Protocol type."},
    {"RouteSelectionExpression", {.type = SLRUN_STRING}, 0, "Route selection expression."},
    {"Tags", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Tags."},
    {"Version", {.type = SLRUN_STRING}, 0, "Version."},
    {"Warnings", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Warnings."},
    {.name = NULL}};

static const struct ag_place reimport_api_places[] = {
    {"ApiId", "apiId", AG_LABEL},
    {"Basepath", "basepath", AG_QUERY},
    {"FailOnWarnings", "failOnWarnings", AG_QUERY},
    {.name = NULL}};

static const struct slrun_param tag_resource_params[] = {
    {"ResourceArn", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource arn."},
    {"Tags", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Tags."},
    {.name = NULL}};

static const struct slrun_param tag_resource_response_out[] = {{.name = NULL}};

static const struct ag_place tag_resource_places[] = {{"ResourceArn", "resource-arn", AG_LABEL},
                                                      {.name = NULL}};

static const struct slrun_param untag_resource_params[] = {
    {"ResourceArn", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Resource arn."},
    {"TagKeys", {.type = SLRUN_LIST, .of = &shape_2}, SLRUN_REQUIRED, "Tag keys."},
    {.name = NULL}};

static const struct ag_place untag_resource_places[] = {
    {"ResourceArn", "resource-arn", AG_LABEL}, {"TagKeys", "tagKeys", AG_QUERY}, {.name = NULL}};

static const struct slrun_param update_api_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"ApiKeySelectionExpression", {.type = SLRUN_STRING}, 0, "Api key selection expression."},
    {"CorsConfiguration", {.type = SLRUN_STRUCTURE, .members = cors_in}, 0, "Cors configuration."},
    {"CredentialsArn", {.type = SLRUN_STRING}, 0, "Credentials arn."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"DisableSchemaValidation", {.type = SLRUN_BOOLEAN}, 0, "Disable schema validation."},
    {"DisableExecuteApiEndpoint", {.type = SLRUN_BOOLEAN}, 0, "Disable execute api endpoint."},
    {"IpAddressType",
     {.type = SLRUN_STRING, .values = words_ip_address_type},
     0,
     "Ip address type."},
    {"Name", {.type = SLRUN_STRING}, 0, "Name."},
    {"RouteKey", {.type = SLRUN_STRING}, 0, "Route key."},
    {"RouteSelectionExpression", {.type = SLRUN_STRING}, 0, "Route selection expression."},
    {"Target", {.type = SLRUN_STRING}, 0, "Target."},
    {"Version", {.type = SLRUN_STRING}, 0, "Version."},
    {.name = NULL}};

static const struct slrun_param update_api_response_out[] = {
    {"ApiEndpoint", {.type = SLRUN_STRING}, 0, "Api endpoint."},
    {"ApiGatewayManaged", {.type = SLRUN_BOOLEAN}, 0, "Api gateway managed."},
    {"ApiId", {.type = SLRUN_STRING}, 0, "Api id."},
    {"ApiKeySelectionExpression", {.type = SLRUN_STRING}, 0, "Api key selection expression."},
    {"CorsConfiguration", {.type = SLRUN_STRUCTURE, .members = cors_out}, 0, "Cors configuration."},
    {"CreatedDate", {.type = SLRUN_TIMESTAMP}, 0, "Created date."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"DisableSchemaValidation", {.type = SLRUN_BOOLEAN}, 0, "Disable schema validation."},
    {"DisableExecuteApiEndpoint", {.type = SLRUN_BOOLEAN}, 0, "Disable execute api endpoint."},
    {"ImportInfo", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Import info."},
    {"IpAddressType", {.type = SLRUN_STRING}, 0, "Ip address type."},
    {"Name", {.type = SLRUN_STRING}, 0, "Name."},
    {"ProtocolType", {.type = SLRUN_STRING}, 0, "Protocol type."},
    {"RouteSelectionExpression", {.type = SLRUN_STRING}, 0, "Route selection expression."},
    {"Tags", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Tags."},
    {"Version", {.type = SLRUN_STRING}, 0, "Version."},
    {"Warnings", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Warnings."},
    {.name = NULL}};

static const struct ag_place update_api_places[] = {{"ApiId", "apiId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param update_authorizer_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"AuthorizerCredentialsArn", {.type = SLRUN_STRING}, 0, "Authorizer credentials arn."},
    {"AuthorizerId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Authorizer id."},
    {"AuthorizerPayloadFormatVersion",
     {.type = SLRUN_STRING},
     0,
     "Authorizer payload format version."},
    {"AuthorizerResultTtlInSeconds",
     {.type = SLRUN_INTEGER},
     0,
     "Authorizer result ttl in seconds."},
    {"AuthorizerType",
     {.type = SLRUN_STRING, .values = words_authorizer_type},
     0,
     "Authorizer type."},
    {"AuthorizerUri", {.type = SLRUN_STRING}, 0, "Authorizer uri."},
    {"EnableSimpleResponses", {.type = SLRUN_BOOLEAN}, 0, "Enable simple responses."},
    {"IdentitySource", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Identity source."},
    {"IdentityValidationExpression", {.type = SLRUN_STRING}, 0, "Identity validation expression."},
    {"JwtConfiguration",
     {.type = SLRUN_STRUCTURE, .members = jwt_configuration_in},
     0,
     "Jwt configuration."},
    {"Name", {.type = SLRUN_STRING}, 0, "Name."},
    {.name = NULL}};

static const struct slrun_param update_authorizer_response_out[] = {
    {"AuthorizerCredentialsArn", {.type = SLRUN_STRING}, 0, "Authorizer credentials arn."},
    {"AuthorizerId", {.type = SLRUN_STRING}, 0, "Authorizer id."},
    {"AuthorizerPayloadFormatVersion",
     {.type = SLRUN_STRING},
     0,
     "Authorizer payload format version."},
    {"AuthorizerResultTtlInSeconds",
     {.type = SLRUN_INTEGER},
     0,
     "Authorizer result ttl in seconds."},
    {"AuthorizerType", {.type = SLRUN_STRING}, 0, "Authorizer type."},
    {"AuthorizerUri", {.type = SLRUN_STRING}, 0, "Authorizer uri."},
    {"EnableSimpleResponses", {.type = SLRUN_BOOLEAN}, 0, "Enable simple responses."},
    {"IdentitySource", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Identity source."},
    {"IdentityValidationExpression", {.type = SLRUN_STRING}, 0, "Identity validation expression."},
    {"JwtConfiguration",
     {.type = SLRUN_STRUCTURE, .members = jwt_configuration_out},
     0,
     "Jwt configuration."},
    {"Name", {.type = SLRUN_STRING}, 0, "Name."},
    {.name = NULL}};

static const struct ag_place update_authorizer_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"AuthorizerId", "authorizerId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param update_deployment_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"DeploymentId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Deployment id."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {.name = NULL}};

static const struct slrun_param update_deployment_response_out[] = {
    {"AutoDeployed", {.type = SLRUN_BOOLEAN}, 0, "Auto deployed."},
    {"CreatedDate", {.type = SLRUN_TIMESTAMP}, 0, "Created date."},
    {"DeploymentId", {.type = SLRUN_STRING}, 0, "Deployment id."},
    {"DeploymentStatus", {.type = SLRUN_STRING}, 0, "Deployment status."},
    {"DeploymentStatusMessage", {.type = SLRUN_STRING}, 0, "Deployment status message."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {.name = NULL}};

static const struct ag_place update_deployment_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"DeploymentId", "deploymentId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param update_integration_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"ConnectionId", {.type = SLRUN_STRING}, 0, "Connection id."},
    {"ConnectionType",
     {.type = SLRUN_STRING, .values = words_connection_type},
     0,
     "Connection type."},
    {"ContentHandlingStrategy",
     {.type = SLRUN_STRING, .values = words_content_handling_strategy},
     0,
     "Content handling strategy."},
    {"CredentialsArn", {.type = SLRUN_STRING}, 0, "Credentials arn."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"IntegrationId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Integration id."},
    {"IntegrationMethod", {.type = SLRUN_STRING}, 0, "Integration method."},
    {"IntegrationSubtype", {.type = SLRUN_STRING}, 0, "Integration subtype."},
    {"IntegrationType",
     {.type = SLRUN_STRING, .values = words_integration_type},
     0,
     "Integration type."},
    {"IntegrationUri", {.type = SLRUN_STRING}, 0, "Integration uri."},
    {"PassthroughBehavior",
     {.type = SLRUN_STRING, .values = words_passthrough_behavior},
     0,
     "Passthrough behavior."},
    {"PayloadFormatVersion", {.type = SLRUN_STRING}, 0, "Payload format version."},
    {"RequestParameters", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Request parameters."},
    {"RequestTemplates", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Request templates."},
    {"ResponseParameters", {.type = SLRUN_MAP, .of = &shape_33}, 0, "Response parameters."},
    {"TemplateSelectionExpression", {.type = SLRUN_STRING}, 0, "Template selection expression."},
    {"TimeoutInMillis", {.type = SLRUN_INTEGER}, 0, "Timeout in millis."},
    {"TlsConfig", {.type = SLRUN_STRUCTURE, .members = tls_config_input_in}, 0, "Tls config."},
    {.name = NULL}};

static const struct slrun_param update_integration_result_out[] = {
    {"ApiGatewayManaged", {.type = SLRUN_BOOLEAN}, 0, "Api gateway managed."},
    {"ConnectionId", {.type = SLRUN_STRING}, 0, "Connection id."},
    {"ConnectionType", {.type = SLRUN_STRING}, 0, "Connection type."},
    {"ContentHandlingStrategy", {.type = SLRUN_STRING}, 0, "Content handling strategy."},
    {"CredentialsArn", {.type = SLRUN_STRING}, 0, "Credentials arn."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"IntegrationId", {.type = SLRUN_STRING}, 0, "Integration id."},
    {"IntegrationMethod", {.type = SLRUN_STRING}, 0, "Integration method."},
    {"IntegrationResponseSelectionExpression",
     {.type = SLRUN_STRING},
     0,
     "Integration response selection expression."},
    {"IntegrationSubtype", {.type = SLRUN_STRING}, 0, "Integration subtype."},
    {"IntegrationType", {.type = SLRUN_STRING}, 0, "Integration type."},
    {"IntegrationUri", {.type = SLRUN_STRING}, 0, "Integration uri."},
    {"PassthroughBehavior", {.type = SLRUN_STRING}, 0, "Passthrough behavior."},
    {"PayloadFormatVersion", {.type = SLRUN_STRING}, 0, "Payload format version."},
    {"RequestParameters", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Request parameters."},
    {"RequestTemplates", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Request templates."},
    {"ResponseParameters", {.type = SLRUN_MAP, .of = &shape_33}, 0, "Response parameters."},
    {"TemplateSelectionExpression", {.type = SLRUN_STRING}, 0, "Template selection expression."},
    {"TimeoutInMillis", {.type = SLRUN_INTEGER}, 0, "Timeout in millis."},
    {"TlsConfig", {.type = SLRUN_STRUCTURE, .members = tls_config_out}, 0, "Tls config."},
    {.name = NULL}};

static const struct ag_place update_integration_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"IntegrationId", "integrationId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param update_route_params[] = {
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"ApiKeyRequired", {.type = SLRUN_BOOLEAN}, 0, "Api key required."},
    {"AuthorizationScopes", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Authorization scopes."},
    {"AuthorizationType",
     {.type = SLRUN_STRING, .values = words_authorization_type},
     0,
     "Authorization type."},
    {"AuthorizerId", {.type = SLRUN_STRING}, 0, "Authorizer id."},
    {"ModelSelectionExpression", {.type = SLRUN_STRING}, 0, "Model selection expression."},
    {"OperationName", {.type = SLRUN_STRING}, 0, "Operation name."},
    {"RequestModels", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Request models."},
    {"RequestParameters", {.type = SLRUN_MAP, .of = &shape_40}, 0, "Request parameters."},
    {"RouteId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Route id."},
    {"RouteKey", {.type = SLRUN_STRING}, 0, "Route key."},
    {"RouteResponseSelectionExpression",
     {.type = SLRUN_STRING},
     0,
     "Route response selection expression."},
    {"Target", {.type = SLRUN_STRING}, 0, "Target."},
    {.name = NULL}};

static const struct slrun_param update_route_result_out[] = {
    {"ApiGatewayManaged", {.type = SLRUN_BOOLEAN}, 0, "Api gateway managed."},
    {"ApiKeyRequired", {.type = SLRUN_BOOLEAN}, 0, "Api key required."},
    {"AuthorizationScopes", {.type = SLRUN_LIST, .of = &shape_2}, 0, "Authorization scopes."},
    {"AuthorizationType", {.type = SLRUN_STRING}, 0, "Authorization type."},
    {"AuthorizerId", {.type = SLRUN_STRING}, 0, "Authorizer id."},
    {"ModelSelectionExpression", {.type = SLRUN_STRING}, 0, "Model selection expression."},
    {"OperationName", {.type = SLRUN_STRING}, 0, "Operation name."},
    {"RequestModels", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Request models."},
    {"RequestParameters", {.type = SLRUN_MAP, .of = &shape_43}, 0, "Request parameters."},
    {"RouteId", {.type = SLRUN_STRING}, 0, "Route id."},
    {"RouteKey", {.type = SLRUN_STRING}, 0, "Route key."},
    {"RouteResponseSelectionExpression",
     {.type = SLRUN_STRING},
     0,
     "Route response selection expression."},
    {"Target", {.type = SLRUN_STRING}, 0, "Target."},
    {.name = NULL}};

static const struct ag_place update_route_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"RouteId", "routeId", AG_LABEL}, {.name = NULL}};

static const struct slrun_param update_stage_params[] = {
    {"AccessLogSettings",
     {.type = SLRUN_STRUCTURE, .members = access_log_settings_in},
     0,
     "Access log settings."},
    {"ApiId", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Api id."},
    {"AutoDeploy", {.type = SLRUN_BOOLEAN}, 0, "Auto deploy."},
    {"ClientCertificateId", {.type = SLRUN_STRING}, 0, "Client certificate id."},
    {"DefaultRouteSettings",
     {.type = SLRUN_STRUCTURE, .members = route_settings_in},
     0,
     "Default route settings."},
    {"DeploymentId", {.type = SLRUN_STRING}, 0, "Deployment id."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"RouteSettings", {.type = SLRUN_MAP, .of = &shape_48}, 0, "Route settings."},
    {"StageName", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Stage name."},
    {"StageVariables", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Stage variables."},
    {.name = NULL}};

static const struct slrun_param update_stage_response_out[] = {
    {"AccessLogSettings",
     {.type = SLRUN_STRUCTURE, .members = access_log_settings_out},
     0,
     "Access log settings."},
    {"ApiGatewayManaged", {.type = SLRUN_BOOLEAN}, 0, "Api gateway managed."},
    {"AutoDeploy", {.type = SLRUN_BOOLEAN}, 0, "Auto deploy."},
    {"ClientCertificateId", {.type = SLRUN_STRING}, 0, "Client certificate id."},
    {"CreatedDate", {.type = SLRUN_TIMESTAMP}, 0, "Created date."},
    {"DefaultRouteSettings",
     {.type = SLRUN_STRUCTURE, .members = route_settings_out},
     0,
     "Default route settings."},
    {"DeploymentId", {.type = SLRUN_STRING}, 0, "Deployment id."},
    {"Description", {.type = SLRUN_STRING}, 0, "Description."},
    {"LastDeploymentStatusMessage", {.type = SLRUN_STRING}, 0, "Last deployment status message."},
    {"LastUpdatedDate", {.type = SLRUN_TIMESTAMP}, 0, "Last updated date."},
    {"RouteSettings", {.type = SLRUN_MAP, .of = &shape_52}, 0, "Route settings."},
    {"StageName", {.type = SLRUN_STRING}, 0, "Stage name."},
    {"StageVariables", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Stage variables."},
    {"Tags", {.type = SLRUN_MAP, .of = &shape_2}, 0, "Tags."},
    {.name = NULL}};

static const struct ag_place update_stage_places[] = {
    {"ApiId", "apiId", AG_LABEL}, {"StageName", "stageName", AG_LABEL}, {.name = NULL}};
const struct slrun_op apigatewayv2_ops[APIGATEWAYV2_OPS] = {
    {.name = "create_api",
     .api = "CreateApi",
     .doc = "Creates an HTTP API.",
     .params = create_api_params,
     .result = create_api_response_out,
     .build = ag_build,
     .parse = ag_parse,
     .undo = ag_undo,
     .tag = ag_tag},
    {.name = "create_api_mapping",
     .api = "CreateApiMapping",
     .doc = "Creates an API mapping.",
     .params = create_api_mapping_params,
     .result = create_api_mapping_response_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_authorizer",
     .api = "CreateAuthorizer",
     .doc = "Creates an authorizer.",
     .params = create_authorizer_params,
     .result = create_authorizer_response_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_deployment",
     .api = "CreateDeployment",
     .doc = "Creates a deployment.",
     .params = create_deployment_params,
     .result = create_deployment_response_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_domain_name",
     .api = "CreateDomainName",
     .doc = "Creates a custom domain name.",
     .params = create_domain_name_params,
     .result = create_domain_name_response_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_integration",
     .api = "CreateIntegration",
     .doc = "Creates an integration.",
     .params = create_integration_params,
     .result = create_integration_result_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_route",
     .api = "CreateRoute",
     .doc = "Creates a route.",
     .params = create_route_params,
     .result = create_route_result_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "create_stage",
     .api = "CreateStage",
     .doc = "Creates a stage.",
     .params = create_stage_params,
     .result = create_stage_response_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_api",
     .api = "DeleteApi",
     .doc = "Deletes an HTTP API.",
     .params = delete_api_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_api_mapping",
     .api = "DeleteApiMapping",
     .doc = "Deletes an API mapping.",
     .params = delete_api_mapping_params,
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
    {.name = "delete_cors_configuration",
     .api = "DeleteCorsConfiguration",
     .doc = "Deletes the CORS configuration.",
     .params = delete_cors_configuration_params,
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
    {.name = "delete_domain_name",
     .api = "DeleteDomainName",
     .doc = "Deletes a custom domain name.",
     .params = delete_domain_name_params,
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
    {.name = "delete_route",
     .api = "DeleteRoute",
     .doc = "Deletes a route.",
     .params = delete_route_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "delete_route_settings",
     .api = "DeleteRouteSettings",
     .doc = "Deletes settings of a route.",
     .params = delete_route_settings_params,
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
    {.name = "get_api",
     .api = "GetApi",
     .doc = "Tells an HTTP API.",
     .params = get_api_params,
     .result = get_api_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_api_mapping",
     .api = "GetApiMapping",
     .doc = "Tells an API mapping.",
     .params = get_api_mapping_params,
     .result = get_api_mapping_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_api_mappings",
     .api = "GetApiMappings",
     .doc = "Lists api mappings.",
     .params = get_api_mappings_params,
     .result = get_api_mappings_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"NextToken", "NextToken", "Items", NULL},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_apis",
     .api = "GetApis",
     .doc = "Lists apis.",
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
     .doc = "Lists authorizers.",
     .params = get_authorizers_params,
     .result = get_authorizers_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"NextToken", "NextToken", "Items", NULL},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_deployment",
     .api = "GetDeployment",
     .doc = "Tells a deployment.",
     .params = get_deployment_params,
     .result = get_deployment_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_deployments",
     .api = "GetDeployments",
     .doc = "Lists deployments.",
     .params = get_deployments_params,
     .result = get_deployments_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"NextToken", "NextToken", "Items", NULL},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_domain_name",
     .api = "GetDomainName",
     .doc = "Tells a custom domain name.",
     .params = get_domain_name_params,
     .result = get_domain_name_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_domain_names",
     .api = "GetDomainNames",
     .doc = "Lists domain names.",
     .params = get_domain_names_params,
     .result = get_domain_names_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"NextToken", "NextToken", "Items", NULL},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_integration",
     .api = "GetIntegration",
     .doc = "Tells an integration.",
     .params = get_integration_params,
     .result = get_integration_result_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_integrations",
     .api = "GetIntegrations",
     .doc = "Lists integrations.",
     .params = get_integrations_params,
     .result = get_integrations_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"NextToken", "NextToken", "Items", NULL},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_route",
     .api = "GetRoute",
     .doc = "Tells a route.",
     .params = get_route_params,
     .result = get_route_result_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_routes",
     .api = "GetRoutes",
     .doc = "Lists routes.",
     .params = get_routes_params,
     .result = get_routes_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"NextToken", "NextToken", "Items", NULL},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_stage",
     .api = "GetStage",
     .doc = "Tells a stage.",
     .params = get_stage_params,
     .result = get_stage_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_stages",
     .api = "GetStages",
     .doc = "Lists stages.",
     .params = get_stages_params,
     .result = get_stages_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .paging = {"NextToken", "NextToken", "Items", NULL},
     .build = ag_build,
     .parse = ag_parse},
    {.name = "get_tags",
     .api = "GetTags",
     .doc = "Tells the tags of a resource.",
     .params = get_tags_params,
     .result = get_tags_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .absent = absent,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "import_api",
     .api = "ImportApi",
     .doc = "Imports an HTTP API.",
     .params = import_api_params,
     .result = import_api_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "reimport_api",
     .api = "ReimportApi",
     .doc = "Replaces an HTTP API by a definition.",
     .params = reimport_api_params,
     .result = reimport_api_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "tag_resource",
     .api = "TagResource",
     .doc = "Adds tags to a resource.",
     .params = tag_resource_params,
     .result = tag_resource_response_out,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "untag_resource",
     .api = "UntagResource",
     .doc = "Removes tags from a resource.",
     .params = untag_resource_params,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_api",
     .api = "UpdateApi",
     .doc = "Changes an HTTP API.",
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
     .doc = "Changes a deployment.",
     .params = update_deployment_params,
     .result = update_deployment_response_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_integration",
     .api = "UpdateIntegration",
     .doc = "Changes an integration.",
     .params = update_integration_params,
     .result = update_integration_result_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_route",
     .api = "UpdateRoute",
     .doc = "Changes a route.",
     .params = update_route_params,
     .result = update_route_result_out,
     .flags = SLRUN_OP_IDEMPOTENT,
     .build = ag_build,
     .parse = ag_parse},
    {.name = "update_stage",
     .api = "UpdateStage",
     .doc = "Changes a stage.",
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
