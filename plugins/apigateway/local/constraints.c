/* SPDX-License-Identifier: Apache-2.0 */
/* Constraints of arguments (of REST APIs), all of whose violations AWS tells together. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "local/service.h"

/* One more of the violations that AWS tells together; `more` is taken over. */
static void violation(char list[FAULT_MESSAGE_MAX], int *n, json_t *more)
{
    size_t used = strlen(list);
    (void)snprintf(list + used, FAULT_MESSAGE_MAX - used, "%sValue %s", *n ? "; " : "",
                   json_string_value(more));
    ++*n;
    json_decref(more);
}

/* "putIntegrationInput.type"; of what stands in the path, the name alone. */
static json_t *place_of(const struct call *call, const char *name)
{
    for (const struct ag_place *p = call->wire->input; p && p->name; p++)
        if (p->kind != AG_BODY && strcmp(p->name, name) == 0)
            return json_string(name);
    return json_sprintf("%c%sInput.%s", tolower((unsigned char)*call->op->api), call->op->api + 1,
                        name);
}

static json_t *joined(const char *const *words)
{
    json_t *text = json_string("");
    for (size_t i = 0; words[i]; i++) {
        json_t *more = json_sprintf("%s%s%s", json_string_value(text), i ? ", " : "", words[i]);
        json_decref(text);
        text = more;
    }
    return text;
}

/* One member that is no word of its list, or a list of them. */
struct wrong {
    const char *name, *inner;
    const json_t *value;
    const char *const *words;
};

static void add_wrong(const struct call *call, const struct wrong *w, char *list, int *n)
{
    json_t *place = place_of(call, w->name), *words = joined(w->words);
    bool many = json_is_array(w->value);
    const json_t *shown = many ? json_array_get(w->value, 0) : w->value;
    violation(list, n,
              json_sprintf("'%s%.100s%s' at '%s%s' failed to satisfy constraint: %sMember must "
                           "satisfy enum value set: [%s]%s",
                           many ? "[" : "", json_string_value(shown), many ? "]" : "",
                           json_string_value(place), w->inner,
                           many ? "Member must satisfy constraint: [" : "",
                           json_string_value(words), many ? "]" : ""));
    json_decref(place);
    json_decref(words);
}

static void check_endpoint(const struct call *call, char *list, int *n)
{
    static const char *const types[] = {"PRIVATE", "EDGE", "REGIONAL", NULL};
    static const char *const addresses[] = {"ipv4", "dualstack", NULL};
    const json_t *endpoint = json_object_get(call->args, "endpointConfiguration");
    const json_t *given = json_object_get(endpoint, "types");
    const json_t *address = json_object_get(endpoint, "ipAddressType");
    size_t i;
    json_t *type;
    bool ok = true;
    json_array_foreach (given, i, type)
        ok = ok && json_is_string(type) && word_among(types, json_string_value(type));
    if (!ok)
        add_wrong(call, &(struct wrong){"endpointConfiguration", ".types", given, types}, list, n);
    if (json_is_string(address) && !word_among(addresses, json_string_value(address)))
        add_wrong(call,
                  &(struct wrong){"endpointConfiguration", ".ipAddressType", address, addresses},
                  list, n);
}

static const struct slrun_param *param_of(const struct slrun_op *op, const char *name)
{
    const struct slrun_param *p = op->params;
    while (p->name && strcmp(p->name, name) != 0)
        p++;
    return p->name ? p : NULL;
}

/* Words of arguments themselves, and of the places of documentation. */
static void check_words(const struct call *call, char *list, int *n)
{
    for (const struct slrun_param *p = call->op->params; p->name; p++) {
        const json_t *value = json_object_get(call->args, p->name);
        if (p->shape.values && json_is_string(value) &&
            !word_among(p->shape.values, json_string_value(value)))
            add_wrong(call, &(struct wrong){p->name, "", value, p->shape.values}, list, n);
    }
    const struct slrun_param *location = param_of(call->op, "location");
    const json_t *place = json_object_get(call->args, "location");
    for (const struct slrun_param *p = location ? location->shape.members : NULL; p && p->name;
         p++) {
        const char *value = text_get(place, p->name);
        if (p->shape.values && value && !word_among(p->shape.values, value))
            add_wrong(call,
                      &(struct wrong){"location", ".type", json_object_get(place, p->name),
                                      p->shape.values},
                      list, n);
    }
    if (strcmp(call->op->api, "CreateRestApi") == 0)
        check_endpoint(call, list, n);
}

/* Words of patches and numbers of statuses, judged before anything is looked up (v1). */
bool check_constraints(struct call *call)
{
    static const char *const ops[] = {"add", "remove", "move", "test", "replace", "copy", NULL};
    char list[FAULT_MESSAGE_MAX] = "";
    int n = 0;
    size_t i;
    json_t *patch;
    const char *status = call_arg(call, "statusCode");
    json_array_foreach (json_object_get(call->args, "patchOperations"), i, patch) {
        const char *op = text_get(patch, "op");
        if (op && !word_among(ops, op))
            violation(list, &n,
                      json_sprintf("'%.100s' at '%c%sInput.patchOperations.%zu.member.op' failed "
                                   "to satisfy constraint: Member must satisfy enum value set: "
                                   "[add, remove, move, test, replace, copy]",
                                   op, tolower((unsigned char)*call->op->api), call->op->api + 1,
                                   i + 1));
    }
    if (status &&
        (strspn(status, "0123456789") != 3 || status[3] || *status < '1' || *status > '5'))
        violation(list, &n,
                  json_sprintf("'%.100s' at 'statusCode' failed to satisfy constraint: Member must "
                               "satisfy regular expression pattern: [1-5]\\d\\d",
                               status));
    check_words(call, list, &n);
    if (n > 0)
        call_fail(call, "ValidationException", "%d validation error%s detected: %s", n,
                  n > 1 ? "s" : "", list);
    return n == 0;
}
