/* SPDX-License-Identifier: Apache-2.0 */
/* Rules: made, told, listed, removed. */
#include <string.h>

#include "local/service.h"
#include "local/tag.h"

void rules_each(struct service *service, const char *bus, bool (*each)(void *arg, json_t *rule),
                void *arg)
{
    const char *arn, *of;
    json_t *rule;
    json_object_foreach (service->rules, arn, rule)
        if ((of = slrun_text(rule, "Bus")) && strcmp(of, bus) == 0 && !each(arg, rule))
            return;
}

/* arn:aws:events:REGION:ACCOUNT:rule/NAME, or rule/BUS/NAME. */
static json_t *arn_of(const json_t *bus, const char *name)
{
    const char *arn = slrun_text(bus, "Arn"), *of = slrun_text(bus, "Name");
    int n = (int)(slrun_arn_last(arn) - arn);
    bool other = strcmp(of, "default") != 0;
    return json_sprintf("%.*srule/%s%s%s", n, arn, other ? of : "", other ? "/" : "", name);
}

static json_t *find(const struct service *service, const json_t *bus, const char *name)
{
    json_t *arn = arn_of(bus, name);
    json_t *rule = json_object_get(service->rules, json_string_value(arn));
    json_decref(arn);
    return rule;
}

json_t *call_rule(struct slrun_json_call *call, const char *argument)
{
    const char *name = call_text(call, argument);
    json_t *bus = call_bus(call, "EventBusName"),
           *rule = bus ? find(call->service, bus, name) : NULL;
    if (!bus || rule)
        return rule;
    return call_fail(call, "ResourceNotFoundException", "Rule %s does not exist on EventBus %s.",
                     name, slrun_text(bus, "Name"));
}

/* ---- making ---- */

json_t *pattern_read(struct slrun_json_call *call, const char *text)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    json_t *pattern = json_loads(text, 0, NULL);
    if (!json_is_object(pattern))
        call_fail(call, "InvalidEventPatternException",
                  "Event pattern is not valid. Reason: Filter is not an object");
    else if (json_object_size(pattern) == 0)
        call_fail(call, "InvalidEventPatternException",
                  "Event pattern is not valid. Reason: Empty event pattern");
    else if (call->cloud->pattern_check(pattern, &error) != 0)
        call_fail(call, "InvalidEventPatternException", "Event pattern is not valid. Reason: %s",
                  error.message);
    if (!call->code)
        return pattern;
    json_decref(pattern);
    return NULL;
}

static bool check_schedule(struct slrun_json_call *call, const json_t *bus)
{
    const char *text = call_text(call, "ScheduleExpression");
    if (!text || !*text)
        return true;
    if (!schedule_check(text))
        return call_invalid(call, "Parameter ScheduleExpression is not valid.");
    return strcmp(slrun_text(bus, "Name"), "default") == 0 ||
           call_invalid(call, "ScheduleExpression is supported only on the default event bus.");
}

static bool more_rules(void *arg, json_t *rule)
{
    (void)rule;
    return ++*(size_t *)arg < RULES_MAX;
}

/* A rule of that name without anything; borrowed. NULL after call_fail(), or without memory. */
static json_t *rule_new(struct slrun_json_call *call, const json_t *bus)
{
    size_t n = 0;
    json_t *arn = arn_of(bus, call_text(call, "Name"));
    json_t *rule =
        json_pack("{s:s, s:O, s:O, s:O, s:s, s:[], s:[]}", "Name", call_text(call, "Name"), "Arn",
                  arn, "Bus", json_object_get(bus, "Arn"), "EventBusName",
                  json_object_get(bus, "Name"), "CreatedBy", call->x->account, "Targets", "Tags");
    rules_each(call->service, slrun_text(bus, "Arn"), more_rules, &n);
    if (n >= RULES_MAX)
        call_fail(call, "LimitExceededException",
                  "The requested resource exceeds the maximum number allowed.");
    bool added = !call->code && tags_put(call, rule, json_object_get(call->args, "Tags")) &&
                 json_object_set(service_of(call)->rules, json_string_value(arn), rule) == 0;
    json_decref(rule);
    json_decref(arn);
    return added ? rule : NULL;
}

/* What the rule said before and the call does not say is gone. */
static void set_rule(struct slrun_json_call *call, json_t *rule, json_t *pattern)
{
    static const char *const names[] = {
        "EventPattern", "ScheduleExpression", "State", "Description", "RoleArn", NULL};
    const char *arn = slrun_text(rule, "Arn");
    for (const char *const *name = names; *name; name++)
        (void)json_object_del(rule, *name);
    slrun_copy_members(rule, call->args, names);
    if (!slrun_text(rule, "State"))
        (void)json_object_set_new(rule, "State", json_string("ENABLED"));
    if (pattern)
        (void)json_object_set(rule, "Pattern", pattern);
    else
        (void)json_object_del(rule, "Pattern");
    rule_keep(call->service, arn);
    schedule_set(call->service, arn);
}

