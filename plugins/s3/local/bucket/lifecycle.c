/* SPDX-License-Identifier: Apache-2.0 */
/* Lifecycles of objects (user guide, "Managing the lifecycle of objects"). */
#include "bucket/lifecycle.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/time.h>

#define MINIMUM_HEADER "x-amz-transition-default-minimum-object-size"
#define MINIMUM_KEPT   "lifecycle-minimum" /* beside the configuration */

static const char *const minimums[] = {"all_storage_classes_128K", "varies_by_storage_class"};

#define DAY_MS INT64_C(86400000)

/* ---- which objects ---- */

static bool has_tag(const struct object *object, const struct xml_node *wanted)
{
    size_t i;
    json_t *tag;
    json_array_foreach (json_object_get(object->info, "tags"), i, tag)
        if (strcmp(json_string_value(json_array_get(tag, 0)), xml_text(wanted, "Key")) == 0 &&
            strcmp(json_string_value(json_array_get(tag, 1)), xml_text(wanted, "Value")) == 0)
            return true;
    return false;
}

/* One of a filter's elements. */
static bool fits(const struct xml_node *condition, const struct object *object)
{
    const char *name = condition->name;
    struct slice text = condition->text;
    if (strcmp(name, "Prefix") == 0)
        return object->key.size >= text.size && memcmp(object->key.data, text.data, text.size) == 0;
    if (strcmp(name, "Tag") == 0)
        return has_tag(object, condition);
    unsigned long long size = strtoull(text.data, NULL, 10);
    return strcmp(name, "ObjectSizeGreaterThan") == 0 ? object->size > size : object->size < size;
}

bool lifecycle_applies(const struct xml_node *rule, const struct object *object)
{
    const struct xml_node *filter = xml_child(rule, "Filter"), *prefix = xml_child(rule, "Prefix");
    const struct xml_node *both = filter == NULL ? NULL : xml_child(filter, "And");
    const struct xml_node *conditions = both != NULL     ? both->first
                                        : filter != NULL ? filter->first
                                                         : NULL;
    bool enabled = strcmp(xml_text(rule, "Status"), "Enabled") == 0;
    for (; enabled && conditions != NULL; conditions = conditions->next)
        enabled = fits(conditions, object);
    return enabled && (prefix == NULL || fits(prefix, object));
}

/* ---- when ---- */

int64_t lifecycle_after_days(int64_t since_ms, const char *days)
{
    int64_t ms = since_ms + strtol(days, NULL, 10) * DAY_MS;
    return (ms + DAY_MS - 1) / DAY_MS * DAY_MS;
}

/* -1: the rule lets it be. */
static int64_t expires_ms(const struct xml_node *rule, const struct object *object)
{
    const struct xml_node *expiration = xml_child(rule, "Expiration");
    const char *days = xml_text(expiration, "Days"), *date = xml_text(expiration, "Date");
    int64_t ms;
    if (date != NULL && slrun_time_read(date, SLRUN_TIME_ANY, &ms))
        return ms;
    return days == NULL ? -1 : lifecycle_after_days(object->modified_ms, days);
}

static int64_t aborts_ms(const struct xml_node *rule, const struct object *upload)
{
    const char *days =
        xml_text(xml_child(rule, "AbortIncompleteMultipartUpload"), "DaysAfterInitiation");
    return days == NULL ? -1 : lifecycle_after_days(upload->modified_ms, days);
}

/* The first time that a rule has for it, and the id of that rule; -1: there is none. */
static int64_t first_due(struct call *call, const struct object *object,
                         int64_t (*due_ms)(const struct xml_node *, const struct object *),
                         const char **id)
{
    const struct xml_node *all =
        store_config_xml(call->service->store, &call->pool, call->bucket.id, "lifecycle");
    int64_t first = -1;
    for (const struct xml_node *rule = all == NULL ? NULL : all->first; rule != NULL;
         rule = rule->next) {
        int64_t due = lifecycle_applies(rule, object) ? due_ms(rule, object) : -1;
        if (due >= 0 && (first < 0 || due < first)) {
            first = due;
            *id = xml_text(rule, "ID");
        }
    }
    return first;
}

