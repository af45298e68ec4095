/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#include "client/shapes.h"

#include <stddef.h>

/* clang-format off */
#define S_STRING              {.type = SLRUN_STRING}
#define S_WORD(words_)        {.type = SLRUN_STRING, .values = (words_)}
#define S_INTEGER             {.type = SLRUN_INTEGER}
#define S_BOOLEAN             {.type = SLRUN_BOOLEAN}
#define S_TIMESTAMP           {.type = SLRUN_TIMESTAMP}
#define S_LIST(of_)           {.type = SLRUN_LIST, .of = &(of_)}
#define S_MAP(of_)            {.type = SLRUN_MAP, .of = &(of_)}
#define S_STRUCTURE(members_) {.type = SLRUN_STRUCTURE, .members = (members_)}
/* clang-format on */

static const struct slrun_shape shape_string = S_STRING;

static const char *const words_requested_pipe_state[] = {"RUNNING", "STOPPED", NULL};
static const struct slrun_param filter_given[] = {
    {"Pattern", S_STRING, 0, "An event pattern, a JSON text."},
    {.name = NULL},
};

static const struct slrun_shape shape_filter_given = S_STRUCTURE(filter_given);
static const struct slrun_param filter_criteria_given[] = {
    {"Filters", S_LIST(shape_filter_given), 0, "Filters."},
    {.name = NULL},
};

static const struct slrun_param dead_letter_config_given[] = {
    {"Arn", S_STRING, 0, "Arn."},
    {.name = NULL},
};

static const char *const words_on_partial_batch_item_failure_streams[] = {"AUTOMATIC_BISECT", NULL};
static const char *const words_kinesis_stream_start_position[] = {"TRIM_HORIZON", "LATEST",
                                                                  "AT_TIMESTAMP", NULL};
static const struct slrun_param pipe_source_kinesis_stream_parameters_given[] = {
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_given), 0, "Dead letter config."},
    {"OnPartialBatchItemFailure", S_WORD(words_on_partial_batch_item_failure_streams), 0,
     "On partial batch item failure."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0, "Maximum record age in seconds."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Maximum retry attempts."},
    {"ParallelizationFactor", S_INTEGER, 0, "Parallelization factor."},
    {"StartingPosition", S_WORD(words_kinesis_stream_start_position), SLRUN_REQUIRED,
     "Where in the stream it begins."},
    {"StartingPositionTimestamp", S_TIMESTAMP, 0, "Starting position timestamp."},
    {.name = NULL},
};

