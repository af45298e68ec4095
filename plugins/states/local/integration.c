/* SPDX-License-Identifier: Apache-2.0 */
/* Integrations: calls of other services, and what follows on their answers. */
#include "local/http.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- which ---- */

static const struct sdk_service services[] = {
    {"apigateway", "ApiGateway", "apigateway", NULL, NULL, NULL, true},
    {"cloudformation", "CloudFormation", "cloudformation", NULL, NULL, NULL, false},
    {"cloudwatchlogs", "CloudWatchLogs", "logs", "logs", "Logs_20140328", "1.1", true},
    {"dynamodb", "DynamoDb", "dynamodb", "dynamodb", "DynamoDB_20120810", "1.0", false},
    {"eventbridge", "EventBridge", "events", "events", "AWSEvents", "1.1", false},
    {"kinesis", "Kinesis", "kinesis", NULL, NULL, NULL, false},
    {"lambda", "Lambda", "lambda", NULL, NULL, NULL, false},
    {"s3", "S3", "s3", NULL, NULL, NULL, false},
    {"secretsmanager", "SecretsManager", "secretsmanager", "secretsmanager", "secretsmanager",
     "1.1", false},
    {"sfn", "Sfn", "states", "states", "AWSStepFunctions", "1.0", true},
    {"sns", "Sns", "sns", NULL, NULL, NULL, false},
    {"sqs", "Sqs", "sqs", "sqs", "AmazonSQS", "1.0", false},
    {"ssm", "Ssm", "ssm", "ssm", "AmazonSSM", "1.1", false},
    {"sts", "Sts", "sts", NULL, NULL, NULL, false},
};

static const struct optimized optimizeds[] = {
    {"dynamodb", "dynamodb", "DynamoDB", "AmazonDynamoDBv2",
     " getItem putItem updateItem deleteItem ", true},
    {"events", "eventbridge", "EventBridge", "AmazonEventBridge", " putEvents ", false},
    {"lambda", "lambda", "Lambda", "AWSLambda", " invoke ", true},
    {"sns", "sns", "SNS", "AmazonSNS", " publish ", true},
    {"sqs", "sqs", "SQS", "AmazonSQS", " sendMessage ", true},
    {"states", "sfn", "StepFunctions", "AWSStepFunctions", " startExecution ", true},
};

static const struct sdk_service *sdk_service_of(const char *name)
{
    for (size_t i = 0; i < sizeof services / sizeof *services; i++)
        if (strcmp(services[i].name, name) == 0)
            return &services[i];
    return NULL;
}

const struct optimized *optimized_of(const char *service, const char *action)
{
    char word[ACTION_SIZE + 2];
    (void)snprintf(word, sizeof word, " %s ", action);
    for (size_t i = 0; i < sizeof optimizeds / sizeof *optimizeds; i++)
        if (strcmp(optimizeds[i].service, service) == 0 && strstr(optimizeds[i].actions, word))
            return &optimizeds[i];
    return NULL;
}

/* The service of a task, or NULL: the local cloud does not have the integration. */
static const struct sdk_service *service_of_task(const struct task *task)
{
    const struct optimized *own = optimized_of(task->to.service, task->to.action);
    if (task->to.kind == RESOURCE_LAMBDA)
        return sdk_service_of("lambda");
    if (task->to.kind == RESOURCE_SDK)
        return sdk_service_of(task->to.service);
    return own ? sdk_service_of(own->sdk) : NULL;
}

/* ---- answers ---- */

static const char *execution_arn(const json_t *result)
{
    const char *arn = slrun_text(result, "ExecutionArn");
    return arn ? arn : "";
}

static void began(struct task *task, const json_t *result);

/* Whether events were refused, which fails the task with the answer as its cause. */
static bool refused(struct task *task, const json_t *result)
{
    bool some = json_integer_value(json_object_get(result, "FailedEntryCount")) > 0 &&
                task->to.kind == RESOURCE_SERVICE && strcmp(task->to.service, "events") == 0;
    char *cause = some ? asl_dump(result) : NULL;
    if (some)
        task_fail(task, "EventBridge.FailedEntry", cause);
    free(cause);
    return some;
}

