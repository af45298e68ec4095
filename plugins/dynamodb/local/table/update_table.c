/* SPDX-License-Identifier: Apache-2.0 */
/* UpdateTable (API Reference): the table is ACTIVE again at once; only the answer says UPDATING. */
#include <string.h>

#include "table/encryption.h"
#include "table/table.h"
#include "table/throughput.h"
#include "table/update_index.h"

struct update {
    struct call *call;
    struct table *table;
    json_t *definition; /* the new one */
    struct index_change change;
};

static const json_t *arg(const struct update *update, const char *name)
{
    return json_object_get(update->call->args, name);
}

static bool check_request(struct call *call)
{
    static const char *const any[] = {
        "ProvisionedThroughput",     "BillingMode", "StreamSpecification", "SSESpecification",
        "DeletionProtectionEnabled", "TableClass",  "OnDemandThroughput",  "WarmThroughput"};
    const json_t *updates = json_object_get(call->args, "GlobalSecondaryIndexUpdates");
    bool some = json_array_size(updates) != 0;
    if (!table_check_served(call->args, &call->fault))
        return false;
    for (size_t i = 0; i < sizeof any / sizeof *any; i++)
        some = some || json_object_get(call->args, any[i]) != NULL;
    if (!some) {
        return fault_invalid(&call->fault,
                             "At least one of ProvisionedThroughput, BillingMode, "
                             "UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification "
                             "or ReplicaUpdates is required");
    }
    return table_check_units(json_object_get(call->args, "ProvisionedThroughput"), &call->fault) &&
           index_updates_check(updates, &call->fault);
}

static json_int_t units(const json_t *throughput, bool read)
{
    return json_integer_value(
        json_object_get(throughput, read ? "ReadCapacityUnits" : "WriteCapacityUnits"));
}

static bool will_not_change(const struct update *update, const json_t *old, const json_t *new)
{
    return units(old, true) == units(new, true) && units(old, false) == units(new, false) &&
           !fault_invalid(
               &update->call->fault,
               "The provisioned throughput for the table will not change. The requested value "
               "equals the current value. Current ReadCapacityUnits provisioned for the table: "
               "%lld. Requested ReadCapacityUnits: %lld. Current WriteCapacityUnits provisioned "
               "for the table: %lld. Requested WriteCapacityUnits: %lld. Refer to the Amazon "
               "DynamoDB Developer Guide for current limits and how to request higher limits.",
               (long long)units(old, true), (long long)units(new, true),
               (long long)units(old, false), (long long)units(new, false));
}

/* When the units last went up and down, for descriptions. */
static bool note_change(const struct update *update, const json_t *old, const json_t *new)
{
    json_t *times = json_object_get(update->definition, "ThroughputTimes");
    json_t *now = json_real((double)call_now_ms(update->call) / 1000.0);
    bool up = units(new, true) > units(old, true) || units(new, false) > units(old, false);
    bool down = units(new, true) < units(old, true) || units(new, false) < units(old, false);
    if (times == NULL) {
        times = json_object();
        json_object_set_new(update->definition, "ThroughputTimes", times);
    }
    bool ok = now != NULL && times != NULL &&
              (!up || json_object_set(times, "LastIncreaseDateTime", now) == 0) &&
              (!down || json_object_set(times, "LastDecreaseDateTime", now) == 0);
    json_decref(now);
    return ok || fault_internal(&update->call->fault);
}

static bool set_units(const struct update *update, const json_t *new)
{
    const json_t *old = json_object_get(update->definition, "ProvisionedThroughput");
    if (old != NULL && will_not_change(update, old, new))
        return false;
    return note_change(update, old, new) &&
           (json_object_set(update->definition, "ProvisionedThroughput",
                            (json_t *)(uintptr_t) new) == 0 ||
            fault_internal(&update->call->fault));
}

static bool to_on_demand(const struct update *update)
{
    size_t i;
    json_t *index;
    json_object_del(update->definition, "ProvisionedThroughput");
    json_array_foreach (json_object_get(update->definition, "GlobalSecondaryIndexes"), i, index)
        json_object_del(index, "ProvisionedThroughput");
    return json_object_set_new(update->definition, "OnDemandSince",
                               json_real((double)call_now_ms(update->call) / 1000.0)) == 0 ||
           fault_internal(&update->call->fault);
}

