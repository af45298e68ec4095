/* SPDX-License-Identifier: Apache-2.0 */
/* Which variables the states of a definition name in paths and functions. */
#include <ctype.h>
#include <string.h>

#include "asl/asl.h"

static bool is_name(char c)
{
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

static void add(json_t *names, const char *name, size_t n)
{
    size_t i;
    json_t *known, *new = json_stringn(name, n);
    json_array_foreach (names, i, known)
        if (new &&json_equal(known, new)) {
            json_decref(new);
            return;
        }
    (void)json_array_append_new(names, new);
}

/* "$a.b[$i]", "States.Format('{} costs $1', $name)": what stands in quotes is none. */
static void read_text(json_t *names, const char *at)
{
    bool quoted = false;
    for (; *at; at++) {
        if (*at == '\\' && at[1]) {
            at++;
        } else if (*at == '\'') {
            quoted = !quoted;
        } else if (!quoted && *at == '$') {
            size_t n = 0;
            while (is_name(at[1 + n]))
                n++;
            if (n > 0)
                add(names, at + 1, n);
            at += n > 0 ? n : at[1] == '$';
        }
    }
}

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(name, *names) == 0)
            return true;
    return false;
}

static bool ends(const char *name, const char *end)
{
    size_t n = strlen(name), size = strlen(end);
    return n > size && strcmp(name + n - size, end) == 0;
}

/* Payload templates have texts that are read in members "name.$" alone, fields in those that are
 * called so. */
static void read_value(json_t *names, const json_t *value, bool template, int depth)
{
    static const char *const templates[] = {
        "Assign",     "Parameters", "ResultSelector", "ItemSelector", "Credentials",
        "BatchInput", NULL};
    static const char *const others[] = {"Branches", "ItemProcessor", "Iterator",
                                         "Result",   "Comment",       NULL};
    const char *name;
    json_t *one;
    size_t i;
    if (depth >= 4 * ASL_DEPTH_MAX)
        return;
    json_array_foreach (value, i, one)
        read_value(names, one, template, depth + 1);
    json_object_foreach ((json_t *)value, name, one) {
        bool dynamic =
            template ? ends(name, ".$") : ends(name, "Path") || strcmp(name, "Variable") == 0;
        if (!template && is_one_of(name, others))
            continue;
        if (json_is_string(one) && dynamic)
            read_text(names, json_string_value(one));
        else if (!json_is_string(one))
            read_value(names, one, template || is_one_of(name, templates), depth + 1);
    }
}

static bool is_jsonata(const json_t *it, bool otherwise)
{
    const char *language = slrun_text(it, "QueryLanguage");
    return language ? strcmp(language, "JSONata") == 0 : otherwise;
}

static void read_machine(json_t *all, const json_t *machine, bool jsonata, int depth)
{
    const char *name;
    json_t *state, *branch;
    size_t i;
    if (depth >= ASL_DEPTH_MAX)
        return;
    jsonata = is_jsonata(machine, jsonata);
    json_object_foreach (json_object_get(machine, "States"), name, state) {
        json_t *names = json_array();
        if (!is_jsonata(state, jsonata))
            read_value(names, state, false, 0);
        if (json_array_size(names) > 0)
            (void)json_object_set(all, name, names);
        json_decref(names);
        read_machine(all, json_object_get(state, "ItemProcessor"), jsonata, depth + 1);
        read_machine(all, json_object_get(state, "Iterator"), jsonata, depth + 1);
        json_array_foreach (json_object_get(state, "Branches"), i, branch)
            read_machine(all, branch, jsonata, depth + 1);
    }
}

json_t *asl_variables(const char *definition)
{
    json_t *machine = definition ? json_loads(definition, 0, NULL) : NULL, *all = json_object();
    read_machine(all, machine, false, 0);
    json_decref(machine);
    if (json_object_size(all) > 0)
        return all;
    json_decref(all);
    return NULL;
}