static void answered(struct task *task, const struct sdk_service *service, const json_t *raw,
                     const struct slrun_response *response)
{
    json_t *result = integration_result(task, service, raw, response);
    if (refused(task, result)) {
        json_decref(result);
        return;
    }
    bool waits = task->to.pattern != PATTERN_ANSWER;
    if (!*task->b->error.name && !waits) {
        task_succeed(task, result);
        return;
    }
    if (*task->b->error.name) { /* of a function */
        json_t *cause = json_incref(task->b->error.cause), *name;
        name = json_string(task->b->error.name);
        task_fail(task, json_string_value(name), json_string_value(cause));
        json_decref(cause);
        json_decref(name);
    } else {
        task_submitted(task, result);
        if (task->to.pattern != PATTERN_TOKEN)
            began(task, result);
    }
    json_decref(result);
}

static void called(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct task *task = arg;
    task->calling = NULL;
    if (result)
        answered(task, service_of_task(task), result, NULL);
    else
        integration_fail(task, service_of_task(task), error);
}

/* An error of AWS JSON: {"__type": "...#Code", "message"}. */
static void read_error(const json_t *body, int status, struct slrun_error *error)
{
    const char *type = slrun_text(body, "__type"), *message = slrun_text(body, "message");
    const char *hash = type ? strrchr(type, '#') : NULL;
    message = message ? message : slrun_text(body, "Message");
    *error = (struct slrun_error){.kind = SLRUN_E_SERVICE, .status = status};
    (void)snprintf(error->code, sizeof error->code, "%s", hash ? hash + 1 : type ? type : "");
    (void)snprintf(error->message, sizeof error->message, "%s", message ? message : "");
}

static void responded(void *arg, const struct slrun_response *response,
                      const struct slrun_error *error)
{
    struct task *task = arg;
    struct slrun_error read;
    const struct sdk_service *service = service_of_task(task);
    task->calling = NULL;
    if (!response) {
        integration_fail(task, service, error);
        return;
    }
    json_t *body = response->size ? json_loadb(response->body, response->size, JSON_ALLOW_NUL, NULL)
                                  : json_object();
    if (response->status / 100 == 2) {
        answered(task, service, body, response);
    } else {
        read_error(body, response->status, &read);
        integration_fail(task, service, &read);
    }
    json_decref(body);
}

/* ---- calls ---- */

/* "sendMessage" as "send_message". */
static void snake(const char *action, char name[2 * ACTION_SIZE])
{
    size_t n = 0;
    for (const char *p = action; *p; p++) {
        bool upper = isupper((unsigned char)*p);
        bool begins = upper && p > action &&
                      (islower((unsigned char)p[-1]) || (p[1] && islower((unsigned char)p[1])));
        if (begins)
            name[n++] = '_';
        name[n++] = (char)tolower((unsigned char)*p);
    }
    name[n] = '\0';
}

struct slrun_iam_caller integration_caller(const struct execution *x, const struct task *task)
{
    const json_t *machine = json_object_get(x->context, "StateMachine");
    const char *own = slrun_text(json_object_get(x->context, "Execution"), "RoleArn");
    return (struct slrun_iam_caller){.service = "states.amazonaws.com",
                                     .role =
                                         task && task->role ? json_string_value(task->role) : own,
                                     .name = slrun_text(machine, "Name"),
                                     .source = slrun_text(machine, "Id")};
}

void integration_as_machine(const struct execution *x, const struct task *task,
                            struct slrun_calling *calling)
{
    const struct slrun_cloud *cloud = x->service->cloud;
    const struct slrun_iam_caller caller = integration_caller(x, task);
    if (cloud->iam)
        cloud->iam->on_behalf(calling, &caller);
}

static void call(struct task *task, const struct sdk_service *service, json_t *args)
{
    const struct slrun_cloud *cloud = task->b->x->service->cloud;
    char name[2 * ACTION_SIZE], region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    bool function = task->to.kind == RESOURCE_LAMBDA;
    snake(function ? "invoke" : task->to.action, name);
    slrun_arn_place(slrun_text(task->b->x->doc, "executionArn"), region, account);
    const struct slrun_cloud_call order = {.service = service->plugin,
                                           .operation = name,
                                           .args = args,
                                           .region = region,
                                           .account = account,
                                           .caller = "states",
                                           .done = called,
                                           .arg = task};
    task->calling = cloud->call(cloud, &order);
    integration_as_machine(task->b->x, task, task->calling);
}

