/* SPDX-License-Identifier: Apache-2.0 */
/* Which storage class a lifecycle has for a version by now (user guide, "Transitioning objects
 * using Amazon S3 Lifecycle"). */
#include <stdlib.h>
#include <string.h>

#include <slrun/time.h>

#include "bucket/lifecycle.h"

enum { SMALL = 128 << 10, COLD = 5 };

/* Objects go only down this list. */
static const char *const classes[] = {"STANDARD",    "STANDARD_IA", "INTELLIGENT_TIERING",
                                      "ONEZONE_IA",  "GLACIER_IR",  "GLACIER",
                                      "DEEP_ARCHIVE"};

static size_t rank(const char *class)
{
    size_t i = sizeof classes / sizeof *classes - 1;
    while (i > 0 && strcmp(classes[i], class) != 0)
        i--;
    return i;
}

static bool may_follow(const char *from, const char *to)
{
    return rank(to) > rank(from) &&
           !(strcmp(from, "ONEZONE_IA") == 0 && strcmp(to, "GLACIER_IR") == 0);
}

/* A filter by size stands in the place of what is too small for anything. */
static bool is_large_enough(struct call *call, const struct xml_node *rule,
                            const struct object *object, const char *to)
{
    const struct xml_node *filter = xml_child(rule, "Filter");
    const struct xml_node *both = xml_child(filter, "And"), *at = both != NULL ? both : filter;
    return object->size >= SMALL || xml_child(at, "ObjectSizeGreaterThan") != NULL ||
           xml_child(at, "ObjectSizeLessThan") != NULL ||
           (rank(to) >= COLD && lifecycle_varies(call));
}

static bool is_current_due(const struct call *call, const struct xml_node *transition,
                           const struct object *object)
{
    const char *days = xml_text(transition, "Days"), *date = xml_text(transition, "Date");
    int64_t due;
    if (date != NULL)
        return slrun_time_read(date, SLRUN_TIME_ANY, &due) && due <= call->now;
    return days != NULL && lifecycle_after_days(object->modified_ms, days) <= call->now;
}

static bool is_past_due(const struct call *call, const struct xml_node *transition,
                        const struct lifecycle_past *past)
{
    const char *days = xml_text(transition, "NoncurrentDays");
    const char *newer = xml_text(transition, "NewerNoncurrentVersions");
    return days != NULL && lifecycle_after_days(past->since_ms, days) <= call->now &&
           (newer == NULL || past->newer >= strtoul(newer, NULL, 10));
}

/* The coldest of those that are due, as it costs least. */
const char *lifecycle_class(struct call *call, const struct object *object,
                            const struct lifecycle_past *past)
{
    const char *own = object_class(object), *found = NULL;
    const char *name = past == NULL ? "Transition" : "NoncurrentVersionTransition";
    const struct xml_node *rule = lifecycle_first_rule(call);
    for (; rule != NULL; rule = xml_again(rule)) {
        const struct xml_node *t = lifecycle_applies(rule, object) ? xml_child(rule, name) : NULL;
        for (; t != NULL; t = xml_again(t)) {
            const char *to = xml_text(t, "StorageClass");
            bool due = past == NULL ? is_current_due(call, t, object) : is_past_due(call, t, past);
            if (due && may_follow(own, to) && is_large_enough(call, rule, object, to) &&
                (found == NULL || rank(to) > rank(found)))
                found = to;
        }
    }
    return found;
}
