/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/nested.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/record.h"
#include "template/value.h"

enum { ID_SIZE = 512 };

struct nested {
    struct nested *next;
    struct engine *engine;
    const struct slrun_cloud *cloud;
    enum slrun_resource_action action;
    char id[ID_SIZE]; /* of the stack, an ARN; "" before it is there */
    json_t *parent;   /* the order's stack */
    struct slrun_calling *calling;
    struct slrun_watch *watch;
    void (*done)(void *arg, const struct step_result *result);
    void *arg;
};

/* ---- ends ---- */

static void finish(struct nested *n, const struct step_result *result)
{
    struct nested **at = &n->engine->nested;
    while (*at && *at != n)
        at = &(*at)->next;
    if (*at)
        *at = n->next;
    if (n->watch)
        n->cloud->watch_stop(n->watch);
    if (n->calling)
        n->cloud->call_cancel(n->calling);
    n->done(n->arg, result);
    json_decref(n->parent);
    free(n);
}

static void fail(struct nested *n, const char *reason)
{
    finish(n, &(struct step_result){.reason = reason, .physical_id = *n->id ? n->id : NULL});
}

void nested_end(struct engine *engine)
{
    while (engine->nested)
        fail(engine->nested, "The local cloud has ended");
}

/* Fn::GetAtt: "Outputs.NAME". */
static json_t *attributes_of(const struct stack *stack)
{
    json_t *all = json_object(), *output;
    size_t i;
    json_array_foreach (json_object_get(stack->doc, "Outputs"), i, output) {
        json_t *name = json_sprintf("Outputs.%s", record_text(output, "OutputKey"));
        (void)json_object_set(all, json_string_value(name), json_object_get(output, "OutputValue"));
        json_decref(name);
    }
    return all;
}

/* AWS's words for a stack that did not get through. */
static void fail_embedded(struct nested *n, const struct stack *stack)
{
    static const char *const verbs[] = {[SLRUN_RESOURCE_CREATE] = "created",
                                        [SLRUN_RESOURCE_UPDATE] = "updated",
                                        [SLRUN_RESOURCE_REMOVE] = "deleted"};
    char reason[STEP_REASON_SIZE];
    const json_t *events = json_object_get(stack->doc, "Events"), *event;
    const char *why = "";
    for (size_t i = 0; i < json_array_size(events); i++) { /* the first that tells of a failure */
        event = json_array_get(events, i);
        const char *told = record_text(event, "ResourceStatusReason");
        if (!*why && strstr(told, "failed to "))
            why = told;
    }
    (void)snprintf(reason, sizeof reason, "Embedded stack %.400s was not successfully %s: %.800s",
                   n->id, verbs[n->action], why);
    fail(n, reason);
}

/* Ends if the stack has come to rest. */
static void look(void *arg)
{
    struct nested *n = arg;
    struct stack_name name = {n->id, record_text(n->parent, "Region"),
                              record_text(n->parent, "Account")};
    const struct stack *stack = stack_find(n->engine, &name);
    const char *status = stack ? stack_text(stack, "StackStatus") : "DELETE_COMPLETE";
    static const char *const wanted[] = {[SLRUN_RESOURCE_CREATE] = "CREATE_COMPLETE",
                                         [SLRUN_RESOURCE_UPDATE] = "UPDATE_COMPLETE",
                                         [SLRUN_RESOURCE_REMOVE] = "DELETE_COMPLETE"};
    if (stack && stack->deployment)
        return;
    if (strcmp(status, wanted[n->action]) != 0) {
        fail_embedded(n, stack);
        return;
    }
    json_t *attributes = n->action == SLRUN_RESOURCE_REMOVE ? NULL : attributes_of(stack);
    finish(n, &(struct step_result){.ok = true, .physical_id = n->id, .attributes = attributes});
    json_decref(attributes);
}

/* ---- the operation ---- */

static void set_parents(const struct nested *n)
{
    struct stack_name own = {n->id, record_text(n->parent, "Region"),
                             record_text(n->parent, "Account")};
    struct stack_name above = {record_text(n->parent, "StackId"), own.region, own.account};
    struct stack *stack = stack_find(n->engine, &own);
    const struct stack *parent = stack_find(n->engine, &above);
    const char *root = parent ? stack_text(parent, "RootId") : "";
    if (!stack)
        return;
    stack_set(stack, "ParentId", json_string(above.name));
    stack_set(stack, "RootId", json_string(*root ? root : above.name));
    stack_save(stack);
}

