/* SPDX-License-Identifier: Apache-2.0 */
/* What the SAM policy templates allow (SAM developer guide, "AWS SAM policy templates"). */
#include "sam/policy.h"

#include <string.h>

#include "sam/value.h"

/*
 * Resources that begin with ":" are of the service, region and account; with "::", of no region and
 * no account. The two that have a condition, on what only other services know, are without it.
 */
static const struct row {
    const char *template, *service, *actions, *resources; /* actions, resources: with blanks */
} rows[] = {
    {"AMIDescribePolicy", "ec2", "DescribeImages", "*"},
    {"AWSSecretsManagerGetSecretValuePolicy", "secretsmanager", "GetSecretValue", "${SecretArn}"},
    {"AWSSecretsManagerRotationPolicy", "secretsmanager",
     "DescribeSecret GetSecretValue PutSecretValue UpdateSecretVersionStage", ":secret:*"},
    {"AWSSecretsManagerRotationPolicy", "secretsmanager", "GetRandomPassword", "*"},
    {"AcmGetCertificatePolicy", "acm", "GetCertificate", "${CertificateArn}"},
    {"AthenaQueryPolicy", "athena",
     "ListWorkGroups GetExecutionEngine GetExecutionEngines GetNamespace GetCatalogs GetNamespaces "
     "GetTables GetTable",
     "*"},
    {"AthenaQueryPolicy", "athena",
     "StartQueryExecution GetQueryResults DeleteNamedQuery GetNamedQuery ListQueryExecutions "
     "StopQueryExecution GetQueryResultsStream ListNamedQueries CreateNamedQuery GetQueryExecution "
     "BatchGetNamedQuery BatchGetQueryExecution GetWorkGroup",
     ":workgroup/${WorkGroupName}"},
    {"CloudFormationDescribeStacksPolicy", "cloudformation", "DescribeStacks", ":stack/*"},
    {"CloudWatchDashboardPolicy", "cloudwatch",
     "GetDashboard ListDashboards PutDashboard ListMetrics", "*"},
    {"CloudWatchDescribeAlarmHistoryPolicy", "cloudwatch", "DescribeAlarmHistory", "*"},
    {"CloudWatchPutMetricPolicy", "cloudwatch", "PutMetricData", "*"},
    {"CodeCommitCrudPolicy", "codecommit",
     "GitPull GitPush CreateBranch DeleteBranch GetBranch ListBranches MergeBranchesByFastForward "
     "MergeBranchesBySquash MergeBranchesByThreeWay UpdateDefaultBranch "
     "BatchDescribeMergeConflicts CreateUnreferencedMergeCommit DescribeMergeConflicts "
     "GetMergeCommit GetMergeOptions BatchGetPullRequests CreatePullRequest "
     "DescribePullRequestEvents GetCommentsForPullRequest GetCommitsFromMergeBase "
     "GetMergeConflicts GetPullRequest ListPullRequests MergePullRequestByFastForward "
     "MergePullRequestBySquash MergePullRequestByThreeWay PostCommentForPullRequest "
     "UpdatePullRequestDescription UpdatePullRequestStatus UpdatePullRequestTitle DeleteFile "
     "GetBlob GetFile GetFolder PutFile DeleteCommentContent GetComment "
     "GetCommentsForComparedCommit PostCommentForComparedCommit PostCommentReply UpdateComment "
     "BatchGetCommits CreateCommit GetCommit GetCommitHistory GetDifferences GetObjectIdentifier "
     "GetReferences GetTree GetRepository UpdateRepositoryDescription ListTagsForResource "
     "TagResource UntagResource GetRepositoryTriggers PutRepositoryTriggers TestRepositoryTriggers "
     "GetBranch GetCommit UploadArchive GetUploadArchiveStatus CancelUploadArchive",
     ":${RepositoryName}"},
    {"CodeCommitReadPolicy", "codecommit",
     "GitPull GetBranch ListBranches BatchDescribeMergeConflicts DescribeMergeConflicts "
     "GetMergeCommit GetMergeOptions BatchGetPullRequests DescribePullRequestEvents "
     "GetCommentsForPullRequest GetCommitsFromMergeBase GetMergeConflicts GetPullRequest "
     "ListPullRequests GetBlob GetFile GetFolder GetComment GetCommentsForComparedCommit "
     "BatchGetCommits GetCommit GetCommitHistory GetDifferences GetObjectIdentifier GetReferences "
     "GetTree GetRepository ListTagsForResource GetRepositoryTriggers TestRepositoryTriggers "
     "GetBranch GetCommit GetUploadArchiveStatus",
     ":${RepositoryName}"},
    {"CodePipelineLambdaExecutionPolicy", "codepipeline", "PutJobSuccessResult PutJobFailureResult",
     "*"},
    {"CodePipelineReadOnlyPolicy", "codepipeline", "ListPipelineExecutions", ":${PipelineName}"},
    {"ComprehendBasicAccessPolicy", "comprehend",
     "BatchDetectKeyPhrases DetectDominantLanguage DetectEntities BatchDetectEntities "
     "DetectKeyPhrases DetectSentiment BatchDetectDominantLanguage BatchDetectSentiment",
     "*"},
    {"CostExplorerReadOnlyPolicy", "ce",
     "GetCostAndUsage GetDimensionValues GetReservationCoverage "
     "GetReservationPurchaseRecommendation GetReservationUtilization GetTags",
     "*"},
    {"DynamoDBBackupFullAccessPolicy", "dynamodb", "CreateBackup DescribeContinuousBackups",
     ":table/${TableName}"},
    {"DynamoDBBackupFullAccessPolicy", "dynamodb", "DeleteBackup DescribeBackup ListBackups",
     ":table/${TableName}/backup/*"},
    {"DynamoDBCrudPolicy", "dynamodb",
     "GetItem DeleteItem PutItem Scan Query UpdateItem BatchWriteItem BatchGetItem DescribeTable "
     "ConditionCheckItem",
     ":table/${TableName} :table/${TableName}/index/*"},
    {"DynamoDBReadPolicy", "dynamodb", "GetItem Scan Query BatchGetItem DescribeTable",
     ":table/${TableName} :table/${TableName}/index/*"},
    {"DynamoDBReconfigurePolicy", "dynamodb", "UpdateTable", ":table/${TableName}"},
    {"DynamoDBRestoreFromBackupPolicy", "dynamodb", "RestoreTableFromBackup",
     ":table/${TableName}/backup/*"},
    {"DynamoDBRestoreFromBackupPolicy", "dynamodb",
     "PutItem UpdateItem DeleteItem GetItem Query Scan BatchWriteItem", ":table/${TableName}"},
    {"DynamoDBStreamReadPolicy", "dynamodb", "DescribeStream GetRecords GetShardIterator",
     ":table/${TableName}/stream/${StreamName}"},
    {"DynamoDBStreamReadPolicy", "dynamodb", "ListStreams", ":table/${TableName}/stream/*"},
    {"DynamoDBWritePolicy", "dynamodb", "PutItem UpdateItem BatchWriteItem",
     ":table/${TableName} :table/${TableName}/index/*"},
    {"EC2CopyImagePolicy", "ec2", "CopyImage", ":image/${ImageId}"},
    {"EC2DescribePolicy", "ec2", "DescribeRegions DescribeInstances", "*"},
    {"EFSWriteAccessPolicy", "elasticfilesystem", "ClientMount ClientWrite",
     ":file-system/${FileSystem}"},
    {"EKSDescribePolicy", "eks", "DescribeCluster ListClusters", "*"},
    {"EcsRunTaskPolicy", "ecs", "RunTask", ":task-definition/${TaskDefinition}"},
    {"ElasticMapReduceAddJobFlowStepsPolicy", "elasticmapreduce", "AddJobFlowSteps",
     ":cluster/${ClusterId}"},
    {"ElasticMapReduceCancelStepsPolicy", "elasticmapreduce", "CancelSteps",
     ":cluster/${ClusterId}"},
    {"ElasticMapReduceModifyInstanceFleetPolicy", "elasticmapreduce",
     "ModifyInstanceFleet ListInstanceFleets", ":cluster/${ClusterId}"},
    {"ElasticMapReduceModifyInstanceGroupsPolicy", "elasticmapreduce",
     "ModifyInstanceGroups ListInstanceGroups", ":cluster/${ClusterId}"},
    {"ElasticMapReduceSetTerminationProtectionPolicy", "elasticmapreduce",
     "SetTerminationProtection", ":cluster/${ClusterId}"},
    {"ElasticMapReduceTerminateJobFlowsPolicy", "elasticmapreduce", "TerminateJobFlows",
     ":cluster/${ClusterId}"},
    {"ElasticsearchHttpPostPolicy", "es", "ESHttpPost ESHttpPut", ":domain/${DomainName}/*"},
    {"EventBridgePutEventsPolicy", "events", "PutEvents", ":event-bus/${EventBusName}"},
    {"FilterLogEventsPolicy", "logs", "FilterLogEvents", ":log-group:${LogGroupName}:log-stream:*"},
    {"FirehoseCrudPolicy", "firehose",
     "CreateDeliveryStream DeleteDeliveryStream DescribeDeliveryStream PutRecord PutRecordBatch "
     "UpdateDestination",
     ":deliverystream/${DeliveryStreamName}"},
    {"FirehoseWritePolicy", "firehose", "PutRecord PutRecordBatch",
     ":deliverystream/${DeliveryStreamName}"},
    {"KMSDecryptPolicy", "kms", "Decrypt", ":key/${KeyId}"},
    {"KMSEncryptPolicy", "kms", "Encrypt", ":key/${KeyId}"},
    {"KMSEncryptPolicy_v2", "kms",
     "Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateDataKeyPair "
     "GenerateDataKeyPairWithoutPlaintext",
     ":key/${KeyId}"},
    {"KinesisCrudPolicy", "kinesis",
     "AddTagsToStream CreateStream DecreaseStreamRetentionPeriod DeleteStream DescribeStream "
     "DescribeStreamSummary GetShardIterator IncreaseStreamRetentionPeriod ListTagsForStream "
     "MergeShards PutRecord PutRecords SplitShard RemoveTagsFromStream",
     ":stream/${StreamName}"},
    {"KinesisStreamReadPolicy", "kinesis", "ListStreams DescribeLimits", ":stream/*"},
    {"KinesisStreamReadPolicy", "kinesis",
     "DescribeStream DescribeStreamSummary GetRecords GetShardIterator", ":stream/${StreamName}"},
    {"LambdaInvokePolicy", "lambda", "InvokeFunction", ":function:${FunctionName}*"},
    {"MobileAnalyticsWriteOnlyAccessPolicy", "mobileanalytics", "PutEvents", "*"},
    {"OrganizationsListAccountsPolicy", "organizations", "ListAccounts", "*"},
    {"PinpointEndpointAccessPolicy", "mobiletargeting",
     "GetEndpoint UpdateEndpoint UpdateEndpointsBatch",
     ":apps/${PinpointApplicationId}/endpoints/*"},
    {"PollyFullAccessPolicy", "polly", "GetLexicon DeleteLexicon", ":lexicon/${LexiconName}"},
    {"PollyFullAccessPolicy", "polly", "DescribeVoices ListLexicons PutLexicon SynthesizeSpeech",
     ":lexicon/*"},
    {"RekognitionDetectOnlyPolicy", "rekognition",
     "DetectFaces DetectLabels DetectModerationLabels DetectText", "*"},
    {"RekognitionFacesManagementPolicy", "rekognition",
     "IndexFaces DeleteFaces SearchFaces SearchFacesByImage ListFaces",
     ":collection/${CollectionId}"},
    {"RekognitionFacesPolicy", "rekognition", "CompareFaces DetectFaces", "*"},
    {"RekognitionLabelsPolicy", "rekognition", "DetectLabels DetectModerationLabels", "*"},
    {"RekognitionNoDataAccessPolicy", "rekognition",
     "CompareFaces DetectFaces DetectLabels DetectModerationLabels", ":collection/${CollectionId}"},
    {"RekognitionReadPolicy", "rekognition",
     "ListCollections ListFaces SearchFaces SearchFacesByImage", ":collection/${CollectionId}"},
    {"RekognitionWriteOnlyAccessPolicy", "rekognition", "CreateCollection IndexFaces",
     ":collection/${CollectionId}"},
    {"Route53ChangeResourceRecordSetsPolicy", "route53", "ChangeResourceRecordSets",
     "::hostedzone/${HostedZoneId}"},
    {"S3CrudPolicy", "s3",
     "GetObject ListBucket GetBucketLocation GetObjectVersion PutObject PutObjectAcl "
     "GetLifecycleConfiguration PutLifecycleConfiguration DeleteObject",
     "::${BucketName} ::${BucketName}/*"},
    {"S3FullAccessPolicy", "s3",
     "GetObject GetObjectAcl GetObjectVersion PutObject PutObjectAcl DeleteObject "
     "DeleteObjectTagging DeleteObjectVersionTagging GetObjectTagging GetObjectVersionTagging "
     "PutObjectTagging PutObjectVersionTagging",
     "::${BucketName}/*"},
    {"S3FullAccessPolicy", "s3",
     "ListBucket GetBucketLocation GetLifecycleConfiguration PutLifecycleConfiguration",
     "::${BucketName}"},
    {"S3ReadPolicy", "s3",
     "GetObject ListBucket GetBucketLocation GetObjectVersion GetLifecycleConfiguration",
     "::${BucketName} ::${BucketName}/*"},
    {"S3WritePolicy", "s3", "PutObject PutObjectAcl PutLifecycleConfiguration",
     "::${BucketName} ::${BucketName}/*"},
    {"SESBulkTemplatedCrudPolicy", "ses",
     "GetIdentityVerificationAttributes SendEmail SendRawEmail SendTemplatedEmail "
     "SendBulkTemplatedEmail VerifyEmailIdentity",
     ":identity/${IdentityName}"},
    {"SESBulkTemplatedCrudPolicy_v2", "ses",
     "SendEmail SendRawEmail SendTemplatedEmail SendBulkTemplatedEmail",
     ":identity/${IdentityName} :template/${TemplateName}"},
    {"SESBulkTemplatedCrudPolicy_v2", "ses",
     "GetIdentityVerificationAttributes VerifyEmailIdentity", "*"},
    {"SESCrudPolicy", "ses",
     "GetIdentityVerificationAttributes SendEmail SendRawEmail VerifyEmailIdentity",
     ":identity/${IdentityName}"},
    {"SESEmailTemplateCrudPolicy", "ses",
     "CreateTemplate GetTemplate ListTemplates UpdateTemplate DeleteTemplate TestRenderTemplate",
     "*"},
    {"SESSendBouncePolicy", "ses", "SendBounce", ":identity/${IdentityName}"},
    {"SNSCrudPolicy", "sns",
     "ListSubscriptionsByTopic CreateTopic SetTopicAttributes Subscribe Publish", ":${TopicName}*"},
    {"SNSPublishMessagePolicy", "sns", "Publish", ":${TopicName}"},
    {"SQSPollerPolicy", "sqs",
     "ChangeMessageVisibility ChangeMessageVisibilityBatch DeleteMessage DeleteMessageBatch "
     "GetQueueAttributes ReceiveMessage",
     ":${QueueName}"},
    {"SQSSendMessagePolicy", "sqs", "SendMessage*", ":${QueueName}"},
    {"SSMParameterReadPolicy", "ssm", "DescribeParameters", "*"},
    {"SSMParameterReadPolicy", "ssm", "GetParameters GetParameter GetParametersByPath",
     ":parameter/${ParameterName}"},
    {"SSMParameterWithSlashPrefixReadPolicy", "ssm", "DescribeParameters", "*"},
    {"SSMParameterWithSlashPrefixReadPolicy", "ssm",
     "GetParameters GetParameter GetParametersByPath", ":parameter${ParameterName}"},
    {"SageMakerCreateEndpointConfigPolicy", "sagemaker", "CreateEndpointConfig",
     ":endpoint-config/${EndpointConfigName}"},
    {"SageMakerCreateEndpointPolicy", "sagemaker", "CreateEndpoint", ":endpoint/${EndpointName}"},
    {"ServerlessRepoReadWriteAccessPolicy", "serverlessrepo",
     "CreateApplication CreateApplicationVersion UpdateApplication GetApplication ListApplications "
     "ListApplicationVersions ListApplicationDependencies",
     ":applications/*"},
    {"StepFunctionsCallbackPolicy", "states", "SendTaskFailure SendTaskHeartbeat SendTaskSuccess",
     ":stateMachine:${StateMachineName}"},
    {"StepFunctionsExecutionPolicy", "states", "StartExecution",
     ":stateMachine:${StateMachineName}"},
    {"StepFunctionsExecutionPolicy_v2", "states", "StartExecution StartSyncExecution",
     ":stateMachine:${StateMachineName}"},
    {"TextractDetectAnalyzePolicy", "textract",
     "DetectDocumentText StartDocumentTextDetection StartDocumentAnalysis AnalyzeDocument", "*"},
    {"TextractGetResultPolicy", "textract", "GetDocumentTextDetection GetDocumentAnalysis", "*"},
    {"TextractPolicy", "textract", "*", "*"},
    {"VPCAccessPolicy", "ec2",
     "CreateNetworkInterface DeleteNetworkInterface DescribeNetworkInterfaces "
     "DetachNetworkInterface",
     "*"},
};

