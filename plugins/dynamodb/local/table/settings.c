/* SPDX-License-Identifier: Apache-2.0 */
/* Settings of tables with operations of their own: time to live, resource policies. They are kept
 * in the table's definition. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "table/table.h"
#include "table/ttl.h"

enum { REVISION_SIZE = 24, POLICY_BYTES_MAX = 20 * 1024 };

/* ---- time to live ---- */

static bool check_ttl(struct call *call, const struct table *table, const json_t *wanted)
{
    const char *name = json_string_value(json_object_get(wanted, "AttributeName"));
    bool enable = json_is_true(json_object_get(wanted, "Enabled"));
    if (table->ttl == NULL)
        return enable || fault_invalid(&call->fault, "TimeToLive is already disabled");
    if (strcmp(table->ttl, name) != 0) {
        return fault_invalid(&call->fault,
                             "TimeToLive is active on a different AttributeName: current "
                             "AttributeName is %s",
                             table->ttl);
    }
    return !enable || fault_invalid(&call->fault, "TimeToLive is already enabled");
}

/* In one transaction with the definition. */
static bool set_ttl(struct call *call, struct table *table, const json_t *definition)
{
    struct service *service = call->service;
    struct store *store = service->store;
    json_t *old = json_incref(table->definition);
    bool ok = store_begin(store) && catalog_redefine(service->catalog, table, definition) &&
              (table->ttl != NULL ? ttl_backfill(store, table, call_now_ms(call))
                                  : store_expiries_clear(store, table->part)) &&
              store_commit(store);
    if (!ok) {
        store_rollback(store);
        (void)catalog_redefine(service->catalog, table, old);
    }
    json_decref(old);
    return ok || fault_internal(&call->fault);
}

json_t *op_update_time_to_live(struct call *call)
{
    json_t *wanted = json_object_get(call->args, "TimeToLiveSpecification");
    struct table *table = call_named_table(call);
    if (table == NULL || !check_ttl(call, table, wanted))
        return NULL;
    json_t *definition = value_copy(table->definition);
    if (json_is_true(json_object_get(wanted, "Enabled")))
        json_object_set(definition, "TimeToLive", wanted);
    else
        json_object_del(definition, "TimeToLive");
    bool ok = set_ttl(call, table, definition);
    json_decref(definition);
    return ok ? json_pack("{s:O}", "TimeToLiveSpecification", wanted) : NULL;
}

json_t *op_describe_time_to_live(struct call *call)
{
    const struct table *table = call_named_table(call);
    return table == NULL ? NULL
                         : json_pack("{s:{s:s, s:s*}}", "TimeToLiveDescription", "TimeToLiveStatus",
                                     table->ttl == NULL ? "DISABLED" : "ENABLED", "AttributeName",
                                     table->ttl);
}

/* ---- any of them ---- */

bool table_keep(struct call *call, struct table *table, const char *name, json_t *value)
{
    json_t *definition = value_copy(table->definition);
    bool ok = definition != NULL;
    if (value == NULL)
        json_object_del(definition, name);
    else
        ok = json_object_set_new(definition, name, value) == 0;
    ok = ok && catalog_redefine(call->service->catalog, table, definition);
    json_decref(definition);
    return ok || fault_internal(&call->fault);
}

/* ---- resource policies ---- */

static struct table *policed(struct call *call)
{
    struct table *table = call_table(call, call_string(call, "ResourceArn"));
    if (table == NULL) {
        const char *arn = call_string(call, "ResourceArn"), *name = strrchr(arn, '/');
        fault_set(&call->fault, FAULT_NOT_FOUND,
                  "Requested resource not found: Table: %s not found",
                  name == NULL ? arn : name + 1);
    }
    return table;
}

#define NO_POLICY "Resource-based policy not found for the provided ResourceArn: "