void lifecycle_add_expiration(struct call *call, const struct object *object)
{
    const char *id = NULL;
    char date[SLRUN_TIME_HTTP_SIZE];
    int64_t due = first_due(call, object, expires_ms, &id);
    if (due >= 0 && id != NULL) {
        slrun_time_http(due, date);
        call_add(call, "x-amz-expiration",
                 pool_format(&call->pool, "expiry-date=\"%s\", rule-id=\"%s\"", date, id));
    }
}

void lifecycle_add_abort(struct call *call, const struct upload *upload)
{
    const struct object like = {.key = upload->key, .modified_ms = upload->created_ms};
    const char *id = NULL;
    char date[SLRUN_TIME_HTTP_SIZE];
    int64_t due = first_due(call, &like, aborts_ms, &id);
    if (due >= 0 && id != NULL) {
        slrun_time_http(due, date);
        call_add(call, "x-amz-abort-date", pool_text(&call->pool, date));
        call_add(call, "x-amz-abort-rule-id", id);
    }
}

/* ---- what is due ---- */

/* A delete marker goes for its age, too ("Understanding expired object delete markers"). */
static bool is_marker_over(const struct xml_node *rule, const struct object *marker, int64_t now)
{
    const struct xml_node *expiration = xml_child(rule, "Expiration");
    const char *days = xml_text(expiration, "Days");
    return xml_is_true(expiration, "ExpiredObjectDeleteMarker") ||
           (days != NULL && lifecycle_after_days(marker->modified_ms, days) <= now);
}

const struct xml_node *lifecycle_first_rule(struct call *call)
{
    return xml_child(
        store_config_xml(call->service->store, &call->pool, call->bucket.id, "lifecycle"), "Rule");
}

bool lifecycle_is_over(struct call *call, const struct object *object, bool alone)
{
    for (const struct xml_node *rule = lifecycle_first_rule(call); rule != NULL;
         rule = xml_again(rule)) {
        int64_t due =
            object->marker || !lifecycle_applies(rule, object) ? -1 : expires_ms(rule, object);
        bool gone = object->marker && alone && lifecycle_applies(rule, object) &&
                    is_marker_over(rule, object, call->now);
        if (gone || (due >= 0 && due <= call->now))
            return true;
    }
    return false;
}

bool lifecycle_is_past(struct call *call, const struct object *object,
                       const struct lifecycle_past *past)
{
    for (const struct xml_node *rule = lifecycle_first_rule(call); rule != NULL;
         rule = xml_again(rule)) {
        const struct xml_node *expiration = xml_child(rule, "NoncurrentVersionExpiration");
        const char *days = xml_text(expiration, "NoncurrentDays");
        const char *newer = xml_text(expiration, "NewerNoncurrentVersions");
        if (days != NULL && lifecycle_applies(rule, object) &&
            lifecycle_after_days(past->since_ms, days) <= call->now &&
            (newer == NULL || past->newer >= strtoul(newer, NULL, 10)))
            return true;
    }
    return false;
}

bool lifecycle_is_abandoned(struct call *call, const struct upload *upload)
{
    const struct object like = {.key = upload->key, .modified_ms = upload->created_ms};
    const char *id = NULL;
    int64_t due = first_due(call, &like, aborts_ms, &id);
    return due >= 0 && due <= call->now;
}

/* ---- what is too small ---- */

bool lifecycle_put_minimum(struct call *call)
{
    const char *said = call_header(call, MINIMUM_HEADER);
    const char *minimum = said == NULL ? minimums[0] : said;
    if (strcmp(minimum, minimums[0]) != 0 && strcmp(minimum, minimums[1]) != 0) {
        return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                         "Invalid TransitionDefaultMinimumObjectSize found: %.100s", minimum);
    }
    store_config_set(call->service->store, call->bucket.id, MINIMUM_KEPT,
                     (struct slice){minimum, strlen(minimum)});
    call_add(call, MINIMUM_HEADER, minimum);
    return true;
}

static const char *minimum_of(struct call *call)
{
    struct slice kept =
        store_config(call->service->store, &call->pool, call->bucket.id, MINIMUM_KEPT);
    return kept.data == NULL ? minimums[0] : pool_copy(&call->pool, kept.data, kept.size);
}

void lifecycle_add_minimum(struct call *call)
{
    call_add(call, MINIMUM_HEADER, minimum_of(call));
}

bool lifecycle_varies(struct call *call)
{
    const char *minimum = minimum_of(call);
    return minimum != NULL && strcmp(minimum, minimums[1]) == 0;
}
