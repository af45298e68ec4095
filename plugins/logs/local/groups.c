/* SPDX-License-Identifier: Apache-2.0 */
/* Log groups: creating, describing, retention, tags. */
#include <stdlib.h>
#include <string.h>

#include "local/filter.h"

enum { DESCRIBED_MAX = 50, TAGS_MAX = 50 };

static const char *column(sqlite3_stmt *query, int at)
{
    return (const char *)sqlite3_column_text(query, at);
}

/* ---- creating, deleting, describing ---- */

json_t *op_create_log_group(struct slrun_json_call *call)
{
    const char *name = call_string(call, "logGroupName");
    const char *class = call_string(call, "logGroupClass");
    json_t *given = json_object_get(call->args, "tags");
    char *tags = given ? json_dumps(given, JSON_COMPACT) : NULL;
    store_of(call)->api->run(
        store_of(call), STORE_GROUP_ADD, "tttittit", call->x->account, call->x->region, name,
        call_now(call), call_string(call, "kmsKeyId"), class ? class : "STANDARD",
        (int64_t)json_is_true(json_object_get(call->args, "deletionProtectionEnabled")),
        tags ? tags : "{}");
    free(tags);
    return sqlite3_changes(store_of(call)->db) > 0
               ? json_null()
               : call_fail(call, "ResourceAlreadyExistsException",
                           "The specified log group already exists");
}

json_t *op_delete_log_group(struct slrun_json_call *call)
{
    int64_t group = call_group(call);
    if (!group)
        return NULL;
    store_of(call)->api->run(store_of(call), STORE_GROUP_REMOVE, "i", group);
    filters_forget(call, call_string(call, "logGroupName"));
    return json_null();
}

/* A row of op_describe_log_groups. AWS tells less where a pattern is given. */
static json_t *described(const struct slrun_json_call *call, sqlite3_stmt *query)
{
    const char *name = column(query, 0), *kms = column(query, 3);
    json_t *group =
        json_pack("{s:s, s:I, s:i, s:s, s:o, s:o}", "logGroupName", name, "creationTime",
                  (json_int_t)sqlite3_column_int64(query, 1), "metricFilterCount",
                  metrics_of(call, name), "logGroupClass", column(query, 4), "arn",
                  call_group_arn(call, name, ":*"), "logGroupArn", call_group_arn(call, name, ""));
    if (call_string(call, "logGroupNamePattern"))
        return group;
    json_object_set_new(group, "storedBytes", json_integer(sqlite3_column_int64(query, 6)));
    json_object_set_new(group, "deletionProtectionEnabled",
                        json_boolean(sqlite3_column_int(query, 5)));
    if (sqlite3_column_type(query, 2) != SQLITE_NULL)
        json_object_set_new(group, "retentionInDays", json_integer(sqlite3_column_int64(query, 2)));
    if (kms)
        json_object_set_new(group, "kmsKeyId", json_string(kms));
    return group;
}

/* The names in logGroupIdentifiers, as JSON; free() it. NULL: it is not given. */
static char *wanted_names(const struct slrun_json_call *call)
{
    const json_t *given = json_object_get(call->args, "logGroupIdentifiers");
    json_t *names = json_array();
    for (size_t i = 0; i < json_array_size(given); i++) {
        const char *name = call_group_name(call, json_string_value(json_array_get(given, i)));
        if (name)
            json_array_append_new(names, json_string(name));
    }
    char *text = given ? json_dumps(names, JSON_COMPACT) : NULL;
    json_decref(names);
    return text;
}

