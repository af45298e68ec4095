/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#include "client/shapes.h"

#include <stddef.h>

#include <slrun/table.h>

static const struct slrun_shape shape_string = S_STRING;

static const char *const words_requested_pipe_state[] = {"RUNNING", "STOPPED", NULL};
static const struct slrun_param filter_given[] = {
    {"Pattern", S_STRING, 0, "An event pattern, a JSON text of 4,096 characters at most."},
    {.name = NULL},
};

static const struct slrun_shape shape_filter_given = S_STRUCTURE(filter_given);
static const struct slrun_param filter_criteria_given[] = {
    {"Filters", S_LIST(shape_filter_given), 0,
     "Event patterns, 5 at most; a record has to match one."},
    {.name = NULL},
};

static const struct slrun_param dead_letter_config_given[] = {
    {"Arn", S_STRING, 0,
     "ARN of the SQS queue or SNS topic that is told of records that were given up."},
    {.name = NULL},
};

static const char *const words_on_partial_batch_item_failure_streams[] = {"AUTOMATIC_BISECT", NULL};
static const char *const words_kinesis_stream_start_position[] = {"TRIM_HORIZON", "LATEST",
                                                                  "AT_TIMESTAMP", NULL};
static const struct slrun_param pipe_source_kinesis_stream_parameters_given[] = {
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_given), 0,
     "Where records are told of that were given up."},
    {"OnPartialBatchItemFailure", S_WORD(words_on_partial_batch_item_failure_streams), 0,
     "AUTOMATIC_BISECT: a batch that fails is halved until the bad record is alone; absent: it is "
     "not."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0,
     "Seconds after which a record is given up, at most 604,800; -1 (the default): never."},
    {"MaximumRetryAttempts", S_INTEGER, 0,
     "How often a batch is tried again, 0 to 10,000; -1 (the default): until the record's end."},
    {"ParallelizationFactor", S_INTEGER, 0,
     "Batches of one shard at once, 1 to 10; 1 unless given."},
    {"StartingPosition", S_WORD(words_kinesis_stream_start_position), SLRUN_REQUIRED,
     "Where it begins: TRIM_HORIZON (the oldest), LATEST (what comes from now on) or "
     "AT_TIMESTAMP."},
    {"StartingPositionTimestamp", S_TIMESTAMP, 0,
     "Time of the first record that is read; with AT_TIMESTAMP."},
    {.name = NULL},
};

