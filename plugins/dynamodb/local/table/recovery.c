/* SPDX-License-Identifier: Apache-2.0 */
/* Continuous backups and point in time recovery: DescribeContinuousBackups,
 * UpdateContinuousBackups. The setting stands in the table's definition; write.c keeps what items
 * were before they changed. */
#include <string.h>

#include "table/backup.h"
#include "table/table.h"

#define DAY_MS (INT64_C(24) * 60 * 60 * 1000)

enum { RECOVERY_DAYS = 35 };

struct table *backup_table(struct call *call, const char *name)
{
    struct table *table = call_table(call, name);
    if (table == NULL)
        fault_set(&call->fault, FAULT_TABLE_NOT_FOUND, "Table not found: %s", name);
    return table;
}

int64_t recovery_first_ms(const struct table *table, int64_t now_ms)
{
    const json_t *recovery = json_object_get(table->definition, "PointInTimeRecovery");
    double since = json_number_value(json_object_get(recovery, "Since"));
    int64_t since_ms = (int64_t)(since * 1000.0 + 0.5);
    int64_t oldest_ms = now_ms - json_integer_value(json_object_get(recovery, "Days")) * DAY_MS;
    return since_ms > oldest_ms ? since_ms : oldest_ms;
}

bool recovery_check(const struct table *table, struct fault *fault)
{
    return table->recovers ||
           fault_set(fault, FAULT_RECOVERY_UNAVAILABLE,
                     "Point in time recovery is not enabled for table '%s'", table->name);
}

static json_t *describe(struct call *call, const struct table *table)
{
    const json_t *recovery = json_object_get(table->definition, "PointInTimeRecovery");
    int64_t now_ms = call_now_ms(call);
    json_t *description =
        recovery == NULL ? json_pack("{s:s}", "PointInTimeRecoveryStatus", "DISABLED")
                         : json_pack("{s:s, s:O, s:f, s:f}", "PointInTimeRecoveryStatus", "ENABLED",
                                     "RecoveryPeriodInDays", json_object_get(recovery, "Days"),
                                     "EarliestRestorableDateTime",
                                     (double)recovery_first_ms(table, now_ms) / 1000.0,
                                     "LatestRestorableDateTime", (double)now_ms / 1000.0);
    return json_pack("{s:{s:s, s:o}}", "ContinuousBackupsDescription", "ContinuousBackupsStatus",
                     "ENABLED", "PointInTimeRecoveryDescription", description);
}

json_t *op_describe_continuous_backups(struct call *call)
{
    const struct table *table = backup_table(call, call_string(call, "TableName"));
    return table == NULL ? NULL : describe(call, table);
}

/* The setting as it is kept; it goes on since when it was. */
static json_t *setting(struct call *call, const struct table *table, const json_t *wanted)
{
    const json_t *old = json_object_get(table->definition, "PointInTimeRecovery");
    json_t *since = json_object_get(old, "Since");
    json_t *days = json_object_get(wanted, "RecoveryPeriodInDays");
    return json_pack("{s:I, s:o}", "Days",
                     days == NULL ? (json_int_t)RECOVERY_DAYS : json_integer_value(days), "Since",
                     since != NULL ? json_incref(since)
                                   : json_real((double)call_now_ms(call) / 1000.0));
}

json_t *op_update_continuous_backups(struct call *call)
{
    struct table *table = backup_table(call, call_string(call, "TableName"));
    const json_t *wanted = json_object_get(call->args, "PointInTimeRecoverySpecification");
    bool enable = json_is_true(json_object_get(wanted, "PointInTimeRecoveryEnabled"));
    if (table == NULL)
        return NULL;
    if (!enable && !store_history_clear(call->service->store, table->part)) {
        fault_internal(&call->fault);
        return NULL;
    }
    json_t *recovery = enable ? setting(call, table, wanted) : NULL;
    return table_keep(call, table, "PointInTimeRecovery", recovery) ? describe(call, table) : NULL;
}
