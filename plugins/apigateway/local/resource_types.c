/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The resource types (AWS CloudFormation User Guide, "AWS::ApiGateway", "AWS::ApiGatewayV2"). The
 * operations judge values; here stand the names and what has to be there.
 */
#include <slrun/table.h>

#include "local/resource.h"

/* clang-format off */
#define P(name_)      {name_, S_DOCUMENT, 0, ""}
#define R(name_)      {name_, S_DOCUMENT, SLRUN_REQUIRED, ""}
#define PROPERTIES(name_, ...) \
    static const struct slrun_param name_[] = {__VA_ARGS__, {.name = NULL}}
#define NAMES(name_, ...) static const char *const name_[] = {__VA_ARGS__, NULL}

PROPERTIES(rest_api, P("ApiKeySourceType"), P("BinaryMediaTypes"), P("Body"), P("BodyS3Location"),
           P("CloneFrom"), P("Description"), P("DisableExecuteApiEndpoint"), P("EndpointAccessMode"),
           P("EndpointConfiguration"), P("FailOnWarnings"), P("MinimumCompressionSize"), P("Mode"),
           P("Name"), P("Parameters"), P("Policy"), P("SecurityPolicy"), P("Tags"));
PROPERTIES(resource, R("ParentId"), R("PathPart"), R("RestApiId"));
PROPERTIES(method, P("ApiKeyRequired"), P("AuthorizationScopes"), P("AuthorizationType"),
           P("AuthorizerId"), R("HttpMethod"), P("Integration"), P("MethodResponses"),
           P("OperationName"), P("RequestModels"), P("RequestParameters"), P("RequestValidatorId"),
           R("ResourceId"), R("RestApiId"));
PROPERTIES(deployment, P("DeploymentCanarySettings"), P("Description"), R("RestApiId"),
           P("StageDescription"), P("StageName"));
PROPERTIES(stage, P("AccessLogSetting"), P("CacheClusterEnabled"), P("CacheClusterSize"),
           P("CanarySetting"), P("ClientCertificateId"), P("DeploymentId"), P("Description"),
           P("DocumentationVersion"), P("MethodSettings"), R("RestApiId"), R("StageName"),
           P("Tags"), P("TracingEnabled"), P("Variables"));
PROPERTIES(model, P("ContentType"), P("Description"), P("Name"), R("RestApiId"), P("Schema"));
PROPERTIES(validator, P("Name"), R("RestApiId"), P("ValidateRequestBody"),
           P("ValidateRequestParameters"));
PROPERTIES(response, P("ResponseParameters"), P("ResponseTemplates"), R("ResponseType"),
           R("RestApiId"), P("StatusCode"));
PROPERTIES(authorizer, P("AuthType"), P("AuthorizerCredentials"),
           P("AuthorizerResultTtlInSeconds"), P("AuthorizerUri"), P("IdentitySource"),
           P("IdentityValidationExpression"), P("Name"), P("ProviderARNs"), R("RestApiId"),
           R("Type"));
PROPERTIES(api_key, P("CustomerId"), P("Description"), P("Enabled"), P("GenerateDistinctId"),
           P("Name"), P("StageKeys"), P("Tags"), P("Value"));
PROPERTIES(usage_plan, P("ApiStages"), P("Description"), P("Quota"), P("Tags"), P("Throttle"),
           P("UsagePlanName"));
PROPERTIES(usage_plan_key, R("KeyId"), R("KeyType"), R("UsagePlanId"));
PROPERTIES(account, P("CloudWatchRoleArn"));
PROPERTIES(domain, P("CertificateArn"), R("DomainName"), P("EndpointConfiguration"),
           P("MutualTlsAuthentication"), P("OwnershipVerificationCertificateArn"),
           P("RegionalCertificateArn"), P("SecurityPolicy"), P("Tags"));
PROPERTIES(base_path, P("BasePath"), R("DomainName"), P("Id"), P("RestApiId"), P("Stage"));

