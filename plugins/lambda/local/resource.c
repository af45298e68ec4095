/* SPDX-License-Identifier: Apache-2.0 */
/*
 * AWS::Lambda::* resources: properties become arguments of the service's own operations, one after
 * the other; what the last one answers gives the physical id and the attributes.
 */
#include "local/resource.h"

#include <slrun/table.h>

#include "local/resource_ops.h"

static const struct slrun_shape shape_any = S_DOCUMENT;
static const struct slrun_shape shape_text = S_STRING;
static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "Name."},
    {"Value", S_STRING, SLRUN_REQUIRED, "Value."},
    {.name = NULL},
};
static const struct slrun_shape shape_tag = S_STRUCTURE(tag_members);

static const struct slrun_param variables_members[] = {
    {"Variables", S_MAP(shape_text), SLRUN_SECRET, "Names and values."},
    {.name = NULL},
};
static const struct slrun_param code_members[] = {
    {"ZipFile", S_STRING, 0, "Text of a file named index."},
    {"S3Bucket", S_STRING, 0, "Bucket of the package."},
    {"S3Key", S_STRING, 0, "Key of the package."},
    {"S3ObjectVersion", S_STRING, 0, "Version of the package."},
    {"S3ObjectStorageMode", S_STRING, 0, "Accepted."},
    {"ImageUri", S_STRING, 0, "Image; kept, and not run."},
    {"SourceKMSKeyArn", S_STRING, 0, "Accepted."},
    {"Directory", S_STRING, 0, "Local cloud only: a directory of this machine."},
    {.name = NULL},
};
static const struct slrun_param function_properties[] = {
    {"Code", S_STRUCTURE(code_members), SLRUN_REQUIRED, "Its code."},
    {"FunctionName", S_STRING, 0, "Its name."},
    {"Description", S_STRING, 0, "What it is."},
    {"Handler", S_STRING, 0, "\"file.function\"."},
    {"Runtime", S_STRING, 0, "\"python3.12\" and the like."},
    {"Role", S_STRING, 0, "ARN of its role."},
    {"Timeout", S_INTEGER, 0, "Seconds."},
    {"MemorySize", S_INTEGER, 0, "MB."},
    {"Environment", S_STRUCTURE(variables_members), 0, "Variables."},
    {"Layers", S_LIST(shape_text), 0, "ARNs of layer versions."},
    {"Tags", S_LIST(shape_tag), 0, "Tags."},
    {"Architectures", S_LIST(shape_text), 0, "x86_64 or arm64."},
    {"PackageType", S_STRING, 0, "Zip or Image."},
    {"ReservedConcurrentExecutions", S_INTEGER, 0, "Invocations at once."},
    {"DeadLetterConfig", S_STRUCTURE(NULL), 0, "Where events go that could not be handled."},
    {"TracingConfig", S_STRUCTURE(NULL), 0, "Kept."},
    {"VpcConfig", S_STRUCTURE(NULL), 0, "Kept."},
    {"EphemeralStorage", S_STRUCTURE(NULL), 0, "Kept."},
    {"SnapStart", S_STRUCTURE(NULL), 0, "Kept."},
    {"LoggingConfig", S_STRUCTURE(NULL), 0, "Log group; the format is kept."},
    {"ImageConfig", S_STRUCTURE(NULL), 0, "Kept."},
    {"RuntimeManagementConfig", S_STRUCTURE(NULL), 0, "Accepted."},
    {"DurableConfig", S_STRUCTURE(NULL), 0, "Kept; a warning says that it has no effect."},
    {"FileSystemConfigs", S_LIST(shape_any), 0, "Kept."},
    {"KmsKeyArn", S_STRING, 0, "Kept."},
    {"CodeSigningConfigArn", S_STRING, 0, "Accepted."},
    {"RecursiveLoop", S_STRING, 0, "Accepted."},
    {"TenancyConfig", S_STRUCTURE(NULL), 0, "Accepted."},
    {.name = NULL},
};
static const struct slrun_param version_properties[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED, "The function."},
    {"Description", S_STRING, 0, "What it is."},
    {"CodeSha256", S_STRING, 0, "Hash that the code must have."},
    {"ProvisionedConcurrencyConfig", S_STRUCTURE(NULL), 0, "Accepted."},
    {"RuntimePolicy", S_STRUCTURE(NULL), 0, "Accepted."},
    {.name = NULL},
};
static const struct slrun_param alias_properties[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED, "The function."},
    {"FunctionVersion", S_STRING, SLRUN_REQUIRED, "The version it stands for."},
    {"Name", S_STRING, SLRUN_REQUIRED, "Its name."},
    {"Description", S_STRING, 0, "What it is."},
    {"RoutingConfig", S_STRUCTURE(NULL), 0, "A second version and its share."},
    {"ProvisionedConcurrencyConfig", S_STRUCTURE(NULL), 0, "Accepted."},
    {.name = NULL},
};
static const struct slrun_param permission_properties[] = {
    {"Action", S_STRING, SLRUN_REQUIRED, "What is allowed."},
    {"FunctionName", S_STRING, SLRUN_REQUIRED, "The function."},
    {"Principal", S_STRING, SLRUN_REQUIRED, "Who is allowed."},
    {"EventSourceToken", S_STRING, 0, "Alexa's."},
    {"FunctionUrlAuthType", S_STRING, 0, "NONE or AWS_IAM."},
    {"InvokedViaFunctionUrl", S_BOOLEAN, 0, "true: only by its URL."},
    {"PrincipalOrgID", S_STRING, 0, "Organization."},
    {"SourceAccount", S_STRING, 0, "Account of the source."},
    {"SourceArn", S_STRING, 0, "ARN of the source."},
    {.name = NULL},
};
static const struct slrun_param layer_properties[] = {
    {"Content", S_STRUCTURE(code_members), SLRUN_REQUIRED, "Content."},
    {"LayerName", S_STRING, 0, "Its name."},
    {"Description", S_STRING, 0, "What it is."},
    {"LicenseInfo", S_STRING, 0, "Its license."},
    {"CompatibleRuntimes", S_LIST(shape_text), 0, "Runtimes."},
    {"CompatibleArchitectures", S_LIST(shape_text), 0, "Architectures."},
    {.name = NULL},
};
static const struct slrun_param layer_permission_properties[] = {
    {"Action", S_STRING, SLRUN_REQUIRED, "What is allowed."},
    {"LayerVersionArn", S_STRING, SLRUN_REQUIRED, "The layer."},
    {"Principal", S_STRING, SLRUN_REQUIRED, "Who is allowed."},
    {"OrganizationId", S_STRING, 0, "Organization."},
    {.name = NULL},
};
static const struct slrun_param url_properties[] = {
    {"AuthType", S_STRING, SLRUN_REQUIRED, "NONE or AWS_IAM."},
    {"TargetFunctionArn", S_STRING, SLRUN_REQUIRED, "The function."},
    {"Qualifier", S_STRING, 0, "An alias."},
    {"Cors", S_STRUCTURE(NULL), 0, "Kept."},
    {"InvokeMode", S_STRING, 0, "BUFFERED or RESPONSE_STREAM."},
    {.name = NULL},
};
static const struct slrun_param event_config_properties[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED, "The function."},
    {"Qualifier", S_STRING, SLRUN_REQUIRED, "A version, an alias or $LATEST."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "0 to 2."},
    {"MaximumEventAgeInSeconds", S_INTEGER, 0, "60 to 21,600."},
    {"DestinationConfig", S_STRUCTURE(NULL), 0, "Where results go."},
    {.name = NULL},
};

