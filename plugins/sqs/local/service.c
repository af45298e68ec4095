/* SPDX-License-Identifier: Apache-2.0 */
/* SQS as a local half: opening and closing, and the way of a request to its operation. */
#include "service.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "local.h"
#include "look.h"
#include "model/shapes.h"
#include "move.h"
#include "resource.h"
#include "store.h"
#include "wait.h"

#define NAMESPACE "http://queue.amazonaws.com/doc/2012-11-05/"

static const struct operation operations[] = {
    {"ReceiveMessage", receive_message_params, receive_message_result, op_receive_message},
    {"SendMessage", send_message_params, send_message_result, op_send_message},
    {"DeleteMessage", delete_message_params, no_members, op_delete_message},
    {"SendMessageBatch", send_message_batch_params, send_message_batch_result,
     op_send_message_batch},
    {"DeleteMessageBatch", delete_message_batch_params, batch_result, op_delete_message_batch},
    {"ChangeMessageVisibility", change_message_visibility_params, no_members,
     op_change_message_visibility},
    {"ChangeMessageVisibilityBatch", change_message_visibility_batch_params, batch_result,
     op_change_message_visibility_batch},
    {"GetQueueUrl", get_queue_url_params, queue_url_result, op_get_queue_url},
    {"GetQueueAttributes", get_queue_attributes_params, get_queue_attributes_result,
     op_get_queue_attributes},
    {"SetQueueAttributes", set_queue_attributes_params, no_members, op_set_queue_attributes},
    {"CreateQueue", create_queue_params, queue_url_result, op_create_queue},
    {"DeleteQueue", queue_params, no_members, op_delete_queue},
    {"ListQueues", list_queues_params, list_queues_result, op_list_queues},
    {"PurgeQueue", queue_params, no_members, op_purge_queue},
    {"TagQueue", tag_queue_params, no_members, op_tag_queue},
    {"UntagQueue", untag_queue_params, no_members, op_untag_queue},
    {"ListQueueTags", queue_params, list_queue_tags_result, op_list_queue_tags},
    {"ListDeadLetterSourceQueues", list_dead_letter_source_queues_params,
     list_dead_letter_source_queues_result, op_list_dead_letter_source_queues},
    {"AddPermission", add_permission_params, no_members, op_add_permission},
    {"RemovePermission", remove_permission_params, no_members, op_remove_permission},
    {"StartMessageMoveTask", start_message_move_task_params, start_message_move_task_result,
     op_start_message_move_task},
    {"ListMessageMoveTasks", list_message_move_tasks_params, list_message_move_tasks_result,
     op_list_message_move_tasks},
    {"CancelMessageMoveTask", cancel_message_move_task_params, cancel_message_move_task_result,
     op_cancel_message_move_task},
};

static const struct operation *find_operation(const char *name)
{
    for (size_t i = 0; name != NULL && i < sizeof operations / sizeof *operations; i++)
        if (strcmp(operations[i].name, name) == 0)
            return &operations[i];
    return NULL;
}

/* ---- reading ---- */

/* Where a client posts to the queue's own URL, the form need not name it again. */
static void add_path_queue(const struct call *call)
{
    const struct slrun_exchange *x = call->exchange;
    size_t n = strcspn(x->target, "?");
    if (n > 1 && call->operation->params->name != NULL &&
        strcmp(call->operation->params->name, "QueueUrl") == 0 &&
        json_object_get(call->args, "QueueUrl") == NULL)
        json_object_set_new(call->args, "QueueUrl", json_stringn(x->target, n));
}

static bool read_json(struct call *call)
{
    const struct slrun_exchange *x = call->exchange;
    call->operation = strcmp(x->method, "POST") == 0 ? find_operation(x->operation) : NULL;
    if (call->operation == NULL)
        return fault_set(&call->fault, FAULT_UNKNOWN_OPERATION, "%s", "");
    call->args = call->service->cloud->host->json_read(x->body, x->size, JSON_ALLOW_NUL, NULL);
    return json_is_object(call->args) ||
           fault_set(&call->fault, FAULT_SERIALIZATION, "The request is not a JSON object.");
}

/* Lists and maps have names of their own in forms and XML (API Reference of 2012-11-05, "Making
 * Query API requests"). */
