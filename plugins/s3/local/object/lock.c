/* SPDX-License-Identifier: Apache-2.0 */
/* Object lock. */
#include "object/lock.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <slrun/time.h>

#include "bucket/access.h"
#include "object/object.h"

#define DAY_MS INT64_C(86400000)

static const char *const modes[] = {"GOVERNANCE", "COMPLIANCE", NULL};
static const char *const switches[] = {"ON", "OFF", NULL};
static const char *const enabled[] = {"Enabled", NULL};

static bool is_one(const char *text, const char *const *words)
{
    for (; *words != NULL; words++)
        if (strcmp(text, *words) == 0)
            return true;
    return false;
}

static bool need_lock(struct call *call)
{
    return call->bucket.lock || fault_say(&call->fault, FAULT_INVALID_REQUEST,
                                          "Bucket is missing Object Lock "
                                          "Configuration");
}

/* ---- the headers of a put ---- */

static bool default_retention(struct call *call, json_t *info)
{
    const struct xml_node *root =
        store_config_xml(call->service->store, &call->pool, call->bucket.id, "object-lock");
    const struct xml_node *rule = xml_child(xml_child(root, "Rule"), "DefaultRetention");
    const char *days = xml_text(rule, "Days"), *years = xml_text(rule, "Years");
    if (rule != NULL && (days != NULL || years != NULL)) {
        int64_t n = days != NULL ? strtol(days, NULL, 10) : strtol(years, NULL, 10) * 365;
        json_object_set_new(info, "mode", json_string(xml_text(rule, "Mode")));
        json_object_set_new(info, "until", json_integer(call->now + n * DAY_MS));
    }
    return true;
}

static bool read_until(struct call *call, const char *text, int64_t *until)
{
    if (!slrun_time_read(text, SLRUN_TIME_ANY, until)) {
        return fault_argument(&call->fault,
                              "The retain until date must be provided in ISO 8601 "
                              "format",
                              "x-amz-object-lock-retain-until-date", text);
    }
    return *until > call->now ||
           fault_argument(&call->fault, "The retain until date must be in the future!",
                          "x-amz-object-lock-retain-until-date", text);
}

/* Headers of a request; NULL: not given. */
struct lock_headers {
    const char *mode, *until, *hold;
    int64_t until_ms;
};

static bool check_headers(struct call *call, struct lock_headers *given)
{
    const char *mode = given->mode, *until = given->until, *hold = given->hold;
    if (!call->bucket.lock) {
        return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                         "Bucket is missing ObjectLockConfiguration");
    }
    if ((mode == NULL) != (until == NULL)) {
        return fault_argument(
            &call->fault,
            "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied",
            mode == NULL ? "x-amz-object-lock-mode" : "x-amz-object-lock-retain-until-date", NULL);
    }
    if (mode != NULL && !is_one(mode, modes)) {
        return fault_argument(&call->fault, "Unknown wormMode directive.", "x-amz-object-lock-mode",
                              mode);
    }
    if (until != NULL && !read_until(call, until, &given->until_ms))
        return false;
    return hold == NULL || is_one(hold, switches) ||
           fault_argument(&call->fault, "Legal Hold must be either of 'ON' or 'OFF'",
                          "x-amz-object-lock-legal-hold", hold);
}

bool lock_read_headers(struct call *call, json_t *info)
{
    struct lock_headers given = {call_header(call, "x-amz-object-lock-mode"),
                                 call_header(call, "x-amz-object-lock-retain-until-date"),
                                 call_header(call, "x-amz-object-lock-legal-hold"), 0};
    if (given.mode == NULL && given.until == NULL && given.hold == NULL)
        return !call->bucket.lock || default_retention(call, info);
    if (!check_headers(call, &given))
        return false;
    if (given.mode != NULL) {
        json_object_set_new(info, "mode", json_string(given.mode));
        json_object_set_new(info, "until", json_integer(given.until_ms));
    } else {
        (void)default_retention(call, info);
    }
    if (given.hold != NULL)
        json_object_set_new(info, "hold", json_string(given.hold));
    return true;
}

