/* SPDX-License-Identifier: Apache-2.0 */
/* CreateBackup, DescribeBackup, ListBackups, DeleteBackup. */
#include "table/backup.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "params/params.h"
#include "table/table.h"
#include "uuid.h"

#define SYSTEM_KEPT_MS (INT64_C(35) * 24 * 60 * 60 * 1000)

enum { ARN_SIZE = 512 };

void backup_clear(struct backup *backup)
{
    json_decref(backup->document);
    *backup = (struct backup){0};
}

/* ---- making one ---- */

static void make_arn(const struct call *call, const struct table *table, char arn[ARN_SIZE])
{
    char id[UUID_SIZE];
    int64_t now_ms = call_now_ms(call);
    uuid_of((const char *const[]){"backup", table->name, call->exchange->request_id, NULL},
            (uint64_t)now_ms, id);
    snprintf(arn, ARN_SIZE, "arn:aws:dynamodb:%s:%s:table/%s/backup/0%" PRId64 "-%.8s",
             table->region, table->account, table->name, now_ms, id);
}

/* What a backup is made of. */
struct spec {
    const char *name;
    const char *type;
    const char *arn;
    int64_t expires_ms; /* 0: never */
};

static json_t *make_details(const struct call *call, const struct spec *spec, json_t *size)
{
    json_t *details =
        json_pack("{s:s, s:s, s:O, s:s, s:s, s:f}", "BackupArn", spec->arn, "BackupName",
                  spec->name, "BackupSizeBytes", size, "BackupStatus", "AVAILABLE", "BackupType",
                  spec->type, "BackupCreationDateTime", (double)call_now_ms(call) / 1000.0);
    if (details != NULL && spec->expires_ms != 0 &&
        json_object_set_new(details, "BackupExpiryDateTime",
                            json_real((double)spec->expires_ms / 1000.0)) != 0) {
        json_decref(details);
        return NULL;
    }
    return details;
}

static json_t *make_document(struct call *call, const struct table *table, const struct spec *spec)
{
    json_t *description = table_describe(call, table, "ACTIVE");
    json_t *document =
        description == NULL
            ? NULL
            : json_pack("{s:o, s:o, s:o, s:O}", "BackupDetails",
                        make_details(call, spec, json_object_get(description, "TableSizeBytes")),
                        "SourceTableDetails", backup_source(table, description),
                        "SourceTableFeatureDetails", backup_features(table, description),
                        "Definition", table->definition);
    json_decref(description);
    return document;
}

static bool store(struct call *call, const struct table *table, const struct spec *spec,
                  const json_t *document)
{
    struct store *to = call->service->store;
    char *text = json_dumps(document, JSON_COMPACT);
    struct store_backup row = {.account = table->account,
                               .region = table->region,
                               .arn = spec->arn,
                               .expires_ms = spec->expires_ms,
                               .document = text};
    bool ok = text != NULL && store_begin(to) && store_backup_add(to, &row) &&
              store_items_copy(to, table->part, store_backup_part(row.id)) && store_commit(to);
    if (!ok)
        store_rollback(to);
    free(text);
    return ok;
}

json_t *backup_keep(struct call *call, const struct table *table, const char *name,
                    const char *type)
{
    char arn[ARN_SIZE];
    bool system = strcmp(type, "SYSTEM") == 0;
    struct spec spec = {name, type, arn, system ? call_now_ms(call) + SYSTEM_KEPT_MS : 0};
    make_arn(call, table, arn);
    json_t *document = make_document(call, table, &spec);
    json_t *details = NULL;
    if (document != NULL && store(call, table, &spec, document))
        details = json_incref(json_object_get(document, "BackupDetails"));
    else
        fault_internal(&call->fault);
    json_decref(document);
    return details;
}

json_t *op_create_backup(struct call *call)
{
    const struct table *table = backup_table(call, call_string(call, "TableName"));
    json_t *details =
        table == NULL ? NULL : backup_keep(call, table, call_string(call, "BackupName"), "USER");
    if (details == NULL ||
        json_object_set_new(details, "BackupStatus", json_string("CREATING")) != 0) {
        json_decref(details);
        return NULL;
    }
    return json_pack("{s:o}", "BackupDetails", details);
}

/* ---- one that is there ---- */

struct search {
    const char *arn;
    struct backup *found;
};

static bool is_it(void *arg, const struct store_backup *row)
{
    const struct search *search = arg;
    if (strcmp(row->arn, search->arn) != 0)
        return true;
    search->found->id = row->id;
    search->found->document = json_loads(row->document, 0, NULL);
    return false;
}

bool backup_find(struct call *call, struct backup *backup)
{
    const struct slrun_exchange *x = call->exchange;
    struct store *from = call->service->store;
    struct search search = {call_string(call, "BackupArn"), backup};
    const struct store_backups_look look = {x->account, x->region, is_it, &search};
    *backup = (struct backup){0};
    if (!store_backups_expire(from, call_now_ms(call)) || !store_backups(from, &look) ||
        (backup->id != 0 && backup->document == NULL))
        return fault_internal(&call->fault);
    return backup->id != 0 ||
           fault_set(&call->fault, FAULT_BACKUP_NOT_FOUND, "Backup not found: %s", search.arn);
}