json_t *op_put_rule(struct slrun_json_call *call)
{
    const char *text = call_text(call, "EventPattern"),
               *when = call_text(call, "ScheduleExpression");
    json_t *bus = call_bus(call, "EventBusName"), *pattern = NULL, *rule = NULL;
    if (!bus)
        return NULL;
    if ((!text || !*text) && (!when || !*when))
        return call_invalid(call,
                            "Parameter(s) EventPattern or ScheduleExpression must be specified.");
    if (text && *text)
        pattern = pattern_read(call, text);
    if (!call->code && check_schedule(call, bus)) {
        rule = find(call->service, bus, call_text(call, "Name"));
        rule = rule ? rule : rule_new(call, bus);
    }
    if (rule)
        set_rule(call, rule, pattern);
    json_decref(pattern);
    return rule ? json_pack("{s:O}", "RuleArn", json_object_get(rule, "Arn")) : NULL;
}

/* ---- the rest ---- */

/* Of one that is gone already, too. */
json_t *op_delete_rule(struct slrun_json_call *call)
{
    json_t *bus = call_bus(call, "EventBusName");
    json_t *rule = bus ? find(call->service, bus, call_text(call, "Name")) : NULL;
    if (!bus)
        return NULL;
    if (!rule)
        return json_null();
    if (json_array_size(json_object_get(rule, "Targets")) > 0)
        return call_invalid(call, "Rule can't be deleted since it has targets.");
    json_t *arn = json_incref(json_object_get(rule, "Arn"));
    (void)json_object_del(service_of(call)->rules, json_string_value(arn));
    rule_keep(call->service, json_string_value(arn));
    schedule_set(call->service, json_string_value(arn));
    json_decref(arn);
    return json_null();
}

static json_t *set_state(struct slrun_json_call *call, const char *state)
{
    json_t *rule = call_rule(call, "Name");
    if (!rule)
        return NULL;
    (void)json_object_set_new(rule, "State", json_string(state));
    rule_keep(call->service, slrun_text(rule, "Arn"));
    schedule_set(call->service, slrun_text(rule, "Arn"));
    return json_null();
}

json_t *op_enable_rule(struct slrun_json_call *call)
{
    return set_state(call, "ENABLED");
}

json_t *op_disable_rule(struct slrun_json_call *call)
{
    return set_state(call, "DISABLED");
}

static json_t *told(const json_t *rule)
{
    static const char *const names[] = {
        "Name",  "Arn",         "EventPattern", "ScheduleExpression",
        "State", "Description", "RoleArn",      "EventBusName",
        NULL};
    json_t *one = json_object();
    slrun_copy_members(one, rule, names);
    return one;
}

json_t *op_describe_rule(struct slrun_json_call *call)
{
    json_t *rule = call_rule(call, "Name"), *one = rule ? told(rule) : NULL;
    if (one)
        (void)json_object_set(one, "CreatedBy", json_object_get(rule, "CreatedBy"));
    return one;
}

/* What a list is made by. */
struct listing {
    json_t *list;
    const char *prefix, *target;
};

static bool add_rule(void *arg, json_t *rule)
{
    struct listing *l = arg;
    if (!l->prefix || strncmp(slrun_text(rule, "Name"), l->prefix, strlen(l->prefix)) == 0)
        (void)json_array_append_new(l->list, told(rule));
    return true;
}

json_t *op_list_rules(struct slrun_json_call *call)
{
    json_t *bus = call_bus(call, "EventBusName");
    struct listing l = {.prefix = call_text(call, "NamePrefix")};
    if (!bus)
        return NULL;
    l.list = json_array();
    rules_each(call->service, slrun_text(bus, "Arn"), add_rule, &l);
    return call_page(call, l.list);
}

static bool add_name(void *arg, json_t *rule)
{
    struct listing *l = arg;
    const json_t *targets = json_object_get(rule, "Targets");
    for (size_t i = 0; i < json_array_size(targets); i++) {
        if (strcmp(slrun_text(json_array_get(targets, i), "Arn"), l->target) == 0) {
            (void)json_array_append(l->list, json_object_get(rule, "Name"));
            break;
        }
    }
    return true;
}

json_t *op_list_rule_names_by_target(struct slrun_json_call *call)
{
    json_t *bus = call_bus(call, "EventBusName");
    struct listing l = {.target = call_text(call, "TargetArn")};
    if (!bus)
        return NULL;
    l.list = json_array();
    rules_each(call->service, slrun_text(bus, "Arn"), add_name, &l);
    return call_page(call, l.list);
}
