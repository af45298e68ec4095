/* SPDX-License-Identifier: Apache-2.0 */
/* Messages against filter patterns. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/pattern_tree.h"

#define BLANKS " \t\r\n"

/* ---- values ---- */

static bool compare(enum test test, double left, double right)
{
    switch (test) {
    case EQUAL:
        return left == right;
    case UNEQUAL:
        return left != right;
    case LESS:
        return left < right;
    case LESS_EQUAL:
        return left <= right;
    case GREATER:
        return left > right;
    case GREATER_EQUAL:
        return left >= right;
    default:
        return false;
    }
}

/* Whether the value says all of `text`. */
static bool fits(const struct value *value, const char *text)
{
    if (value->is_regex)
        return regexec(&value->regex, text, 0, NULL, 0) == 0;
    size_t n = strlen(value->text), size = strlen(text);
    if (value->open_left && value->open_right)
        return strstr(text, value->text) != NULL;
    if (n > size || (!value->open_left && !value->open_right && n != size))
        return false;
    return memcmp(value->open_left ? text + size - n : text, value->text, n) == 0;
}

static bool test_text(const struct node *node, const char *text)
{
    return node->test == EQUAL     ? fits(&node->value, text)
           : node->test == UNEQUAL ? !fits(&node->value, text)
                                   : false;
}

/* ---- terms ---- */

static bool contains(const char *message, const struct value *value)
{
    return value->is_regex ? regexec(&value->regex, message, 0, NULL, 0) == 0
                           : strstr(message, value->text) != NULL;
}

static bool match_terms(const struct term *term, const char *message)
{
    bool plain = false, options = false, found = false;
    for (; term; term = term->next) {
        bool has = contains(message, &term->value);
        if (term->kind == OPTIONAL) {
            options = true;
            found = found || has;
        } else if (has != (term->kind == PLAIN)) {
            return false;
        }
        plain = plain || term->kind == PLAIN;
    }
    return plain || !options || found;
}

/* ---- JSON ---- */

/* A number as it was written, as far as that is known: the shortest that is the same. */
static bool test_number(const struct node *node, const json_t *number)
{
    double real = json_number_value(number);
    if (node->value.is_number)
        return compare(node->test, real, node->value.number);
    char *text = NULL;
    for (size_t digits = 15; digits <= 17; digits++) {
        free(text);
        text = json_dumps(number, JSON_ENCODE_ANY | JSON_REAL_PRECISION(digits));
        if (!text || strtod(text, NULL) == real)
            break;
    }
    bool matches = text && test_text(node, text);
    free(text);
    return matches;
}

/* Objects and arrays are neither equal nor unequal to anything, and so is what is not there. */
static bool test_property(const struct node *node, const json_t *found)
{
    switch (node->test) {
    case NOT_EXISTS:
        return !found;
    case IS_NULL:
        return json_is_null(found);
    case IS_TRUE:
        return json_is_true(found);
    case IS_FALSE:
        return json_is_false(found);
    default:
        if (json_is_string(found))
            return test_text(node, json_string_value(found));
        return json_is_number(found) && test_number(node, found);
    }
}

static bool match_property(const struct node *node, const json_t *at, size_t step)
{
    for (; at && step < node->n_steps; step++) {
        const struct step *next = &node->steps[step];
        if (!next->name && next->index == ANY_ELEMENT) {
            for (size_t i = 0; i < json_array_size(at); i++)
                if (match_property(node, json_array_get(at, i), step + 1))
                    return true;
            return node->test == NOT_EXISTS && json_array_size(at) == 0;
        }
        at = next->name ? json_object_get(at, next->name) : json_array_get(at, (size_t)next->index);
    }
    return test_property(node, at);
}

/* ---- fields ---- */

struct split {
    char *text; /* owned; cut into fields */
    char **fields;
    int n;
};

/* One field at `at`; where it goes on, or NULL at the end. What stands in [] or "" is one. */
static char *cut(char *at, char **field)
{
    char close = *at == '[' ? ']' : '"';
    char *end = *at == '[' || *at == '"' ? strchr(at + 1, close) : NULL;
    *field = end ? at + 1 : at;
    if (!end)
        end = at + strcspn(at, BLANKS);
    if (!*end)
        return NULL;
    *end++ = '\0';
    end += strspn(end, BLANKS);
    return *end ? end : NULL;
}

