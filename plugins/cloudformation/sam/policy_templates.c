/* SPDX-License-Identifier: Apache-2.0 */
/* The SAM policy templates by name, with the parameters that each requires. */
#include "sam/policy.h"

#include <string.h>

static const struct sam_policy_template templates[] = {
    {"AMIDescribePolicy", {NULL}},
    {"AWSSecretsManagerGetSecretValuePolicy", {"SecretArn"}},
    {"AWSSecretsManagerRotationPolicy", {"FunctionName"}},
    {"AcmGetCertificatePolicy", {"CertificateArn"}},
    {"AthenaQueryPolicy", {"WorkGroupName"}},
    {"CloudFormationDescribeStacksPolicy", {NULL}},
    {"CloudWatchDashboardPolicy", {NULL}},
    {"CloudWatchDescribeAlarmHistoryPolicy", {NULL}},
    {"CloudWatchPutMetricPolicy", {NULL}},
    {"CodeCommitCrudPolicy", {"RepositoryName"}},
    {"CodeCommitReadPolicy", {"RepositoryName"}},
    {"CodePipelineLambdaExecutionPolicy", {NULL}},
    {"CodePipelineReadOnlyPolicy", {"PipelineName"}},
    {"ComprehendBasicAccessPolicy", {NULL}},
    {"CostExplorerReadOnlyPolicy", {NULL}},
    {"DynamoDBBackupFullAccessPolicy", {"TableName"}},
    {"DynamoDBCrudPolicy", {"TableName"}},
    {"DynamoDBReadPolicy", {"TableName"}},
    {"DynamoDBReconfigurePolicy", {"TableName"}},
    {"DynamoDBRestoreFromBackupPolicy", {"TableName"}},
    {"DynamoDBStreamReadPolicy", {"StreamName", "TableName"}},
    {"DynamoDBWritePolicy", {"TableName"}},
    {"EC2CopyImagePolicy", {"ImageId"}},
    {"EC2DescribePolicy", {NULL}},
    {"EFSWriteAccessPolicy", {"AccessPoint", "FileSystem"}},
    {"EKSDescribePolicy", {NULL}},
    {"EcsRunTaskPolicy", {"TaskDefinition"}},
    {"ElasticMapReduceAddJobFlowStepsPolicy", {"ClusterId"}},
    {"ElasticMapReduceCancelStepsPolicy", {"ClusterId"}},
    {"ElasticMapReduceModifyInstanceFleetPolicy", {"ClusterId"}},
    {"ElasticMapReduceModifyInstanceGroupsPolicy", {"ClusterId"}},
    {"ElasticMapReduceSetTerminationProtectionPolicy", {"ClusterId"}},
    {"ElasticMapReduceTerminateJobFlowsPolicy", {"ClusterId"}},
    {"ElasticsearchHttpPostPolicy", {"DomainName"}},
    {"EventBridgePutEventsPolicy", {"EventBusName"}},
    {"FilterLogEventsPolicy", {"LogGroupName"}},
    {"FirehoseCrudPolicy", {"DeliveryStreamName"}},
    {"FirehoseWritePolicy", {"DeliveryStreamName"}},
    {"KMSDecryptPolicy", {"KeyId"}},
    {"KMSEncryptPolicy", {"KeyId"}},
    {"KMSEncryptPolicy_v2", {"KeyId"}},
    {"KinesisCrudPolicy", {"StreamName"}},
    {"KinesisStreamReadPolicy", {"StreamName"}},
    {"LambdaInvokePolicy", {"FunctionName"}},
    {"MobileAnalyticsWriteOnlyAccessPolicy", {NULL}},
    {"OrganizationsListAccountsPolicy", {NULL}},
    {"PinpointEndpointAccessPolicy", {"PinpointApplicationId"}},
    {"PollyFullAccessPolicy", {"LexiconName"}},
    {"RekognitionDetectOnlyPolicy", {NULL}},
    {"RekognitionFacesManagementPolicy", {"CollectionId"}},
    {"RekognitionFacesPolicy", {NULL}},
    {"RekognitionLabelsPolicy", {NULL}},
    {"RekognitionNoDataAccessPolicy", {"CollectionId"}},
    {"RekognitionReadPolicy", {"CollectionId"}},
    {"RekognitionWriteOnlyAccessPolicy", {"CollectionId"}},
    {"Route53ChangeResourceRecordSetsPolicy", {"HostedZoneId"}},
    {"S3CrudPolicy", {"BucketName"}},
    {"S3FullAccessPolicy", {"BucketName"}},
    {"S3ReadPolicy", {"BucketName"}},
    {"S3WritePolicy", {"BucketName"}},
    {"SESBulkTemplatedCrudPolicy", {"IdentityName"}},
    {"SESBulkTemplatedCrudPolicy_v2", {"IdentityName", "TemplateName"}},
    {"SESCrudPolicy", {"IdentityName"}},
    {"SESEmailTemplateCrudPolicy", {NULL}},
    {"SESSendBouncePolicy", {"IdentityName"}},
    {"SNSCrudPolicy", {"TopicName"}},
    {"SNSPublishMessagePolicy", {"TopicName"}},
    {"SQSPollerPolicy", {"QueueName"}},
    {"SQSSendMessagePolicy", {"QueueName"}},
    {"SSMParameterReadPolicy", {"ParameterName"}},
    {"SSMParameterWithSlashPrefixReadPolicy", {"ParameterName"}},
    {"SageMakerCreateEndpointConfigPolicy", {"EndpointConfigName"}},
    {"SageMakerCreateEndpointPolicy", {"EndpointName"}},
    {"ServerlessRepoReadWriteAccessPolicy", {NULL}},
    {"StepFunctionsCallbackPolicy", {"StateMachineName"}},
    {"StepFunctionsExecutionPolicy", {"StateMachineName"}},
    {"StepFunctionsExecutionPolicy_v2", {"StateMachineName"}},
    {"TextractDetectAnalyzePolicy", {NULL}},
    {"TextractGetResultPolicy", {NULL}},
    {"TextractPolicy", {NULL}},
    {"VPCAccessPolicy", {NULL}},
};

const struct sam_policy_template *sam_policy_template(const char *name)
{
    for (size_t i = 0; i < sizeof templates / sizeof *templates; i++)
        if (strcmp(templates[i].name, name) == 0)
            return &templates[i];
    return NULL;
}

const char *sam_policy_template_near(const char *name, char hint[NEAREST_HINT_MAX])
{
    struct slrun_nearest nearest = {.word = name};
    for (size_t i = 0; i < sizeof templates / sizeof *templates; i++)
        slrun_nearest_offer(&nearest, templates[i].name);
    return nearest_hint(&nearest, hint, NEAREST_HINT_MAX);
}