static const char *const words_dynamo_db_stream_start_position[] = {"TRIM_HORIZON", "LATEST", NULL};
static const struct slrun_param pipe_source_dynamo_db_stream_parameters_given[] = {
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_given), 0, "Dead letter config."},
    {"OnPartialBatchItemFailure", S_WORD(words_on_partial_batch_item_failure_streams), 0,
     "On partial batch item failure."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0, "Maximum record age in seconds."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Maximum retry attempts."},
    {"ParallelizationFactor", S_INTEGER, 0, "Parallelization factor."},
    {"StartingPosition", S_WORD(words_dynamo_db_stream_start_position), SLRUN_REQUIRED,
     "Where in the stream it begins."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_sqs_queue_parameters_given[] = {
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {.name = NULL},
};

static const struct slrun_param mq_broker_access_credentials_given[] = {
    {"BasicAuth", S_STRING, 0, "Basic auth."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_active_mq_broker_parameters_given[] = {
    {"Credentials", S_STRUCTURE(mq_broker_access_credentials_given), SLRUN_REQUIRED,
     "Credentials."},
    {"QueueName", S_STRING, SLRUN_REQUIRED, "Queue name."},
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_rabbit_mq_broker_parameters_given[] = {
    {"Credentials", S_STRUCTURE(mq_broker_access_credentials_given), SLRUN_REQUIRED,
     "Credentials."},
    {"QueueName", S_STRING, SLRUN_REQUIRED, "Queue name."},
    {"VirtualHost", S_STRING, 0, "Virtual host."},
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {.name = NULL},
};

static const char *const words_msk_start_position[] = {"TRIM_HORIZON", "LATEST", NULL};
static const struct slrun_param msk_access_credentials_given[] = {
    {"SaslScram512Auth", S_STRING, 0, "Sasl scram512 auth."},
    {"ClientCertificateTlsAuth", S_STRING, 0, "Client certificate tls auth."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_managed_streaming_kafka_parameters_given[] = {
    {"TopicName", S_STRING, SLRUN_REQUIRED, "Topic name."},
    {"StartingPosition", S_WORD(words_msk_start_position), 0, "Where in the stream it begins."},
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {"ConsumerGroupID", S_STRING, 0, "Consumer group ID."},
    {"Credentials", S_STRUCTURE(msk_access_credentials_given), 0, "Credentials."},
    {.name = NULL},
};

static const char *const words_self_managed_kafka_start_position[] = {"TRIM_HORIZON", "LATEST",
                                                                      NULL};
static const struct slrun_param self_managed_kafka_access_configuration_credentials_given[] = {
    {"BasicAuth", S_STRING, 0, "Basic auth."},
    {"SaslScram512Auth", S_STRING, 0, "Sasl scram512 auth."},
    {"SaslScram256Auth", S_STRING, 0, "Sasl scram256 auth."},
    {"ClientCertificateTlsAuth", S_STRING, 0, "Client certificate tls auth."},
    {.name = NULL},
};

static const struct slrun_param self_managed_kafka_access_configuration_vpc_given[] = {
    {"Subnets", S_LIST(shape_string), 0, "Subnets."},
    {"SecurityGroup", S_LIST(shape_string), 0, "Security group."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_self_managed_kafka_parameters_given[] = {
    {"TopicName", S_STRING, SLRUN_REQUIRED, "Topic name."},
    {"StartingPosition", S_WORD(words_self_managed_kafka_start_position), 0,
     "Where in the stream it begins."},
    {"AdditionalBootstrapServers", S_LIST(shape_string), 0, "Additional bootstrap servers."},
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {"ConsumerGroupID", S_STRING, 0, "Consumer group ID."},
    {"Credentials", S_STRUCTURE(self_managed_kafka_access_configuration_credentials_given), 0,
     "Credentials."},
    {"ServerRootCaCertificate", S_STRING, 0, "Server root ca certificate."},
    {"Vpc", S_STRUCTURE(self_managed_kafka_access_configuration_vpc_given), 0, "Vpc."},
    {.name = NULL},
};

const struct slrun_param pipes_pipe_source_parameters[] = {
    {"FilterCriteria", S_STRUCTURE(filter_criteria_given), 0,
     "Event patterns, one of which a record must match."},
    {"KinesisStreamParameters", S_STRUCTURE(pipe_source_kinesis_stream_parameters_given), 0,
     "Kinesis stream parameters."},
    {"DynamoDBStreamParameters", S_STRUCTURE(pipe_source_dynamo_db_stream_parameters_given), 0,
     "Dynamo DB stream parameters."},
    {"SqsQueueParameters", S_STRUCTURE(pipe_source_sqs_queue_parameters_given), 0,
     "Sqs queue parameters."},
    {"ActiveMQBrokerParameters", S_STRUCTURE(pipe_source_active_mq_broker_parameters_given), 0,
     "Active MQ broker parameters."},
    {"RabbitMQBrokerParameters", S_STRUCTURE(pipe_source_rabbit_mq_broker_parameters_given), 0,
     "Rabbit MQ broker parameters."},
    {"ManagedStreamingKafkaParameters",
     S_STRUCTURE(pipe_source_managed_streaming_kafka_parameters_given), 0,
     "Managed streaming kafka parameters."},
    {"SelfManagedKafkaParameters", S_STRUCTURE(pipe_source_self_managed_kafka_parameters_given), 0,
     "Self managed kafka parameters."},
    {.name = NULL},
};

static const struct slrun_param pipe_enrichment_http_parameters_given[] = {
    {"PathParameterValues", S_LIST(shape_string), 0, "Path parameter values."},
    {"HeaderParameters", S_MAP(shape_string), 0, "Header parameters."},
    {"QueryStringParameters", S_MAP(shape_string), 0, "Query string parameters."},
    {.name = NULL},
};

const struct slrun_param pipes_pipe_enrichment_parameters[] = {
    {"InputTemplate", S_STRING, 0, "A text with <$.path> and <aws.pipes.NAME> in it."},
    {"HttpParameters", S_STRUCTURE(pipe_enrichment_http_parameters_given), 0, "Http parameters."},
    {.name = NULL},
};

static const char *const words_pipe_target_invocation_type[] = {"REQUEST_RESPONSE",
                                                                "FIRE_AND_FORGET", NULL};
static const struct slrun_param pipe_target_lambda_function_parameters_given[] = {
    {"InvocationType", S_WORD(words_pipe_target_invocation_type), 0, "Invocation type."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_state_machine_parameters_given[] = {
    {"InvocationType", S_WORD(words_pipe_target_invocation_type), 0, "Invocation type."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_kinesis_stream_parameters_given[] = {
    {"PartitionKey", S_STRING, SLRUN_REQUIRED, "Partition key."},
    {.name = NULL},
};

static const char *const words_launch_type[] = {"EC2", "FARGATE", "EXTERNAL", NULL};
static const char *const words_assign_public_ip[] = {"ENABLED", "DISABLED", NULL};
static const struct slrun_param aws_vpc_configuration_given[] = {
    {"Subnets", S_LIST(shape_string), SLRUN_REQUIRED, "Subnets."},
    {"SecurityGroups", S_LIST(shape_string), 0, "Security groups."},
    {"AssignPublicIp", S_WORD(words_assign_public_ip), 0, "Assign public ip."},
    {.name = NULL},
};

static const struct slrun_param network_configuration_given[] = {
    {"awsvpcConfiguration", S_STRUCTURE(aws_vpc_configuration_given), 0, "Awsvpc configuration."},
    {.name = NULL},
};

static const struct slrun_param capacity_provider_strategy_item_given[] = {
    {"capacityProvider", S_STRING, SLRUN_REQUIRED, "Capacity provider."},
    {"weight", S_INTEGER, 0, "Weight."},
    {"base", S_INTEGER, 0, "Base."},
    {.name = NULL},
};

static const struct slrun_shape shape_capacity_provider_strategy_item_given =
    S_STRUCTURE(capacity_provider_strategy_item_given);
static const char *const words_placement_constraint_type[] = {"distinctInstance", "memberOf", NULL};
static const struct slrun_param placement_constraint_given[] = {
    {"type", S_WORD(words_placement_constraint_type), 0, "Type."},
    {"expression", S_STRING, 0, "Expression."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_constraint_given =
    S_STRUCTURE(placement_constraint_given);
static const char *const words_placement_strategy_type[] = {"random", "spread", "binpack", NULL};
static const struct slrun_param placement_strategy_given[] = {
    {"type", S_WORD(words_placement_strategy_type), 0, "Type."},
    {"field", S_STRING, 0, "Field."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_strategy_given =
    S_STRUCTURE(placement_strategy_given);
static const char *const words_propagate_tags[] = {"TASK_DEFINITION", NULL};
static const struct slrun_param ecs_environment_variable_given[] = {
    {"name", S_STRING, 0, "Name."},
    {"value", S_STRING, 0, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_ecs_environment_variable_given =
    S_STRUCTURE(ecs_environment_variable_given);
static const char *const words_ecs_environment_file_type[] = {"s3", NULL};
static const struct slrun_param ecs_environment_file_given[] = {
    {"type", S_WORD(words_ecs_environment_file_type), SLRUN_REQUIRED, "Type."},
    {"value", S_STRING, SLRUN_REQUIRED, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_ecs_environment_file_given =
    S_STRUCTURE(ecs_environment_file_given);
static const char *const words_ecs_resource_requirement_type[] = {"GPU", "InferenceAccelerator",
                                                                  NULL};
static const struct slrun_param ecs_resource_requirement_given[] = {
    {"type", S_WORD(words_ecs_resource_requirement_type), SLRUN_REQUIRED, "Type."},
    {"value", S_STRING, SLRUN_REQUIRED, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_ecs_resource_requirement_given =
    S_STRUCTURE(ecs_resource_requirement_given);
static const struct slrun_param ecs_container_override_given[] = {
    {"Command", S_LIST(shape_string), 0, "Command."},
    {"Cpu", S_INTEGER, 0, "Cpu."},
    {"Environment", S_LIST(shape_ecs_environment_variable_given), 0, "Environment."},
    {"EnvironmentFiles", S_LIST(shape_ecs_environment_file_given), 0, "Environment files."},
    {"Memory", S_INTEGER, 0, "Memory."},
    {"MemoryReservation", S_INTEGER, 0, "Memory reservation."},
    {"Name", S_STRING, 0, "Name of the pipe."},
    {"ResourceRequirements", S_LIST(shape_ecs_resource_requirement_given), 0,
     "Resource requirements."},
    {.name = NULL},
};

static const struct slrun_shape shape_ecs_container_override_given =
    S_STRUCTURE(ecs_container_override_given);
static const struct slrun_param ecs_ephemeral_storage_given[] = {
    {"sizeInGiB", S_INTEGER, SLRUN_REQUIRED, "Size in gi B."},
    {.name = NULL},
};

static const struct slrun_param ecs_inference_accelerator_override_given[] = {
    {"deviceName", S_STRING, 0, "Device name."},
    {"deviceType", S_STRING, 0, "Device type."},
    {.name = NULL},
};

static const struct slrun_shape shape_ecs_inference_accelerator_override_given =
    S_STRUCTURE(ecs_inference_accelerator_override_given);
static const struct slrun_param ecs_task_override_given[] = {
    {"ContainerOverrides", S_LIST(shape_ecs_container_override_given), 0, "Container overrides."},
    {"Cpu", S_STRING, 0, "Cpu."},
    {"EphemeralStorage", S_STRUCTURE(ecs_ephemeral_storage_given), 0, "Ephemeral storage."},
    {"ExecutionRoleArn", S_STRING, 0, "Execution role arn."},
    {"InferenceAcceleratorOverrides", S_LIST(shape_ecs_inference_accelerator_override_given), 0,
     "Inference accelerator overrides."},
    {"Memory", S_STRING, 0, "Memory."},
    {"TaskRoleArn", S_STRING, 0, "Task role arn."},
    {.name = NULL},
};

static const struct slrun_param tag_given[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "Key."},
    {"Value", S_STRING, SLRUN_REQUIRED, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_given = S_STRUCTURE(tag_given);
static const struct slrun_param pipe_target_ecs_task_parameters_given[] = {
    {"TaskDefinitionArn", S_STRING, SLRUN_REQUIRED, "Task definition arn."},
    {"TaskCount", S_INTEGER, 0, "Task count."},
    {"LaunchType", S_WORD(words_launch_type), 0, "Launch type."},
    {"NetworkConfiguration", S_STRUCTURE(network_configuration_given), 0, "Network configuration."},
    {"PlatformVersion", S_STRING, 0, "Platform version."},
    {"Group", S_STRING, 0, "Group."},
    {"CapacityProviderStrategy", S_LIST(shape_capacity_provider_strategy_item_given), 0,
     "Capacity provider strategy."},
    {"EnableECSManagedTags", S_BOOLEAN, 0, "Enable ECS managed tags."},
    {"EnableExecuteCommand", S_BOOLEAN, 0, "Enable execute command."},
    {"PlacementConstraints", S_LIST(shape_placement_constraint_given), 0, "Placement constraints."},
    {"PlacementStrategy", S_LIST(shape_placement_strategy_given), 0, "Placement strategy."},
    {"PropagateTags", S_WORD(words_propagate_tags), 0, "Propagate tags."},
    {"ReferenceId", S_STRING, 0, "Reference id."},
    {"Overrides", S_STRUCTURE(ecs_task_override_given), 0, "Overrides."},
    {"Tags", S_LIST(shape_tag_given), 0, "Tags, by their keys."},
    {.name = NULL},
};

static const struct slrun_param batch_array_properties_given[] = {
    {"Size", S_INTEGER, 0, "Size."},
    {.name = NULL},
};

static const struct slrun_param batch_retry_strategy_given[] = {
    {"Attempts", S_INTEGER, 0, "Attempts."},
    {.name = NULL},
};

static const struct slrun_param batch_environment_variable_given[] = {
    {"Name", S_STRING, 0, "Name of the pipe."},
    {"Value", S_STRING, 0, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_batch_environment_variable_given =
    S_STRUCTURE(batch_environment_variable_given);
static const char *const words_batch_resource_requirement_type[] = {"GPU", "MEMORY", "VCPU", NULL};
static const struct slrun_param batch_resource_requirement_given[] = {
    {"Type", S_WORD(words_batch_resource_requirement_type), SLRUN_REQUIRED, "Type."},
    {"Value", S_STRING, SLRUN_REQUIRED, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_batch_resource_requirement_given =
    S_STRUCTURE(batch_resource_requirement_given);
static const struct slrun_param batch_container_overrides_given[] = {
    {"Command", S_LIST(shape_string), 0, "Command."},
    {"Environment", S_LIST(shape_batch_environment_variable_given), 0, "Environment."},
    {"InstanceType", S_STRING, 0, "Instance type."},
    {"ResourceRequirements", S_LIST(shape_batch_resource_requirement_given), 0,
     "Resource requirements."},
    {.name = NULL},
};

static const char *const words_batch_job_dependency_type[] = {"N_TO_N", "SEQUENTIAL", NULL};
static const struct slrun_param batch_job_dependency_given[] = {
    {"JobId", S_STRING, 0, "Job id."},
    {"Type", S_WORD(words_batch_job_dependency_type), 0, "Type."},
    {.name = NULL},
};

static const struct slrun_shape shape_batch_job_dependency_given =
    S_STRUCTURE(batch_job_dependency_given);
static const struct slrun_param pipe_target_batch_job_parameters_given[] = {
    {"JobDefinition", S_STRING, SLRUN_REQUIRED, "Job definition."},
    {"JobName", S_STRING, SLRUN_REQUIRED, "Job name."},
    {"ArrayProperties", S_STRUCTURE(batch_array_properties_given), 0, "Array properties."},
    {"RetryStrategy", S_STRUCTURE(batch_retry_strategy_given), 0, "Retry strategy."},
    {"ContainerOverrides", S_STRUCTURE(batch_container_overrides_given), 0, "Container overrides."},
    {"DependsOn", S_LIST(shape_batch_job_dependency_given), 0, "Depends on."},
    {"Parameters", S_MAP(shape_string), 0, "Parameters."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_sqs_queue_parameters_given[] = {
    {"MessageGroupId", S_STRING, 0, "Message group id."},
    {"MessageDeduplicationId", S_STRING, 0, "Message deduplication id."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_http_parameters_given[] = {
    {"PathParameterValues", S_LIST(shape_string), 0, "Path parameter values."},
    {"HeaderParameters", S_MAP(shape_string), 0, "Header parameters."},
    {"QueryStringParameters", S_MAP(shape_string), 0, "Query string parameters."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_redshift_data_parameters_given[] = {
    {"SecretManagerArn", S_STRING, 0, "Secret manager arn."},
    {"Database", S_STRING, SLRUN_REQUIRED, "Database."},
    {"DbUser", S_STRING, 0, "Db user."},
    {"StatementName", S_STRING, 0, "Statement name."},
    {"WithEvent", S_BOOLEAN, 0, "With event."},
    {"Sqls", S_LIST(shape_string), SLRUN_REQUIRED, "Sqls."},
    {.name = NULL},
};

static const struct slrun_param sage_maker_pipeline_parameter_given[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the pipe."},
    {"Value", S_STRING, SLRUN_REQUIRED, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_sage_maker_pipeline_parameter_given =
    S_STRUCTURE(sage_maker_pipeline_parameter_given);
static const struct slrun_param pipe_target_sage_maker_pipeline_parameters_given[] = {
    {"PipelineParameterList", S_LIST(shape_sage_maker_pipeline_parameter_given), 0,
     "Pipeline parameter list."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_event_bridge_event_bus_parameters_given[] = {
    {"EndpointId", S_STRING, 0, "Endpoint id."},
    {"DetailType", S_STRING, 0, "Detail type."},
    {"Source", S_STRING, 0, "ARN of the queue or stream that it reads."},
    {"Resources", S_LIST(shape_string), 0, "Resources."},
    {"Time", S_STRING, 0, "Time."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_cloud_watch_logs_parameters_given[] = {
    {"LogStreamName", S_STRING, 0, "Log stream name."},
    {"Timestamp", S_STRING, 0, "Timestamp."},
    {.name = NULL},
};

static const char *const words_epoch_time_unit[] = {"MILLISECONDS", "SECONDS", "MICROSECONDS",
                                                    "NANOSECONDS", NULL};
static const char *const words_time_field_type[] = {"EPOCH", "TIMESTAMP_FORMAT", NULL};
static const char *const words_dimension_value_type[] = {"VARCHAR", NULL};
static const struct slrun_param dimension_mapping_given[] = {
    {"DimensionValue", S_STRING, SLRUN_REQUIRED, "Dimension value."},
    {"DimensionValueType", S_WORD(words_dimension_value_type), SLRUN_REQUIRED,
     "Dimension value type."},
    {"DimensionName", S_STRING, SLRUN_REQUIRED, "Dimension name."},
    {.name = NULL},
};

static const struct slrun_shape shape_dimension_mapping_given =
    S_STRUCTURE(dimension_mapping_given);
static const char *const words_measure_value_type[] = {"DOUBLE",  "BIGINT",    "VARCHAR",
                                                       "BOOLEAN", "TIMESTAMP", NULL};
static const struct slrun_param single_measure_mapping_given[] = {
    {"MeasureValue", S_STRING, SLRUN_REQUIRED, "Measure value."},
    {"MeasureValueType", S_WORD(words_measure_value_type), SLRUN_REQUIRED, "Measure value type."},
    {"MeasureName", S_STRING, SLRUN_REQUIRED, "Measure name."},
    {.name = NULL},
};

static const struct slrun_shape shape_single_measure_mapping_given =
    S_STRUCTURE(single_measure_mapping_given);
static const struct slrun_param multi_measure_attribute_mapping_given[] = {
    {"MeasureValue", S_STRING, SLRUN_REQUIRED, "Measure value."},
    {"MeasureValueType", S_WORD(words_measure_value_type), SLRUN_REQUIRED, "Measure value type."},
    {"MultiMeasureAttributeName", S_STRING, SLRUN_REQUIRED, "Multi measure attribute name."},
    {.name = NULL},
};

static const struct slrun_shape shape_multi_measure_attribute_mapping_given =
    S_STRUCTURE(multi_measure_attribute_mapping_given);
static const struct slrun_param multi_measure_mapping_given[] = {
    {"MultiMeasureName", S_STRING, SLRUN_REQUIRED, "Multi measure name."},
    {"MultiMeasureAttributeMappings", S_LIST(shape_multi_measure_attribute_mapping_given),
     SLRUN_REQUIRED, "Multi measure attribute mappings."},
    {.name = NULL},
};

static const struct slrun_shape shape_multi_measure_mapping_given =
    S_STRUCTURE(multi_measure_mapping_given);
static const struct slrun_param pipe_target_timestream_parameters_given[] = {
    {"TimeValue", S_STRING, SLRUN_REQUIRED, "Time value."},
    {"EpochTimeUnit", S_WORD(words_epoch_time_unit), 0, "Epoch time unit."},
    {"TimeFieldType", S_WORD(words_time_field_type), 0, "Time field type."},
    {"TimestampFormat", S_STRING, 0, "Timestamp format."},
    {"VersionValue", S_STRING, SLRUN_REQUIRED, "Version value."},
    {"DimensionMappings", S_LIST(shape_dimension_mapping_given), SLRUN_REQUIRED,
     "Dimension mappings."},
    {"SingleMeasureMappings", S_LIST(shape_single_measure_mapping_given), 0,
     "Single measure mappings."},
    {"MultiMeasureMappings", S_LIST(shape_multi_measure_mapping_given), 0,
     "Multi measure mappings."},
    {.name = NULL},
};

const struct slrun_param pipes_pipe_target_parameters[] = {
    {"InputTemplate", S_STRING, 0, "A text with <$.path> and <aws.pipes.NAME> in it."},
    {"LambdaFunctionParameters", S_STRUCTURE(pipe_target_lambda_function_parameters_given), 0,
     "Lambda function parameters."},
    {"StepFunctionStateMachineParameters", S_STRUCTURE(pipe_target_state_machine_parameters_given),
     0, "Step function state machine parameters."},
    {"KinesisStreamParameters", S_STRUCTURE(pipe_target_kinesis_stream_parameters_given), 0,
     "Kinesis stream parameters."},
    {"EcsTaskParameters", S_STRUCTURE(pipe_target_ecs_task_parameters_given), 0,
     "Ecs task parameters."},
    {"BatchJobParameters", S_STRUCTURE(pipe_target_batch_job_parameters_given), 0,
     "Batch job parameters."},
    {"SqsQueueParameters", S_STRUCTURE(pipe_target_sqs_queue_parameters_given), 0,
     "Sqs queue parameters."},
    {"HttpParameters", S_STRUCTURE(pipe_target_http_parameters_given), 0, "Http parameters."},
    {"RedshiftDataParameters", S_STRUCTURE(pipe_target_redshift_data_parameters_given), 0,
     "Redshift data parameters."},
    {"SageMakerPipelineParameters", S_STRUCTURE(pipe_target_sage_maker_pipeline_parameters_given),
     0, "Sage maker pipeline parameters."},
    {"EventBridgeEventBusParameters",
     S_STRUCTURE(pipe_target_event_bridge_event_bus_parameters_given), 0,
     "Event bridge event bus parameters."},
    {"CloudWatchLogsParameters", S_STRUCTURE(pipe_target_cloud_watch_logs_parameters_given), 0,
     "Cloud watch logs parameters."},
    {"TimestreamParameters", S_STRUCTURE(pipe_target_timestream_parameters_given), 0,
     "Timestream parameters."},
    {.name = NULL},
};

static const char *const words_s3_output_format[] = {"json", "plain", "w3c", NULL};
static const struct slrun_param s3_log_destination_parameters_given[] = {
    {"BucketName", S_STRING, SLRUN_REQUIRED, "Bucket name."},
    {"BucketOwner", S_STRING, SLRUN_REQUIRED, "Bucket owner."},
    {"OutputFormat", S_WORD(words_s3_output_format), 0, "Output format."},
    {"Prefix", S_STRING, 0, "Prefix."},
    {.name = NULL},
};

static const struct slrun_param firehose_log_destination_parameters_given[] = {
    {"DeliveryStreamArn", S_STRING, SLRUN_REQUIRED, "Delivery stream arn."},
    {.name = NULL},
};

static const struct slrun_param cloudwatch_logs_log_destination_parameters_given[] = {
    {"LogGroupArn", S_STRING, SLRUN_REQUIRED, "Log group arn."},
    {.name = NULL},
};

static const char *const words_log_level[] = {"OFF", "ERROR", "INFO", "TRACE", NULL};
static const char *const words_include_execution_data_option[] = {"ALL", NULL};
static const struct slrun_shape shape_words_include_execution_data_option =
    S_WORD(words_include_execution_data_option);
const struct slrun_param pipes_pipe_log_configuration_parameters[] = {
    {"S3LogDestination", S_STRUCTURE(s3_log_destination_parameters_given), 0,
     "S3 log destination."},
    {"FirehoseLogDestination", S_STRUCTURE(firehose_log_destination_parameters_given), 0,
     "Firehose log destination."},
    {"CloudwatchLogsLogDestination", S_STRUCTURE(cloudwatch_logs_log_destination_parameters_given),
     0, "Cloudwatch logs log destination."},
    {"Level", S_WORD(words_log_level), SLRUN_REQUIRED, "Level."},
    {"IncludeExecutionData", S_LIST(shape_words_include_execution_data_option), 0,
     "Include execution data."},
    {.name = NULL},
};

const struct slrun_param pipes_create_pipe_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the pipe."},
    {"Description", S_STRING, 0, "What it is for."},
    {"DesiredState", S_WORD(words_requested_pipe_state), 0, "RUNNING or STOPPED."},
    {"Source", S_STRING, SLRUN_REQUIRED, "ARN of the queue or stream that it reads."},
    {"SourceParameters", S_STRUCTURE(pipes_pipe_source_parameters), 0,
     "Filters, and how the source is read."},
    {"Enrichment", S_STRING, 0, "ARN of what each batch goes through before the target."},
    {"EnrichmentParameters", S_STRUCTURE(pipes_pipe_enrichment_parameters), 0,
     "What the enrichment gets."},
    {"Target", S_STRING, SLRUN_REQUIRED, "ARN of what gets the batches."},
    {"TargetParameters", S_STRUCTURE(pipes_pipe_target_parameters), 0,
     "What the target gets, and how."},
    {"RoleArn", S_STRING, SLRUN_REQUIRED, "Role with which it reads and sends."},
    {"Tags", S_MAP(shape_string), 0, "Tags, by their keys."},
    {"LogConfiguration", S_STRUCTURE(pipes_pipe_log_configuration_parameters), 0,
     "Where it logs what it does, and how much."},
    {"KmsKeyIdentifier", S_STRING, 0, "Kms key identifier."},
    {.name = NULL},
};

const struct slrun_param pipes_create_pipe_result[] = {
    {"Arn", S_STRING, 0, "Arn."},
    {"Name", S_STRING, 0, "Name of the pipe."},
    {"DesiredState", S_STRING, 0, "RUNNING or STOPPED."},
    {"CurrentState", S_STRING, 0, "The state that it is in."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "Last modified time."},
    {.name = NULL},
};

const struct slrun_param pipes_delete_pipe_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the pipe."},
    {.name = NULL},
};

const struct slrun_param pipes_delete_pipe_result[] = {
    {"Arn", S_STRING, 0, "Arn."},
    {"Name", S_STRING, 0, "Name of the pipe."},
    {"DesiredState", S_STRING, 0, "RUNNING or STOPPED."},
    {"CurrentState", S_STRING, 0, "The state that it is in."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "Last modified time."},
    {.name = NULL},
};

const struct slrun_param pipes_describe_pipe_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the pipe."},
    {.name = NULL},
};

static const struct slrun_param filter_members[] = {
    {"Pattern", S_STRING, 0, "An event pattern, a JSON text."},
    {.name = NULL},
};

static const struct slrun_shape shape_filter_members = S_STRUCTURE(filter_members);
static const struct slrun_param filter_criteria_members[] = {
    {"Filters", S_LIST(shape_filter_members), 0, "Filters."},
    {.name = NULL},
};

static const struct slrun_param dead_letter_config_members[] = {
    {"Arn", S_STRING, 0, "Arn."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_kinesis_stream_parameters_members[] = {
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_members), 0, "Dead letter config."},
    {"OnPartialBatchItemFailure", S_STRING, 0, "On partial batch item failure."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0, "Maximum record age in seconds."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Maximum retry attempts."},
    {"ParallelizationFactor", S_INTEGER, 0, "Parallelization factor."},
    {"StartingPosition", S_STRING, 0, "Where in the stream it begins."},
    {"StartingPositionTimestamp", S_TIMESTAMP, 0, "Starting position timestamp."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_dynamo_db_stream_parameters_members[] = {
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_members), 0, "Dead letter config."},
    {"OnPartialBatchItemFailure", S_STRING, 0, "On partial batch item failure."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0, "Maximum record age in seconds."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Maximum retry attempts."},
    {"ParallelizationFactor", S_INTEGER, 0, "Parallelization factor."},
    {"StartingPosition", S_STRING, 0, "Where in the stream it begins."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_sqs_queue_parameters_members[] = {
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {.name = NULL},
};

static const struct slrun_param mq_broker_access_credentials_members[] = {
    {"BasicAuth", S_STRING, 0, "Basic auth."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_active_mq_broker_parameters_members[] = {
    {"Credentials", S_STRUCTURE(mq_broker_access_credentials_members), 0, "Credentials."},
    {"QueueName", S_STRING, 0, "Queue name."},
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_rabbit_mq_broker_parameters_members[] = {
    {"Credentials", S_STRUCTURE(mq_broker_access_credentials_members), 0, "Credentials."},
    {"QueueName", S_STRING, 0, "Queue name."},
    {"VirtualHost", S_STRING, 0, "Virtual host."},
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {.name = NULL},
};

static const struct slrun_param msk_access_credentials_members[] = {
    {"SaslScram512Auth", S_STRING, 0, "Sasl scram512 auth."},
    {"ClientCertificateTlsAuth", S_STRING, 0, "Client certificate tls auth."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_managed_streaming_kafka_parameters_members[] = {
    {"TopicName", S_STRING, 0, "Topic name."},
    {"StartingPosition", S_STRING, 0, "Where in the stream it begins."},
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {"ConsumerGroupID", S_STRING, 0, "Consumer group ID."},
    {"Credentials", S_STRUCTURE(msk_access_credentials_members), 0, "Credentials."},
    {.name = NULL},
};

static const struct slrun_param self_managed_kafka_access_configuration_credentials_members[] = {
    {"BasicAuth", S_STRING, 0, "Basic auth."},
    {"SaslScram512Auth", S_STRING, 0, "Sasl scram512 auth."},
    {"SaslScram256Auth", S_STRING, 0, "Sasl scram256 auth."},
    {"ClientCertificateTlsAuth", S_STRING, 0, "Client certificate tls auth."},
    {.name = NULL},
};

static const struct slrun_param self_managed_kafka_access_configuration_vpc_members[] = {
    {"Subnets", S_LIST(shape_string), 0, "Subnets."},
    {"SecurityGroup", S_LIST(shape_string), 0, "Security group."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_self_managed_kafka_parameters_members[] = {
    {"TopicName", S_STRING, 0, "Topic name."},
    {"StartingPosition", S_STRING, 0, "Where in the stream it begins."},
    {"AdditionalBootstrapServers", S_LIST(shape_string), 0, "Additional bootstrap servers."},
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {"ConsumerGroupID", S_STRING, 0, "Consumer group ID."},
    {"Credentials", S_STRUCTURE(self_managed_kafka_access_configuration_credentials_members), 0,
     "Credentials."},
    {"ServerRootCaCertificate", S_STRING, 0, "Server root ca certificate."},
    {"Vpc", S_STRUCTURE(self_managed_kafka_access_configuration_vpc_members), 0, "Vpc."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_parameters_members[] = {
    {"FilterCriteria", S_STRUCTURE(filter_criteria_members), 0,
     "Event patterns, one of which a record must match."},
    {"KinesisStreamParameters", S_STRUCTURE(pipe_source_kinesis_stream_parameters_members), 0,
     "Kinesis stream parameters."},
    {"DynamoDBStreamParameters", S_STRUCTURE(pipe_source_dynamo_db_stream_parameters_members), 0,
     "Dynamo DB stream parameters."},
    {"SqsQueueParameters", S_STRUCTURE(pipe_source_sqs_queue_parameters_members), 0,
     "Sqs queue parameters."},
    {"ActiveMQBrokerParameters", S_STRUCTURE(pipe_source_active_mq_broker_parameters_members), 0,
     "Active MQ broker parameters."},
    {"RabbitMQBrokerParameters", S_STRUCTURE(pipe_source_rabbit_mq_broker_parameters_members), 0,
     "Rabbit MQ broker parameters."},
    {"ManagedStreamingKafkaParameters",
     S_STRUCTURE(pipe_source_managed_streaming_kafka_parameters_members), 0,
     "Managed streaming kafka parameters."},
    {"SelfManagedKafkaParameters", S_STRUCTURE(pipe_source_self_managed_kafka_parameters_members),
     0, "Self managed kafka parameters."},
    {.name = NULL},
};

static const struct slrun_param pipe_enrichment_http_parameters_members[] = {
    {"PathParameterValues", S_LIST(shape_string), 0, "Path parameter values."},
    {"HeaderParameters", S_MAP(shape_string), 0, "Header parameters."},
    {"QueryStringParameters", S_MAP(shape_string), 0, "Query string parameters."},
    {.name = NULL},
};

static const struct slrun_param pipe_enrichment_parameters_members[] = {
    {"InputTemplate", S_STRING, 0, "A text with <$.path> and <aws.pipes.NAME> in it."},
    {"HttpParameters", S_STRUCTURE(pipe_enrichment_http_parameters_members), 0, "Http parameters."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_lambda_function_parameters_members[] = {
    {"InvocationType", S_STRING, 0, "Invocation type."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_state_machine_parameters_members[] = {
    {"InvocationType", S_STRING, 0, "Invocation type."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_kinesis_stream_parameters_members[] = {
    {"PartitionKey", S_STRING, 0, "Partition key."},
    {.name = NULL},
};

static const struct slrun_param aws_vpc_configuration_members[] = {
    {"Subnets", S_LIST(shape_string), 0, "Subnets."},
    {"SecurityGroups", S_LIST(shape_string), 0, "Security groups."},
    {"AssignPublicIp", S_STRING, 0, "Assign public ip."},
    {.name = NULL},
};

static const struct slrun_param network_configuration_members[] = {
    {"awsvpcConfiguration", S_STRUCTURE(aws_vpc_configuration_members), 0, "Awsvpc configuration."},
    {.name = NULL},
};

static const struct slrun_param capacity_provider_strategy_item_members[] = {
    {"capacityProvider", S_STRING, 0, "Capacity provider."},
    {"weight", S_INTEGER, 0, "Weight."},
    {"base", S_INTEGER, 0, "Base."},
    {.name = NULL},
};

static const struct slrun_shape shape_capacity_provider_strategy_item_members =
    S_STRUCTURE(capacity_provider_strategy_item_members);
static const struct slrun_param placement_constraint_members[] = {
    {"type", S_STRING, 0, "Type."},
    {"expression", S_STRING, 0, "Expression."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_constraint_members =
    S_STRUCTURE(placement_constraint_members);
static const struct slrun_param placement_strategy_members[] = {
    {"type", S_STRING, 0, "Type."},
    {"field", S_STRING, 0, "Field."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_strategy_members =
    S_STRUCTURE(placement_strategy_members);
static const struct slrun_param ecs_environment_variable_members[] = {
    {"name", S_STRING, 0, "Name."},
    {"value", S_STRING, 0, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_ecs_environment_variable_members =
    S_STRUCTURE(ecs_environment_variable_members);
static const struct slrun_param ecs_environment_file_members[] = {
    {"type", S_STRING, 0, "Type."},
    {"value", S_STRING, 0, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_ecs_environment_file_members =
    S_STRUCTURE(ecs_environment_file_members);
static const struct slrun_param ecs_resource_requirement_members[] = {
    {"type", S_STRING, 0, "Type."},
    {"value", S_STRING, 0, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_ecs_resource_requirement_members =
    S_STRUCTURE(ecs_resource_requirement_members);
static const struct slrun_param ecs_container_override_members[] = {
    {"Command", S_LIST(shape_string), 0, "Command."},
    {"Cpu", S_INTEGER, 0, "Cpu."},
    {"Environment", S_LIST(shape_ecs_environment_variable_members), 0, "Environment."},
    {"EnvironmentFiles", S_LIST(shape_ecs_environment_file_members), 0, "Environment files."},
    {"Memory", S_INTEGER, 0, "Memory."},
    {"MemoryReservation", S_INTEGER, 0, "Memory reservation."},
    {"Name", S_STRING, 0, "Name of the pipe."},
    {"ResourceRequirements", S_LIST(shape_ecs_resource_requirement_members), 0,
     "Resource requirements."},
    {.name = NULL},
};

static const struct slrun_shape shape_ecs_container_override_members =
    S_STRUCTURE(ecs_container_override_members);
static const struct slrun_param ecs_ephemeral_storage_members[] = {
    {"sizeInGiB", S_INTEGER, 0, "Size in gi B."},
    {.name = NULL},
};

static const struct slrun_param ecs_inference_accelerator_override_members[] = {
    {"deviceName", S_STRING, 0, "Device name."},
    {"deviceType", S_STRING, 0, "Device type."},
    {.name = NULL},
};

static const struct slrun_shape shape_ecs_inference_accelerator_override_members =
    S_STRUCTURE(ecs_inference_accelerator_override_members);
static const struct slrun_param ecs_task_override_members[] = {
    {"ContainerOverrides", S_LIST(shape_ecs_container_override_members), 0, "Container overrides."},
    {"Cpu", S_STRING, 0, "Cpu."},
    {"EphemeralStorage", S_STRUCTURE(ecs_ephemeral_storage_members), 0, "Ephemeral storage."},
    {"ExecutionRoleArn", S_STRING, 0, "Execution role arn."},
    {"InferenceAcceleratorOverrides", S_LIST(shape_ecs_inference_accelerator_override_members), 0,
     "Inference accelerator overrides."},
    {"Memory", S_STRING, 0, "Memory."},
    {"TaskRoleArn", S_STRING, 0, "Task role arn."},
    {.name = NULL},
};

static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, 0, "Key."},
    {"Value", S_STRING, 0, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_members = S_STRUCTURE(tag_members);
static const struct slrun_param pipe_target_ecs_task_parameters_members[] = {
    {"TaskDefinitionArn", S_STRING, 0, "Task definition arn."},
    {"TaskCount", S_INTEGER, 0, "Task count."},
    {"LaunchType", S_STRING, 0, "Launch type."},
    {"NetworkConfiguration", S_STRUCTURE(network_configuration_members), 0,
     "Network configuration."},
    {"PlatformVersion", S_STRING, 0, "Platform version."},
    {"Group", S_STRING, 0, "Group."},
    {"CapacityProviderStrategy", S_LIST(shape_capacity_provider_strategy_item_members), 0,
     "Capacity provider strategy."},
    {"EnableECSManagedTags", S_BOOLEAN, 0, "Enable ECS managed tags."},
    {"EnableExecuteCommand", S_BOOLEAN, 0, "Enable execute command."},
    {"PlacementConstraints", S_LIST(shape_placement_constraint_members), 0,
     "Placement constraints."},
    {"PlacementStrategy", S_LIST(shape_placement_strategy_members), 0, "Placement strategy."},
    {"PropagateTags", S_STRING, 0, "Propagate tags."},
    {"ReferenceId", S_STRING, 0, "Reference id."},
    {"Overrides", S_STRUCTURE(ecs_task_override_members), 0, "Overrides."},
    {"Tags", S_LIST(shape_tag_members), 0, "Tags, by their keys."},
    {.name = NULL},
};

static const struct slrun_param batch_array_properties_members[] = {
    {"Size", S_INTEGER, 0, "Size."},
    {.name = NULL},
};

static const struct slrun_param batch_retry_strategy_members[] = {
    {"Attempts", S_INTEGER, 0, "Attempts."},
    {.name = NULL},
};

static const struct slrun_param batch_environment_variable_members[] = {
    {"Name", S_STRING, 0, "Name of the pipe."},
    {"Value", S_STRING, 0, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_batch_environment_variable_members =
    S_STRUCTURE(batch_environment_variable_members);
static const struct slrun_param batch_resource_requirement_members[] = {
    {"Type", S_STRING, 0, "Type."},
    {"Value", S_STRING, 0, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_batch_resource_requirement_members =
    S_STRUCTURE(batch_resource_requirement_members);
static const struct slrun_param batch_container_overrides_members[] = {
    {"Command", S_LIST(shape_string), 0, "Command."},
    {"Environment", S_LIST(shape_batch_environment_variable_members), 0, "Environment."},
    {"InstanceType", S_STRING, 0, "Instance type."},
    {"ResourceRequirements", S_LIST(shape_batch_resource_requirement_members), 0,
     "Resource requirements."},
    {.name = NULL},
};

static const struct slrun_param batch_job_dependency_members[] = {
    {"JobId", S_STRING, 0, "Job id."},
    {"Type", S_STRING, 0, "Type."},
    {.name = NULL},
};

static const struct slrun_shape shape_batch_job_dependency_members =
    S_STRUCTURE(batch_job_dependency_members);
static const struct slrun_param pipe_target_batch_job_parameters_members[] = {
    {"JobDefinition", S_STRING, 0, "Job definition."},
    {"JobName", S_STRING, 0, "Job name."},
    {"ArrayProperties", S_STRUCTURE(batch_array_properties_members), 0, "Array properties."},
    {"RetryStrategy", S_STRUCTURE(batch_retry_strategy_members), 0, "Retry strategy."},
    {"ContainerOverrides", S_STRUCTURE(batch_container_overrides_members), 0,
     "Container overrides."},
    {"DependsOn", S_LIST(shape_batch_job_dependency_members), 0, "Depends on."},
    {"Parameters", S_MAP(shape_string), 0, "Parameters."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_sqs_queue_parameters_members[] = {
    {"MessageGroupId", S_STRING, 0, "Message group id."},
    {"MessageDeduplicationId", S_STRING, 0, "Message deduplication id."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_http_parameters_members[] = {
    {"PathParameterValues", S_LIST(shape_string), 0, "Path parameter values."},
    {"HeaderParameters", S_MAP(shape_string), 0, "Header parameters."},
    {"QueryStringParameters", S_MAP(shape_string), 0, "Query string parameters."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_redshift_data_parameters_members[] = {
    {"SecretManagerArn", S_STRING, 0, "Secret manager arn."},
    {"Database", S_STRING, 0, "Database."},
    {"DbUser", S_STRING, 0, "Db user."},
    {"StatementName", S_STRING, 0, "Statement name."},
    {"WithEvent", S_BOOLEAN, 0, "With event."},
    {"Sqls", S_LIST(shape_string), 0, "Sqls."},
    {.name = NULL},
};

static const struct slrun_param sage_maker_pipeline_parameter_members[] = {
    {"Name", S_STRING, 0, "Name of the pipe."},
    {"Value", S_STRING, 0, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_sage_maker_pipeline_parameter_members =
    S_STRUCTURE(sage_maker_pipeline_parameter_members);
static const struct slrun_param pipe_target_sage_maker_pipeline_parameters_members[] = {
    {"PipelineParameterList", S_LIST(shape_sage_maker_pipeline_parameter_members), 0,
     "Pipeline parameter list."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_event_bridge_event_bus_parameters_members[] = {
    {"EndpointId", S_STRING, 0, "Endpoint id."},
    {"DetailType", S_STRING, 0, "Detail type."},
    {"Source", S_STRING, 0, "ARN of the queue or stream that it reads."},
    {"Resources", S_LIST(shape_string), 0, "Resources."},
    {"Time", S_STRING, 0, "Time."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_cloud_watch_logs_parameters_members[] = {
    {"LogStreamName", S_STRING, 0, "Log stream name."},
    {"Timestamp", S_STRING, 0, "Timestamp."},
    {.name = NULL},
};

static const struct slrun_param dimension_mapping_members[] = {
    {"DimensionValue", S_STRING, 0, "Dimension value."},
    {"DimensionValueType", S_STRING, 0, "Dimension value type."},
    {"DimensionName", S_STRING, 0, "Dimension name."},
    {.name = NULL},
};

static const struct slrun_shape shape_dimension_mapping_members =
    S_STRUCTURE(dimension_mapping_members);
static const struct slrun_param single_measure_mapping_members[] = {
    {"MeasureValue", S_STRING, 0, "Measure value."},
    {"MeasureValueType", S_STRING, 0, "Measure value type."},
    {"MeasureName", S_STRING, 0, "Measure name."},
    {.name = NULL},
};

static const struct slrun_shape shape_single_measure_mapping_members =
    S_STRUCTURE(single_measure_mapping_members);
static const struct slrun_param multi_measure_attribute_mapping_members[] = {
    {"MeasureValue", S_STRING, 0, "Measure value."},
    {"MeasureValueType", S_STRING, 0, "Measure value type."},
    {"MultiMeasureAttributeName", S_STRING, 0, "Multi measure attribute name."},
    {.name = NULL},
};

static const struct slrun_shape shape_multi_measure_attribute_mapping_members =
    S_STRUCTURE(multi_measure_attribute_mapping_members);
static const struct slrun_param multi_measure_mapping_members[] = {
    {"MultiMeasureName", S_STRING, 0, "Multi measure name."},
    {"MultiMeasureAttributeMappings", S_LIST(shape_multi_measure_attribute_mapping_members), 0,
     "Multi measure attribute mappings."},
    {.name = NULL},
};

static const struct slrun_shape shape_multi_measure_mapping_members =
    S_STRUCTURE(multi_measure_mapping_members);
static const struct slrun_param pipe_target_timestream_parameters_members[] = {
    {"TimeValue", S_STRING, 0, "Time value."},
    {"EpochTimeUnit", S_STRING, 0, "Epoch time unit."},
    {"TimeFieldType", S_STRING, 0, "Time field type."},
    {"TimestampFormat", S_STRING, 0, "Timestamp format."},
    {"VersionValue", S_STRING, 0, "Version value."},
    {"DimensionMappings", S_LIST(shape_dimension_mapping_members), 0, "Dimension mappings."},
    {"SingleMeasureMappings", S_LIST(shape_single_measure_mapping_members), 0,
     "Single measure mappings."},
    {"MultiMeasureMappings", S_LIST(shape_multi_measure_mapping_members), 0,
     "Multi measure mappings."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_parameters_members[] = {
    {"InputTemplate", S_STRING, 0, "A text with <$.path> and <aws.pipes.NAME> in it."},
    {"LambdaFunctionParameters", S_STRUCTURE(pipe_target_lambda_function_parameters_members), 0,
     "Lambda function parameters."},
    {"StepFunctionStateMachineParameters",
     S_STRUCTURE(pipe_target_state_machine_parameters_members), 0,
     "Step function state machine parameters."},
    {"KinesisStreamParameters", S_STRUCTURE(pipe_target_kinesis_stream_parameters_members), 0,
     "Kinesis stream parameters."},
    {"EcsTaskParameters", S_STRUCTURE(pipe_target_ecs_task_parameters_members), 0,
     "Ecs task parameters."},
    {"BatchJobParameters", S_STRUCTURE(pipe_target_batch_job_parameters_members), 0,
     "Batch job parameters."},
    {"SqsQueueParameters", S_STRUCTURE(pipe_target_sqs_queue_parameters_members), 0,
     "Sqs queue parameters."},
    {"HttpParameters", S_STRUCTURE(pipe_target_http_parameters_members), 0, "Http parameters."},
    {"RedshiftDataParameters", S_STRUCTURE(pipe_target_redshift_data_parameters_members), 0,
     "Redshift data parameters."},
    {"SageMakerPipelineParameters", S_STRUCTURE(pipe_target_sage_maker_pipeline_parameters_members),
     0, "Sage maker pipeline parameters."},
    {"EventBridgeEventBusParameters",
     S_STRUCTURE(pipe_target_event_bridge_event_bus_parameters_members), 0,
     "Event bridge event bus parameters."},
    {"CloudWatchLogsParameters", S_STRUCTURE(pipe_target_cloud_watch_logs_parameters_members), 0,
     "Cloud watch logs parameters."},
    {"TimestreamParameters", S_STRUCTURE(pipe_target_timestream_parameters_members), 0,
     "Timestream parameters."},
    {.name = NULL},
};

static const struct slrun_param s3_log_destination_members[] = {
    {"BucketName", S_STRING, 0, "Bucket name."},
    {"Prefix", S_STRING, 0, "Prefix."},
    {"BucketOwner", S_STRING, 0, "Bucket owner."},
    {"OutputFormat", S_STRING, 0, "Output format."},
    {.name = NULL},
};

static const struct slrun_param firehose_log_destination_members[] = {
    {"DeliveryStreamArn", S_STRING, 0, "Delivery stream arn."},
    {.name = NULL},
};

static const struct slrun_param cloudwatch_logs_log_destination_members[] = {
    {"LogGroupArn", S_STRING, 0, "Log group arn."},
    {.name = NULL},
};

static const struct slrun_param pipe_log_configuration_members[] = {
    {"S3LogDestination", S_STRUCTURE(s3_log_destination_members), 0, "S3 log destination."},
    {"FirehoseLogDestination", S_STRUCTURE(firehose_log_destination_members), 0,
     "Firehose log destination."},
    {"CloudwatchLogsLogDestination", S_STRUCTURE(cloudwatch_logs_log_destination_members), 0,
     "Cloudwatch logs log destination."},
    {"Level", S_STRING, 0, "Level."},
    {"IncludeExecutionData", S_LIST(shape_string), 0, "Include execution data."},
    {.name = NULL},
};

const struct slrun_param pipes_describe_pipe_result[] = {
    {"Arn", S_STRING, 0, "Arn."},
    {"Name", S_STRING, 0, "Name of the pipe."},
    {"Description", S_STRING, 0, "What it is for."},
    {"DesiredState", S_STRING, 0, "RUNNING or STOPPED."},
    {"CurrentState", S_STRING, 0, "The state that it is in."},
    {"StateReason", S_STRING, 0, "State reason."},
    {"Source", S_STRING, 0, "ARN of the queue or stream that it reads."},
    {"SourceParameters", S_STRUCTURE(pipe_source_parameters_members), 0,
     "Filters, and how the source is read."},
    {"Enrichment", S_STRING, 0, "ARN of what each batch goes through before the target."},
    {"EnrichmentParameters", S_STRUCTURE(pipe_enrichment_parameters_members), 0,
     "What the enrichment gets."},
    {"Target", S_STRING, 0, "ARN of what gets the batches."},
    {"TargetParameters", S_STRUCTURE(pipe_target_parameters_members), 0,
     "What the target gets, and how."},
    {"RoleArn", S_STRING, 0, "Role with which it reads and sends."},
    {"Tags", S_MAP(shape_string), 0, "Tags, by their keys."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "Last modified time."},
    {"LogConfiguration", S_STRUCTURE(pipe_log_configuration_members), 0,
     "Where it logs what it does, and how much."},
    {"KmsKeyIdentifier", S_STRING, 0, "Kms key identifier."},
    {.name = NULL},
};

static const char *const words_pipe_state[] = {"RUNNING",
                                               "STOPPED",
                                               "CREATING",
                                               "UPDATING",
                                               "DELETING",
                                               "STARTING",
                                               "STOPPING",
                                               "CREATE_FAILED",
                                               "UPDATE_FAILED",
                                               "START_FAILED",
                                               "STOP_FAILED",
                                               "DELETE_FAILED",
                                               "CREATE_ROLLBACK_FAILED",
                                               "DELETE_ROLLBACK_FAILED",
                                               "UPDATE_ROLLBACK_FAILED",
                                               NULL};
const struct slrun_param pipes_list_pipes_params[] = {
    {"NamePrefix", S_STRING, 0, "How names begin."},
    {"DesiredState", S_WORD(words_requested_pipe_state), 0, "RUNNING or STOPPED."},
    {"CurrentState", S_WORD(words_pipe_state), 0, "The state that it is in."},
    {"SourcePrefix", S_STRING, 0, "Source prefix."},
    {"TargetPrefix", S_STRING, 0, "Target prefix."},
    {"NextToken", S_STRING, 0, "Continues a list: from the answer before."},
    {"Limit", S_INTEGER, 0, "Most elements of a page."},
    {.name = NULL},
};

static const struct slrun_param pipe_members[] = {
    {"Name", S_STRING, 0, "Name of the pipe."},
    {"Arn", S_STRING, 0, "Arn."},
    {"DesiredState", S_STRING, 0, "RUNNING or STOPPED."},
    {"CurrentState", S_STRING, 0, "The state that it is in."},
    {"StateReason", S_STRING, 0, "State reason."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "Last modified time."},
    {"Source", S_STRING, 0, "ARN of the queue or stream that it reads."},
    {"Target", S_STRING, 0, "ARN of what gets the batches."},
    {"Enrichment", S_STRING, 0, "ARN of what each batch goes through before the target."},
    {.name = NULL},
};

static const struct slrun_shape shape_pipe_members = S_STRUCTURE(pipe_members);
const struct slrun_param pipes_list_pipes_result[] = {
    {"Pipes", S_LIST(shape_pipe_members), 0, "Pipes."},
    {"NextToken", S_STRING, 0, "Continues a list: from the answer before."},
    {.name = NULL},
};

const struct slrun_param pipes_list_tags_for_resource_params[] = {
    {"resourceArn", S_STRING, SLRUN_REQUIRED, "ARN of a pipe."},
    {.name = NULL},
};

const struct slrun_param pipes_list_tags_for_resource_result[] = {
    {"tags", S_MAP(shape_string), 0, "Tags, by their keys."},
    {.name = NULL},
};

const struct slrun_param pipes_start_pipe_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the pipe."},
    {.name = NULL},
};

const struct slrun_param pipes_start_pipe_result[] = {
    {"Arn", S_STRING, 0, "Arn."},
    {"Name", S_STRING, 0, "Name of the pipe."},
    {"DesiredState", S_STRING, 0, "RUNNING or STOPPED."},
    {"CurrentState", S_STRING, 0, "The state that it is in."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "Last modified time."},
    {.name = NULL},
};

const struct slrun_param pipes_stop_pipe_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the pipe."},
    {.name = NULL},
};

const struct slrun_param pipes_stop_pipe_result[] = {
    {"Arn", S_STRING, 0, "Arn."},
    {"Name", S_STRING, 0, "Name of the pipe."},
    {"DesiredState", S_STRING, 0, "RUNNING or STOPPED."},
    {"CurrentState", S_STRING, 0, "The state that it is in."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "Last modified time."},
    {.name = NULL},
};

const struct slrun_param pipes_tag_resource_params[] = {
    {"resourceArn", S_STRING, SLRUN_REQUIRED, "ARN of a pipe."},
    {"tags", S_MAP(shape_string), SLRUN_REQUIRED, "Tags, by their keys."},
    {.name = NULL},
};

const struct slrun_param pipes_untag_resource_params[] = {
    {"resourceArn", S_STRING, SLRUN_REQUIRED, "ARN of a pipe."},
    {"tagKeys", S_LIST(shape_string), SLRUN_REQUIRED, "Keys of tags."},
    {.name = NULL},
};

static const struct slrun_param update_pipe_source_kinesis_stream_parameters_given[] = {
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_given), 0, "Dead letter config."},
    {"OnPartialBatchItemFailure", S_WORD(words_on_partial_batch_item_failure_streams), 0,
     "On partial batch item failure."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0, "Maximum record age in seconds."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Maximum retry attempts."},
    {"ParallelizationFactor", S_INTEGER, 0, "Parallelization factor."},
    {.name = NULL},
};

static const struct slrun_param update_pipe_source_dynamo_db_stream_parameters_given[] = {
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_given), 0, "Dead letter config."},
    {"OnPartialBatchItemFailure", S_WORD(words_on_partial_batch_item_failure_streams), 0,
     "On partial batch item failure."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0, "Maximum record age in seconds."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Maximum retry attempts."},
    {"ParallelizationFactor", S_INTEGER, 0, "Parallelization factor."},
    {.name = NULL},
};

static const struct slrun_param update_pipe_source_sqs_queue_parameters_given[] = {
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {.name = NULL},
};

static const struct slrun_param update_pipe_source_active_mq_broker_parameters_given[] = {
    {"Credentials", S_STRUCTURE(mq_broker_access_credentials_given), SLRUN_REQUIRED,
     "Credentials."},
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {.name = NULL},
};

static const struct slrun_param update_pipe_source_rabbit_mq_broker_parameters_given[] = {
    {"Credentials", S_STRUCTURE(mq_broker_access_credentials_given), SLRUN_REQUIRED,
     "Credentials."},
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {.name = NULL},
};

static const struct slrun_param update_pipe_source_managed_streaming_kafka_parameters_given[] = {
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"Credentials", S_STRUCTURE(msk_access_credentials_given), 0, "Credentials."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {.name = NULL},
};

static const struct slrun_param update_pipe_source_self_managed_kafka_parameters_given[] = {
    {"BatchSize", S_INTEGER, 0, "Most records of a batch."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0, "How long records are gathered."},
    {"Credentials", S_STRUCTURE(self_managed_kafka_access_configuration_credentials_given), 0,
     "Credentials."},
    {"ServerRootCaCertificate", S_STRING, 0, "Server root ca certificate."},
    {"Vpc", S_STRUCTURE(self_managed_kafka_access_configuration_vpc_given), 0, "Vpc."},
    {.name = NULL},
};

static const struct slrun_param update_pipe_source_parameters_given[] = {
    {"FilterCriteria", S_STRUCTURE(filter_criteria_given), 0,
     "Event patterns, one of which a record must match."},
    {"KinesisStreamParameters", S_STRUCTURE(update_pipe_source_kinesis_stream_parameters_given), 0,
     "Kinesis stream parameters."},
    {"DynamoDBStreamParameters", S_STRUCTURE(update_pipe_source_dynamo_db_stream_parameters_given),
     0, "Dynamo DB stream parameters."},
    {"SqsQueueParameters", S_STRUCTURE(update_pipe_source_sqs_queue_parameters_given), 0,
     "Sqs queue parameters."},
    {"ActiveMQBrokerParameters", S_STRUCTURE(update_pipe_source_active_mq_broker_parameters_given),
     0, "Active MQ broker parameters."},
    {"RabbitMQBrokerParameters", S_STRUCTURE(update_pipe_source_rabbit_mq_broker_parameters_given),
     0, "Rabbit MQ broker parameters."},
    {"ManagedStreamingKafkaParameters",
     S_STRUCTURE(update_pipe_source_managed_streaming_kafka_parameters_given), 0,
     "Managed streaming kafka parameters."},
    {"SelfManagedKafkaParameters",
     S_STRUCTURE(update_pipe_source_self_managed_kafka_parameters_given), 0,
     "Self managed kafka parameters."},
    {.name = NULL},
};

const struct slrun_param pipes_update_pipe_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the pipe."},
    {"Description", S_STRING, 0, "What it is for."},
    {"DesiredState", S_WORD(words_requested_pipe_state), 0, "RUNNING or STOPPED."},
    {"SourceParameters", S_STRUCTURE(update_pipe_source_parameters_given), 0,
     "Filters, and how the source is read."},
    {"Enrichment", S_STRING, 0, "ARN of what each batch goes through before the target."},
    {"EnrichmentParameters", S_STRUCTURE(pipes_pipe_enrichment_parameters), 0,
     "What the enrichment gets."},
    {"Target", S_STRING, 0, "ARN of what gets the batches."},
    {"TargetParameters", S_STRUCTURE(pipes_pipe_target_parameters), 0,
     "What the target gets, and how."},
    {"RoleArn", S_STRING, SLRUN_REQUIRED, "Role with which it reads and sends."},
    {"LogConfiguration", S_STRUCTURE(pipes_pipe_log_configuration_parameters), 0,
     "Where it logs what it does, and how much."},
    {"KmsKeyIdentifier", S_STRING, 0, "Kms key identifier."},
    {.name = NULL},
};

const struct slrun_param pipes_update_pipe_result[] = {
    {"Arn", S_STRING, 0, "Arn."},
    {"Name", S_STRING, 0, "Name of the pipe."},
    {"DesiredState", S_STRING, 0, "RUNNING or STOPPED."},
    {"CurrentState", S_STRING, 0, "The state that it is in."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "Last modified time."},
    {.name = NULL},
};
