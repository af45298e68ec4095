/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud's page shows: log groups, the latest events first. */
#include "local/look.h"

#include <stdlib.h>
#include <string.h>

#include "local/service.h"

#define ARN_START "arn:aws:logs:"
#define ARN_KIND  ":log-group:"

static json_t *text(sqlite3_stmt *query, int column)
{
    const char *value = (const char *)sqlite3_column_text(query, column);
    return value ? json_string(value) : json_null();
}

static json_t *number(sqlite3_stmt *query, int column)
{
    bool none = sqlite3_column_type(query, column) == SQLITE_NULL;
    return none ? json_null() : json_integer(sqlite3_column_int64(query, column));
}

static void list_groups(void *state, struct slrun_look *look)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    struct slrun_store *store = service->store;
    sqlite3_stmt *query = store->fresh ? NULL : store->api->bind(store, STORE_LOOK_GROUPS, "");
    while (query && store->api->row(store, query)) {
        int wanted = looks->want(look);
        if (wanted < 0) {
            sqlite3_reset(query);
            return;
        }
        if (!wanted)
            continue;
        json_t *arn = json_sprintf(ARN_START "%s:%s" ARN_KIND "%s", sqlite3_column_text(query, 1),
                                   sqlite3_column_text(query, 0), sqlite3_column_text(query, 2));
        looks->row(look, json_string_value(arn),
                   json_pack("[o o o o o o]", text(query, 2), number(query, 4), number(query, 3),
                             number(query, 5), text(query, 1), text(query, 0)));
        json_decref(arn);
    }
}

/* Cuts an ARN of a log group into its parts; false: it is none. */
static bool split(char *arn, const char *parts[3])
{
    size_t n = strlen(ARN_START);
    char *kind = strstr(arn, ARN_KIND), *colon = strlen(arn) > n ? strchr(arn + n, ':') : NULL;
    if (strncmp(arn, ARN_START, n) != 0 || !kind || !colon || colon >= kind)
        return false;
    *colon = *kind = '\0';
    parts[0] = colon + 1;
    parts[1] = arn + n;
    parts[2] = kind + strlen(ARN_KIND);
    return true;
}

static int64_t find(struct slrun_store *store, const char *const parts[3])
{
    sqlite3_stmt *query = store->api->bind(store, STORE_GROUP, "ttt", parts[0], parts[1], parts[2]);
    int64_t id = query && store->api->row(store, query) ? sqlite3_column_int64(query, 0) : 0;
    if (query)
        sqlite3_reset(query);
    return id;
}

static void show_events(const struct service *service, struct slrun_look *look, int64_t group)
{
    const struct slrun_looks *looks = service->cloud->looks;
    struct slrun_store *store = service->store;
    sqlite3_stmt *query = store->api->bind(store, STORE_LOOK_EVENTS, "i", group);
    looks->table(look, "Events, the latest first", "at:time|message:log|stream:find", NULL);
    while (query && store->api->row(store, query)) {
        int wanted = looks->want(look);
        if (wanted < 0) {
            sqlite3_reset(query);
            return;
        }
        if (wanted)
            looks->row(look, NULL,
                       json_pack("[o o o]", number(query, 0), text(query, 1), text(query, 2)));
    }
}

static int show_group(void *state, struct slrun_look *look, const char *arn)
{
    const struct service *service = state;
    const char *parts[3];
    char *copy = strdup(arn);
    int64_t id =
        copy && !service->store->fresh && split(copy, parts) ? find(service->store, parts) : 0;
    free(copy);
    if (!id)
        return -1;
    service->cloud->looks->fact(look, "ARN", json_string(arn));
    show_events(service, look, id);
    return 0;
}

const struct slrun_look_kind logs_looks[] = {
    {"groups", "Log groups", "name|bytes:size|retention in days:number|created:time|region|account",
     list_groups, show_group},
    {NULL, NULL, NULL, NULL, NULL},
};
