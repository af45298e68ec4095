/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/step.h"

#include <stdio.h>
#include <stdlib.h>

#include "engine/names.h"
#include "engine/record.h"
#include "template/types.h"

struct step {
    struct step_order order;
};

static void step_free(struct step *step)
{
    json_decref(step->order.record);
    json_decref(step->order.properties);
    json_decref(step->order.old);
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
    step_end(step, &result);
    json_decref(id);
    json_decref(attributes);
}

void step_start(const struct step_order *from)
{
    struct step *step = calloc(1, sizeof *step);
    const struct stack *stack = from->stack;
    const struct slrun_cloud *cloud = stack->engine->cloud;
    char name[RESOURCE_NAME_SIZE];
    if (!step) {
        from->done(from->arg, from->record, &(struct step_result){.reason = "out of memory"});
        return;
    }
    step->order = *from;
    json_incref(from->record);
    json_incref(from->properties);
    json_incref(from->old);
    const char *id = record_text(from->record, "LogicalResourceId");
    name_resource(name, stack_text(stack, "StackName"), id);
    struct slrun_resource_order order = {
        .action = from->action,
        .resource = {.type = type_acting(cloud, record_text(from->record, "ResourceType")),
                     .logical_id = id,
                     .stack_name = stack_text(stack, "StackName"),
                     .stack_id = stack_text(stack, "StackId"),
                     .region = stack_text(stack, "Region"),
                     .account = stack_text(stack, "Account"),
                     .physical_id = from->action == SLRUN_RESOURCE_CREATE
                                        ? NULL
                                        : record_text(from->record, "PhysicalResourceId"),
                     .properties = from->properties,
                     .old = from->old,
                     .suggested_name = name},
        .done = provisioned,
        .arg = step};
    if (!order.resource.type)
        stand_in(step, &order.resource);
    else if (!cloud->provision(cloud, &order))
        step_fail(step, "out of memory");
}