/* ExpectedRevisionId is the revision there is; NO_POLICY: there is none. */
static bool is_expected(struct call *call, const struct table *table, const json_t *policy)
{
    const char *expected = call_string(call, "ExpectedRevisionId");
    const char *revision = json_string_value(json_object_get(policy, "RevisionId"));
    if (expected == NULL || strcmp(expected, revision == NULL ? "NO_POLICY" : revision) == 0)
        return true;
    if (revision == NULL) {
        return fault_set(&call->fault, FAULT_POLICY_NOT_FOUND, NO_POLICY "%s",
                         call_string(call, "ResourceArn"));
    }
    if (strcmp(expected, "NO_POLICY") == 0) {
        return fault_set(&call->fault, FAULT_POLICY_NOT_FOUND,
                         NO_POLICY "Requested policy update expecting none to be present for table "
                                   "%s, but a policy exists with revision id %s.",
                         table->name, revision);
    }
    return fault_set(&call->fault, FAULT_POLICY_NOT_FOUND,
                     NO_POLICY "Requested update for policy with revision id %s, but the policy "
                               "associated to target table %s has revision id %s.",
                     expected, table->name, revision);
}

static json_t *document_of(const json_t *text)
{
    return json_loadb(json_string_value(text), json_string_length(text), 0, NULL);
}

static bool same_policy(const json_t *text, const json_t *policy)
{
    json_t *new = document_of(text);
    json_t *old = policy == NULL ? NULL : document_of(json_object_get(policy, "Policy"));
    bool same = old != NULL && json_equal(new, old);
    json_decref(new);
    json_decref(old);
    return same;
}

bool policy_check(const json_t *text, struct fault *fault)
{
    json_t *document = text == NULL ? json_object() : document_of(text);
    bool ok =
        json_is_object(document) && (text == NULL || json_string_length(text) <= POLICY_BYTES_MAX);
    json_decref(document);
    return ok || fault_invalid(fault, "Resource-based policy document is not valid");
}

json_t *policy_new(struct call *call, json_t *text, const json_t *old)
{
    char revision[REVISION_SIZE];
    const char *last = json_string_value(json_object_get(old, "RevisionId"));
    int64_t number = last == NULL ? 0 : strtoll(last, NULL, 10);
    int64_t now_ms = call_now_ms(call);
    snprintf(revision, sizeof revision, "%" PRId64, now_ms > number ? now_ms : number + 1);
    return json_pack("{s:O, s:s}", "Policy", text, "RevisionId", revision);
}

json_t *op_put_resource_policy(struct call *call)
{
    struct table *table = policed(call);
    json_t *text = json_object_get(call->args, "Policy");
    if (table == NULL || !policy_check(text, &call->fault))
        return NULL;
    const json_t *old = json_object_get(table->definition, "ResourcePolicy");
    if (!is_expected(call, table, old))
        return NULL;
    if (same_policy(text, old))
        return json_pack("{s:O}", "RevisionId", json_object_get(old, "RevisionId"));
    return table_keep(call, table, "ResourcePolicy", policy_new(call, text, old))
               ? json_pack("{s:O}", "RevisionId",
                           json_object_get(json_object_get(table->definition, "ResourcePolicy"),
                                           "RevisionId"))
               : NULL;
}

json_t *policy_of_arn(const struct service *service, const char *arn)
{
    static const char format[] = "arn:aws:dynamodb:%31[^:]:%12[0-9]:table/%255[^/]";
    char region[32], account[13], name[256];
    const struct table *table = sscanf(arn, format, region, account, name) == 3
                                    ? catalog_find(service->catalog, account, region, name)
                                    : NULL;
    const json_t *policy =
        table == NULL ? NULL : json_object_get(table->definition, "ResourcePolicy");
    return policy == NULL ? NULL : document_of(json_object_get(policy, "Policy"));
}

json_t *op_get_resource_policy(struct call *call)
{
    const struct table *table = policed(call);
    json_t *policy = table == NULL ? NULL : json_object_get(table->definition, "ResourcePolicy");
    if (table == NULL)
        return NULL;
    if (policy == NULL) {
        fault_set(&call->fault, FAULT_POLICY_NOT_FOUND, NO_POLICY "%s",
                  call_string(call, "ResourceArn"));
    }
    return json_incref(policy);
}

json_t *op_delete_resource_policy(struct call *call)
{
    struct table *table = policed(call);
    if (table == NULL)
        return NULL;
    json_t *policy = json_object_get(table->definition, "ResourcePolicy");
    if (!is_expected(call, table, policy))
        return NULL;
    if (policy == NULL)
        return json_object();
    json_t *answer = json_pack("{s:O}", "RevisionId", json_object_get(policy, "RevisionId"));
    if (!table_keep(call, table, "ResourcePolicy", NULL)) {
        json_decref(answer);
        return NULL;
    }
    return answer;
}
