/* SPDX-License-Identifier: Apache-2.0 */
/* Warm throughput and bounds of on-demand tables. */
#include "table/throughput.h"

#include <string.h>

#include "table/table.h"

enum { UNIT_KINDS = 2, ON_DEMAND_READS = 12000, ON_DEMAND_WRITES = 4000 };

/* Reads and writes. */
static const struct {
    const char *warm;
    const char *provisioned;
    const char *bound;
    const char *least;
    json_int_t on_demand;
} kinds[UNIT_KINDS] = {
    {"ReadUnitsPerSecond", "ReadCapacityUnits", "MaxReadRequestUnits",
     "ReadCapacityUnits of ProvisionedThroughput", ON_DEMAND_READS},
    {"WriteUnitsPerSecond", "WriteCapacityUnits", "MaxWriteRequestUnits",
     "WriteCapacityUnits of ProvisionedThroughput", ON_DEMAND_WRITES},
};

static bool is_on_demand(const json_t *mode)
{
    return table_says(mode, "BillingMode", "PAY_PER_REQUEST");
}

/* What a table or index is ready for without being told. */
static json_int_t initial(const json_t *definition, bool on_demand, size_t kind)
{
    const json_t *units = json_object_get(definition, "ProvisionedThroughput");
    return on_demand ? kinds[kind].on_demand
                     : json_integer_value(json_object_get(units, kinds[kind].provisioned));
}

static json_int_t present(const json_t *definition, bool on_demand, size_t kind)
{
    const json_t *warm = json_object_get(definition, "WarmThroughput");
    json_int_t units = json_integer_value(json_object_get(warm, kinds[kind].warm));
    json_int_t least = initial(definition, on_demand, kind);
    return units > least ? units : least;
}

static bool too_low(const char *index, size_t kind, const char *what, struct fault *fault)
{
    return fault_invalid(fault, INVALID "Requested %s for WarmThroughput for %s%s is lower than %s",
                         kinds[kind].warm, index == NULL ? "table" : "index ",
                         index == NULL ? "" : index, what);
}

static bool check_warm(const json_t *holder, bool on_demand, const char *index, struct fault *fault)
{
    const json_t *warm = json_object_get(holder, "WarmThroughput");
    if (warm != NULL && json_object_size(warm) == 0) {
        return fault_invalid(fault, INVALID "WarmThroughput must have ReadUnitsPerSecond or "
                                            "WriteUnitsPerSecond");
    }
    for (size_t i = 0; i < UNIT_KINDS; i++) {
        const json_t *units = json_object_get(warm, kinds[i].warm);
        if (units != NULL && json_integer_value(units) < initial(holder, on_demand, i)) {
            return too_low(index, i, on_demand ? "initial throughput for OnDemand" : kinds[i].least,
                           fault);
        }
    }
    return true;
}

/* At least one bound, each of at least 1, or -1: none. */
static bool check_bounds(const json_t *holder, bool on_demand, struct fault *fault)
{
    const json_t *bounds = json_object_get(holder, "OnDemandThroughput");
    if (bounds == NULL)
        return true;
    if (!on_demand) {
        return fault_invalid(fault, INVALID "OnDemandThroughput can only be specified when "
                                            "BillingMode is PAY_PER_REQUEST");
    }
    if (json_object_size(bounds) == 0) {
        return fault_invalid(fault, INVALID "OnDemandThroughput must have MaxReadRequestUnits or "
                                            "MaxWriteRequestUnits");
    }
    for (size_t i = 0; i < UNIT_KINDS; i++) {
        const json_t *units = json_object_get(bounds, kinds[i].bound);
        json_int_t value = json_integer_value(units);
        if (units != NULL && value < 1 && value != -1)
            return fault_invalid(fault, INVALID "%s must be at least 1, or -1", kinds[i].bound);
    }
    return true;
}

static bool check(const json_t *holder, bool on_demand, const char *index, struct fault *fault)
{
    return check_warm(holder, on_demand, index, fault) && check_bounds(holder, on_demand, fault);
}

bool throughput_check_index(const json_t *args, const json_t *index, struct fault *fault)
{
    return check(index, is_on_demand(args), json_string_value(json_object_get(index, "IndexName")),
                 fault);
}

bool throughput_check(const json_t *args, struct fault *fault)
{
    const json_t *indexes = json_object_get(args, "GlobalSecondaryIndexes");
    bool ok = check(args, is_on_demand(args), NULL, fault);
    for (size_t i = 0; ok && i < json_array_size(indexes); i++)
        ok = throughput_check_index(args, json_array_get(indexes, i), fault);
    return ok;
}

bool throughput_check_change(const struct throughput_change *change, struct fault *fault)
{
    bool on_demand = is_on_demand(change->mode);
    const json_t *warm = json_object_get(change->change, "WarmThroughput");
    for (size_t i = 0; i < UNIT_KINDS; i++) {
        const json_t *units = json_object_get(warm, kinds[i].warm);
        if (units != NULL && json_integer_value(units) < present(change->old, on_demand, i))
            return too_low(change->index, i, "current WarmThroughput", fault);
    }
    return check_bounds(change->change, on_demand, fault);
}

/* A member that is not told stays as it is. */
static bool merge(json_t *definition, const char *name, const json_t *change)
{
    json_t *given = json_object_get(change, name);
    json_t *old = json_object_get(definition, name);
    if (given == NULL)
        return true;
    json_t *merged = old == NULL ? json_object() : value_copy(old);
    if (merged == NULL || json_object_update(merged, given) != 0) {
        json_decref(merged);
        return false;
    }
    return json_object_set_new(definition, name, merged) == 0;
}

bool throughput_set(json_t *definition, const json_t *change)
{
    return merge(definition, "WarmThroughput", change) &&
           merge(definition, "OnDemandThroughput", change);
}

static json_t *warm_json(const json_t *definition, bool on_demand, const char *status)
{
    return json_pack("{s:I, s:I, s:s}", kinds[0].warm, present(definition, on_demand, 0),
                     kinds[1].warm, present(definition, on_demand, 1), "Status", status);
}

bool throughput_describe(json_t *json, const json_t *definition, const json_t *mode,
                         const char *status)
{
    bool creating = strcmp(status, "CREATING") == 0;
    bool shown = strcmp(status, "DELETING") != 0 &&
                 (!creating || json_object_get(definition, "WarmThroughput") != NULL);
    json_t *bounds = json_object_get(definition, "OnDemandThroughput");
    json_object_del(json, "WarmThroughput"); /* an index's as it was given */
    return (bounds == NULL || json_object_set(json, "OnDemandThroughput", bounds) == 0) &&
           (!shown || json_object_set_new(json, "WarmThroughput",
                                          warm_json(definition, is_on_demand(mode),
                                                    creating ? "UPDATING" : "ACTIVE")) == 0);
}
