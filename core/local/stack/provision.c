/* SPDX-License-Identifier: Apache-2.0 */
/* Resources of stacks: an order, the service that has its type, and how it ended. */
#include "local/stack/provision.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "local/stack/steps.h"
#include "local/turn.h"

enum { ORDER_SIZE_MAX = 64 << 10 /* its names */ };

/* The resource is what the service sees; an order waits twice for its turn: to be carried out, and
 * to be told. */
struct order {
    struct slrun_resource resource; /* first */
    struct turn_task task;
    struct cloud *cloud;
    struct order *prev, *next;
    struct slrun_arena *arena;
    void *service;
    enum slrun_resource_action action;
    void (*done)(void *arg, const struct slrun_resource_result *result);
    void *arg;
    struct slrun_resource_result result;
    struct slrun_error error;
    json_t *attributes;
    struct steps *steps; /* or NULL */
};

static struct order *order_of(struct turn_task *task)
{
    return (struct order *)((char *)task - offsetof(struct order, task));
}

static const struct slrun_resource_type *nth(const struct slrun_resource_type *types, size_t i)
{
    while (types && types->type && i)
        types++, i--;
    return types && types->type ? types : NULL;
}

static size_t count(const struct slrun_resource_type *types)
{
    size_t n = 0;
    while (types && types[n].type)
        n++;
    return n;
}

const struct slrun_resource_type *provision_type_at(const struct slrun_cloud *cloud, size_t i)
{
    const struct cloud *c = (const struct cloud *)cloud;
    for (size_t s = 0; s < c->n_services; s++) {
        const struct slrun_resource_type *types = c->services[s].plugin->local->resources;
        size_t n = count(types);
        if (i < n)
            return nth(types, i);
        i -= n;
    }
    return NULL;
}

const struct slrun_resource_type *provision_type(const struct slrun_cloud *cloud, const char *type)
{
    const struct slrun_resource_type *found = NULL;
    for (size_t i = 0; (found = provision_type_at(cloud, i)); i++)
        if (!strcmp(found->type, type))
            break;
    return found;
}

static const struct cloud_service *service_of(const struct cloud *cloud,
                                              const struct slrun_resource_type *type)
{
    for (size_t s = 0; s < cloud->n_services; s++) {
        const struct slrun_resource_type *types = cloud->services[s].plugin->local->resources;
        if (types && type >= types && type < types + count(types))
            return &cloud->services[s];
    }
    return NULL;
}

static void order_free(struct order *order)
{
    struct cloud *c = order->cloud;
    turn_remove(c->turn, &order->task);
    *(order->prev ? &order->prev->next : &c->orders) = order->next;
    if (order->next)
        order->next->prev = order->prev;
    steps_free(order->steps);
    json_decref(order->attributes);
    error_clear(&order->error);
    arena_free(order->arena);
    free(order);
}

static void tell(struct turn_task *task)
{
    struct order *order = order_of(task);
    order->done(order->arg, &order->result);
    order_free(order);
}

static void carry_out(struct turn_task *task)
{
    struct order *order = order_of(task);
    const struct slrun_resource_type *type = order->resource.type;
    void (*const actions[])(void *,
                            struct slrun_resource *) = {[SLRUN_RESOURCE_CREATE] = type->create,
                                                        [SLRUN_RESOURCE_UPDATE] = type->update,
                                                        [SLRUN_RESOURCE_REMOVE] = type->remove};
    order->task.run = tell;
    actions[order->action](order->service, &order->resource);
}

/* Copies a name, if there is one. false: out of memory. */
static bool keep(struct slrun_arena *arena, const char **name)
{
    const char *from = *name;
    *name = from ? arena_str(arena, from) : NULL;
    return !from || *name;
}

static bool keep_names(struct order *order)
{
    struct slrun_resource *r = &order->resource;
    const char **const names[] = {&r->logical_id, &r->stack_name,  &r->stack_id,      &r->region,
                                  &r->account,    &r->physical_id, &r->suggested_name};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!keep(order->arena, names[i]))
            return false;
    return true;
}

struct slrun_resource *provision_start(const struct slrun_cloud *cloud,
                                       const struct slrun_resource_order *from)
{
    struct cloud *c = (struct cloud *)cloud;
    const struct cloud_service *service = service_of(c, from->resource.type);
    struct order *order = service ? calloc(1, sizeof *order) : NULL;
    if (!order)
        return NULL;
    order->resource = from->resource;
    order->resource.data = NULL;
    order->arena = arena_new(ORDER_SIZE_MAX);
    if (!order->arena || !keep_names(order)) {
        arena_free(order->arena);
        free(order);
        return NULL;
    }
    order->cloud = c;
    order->service = service->state;
    order->action = from->action;
    order->done = from->done;
    order->arg = from->arg;
    order->task.run = carry_out;
    order->next = c->orders;
    if (order->next)
        order->next->prev = order;
    c->orders = order;
    turn_add(c->turn, &order->task);
    return &order->resource;
}

void provision_done(struct slrun_resource *resource, const struct slrun_resource_result *result)
{
    struct order *order = (struct order *)resource;
    if (result->error) {
        error_copy(&order->error, result->error);
        order->result.error = &order->error;
    }
    order->result.physical_id = result->physical_id;
    if (!keep(order->arena, &order->result.physical_id)) {
        error_set(&order->error, SLRUN_E_MEMORY, "no memory for the name of a resource");
        order->result.error = &order->error;
    }
    order->attributes = json_deep_copy(result->attributes);
    if (result->attributes && !order->attributes && !order->result.error) {
        error_set(&order->error, SLRUN_E_MEMORY, "no memory for the attributes of a resource");
        order->result.error = &order->error;
    }
    order->result.attributes = order->attributes;
    turn_add(order->cloud->turn, &order->task);
}

void provision_keep(struct slrun_resource *resource, struct steps *steps)
{
    struct order *order = (struct order *)resource;
    steps_free(order->steps);
    order->steps = steps;
}

void *provision_service(const struct slrun_resource *resource)
{
    return ((const struct order *)resource)->service;
}

void provision_forget(struct cloud *cloud)
{
    while (cloud->orders)
        order_free(cloud->orders);
}
