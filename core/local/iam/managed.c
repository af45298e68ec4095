/* SPDX-License-Identifier: Apache-2.0 */
/* AWS's managed policies. */
#include "local/iam/managed.h"

#include <stdbool.h>
#include <string.h>

/*
 * Statements: all allow. Actions of services that are not here are left out, and conditions, which
 * are about such ("iam:PassedToService"). What begins with '!' is NotAction. Resource NULL: "*".
 */
static const struct row {
    const char *policy, *actions, *resources; /* separated by blanks */
} rows[] = {
    {"service-role/AWSLambdaBasicExecutionRole",
     "logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents", NULL},
    {"service-role/AWSLambdaBasicDurableExecutionRolePolicy",
     "logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents lambda:CheckpointDurableExecution "
     "lambda:GetDurableExecutionState",
     NULL},
    {"service-role/AWSLambdaVPCAccessExecutionRole",
     "logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents", NULL},
    {"service-role/AWSLambdaSQSQueueExecutionRole",
     "sqs:ReceiveMessage sqs:DeleteMessage sqs:GetQueueAttributes logs:CreateLogGroup "
     "logs:CreateLogStream logs:PutLogEvents",
     NULL},
    {"service-role/AWSLambdaKinesisExecutionRole",
     "kinesis:DescribeStream kinesis:DescribeStreamSummary kinesis:GetRecords "
     "kinesis:GetShardIterator kinesis:ListShards kinesis:ListStreams kinesis:SubscribeToShard "
     "logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents",
     NULL},
    {"service-role/AWSLambdaDynamoDBExecutionRole",
     "dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator dynamodb:ListStreams "
     "logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents",
     NULL},
    {"service-role/AWSLambdaMSKExecutionRole",
     "logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents", NULL},
    {"service-role/AWSLambdaENIManagementAccess", "", NULL},
    {"service-role/AWSLambdaRole", "lambda:InvokeFunction", NULL},
    {"AWSLambdaInvocation-DynamoDB", "lambda:InvokeFunction", NULL},
    {"AWSLambdaInvocation-DynamoDB",
     "dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator dynamodb:ListStreams",
     NULL},
    {"AWSLambda_FullAccess",
     "cloudformation:DescribeStacks cloudformation:ListStackResources lambda:* "
     "logs:DescribeLogGroups states:DescribeStateMachine states:ListStateMachines "
     "xray:GetTraceSummaries xray:BatchGetTraces",
     NULL},
    {"AWSLambda_FullAccess",
     "logs:DescribeLogStreams logs:GetLogEvents logs:FilterLogEvents logs:StartLiveTail "
     "logs:StopLiveTail",
     "arn:aws:logs:*:*:log-group:/aws/lambda/*"},
    {"AWSLambda_ReadOnlyAccess",
     "cloudformation:DescribeStacks cloudformation:ListStacks cloudformation:ListStackResources "
     "logs:DescribeLogGroups lambda:Get* lambda:List* states:DescribeStateMachine "
     "states:ListStateMachines xray:GetTraceSummaries xray:BatchGetTraces",
     NULL},
    {"AWSLambda_ReadOnlyAccess",
     "logs:DescribeLogStreams logs:GetLogEvents logs:FilterLogEvents logs:StartQuery "
     "logs:StopQuery logs:DescribeQueries logs:GetLogGroupFields logs:GetLogRecord "
     "logs:GetQueryResults logs:StartLiveTail logs:StopLiveTail",
     "arn:aws:logs:*:*:log-group:/aws/lambda/*"},
    {"AWSLambdaExecute", "logs:*", "arn:aws:logs:*:*:*"},
    {"AWSLambdaExecute", "s3:GetObject s3:PutObject", "arn:aws:s3:::*"},
    {"AmazonDynamoDBFullAccess",
     "dynamodb:* sns:CreateTopic sns:DeleteTopic sns:ListSubscriptions "
     "sns:ListSubscriptionsByTopic sns:ListTopics sns:Subscribe sns:Unsubscribe "
     "sns:SetTopicAttributes lambda:CreateFunction lambda:ListFunctions "
     "lambda:ListEventSourceMappings lambda:CreateEventSourceMapping "
     "lambda:DeleteEventSourceMapping lambda:GetFunctionConfiguration lambda:DeleteFunction "
     "kinesis:ListStreams kinesis:DescribeStream kinesis:DescribeStreamSummary",
     NULL},
    {"AmazonDynamoDBFullAccess_v2", "dynamodb:*", NULL},
    {"AmazonDynamoDBFullAccess_v2", "lambda:ListEventSourceMappings lambda:ListFunctions", NULL},
    {"AmazonDynamoDBFullAccess_v2", "sns:ListTopics", NULL},
    {"AmazonDynamoDBFullAccess_v2",
     "kinesis:ListStreams kinesis:DescribeStream kinesis:DescribeStreamSummary", NULL},
    {"AmazonDynamoDBReadOnlyAccess",
     "dynamodb:BatchGetItem dynamodb:Describe* dynamodb:List* dynamodb:GetAbacStatus "
     "dynamodb:GetItem dynamodb:GetResourcePolicy dynamodb:Query dynamodb:Scan "
     "dynamodb:PartiQLSelect sns:ListSubscriptionsByTopic sns:ListTopics lambda:ListFunctions "
     "lambda:ListEventSourceMappings lambda:GetFunctionConfiguration kinesis:ListStreams "
     "kinesis:DescribeStream kinesis:DescribeStreamSummary",
     NULL},
    {"AmazonS3FullAccess", "s3:*", NULL},
    {"AmazonS3ReadOnlyAccess", "s3:Get* s3:List* s3:Describe*", NULL},
    {"service-role/AmazonS3ObjectLambdaExecutionRolePolicy",
     "logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents", NULL},
    {"AmazonSQSFullAccess", "sqs:*", NULL},
    {"AmazonSQSReadOnlyAccess",
     "sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ListDeadLetterSourceQueues sqs:ListQueues "
     "sqs:ListMessageMoveTasks sqs:ListQueueTags",
     NULL},
    {"AmazonSNSFullAccess", "sns:*", NULL},
    {"AmazonSNSReadOnlyAccess",
     "sns:GetTopicAttributes sns:List* sns:CheckIfPhoneNumberIsOptedOut sns:GetEndpointAttributes "
     "sns:GetDataProtectionPolicy sns:GetPlatformApplicationAttributes sns:GetSMSAttributes "
     "sns:GetSMSSandboxAccountStatus sns:GetSubscriptionAttributes",
     NULL},
    {"service-role/AmazonSNSRole",
     "logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents logs:PutMetricFilter "
     "logs:PutRetentionPolicy",
     NULL},
    {"AmazonKinesisFullAccess", "kinesis:*", NULL},
    {"AmazonKinesisReadOnlyAccess", "kinesis:Get* kinesis:List* kinesis:Describe*", NULL},
    {"AmazonEventBridgeFullAccess", "events:*", NULL},
    {"AmazonEventBridgeFullAccess",
     "secretsmanager:CreateSecret secretsmanager:UpdateSecret secretsmanager:DeleteSecret "
     "secretsmanager:GetSecretValue secretsmanager:PutSecretValue",
     "arn:aws:secretsmanager:*:*:secret:events!*"},
    {"AmazonEventBridgeReadOnlyAccess",
     "events:DescribeRule events:DescribeEventBus events:DescribeEventSource events:ListEventBuses "
     "events:ListEventSources events:ListRuleNamesByTarget events:ListRules "
     "events:ListTargetsByRule events:TestEventPattern events:DescribeArchive events:ListArchives "
     "events:DescribeReplay events:ListReplays events:DescribeConnection events:ListConnections "
     "events:DescribeApiDestination events:ListApiDestinations events:DescribeEndpoint "
     "events:ListEndpoints",
     NULL},
    {"AmazonEventBridgeSchedulerFullAccess", "", NULL},
    {"CloudWatchEventsFullAccess", "events:*", NULL},
    {"CloudWatchEventsFullAccess",
     "secretsmanager:CreateSecret secretsmanager:UpdateSecret secretsmanager:DeleteSecret "
     "secretsmanager:GetSecretValue secretsmanager:PutSecretValue",
     "arn:aws:secretsmanager:*:*:secret:events!*"},
    {"CloudWatchEventsReadOnlyAccess",
     "events:DescribeRule events:DescribeEventBus events:DescribeEventSource events:ListEventBuses "
     "events:ListEventSources events:ListRuleNamesByTarget events:ListRules "
     "events:ListTargetsByRule events:TestEventPattern events:DescribeArchive events:ListArchives "
     "events:DescribeReplay events:ListReplays events:DescribeConnection events:ListConnections "
     "events:DescribeApiDestination events:ListApiDestinations events:DescribeEndpoint "
     "events:ListEndpoints",
     NULL},
    {"AWSXRayDaemonWriteAccess",
     "xray:PutTraceSegments xray:PutTelemetryRecords xray:GetSamplingRules xray:GetSamplingTargets "
     "xray:GetSamplingStatisticSummaries",
     NULL},
    {"AWSXrayWriteOnlyAccess",
     "xray:PutTraceSegments xray:PutTelemetryRecords xray:GetSamplingRules xray:GetSamplingTargets "
     "xray:GetSamplingStatisticSummaries",
     NULL},
    {"AWSXrayFullAccess", "xray:*", NULL},
    {"AWSXrayReadOnlyAccess",
     "xray:GetSamplingRules xray:GetSamplingTargets xray:GetSamplingStatisticSummaries "
     "xray:BatchGetTraces xray:BatchGetTraceSummaryById xray:GetDistinctTraceGraphs "
     "xray:GetServiceGraph xray:GetTraceGraph xray:GetTraceSummaries xray:GetGroups xray:GetGroup "
     "xray:ListTagsForResource xray:ListResourcePolicies xray:GetTimeSeriesServiceStatistics "
     "xray:GetInsightSummaries xray:GetInsight xray:GetInsightEvents xray:GetInsightImpactGraph",
     NULL},
    {"AdministratorAccess", "*", NULL},
    {"PowerUserAccess", "!iam:* organizations:* account:*", NULL},
    {"ReadOnlyAccess",
     "apigateway:GET apigateway:GetPortal apigateway:GetPortalProduct apigateway:GetProductPage "
     "apigateway:GetProductRestEndpointPage apigateway:GetRoutingRule "
     "apigateway:ListPortalProducts apigateway:ListPortals apigateway:ListProductPages "
     "apigateway:ListProductRestEndpointPages apigateway:ListRoutingRules "
     "cloudformation:BatchDescribeTypeConfigurations cloudformation:Describe* "
     "cloudformation:Detect* cloudformation:Estimate* cloudformation:Get* cloudformation:List* "
     "cloudformation:ValidateTemplate dynamodb:BatchGet* dynamodb:Describe* dynamodb:Get* "
     "dynamodb:List* dynamodb:PartiQLSelect dynamodb:Query dynamodb:Scan events:Describe* "
     "events:List* events:Test*",
     NULL},
    {"ReadOnlyAccess",
     "kinesis:Describe* kinesis:Get* kinesis:List* lambda:Get* lambda:List* logs:Describe* "
     "logs:FilterLogEvents logs:Get* logs:ListAggregateLogGroupSummaries logs:ListAnomalies "
     "logs:ListEntitiesForLogGroup logs:ListIntegrations logs:ListLogAnomalyDetectors "
     "logs:ListLogDeliveries logs:ListLogGroupsForEntity logs:ListLogGroupsForQuery "
     "logs:ListScheduledQueries logs:ListSourcesForS3TableIntegration logs:ListTagsForResource "
     "logs:ListTagsLogGroup logs:StartLiveTail logs:StartQuery logs:StopLiveTail logs:StopQuery "
     "logs:TestMetricFilter s3:DescribeJob s3:Get* s3:List* secretsmanager:Describe* "
     "secretsmanager:GetResourcePolicy secretsmanager:List* sns:Check* sns:Get* sns:List* sqs:Get* "
     "sqs:List* sqs:Receive* ssm:Describe* ssm:Get* ssm:List* states:Describe* "
     "states:GetExecutionHistory states:List* states:ValidateStateMachineDefinition "
     "sts:GetAccessKeyInfo sts:GetCallerIdentity sts:GetSessionToken xray:BatchGet* "
     "xray:CancelTraceRetrieval xray:Get* xray:ListResourcePolicies xray:ListRetrievedTraces "
     "xray:ListTagsForResource xray:StartTraceRetrieval",
     NULL},
    {"CloudWatchLogsFullAccess", "logs:*", NULL},
    {"CloudWatchLogsReadOnlyAccess",
     "logs:Describe* logs:Get* logs:List* logs:StartQuery logs:StopQuery logs:TestMetricFilter "
     "logs:FilterLogEvents logs:StartLiveTail logs:StopLiveTail",
     NULL},
    {"CloudWatchFullAccess", "logs:* sns:*", NULL},
    {"CloudWatchFullAccessV2",
     "logs:* sns:CreateTopic sns:ListSubscriptions sns:ListSubscriptionsByTopic sns:ListTopics "
     "sns:Subscribe xray:*",
     NULL},
    {"CloudWatchReadOnlyAccess",
     "logs:Get* logs:List* logs:StartQuery logs:StopQuery logs:Describe* logs:TestMetricFilter "
     "logs:FilterLogEvents logs:StartLiveTail logs:StopLiveTail sns:Get* sns:List* xray:BatchGet* "
     "xray:Get* xray:List* xray:StartTraceRetrieval xray:CancelTraceRetrieval",
     NULL},
    {"CloudWatchLambdaInsightsExecutionRolePolicy", "logs:CreateLogGroup", NULL},
    {"CloudWatchLambdaInsightsExecutionRolePolicy", "logs:CreateLogStream logs:PutLogEvents",
     "arn:aws:logs:*:*:log-group:/aws/lambda-insights:*"},
    {"CloudWatchLambdaApplicationSignalsExecutionRolePolicy", "xray:PutTraceSegments", NULL},
    {"CloudWatchLambdaApplicationSignalsExecutionRolePolicy",
     "logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents",
     "arn:aws:logs:*:*:log-group:/aws/application-signals/data:*"},
    {"SecretsManagerReadWrite",
     "secretsmanager:* cloudformation:CreateChangeSet cloudformation:DescribeChangeSet "
     "cloudformation:DescribeStackResource cloudformation:DescribeStacks "
     "cloudformation:ExecuteChangeSet lambda:ListFunctions",
     NULL},
    {"SecretsManagerReadWrite",
     "lambda:AddPermission lambda:CreateFunction lambda:GetFunction lambda:InvokeFunction "
     "lambda:UpdateFunctionConfiguration",
     "arn:aws:lambda:*:*:function:SecretsManager*"},
    {"SecretsManagerReadWrite", "s3:GetObject",
     "arn:aws:s3:::awsserverlessrepo-changesets* arn:aws:s3:::secrets-manager-rotation-apps-*/*"},
    {"AWSSecretsManagerClientReadOnlyAccess",
     "secretsmanager:GetSecretValue secretsmanager:DescribeSecret",
     "arn:aws:secretsmanager:*:*:secret:*"},
    {"AmazonSSMReadOnlyAccess", "ssm:Describe* ssm:Get* ssm:List*", NULL},
    {"AmazonSSMFullAccess", "logs:* ssm:*", NULL},
    {"AWSStepFunctionsFullAccess", "states:*", NULL},
    {"AWSStepFunctionsReadOnlyAccess",
     "states:ListStateMachines states:ListActivities states:DescribeStateMachine "
     "states:DescribeStateMachineForExecution states:ListExecutions states:DescribeExecution "
     "states:GetExecutionHistory states:DescribeActivity states:ListTagsForResource "
     "states:DescribeMapRun states:ListMapRuns states:DescribeStateMachineAlias "
     "states:ListStateMachineAliases states:ListStateMachineVersions "
     "states:ValidateStateMachineDefinition",
     NULL},
    {"AWSStepFunctionsConsoleFullAccess", "states:*", NULL},
    {"AWSStepFunctionsConsoleFullAccess", "lambda:ListFunctions", NULL},
    {"AmazonAPIGatewayInvokeFullAccess", "execute-api:Invoke execute-api:ManageConnections",
     "arn:aws:execute-api:*:*:*"},
    {"AmazonAPIGatewayAdministrator", "apigateway:*", "arn:aws:apigateway:*::/*"},
    {"service-role/AmazonAPIGatewayPushToCloudWatchLogs",
     "logs:CreateLogGroup logs:CreateLogStream logs:DescribeLogGroups logs:DescribeLogStreams "
     "logs:PutLogEvents logs:GetLogEvents logs:FilterLogEvents",
     NULL},
    {"AWSCloudFormationFullAccess", "cloudformation:*", NULL},
    {"AWSCloudFormationReadOnlyAccess",
     "cloudformation:Describe* cloudformation:BatchDescribe* cloudformation:EstimateTemplateCost "
     "cloudformation:Get* cloudformation:List* cloudformation:ValidateTemplate "
     "cloudformation:Detect*",
     NULL},
    {"AmazonRDSDataFullAccess",
     "secretsmanager:GetSecretValue secretsmanager:PutResourcePolicy secretsmanager:PutSecretValue "
     "secretsmanager:DeleteSecret secretsmanager:DescribeSecret secretsmanager:TagResource",
     "arn:aws:secretsmanager:*:*:secret:rds-db-credentials/*"},
    {"AmazonRDSDataFullAccess",
     "secretsmanager:CreateSecret secretsmanager:ListSecrets secretsmanager:GetRandomPassword",
     NULL},
    {"AmazonRDSFullAccess",
     "sns:ListSubscriptions sns:ListTopics sns:Publish logs:DescribeLogStreams logs:GetLogEvents",
     NULL},
    {"AmazonRekognitionFullAccess", "", NULL},
    {"AmazonRekognitionReadOnlyAccess", "", NULL},
    {"AmazonTextractFullAccess", "", NULL},
    {"AmazonBedrockFullAccess", "", NULL},
    {"AmazonBedrockReadOnly", "", NULL},
    {"AmazonSESFullAccess", "", NULL},
    {"AmazonCognitoPowerUser",
     "kinesis:ListStreams lambda:GetPolicy lambda:ListFunctions sns:GetSMSSandboxAccountStatus "
     "sns:ListPlatformApplications",
     NULL},
    {"AmazonCognitoReadOnly", "sns:ListPlatformApplications", NULL},
    {"ComprehendFullAccess", "s3:ListAllMyBuckets s3:ListBucket s3:GetBucketLocation", NULL},
    {"ComprehendReadOnly", "", NULL},
    {"TranslateFullAccess", "s3:ListAllMyBuckets s3:ListBucket s3:GetBucketLocation", NULL},
    {"TranslateReadOnly", "", NULL},
    {"AmazonPollyFullAccess", "", NULL},
    {"AmazonPollyReadOnlyAccess", "", NULL},
    {"AmazonTranscribeFullAccess", "s3:GetObject", "arn:aws:s3:::*transcribe*"},
    {"AmazonAthenaFullAccess",
     "s3:GetBucketLocation s3:GetObject s3:ListBucket s3:ListBucketMultipartUploads "
     "s3:ListMultipartUploadParts s3:AbortMultipartUpload s3:CreateBucket s3:PutObject "
     "s3:PutBucketPublicAccessBlock",
     "arn:aws:s3:::aws-athena-query-results-*"},
    {"AmazonAthenaFullAccess", "s3:GetObject s3:ListBucket", "arn:aws:s3:::athena-examples*"},
    {"AmazonAthenaFullAccess", "s3:ListBucket s3:GetBucketLocation s3:ListAllMyBuckets", NULL},
    {"AmazonAthenaFullAccess", "sns:ListTopics sns:GetTopicAttributes", NULL},
    {"AmazonKinesisFirehoseFullAccess", "", NULL},
    {"AmazonKinesisFirehoseReadOnlyAccess", "", NULL},
    {"AmazonEC2ReadOnlyAccess", "", NULL},
    {"AmazonVPCFullAccess", "", NULL},
    {"AmazonVPCReadOnlyAccess", "", NULL},
    {"AWSAppSyncInvokeFullAccess", "", NULL},
    {"AmazonElastiCacheFullAccess", "logs:DescribeLogGroups", NULL},
    {"AmazonElastiCacheFullAccess", "s3:ListAllMyBuckets", NULL},
    {"AmazonElastiCacheFullAccess", "sns:ListTopics", NULL},
    {"AmazonElasticFileSystemClientReadWriteAccess", "", NULL},
    {"AmazonElasticFileSystemFullAccess", "", NULL},
    {"AWSIoTDataAccess", "", NULL},
    {"AWSIoTFullAccess", "", NULL},
    {"IAMFullAccess", "", NULL},
    {"IAMReadOnlyAccess", "", NULL},
};

/* A list of the words of a text. */
static json_t *words_of(const char *text)
{
    json_t *list = json_array();
    for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
        size_t n = strcspn(text, " ");
        json_array_append_new(list, json_stringn(text, n));
        text += n;
    }
    return list;
}

static json_t *statement_of(const struct row *row)
{
    bool others = *row->actions == '!';
    return json_pack("{s:s, s:o, s:o}", "Effect", "Allow", others ? "NotAction" : "Action",
                     words_of(row->actions + others), "Resource",
                     words_of(row->resources ? row->resources : "*"));
}

/* SAM knows them by their names alone, whatever their paths. */
static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

json_t *managed_policy(const char *arn)
{
    json_t *statements = NULL;
    for (size_t i = 0; strstr(arn, ":iam::aws:policy/") && i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(name_of(rows[i].policy), name_of(arn)) != 0)
            continue;
        statements = statements ? statements : json_array();
        json_array_append_new(statements, statement_of(&rows[i]));
    }
    return statements ? json_pack("{s:o}", "Statement", statements) : NULL;
}