static const char *const words_dynamo_db_stream_start_position[] = {"TRIM_HORIZON", "LATEST", NULL};
static const struct slrun_param pipe_source_dynamo_db_stream_parameters_given[] = {
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_given), 0,
     "Where records are told of that were given up."},
    {"OnPartialBatchItemFailure", S_WORD(words_on_partial_batch_item_failure_streams), 0,
     "AUTOMATIC_BISECT: a batch that fails is halved until the bad record is alone; absent: it is "
     "not."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0,
     "Seconds after which a record is given up, at most 604,800; -1 (the default): never."},
    {"MaximumRetryAttempts", S_INTEGER, 0,
     "How often a batch is tried again, 0 to 10,000; -1 (the default): until the record's end."},
    {"ParallelizationFactor", S_INTEGER, 0,
     "Batches of one shard at once, 1 to 10; 1 unless given."},
    {"StartingPosition", S_WORD(words_dynamo_db_stream_start_position), SLRUN_REQUIRED,
     "Where in the stream it begins: TRIM_HORIZON (the oldest) or LATEST (what comes from now "
     "on)."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_sqs_queue_parameters_given[] = {
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {.name = NULL},
};

static const struct slrun_param mq_broker_access_credentials_given[] = {
    {"BasicAuth", S_STRING, 0, "ARN of the secret with user and password."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_active_mq_broker_parameters_given[] = {
    {"Credentials", S_STRUCTURE(mq_broker_access_credentials_given), SLRUN_REQUIRED,
     "Secret that the source is reached with."},
    {"QueueName", S_STRING, SLRUN_REQUIRED, "Name of the broker's queue, 1 to 1,000 characters."},
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_rabbit_mq_broker_parameters_given[] = {
    {"Credentials", S_STRUCTURE(mq_broker_access_credentials_given), SLRUN_REQUIRED,
     "Secret that the source is reached with."},
    {"QueueName", S_STRING, SLRUN_REQUIRED, "Name of the broker's queue, 1 to 1,000 characters."},
    {"VirtualHost", S_STRING, 0, "Name of the broker's virtual host, 1 to 200 characters."},
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {.name = NULL},
};

static const char *const words_msk_start_position[] = {"TRIM_HORIZON", "LATEST", NULL};
static const struct slrun_param msk_access_credentials_given[] = {
    {"SaslScram512Auth", S_STRING, 0,
     "ARN of the secret with user and password for SASL/SCRAM-SHA-512."},
    {"ClientCertificateTlsAuth", S_STRING, 0,
     "ARN of the secret with the client's certificate and key."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_managed_streaming_kafka_parameters_given[] = {
    {"TopicName", S_STRING, SLRUN_REQUIRED, "Name of the topic, 1 to 249 characters."},
    {"StartingPosition", S_WORD(words_msk_start_position), 0,
     "Where in the stream it begins: TRIM_HORIZON (the oldest) or LATEST (what comes from now "
     "on)."},
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {"ConsumerGroupID", S_STRING, 0,
     "Kafka's consumer group, 1 to 200 characters; one is made up unless given."},
    {"Credentials", S_STRUCTURE(msk_access_credentials_given), 0,
     "Secret that the source is reached with."},
    {.name = NULL},
};

static const char *const words_self_managed_kafka_start_position[] = {"TRIM_HORIZON", "LATEST",
                                                                      NULL};
static const struct slrun_param self_managed_kafka_access_configuration_credentials_given[] = {
    {"BasicAuth", S_STRING, 0, "ARN of the secret with user and password."},
    {"SaslScram512Auth", S_STRING, 0,
     "ARN of the secret with user and password for SASL/SCRAM-SHA-512."},
    {"SaslScram256Auth", S_STRING, 0,
     "ARN of the secret with user and password for SASL/SCRAM-SHA-256."},
    {"ClientCertificateTlsAuth", S_STRING, 0,
     "ARN of the secret with the client's certificate and key."},
    {.name = NULL},
};

static const struct slrun_param self_managed_kafka_access_configuration_vpc_given[] = {
    {"Subnets", S_LIST(shape_string), 0, "Ids of subnets of one VPC, 16 at most."},
    {"SecurityGroup", S_LIST(shape_string), 0, "Ids of security groups of one VPC, 5 at most."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_self_managed_kafka_parameters_given[] = {
    {"TopicName", S_STRING, SLRUN_REQUIRED, "Name of the topic, 1 to 249 characters."},
    {"StartingPosition", S_WORD(words_self_managed_kafka_start_position), 0,
     "Where in the stream it begins: TRIM_HORIZON (the oldest) or LATEST (what comes from now "
     "on)."},
    {"AdditionalBootstrapServers", S_LIST(shape_string), 0,
     "Further servers of the Kafka cluster, \"HOST:PORT\"; 2 at most."},
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {"ConsumerGroupID", S_STRING, 0,
     "Kafka's consumer group, 1 to 200 characters; one is made up unless given."},
    {"Credentials", S_STRUCTURE(self_managed_kafka_access_configuration_credentials_given), 0,
     "Secret that the source is reached with."},
    {"ServerRootCaCertificate", S_STRING, 0,
     "ARN of the secret with the CA certificate of the cluster's TLS."},
    {"Vpc", S_STRUCTURE(self_managed_kafka_access_configuration_vpc_given), 0,
     "Subnets and security groups through which the cluster is reached."},
    {.name = NULL},
};

const struct slrun_param pipes_pipe_source_parameters[] = {
    {"FilterCriteria", S_STRUCTURE(filter_criteria_given), 0,
     "Which records are taken: those that match one of the event patterns; all unless given."},
    {"KinesisStreamParameters", S_STRUCTURE(pipe_source_kinesis_stream_parameters_given), 0,
     "Of a Kinesis stream: where it begins, batches, what becomes of failures."},
    {"DynamoDBStreamParameters", S_STRUCTURE(pipe_source_dynamo_db_stream_parameters_given), 0,
     "Of a DynamoDB stream: where it begins, batches, what becomes of failures."},
    {"SqsQueueParameters", S_STRUCTURE(pipe_source_sqs_queue_parameters_given), 0,
     "Of an SQS queue: how batches are gathered."},
    {"ActiveMQBrokerParameters", S_STRUCTURE(pipe_source_active_mq_broker_parameters_given), 0,
     "Of an ActiveMQ broker: queue, credentials, batches."},
    {"RabbitMQBrokerParameters", S_STRUCTURE(pipe_source_rabbit_mq_broker_parameters_given), 0,
     "Of a RabbitMQ broker: queue, credentials, batches."},
    {"ManagedStreamingKafkaParameters",
     S_STRUCTURE(pipe_source_managed_streaming_kafka_parameters_given), 0,
     "Of an Amazon MSK cluster: topic, where it begins, credentials, batches."},
    {"SelfManagedKafkaParameters", S_STRUCTURE(pipe_source_self_managed_kafka_parameters_given), 0,
     "Of a Kafka cluster of one's own: topic, servers, credentials, network, batches."},
    {.name = NULL},
};

static const struct slrun_param pipe_enrichment_http_parameters_given[] = {
    {"PathParameterValues", S_LIST(shape_string), 0,
     "What stands for each \"*\" in the path, in order; \"$.path\" is a part of the record."},
    {"HeaderParameters", S_MAP(shape_string), 0,
     "Headers that are added to requests, by name; \"$.path\" is a part of the record."},
    {"QueryStringParameters", S_MAP(shape_string), 0,
     "Query parameters that are added to requests, by name; \"$.path\" is a part of the record."},
    {.name = NULL},
};

const struct slrun_param pipes_pipe_enrichment_parameters[] = {
    {"InputTemplate", S_STRING, 0,
     "What is sent: a text of 8,192 characters at most, with <$.path> and <aws.pipes.NAME> in it."},
    {"HttpParameters", S_STRUCTURE(pipe_enrichment_http_parameters_given), 0,
     "With an API or API destination as enrichment: headers, query and parts of the path."},
    {.name = NULL},
};

static const char *const words_pipe_target_invocation_type[] = {"REQUEST_RESPONSE",
                                                                "FIRE_AND_FORGET", NULL};
static const struct slrun_param pipe_target_lambda_function_parameters_given[] = {
    {"InvocationType", S_WORD(words_pipe_target_invocation_type), 0,
     "REQUEST_RESPONSE (the default: waits for the end) or FIRE_AND_FORGET."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_state_machine_parameters_given[] = {
    {"InvocationType", S_WORD(words_pipe_target_invocation_type), 0,
     "REQUEST_RESPONSE (the default: waits for the end) or FIRE_AND_FORGET."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_kinesis_stream_parameters_given[] = {
    {"PartitionKey", S_STRING, SLRUN_REQUIRED,
     "The partition key, at most 256 characters, or a part of the record: \"$.path\"."},
    {.name = NULL},
};

static const char *const words_launch_type[] = {"EC2", "FARGATE", "EXTERNAL", NULL};
static const char *const words_assign_public_ip[] = {"ENABLED", "DISABLED", NULL};
static const struct slrun_param aws_vpc_configuration_given[] = {
    {"Subnets", S_LIST(shape_string), SLRUN_REQUIRED, "Ids of subnets of one VPC, 16 at most."},
    {"SecurityGroups", S_LIST(shape_string), 0,
     "Ids of security groups of one VPC, 5 at most; the VPC's default one unless given."},
    {"AssignPublicIp", S_WORD(words_assign_public_ip), 0,
     "Whether the task gets a public IP address: ENABLED, or DISABLED; with LaunchType FARGATE "
     "only."},
    {.name = NULL},
};

static const struct slrun_param network_configuration_given[] = {
    {"awsvpcConfiguration", S_STRUCTURE(aws_vpc_configuration_given), 0,
     "Subnets and security groups of the task."},
    {.name = NULL},
};

static const struct slrun_param capacity_provider_strategy_item_given[] = {
    {"capacityProvider", S_STRING, SLRUN_REQUIRED,
     "Name of the capacity provider, as \"FARGATE_SPOT\"."},
    {"weight", S_INTEGER, 0,
     "Share of the tasks that the provider gets when each base is served, 0 to 1,000; 0 unless "
     "given."},
    {"base", S_INTEGER, 0,
     "Tasks that run on this provider at least, 0 to 100,000; 0 unless given. One provider only "
     "may have more."},
    {.name = NULL},
};

static const struct slrun_shape shape_capacity_provider_strategy_item_given =
    S_STRUCTURE(capacity_provider_strategy_item_given);
static const char *const words_placement_constraint_type[] = {"distinctInstance", "memberOf", NULL};
static const struct slrun_param placement_constraint_given[] = {
    {"type", S_WORD(words_placement_constraint_type), 0,
     "distinctInstance (each task on another instance) or memberOf (where expression holds)."},
    {"expression", S_STRING, 0,
     "For memberOf: expression in ECS's cluster query language, at most 2,000 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_constraint_given =
    S_STRUCTURE(placement_constraint_given);
static const char *const words_placement_strategy_type[] = {"random", "spread", "binpack", NULL};
static const struct slrun_param placement_strategy_given[] = {
    {"type", S_WORD(words_placement_strategy_type), 0,
     "random, spread (evenly over field) or binpack (as few instances as can be)."},
    {"field", S_STRING, 0,
     "What tasks are spread or packed by, as \"instanceId\", \"attribute:ecs.availability-zone\" "
     "or \"memory\"."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_strategy_given =
    S_STRUCTURE(placement_strategy_given);
static const char *const words_propagate_tags[] = {"TASK_DEFINITION", NULL};
static const struct slrun_param ecs_environment_variable_given[] = {
    {"name", S_STRING, 0, "Name of the environment variable."},
    {"value", S_STRING, 0, "Value of the environment variable."},
    {.name = NULL},
};

static const struct slrun_shape shape_ecs_environment_variable_given =
    S_STRUCTURE(ecs_environment_variable_given);
static const char *const words_ecs_environment_file_type[] = {"s3", NULL};
static const struct slrun_param ecs_environment_file_given[] = {
    {"type", S_WORD(words_ecs_environment_file_type), SLRUN_REQUIRED,
     "s3, the only kind there is."},
    {"value", S_STRING, SLRUN_REQUIRED, "ARN of the object in S3 with the variables."},
    {.name = NULL},
};

static const struct slrun_shape shape_ecs_environment_file_given =
    S_STRUCTURE(ecs_environment_file_given);
static const char *const words_ecs_resource_requirement_type[] = {"GPU", "InferenceAccelerator",
                                                                  NULL};
static const struct slrun_param ecs_resource_requirement_given[] = {
    {"type", S_WORD(words_ecs_resource_requirement_type), SLRUN_REQUIRED,
     "What the container gets: GPU or InferenceAccelerator."},
    {"value", S_STRING, SLRUN_REQUIRED, "Number of GPUs, or the accelerator's deviceName."},
    {.name = NULL},
};

static const struct slrun_shape shape_ecs_resource_requirement_given =
    S_STRUCTURE(ecs_resource_requirement_given);
static const struct slrun_param ecs_container_override_given[] = {
    {"Command", S_LIST(shape_string), 0, "Command of the container in place of the definition's."},
    {"Cpu", S_INTEGER, 0, "CPU units of the container, 1,024 to a CPU."},
    {"Environment", S_LIST(shape_ecs_environment_variable_given), 0,
     "Environment variables of the container, besides or in place of the definition's."},
    {"EnvironmentFiles", S_LIST(shape_ecs_environment_file_given), 0,
     "Files in S3 with environment variables."},
    {"Memory", S_INTEGER, 0, "MiB of memory at which the container is killed."},
    {"MemoryReservation", S_INTEGER, 0, "MiB of memory that are kept for the container."},
    {"Name", S_STRING, 0, "Name of the container in the task definition."},
    {"ResourceRequirements", S_LIST(shape_ecs_resource_requirement_given), 0,
     "GPUs of the container in place of the definition's."},
    {.name = NULL},
};

static const struct slrun_shape shape_ecs_container_override_given =
    S_STRUCTURE(ecs_container_override_given);
static const struct slrun_param ecs_ephemeral_storage_given[] = {
    {"sizeInGiB", S_INTEGER, SLRUN_REQUIRED, "GiB of the disk, 21 to 200."},
    {.name = NULL},
};

static const struct slrun_param ecs_inference_accelerator_override_given[] = {
    {"deviceName", S_STRING, 0, "Name of the accelerator in the task definition."},
    {"deviceType", S_STRING, 0, "Type of the accelerator."},
    {.name = NULL},
};

static const struct slrun_shape shape_ecs_inference_accelerator_override_given =
    S_STRUCTURE(ecs_inference_accelerator_override_given);
static const struct slrun_param ecs_task_override_given[] = {
    {"ContainerOverrides", S_LIST(shape_ecs_container_override_given), 0,
     "What is other in single containers of the task."},
    {"Cpu", S_STRING, 0, "CPU units of the task, 1,024 to a CPU, as a string."},
    {"EphemeralStorage", S_STRUCTURE(ecs_ephemeral_storage_given), 0,
     "Disk of the task; with FARGATE only."},
    {"ExecutionRoleArn", S_STRING, 0,
     "ARN of the role with which ECS starts the task, in place of the definition's."},
    {"InferenceAcceleratorOverrides", S_LIST(shape_ecs_inference_accelerator_override_given), 0,
     "Elastic Inference accelerators of the task in place of the definition's."},
    {"Memory", S_STRING, 0, "MiB of memory of the task, as a string."},
    {"TaskRoleArn", S_STRING, 0,
     "ARN of the role that the task's containers have, in place of the definition's."},
    {.name = NULL},
};

static const struct slrun_param tag_given[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "The tag's name, 1 to 128 characters."},
    {"Value", S_STRING, SLRUN_REQUIRED, "The tag's value, at most 256 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_given = S_STRUCTURE(tag_given);
static const struct slrun_param pipe_target_ecs_task_parameters_given[] = {
    {"TaskDefinitionArn", S_STRING, SLRUN_REQUIRED, "ARN of the task definition."},
    {"TaskCount", S_INTEGER, 0, "How many tasks are started; 1 unless given."},
    {"LaunchType", S_WORD(words_launch_type), 0,
     "EC2, FARGATE or EXTERNAL; not with CapacityProviderStrategy."},
    {"NetworkConfiguration", S_STRUCTURE(network_configuration_given), 0,
     "Network of the task; tasks with the network mode awsvpc (all of FARGATE) need it."},
    {"PlatformVersion", S_STRING, 0,
     "Number of the platform's version, as \"1.4.0\"; with LaunchType FARGATE."},
    {"Group", S_STRING, 0, "ECS task group, at most 255 characters."},
    {"CapacityProviderStrategy", S_LIST(shape_capacity_provider_strategy_item_given), 0,
     "Which capacity providers run the tasks, 6 at most; not with LaunchType."},
    {"EnableECSManagedTags", S_BOOLEAN, 0,
     "Whether ECS gives the task its own tags (cluster, service)."},
    {"EnableExecuteCommand", S_BOOLEAN, 0,
     "Whether commands may be run in the task's containers (ECS Exec)."},
    {"PlacementConstraints", S_LIST(shape_placement_constraint_given), 0,
     "Which instances a task may run on, 10 at most; not with FARGATE."},
    {"PlacementStrategy", S_LIST(shape_placement_strategy_given), 0,
     "How tasks are laid on instances, 5 at most; not with FARGATE."},
    {"PropagateTags", S_WORD(words_propagate_tags), 0,
     "TASK_DEFINITION: the task gets its definition's tags; absent: it does not."},
    {"ReferenceId", S_STRING, 0, "A name of one's own for the task, at most 1,024 characters."},
    {"Overrides", S_STRUCTURE(ecs_task_override_given), 0,
     "What is other than in the task definition."},
    {"Tags", S_LIST(shape_tag_given), 0, "Tags of the task, a list of Key and Value."},
    {.name = NULL},
};

static const struct slrun_param batch_array_properties_given[] = {
    {"Size", S_INTEGER, 0, "How many jobs the array has, 2 to 10,000."},
    {.name = NULL},
};

static const struct slrun_param batch_retry_strategy_given[] = {
    {"Attempts", S_INTEGER, 0, "How often a job that fails is tried, 1 to 10."},
    {.name = NULL},
};

static const struct slrun_param batch_environment_variable_given[] = {
    {"Name", S_STRING, 0, "Name of the environment variable."},
    {"Value", S_STRING, 0, "Value of the environment variable."},
    {.name = NULL},
};

static const struct slrun_shape shape_batch_environment_variable_given =
    S_STRUCTURE(batch_environment_variable_given);
static const char *const words_batch_resource_requirement_type[] = {"GPU", "MEMORY", "VCPU", NULL};
static const struct slrun_param batch_resource_requirement_given[] = {
    {"Type", S_WORD(words_batch_resource_requirement_type), SLRUN_REQUIRED,
     "What the container gets: GPU, MEMORY (MiB) or VCPU."},
    {"Value", S_STRING, SLRUN_REQUIRED, "How much, a number as a string."},
    {.name = NULL},
};

static const struct slrun_shape shape_batch_resource_requirement_given =
    S_STRUCTURE(batch_resource_requirement_given);
static const struct slrun_param batch_container_overrides_given[] = {
    {"Command", S_LIST(shape_string), 0, "Command of the container in place of the definition's."},
    {"Environment", S_LIST(shape_batch_environment_variable_given), 0,
     "Environment variables of the container, besides or in place of the definition's."},
    {"InstanceType", S_STRING, 0, "Instance type of a multi-node job; of no other."},
    {"ResourceRequirements", S_LIST(shape_batch_resource_requirement_given), 0,
     "GPU, MEMORY and VCPU of the container in place of the definition's."},
    {.name = NULL},
};

static const char *const words_batch_job_dependency_type[] = {"N_TO_N", "SEQUENTIAL", NULL};
static const struct slrun_param batch_job_dependency_given[] = {
    {"JobId", S_STRING, 0, "Id of the job that has to end first."},
    {"Type", S_WORD(words_batch_job_dependency_type), 0,
     "Of array jobs: N_TO_N (job by job) or SEQUENTIAL (one after the other)."},
    {.name = NULL},
};

static const struct slrun_shape shape_batch_job_dependency_given =
    S_STRUCTURE(batch_job_dependency_given);
static const struct slrun_param pipe_target_batch_job_parameters_given[] = {
    {"JobDefinition", S_STRING, SLRUN_REQUIRED,
     "Name, name:revision or ARN of the AWS Batch job definition."},
    {"JobName", S_STRING, SLRUN_REQUIRED,
     "Name of the job, at most 128 letters, digits, \"-\" and \"_\"."},
    {"ArrayProperties", S_STRUCTURE(batch_array_properties_given), 0,
     "Makes the job an array job: its size."},
    {"RetryStrategy", S_STRUCTURE(batch_retry_strategy_given), 0,
     "How often AWS Batch tries a job that fails."},
    {"ContainerOverrides", S_STRUCTURE(batch_container_overrides_given), 0,
     "What is other in the job's container."},
    {"DependsOn", S_LIST(shape_batch_job_dependency_given), 0,
     "Jobs that have to end first, 20 at most."},
    {"Parameters", S_MAP(shape_string), 0,
     "What stands for the placeholders of the job definition, by name."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_sqs_queue_parameters_given[] = {
    {"MessageGroupId", S_STRING, 0,
     "Of a FIFO queue: the message group, at most 100 characters, or \"$.path\"."},
    {"MessageDeduplicationId", S_STRING, 0,
     "Of a FIFO queue: what tells messages apart, at most 100 characters, or \"$.path\"."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_http_parameters_given[] = {
    {"PathParameterValues", S_LIST(shape_string), 0,
     "What stands for each \"*\" in the path, in order; \"$.path\" is a part of the record."},
    {"HeaderParameters", S_MAP(shape_string), 0,
     "Headers that are added to requests, by name; \"$.path\" is a part of the record."},
    {"QueryStringParameters", S_MAP(shape_string), 0,
     "Query parameters that are added to requests, by name; \"$.path\" is a part of the record."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_redshift_data_parameters_given[] = {
    {"SecretManagerArn", S_STRING, 0,
     "Name or ARN of the secret with the database's user and password; in place of DbUser."},
    {"Database", S_STRING, SLRUN_REQUIRED, "Name of the database, 1 to 64 characters."},
    {"DbUser", S_STRING, 0,
     "Name of the database user, for temporary credentials; in place of a secret."},
    {"StatementName", S_STRING, 0, "A name of one's own for the statement, 1 to 500 characters."},
    {"WithEvent", S_BOOLEAN, 0,
     "Whether an event tells of the statement's end; false unless given."},
    {"Sqls", S_LIST(shape_string), SLRUN_REQUIRED,
     "SQL statements that are run in order as one transaction, 1 to 40."},
    {.name = NULL},
};

static const struct slrun_param sage_maker_pipeline_parameter_given[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the pipeline's parameter, 1 to 256 characters."},
    {"Value", S_STRING, SLRUN_REQUIRED,
     "Value of the pipeline's parameter, at most 1,024 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_sage_maker_pipeline_parameter_given =
    S_STRUCTURE(sage_maker_pipeline_parameter_given);
static const struct slrun_param pipe_target_sage_maker_pipeline_parameters_given[] = {
    {"PipelineParameterList", S_LIST(shape_sage_maker_pipeline_parameter_given), 0,
     "Parameters of the SageMaker pipeline, name and value; 200 at most."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_event_bridge_event_bus_parameters_given[] = {
    {"EndpointId", S_STRING, 0,
     "Id of a global endpoint that gets the events instead of the bus, as \"abcde.veo\"."},
    {"DetailType", S_STRING, 0,
     "The events' DetailType, 1 to 128 characters, or a part of the record: \"$.path\"."},
    {"Source", S_STRING, 0,
     "The events' Source, 1 to 256 characters, or a part of the record: \"$.path\"."},
    {"Resources", S_LIST(shape_string), 0,
     "ARNs that the events are about, 10 at most; \"$.path\" is a part of the record."},
    {"Time", S_STRING, 0,
     "The events' time, or a part of the record: \"$.path\"; now unless given."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_cloud_watch_logs_parameters_given[] = {
    {"LogStreamName", S_STRING, 0, "Name of the log stream, 1 to 256 characters."},
    {"Timestamp", S_STRING, 0,
     "Time of the entry in milliseconds since 1970, or \"$.path\"; now unless given."},
    {.name = NULL},
};

static const char *const words_epoch_time_unit[] = {"MILLISECONDS", "SECONDS", "MICROSECONDS",
                                                    "NANOSECONDS", NULL};
static const char *const words_time_field_type[] = {"EPOCH", "TIMESTAMP_FORMAT", NULL};
static const char *const words_dimension_value_type[] = {"VARCHAR", NULL};
static const struct slrun_param dimension_mapping_given[] = {
    {"DimensionValue", S_STRING, SLRUN_REQUIRED,
     "Where its value stands in the record: \"$.path\"."},
    {"DimensionValueType", S_WORD(words_dimension_value_type), SLRUN_REQUIRED,
     "VARCHAR, the only type that dimensions have."},
    {"DimensionName", S_STRING, SLRUN_REQUIRED, "Name of the dimension, 1 to 256 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_dimension_mapping_given =
    S_STRUCTURE(dimension_mapping_given);
static const char *const words_measure_value_type[] = {"DOUBLE",  "BIGINT",    "VARCHAR",
                                                       "BOOLEAN", "TIMESTAMP", NULL};
static const struct slrun_param single_measure_mapping_given[] = {
    {"MeasureValue", S_STRING, SLRUN_REQUIRED, "Where its value stands in the record: \"$.path\"."},
    {"MeasureValueType", S_WORD(words_measure_value_type), SLRUN_REQUIRED,
     "Type of the value: DOUBLE, BIGINT, VARCHAR, BOOLEAN or TIMESTAMP."},
    {"MeasureName", S_STRING, SLRUN_REQUIRED,
     "Name of the measure in the table, 1 to 1,024 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_single_measure_mapping_given =
    S_STRUCTURE(single_measure_mapping_given);
static const struct slrun_param multi_measure_attribute_mapping_given[] = {
    {"MeasureValue", S_STRING, SLRUN_REQUIRED, "Where its value stands in the record: \"$.path\"."},
    {"MeasureValueType", S_WORD(words_measure_value_type), SLRUN_REQUIRED,
     "Type of the value: DOUBLE, BIGINT, VARCHAR, BOOLEAN or TIMESTAMP."},
    {"MultiMeasureAttributeName", S_STRING, SLRUN_REQUIRED,
     "Name of the measure in the table, 1 to 256 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_multi_measure_attribute_mapping_given =
    S_STRUCTURE(multi_measure_attribute_mapping_given);
static const struct slrun_param multi_measure_mapping_given[] = {
    {"MultiMeasureName", S_STRING, SLRUN_REQUIRED,
     "Name of the record of several measures, 1 to 256 characters."},
    {"MultiMeasureAttributeMappings", S_LIST(shape_multi_measure_attribute_mapping_given),
     SLRUN_REQUIRED, "Which part of a record is which measure, 1 to 256."},
    {.name = NULL},
};

static const struct slrun_shape shape_multi_measure_mapping_given =
    S_STRUCTURE(multi_measure_mapping_given);
static const struct slrun_param pipe_target_timestream_parameters_given[] = {
    {"TimeValue", S_STRING, SLRUN_REQUIRED, "Where the time stands in the record: \"$.path\"."},
    {"EpochTimeUnit", S_WORD(words_epoch_time_unit), 0,
     "Unit of numbers of EPOCH: MILLISECONDS (the default), SECONDS, MICROSECONDS or NANOSECONDS."},
    {"TimeFieldType", S_WORD(words_time_field_type), 0,
     "What TimeValue holds: EPOCH (a number, the default) or TIMESTAMP_FORMAT (a text)."},
    {"TimestampFormat", S_STRING, 0,
     "How TimeValue is written, as \"yyyy-MM-dd'T'HH:mm:ss'Z'\"; with TIMESTAMP_FORMAT."},
    {"VersionValue", S_STRING, SLRUN_REQUIRED,
     "Version of the record, a number or \"$.path\"; a higher one replaces what is there."},
    {"DimensionMappings", S_LIST(shape_dimension_mapping_given), SLRUN_REQUIRED,
     "Which part of a record is which dimension of the table, 1 to 128."},
    {"SingleMeasureMappings", S_LIST(shape_single_measure_mapping_given), 0,
     "Which part of a record is a record of one measure, 8,192 at most."},
    {"MultiMeasureMappings", S_LIST(shape_multi_measure_mapping_given), 0,
     "Records of several measures, 1,024 at most."},
    {.name = NULL},
};

const struct slrun_param pipes_pipe_target_parameters[] = {
    {"InputTemplate", S_STRING, 0,
     "What is sent: a text of 8,192 characters at most, with <$.path> and <aws.pipes.NAME> in it."},
    {"LambdaFunctionParameters", S_STRUCTURE(pipe_target_lambda_function_parameters_given), 0,
     "With a function as the target: whether its end is waited for."},
    {"StepFunctionStateMachineParameters", S_STRUCTURE(pipe_target_state_machine_parameters_given),
     0, "With a state machine as the target: whether its end is waited for."},
    {"KinesisStreamParameters", S_STRUCTURE(pipe_target_kinesis_stream_parameters_given), 0,
     "With a Kinesis stream as the target: the partition key."},
    {"EcsTaskParameters", S_STRUCTURE(pipe_target_ecs_task_parameters_given), 0,
     "With an ECS cluster as the target: task definition, count, network, overrides."},
    {"BatchJobParameters", S_STRUCTURE(pipe_target_batch_job_parameters_given), 0,
     "With an AWS Batch job queue as the target: job definition, name, parameters."},
    {"SqsQueueParameters", S_STRUCTURE(pipe_target_sqs_queue_parameters_given), 0,
     "With a FIFO queue as the target: message group and deduplication id."},
    {"HttpParameters", S_STRUCTURE(pipe_target_http_parameters_given), 0,
     "With an API or API destination as the target: headers, query and parts of the path."},
    {"RedshiftDataParameters", S_STRUCTURE(pipe_target_redshift_data_parameters_given), 0,
     "With a Redshift cluster as the target: database and SQL."},
    {"SageMakerPipelineParameters", S_STRUCTURE(pipe_target_sage_maker_pipeline_parameters_given),
     0, "With a SageMaker pipeline as the target: its parameters."},
    {"EventBridgeEventBusParameters",
     S_STRUCTURE(pipe_target_event_bridge_event_bus_parameters_given), 0,
     "With an event bus as the target: source, DetailType and time of the events."},
    {"CloudWatchLogsParameters", S_STRUCTURE(pipe_target_cloud_watch_logs_parameters_given), 0,
     "With a log group as the target: log stream, and time of each entry."},
    {"TimestreamParameters", S_STRUCTURE(pipe_target_timestream_parameters_given), 0,
     "With a Timestream table as the target: time, dimensions and measures."},
    {.name = NULL},
};

static const char *const words_s3_output_format[] = {"json", "plain", "w3c", NULL};
static const struct slrun_param s3_log_destination_parameters_given[] = {
    {"BucketName", S_STRING, SLRUN_REQUIRED, "Name of the S3 bucket that gets the logs."},
    {"BucketOwner", S_STRING, SLRUN_REQUIRED, "Account that owns the bucket, 12 digits."},
    {"OutputFormat", S_WORD(words_s3_output_format), 0,
     "How log records are written: json; plain and w3c are not supported."},
    {"Prefix", S_STRING, 0, "How keys of the log objects begin, at most 256 characters."},
    {.name = NULL},
};

static const struct slrun_param firehose_log_destination_parameters_given[] = {
    {"DeliveryStreamArn", S_STRING, SLRUN_REQUIRED,
     "ARN of the Firehose stream that gets the logs."},
    {.name = NULL},
};

static const struct slrun_param cloudwatch_logs_log_destination_parameters_given[] = {
    {"LogGroupArn", S_STRING, SLRUN_REQUIRED, "ARN of the log group that gets the logs."},
    {.name = NULL},
};

static const char *const words_log_level[] = {"OFF", "ERROR", "INFO", "TRACE", NULL};
static const char *const words_include_execution_data_option[] = {"ALL", NULL};
static const struct slrun_shape shape_words_include_execution_data_option =
    S_WORD(words_include_execution_data_option);
const struct slrun_param pipes_pipe_log_configuration_parameters[] = {
    {"S3LogDestination", S_STRUCTURE(s3_log_destination_parameters_given), 0,
     "Logs go to a bucket."},
    {"FirehoseLogDestination", S_STRUCTURE(firehose_log_destination_parameters_given), 0,
     "Logs go to a Firehose stream."},
    {"CloudwatchLogsLogDestination", S_STRUCTURE(cloudwatch_logs_log_destination_parameters_given),
     0, "Logs go to a log group of CloudWatch Logs."},
    {"Level", S_WORD(words_log_level), SLRUN_REQUIRED,
     "What is logged: OFF, ERROR, INFO or TRACE."},
    {"IncludeExecutionData", S_LIST(shape_words_include_execution_data_option), 0,
     "{\"ALL\"}: logs hold payloads, requests and answers, too; absent: they do not."},
    {.name = NULL},
};

const struct slrun_param pipes_create_pipe_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED,
     "Name of the pipe, once in account and region; 1 to 64 letters, digits, \".\", \"-\" and "
     "\"_\"."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"DesiredState", S_WORD(words_requested_pipe_state), 0,
     "The state that it shall have: RUNNING (the default) or STOPPED."},
    {"Source", S_STRING, SLRUN_REQUIRED, "ARN of the queue or stream that it reads."},
    {"SourceParameters", S_STRUCTURE(pipes_pipe_source_parameters), 0,
     "How the source is read; the member of the source's kind."},
    {"Enrichment", S_STRING, 0, "ARN of what each batch goes through before the target."},
    {"EnrichmentParameters", S_STRUCTURE(pipes_pipe_enrichment_parameters), 0,
     "What the enrichment gets, and how."},
    {"Target", S_STRING, SLRUN_REQUIRED, "ARN of what gets the batches."},
    {"TargetParameters", S_STRUCTURE(pipes_pipe_target_parameters), 0,
     "What the target gets, and how; the member of the target's kind."},
    {"RoleArn", S_STRING, SLRUN_REQUIRED, "ARN of the role with which it reads and sends."},
    {"Tags", S_MAP(shape_string), 0, "Tags, names and values; 50 at most."},
    {"LogConfiguration", S_STRUCTURE(pipes_pipe_log_configuration_parameters), 0,
     "Where it logs what it does, and how much."},
    {"KmsKeyIdentifier", S_STRING, 0,
     "KMS key that encrypts the pipe's data (id, ARN or alias); absent: AWS's own."},
    {.name = NULL},
};

const struct slrun_param pipes_create_pipe_result[] = {
    {"Arn", S_STRING, 0, "ARN of the pipe."},
    {"Name", S_STRING, 0, "Name of the pipe."},
    {"DesiredState", S_STRING, 0,
     "The state that it shall have: RUNNING (the default) or STOPPED."},
    {"CurrentState", S_STRING, 0,
     "The state that it has: RUNNING, STOPPED, what is under way (CREATING) or failed "
     "(CREATE_FAILED)."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "When it was last changed."},
    {.name = NULL},
};

const struct slrun_param pipes_delete_pipe_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the pipe."},
    {.name = NULL},
};

const struct slrun_param pipes_delete_pipe_result[] = {
    {"Arn", S_STRING, 0, "ARN of the pipe."},
    {"Name", S_STRING, 0, "Name of the pipe."},
    {"DesiredState", S_STRING, 0,
     "The state that it shall have: RUNNING (the default) or STOPPED."},
    {"CurrentState", S_STRING, 0,
     "The state that it has: RUNNING, STOPPED, what is under way (CREATING) or failed "
     "(CREATE_FAILED)."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "When it was last changed."},
    {.name = NULL},
};

const struct slrun_param pipes_describe_pipe_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the pipe."},
    {.name = NULL},
};

static const struct slrun_param filter_members[] = {
    {"Pattern", S_STRING, 0, "An event pattern, a JSON text of 4,096 characters at most."},
    {.name = NULL},
};

static const struct slrun_shape shape_filter_members = S_STRUCTURE(filter_members);
static const struct slrun_param filter_criteria_members[] = {
    {"Filters", S_LIST(shape_filter_members), 0,
     "Event patterns, 5 at most; a record has to match one."},
    {.name = NULL},
};

static const struct slrun_param dead_letter_config_members[] = {
    {"Arn", S_STRING, 0,
     "ARN of the SQS queue or SNS topic that is told of records that were given up."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_kinesis_stream_parameters_members[] = {
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_members), 0,
     "Where records are told of that were given up."},
    {"OnPartialBatchItemFailure", S_STRING, 0,
     "AUTOMATIC_BISECT: a batch that fails is halved until the bad record is alone; absent: it is "
     "not."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0,
     "Seconds after which a record is given up, at most 604,800; -1 (the default): never."},
    {"MaximumRetryAttempts", S_INTEGER, 0,
     "How often a batch is tried again, 0 to 10,000; -1 (the default): until the record's end."},
    {"ParallelizationFactor", S_INTEGER, 0,
     "Batches of one shard at once, 1 to 10; 1 unless given."},
    {"StartingPosition", S_STRING, 0,
     "Where it begins: TRIM_HORIZON (the oldest), LATEST (what comes from now on) or "
     "AT_TIMESTAMP."},
    {"StartingPositionTimestamp", S_TIMESTAMP, 0,
     "Time of the first record that is read; with AT_TIMESTAMP."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_dynamo_db_stream_parameters_members[] = {
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_members), 0,
     "Where records are told of that were given up."},
    {"OnPartialBatchItemFailure", S_STRING, 0,
     "AUTOMATIC_BISECT: a batch that fails is halved until the bad record is alone; absent: it is "
     "not."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0,
     "Seconds after which a record is given up, at most 604,800; -1 (the default): never."},
    {"MaximumRetryAttempts", S_INTEGER, 0,
     "How often a batch is tried again, 0 to 10,000; -1 (the default): until the record's end."},
    {"ParallelizationFactor", S_INTEGER, 0,
     "Batches of one shard at once, 1 to 10; 1 unless given."},
    {"StartingPosition", S_STRING, 0,
     "Where in the stream it begins: TRIM_HORIZON (the oldest) or LATEST (what comes from now "
     "on)."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_sqs_queue_parameters_members[] = {
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {.name = NULL},
};

static const struct slrun_param mq_broker_access_credentials_members[] = {
    {"BasicAuth", S_STRING, 0, "ARN of the secret with user and password."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_active_mq_broker_parameters_members[] = {
    {"Credentials", S_STRUCTURE(mq_broker_access_credentials_members), 0,
     "Secret that the source is reached with."},
    {"QueueName", S_STRING, 0, "Name of the broker's queue, 1 to 1,000 characters."},
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_rabbit_mq_broker_parameters_members[] = {
    {"Credentials", S_STRUCTURE(mq_broker_access_credentials_members), 0,
     "Secret that the source is reached with."},
    {"QueueName", S_STRING, 0, "Name of the broker's queue, 1 to 1,000 characters."},
    {"VirtualHost", S_STRING, 0, "Name of the broker's virtual host, 1 to 200 characters."},
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {.name = NULL},
};

static const struct slrun_param msk_access_credentials_members[] = {
    {"SaslScram512Auth", S_STRING, 0,
     "ARN of the secret with user and password for SASL/SCRAM-SHA-512."},
    {"ClientCertificateTlsAuth", S_STRING, 0,
     "ARN of the secret with the client's certificate and key."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_managed_streaming_kafka_parameters_members[] = {
    {"TopicName", S_STRING, 0, "Name of the topic, 1 to 249 characters."},
    {"StartingPosition", S_STRING, 0,
     "Where in the stream it begins: TRIM_HORIZON (the oldest) or LATEST (what comes from now "
     "on)."},
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {"ConsumerGroupID", S_STRING, 0,
     "Kafka's consumer group, 1 to 200 characters; one is made up unless given."},
    {"Credentials", S_STRUCTURE(msk_access_credentials_members), 0,
     "Secret that the source is reached with."},
    {.name = NULL},
};

static const struct slrun_param self_managed_kafka_access_configuration_credentials_members[] = {
    {"BasicAuth", S_STRING, 0, "ARN of the secret with user and password."},
    {"SaslScram512Auth", S_STRING, 0,
     "ARN of the secret with user and password for SASL/SCRAM-SHA-512."},
    {"SaslScram256Auth", S_STRING, 0,
     "ARN of the secret with user and password for SASL/SCRAM-SHA-256."},
    {"ClientCertificateTlsAuth", S_STRING, 0,
     "ARN of the secret with the client's certificate and key."},
    {.name = NULL},
};

static const struct slrun_param self_managed_kafka_access_configuration_vpc_members[] = {
    {"Subnets", S_LIST(shape_string), 0, "Ids of subnets of one VPC, 16 at most."},
    {"SecurityGroup", S_LIST(shape_string), 0, "Ids of security groups of one VPC, 5 at most."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_self_managed_kafka_parameters_members[] = {
    {"TopicName", S_STRING, 0, "Name of the topic, 1 to 249 characters."},
    {"StartingPosition", S_STRING, 0,
     "Where in the stream it begins: TRIM_HORIZON (the oldest) or LATEST (what comes from now "
     "on)."},
    {"AdditionalBootstrapServers", S_LIST(shape_string), 0,
     "Further servers of the Kafka cluster, \"HOST:PORT\"; 2 at most."},
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {"ConsumerGroupID", S_STRING, 0,
     "Kafka's consumer group, 1 to 200 characters; one is made up unless given."},
    {"Credentials", S_STRUCTURE(self_managed_kafka_access_configuration_credentials_members), 0,
     "Secret that the source is reached with."},
    {"ServerRootCaCertificate", S_STRING, 0,
     "ARN of the secret with the CA certificate of the cluster's TLS."},
    {"Vpc", S_STRUCTURE(self_managed_kafka_access_configuration_vpc_members), 0,
     "Subnets and security groups through which the cluster is reached."},
    {.name = NULL},
};

static const struct slrun_param pipe_source_parameters_members[] = {
    {"FilterCriteria", S_STRUCTURE(filter_criteria_members), 0,
     "Which records are taken: those that match one of the event patterns; all unless given."},
    {"KinesisStreamParameters", S_STRUCTURE(pipe_source_kinesis_stream_parameters_members), 0,
     "Of a Kinesis stream: where it begins, batches, what becomes of failures."},
    {"DynamoDBStreamParameters", S_STRUCTURE(pipe_source_dynamo_db_stream_parameters_members), 0,
     "Of a DynamoDB stream: where it begins, batches, what becomes of failures."},
    {"SqsQueueParameters", S_STRUCTURE(pipe_source_sqs_queue_parameters_members), 0,
     "Of an SQS queue: how batches are gathered."},
    {"ActiveMQBrokerParameters", S_STRUCTURE(pipe_source_active_mq_broker_parameters_members), 0,
     "Of an ActiveMQ broker: queue, credentials, batches."},
    {"RabbitMQBrokerParameters", S_STRUCTURE(pipe_source_rabbit_mq_broker_parameters_members), 0,
     "Of a RabbitMQ broker: queue, credentials, batches."},
    {"ManagedStreamingKafkaParameters",
     S_STRUCTURE(pipe_source_managed_streaming_kafka_parameters_members), 0,
     "Of an Amazon MSK cluster: topic, where it begins, credentials, batches."},
    {"SelfManagedKafkaParameters", S_STRUCTURE(pipe_source_self_managed_kafka_parameters_members),
     0, "Of a Kafka cluster of one's own: topic, servers, credentials, network, batches."},
    {.name = NULL},
};

static const struct slrun_param pipe_enrichment_http_parameters_members[] = {
    {"PathParameterValues", S_LIST(shape_string), 0,
     "What stands for each \"*\" in the path, in order; \"$.path\" is a part of the record."},
    {"HeaderParameters", S_MAP(shape_string), 0,
     "Headers that are added to requests, by name; \"$.path\" is a part of the record."},
    {"QueryStringParameters", S_MAP(shape_string), 0,
     "Query parameters that are added to requests, by name; \"$.path\" is a part of the record."},
    {.name = NULL},
};

static const struct slrun_param pipe_enrichment_parameters_members[] = {
    {"InputTemplate", S_STRING, 0,
     "What is sent: a text of 8,192 characters at most, with <$.path> and <aws.pipes.NAME> in it."},
    {"HttpParameters", S_STRUCTURE(pipe_enrichment_http_parameters_members), 0,
     "With an API or API destination as enrichment: headers, query and parts of the path."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_lambda_function_parameters_members[] = {
    {"InvocationType", S_STRING, 0,
     "REQUEST_RESPONSE (the default: waits for the end) or FIRE_AND_FORGET."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_state_machine_parameters_members[] = {
    {"InvocationType", S_STRING, 0,
     "REQUEST_RESPONSE (the default: waits for the end) or FIRE_AND_FORGET."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_kinesis_stream_parameters_members[] = {
    {"PartitionKey", S_STRING, 0,
     "The partition key, at most 256 characters, or a part of the record: \"$.path\"."},
    {.name = NULL},
};

static const struct slrun_param aws_vpc_configuration_members[] = {
    {"Subnets", S_LIST(shape_string), 0, "Ids of subnets of one VPC, 16 at most."},
    {"SecurityGroups", S_LIST(shape_string), 0,
     "Ids of security groups of one VPC, 5 at most; the VPC's default one unless given."},
    {"AssignPublicIp", S_STRING, 0,
     "Whether the task gets a public IP address: ENABLED, or DISABLED; with LaunchType FARGATE "
     "only."},
    {.name = NULL},
};

static const struct slrun_param network_configuration_members[] = {
    {"awsvpcConfiguration", S_STRUCTURE(aws_vpc_configuration_members), 0,
     "Subnets and security groups of the task."},
    {.name = NULL},
};

static const struct slrun_param capacity_provider_strategy_item_members[] = {
    {"capacityProvider", S_STRING, 0, "Name of the capacity provider, as \"FARGATE_SPOT\"."},
    {"weight", S_INTEGER, 0,
     "Share of the tasks that the provider gets when each base is served, 0 to 1,000; 0 unless "
     "given."},
    {"base", S_INTEGER, 0,
     "Tasks that run on this provider at least, 0 to 100,000; 0 unless given. One provider only "
     "may have more."},
    {.name = NULL},
};

static const struct slrun_shape shape_capacity_provider_strategy_item_members =
    S_STRUCTURE(capacity_provider_strategy_item_members);
static const struct slrun_param placement_constraint_members[] = {
    {"type", S_STRING, 0,
     "distinctInstance (each task on another instance) or memberOf (where expression holds)."},
    {"expression", S_STRING, 0,
     "For memberOf: expression in ECS's cluster query language, at most 2,000 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_constraint_members =
    S_STRUCTURE(placement_constraint_members);
static const struct slrun_param placement_strategy_members[] = {
    {"type", S_STRING, 0,
     "random, spread (evenly over field) or binpack (as few instances as can be)."},
    {"field", S_STRING, 0,
     "What tasks are spread or packed by, as \"instanceId\", \"attribute:ecs.availability-zone\" "
     "or \"memory\"."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_strategy_members =
    S_STRUCTURE(placement_strategy_members);
static const struct slrun_param ecs_environment_variable_members[] = {
    {"name", S_STRING, 0, "Name of the environment variable."},
    {"value", S_STRING, 0, "Value of the environment variable."},
    {.name = NULL},
};

static const struct slrun_shape shape_ecs_environment_variable_members =
    S_STRUCTURE(ecs_environment_variable_members);
static const struct slrun_param ecs_environment_file_members[] = {
    {"type", S_STRING, 0, "s3, the only kind there is."},
    {"value", S_STRING, 0, "ARN of the object in S3 with the variables."},
    {.name = NULL},
};

static const struct slrun_shape shape_ecs_environment_file_members =
    S_STRUCTURE(ecs_environment_file_members);
static const struct slrun_param ecs_resource_requirement_members[] = {
    {"type", S_STRING, 0, "What the container gets: GPU or InferenceAccelerator."},
    {"value", S_STRING, 0, "Number of GPUs, or the accelerator's deviceName."},
    {.name = NULL},
};

static const struct slrun_shape shape_ecs_resource_requirement_members =
    S_STRUCTURE(ecs_resource_requirement_members);
static const struct slrun_param ecs_container_override_members[] = {
    {"Command", S_LIST(shape_string), 0, "Command of the container in place of the definition's."},
    {"Cpu", S_INTEGER, 0, "CPU units of the container, 1,024 to a CPU."},
    {"Environment", S_LIST(shape_ecs_environment_variable_members), 0,
     "Environment variables of the container, besides or in place of the definition's."},
    {"EnvironmentFiles", S_LIST(shape_ecs_environment_file_members), 0,
     "Files in S3 with environment variables."},
    {"Memory", S_INTEGER, 0, "MiB of memory at which the container is killed."},
    {"MemoryReservation", S_INTEGER, 0, "MiB of memory that are kept for the container."},
    {"Name", S_STRING, 0, "Name of the container in the task definition."},
    {"ResourceRequirements", S_LIST(shape_ecs_resource_requirement_members), 0,
     "GPUs of the container in place of the definition's."},
    {.name = NULL},
};

static const struct slrun_shape shape_ecs_container_override_members =
    S_STRUCTURE(ecs_container_override_members);
static const struct slrun_param ecs_ephemeral_storage_members[] = {
    {"sizeInGiB", S_INTEGER, 0, "GiB of the disk, 21 to 200."},
    {.name = NULL},
};

static const struct slrun_param ecs_inference_accelerator_override_members[] = {
    {"deviceName", S_STRING, 0, "Name of the accelerator in the task definition."},
    {"deviceType", S_STRING, 0, "Type of the accelerator."},
    {.name = NULL},
};

static const struct slrun_shape shape_ecs_inference_accelerator_override_members =
    S_STRUCTURE(ecs_inference_accelerator_override_members);
static const struct slrun_param ecs_task_override_members[] = {
    {"ContainerOverrides", S_LIST(shape_ecs_container_override_members), 0,
     "What is other in single containers of the task."},
    {"Cpu", S_STRING, 0, "CPU units of the task, 1,024 to a CPU, as a string."},
    {"EphemeralStorage", S_STRUCTURE(ecs_ephemeral_storage_members), 0,
     "Disk of the task; with FARGATE only."},
    {"ExecutionRoleArn", S_STRING, 0,
     "ARN of the role with which ECS starts the task, in place of the definition's."},
    {"InferenceAcceleratorOverrides", S_LIST(shape_ecs_inference_accelerator_override_members), 0,
     "Elastic Inference accelerators of the task in place of the definition's."},
    {"Memory", S_STRING, 0, "MiB of memory of the task, as a string."},
    {"TaskRoleArn", S_STRING, 0,
     "ARN of the role that the task's containers have, in place of the definition's."},
    {.name = NULL},
};

static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, 0, "The tag's name, 1 to 128 characters."},
    {"Value", S_STRING, 0, "The tag's value, at most 256 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_members = S_STRUCTURE(tag_members);
static const struct slrun_param pipe_target_ecs_task_parameters_members[] = {
    {"TaskDefinitionArn", S_STRING, 0, "ARN of the task definition."},
    {"TaskCount", S_INTEGER, 0, "How many tasks are started; 1 unless given."},
    {"LaunchType", S_STRING, 0, "EC2, FARGATE or EXTERNAL; not with CapacityProviderStrategy."},
    {"NetworkConfiguration", S_STRUCTURE(network_configuration_members), 0,
     "Network of the task; tasks with the network mode awsvpc (all of FARGATE) need it."},
    {"PlatformVersion", S_STRING, 0,
     "Number of the platform's version, as \"1.4.0\"; with LaunchType FARGATE."},
    {"Group", S_STRING, 0, "ECS task group, at most 255 characters."},
    {"CapacityProviderStrategy", S_LIST(shape_capacity_provider_strategy_item_members), 0,
     "Which capacity providers run the tasks, 6 at most; not with LaunchType."},
    {"EnableECSManagedTags", S_BOOLEAN, 0,
     "Whether ECS gives the task its own tags (cluster, service)."},
    {"EnableExecuteCommand", S_BOOLEAN, 0,
     "Whether commands may be run in the task's containers (ECS Exec)."},
    {"PlacementConstraints", S_LIST(shape_placement_constraint_members), 0,
     "Which instances a task may run on, 10 at most; not with FARGATE."},
    {"PlacementStrategy", S_LIST(shape_placement_strategy_members), 0,
     "How tasks are laid on instances, 5 at most; not with FARGATE."},
    {"PropagateTags", S_STRING, 0,
     "TASK_DEFINITION: the task gets its definition's tags; absent: it does not."},
    {"ReferenceId", S_STRING, 0, "A name of one's own for the task, at most 1,024 characters."},
    {"Overrides", S_STRUCTURE(ecs_task_override_members), 0,
     "What is other than in the task definition."},
    {"Tags", S_LIST(shape_tag_members), 0, "Tags of the task, a list of Key and Value."},
    {.name = NULL},
};

static const struct slrun_param batch_array_properties_members[] = {
    {"Size", S_INTEGER, 0, "How many jobs the array has, 2 to 10,000."},
    {.name = NULL},
};

static const struct slrun_param batch_retry_strategy_members[] = {
    {"Attempts", S_INTEGER, 0, "How often a job that fails is tried, 1 to 10."},
    {.name = NULL},
};

static const struct slrun_param batch_environment_variable_members[] = {
    {"Name", S_STRING, 0, "Name of the environment variable."},
    {"Value", S_STRING, 0, "Value of the environment variable."},
    {.name = NULL},
};

static const struct slrun_shape shape_batch_environment_variable_members =
    S_STRUCTURE(batch_environment_variable_members);
static const struct slrun_param batch_resource_requirement_members[] = {
    {"Type", S_STRING, 0, "What the container gets: GPU, MEMORY (MiB) or VCPU."},
    {"Value", S_STRING, 0, "How much, a number as a string."},
    {.name = NULL},
};

static const struct slrun_shape shape_batch_resource_requirement_members =
    S_STRUCTURE(batch_resource_requirement_members);
static const struct slrun_param batch_container_overrides_members[] = {
    {"Command", S_LIST(shape_string), 0, "Command of the container in place of the definition's."},
    {"Environment", S_LIST(shape_batch_environment_variable_members), 0,
     "Environment variables of the container, besides or in place of the definition's."},
    {"InstanceType", S_STRING, 0, "Instance type of a multi-node job; of no other."},
    {"ResourceRequirements", S_LIST(shape_batch_resource_requirement_members), 0,
     "GPU, MEMORY and VCPU of the container in place of the definition's."},
    {.name = NULL},
};

static const struct slrun_param batch_job_dependency_members[] = {
    {"JobId", S_STRING, 0, "Id of the job that has to end first."},
    {"Type", S_STRING, 0,
     "Of array jobs: N_TO_N (job by job) or SEQUENTIAL (one after the other)."},
    {.name = NULL},
};

static const struct slrun_shape shape_batch_job_dependency_members =
    S_STRUCTURE(batch_job_dependency_members);
static const struct slrun_param pipe_target_batch_job_parameters_members[] = {
    {"JobDefinition", S_STRING, 0, "Name, name:revision or ARN of the AWS Batch job definition."},
    {"JobName", S_STRING, 0, "Name of the job, at most 128 letters, digits, \"-\" and \"_\"."},
    {"ArrayProperties", S_STRUCTURE(batch_array_properties_members), 0,
     "Makes the job an array job: its size."},
    {"RetryStrategy", S_STRUCTURE(batch_retry_strategy_members), 0,
     "How often AWS Batch tries a job that fails."},
    {"ContainerOverrides", S_STRUCTURE(batch_container_overrides_members), 0,
     "What is other in the job's container."},
    {"DependsOn", S_LIST(shape_batch_job_dependency_members), 0,
     "Jobs that have to end first, 20 at most."},
    {"Parameters", S_MAP(shape_string), 0,
     "What stands for the placeholders of the job definition, by name."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_sqs_queue_parameters_members[] = {
    {"MessageGroupId", S_STRING, 0,
     "Of a FIFO queue: the message group, at most 100 characters, or \"$.path\"."},
    {"MessageDeduplicationId", S_STRING, 0,
     "Of a FIFO queue: what tells messages apart, at most 100 characters, or \"$.path\"."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_http_parameters_members[] = {
    {"PathParameterValues", S_LIST(shape_string), 0,
     "What stands for each \"*\" in the path, in order; \"$.path\" is a part of the record."},
    {"HeaderParameters", S_MAP(shape_string), 0,
     "Headers that are added to requests, by name; \"$.path\" is a part of the record."},
    {"QueryStringParameters", S_MAP(shape_string), 0,
     "Query parameters that are added to requests, by name; \"$.path\" is a part of the record."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_redshift_data_parameters_members[] = {
    {"SecretManagerArn", S_STRING, 0,
     "Name or ARN of the secret with the database's user and password; in place of DbUser."},
    {"Database", S_STRING, 0, "Name of the database, 1 to 64 characters."},
    {"DbUser", S_STRING, 0,
     "Name of the database user, for temporary credentials; in place of a secret."},
    {"StatementName", S_STRING, 0, "A name of one's own for the statement, 1 to 500 characters."},
    {"WithEvent", S_BOOLEAN, 0,
     "Whether an event tells of the statement's end; false unless given."},
    {"Sqls", S_LIST(shape_string), 0,
     "SQL statements that are run in order as one transaction, 1 to 40."},
    {.name = NULL},
};

static const struct slrun_param sage_maker_pipeline_parameter_members[] = {
    {"Name", S_STRING, 0, "Name of the pipeline's parameter, 1 to 256 characters."},
    {"Value", S_STRING, 0, "Value of the pipeline's parameter, at most 1,024 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_sage_maker_pipeline_parameter_members =
    S_STRUCTURE(sage_maker_pipeline_parameter_members);
static const struct slrun_param pipe_target_sage_maker_pipeline_parameters_members[] = {
    {"PipelineParameterList", S_LIST(shape_sage_maker_pipeline_parameter_members), 0,
     "Parameters of the SageMaker pipeline, name and value; 200 at most."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_event_bridge_event_bus_parameters_members[] = {
    {"EndpointId", S_STRING, 0,
     "Id of a global endpoint that gets the events instead of the bus, as \"abcde.veo\"."},
    {"DetailType", S_STRING, 0,
     "The events' DetailType, 1 to 128 characters, or a part of the record: \"$.path\"."},
    {"Source", S_STRING, 0,
     "The events' Source, 1 to 256 characters, or a part of the record: \"$.path\"."},
    {"Resources", S_LIST(shape_string), 0,
     "ARNs that the events are about, 10 at most; \"$.path\" is a part of the record."},
    {"Time", S_STRING, 0,
     "The events' time, or a part of the record: \"$.path\"; now unless given."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_cloud_watch_logs_parameters_members[] = {
    {"LogStreamName", S_STRING, 0, "Name of the log stream, 1 to 256 characters."},
    {"Timestamp", S_STRING, 0,
     "Time of the entry in milliseconds since 1970, or \"$.path\"; now unless given."},
    {.name = NULL},
};

static const struct slrun_param dimension_mapping_members[] = {
    {"DimensionValue", S_STRING, 0, "Where its value stands in the record: \"$.path\"."},
    {"DimensionValueType", S_STRING, 0, "VARCHAR, the only type that dimensions have."},
    {"DimensionName", S_STRING, 0, "Name of the dimension, 1 to 256 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_dimension_mapping_members =
    S_STRUCTURE(dimension_mapping_members);
static const struct slrun_param single_measure_mapping_members[] = {
    {"MeasureValue", S_STRING, 0, "Where its value stands in the record: \"$.path\"."},
    {"MeasureValueType", S_STRING, 0,
     "Type of the value: DOUBLE, BIGINT, VARCHAR, BOOLEAN or TIMESTAMP."},
    {"MeasureName", S_STRING, 0, "Name of the measure in the table, 1 to 1,024 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_single_measure_mapping_members =
    S_STRUCTURE(single_measure_mapping_members);
static const struct slrun_param multi_measure_attribute_mapping_members[] = {
    {"MeasureValue", S_STRING, 0, "Where its value stands in the record: \"$.path\"."},
    {"MeasureValueType", S_STRING, 0,
     "Type of the value: DOUBLE, BIGINT, VARCHAR, BOOLEAN or TIMESTAMP."},
    {"MultiMeasureAttributeName", S_STRING, 0,
     "Name of the measure in the table, 1 to 256 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_multi_measure_attribute_mapping_members =
    S_STRUCTURE(multi_measure_attribute_mapping_members);
static const struct slrun_param multi_measure_mapping_members[] = {
    {"MultiMeasureName", S_STRING, 0,
     "Name of the record of several measures, 1 to 256 characters."},
    {"MultiMeasureAttributeMappings", S_LIST(shape_multi_measure_attribute_mapping_members), 0,
     "Which part of a record is which measure, 1 to 256."},
    {.name = NULL},
};

static const struct slrun_shape shape_multi_measure_mapping_members =
    S_STRUCTURE(multi_measure_mapping_members);
static const struct slrun_param pipe_target_timestream_parameters_members[] = {
    {"TimeValue", S_STRING, 0, "Where the time stands in the record: \"$.path\"."},
    {"EpochTimeUnit", S_STRING, 0,
     "Unit of numbers of EPOCH: MILLISECONDS (the default), SECONDS, MICROSECONDS or NANOSECONDS."},
    {"TimeFieldType", S_STRING, 0,
     "What TimeValue holds: EPOCH (a number, the default) or TIMESTAMP_FORMAT (a text)."},
    {"TimestampFormat", S_STRING, 0,
     "How TimeValue is written, as \"yyyy-MM-dd'T'HH:mm:ss'Z'\"; with TIMESTAMP_FORMAT."},
    {"VersionValue", S_STRING, 0,
     "Version of the record, a number or \"$.path\"; a higher one replaces what is there."},
    {"DimensionMappings", S_LIST(shape_dimension_mapping_members), 0,
     "Which part of a record is which dimension of the table, 1 to 128."},
    {"SingleMeasureMappings", S_LIST(shape_single_measure_mapping_members), 0,
     "Which part of a record is a record of one measure, 8,192 at most."},
    {"MultiMeasureMappings", S_LIST(shape_multi_measure_mapping_members), 0,
     "Records of several measures, 1,024 at most."},
    {.name = NULL},
};

static const struct slrun_param pipe_target_parameters_members[] = {
    {"InputTemplate", S_STRING, 0,
     "What is sent: a text of 8,192 characters at most, with <$.path> and <aws.pipes.NAME> in it."},
    {"LambdaFunctionParameters", S_STRUCTURE(pipe_target_lambda_function_parameters_members), 0,
     "With a function as the target: whether its end is waited for."},
    {"StepFunctionStateMachineParameters",
     S_STRUCTURE(pipe_target_state_machine_parameters_members), 0,
     "With a state machine as the target: whether its end is waited for."},
    {"KinesisStreamParameters", S_STRUCTURE(pipe_target_kinesis_stream_parameters_members), 0,
     "With a Kinesis stream as the target: the partition key."},
    {"EcsTaskParameters", S_STRUCTURE(pipe_target_ecs_task_parameters_members), 0,
     "With an ECS cluster as the target: task definition, count, network, overrides."},
    {"BatchJobParameters", S_STRUCTURE(pipe_target_batch_job_parameters_members), 0,
     "With an AWS Batch job queue as the target: job definition, name, parameters."},
    {"SqsQueueParameters", S_STRUCTURE(pipe_target_sqs_queue_parameters_members), 0,
     "With a FIFO queue as the target: message group and deduplication id."},
    {"HttpParameters", S_STRUCTURE(pipe_target_http_parameters_members), 0,
     "With an API or API destination as the target: headers, query and parts of the path."},
    {"RedshiftDataParameters", S_STRUCTURE(pipe_target_redshift_data_parameters_members), 0,
     "With a Redshift cluster as the target: database and SQL."},
    {"SageMakerPipelineParameters", S_STRUCTURE(pipe_target_sage_maker_pipeline_parameters_members),
     0, "With a SageMaker pipeline as the target: its parameters."},
    {"EventBridgeEventBusParameters",
     S_STRUCTURE(pipe_target_event_bridge_event_bus_parameters_members), 0,
     "With an event bus as the target: source, DetailType and time of the events."},
    {"CloudWatchLogsParameters", S_STRUCTURE(pipe_target_cloud_watch_logs_parameters_members), 0,
     "With a log group as the target: log stream, and time of each entry."},
    {"TimestreamParameters", S_STRUCTURE(pipe_target_timestream_parameters_members), 0,
     "With a Timestream table as the target: time, dimensions and measures."},
    {.name = NULL},
};

static const struct slrun_param s3_log_destination_members[] = {
    {"BucketName", S_STRING, 0, "Name of the S3 bucket that gets the logs."},
    {"Prefix", S_STRING, 0, "How keys of the log objects begin, at most 256 characters."},
    {"BucketOwner", S_STRING, 0, "Account that owns the bucket, 12 digits."},
    {"OutputFormat", S_STRING, 0,
     "How log records are written: json; plain and w3c are not supported."},
    {.name = NULL},
};

static const struct slrun_param firehose_log_destination_members[] = {
    {"DeliveryStreamArn", S_STRING, 0, "ARN of the Firehose stream that gets the logs."},
    {.name = NULL},
};

static const struct slrun_param cloudwatch_logs_log_destination_members[] = {
    {"LogGroupArn", S_STRING, 0, "ARN of the log group that gets the logs."},
    {.name = NULL},
};

static const struct slrun_param pipe_log_configuration_members[] = {
    {"S3LogDestination", S_STRUCTURE(s3_log_destination_members), 0, "Logs go to a bucket."},
    {"FirehoseLogDestination", S_STRUCTURE(firehose_log_destination_members), 0,
     "Logs go to a Firehose stream."},
    {"CloudwatchLogsLogDestination", S_STRUCTURE(cloudwatch_logs_log_destination_members), 0,
     "Logs go to a log group of CloudWatch Logs."},
    {"Level", S_STRING, 0, "What is logged: OFF, ERROR, INFO or TRACE."},
    {"IncludeExecutionData", S_LIST(shape_string), 0,
     "{\"ALL\"}: logs hold payloads, requests and answers, too; absent: they do not."},
    {.name = NULL},
};

const struct slrun_param pipes_describe_pipe_result[] = {
    {"Arn", S_STRING, 0, "ARN of the pipe."},
    {"Name", S_STRING, 0, "Name of the pipe."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"DesiredState", S_STRING, 0,
     "The state that it shall have: RUNNING (the default) or STOPPED."},
    {"CurrentState", S_STRING, 0,
     "The state that it has: RUNNING, STOPPED, what is under way (CREATING) or failed "
     "(CREATE_FAILED)."},
    {"StateReason", S_STRING, 0, "Why it has its CurrentState, as the error of a failure."},
    {"Source", S_STRING, 0, "ARN of the queue or stream that it reads."},
    {"SourceParameters", S_STRUCTURE(pipe_source_parameters_members), 0,
     "How the source is read; the member of the source's kind."},
    {"Enrichment", S_STRING, 0, "ARN of what each batch goes through before the target."},
    {"EnrichmentParameters", S_STRUCTURE(pipe_enrichment_parameters_members), 0,
     "What the enrichment gets, and how."},
    {"Target", S_STRING, 0, "ARN of what gets the batches."},
    {"TargetParameters", S_STRUCTURE(pipe_target_parameters_members), 0,
     "What the target gets, and how; the member of the target's kind."},
    {"RoleArn", S_STRING, 0, "ARN of the role with which it reads and sends."},
    {"Tags", S_MAP(shape_string), 0, "Tags, names and values; 50 at most."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "When it was last changed."},
    {"LogConfiguration", S_STRUCTURE(pipe_log_configuration_members), 0,
     "Where it logs what it does, and how much."},
    {"KmsKeyIdentifier", S_STRING, 0,
     "KMS key that encrypts the pipe's data (id, ARN or alias); absent: AWS's own."},
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
    {"NamePrefix", S_STRING, 0, "Only pipes whose name begins so, 1 to 64 characters."},
    {"DesiredState", S_WORD(words_requested_pipe_state), 0,
     "Only pipes that shall have this state: RUNNING or STOPPED."},
    {"CurrentState", S_WORD(words_pipe_state), 0, "Only pipes that have this state, as RUNNING."},
    {"SourcePrefix", S_STRING, 0, "Only pipes whose source's ARN begins so."},
    {"TargetPrefix", S_STRING, 0, "Only pipes whose target's ARN begins so."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"Limit", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {.name = NULL},
};

static const struct slrun_param pipe_members[] = {
    {"Name", S_STRING, 0, "Name of the pipe."},
    {"Arn", S_STRING, 0, "ARN of the pipe."},
    {"DesiredState", S_STRING, 0,
     "The state that it shall have: RUNNING (the default) or STOPPED."},
    {"CurrentState", S_STRING, 0,
     "The state that it has: RUNNING, STOPPED, what is under way (CREATING) or failed "
     "(CREATE_FAILED)."},
    {"StateReason", S_STRING, 0, "Why it has its CurrentState, as the error of a failure."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "When it was last changed."},
    {"Source", S_STRING, 0, "ARN of the queue or stream that it reads."},
    {"Target", S_STRING, 0, "ARN of what gets the batches."},
    {"Enrichment", S_STRING, 0, "ARN of what each batch goes through before the target."},
    {.name = NULL},
};

static const struct slrun_shape shape_pipe_members = S_STRUCTURE(pipe_members);
const struct slrun_param pipes_list_pipes_result[] = {
    {"Pipes", S_LIST(shape_pipe_members), 0, "Pipes of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param pipes_list_tags_for_resource_params[] = {
    {"resourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the pipe."},
    {.name = NULL},
};

const struct slrun_param pipes_list_tags_for_resource_result[] = {
    {"tags", S_MAP(shape_string), 0, "Tags, names and values; 50 at most."},
    {.name = NULL},
};

const struct slrun_param pipes_start_pipe_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the pipe."},
    {.name = NULL},
};

const struct slrun_param pipes_start_pipe_result[] = {
    {"Arn", S_STRING, 0, "ARN of the pipe."},
    {"Name", S_STRING, 0, "Name of the pipe."},
    {"DesiredState", S_STRING, 0,
     "The state that it shall have: RUNNING (the default) or STOPPED."},
    {"CurrentState", S_STRING, 0,
     "The state that it has: RUNNING, STOPPED, what is under way (CREATING) or failed "
     "(CREATE_FAILED)."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "When it was last changed."},
    {.name = NULL},
};

const struct slrun_param pipes_stop_pipe_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the pipe."},
    {.name = NULL},
};

const struct slrun_param pipes_stop_pipe_result[] = {
    {"Arn", S_STRING, 0, "ARN of the pipe."},
    {"Name", S_STRING, 0, "Name of the pipe."},
    {"DesiredState", S_STRING, 0,
     "The state that it shall have: RUNNING (the default) or STOPPED."},
    {"CurrentState", S_STRING, 0,
     "The state that it has: RUNNING, STOPPED, what is under way (CREATING) or failed "
     "(CREATE_FAILED)."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "When it was last changed."},
    {.name = NULL},
};

const struct slrun_param pipes_tag_resource_params[] = {
    {"resourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the pipe."},
    {"tags", S_MAP(shape_string), SLRUN_REQUIRED, "Tags, names and values; 50 at most."},
    {.name = NULL},
};

const struct slrun_param pipes_untag_resource_params[] = {
    {"resourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the pipe."},
    {"tagKeys", S_LIST(shape_string), SLRUN_REQUIRED, "Names of the tags to remove."},
    {.name = NULL},
};

static const struct slrun_param update_pipe_source_kinesis_stream_parameters_given[] = {
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_given), 0,
     "Where records are told of that were given up."},
    {"OnPartialBatchItemFailure", S_WORD(words_on_partial_batch_item_failure_streams), 0,
     "AUTOMATIC_BISECT: a batch that fails is halved until the bad record is alone; absent: it is "
     "not."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0,
     "Seconds after which a record is given up, at most 604,800; -1 (the default): never."},
    {"MaximumRetryAttempts", S_INTEGER, 0,
     "How often a batch is tried again, 0 to 10,000; -1 (the default): until the record's end."},
    {"ParallelizationFactor", S_INTEGER, 0,
     "Batches of one shard at once, 1 to 10; 1 unless given."},
    {.name = NULL},
};

static const struct slrun_param update_pipe_source_dynamo_db_stream_parameters_given[] = {
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_given), 0,
     "Where records are told of that were given up."},
    {"OnPartialBatchItemFailure", S_WORD(words_on_partial_batch_item_failure_streams), 0,
     "AUTOMATIC_BISECT: a batch that fails is halved until the bad record is alone; absent: it is "
     "not."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {"MaximumRecordAgeInSeconds", S_INTEGER, 0,
     "Seconds after which a record is given up, at most 604,800; -1 (the default): never."},
    {"MaximumRetryAttempts", S_INTEGER, 0,
     "How often a batch is tried again, 0 to 10,000; -1 (the default): until the record's end."},
    {"ParallelizationFactor", S_INTEGER, 0,
     "Batches of one shard at once, 1 to 10; 1 unless given."},
    {.name = NULL},
};

static const struct slrun_param update_pipe_source_sqs_queue_parameters_given[] = {
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {.name = NULL},
};

static const struct slrun_param update_pipe_source_active_mq_broker_parameters_given[] = {
    {"Credentials", S_STRUCTURE(mq_broker_access_credentials_given), SLRUN_REQUIRED,
     "Secret that the source is reached with."},
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {.name = NULL},
};

static const struct slrun_param update_pipe_source_rabbit_mq_broker_parameters_given[] = {
    {"Credentials", S_STRUCTURE(mq_broker_access_credentials_given), SLRUN_REQUIRED,
     "Secret that the source is reached with."},
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {.name = NULL},
};

static const struct slrun_param update_pipe_source_managed_streaming_kafka_parameters_given[] = {
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"Credentials", S_STRUCTURE(msk_access_credentials_given), 0,
     "Secret that the source is reached with."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {.name = NULL},
};

static const struct slrun_param update_pipe_source_self_managed_kafka_parameters_given[] = {
    {"BatchSize", S_INTEGER, 0,
     "Most records of a batch, 1 to 10,000; 10 (queues), 100 (the others) unless given."},
    {"MaximumBatchingWindowInSeconds", S_INTEGER, 0,
     "Seconds for which records are gathered at most, 0 to 300."},
    {"Credentials", S_STRUCTURE(self_managed_kafka_access_configuration_credentials_given), 0,
     "Secret that the source is reached with."},
    {"ServerRootCaCertificate", S_STRING, 0,
     "ARN of the secret with the CA certificate of the cluster's TLS."},
    {"Vpc", S_STRUCTURE(self_managed_kafka_access_configuration_vpc_given), 0,
     "Subnets and security groups through which the cluster is reached."},
    {.name = NULL},
};

static const struct slrun_param update_pipe_source_parameters_given[] = {
    {"FilterCriteria", S_STRUCTURE(filter_criteria_given), 0,
     "Which records are taken: those that match one of the event patterns; all unless given."},
    {"KinesisStreamParameters", S_STRUCTURE(update_pipe_source_kinesis_stream_parameters_given), 0,
     "Of a Kinesis stream: batches, what becomes of failures."},
    {"DynamoDBStreamParameters", S_STRUCTURE(update_pipe_source_dynamo_db_stream_parameters_given),
     0, "Of a DynamoDB stream: where it begins, batches, what becomes of failures."},
    {"SqsQueueParameters", S_STRUCTURE(update_pipe_source_sqs_queue_parameters_given), 0,
     "Of an SQS queue: how batches are gathered."},
    {"ActiveMQBrokerParameters", S_STRUCTURE(update_pipe_source_active_mq_broker_parameters_given),
     0, "Of an ActiveMQ broker: queue, credentials, batches."},
    {"RabbitMQBrokerParameters", S_STRUCTURE(update_pipe_source_rabbit_mq_broker_parameters_given),
     0, "Of a RabbitMQ broker: queue, credentials, batches."},
    {"ManagedStreamingKafkaParameters",
     S_STRUCTURE(update_pipe_source_managed_streaming_kafka_parameters_given), 0,
     "Of an Amazon MSK cluster: topic, where it begins, credentials, batches."},
    {"SelfManagedKafkaParameters",
     S_STRUCTURE(update_pipe_source_self_managed_kafka_parameters_given), 0,
     "Of a Kafka cluster of one's own: topic, servers, credentials, network, batches."},
    {.name = NULL},
};

const struct slrun_param pipes_update_pipe_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the pipe."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"DesiredState", S_WORD(words_requested_pipe_state), 0,
     "The state that it shall have: RUNNING (the default) or STOPPED."},
    {"SourceParameters", S_STRUCTURE(update_pipe_source_parameters_given), 0,
     "How the source is read; the member of the source's kind."},
    {"Enrichment", S_STRING, 0, "ARN of what each batch goes through before the target."},
    {"EnrichmentParameters", S_STRUCTURE(pipes_pipe_enrichment_parameters), 0,
     "What the enrichment gets, and how."},
    {"Target", S_STRING, 0, "ARN of what gets the batches."},
    {"TargetParameters", S_STRUCTURE(pipes_pipe_target_parameters), 0,
     "What the target gets, and how; the member of the target's kind."},
    {"RoleArn", S_STRING, SLRUN_REQUIRED, "ARN of the role with which it reads and sends."},
    {"LogConfiguration", S_STRUCTURE(pipes_pipe_log_configuration_parameters), 0,
     "Where it logs what it does, and how much."},
    {"KmsKeyIdentifier", S_STRING, 0,
     "KMS key that encrypts the pipe's data (id, ARN or alias); absent: AWS's own."},
    {.name = NULL},
};

const struct slrun_param pipes_update_pipe_result[] = {
    {"Arn", S_STRING, 0, "ARN of the pipe."},
    {"Name", S_STRING, 0, "Name of the pipe."},
    {"DesiredState", S_STRING, 0,
     "The state that it shall have: RUNNING (the default) or STOPPED."},
    {"CurrentState", S_STRING, 0,
     "The state that it has: RUNNING, STOPPED, what is under way (CREATING) or failed "
     "(CREATE_FAILED)."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"LastModifiedTime", S_TIMESTAMP, 0, "When it was last changed."},
    {.name = NULL},
};
