/* SPDX-License-Identifier: Apache-2.0 */
/* Those who are told of events: what is sent to them, and whether they are there. */
#include "event/event.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <slrun/arn.h>

#include "bucket/config.h"

enum { TARGETS_MAX = 301 };

#define BRIDGE      "events"
#define BRIDGE_TELL "put_events"

static json_t *queue_tell(const char *arn, const char *text)
{
    return json_pack("{s:s, s:s}", "QueueUrl", slrun_arn_last(arn), "MessageBody", text);
}

static json_t *queue_ask(const char *arn)
{
    return json_pack("{s:s}", "QueueUrl", slrun_arn_last(arn));
}

static json_t *topic_tell(const char *arn, const char *text)
{
    return json_pack("{s:s, s:s, s:s}", "TopicArn", arn, "Message", text, "Subject",
                     "Amazon S3 Notification");
}

static json_t *topic_ask(const char *arn)
{
    return json_pack("{s:s}", "TopicArn", arn);
}

static json_t *function_tell(const char *arn, const char *text)
{
    return json_pack("{s:s, s:s, s:s}", "FunctionName", arn, "InvocationType", "Event", "Payload",
                     text);
}

static json_t *function_ask(const char *arn)
{
    return json_pack("{s:s}", "FunctionName", arn);
}

/* One kind: the element with its ARN, the call that tells it, and the one that asks for it. */
static const struct kind {
    const char *element, *service, *tell, *ask;
    json_t *(*tell_args)(const char *arn, const char *text);
    json_t *(*ask_args)(const char *arn);
    const char *missing; /* said of one that is not there */
} kinds[] = {
    {"Queue", "sqs", "send_message", "get_queue_attributes", queue_tell, queue_ask,
     "The destination queue does not exist"},
    {"Topic", "sns", "publish", "get_topic_attributes", topic_tell, topic_ask,
     "The destination topic does not exist"},
    {"CloudFunction", "lambda", "invoke", "get_function_configuration", function_tell, function_ask,
     "The destination Lambda function does not exist"},
};
enum { N_KINDS = sizeof kinds / sizeof *kinds };

/* The kind of a target and its ARN; NULL: EventBridge. */
static const struct kind *kind_of(const struct xml_node *target, const char **arn)
{
    for (size_t i = 0; i < N_KINDS; i++) {
        *arn = xml_text(target, kinds[i].element);
        if (*arn != NULL)
            return &kinds[i];
    }
    return NULL;
}

/* ---- telling ---- */

bool event_way(const char *service, struct slrun_cloud_call *order)
{
    for (size_t i = 0; i < N_KINDS; i++) {
        if (strcmp(kinds[i].service, service) == 0) {
            order->service = kinds[i].service;
            order->operation = kinds[i].tell;
            return true;
        }
    }
    if (strcmp(BRIDGE, service) == 0) {
        order->service = BRIDGE;
        order->operation = BRIDGE_TELL;
        return true;
    }
    json_decref(order->args);
    order->args = NULL;
    return false;
}

/* Where an ARN is, for a call. */
struct place {
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
};

/* Puts the region and account of the ARN, or of the bucket, into the order. */
static void set_place(const struct call *call, struct slrun_cloud_call *order, const char *arn,
                      struct place *place)
{
    slrun_arn_place(arn, place->region, place->account);
    order->region = place->region[0] != '\0' ? place->region : call->bucket.region;
    order->account = place->account[0] != '\0' ? place->account : call->bucket.account;
}

void event_send(const struct call *call, const struct xml_node *target, const json_t *message)
{
    const char *arn = NULL;
    const struct kind *kind = kind_of(target, &arn);
    char *text = json_dumps(message, JSON_COMPACT);
    if (kind != NULL && text != NULL) {
        struct slrun_cloud_call order = {
            .service = kind->service, .operation = kind->tell, .args = kind->tell_args(arn, text)};
        struct place place;
        set_place(call, &order, arn, &place);
        event_deliver(call->service, &order, call->bucket.name);
    }
    free(text);
}

