/* SPDX-License-Identifier: Apache-2.0 */
/*
 * AWS::Lambda::* resources: properties become arguments of the service's own operations, one after
 * the other; what the last one answers gives the physical id and the attributes.
 */
#include "local/resource.h"

#include "local/resource_ops.h"

static const struct slrun_shape shape_any = {.type = SLRUN_DOCUMENT};
static const struct slrun_shape shape_text = {.type = SLRUN_STRING};
static const struct slrun_param tag_members[] = {
    {"Key", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Name."},
    {"Value", {.type = SLRUN_STRING}, SLRUN_REQUIRED, "Value."},
    {.name = NULL},
};
static const struct slrun_shape shape_tag = {.type = SLRUN_STRUCTURE, .members = tag_members};

#define STRING(name_, doc_)                                                                        \
    {                                                                                              \
        name_, {.type = SLRUN_STRING}, 0, doc_                                                     \
    }
#define REQUIRED(name_, doc_)                                                                      \
    {                                                                                              \
        name_, {.type = SLRUN_STRING}, SLRUN_REQUIRED, doc_                                        \
    }
#define INTEGER(name_, doc_)                                                                       \
    {                                                                                              \
        name_, {.type = SLRUN_INTEGER}, 0, doc_                                                    \
    }
#define MEMBERS(name_, doc_)                                                                       \
    {                                                                                              \
        name_, {.type = SLRUN_STRUCTURE}, 0, doc_                                                  \
    }
#define LIST(name_, of_, doc_)                                                                     \
    {                                                                                              \
        name_, {.type = SLRUN_LIST, .of = &(of_)}, 0, doc_                                         \
    }
#define BOOLEAN(name_, doc_)                                                                       \
    {                                                                                              \
        name_, {.type = SLRUN_BOOLEAN}, 0, doc_                                                    \
    }

static const struct slrun_param variables_members[] = {
    {"Variables", {.type = SLRUN_MAP, .of = &shape_text}, SLRUN_SECRET, "Names and values."},
    {.name = NULL},
};
static const struct slrun_param code_members[] = {
    STRING("ZipFile", "Text of a file named index."),
    STRING("S3Bucket", "Bucket of the package."),
    STRING("S3Key", "Key of the package."),
    STRING("S3ObjectVersion", "Version of the package."),
    STRING("S3ObjectStorageMode", "Accepted."),
    STRING("ImageUri", "Image; kept, and not run."),
    STRING("SourceKMSKeyArn", "Accepted."),
    STRING("Directory", "Local cloud only: a directory of this machine."),
    {.name = NULL},
};
static const struct slrun_param function_properties[] = {
    {"Code", {.type = SLRUN_STRUCTURE, .members = code_members}, SLRUN_REQUIRED, "Its code."},
    STRING("FunctionName", "Its name."),
    STRING("Description", "What it is."),
    STRING("Handler", "\"file.function\"."),
    STRING("Runtime", "\"python3.12\" and the like."),
    STRING("Role", "ARN of its role."),
    INTEGER("Timeout", "Seconds."),
    INTEGER("MemorySize", "MB."),
    {"Environment", {.type = SLRUN_STRUCTURE, .members = variables_members}, 0, "Variables."},
    LIST("Layers", shape_text, "ARNs of layer versions."),
    LIST("Tags", shape_tag, "Tags."),
    LIST("Architectures", shape_text, "x86_64 or arm64."),
    STRING("PackageType", "Zip or Image."),
    INTEGER("ReservedConcurrentExecutions", "Invocations at once."),
    MEMBERS("DeadLetterConfig", "Where events go that could not be handled."),
    MEMBERS("TracingConfig", "Kept."),
    MEMBERS("VpcConfig", "Kept."),
    MEMBERS("EphemeralStorage", "Kept."),
    MEMBERS("SnapStart", "Kept."),
    MEMBERS("LoggingConfig", "Log group; the format is kept."),
    MEMBERS("ImageConfig", "Kept."),
    MEMBERS("RuntimeManagementConfig", "Accepted."),
    MEMBERS("DurableConfig", "Kept; a warning says that it has no effect."),
    LIST("FileSystemConfigs", shape_any, "Kept."),
    STRING("KmsKeyArn", "Kept."),
    STRING("CodeSigningConfigArn", "Accepted."),
    STRING("RecursiveLoop", "Accepted."),
    MEMBERS("TenancyConfig", "Accepted."),
    {.name = NULL},
};
static const struct slrun_param version_properties[] = {
    REQUIRED("FunctionName", "The function."),
    STRING("Description", "What it is."),
    STRING("CodeSha256", "Hash that the code must have."),
    MEMBERS("ProvisionedConcurrencyConfig", "Accepted."),
    MEMBERS("RuntimePolicy", "Accepted."),
    {.name = NULL},
};
static const struct slrun_param alias_properties[] = {
    REQUIRED("FunctionName", "The function."),
    REQUIRED("FunctionVersion", "The version it stands for."),
    REQUIRED("Name", "Its name."),
    STRING("Description", "What it is."),
    MEMBERS("RoutingConfig", "A second version and its share."),
    MEMBERS("ProvisionedConcurrencyConfig", "Accepted."),
    {.name = NULL},
};
static const struct slrun_param permission_properties[] = {
    REQUIRED("Action", "What is allowed."),
    REQUIRED("FunctionName", "The function."),
    REQUIRED("Principal", "Who is allowed."),
    STRING("EventSourceToken", "Alexa's."),
    STRING("FunctionUrlAuthType", "NONE or AWS_IAM."),
    BOOLEAN("InvokedViaFunctionUrl", "Accepted."),
    STRING("PrincipalOrgID", "Organization."),
    STRING("SourceAccount", "Account of the source."),
    STRING("SourceArn", "ARN of the source."),
    {.name = NULL},
};
static const struct slrun_param layer_properties[] = {
    {"Content", {.type = SLRUN_STRUCTURE, .members = code_members}, SLRUN_REQUIRED, "Content."},
    STRING("LayerName", "Its name."),
    STRING("Description", "What it is."),
    STRING("LicenseInfo", "Its license."),
    LIST("CompatibleRuntimes", shape_text, "Runtimes."),
    LIST("CompatibleArchitectures", shape_text, "Architectures."),
    {.name = NULL},
};
static const struct slrun_param layer_permission_properties[] = {
    REQUIRED("Action", "What is allowed."),
    REQUIRED("LayerVersionArn", "The layer."),
    REQUIRED("Principal", "Who is allowed."),
    STRING("OrganizationId", "Organization."),
    {.name = NULL},
};
static const struct slrun_param url_properties[] = {
    REQUIRED("AuthType", "NONE or AWS_IAM."),
    REQUIRED("TargetFunctionArn", "The function."),
    STRING("Qualifier", "An alias."),
    MEMBERS("Cors", "Kept."),
    STRING("InvokeMode", "BUFFERED or RESPONSE_STREAM."),
    {.name = NULL},
};
static const struct slrun_param event_config_properties[] = {
    REQUIRED("FunctionName", "The function."),
    REQUIRED("Qualifier", "A version, an alias or $LATEST."),
    INTEGER("MaximumRetryAttempts", "0 to 2."),
    INTEGER("MaximumEventAgeInSeconds", "60 to 21,600."),
    MEMBERS("DestinationConfig", "Where results go."),
    {.name = NULL},
};

static const struct slrun_param mapping_properties[] = {
    REQUIRED("FunctionName", "The function."),
    STRING("EventSourceArn", "The queue or stream."),
    BOOLEAN("Enabled", "Whether it is read."),
    INTEGER("BatchSize", "Most records of one invocation."),
    INTEGER("MaximumBatchingWindowInSeconds", "How long records are gathered."),
    LIST("FunctionResponseTypes", shape_text, "ReportBatchItemFailures."),
    MEMBERS("FilterCriteria", "Patterns of records that are handed on."),
    MEMBERS("ScalingConfig", "Queues: most batches at once."),
    STRING("StartingPosition", "Streams: TRIM_HORIZON, LATEST or AT_TIMESTAMP."),
    {"StartingPositionTimestamp", {.type = SLRUN_FLOAT}, 0, "Seconds since 1970."},
    INTEGER("ParallelizationFactor", "Streams: batches of a shard at once."),
    BOOLEAN("BisectBatchOnFunctionError", "Streams: halves a batch that fails."),
    INTEGER("MaximumRetryAttempts", "Streams: further attempts."),
    INTEGER("MaximumRecordAgeInSeconds", "Streams: oldest record."),
    INTEGER("TumblingWindowInSeconds", "Streams: span of a window."),
    MEMBERS("DestinationConfig", "Streams: where it is told what was given up."),
    LIST("Tags", shape_tag, "Tags."),
    STRING("KmsKeyArn", "Kept."),
    MEMBERS("MetricsConfig", "Kept."),
    MEMBERS("LoggingConfig", "Kept."),
    MEMBERS("ProvisionedPollerConfig", "Kept."),
    MEMBERS("AmazonManagedKafkaEventSourceConfig", "Not offered here."),
    MEMBERS("SelfManagedKafkaEventSourceConfig", "Not offered here."),
    MEMBERS("DocumentDBEventSourceConfig", "Not offered here."),
    MEMBERS("SelfManagedEventSource", "Not offered here."),
    LIST("SourceAccessConfigurations", shape_any, "Not offered here."),
    LIST("Topics", shape_text, "Not offered here."),
    LIST("Queues", shape_text, "Not offered here."),
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
