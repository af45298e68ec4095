/* SPDX-License-Identifier: Apache-2.0 */
/* Targets of rules: added, listed, removed. */
#include <stdlib.h>
#include <string.h>

#include "local/input.h"

static bool check_input(struct slrun_json_call *call, const json_t *target)
{
    const char *id = slrun_text(target, "Id"), *input = slrun_text(target, "Input");
    int n = (input != NULL) + (slrun_text(target, "InputPath") != NULL) +
            (json_object_get(target, "InputTransformer") != NULL);
    if (n > 1)
        return call_invalid(call,
                            "Only one of Input, InputPath, or InputTransformer must be "
                            "provided for target %s.",
                            id);
    json_t *read = input ? json_loads(input, JSON_DECODE_ANY, NULL) : NULL;
    if (input && !read)
        return call_invalid(call, "JSON syntax error in input for target %s", id);
    json_decref(read);
    return input_check(call, target);
}

/* Whether it may be a target. False after call_fail(). */
static bool target_check(struct slrun_json_call *call, const json_t *target)
{
    const char *arn = slrun_text(target, "Arn"), *id = slrun_text(target, "Id");
    size_t n = strlen(arn);
    bool fifo = n > 5 && strcmp(arn + n - 5, ".fifo") == 0;
    if (strncmp(arn, "arn:", 4) != 0 || slrun_arn_last(arn) == arn)
        return call_invalid(call,
                            "Parameter %s is not valid. Reason: Provided Arn is not in correct "
                            "format.",
                            id);
    if (!delivery_reaches(arn))
        return call_invalid(
            call,
            "Parameter %s is not valid. Reason: slrun's local cloud delivers to "
            "functions, queues, topics, streams, log groups, state machines, event buses "
            "and API destinations, not to "
            "%.200s",
            id, arn);
    if (fifo && strstr(arn, ":sqs:") &&
        !slrun_text(json_object_get(target, "SqsParameters"), "MessageGroupId"))
        return call_invalid(call, "Parameter(s) MessageGroupId must be specified for target: %s.",
                            id);
    return check_input(call, target);
}

json_t *op_put_targets(struct slrun_json_call *call)
{
    json_t *rule = call_rule(call, "Rule"), *mine = json_object_get(rule, "Targets"), *target;
    const json_t *more = json_object_get(call->args, "Targets");
    size_t i, n = json_array_size(mine);
    if (!rule)
        return NULL;
    json_array_foreach (more, i, target) {
        n += slrun_list_at(mine, "Id", slrun_text(target, "Id")) == json_array_size(mine);
        if (!target_check(call, target))
            return NULL;
    }
    if (n > TARGETS_MAX)
        return call_fail(call, "LimitExceededException",
                         "The requested resource exceeds the maximum number allowed.");
    slrun_list_put(mine, "Id", more);
    rule_keep(call->service, slrun_text(rule, "Arn"));
    return json_pack("{s:i, s:[]}", "FailedEntryCount", 0, "FailedEntries");
}

json_t *op_remove_targets(struct slrun_json_call *call)
{
    json_t *rule = call_rule(call, "Rule"), *mine = json_object_get(rule, "Targets"), *id;
    json_t *failed = json_array();
    size_t i;
    if (!rule) {
        json_decref(failed);
        return NULL;
    }
    json_array_foreach (json_object_get(call->args, "Ids"), i, id) {
        size_t at = slrun_list_at(mine, "Id", json_string_value(id));
        if (at < json_array_size(mine))
            (void)json_array_remove(mine, at);
        else
            (void)json_array_append_new(
                failed,
                json_pack("{s:O, s:s, s:o}", "TargetId", id, "ErrorCode",
                          "ResourceNotFoundException", "ErrorMessage",
                          json_sprintf("Target %s does not exist.", json_string_value(id))));
    }
    rule_keep(call->service, slrun_text(rule, "Arn"));
    return json_pack("{s:i, s:o}", "FailedEntryCount", (int)json_array_size(failed),
                     "FailedEntries", failed);
}

json_t *op_list_targets_by_rule(struct slrun_json_call *call)
{
    json_t *rule = call_rule(call, "Rule");
    return rule ? call_page(call, json_copy(json_object_get(rule, "Targets"))) : NULL;
}

/* ---- deliveries ---- */

void target_deliver(struct service *service, const json_t *rule, const json_t *target,
                    const json_t *event)
{
    const char *arn = slrun_text(target, "Arn");
    if (strstr(arn, ":event-bus/")) { /* it goes on as it is */
        bus_dispatch(service, arn, event);
        return;
    }
    char *text = input_text(service, rule, target, event);
    deliver(&service->deliverer, &(struct delivery_order){rule, target, event, text});
    free(text);
}
