/* SPDX-License-Identifier: Apache-2.0 */
/* SQS as a local half: opening and closing, and the way of a request to its operation. */
#include "service.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local.h"
#include "model/shapes.h"
#include "move.h"
#include "request.h"
#include "store.h"
#include "wait.h"
#include "xml.h"

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
    for (size_t i = 0; name != NULL && i < sizeof operations / sizeof *operations; i++) {
        if (strcmp(operations[i].name, name) == 0) {
            return &operations[i];
        }
    }
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
        json_object_get(call->args, "QueueUrl") == NULL) {
        json_object_set_new(call->args, "QueueUrl", json_stringn(x->target, n));
    }
}

static bool read_json(struct call *call)
{
    const struct slrun_exchange *x = call->exchange;
    call->operation = find_operation(x->operation);
    if (call->operation == NULL) {
        return fault_set(&call->fault, FAULT_UNKNOWN_OPERATION, "%s", "");
    }
    call->args = json_loadb(x->body, x->size, JSON_ALLOW_NUL, NULL);
    return json_is_object(call->args) ||
           fault_set(&call->fault, FAULT_SERIALIZATION, "The request is not a JSON object.");
}

/* The form is the body of a POST, or the query of a GET. */
static bool read_form(struct call *call)
{
    const struct slrun_exchange *x = call->exchange;
    const char *question = strchr(x->target, '?');
    bool post = x->size > 0;
    const char *data = post ? x->body : question == NULL ? "" : question + 1;
    struct form *form = form_read(data, post ? x->size : strlen(data));
    if (form == NULL) {
        return fault_value(&call->fault, "The request has too many parameters.");
    }
    const char *action = form_get(form, "Action");
    call->operation = find_operation(action);
    bool ok = call->operation != NULL;
    if (ok) {
        call->args =
            request_from_form(form, call->operation->name, call->operation->params, &call->fault);
        ok = call->args != NULL;
    } else if (action == NULL) {
        fault_set(&call->fault, FAULT_MISSING, "The request must contain the parameter Action.");
    } else {
        fault_set(&call->fault, FAULT_INVALID_ACTION,
                  "The action %s is not valid for this endpoint.", action);
    }
    form_free(form);
    return ok;
}

/* ---- answering ---- */

static char *json_text(const struct call *call, const json_t *result)
{
    if (result != NULL) {
        return json_is_null(result) ? strdup("{}") : json_dumps(result, JSON_COMPACT);
    }
    json_t *fault =
        json_pack("{s:s, s:s}", "__type", fault_type(&call->fault), "message", call->fault.message);
    char *text = json_dumps(fault, JSON_COMPACT);
    json_decref(fault);
    return text;
}

static char *xml_text(const struct call *call, const json_t *result)
{
    const char *id = call->exchange->request_id;
    return result == NULL ? xml_error(&call->fault, id)
                          : xml_result(call->operation->name, call->operation->result, result, id);
}

void call_answer(struct call *call, json_t *result)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    char query_error[96];
    char *text = call->query ? xml_text(call, result) : json_text(call, result);
    struct slrun_header header = {"x-amzn-query-error", query_error};
    (void)snprintf(query_error, sizeof query_error, "%s;%s", fault_code(&call->fault),
                   fault_is_sender(&call->fault) ? "Sender" : "Receiver");
    cloud->reply(call->exchange,
                 &(struct slrun_reply){.status = text == NULL     ? 500
                                                 : result != NULL ? 200
                                                                  : fault_status(&call->fault),
                                       .content_type =
                                           call->query ? "text/xml" : "application/x-amz-json-1.0",
                                       .headers = &header,
                                       .n_headers = result == NULL && !call->query ? 1 : 0,
                                       .body = text == NULL ? "" : text,
                                       .size = text == NULL ? 0 : strlen(text)});
    free(text);
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
        if (request_check(call.operation->params, call.args, &call.fault)) {
            result = call.operation->run(&call);
        }
    }
    if (!store_commit(service->store)) {
        service->cloud->host->log(SLRUN_LOG_ERROR, "sqs: the state could not be written");
    }
    if (!call.parked) {
        call_answer(&call, result);
    }
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
    if (message->rank > service->rank) {
        service->rank = message->rank;
    }
    for (size_t i = 0; i < service->n_queues; i++) {
        if (service->queues[i]->id == id) {
            return queue_add(service->queues[i], message, service_now(service));
        }
    }
    return false;
}

static void forget(struct service *service)
{
    move_end_all(service);
    for (size_t i = 0; i < service->n_queues; i++) {
        wait_drop(service, service->queues[i]);
        queue_free(service->queues[i]);
    }
    service->n_queues = 0;
}

static void close_service(void *state)
{
    struct service *service = state;
    forget(service);
    store_close(service->store);
    free(service->queues);
    free(service);
}

static bool open_store(struct service *service, struct slrun_error *error)
{
    const struct store_visitor visitor = {add_queue, add_message, service};
    if (service->cloud->data == NULL) {
        return true;
    }
    service->store = store_open(service->cloud->data, error);
    if (service->store == NULL) {
        return false;
    }
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
    for (size_t i = 0; i < service->n_queues; i++) {
        wait_end(service, service->queues[i]);
    }
    forget(service);
    store_reset(service->store);
    if (!store_commit(service->store)) {
        service->cloud->host->log(SLRUN_LOG_ERROR, "sqs: the state could not be deleted");
    }
}

const struct slrun_local sqs_local = {.errors = SLRUN_ERRORS_QUERY,
                                      .open = open_service,
                                      .close = close_service,
                                      .serve = serve,
                                      .reset = reset};
