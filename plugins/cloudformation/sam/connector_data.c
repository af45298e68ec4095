/* SPDX-License-Identifier: Apache-2.0 */
/* AWS SAM developer guide, "AWS SAM connector reference": supported source and destination types,
 * and the policies that they get. Those of AppSync and Location Service are left out. */
#include <stddef.h>
#include <string.h>

#include "sam/connector.h"

#define END                                                                                        \
    {                                                                                              \
        NULL, NULL, NULL                                                                           \
    }
#define EXECUTIONS "%A:states:execution:%N:*"
#define RULE       "%A:events:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule"

static const struct connector_grant invoke[] = {
    {"Write", "lambda:InvokeAsync lambda:InvokeFunction", "%D"}, END};
static const struct connector_grant bucket[] = {
    {"Read",
     "s3:GetObject s3:GetObjectAcl s3:GetObjectLegalHold s3:GetObjectRetention s3:GetObjectTorrent "
     "s3:GetObjectVersion s3:GetObjectVersionAcl s3:GetObjectVersionForReplication "
     "s3:GetObjectVersionTorrent s3:ListBucket s3:ListBucketMultipartUploads s3:ListBucketVersions "
     "s3:ListMultipartUploadParts",
     "%D %D/*"},
    {"Write",
     "s3:AbortMultipartUpload s3:DeleteObject s3:DeleteObjectVersion s3:PutObject "
     "s3:PutObjectLegalHold s3:PutObjectRetention s3:RestoreObject",
     "%D %D/*"},
    END};
static const struct connector_grant table[] = {
    {"Read",
     "dynamodb:GetItem dynamodb:Query dynamodb:Scan dynamodb:BatchGetItem "
     "dynamodb:ConditionCheckItem dynamodb:PartiQLSelect",
     "%D %D/index/*"},
    {"Write",
     "dynamodb:PutItem dynamodb:UpdateItem dynamodb:DeleteItem dynamodb:BatchWriteItem "
     "dynamodb:PartiQLDelete dynamodb:PartiQLInsert dynamodb:PartiQLUpdate",
     "%D %D/index/*"},
    END};
static const struct connector_grant table_stream[] = {
    {"Read",
     "dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator dynamodb:ListStreams",
     "%S/stream/*"},
    END};
static const struct connector_grant queue[] = {
    {"Read", "sqs:ReceiveMessage sqs:GetQueueAttributes", "%D"},
    {"Write", "sqs:DeleteMessage sqs:SendMessage sqs:ChangeMessageVisibility sqs:PurgeQueue", "%D"},
    END};
static const struct connector_grant queue_source[] = {
    {"Write", "sqs:DeleteMessage", "%S"},
    {"Read", "sqs:ReceiveMessage sqs:GetQueueAttributes", "%S"},
    END};
static const struct connector_grant send[] = {{"Write", "sqs:SendMessage", "%D"}, END};
static const struct connector_grant publish[] = {{"Write", "sns:Publish", "%D"}, END};
static const struct connector_grant events[] = {{"Write", "events:PutEvents", "%D"}, END};
static const struct connector_grant begin[] = {{"Write", "states:StartExecution", "%D"}, END};
static const struct connector_grant machine[] = {
    {"Write", "states:StartExecution states:StartSyncExecution", "%D"},
    {"Write", "states:StopExecution", EXECUTIONS},
    {"Read", "states:DescribeStateMachine states:ListExecutions", "%D"},
    {"Read",
     "states:DescribeExecution states:DescribeStateMachineForExecution states:GetExecutionHistory",
     EXECUTIONS},
    END};
static const struct connector_grant nested[] = {{"Read", "states:DescribeExecution", EXECUTIONS},
                                                {"Read", "events:DescribeRule", RULE},
                                                {"Write", "states:StartExecution", "%D"},
                                                {"Write", "states:StopExecution", EXECUTIONS},
                                                {"Write", "events:PutTargets events:PutRule", RULE},
                                                END};
/* Of a function's policy, which names who invokes it. */
static const struct connector_grant by_source[] = {{"Write", NULL, "%S"}, END};
static const struct connector_grant by_api[] = {{"Write", NULL, "%A:execute-api:%I/%Q"}, END};

#define FUNCTION "AWS::Lambda::Function"
#define TABLE    "AWS::DynamoDB::Table"
#define QUEUE    "AWS::SQS::Queue"
#define TOPIC    "AWS::SNS::Topic"
#define BUCKET   "AWS::S3::Bucket"
#define BUS      "AWS::Events::EventBus"
#define RULES    "AWS::Events::Rule"
#define MACHINE  "AWS::StepFunctions::StateMachine"

static const struct connector_profile profiles[] = {
    {FUNCTION, FUNCTION, CONNECTOR_ROLE, false, NULL, invoke},
    {FUNCTION, BUCKET, CONNECTOR_ROLE, false, NULL, bucket},
    {FUNCTION, TABLE, CONNECTOR_ROLE, false, NULL, table},
    {FUNCTION, QUEUE, CONNECTOR_ROLE, false, NULL, queue},
    {FUNCTION, TOPIC, CONNECTOR_ROLE, false, NULL, publish},
    {FUNCTION, MACHINE, CONNECTOR_ROLE, false, NULL, machine},
    {FUNCTION, BUS, CONNECTOR_ROLE, false, NULL, events},
    {MACHINE, FUNCTION, CONNECTOR_ROLE, false, NULL, invoke},
    {MACHINE, TOPIC, CONNECTOR_ROLE, false, NULL, publish},
    {MACHINE, QUEUE, CONNECTOR_ROLE, false, NULL, send},
    {MACHINE, BUCKET, CONNECTOR_ROLE, false, NULL, bucket},
    {MACHINE, TABLE, CONNECTOR_ROLE, false, NULL, table},
    {MACHINE, MACHINE, CONNECTOR_ROLE, false, NULL, nested},
    {MACHINE, BUS, CONNECTOR_ROLE, false, NULL, events},
    {RULES, BUS, CONNECTOR_ROLE, false, NULL, events},
    {RULES, MACHINE, CONNECTOR_ROLE, false, NULL, begin},
    {RULES, TOPIC, CONNECTOR_TOPIC, false, "events.amazonaws.com", publish},
    {RULES, QUEUE, CONNECTOR_QUEUE, false, "events.amazonaws.com", send},
    {RULES, FUNCTION, CONNECTOR_FUNCTION, false, "events.amazonaws.com", by_source},
    {TOPIC, QUEUE, CONNECTOR_QUEUE, false, "sns.amazonaws.com", send},
    {TOPIC, FUNCTION, CONNECTOR_FUNCTION, false, "sns.amazonaws.com", by_source},
    {BUCKET, FUNCTION, CONNECTOR_FUNCTION, false, "s3.amazonaws.com", by_source},
    {QUEUE, FUNCTION, CONNECTOR_ROLE, true, NULL, queue_source},
    {TABLE, FUNCTION, CONNECTOR_ROLE, true, NULL, table_stream},
    {"AWS::ApiGateway::RestApi", FUNCTION, CONNECTOR_FUNCTION, false, "apigateway.amazonaws.com",
     by_api},
    {"AWS::ApiGatewayV2::Api", FUNCTION, CONNECTOR_FUNCTION, false, "apigateway.amazonaws.com",
     by_api},
};

const struct connector_profile *connector_profile(const char *source, const char *destination)
{
    for (size_t i = 0; i < sizeof profiles / sizeof *profiles; i++)
        if (strcmp(profiles[i].source, source) == 0 &&
            strcmp(profiles[i].destination, destination) == 0)
            return &profiles[i];
    return NULL;
}
