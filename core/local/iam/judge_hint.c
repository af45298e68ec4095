/* SPDX-License-Identifier: Apache-2.0 */
/* What would allow it. Of roles that SAM makes: which SAM policy template (SAM developer guide,
 * "AWS SAM policy templates"), of those that do the one that allows least. Of others: a statement.
 */
#include <stdio.h>
#include <string.h>

#include <slrun/arn.h>

#include "base/buf.h"
#include "local/iam/judge.h"

static const struct row {
    const char *template, *parameter, *actions; /* of one service, with blanks before and behind */
} rows[] = {
    {"DynamoDBReadPolicy", "TableName",
     " dynamodb:GetItem dynamodb:Scan dynamodb:Query dynamodb:BatchGetItem "
     "dynamodb:DescribeTable "},
    {"DynamoDBWritePolicy", "TableName",
     " dynamodb:PutItem dynamodb:UpdateItem dynamodb:BatchWriteItem "},
    {"DynamoDBCrudPolicy", "TableName", " dynamodb:DeleteItem dynamodb:ConditionCheckItem "},
    {"SQSSendMessagePolicy", "QueueName", " sqs:SendMessage "},
    {"SQSPollerPolicy", "QueueName",
     " sqs:ReceiveMessage sqs:DeleteMessage sqs:ChangeMessageVisibility sqs:GetQueueAttributes "},
    {"SNSPublishMessagePolicy", "TopicName", " sns:Publish "},
    {"S3ReadPolicy", "BucketName", " s3:GetObject s3:ListBucket s3:GetObjectVersion "},
    {"S3WritePolicy", "BucketName", " s3:PutObject s3:PutObjectAcl "},
    {"S3CrudPolicy", "BucketName", " s3:DeleteObject "},
    {"KinesisStreamReadPolicy", "StreamName",
     " kinesis:GetRecords kinesis:GetShardIterator kinesis:DescribeStream "
     "kinesis:DescribeStreamSummary "},
    {"KinesisCrudPolicy", "StreamName", " kinesis:PutRecord kinesis:PutRecords "},
    {"EventBridgePutEventsPolicy", "EventBusName", " events:PutEvents "},
    {"LambdaInvokePolicy", "FunctionName", " lambda:InvokeFunction "},
    {"StepFunctionsExecutionPolicy", "StateMachineName", " states:StartExecution "},
    {"StepFunctionsExecutionPolicy_v2", "StateMachineName", " states:StartSyncExecution "},
    {"StepFunctionsCallbackPolicy", "StateMachineName",
     " states:SendTaskSuccess states:SendTaskFailure states:SendTaskHeartbeat "},
    {"SSMParameterReadPolicy", "ParameterName",
     " ssm:GetParameter ssm:GetParameters ssm:GetParametersByPath "},
    {"AWSSecretsManagerGetSecretValuePolicy", "SecretArn", " secretsmanager:GetSecretValue "},
};

static const struct row *find(const char *action)
{
    char word[128];
    int n = snprintf(word, sizeof word, " %s ", action);
    for (size_t i = 0; n < (int)sizeof word && i < sizeof rows / sizeof *rows; i++)
        if (strstr(rows[i].actions, word))
            return &rows[i];
    return NULL;
}

/* What Ref gives is no name of queues, topics and state machines. */
static const char *attribute_of(const char *parameter)
{
    static const char *const names[][2] = {
        {"QueueName", "QueueName"}, {"TopicName", "TopicName"}, {"StateMachineName", "Name"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(names[i][0], parameter))
            return names[i][1];
    return NULL;
}

/* What stands behind the type of arn:aws:dynamodb:r:a:table/NAME/index/X, and its length: names of
 * parameters have slashes. */
static const char *name_in(const char *arn, size_t *size)
{
    const char *resource = slrun_arn_behind(arn, 5), *at = resource ? resource : "";
    size_t type = strcspn(at, "/:");
    if (at[type] && !strstr(arn, ":s3:::"))
        at += type + 1;
    *size = strstr(arn, ":ssm:") ? strlen(at) : strcspn(at, "/:");
    return at;
}

/* "SQSSendMessagePolicy: {QueueName: !GetAtt Queue.QueueName}" */
static void add_template(struct buf *to, const struct row *row, const char *arn, const char *id)
{
    const char *attribute = id ? attribute_of(row->parameter) : NULL;
    size_t n = strlen(arn);
    const char *name = strcmp(row->parameter, "SecretArn") != 0 ? name_in(arn, &n) : arn;
    const char *quote = *name == '*' ? "\"" : "";
    bool deep = !strcmp(row->template, "SSMParameterReadPolicy") && memchr(name, '/', n);
    if (deep) /* its name begins with a slash, which the ARN does not have twice */
        buf_printf(to, "SSMParameterWithSlashPrefixReadPolicy: {ParameterName: /%s}", name);
    else if (id)
        buf_printf(to, "%s: {%s: !%s %s%s%s}", row->template, row->parameter,
                   attribute ? "GetAtt" : "Ref", id, attribute ? "." : "",
                   attribute ? attribute : "");
    else
        buf_printf(to, "%s: {%s: %s%.*s%s}", row->template, row->parameter, quote, (int)n, name,
                   quote);
}

/* How templates say the ARN that has both texts: by the logical id between the other two. The
 * first that fits. */
static const struct {
    const char *has, *and, *before, *behind;
} forms[] = {{":sns:", "", "!Ref ", ""},
             {":secretsmanager:", "", "!Ref ", ""},
             {":execute-api:", "", "!Sub \"arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${",
              "}/*\""},
             {":s3:::", "/", "!Sub \"${", ".Arn}/*\""},
             {":table/", "/stream/", "!GetAtt ", ".StreamArn"},
             {":table/", "/index/", "!Sub \"${", ".Arn}/index/*\""},
             {"", "", "!GetAtt ", ".Arn"}};

void judge_add_arn(struct buf *to, const struct judge *judge, const char *arn)
{
    const json_t *resource = judge_find(judge, arn, NULL);
    const char *id = json_string_value(json_object_get(resource, "LogicalId"));
    const char *quote = arn[strcspn(arn, "*")] ? "\"" : "";
    size_t i = 0;
    if (!id || strstr(arn, ":ssm:")) {
        buf_printf(to, "%s%s%s", quote, arn, quote);
        return;
    }
    while (!strstr(arn, forms[i].has) || !strstr(arn, forms[i].and))
        i++;
    buf_printf(to, "%s%s%s", forms[i].before, id, forms[i].behind);
}

void judge_add_grant(struct buf *to, const struct judge *judge, const struct judge_refusal *r,
                     bool sam)
{
    const struct row *row = sam ? find(r->action) : NULL;
    const json_t *resource = judge_find(judge, r->resource, NULL);
    if (row) {
        add_template(to, row, r->resource,
                     json_string_value(json_object_get(resource, "LogicalId")));
        return;
    }
    buf_printf(to, "%s{Effect: Allow, Action: %s, Resource: ", sam ? "Statement: " : "", r->action);
    judge_add_arn(to, judge, r->resource);
    buf_putc(to, '}');
}