static const struct slrun_query_name names[] = {
    {"AttributeNames", "AttributeName", NULL, NULL},
    {"MessageSystemAttributeNames", "MessageSystemAttributeName", NULL, NULL},
    {"MessageAttributeNames", "MessageAttributeName", NULL, NULL},
    {"Attributes", "Attribute", "Name", "Value"},
    {"MessageAttributes", "MessageAttribute", "Name", "Value"},
    {"MessageSystemAttributes", "MessageSystemAttribute", "Name", "Value"},
    {"tags", "Tag", "Key", "Value"},
    {"Tags", "Tag", "Key", "Value"},
    {"TagKeys", "TagKey", NULL, NULL},
    {"AWSAccountIds", "AWSAccountId", NULL, NULL},
    {"Actions", "ActionName", NULL, NULL},
    {"QueueUrls", "QueueUrl", NULL, NULL},
    {"queueUrls", "QueueUrl", NULL, NULL},
    {"Messages", "Message", NULL, NULL},
    {"Entries", ".RequestEntry", NULL, NULL},
    {"Successful", ".ResultEntry", NULL, NULL},
    {"Results", ".ResultEntry", NULL, NULL},
    {"Failed", "BatchResultErrorEntry", NULL, NULL},
    {"StringListValues", "StringListValue", NULL, NULL},
    {"BinaryListValues", "BinaryListValue", NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

static struct slrun_query query_of(const struct operation *operation)
{
    return (struct slrun_query){.api = operation->name,
                                .params = operation->params,
                                .result = operation->result,
                                .xmlns = NAMESPACE,
                                .names = names};
}

/* At the URL of a queue stands what is of that queue. */
static bool is_misplaced(const struct call *call)
{
    return strcspn(call->exchange->target, "?") > 1 &&
           (strcmp(call->operation->name, "CreateQueue") == 0 ||
            strcmp(call->operation->name, "ListQueues") == 0);
}

static bool read_form(struct call *call)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    const char *action = cloud->form_get(call->exchange, "Action");
    struct slrun_error error;
    call->operation = find_operation(action);
    if (action == NULL && strcmp(call->exchange->method, "GET") == 0)
        return fault_set(&call->fault, FAULT_NO_ACTION, "%s", "");
    if (action == NULL) {
        return fault_set(&call->fault, FAULT_MISSING,
                         "The request must contain the parameter Action.");
    }
    if (call->operation == NULL || is_misplaced(call)) {
        return fault_set(&call->fault, FAULT_INVALID_ACTION,
                         "The action %s is not valid for this endpoint.", action);
    }
    const struct slrun_query query = query_of(call->operation);
    call->args = cloud->query_read(cloud, call->exchange, &query, &error);
    return call->args != NULL || fault_value(&call->fault, "%s", error.message);
}

/* ---- answering ---- */

/* What AWS's front end says to a request that names no operation. */
static void answer_unknown(const struct call *call)
{
    static const char body[] = "<UnknownOperationException/>\n";
    call->service->cloud->reply(call->exchange,
                                &(struct slrun_reply){.status = fault_status(&call->fault),
                                                      .content_type = "text/xml",
                                                      .body = body,
                                                      .size = sizeof body - 1});
}

static void answer_fault(const struct call *call)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    const struct fault *fault = &call->fault;
    if (fault->kind == FAULT_NO_ACTION) {
        answer_unknown(call);
        return;
    }
    char query_error[96];
    struct slrun_header header = {"x-amzn-query-error", query_error};
    (void)snprintf(query_error, sizeof query_error, "%s;%s", fault_code(fault),
                   fault_is_sender(fault) ? "Sender" : "Receiver");
    cloud->fault(cloud, call->exchange,
                 &(struct slrun_fault){.how = call->query ? SLRUN_ERRORS_QUERY : SLRUN_ERRORS_JSON,
                                       .status = fault_status(fault),
                                       .code = fault_code(fault),
                                       .type = fault_type(fault),
                                       .message = fault->message,
                                       .xmlns = NAMESPACE,
                                       .detail = "",
                                       .headers = &header,
                                       .n_headers = call->query ? 0 : 1});
}

static void answer_json(const struct call *call, const json_t *result)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    size_t size = 2;
    char *text = json_is_null(result) ? strdup("{}") : cloud->host->json_text(result, 0, &size);
    cloud->reply(call->exchange, &(struct slrun_reply){.status = text == NULL ? 500 : 200,
                                                       .content_type = "application/x-amz-json-1.0",
                                                       .body = text == NULL ? "" : text,
                                                       .size = text == NULL ? 0 : size});
    free(text);
}