PROPERTIES(api2, P("ApiKeySelectionExpression"), P("BasePath"), P("Body"), P("BodyS3Location"),
           P("CorsConfiguration"), P("CredentialsArn"), P("Description"),
           P("DisableExecuteApiEndpoint"), P("DisableSchemaValidation"), P("FailOnWarnings"),
           P("IpAddressType"), P("Name"), P("ProtocolType"), P("RouteKey"),
           P("RouteSelectionExpression"), P("Tags"), P("Target"), P("Version"));
PROPERTIES(stage2, P("AccessLogSettings"), P("AccessPolicyId"), R("ApiId"), P("AutoDeploy"),
           P("ClientCertificateId"), P("DefaultRouteSettings"), P("DeploymentId"),
           P("Description"), P("RouteSettings"), R("StageName"), P("StageVariables"), P("Tags"));
PROPERTIES(route2, R("ApiId"), P("ApiKeyRequired"), P("AuthorizationScopes"),
           P("AuthorizationType"), P("AuthorizerId"), P("ModelSelectionExpression"),
           P("OperationName"), P("RequestModels"), P("RequestParameters"), R("RouteKey"),
           P("RouteResponseSelectionExpression"), P("Target"));
PROPERTIES(integration2, R("ApiId"), P("ConnectionId"), P("ConnectionType"),
           P("ContentHandlingStrategy"), P("CredentialsArn"), P("Description"),
           P("IntegrationMethod"), P("IntegrationSubtype"), R("IntegrationType"),
           P("IntegrationUri"), P("PassthroughBehavior"), P("PayloadFormatVersion"),
           P("RequestParameters"), P("RequestTemplates"), P("ResponseParameters"),
           P("TemplateSelectionExpression"), P("TimeoutInMillis"), P("TlsConfig"));
PROPERTIES(deployment2, R("ApiId"), P("Description"), P("StageName"));
PROPERTIES(authorizer2, R("ApiId"), P("AuthorizerCredentialsArn"),
           P("AuthorizerPayloadFormatVersion"), P("AuthorizerResultTtlInSeconds"),
           R("AuthorizerType"), P("AuthorizerUri"), P("EnableSimpleResponses"),
           P("IdentitySource"), P("IdentityValidationExpression"), P("JwtConfiguration"),
           P("Name"));
PROPERTIES(domain2, R("DomainName"), P("DomainNameConfigurations"), P("MutualTlsAuthentication"),
           P("RoutingMode"), P("Tags"));
PROPERTIES(mapping2, R("ApiId"), P("ApiMappingKey"), R("DomainName"), R("Stage"));

NAMES(rest_api_gives, "RootResourceId", "RestApiId");
NAMES(resource_gives, "ResourceId");
NAMES(deployment_gives, "DeploymentId");
NAMES(validator_gives, "RequestValidatorId");
NAMES(response_gives, "Id");
NAMES(authorizer_gives, "AuthorizerId");
NAMES(api_key_gives, "APIKeyId");
NAMES(usage_plan_gives, "Id");
NAMES(api2_gives, "ApiId", "ApiEndpoint");
NAMES(route2_gives, "RouteId");
NAMES(integration2_gives, "IntegrationId");

NAMES(domain_gives, "DistributionDomainName", "DistributionHostedZoneId", "RegionalDomainName",
      "RegionalHostedZoneId", "DomainNameArn");

NAMES(domain2_gives, "RegionalDomainName", "RegionalHostedZoneId");

NAMES(of_api, "RestApiId");
NAMES(of_resource, "RestApiId", "ParentId", "PathPart");
NAMES(of_method, "RestApiId", "ResourceId", "HttpMethod");
NAMES(of_stage, "RestApiId", "StageName");
NAMES(of_name, "RestApiId", "Name");
NAMES(of_response, "RestApiId", "ResponseType");
NAMES(of_key, "Name", "Value");
NAMES(of_domain, "DomainName");
NAMES(of_deployment, "RestApiId", "StageName");
NAMES(of_api2, "ProtocolType", "Target", "RouteKey");
NAMES(in_api2, "ApiId");
NAMES(of_stage2, "ApiId", "StageName");