void lock_add_headers(struct call *call, const json_t *info)
{
    const char *mode = json_string_value(json_object_get(info, "mode"));
    call_add(call, "x-amz-object-lock-legal-hold",
             json_string_value(json_object_get(info, "hold")));
    if (mode != NULL) {
        char *until = pool_alloc(&call->pool, SLRUN_TIME_SIZE);
        if (until != NULL)
            slrun_time_text(json_integer_value(json_object_get(info, "until")), 1, until);
        call_add(call, "x-amz-object-lock-mode", mode);
        call_add(call, "x-amz-object-lock-retain-until-date", until);
    }
}

/* ---- what it forbids ---- */

static bool may_bypass(struct call *call)
{
    const char *header = call_header(call, "x-amz-bypass-governance-retention");
    return header != NULL && strcasecmp(header, "true") == 0 &&
           access_allowed(call, &(struct access_ask){.bucket = &call->bucket,
                                                     .key = call->address.key,
                                                     .action = "s3:BypassGovernanceRetention"});
}

static bool is_retained(const struct call *call, const json_t *info)
{
    return json_object_get(info, "mode") != NULL &&
           json_integer_value(json_object_get(info, "until")) > call->now;
}

static bool is_compliance(const json_t *info)
{
    const char *mode = json_string_value(json_object_get(info, "mode"));
    return mode != NULL && strcmp(mode, "COMPLIANCE") == 0;
}

static bool is_held(const json_t *info)
{
    const char *hold = json_string_value(json_object_get(info, "hold"));
    return hold != NULL && strcmp(hold, "ON") == 0;
}

bool lock_protects(const struct call *call, const struct object *object)
{
    return is_held(object->info) || is_retained(call, object->info);
}

bool lock_may_delete(struct call *call, const struct object *object)
{
    if (is_held(object->info))
        return fault_set(&call->fault, FAULT_OBJECT_LOCKED);
    if (!is_retained(call, object->info) || (!is_compliance(object->info) && may_bypass(call)))
        return true;
    return fault_set(&call->fault, FAULT_OBJECT_LOCKED);
}

/* ---- the bucket's configuration ---- */

static const struct xml_rule retention_rules[] = {{"Mode", XML_TEXT, 1, 1, modes, NULL},
                                                  {"Days", XML_INTEGER, 0, 1, NULL, NULL},
                                                  {"Years", XML_INTEGER, 0, 1, NULL, NULL},
                                                  {NULL}};
static const struct xml_rule rule_rules[] = {
    {"DefaultRetention", XML_GROUP, 1, 1, NULL, retention_rules}, {NULL}};
static const struct xml_rule lock_rules[] = {{"ObjectLockEnabled", XML_TEXT, 1, 1, enabled, NULL},
                                             {"Rule", XML_GROUP, 0, 1, NULL, rule_rules},
                                             {NULL}};
static const struct xml_rule lock_rule = {
    "ObjectLockConfiguration", XML_GROUP, 1, 1, NULL, lock_rules};

bool op_get_lock(struct call *call)
{
    struct slice text =
        store_config(call->service->store, &call->pool, call->bucket.id, "object-lock");
    if (!call->bucket.lock) {
        fault_set(&call->fault, FAULT_NO_LOCK);
        fault_detail(&call->fault, "BucketName", call->bucket.name);
        return false;
    }
    if (text.data != NULL) {
        call->content_type = "application/xml";
        text_put(&call->out, text.data, text.size);
        return true;
    }
    struct text *out = call_xml(call, "ObjectLockConfiguration");
    xml_element(out, "ObjectLockEnabled", "Enabled");
    xml_close(out, "ObjectLockConfiguration");
    return true;
}

static bool check_default(struct call *call, const struct xml_node *rule)
{
    const char *days = xml_text(rule, "Days"), *years = xml_text(rule, "Years");
    const char *given = days != NULL ? days : years;
    if ((days == NULL) == (years == NULL))
        return fault_set(&call->fault, FAULT_MALFORMED_XML);
    return strtol(given, NULL, 10) > 0 ||
           fault_argument(&call->fault,
                          "Default retention period must be a positive integer "
                          "value.",
                          days != NULL ? "Days" : "Years", given);
}