static void begun(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct nested *n = arg;
    n->calling = NULL;
    if (error && strstr(error->message, "No updates are to be performed")) {
        finish(n, &(struct step_result){.ok = true, .physical_id = n->id});
        return;
    }
    if (error) {
        fail(n, error->message);
        return;
    }
    if (n->action == SLRUN_RESOURCE_CREATE) {
        (void)snprintf(n->id, sizeof n->id, "%s", record_text(result, "StackId"));
        set_parents(n);
    }
    n->watch = n->cloud->watch(n->cloud, n->id, look, n);
    if (n->watch)
        look(n);
    else
        fail(n, "out of memory");
}

/* A value of a parameter as its text; a list with commas. */
static json_t *text_of_value(const json_t *value)
{
    json_t *text = json_is_array(value) ? json_string("") : value_text(value), *one;
    size_t i;
    json_array_foreach (value, i, one) {
        json_t *part = value_text(one);
        json_t *more = json_sprintf("%s%s%s", json_string_value(text), i ? "," : "",
                                    part ? json_string_value(part) : "");
        json_decref(part);
        json_decref(text);
        text = more;
    }
    return text;
}

static json_t *parameters_of(const json_t *properties)
{
    json_t *list = json_array(), *value;
    const char *name;
    json_object_foreach (json_object_get(properties, "Parameters"), name, value)
        (void)json_array_append_new(list, json_pack("{s:s, s:o*}", "ParameterKey", name,
                                                    "ParameterValue", text_of_value(value)));
    return list;
}

/* A path is relative to the template, where that is a file (`aws cloudformation package` uploads
 * it and puts its address there). */
static json_t *url_of(const struct nested *n, const json_t *properties)
{
    const char *url = record_text(properties, "TemplateURL");
    const char *directory = record_text(n->parent, "Directory");
    if (strstr(url, "://") || !*directory)
        return json_string(url);
    return *url == '/' ? json_sprintf("file://%s", url)
                       : json_sprintf("file://%s/%s", directory, url);
}

static json_t *args_of(const struct nested *n, const struct nested_order *order)
{
    const json_t *properties = order->step->properties;
    bool creates = n->action == SLRUN_RESOURCE_CREATE;
    if (n->action == SLRUN_RESOURCE_REMOVE)
        return json_pack("{s:s}", "StackName", n->id);
    return json_pack("{s:s, s:o, s:o, s:[s, s, s], s:O*, s:O*}", "StackName",
                     creates ? order->name : n->id, "TemplateURL", url_of(n, properties),
                     "Parameters", parameters_of(properties), "Capabilities", "CAPABILITY_IAM",
                     "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND", "Tags",
                     json_object_get(properties, "Tags"), "NotificationARNs",
                     json_object_get(properties, "NotificationARNs"));
}

void nested_start(const struct nested_order *order)
{
    static const char *const operations[] = {[SLRUN_RESOURCE_CREATE] = "create_stack",
                                             [SLRUN_RESOURCE_UPDATE] = "update_stack",
                                             [SLRUN_RESOURCE_REMOVE] = "delete_stack"};
    struct nested *n = calloc(1, sizeof *n);
    if (!n) {
        order->done(order->arg, &(struct step_result){.reason = "out of memory"});
        return;
    }
    *n = (struct nested){.next = order->engine->nested,
                         .engine = order->engine,
                         .cloud = order->engine->cloud,
                         .action = order->step->action,
                         .parent = json_deep_copy(order->stack),
                         .done = order->done,
                         .arg = order->arg};
    order->engine->nested = n;
    if (n->action != SLRUN_RESOURCE_CREATE)
        (void)snprintf(n->id, sizeof n->id, "%s",
                       record_text(order->step->record, "PhysicalResourceId"));
    struct slrun_cloud_call call = {.service = "cloudformation",
                                    .operation = operations[n->action],
                                    .args = args_of(n, order),
                                    .region = record_text(n->parent, "Region"),
                                    .account = record_text(n->parent, "Account"),
                                    .caller = "cloudformation",
                                    .done = begun,
                                    .arg = n};
    n->calling = call.args ? n->cloud->call(n->cloud, &call) : NULL;
    if (!n->calling)
        fail(n, "out of memory");
}
