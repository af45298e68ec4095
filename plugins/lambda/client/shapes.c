/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#include "client/shapes.h"

const struct slrun_param no_members[] = {{.name = NULL}};
const struct slrun_param add_layer_version_permission_params[] = {
    {"LayerName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the layer."},
    {"VersionNumber", S_INTEGER, SLRUN_REQUIRED, "Number of the layer version."},
    {"StatementId", S_STRING, SLRUN_REQUIRED,
     "Id of the statement in the policy, 1 to 100 of a-z, A-Z, 0-9, - and _."},
    {"Action", S_STRING, SLRUN_REQUIRED, "What is allowed: \"lambda:GetLayerVersion\"."},
    {"Principal", S_STRING, SLRUN_REQUIRED,
     "Who is allowed: an account's id, or \"*\" for all (of OrganizationId if that is given)."},
    {"OrganizationId", S_STRING, 0,
     "All accounts of this organization, with Principal \"*\": \"o-a1b2c3d4e5\"."},
    {"RevisionId", S_STRING, 0,
     "Only if this is still the revision, else PreconditionFailedException."},
    {.name = NULL},
};
const struct slrun_param add_layer_version_permission_result[] = {
    {"Statement", S_STRING, 0, "The statement that was added, a text of JSON."},
    {"RevisionId", S_STRING, 0,
     "Id of the policy's present state; give it back to change that state only."},
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
    {"StatementId", S_STRING, SLRUN_REQUIRED,
     "Id of the statement in the policy, 1 to 100 of a-z, A-Z, 0-9, - and _."},
    {"Action", S_STRING, SLRUN_REQUIRED,
     "What is allowed: \"lambda:InvokeFunction\", \"lambda:InvokeFunctionUrl\" or another action, "
     "or \"lambda:*\"."},
    {"Principal", S_STRING, SLRUN_REQUIRED,
     "Who is allowed: a service (\"s3.amazonaws.com\"), an account's id, an ARN or \"*\"."},
    {"SourceArn", S_STRING, 0, "Only on behalf of this resource: its ARN, * stands for any text."},
    {"FunctionUrlAuthType", S_WORD(words_function_url_auth_type), 0,
     "Only through a function URL of this AuthType: AWS_IAM or NONE."},
    {"InvokedViaFunctionUrl", S_BOOLEAN, 0,
     "true: only invocations through the function's URL are allowed."},
    {"SourceAccount", S_STRING, 0,
     "Only on behalf of a resource that this account owns: 12 digits."},
    {"EventSourceToken", S_STRING, 0,
     "Of Alexa Smart Home: the skill's id, which the caller must know, at most 256 characters."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST; $LATEST unless given."},
    {"RevisionId", S_STRING, 0,
     "Only if this is still the revision, else PreconditionFailedException."},
    {"PrincipalOrgID", S_STRING, 0,
     "Only callers of this organization: \"o-a1b2c3d4e5\", 12 to 34 characters."},
    {.name = NULL},
};
const struct slrun_param add_permission_result[] = {
    {"Statement", S_STRING, 0, "The statement that was added, a text of JSON."},
    {.name = NULL},
};
const struct lambda_place add_permission_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
static const struct slrun_shape shape_float = S_FLOAT;
static const struct slrun_param alias_routing_configuration_members[] = {
    {"AdditionalVersionWeights", S_MAP(shape_float), 0,
     "Second version by its number, and its share of the invocations: {[\"2\"] = 0.1} is 10 %."},
    {.name = NULL},
};
const struct slrun_param create_alias_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Name", S_STRING, SLRUN_REQUIRED,
     "Name of the alias, 1 to 128 of a-z, A-Z, 0-9, - and _, not a number alone."},
    {"FunctionVersion", S_STRING, SLRUN_REQUIRED,
     "Version that the alias stands for: a number or $LATEST."},
    {"Description", S_STRING, 0, "Free text, at most 256 characters."},
    {"RoutingConfig", S_STRUCTURE(alias_routing_configuration_members), 0,
     "A second version and its share of the invocations."},
    {.name = NULL},
};
static const struct slrun_param alias_routing_configuration_result_members[] = {
    {"AdditionalVersionWeights", S_MAP(shape_float), 0,
     "Second version by its number, and its share of the invocations: {[\"2\"] = 0.1} is 10 %."},
    {.name = NULL},
};
const struct slrun_param create_alias_result[] = {
    {"AliasArn", S_STRING, 0, "ARN of the alias, the function's ARN with :NAME behind it."},
    {"Name", S_STRING, 0,
     "Name of the alias, 1 to 128 of a-z, A-Z, 0-9, - and _, not a number alone."},
    {"FunctionVersion", S_STRING, 0, "Version that the alias stands for: a number or $LATEST."},
    {"Description", S_STRING, 0, "Free text, at most 256 characters."},
    {"RoutingConfig", S_STRUCTURE(alias_routing_configuration_result_members), 0,
     "A second version and its share of the invocations."},
    {"RevisionId", S_STRING, 0,
     "Id of the present state; another after each change. Give it back to change that state only."},
    {.name = NULL},
};
static const struct slrun_param filter_members[] = {
    {"Pattern", S_STRING, 0,
     "Text of JSON that records must fit, as an EventBridge pattern: "
     "'{\"body\":{\"kind\":[\"paid\"]}}'."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_filter_members = S_STRUCTURE(filter_members);
static const struct slrun_param filter_criteria_members[] = {
    {"Filters", S_LIST(shape_structure_filter_members), 0,
     "Patterns, at most 5 (10 on request): a record passes that fits one of them."},
    {.name = NULL},
};
static const char *const words_event_source_mapping_metric[] = {"EventCount", "ErrorCount",
                                                                "KafkaMetrics", NULL};
static const struct slrun_shape shape_word_words_event_source_mapping_metric =
    S_WORD(words_event_source_mapping_metric);
static const struct slrun_param event_source_mapping_metrics_config_members[] = {
    {"Metrics", S_LIST(shape_word_words_event_source_mapping_metric), 0,
     "What is counted, at most 3: EventCount; of Kafka ErrorCount and KafkaMetrics, too."},
    {.name = NULL},
};
static const char *const words_event_source_mapping_system_log_level[] = {"DEBUG", "INFO", "WARN",
                                                                          NULL};
static const struct slrun_param event_source_mapping_logging_config_members[] = {
    {"SystemLogLevel", S_WORD(words_event_source_mapping_system_log_level), 0,
     "Least severe level of what the mapping logs: DEBUG, INFO or WARN."},
    {.name = NULL},
};
static const struct slrun_param scaling_config_members[] = {
    {"MaximumConcurrency", S_INTEGER, 0,
     "Invocations at once from this queue, 2 to 1,000; no limit of its own unless given."},
    {.name = NULL},
};
static const char *const words_event_source_position[] = {"LATEST", "AT_TIMESTAMP", "TRIM_HORIZON",
                                                          NULL};
static const struct slrun_param on_success_members[] = {
    {"Destination", S_STRING, 0, "ARN of a queue, topic, function or event bus."},
    {.name = NULL},
};
static const struct slrun_param on_failure_members[] = {
    {"Destination", S_STRING, 0,
     "ARN of a queue, topic, bucket, function or event bus (of streams and Kafka: queue, topic or "
     "bucket)."},
    {.name = NULL},
};
static const struct slrun_param destination_config_members[] = {
    {"OnSuccess", S_STRUCTURE(on_success_members), 0,
     "Destination after success; of asynchronous invocations only."},
    {"OnFailure", S_STRUCTURE(on_failure_members), 0, "Destination after the last failed attempt."},
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
    {"Type", S_WORD(words_source_access_type), 0,
     "What URI is: BASIC_AUTH, SASL_SCRAM_512_AUTH, VPC_SUBNET, VPC_SECURITY_GROUP, VIRTUAL_HOST "
     "and others."},
    {"URI", S_STRING, 0,
     "What Type speaks of, 1 to 200 characters: a secret's ARN, \"subnet:subnet-...\", a virtual "
     "host."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_source_access_configuration_members =
    S_STRUCTURE(source_access_configuration_members);
static const struct slrun_shape shape_list_shape_string = S_LIST(shape_string);
static const struct slrun_param self_managed_event_source_members[] = {
    {"Endpoints", S_MAP(shape_list_shape_string), 0,
     "Bootstrap servers: {KAFKA_BOOTSTRAP_SERVERS = {\"host:9092\"}}, 1 to 10 of them."},
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
    {"Type", S_WORD(words_kafka_schema_registry_auth_type), 0,
     "What URI is: BASIC_AUTH, CLIENT_CERTIFICATE_TLS_AUTH, SERVER_ROOT_CA_CERTIFICATE or "
     "OAUTHBEARER_AUTH."},
    {"URI", S_STRING, 0, "ARN of the secret in Secrets Manager that Type speaks of."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_kafka_schema_registry_access_config_members =
    S_STRUCTURE(kafka_schema_registry_access_config_members);
static const char *const words_kafka_schema_validation_attribute[] = {"KEY", "VALUE", NULL};
static const struct slrun_param kafka_schema_validation_config_members[] = {
    {"Attribute", S_WORD(words_kafka_schema_validation_attribute), 0,
     "Part of the Kafka record that is validated against the schema: KEY or VALUE."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_kafka_schema_validation_config_members =
    S_STRUCTURE(kafka_schema_validation_config_members);
static const struct slrun_param kafka_schema_registry_config_members[] = {
    {"SchemaRegistryURI", S_STRING, 0,
     "The registry: a Glue registry's ARN, or a Confluent registry's https URL."},
    {"EventRecordFormat", S_WORD(words_schema_registry_event_record_format), 0,
     "How records with a schema reach the function: JSON, or SOURCE (as they were written)."},
    {"AccessConfigs", S_LIST(shape_structure_kafka_schema_registry_access_config_members), 0,
     "How Lambda proves to the schema registry who it is, one Type and URI each."},
    {"SchemaValidationConfigs", S_LIST(shape_structure_kafka_schema_validation_config_members), 0,
     "Which parts of a record are validated: KEY, VALUE or both."},
    {.name = NULL},
};
static const struct slrun_param amazon_managed_kafka_event_source_config_members[] = {
    {"ConsumerGroupId", S_STRING, 0,
     "Kafka consumer group to join, 1 to 200 characters, unlike any other source's; fixed "
     "afterwards."},
    {"SchemaRegistryConfig", S_STRUCTURE(kafka_schema_registry_config_members), 0,
     "Schema registry by which records are checked and read."},
    {.name = NULL},
};
static const char *const words_kafka_event_source_mapping_consumption_mode[] = {"Stream", "Queue",
                                                                                NULL};
static const struct slrun_param self_managed_kafka_event_source_config_members[] = {
    {"ConsumerGroupId", S_STRING, 0,
     "Kafka consumer group to join, 1 to 200 characters, unlike any other source's; fixed "
     "afterwards."},
    {"SchemaRegistryConfig", S_STRUCTURE(kafka_schema_registry_config_members), 0,
     "Schema registry by which records are checked and read."},
    {"ConsumptionMode", S_WORD(words_kafka_event_source_mapping_consumption_mode), 0,
     "Stream (consumer group, in order) or Queue (share group, in no order); Stream unless given."},
    {.name = NULL},
};
static const char *const words_full_document[] = {"UpdateLookup", "Default", NULL};
static const struct slrun_param document_db_event_source_config_members[] = {
    {"DatabaseName", S_STRING, 0,
     "Database of the DocumentDB cluster that is read, 1 to 63 characters."},
    {"CollectionName", S_STRING, 0,
     "Collection that is read, 1 to 57 characters; all of the database unless given."},
    {"FullDocument", S_WORD(words_full_document), 0,
     "What an update brings: UpdateLookup (the whole document, too) or Default (what changed)."},
    {.name = NULL},
};
static const struct slrun_param provisioned_poller_config_members[] = {
    {"MinimumPollers", S_INTEGER, 0,
     "Pollers that are always there: of SQS 2 to 200 (2 unless given), of Kafka 1 to 200 (1)."},
    {"MaximumPollers", S_INTEGER, 0,
     "Most pollers: of SQS 2 to 10,000, of Kafka 1 to 2,000; 200 unless given."},
    {"PollerGroupName", S_STRING, 0,
     "Of Kafka: sources of one VPC with the same name share pollers; at most 128 characters."},
    {.name = NULL},
};
const struct slrun_param create_event_source_mapping_params[] = {
    {"EventSourceArn", S_STRING, 0,
     "ARN of the queue, stream, stream consumer, table's stream, Kafka cluster or broker."},
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Enabled", S_BOOLEAN, 0, "Whether the mapping reads its source; true unless given."},
    {"BatchSize", S_INTEGER, 0,
     "Most records of one invocation, 1 to 10,000; of SQS 10 (FIFO at most 10), else 100 unless "
     "given."},
    {"FilterCriteria", S_STRUCTURE(filter_criteria_members), 0,
     "Which records reach the function; all unless given."},
    {"KMSKeyArn", S_STRING, 0,
     "KMS key that encrypts the filters; they are not encrypted unless given."},
    {"MetricsConfig", S_STRUCTURE(event_source_mapping_metrics_config_members), 0,
     "Which CloudWatch metrics the mapping itself makes."},
    {"LoggingConfig", S_STRUCTURE(event_source_mapping_logging_config_members), 0,
     "Of Kafka sources: what the mapping itself logs."},
    {"ScalingConfig", S_STRUCTURE(scaling_config_members), 0, "Of SQS: most invocations at once."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds that records are gathered for a batch, 0 to 300; 0 for SQS and streams, else 0.5 "
     "unless given."},
    {"ParallelizationFactor", S_INTEGER, 0,
     "Of Kinesis and DynamoDB: batches of one shard at once, 1 to 10; 1 unless given."},
    {"StartingPosition", S_WORD(words_event_source_position), 0,
     "Where a stream is read from: TRIM_HORIZON (its oldest), LATEST or AT_TIMESTAMP; a must for "
     "streams."},
    {"StartingPositionTimestamp", S_TIMESTAMP, 0,
     "With AT_TIMESTAMP: first time that is read, seconds since 1970, not in the future."},
    {"DestinationConfig", S_STRUCTURE(destination_config_members), 0,
     "Where records of invocations go, by their outcome; of event source mappings only OnFailure."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0,
     "Of streams and Kafka: older records are dropped, 60 to 604,800 seconds; -1 (never) unless "
     "given."},
    {"BisectBatchOnFunctionError", S_BOOLEAN, 0,
     "Of streams and Kafka: a failed batch is halved and tried again; false unless given."},
    {"MaximumRetryAttempts", S_INTEGER, 0,
     "Of streams and Kafka: attempts after a failed one, 0 to 10,000; -1 (until records expire) "
     "unless given."},
    {"Tags", S_MAP(shape_string), 0, "Names and values."},
    {"TumblingWindowInSeconds", S_INTEGER, 0,
     "Of Kinesis and DynamoDB: seconds over which invocations hand on a state, 0 (none) to 900."},
    {"Topics", S_LIST(shape_string), 0, "Of Kafka: name of the one topic that is read."},
    {"Queues", S_LIST(shape_string), 0, "Of Amazon MQ: name of the one queue that is read."},
    {"SourceAccessConfigurations", S_LIST(shape_structure_source_access_configuration_members), 0,
     "Secrets, subnets and the like that the source is reached by, at most 23."},
    {"SelfManagedEventSource", S_STRUCTURE(self_managed_event_source_members), 0,
     "Kafka cluster of one's own that is read, by its bootstrap servers."},
    {"FunctionResponseTypes", S_LIST(shape_word_words_function_response_type), 0,
     "ReportBatchItemFailures: the function tells which records failed, and only those come "
     "again."},
    {"AmazonManagedKafkaEventSourceConfig",
     S_STRUCTURE(amazon_managed_kafka_event_source_config_members), 0,
     "Of an Amazon MSK cluster only: consumer group and schema registry."},
    {"SelfManagedKafkaEventSourceConfig",
     S_STRUCTURE(self_managed_kafka_event_source_config_members), 0,
     "Of a Kafka cluster of one's own only: consumer group and schema registry."},
    {"DocumentDBEventSourceConfig", S_STRUCTURE(document_db_event_source_config_members), 0,
     "Of a DocumentDB change stream only: database, collection and what an update brings."},
    {"ProvisionedPollerConfig", S_STRUCTURE(provisioned_poller_config_members), 0,
     "Of SQS and Kafka: how many pollers are kept for this source alone."},
    {.name = NULL},
};
static const struct slrun_param filter_result_members[] = {
    {"Pattern", S_STRING, 0,
     "Text of JSON that records must fit, as an EventBridge pattern: "
     "'{\"body\":{\"kind\":[\"paid\"]}}'."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_filter_result_members =
    S_STRUCTURE(filter_result_members);
static const struct slrun_param filter_criteria_result_members[] = {
    {"Filters", S_LIST(shape_structure_filter_result_members), 0,
     "Patterns, at most 5 (10 on request): a record passes that fits one of them."},
    {.name = NULL},
};
static const struct slrun_param filter_criteria_error_result_members[] = {
    {"ErrorCode", S_STRING, 0, "KMS's exception at encrypting or decrypting the filters."},
    {"Message", S_STRING, 0, "The error in words."},
    {.name = NULL},
};
static const struct slrun_param event_source_mapping_metrics_config_result_members[] = {
    {"Metrics", S_LIST(shape_string), 0,
     "What is counted, at most 3: EventCount; of Kafka ErrorCount and KafkaMetrics, too."},
    {.name = NULL},
};
static const struct slrun_param event_source_mapping_logging_config_result_members[] = {
    {"SystemLogLevel", S_STRING, 0,
     "Least severe level of what the mapping logs: DEBUG, INFO or WARN."},
    {.name = NULL},
};
static const struct slrun_param scaling_config_result_members[] = {
    {"MaximumConcurrency", S_INTEGER, 0,
     "Invocations at once from this queue, 2 to 1,000; no limit of its own unless given."},
    {.name = NULL},
};
static const struct slrun_param on_success_result_members[] = {
    {"Destination", S_STRING, 0, "ARN of a queue, topic, function or event bus."},
    {.name = NULL},
};
static const struct slrun_param on_failure_result_members[] = {
    {"Destination", S_STRING, 0,
     "ARN of a queue, topic, bucket, function or event bus (of streams and Kafka: queue, topic or "
     "bucket)."},
    {.name = NULL},
};
static const struct slrun_param destination_config_result_members[] = {
    {"OnSuccess", S_STRUCTURE(on_success_result_members), 0,
     "Destination after success; of asynchronous invocations only."},
    {"OnFailure", S_STRUCTURE(on_failure_result_members), 0,
     "Destination after the last failed attempt."},
    {.name = NULL},
};
static const struct slrun_param source_access_configuration_result_members[] = {
    {"Type", S_STRING, 0,
     "What URI is: BASIC_AUTH, SASL_SCRAM_512_AUTH, VPC_SUBNET, VPC_SECURITY_GROUP, VIRTUAL_HOST "
     "and others."},
    {"URI", S_STRING, 0,
     "What Type speaks of, 1 to 200 characters: a secret's ARN, \"subnet:subnet-...\", a virtual "
     "host."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_source_access_configuration_result_members =
    S_STRUCTURE(source_access_configuration_result_members);
static const struct slrun_param self_managed_event_source_result_members[] = {
    {"Endpoints", S_MAP(shape_list_shape_string), 0,
     "Bootstrap servers: {KAFKA_BOOTSTRAP_SERVERS = {\"host:9092\"}}, 1 to 10 of them."},
    {.name = NULL},
};
static const struct slrun_param kafka_schema_registry_access_config_result_members[] = {
    {"Type", S_STRING, 0,
     "What URI is: BASIC_AUTH, CLIENT_CERTIFICATE_TLS_AUTH, SERVER_ROOT_CA_CERTIFICATE or "
     "OAUTHBEARER_AUTH."},
    {"URI", S_STRING, 0, "ARN of the secret in Secrets Manager that Type speaks of."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_kafka_schema_registry_access_config_result_members =
    S_STRUCTURE(kafka_schema_registry_access_config_result_members);
static const struct slrun_param kafka_schema_validation_config_result_members[] = {
    {"Attribute", S_STRING, 0,
     "Part of the Kafka record that is validated against the schema: KEY or VALUE."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_kafka_schema_validation_config_result_members =
    S_STRUCTURE(kafka_schema_validation_config_result_members);
static const struct slrun_param kafka_schema_registry_config_result_members[] = {
    {"SchemaRegistryURI", S_STRING, 0,
     "The registry: a Glue registry's ARN, or a Confluent registry's https URL."},
    {"EventRecordFormat", S_STRING, 0,
     "How records with a schema reach the function: JSON, or SOURCE (as they were written)."},
    {"AccessConfigs", S_LIST(shape_structure_kafka_schema_registry_access_config_result_members), 0,
     "How Lambda proves to the schema registry who it is, one Type and URI each."},
    {"SchemaValidationConfigs",
     S_LIST(shape_structure_kafka_schema_validation_config_result_members), 0,
     "Which parts of a record are validated: KEY, VALUE or both."},
    {.name = NULL},
};
static const struct slrun_param amazon_managed_kafka_event_source_config_result_members[] = {
    {"ConsumerGroupId", S_STRING, 0,
     "Kafka consumer group to join, 1 to 200 characters, unlike any other source's; fixed "
     "afterwards."},
    {"SchemaRegistryConfig", S_STRUCTURE(kafka_schema_registry_config_result_members), 0,
     "Schema registry by which records are checked and read."},
    {.name = NULL},
};
static const struct slrun_param self_managed_kafka_event_source_config_result_members[] = {
    {"ConsumerGroupId", S_STRING, 0,
     "Kafka consumer group to join, 1 to 200 characters, unlike any other source's; fixed "
     "afterwards."},
    {"SchemaRegistryConfig", S_STRUCTURE(kafka_schema_registry_config_result_members), 0,
     "Schema registry by which records are checked and read."},
    {"ConsumptionMode", S_STRING, 0,
     "Stream (consumer group, in order) or Queue (share group, in no order); Stream unless given."},
    {.name = NULL},
};
static const struct slrun_param document_db_event_source_config_result_members[] = {
    {"DatabaseName", S_STRING, 0,
     "Database of the DocumentDB cluster that is read, 1 to 63 characters."},
    {"CollectionName", S_STRING, 0,
     "Collection that is read, 1 to 57 characters; all of the database unless given."},
    {"FullDocument", S_STRING, 0,
     "What an update brings: UpdateLookup (the whole document, too) or Default (what changed)."},
    {.name = NULL},
};
static const struct slrun_param provisioned_poller_config_result_members[] = {
    {"MinimumPollers", S_INTEGER, 0,
     "Pollers that are always there: of SQS 2 to 200 (2 unless given), of Kafka 1 to 200 (1)."},
    {"MaximumPollers", S_INTEGER, 0,
     "Most pollers: of SQS 2 to 10,000, of Kafka 1 to 2,000; 200 unless given."},
    {"PollerGroupName", S_STRING, 0,
     "Of Kafka: sources of one VPC with the same name share pollers; at most 128 characters."},
    {.name = NULL},
};
const struct slrun_param create_event_source_mapping_result[] = {
    {"UUID", S_STRING, 0, "Id of the event source mapping."},
    {"StartingPosition", S_STRING, 0,
     "Where a stream is read from: TRIM_HORIZON (its oldest), LATEST or AT_TIMESTAMP; a must for "
     "streams."},
    {"StartingPositionTimestamp", S_TIMESTAMP, 0,
     "With AT_TIMESTAMP: first time that is read, seconds since 1970, not in the future."},
    {"BatchSize", S_INTEGER, 0,
     "Most records of one invocation, 1 to 10,000; of SQS 10 (FIFO at most 10), else 100 unless "
     "given."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds that records are gathered for a batch, 0 to 300; 0 for SQS and streams, else 0.5 "
     "unless given."},
    {"ParallelizationFactor", S_INTEGER, 0,
     "Of Kinesis and DynamoDB: batches of one shard at once, 1 to 10; 1 unless given."},
    {"EventSourceArn", S_STRING, 0,
     "ARN of the queue, stream, stream consumer, table's stream, Kafka cluster or broker."},
    {"FilterCriteria", S_STRUCTURE(filter_criteria_result_members), 0,
     "Which records reach the function; all unless given."},
    {"FilterCriteriaError", S_STRUCTURE(filter_criteria_error_result_members), 0,
     "Why the filters could not be encrypted or decrypted; absent if they could."},
    {"KMSKeyArn", S_STRING, 0,
     "KMS key that encrypts the filters; absent if they are not encrypted."},
    {"MetricsConfig", S_STRUCTURE(event_source_mapping_metrics_config_result_members), 0,
     "Which CloudWatch metrics the mapping itself makes."},
    {"LoggingConfig", S_STRUCTURE(event_source_mapping_logging_config_result_members), 0,
     "Of Kafka sources: what the mapping itself logs."},
    {"ScalingConfig", S_STRUCTURE(scaling_config_result_members), 0,
     "Of SQS: most invocations at once."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function, or of its version or alias, that gets the records."},
    {"LastModified", S_TIMESTAMP, 0,
     "When the mapping or its State was changed last, seconds since 1970."},
    {"LastProcessingResult", S_STRING, 0,
     "How the last batch went: \"OK\", \"No records processed\", \"PROBLEM: ...\" and the like."},
    {"State", S_STRING, 0,
     "Creating, Enabling, Enabled, Disabling, Disabled, Updating or Deleting."},
    {"StateTransitionReason", S_STRING, 0,
     "Whether a user or Lambda changed the mapping last: \"USER_INITIATED\" and the like."},
    {"DestinationConfig", S_STRUCTURE(destination_config_result_members), 0,
     "Where records of invocations go, by their outcome; of event source mappings only OnFailure."},
    {"Topics", S_LIST(shape_string), 0, "Of Kafka: name of the one topic that is read."},
    {"Queues", S_LIST(shape_string), 0, "Of Amazon MQ: name of the one queue that is read."},
    {"SourceAccessConfigurations",
     S_LIST(shape_structure_source_access_configuration_result_members), 0,
     "Secrets, subnets and the like that the source is reached by, at most 23."},
    {"SelfManagedEventSource", S_STRUCTURE(self_managed_event_source_result_members), 0,
     "Kafka cluster of one's own that is read, by its bootstrap servers."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0,
     "Of streams and Kafka: older records are dropped, 60 to 604,800 seconds; -1 (never) unless "
     "given."},
    {"BisectBatchOnFunctionError", S_BOOLEAN, 0,
     "Of streams and Kafka: a failed batch is halved and tried again; false unless given."},
    {"MaximumRetryAttempts", S_INTEGER, 0,
     "Of streams and Kafka: attempts after a failed one, 0 to 10,000; -1 (until records expire) "
     "unless given."},
    {"TumblingWindowInSeconds", S_INTEGER, 0,
     "Of Kinesis and DynamoDB: seconds over which invocations hand on a state, 0 (none) to 900."},
    {"FunctionResponseTypes", S_LIST(shape_string), 0,
     "ReportBatchItemFailures: the function tells which records failed, and only those come "
     "again."},
    {"AmazonManagedKafkaEventSourceConfig",
     S_STRUCTURE(amazon_managed_kafka_event_source_config_result_members), 0,
     "Of an Amazon MSK cluster only: consumer group and schema registry."},
    {"SelfManagedKafkaEventSourceConfig",
     S_STRUCTURE(self_managed_kafka_event_source_config_result_members), 0,
     "Of a Kafka cluster of one's own only: consumer group and schema registry."},
    {"DocumentDBEventSourceConfig", S_STRUCTURE(document_db_event_source_config_result_members), 0,
     "Of a DocumentDB change stream only: database, collection and what an update brings."},
    {"EventSourceMappingArn", S_STRING, 0,
     "ARN of the event source mapping, with its UUID at the end."},
    {"ProvisionedPollerConfig", S_STRUCTURE(provisioned_poller_config_result_members), 0,
     "Of SQS and Kafka: how many pollers are kept for this source alone."},
    {.name = NULL},
};
static const char *const words_s3_object_storage_mode[] = {"COPY", "REFERENCE", NULL};
static const struct slrun_param function_code_members[] = {
    {"ZipFile", S_BLOB, 0, "Bytes of a zip archive, at most 50 MB; larger ones go by S3."},
    {"S3Bucket", S_STRING, 0,
     "Bucket with the archive, in the function's region, 3 to 63 characters."},
    {"S3Key", S_STRING, 0, "Key of the archive in S3Bucket, at most 1,024 characters."},
    {"S3ObjectVersion", S_STRING, 0,
     "Version of the archive's object, of a bucket with versioning; the latest unless given."},
    {"S3ObjectStorageMode", S_WORD(words_s3_object_storage_mode), 0,
     "COPY (Lambda keeps a copy of the archive) or REFERENCE (it stays in the bucket); COPY unless "
     "given."},
    {"ImageUri", S_STRING, 0,
     "Container image in Amazon ECR: \"ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME:TAG\"."},
    {"SourceKMSKeyArn", S_STRING, 0,
     "KMS key that encrypts the zip archive; one of AWS's own unless given."},
    {"Directory", S_STRING, 0,
     "Local cloud only: a directory of this machine with the code, used in place."},
    {.name = NULL},
};
static const char *const words_function_version_latest_published[] = {"LATEST_PUBLISHED", NULL};
static const struct slrun_param vpc_config_members[] = {
    {"SubnetIds", S_LIST(shape_string), 0,
     "Subnets that the function is connected to, at most 16: \"subnet-...\"."},
    {"SecurityGroupIds", S_LIST(shape_string), 0,
     "Security groups in the VPC, at most 5: \"sg-...\"."},
    {"Ipv6AllowedForDualStack", S_BOOLEAN, 0,
     "Whether IPv6 may leave dual-stack subnets; false unless given."},
    {.name = NULL},
};
static const char *const words_package_type[] = {"Zip", "Image", NULL};
static const struct slrun_param dead_letter_config_members[] = {
    {"TargetArn", S_STRING, 0, "ARN of the SQS queue or SNS topic; an empty text unsets it."},
    {.name = NULL},
};
static const struct slrun_param environment_members[] = {
    {"Variables", S_MAP(shape_string), SLRUN_SECRET,
     "Names and values, 4 KB in all; names begin with a letter."},
    {.name = NULL},
};
static const char *const words_tracing_mode[] = {"Active", "PassThrough", NULL};
static const struct slrun_param tracing_config_members[] = {
    {"Mode", S_WORD(words_tracing_mode), 0,
     "Active: a share of the invocations is traced by X-Ray. PassThrough (as the caller says) "
     "unless given."},
    {.name = NULL},
};
static const char *const words_direct_s3_read[] = {"ENABLED", "DISABLED", "AUTO", NULL};
static const struct slrun_param s3_files_config_members[] = {
    {"DirectS3Read", S_WORD(words_direct_s3_read), 0,
     "Reads past the file system from the bucket: ENABLED, DISABLED or AUTO (from 512 MB of memory "
     "on)."},
    {.name = NULL},
};
static const struct slrun_param file_system_config_members[] = {
    {"Arn", S_STRING, SLRUN_REQUIRED, "ARN of the access point, of Amazon EFS or of S3 Files."},
    {"LocalMountPath", S_STRING, SLRUN_REQUIRED,
     "Where the function sees the file system: below /mnt/, at most 160 characters."},
    {"S3FilesConfig", S_STRUCTURE(s3_files_config_members), 0,
     "Of an S3 Files access point only: how its files are read."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_file_system_config_members =
    S_STRUCTURE(file_system_config_members);
static const struct slrun_param image_config_members[] = {
    {"EntryPoint", S_LIST(shape_string), 0,
     "What the container runs (ENTRYPOINT of the image), the program and arguments, at most "
     "1,500."},
    {"Command", S_LIST(shape_string), 0,
     "Arguments of the entry point (CMD of the image), at most 1,500."},
    {"WorkingDirectory", S_STRING, 0,
     "Directory that the container's process begins in (WORKDIR of the image)."},
    {.name = NULL},
};
static const char *const words_architecture[] = {"x86_64", "arm64", NULL};
static const struct slrun_shape shape_word_words_architecture = S_WORD(words_architecture);
static const struct slrun_param ephemeral_storage_members[] = {
    {"Size", S_INTEGER, SLRUN_REQUIRED,
     "MB of /tmp, 512 to 10,240 (with accelerators 32,768); 512 unless given."},
    {.name = NULL},
};
static const char *const words_snap_start_apply_on[] = {"PublishedVersions", "None", NULL};
static const struct slrun_param snap_start_members[] = {
    {"ApplyOn", S_WORD(words_snap_start_apply_on), 0,
     "PublishedVersions: each published version gets a snapshot to start from. None unless given."},
    {.name = NULL},
};
static const char *const words_log_format[] = {"JSON", "Text", NULL};
static const char *const words_application_log_level[] = {"TRACE", "DEBUG", "INFO", "WARN",
                                                          "ERROR", "FATAL", NULL};
static const char *const words_system_log_level[] = {"DEBUG", "INFO", "WARN", NULL};
static const struct slrun_param logging_config_members[] = {
    {"LogFormat", S_WORD(words_log_format), 0,
     "Text or JSON (with levels and request ids); Text unless given."},
    {"ApplicationLogLevel", S_WORD(words_application_log_level), 0,
     "Least severe level of what the function logs, with LogFormat JSON; INFO unless given."},
    {"SystemLogLevel", S_WORD(words_system_log_level), 0,
     "Least severe level of what Lambda logs, with LogFormat JSON: DEBUG, INFO or WARN; INFO "
     "unless given."},
    {"LogGroup", S_STRING, 0, "Log group that is written to; /aws/lambda/NAME unless given."},
    {.name = NULL},
};
static const char *const words_tenant_isolation_mode[] = {"PER_TENANT", NULL};
static const struct slrun_param tenancy_config_members[] = {
    {"TenantIsolationMode", S_WORD(words_tenant_isolation_mode), SLRUN_REQUIRED,
     "PER_TENANT: no environment serves two tenants."},
    {.name = NULL},
};
static const struct slrun_param lambda_managed_instances_capacity_provider_config_members[] = {
    {"CapacityProviderArn", S_STRING, SLRUN_REQUIRED,
     "ARN of the capacity provider, at most 140 characters."},
    {"PerExecutionEnvironmentMaxConcurrency", S_INTEGER, 0,
     "Invocations at once in one environment, 1 to 1,600."},
    {"ExecutionEnvironmentMemoryGiBPerVCpu", S_FLOAT, 0, "GiB of memory for each vCPU, 2 to 8."},
    {.name = NULL},
};
static const struct slrun_param capacity_provider_config_members[] = {
    {"LambdaManagedInstancesCapacityProviderConfig",
     S_STRUCTURE(lambda_managed_instances_capacity_provider_config_members), SLRUN_REQUIRED,
     "Capacity provider, and what an environment on its instances has."},
    {.name = NULL},
};
static const struct slrun_param durable_config_members[] = {
    {"KMSKeyArn", S_STRING, 0,
     "KMS key that encrypts inputs, results and errors of durable executions."},
    {"RetentionPeriodInDays", S_INTEGER, 0,
     "Days that the history is kept after an execution's end, 1 to 90."},
    {"ExecutionTimeout", S_INTEGER, 0,
     "Seconds that a durable execution may take as a whole, 1 to 31,622,400 (366 days)."},
    {.name = NULL},
};
static const struct slrun_param function_runtime_config_members[] = {
    {"RuntimeArn", S_STRING, SLRUN_REQUIRED, "ARN of the customer's own runtime."},
    {"RuntimeAlias", S_STRING, SLRUN_REQUIRED,
     "Name that stands for a version of the customer's own runtime, 1 to 128 characters."},
    {.name = NULL},
};
static const struct slrun_param accelerator_config_members[] = {
    {"AcceleratorMemorySize", S_INTEGER, SLRUN_REQUIRED,
     "GB of memory that each accelerator has at least."},
    {.name = NULL},
};
const struct slrun_param create_function_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name of the new function, at most 64 of a-z, A-Z, 0-9, - and _; or its ARN."},
    {"Runtime", S_STRING, 0,
     "\"python3.12\", \"nodejs22.x\", \"provided.al2023\" and the like; not for images."},
    {"Role", S_STRING, SLRUN_REQUIRED, "ARN of the role that the function has."},
    {"Handler", S_STRING, 0,
     "What is called: \"file.function\", at most 128 characters; not for images."},
    {"Code", S_STRUCTURE(function_code_members), SLRUN_REQUIRED,
     "ZipFile, S3Bucket and S3Key, or ImageUri."},
    {"Description", S_STRING, 0, "Free text, at most 256 characters."},
    {"Timeout", S_INTEGER, 0,
     "Seconds that an invocation may take, 1 to 900 (managed instances: 5,400); 3 unless given."},
    {"MemorySize", S_INTEGER, 0,
     "MB, 128 to 10,240 (managed instances: 32,768); 128 unless given. CPU grows along."},
    {"Publish", S_BOOLEAN, 0, "Makes a version, too; false unless given."},
    {"PublishTo", S_WORD(words_function_version_latest_published), 0,
     "LATEST_PUBLISHED: what is published becomes $LATEST.PUBLISHED."},
    {"VpcConfig", S_STRUCTURE(vpc_config_members), 0,
     "Subnets and security groups by which the function reaches a VPC; it reaches no other network "
     "then."},
    {"PackageType", S_WORD(words_package_type), 0,
     "Zip (an archive) or Image (a container image); Zip unless given."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_members), 0,
     "Queue or topic for asynchronous events that all attempts failed on."},
    {"Environment", S_STRUCTURE(environment_members), 0,
     "Variables that the handler's process has."},
    {"KMSKeyArn", S_STRING, 0,
     "KMS key that encrypts environment variables and snapshots; one of AWS's own unless given."},
    {"TracingConfig", S_STRUCTURE(tracing_config_members), 0,
     "Whether invocations are traced by X-Ray."},
    {"Tags", S_MAP(shape_string), 0, "Names and values."},
    {"Layers", S_LIST(shape_string), 0,
     "ARNs of layer versions, at most 5, unpacked to /opt in this order."},
    {"FileSystemConfigs", S_LIST(shape_structure_file_system_config_members), 0,
     "File system that is mounted into the environment, at most 1."},
    {"CodeSigningConfigArn", S_STRING, 0,
     "ARN of the code signing configuration, which says whose signatures are trusted."},
    {"ImageConfig", S_STRUCTURE(image_config_members), 0,
     "What replaces the image's own entry point, command and working directory."},
    {"Architectures", S_LIST(shape_word_words_architecture), 0,
     "One processor architecture, x86_64 or arm64; x86_64 unless given."},
    {"EphemeralStorage", S_STRUCTURE(ephemeral_storage_members), 0, "Size of the function's /tmp."},
    {"SnapStart", S_STRUCTURE(snap_start_members), 0,
     "Whether published versions start from a snapshot."},
    {"LoggingConfig", S_STRUCTURE(logging_config_members), 0,
     "Format, levels and log group of what the function logs."},
    {"TenancyConfig", S_STRUCTURE(tenancy_config_members), 0,
     "Whether each tenant has environments of its own; fixed at the function's creation."},
    {"CapacityProviderConfig", S_STRUCTURE(capacity_provider_config_members), 0,
     "Capacity provider on whose managed instances the function runs."},
    {"DurableConfig", S_STRUCTURE(durable_config_members), 0,
     "Makes the function durable: how long an execution may take, and how long its history is "
     "kept."},
    {"RuntimeConfig", S_STRUCTURE(function_runtime_config_members), 0,
     "Runtime of the customer's own that the function uses, and an alias of it."},
    {"AcceleratorConfig", S_STRUCTURE(accelerator_config_members), 0,
     "Accelerators that the execution environment has."},
    {.name = NULL},
};
static const struct slrun_param vpc_config_response_result_members[] = {
    {"SubnetIds", S_LIST(shape_string), 0,
     "Subnets that the function is connected to, at most 16: \"subnet-...\"."},
    {"SecurityGroupIds", S_LIST(shape_string), 0,
     "Security groups in the VPC, at most 5: \"sg-...\"."},
    {"VpcId", S_STRING, 0, "VPC that the subnets belong to."},
    {"Ipv6AllowedForDualStack", S_BOOLEAN, 0,
     "Whether IPv6 may leave dual-stack subnets; false unless given."},
    {.name = NULL},
};
static const struct slrun_param dead_letter_config_result_members[] = {
    {"TargetArn", S_STRING, 0, "ARN of the SQS queue or SNS topic; an empty text unsets it."},
    {.name = NULL},
};
static const struct slrun_param environment_error_result_members[] = {
    {"ErrorCode", S_STRING, 0, "Code of the error, a word for programs."},
    {"Message", S_STRING, 0, "The error in words."},
    {.name = NULL},
};
static const struct slrun_param environment_response_result_members[] = {
    {"Variables", S_MAP(shape_string), SLRUN_SECRET,
     "Names and values, 4 KB in all; names begin with a letter."},
    {"Error", S_STRUCTURE(environment_error_result_members), 0,
     "Why the variables could not be read; absent if they could."},
    {.name = NULL},
};
static const struct slrun_param tracing_config_response_result_members[] = {
    {"Mode", S_STRING, 0,
     "Active: a share of the invocations is traced by X-Ray. PassThrough (as the caller says) "
     "unless given."},
    {.name = NULL},
};
static const struct slrun_param layer_result_members[] = {
    {"Arn", S_STRING, 0, "ARN of the layer version."},
    {"CodeSize", S_INTEGER, 0, "Size of the zip archive in bytes."},
    {"SigningProfileVersionArn", S_STRING, 0,
     "ARN of the version of the signing profile; absent of unsigned code."},
    {"SigningJobArn", S_STRING, 0,
     "ARN of the AWS Signer job that signed the code; absent of unsigned code."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_layer_result_members =
    S_STRUCTURE(layer_result_members);
static const struct slrun_param s3_files_config_result_members[] = {
    {"DirectS3Read", S_STRING, 0,
     "Reads past the file system from the bucket: ENABLED, DISABLED or AUTO (from 512 MB of memory "
     "on)."},
    {.name = NULL},
};
static const struct slrun_param file_system_config_result_members[] = {
    {"Arn", S_STRING, 0, "ARN of the access point, of Amazon EFS or of S3 Files."},
    {"LocalMountPath", S_STRING, 0,
     "Where the function sees the file system: below /mnt/, at most 160 characters."},
    {"S3FilesConfig", S_STRUCTURE(s3_files_config_result_members), 0,
     "Of an S3 Files access point only: how its files are read."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_file_system_config_result_members =
    S_STRUCTURE(file_system_config_result_members);
static const struct slrun_param image_config_result_members[] = {
    {"EntryPoint", S_LIST(shape_string), 0,
     "What the container runs (ENTRYPOINT of the image), the program and arguments, at most "
     "1,500."},
    {"Command", S_LIST(shape_string), 0,
     "Arguments of the entry point (CMD of the image), at most 1,500."},
    {"WorkingDirectory", S_STRING, 0,
     "Directory that the container's process begins in (WORKDIR of the image)."},
    {.name = NULL},
};
static const struct slrun_param image_config_error_result_members[] = {
    {"ErrorCode", S_STRING, 0, "Code of the error, a word for programs."},
    {"Message", S_STRING, 0, "The error in words."},
    {.name = NULL},
};
static const struct slrun_param image_config_response_result_members[] = {
    {"ImageConfig", S_STRUCTURE(image_config_result_members), 0,
     "What replaces the image's own entry point, command and working directory."},
    {"Error", S_STRUCTURE(image_config_error_result_members), 0,
     "Why the image's configuration could not be told; absent if it could."},
    {.name = NULL},
};
static const struct slrun_param ephemeral_storage_result_members[] = {
    {"Size", S_INTEGER, 0,
     "MB of /tmp, 512 to 10,240 (with accelerators 32,768); 512 unless given."},
    {.name = NULL},
};
static const struct slrun_param snap_start_response_result_members[] = {
    {"ApplyOn", S_STRING, 0,
     "PublishedVersions: each published version gets a snapshot to start from. None unless given."},
    {"OptimizationStatus", S_STRING, 0, "On: this version starts from a snapshot. Else Off."},
    {.name = NULL},
};
static const struct slrun_param runtime_version_error_result_members[] = {
    {"ErrorCode", S_STRING, 0, "Code of the error, a word for programs."},
    {"Message", S_STRING, 0, "The error in words."},
    {.name = NULL},
};
static const struct slrun_param runtime_version_config_result_members[] = {
    {"RuntimeVersionArn", S_STRING, 0, "ARN of the runtime's version that the function runs on."},
    {"Error", S_STRUCTURE(runtime_version_error_result_members), 0,
     "Why the runtime's version could not be told; absent if it could."},
    {.name = NULL},
};
static const struct slrun_param logging_config_result_members[] = {
    {"LogFormat", S_STRING, 0, "Text or JSON (with levels and request ids); Text unless given."},
    {"ApplicationLogLevel", S_STRING, 0,
     "Least severe level of what the function logs, with LogFormat JSON; INFO unless given."},
    {"SystemLogLevel", S_STRING, 0,
     "Least severe level of what Lambda logs, with LogFormat JSON: DEBUG, INFO or WARN; INFO "
     "unless given."},
    {"LogGroup", S_STRING, 0, "Log group that is written to; /aws/lambda/NAME unless given."},
    {.name = NULL},
};
static const struct slrun_param tenancy_config_result_members[] = {
    {"TenantIsolationMode", S_STRING, 0, "PER_TENANT: no environment serves two tenants."},
    {.name = NULL},
};
static const struct slrun_param lambda_managed_instances_capacity_provider_config_result_members[] =
    {
        {"CapacityProviderArn", S_STRING, 0,
         "ARN of the capacity provider, at most 140 characters."},
        {"PerExecutionEnvironmentMaxConcurrency", S_INTEGER, 0,
         "Invocations at once in one environment, 1 to 1,600."},
        {"ExecutionEnvironmentMemoryGiBPerVCpu", S_FLOAT, 0,
         "GiB of memory for each vCPU, 2 to 8."},
        {.name = NULL},
};
static const struct slrun_param capacity_provider_config_result_members[] = {
    {"LambdaManagedInstancesCapacityProviderConfig",
     S_STRUCTURE(lambda_managed_instances_capacity_provider_config_result_members), 0,
     "Capacity provider, and what an environment on its instances has."},
    {.name = NULL},
};
static const struct slrun_param durable_config_result_members[] = {
    {"KMSKeyArn", S_STRING, 0,
     "KMS key that encrypts inputs, results and errors of durable executions."},
    {"RetentionPeriodInDays", S_INTEGER, 0,
     "Days that the history is kept after an execution's end, 1 to 90."},
    {"ExecutionTimeout", S_INTEGER, 0,
     "Seconds that a durable execution may take as a whole, 1 to 31,622,400 (366 days)."},
    {.name = NULL},
};
static const struct slrun_param function_runtime_config_result_members[] = {
    {"RuntimeArn", S_STRING, 0, "ARN of the customer's own runtime."},
    {"RuntimeAlias", S_STRING, 0,
     "Name that stands for a version of the customer's own runtime, 1 to 128 characters."},
    {.name = NULL},
};
static const struct slrun_param accelerator_config_result_members[] = {
    {"AcceleratorMemorySize", S_INTEGER, 0, "GB of memory that each accelerator has at least."},
    {.name = NULL},
};
const struct slrun_param create_function_result[] = {
    {"FunctionName", S_STRING, 0, "Name of the function."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function; with a version or an alias behind it if one was asked for."},
    {"Runtime", S_STRING, 0,
     "\"python3.12\", \"nodejs22.x\", \"provided.al2023\" and the like; absent of images."},
    {"Role", S_STRING, 0, "ARN of the role that the function has."},
    {"Handler", S_STRING, 0, "What is called: \"file.function\"; absent of images."},
    {"CodeSize", S_INTEGER, 0, "Size of the zip archive in bytes."},
    {"Description", S_STRING, 0, "Free text, at most 256 characters."},
    {"Timeout", S_INTEGER, 0, "Seconds that an invocation may take."},
    {"MemorySize", S_INTEGER, 0, "MB of memory that an invocation has."},
    {"LastModified", S_STRING, 0,
     "When the function was changed last, ISO 8601: \"2018-11-27T15:10:45.123+0000\"."},
    {"CodeSha256", S_STRING, 0, "SHA-256 of the zip archive as AWS keeps it, in base64."},
    {"Version", S_STRING, 0, "Number of the version, or $LATEST."},
    {"VpcConfig", S_STRUCTURE(vpc_config_response_result_members), 0,
     "Subnets and security groups by which the function reaches a VPC; it reaches no other network "
     "then."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_result_members), 0,
     "Queue or topic for asynchronous events that all attempts failed on."},
    {"Environment", S_STRUCTURE(environment_response_result_members), 0,
     "Variables that the handler's process has."},
    {"KMSKeyArn", S_STRING, 0,
     "KMS key that encrypts environment variables and snapshots; absent: one of AWS's own."},
    {"TracingConfig", S_STRUCTURE(tracing_config_response_result_members), 0,
     "Whether invocations are traced by X-Ray."},
    {"MasterArn", S_STRING, 0, "Of a Lambda@Edge replica: ARN of the function that it copies."},
    {"RevisionId", S_STRING, 0,
     "Id of the present state; another after each change. Give it back to change that state only."},
    {"Layers", S_LIST(shape_structure_layer_result_members), 0,
     "Layer versions that the function has, in the order in which they are unpacked."},
    {"State", S_STRING, 0,
     "Pending, Active, Inactive (invoke it to wake it), Failed, Deleting and the like."},
    {"StateReason", S_STRING, 0,
     "Why the function is in its State, in words; absent while it is Active."},
    {"StateReasonCode", S_STRING, 0,
     "Why the function is in its State, as a word: \"Creating\", \"Idle\", \"ImageAccessDenied\"."},
    {"LastUpdateStatus", S_STRING, 0,
     "Of the last change: Successful, Failed, or InProgress, in which no other is taken."},
    {"LastUpdateStatusReason", S_STRING, 0, "Why the last change stands so, in words."},
    {"LastUpdateStatusReasonCode", S_STRING, 0,
     "Why the last change stands so, as a word: \"InvalidConfiguration\", \"ImageDeleted\"."},
    {"FileSystemConfigs", S_LIST(shape_structure_file_system_config_result_members), 0,
     "File system that is mounted into the environment, at most 1."},
    {"SigningProfileVersionArn", S_STRING, 0,
     "ARN of the version of the signing profile; absent of unsigned code."},
    {"SigningJobArn", S_STRING, 0,
     "ARN of the AWS Signer job that signed the code; absent of unsigned code."},
    {"PackageType", S_STRING, 0, "Zip (an archive) or Image (a container image)."},
    {"ImageConfigResponse", S_STRUCTURE(image_config_response_result_members), 0,
     "What replaces settings of the image; absent if nothing does."},
    {"Architectures", S_LIST(shape_string), 0, "One processor architecture, x86_64 or arm64."},
    {"EphemeralStorage", S_STRUCTURE(ephemeral_storage_result_members), 0,
     "Size of the function's /tmp."},
    {"SnapStart", S_STRUCTURE(snap_start_response_result_members), 0,
     "Whether published versions start from a snapshot."},
    {"RuntimeVersionConfig", S_STRUCTURE(runtime_version_config_result_members), 0,
     "Version of the runtime that the function runs on; not of images."},
    {"LoggingConfig", S_STRUCTURE(logging_config_result_members), 0,
     "Format, levels and log group of what the function logs."},
    {"TenancyConfig", S_STRUCTURE(tenancy_config_result_members), 0,
     "Whether each tenant has environments of its own; fixed at the function's creation."},
    {"CapacityProviderConfig", S_STRUCTURE(capacity_provider_config_result_members), 0,
     "Capacity provider on whose managed instances the function runs."},
    {"ConfigSha256", S_STRING, 0,
     "SHA-256 of the function's configuration: another value, another configuration."},
    {"DurableConfig", S_STRUCTURE(durable_config_result_members), 0,
     "Makes the function durable: how long an execution may take, and how long its history is "
     "kept."},
    {"RuntimeConfig", S_STRUCTURE(function_runtime_config_result_members), 0,
     "Runtime of the customer's own that the function uses, and an alias of it."},
    {"AcceleratorConfig", S_STRUCTURE(accelerator_config_result_members), 0,
     "Accelerators that the execution environment has."},
    {.name = NULL},
};
static const struct slrun_param cors_members[] = {
    {"AllowCredentials", S_BOOLEAN, 0,
     "Whether browsers may send cookies and credentials; false unless given."},
    {"AllowHeaders", S_LIST(shape_string), 0,
     "Headers that a request from another origin may have, at most 100; \"*\" for any."},
    {"AllowMethods", S_LIST(shape_string), 0,
     "HTTP methods that another origin may use, at most 6; \"*\" for any."},
    {"AllowOrigins", S_LIST(shape_string), 0,
     "Origins that may call the URL (\"https://www.example.com\"), at most 100; \"*\" for any."},
    {"ExposeHeaders", S_LIST(shape_string), 0,
     "Headers of the answer that a page of another origin may read, at most 100."},
    {"MaxAge", S_INTEGER, 0,
     "Seconds that a browser may keep the answer to a preflight, 0 to 86,400; 0 unless given."},
    {.name = NULL},
};
static const char *const words_invoke_mode[] = {"RESPONSE_STREAM", "BUFFERED", NULL};
const struct slrun_param create_function_url_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "An alias, whose URL it is; that of $LATEST unless given."},
    {"AuthType", S_WORD(words_function_url_auth_type), SLRUN_REQUIRED,
     "Who may call the URL: AWS_IAM (signed requests that a policy allows) or NONE (anybody)."},
    {"Cors", S_STRUCTURE(cors_members), 0, "Which origins' pages may call the URL, and how."},
    {"InvokeMode", S_WORD(words_invoke_mode), 0,
     "BUFFERED (the answer as a whole, at most 6 MB) or RESPONSE_STREAM; BUFFERED unless given."},
    {.name = NULL},
};
static const struct slrun_param cors_result_members[] = {
    {"AllowCredentials", S_BOOLEAN, 0,
     "Whether browsers may send cookies and credentials; false unless given."},
    {"AllowHeaders", S_LIST(shape_string), 0,
     "Headers that a request from another origin may have, at most 100; \"*\" for any."},
    {"AllowMethods", S_LIST(shape_string), 0,
     "HTTP methods that another origin may use, at most 6; \"*\" for any."},
    {"AllowOrigins", S_LIST(shape_string), 0,
     "Origins that may call the URL (\"https://www.example.com\"), at most 100; \"*\" for any."},
    {"ExposeHeaders", S_LIST(shape_string), 0,
     "Headers of the answer that a page of another origin may read, at most 100."},
    {"MaxAge", S_INTEGER, 0,
     "Seconds that a browser may keep the answer to a preflight, 0 to 86,400; 0 unless given."},
    {.name = NULL},
};
const struct slrun_param create_function_url_config_result[] = {
    {"FunctionUrl", S_STRING, 0, "The URL, https://ID.lambda-url.REGION.on.aws/ at AWS."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function; with a version or an alias behind it if one was asked for."},
    {"AuthType", S_STRING, 0,
     "Who may call the URL: AWS_IAM (signed requests that a policy allows) or NONE (anybody)."},
    {"Cors", S_STRUCTURE(cors_result_members), 0,
     "Which origins' pages may call the URL, and how."},
    {"CreationTime", S_STRING, 0, "When the URL was made, ISO 8601."},
    {"InvokeMode", S_STRING, 0,
     "BUFFERED (the answer as a whole, at most 6 MB) or RESPONSE_STREAM; BUFFERED unless given."},
    {.name = NULL},
};
const struct lambda_place create_function_url_config_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
const struct slrun_param delete_alias_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Name", S_STRING, SLRUN_REQUIRED,
     "Name of the alias, 1 to 128 of a-z, A-Z, 0-9, - and _, not a number alone."},
    {.name = NULL},
};
const struct slrun_param delete_event_source_mapping_params[] = {
    {"UUID", S_STRING, SLRUN_REQUIRED, "Id of the event source mapping."},
    {.name = NULL},
};
const struct slrun_param delete_event_source_mapping_result[] = {
    {"UUID", S_STRING, 0, "Id of the event source mapping."},
    {"StartingPosition", S_STRING, 0,
     "Where a stream is read from: TRIM_HORIZON (its oldest), LATEST or AT_TIMESTAMP; a must for "
     "streams."},
    {"StartingPositionTimestamp", S_TIMESTAMP, 0,
     "With AT_TIMESTAMP: first time that is read, seconds since 1970, not in the future."},
    {"BatchSize", S_INTEGER, 0,
     "Most records of one invocation, 1 to 10,000; of SQS 10 (FIFO at most 10), else 100 unless "
     "given."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds that records are gathered for a batch, 0 to 300; 0 for SQS and streams, else 0.5 "
     "unless given."},
    {"ParallelizationFactor", S_INTEGER, 0,
     "Of Kinesis and DynamoDB: batches of one shard at once, 1 to 10; 1 unless given."},
    {"EventSourceArn", S_STRING, 0,
     "ARN of the queue, stream, stream consumer, table's stream, Kafka cluster or broker."},
    {"FilterCriteria", S_STRUCTURE(filter_criteria_result_members), 0,
     "Which records reach the function; all unless given."},
    {"FilterCriteriaError", S_STRUCTURE(filter_criteria_error_result_members), 0,
     "Why the filters could not be encrypted or decrypted; absent if they could."},
    {"KMSKeyArn", S_STRING, 0,
     "KMS key that encrypts the filters; absent if they are not encrypted."},
    {"MetricsConfig", S_STRUCTURE(event_source_mapping_metrics_config_result_members), 0,
     "Which CloudWatch metrics the mapping itself makes."},
    {"LoggingConfig", S_STRUCTURE(event_source_mapping_logging_config_result_members), 0,
     "Of Kafka sources: what the mapping itself logs."},
    {"ScalingConfig", S_STRUCTURE(scaling_config_result_members), 0,
     "Of SQS: most invocations at once."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function, or of its version or alias, that gets the records."},
    {"LastModified", S_TIMESTAMP, 0,
     "When the mapping or its State was changed last, seconds since 1970."},
    {"LastProcessingResult", S_STRING, 0,
     "How the last batch went: \"OK\", \"No records processed\", \"PROBLEM: ...\" and the like."},
    {"State", S_STRING, 0,
     "Creating, Enabling, Enabled, Disabling, Disabled, Updating or Deleting."},
    {"StateTransitionReason", S_STRING, 0,
     "Whether a user or Lambda changed the mapping last: \"USER_INITIATED\" and the like."},
    {"DestinationConfig", S_STRUCTURE(destination_config_result_members), 0,
     "Where records of invocations go, by their outcome; of event source mappings only OnFailure."},
    {"Topics", S_LIST(shape_string), 0, "Of Kafka: name of the one topic that is read."},
    {"Queues", S_LIST(shape_string), 0, "Of Amazon MQ: name of the one queue that is read."},
    {"SourceAccessConfigurations",
     S_LIST(shape_structure_source_access_configuration_result_members), 0,
     "Secrets, subnets and the like that the source is reached by, at most 23."},
    {"SelfManagedEventSource", S_STRUCTURE(self_managed_event_source_result_members), 0,
     "Kafka cluster of one's own that is read, by its bootstrap servers."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0,
     "Of streams and Kafka: older records are dropped, 60 to 604,800 seconds; -1 (never) unless "
     "given."},
    {"BisectBatchOnFunctionError", S_BOOLEAN, 0,
     "Of streams and Kafka: a failed batch is halved and tried again; false unless given."},
    {"MaximumRetryAttempts", S_INTEGER, 0,
     "Of streams and Kafka: attempts after a failed one, 0 to 10,000; -1 (until records expire) "
     "unless given."},
    {"TumblingWindowInSeconds", S_INTEGER, 0,
     "Of Kinesis and DynamoDB: seconds over which invocations hand on a state, 0 (none) to 900."},
    {"FunctionResponseTypes", S_LIST(shape_string), 0,
     "ReportBatchItemFailures: the function tells which records failed, and only those come "
     "again."},
    {"AmazonManagedKafkaEventSourceConfig",
     S_STRUCTURE(amazon_managed_kafka_event_source_config_result_members), 0,
     "Of an Amazon MSK cluster only: consumer group and schema registry."},
    {"SelfManagedKafkaEventSourceConfig",
     S_STRUCTURE(self_managed_kafka_event_source_config_result_members), 0,
     "Of a Kafka cluster of one's own only: consumer group and schema registry."},
    {"DocumentDBEventSourceConfig", S_STRUCTURE(document_db_event_source_config_result_members), 0,
     "Of a DocumentDB change stream only: database, collection and what an update brings."},
    {"EventSourceMappingArn", S_STRING, 0,
     "ARN of the event source mapping, with its UUID at the end."},
    {"ProvisionedPollerConfig", S_STRUCTURE(provisioned_poller_config_result_members), 0,
     "Of SQS and Kafka: how many pollers are kept for this source alone."},
    {.name = NULL},
};
const struct slrun_param delete_function_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0,
     "Version that alone is deleted, one that no alias stands for; without it the whole function "
     "goes."},
    {.name = NULL},
};
const struct slrun_param delete_function_result[] = {
    {"StatusCode", S_INTEGER, 0, "HTTP status of the answer: 204 once it is deleted."},
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
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST; $LATEST unless given."},
    {.name = NULL},
};
const struct lambda_place delete_function_event_invoke_config_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
const struct slrun_param delete_function_url_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "An alias, whose URL it is; that of $LATEST unless given."},
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
    {"Qualifier", S_STRING, SLRUN_REQUIRED, "A version or an alias, not $LATEST."},
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
    {"TotalCodeSize", S_INTEGER, 0, "Most bytes of all archives of functions and layers."},
    {"CodeSizeUnzipped", S_INTEGER, 0, "Most bytes of a function's code and layers, unpacked."},
    {"CodeSizeZipped", S_INTEGER, 0,
     "Most bytes of a zip archive that is sent in the request; larger ones go by S3."},
    {"ConcurrentExecutions", S_INTEGER, 0, "Invocations of all functions at once, at most."},
    {"UnreservedConcurrentExecutions", S_INTEGER, 0,
     "Invocations at once that are left to functions without a reservation."},
    {.name = NULL},
};
static const struct slrun_param account_usage_result_members[] = {
    {"TotalCodeSize", S_INTEGER, 0, "Bytes of all archives of functions and layers."},
    {"FunctionCount", S_INTEGER, 0, "Functions that the account has in this region."},
    {.name = NULL},
};
const struct slrun_param get_account_settings_result[] = {
    {"AccountLimit", S_STRUCTURE(account_limit_result_members), 0,
     "What the account may use in this region, of code and concurrency."},
    {"AccountUsage", S_STRUCTURE(account_usage_result_members), 0,
     "What the account uses in this region."},
    {.name = NULL},
};
const struct slrun_param get_alias_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Name", S_STRING, SLRUN_REQUIRED,
     "Name of the alias, 1 to 128 of a-z, A-Z, 0-9, - and _, not a number alone."},
    {.name = NULL},
};
const struct slrun_param get_alias_result[] = {
    {"AliasArn", S_STRING, 0, "ARN of the alias, the function's ARN with :NAME behind it."},
    {"Name", S_STRING, 0,
     "Name of the alias, 1 to 128 of a-z, A-Z, 0-9, - and _, not a number alone."},
    {"FunctionVersion", S_STRING, 0, "Version that the alias stands for: a number or $LATEST."},
    {"Description", S_STRING, 0, "Free text, at most 256 characters."},
    {"RoutingConfig", S_STRUCTURE(alias_routing_configuration_result_members), 0,
     "A second version and its share of the invocations."},
    {"RevisionId", S_STRING, 0,
     "Id of the present state; another after each change. Give it back to change that state only."},
    {.name = NULL},
};
const struct slrun_param get_event_source_mapping_params[] = {
    {"UUID", S_STRING, SLRUN_REQUIRED, "Id of the event source mapping."},
    {.name = NULL},
};
const struct slrun_param get_event_source_mapping_result[] = {
    {"UUID", S_STRING, 0, "Id of the event source mapping."},
    {"StartingPosition", S_STRING, 0,
     "Where a stream is read from: TRIM_HORIZON (its oldest), LATEST or AT_TIMESTAMP; a must for "
     "streams."},
    {"StartingPositionTimestamp", S_TIMESTAMP, 0,
     "With AT_TIMESTAMP: first time that is read, seconds since 1970, not in the future."},
    {"BatchSize", S_INTEGER, 0,
     "Most records of one invocation, 1 to 10,000; of SQS 10 (FIFO at most 10), else 100 unless "
     "given."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds that records are gathered for a batch, 0 to 300; 0 for SQS and streams, else 0.5 "
     "unless given."},
    {"ParallelizationFactor", S_INTEGER, 0,
     "Of Kinesis and DynamoDB: batches of one shard at once, 1 to 10; 1 unless given."},
    {"EventSourceArn", S_STRING, 0,
     "ARN of the queue, stream, stream consumer, table's stream, Kafka cluster or broker."},
    {"FilterCriteria", S_STRUCTURE(filter_criteria_result_members), 0,
     "Which records reach the function; all unless given."},
    {"FilterCriteriaError", S_STRUCTURE(filter_criteria_error_result_members), 0,
     "Why the filters could not be encrypted or decrypted; absent if they could."},
    {"KMSKeyArn", S_STRING, 0,
     "KMS key that encrypts the filters; absent if they are not encrypted."},
    {"MetricsConfig", S_STRUCTURE(event_source_mapping_metrics_config_result_members), 0,
     "Which CloudWatch metrics the mapping itself makes."},
    {"LoggingConfig", S_STRUCTURE(event_source_mapping_logging_config_result_members), 0,
     "Of Kafka sources: what the mapping itself logs."},
    {"ScalingConfig", S_STRUCTURE(scaling_config_result_members), 0,
     "Of SQS: most invocations at once."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function, or of its version or alias, that gets the records."},
    {"LastModified", S_TIMESTAMP, 0,
     "When the mapping or its State was changed last, seconds since 1970."},
    {"LastProcessingResult", S_STRING, 0,
     "How the last batch went: \"OK\", \"No records processed\", \"PROBLEM: ...\" and the like."},
    {"State", S_STRING, 0,
     "Creating, Enabling, Enabled, Disabling, Disabled, Updating or Deleting."},
    {"StateTransitionReason", S_STRING, 0,
     "Whether a user or Lambda changed the mapping last: \"USER_INITIATED\" and the like."},
    {"DestinationConfig", S_STRUCTURE(destination_config_result_members), 0,
     "Where records of invocations go, by their outcome; of event source mappings only OnFailure."},
    {"Topics", S_LIST(shape_string), 0, "Of Kafka: name of the one topic that is read."},
    {"Queues", S_LIST(shape_string), 0, "Of Amazon MQ: name of the one queue that is read."},
    {"SourceAccessConfigurations",
     S_LIST(shape_structure_source_access_configuration_result_members), 0,
     "Secrets, subnets and the like that the source is reached by, at most 23."},
    {"SelfManagedEventSource", S_STRUCTURE(self_managed_event_source_result_members), 0,
     "Kafka cluster of one's own that is read, by its bootstrap servers."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0,
     "Of streams and Kafka: older records are dropped, 60 to 604,800 seconds; -1 (never) unless "
     "given."},
    {"BisectBatchOnFunctionError", S_BOOLEAN, 0,
     "Of streams and Kafka: a failed batch is halved and tried again; false unless given."},
    {"MaximumRetryAttempts", S_INTEGER, 0,
     "Of streams and Kafka: attempts after a failed one, 0 to 10,000; -1 (until records expire) "
     "unless given."},
    {"TumblingWindowInSeconds", S_INTEGER, 0,
     "Of Kinesis and DynamoDB: seconds over which invocations hand on a state, 0 (none) to 900."},
    {"FunctionResponseTypes", S_LIST(shape_string), 0,
     "ReportBatchItemFailures: the function tells which records failed, and only those come "
     "again."},
    {"AmazonManagedKafkaEventSourceConfig",
     S_STRUCTURE(amazon_managed_kafka_event_source_config_result_members), 0,
     "Of an Amazon MSK cluster only: consumer group and schema registry."},
    {"SelfManagedKafkaEventSourceConfig",
     S_STRUCTURE(self_managed_kafka_event_source_config_result_members), 0,
     "Of a Kafka cluster of one's own only: consumer group and schema registry."},
    {"DocumentDBEventSourceConfig", S_STRUCTURE(document_db_event_source_config_result_members), 0,
     "Of a DocumentDB change stream only: database, collection and what an update brings."},
    {"EventSourceMappingArn", S_STRING, 0,
     "ARN of the event source mapping, with its UUID at the end."},
    {"ProvisionedPollerConfig", S_STRUCTURE(provisioned_poller_config_result_members), 0,
     "Of SQS and Kafka: how many pollers are kept for this source alone."},
    {.name = NULL},
};
const struct slrun_param get_function_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST; $LATEST unless given."},
    {.name = NULL},
};
static const struct slrun_param function_configuration_result_members[] = {
    {"FunctionName", S_STRING, 0, "Name of the function."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function; with a version or an alias behind it if one was asked for."},
    {"Runtime", S_STRING, 0,
     "\"python3.12\", \"nodejs22.x\", \"provided.al2023\" and the like; absent of images."},
    {"Role", S_STRING, 0, "ARN of the role that the function has."},
    {"Handler", S_STRING, 0, "What is called: \"file.function\"; absent of images."},
    {"CodeSize", S_INTEGER, 0, "Size of the zip archive in bytes."},
    {"Description", S_STRING, 0, "Free text, at most 256 characters."},
    {"Timeout", S_INTEGER, 0, "Seconds that an invocation may take."},
    {"MemorySize", S_INTEGER, 0, "MB of memory that an invocation has."},
    {"LastModified", S_STRING, 0,
     "When the function was changed last, ISO 8601: \"2018-11-27T15:10:45.123+0000\"."},
    {"CodeSha256", S_STRING, 0, "SHA-256 of the zip archive as AWS keeps it, in base64."},
    {"Version", S_STRING, 0, "Number of the version, or $LATEST."},
    {"VpcConfig", S_STRUCTURE(vpc_config_response_result_members), 0,
     "Subnets and security groups by which the function reaches a VPC; it reaches no other network "
     "then."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_result_members), 0,
     "Queue or topic for asynchronous events that all attempts failed on."},
    {"Environment", S_STRUCTURE(environment_response_result_members), 0,
     "Variables that the handler's process has."},
    {"KMSKeyArn", S_STRING, 0,
     "KMS key that encrypts environment variables and snapshots; absent: one of AWS's own."},
    {"TracingConfig", S_STRUCTURE(tracing_config_response_result_members), 0,
     "Whether invocations are traced by X-Ray."},
    {"MasterArn", S_STRING, 0, "Of a Lambda@Edge replica: ARN of the function that it copies."},
    {"RevisionId", S_STRING, 0,
     "Id of the present state; another after each change. Give it back to change that state only."},
    {"Layers", S_LIST(shape_structure_layer_result_members), 0,
     "Layer versions that the function has, in the order in which they are unpacked."},
    {"State", S_STRING, 0,
     "Pending, Active, Inactive (invoke it to wake it), Failed, Deleting and the like."},
    {"StateReason", S_STRING, 0,
     "Why the function is in its State, in words; absent while it is Active."},
    {"StateReasonCode", S_STRING, 0,
     "Why the function is in its State, as a word: \"Creating\", \"Idle\", \"ImageAccessDenied\"."},
    {"LastUpdateStatus", S_STRING, 0,
     "Of the last change: Successful, Failed, or InProgress, in which no other is taken."},
    {"LastUpdateStatusReason", S_STRING, 0, "Why the last change stands so, in words."},
    {"LastUpdateStatusReasonCode", S_STRING, 0,
     "Why the last change stands so, as a word: \"InvalidConfiguration\", \"ImageDeleted\"."},
    {"FileSystemConfigs", S_LIST(shape_structure_file_system_config_result_members), 0,
     "File system that is mounted into the environment, at most 1."},
    {"SigningProfileVersionArn", S_STRING, 0,
     "ARN of the version of the signing profile; absent of unsigned code."},
    {"SigningJobArn", S_STRING, 0,
     "ARN of the AWS Signer job that signed the code; absent of unsigned code."},
    {"PackageType", S_STRING, 0, "Zip (an archive) or Image (a container image)."},
    {"ImageConfigResponse", S_STRUCTURE(image_config_response_result_members), 0,
     "What replaces settings of the image; absent if nothing does."},
    {"Architectures", S_LIST(shape_string), 0, "One processor architecture, x86_64 or arm64."},
    {"EphemeralStorage", S_STRUCTURE(ephemeral_storage_result_members), 0,
     "Size of the function's /tmp."},
    {"SnapStart", S_STRUCTURE(snap_start_response_result_members), 0,
     "Whether published versions start from a snapshot."},
    {"RuntimeVersionConfig", S_STRUCTURE(runtime_version_config_result_members), 0,
     "Version of the runtime that the function runs on; not of images."},
    {"LoggingConfig", S_STRUCTURE(logging_config_result_members), 0,
     "Format, levels and log group of what the function logs."},
    {"TenancyConfig", S_STRUCTURE(tenancy_config_result_members), 0,
     "Whether each tenant has environments of its own; fixed at the function's creation."},
    {"CapacityProviderConfig", S_STRUCTURE(capacity_provider_config_result_members), 0,
     "Capacity provider on whose managed instances the function runs."},
    {"ConfigSha256", S_STRING, 0,
     "SHA-256 of the function's configuration: another value, another configuration."},
    {"DurableConfig", S_STRUCTURE(durable_config_result_members), 0,
     "Makes the function durable: how long an execution may take, and how long its history is "
     "kept."},
    {"RuntimeConfig", S_STRUCTURE(function_runtime_config_result_members), 0,
     "Runtime of the customer's own that the function uses, and an alias of it."},
    {"AcceleratorConfig", S_STRUCTURE(accelerator_config_result_members), 0,
     "Accelerators that the execution environment has."},
    {.name = NULL},
};
static const struct slrun_param resolved_s3_object_result_members[] = {
    {"S3Bucket", S_STRING, 0, "Bucket that the archive is in."},
    {"S3Key", S_STRING, 0, "Key of the archive in S3Bucket."},
    {"S3ObjectVersion", S_STRING, 0, "Version of the archive's object."},
    {.name = NULL},
};
static const struct slrun_param function_code_location_error_result_members[] = {
    {"ErrorCode", S_STRING, 0, "Code of the error, a word for programs."},
    {"Message", S_STRING, 0, "The error in words."},
    {.name = NULL},
};
static const struct slrun_param function_code_location_result_members[] = {
    {"RepositoryType", S_STRING, 0, "Where the code is kept: S3 or ECR."},
    {"Location", S_STRING, 0, "URL of the archive, signed, for 10 minutes."},
    {"ImageUri", S_STRING, 0,
     "Container image in Amazon ECR: \"ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME:TAG\"."},
    {"ResolvedImageUri", S_STRING, 0, "Image with its digest in place of the tag."},
    {"ResolvedS3Object", S_STRUCTURE(resolved_s3_object_result_members), 0,
     "Bucket, key and version of the archive, where it is used in place (REFERENCE)."},
    {"SourceKMSKeyArn", S_STRING, 0,
     "KMS key that encrypts the zip archive; one of AWS's own unless given."},
    {"Error", S_STRUCTURE(function_code_location_error_result_members), 0,
     "Why the code could not be had; absent if it could."},
    {.name = NULL},
};
static const struct slrun_param tags_error_result_members[] = {
    {"ErrorCode", S_STRING, 0, "Code of the error, a word for programs."},
    {"Message", S_STRING, 0, "The error in words."},
    {.name = NULL},
};
static const struct slrun_param concurrency_result_members[] = {
    {"ReservedConcurrentExecutions", S_INTEGER, 0,
     "Invocations at once, at most; 0 stops the function."},
    {.name = NULL},
};
const struct slrun_param get_function_result[] = {
    {"Configuration", S_STRUCTURE(function_configuration_result_members), 0,
     "How the function or the version is configured."},
    {"Code", S_STRUCTURE(function_code_location_result_members), 0,
     "Where the code may be downloaded."},
    {"Tags", S_MAP(shape_string), 0, "Names and values."},
    {"TagsError", S_STRUCTURE(tags_error_result_members), 0,
     "Why the tags could not be read; absent if they could."},
    {"Concurrency", S_STRUCTURE(concurrency_result_members), 0,
     "Concurrency reserved for the function; absent if there is none."},
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
    {"CodeSigningConfigArn", S_STRING, 0,
     "ARN of the code signing configuration, which says whose signatures are trusted."},
    {"FunctionName", S_STRING, 0, "Name or ARN of the function, with or without a qualifier."},
    {.name = NULL},
};
const struct slrun_param get_function_concurrency_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {.name = NULL},
};
const struct slrun_param get_function_concurrency_result[] = {
    {"ReservedConcurrentExecutions", S_INTEGER, 0,
     "Invocations at once, at most; 0 stops the function."},
    {.name = NULL},
};
const struct slrun_param get_function_configuration_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST; $LATEST unless given."},
    {.name = NULL},
};
const struct slrun_param get_function_configuration_result[] = {
    {"FunctionName", S_STRING, 0, "Name of the function."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function; with a version or an alias behind it if one was asked for."},
    {"Runtime", S_STRING, 0,
     "\"python3.12\", \"nodejs22.x\", \"provided.al2023\" and the like; absent of images."},
    {"Role", S_STRING, 0, "ARN of the role that the function has."},
    {"Handler", S_STRING, 0, "What is called: \"file.function\"; absent of images."},
    {"CodeSize", S_INTEGER, 0, "Size of the zip archive in bytes."},
    {"Description", S_STRING, 0, "Free text, at most 256 characters."},
    {"Timeout", S_INTEGER, 0, "Seconds that an invocation may take."},
    {"MemorySize", S_INTEGER, 0, "MB of memory that an invocation has."},
    {"LastModified", S_STRING, 0,
     "When the function was changed last, ISO 8601: \"2018-11-27T15:10:45.123+0000\"."},
    {"CodeSha256", S_STRING, 0, "SHA-256 of the zip archive as AWS keeps it, in base64."},
    {"Version", S_STRING, 0, "Number of the version, or $LATEST."},
    {"VpcConfig", S_STRUCTURE(vpc_config_response_result_members), 0,
     "Subnets and security groups by which the function reaches a VPC; it reaches no other network "
     "then."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_result_members), 0,
     "Queue or topic for asynchronous events that all attempts failed on."},
    {"Environment", S_STRUCTURE(environment_response_result_members), 0,
     "Variables that the handler's process has."},
    {"KMSKeyArn", S_STRING, 0,
     "KMS key that encrypts environment variables and snapshots; absent: one of AWS's own."},
    {"TracingConfig", S_STRUCTURE(tracing_config_response_result_members), 0,
     "Whether invocations are traced by X-Ray."},
    {"MasterArn", S_STRING, 0, "Of a Lambda@Edge replica: ARN of the function that it copies."},
    {"RevisionId", S_STRING, 0,
     "Id of the present state; another after each change. Give it back to change that state only."},
    {"Layers", S_LIST(shape_structure_layer_result_members), 0,
     "Layer versions that the function has, in the order in which they are unpacked."},
    {"State", S_STRING, 0,
     "Pending, Active, Inactive (invoke it to wake it), Failed, Deleting and the like."},
    {"StateReason", S_STRING, 0,
     "Why the function is in its State, in words; absent while it is Active."},
    {"StateReasonCode", S_STRING, 0,
     "Why the function is in its State, as a word: \"Creating\", \"Idle\", \"ImageAccessDenied\"."},
    {"LastUpdateStatus", S_STRING, 0,
     "Of the last change: Successful, Failed, or InProgress, in which no other is taken."},
    {"LastUpdateStatusReason", S_STRING, 0, "Why the last change stands so, in words."},
    {"LastUpdateStatusReasonCode", S_STRING, 0,
     "Why the last change stands so, as a word: \"InvalidConfiguration\", \"ImageDeleted\"."},
    {"FileSystemConfigs", S_LIST(shape_structure_file_system_config_result_members), 0,
     "File system that is mounted into the environment, at most 1."},
    {"SigningProfileVersionArn", S_STRING, 0,
     "ARN of the version of the signing profile; absent of unsigned code."},
    {"SigningJobArn", S_STRING, 0,
     "ARN of the AWS Signer job that signed the code; absent of unsigned code."},
    {"PackageType", S_STRING, 0, "Zip (an archive) or Image (a container image)."},
    {"ImageConfigResponse", S_STRUCTURE(image_config_response_result_members), 0,
     "What replaces settings of the image; absent if nothing does."},
    {"Architectures", S_LIST(shape_string), 0, "One processor architecture, x86_64 or arm64."},
    {"EphemeralStorage", S_STRUCTURE(ephemeral_storage_result_members), 0,
     "Size of the function's /tmp."},
    {"SnapStart", S_STRUCTURE(snap_start_response_result_members), 0,
     "Whether published versions start from a snapshot."},
    {"RuntimeVersionConfig", S_STRUCTURE(runtime_version_config_result_members), 0,
     "Version of the runtime that the function runs on; not of images."},
    {"LoggingConfig", S_STRUCTURE(logging_config_result_members), 0,
     "Format, levels and log group of what the function logs."},
    {"TenancyConfig", S_STRUCTURE(tenancy_config_result_members), 0,
     "Whether each tenant has environments of its own; fixed at the function's creation."},
    {"CapacityProviderConfig", S_STRUCTURE(capacity_provider_config_result_members), 0,
     "Capacity provider on whose managed instances the function runs."},
    {"ConfigSha256", S_STRING, 0,
     "SHA-256 of the function's configuration: another value, another configuration."},
    {"DurableConfig", S_STRUCTURE(durable_config_result_members), 0,
     "Makes the function durable: how long an execution may take, and how long its history is "
     "kept."},
    {"RuntimeConfig", S_STRUCTURE(function_runtime_config_result_members), 0,
     "Runtime of the customer's own that the function uses, and an alias of it."},
    {"AcceleratorConfig", S_STRUCTURE(accelerator_config_result_members), 0,
     "Accelerators that the execution environment has."},
    {.name = NULL},
};
const struct lambda_place get_function_configuration_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
const struct slrun_param get_function_event_invoke_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST; $LATEST unless given."},
    {.name = NULL},
};
const struct slrun_param get_function_event_invoke_config_result[] = {
    {"LastModified", S_TIMESTAMP, 0, "When it was changed last, seconds since 1970."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function with the version, alias or $LATEST that this is for."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Attempts after a failed one, 0 to 2."},
    {"MaximumEventAgeInSeconds", S_INTEGER, 0,
     "Seconds after which an event is given up, 60 to 21,600; 21,600 unless given."},
    {"DestinationConfig", S_STRUCTURE(destination_config_result_members), 0,
     "Where records of invocations go, by their outcome; of event source mappings only OnFailure."},
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
    {"RecursiveLoop", S_STRING, 0,
     "What a function meets that invokes itself by way of SQS, SNS or S3: Terminate or Allow; "
     "Terminate unless set."},
    {.name = NULL},
};
const struct slrun_param get_function_url_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "An alias, whose URL it is; that of $LATEST unless given."},
    {.name = NULL},
};
const struct slrun_param get_function_url_config_result[] = {
    {"FunctionUrl", S_STRING, 0, "The URL, https://ID.lambda-url.REGION.on.aws/ at AWS."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function; with a version or an alias behind it if one was asked for."},
    {"AuthType", S_STRING, 0,
     "Who may call the URL: AWS_IAM (signed requests that a policy allows) or NONE (anybody)."},
    {"Cors", S_STRUCTURE(cors_result_members), 0,
     "Which origins' pages may call the URL, and how."},
    {"CreationTime", S_STRING, 0, "When the URL was made, ISO 8601."},
    {"LastModifiedTime", S_STRING, 0, "When the URL's configuration was changed last, ISO 8601."},
    {"InvokeMode", S_STRING, 0,
     "BUFFERED (the answer as a whole, at most 6 MB) or RESPONSE_STREAM; BUFFERED unless given."},
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
    {"Location", S_STRING, 0, "URL of the archive, signed, for 10 minutes."},
    {"CodeSha256", S_STRING, 0, "SHA-256 of the zip archive as AWS keeps it, in base64."},
    {"CodeSize", S_INTEGER, 0, "Size of the zip archive in bytes."},
    {"SigningProfileVersionArn", S_STRING, 0,
     "ARN of the version of the signing profile; absent of unsigned code."},
    {"SigningJobArn", S_STRING, 0,
     "ARN of the AWS Signer job that signed the code; absent of unsigned code."},
    {"ResolvedS3Object", S_STRUCTURE(resolved_s3_object_result_members), 0,
     "Bucket, key and version of the archive, where it is used in place (REFERENCE)."},
    {.name = NULL},
};
const struct slrun_param get_layer_version_result[] = {
    {"Content", S_STRUCTURE(layer_version_content_output_result_members), 0,
     "Where the layer's archive is, its size and its SHA-256."},
    {"LayerArn", S_STRING, 0, "ARN of the layer, without a version."},
    {"LayerVersionArn", S_STRING, 0, "ARN of the layer version, as Layers of a function has it."},
    {"Description", S_STRING, 0, "Free text, at most 256 characters."},
    {"CreatedDate", S_STRING, 0,
     "When the layer version was made, ISO 8601: \"2018-11-27T15:10:45.123+0000\"."},
    {"Version", S_INTEGER, 0, "Number of the layer version."},
    {"CompatibleArchitectures", S_LIST(shape_string), 0,
     "Architectures that the layer is for, at most 2; only filters of lists read it."},
    {"CompatibleRuntimes", S_LIST(shape_string), 0,
     "Runtimes that the layer is for, at most 15; only filters of lists read it."},
    {"LicenseInfo", S_STRING, 0,
     "Licence: an SPDX id (\"MIT\"), a URL or the text, at most 512 characters."},
    {.name = NULL},
};
const struct slrun_param get_layer_version_by_arn_params[] = {
    {"Arn", S_STRING, SLRUN_REQUIRED, "ARN of the layer version."},
    {.name = NULL},
};
const struct slrun_param get_layer_version_by_arn_result[] = {
    {"Content", S_STRUCTURE(layer_version_content_output_result_members), 0,
     "Where the layer's archive is, its size and its SHA-256."},
    {"LayerArn", S_STRING, 0, "ARN of the layer, without a version."},
    {"LayerVersionArn", S_STRING, 0, "ARN of the layer version, as Layers of a function has it."},
    {"Description", S_STRING, 0, "Free text, at most 256 characters."},
    {"CreatedDate", S_STRING, 0,
     "When the layer version was made, ISO 8601: \"2018-11-27T15:10:45.123+0000\"."},
    {"Version", S_INTEGER, 0, "Number of the layer version."},
    {"CompatibleArchitectures", S_LIST(shape_string), 0,
     "Architectures that the layer is for, at most 2; only filters of lists read it."},
    {"CompatibleRuntimes", S_LIST(shape_string), 0,
     "Runtimes that the layer is for, at most 15; only filters of lists read it."},
    {"LicenseInfo", S_STRING, 0,
     "Licence: an SPDX id (\"MIT\"), a URL or the text, at most 512 characters."},
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
    {"Policy", S_STRING, 0, "The policy, a text of JSON with a Statement for each permission."},
    {"RevisionId", S_STRING, 0,
     "Id of the policy's present state; give it back to change that state only."},
    {.name = NULL},
};
const struct slrun_param get_policy_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST; $LATEST unless given."},
    {.name = NULL},
};
const struct slrun_param get_policy_result[] = {
    {"Policy", S_STRING, 0, "The policy, a text of JSON with a Statement for each permission."},
    {"RevisionId", S_STRING, 0,
     "Id of the policy's present state; give it back to change that state only."},
    {.name = NULL},
};
const struct lambda_place get_policy_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
const struct slrun_param get_provisioned_concurrency_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, SLRUN_REQUIRED, "A version or an alias, not $LATEST."},
    {.name = NULL},
};
const struct slrun_param get_provisioned_concurrency_config_result[] = {
    {"RequestedProvisionedConcurrentExecutions", S_INTEGER, 0, "Environments that were asked for."},
    {"AvailableProvisionedConcurrentExecutions", S_INTEGER, 0,
     "Environments that are ready and idle or busy, of those allocated."},
    {"AllocatedProvisionedConcurrentExecutions", S_INTEGER, 0,
     "Environments that are made by now, of those requested."},
    {"Status", S_STRING, 0, "Of the allocation: IN_PROGRESS, READY or FAILED."},
    {"StatusReason", S_STRING, 0, "Why environments could not be allocated, with Status FAILED."},
    {"LastModified", S_STRING, 0, "When a user changed it last, ISO 8601."},
    {.name = NULL},
};
const struct lambda_place get_provisioned_concurrency_config_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
const struct slrun_param get_runtime_management_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version or $LATEST; $LATEST unless given."},
    {.name = NULL},
};
const struct slrun_param get_runtime_management_config_result[] = {
    {"UpdateRuntimeOn", S_STRING, 0,
     "When a new runtime is taken: Auto, FunctionUpdate (with the function's next change) or "
     "Manual."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function; with a version or an alias behind it if one was asked for."},
    {"RuntimeVersionArn", S_STRING, 0,
     "ARN of the runtime's version, with UpdateRuntimeOn Manual only."},
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
     "RequestResponse (waits), Event (does not) or DryRun; RequestResponse unless given."},
    {"LogType", S_WORD(words_log_type), 0,
     "Tail: the last 4 KB of the log come back in LogResult; None unless given."},
    {"ClientContext", S_STRING, 0,
     "What the handler gets as client_context: base64 of JSON, at most 3,583 bytes."},
    {"DurableExecutionName", S_STRING, 0,
     "Name of the durable execution, 1 to 64 characters: the same name and event run once; made up "
     "unless given."},
    {"Payload", S_DOCUMENT, 0,
     "The event: a table is sent as JSON, a string as it stands; 6 MB at most, with Event 1 MB."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST; $LATEST unless given."},
    {"TenantId", S_STRING, 0,
     "Tenant on whose behalf the function runs, 1 to 256 characters; of functions with tenant "
     "isolation."},
    {.name = NULL},
};
const struct slrun_param invoke_result[] = {
    {"StatusCode", S_INTEGER, 0, "HTTP status: 200, 202 for Event, 204 for DryRun."},
    {"FunctionError", S_STRING, 0,
     "There if the handler failed: Handled or Unhandled; Payload says how."},
    {"LogResult", S_STRING, 0, "The last 4 KB of the log, as text."},
    {"Payload", S_DOCUMENT, 0,
     "What the handler returned, JSON read as a table or value; of an error its errorMessage and "
     "errorType."},
    {"ExecutedVersion", S_STRING, 0,
     "Version that ran; with an alias, the one that the alias led to."},
    {"DurableExecutionArn", S_STRING, 0,
     "ARN of the durable execution that was begun; absent of other functions."},
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
    {"FunctionVersion", S_STRING, 0, "Only aliases that lead to this version."},
    {"Marker", S_STRING, 0, "Where the page before ended: its NextMarker."},
    {"MaxItems", S_INTEGER, 0, "Most items of a page, 1 to 10,000."},
    {.name = NULL},
};
static const struct slrun_param alias_configuration_result_members[] = {
    {"AliasArn", S_STRING, 0, "ARN of the alias, the function's ARN with :NAME behind it."},
    {"Name", S_STRING, 0,
     "Name of the alias, 1 to 128 of a-z, A-Z, 0-9, - and _, not a number alone."},
    {"FunctionVersion", S_STRING, 0, "Version that the alias stands for: a number or $LATEST."},
    {"Description", S_STRING, 0, "Free text, at most 256 characters."},
    {"RoutingConfig", S_STRUCTURE(alias_routing_configuration_result_members), 0,
     "A second version and its share of the invocations."},
    {"RevisionId", S_STRING, 0,
     "Id of the present state; another after each change. Give it back to change that state only."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_alias_configuration_result_members =
    S_STRUCTURE(alias_configuration_result_members);
const struct slrun_param list_aliases_result[] = {
    {"NextMarker", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"Aliases", S_LIST(shape_structure_alias_configuration_result_members), 0,
     "Aliases of this page, each with its version."},
    {.name = NULL},
};
const struct lambda_place list_aliases_places[] = {
    {"FunctionVersion", LAMBDA_QUERY, "FunctionVersion"},
    {"Marker", LAMBDA_QUERY, "Marker"},
    {"MaxItems", LAMBDA_QUERY, "MaxItems"},
    {.member = NULL},
};
const struct slrun_param list_event_source_mappings_params[] = {
    {"EventSourceArn", S_STRING, 0,
     "ARN of the queue, stream, stream consumer, table's stream, Kafka cluster or broker."},
    {"FunctionName", S_STRING, 0, "Name or ARN of the function, with or without a qualifier."},
    {"Marker", S_STRING, 0, "Where the page before ended: its NextMarker."},
    {"MaxItems", S_INTEGER, 0, "Most items of a page, 1 to 10,000; 100 come at most all the same."},
    {.name = NULL},
};
static const struct slrun_param event_source_mapping_configuration_result_members[] = {
    {"UUID", S_STRING, 0, "Id of the event source mapping."},
    {"StartingPosition", S_STRING, 0,
     "Where a stream is read from: TRIM_HORIZON (its oldest), LATEST or AT_TIMESTAMP; a must for "
     "streams."},
    {"StartingPositionTimestamp", S_TIMESTAMP, 0,
     "With AT_TIMESTAMP: first time that is read, seconds since 1970, not in the future."},
    {"BatchSize", S_INTEGER, 0,
     "Most records of one invocation, 1 to 10,000; of SQS 10 (FIFO at most 10), else 100 unless "
     "given."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds that records are gathered for a batch, 0 to 300; 0 for SQS and streams, else 0.5 "
     "unless given."},
    {"ParallelizationFactor", S_INTEGER, 0,
     "Of Kinesis and DynamoDB: batches of one shard at once, 1 to 10; 1 unless given."},
    {"EventSourceArn", S_STRING, 0,
     "ARN of the queue, stream, stream consumer, table's stream, Kafka cluster or broker."},
    {"FilterCriteria", S_STRUCTURE(filter_criteria_result_members), 0,
     "Which records reach the function; all unless given."},
    {"FilterCriteriaError", S_STRUCTURE(filter_criteria_error_result_members), 0,
     "Why the filters could not be encrypted or decrypted; absent if they could."},
    {"KMSKeyArn", S_STRING, 0,
     "KMS key that encrypts the filters; absent if they are not encrypted."},
    {"MetricsConfig", S_STRUCTURE(event_source_mapping_metrics_config_result_members), 0,
     "Which CloudWatch metrics the mapping itself makes."},
    {"LoggingConfig", S_STRUCTURE(event_source_mapping_logging_config_result_members), 0,
     "Of Kafka sources: what the mapping itself logs."},
    {"ScalingConfig", S_STRUCTURE(scaling_config_result_members), 0,
     "Of SQS: most invocations at once."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function, or of its version or alias, that gets the records."},
    {"LastModified", S_TIMESTAMP, 0,
     "When the mapping or its State was changed last, seconds since 1970."},
    {"LastProcessingResult", S_STRING, 0,
     "How the last batch went: \"OK\", \"No records processed\", \"PROBLEM: ...\" and the like."},
    {"State", S_STRING, 0,
     "Creating, Enabling, Enabled, Disabling, Disabled, Updating or Deleting."},
    {"StateTransitionReason", S_STRING, 0,
     "Whether a user or Lambda changed the mapping last: \"USER_INITIATED\" and the like."},
    {"DestinationConfig", S_STRUCTURE(destination_config_result_members), 0,
     "Where records of invocations go, by their outcome; of event source mappings only OnFailure."},
    {"Topics", S_LIST(shape_string), 0, "Of Kafka: name of the one topic that is read."},
    {"Queues", S_LIST(shape_string), 0, "Of Amazon MQ: name of the one queue that is read."},
    {"SourceAccessConfigurations",
     S_LIST(shape_structure_source_access_configuration_result_members), 0,
     "Secrets, subnets and the like that the source is reached by, at most 23."},
    {"SelfManagedEventSource", S_STRUCTURE(self_managed_event_source_result_members), 0,
     "Kafka cluster of one's own that is read, by its bootstrap servers."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0,
     "Of streams and Kafka: older records are dropped, 60 to 604,800 seconds; -1 (never) unless "
     "given."},
    {"BisectBatchOnFunctionError", S_BOOLEAN, 0,
     "Of streams and Kafka: a failed batch is halved and tried again; false unless given."},
    {"MaximumRetryAttempts", S_INTEGER, 0,
     "Of streams and Kafka: attempts after a failed one, 0 to 10,000; -1 (until records expire) "
     "unless given."},
    {"TumblingWindowInSeconds", S_INTEGER, 0,
     "Of Kinesis and DynamoDB: seconds over which invocations hand on a state, 0 (none) to 900."},
    {"FunctionResponseTypes", S_LIST(shape_string), 0,
     "ReportBatchItemFailures: the function tells which records failed, and only those come "
     "again."},
    {"AmazonManagedKafkaEventSourceConfig",
     S_STRUCTURE(amazon_managed_kafka_event_source_config_result_members), 0,
     "Of an Amazon MSK cluster only: consumer group and schema registry."},
    {"SelfManagedKafkaEventSourceConfig",
     S_STRUCTURE(self_managed_kafka_event_source_config_result_members), 0,
     "Of a Kafka cluster of one's own only: consumer group and schema registry."},
    {"DocumentDBEventSourceConfig", S_STRUCTURE(document_db_event_source_config_result_members), 0,
     "Of a DocumentDB change stream only: database, collection and what an update brings."},
    {"EventSourceMappingArn", S_STRING, 0,
     "ARN of the event source mapping, with its UUID at the end."},
    {"ProvisionedPollerConfig", S_STRUCTURE(provisioned_poller_config_result_members), 0,
     "Of SQS and Kafka: how many pollers are kept for this source alone."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_event_source_mapping_configuration_result_members =
    S_STRUCTURE(event_source_mapping_configuration_result_members);
const struct slrun_param list_event_source_mappings_result[] = {
    {"NextMarker", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"EventSourceMappings",
     S_LIST(shape_structure_event_source_mapping_configuration_result_members), 0,
     "Event source mappings of this page."},
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
    {"Marker", S_STRING, 0, "Where the page before ended: its NextMarker."},
    {"MaxItems", S_INTEGER, 0, "Most items of a page, 1 to 50."},
    {.name = NULL},
};
static const struct slrun_param function_event_invoke_config_result_members[] = {
    {"LastModified", S_TIMESTAMP, 0, "When it was changed last, seconds since 1970."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function with the version, alias or $LATEST that this is for."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Attempts after a failed one, 0 to 2."},
    {"MaximumEventAgeInSeconds", S_INTEGER, 0,
     "Seconds after which an event is given up, 60 to 21,600; 21,600 unless given."},
    {"DestinationConfig", S_STRUCTURE(destination_config_result_members), 0,
     "Where records of invocations go, by their outcome; of event source mappings only OnFailure."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_function_event_invoke_config_result_members =
    S_STRUCTURE(function_event_invoke_config_result_members);
const struct slrun_param list_function_event_invoke_configs_result[] = {
    {"FunctionEventInvokeConfigs",
     S_LIST(shape_structure_function_event_invoke_config_result_members), 0,
     "Configurations of this page, one for each version or alias that has one."},
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
    {"Marker", S_STRING, 0, "Where the page before ended: its NextMarker."},
    {"MaxItems", S_INTEGER, 0, "Most items of a page, 1 to 50."},
    {.name = NULL},
};
static const struct slrun_param function_url_config_result_members[] = {
    {"FunctionUrl", S_STRING, 0, "The URL, https://ID.lambda-url.REGION.on.aws/ at AWS."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function; with a version or an alias behind it if one was asked for."},
    {"CreationTime", S_STRING, 0, "When the URL was made, ISO 8601."},
    {"LastModifiedTime", S_STRING, 0, "When the URL's configuration was changed last, ISO 8601."},
    {"Cors", S_STRUCTURE(cors_result_members), 0,
     "Which origins' pages may call the URL, and how."},
    {"AuthType", S_STRING, 0,
     "Who may call the URL: AWS_IAM (signed requests that a policy allows) or NONE (anybody)."},
    {"InvokeMode", S_STRING, 0,
     "BUFFERED (the answer as a whole, at most 6 MB) or RESPONSE_STREAM; BUFFERED unless given."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_function_url_config_result_members =
    S_STRUCTURE(function_url_config_result_members);
const struct slrun_param list_function_url_configs_result[] = {
    {"FunctionUrlConfigs", S_LIST(shape_structure_function_url_config_result_members), 0,
     "URLs of this page, of the function and of its aliases."},
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
    {"MasterRegion", S_STRING, 0,
     "Only Lambda@Edge replicas of functions of this region (with FunctionVersion ALL), or ALL."},
    {"FunctionVersion", S_WORD(words_function_version), 0,
     "ALL: the published versions, too; without it only $LATEST of each function."},
    {"Marker", S_STRING, 0, "Where the page before ended: its NextMarker."},
    {"MaxItems", S_INTEGER, 0, "Most items of a page, 1 to 10,000; 50 come at most all the same."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_function_configuration_result_members =
    S_STRUCTURE(function_configuration_result_members);
const struct slrun_param list_functions_result[] = {
    {"NextMarker", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"Functions", S_LIST(shape_structure_function_configuration_result_members), 0,
     "Configurations of this page's functions."},
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
    {"CompatibleArchitecture", S_WORD(words_architecture), 0,
     "Only layers that say that they fit this architecture, x86_64 or arm64."},
    {"CompatibleRuntime", S_STRING, 0,
     "Only layers that say that they fit this runtime, such as \"python3.12\"."},
    {"LayerName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the layer."},
    {"Marker", S_STRING, 0, "Where the page before ended: its NextMarker."},
    {"MaxItems", S_INTEGER, 0, "Most items of a page, 1 to 50."},
    {.name = NULL},
};
static const struct slrun_param layer_versions_list_item_result_members[] = {
    {"LayerVersionArn", S_STRING, 0, "ARN of the layer version, as Layers of a function has it."},
    {"Version", S_INTEGER, 0, "Number of the layer version."},
    {"Description", S_STRING, 0, "Free text, at most 256 characters."},
    {"CreatedDate", S_STRING, 0,
     "When the layer version was made, ISO 8601: \"2018-11-27T15:10:45.123+0000\"."},
    {"CompatibleArchitectures", S_LIST(shape_string), 0,
     "Architectures that the layer is for, at most 2; only filters of lists read it."},
    {"CompatibleRuntimes", S_LIST(shape_string), 0,
     "Runtimes that the layer is for, at most 15; only filters of lists read it."},
    {"LicenseInfo", S_STRING, 0,
     "Licence: an SPDX id (\"MIT\"), a URL or the text, at most 512 characters."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_layer_versions_list_item_result_members =
    S_STRUCTURE(layer_versions_list_item_result_members);
const struct slrun_param list_layer_versions_result[] = {
    {"NextMarker", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"LayerVersions", S_LIST(shape_structure_layer_versions_list_item_result_members), 0,
     "Versions of this page, the newest first."},
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
    {"CompatibleArchitecture", S_WORD(words_architecture), 0,
     "Only layers that say that they fit this architecture, x86_64 or arm64."},
    {"CompatibleRuntime", S_STRING, 0,
     "Only layers that say that they fit this runtime, such as \"python3.12\"."},
    {"Marker", S_STRING, 0, "Where the page before ended: its NextMarker."},
    {"MaxItems", S_INTEGER, 0, "Most items of a page, 1 to 50."},
    {.name = NULL},
};
static const struct slrun_param layers_list_item_result_members[] = {
    {"LayerName", S_STRING, 0, "Name of the layer."},
    {"LayerArn", S_STRING, 0, "ARN of the layer, without a version."},
    {"LatestMatchingVersion", S_STRUCTURE(layer_versions_list_item_result_members), 0,
     "Newest version of the layer that the filters let through."},
    {.name = NULL},
};
static const struct slrun_shape shape_structure_layers_list_item_result_members =
    S_STRUCTURE(layers_list_item_result_members);
const struct slrun_param list_layers_result[] = {
    {"NextMarker", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"Layers", S_LIST(shape_structure_layers_list_item_result_members), 0,
     "Layers of this page, each with its newest version."},
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
    {"Marker", S_STRING, 0, "Where the page before ended: its NextMarker."},
    {"MaxItems", S_INTEGER, 0, "Most items of a page, 1 to 50."},
    {.name = NULL},
};
static const struct slrun_param provisioned_concurrency_config_list_item_result_members[] = {
    {"FunctionArn", S_STRING, 0, "ARN of the version or alias that the environments are for."},
    {"RequestedProvisionedConcurrentExecutions", S_INTEGER, 0, "Environments that were asked for."},
    {"AvailableProvisionedConcurrentExecutions", S_INTEGER, 0,
     "Environments that are ready and idle or busy, of those allocated."},
    {"AllocatedProvisionedConcurrentExecutions", S_INTEGER, 0,
     "Environments that are made by now, of those requested."},
    {"Status", S_STRING, 0, "Of the allocation: IN_PROGRESS, READY or FAILED."},
    {"StatusReason", S_STRING, 0, "Why environments could not be allocated, with Status FAILED."},
    {"LastModified", S_STRING, 0, "When a user changed it last, ISO 8601."},
    {.name = NULL},
};
static const struct slrun_shape
    shape_structure_provisioned_concurrency_config_list_item_result_members =
        S_STRUCTURE(provisioned_concurrency_config_list_item_result_members);
const struct slrun_param list_provisioned_concurrency_configs_result[] = {
    {"ProvisionedConcurrencyConfigs",
     S_LIST(shape_structure_provisioned_concurrency_config_list_item_result_members), 0,
     "Configurations of this page, one for each version or alias that has one."},
    {"NextMarker", S_STRING, 0, "Where the next page begins; absent on the last."},
    {.name = NULL},
};
const struct lambda_place list_provisioned_concurrency_configs_places[] = {
    {"Marker", LAMBDA_QUERY, "Marker"},
    {"MaxItems", LAMBDA_QUERY, "MaxItems"},
    {.member = NULL},
};
const struct slrun_param list_tags_params[] = {
    {"Resource", S_STRING, SLRUN_REQUIRED,
     "ARN of the function or event source mapping that has the tags."},
    {.name = NULL},
};
const struct slrun_param list_tags_result[] = {
    {"Tags", S_MAP(shape_string), 0, "Names and values."},
    {.name = NULL},
};
const struct slrun_param list_versions_by_function_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Marker", S_STRING, 0, "Where the page before ended: its NextMarker."},
    {"MaxItems", S_INTEGER, 0, "Most items of a page, 1 to 10,000; 50 come at most all the same."},
    {.name = NULL},
};
const struct slrun_param list_versions_by_function_result[] = {
    {"NextMarker", S_STRING, 0, "Where the next page begins; absent on the last."},
    {"Versions", S_LIST(shape_structure_function_configuration_result_members), 0,
     "Configurations of this page's versions, $LATEST among them."},
    {.name = NULL},
};
const struct lambda_place list_versions_by_function_places[] = {
    {"Marker", LAMBDA_QUERY, "Marker"},
    {"MaxItems", LAMBDA_QUERY, "MaxItems"},
    {.member = NULL},
};
static const struct slrun_param layer_version_content_input_members[] = {
    {"S3Bucket", S_STRING, 0,
     "Bucket with the archive, in the layer's region, 3 to 63 characters."},
    {"S3Key", S_STRING, 0, "Key of the archive in S3Bucket, at most 1,024 characters."},
    {"S3ObjectVersion", S_STRING, 0,
     "Version of the archive's object, of a bucket with versioning; the latest unless given."},
    {"S3ObjectStorageMode", S_WORD(words_s3_object_storage_mode), 0,
     "COPY (Lambda keeps a copy of the archive) or REFERENCE (it stays in the bucket); COPY unless "
     "given."},
    {"ZipFile", S_BLOB, 0, "Bytes of a zip archive, at most 50 MB; larger ones go by S3."},
    {"Directory", S_STRING, 0, "Local cloud only: a directory of this machine with the content."},
    {.name = NULL},
};
const struct slrun_param publish_layer_version_params[] = {
    {"LayerName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the layer."},
    {"Description", S_STRING, 0, "Free text, at most 256 characters."},
    {"Content", S_STRUCTURE(layer_version_content_input_members), SLRUN_REQUIRED,
     "Archive of the layer: ZipFile, or S3Bucket and S3Key."},
    {"CompatibleArchitectures", S_LIST(shape_word_words_architecture), 0,
     "Architectures that the layer is for, at most 2; only filters of lists read it."},
    {"CompatibleRuntimes", S_LIST(shape_string), 0,
     "Runtimes that the layer is for, at most 15; only filters of lists read it."},
    {"LicenseInfo", S_STRING, 0,
     "Licence: an SPDX id (\"MIT\"), a URL or the text, at most 512 characters."},
    {.name = NULL},
};
const struct slrun_param publish_layer_version_result[] = {
    {"Content", S_STRUCTURE(layer_version_content_output_result_members), 0,
     "Where the layer's archive is, its size and its SHA-256."},
    {"LayerArn", S_STRING, 0, "ARN of the layer, without a version."},
    {"LayerVersionArn", S_STRING, 0, "ARN of the layer version, as Layers of a function has it."},
    {"Description", S_STRING, 0, "Free text, at most 256 characters."},
    {"CreatedDate", S_STRING, 0,
     "When the layer version was made, ISO 8601: \"2018-11-27T15:10:45.123+0000\"."},
    {"Version", S_INTEGER, 0, "Number of the new layer version; they count from 1."},
    {"CompatibleArchitectures", S_LIST(shape_string), 0,
     "Architectures that the layer is for, at most 2; only filters of lists read it."},
    {"CompatibleRuntimes", S_LIST(shape_string), 0,
     "Runtimes that the layer is for, at most 15; only filters of lists read it."},
    {"LicenseInfo", S_STRING, 0,
     "Licence: an SPDX id (\"MIT\"), a URL or the text, at most 512 characters."},
    {.name = NULL},
};
const struct slrun_param publish_version_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"CodeSha256", S_STRING, 0,
     "Publishes only if the code still has this SHA-256 (base64, as update_function_code told)."},
    {"Description", S_STRING, 0,
     "Text about the version in place of the function's, at most 256 characters."},
    {"RevisionId", S_STRING, 0,
     "Only if this is still the revision, else PreconditionFailedException."},
    {"PublishTo", S_WORD(words_function_version_latest_published), 0,
     "LATEST_PUBLISHED: what is published becomes $LATEST.PUBLISHED."},
    {.name = NULL},
};
const struct slrun_param publish_version_result[] = {
    {"FunctionName", S_STRING, 0, "Name of the function."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function; with a version or an alias behind it if one was asked for."},
    {"Runtime", S_STRING, 0,
     "\"python3.12\", \"nodejs22.x\", \"provided.al2023\" and the like; absent of images."},
    {"Role", S_STRING, 0, "ARN of the role that the function has."},
    {"Handler", S_STRING, 0, "What is called: \"file.function\"; absent of images."},
    {"CodeSize", S_INTEGER, 0, "Size of the zip archive in bytes."},
    {"Description", S_STRING, 0, "Free text, at most 256 characters."},
    {"Timeout", S_INTEGER, 0, "Seconds that an invocation may take."},
    {"MemorySize", S_INTEGER, 0, "MB of memory that an invocation has."},
    {"LastModified", S_STRING, 0,
     "When the function was changed last, ISO 8601: \"2018-11-27T15:10:45.123+0000\"."},
    {"CodeSha256", S_STRING, 0, "SHA-256 of the zip archive as AWS keeps it, in base64."},
    {"Version", S_STRING, 0, "Number of the version, or $LATEST."},
    {"VpcConfig", S_STRUCTURE(vpc_config_response_result_members), 0,
     "Subnets and security groups by which the function reaches a VPC; it reaches no other network "
     "then."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_result_members), 0,
     "Queue or topic for asynchronous events that all attempts failed on."},
    {"Environment", S_STRUCTURE(environment_response_result_members), 0,
     "Variables that the handler's process has."},
    {"KMSKeyArn", S_STRING, 0,
     "KMS key that encrypts environment variables and snapshots; absent: one of AWS's own."},
    {"TracingConfig", S_STRUCTURE(tracing_config_response_result_members), 0,
     "Whether invocations are traced by X-Ray."},
    {"MasterArn", S_STRING, 0, "Of a Lambda@Edge replica: ARN of the function that it copies."},
    {"RevisionId", S_STRING, 0,
     "Id of the present state; another after each change. Give it back to change that state only."},
    {"Layers", S_LIST(shape_structure_layer_result_members), 0,
     "Layer versions that the function has, in the order in which they are unpacked."},
    {"State", S_STRING, 0,
     "Pending, Active, Inactive (invoke it to wake it), Failed, Deleting and the like."},
    {"StateReason", S_STRING, 0,
     "Why the function is in its State, in words; absent while it is Active."},
    {"StateReasonCode", S_STRING, 0,
     "Why the function is in its State, as a word: \"Creating\", \"Idle\", \"ImageAccessDenied\"."},
    {"LastUpdateStatus", S_STRING, 0,
     "Of the last change: Successful, Failed, or InProgress, in which no other is taken."},
    {"LastUpdateStatusReason", S_STRING, 0, "Why the last change stands so, in words."},
    {"LastUpdateStatusReasonCode", S_STRING, 0,
     "Why the last change stands so, as a word: \"InvalidConfiguration\", \"ImageDeleted\"."},
    {"FileSystemConfigs", S_LIST(shape_structure_file_system_config_result_members), 0,
     "File system that is mounted into the environment, at most 1."},
    {"SigningProfileVersionArn", S_STRING, 0,
     "ARN of the version of the signing profile; absent of unsigned code."},
    {"SigningJobArn", S_STRING, 0,
     "ARN of the AWS Signer job that signed the code; absent of unsigned code."},
    {"PackageType", S_STRING, 0, "Zip (an archive) or Image (a container image)."},
    {"ImageConfigResponse", S_STRUCTURE(image_config_response_result_members), 0,
     "What replaces settings of the image; absent if nothing does."},
    {"Architectures", S_LIST(shape_string), 0, "One processor architecture, x86_64 or arm64."},
    {"EphemeralStorage", S_STRUCTURE(ephemeral_storage_result_members), 0,
     "Size of the function's /tmp."},
    {"SnapStart", S_STRUCTURE(snap_start_response_result_members), 0,
     "Whether published versions start from a snapshot."},
    {"RuntimeVersionConfig", S_STRUCTURE(runtime_version_config_result_members), 0,
     "Version of the runtime that the function runs on; not of images."},
    {"LoggingConfig", S_STRUCTURE(logging_config_result_members), 0,
     "Format, levels and log group of what the function logs."},
    {"TenancyConfig", S_STRUCTURE(tenancy_config_result_members), 0,
     "Whether each tenant has environments of its own; fixed at the function's creation."},
    {"CapacityProviderConfig", S_STRUCTURE(capacity_provider_config_result_members), 0,
     "Capacity provider on whose managed instances the function runs."},
    {"ConfigSha256", S_STRING, 0,
     "SHA-256 of the function's configuration: another value, another configuration."},
    {"DurableConfig", S_STRUCTURE(durable_config_result_members), 0,
     "Makes the function durable: how long an execution may take, and how long its history is "
     "kept."},
    {"RuntimeConfig", S_STRUCTURE(function_runtime_config_result_members), 0,
     "Runtime of the customer's own that the function uses, and an alias of it."},
    {"AcceleratorConfig", S_STRUCTURE(accelerator_config_result_members), 0,
     "Accelerators that the execution environment has."},
    {.name = NULL},
};
const struct slrun_param put_function_concurrency_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"ReservedConcurrentExecutions", S_INTEGER, SLRUN_REQUIRED,
     "Invocations at once, at most; 0 stops the function."},
    {.name = NULL},
};
const struct slrun_param put_function_concurrency_result[] = {
    {"ReservedConcurrentExecutions", S_INTEGER, 0,
     "Invocations at once, at most; 0 stops the function."},
    {.name = NULL},
};
const struct slrun_param put_function_event_invoke_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST; $LATEST unless given."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Attempts after a failed one, 0 to 2; 2 unless given."},
    {"MaximumEventAgeInSeconds", S_INTEGER, 0,
     "Seconds after which an event is given up, 60 to 21,600; 21,600 unless given."},
    {"DestinationConfig", S_STRUCTURE(destination_config_members), 0,
     "Where records of invocations go, by their outcome; of event source mappings only OnFailure."},
    {.name = NULL},
};
const struct slrun_param put_function_event_invoke_config_result[] = {
    {"LastModified", S_TIMESTAMP, 0, "When it was changed last, seconds since 1970."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function with the version, alias or $LATEST that this is for."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Attempts after a failed one, 0 to 2."},
    {"MaximumEventAgeInSeconds", S_INTEGER, 0,
     "Seconds after which an event is given up, 60 to 21,600; 21,600 unless given."},
    {"DestinationConfig", S_STRUCTURE(destination_config_result_members), 0,
     "Where records of invocations go, by their outcome; of event source mappings only OnFailure."},
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
    {"RecursiveLoop", S_WORD(words_recursive_loop), SLRUN_REQUIRED,
     "What a function meets that invokes itself by way of SQS, SNS or S3: Terminate or Allow; "
     "Terminate unless set."},
    {.name = NULL},
};
const struct slrun_param put_function_recursion_config_result[] = {
    {"RecursiveLoop", S_STRING, 0,
     "What a function meets that invokes itself by way of SQS, SNS or S3: Terminate or Allow; "
     "Terminate unless set."},
    {.name = NULL},
};
const struct slrun_param put_provisioned_concurrency_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, SLRUN_REQUIRED, "A version or an alias, not $LATEST."},
    {"ProvisionedConcurrentExecutions", S_INTEGER, SLRUN_REQUIRED,
     "Environments that are kept ready, from 1 on."},
    {.name = NULL},
};
const struct slrun_param put_provisioned_concurrency_config_result[] = {
    {"RequestedProvisionedConcurrentExecutions", S_INTEGER, 0, "Environments that were asked for."},
    {"AllocatedProvisionedConcurrentExecutions", S_INTEGER, 0,
     "Environments that are made by now, of those requested."},
    {"AvailableProvisionedConcurrentExecutions", S_INTEGER, 0,
     "Environments that are ready and idle or busy, of those allocated."},
    {"Status", S_STRING, 0, "Of the allocation: IN_PROGRESS, READY or FAILED."},
    {"StatusReason", S_STRING, 0, "Why environments could not be allocated, with Status FAILED."},
    {"LastModified", S_STRING, 0, "When a user changed it last, ISO 8601."},
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
    {"Qualifier", S_STRING, 0, "A version or $LATEST; $LATEST unless given."},
    {"UpdateRuntimeOn", S_WORD(words_update_runtime_on), SLRUN_REQUIRED,
     "When a new runtime is taken: Auto, FunctionUpdate (with the function's next change) or "
     "Manual."},
    {"RuntimeVersionArn", S_STRING, 0,
     "ARN of the runtime's version, with UpdateRuntimeOn Manual only."},
    {.name = NULL},
};
const struct slrun_param put_runtime_management_config_result[] = {
    {"UpdateRuntimeOn", S_STRING, 0,
     "When a new runtime is taken: Auto, FunctionUpdate (with the function's next change) or "
     "Manual."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function; with a version or an alias behind it if one was asked for."},
    {"RuntimeVersionArn", S_STRING, 0,
     "ARN of the runtime's version, with UpdateRuntimeOn Manual only."},
    {.name = NULL},
};
const struct lambda_place put_runtime_management_config_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
const struct slrun_param remove_layer_version_permission_params[] = {
    {"LayerName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the layer."},
    {"VersionNumber", S_INTEGER, SLRUN_REQUIRED, "Number of the layer version."},
    {"StatementId", S_STRING, SLRUN_REQUIRED,
     "Id of the statement in the policy, 1 to 100 of a-z, A-Z, 0-9, - and _."},
    {"RevisionId", S_STRING, 0,
     "Only if this is still the revision, else PreconditionFailedException."},
    {.name = NULL},
};
const struct lambda_place remove_layer_version_permission_places[] = {
    {"RevisionId", LAMBDA_QUERY, "RevisionId"},
    {.member = NULL},
};
const struct slrun_param remove_permission_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"StatementId", S_STRING, SLRUN_REQUIRED,
     "Id of the statement in the policy, 1 to 100 of a-z, A-Z, 0-9, - and _."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST; $LATEST unless given."},
    {"RevisionId", S_STRING, 0,
     "Only if this is still the revision, else PreconditionFailedException."},
    {.name = NULL},
};
const struct lambda_place remove_permission_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {"RevisionId", LAMBDA_QUERY, "RevisionId"},
    {.member = NULL},
};
const struct slrun_param tag_resource_params[] = {
    {"Resource", S_STRING, SLRUN_REQUIRED,
     "ARN of the function or event source mapping that has the tags."},
    {"Tags", S_MAP(shape_string), SLRUN_REQUIRED, "Names and values."},
    {.name = NULL},
};
const struct slrun_param untag_resource_params[] = {
    {"Resource", S_STRING, SLRUN_REQUIRED,
     "ARN of the function or event source mapping that has the tags."},
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
    {"Name", S_STRING, SLRUN_REQUIRED,
     "Name of the alias, 1 to 128 of a-z, A-Z, 0-9, - and _, not a number alone."},
    {"FunctionVersion", S_STRING, 0, "Version that the alias stands for: a number or $LATEST."},
    {"Description", S_STRING, 0, "Free text, at most 256 characters."},
    {"RoutingConfig", S_STRUCTURE(alias_routing_configuration_members), 0,
     "A second version and its share of the invocations."},
    {"RevisionId", S_STRING, 0,
     "Only if this is still the revision, else PreconditionFailedException."},
    {.name = NULL},
};
const struct slrun_param update_alias_result[] = {
    {"AliasArn", S_STRING, 0, "ARN of the alias, the function's ARN with :NAME behind it."},
    {"Name", S_STRING, 0,
     "Name of the alias, 1 to 128 of a-z, A-Z, 0-9, - and _, not a number alone."},
    {"FunctionVersion", S_STRING, 0, "Version that the alias stands for: a number or $LATEST."},
    {"Description", S_STRING, 0, "Free text, at most 256 characters."},
    {"RoutingConfig", S_STRUCTURE(alias_routing_configuration_result_members), 0,
     "A second version and its share of the invocations."},
    {"RevisionId", S_STRING, 0,
     "Id of the present state; another after each change. Give it back to change that state only."},
    {.name = NULL},
};
const struct slrun_param update_event_source_mapping_params[] = {
    {"UUID", S_STRING, SLRUN_REQUIRED, "Id of the event source mapping."},
    {"FunctionName", S_STRING, 0, "Name or ARN of the function, with or without a qualifier."},
    {"Enabled", S_BOOLEAN, 0, "Whether the mapping reads its source; true unless given."},
    {"BatchSize", S_INTEGER, 0,
     "Most records of one invocation, 1 to 10,000; of SQS 10 (FIFO at most 10), else 100 unless "
     "given."},
    {"FilterCriteria", S_STRUCTURE(filter_criteria_members), 0,
     "Which records reach the function; all unless given."},
    {"KMSKeyArn", S_STRING, 0,
     "KMS key that encrypts the filters; they are not encrypted unless given."},
    {"MetricsConfig", S_STRUCTURE(event_source_mapping_metrics_config_members), 0,
     "Which CloudWatch metrics the mapping itself makes."},
    {"LoggingConfig", S_STRUCTURE(event_source_mapping_logging_config_members), 0,
     "Of Kafka sources: what the mapping itself logs."},
    {"ScalingConfig", S_STRUCTURE(scaling_config_members), 0, "Of SQS: most invocations at once."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds that records are gathered for a batch, 0 to 300; 0 for SQS and streams, else 0.5 "
     "unless given."},
    {"ParallelizationFactor", S_INTEGER, 0,
     "Of Kinesis and DynamoDB: batches of one shard at once, 1 to 10; 1 unless given."},
    {"DestinationConfig", S_STRUCTURE(destination_config_members), 0,
     "Where records of invocations go, by their outcome; of event source mappings only OnFailure."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0,
     "Of streams and Kafka: older records are dropped, 60 to 604,800 seconds; -1 (never) unless "
     "given."},
    {"BisectBatchOnFunctionError", S_BOOLEAN, 0,
     "Of streams and Kafka: a failed batch is halved and tried again; false unless given."},
    {"MaximumRetryAttempts", S_INTEGER, 0,
     "Of streams and Kafka: attempts after a failed one, 0 to 10,000; -1 (until records expire) "
     "unless given."},
    {"TumblingWindowInSeconds", S_INTEGER, 0,
     "Of Kinesis and DynamoDB: seconds over which invocations hand on a state, 0 (none) to 900."},
    {"SourceAccessConfigurations", S_LIST(shape_structure_source_access_configuration_members), 0,
     "Secrets, subnets and the like that the source is reached by, at most 23."},
    {"FunctionResponseTypes", S_LIST(shape_word_words_function_response_type), 0,
     "ReportBatchItemFailures: the function tells which records failed, and only those come "
     "again."},
    {"AmazonManagedKafkaEventSourceConfig",
     S_STRUCTURE(amazon_managed_kafka_event_source_config_members), 0,
     "Of an Amazon MSK cluster only: consumer group and schema registry."},
    {"SelfManagedKafkaEventSourceConfig",
     S_STRUCTURE(self_managed_kafka_event_source_config_members), 0,
     "Of a Kafka cluster of one's own only: consumer group and schema registry."},
    {"DocumentDBEventSourceConfig", S_STRUCTURE(document_db_event_source_config_members), 0,
     "Of a DocumentDB change stream only: database, collection and what an update brings."},
    {"ProvisionedPollerConfig", S_STRUCTURE(provisioned_poller_config_members), 0,
     "Of SQS and Kafka: how many pollers are kept for this source alone."},
    {.name = NULL},
};
const struct slrun_param update_event_source_mapping_result[] = {
    {"UUID", S_STRING, 0, "Id of the event source mapping."},
    {"StartingPosition", S_STRING, 0,
     "Where a stream is read from: TRIM_HORIZON (its oldest), LATEST or AT_TIMESTAMP; a must for "
     "streams."},
    {"StartingPositionTimestamp", S_TIMESTAMP, 0,
     "With AT_TIMESTAMP: first time that is read, seconds since 1970, not in the future."},
    {"BatchSize", S_INTEGER, 0,
     "Most records of one invocation, 1 to 10,000; of SQS 10 (FIFO at most 10), else 100 unless "
     "given."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds that records are gathered for a batch, 0 to 300; 0 for SQS and streams, else 0.5 "
     "unless given."},
    {"ParallelizationFactor", S_INTEGER, 0,
     "Of Kinesis and DynamoDB: batches of one shard at once, 1 to 10; 1 unless given."},
    {"EventSourceArn", S_STRING, 0,
     "ARN of the queue, stream, stream consumer, table's stream, Kafka cluster or broker."},
    {"FilterCriteria", S_STRUCTURE(filter_criteria_result_members), 0,
     "Which records reach the function; all unless given."},
    {"FilterCriteriaError", S_STRUCTURE(filter_criteria_error_result_members), 0,
     "Why the filters could not be encrypted or decrypted; absent if they could."},
    {"KMSKeyArn", S_STRING, 0,
     "KMS key that encrypts the filters; absent if they are not encrypted."},
    {"MetricsConfig", S_STRUCTURE(event_source_mapping_metrics_config_result_members), 0,
     "Which CloudWatch metrics the mapping itself makes."},
    {"LoggingConfig", S_STRUCTURE(event_source_mapping_logging_config_result_members), 0,
     "Of Kafka sources: what the mapping itself logs."},
    {"ScalingConfig", S_STRUCTURE(scaling_config_result_members), 0,
     "Of SQS: most invocations at once."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function, or of its version or alias, that gets the records."},
    {"LastModified", S_TIMESTAMP, 0,
     "When the mapping or its State was changed last, seconds since 1970."},
    {"LastProcessingResult", S_STRING, 0,
     "How the last batch went: \"OK\", \"No records processed\", \"PROBLEM: ...\" and the like."},
    {"State", S_STRING, 0,
     "Creating, Enabling, Enabled, Disabling, Disabled, Updating or Deleting."},
    {"StateTransitionReason", S_STRING, 0,
     "Whether a user or Lambda changed the mapping last: \"USER_INITIATED\" and the like."},
    {"DestinationConfig", S_STRUCTURE(destination_config_result_members), 0,
     "Where records of invocations go, by their outcome; of event source mappings only OnFailure."},
    {"Topics", S_LIST(shape_string), 0, "Of Kafka: name of the one topic that is read."},
    {"Queues", S_LIST(shape_string), 0, "Of Amazon MQ: name of the one queue that is read."},
    {"SourceAccessConfigurations",
     S_LIST(shape_structure_source_access_configuration_result_members), 0,
     "Secrets, subnets and the like that the source is reached by, at most 23."},
    {"SelfManagedEventSource", S_STRUCTURE(self_managed_event_source_result_members), 0,
     "Kafka cluster of one's own that is read, by its bootstrap servers."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0,
     "Of streams and Kafka: older records are dropped, 60 to 604,800 seconds; -1 (never) unless "
     "given."},
    {"BisectBatchOnFunctionError", S_BOOLEAN, 0,
     "Of streams and Kafka: a failed batch is halved and tried again; false unless given."},
    {"MaximumRetryAttempts", S_INTEGER, 0,
     "Of streams and Kafka: attempts after a failed one, 0 to 10,000; -1 (until records expire) "
     "unless given."},
    {"TumblingWindowInSeconds", S_INTEGER, 0,
     "Of Kinesis and DynamoDB: seconds over which invocations hand on a state, 0 (none) to 900."},
    {"FunctionResponseTypes", S_LIST(shape_string), 0,
     "ReportBatchItemFailures: the function tells which records failed, and only those come "
     "again."},
    {"AmazonManagedKafkaEventSourceConfig",
     S_STRUCTURE(amazon_managed_kafka_event_source_config_result_members), 0,
     "Of an Amazon MSK cluster only: consumer group and schema registry."},
    {"SelfManagedKafkaEventSourceConfig",
     S_STRUCTURE(self_managed_kafka_event_source_config_result_members), 0,
     "Of a Kafka cluster of one's own only: consumer group and schema registry."},
    {"DocumentDBEventSourceConfig", S_STRUCTURE(document_db_event_source_config_result_members), 0,
     "Of a DocumentDB change stream only: database, collection and what an update brings."},
    {"EventSourceMappingArn", S_STRING, 0,
     "ARN of the event source mapping, with its UUID at the end."},
    {"ProvisionedPollerConfig", S_STRUCTURE(provisioned_poller_config_result_members), 0,
     "Of SQS and Kafka: how many pollers are kept for this source alone."},
    {.name = NULL},
};
const struct slrun_param update_function_code_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"ZipFile", S_BLOB, 0, "Bytes of a zip archive, at most 50 MB; larger ones go by S3."},
    {"S3Bucket", S_STRING, 0,
     "Bucket with the archive, in the function's region, 3 to 63 characters."},
    {"S3Key", S_STRING, 0, "Key of the archive in S3Bucket, at most 1,024 characters."},
    {"S3ObjectVersion", S_STRING, 0,
     "Version of the archive's object, of a bucket with versioning; the latest unless given."},
    {"S3ObjectStorageMode", S_WORD(words_s3_object_storage_mode), 0,
     "COPY (Lambda keeps a copy of the archive) or REFERENCE (it stays in the bucket); COPY unless "
     "given."},
    {"ImageUri", S_STRING, 0,
     "Container image in Amazon ECR: \"ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME:TAG\"."},
    {"Architectures", S_LIST(shape_word_words_architecture), 0,
     "One processor architecture, x86_64 or arm64; x86_64 unless given."},
    {"Publish", S_BOOLEAN, 0, "Makes a version, too; false unless given."},
    {"PublishTo", S_WORD(words_function_version_latest_published), 0,
     "LATEST_PUBLISHED: what is published becomes $LATEST.PUBLISHED."},
    {"DryRun", S_BOOLEAN, 0,
     "Checks the request and its permissions, and changes nothing; false unless given."},
    {"RevisionId", S_STRING, 0,
     "Only if this is still the revision, else PreconditionFailedException."},
    {"SourceKMSKeyArn", S_STRING, 0,
     "KMS key that encrypts the zip archive; one of AWS's own unless given."},
    {"Directory", S_STRING, 0, "Local cloud only: a directory of this machine with the code."},
    {.name = NULL},
};
const struct slrun_param update_function_code_result[] = {
    {"FunctionName", S_STRING, 0, "Name of the function."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function; with a version or an alias behind it if one was asked for."},
    {"Runtime", S_STRING, 0,
     "\"python3.12\", \"nodejs22.x\", \"provided.al2023\" and the like; absent of images."},
    {"Role", S_STRING, 0, "ARN of the role that the function has."},
    {"Handler", S_STRING, 0, "What is called: \"file.function\"; absent of images."},
    {"CodeSize", S_INTEGER, 0, "Size of the zip archive in bytes."},
    {"Description", S_STRING, 0, "Free text, at most 256 characters."},
    {"Timeout", S_INTEGER, 0, "Seconds that an invocation may take."},
    {"MemorySize", S_INTEGER, 0, "MB of memory that an invocation has."},
    {"LastModified", S_STRING, 0,
     "When the function was changed last, ISO 8601: \"2018-11-27T15:10:45.123+0000\"."},
    {"CodeSha256", S_STRING, 0, "SHA-256 of the zip archive as AWS keeps it, in base64."},
    {"Version", S_STRING, 0, "Number of the version, or $LATEST."},
    {"VpcConfig", S_STRUCTURE(vpc_config_response_result_members), 0,
     "Subnets and security groups by which the function reaches a VPC; it reaches no other network "
     "then."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_result_members), 0,
     "Queue or topic for asynchronous events that all attempts failed on."},
    {"Environment", S_STRUCTURE(environment_response_result_members), 0,
     "Variables that the handler's process has."},
    {"KMSKeyArn", S_STRING, 0,
     "KMS key that encrypts environment variables and snapshots; absent: one of AWS's own."},
    {"TracingConfig", S_STRUCTURE(tracing_config_response_result_members), 0,
     "Whether invocations are traced by X-Ray."},
    {"MasterArn", S_STRING, 0, "Of a Lambda@Edge replica: ARN of the function that it copies."},
    {"RevisionId", S_STRING, 0,
     "Id of the present state; another after each change. Give it back to change that state only."},
    {"Layers", S_LIST(shape_structure_layer_result_members), 0,
     "Layer versions that the function has, in the order in which they are unpacked."},
    {"State", S_STRING, 0,
     "Pending, Active, Inactive (invoke it to wake it), Failed, Deleting and the like."},
    {"StateReason", S_STRING, 0,
     "Why the function is in its State, in words; absent while it is Active."},
    {"StateReasonCode", S_STRING, 0,
     "Why the function is in its State, as a word: \"Creating\", \"Idle\", \"ImageAccessDenied\"."},
    {"LastUpdateStatus", S_STRING, 0,
     "Of the last change: Successful, Failed, or InProgress, in which no other is taken."},
    {"LastUpdateStatusReason", S_STRING, 0, "Why the last change stands so, in words."},
    {"LastUpdateStatusReasonCode", S_STRING, 0,
     "Why the last change stands so, as a word: \"InvalidConfiguration\", \"ImageDeleted\"."},
    {"FileSystemConfigs", S_LIST(shape_structure_file_system_config_result_members), 0,
     "File system that is mounted into the environment, at most 1."},
    {"SigningProfileVersionArn", S_STRING, 0,
     "ARN of the version of the signing profile; absent of unsigned code."},
    {"SigningJobArn", S_STRING, 0,
     "ARN of the AWS Signer job that signed the code; absent of unsigned code."},
    {"PackageType", S_STRING, 0, "Zip (an archive) or Image (a container image)."},
    {"ImageConfigResponse", S_STRUCTURE(image_config_response_result_members), 0,
     "What replaces settings of the image; absent if nothing does."},
    {"Architectures", S_LIST(shape_string), 0, "One processor architecture, x86_64 or arm64."},
    {"EphemeralStorage", S_STRUCTURE(ephemeral_storage_result_members), 0,
     "Size of the function's /tmp."},
    {"SnapStart", S_STRUCTURE(snap_start_response_result_members), 0,
     "Whether published versions start from a snapshot."},
    {"RuntimeVersionConfig", S_STRUCTURE(runtime_version_config_result_members), 0,
     "Version of the runtime that the function runs on; not of images."},
    {"LoggingConfig", S_STRUCTURE(logging_config_result_members), 0,
     "Format, levels and log group of what the function logs."},
    {"TenancyConfig", S_STRUCTURE(tenancy_config_result_members), 0,
     "Whether each tenant has environments of its own; fixed at the function's creation."},
    {"CapacityProviderConfig", S_STRUCTURE(capacity_provider_config_result_members), 0,
     "Capacity provider on whose managed instances the function runs."},
    {"ConfigSha256", S_STRING, 0,
     "SHA-256 of the function's configuration: another value, another configuration."},
    {"DurableConfig", S_STRUCTURE(durable_config_result_members), 0,
     "Makes the function durable: how long an execution may take, and how long its history is "
     "kept."},
    {"RuntimeConfig", S_STRUCTURE(function_runtime_config_result_members), 0,
     "Runtime of the customer's own that the function uses, and an alias of it."},
    {"AcceleratorConfig", S_STRUCTURE(accelerator_config_result_members), 0,
     "Accelerators that the execution environment has."},
    {.name = NULL},
};
const struct slrun_param update_function_configuration_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Role", S_STRING, 0, "ARN of the role that the function has."},
    {"Handler", S_STRING, 0,
     "What is called: \"file.function\", at most 128 characters; not for images."},
    {"Description", S_STRING, 0, "Free text, at most 256 characters."},
    {"Timeout", S_INTEGER, 0,
     "Seconds that an invocation may take, 1 to 900 (managed instances: 5,400); 3 unless given."},
    {"MemorySize", S_INTEGER, 0,
     "MB, 128 to 10,240 (managed instances: 32,768); 128 unless given. CPU grows along."},
    {"VpcConfig", S_STRUCTURE(vpc_config_members), 0,
     "Subnets and security groups by which the function reaches a VPC; it reaches no other network "
     "then."},
    {"Environment", S_STRUCTURE(environment_members), 0,
     "Variables that the handler's process has."},
    {"Runtime", S_STRING, 0,
     "\"python3.12\", \"nodejs22.x\", \"provided.al2023\" and the like; not for images."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_members), 0,
     "Queue or topic for asynchronous events that all attempts failed on."},
    {"KMSKeyArn", S_STRING, 0,
     "KMS key that encrypts environment variables and snapshots; one of AWS's own unless given."},
    {"TracingConfig", S_STRUCTURE(tracing_config_members), 0,
     "Whether invocations are traced by X-Ray."},
    {"RevisionId", S_STRING, 0,
     "Only if this is still the revision, else PreconditionFailedException."},
    {"Layers", S_LIST(shape_string), 0,
     "ARNs of layer versions, at most 5, unpacked to /opt in this order."},
    {"FileSystemConfigs", S_LIST(shape_structure_file_system_config_members), 0,
     "File system that is mounted into the environment, at most 1."},
    {"ImageConfig", S_STRUCTURE(image_config_members), 0,
     "What replaces the image's own entry point, command and working directory."},
    {"EphemeralStorage", S_STRUCTURE(ephemeral_storage_members), 0, "Size of the function's /tmp."},
    {"SnapStart", S_STRUCTURE(snap_start_members), 0,
     "Whether published versions start from a snapshot."},
    {"LoggingConfig", S_STRUCTURE(logging_config_members), 0,
     "Format, levels and log group of what the function logs."},
    {"CapacityProviderConfig", S_STRUCTURE(capacity_provider_config_members), 0,
     "Capacity provider on whose managed instances the function runs."},
    {"DurableConfig", S_STRUCTURE(durable_config_members), 0,
     "Makes the function durable: how long an execution may take, and how long its history is "
     "kept."},
    {"RuntimeConfig", S_STRUCTURE(function_runtime_config_members), 0,
     "Runtime of the customer's own that the function uses, and an alias of it."},
    {"AcceleratorConfig", S_STRUCTURE(accelerator_config_members), 0,
     "Accelerators that the execution environment has."},
    {.name = NULL},
};
const struct slrun_param update_function_configuration_result[] = {
    {"FunctionName", S_STRING, 0, "Name of the function."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function; with a version or an alias behind it if one was asked for."},
    {"Runtime", S_STRING, 0,
     "\"python3.12\", \"nodejs22.x\", \"provided.al2023\" and the like; absent of images."},
    {"Role", S_STRING, 0, "ARN of the role that the function has."},
    {"Handler", S_STRING, 0, "What is called: \"file.function\"; absent of images."},
    {"CodeSize", S_INTEGER, 0, "Size of the zip archive in bytes."},
    {"Description", S_STRING, 0, "Free text, at most 256 characters."},
    {"Timeout", S_INTEGER, 0, "Seconds that an invocation may take."},
    {"MemorySize", S_INTEGER, 0, "MB of memory that an invocation has."},
    {"LastModified", S_STRING, 0,
     "When the function was changed last, ISO 8601: \"2018-11-27T15:10:45.123+0000\"."},
    {"CodeSha256", S_STRING, 0, "SHA-256 of the zip archive as AWS keeps it, in base64."},
    {"Version", S_STRING, 0, "Number of the version, or $LATEST."},
    {"VpcConfig", S_STRUCTURE(vpc_config_response_result_members), 0,
     "Subnets and security groups by which the function reaches a VPC; it reaches no other network "
     "then."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_result_members), 0,
     "Queue or topic for asynchronous events that all attempts failed on."},
    {"Environment", S_STRUCTURE(environment_response_result_members), 0,
     "Variables that the handler's process has."},
    {"KMSKeyArn", S_STRING, 0,
     "KMS key that encrypts environment variables and snapshots; absent: one of AWS's own."},
    {"TracingConfig", S_STRUCTURE(tracing_config_response_result_members), 0,
     "Whether invocations are traced by X-Ray."},
    {"MasterArn", S_STRING, 0, "Of a Lambda@Edge replica: ARN of the function that it copies."},
    {"RevisionId", S_STRING, 0,
     "Id of the present state; another after each change. Give it back to change that state only."},
    {"Layers", S_LIST(shape_structure_layer_result_members), 0,
     "Layer versions that the function has, in the order in which they are unpacked."},
    {"State", S_STRING, 0,
     "Pending, Active, Inactive (invoke it to wake it), Failed, Deleting and the like."},
    {"StateReason", S_STRING, 0,
     "Why the function is in its State, in words; absent while it is Active."},
    {"StateReasonCode", S_STRING, 0,
     "Why the function is in its State, as a word: \"Creating\", \"Idle\", \"ImageAccessDenied\"."},
    {"LastUpdateStatus", S_STRING, 0,
     "Of the last change: Successful, Failed, or InProgress, in which no other is taken."},
    {"LastUpdateStatusReason", S_STRING, 0, "Why the last change stands so, in words."},
    {"LastUpdateStatusReasonCode", S_STRING, 0,
     "Why the last change stands so, as a word: \"InvalidConfiguration\", \"ImageDeleted\"."},
    {"FileSystemConfigs", S_LIST(shape_structure_file_system_config_result_members), 0,
     "File system that is mounted into the environment, at most 1."},
    {"SigningProfileVersionArn", S_STRING, 0,
     "ARN of the version of the signing profile; absent of unsigned code."},
    {"SigningJobArn", S_STRING, 0,
     "ARN of the AWS Signer job that signed the code; absent of unsigned code."},
    {"PackageType", S_STRING, 0, "Zip (an archive) or Image (a container image)."},
    {"ImageConfigResponse", S_STRUCTURE(image_config_response_result_members), 0,
     "What replaces settings of the image; absent if nothing does."},
    {"Architectures", S_LIST(shape_string), 0, "One processor architecture, x86_64 or arm64."},
    {"EphemeralStorage", S_STRUCTURE(ephemeral_storage_result_members), 0,
     "Size of the function's /tmp."},
    {"SnapStart", S_STRUCTURE(snap_start_response_result_members), 0,
     "Whether published versions start from a snapshot."},
    {"RuntimeVersionConfig", S_STRUCTURE(runtime_version_config_result_members), 0,
     "Version of the runtime that the function runs on; not of images."},
    {"LoggingConfig", S_STRUCTURE(logging_config_result_members), 0,
     "Format, levels and log group of what the function logs."},
    {"TenancyConfig", S_STRUCTURE(tenancy_config_result_members), 0,
     "Whether each tenant has environments of its own; fixed at the function's creation."},
    {"CapacityProviderConfig", S_STRUCTURE(capacity_provider_config_result_members), 0,
     "Capacity provider on whose managed instances the function runs."},
    {"ConfigSha256", S_STRING, 0,
     "SHA-256 of the function's configuration: another value, another configuration."},
    {"DurableConfig", S_STRUCTURE(durable_config_result_members), 0,
     "Makes the function durable: how long an execution may take, and how long its history is "
     "kept."},
    {"RuntimeConfig", S_STRUCTURE(function_runtime_config_result_members), 0,
     "Runtime of the customer's own that the function uses, and an alias of it."},
    {"AcceleratorConfig", S_STRUCTURE(accelerator_config_result_members), 0,
     "Accelerators that the execution environment has."},
    {.name = NULL},
};
const struct slrun_param update_function_event_invoke_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "A version, an alias or $LATEST; $LATEST unless given."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Attempts after a failed one, 0 to 2."},
    {"MaximumEventAgeInSeconds", S_INTEGER, 0,
     "Seconds after which an event is given up, 60 to 21,600; 21,600 unless given."},
    {"DestinationConfig", S_STRUCTURE(destination_config_members), 0,
     "Where records of invocations go, by their outcome; of event source mappings only OnFailure."},
    {.name = NULL},
};
const struct slrun_param update_function_event_invoke_config_result[] = {
    {"LastModified", S_TIMESTAMP, 0, "When it was changed last, seconds since 1970."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function with the version, alias or $LATEST that this is for."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Attempts after a failed one, 0 to 2."},
    {"MaximumEventAgeInSeconds", S_INTEGER, 0,
     "Seconds after which an event is given up, 60 to 21,600; 21,600 unless given."},
    {"DestinationConfig", S_STRUCTURE(destination_config_result_members), 0,
     "Where records of invocations go, by their outcome; of event source mappings only OnFailure."},
    {.name = NULL},
};
const struct lambda_place update_function_event_invoke_config_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
const struct slrun_param update_function_url_config_params[] = {
    {"FunctionName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the function, with or without a qualifier."},
    {"Qualifier", S_STRING, 0, "An alias, whose URL it is; that of $LATEST unless given."},
    {"AuthType", S_WORD(words_function_url_auth_type), 0,
     "Who may call the URL: AWS_IAM (signed requests that a policy allows) or NONE (anybody)."},
    {"Cors", S_STRUCTURE(cors_members), 0, "Which origins' pages may call the URL, and how."},
    {"InvokeMode", S_WORD(words_invoke_mode), 0,
     "BUFFERED (the answer as a whole, at most 6 MB) or RESPONSE_STREAM; BUFFERED unless given."},
    {.name = NULL},
};
const struct slrun_param update_function_url_config_result[] = {
    {"FunctionUrl", S_STRING, 0, "The URL, https://ID.lambda-url.REGION.on.aws/ at AWS."},
    {"FunctionArn", S_STRING, 0,
     "ARN of the function; with a version or an alias behind it if one was asked for."},
    {"AuthType", S_STRING, 0,
     "Who may call the URL: AWS_IAM (signed requests that a policy allows) or NONE (anybody)."},
    {"Cors", S_STRUCTURE(cors_result_members), 0,
     "Which origins' pages may call the URL, and how."},
    {"CreationTime", S_STRING, 0, "When the URL was made, ISO 8601."},
    {"LastModifiedTime", S_STRING, 0, "When the URL's configuration was changed last, ISO 8601."},
    {"InvokeMode", S_STRING, 0,
     "BUFFERED (the answer as a whole, at most 6 MB) or RESPONSE_STREAM; BUFFERED unless given."},
    {.name = NULL},
};
const struct lambda_place update_function_url_config_places[] = {
    {"Qualifier", LAMBDA_QUERY, "Qualifier"},
    {.member = NULL},
};
