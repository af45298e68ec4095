/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/step.h"

#include <stdio.h>
#include <stdlib.h>

#include "engine/custom.h"
#include "engine/dynamic.h"
#include "engine/names.h"
#include "engine/nested.h"
#include "engine/outputs.h"
#include "engine/record.h"
#include "template/types.h"

/* The stack may be gone when dynamic references have been looked up: what is needed of it is kept.
 */
struct step {
    struct step_order order;
    struct engine *engine;
    const struct slrun_cloud *cloud;
    json_t *stack; /* {"StackName", "StackId", "Region", "Account", "Directory"} */
};

static void step_free(struct step *step)
{
    json_decref(step->order.record);
    json_decref(step->order.properties);
    json_decref(step->order.old);
    json_decref(step->stack);
    free(step);
}

static void step_end(struct step *step, const struct step_result *result)
{
    step->order.done(step->order.arg, step->order.record, result);
    step_free(step);
}

static void step_fail(struct step *step, const char *reason)
{
    step_end(step, &(struct step_result){.reason = reason});
}

static void provisioned(void *arg, const struct slrun_resource_result *result)
{
    struct step *step = arg;
    char reason[STEP_REASON_SIZE] = "";
    const struct slrun_error *error = result->error;
    if (error && *error->code)
        (void)snprintf(reason, sizeof reason,
                       "Resource handler returned message: \"%.1200s\" (HandlerErrorCode: %s)",
                       error->message, error->code);
    else if (error)
        (void)snprintf(reason, sizeof reason, "Resource handler returned message: \"%.1200s\"",
                       error->message);
    step_end(step, &(struct step_result){.ok = !error,
                                         .reason = reason,
                                         .physical_id = result->physical_id,
                                         .attributes = result->attributes});
}

/* Who waits for a query or a job there waits in vain, and should not look for the cause elsewhere.
 */
static void warn_of_stand_in(const struct step *step, const char *physical_id)
{
    const json_t *record = step->order.record;
    const char *type = record_text(record, "ResourceType");
    if (step->order.action == SLRUN_RESOURCE_CREATE && inert_would_act(type))
        step->cloud->host->log(SLRUN_LOG_WARNING,
                               "cloudformation: stack %s: nothing happens in %s (%s, %s): the "
                               "local cloud has only its name",
                               record_text(step->stack, "StackName"),
                               record_text(record, "LogicalResourceId"), type, physical_id);
}

/* A type without behaviour keeps its physical id in an update. */
static void stand_in(struct step *step, const struct slrun_resource *r)
{
    const struct step_order *order = &step->order;
    const char *had = record_text(order->record, "PhysicalResourceId");
    struct inert inert = {.type = record_text(order->record, "ResourceType"),
                          .properties = order->properties,
                          .name = order->action == SLRUN_RESOURCE_CREATE ? r->suggested_name : had,
                          .region = r->region,
                          .account = r->account};
    json_t *id = NULL, *attributes = NULL;
    if (order->action != SLRUN_RESOURCE_REMOVE)
        attributes = inert_attributes(&inert, &id);
    bool ok = attributes || order->action == SLRUN_RESOURCE_REMOVE;
    struct step_result result = {.ok = ok,
                                 .reason = ok ? "" : "The local cloud does not know this type",
                                 .physical_id = json_string_value(id),
                                 .attributes = attributes};
    if (ok)
        warn_of_stand_in(step, result.physical_id);
    step_end(step, &result);
    json_decref(id);
    json_decref(attributes);
}

/* Of what this service makes by itself. */
static void made(void *arg, const struct step_result *result)
{
    step_end(arg, result);
}

static void start_custom(struct step *step, const char *name)
{
    struct custom_order order = {.engine = step->engine,
                                 .stack = step->stack,
                                 .step = &step->order,
                                 .name = name,
                                 .done = made,
                                 .arg = step};
    custom_start(&order);
}

static void start_nested(struct step *step, const char *name)
{
    struct nested_order order = {.engine = step->engine,
                                 .stack = step->stack,
                                 .step = &step->order,
                                 .name = name,
                                 .done = made,
                                 .arg = step};
    nested_start(&order);
}

/* What the service gets; the record of the stack keeps what the template says. */
static void use_addresses(struct step *step)
{
    const char *url = step->cloud->url(step->cloud);
    json_t **const all[] = {&step->order.properties, &step->order.old};
    for (size_t i = 0; i < 2 && url; i++) {
        json_t *old = *all[i], *new = old ? properties_rewritten(old, url) : NULL;
        if (new) {
            *all[i] = new;
            json_decref(old);
        }
    }
}

/* Hands the resource to the service of its type. */
static void hand_over(struct step *step)
{
    use_addresses(step);
    const struct step_order *from = &step->order;
    const struct slrun_cloud *cloud = step->cloud;
    const json_t *stack = step->stack;
    char name[RESOURCE_NAME_SIZE];
    const char *id = record_text(from->record, "LogicalResourceId");
    name_resource(name, record_text(stack, "StackName"), id);
    struct slrun_resource_order order = {
        .action = from->action,
        .resource = {.type = type_acting(cloud, record_text(from->record, "ResourceType")),
                     .logical_id = id,
                     .stack_name = record_text(stack, "StackName"),
                     .stack_id = record_text(stack, "StackId"),
                     .region = record_text(stack, "Region"),
                     .account = record_text(stack, "Account"),
                     .physical_id = from->action == SLRUN_RESOURCE_CREATE
                                        ? NULL
                                        : record_text(from->record, "PhysicalResourceId"),
                     .properties = from->properties,
                     .old = from->old,
                     .suggested_name = name},
        .done = provisioned,
        .arg = step};
    if (type_is_custom(record_text(from->record, "ResourceType")))
        start_custom(step, name);
    else if (type_is_nested(record_text(from->record, "ResourceType")))
        start_nested(step, name);
    else if (!order.resource.type)
        stand_in(step, &order.resource);
    else if (!cloud->provision(cloud, &order))
        step_fail(step, "out of memory");
}

static void looked_up(void *arg, json_t *properties, const char *reason)
{
    struct step *step = arg;
    if (!properties) {
        step_fail(step, reason);
        return;
    }
    json_decref(step->order.properties);
    step->order.properties = json_incref(properties);
    hand_over(step);
}

void step_start(const struct step_order *from)
{
    struct step *step = calloc(1, sizeof *step);
    if (!step) {
        from->done(from->arg, from->record, &(struct step_result){.reason = "out of memory"});
        return;
    }
    step->order = *from;
    step->engine = from->stack->engine;
    step->cloud = step->engine->cloud;
    step->stack = json_pack(
        "{s:s, s:s, s:s, s:s, s:s}", "StackName", stack_text(from->stack, "StackName"), "StackId",
        stack_text(from->stack, "StackId"), "Region", stack_text(from->stack, "Region"), "Account",
        stack_text(from->stack, "Account"), "Directory", stack_text(from->stack, "Directory"));
    json_incref(from->record);
    json_incref(from->properties);
    json_incref(from->old);
    const struct dynamic_order lookup = {.cloud = step->cloud,
                                         .region = record_text(step->stack, "Region"),
                                         .account = record_text(step->stack, "Account"),
                                         .properties = from->properties,
                                         .done = looked_up,
                                         .arg = step};
    if (from->action != SLRUN_RESOURCE_REMOVE && dynamic_is_used(from->properties))
        dynamic_resolve(&lookup);
    else
        hand_over(step);
}