static bool set_billing(const struct update *update)
{
    struct fault *fault = &update->call->fault;
    const json_t *mode = arg(update, "BillingMode");
    const json_t *throughput = arg(update, "ProvisionedThroughput");
    bool was = table_says(update->definition, "BillingMode", "PAY_PER_REQUEST");
    bool is = mode == NULL ? was : strcmp(json_string_value(mode), "PAY_PER_REQUEST") == 0;
    if (is && throughput != NULL) {
        return fault_invalid(fault, INVALID "Neither ReadCapacityUnits nor WriteCapacityUnits can "
                                            "be specified when BillingMode is PAY_PER_REQUEST");
    }
    if (mode != NULL && !is && throughput == NULL) {
        return fault_invalid(
            fault,
            INVALID "ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
    }
    if (mode != NULL &&
        json_object_set(update->definition, "BillingMode", (json_t *)(uintptr_t)mode) != 0)
        return fault_internal(fault);
    return (!is || was || to_on_demand(update)) &&
           (throughput == NULL || set_units(update, throughput));
}

/* Indexes of a table with provisioned capacity have one, too. */
static bool check_index_units(const struct update *update)
{
    size_t i;
    json_t *index;
    if (table_says(update->definition, "BillingMode", "PAY_PER_REQUEST"))
        return true;
    json_array_foreach (json_object_get(update->definition, "GlobalSecondaryIndexes"), i, index) {
        if (json_object_get(index, "ProvisionedThroughput") == NULL) {
            return fault_invalid(&update->call->fault,
                                 INVALID "ProvisionedThroughput must be specified for index: %s",
                                 json_string_value(json_object_get(index, "IndexName")));
        }
    }
    return true;
}

static bool check_stream(const struct update *update)
{
    const json_t *wanted = arg(update, "StreamSpecification");
    const struct stream *stream = update->table->stream;
    bool open = stream != NULL && stream_is_open(stream);
    bool enable = json_is_true(json_object_get(wanted, "StreamEnabled"));
    if (wanted == NULL || enable != open)
        return table_check_stream(update->call->args, &update->call->fault);
    return fault_invalid(&update->call->fault,
                         open ? "Table already has an enabled stream: TableName: %s"
                              : "Table does not have an enabled stream to disable: TableName: %s",
                         update->table->name);
}

static bool note_class(const struct update *update)
{
    json_t *old = json_object_get(update->definition, "TableClass");
    const json_t *new = arg(update, "TableClass");
    bool same = new == NULL || json_equal(old, new) ||
                (old == NULL && strcmp(json_string_value(new), "STANDARD") == 0);
    return same || json_object_set_new(update->definition, "ClassSince",
                                       json_real((double)call_now_ms(update->call) / 1000.0)) == 0;
}

/* What is kept as it is given. */
static bool set_options(const struct update *update)
{
    static const char *const names[] = {"StreamSpecification", "SSESpecification",
                                        "DeletionProtectionEnabled", "TableClass"};
    bool ok = note_class(update) && throughput_set(update->definition, update->call->args);
    for (size_t i = 0; ok && i < sizeof names / sizeof *names; i++) {
        const json_t *value = arg(update, names[i]);
        ok = value == NULL ||
             json_object_set(update->definition, names[i], (json_t *)(uintptr_t)value) == 0;
    }
    return ok || fault_internal(&update->call->fault);
}

static bool check_options(const struct update *update)
{
    struct fault *fault = &update->call->fault;
    struct throughput_change change = {
        .mode = update->definition, .old = update->table->definition, .change = update->call->args};
    return encryption_check(update->call->args, fault) && throughput_check_change(&change, fault);
}

static bool set_stream(const struct update *update)
{
    struct streams *streams = update->call->service->streams;
    const json_t *wanted = arg(update, "StreamSpecification");
    int64_t now_ms = call_now_ms(update->call);
    if (wanted == NULL)
        return true;
    return json_is_true(json_object_get(wanted, "StreamEnabled"))
               ? streams_enable(streams, update->table,
                                json_string_value(json_object_get(wanted, "StreamViewType")),
                                now_ms)
               : streams_disable(streams, update->table, now_ms);
}

static bool carry_out(struct update *update)
{
    struct service *service = update->call->service;
    const struct index *gone =
        update->change.deleted == NULL ? NULL : table_index(update->table, update->change.deleted);
    int64_t part = gone == NULL ? 0 : gone->part;
    if (!catalog_redefine(service->catalog, update->table, update->definition) ||
        (part != 0 && !store_entries_clear(service->store, part)) || !set_stream(update))
        return false;
    const char *created =
        update->change.created == NULL
            ? NULL
            : json_string_value(json_object_get(update->change.created, "IndexName"));
    return created == NULL ||
           index_backfill(service->store, update->table, table_index(update->table, created));
}

/* All or nothing. */
static bool commit(struct update *update)
{
    struct store *store = update->call->service->store;
    json_t *old = json_incref(update->table->definition);
    bool ok = store_begin(store) && carry_out(update) && store_commit(store);
    if (!ok) {
        store_rollback(store);
        (void)catalog_redefine(update->call->service->catalog, update->table, old);
    }
    json_decref(old);
    return ok || fault_internal(&update->call->fault);
}

/* The index's description, with that status. */
static json_t *set_status(json_t *description, const char *name, const char *status)
{
    size_t i;
    json_t *index;
    json_array_foreach (json_object_get(description, "GlobalSecondaryIndexes"), i, index) {
        const char *its = json_string_value(json_object_get(index, "IndexName"));
        if (strcmp(its, name) == 0) {
            json_object_set_new(index, "IndexStatus", json_string(status));
            return index;
        }
    }
    return NULL;
}

/* It begins to be filled; its warm throughput is told only if it was asked for. */
static void show_created(const struct update *update, json_t *description)
{
    const json_t *created = update->change.created;
    const char *name = json_string_value(json_object_get(created, "IndexName"));
    json_t *index = set_status(description, name, "CREATING");
    json_object_set_new(index, "Backfilling", json_false());
    if (json_object_get(created, "WarmThroughput") == NULL)
        json_object_del(index, "WarmThroughput");
}

/* Warm throughput and encryption that were asked for are told to be on their way. */
static bool show_change(const struct update *update, json_t *description, json_t *sse)
{
    json_t *now = json_object_get(description, "SSEDescription");
    bool same = now == sse || (now != NULL && sse != NULL && json_equal(now, sse));
    json_t *shown = now == NULL ? sse : now;
    return (arg(update, "WarmThroughput") == NULL ||
            json_object_set_new(json_object_get(description, "WarmThroughput"), "Status",
                                json_string("UPDATING")) == 0) &&
           (same || (json_object_set(description, "SSEDescription", shown) == 0 &&
                     json_object_set_new(shown, "Status", json_string("UPDATING")) == 0));
}

/* AWS tells the units that were, and indexes as they begin to change. */
static json_t *run(struct update *update)
{
    json_t *before = table_describe(update->call, update->table, "UPDATING");
    if (before == NULL || !commit(update)) {
        json_decref(before);
        return NULL;
    }
    if (update->change.deleted != NULL) {
        set_status(before, update->change.deleted, "DELETING");
        return before;
    }
    json_t *after = table_describe(update->call, update->table, "UPDATING");
    if (after != NULL && (json_object_set(after, "ProvisionedThroughput",
                                          json_object_get(before, "ProvisionedThroughput")) != 0 ||
                          !show_change(update, after, json_object_get(before, "SSEDescription")))) {
        json_decref(after);
        after = NULL;
        fault_internal(&update->call->fault);
    }
    if (after != NULL && update->change.created != NULL)
        show_created(update, after);
    json_decref(before);
    return after;
}

json_t *op_update_table(struct call *call)
{
    struct update update = {.call = call};
    json_t *description = NULL;
    if (!check_request(call) || (update.table = call_named_table(call)) == NULL ||
        !call_check_made(call, update.table))
        return NULL;
    update.definition = value_deep_copy(update.table->definition);
    if (update.definition == NULL) {
        fault_internal(&call->fault);
        return NULL;
    }
    if (set_billing(&update) &&
        index_updates_apply(call, update.table, update.definition, &update.change) &&
        check_index_units(&update) && check_stream(&update) && check_options(&update) &&
        set_options(&update))
        description = run(&update);
    json_decref(update.definition);
    return description == NULL ? NULL : json_pack("{s:o}", "TableDescription", description);
}