static json_t *description(const struct backup *backup)
{
    json_t *shown = value_copy(backup->document);
    json_object_del(shown, "Definition");
    return json_pack("{s:o}", "BackupDescription", shown);
}

json_t *op_describe_backup(struct call *call)
{
    struct backup backup;
    json_t *answer = backup_find(call, &backup) ? description(&backup) : NULL;
    backup_clear(&backup);
    return answer;
}

static bool remove_backup(struct call *call, int64_t id)
{
    struct store *from = call->service->store;
    if (store_begin(from) && store_backup_remove(from, id) && store_commit(from))
        return true;
    store_rollback(from);
    return fault_internal(&call->fault);
}

json_t *op_delete_backup(struct call *call)
{
    struct backup backup;
    json_t *answer = NULL;
    if (backup_find(call, &backup) && remove_backup(call, backup.id)) {
        json_object_set_new(json_object_get(backup.document, "BackupDetails"), "BackupStatus",
                            json_string("DELETED"));
        answer = description(&backup);
    }
    backup_clear(&backup);
    return answer;
}

/* ---- all of them ---- */

struct listing {
    const struct call *call;
    json_t *summaries;
    const char *table; /* NULL: of all tables */
    const char *type;  /* "ALL": of all types */
    const char *after; /* NULL once it has been passed */
    size_t most;
    bool more; /* there are some that do not fit */
    bool ok;
};

static json_t *summary_of(const json_t *document)
{
    const json_t *source = json_object_get(document, "SourceTableDetails");
    json_t *summary = value_copy(json_object_get(document, "BackupDetails"));
    static const char *const names[] = {"TableName", "TableId", "TableArn"};
    for (size_t i = 0; summary != NULL && i < sizeof names / sizeof *names; i++) {
        if (json_object_set(summary, names[i], json_object_get(source, names[i])) != 0) {
            json_decref(summary);
            return NULL;
        }
    }
    return summary;
}

static bool in_time(const struct call *call, const json_t *summary)
{
    double at = json_number_value(json_object_get(summary, "BackupCreationDateTime"));
    const json_t *from = json_object_get(call->args, "TimeRangeLowerBound");
    const json_t *to = json_object_get(call->args, "TimeRangeUpperBound");
    return (from == NULL || at >= json_number_value(from)) &&
           (to == NULL || at < json_number_value(to));
}

/* The name of a table may be given as its ARN. */
static bool is_wanted(const struct listing *list, const json_t *summary)
{
    bool all = strcmp(list->type, "ALL") == 0;
    return (list->table == NULL || table_says(summary, "TableName", list->table) ||
            table_says(summary, "TableArn", list->table)) &&
           (all || table_says(summary, "BackupType", list->type)) && in_time(list->call, summary);
}

static bool add_summary(void *arg, const struct store_backup *row)
{
    struct listing *list = arg;
    if (list->after != NULL) {
        list->after = strcmp(row->arn, list->after) == 0 ? NULL : list->after;
        return true;
    }
    json_t *document = json_loads(row->document, 0, NULL);
    json_t *summary = document == NULL ? NULL : summary_of(document);
    bool wanted = summary != NULL && is_wanted(list, summary);
    list->more = wanted && json_array_size(list->summaries) == list->most;
    list->ok = summary != NULL &&
               (!wanted || list->more || json_array_append(list->summaries, summary) == 0);
    json_decref(summary);
    json_decref(document);
    return list->ok && !list->more;
}

static json_t *last_arn(const struct listing *list)
{
    size_t n = json_array_size(list->summaries);
    return list->more ? json_object_get(json_array_get(list->summaries, n - 1), "BackupArn") : NULL;
}

json_t *op_list_backups(struct call *call)
{
    const struct slrun_exchange *x = call->exchange;
    struct store *from = call->service->store;
    const json_t *limit = json_object_get(call->args, "Limit");
    const char *type = call_string(call, "BackupType");
    struct listing list = {.call = call,
                           .summaries = json_array(),
                           .table = call_string(call, "TableName"),
                           .type = type == NULL ? "USER" : type,
                           .after = call_string(call, "ExclusiveStartBackupArn"),
                           .most =
                               limit == NULL ? LIST_BACKUPS_MAX : (size_t)json_integer_value(limit),
                           .ok = true};
    const struct store_backups_look look = {x->account, x->region, add_summary, &list};
    json_t *answer = NULL;
    if (list.summaries != NULL && store_backups_expire(from, call_now_ms(call)) &&
        store_backups(from, &look) && list.ok) {
        answer = json_pack("{s:O, s:O*}", "BackupSummaries", list.summaries,
                           "LastEvaluatedBackupArn", last_arn(&list));
    }
    json_decref(list.summaries);
    if (answer == NULL)
        fault_internal(&call->fault);
    return answer;
}
