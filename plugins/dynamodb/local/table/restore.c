/* SPDX-License-Identifier: Apache-2.0 */
/* RestoreTableFromBackup, RestoreTableToPointInTime: a new table with the items and indexes of
 * another. Tags, policies, streams, time to live and protection do not come along, as in AWS. */
#include <string.h>

#include "table/backup.h"
#include "table/table.h"
#include "table/update_index.h"
#include "uuid.h"

/* What is restored. */
struct source {
    const json_t *definition;
    int64_t part;
    bool live;      /* a table's own items, as they were at at_ms; else a backup's */
    int64_t at_ms;  /* of which moment */
    json_t *arn;    /* SourceTableArn */
    json_t *backup; /* SourceBackupArn, or NULL */
};

static const json_t *find_index(const json_t *indexes, const json_t *name)
{
    for (size_t i = 0; i < json_array_size(indexes); i++)
        if (json_equal(json_object_get(json_array_get(indexes, i), "IndexName"), name))
            return json_array_get(indexes, i);
    return NULL;
}

/* Indexes may be left out, but none may be another. */
static bool check_indexes(const json_t *old, const json_t *given, struct fault *fault)
{
    for (size_t i = 0; i < json_array_size(given); i++) {
        const json_t *index = json_array_get(given, i);
        const json_t *there = find_index(old, json_object_get(index, "IndexName"));
        if (there == NULL ||
            !json_equal(json_object_get(there, "KeySchema"), json_object_get(index, "KeySchema"))) {
            return fault_invalid(fault, INVALID "Index %s does not match an index of the source",
                                 json_string_value(json_object_get(index, "IndexName")));
        }
    }
    return true;
}

static bool set_indexes(struct call *call, json_t *definition, const char *member,
                        const char *override)
{
    json_t *given = json_object_get(call->args, override);
    if (given == NULL)
        return true;
    if (!check_indexes(json_object_get(definition, member), given, &call->fault))
        return false;
    if (json_array_size(given) == 0) {
        json_object_del(definition, member);
        return true;
    }
    return json_object_set(definition, member, given) == 0 || fault_internal(&call->fault);
}

static void drop_units(json_t *definition)
{
    size_t i;
    json_t *index;
    json_object_del(definition, "ProvisionedThroughput");
    json_array_foreach (json_object_get(definition, "GlobalSecondaryIndexes"), i, index)
        json_object_del(index, "ProvisionedThroughput");
}

