/* SPDX-License-Identifier: Apache-2.0 */
/* A definition as a whole: its JSON, its machines, where transitions lead. */
#include "asl/check.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- diagnostics ---- */

void check_add(struct check *c, const char *code, const char *below, const char *format, ...)
{
    va_list args;
    if (json_array_size(c->found) > c->most)
        return;
    va_start(args, format);
    json_t *message = json_vsprintf(format, args);
    va_end(args);
    json_t *at = json_sprintf("%s%s", c->at, below);
    if (json_string_length(at) == 0)
        (void)json_string_set(at, "/");
    (void)json_array_append_new(c->found,
                                json_pack("{s:s, s:s, s:o, s:o}", "severity", "ERROR", "code", code,
                                          "message", message, "location", at));
}

size_t check_in(struct check *c, const char *format, ...)
{
    va_list args;
    size_t back = strlen(c->at);
    va_start(args, format);
    (void)vsnprintf(c->at + back, sizeof c->at - back, format, args);
    va_end(args);
    return back;
}

void check_out(struct check *c, size_t back)
{
    c->at[back] = '\0';
}

/* ---- transitions ---- */

/* Those of one machine. */
struct transitions {
    struct check *check;
    json_t *states;
    json_t *targets; /* that were named, so far */
};

/* One transition: whether its target is there. */
static void lead(const struct transitions *t, const json_t *from, const char *field)
{
    const char *name = slrun_text(from, field);
    char below[64];
    if (!name)
        return;
    (void)json_object_set_new(t->targets, name, json_true());
    (void)snprintf(below, sizeof below, "/%s", field);
    if (!json_object_get(t->states, name))
        check_add(t->check, CHECK_TRANSITION, below, "Missing '%s' target: %s", field, name);
}

static void lead_each(const struct transitions *t, const json_t *state, const char *list)
{
    size_t i;
    json_t *one;
    json_array_foreach (json_object_get(state, list), i, one) {
        size_t back = check_in(t->check, "/%s[%zu]", list, i);
        lead(t, one, "Next");
        check_out(t->check, back);
    }
}

static bool is_end(const json_t *state)
{
    enum check_type type = check_type_of(state);
    return type == CHECK_SUCCEED || type == CHECK_FAIL ||
           json_is_true(json_object_get(state, "End"));
}

static void check_transitions(struct check *c, json_t *machine, json_t *states)
{
    const char *name;
    json_t *state;
    const struct transitions t = {c, states, json_object()};
    bool ends = false;
    lead(&t, machine, "StartAt");
    json_object_foreach (states, name, state) {
        size_t back = check_in(c, "/States/%s", name);
        lead(&t, state, "Next");
        lead(&t, state, "Default");
        lead_each(&t, state, "Choices");
        lead_each(&t, state, "Catch");
        ends = ends || is_end(state);
        check_out(c, back);
    }
    json_object_foreach (states, name, state) {
        size_t back = check_in(c, "/States/%s", name);
        if (!json_object_get(t.targets, name))
            check_add(c, CHECK_TRANSITION, "", "State \"%s\" is not reachable.", name);
        check_out(c, back);
    }
    if (!ends)
        check_add(c, "MISSING_END_STATE", "/States", "No terminal state found in machine");
    json_decref(t.targets);
}

/* ---- machines ---- */

/* JSONPath or JSONata; false: neither. */
static bool read_language(struct check *c, const json_t *of, bool *jsonata)
{
    const char *language = slrun_text(of, "QueryLanguage");
    if (!language)
        return true;
    *jsonata = strcmp(language, "JSONata") == 0;
    if (!*jsonata && strcmp(language, "JSONPath") != 0)
        check_add(c, CHECK_SCHEMA, "/QueryLanguage",
                  "The field 'QueryLanguage' should have one of these values: [JSONPath, JSONata]");
    return *jsonata || strcmp(language, "JSONPath") == 0;
}

/* That of a state. False: it has none that it may have. */
static bool choose_language(struct check *c, const json_t *state)
{
    if (!read_language(c, state, &c->jsonata))
        return false;
    if (c->whole && !c->jsonata)
        check_add(c, CHECK_SCHEMA, "",
                  "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state "
                  "machine");
    c->jsonata |= c->whole;
    return true;
}