static void request(struct task *task, const struct sdk_service *service, json_t *args)
{
    const struct slrun_cloud *cloud = task->b->x->service->cloud;
    char target[2 * ACTION_SIZE], type[48], region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    char *body = asl_dump(args);
    (void)snprintf(target, sizeof target, "%s.%c%s", service->target,
                   toupper((unsigned char)*task->to.action), task->to.action + 1);
    (void)snprintf(type, sizeof type, "application/x-amz-json-%s", service->version);
    slrun_arn_place(slrun_text(task->b->x->doc, "executionArn"), region, account);
    const struct slrun_header headers[] = {{"X-Amz-Target", target}, {"Content-Type", type}};
    const struct slrun_cloud_request order = {.service = service->signing,
                                              .method = "POST",
                                              .target = "/",
                                              .headers = headers,
                                              .n_headers = 2,
                                              .body = body,
                                              .size = body ? strlen(body) : 0,
                                              .region = region,
                                              .account = account,
                                              .caller = "states",
                                              .done = responded,
                                              .arg = task};
    task->calling = cloud->request(cloud, &order);
    integration_as_machine(task->b->x, task, task->calling);
    free(body);
    json_decref(args);
}

static void unknown(struct task *task)
{
    json_t *cause = json_sprintf("slrun's local cloud has no integration of Step Functions with "
                                 "%s:%s",
                                 task->to.type, task->to.resource);
    task_fail(task, "States.TaskFailed", json_string_value(cause));
    json_decref(cause);
}

void integration_begin(struct task *task)
{
    const struct sdk_service *service = service_of_task(task);
    bool sync = task->to.pattern == PATTERN_SYNC || task->to.pattern == PATTERN_SYNC_2;
    if (task_is_http(task)) {
        http_begin(task);
        return;
    }
    if (task_is_api(task) && !sync) {
        api_begin(task);
        return;
    }
    if (!service || (sync && strcmp(service->name, "sfn") != 0)) {
        unknown(task);
        return;
    }
    json_t *args = integration_args(task, service);
    if (service->target)
        request(task, service, args);
    else
        call(task, service, args);
    if (!task->calling)
        task_fail(task, "States.TaskFailed", "out of memory");
}

/* ---- executions that are waited for ---- */

/* An execution of this service, as the states that started it see it. */
static json_t *described(const struct task *task, const json_t *doc)
{
    static const char *const dates[] = {"startDate", "stopDate", NULL};
    static const char *const texts[] = {"input", "output", NULL};
    json_t *told = execution_told(task->b->x->service, doc);
    for (const char *const *d = dates; *d; d++)
        if (json_object_get(doc, *d))
            (void)json_object_set(told, *d, json_object_get(doc, *d));
    for (const char *const *t = texts; *t && task->to.pattern == PATTERN_SYNC_2; t++) {
        const char *text = slrun_text(doc, *t);
        json_t *read = text ? json_loads(text, JSON_DECODE_ANY, NULL) : NULL;
        if (read)
            (void)json_object_set_new(told, *t, read);
    }
    (void)json_object_del(told, "redriveCount");
    (void)json_object_del(told, "redriveStatus");
    (void)json_object_del(told, "redriveStatusReason");
    json_t *all = execution_capitalized(told);
    json_decref(told);
    return all;
}

static void look(void *arg)
{
    struct task *task = arg;
    const json_t *doc = json_object_get(task->b->x->service->executions, task->watched);
    const char *status = slrun_text(doc, "status");
    if (!status || strcmp(status, "RUNNING") == 0)
        return;
    json_t *all = described(task, doc);
    if (strcmp(status, "SUCCEEDED") == 0) {
        task_succeed(task, all);
        return;
    }
    char *cause = json_dumps(all, JSON_COMPACT | JSON_SORT_KEYS);
    json_decref(all);
    task_fail(task, "States.TaskFailed", cause);
    free(cause);
}

static void began(struct task *task, const json_t *result)
{
    const struct slrun_cloud *cloud = task->b->x->service->cloud;
    (void)snprintf(task->watched, sizeof task->watched, "%s", execution_arn(result));
    task->watch = cloud->watch(cloud, task->watched, look, task);
    look(task); /* it may have ended */
}