void event_send_bridge(const struct call *call, const struct event *event)
{
    const char *type = "";
    json_t *detail = event_detail(call, event, &type);
    char *text = json_dumps(detail, JSON_COMPACT);
    json_t *bucket = json_sprintf("arn:aws:s3:::%s", call->bucket.name);
    struct slrun_cloud_call order = {.service = BRIDGE,
                                     .operation = BRIDGE_TELL,
                                     .args = json_pack("{s:[{s:s, s:s, s:s?, s:[O]}]}", "Entries",
                                                       "Source", "aws.s3", "DetailType", type,
                                                       "Detail", text, "Resources", bucket)};
    struct place place;
    set_place(call, &order, "", &place);
    event_deliver(call->service, &order, call->bucket.name);
    json_decref(bucket);
    json_decref(detail);
    free(text);
}

/* ---- asking ---- */

struct asking;

/* One of those that are asked for. */
struct asked {
    struct asking *asking;
    const struct kind *kind;
    const char *arn; /* of the call */
};

/* A request that waits until it is known whether all targets are there. */
struct asking {
    struct asking *next; /* of the service */
    struct service *service;
    struct call *call; /* NULL: its client has gone */
    size_t left;       /* that have not answered */
    size_t wrong;      /* that are not there */
    struct asked asked[TARGETS_MAX];
};

static void refuse(struct asking *asking, const struct asked *asked)
{
    struct call *call = asking->call;
    if (asking->wrong++ == 0) {
        fault_say(&call->fault, FAULT_INVALID_ARGUMENT,
                  "Unable to validate the following destination configurations");
    }
    const char *name = pool_format(&call->pool, "ArgumentName%zu", asking->wrong);
    const char *value = pool_format(&call->pool, "ArgumentValue%zu", asking->wrong);
    if (name != NULL && value != NULL) {
        fault_detail(&call->fault, name, asked->arn);
        fault_detail(&call->fault, value, asked->kind->missing);
    }
}

static void forget(struct asking *asking)
{
    struct asking **at = &asking->service->asking;
    while (*at != asking)
        at = &(*at)->next;
    *at = asking->next;
    free(asking);
}

void event_forget_all(struct service *service)
{
    while (service->asking != NULL)
        forget(service->asking);
}

static void tell_test(const struct call *call)
{
    json_t *message = event_test(call);
    for (const struct xml_node *t = call->xml->first; t != NULL; t = t->next)
        if (xml_child(t, "CloudFunction") == NULL)
            event_send(call, t, message);
    json_decref(message);
}

static void on_answer(void *arg, const json_t *result, const struct slrun_error *error)
{
    const struct asked *asked = arg;
    struct asking *asking = asked->asking;
    struct call *call = asking->call;
    (void)result;
    if (call != NULL && error != NULL && error->kind == SLRUN_E_SERVICE)
        refuse(asking, asked);
    if (--asking->left > 0)
        return;
    bool ok = asking->wrong == 0;
    forget(asking);
    if (call == NULL)
        return;
    if (ok) {
        config_keep(call);
        tell_test(call);
    }
    call_finish(call, ok);
}

static void on_gone(struct slrun_exchange *x)
{
    struct asking *asking = x->service;
    call_free(asking->call);
    asking->call = NULL;
}

static void ask(struct asking *asking, const struct xml_node *target)
{
    struct asked *asked = &asking->asked[asking->left];
    *asked = (struct asked){.asking = asking};
    asked->kind = kind_of(target, &asked->arn);
    if (asked->kind == NULL)
        return;
    struct slrun_cloud_call order = {.service = asked->kind->service,
                                     .operation = asked->kind->ask,
                                     .args = asked->kind->ask_args(asked->arn),
                                     .caller = "s3",
                                     .done = on_answer,
                                     .arg = asked};
    const struct slrun_cloud *cloud = asking->service->cloud;
    struct place place;
    set_place(asking->call, &order, asked->arn, &place);
    if (order.args != NULL && cloud->call(cloud, &order) != NULL)
        asking->left++;
}

bool event_ask(struct call *call)
{
    const char *skip = call_header(call, "x-amz-skip-destination-validation");
    bool none = call->xml->first == NULL || (skip != NULL && strcasecmp(skip, "true") == 0);
    struct asking *asking = none ? NULL : calloc(1, sizeof *asking);
    if (asking == NULL)
        return false;
    asking->service = call->service;
    asking->call = call;
    asking->next = call->service->asking;
    call->service->asking = asking;
    for (const struct xml_node *t = call->xml->first; t != NULL; t = t->next)
        ask(asking, t);
    if (asking->left == 0) {
        forget(asking);
        return false;
    }
    call->x->service = asking;
    call->service->cloud->on_gone(call->x, on_gone);
    call->later = true;
    return true;
}
