/* SPDX-License-Identifier: Apache-2.0 */
/* CloudWatch contributor insights for DynamoDB: the setting of tables and indexes. Nothing is
 * counted here. The definition keeps it by the index's name, "" for the table's own. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "params/params.h"
#include "table/table.h"

#define ALL_KEYS "ACCESSED_AND_THROTTLED_KEYS"

static json_t *settings_of(const struct table *table)
{
    return json_object_get(table->definition, "ContributorInsights");
}

static bool is_on(const json_t *setting)
{
    return json_is_true(json_object_get(setting, "Enabled"));
}

/* The table, and the name of the index that the call is about; NULL with the fault filled. */
static struct table *find(struct call *call, const char **index)
{
    struct table *table = call_named_table(call);
    const char *name = call_string(call, "IndexName");
    *index = name == NULL ? "" : name;
    if (table != NULL && name != NULL && table_index(table, name) == NULL) {
        fault_set(&call->fault, FAULT_NOT_FOUND,
                  "Requested resource not found: Table: %s, Index: %s not found", table->name,
                  name);
        return NULL;
    }
    return table;
}

static json_t *rules(const struct table *table, const json_t *setting)
{
    static const char *const kinds[] = {"PKC", "PKT", "SKC", "SKT"};
    bool all = table_says(setting, "Mode", ALL_KEYS);
    json_t *list = json_array();
    for (size_t i = 0; list != NULL && i < (table->keys.n > 1 ? 4 : 2); i++) {
        json_t *rule = json_sprintf("DynamoDBContributorInsights-%s-%s-%" PRId64, kinds[i],
                                    table->name, table->created_ms);
        bool counts = all || kinds[i][2] == 'T';
        if (!counts) {
            json_decref(rule);
        } else if (json_array_append_new(list, rule) != 0) {
            json_decref(list);
            return NULL;
        }
    }
    return list;
}

/* What is told of a setting in every answer. */
static json_t *tell(const struct table *table, const char *index, const json_t *setting,
                    const char *status)
{
    json_t *mode = json_object_get(setting, "Mode");
    return json_pack("{s:s, s:s*, s:s, s:O*}", "TableName", table->name, "IndexName",
                     *index == '\0' ? NULL : index, "ContributorInsightsStatus", status,
                     "ContributorInsightsMode", mode);
}

json_t *op_describe_contributor_insights(struct call *call)
{
    const char *index;
    const struct table *table = find(call, &index);
    if (table == NULL)
        return NULL;
    const json_t *setting = json_object_get(settings_of(table), index);
    bool on = is_on(setting);
    json_t *answer = tell(table, index, setting, on ? "ENABLED" : "DISABLED");
    if (on)
        json_object_set_new(answer, "ContributorInsightsRuleList", rules(table, setting));
    if (setting != NULL)
        json_object_set(answer, "LastUpdateDateTime", json_object_get(setting, "Since"));
    return answer;
}

json_t *op_update_contributor_insights(struct call *call)
{
    const char *index;
    struct table *table = find(call, &index);
    if (table == NULL)
        return NULL;
    bool on = call_says(call, "ContributorInsightsAction", "ENABLE");
    const char *mode = call_string(call, "ContributorInsightsMode");
    json_t *all = settings_of(table) == NULL ? json_object() : value_copy(settings_of(table));
    json_t *setting =
        json_pack("{s:b, s:s, s:f}", "Enabled", on, "Mode", mode == NULL ? ALL_KEYS : mode, "Since",
                  (double)call_now_ms(call) / 1000.0);
    if (all == NULL || json_object_set(all, index, setting) != 0) {
        json_decref(all);
        json_decref(setting);
        fault_internal(&call->fault);
        return NULL;
    }
    json_t *answer = table_keep(call, table, "ContributorInsights", all)
                         ? tell(table, index, setting, on ? "ENABLING" : "DISABLING")
                         : NULL;
    json_decref(setting);
    return answer;
}

/* ---- all of them ---- */

static bool list_table(const struct table *table, json_t *list)
{
    const char *index;
    json_t *setting;
    json_object_foreach (settings_of(table), index, setting)
        if (json_array_append_new(
                list, tell(table, index, setting, is_on(setting) ? "ENABLED" : "DISABLED")) != 0)
            return false;
    return true;
}

static bool list_all(struct call *call, json_t *list)
{
    const struct slrun_exchange *x = call->exchange;
    const struct catalog *catalog = call->service->catalog;
    const struct table *table = catalog_after(catalog, x->account, x->region, "");
    bool ok = true;
    for (; ok && table != NULL; table = catalog_after(catalog, x->account, x->region, table->name))
        ok = list_table(table, list);
    return ok || fault_internal(&call->fault);
}

/* Entries [from, from + most); the token of the next page is where that begins. */
static json_t *page(struct call *call, const json_t *list)
{
    const json_t *most = json_object_get(call->args, "MaxResults");
    const char *token = call_string(call, "NextToken");
    size_t from = token == NULL ? 0 : strtoul(token, NULL, 10);
    size_t to = from + (most == NULL ? LIST_INSIGHTS_MAX : (size_t)json_integer_value(most));
    json_t *some = json_array();
    for (size_t i = from; some != NULL && i < to && i < json_array_size(list); i++)
        json_array_append(some, json_array_get(list, i));
    json_t *answer = json_pack("{s:o}", "ContributorInsightsSummaries", some);
    if (answer != NULL && to < json_array_size(list))
        json_object_set_new(answer, "NextToken", json_sprintf("%zu", to));
    return answer;
}

json_t *op_list_contributor_insights(struct call *call)
{
    const char *name = call_string(call, "TableName");
    const struct table *table = name == NULL ? NULL : call_named_table(call);
    if (name != NULL && table == NULL)
        return NULL;
    json_t *list = json_array();
    bool ok = list != NULL && (table != NULL ? list_table(table, list) : list_all(call, list));
    json_t *answer = ok ? page(call, list) : NULL;
    json_decref(list);
    return answer;
}