json_t *op_describe_log_groups(struct slrun_json_call *call)
{
    const char *prefix = call_string(call, "logGroupNamePrefix");
    const char *pattern = call_string(call, "logGroupNamePattern");
    size_t limit = (size_t)call_integer(call, "limit", DESCRIBED_MAX);
    if (prefix && pattern)
        return call_fail(
            call, "InvalidParameterException",
            "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
    char *names = wanted_names(call);
    sqlite3_stmt *query =
        store_of(call)->api->bind(store_of(call), STORE_GROUPS, "ttttttti", call->x->account,
                                  call->x->region, call_string(call, "nextToken"), prefix, pattern,
                                  call_string(call, "logGroupClass"), names, (int64_t)limit);
    json_t *groups = json_array();
    bool more = false;
    while (!more && store_of(call)->api->row(store_of(call), query)) {
        more = json_array_size(groups) == limit;
        if (!more)
            json_array_append_new(groups, described(call, query));
    }
    sqlite3_reset(query);
    free(names);
    json_t *result = json_pack("{s:o}", "logGroups", groups);
    if (more) /* the name of the last, after which the next page begins */
        json_object_set(result, "nextToken",
                        json_object_get(json_array_get(groups, limit - 1), "logGroupName"));
    return result;
}

/* ---- retention ---- */

json_t *op_put_retention_policy(struct slrun_json_call *call)
{
    static const int allowed[] = {1,   3,   5,   7,   14,   30,   60,   90,   120,  150,  180,
                                  365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653};
    int64_t days = call_integer(call, "retentionInDays", 0);
    size_t i = 0;
    while (i < sizeof allowed / sizeof *allowed && allowed[i] != days)
        i++;
    if (i == sizeof allowed / sizeof *allowed)
        return call_fail(call, "InvalidParameterException",
                         "1 validation error detected: Value '%lld' at 'retentionInDays' failed to "
                         "satisfy constraint: Member must satisfy enum value set: [1, 3, 5, 7, 14, "
                         "30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, "
                         "2922, 3288, 3653]",
                         (long long)days);
    int64_t group = call_group(call);
    if (!group)
        return NULL;
    store_of(call)->api->run(store_of(call), STORE_GROUP_KEEP, "ii", group, days);
    expire(service_of(call));
    return json_null();
}

json_t *op_delete_retention_policy(struct slrun_json_call *call)
{
    int64_t group = call_group(call);
    if (!group)
        return NULL;
    store_of(call)->api->run(store_of(call), STORE_GROUP_KEEP_ALL, "i", group);
    expire(service_of(call));
    return json_null();
}

/* ---- tags ---- */

/* The tags of the group that resourceArn (logGroupName, of the older operations) names, and the
 * group's id. NULL after call_fail(). */
static json_t *read_tags(struct slrun_json_call *call, int64_t *group)
{
    const char *arn = call_string(call, "resourceArn"), *name = call_string(call, "logGroupName");
    bool older = name != NULL;
    if (arn && strncmp(arn, "arn:", 4) == 0)
        name = call_group_name(call, arn);
    sqlite3_stmt *query = store_of(call)->api->bind(store_of(call), STORE_GROUP, "ttt",
                                                    call->x->account, call->x->region, name);
    json_t *tags = NULL;
    if (store_of(call)->api->row(store_of(call), query)) {
        *group = sqlite3_column_int64(query, 0);
        tags = json_loads(column(query, 1), 0, NULL);
    } else {
        call_fail(call, "ResourceNotFoundException", "The specified %s does not exist.",
                  older ? "log group" : "resource");
    }
    sqlite3_reset(query);
    return tags;
}

static json_t *write_tags(struct slrun_json_call *call, int64_t group, json_t *tags)
{
    store_of(call)->api->run(store_of(call), STORE_GROUP_TAGS, "ij", group, tags);
    json_decref(tags);
    return json_null();
}

json_t *op_tag_resource(struct slrun_json_call *call)
{
    int64_t group = 0;
    json_t *tags = read_tags(call, &group);
    if (!tags)
        return NULL;
    if (json_object_update(tags, json_object_get(call->args, "tags")) != 0 ||
        json_object_size(tags) > TAGS_MAX) {
        json_decref(tags);
        return call_fail(call, "TooManyTagsException", "A resource can have no more than %d tags.",
                         TAGS_MAX);
    }
    return write_tags(call, group, tags);
}

json_t *op_untag_resource(struct slrun_json_call *call)
{
    const json_t *keys = json_object_get(call->args, "tagKeys");
    if (!keys)
        keys = json_object_get(call->args, "tags");
    int64_t group = 0;
    json_t *tags = read_tags(call, &group);
    if (!tags)
        return NULL;
    for (size_t i = 0; i < json_array_size(keys); i++)
        json_object_del(tags, json_string_value(json_array_get(keys, i)));
    return write_tags(call, group, tags);
}

json_t *op_list_tags_for_resource(struct slrun_json_call *call)
{
    int64_t group = 0;
    json_t *tags = read_tags(call, &group);
    return tags ? json_pack("{s:o}", "tags", tags) : NULL;
}

/* ---- the older operations, which name the group ---- */

json_t *op_tag_log_group(struct slrun_json_call *call)
{
    return op_tag_resource(call);
}

json_t *op_untag_log_group(struct slrun_json_call *call)
{
    return op_untag_resource(call);
}

json_t *op_list_tags_log_group(struct slrun_json_call *call)
{
    return op_list_tags_for_resource(call);
}