static const struct slrun_param mapping_properties[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED, "The function."},
    {"EventSourceArn", S_STRING, 0, "The queue or stream."},
    {"Enabled", S_BOOLEAN, 0, "Whether it is read."},
    {"BatchSize", S_INTEGER, 0, "Most records of one invocation."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {"FunctionResponseTypes", S_LIST(shape_text), 0, "ReportBatchItemFailures."},
    {"FilterCriteria", S_STRUCTURE(NULL), 0, "Patterns of records that are handed on."},
    {"ScalingConfig", S_STRUCTURE(NULL), 0, "Queues: most batches at once."},
    {"StartingPosition", S_STRING, 0, "Streams: TRIM_HORIZON, LATEST or AT_TIMESTAMP."},
    {"StartingPositionTimestamp", S_FLOAT, 0, "Seconds since 1970."},
    {"ParallelizationFactor", S_INTEGER, 0, "Streams: batches of a shard at once."},
    {"BisectBatchOnFunctionError", S_BOOLEAN, 0, "Streams: halves a batch that fails."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Streams: further attempts."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0, "Streams: oldest record."},
    {"TumblingWindowInSeconds", S_INTEGER, 0, "Streams: span of a window."},
    {"DestinationConfig", S_STRUCTURE(NULL), 0, "Streams: where it is told what was given up."},
    {"Tags", S_LIST(shape_tag), 0, "Tags."},
    {"KmsKeyArn", S_STRING, 0, "Kept."},
    {"MetricsConfig", S_STRUCTURE(NULL), 0, "Kept."},
    {"LoggingConfig", S_STRUCTURE(NULL), 0, "Kept."},
    {"ProvisionedPollerConfig", S_STRUCTURE(NULL), 0, "Kept."},
    {"AmazonManagedKafkaEventSourceConfig", S_STRUCTURE(NULL), 0, "Not offered here."},
    {"SelfManagedKafkaEventSourceConfig", S_STRUCTURE(NULL), 0, "Not offered here."},
    {"DocumentDBEventSourceConfig", S_STRUCTURE(NULL), 0, "Not offered here."},
    {"SelfManagedEventSource", S_STRUCTURE(NULL), 0, "Not offered here."},
    {"SourceAccessConfigurations", S_LIST(shape_any), 0, "Not offered here."},
    {"Topics", S_LIST(shape_text), 0, "Not offered here."},
    {"Queues", S_LIST(shape_text), 0, "Not offered here."},
    {.name = NULL},
};

static const char *const function_attributes[] = {"Arn", NULL};
static const char *const function_replacing[] = {"FunctionName", "PackageType", NULL};
static const char *const version_attributes[] = {"FunctionArn", "Version", NULL};
static const char *const alias_attributes[] = {"AliasArn", NULL};
static const char *const alias_replacing[] = {"FunctionName", "Name", NULL};
static const char *const id_attributes[] = {"Id", NULL};
static const char *const layer_attributes[] = {"LayerVersionArn", NULL};
static const char *const url_attributes[] = {"FunctionArn", "FunctionUrl", NULL};
static const char *const url_replacing[] = {"TargetFunctionArn", "Qualifier", NULL};
static const char *const mapping_attributes[] = {"Id", "EventSourceMappingArn", NULL};
static const char *const mapping_replacing[] = {"EventSourceArn", "StartingPosition",
                                                "StartingPositionTimestamp",
                                                "SelfManagedEventSource", NULL};
static const char *const event_config_replacing[] = {"FunctionName", "Qualifier", NULL};

const struct slrun_resource_type lambda_resources[] = {
    {"AWS::Lambda::Function", "A function.", function_properties, function_attributes,
     function_replacing, resource_create_function, resource_update_function,
     resource_remove_function},
    {"AWS::Lambda::Version", "A version of a function.", version_properties, version_attributes,
     NULL, resource_create_version, NULL, resource_remove_version},
    {"AWS::Lambda::Alias", "A name of a version.", alias_properties, alias_attributes,
     alias_replacing, resource_create_alias, resource_update_alias, resource_remove_alias},
    {"AWS::Lambda::Permission", "Who may invoke a function.", permission_properties, id_attributes,
     NULL, resource_create_permission, NULL, resource_remove_permission},
    {"AWS::Lambda::LayerVersion", "A layer.", layer_properties, layer_attributes, NULL,
     resource_create_layer, NULL, resource_remove_layer},
    {"AWS::Lambda::LayerVersionPermission", "Who may use a layer: everybody, here.",
     layer_permission_properties, id_attributes, NULL, resource_create_nothing, NULL,
     resource_remove_nothing},
    {"AWS::Lambda::Url", "The URL of a function.", url_properties, url_attributes, url_replacing,
     resource_create_url, resource_update_url, resource_remove_url},
    {"AWS::Lambda::EventInvokeConfig", "How a function is invoked asynchronously.",
     event_config_properties, NULL, event_config_replacing, resource_put_event_config,
     resource_put_event_config, resource_remove_event_config},
    {"AWS::Lambda::EventSourceMapping", "A queue or stream that a function is invoked with.",
     mapping_properties, mapping_attributes, mapping_replacing, resource_create_mapping,
     resource_update_mapping, resource_remove_mapping},
    {.type = NULL},
};