void call_answer(struct call *call, json_t *result)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    if (result == NULL) {
        answer_fault(call);
    } else if (call->query) {
        const struct slrun_query query = query_of(call->operation);
        cloud->query_reply(cloud, call->exchange, &query, result);
    } else {
        answer_json(call, result);
    }
    json_decref(result);
}

static void serve(void *state, struct slrun_exchange *x)
{
    struct service *service = state;
    struct call call = {.service = service,
                        .exchange = x,
                        .now = service_now(service),
                        .query = x->operation == NULL};
    json_t *result = NULL;
    if (call.query ? read_form(&call) : read_json(&call)) {
        add_path_queue(&call);
        if (request_check(call.operation->params, call.args, &call.fault))
            result = call.operation->run(&call);
    }
    if (!store_commit(service->store)) {
        service->cloud->host->log(SLRUN_LOG_ERROR, "sqs: the state could not be written");
        json_decref(result);
        result = NULL;
        (void)fault_set(&call.fault, FAULT_INTERNAL, "%s", "The state could not be written.");
    }
    if (!call.parked)
        call_answer(&call, result);
    json_decref(call.args);
}

/* ---- opening and closing ---- */

static bool add_queue(void *arg, struct queue *queue)
{
    return service_add(arg, queue);
}

/* Messages know their queue by its number in the file. */
static bool add_message(void *arg, struct message *message, int64_t id)
{
    struct service *service = arg;
    if (message->rank > service->rank)
        service->rank = message->rank;
    for (size_t i = 0; i < service->queues.n; i++)
        if (service_queue(service, i)->id == id)
            return queue_add(service_queue(service, i), message, service_now(service));
    return false;
}

static void forget(struct service *service)
{
    move_end_all(service);
    for (size_t i = 0; i < service->queues.n; i++) {
        wait_drop(service, service_queue(service, i));
        queue_free(service_queue(service, i));
    }
    service->queues.n = 0;
}

static void close_service(void *state)
{
    struct service *service = state;
    forget(service);
    (void)store_commit(service->store);
    service->cloud->stores->close(service->store);
    free(service->queues.all);
    free(service);
}

static bool open_store(struct service *service, struct slrun_error *error)
{
    const struct store_visitor visitor = {add_queue, add_message, service};
    if (service->cloud->data == NULL)
        return true;
    service->store = store_open(service->cloud, error);
    if (service->store == NULL)
        return false;
    if (!store_load(service->store, &visitor)) {
        error->kind = SLRUN_E_IO;
        (void)snprintf(error->message, sizeof error->message,
                       "sqs: the kept queues cannot be read");
        return false;
    }
    return true;
}

static int open_service(const struct slrun_cloud *cloud, void **state, struct slrun_error *error)
{
    struct service *service = calloc(1, sizeof *service);
    if (service == NULL) {
        error->kind = SLRUN_E_MEMORY;
        return -1;
    }
    service->cloud = cloud;
    if (!open_store(service, error)) {
        close_service(service);
        return -1;
    }
    *state = service;
    return 0;
}

/* Long polls are answered first: their clients are still there. */
static void reset(void *state)
{
    struct service *service = state;
    for (size_t i = 0; i < service->queues.n; i++)
        wait_end(service, service_queue(service, i));
    forget(service);
    if (service->cloud->stores->clear(service->store) != 0)
        service->cloud->host->log(SLRUN_LOG_ERROR, "sqs: the state could not be deleted");
}

/* The policy of a queue, for the roles of those who call. */
static json_t *policy(void *state, const char *arn)
{
    const struct service *service = state;
    for (size_t i = 0; i < service->queues.n; i++) {
        const struct queue *queue = service_queue(service, i);
        const char *text = json_string_value(json_object_get(queue->attributes, "Policy"));
        if (text != NULL && strcmp(queue->arn, arn) == 0)
            return json_loads(text, 0, NULL);
    }
    return NULL;
}

const struct slrun_local sqs_local = {
    .errors = SLRUN_ERRORS_QUERY,
    .open = open_service,
    .close = close_service,
    .serve = serve,
    .reset = reset,
    .resources = sqs_resources,
    .looks = sqs_looks,
    .policy = policy,
};