static bool split_message(const char *message, struct split *split)
{
    int room = 0;
    split->text = strdup(message);
    char *at = split->text ? split->text + strspn(split->text, BLANKS) : NULL;
    if (at && !*at)
        return true;
    while (at) {
        if (split->n == room) {
            room = room ? room * 2 : 16;
            char **grown = realloc(split->fields, (size_t)room * sizeof *grown);
            if (!grown)
                return false;
            split->fields = grown;
        }
        at = cut(at, &split->fields[split->n++]);
    }
    return split->text != NULL;
}

static void split_free(struct split *split)
{
    free(split->fields);
    free(split->text);
}

/* Which field of the message is the pattern's field `i`. */
static int place_of(const struct pattern *pattern, const struct split *split, int i)
{
    bool behind = pattern->ellipsis != NO_FIELD && i >= pattern->ellipsis;
    return behind ? split->n - pattern->n_fields + i : i;
}

static const char *field_of(const struct pattern *pattern, const struct split *split,
                            const char *name)
{
    for (int i = 0; i < pattern->n_fields; i++)
        if (pattern->fields[i] && strcmp(pattern->fields[i], name) == 0)
            return split->fields[place_of(pattern, split, i)];
    return NULL;
}

static bool test_field(const struct node *node, const char *text)
{
    char *end = NULL;
    if (!text)
        return false;
    double number = strtod(text, &end);
    if (node->value.is_number && end != text && !*end)
        return compare(node->test, number, node->value.number);
    return test_text(node, text);
}

/* ---- all ---- */

/* What a condition is asked of. */
struct subject {
    const struct pattern *pattern;
    const json_t *json;
    const struct split *split;
};

static bool holds(const struct subject *of, const struct node *node)
{
    if (!node)
        return true;
    if (node->kind == AND)
        return holds(of, node->left) && holds(of, node->right);
    if (node->kind == OR)
        return holds(of, node->left) || holds(of, node->right);
    return of->json ? match_property(node, of->json, 0)
                    : test_field(node, field_of(of->pattern, of->split, node->field));
}

static bool match_json(const struct pattern *pattern, const char *message)
{
    json_t *json = json_loads(message, 0, NULL);
    bool matches =
        json && holds(&(struct subject){.pattern = pattern, .json = json}, pattern->condition);
    json_decref(json);
    return matches;
}

static bool match_fields(const struct pattern *pattern, const struct split *split)
{
    bool count = pattern->ellipsis == NO_FIELD ? split->n == pattern->n_fields
                                               : split->n >= pattern->n_fields;
    return count &&
           holds(&(struct subject){.pattern = pattern, .split = split}, pattern->condition);
}

bool pattern_matches(const struct pattern *pattern, const char *message)
{
    struct split split = {.text = NULL};
    if (pattern->language == TERMS)
        return match_terms(pattern->terms, message);
    if (pattern->language == JSON)
        return match_json(pattern, message);
    bool matches = split_message(message, &split) && match_fields(pattern, &split);
    split_free(&split);
    return matches;
}

/* The pattern's name of the message's field `at`, or NULL. */
static const char *name_of(const struct pattern *pattern, const struct split *split, int at)
{
    for (int i = 0; i < pattern->n_fields; i++)
        if (pattern->fields[i] && place_of(pattern, split, i) == at)
            return pattern->fields[i];
    return NULL;
}

json_t *pattern_extract(const struct pattern *pattern, const char *message)
{
    struct split split = {.text = NULL};
    json_t *values = json_object();
    if (pattern->language != FIELDS || !split_message(message, &split)) {
        split_free(&split);
        return values;
    }
    for (int i = 0; i < split.n; i++) {
        char place[16];
        (void)snprintf(place, sizeof place, "%d", i + 1);
        const char *name = name_of(pattern, &split, i);
        json_t *key = json_sprintf("$%s", name ? name : place);
        (void)json_object_set_new(values, json_string_value(key), json_string(split.fields[i]));
        json_decref(key);
    }
    split_free(&split);
    return values;
}