static void check_state(struct check *c, const char *name, json_t *state)
{
    static const char values[] = "[Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]";
    enum check_type type = check_type_of(state);
    if (json_object_get(c->names, name))
        check_add(c, "DUPLICATE_STATE_NAME", "", "Duplicate State name: %s", name);
    (void)json_object_set_new(c->names, name, json_true());
    if (strlen(name) > 80)
        check_add(c, CHECK_SCHEMA, "", "The state name is longer than 80 characters");
    if (!json_object_get(state, "Type"))
        check_add(c, CHECK_SCHEMA, "", "These fields are required: [Type]");
    else if (type == CHECK_NONE)
        check_add(c, CHECK_SCHEMA, "/Type", "The field 'Type' should have one of these values: %s",
                  values);
    if (type == CHECK_NONE)
        return;
    c->jsonata = c->whole;
    if (!choose_language(c, state))
        return;
    check_fields(c, state, type);
    check_parts(c, state, type);
}

static bool has_required(struct check *c, json_t *machine)
{
    bool states = json_object_get(machine, "States"), start = json_object_get(machine, "StartAt");
    if (!states || !start)
        check_add(c, CHECK_SCHEMA, "", "These fields are required: [%s%s%s]",
                  states ? "" : "States", states || start ? "" : ", ", start ? "" : "StartAt");
    return states && start;
}

void check_machine(struct check *c, json_t *machine)
{
    json_t *states = json_object_get(machine, "States"), *state;
    const char *name;
    if (c->depth >= ASL_DEPTH_MAX) {
        check_add(c, "TOO_DEEPLY_NESTED", "", "The states are too deeply nested");
        return;
    }
    if (!has_required(c, machine))
        return;
    if (!json_is_object(states) || json_object_size(states) == 0) {
        check_add(c, CHECK_SCHEMA, "/States", "The field 'States' must be a non-empty object");
        return;
    }
    c->depth++;
    json_object_foreach (states, name, state) {
        size_t back = check_in(c, "/States/%s", name);
        if (json_is_object(state))
            check_state(c, name, state);
        else
            check_add(c, CHECK_SCHEMA, "", "A state must be an object");
        check_out(c, back);
    }
    c->depth--;
    check_transitions(c, machine, states);
}

/* ---- the definition ---- */

static void check_top(struct check *c, json_t *machine)
{
    static const char *const known[] = {"Comment",        "StartAt",       "States", "Version",
                                        "TimeoutSeconds", "QueryLanguage", NULL};
    const char *name;
    json_t *value;
    json_object_foreach (machine, name, value) {
        const char *const *k = known;
        while (*k && strcmp(*k, name) != 0)
            k++;
        if (!*k)
            check_add(c, CHECK_SCHEMA, "", "The field '%s' is not supported by Step Functions",
                      name);
    }
    value = json_object_get(machine, "TimeoutSeconds");
    if (value && (!json_is_integer(value) || json_integer_value(value) < 1))
        check_add(c, CHECK_SCHEMA, "/TimeoutSeconds", "Expected value of type PositiveInteger");
    if (read_language(c, machine, &c->whole))
        check_machine(c, machine);
}

/* As the parser that AWS has words it. */
static void check_syntax(struct check *c, const char *definition, const json_error_t *error)
{
    size_t blank = strspn(definition, " \t\r\n"), n = 0;
    const char *word = definition + blank;
    while (isalnum((unsigned char)word[n]))
        n++;
    if (n > 0 && !isdigit((unsigned char)*word))
        check_add(c, "INVALID_JSON_DESCRIPTION", "",
                  "Unrecognized token '%.*s': was expecting (JSON String, Number, Array, Object or "
                  "token 'null', 'true' or 'false')",
                  (int)n, word);
    else
        check_add(c, "INVALID_JSON_DESCRIPTION", "", "%s: line: %d, column: %d", error->text,
                  error->line, error->column);
}

json_t *asl_check(const char *definition, bool express, size_t most)
{
    struct check c = {.found = json_array(), .most = most, .express = express};
    json_error_t error;
    json_t *machine = json_loads(definition, JSON_DECODE_ANY, &error);
    c.names = json_object();
    if (!machine && definition[strspn(definition, " \t\r\n")])
        check_syntax(&c, definition, &error);
    else if (!json_is_object(machine))
        check_add(&c, CHECK_SCHEMA, "", "Definition must be a valid JSON object");
    else
        check_top(&c, machine);
    json_decref(c.names);
    json_decref(machine);
    return c.found;
}
