/* SPDX-License-Identifier: Apache-2.0 */
/* Log groups by parts of their names and by tags. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include <slrun/member.h>

#include "local/service.h"

enum { LISTED_MAX = 50, PART_SIZE = 300 };
enum { NAME, CLASS = 4, TAGS = 7 }; /* columns of STORE_GROUPS */

/* "^/aws/lambda|discovery": what begins so, or contains it. */
static bool is_like(const char *name, const char *pattern)
{
    char part[PART_SIZE];
    while (*pattern) {
        size_t n = strcspn(pattern, "|"), start = *pattern == '^';
        (void)snprintf(part, sizeof part, "%.*s", (int)(n - start), pattern + start);
        const char *at = strstr(name, part);
        if (start ? at == name : at != NULL)
            return true;
        pattern += n + (pattern[n] == '|');
    }
    return false;
}

/* "prod", "!prod", "*prod*": with a star the case does not matter. */
static bool is_value(const char *value, const char *wanted)
{
    bool not = *wanted == '!', found = false;
    wanted += not ;
    bool begins = *wanted != '*';
    size_t n = strlen(wanted += !begins), size = strlen(value);
    bool ends = n == 0 || wanted[n - 1] != '*';
    n -= !ends;
    if (begins && ends)
        found = strcmp(value, wanted) == 0;
    for (size_t at = 0; !(begins && ends) && !found && at + n <= size; at++)
        found = (!begins || at == 0) && (!ends || at + n == size) &&
                strncasecmp(value + at, wanted, n) == 0;
    return found != not ;
}

static bool has_tag(const json_t *tags, const json_t *filter)
{
    const char *value = slrun_text(tags, slrun_text_or(filter, "key", ""));
    const json_t *values = json_object_get(filter, "values");
    for (size_t i = 0; value && i < json_array_size(values); i++)
        if (is_value(value, json_string_value(json_array_get(values, i))))
            return true;
    return value && json_array_size(values) == 0;
}

/* Here no group has a field index or a source of data. */
static bool is_wanted(const struct slrun_json_call *call, sqlite3_stmt *query)
{
    const char *pattern = call_string(call, "logGroupNamePattern");
    const json_t *filters = json_object_get(call->args, "logGroupTags");
    if (json_object_get(call->args, "dataSources") ||
        json_object_get(call->args, "fieldIndexNames") ||
        (pattern && !is_like((const char *)sqlite3_column_text(query, NAME), pattern)))
        return false;
    json_t *tags = json_loads((const char *)sqlite3_column_text(query, TAGS), 0, NULL);
    bool has = true;
    for (size_t i = 0; has && i < json_array_size(filters); i++)
        has = has_tag(tags, json_array_get(filters, i));
    json_decref(tags);
    return has;
}

static json_t *summary(const struct slrun_json_call *call, sqlite3_stmt *query)
{
    const char *name = (const char *)sqlite3_column_text(query, NAME);
    return json_pack("{s:s, s:o, s:s}", "logGroupName", name, "logGroupArn",
                     call_group_arn(call, name, ""), "logGroupClass",
                     (const char *)sqlite3_column_text(query, CLASS));
}

json_t *op_list_log_groups(struct slrun_json_call *call)
{
    size_t limit = (size_t)call_integer(call, "limit", LISTED_MAX);
    sqlite3_stmt *query =
        store_of(call)->api->bind(store_of(call), STORE_GROUPS, "ttttttti", call->x->account,
                                  call->x->region, call_string(call, "nextToken"), NULL, NULL,
                                  call_string(call, "logGroupClass"), NULL, (int64_t)INT32_MAX);
    json_t *groups = json_array();
    bool more = false;
    while (!more && store_of(call)->api->row(store_of(call), query)) {
        if (!is_wanted(call, query))
            continue;
        more = json_array_size(groups) == limit;
        if (!more)
            json_array_append_new(groups, summary(call, query));
    }
    sqlite3_reset(query);
    json_t *result = json_pack("{s:o}", "logGroups", groups);
    if (more) /* the name of the last, after which the next page begins */
        json_object_set(result, "nextToken",
                        json_object_get(json_array_get(groups, limit - 1), "logGroupName"));
    return result;
}