/* Makes an element of a statement of a word. */
struct maker {
    json_t *(*make)(const void *of, const char *word, size_t size);
    const void *of;
};

/* Adds to the list what is made of each word of the text. */
static void each_word(struct sam *s, const char *text, json_t *list, const struct maker *maker)
{
    for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
        size_t n = strcspn(text, " ");
        sam_append(s, list, maker->make(maker->of, text, n));
        text += n;
    }
}

static json_t *action(const void *of, const char *word, size_t size)
{
    const struct row *row = of;
    return json_sprintf("%s:%.*s", row->service, (int)size, word);
}

struct filling {
    const struct row *row;
    const json_t *values;
};

/* The parameters that the text names, for Fn::Sub. */
static json_t *variables(const struct filling *f, const char *text)
{
    json_t *named = json_object();
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)f->values, name, value) {
        char place[SAM_ID_MAX];
        sam_id(place, "${%s}", name);
        if (strstr(text, place) != NULL)
            (void)json_object_set_new(named, name, json_deep_copy(value));
    }
    return named;
}

static json_t *resource(const void *of, const char *word, size_t size)
{
    const struct filling *f = of;
    bool bare = size > 1 && word[0] == ':' && word[1] == ':';
    if (size == 1 && *word == '*')
        return json_string("*");
    json_t *text = *word != ':' ? json_stringn(word, size)
                                : json_sprintf("arn:${AWS::Partition}:%s:%s%.*s", f->row->service,
                                               bare ? ":" : "${AWS::Region}:${AWS::AccountId}",
                                               (int)size - bare, word + bare);
    return json_pack("{s:[o, o]}", "Fn::Sub", text, variables(f, json_string_value(text)));
}

json_t *sam_policy_statements(struct sam *s, const char *name, const json_t *values)
{
    json_t *statements = json_array();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct filling filling = {&rows[i], values};
        if (strcmp(rows[i].template, name) != 0)
            continue;
        json_t *actions = json_array(), *resources = json_array();
        each_word(s, rows[i].actions, actions, &(struct maker){action, &rows[i]});
        each_word(s, rows[i].resources, resources, &(struct maker){resource, &filling});
        sam_append(s, statements,
                   json_pack("{s:s, s:o, s:o}", "Effect", "Allow", "Action", actions, "Resource",
                             resources));
    }
    return statements;
}