const struct slrun_resource_type apigateway_resources[] = {
    {"AWS::ApiGateway::RestApi", "A REST API.", rest_api, rest_api_gives, NULL,
     resource_api_create, resource_api_update, resource_remove},
    {"AWS::ApiGateway::Resource", "A resource of a REST API.", resource, resource_gives,
     of_resource, resource_create, resource_update, resource_remove},
    {"AWS::ApiGateway::Method", "A method of a resource.", method, NULL, of_method,
     resource_method_create, resource_method_create, resource_method_remove},
    {"AWS::ApiGateway::Deployment", "A deployment of a REST API.", deployment, deployment_gives,
     of_deployment, resource_create, resource_update, resource_remove},
    {"AWS::ApiGateway::Stage", "A stage of a REST API.", stage, NULL, of_stage,
     resource_stage_create, resource_stage_update, resource_remove},
    {"AWS::ApiGateway::Model", "A model of a body.", model, NULL, of_name, resource_create,
     resource_update, resource_remove},
    {"AWS::ApiGateway::RequestValidator", "What is validated.", validator, validator_gives, of_name,
     resource_create, resource_update, resource_remove},
    {"AWS::ApiGateway::GatewayResponse", "What the gateway itself answers.", response,
     response_gives, of_response, resource_create, resource_update, resource_remove},
    {"AWS::ApiGateway::Authorizer", "An authorizer of a REST API.", authorizer, authorizer_gives,
     of_api, resource_create, resource_update, resource_remove},
    {"AWS::ApiGateway::ApiKey", "An API key.", api_key, api_key_gives, of_key, resource_create,
     resource_update, resource_remove},
    {"AWS::ApiGateway::UsagePlan", "A usage plan.", usage_plan, usage_plan_gives, NULL,
     resource_create, resource_update, resource_remove},
    {"AWS::ApiGateway::UsagePlanKey", "A key of a usage plan.", usage_plan_key, NULL, NULL,
     resource_key_create, NULL, resource_key_remove},
    {"AWS::ApiGateway::Account", "Without behaviour here.", account, NULL, NULL, resource_nothing,
     resource_nothing, resource_nothing},
    {"AWS::ApiGateway::DomainName", "Without behaviour here.", domain, domain_gives, of_domain,
     resource_create, resource_update, resource_remove},
    {"AWS::ApiGateway::BasePathMapping", "Without behaviour here.", base_path, NULL, NULL,
     resource_nothing, resource_nothing, resource_nothing},
    {"AWS::ApiGatewayV2::Api", "An HTTP API.", api2, api2_gives, of_api2, resource_api_create,
     resource_api_update, resource_remove},
    {"AWS::ApiGatewayV2::Stage", "A stage of an HTTP API.", stage2, NULL, of_stage2,
     resource_create, resource_update, resource_remove},
    {"AWS::ApiGatewayV2::Route", "A route of an HTTP API.", route2, route2_gives, in_api2,
     resource_create, resource_update, resource_remove},
    {"AWS::ApiGatewayV2::Integration", "An integration of an HTTP API.", integration2,
     integration2_gives, in_api2, resource_create, resource_update, resource_remove},
    {"AWS::ApiGatewayV2::Deployment", "A deployment of an HTTP API.", deployment2, deployment_gives,
     in_api2, resource_create, resource_update, resource_remove},
    {"AWS::ApiGatewayV2::Authorizer", "An authorizer of an HTTP API.", authorizer2,
     authorizer_gives, in_api2, resource_create, resource_update, resource_remove},
    {"AWS::ApiGatewayV2::DomainName", "Without behaviour here.", domain2, domain2_gives, of_domain,
     resource_create, resource_update, resource_remove},
    {"AWS::ApiGatewayV2::ApiMapping", "Without behaviour here.", mapping2, NULL, NULL,
     resource_nothing, resource_nothing, resource_nothing},
    {.type = NULL},
};
/* clang-format on */
