/* SPDX-License-Identifier: Apache-2.0 */
/* The SAM policy templates by name, with the parameters that each requires. */
#include "sam/policy.h"

#include <string.h>

static const struct sam_policy_template templates[] = {
    {"AMIDescribePolicy", "ec2", {NULL}},
    {"AWSSecretsManagerGetSecretValuePolicy", "secretsmanager", {"SecretArn"}},
    {"AWSSecretsManagerRotationPolicy", "secretsmanager", {"FunctionName"}},
    {"AcmGetCertificatePolicy", "acm", {"CertificateArn"}},
    {"AthenaQueryPolicy", "athena", {"WorkGroupName"}},
    {"CloudFormationDescribeStacksPolicy", "cloudformation", {NULL}},
    {"CloudWatchDashboardPolicy", "cloudwatch", {NULL}},
    {"CloudWatchDescribeAlarmHistoryPolicy", "cloudwatch", {NULL}},
    {"CloudWatchPutMetricPolicy", "cloudwatch", {NULL}},
    {"CodeCommitCrudPolicy", "codecommit", {"RepositoryName"}},
    {"CodeCommitReadPolicy", "codecommit", {"RepositoryName"}},
    {"CodePipelineLambdaExecutionPolicy", "codepipeline", {NULL}},
    {"CodePipelineReadOnlyPolicy", "codepipeline", {"PipelineName"}},
    {"ComprehendBasicAccessPolicy", "comprehend", {NULL}},
    {"CostExplorerReadOnlyPolicy", "ce", {NULL}},
    {"DynamoDBBackupFullAccessPolicy", "dynamodb", {"TableName"}},
    {"DynamoDBCrudPolicy", "dynamodb", {"TableName"}},
    {"DynamoDBReadPolicy", "dynamodb", {"TableName"}},
    {"DynamoDBReconfigurePolicy", "dynamodb", {"TableName"}},
    {"DynamoDBRestoreFromBackupPolicy", "dynamodb", {"TableName"}},
    {"DynamoDBStreamReadPolicy", "dynamodb", {"StreamName", "TableName"}},
    {"DynamoDBWritePolicy", "dynamodb", {"TableName"}},
    {"EC2CopyImagePolicy", "ec2", {"ImageId"}},
    {"EC2DescribePolicy", "ec2", {NULL}},
    {"EFSWriteAccessPolicy", "elasticfilesystem", {"AccessPoint", "FileSystem"}},
    {"EKSDescribePolicy", "eks", {NULL}},
    {"EcsRunTaskPolicy", "ecs", {"TaskDefinition"}},
    {"ElasticMapReduceAddJobFlowStepsPolicy", "e", {"ClusterId"}},
    {"ElasticMapReduceCancelStepsPolicy", "e", {"ClusterId"}},
    {"ElasticMapReduceModifyInstanceFleetPolicy", "elasticmapreduce", {"ClusterId"}},
    {"ElasticMapReduceModifyInstanceGroupsPolicy", "elasticmapreduce", {"ClusterId"}},
    {"ElasticMapReduceSetTerminationProtectionPolicy", "e", {"ClusterId"}},
    {"ElasticMapReduceTerminateJobFlowsPolicy", "e", {"ClusterId"}},
    {"ElasticsearchHttpPostPolicy", "es", {"DomainName"}},
    {"EventBridgePutEventsPolicy", "e", {"EventBusName"}},
    {"FilterLogEventsPolicy", "logs", {"LogGroupName"}},
    {"FirehoseCrudPolicy", "firehose", {"DeliveryStreamName"}},
    {"FirehoseWritePolicy", "firehose", {"DeliveryStreamName"}},
    {"KMSDecryptPolicy", "k", {"KeyId"}},
    {"KMSEncryptPolicy", "k", {"KeyId"}},
    {"KMSEncryptPolicy_v2", "kms", {"KeyId"}},
    {"KinesisCrudPolicy", "kinesis", {"StreamName"}},
    {"KinesisStreamReadPolicy", "kinesis", {"StreamName"}},
    {"LambdaInvokePolicy", "lambda", {"FunctionName"}},
    {"MobileAnalyticsWriteOnlyAccessPolicy", "mobileanalytics", {NULL}},
    {"OrganizationsListAccountsPolicy", "organizations", {NULL}},
    {"PinpointEndpointAccessPolicy", "mobiletargeting", {"PinpointApplicationId"}},
    {"PollyFullAccessPolicy", "polly", {"LexiconName"}},
    {"RekognitionDetectOnlyPolicy", "rekognition", {NULL}},
    {"RekognitionFacesManagementPolicy", "rekognition", {"CollectionId"}},
    {"RekognitionFacesPolicy", "rekognition", {NULL}},
    {"RekognitionLabelsPolicy", "rekognition", {NULL}},
    {"RekognitionNoDataAccessPolicy", "rekognition", {"CollectionId"}},
    {"RekognitionReadPolicy", "rekognition", {"CollectionId"}},
    {"RekognitionWriteOnlyAccessPolicy", "rekognition", {"CollectionId"}},
    {"Route53ChangeResourceRecordSetsPolicy", "route53", {"HostedZoneId"}},
    {"S3CrudPolicy", "s3", {"BucketName"}},
    {"S3FullAccessPolicy", "s3", {"BucketName"}},
    {"S3ReadPolicy", "s3", {"BucketName"}},
    {"S3WritePolicy", "s3", {"BucketName"}},
    {"SESBulkTemplatedCrudPolicy", "ses", {"IdentityName"}},
    {"SESBulkTemplatedCrudPolicy_v2", "ses", {"IdentityName", "TemplateName"}},
    {"SESCrudPolicy", "ses", {"IdentityName"}},
    {"SESEmailTemplateCrudPolicy", "ses", {NULL}},
    {"SESSendBouncePolicy", "ses", {"IdentityName"}},
    {"SNSCrudPolicy", "sns", {"TopicName"}},
    {"SNSPublishMessagePolicy", "sns", {"TopicName"}},
    {"SQSPollerPolicy", "sqs", {"QueueName"}},
    {"SQSSendMessagePolicy", "sqs", {"QueueName"}},
    {"SSMParameterReadPolicy", "ssm", {"ParameterName"}},
    {"SSMParameterWithSlashPrefixReadPolicy", "ssm", {"ParameterName"}},
    {"SageMakerCreateEndpointConfigPolicy", "sagemaker", {"EndpointConfigName"}},
    {"SageMakerCreateEndpointPolicy", "sagemaker", {"EndpointName"}},
    {"ServerlessRepoReadWriteAccessPolicy", "serverlessrepo", {NULL}},
    {"StepFunctionsCallbackPolicy", "states", {"StateMachineName"}},
    {"StepFunctionsExecutionPolicy", "states", {"StateMachineName"}},
    {"StepFunctionsExecutionPolicy_v2", "states", {"StateMachineName"}},
    {"TextractDetectAnalyzePolicy", "textract", {NULL}},
    {"TextractGetResultPolicy", "textract", {NULL}},
    {"TextractPolicy", "textract", {NULL}},
    {"VPCAccessPolicy", "ec2", {NULL}},
};

const struct sam_policy_template *sam_policy_template(const char *name)
{
    for (size_t i = 0; i < sizeof templates / sizeof *templates; i++) {
        if (strcmp(templates[i].name, name) == 0) {
            return &templates[i];
        }
    }
    return NULL;
}

const char *sam_policy_template_near(const char *name, char hint[NEAREST_HINT_MAX])
{
    struct nearest nearest = {.wanted = name};
    for (size_t i = 0; i < sizeof templates / sizeof *templates; i++) {
        nearest_offer(&nearest, templates[i].name);
    }
    return nearest_hint(&nearest, hint, NEAREST_HINT_MAX);
}
