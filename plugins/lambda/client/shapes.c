/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#include "client/shapes.h"

const struct slrun_param no_members[] = {{.name = NULL}};
const struct slrun_param add_layer_version_permission_params[] = {
    {"LayerName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the layer."},
    {"VersionNumber", S_INTEGER, SLRUN_REQUIRED, "Number of the layer version."},
    {"StatementId", S_STRING, SLRUN_REQUIRED, "Id of the statement in the policy."},
    {"Action", S_STRING, SLRUN_REQUIRED, "What is allowed: \"lambda:InvokeFunction\"."},
    {"Principal", S_STRING, SLRUN_REQUIRED, "Service or account that is allowed."},
    {"OrganizationId", S_STRING, 0, "Member OrganizationId."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {.name = NULL},
};
const struct slrun_param add_layer_version_permission_result[] = {
    {"Statement", S_STRING, 0, "Member Statement."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {.name = NULL},
};
const struct lambda_place add_layer_version_permission_places[] = {
    {"RevisionId", LAMBDA_QUERY, "RevisionId"},
    {.member = NULL},
};
static const char *const words_function_url_auth_type[] = {"NONE", "AWS_IAM", NULL};
const struct slrun_param add_permission_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"StatementId", S_STRING, SLRUN_REQUIRED, "Id of the statement in the policy."},
    {"Action", S_STRING, SLRUN_REQUIRED, "What is allowed: \"lambda:InvokeFunction\"."},
    {"Principal", S_STRING, SLRUN_REQUIRED, "Service or account that is allowed."},
    {"SourceArn", S_STRING, 0, "Only on behalf of this resource."},
    {"FunctionUrlAuthType", S_WORD(words_function_url_auth_type), 0, "Member FunctionUrlAuthType."},
    {"InvokedViaFunctionUrl", S_BOOLEAN, 0, "Member InvokedViaFunctionUrl."},
    {"SourceAccount", S_STRING, 0, "Member SourceAccount."},
    {"EventSourceToken", S_STRING, 0, "Member EventSourceToken."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {"PrincipalOrgID", S_STRING, 0, "Member PrincipalOrgID."},
    {.name = NULL},
};
const struct slrun_param add_permission_result[] = {
    {"Statement", S_STRING, 0, "Member Statement."},
    {.name = NULL},
};
const struct lambda_place add_permission_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
static const struct slrun_shape shape_float = S_FLOAT;
static const struct slrun_param alias_routing_configuration_members[] = {
    {"AdditionalVersionWeights", S_MAP(shape_float), 0, "Member AdditionalVersionWeights."},
    {.name = NULL},
};
const struct slrun_param create_alias_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Name", S_STRING, SLRUN_REQUIRED, "Member Name."},
    {"FunctionVersion", S_STRING, SLRUN_REQUIRED, "The version that the alias stands for."},
    {"Description", S_STRING, 0, "Member Description."},
    {"RoutingConfig", S_STRUCTURE(alias_routing_configuration_members), 0,
     "A second version and its share of the invocations."},
    {.name = NULL},
};
static const struct slrun_param alias_routing_configuration_result_members[] = {
    {"AdditionalVersionWeights", S_MAP(shape_float), 0, "Member AdditionalVersionWeights."},
    {.name = NULL},
};
const struct slrun_param create_alias_result[] = {
    {"AliasArn", S_STRING, 0, "Member AliasArn."},
    {"Name", S_STRING, 0, "Member Name."},
    {"FunctionVersion", S_STRING, 0, "The version that the alias stands for."},
    {"Description", S_STRING, 0, "Member Description."},
    {"RoutingConfig", S_STRUCTURE(alias_routing_configuration_result_members), 0,
     "A second version and its share of the invocations."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {.name = NULL},
};
static const struct slrun_param filter_members[] = {
    {"Pattern", S_STRING, 0, "Member Pattern."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_filter_members = S_STRUCTURE(filter_members);
static const struct slrun_param filter_criteria_members[] = {
    {"Filters", S_LIST(shape_structure_filter_members), 0, "Member Filters."},
    {.name = NULL},
};
static const char *const words_event_source_mapping_metric[] = {"EventCount", "ErrorCount",
                                                                "KafkaMetrics", NULL};
static const struct slrun_shape shape_word_words_event_source_mapping_metric =
    S_WORD(words_event_source_mapping_metric);
static const struct slrun_param event_source_mapping_metrics_config_members[] = {
    {"Metrics", S_LIST(shape_word_words_event_source_mapping_metric), 0, "Member Metrics."},
    {.name = NULL},
};
static const char *const words_event_source_mapping_system_log_level[] = {"DEBUG", "INFO", "WARN",
                                                                          NULL};
static const struct slrun_param event_source_mapping_logging_config_members[] = {
    {"SystemLogLevel", S_WORD(words_event_source_mapping_system_log_level), 0,
     "Member SystemLogLevel."},
    {.name = NULL},
};
static const struct slrun_param scaling_config_members[] = {
    {"MaximumConcurrency", S_INTEGER, 0, "Member MaximumConcurrency."},
    {.name = NULL},
};
static const char *const words_event_source_position[] = {"LATEST", "AT_TIMESTAMP", "TRIM_HORIZON",
                                                          NULL};
static const struct slrun_param on_success_members[] = {
    {"Destination", S_STRING, 0, "Member Destination."},
    {.name = NULL},
};
static const struct slrun_param on_failure_members[] = {
    {"Destination", S_STRING, 0, "Member Destination."},
    {.name = NULL},
};
static const struct slrun_param destination_config_members[] = {
    {"OnSuccess", S_STRUCTURE(on_success_members), 0, "Member OnSuccess."},
    {"OnFailure", S_STRUCTURE(on_failure_members), 0, "Member OnFailure."},
    {.name = NULL},
};
static const struct slrun_shape shape_string = S_STRING;
static const char *const words_source_access_type[] = {"BASIC_AUTH",
                                                       "VPC_SUBNET",
                                                       "VPC_SECURITY_GROUP",
                                                       "SASL_SCRAM_512_AUTH",
                                                       "SASL_SCRAM_256_AUTH",
                                                       "VIRTUAL_HOST",
                                                       "CLIENT_CERTIFICATE_TLS_AUTH",
                                                       "SERVER_ROOT_CA_CERTIFICATE",
                                                       "OAUTHBEARER_AUTH",
                                                       "OAUTHBEARER_SCOPE",
                                                       "OAUTHBEARER_AUDIENCE",
                                                       "OAUTHBEARER_LOGICAL_CLUSTER",
                                                       "OAUTHBEARER_IDENTITY_POOL",
                                                       "IAM_AUTH",
                                                       "IAM_OAUTHBEARER_AUTH",
                                                       NULL};
static const struct slrun_param source_access_configuration_members[] = {
    {"Type", S_WORD(words_source_access_type), 0, "Member Type."},
    {"URI", S_STRING, 0, "Member URI."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_source_access_configuration_members =
    S_STRUCTURE(source_access_configuration_members);
static const struct slrun_shape shape_list_shape_string = S_LIST(shape_string);
static const struct slrun_param self_managed_event_source_members[] = {
    {"Endpoints", S_MAP(shape_list_shape_string), 0, "Member Endpoints."},
    {.name = NULL},
};
static const char *const words_function_response_type[] = {"ReportBatchItemFailures", NULL};
static const struct slrun_shape shape_word_words_function_response_type =
    S_WORD(words_function_response_type);
static const char *const words_schema_registry_event_record_format[] = {"JSON", "SOURCE", NULL};
static const char *const words_kafka_schema_registry_auth_type[] = {
    "BASIC_AUTH", "CLIENT_CERTIFICATE_TLS_AUTH", "SERVER_ROOT_CA_CERTIFICATE", "OAUTHBEARER_AUTH",
    NULL};
static const struct slrun_param kafka_schema_registry_access_config_members[] = {
    {"Type", S_WORD(words_kafka_schema_registry_auth_type), 0, "Member Type."},
    {"URI", S_STRING, 0, "Member URI."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_kafka_schema_registry_access_config_members =
    S_STRUCTURE(kafka_schema_registry_access_config_members);
static const char *const words_kafka_schema_validation_attribute[] = {"KEY", "VALUE", NULL};
static const struct slrun_param kafka_schema_validation_config_members[] = {
    {"Attribute", S_WORD(words_kafka_schema_validation_attribute), 0, "Member Attribute."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_kafka_schema_validation_config_members =
    S_STRUCTURE(kafka_schema_validation_config_members);
static const struct slrun_param kafka_schema_registry_config_members[] = {
    {"SchemaRegistryURI", S_STRING, 0, "Member SchemaRegistryURI."},
    {"EventRecordFormat", S_WORD(words_schema_registry_event_record_format), 0,
     "Member EventRecordFormat."},
    {"AccessConfigs", S_LIST(shape_structure_kafka_schema_registry_access_config_members), 0,
     "Member AccessConfigs."},
    {"SchemaValidationConfigs", S_LIST(shape_structure_kafka_schema_validation_config_members), 0,
     "Member SchemaValidationConfigs."},
    {.name = NULL},
};
static const struct slrun_param amazon_managed_kafka_event_source_config_members[] = {
    {"ConsumerGroupId", S_STRING, 0, "Member ConsumerGroupId."},
    {"SchemaRegistryConfig", S_STRUCTURE(kafka_schema_registry_config_members), 0,
     "Member SchemaRegistryConfig."},
    {.name = NULL},
};
static const char *const words_kafka_event_source_mapping_consumption_mode[] = {"Stream", "Queue",
                                                                                NULL};
static const struct slrun_param self_managed_kafka_event_source_config_members[] = {
    {"ConsumerGroupId", S_STRING, 0, "Member ConsumerGroupId."},
    {"SchemaRegistryConfig", S_STRUCTURE(kafka_schema_registry_config_members), 0,
     "Member SchemaRegistryConfig."},
    {"ConsumptionMode", S_WORD(words_kafka_event_source_mapping_consumption_mode), 0,
     "Member ConsumptionMode."},
    {.name = NULL},
};
static const char *const words_full_document[] = {"UpdateLookup", "Default", NULL};
static const struct slrun_param document_db_event_source_config_members[] = {
    {"DatabaseName", S_STRING, 0, "Member DatabaseName."},
    {"CollectionName", S_STRING, 0, "Member CollectionName."},
    {"FullDocument", S_WORD(words_full_document), 0, "Member FullDocument."},
    {.name = NULL},
};
static const struct slrun_param provisioned_poller_config_members[] = {
    {"MinimumPollers", S_INTEGER, 0, "Member MinimumPollers."},
    {"MaximumPollers", S_INTEGER, 0, "Member MaximumPollers."},
    {"PollerGroupName", S_STRING, 0, "Member PollerGroupName."},
    {.name = NULL},
};
const struct slrun_param create_event_source_mapping_params[] = {
    {"EventSourceArn", S_STRING, 0, "ARN of the queue or stream."},
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Enabled", S_BOOLEAN, 0, "Member Enabled."},
    {"BatchSize", S_INTEGER, 0, "Most records of one invocation."},
    {"FilterCriteria", S_STRUCTURE(filter_criteria_members), 0, "Member FilterCriteria."},
    {"KMSKeyArn", S_STRING, 0, "Member KMSKeyArn."},
    {"MetricsConfig", S_STRUCTURE(event_source_mapping_metrics_config_members), 0,
     "Member MetricsConfig."},
    {"LoggingConfig", S_STRUCTURE(event_source_mapping_logging_config_members), 0,
     "Member LoggingConfig."},
    {"ScalingConfig", S_STRUCTURE(scaling_config_members), 0, "Member ScalingConfig."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "Member MaximumBatchingWindowInSeconds."},
    {"ParallelizationFactor", S_INTEGER, 0, "Member ParallelizationFactor."},
    {"StartingPosition", S_WORD(words_event_source_position), 0, "Member StartingPosition."},
    {"StartingPositionTimestamp", S_TIMESTAMP, 0, "Member StartingPositionTimestamp."},
    {"DestinationConfig", S_STRUCTURE(destination_config_members), 0,
     "Where results of invocations go."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0, "Member MaximumRecordAgeInSeconds."},
    {"BisectBatchOnFunctionError", S_BOOLEAN, 0, "Member BisectBatchOnFunctionError."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Further attempts after an error."},
    {"Tags", S_MAP(shape_string), 0, "Names and values."},
    {"TumblingWindowInSeconds", S_INTEGER, 0, "Member TumblingWindowInSeconds."},
    {"Topics", S_LIST(shape_string), 0, "Member Topics."},
    {"Queues", S_LIST(shape_string), 0, "Member Queues."},
    {"SourceAccessConfigurations", S_LIST(shape_structure_source_access_configuration_members), 0,
     "Member SourceAccessConfigurations."},
    {"SelfManagedEventSource", S_STRUCTURE(self_managed_event_source_members), 0,
     "Member SelfManagedEventSource."},
    {"FunctionResponseTypes", S_LIST(shape_word_words_function_response_type), 0,
     "Member FunctionResponseTypes."},
    {"AmazonManagedKafkaEventSourceConfig",
     S_STRUCTURE(amazon_managed_kafka_event_source_config_members), 0,
     "Member AmazonManagedKafkaEventSourceConfig."},
    {"SelfManagedKafkaEventSourceConfig",
     S_STRUCTURE(self_managed_kafka_event_source_config_members), 0,
     "Member SelfManagedKafkaEventSourceConfig."},
    {"DocumentDBEventSourceConfig", S_STRUCTURE(document_db_event_source_config_members), 0,
     "Member DocumentDBEventSourceConfig."},
    {"ProvisionedPollerConfig", S_STRUCTURE(provisioned_poller_config_members), 0,
     "Member ProvisionedPollerConfig."},
    {.name = NULL},
};
static const struct slrun_param filter_result_members[] = {
    {"Pattern", S_STRING, 0, "Member Pattern."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_filter_result_members =
    S_STRUCTURE(filter_result_members);
static const struct slrun_param filter_criteria_result_members[] = {
    {"Filters", S_LIST(shape_structure_filter_result_members), 0, "Member Filters."},
    {.name = NULL},
};
static const struct slrun_param filter_criteria_error_result_members[] = {
    {"ErrorCode", S_STRING, 0, "Member ErrorCode."},
    {"Message", S_STRING, 0, "Member Message."},
    {.name = NULL},
};
static const struct slrun_param event_source_mapping_metrics_config_result_members[] = {
    {"Metrics", S_LIST(shape_string), 0, "Member Metrics."},
    {.name = NULL},
};
static const struct slrun_param event_source_mapping_logging_config_result_members[] = {
    {"SystemLogLevel", S_STRING, 0, "Member SystemLogLevel."},
    {.name = NULL},
};
static const struct slrun_param scaling_config_result_members[] = {
    {"MaximumConcurrency", S_INTEGER, 0, "Member MaximumConcurrency."},
    {.name = NULL},
};
static const struct slrun_param on_success_result_members[] = {
    {"Destination", S_STRING, 0, "Member Destination."},
    {.name = NULL},
};
static const struct slrun_param on_failure_result_members[] = {
    {"Destination", S_STRING, 0, "Member Destination."},
    {.name = NULL},
};
static const struct slrun_param destination_config_result_members[] = {
    {"OnSuccess", S_STRUCTURE(on_success_result_members), 0, "Member OnSuccess."},
    {"OnFailure", S_STRUCTURE(on_failure_result_members), 0, "Member OnFailure."},
    {.name = NULL},
};
static const struct slrun_param source_access_configuration_result_members[] = {
    {"Type", S_STRING, 0, "Member Type."},
    {"URI", S_STRING, 0, "Member URI."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_source_access_configuration_result_members =
    S_STRUCTURE(source_access_configuration_result_members);
static const struct slrun_param self_managed_event_source_result_members[] = {
    {"Endpoints", S_MAP(shape_list_shape_string), 0, "Member Endpoints."},
    {.name = NULL},
};
static const struct slrun_param kafka_schema_registry_access_config_result_members[] = {
    {"Type", S_STRING, 0, "Member Type."},
    {"URI", S_STRING, 0, "Member URI."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_kafka_schema_registry_access_config_result_members =
    S_STRUCTURE(kafka_schema_registry_access_config_result_members);
static const struct slrun_param kafka_schema_validation_config_result_members[] = {
    {"Attribute", S_STRING, 0, "Member Attribute."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_kafka_schema_validation_config_result_members =
    S_STRUCTURE(kafka_schema_validation_config_result_members);
static const struct slrun_param kafka_schema_registry_config_result_members[] = {
    {"SchemaRegistryURI", S_STRING, 0, "Member SchemaRegistryURI."},
    {"EventRecordFormat", S_STRING, 0, "Member EventRecordFormat."},
    {"AccessConfigs", S_LIST(shape_structure_kafka_schema_registry_access_config_result_members), 0,
     "Member AccessConfigs."},
    {"SchemaValidationConfigs",
     S_LIST(shape_structure_kafka_schema_validation_config_result_members), 0,
     "Member SchemaValidationConfigs."},
    {.name = NULL},
};
static const struct slrun_param amazon_managed_kafka_event_source_config_result_members[] = {
    {"ConsumerGroupId", S_STRING, 0, "Member ConsumerGroupId."},
    {"SchemaRegistryConfig", S_STRUCTURE(kafka_schema_registry_config_result_members), 0,
     "Member SchemaRegistryConfig."},
    {.name = NULL},
};
static const struct slrun_param self_managed_kafka_event_source_config_result_members[] = {
    {"ConsumerGroupId", S_STRING, 0, "Member ConsumerGroupId."},
    {"SchemaRegistryConfig", S_STRUCTURE(kafka_schema_registry_config_result_members), 0,
     "Member SchemaRegistryConfig."},
    {"ConsumptionMode", S_STRING, 0, "Member ConsumptionMode."},
    {.name = NULL},
};
static const struct slrun_param document_db_event_source_config_result_members[] = {
    {"DatabaseName", S_STRING, 0, "Member DatabaseName."},
    {"CollectionName", S_STRING, 0, "Member CollectionName."},
    {"FullDocument", S_STRING, 0, "Member FullDocument."},
    {.name = NULL},
};
static const struct slrun_param provisioned_poller_config_result_members[] = {
    {"MinimumPollers", S_INTEGER, 0, "Member MinimumPollers."},
    {"MaximumPollers", S_INTEGER, 0, "Member MaximumPollers."},
    {"PollerGroupName", S_STRING, 0, "Member PollerGroupName."},
    {.name = NULL},
};
const struct slrun_param create_event_source_mapping_result[] = {
    {"UUID", S_STRING, 0, "Id of the event source mapping."},
    {"StartingPosition", S_STRING, 0, "Member StartingPosition."},
    {"StartingPositionTimestamp", S_TIMESTAMP, 0, "Member StartingPositionTimestamp."},
    {"BatchSize", S_INTEGER, 0, "Most records of one invocation."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "Member MaximumBatchingWindowInSeconds."},
    {"ParallelizationFactor", S_INTEGER, 0, "Member ParallelizationFactor."},
    {"EventSourceArn", S_STRING, 0, "ARN of the queue or stream."},
    {"FilterCriteria", S_STRUCTURE(filter_criteria_result_members), 0, "Member FilterCriteria."},
    {"FilterCriteriaError", S_STRUCTURE(filter_criteria_error_result_members), 0,
     "Member FilterCriteriaError."},
    {"KMSKeyArn", S_STRING, 0, "Member KMSKeyArn."},
    {"MetricsConfig", S_STRUCTURE(event_source_mapping_metrics_config_result_members), 0,
     "Member MetricsConfig."},
    {"LoggingConfig", S_STRUCTURE(event_source_mapping_logging_config_result_members), 0,
     "Member LoggingConfig."},
    {"ScalingConfig", S_STRUCTURE(scaling_config_result_members), 0, "Member ScalingConfig."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"LastModified", S_TIMESTAMP, 0, "Member LastModified."},
    {"LastProcessingResult", S_STRING, 0, "Member LastProcessingResult."},
    {"State", S_STRING, 0, "Member State."},
    {"StateTransitionReason", S_STRING, 0, "Member StateTransitionReason."},
    {"DestinationConfig", S_STRUCTURE(destination_config_result_members), 0,
     "Where results of invocations go."},
    {"Topics", S_LIST(shape_string), 0, "Member Topics."},
    {"Queues", S_LIST(shape_string), 0, "Member Queues."},
    {"SourceAccessConfigurations",
     S_LIST(shape_structure_source_access_configuration_result_members), 0,
     "Member SourceAccessConfigurations."},
    {"SelfManagedEventSource", S_STRUCTURE(self_managed_event_source_result_members), 0,
     "Member SelfManagedEventSource."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0, "Member MaximumRecordAgeInSeconds."},
    {"BisectBatchOnFunctionError", S_BOOLEAN, 0, "Member BisectBatchOnFunctionError."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Further attempts after an error."},
    {"TumblingWindowInSeconds", S_INTEGER, 0, "Member TumblingWindowInSeconds."},
    {"FunctionResponseTypes", S_LIST(shape_string), 0, "Member FunctionResponseTypes."},
    {"AmazonManagedKafkaEventSourceConfig",
     S_STRUCTURE(amazon_managed_kafka_event_source_config_result_members), 0,
     "Member AmazonManagedKafkaEventSourceConfig."},
    {"SelfManagedKafkaEventSourceConfig",
     S_STRUCTURE(self_managed_kafka_event_source_config_result_members), 0,
     "Member SelfManagedKafkaEventSourceConfig."},
    {"DocumentDBEventSourceConfig", S_STRUCTURE(document_db_event_source_config_result_members), 0,
     "Member DocumentDBEventSourceConfig."},
    {"EventSourceMappingArn", S_STRING, 0, "Member EventSourceMappingArn."},
    {"ProvisionedPollerConfig", S_STRUCTURE(provisioned_poller_config_result_members), 0,
     "Member ProvisionedPollerConfig."},
    {.name = NULL},
};
static const char *const words_s3_object_storage_mode[] = {"COPY", "REFERENCE", NULL};
static const struct slrun_param function_code_members[] = {
    {"ZipFile", S_BLOB, 0, "Bytes of a zip archive."},
    {"S3Bucket", S_STRING, 0, "Member S3Bucket."},
    {"S3Key", S_STRING, 0, "Member S3Key."},
    {"S3ObjectVersion", S_STRING, 0, "Member S3ObjectVersion."},
    {"S3ObjectStorageMode", S_WORD(words_s3_object_storage_mode), 0, "Member S3ObjectStorageMode."},
    {"ImageUri", S_STRING, 0, "Member ImageUri."},
    {"SourceKMSKeyArn", S_STRING, 0, "Member SourceKMSKeyArn."},
    {"Directory", S_STRING, 0,
     "Local cloud only: a directory of this machine with the code, used in place."},
    {.name = NULL},
};
static const char *const words_function_version_latest_published[] = {"LATEST_PUBLISHED", NULL};
static const struct slrun_param vpc_config_members[] = {
    {"SubnetIds", S_LIST(shape_string), 0, "Member SubnetIds."},
    {"SecurityGroupIds", S_LIST(shape_string), 0, "Member SecurityGroupIds."},
    {"Ipv6AllowedForDualStack", S_BOOLEAN, 0, "Member Ipv6AllowedForDualStack."},
    {.name = NULL},
};
static const char *const words_package_type[] = {"Zip", "Image", NULL};
static const struct slrun_param dead_letter_config_members[] = {
    {"TargetArn", S_STRING, 0, "Member TargetArn."},
    {.name = NULL},
};
static const struct slrun_param environment_members[] = {
    {"Variables", S_MAP(shape_string), SLRUN_SECRET, "Member Variables."},
    {.name = NULL},
};
static const char *const words_tracing_mode[] = {"Active", "PassThrough", NULL};
static const struct slrun_param tracing_config_members[] = {
    {"Mode", S_WORD(words_tracing_mode), 0, "Member Mode."},
    {.name = NULL},
};
static const char *const words_direct_s3_read[] = {"ENABLED", "DISABLED", "AUTO", NULL};
static const struct slrun_param s3_files_config_members[] = {
    {"DirectS3Read", S_WORD(words_direct_s3_read), 0, "Member DirectS3Read."},
    {.name = NULL},
};
static const struct slrun_param file_system_config_members[] = {
    {"Arn", S_STRING, SLRUN_REQUIRED, "Member Arn."},
    {"LocalMountPath", S_STRING, SLRUN_REQUIRED, "Member LocalMountPath."},
    {"S3FilesConfig", S_STRUCTURE(s3_files_config_members), 0, "Member S3FilesConfig."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_file_system_config_members =
    S_STRUCTURE(file_system_config_members);
static const struct slrun_param image_config_members[] = {
    {"EntryPoint", S_LIST(shape_string), 0, "Member EntryPoint."},
    {"Command", S_LIST(shape_string), 0, "Member Command."},
    {"WorkingDirectory", S_STRING, 0, "Member WorkingDirectory."},
    {.name = NULL},
};
static const char *const words_architecture[] = {"x86_64", "arm64", NULL};
static const struct slrun_shape shape_word_words_architecture = S_WORD(words_architecture);
static const struct slrun_param ephemeral_storage_members[] = {
    {"Size", S_INTEGER, SLRUN_REQUIRED, "Member Size."},
    {.name = NULL},
};
static const char *const words_snap_start_apply_on[] = {"PublishedVersions", "None", NULL};
static const struct slrun_param snap_start_members[] = {
    {"ApplyOn", S_WORD(words_snap_start_apply_on), 0, "Member ApplyOn."},
    {.name = NULL},
};
static const char *const words_log_format[] = {"JSON", "Text", NULL};
static const char *const words_application_log_level[] = {"TRACE", "DEBUG", "INFO", "WARN",
                                                          "ERROR", "FATAL", NULL};
static const char *const words_system_log_level[] = {"DEBUG", "INFO", "WARN", NULL};
static const struct slrun_param logging_config_members[] = {
    {"LogFormat", S_WORD(words_log_format), 0, "Member LogFormat."},
    {"ApplicationLogLevel", S_WORD(words_application_log_level), 0, "Member ApplicationLogLevel."},
    {"SystemLogLevel", S_WORD(words_system_log_level), 0, "Member SystemLogLevel."},
    {"LogGroup", S_STRING, 0, "Member LogGroup."},
    {.name = NULL},
};
static const char *const words_tenant_isolation_mode[] = {"PER_TENANT", NULL};
static const struct slrun_param tenancy_config_members[] = {
    {"TenantIsolationMode", S_WORD(words_tenant_isolation_mode), SLRUN_REQUIRED,
     "Member TenantIsolationMode."},
    {.name = NULL},
};
static const struct slrun_param lambda_managed_instances_capacity_provider_config_members[] = {
    {"CapacityProviderArn", S_STRING, SLRUN_REQUIRED, "Member CapacityProviderArn."},
    {"PerExecutionEnvironmentMaxConcurrency", S_INTEGER, 0,
     "Member PerExecutionEnvironmentMaxConcurrency."},
    {"ExecutionEnvironmentMemoryGiBPerVCpu", S_FLOAT, 0,
     "Member ExecutionEnvironmentMemoryGiBPerVCpu."},
    {.name = NULL},
};
static const struct slrun_param capacity_provider_config_members[] = {
    {"LambdaManagedInstancesCapacityProviderConfig",
     S_STRUCTURE(lambda_managed_instances_capacity_provider_config_members), SLRUN_REQUIRED,
     "Member LambdaManagedInstancesCapacityProviderConfig."},
    {.name = NULL},
};
static const struct slrun_param durable_config_members[] = {
    {"KMSKeyArn", S_STRING, 0, "Member KMSKeyArn."},
    {"RetentionPeriodInDays", S_INTEGER, 0, "Member RetentionPeriodInDays."},
    {"ExecutionTimeout", S_INTEGER, 0, "Member ExecutionTimeout."},
    {.name = NULL},
};
static const struct slrun_param function_runtime_config_members[] = {
    {"RuntimeArn", S_STRING, SLRUN_REQUIRED, "Member RuntimeArn."},
    {"RuntimeAlias", S_STRING, SLRUN_REQUIRED, "Member RuntimeAlias."},
    {.name = NULL},
};
static const struct slrun_param accelerator_config_members[] = {
    {"AcceleratorMemorySize", S_INTEGER, SLRUN_REQUIRED, "Member AcceleratorMemorySize."},
    {.name = NULL},
};
const struct slrun_param create_function_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Runtime", S_STRING, 0, "\"python3.12\", \"nodejs22.x\", \"provided.al2023\" and the like."},
    {"Role", S_STRING, SLRUN_REQUIRED, "ARN of the role that the function has."},
    {"Handler", S_STRING, 0, "What is called: \"file.function\"."},
    {"Code", S_STRUCTURE(function_code_members), SLRUN_REQUIRED,
     "ZipFile, S3Bucket and S3Key, or ImageUri."},
    {"Description", S_STRING, 0, "Member Description."},
    {"Timeout", S_INTEGER, 0, "Seconds that an invocation may take, 1 to 900; 3 unless given."},
    {"MemorySize", S_INTEGER, 0, "MB, 128 to 10,240; 128 unless given."},
    {"Publish", S_BOOLEAN, 0, "Makes a version, too."},
    {"PublishTo", S_WORD(words_function_version_latest_published), 0, "Member PublishTo."},
    {"VpcConfig", S_STRUCTURE(vpc_config_members), 0, "Member VpcConfig."},
    {"PackageType", S_WORD(words_package_type), 0, "Member PackageType."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_members), 0,
     "Where events go that could not be handled."},
    {"Environment", S_STRUCTURE(environment_members), 0, "Environment variables."},
    {"KMSKeyArn", S_STRING, 0, "Member KMSKeyArn."},
    {"TracingConfig", S_STRUCTURE(tracing_config_members), 0, "Member TracingConfig."},
    {"Tags", S_MAP(shape_string), 0, "Names and values."},
    {"Layers", S_LIST(shape_string), 0, "ARNs of layer versions."},
    {"FileSystemConfigs", S_LIST(shape_structure_file_system_config_members), 0,
     "Member FileSystemConfigs."},
    {"CodeSigningConfigArn", S_STRING, 0, "Member CodeSigningConfigArn."},
    {"ImageConfig", S_STRUCTURE(image_config_members), 0, "Member ImageConfig."},
    {"Architectures", S_LIST(shape_word_words_architecture), 0, "Member Architectures."},
    {"EphemeralStorage", S_STRUCTURE(ephemeral_storage_members), 0, "Member EphemeralStorage."},
    {"SnapStart", S_STRUCTURE(snap_start_members), 0, "Member SnapStart."},
    {"LoggingConfig", S_STRUCTURE(logging_config_members), 0, "Member LoggingConfig."},
    {"TenancyConfig", S_STRUCTURE(tenancy_config_members), 0, "Member TenancyConfig."},
    {"CapacityProviderConfig", S_STRUCTURE(capacity_provider_config_members), 0,
     "Member CapacityProviderConfig."},
    {"DurableConfig", S_STRUCTURE(durable_config_members), 0, "Member DurableConfig."},
    {"RuntimeConfig", S_STRUCTURE(function_runtime_config_members), 0, "Member RuntimeConfig."},
    {"AcceleratorConfig", S_STRUCTURE(accelerator_config_members), 0, "Member AcceleratorConfig."},
    {.name = NULL},
};
static const struct slrun_param vpc_config_response_result_members[] = {
    {"SubnetIds", S_LIST(shape_string), 0, "Member SubnetIds."},
    {"SecurityGroupIds", S_LIST(shape_string), 0, "Member SecurityGroupIds."},
    {"VpcId", S_STRING, 0, "Member VpcId."},
    {"Ipv6AllowedForDualStack", S_BOOLEAN, 0, "Member Ipv6AllowedForDualStack."},
    {.name = NULL},
};
static const struct slrun_param dead_letter_config_result_members[] = {
    {"TargetArn", S_STRING, 0, "Member TargetArn."},
    {.name = NULL},
};
static const struct slrun_param environment_error_result_members[] = {
    {"ErrorCode", S_STRING, 0, "Member ErrorCode."},
    {"Message", S_STRING, 0, "Member Message."},
    {.name = NULL},
};
static const struct slrun_param environment_response_result_members[] = {
    {"Variables", S_MAP(shape_string), SLRUN_SECRET, "Member Variables."},
    {"Error", S_STRUCTURE(environment_error_result_members), 0, "Member Error."},
    {.name = NULL},
};
static const struct slrun_param tracing_config_response_result_members[] = {
    {"Mode", S_STRING, 0, "Member Mode."},
    {.name = NULL},
};
static const struct slrun_param layer_result_members[] = {
    {"Arn", S_STRING, 0, "Member Arn."},
    {"CodeSize", S_INTEGER, 0, "Member CodeSize."},
    {"SigningProfileVersionArn", S_STRING, 0, "Member SigningProfileVersionArn."},
    {"SigningJobArn", S_STRING, 0, "Member SigningJobArn."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_layer_result_members =
    S_STRUCTURE(layer_result_members);
static const struct slrun_param s3_files_config_result_members[] = {
    {"DirectS3Read", S_STRING, 0, "Member DirectS3Read."},
    {.name = NULL},
};
static const struct slrun_param file_system_config_result_members[] = {
    {"Arn", S_STRING, 0, "Member Arn."},
    {"LocalMountPath", S_STRING, 0, "Member LocalMountPath."},
    {"S3FilesConfig", S_STRUCTURE(s3_files_config_result_members), 0, "Member S3FilesConfig."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_file_system_config_result_members =
    S_STRUCTURE(file_system_config_result_members);
static const struct slrun_param image_config_result_members[] = {
    {"EntryPoint", S_LIST(shape_string), 0, "Member EntryPoint."},
    {"Command", S_LIST(shape_string), 0, "Member Command."},
    {"WorkingDirectory", S_STRING, 0, "Member WorkingDirectory."},
    {.name = NULL},
};
static const struct slrun_param image_config_error_result_members[] = {
    {"ErrorCode", S_STRING, 0, "Member ErrorCode."},
    {"Message", S_STRING, 0, "Member Message."},
    {.name = NULL},
};
static const struct slrun_param image_config_response_result_members[] = {
    {"ImageConfig", S_STRUCTURE(image_config_result_members), 0, "Member ImageConfig."},
    {"Error", S_STRUCTURE(image_config_error_result_members), 0, "Member Error."},
    {.name = NULL},
};
static const struct slrun_param ephemeral_storage_result_members[] = {
    {"Size", S_INTEGER, 0, "Member Size."},
    {.name = NULL},
};
static const struct slrun_param snap_start_response_result_members[] = {
    {"ApplyOn", S_STRING, 0, "Member ApplyOn."},
    {"OptimizationStatus", S_STRING, 0, "Member OptimizationStatus."},
    {.name = NULL},
};
static const struct slrun_param runtime_version_error_result_members[] = {
    {"ErrorCode", S_STRING, 0, "Member ErrorCode."},
    {"Message", S_STRING, 0, "Member Message."},
    {.name = NULL},
};
static const struct slrun_param runtime_version_config_result_members[] = {
    {"RuntimeVersionArn", S_STRING, 0, "Member RuntimeVersionArn."},
    {"Error", S_STRUCTURE(runtime_version_error_result_members), 0, "Member Error."},
    {.name = NULL},
};
static const struct slrun_param logging_config_result_members[] = {
    {"LogFormat", S_STRING, 0, "Member LogFormat."},
    {"ApplicationLogLevel", S_STRING, 0, "Member ApplicationLogLevel."},
    {"SystemLogLevel", S_STRING, 0, "Member SystemLogLevel."},
    {"LogGroup", S_STRING, 0, "Member LogGroup."},
    {.name = NULL},
};
static const struct slrun_param tenancy_config_result_members[] = {
    {"TenantIsolationMode", S_STRING, 0, "Member TenantIsolationMode."},
    {.name = NULL},
};
static const struct slrun_param lambda_managed_instances_capacity_provider_config_result_members[] =
    {
        {"CapacityProviderArn", S_STRING, 0, "Member CapacityProviderArn."},
        {"PerExecutionEnvironmentMaxConcurrency", S_INTEGER, 0,
         "Member PerExecutionEnvironmentMaxConcurrency."},
        {"ExecutionEnvironmentMemoryGiBPerVCpu", S_FLOAT, 0,
         "Member ExecutionEnvironmentMemoryGiBPerVCpu."},
        {.name = NULL},
};
static const struct slrun_param capacity_provider_config_result_members[] = {
    {"LambdaManagedInstancesCapacityProviderConfig",
     S_STRUCTURE(lambda_managed_instances_capacity_provider_config_result_members), 0,
     "Member LambdaManagedInstancesCapacityProviderConfig."},
    {.name = NULL},
};
static const struct slrun_param durable_config_result_members[] = {
    {"KMSKeyArn", S_STRING, 0, "Member KMSKeyArn."},
    {"RetentionPeriodInDays", S_INTEGER, 0, "Member RetentionPeriodInDays."},
    {"ExecutionTimeout", S_INTEGER, 0, "Member ExecutionTimeout."},
    {.name = NULL},
};
static const struct slrun_param function_runtime_config_result_members[] = {
    {"RuntimeArn", S_STRING, 0, "Member RuntimeArn."},
    {"RuntimeAlias", S_STRING, 0, "Member RuntimeAlias."},
    {.name = NULL},
};
static const struct slrun_param accelerator_config_result_members[] = {
    {"AcceleratorMemorySize", S_INTEGER, 0, "Member AcceleratorMemorySize."},
    {.name = NULL},
};
const struct slrun_param create_function_result[] = {
    {"FunctionName", S_STRING, 0, "Name or ARN of the function, with or without a qualifier."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"Runtime", S_STRING, 0, "\"python3.12\", \"nodejs22.x\", \"provided.al2023\" and the like."},
    {"Role", S_STRING, 0, "ARN of the role that the function has."},
    {"Handler", S_STRING, 0, "What is called: \"file.function\"."},
    {"CodeSize", S_INTEGER, 0, "Member CodeSize."},
    {"Description", S_STRING, 0, "Member Description."},
    {"Timeout", S_INTEGER, 0, "Seconds that an invocation may take, 1 to 900; 3 unless given."},
    {"MemorySize", S_INTEGER, 0, "MB, 128 to 10,240; 128 unless given."},
    {"LastModified", S_STRING, 0, "Member LastModified."},
    {"CodeSha256", S_STRING, 0, "Member CodeSha256."},
    {"Version", S_STRING, 0, "Member Version."},
    {"VpcConfig", S_STRUCTURE(vpc_config_response_result_members), 0, "Member VpcConfig."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_result_members), 0,
     "Where events go that could not be handled."},
    {"Environment", S_STRUCTURE(environment_response_result_members), 0, "Environment variables."},
    {"KMSKeyArn", S_STRING, 0, "Member KMSKeyArn."},
    {"TracingConfig", S_STRUCTURE(tracing_config_response_result_members), 0,
     "Member TracingConfig."},
    {"MasterArn", S_STRING, 0, "Member MasterArn."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {"Layers", S_LIST(shape_structure_layer_result_members), 0, "ARNs of layer versions."},
    {"State", S_STRING, 0, "Member State."},
    {"StateReason", S_STRING, 0, "Member StateReason."},
    {"StateReasonCode", S_STRING, 0, "Member StateReasonCode."},
    {"LastUpdateStatus", S_STRING, 0, "Member LastUpdateStatus."},
    {"LastUpdateStatusReason", S_STRING, 0, "Member LastUpdateStatusReason."},
    {"LastUpdateStatusReasonCode", S_STRING, 0, "Member LastUpdateStatusReasonCode."},
    {"FileSystemConfigs", S_LIST(shape_structure_file_system_config_result_members), 0,
     "Member FileSystemConfigs."},
    {"SigningProfileVersionArn", S_STRING, 0, "Member SigningProfileVersionArn."},
    {"SigningJobArn", S_STRING, 0, "Member SigningJobArn."},
    {"PackageType", S_STRING, 0, "Member PackageType."},
    {"ImageConfigResponse", S_STRUCTURE(image_config_response_result_members), 0,
     "Member ImageConfigResponse."},
    {"Architectures", S_LIST(shape_string), 0, "Member Architectures."},
    {"EphemeralStorage", S_STRUCTURE(ephemeral_storage_result_members), 0,
     "Member EphemeralStorage."},
    {"SnapStart", S_STRUCTURE(snap_start_response_result_members), 0, "Member SnapStart."},
    {"RuntimeVersionConfig", S_STRUCTURE(runtime_version_config_result_members), 0,
     "Member RuntimeVersionConfig."},
    {"LoggingConfig", S_STRUCTURE(logging_config_result_members), 0, "Member LoggingConfig."},
    {"TenancyConfig", S_STRUCTURE(tenancy_config_result_members), 0, "Member TenancyConfig."},
    {"CapacityProviderConfig", S_STRUCTURE(capacity_provider_config_result_members), 0,
     "Member CapacityProviderConfig."},
    {"ConfigSha256", S_STRING, 0, "Member ConfigSha256."},
    {"DurableConfig", S_STRUCTURE(durable_config_result_members), 0, "Member DurableConfig."},
    {"RuntimeConfig", S_STRUCTURE(function_runtime_config_result_members), 0,
     "Member RuntimeConfig."},
    {"AcceleratorConfig", S_STRUCTURE(accelerator_config_result_members), 0,
     "Member AcceleratorConfig."},
    {.name = NULL},
};
static const struct slrun_param cors_members[] = {
    {"AllowCredentials", S_BOOLEAN, 0, "Member AllowCredentials."},
    {"AllowHeaders", S_LIST(shape_string), 0, "Member AllowHeaders."},
    {"AllowMethods", S_LIST(shape_string), 0, "Member AllowMethods."},
    {"AllowOrigins", S_LIST(shape_string), 0, "Member AllowOrigins."},
    {"ExposeHeaders", S_LIST(shape_string), 0, "Member ExposeHeaders."},
    {"MaxAge", S_INTEGER, 0, "Member MaxAge."},
    {.name = NULL},
};
static const char *const words_invoke_mode[] = {"RESPONSE_STREAM", "BUFFERED", NULL};
const struct slrun_param create_function_url_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST."},
    {"AuthType", S_WORD(words_function_url_auth_type), SLRUN_REQUIRED, "Member AuthType."},
    {"Cors", S_STRUCTURE(cors_members), 0, "Member Cors."},
    {"InvokeMode", S_WORD(words_invoke_mode), 0, "Member InvokeMode."},
    {.name = NULL},
};
static const struct slrun_param cors_result_members[] = {
    {"AllowCredentials", S_BOOLEAN, 0, "Member AllowCredentials."},
    {"AllowHeaders", S_LIST(shape_string), 0, "Member AllowHeaders."},
    {"AllowMethods", S_LIST(shape_string), 0, "Member AllowMethods."},
    {"AllowOrigins", S_LIST(shape_string), 0, "Member AllowOrigins."},
    {"ExposeHeaders", S_LIST(shape_string), 0, "Member ExposeHeaders."},
    {"MaxAge", S_INTEGER, 0, "Member MaxAge."},
    {.name = NULL},
};
const struct slrun_param create_function_url_config_result[] = {
    {"FunctionUrl", S_STRING, 0, "Member FunctionUrl."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"AuthType", S_STRING, 0, "Member AuthType."},
    {"Cors", S_STRUCTURE(cors_result_members), 0, "Member Cors."},
    {"CreationTime", S_STRING, 0, "Member CreationTime."},
    {"InvokeMode", S_STRING, 0, "Member InvokeMode."},
    {.name = NULL},
};
const struct lambda_place create_function_url_config_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
const struct slrun_param delete_alias_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Name", S_STRING, SLRUN_REQUIRED, "Member Name."},
    {.name = NULL},
};
const struct slrun_param delete_event_source_mapping_params[] = {
    {"UUID", S_STRING, SLRUN_REQUIRED, "Id of the event source mapping."},
    {.name = NULL},
};
const struct slrun_param delete_event_source_mapping_result[] = {
    {"UUID", S_STRING, 0, "Id of the event source mapping."},
    {"StartingPosition", S_STRING, 0, "Member StartingPosition."},
    {"StartingPositionTimestamp", S_TIMESTAMP, 0, "Member StartingPositionTimestamp."},
    {"BatchSize", S_INTEGER, 0, "Most records of one invocation."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "Member MaximumBatchingWindowInSeconds."},
    {"ParallelizationFactor", S_INTEGER, 0, "Member ParallelizationFactor."},
    {"EventSourceArn", S_STRING, 0, "ARN of the queue or stream."},
    {"FilterCriteria", S_STRUCTURE(filter_criteria_result_members), 0, "Member FilterCriteria."},
    {"FilterCriteriaError", S_STRUCTURE(filter_criteria_error_result_members), 0,
     "Member FilterCriteriaError."},
    {"KMSKeyArn", S_STRING, 0, "Member KMSKeyArn."},
    {"MetricsConfig", S_STRUCTURE(event_source_mapping_metrics_config_result_members), 0,
     "Member MetricsConfig."},
    {"LoggingConfig", S_STRUCTURE(event_source_mapping_logging_config_result_members), 0,
     "Member LoggingConfig."},
    {"ScalingConfig", S_STRUCTURE(scaling_config_result_members), 0, "Member ScalingConfig."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"LastModified", S_TIMESTAMP, 0, "Member LastModified."},
    {"LastProcessingResult", S_STRING, 0, "Member LastProcessingResult."},
    {"State", S_STRING, 0, "Member State."},
    {"StateTransitionReason", S_STRING, 0, "Member StateTransitionReason."},
    {"DestinationConfig", S_STRUCTURE(destination_config_result_members), 0,
     "Where results of invocations go."},
    {"Topics", S_LIST(shape_string), 0, "Member Topics."},
    {"Queues", S_LIST(shape_string), 0, "Member Queues."},
    {"SourceAccessConfigurations",
     S_LIST(shape_structure_source_access_configuration_result_members), 0,
     "Member SourceAccessConfigurations."},
    {"SelfManagedEventSource", S_STRUCTURE(self_managed_event_source_result_members), 0,
     "Member SelfManagedEventSource."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0, "Member MaximumRecordAgeInSeconds."},
    {"BisectBatchOnFunctionError", S_BOOLEAN, 0, "Member BisectBatchOnFunctionError."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Further attempts after an error."},
    {"TumblingWindowInSeconds", S_INTEGER, 0, "Member TumblingWindowInSeconds."},
    {"FunctionResponseTypes", S_LIST(shape_string), 0, "Member FunctionResponseTypes."},
    {"AmazonManagedKafkaEventSourceConfig",
     S_STRUCTURE(amazon_managed_kafka_event_source_config_result_members), 0,
     "Member AmazonManagedKafkaEventSourceConfig."},
    {"SelfManagedKafkaEventSourceConfig",
     S_STRUCTURE(self_managed_kafka_event_source_config_result_members), 0,
     "Member SelfManagedKafkaEventSourceConfig."},
    {"DocumentDBEventSourceConfig", S_STRUCTURE(document_db_event_source_config_result_members), 0,
     "Member DocumentDBEventSourceConfig."},
    {"EventSourceMappingArn", S_STRING, 0, "Member EventSourceMappingArn."},
    {"ProvisionedPollerConfig", S_STRUCTURE(provisioned_poller_config_result_members), 0,
     "Member ProvisionedPollerConfig."},
    {.name = NULL},
};
const struct slrun_param delete_function_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST."},
    {.name = NULL},
};
const struct slrun_param delete_function_result[] = {
    {"StatusCode", S_INTEGER, 0, "HTTP status: 200, 202 for Event, 204 for DryRun."},
    {.name = NULL},
};
const struct lambda_place delete_function_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
const struct slrun_param delete_function_concurrency_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {.name = NULL},
};
const struct slrun_param delete_function_event_invoke_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST."},
    {.name = NULL},
};
const struct lambda_place delete_function_event_invoke_config_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
const struct slrun_param delete_function_url_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST."},
    {.name = NULL},
};
const struct lambda_place delete_function_url_config_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
const struct slrun_param delete_layer_version_params[] = {
    {"LayerName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the layer."},
    {"VersionNumber", S_INTEGER, SLRUN_REQUIRED, "Number of the layer version."},
    {.name = NULL},
};
const struct slrun_param delete_provisioned_concurrency_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, SLRUN_REQUIRED, "A version, an alias or $LATEST."},
    {.name = NULL},
};
const struct lambda_place delete_provisioned_concurrency_config_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
const struct slrun_param get_account_settings_params[] = {
    {.name = NULL},
};
static const struct slrun_param account_limit_result_members[] = {
    {"TotalCodeSize", S_INTEGER, 0, "Member TotalCodeSize."},
    {"CodeSizeUnzipped", S_INTEGER, 0, "Member CodeSizeUnzipped."},
    {"CodeSizeZipped", S_INTEGER, 0, "Member CodeSizeZipped."},
    {"ConcurrentExecutions", S_INTEGER, 0, "Member ConcurrentExecutions."},
    {"UnreservedConcurrentExecutions", S_INTEGER, 0, "Member UnreservedConcurrentExecutions."},
    {.name = NULL},
};
static const struct slrun_param account_usage_result_members[] = {
    {"TotalCodeSize", S_INTEGER, 0, "Member TotalCodeSize."},
    {"FunctionCount", S_INTEGER, 0, "Member FunctionCount."},
    {.name = NULL},
};
const struct slrun_param get_account_settings_result[] = {
    {"AccountLimit", S_STRUCTURE(account_limit_result_members), 0, "Member AccountLimit."},
    {"AccountUsage", S_STRUCTURE(account_usage_result_members), 0, "Member AccountUsage."},
    {.name = NULL},
};
const struct slrun_param get_alias_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Name", S_STRING, SLRUN_REQUIRED, "Member Name."},
    {.name = NULL},
};
const struct slrun_param get_alias_result[] = {
    {"AliasArn", S_STRING, 0, "Member AliasArn."},
    {"Name", S_STRING, 0, "Member Name."},
    {"FunctionVersion", S_STRING, 0, "The version that the alias stands for."},
    {"Description", S_STRING, 0, "Member Description."},
    {"RoutingConfig", S_STRUCTURE(alias_routing_configuration_result_members), 0,
     "A second version and its share of the invocations."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {.name = NULL},
};
const struct slrun_param get_event_source_mapping_params[] = {
    {"UUID", S_STRING, SLRUN_REQUIRED, "Id of the event source mapping."},
    {.name = NULL},
};
const struct slrun_param get_event_source_mapping_result[] = {
    {"UUID", S_STRING, 0, "Id of the event source mapping."},
    {"StartingPosition", S_STRING, 0, "Member StartingPosition."},
    {"StartingPositionTimestamp", S_TIMESTAMP, 0, "Member StartingPositionTimestamp."},
    {"BatchSize", S_INTEGER, 0, "Most records of one invocation."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "Member MaximumBatchingWindowInSeconds."},
    {"ParallelizationFactor", S_INTEGER, 0, "Member ParallelizationFactor."},
    {"EventSourceArn", S_STRING, 0, "ARN of the queue or stream."},
    {"FilterCriteria", S_STRUCTURE(filter_criteria_result_members), 0, "Member FilterCriteria."},
    {"FilterCriteriaError", S_STRUCTURE(filter_criteria_error_result_members), 0,
     "Member FilterCriteriaError."},
    {"KMSKeyArn", S_STRING, 0, "Member KMSKeyArn."},
    {"MetricsConfig", S_STRUCTURE(event_source_mapping_metrics_config_result_members), 0,
     "Member MetricsConfig."},
    {"LoggingConfig", S_STRUCTURE(event_source_mapping_logging_config_result_members), 0,
     "Member LoggingConfig."},
    {"ScalingConfig", S_STRUCTURE(scaling_config_result_members), 0, "Member ScalingConfig."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"LastModified", S_TIMESTAMP, 0, "Member LastModified."},
    {"LastProcessingResult", S_STRING, 0, "Member LastProcessingResult."},
    {"State", S_STRING, 0, "Member State."},
    {"StateTransitionReason", S_STRING, 0, "Member StateTransitionReason."},
    {"DestinationConfig", S_STRUCTURE(destination_config_result_members), 0,
     "Where results of invocations go."},
    {"Topics", S_LIST(shape_string), 0, "Member Topics."},
    {"Queues", S_LIST(shape_string), 0, "Member Queues."},
    {"SourceAccessConfigurations",
     S_LIST(shape_structure_source_access_configuration_result_members), 0,
     "Member SourceAccessConfigurations."},
    {"SelfManagedEventSource", S_STRUCTURE(self_managed_event_source_result_members), 0,
     "Member SelfManagedEventSource."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0, "Member MaximumRecordAgeInSeconds."},
    {"BisectBatchOnFunctionError", S_BOOLEAN, 0, "Member BisectBatchOnFunctionError."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Further attempts after an error."},
    {"TumblingWindowInSeconds", S_INTEGER, 0, "Member TumblingWindowInSeconds."},
    {"FunctionResponseTypes", S_LIST(shape_string), 0, "Member FunctionResponseTypes."},
    {"AmazonManagedKafkaEventSourceConfig",
     S_STRUCTURE(amazon_managed_kafka_event_source_config_result_members), 0,
     "Member AmazonManagedKafkaEventSourceConfig."},
    {"SelfManagedKafkaEventSourceConfig",
     S_STRUCTURE(self_managed_kafka_event_source_config_result_members), 0,
     "Member SelfManagedKafkaEventSourceConfig."},
    {"DocumentDBEventSourceConfig", S_STRUCTURE(document_db_event_source_config_result_members), 0,
     "Member DocumentDBEventSourceConfig."},
    {"EventSourceMappingArn", S_STRING, 0, "Member EventSourceMappingArn."},
    {"ProvisionedPollerConfig", S_STRUCTURE(provisioned_poller_config_result_members), 0,
     "Member ProvisionedPollerConfig."},
    {.name = NULL},
};
const struct slrun_param get_function_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST."},
    {.name = NULL},
};
static const struct slrun_param function_configuration_result_members[] = {
    {"FunctionName", S_STRING, 0, "Name or ARN of the function, with or without a qualifier."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"Runtime", S_STRING, 0, "\"python3.12\", \"nodejs22.x\", \"provided.al2023\" and the like."},
    {"Role", S_STRING, 0, "ARN of the role that the function has."},
    {"Handler", S_STRING, 0, "What is called: \"file.function\"."},
    {"CodeSize", S_INTEGER, 0, "Member CodeSize."},
    {"Description", S_STRING, 0, "Member Description."},
    {"Timeout", S_INTEGER, 0, "Seconds that an invocation may take, 1 to 900; 3 unless given."},
    {"MemorySize", S_INTEGER, 0, "MB, 128 to 10,240; 128 unless given."},
    {"LastModified", S_STRING, 0, "Member LastModified."},
    {"CodeSha256", S_STRING, 0, "Member CodeSha256."},
    {"Version", S_STRING, 0, "Member Version."},
    {"VpcConfig", S_STRUCTURE(vpc_config_response_result_members), 0, "Member VpcConfig."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_result_members), 0,
     "Where events go that could not be handled."},
    {"Environment", S_STRUCTURE(environment_response_result_members), 0, "Environment variables."},
    {"KMSKeyArn", S_STRING, 0, "Member KMSKeyArn."},
    {"TracingConfig", S_STRUCTURE(tracing_config_response_result_members), 0,
     "Member TracingConfig."},
    {"MasterArn", S_STRING, 0, "Member MasterArn."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {"Layers", S_LIST(shape_structure_layer_result_members), 0, "ARNs of layer versions."},
    {"State", S_STRING, 0, "Member State."},
    {"StateReason", S_STRING, 0, "Member StateReason."},
    {"StateReasonCode", S_STRING, 0, "Member StateReasonCode."},
    {"LastUpdateStatus", S_STRING, 0, "Member LastUpdateStatus."},
    {"LastUpdateStatusReason", S_STRING, 0, "Member LastUpdateStatusReason."},
    {"LastUpdateStatusReasonCode", S_STRING, 0, "Member LastUpdateStatusReasonCode."},
    {"FileSystemConfigs", S_LIST(shape_structure_file_system_config_result_members), 0,
     "Member FileSystemConfigs."},
    {"SigningProfileVersionArn", S_STRING, 0, "Member SigningProfileVersionArn."},
    {"SigningJobArn", S_STRING, 0, "Member SigningJobArn."},
    {"PackageType", S_STRING, 0, "Member PackageType."},
    {"ImageConfigResponse", S_STRUCTURE(image_config_response_result_members), 0,
     "Member ImageConfigResponse."},
    {"Architectures", S_LIST(shape_string), 0, "Member Architectures."},
    {"EphemeralStorage", S_STRUCTURE(ephemeral_storage_result_members), 0,
     "Member EphemeralStorage."},
    {"SnapStart", S_STRUCTURE(snap_start_response_result_members), 0, "Member SnapStart."},
    {"RuntimeVersionConfig", S_STRUCTURE(runtime_version_config_result_members), 0,
     "Member RuntimeVersionConfig."},
    {"LoggingConfig", S_STRUCTURE(logging_config_result_members), 0, "Member LoggingConfig."},
    {"TenancyConfig", S_STRUCTURE(tenancy_config_result_members), 0, "Member TenancyConfig."},
    {"CapacityProviderConfig", S_STRUCTURE(capacity_provider_config_result_members), 0,
     "Member CapacityProviderConfig."},
    {"ConfigSha256", S_STRING, 0, "Member ConfigSha256."},
    {"DurableConfig", S_STRUCTURE(durable_config_result_members), 0, "Member DurableConfig."},
    {"RuntimeConfig", S_STRUCTURE(function_runtime_config_result_members), 0,
     "Member RuntimeConfig."},
    {"AcceleratorConfig", S_STRUCTURE(accelerator_config_result_members), 0,
     "Member AcceleratorConfig."},
    {.name = NULL},
};
static const struct slrun_param resolved_s3_object_result_members[] = {
    {"S3Bucket", S_STRING, 0, "Member S3Bucket."},
    {"S3Key", S_STRING, 0, "Member S3Key."},
    {"S3ObjectVersion", S_STRING, 0, "Member S3ObjectVersion."},
    {.name = NULL},
};
static const struct slrun_param function_code_location_error_result_members[] = {
    {"ErrorCode", S_STRING, 0, "Member ErrorCode."},
    {"Message", S_STRING, 0, "Member Message."},
    {.name = NULL},
};
static const struct slrun_param function_code_location_result_members[] = {
    {"RepositoryType", S_STRING, 0, "Member RepositoryType."},
    {"Location", S_STRING, 0, "Member Location."},
    {"ImageUri", S_STRING, 0, "Member ImageUri."},
    {"ResolvedImageUri", S_STRING, 0, "Member ResolvedImageUri."},
    {"ResolvedS3Object", S_STRUCTURE(resolved_s3_object_result_members), 0,
     "Member ResolvedS3Object."},
    {"SourceKMSKeyArn", S_STRING, 0, "Member SourceKMSKeyArn."},
    {"Error", S_STRUCTURE(function_code_location_error_result_members), 0, "Member Error."},
    {.name = NULL},
};
static const struct slrun_param tags_error_result_members[] = {
    {"ErrorCode", S_STRING, 0, "Member ErrorCode."},
    {"Message", S_STRING, 0, "Member Message."},
    {.name = NULL},
};
static const struct slrun_param concurrency_result_members[] = {
    {"ReservedConcurrentExecutions", S_INTEGER, 0, "Invocations at once, at most."},
    {.name = NULL},
};
const struct slrun_param get_function_result[] = {
    {"Configuration", S_STRUCTURE(function_configuration_result_members), 0,
     "Member Configuration."},
    {"Code", S_STRUCTURE(function_code_location_result_members), 0,
     "ZipFile, S3Bucket and S3Key, or ImageUri."},
    {"Tags", S_MAP(shape_string), 0, "Names and values."},
    {"TagsError", S_STRUCTURE(tags_error_result_members), 0, "Member TagsError."},
    {"Concurrency", S_STRUCTURE(concurrency_result_members), 0, "Member Concurrency."},
    {.name = NULL},
};
const struct lambda_place get_function_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
const struct slrun_param get_function_code_signing_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {.name = NULL},
};
const struct slrun_param get_function_code_signing_config_result[] = {
    {"CodeSigningConfigArn", S_STRING, 0, "Member CodeSigningConfigArn."},
    {"FunctionName", S_STRING, 0, "Name or ARN of the function, with or without a qualifier."},
    {.name = NULL},
};
const struct slrun_param get_function_concurrency_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {.name = NULL},
};
const struct slrun_param get_function_concurrency_result[] = {
    {"ReservedConcurrentExecutions", S_INTEGER, 0, "Invocations at once, at most."},
    {.name = NULL},
};
const struct slrun_param get_function_configuration_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST."},
    {.name = NULL},
};
const struct slrun_param get_function_configuration_result[] = {
    {"FunctionName", S_STRING, 0, "Name or ARN of the function, with or without a qualifier."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"Runtime", S_STRING, 0, "\"python3.12\", \"nodejs22.x\", \"provided.al2023\" and the like."},
    {"Role", S_STRING, 0, "ARN of the role that the function has."},
    {"Handler", S_STRING, 0, "What is called: \"file.function\"."},
    {"CodeSize", S_INTEGER, 0, "Member CodeSize."},
    {"Description", S_STRING, 0, "Member Description."},
    {"Timeout", S_INTEGER, 0, "Seconds that an invocation may take, 1 to 900; 3 unless given."},
    {"MemorySize", S_INTEGER, 0, "MB, 128 to 10,240; 128 unless given."},
    {"LastModified", S_STRING, 0, "Member LastModified."},
    {"CodeSha256", S_STRING, 0, "Member CodeSha256."},
    {"Version", S_STRING, 0, "Member Version."},
    {"VpcConfig", S_STRUCTURE(vpc_config_response_result_members), 0, "Member VpcConfig."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_result_members), 0,
     "Where events go that could not be handled."},
    {"Environment", S_STRUCTURE(environment_response_result_members), 0, "Environment variables."},
    {"KMSKeyArn", S_STRING, 0, "Member KMSKeyArn."},
    {"TracingConfig", S_STRUCTURE(tracing_config_response_result_members), 0,
     "Member TracingConfig."},
    {"MasterArn", S_STRING, 0, "Member MasterArn."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {"Layers", S_LIST(shape_structure_layer_result_members), 0, "ARNs of layer versions."},
    {"State", S_STRING, 0, "Member State."},
    {"StateReason", S_STRING, 0, "Member StateReason."},
    {"StateReasonCode", S_STRING, 0, "Member StateReasonCode."},
    {"LastUpdateStatus", S_STRING, 0, "Member LastUpdateStatus."},
    {"LastUpdateStatusReason", S_STRING, 0, "Member LastUpdateStatusReason."},
    {"LastUpdateStatusReasonCode", S_STRING, 0, "Member LastUpdateStatusReasonCode."},
    {"FileSystemConfigs", S_LIST(shape_structure_file_system_config_result_members), 0,
     "Member FileSystemConfigs."},
    {"SigningProfileVersionArn", S_STRING, 0, "Member SigningProfileVersionArn."},
    {"SigningJobArn", S_STRING, 0, "Member SigningJobArn."},
    {"PackageType", S_STRING, 0, "Member PackageType."},
    {"ImageConfigResponse", S_STRUCTURE(image_config_response_result_members), 0,
     "Member ImageConfigResponse."},
    {"Architectures", S_LIST(shape_string), 0, "Member Architectures."},
    {"EphemeralStorage", S_STRUCTURE(ephemeral_storage_result_members), 0,
     "Member EphemeralStorage."},
    {"SnapStart", S_STRUCTURE(snap_start_response_result_members), 0, "Member SnapStart."},
    {"RuntimeVersionConfig", S_STRUCTURE(runtime_version_config_result_members), 0,
     "Member RuntimeVersionConfig."},
    {"LoggingConfig", S_STRUCTURE(logging_config_result_members), 0, "Member LoggingConfig."},
    {"TenancyConfig", S_STRUCTURE(tenancy_config_result_members), 0, "Member TenancyConfig."},
    {"CapacityProviderConfig", S_STRUCTURE(capacity_provider_config_result_members), 0,
     "Member CapacityProviderConfig."},
    {"ConfigSha256", S_STRING, 0, "Member ConfigSha256."},
    {"DurableConfig", S_STRUCTURE(durable_config_result_members), 0, "Member DurableConfig."},
    {"RuntimeConfig", S_STRUCTURE(function_runtime_config_result_members), 0,
     "Member RuntimeConfig."},
    {"AcceleratorConfig", S_STRUCTURE(accelerator_config_result_members), 0,
     "Member AcceleratorConfig."},
    {.name = NULL},
};
const struct lambda_place get_function_configuration_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
const struct slrun_param get_function_event_invoke_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST."},
    {.name = NULL},
};
const struct slrun_param get_function_event_invoke_config_result[] = {
    {"LastModified", S_TIMESTAMP, 0, "Member LastModified."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Further attempts after an error."},
    {"MaximumEventAgeInSeconds", S_INTEGER, 0,
     "Seconds after which an event is given up, 60 to 21,600."},
    {"DestinationConfig", S_STRUCTURE(destination_config_result_members), 0,
     "Where results of invocations go."},
    {.name = NULL},
};
const struct lambda_place get_function_event_invoke_config_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
const struct slrun_param get_function_recursion_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {.name = NULL},
};
const struct slrun_param get_function_recursion_config_result[] = {
    {"RecursiveLoop", S_STRING, 0, "Member RecursiveLoop."},
    {.name = NULL},
};
const struct slrun_param get_function_url_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST."},
    {.name = NULL},
};
const struct slrun_param get_function_url_config_result[] = {
    {"FunctionUrl", S_STRING, 0, "Member FunctionUrl."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"AuthType", S_STRING, 0, "Member AuthType."},
    {"Cors", S_STRUCTURE(cors_result_members), 0, "Member Cors."},
    {"CreationTime", S_STRING, 0, "Member CreationTime."},
    {"LastModifiedTime", S_STRING, 0, "Member LastModifiedTime."},
    {"InvokeMode", S_STRING, 0, "Member InvokeMode."},
    {.name = NULL},
};
const struct lambda_place get_function_url_config_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
const struct slrun_param get_layer_version_params[] = {
    {"LayerName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the layer."},
    {"VersionNumber", S_INTEGER, SLRUN_REQUIRED, "Number of the layer version."},
    {.name = NULL},
};
static const struct slrun_param layer_version_content_output_result_members[] = {
    {"Location", S_STRING, 0, "Member Location."},
    {"CodeSha256", S_STRING, 0, "Member CodeSha256."},
    {"CodeSize", S_INTEGER, 0, "Member CodeSize."},
    {"SigningProfileVersionArn", S_STRING, 0, "Member SigningProfileVersionArn."},
    {"SigningJobArn", S_STRING, 0, "Member SigningJobArn."},
    {"ResolvedS3Object", S_STRUCTURE(resolved_s3_object_result_members), 0,
     "Member ResolvedS3Object."},
    {.name = NULL},
};
const struct slrun_param get_layer_version_result[] = {
    {"Content", S_STRUCTURE(layer_version_content_output_result_members), 0, "Member Content."},
    {"LayerArn", S_STRING, 0, "Member LayerArn."},
    {"LayerVersionArn", S_STRING, 0, "Member LayerVersionArn."},
    {"Description", S_STRING, 0, "Member Description."},
    {"CreatedDate", S_STRING, 0, "Member CreatedDate."},
    {"Version", S_INTEGER, 0, "Member Version."},
    {"CompatibleArchitectures", S_LIST(shape_string), 0, "Member CompatibleArchitectures."},
    {"CompatibleRuntimes", S_LIST(shape_string), 0, "Member CompatibleRuntimes."},
    {"LicenseInfo", S_STRING, 0, "Member LicenseInfo."},
    {.name = NULL},
};
const struct slrun_param get_layer_version_by_arn_params[] = {
    {"Arn", S_STRING, SLRUN_REQUIRED, "Member Arn."},
    {.name = NULL},
};
const struct slrun_param get_layer_version_by_arn_result[] = {
    {"Content", S_STRUCTURE(layer_version_content_output_result_members), 0, "Member Content."},
    {"LayerArn", S_STRING, 0, "Member LayerArn."},
    {"LayerVersionArn", S_STRING, 0, "Member LayerVersionArn."},
    {"Description", S_STRING, 0, "Member Description."},
    {"CreatedDate", S_STRING, 0, "Member CreatedDate."},
    {"Version", S_INTEGER, 0, "Member Version."},
    {"CompatibleArchitectures", S_LIST(shape_string), 0, "Member CompatibleArchitectures."},
    {"CompatibleRuntimes", S_LIST(shape_string), 0, "Member CompatibleRuntimes."},
    {"LicenseInfo", S_STRING, 0, "Member LicenseInfo."},
    {.name = NULL},
};
const struct lambda_place get_layer_version_by_arn_places[] = {
    {"Arn", LAMBDA_QUERY, "Arn"},
    {.member = NULL},
};
const struct slrun_param get_layer_version_policy_params[] = {
    {"LayerName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the layer."},
    {"VersionNumber", S_INTEGER, SLRUN_REQUIRED, "Number of the layer version."},
    {.name = NULL},
};
const struct slrun_param get_layer_version_policy_result[] = {
    {"Policy", S_STRING, 0, "Member Policy."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {.name = NULL},
};
const struct slrun_param get_policy_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST."},
    {.name = NULL},
};
const struct slrun_param get_policy_result[] = {
    {"Policy", S_STRING, 0, "Member Policy."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {.name = NULL},
};
const struct lambda_place get_policy_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
const struct slrun_param get_provisioned_concurrency_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, SLRUN_REQUIRED, "A version, an alias or $LATEST."},
    {.name = NULL},
};
const struct slrun_param get_provisioned_concurrency_config_result[] = {
    {"RequestedProvisionedConcurrentExecutions", S_INTEGER, 0,
     "Member RequestedProvisionedConcurrentExecutions."},
    {"AvailableProvisionedConcurrentExecutions", S_INTEGER, 0,
     "Member AvailableProvisionedConcurrentExecutions."},
    {"AllocatedProvisionedConcurrentExecutions", S_INTEGER, 0,
     "Member AllocatedProvisionedConcurrentExecutions."},
    {"Status", S_STRING, 0, "Member Status."},
    {"StatusReason", S_STRING, 0, "Member StatusReason."},
    {"LastModified", S_STRING, 0, "Member LastModified."},
    {.name = NULL},
};
const struct lambda_place get_provisioned_concurrency_config_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
const struct slrun_param get_runtime_management_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST."},
    {.name = NULL},
};
const struct slrun_param get_runtime_management_config_result[] = {
    {"UpdateRuntimeOn", S_STRING, 0, "Member UpdateRuntimeOn."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"RuntimeVersionArn", S_STRING, 0, "Member RuntimeVersionArn."},
    {.name = NULL},
};
const struct lambda_place get_runtime_management_config_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
static const char *const words_invocation_type[] = {"Event", "RequestResponse", "DryRun", NULL};
static const char *const words_log_type[] = {"None", "Tail", NULL};
const struct slrun_param invoke_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"InvocationType", S_WORD(words_invocation_type), 0,
     "RequestResponse (waits), Event (does not) or DryRun."},
    {"LogType", S_WORD(words_log_type), 0,
     "Tail: the last 4 KB of the log come back in LogResult."},
    {"ClientContext", S_STRING, 0,
     "What the handler gets as client_context: base64 of JSON, at most 3,583 bytes."},
    {"DurableExecutionName", S_STRING, 0, "Member DurableExecutionName."},
    {"Payload", S_DOCUMENT, 0, "The event: a table is sent as JSON, a string as it stands."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST."},
    {"TenantId", S_STRING, 0, "Member TenantId."},
    {.name = NULL},
};
const struct slrun_param invoke_result[] = {
    {"StatusCode", S_INTEGER, 0, "HTTP status: 200, 202 for Event, 204 for DryRun."},
    {"FunctionError", S_STRING, 0,
     "There if the handler failed: Handled or Unhandled; Payload says how."},
    {"LogResult", S_STRING, 0, "The last 4 KB of the log, as text."},
    {"Payload", S_DOCUMENT, 0, "The event: a table is sent as JSON, a string as it stands."},
    {"ExecutedVersion", S_STRING, 0, "The version that ran."},
    {"DurableExecutionArn", S_STRING, 0, "Member DurableExecutionArn."},
    {.name = NULL},
};
const struct lambda_place invoke_places[] = {
    {"InvocationType", LAMBDA_HEADER, "X-Amz-Invocation-Type"},
    {"LogType", LAMBDA_HEADER, "X-Amz-Log-Type"},
    {"ClientContext", LAMBDA_HEADER, "X-Amz-Client-Context"},
    {"DurableExecutionName", LAMBDA_HEADER, "X-Amz-Durable-Execution-Name"},
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {"TenantId", LAMBDA_HEADER, "X-Amz-Tenant-Id"},
    {.member = NULL},
};
const struct slrun_param list_aliases_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"FunctionVersion", S_STRING, 0, "The version that the alias stands for."},
    {"Marker", S_STRING, 0, "Where the page before ended."},
    {"MaxItems", S_INTEGER, 0, "Most items of a page."},
    {.name = NULL},
};
static const struct slrun_param alias_configuration_result_members[] = {
    {"AliasArn", S_STRING, 0, "Member AliasArn."},
    {"Name", S_STRING, 0, "Member Name."},
    {"FunctionVersion", S_STRING, 0, "The version that the alias stands for."},
    {"Description", S_STRING, 0, "Member Description."},
    {"RoutingConfig", S_STRUCTURE(alias_routing_configuration_result_members), 0,
     "A second version and its share of the invocations."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_alias_configuration_result_members =
    S_STRUCTURE(alias_configuration_result_members);
const struct slrun_param list_aliases_result[] = {
    {"NextMarker", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"Aliases", S_LIST(shape_structure_alias_configuration_result_members), 0, "Member Aliases."},
    {.name = NULL},
};
const struct lambda_place list_aliases_places[] = {
    {"FunctionVersion", LAMBDA_QUERY, "FunctionVersion"},
    {"Marker", LAMBDA_QUERY, "Marker"},
    {"MaxItems", LAMBDA_QUERY, "MaxItems"},
    {.member = NULL},
};
const struct slrun_param list_event_source_mappings_params[] = {
    {"EventSourceArn", S_STRING, 0, "ARN of the queue or stream."},
    {"FunctionName", S_STRING, 0, "Name or ARN of the function, with or without a qualifier."},
    {"Marker", S_STRING, 0, "Where the page before ended."},
    {"MaxItems", S_INTEGER, 0, "Most items of a page."},
    {.name = NULL},
};
static const struct slrun_param event_source_mapping_configuration_result_members[] = {
    {"UUID", S_STRING, 0, "Id of the event source mapping."},
    {"StartingPosition", S_STRING, 0, "Member StartingPosition."},
    {"StartingPositionTimestamp", S_TIMESTAMP, 0, "Member StartingPositionTimestamp."},
    {"BatchSize", S_INTEGER, 0, "Most records of one invocation."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "Member MaximumBatchingWindowInSeconds."},
    {"ParallelizationFactor", S_INTEGER, 0, "Member ParallelizationFactor."},
    {"EventSourceArn", S_STRING, 0, "ARN of the queue or stream."},
    {"FilterCriteria", S_STRUCTURE(filter_criteria_result_members), 0, "Member FilterCriteria."},
    {"FilterCriteriaError", S_STRUCTURE(filter_criteria_error_result_members), 0,
     "Member FilterCriteriaError."},
    {"KMSKeyArn", S_STRING, 0, "Member KMSKeyArn."},
    {"MetricsConfig", S_STRUCTURE(event_source_mapping_metrics_config_result_members), 0,
     "Member MetricsConfig."},
    {"LoggingConfig", S_STRUCTURE(event_source_mapping_logging_config_result_members), 0,
     "Member LoggingConfig."},
    {"ScalingConfig", S_STRUCTURE(scaling_config_result_members), 0, "Member ScalingConfig."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"LastModified", S_TIMESTAMP, 0, "Member LastModified."},
    {"LastProcessingResult", S_STRING, 0, "Member LastProcessingResult."},
    {"State", S_STRING, 0, "Member State."},
    {"StateTransitionReason", S_STRING, 0, "Member StateTransitionReason."},
    {"DestinationConfig", S_STRUCTURE(destination_config_result_members), 0,
     "Where results of invocations go."},
    {"Topics", S_LIST(shape_string), 0, "Member Topics."},
    {"Queues", S_LIST(shape_string), 0, "Member Queues."},
    {"SourceAccessConfigurations",
     S_LIST(shape_structure_source_access_configuration_result_members), 0,
     "Member SourceAccessConfigurations."},
    {"SelfManagedEventSource", S_STRUCTURE(self_managed_event_source_result_members), 0,
     "Member SelfManagedEventSource."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0, "Member MaximumRecordAgeInSeconds."},
    {"BisectBatchOnFunctionError", S_BOOLEAN, 0, "Member BisectBatchOnFunctionError."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Further attempts after an error."},
    {"TumblingWindowInSeconds", S_INTEGER, 0, "Member TumblingWindowInSeconds."},
    {"FunctionResponseTypes", S_LIST(shape_string), 0, "Member FunctionResponseTypes."},
    {"AmazonManagedKafkaEventSourceConfig",
     S_STRUCTURE(amazon_managed_kafka_event_source_config_result_members), 0,
     "Member AmazonManagedKafkaEventSourceConfig."},
    {"SelfManagedKafkaEventSourceConfig",
     S_STRUCTURE(self_managed_kafka_event_source_config_result_members), 0,
     "Member SelfManagedKafkaEventSourceConfig."},
    {"DocumentDBEventSourceConfig", S_STRUCTURE(document_db_event_source_config_result_members), 0,
     "Member DocumentDBEventSourceConfig."},
    {"EventSourceMappingArn", S_STRING, 0, "Member EventSourceMappingArn."},
    {"ProvisionedPollerConfig", S_STRUCTURE(provisioned_poller_config_result_members), 0,
     "Member ProvisionedPollerConfig."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_event_source_mapping_configuration_result_members =
    S_STRUCTURE(event_source_mapping_configuration_result_members);
const struct slrun_param list_event_source_mappings_result[] = {
    {"NextMarker", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"EventSourceMappings",
     S_LIST(shape_structure_event_source_mapping_configuration_result_members), 0,
     "Member EventSourceMappings."},
    {.name = NULL},
};
const struct lambda_place list_event_source_mappings_places[] = {
    {"EventSourceArn", LAMBDA_QUERY, "EventSourceArn"},
    {"FunctionName", LAMBDA_QUERY, "FunctionName"},
    {"Marker", LAMBDA_QUERY, "Marker"},
    {"MaxItems", LAMBDA_QUERY, "MaxItems"},
    {.member = NULL},
};
const struct slrun_param list_function_event_invoke_configs_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Marker", S_STRING, 0, "Where the page before ended."},
    {"MaxItems", S_INTEGER, 0, "Most items of a page."},
    {.name = NULL},
};
static const struct slrun_param function_event_invoke_config_result_members[] = {
    {"LastModified", S_TIMESTAMP, 0, "Member LastModified."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Further attempts after an error."},
    {"MaximumEventAgeInSeconds", S_INTEGER, 0,
     "Seconds after which an event is given up, 60 to 21,600."},
    {"DestinationConfig", S_STRUCTURE(destination_config_result_members), 0,
     "Where results of invocations go."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_function_event_invoke_config_result_members =
    S_STRUCTURE(function_event_invoke_config_result_members);
const struct slrun_param list_function_event_invoke_configs_result[] = {
    {"FunctionEventInvokeConfigs",
     S_LIST(shape_structure_function_event_invoke_config_result_members), 0,
     "Member FunctionEventInvokeConfigs."},
    {"NextMarker", S_STRING, 0, "Where the next page begins; absent on the last."},
    {.name = NULL},
};
const struct lambda_place list_function_event_invoke_configs_places[] = {
    {"Marker", LAMBDA_QUERY, "Marker"},
    {"MaxItems", LAMBDA_QUERY, "MaxItems"},
    {.member = NULL},
};
const struct slrun_param list_function_url_configs_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Marker", S_STRING, 0, "Where the page before ended."},
    {"MaxItems", S_INTEGER, 0, "Most items of a page."},
    {.name = NULL},
};
static const struct slrun_param function_url_config_result_members[] = {
    {"FunctionUrl", S_STRING, 0, "Member FunctionUrl."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"CreationTime", S_STRING, 0, "Member CreationTime."},
    {"LastModifiedTime", S_STRING, 0, "Member LastModifiedTime."},
    {"Cors", S_STRUCTURE(cors_result_members), 0, "Member Cors."},
    {"AuthType", S_STRING, 0, "Member AuthType."},
    {"InvokeMode", S_STRING, 0, "Member InvokeMode."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_function_url_config_result_members =
    S_STRUCTURE(function_url_config_result_members);
const struct slrun_param list_function_url_configs_result[] = {
    {"FunctionUrlConfigs", S_LIST(shape_structure_function_url_config_result_members), 0,
     "Member FunctionUrlConfigs."},
    {"NextMarker", S_STRING, 0, "Where the next page begins; absent on the last."},
    {.name = NULL},
};
const struct lambda_place list_function_url_configs_places[] = {
    {"Marker", LAMBDA_QUERY, "Marker"},
    {"MaxItems", LAMBDA_QUERY, "MaxItems"},
    {.member = NULL},
};
static const char *const words_function_version[] = {"ALL", NULL};
const struct slrun_param list_functions_params[] = {
    {"MasterRegion", S_STRING, 0, "Member MasterRegion."},
    {"FunctionVersion", S_WORD(words_function_version), 0,
     "The version that the alias stands for."},
    {"Marker", S_STRING, 0, "Where the page before ended."},
    {"MaxItems", S_INTEGER, 0, "Most items of a page."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_function_configuration_result_members =
    S_STRUCTURE(function_configuration_result_members);
const struct slrun_param list_functions_result[] = {
    {"NextMarker", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"Functions", S_LIST(shape_structure_function_configuration_result_members), 0,
     "Member Functions."},
    {.name = NULL},
};
const struct lambda_place list_functions_places[] = {
    {"MasterRegion", LAMBDA_QUERY, "MasterRegion"},
    {"FunctionVersion", LAMBDA_QUERY, "FunctionVersion"},
    {"Marker", LAMBDA_QUERY, "Marker"},
    {"MaxItems", LAMBDA_QUERY, "MaxItems"},
    {.member = NULL},
};
const struct slrun_param list_layer_versions_params[] = {
    {"CompatibleArchitecture", S_WORD(words_architecture), 0, "Member CompatibleArchitecture."},
    {"CompatibleRuntime", S_STRING, 0, "Member CompatibleRuntime."},
    {"LayerName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the layer."},
    {"Marker", S_STRING, 0, "Where the page before ended."},
    {"MaxItems", S_INTEGER, 0, "Most items of a page."},
    {.name = NULL},
};
static const struct slrun_param layer_versions_list_item_result_members[] = {
    {"LayerVersionArn", S_STRING, 0, "Member LayerVersionArn."},
    {"Version", S_INTEGER, 0, "Member Version."},
    {"Description", S_STRING, 0, "Member Description."},
    {"CreatedDate", S_STRING, 0, "Member CreatedDate."},
    {"CompatibleArchitectures", S_LIST(shape_string), 0, "Member CompatibleArchitectures."},
    {"CompatibleRuntimes", S_LIST(shape_string), 0, "Member CompatibleRuntimes."},
    {"LicenseInfo", S_STRING, 0, "Member LicenseInfo."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_layer_versions_list_item_result_members =
    S_STRUCTURE(layer_versions_list_item_result_members);
const struct slrun_param list_layer_versions_result[] = {
    {"NextMarker", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"LayerVersions", S_LIST(shape_structure_layer_versions_list_item_result_members), 0,
     "Member LayerVersions."},
    {.name = NULL},
};
const struct lambda_place list_layer_versions_places[] = {
    {"CompatibleArchitecture", LAMBDA_QUERY, "CompatibleArchitecture"},
    {"CompatibleRuntime", LAMBDA_QUERY, "CompatibleRuntime"},
    {"Marker", LAMBDA_QUERY, "Marker"},
    {"MaxItems", LAMBDA_QUERY, "MaxItems"},
    {.member = NULL},
};
const struct slrun_param list_layers_params[] = {
    {"CompatibleArchitecture", S_WORD(words_architecture), 0, "Member CompatibleArchitecture."},
    {"CompatibleRuntime", S_STRING, 0, "Member CompatibleRuntime."},
    {"Marker", S_STRING, 0, "Where the page before ended."},
    {"MaxItems", S_INTEGER, 0, "Most items of a page."},
    {.name = NULL},
};
static const struct slrun_param layers_list_item_result_members[] = {
    {"LayerName", S_STRING, 0, "Name or ARN of the layer."},
    {"LayerArn", S_STRING, 0, "Member LayerArn."},
    {"LatestMatchingVersion", S_STRUCTURE(layer_versions_list_item_result_members), 0,
     "Member LatestMatchingVersion."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_layers_list_item_result_members =
    S_STRUCTURE(layers_list_item_result_members);
const struct slrun_param list_layers_result[] = {
    {"NextMarker", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"Layers", S_LIST(shape_structure_layers_list_item_result_members), 0,
     "ARNs of layer versions."},
    {.name = NULL},
};
const struct lambda_place list_layers_places[] = {
    {"CompatibleArchitecture", LAMBDA_QUERY, "CompatibleArchitecture"},
    {"CompatibleRuntime", LAMBDA_QUERY, "CompatibleRuntime"},
    {"Marker", LAMBDA_QUERY, "Marker"},
    {"MaxItems", LAMBDA_QUERY, "MaxItems"},
    {.member = NULL},
};
const struct slrun_param list_provisioned_concurrency_configs_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Marker", S_STRING, 0, "Where the page before ended."},
    {"MaxItems", S_INTEGER, 0, "Most items of a page."},
    {.name = NULL},
};
static const struct slrun_param provisioned_concurrency_config_list_item_result_members[] = {
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"RequestedProvisionedConcurrentExecutions", S_INTEGER, 0,
     "Member RequestedProvisionedConcurrentExecutions."},
    {"AvailableProvisionedConcurrentExecutions", S_INTEGER, 0,
     "Member AvailableProvisionedConcurrentExecutions."},
    {"AllocatedProvisionedConcurrentExecutions", S_INTEGER, 0,
     "Member AllocatedProvisionedConcurrentExecutions."},
    {"Status", S_STRING, 0, "Member Status."},
    {"StatusReason", S_STRING, 0, "Member StatusReason."},
    {"LastModified", S_STRING, 0, "Member LastModified."},
    {.name = NULL},
};
static const struct slrun_shape
    shape_structure_provisioned_concurrency_config_list_item_result_members =
        S_STRUCTURE(provisioned_concurrency_config_list_item_result_members);
const struct slrun_param list_provisioned_concurrency_configs_result[] = {
    {"ProvisionedConcurrencyConfigs",
     S_LIST(shape_structure_provisioned_concurrency_config_list_item_result_members), 0,
     "Member ProvisionedConcurrencyConfigs."},
    {"NextMarker", S_STRING, 0, "Where the next page begins; absent on the last."},
    {.name = NULL},
};
const struct lambda_place list_provisioned_concurrency_configs_places[] = {
    {"Marker", LAMBDA_QUERY, "Marker"},
    {"MaxItems", LAMBDA_QUERY, "MaxItems"},
    {.member = NULL},
};
const struct slrun_param list_tags_params[] = {
    {"Resource", S_STRING, SLRUN_REQUIRED, "ARN of what has the tags."},
    {.name = NULL},
};
const struct slrun_param list_tags_result[] = {
    {"Tags", S_MAP(shape_string), 0, "Names and values."},
    {.name = NULL},
};
const struct slrun_param list_versions_by_function_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Marker", S_STRING, 0, "Where the page before ended."},
    {"MaxItems", S_INTEGER, 0, "Most items of a page."},
    {.name = NULL},
};
const struct slrun_param list_versions_by_function_result[] = {
    {"NextMarker", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"Versions", S_LIST(shape_structure_function_configuration_result_members), 0,
     "Member Versions."},
    {.name = NULL},
};
const struct lambda_place list_versions_by_function_places[] = {
    {"Marker", LAMBDA_QUERY, "Marker"},
    {"MaxItems", LAMBDA_QUERY, "MaxItems"},
    {.member = NULL},
};
static const struct slrun_param layer_version_content_input_members[] = {
    {"S3Bucket", S_STRING, 0, "Member S3Bucket."},
    {"S3Key", S_STRING, 0, "Member S3Key."},
    {"S3ObjectVersion", S_STRING, 0, "Member S3ObjectVersion."},
    {"S3ObjectStorageMode", S_WORD(words_s3_object_storage_mode), 0, "Member S3ObjectStorageMode."},
    {"ZipFile", S_BLOB, 0, "Bytes of a zip archive."},
    {"Directory", S_STRING, 0, "Local cloud only: a directory of this machine with the content."},
    {.name = NULL},
};
const struct slrun_param publish_layer_version_params[] = {
    {"LayerName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the layer."},
    {"Description", S_STRING, 0, "Member Description."},
    {"Content", S_STRUCTURE(layer_version_content_input_members), SLRUN_REQUIRED,
     "Member Content."},
    {"CompatibleArchitectures", S_LIST(shape_word_words_architecture), 0,
     "Member CompatibleArchitectures."},
    {"CompatibleRuntimes", S_LIST(shape_string), 0, "Member CompatibleRuntimes."},
    {"LicenseInfo", S_STRING, 0, "Member LicenseInfo."},
    {.name = NULL},
};
const struct slrun_param publish_layer_version_result[] = {
    {"Content", S_STRUCTURE(layer_version_content_output_result_members), 0, "Member Content."},
    {"LayerArn", S_STRING, 0, "Member LayerArn."},
    {"LayerVersionArn", S_STRING, 0, "Member LayerVersionArn."},
    {"Description", S_STRING, 0, "Member Description."},
    {"CreatedDate", S_STRING, 0, "Member CreatedDate."},
    {"Version", S_INTEGER, 0, "Member Version."},
    {"CompatibleArchitectures", S_LIST(shape_string), 0, "Member CompatibleArchitectures."},
    {"CompatibleRuntimes", S_LIST(shape_string), 0, "Member CompatibleRuntimes."},
    {"LicenseInfo", S_STRING, 0, "Member LicenseInfo."},
    {.name = NULL},
};
const struct slrun_param publish_version_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"CodeSha256", S_STRING, 0, "Member CodeSha256."},
    {"Description", S_STRING, 0, "Member Description."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {"PublishTo", S_WORD(words_function_version_latest_published), 0, "Member PublishTo."},
    {.name = NULL},
};
const struct slrun_param publish_version_result[] = {
    {"FunctionName", S_STRING, 0, "Name or ARN of the function, with or without a qualifier."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"Runtime", S_STRING, 0, "\"python3.12\", \"nodejs22.x\", \"provided.al2023\" and the like."},
    {"Role", S_STRING, 0, "ARN of the role that the function has."},
    {"Handler", S_STRING, 0, "What is called: \"file.function\"."},
    {"CodeSize", S_INTEGER, 0, "Member CodeSize."},
    {"Description", S_STRING, 0, "Member Description."},
    {"Timeout", S_INTEGER, 0, "Seconds that an invocation may take, 1 to 900; 3 unless given."},
    {"MemorySize", S_INTEGER, 0, "MB, 128 to 10,240; 128 unless given."},
    {"LastModified", S_STRING, 0, "Member LastModified."},
    {"CodeSha256", S_STRING, 0, "Member CodeSha256."},
    {"Version", S_STRING, 0, "Member Version."},
    {"VpcConfig", S_STRUCTURE(vpc_config_response_result_members), 0, "Member VpcConfig."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_result_members), 0,
     "Where events go that could not be handled."},
    {"Environment", S_STRUCTURE(environment_response_result_members), 0, "Environment variables."},
    {"KMSKeyArn", S_STRING, 0, "Member KMSKeyArn."},
    {"TracingConfig", S_STRUCTURE(tracing_config_response_result_members), 0,
     "Member TracingConfig."},
    {"MasterArn", S_STRING, 0, "Member MasterArn."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {"Layers", S_LIST(shape_structure_layer_result_members), 0, "ARNs of layer versions."},
    {"State", S_STRING, 0, "Member State."},
    {"StateReason", S_STRING, 0, "Member StateReason."},
    {"StateReasonCode", S_STRING, 0, "Member StateReasonCode."},
    {"LastUpdateStatus", S_STRING, 0, "Member LastUpdateStatus."},
    {"LastUpdateStatusReason", S_STRING, 0, "Member LastUpdateStatusReason."},
    {"LastUpdateStatusReasonCode", S_STRING, 0, "Member LastUpdateStatusReasonCode."},
    {"FileSystemConfigs", S_LIST(shape_structure_file_system_config_result_members), 0,
     "Member FileSystemConfigs."},
    {"SigningProfileVersionArn", S_STRING, 0, "Member SigningProfileVersionArn."},
    {"SigningJobArn", S_STRING, 0, "Member SigningJobArn."},
    {"PackageType", S_STRING, 0, "Member PackageType."},
    {"ImageConfigResponse", S_STRUCTURE(image_config_response_result_members), 0,
     "Member ImageConfigResponse."},
    {"Architectures", S_LIST(shape_string), 0, "Member Architectures."},
    {"EphemeralStorage", S_STRUCTURE(ephemeral_storage_result_members), 0,
     "Member EphemeralStorage."},
    {"SnapStart", S_STRUCTURE(snap_start_response_result_members), 0, "Member SnapStart."},
    {"RuntimeVersionConfig", S_STRUCTURE(runtime_version_config_result_members), 0,
     "Member RuntimeVersionConfig."},
    {"LoggingConfig", S_STRUCTURE(logging_config_result_members), 0, "Member LoggingConfig."},
    {"TenancyConfig", S_STRUCTURE(tenancy_config_result_members), 0, "Member TenancyConfig."},
    {"CapacityProviderConfig", S_STRUCTURE(capacity_provider_config_result_members), 0,
     "Member CapacityProviderConfig."},
    {"ConfigSha256", S_STRING, 0, "Member ConfigSha256."},
    {"DurableConfig", S_STRUCTURE(durable_config_result_members), 0, "Member DurableConfig."},
    {"RuntimeConfig", S_STRUCTURE(function_runtime_config_result_members), 0,
     "Member RuntimeConfig."},
    {"AcceleratorConfig", S_STRUCTURE(accelerator_config_result_members), 0,
     "Member AcceleratorConfig."},
    {.name = NULL},
};
const struct slrun_param put_function_concurrency_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"ReservedConcurrentExecutions", S_INTEGER, SLRUN_REQUIRED, "Invocations at once, at most."},
    {.name = NULL},
};
const struct slrun_param put_function_concurrency_result[] = {
    {"ReservedConcurrentExecutions", S_INTEGER, 0, "Invocations at once, at most."},
    {.name = NULL},
};
const struct slrun_param put_function_event_invoke_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Further attempts after an error."},
    {"MaximumEventAgeInSeconds", S_INTEGER, 0,
     "Seconds after which an event is given up, 60 to 21,600."},
    {"DestinationConfig", S_STRUCTURE(destination_config_members), 0,
     "Where results of invocations go."},
    {.name = NULL},
};
const struct slrun_param put_function_event_invoke_config_result[] = {
    {"LastModified", S_TIMESTAMP, 0, "Member LastModified."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Further attempts after an error."},
    {"MaximumEventAgeInSeconds", S_INTEGER, 0,
     "Seconds after which an event is given up, 60 to 21,600."},
    {"DestinationConfig", S_STRUCTURE(destination_config_result_members), 0,
     "Where results of invocations go."},
    {.name = NULL},
};
const struct lambda_place put_function_event_invoke_config_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
static const char *const words_recursive_loop[] = {"Terminate", "Allow", NULL};
const struct slrun_param put_function_recursion_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"RecursiveLoop", S_WORD(words_recursive_loop), SLRUN_REQUIRED, "Member RecursiveLoop."},
    {.name = NULL},
};
const struct slrun_param put_function_recursion_config_result[] = {
    {"RecursiveLoop", S_STRING, 0, "Member RecursiveLoop."},
    {.name = NULL},
};
const struct slrun_param put_provisioned_concurrency_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, SLRUN_REQUIRED, "A version, an alias or $LATEST."},
    {"ProvisionedConcurrentExecutions", S_INTEGER, SLRUN_REQUIRED,
     "Member ProvisionedConcurrentExecutions."},
    {.name = NULL},
};
const struct slrun_param put_provisioned_concurrency_config_result[] = {
    {"RequestedProvisionedConcurrentExecutions", S_INTEGER, 0,
     "Member RequestedProvisionedConcurrentExecutions."},
    {"AllocatedProvisionedConcurrentExecutions", S_INTEGER, 0,
     "Member AllocatedProvisionedConcurrentExecutions."},
    {"AvailableProvisionedConcurrentExecutions", S_INTEGER, 0,
     "Member AvailableProvisionedConcurrentExecutions."},
    {"Status", S_STRING, 0, "Member Status."},
    {"StatusReason", S_STRING, 0, "Member StatusReason."},
    {"LastModified", S_STRING, 0, "Member LastModified."},
    {.name = NULL},
};
const struct lambda_place put_provisioned_concurrency_config_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
static const char *const words_update_runtime_on[] = {"Auto", "Manual", "FunctionUpdate", NULL};
const struct slrun_param put_runtime_management_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST."},
    {"UpdateRuntimeOn", S_WORD(words_update_runtime_on), SLRUN_REQUIRED, "Member UpdateRuntimeOn."},
    {"RuntimeVersionArn", S_STRING, 0, "Member RuntimeVersionArn."},
    {.name = NULL},
};
const struct slrun_param put_runtime_management_config_result[] = {
    {"UpdateRuntimeOn", S_STRING, 0, "Member UpdateRuntimeOn."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"RuntimeVersionArn", S_STRING, 0, "Member RuntimeVersionArn."},
    {.name = NULL},
};
const struct lambda_place put_runtime_management_config_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
const struct slrun_param remove_layer_version_permission_params[] = {
    {"LayerName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the layer."},
    {"VersionNumber", S_INTEGER, SLRUN_REQUIRED, "Number of the layer version."},
    {"StatementId", S_STRING, SLRUN_REQUIRED, "Id of the statement in the policy."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {.name = NULL},
};
const struct lambda_place remove_layer_version_permission_places[] = {
    {"RevisionId", LAMBDA_QUERY, "RevisionId"},
    {.member = NULL},
};
const struct slrun_param remove_permission_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"StatementId", S_STRING, SLRUN_REQUIRED, "Id of the statement in the policy."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {.name = NULL},
};
const struct lambda_place remove_permission_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {"RevisionId", LAMBDA_QUERY, "RevisionId"},
    {.member = NULL},
};
const struct slrun_param tag_resource_params[] = {
    {"Resource", S_STRING, SLRUN_REQUIRED, "ARN of what has the tags."},
    {"Tags", S_MAP(shape_string), SLRUN_REQUIRED, "Names and values."},
    {.name = NULL},
};
const struct slrun_param untag_resource_params[] = {
    {"Resource", S_STRING, SLRUN_REQUIRED, "ARN of what has the tags."},
    {"TagKeys", S_LIST(shape_string), SLRUN_REQUIRED, "Names of tags."},
    {.name = NULL},
};
const struct lambda_place untag_resource_places[] = {
    {"TagKeys", LAMBDA_QUERY, "tagKeys"},
    {.member = NULL},
};
const struct slrun_param update_alias_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Name", S_STRING, SLRUN_REQUIRED, "Member Name."},
    {"FunctionVersion", S_STRING, 0, "The version that the alias stands for."},
    {"Description", S_STRING, 0, "Member Description."},
    {"RoutingConfig", S_STRUCTURE(alias_routing_configuration_members), 0,
     "A second version and its share of the invocations."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {.name = NULL},
};
const struct slrun_param update_alias_result[] = {
    {"AliasArn", S_STRING, 0, "Member AliasArn."},
    {"Name", S_STRING, 0, "Member Name."},
    {"FunctionVersion", S_STRING, 0, "The version that the alias stands for."},
    {"Description", S_STRING, 0, "Member Description."},
    {"RoutingConfig", S_STRUCTURE(alias_routing_configuration_result_members), 0,
     "A second version and its share of the invocations."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {.name = NULL},
};
const struct slrun_param update_event_source_mapping_params[] = {
    {"UUID", S_STRING, SLRUN_REQUIRED, "Id of the event source mapping."},
    {"FunctionName", S_STRING, 0, "Name or ARN of the function, with or without a qualifier."},
    {"Enabled", S_BOOLEAN, 0, "Member Enabled."},
    {"BatchSize", S_INTEGER, 0, "Most records of one invocation."},
    {"FilterCriteria", S_STRUCTURE(filter_criteria_members), 0, "Member FilterCriteria."},
    {"KMSKeyArn", S_STRING, 0, "Member KMSKeyArn."},
    {"MetricsConfig", S_STRUCTURE(event_source_mapping_metrics_config_members), 0,
     "Member MetricsConfig."},
    {"LoggingConfig", S_STRUCTURE(event_source_mapping_logging_config_members), 0,
     "Member LoggingConfig."},
    {"ScalingConfig", S_STRUCTURE(scaling_config_members), 0, "Member ScalingConfig."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "Member MaximumBatchingWindowInSeconds."},
    {"ParallelizationFactor", S_INTEGER, 0, "Member ParallelizationFactor."},
    {"DestinationConfig", S_STRUCTURE(destination_config_members), 0,
     "Where results of invocations go."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0, "Member MaximumRecordAgeInSeconds."},
    {"BisectBatchOnFunctionError", S_BOOLEAN, 0, "Member BisectBatchOnFunctionError."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Further attempts after an error."},
    {"TumblingWindowInSeconds", S_INTEGER, 0, "Member TumblingWindowInSeconds."},
    {"SourceAccessConfigurations", S_LIST(shape_structure_source_access_configuration_members), 0,
     "Member SourceAccessConfigurations."},
    {"FunctionResponseTypes", S_LIST(shape_word_words_function_response_type), 0,
     "Member FunctionResponseTypes."},
    {"AmazonManagedKafkaEventSourceConfig",
     S_STRUCTURE(amazon_managed_kafka_event_source_config_members), 0,
     "Member AmazonManagedKafkaEventSourceConfig."},
    {"SelfManagedKafkaEventSourceConfig",
     S_STRUCTURE(self_managed_kafka_event_source_config_members), 0,
     "Member SelfManagedKafkaEventSourceConfig."},
    {"DocumentDBEventSourceConfig", S_STRUCTURE(document_db_event_source_config_members), 0,
     "Member DocumentDBEventSourceConfig."},
    {"ProvisionedPollerConfig", S_STRUCTURE(provisioned_poller_config_members), 0,
     "Member ProvisionedPollerConfig."},
    {.name = NULL},
};
const struct slrun_param update_event_source_mapping_result[] = {
    {"UUID", S_STRING, 0, "Id of the event source mapping."},
    {"StartingPosition", S_STRING, 0, "Member StartingPosition."},
    {"StartingPositionTimestamp", S_TIMESTAMP, 0, "Member StartingPositionTimestamp."},
    {"BatchSize", S_INTEGER, 0, "Most records of one invocation."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "Member MaximumBatchingWindowInSeconds."},
    {"ParallelizationFactor", S_INTEGER, 0, "Member ParallelizationFactor."},
    {"EventSourceArn", S_STRING, 0, "ARN of the queue or stream."},
    {"FilterCriteria", S_STRUCTURE(filter_criteria_result_members), 0, "Member FilterCriteria."},
    {"FilterCriteriaError", S_STRUCTURE(filter_criteria_error_result_members), 0,
     "Member FilterCriteriaError."},
    {"KMSKeyArn", S_STRING, 0, "Member KMSKeyArn."},
    {"MetricsConfig", S_STRUCTURE(event_source_mapping_metrics_config_result_members), 0,
     "Member MetricsConfig."},
    {"LoggingConfig", S_STRUCTURE(event_source_mapping_logging_config_result_members), 0,
     "Member LoggingConfig."},
    {"ScalingConfig", S_STRUCTURE(scaling_config_result_members), 0, "Member ScalingConfig."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"LastModified", S_TIMESTAMP, 0, "Member LastModified."},
    {"LastProcessingResult", S_STRING, 0, "Member LastProcessingResult."},
    {"State", S_STRING, 0, "Member State."},
    {"StateTransitionReason", S_STRING, 0, "Member StateTransitionReason."},
    {"DestinationConfig", S_STRUCTURE(destination_config_result_members), 0,
     "Where results of invocations go."},
    {"Topics", S_LIST(shape_string), 0, "Member Topics."},
    {"Queues", S_LIST(shape_string), 0, "Member Queues."},
    {"SourceAccessConfigurations",
     S_LIST(shape_structure_source_access_configuration_result_members), 0,
     "Member SourceAccessConfigurations."},
    {"SelfManagedEventSource", S_STRUCTURE(self_managed_event_source_result_members), 0,
     "Member SelfManagedEventSource."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0, "Member MaximumRecordAgeInSeconds."},
    {"BisectBatchOnFunctionError", S_BOOLEAN, 0, "Member BisectBatchOnFunctionError."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Further attempts after an error."},
    {"TumblingWindowInSeconds", S_INTEGER, 0, "Member TumblingWindowInSeconds."},
    {"FunctionResponseTypes", S_LIST(shape_string), 0, "Member FunctionResponseTypes."},
    {"AmazonManagedKafkaEventSourceConfig",
     S_STRUCTURE(amazon_managed_kafka_event_source_config_result_members), 0,
     "Member AmazonManagedKafkaEventSourceConfig."},
    {"SelfManagedKafkaEventSourceConfig",
     S_STRUCTURE(self_managed_kafka_event_source_config_result_members), 0,
     "Member SelfManagedKafkaEventSourceConfig."},
    {"DocumentDBEventSourceConfig", S_STRUCTURE(document_db_event_source_config_result_members), 0,
     "Member DocumentDBEventSourceConfig."},
    {"EventSourceMappingArn", S_STRING, 0, "Member EventSourceMappingArn."},
    {"ProvisionedPollerConfig", S_STRUCTURE(provisioned_poller_config_result_members), 0,
     "Member ProvisionedPollerConfig."},
    {.name = NULL},
};
const struct slrun_param update_function_code_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"ZipFile", S_BLOB, 0, "Bytes of a zip archive."},
    {"S3Bucket", S_STRING, 0, "Member S3Bucket."},
    {"S3Key", S_STRING, 0, "Member S3Key."},
    {"S3ObjectVersion", S_STRING, 0, "Member S3ObjectVersion."},
    {"S3ObjectStorageMode", S_WORD(words_s3_object_storage_mode), 0, "Member S3ObjectStorageMode."},
    {"ImageUri", S_STRING, 0, "Member ImageUri."},
    {"Architectures", S_LIST(shape_word_words_architecture), 0, "Member Architectures."},
    {"Publish", S_BOOLEAN, 0, "Makes a version, too."},
    {"PublishTo", S_WORD(words_function_version_latest_published), 0, "Member PublishTo."},
    {"DryRun", S_BOOLEAN, 0, "Member DryRun."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {"SourceKMSKeyArn", S_STRING, 0, "Member SourceKMSKeyArn."},
    {"Directory", S_STRING, 0, "Local cloud only: a directory of this machine with the code."},
    {.name = NULL},
};
const struct slrun_param update_function_code_result[] = {
    {"FunctionName", S_STRING, 0, "Name or ARN of the function, with or without a qualifier."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"Runtime", S_STRING, 0, "\"python3.12\", \"nodejs22.x\", \"provided.al2023\" and the like."},
    {"Role", S_STRING, 0, "ARN of the role that the function has."},
    {"Handler", S_STRING, 0, "What is called: \"file.function\"."},
    {"CodeSize", S_INTEGER, 0, "Member CodeSize."},
    {"Description", S_STRING, 0, "Member Description."},
    {"Timeout", S_INTEGER, 0, "Seconds that an invocation may take, 1 to 900; 3 unless given."},
    {"MemorySize", S_INTEGER, 0, "MB, 128 to 10,240; 128 unless given."},
    {"LastModified", S_STRING, 0, "Member LastModified."},
    {"CodeSha256", S_STRING, 0, "Member CodeSha256."},
    {"Version", S_STRING, 0, "Member Version."},
    {"VpcConfig", S_STRUCTURE(vpc_config_response_result_members), 0, "Member VpcConfig."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_result_members), 0,
     "Where events go that could not be handled."},
    {"Environment", S_STRUCTURE(environment_response_result_members), 0, "Environment variables."},
    {"KMSKeyArn", S_STRING, 0, "Member KMSKeyArn."},
    {"TracingConfig", S_STRUCTURE(tracing_config_response_result_members), 0,
     "Member TracingConfig."},
    {"MasterArn", S_STRING, 0, "Member MasterArn."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {"Layers", S_LIST(shape_structure_layer_result_members), 0, "ARNs of layer versions."},
    {"State", S_STRING, 0, "Member State."},
    {"StateReason", S_STRING, 0, "Member StateReason."},
    {"StateReasonCode", S_STRING, 0, "Member StateReasonCode."},
    {"LastUpdateStatus", S_STRING, 0, "Member LastUpdateStatus."},
    {"LastUpdateStatusReason", S_STRING, 0, "Member LastUpdateStatusReason."},
    {"LastUpdateStatusReasonCode", S_STRING, 0, "Member LastUpdateStatusReasonCode."},
    {"FileSystemConfigs", S_LIST(shape_structure_file_system_config_result_members), 0,
     "Member FileSystemConfigs."},
    {"SigningProfileVersionArn", S_STRING, 0, "Member SigningProfileVersionArn."},
    {"SigningJobArn", S_STRING, 0, "Member SigningJobArn."},
    {"PackageType", S_STRING, 0, "Member PackageType."},
    {"ImageConfigResponse", S_STRUCTURE(image_config_response_result_members), 0,
     "Member ImageConfigResponse."},
    {"Architectures", S_LIST(shape_string), 0, "Member Architectures."},
    {"EphemeralStorage", S_STRUCTURE(ephemeral_storage_result_members), 0,
     "Member EphemeralStorage."},
    {"SnapStart", S_STRUCTURE(snap_start_response_result_members), 0, "Member SnapStart."},
    {"RuntimeVersionConfig", S_STRUCTURE(runtime_version_config_result_members), 0,
     "Member RuntimeVersionConfig."},
    {"LoggingConfig", S_STRUCTURE(logging_config_result_members), 0, "Member LoggingConfig."},
    {"TenancyConfig", S_STRUCTURE(tenancy_config_result_members), 0, "Member TenancyConfig."},
    {"CapacityProviderConfig", S_STRUCTURE(capacity_provider_config_result_members), 0,
     "Member CapacityProviderConfig."},
    {"ConfigSha256", S_STRING, 0, "Member ConfigSha256."},
    {"DurableConfig", S_STRUCTURE(durable_config_result_members), 0, "Member DurableConfig."},
    {"RuntimeConfig", S_STRUCTURE(function_runtime_config_result_members), 0,
     "Member RuntimeConfig."},
    {"AcceleratorConfig", S_STRUCTURE(accelerator_config_result_members), 0,
     "Member AcceleratorConfig."},
    {.name = NULL},
};
const struct slrun_param update_function_configuration_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Role", S_STRING, 0, "ARN of the role that the function has."},
    {"Handler", S_STRING, 0, "What is called: \"file.function\"."},
    {"Description", S_STRING, 0, "Member Description."},
    {"Timeout", S_INTEGER, 0, "Seconds that an invocation may take, 1 to 900; 3 unless given."},
    {"MemorySize", S_INTEGER, 0, "MB, 128 to 10,240; 128 unless given."},
    {"VpcConfig", S_STRUCTURE(vpc_config_members), 0, "Member VpcConfig."},
    {"Environment", S_STRUCTURE(environment_members), 0, "Environment variables."},
    {"Runtime", S_STRING, 0, "\"python3.12\", \"nodejs22.x\", \"provided.al2023\" and the like."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_members), 0,
     "Where events go that could not be handled."},
    {"KMSKeyArn", S_STRING, 0, "Member KMSKeyArn."},
    {"TracingConfig", S_STRUCTURE(tracing_config_members), 0, "Member TracingConfig."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {"Layers", S_LIST(shape_string), 0, "ARNs of layer versions."},
    {"FileSystemConfigs", S_LIST(shape_structure_file_system_config_members), 0,
     "Member FileSystemConfigs."},
    {"ImageConfig", S_STRUCTURE(image_config_members), 0, "Member ImageConfig."},
    {"EphemeralStorage", S_STRUCTURE(ephemeral_storage_members), 0, "Member EphemeralStorage."},
    {"SnapStart", S_STRUCTURE(snap_start_members), 0, "Member SnapStart."},
    {"LoggingConfig", S_STRUCTURE(logging_config_members), 0, "Member LoggingConfig."},
    {"CapacityProviderConfig", S_STRUCTURE(capacity_provider_config_members), 0,
     "Member CapacityProviderConfig."},
    {"DurableConfig", S_STRUCTURE(durable_config_members), 0, "Member DurableConfig."},
    {"RuntimeConfig", S_STRUCTURE(function_runtime_config_members), 0, "Member RuntimeConfig."},
    {"AcceleratorConfig", S_STRUCTURE(accelerator_config_members), 0, "Member AcceleratorConfig."},
    {.name = NULL},
};
const struct slrun_param update_function_configuration_result[] = {
    {"FunctionName", S_STRING, 0, "Name or ARN of the function, with or without a qualifier."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"Runtime", S_STRING, 0, "\"python3.12\", \"nodejs22.x\", \"provided.al2023\" and the like."},
    {"Role", S_STRING, 0, "ARN of the role that the function has."},
    {"Handler", S_STRING, 0, "What is called: \"file.function\"."},
    {"CodeSize", S_INTEGER, 0, "Member CodeSize."},
    {"Description", S_STRING, 0, "Member Description."},
    {"Timeout", S_INTEGER, 0, "Seconds that an invocation may take, 1 to 900; 3 unless given."},
    {"MemorySize", S_INTEGER, 0, "MB, 128 to 10,240; 128 unless given."},
    {"LastModified", S_STRING, 0, "Member LastModified."},
    {"CodeSha256", S_STRING, 0, "Member CodeSha256."},
    {"Version", S_STRING, 0, "Member Version."},
    {"VpcConfig", S_STRUCTURE(vpc_config_response_result_members), 0, "Member VpcConfig."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_result_members), 0,
     "Where events go that could not be handled."},
    {"Environment", S_STRUCTURE(environment_response_result_members), 0, "Environment variables."},
    {"KMSKeyArn", S_STRING, 0, "Member KMSKeyArn."},
    {"TracingConfig", S_STRUCTURE(tracing_config_response_result_members), 0,
     "Member TracingConfig."},
    {"MasterArn", S_STRING, 0, "Member MasterArn."},
    {"RevisionId", S_STRING, 0, "Only if this is still the revision."},
    {"Layers", S_LIST(shape_structure_layer_result_members), 0, "ARNs of layer versions."},
    {"State", S_STRING, 0, "Member State."},
    {"StateReason", S_STRING, 0, "Member StateReason."},
    {"StateReasonCode", S_STRING, 0, "Member StateReasonCode."},
    {"LastUpdateStatus", S_STRING, 0, "Member LastUpdateStatus."},
    {"LastUpdateStatusReason", S_STRING, 0, "Member LastUpdateStatusReason."},
    {"LastUpdateStatusReasonCode", S_STRING, 0, "Member LastUpdateStatusReasonCode."},
    {"FileSystemConfigs", S_LIST(shape_structure_file_system_config_result_members), 0,
     "Member FileSystemConfigs."},
    {"SigningProfileVersionArn", S_STRING, 0, "Member SigningProfileVersionArn."},
    {"SigningJobArn", S_STRING, 0, "Member SigningJobArn."},
    {"PackageType", S_STRING, 0, "Member PackageType."},
    {"ImageConfigResponse", S_STRUCTURE(image_config_response_result_members), 0,
     "Member ImageConfigResponse."},
    {"Architectures", S_LIST(shape_string), 0, "Member Architectures."},
    {"EphemeralStorage", S_STRUCTURE(ephemeral_storage_result_members), 0,
     "Member EphemeralStorage."},
    {"SnapStart", S_STRUCTURE(snap_start_response_result_members), 0, "Member SnapStart."},
    {"RuntimeVersionConfig", S_STRUCTURE(runtime_version_config_result_members), 0,
     "Member RuntimeVersionConfig."},
    {"LoggingConfig", S_STRUCTURE(logging_config_result_members), 0, "Member LoggingConfig."},
    {"TenancyConfig", S_STRUCTURE(tenancy_config_result_members), 0, "Member TenancyConfig."},
    {"CapacityProviderConfig", S_STRUCTURE(capacity_provider_config_result_members), 0,
     "Member CapacityProviderConfig."},
    {"ConfigSha256", S_STRING, 0, "Member ConfigSha256."},
    {"DurableConfig", S_STRUCTURE(durable_config_result_members), 0, "Member DurableConfig."},
    {"RuntimeConfig", S_STRUCTURE(function_runtime_config_result_members), 0,
     "Member RuntimeConfig."},
    {"AcceleratorConfig", S_STRUCTURE(accelerator_config_result_members), 0,
     "Member AcceleratorConfig."},
    {.name = NULL},
};
const struct slrun_param update_function_event_invoke_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Further attempts after an error."},
    {"MaximumEventAgeInSeconds", S_INTEGER, 0,
     "Seconds after which an event is given up, 60 to 21,600."},
    {"DestinationConfig", S_STRUCTURE(destination_config_members), 0,
     "Where results of invocations go."},
    {.name = NULL},
};
const struct slrun_param update_function_event_invoke_config_result[] = {
    {"LastModified", S_TIMESTAMP, 0, "Member LastModified."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Further attempts after an error."},
    {"MaximumEventAgeInSeconds", S_INTEGER, 0,
     "Seconds after which an event is given up, 60 to 21,600."},
    {"DestinationConfig", S_STRUCTURE(destination_config_result_members), 0,
     "Where results of invocations go."},
    {.name = NULL},
};
const struct lambda_place update_function_event_invoke_config_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
const struct slrun_param update_function_url_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST."},
    {"AuthType", S_WORD(words_function_url_auth_type), 0, "Member AuthType."},
    {"Cors", S_STRUCTURE(cors_members), 0, "Member Cors."},
    {"InvokeMode", S_WORD(words_invoke_mode), 0, "Member InvokeMode."},
    {.name = NULL},
};
const struct slrun_param update_function_url_config_result[] = {
    {"FunctionUrl", S_STRING, 0, "Member FunctionUrl."},
    {"FunctionArn", S_STRING, 0, "Member FunctionArn."},
    {"AuthType", S_STRING, 0, "Member AuthType."},
    {"Cors", S_STRUCTURE(cors_result_members), 0, "Member Cors."},
    {"CreationTime", S_STRING, 0, "Member CreationTime."},
    {"LastModifiedTime", S_STRING, 0, "Member LastModifiedTime."},
    {"InvokeMode", S_STRING, 0, "Member InvokeMode."},
    {.name = NULL},
};
const struct lambda_place update_function_url_config_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