bool op_put_lock(struct call *call)
{
    if (!xml_valid(call->xml, &lock_rule))
        return fault_set(&call->fault, FAULT_MALFORMED_XML);
    if (call->bucket.versioning != VERSIONING_ENABLED) {
        return fault_say(&call->fault, FAULT_INVALID_BUCKET_STATE,
                         "Versioning must be 'Enabled' on the bucket to apply a Object Lock "
                         "configuration");
    }
    const struct xml_node *rule = xml_child(xml_child(call->xml, "Rule"), "DefaultRetention");
    if (rule != NULL && !check_default(call, rule))
        return false;
    struct text text = {.pool = &call->pool};
    xml_write_root(&text, call->xml);
    call->bucket.lock = true;
    store_bucket_set(call->service->store, &call->bucket);
    store_config_set(call->service->store, call->bucket.id, "object-lock",
                     (struct slice){text.data, text.size});
    return !text.failed || call_internal(call);
}

/* ---- the object's ---- */

static const struct xml_rule object_rules[] = {
    {"Mode", XML_TEXT, 0, 1, modes, NULL}, {"RetainUntilDate", XML_DATE, 0, 1, NULL, NULL}, {NULL}};
static const struct xml_rule object_rule = {"Retention", XML_GROUP, 1, 1, NULL, object_rules};
static const struct xml_rule hold_rules[] = {{"Status", XML_TEXT, 1, 1, switches, NULL}, {NULL}};
static const struct xml_rule hold_rule = {"LegalHold", XML_GROUP, 1, 1, NULL, hold_rules};

bool op_get_retention(struct call *call)
{
    struct object object;
    char until[SLRUN_TIME_SIZE];
    if (!need_lock(call) || !object_find(call, &object))
        return false;
    const char *mode = json_string_value(json_object_get(object.info, "mode"));
    if (mode == NULL)
        return fault_set(&call->fault, FAULT_NO_OBJECT_LOCK);
    slrun_time_text(json_integer_value(json_object_get(object.info, "until")), 1, until);
    struct text *text = call_xml(call, "Retention");
    xml_element(text, "Mode", mode);
    xml_element(text, "RetainUntilDate", until);
    xml_close(text, "Retention");
    return true;
}

/* Compliance can only be made longer; governance shorter or weaker only by who may bypass it. */
static bool may_change(struct call *call, const json_t *info, const char *mode, int64_t until)
{
    if (!is_retained(call, info))
        return true;
    const char *old = json_string_value(json_object_get(info, "mode"));
    if (mode != NULL && strcmp(mode, old) == 0 &&
        until >= json_integer_value(json_object_get(info, "until")))
        return true;
    return (!is_compliance(info) && may_bypass(call)) ||
           fault_set(&call->fault, FAULT_OBJECT_LOCKED);
}

bool op_put_retention(struct call *call)
{
    struct object object;
    int64_t until = 0;
    if (!need_lock(call))
        return false;
    if (!xml_valid(call->xml, &object_rule))
        return fault_set(&call->fault, FAULT_MALFORMED_XML);
    const char *mode = xml_text(call->xml, "Mode");
    const char *date = xml_text(call->xml, "RetainUntilDate");
    if ((mode == NULL) != (date == NULL))
        return fault_set(&call->fault, FAULT_MALFORMED_XML);
    if (date != NULL && !read_until(call, date, &until))
        return false;
    if (!object_find(call, &object) || !may_change(call, object.info, mode, until))
        return false;
    if (mode == NULL) {
        json_object_del(object.info, "mode");
        json_object_del(object.info, "until");
    } else {
        json_object_set_new(object.info, "mode", json_string(mode));
        json_object_set_new(object.info, "until", json_integer(until));
    }
    store_object_set(call->service->store, &object);
    return true;
}

bool op_get_legal_hold(struct call *call)
{
    struct object object;
    if (!need_lock(call) || !object_find(call, &object))
        return false;
    const char *hold = json_string_value(json_object_get(object.info, "hold"));
    if (hold == NULL)
        return fault_set(&call->fault, FAULT_NO_OBJECT_LOCK);
    struct text *text = call_xml(call, "LegalHold");
    xml_element(text, "Status", hold);
    xml_close(text, "LegalHold");
    return true;
}

bool op_put_legal_hold(struct call *call)
{
    struct object object;
    if (!need_lock(call))
        return false;
    if (!xml_valid(call->xml, &hold_rule))
        return fault_set(&call->fault, FAULT_MALFORMED_XML);
    if (!object_find(call, &object))
        return false;
    json_object_set_new(object.info, "hold", json_string(xml_text(call->xml, "Status")));
    store_object_set(call->service->store, &object);
    return true;
}