static bool set_billing(struct call *call, json_t *definition)
{
    static const struct {
        const char *member, *override;
    } rows[] = {{"BillingMode", "BillingModeOverride"},
                {"ProvisionedThroughput", "ProvisionedThroughputOverride"},
                {"OnDemandThroughput", "OnDemandThroughputOverride"},
                {"SSESpecification", "SSESpecificationOverride"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        json_t *given = json_object_get(call->args, rows[i].override);
        if (given != NULL && json_object_set(definition, rows[i].member, given) != 0)
            return fault_internal(&call->fault);
    }
    if (call_says(call, "BillingModeOverride", "PAY_PER_REQUEST"))
        drop_units(definition);
    else if (call_string(call, "BillingModeOverride") != NULL)
        json_object_del(definition, "OnDemandThroughput");
    return true;
}

static json_t *summary(const struct source *source)
{
    return json_pack("{s:O, s:O*, s:f}", "SourceTableArn", source->arn, "SourceBackupArn",
                     source->backup, "RestoreDateTime", (double)source->at_ms / 1000.0);
}

static json_t *make_id(const struct call *call)
{
    char id[UUID_SIZE];
    uuid_of((const char *const[]){"restored", call_string(call, "TargetTableName"),
                                  call->exchange->request_id, NULL},
            (uint64_t)call_now_ms(call), id);
    return json_string(id);
}

/* What of the source's definition a restored table has. */
static json_t *make_definition(struct call *call, const struct source *source)
{
    static const char *const same[] = {
        "AttributeDefinitions",   "KeySchema",        "LocalSecondaryIndexes",
        "GlobalSecondaryIndexes", "BillingMode",      "ProvisionedThroughput",
        "OnDemandThroughput",     "SSESpecification", "TableClass"};
    if (!table_check_served(call->args, &call->fault))
        return NULL;
    json_t *definition = json_object();
    bool ok = definition != NULL;
    for (size_t i = 0; ok && i < sizeof same / sizeof *same; i++) {
        json_t *value = json_object_get(source->definition, same[i]);
        ok = value == NULL || json_object_set_new(definition, same[i], value_deep_copy(value)) == 0;
    }
    ok = ok && json_object_set_new(definition, "TableId", make_id(call)) == 0 &&
         json_object_set_new(definition, "RestoreSummary", summary(source)) == 0;
    if (!ok)
        fault_internal(&call->fault);
    ok = ok &&
         set_indexes(call, definition, "LocalSecondaryIndexes", "LocalSecondaryIndexOverride") &&
         set_indexes(call, definition, "GlobalSecondaryIndexes", "GlobalSecondaryIndexOverride") &&
         set_billing(call, definition);
    if (ok) {
        table_undefine(definition);
        ok = table_check(definition, &call->fault);
    }
    if (!ok) {
        json_decref(definition);
        return NULL;
    }
    return definition;
}

static bool fill(struct store *store, const struct table *table, const struct source *source)
{
    bool ok = source->live ? store_items_copy_at(store, source->part, table->part, source->at_ms)
                           : store_items_copy(store, source->part, table->part);
    for (size_t i = 0; ok && i < table->n_indexes; i++)
        ok = index_backfill(store, table, &table->indexes[i]);
    return ok;
}

/* All or nothing. */
static struct table *make(struct call *call, const json_t *definition, const struct source *source)
{
    struct store *store = call->service->store;
    struct catalog *catalog = call->service->catalog;
    const struct slrun_exchange *x = call->exchange;
    json_t *tags = json_object();
    struct table_spec spec = {.account = x->account,
                              .region = x->region,
                              .name = call_string(call, "TargetTableName"),
                              .created_ms = call_now_ms(call),
                              .definition = definition,
                              .tags = tags};
    struct table *table = tags != NULL && store_begin(store) ? catalog_add(catalog, &spec) : NULL;
    json_decref(tags);
    if (table != NULL && fill(store, table, source) && store_commit(store))
        return table;
    store_rollback(store);
    if (table != NULL)
        catalog_remove(catalog, table);
    fault_internal(&call->fault);
    return NULL;
}

static bool check_target(struct call *call)
{
    const struct slrun_exchange *x = call->exchange;
    const char *name = call_string(call, "TargetTableName");
    return catalog_find(call->service->catalog, x->account, x->region, name) == NULL ||
           fault_set(&call->fault, FAULT_TABLE_EXISTS, "Table already exists: %s", name);
}

static json_t *restore(struct call *call, const struct source *source)
{
    json_t *definition = make_definition(call, source);
    struct table *table = definition == NULL ? NULL : make(call, definition, source);
    json_t *description = table == NULL ? NULL : table_describe(call, table, "CREATING");
    json_decref(definition);
    return description == NULL ? NULL : json_pack("{s:o}", "TableDescription", description);
}

static int64_t ms_of(const json_t *seconds)
{
    return (int64_t)(json_number_value(seconds) * 1000.0 + 0.5);
}

json_t *op_restore_table_from_backup(struct call *call)
{
    struct backup backup;
    json_t *answer = NULL;
    if (backup_find(call, &backup) && check_target(call)) {
        const json_t *details = json_object_get(backup.document, "BackupDetails");
        const json_t *of = json_object_get(backup.document, "SourceTableDetails");
        answer = restore(
            call,
            &(struct source){.definition = json_object_get(backup.document, "Definition"),
                             .part = store_backup_part(backup.id),
                             .at_ms = ms_of(json_object_get(details, "BackupCreationDateTime")),
                             .arn = json_object_get(of, "TableArn"),
                             .backup = json_object_get(details, "BackupArn")});
    }
    backup_clear(&backup);
    return answer;
}

/* The moment that is wanted: within what can be restored. */
static bool find_moment(struct call *call, const struct table *table, int64_t *at_ms)
{
    const json_t *wanted = json_object_get(call->args, "RestoreDateTime");
    bool latest = call_bool(call, "UseLatestRestorableTime", false);
    int64_t now_ms = call_now_ms(call);
    if (latest == (wanted != NULL)) {
        return fault_invalid(&call->fault,
                             latest ? INVALID "RestoreDateTime and UseLatestRestorableTime cannot "
                                              "both be specified"
                                    : INVALID "Either RestoreDateTime or UseLatestRestorableTime "
                                              "must be specified");
    }
    *at_ms = latest ? now_ms : ms_of(wanted);
    return (*at_ms >= recovery_first_ms(table, now_ms) && *at_ms <= now_ms) ||
           fault_set(&call->fault, FAULT_RESTORE_TIME,
                     "The requested restore time is outside of what can be restored of table %s",
                     table->name);
}

static const struct table *find_source(struct call *call)
{
    const char *arn = call_string(call, "SourceTableArn");
    const char *name = arn != NULL ? arn : call_string(call, "SourceTableName");
    if (name == NULL) {
        fault_invalid(&call->fault, INVALID "SourceTableName or SourceTableArn must be specified");
        return NULL;
    }
    const struct table *table = backup_table(call, name);
    return table != NULL && check_target(call) && recovery_check(table, &call->fault) ? table
                                                                                      : NULL;
}

json_t *op_restore_table_to_point_in_time(struct call *call)
{
    struct source source = {.live = true};
    const struct table *table = find_source(call);
    if (table == NULL || !find_moment(call, table, &source.at_ms))
        return NULL;
    source.definition = table->definition;
    source.part = table->part;
    source.arn = table_arn(table, NULL);
    json_t *answer = restore(call, &source);
    json_decref(source.arn);
    return answer;
}
