/* SPDX-License-Identifier: Apache-2.0 */
/* The command stats: groups of records, and what is computed over each. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "local/insights/tree.h"

typedef json_t *aggregate(const json_t *values, double argument);

/* ---- over the values of a group, which are there ---- */

static json_t *a_count(const json_t *values, double argument)
{
    (void)argument;
    return json_real((double)json_array_size(values));
}

static json_t *a_distinct(const json_t *values, double argument)
{
    json_t *seen = json_object(), *value;
    size_t i;
    (void)argument;
    json_array_foreach (values, i, value) {
        json_t *text = value_text(value);
        (void)json_object_set(seen, json_string_value(text), value);
        json_decref(text);
    }
    json_t *result = json_real((double)json_object_size(seen));
    json_decref(seen);
    return result;
}

struct sums {
    double n, sum, squares;
};

static struct sums sums_of(const json_t *values)
{
    struct sums s = {0, 0, 0};
    size_t i;
    json_t *value;
    double x;
    json_array_foreach (values, i, value)
        if (value_number(value, &x)) {
            s.n++;
            s.sum += x;
            s.squares += x * x;
        }
    return s;
}

static json_t *number(double x)
{
    return isfinite(x) ? json_real(x) : NULL;
}

static json_t *a_sum(const json_t *values, double argument)
{
    (void)argument;
    return number(sums_of(values).sum);
}

static json_t *a_avg(const json_t *values, double argument)
{
    struct sums s = sums_of(values);
    (void)argument;
    return number(s.sum / s.n);
}

static json_t *a_stddev(const json_t *values, double argument)
{
    struct sums s = sums_of(values);
    double mean = s.sum / s.n;
    (void)argument;
    return number(sqrt(fmax(s.squares / s.n - mean * mean, 0)));
}

static json_t *extreme(const json_t *values, int sign)
{
    size_t i;
    json_t *value, *best = NULL;
    json_array_foreach (values, i, value)
        if (!best || value_compare(value, best) * sign > 0)
            best = value;
    return best ? json_incref(best) : NULL;
}

static json_t *a_min(const json_t *values, double argument)
{
    (void)argument;
    return extreme(values, -1);
}

static json_t *a_max(const json_t *values, double argument)
{
    (void)argument;
    return extreme(values, 1);
}

/* Records come newest first. */
static json_t *a_latest(const json_t *values, double argument)
{
    json_t *value = json_array_get(values, 0);
    (void)argument;
    return value ? json_incref(value) : NULL;
}

static json_t *a_earliest(const json_t *values, double argument)
{
    size_t n = json_array_size(values);
    (void)argument;
    return n ? json_incref(json_array_get(values, n - 1)) : NULL;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static json_t *a_pct(const json_t *values, double argument)
{
    size_t i, n = 0;
    json_t *value;
    double *sorted = calloc(json_array_size(values) + 1, sizeof *sorted), x;
    if (!sorted)
        return NULL;
    json_array_foreach (values, i, value)
        if (value_number(value, &x))
            sorted[n++] = x;
    qsort(sorted, n, sizeof *sorted, by_value);
    double place = ceil(fmin(fmax(argument, 0), 100) / 100 * (double)n);
    json_t *result = n ? number(sorted[place < 1 ? 0 : (size_t)place - 1]) : NULL;
    free(sorted);
    return result;
}

static const struct {
    const char *name;
    aggregate *run;
} aggregates[] = {
    {"count", a_count},       {"count_distinct", a_distinct},
    {"sum", a_sum},           {"avg", a_avg},
    {"stddev", a_stddev},     {"min", a_min},
    {"max", a_max},           {"latest", a_latest},
    {"earliest", a_earliest}, {"sortsfirst", a_min},
    {"sortslast", a_max},     {"pct", a_pct},
    {"percentile", a_pct},    {"median", a_pct},
};
enum { N_AGGREGATES = sizeof aggregates / sizeof *aggregates };

static size_t find(const char *name)
{
    size_t i = 0;
    while (i < N_AGGREGATES && strcasecmp(aggregates[i].name, name) != 0)
        i++;
    return i;
}

bool is_aggregate(const char *function)
{
    return find(function) < N_AGGREGATES;
}

/* ---- what is computed ---- */

static bool moved(struct reader *r, struct command *command, struct node **at)
{
    char name[24];
    struct node *node = *at;
    if (node->kind != NODE_CALL || !is_aggregate(node->text)) {
        for (size_t i = 0; i < node->n; i++)
            if (!moved(r, command, &node->arguments[i]))
                return false;
        return true;
    }
    size_t most = find(node->text) == find("pct") || find(node->text) == find("percentile") ? 2 : 1;
    struct node *field = calloc(1, sizeof *field);
    bool count = strcasecmp(node->text, "count") == 0;
    (void)snprintf(name, sizeof name, "\001%zu", command->n_aggregates);
    if (field)
        field->text = strdup(name);
    if (!field || !field->text || node->n > most || (node->n < most && !count) ||
        command->n_aggregates == COLUMNS_MAX) {
        node_free(field);
        return reader_fail(r, "a function of stats, with its arguments");
    }
    command->aggregates[command->n_aggregates++] = node;
    *at = field;
    return true;
}

bool stats_prepare(struct reader *r, struct command *command)
{
    for (size_t i = 0; i < command->by; i++)
        if (!moved(r, command, &command->columns[i].node))
            return false;
    return true;
}

/* ---- groups ---- */

struct groups {
    const struct command *command;
    json_t *all; /* by the texts of what it is grouped by: {"by": {name: value}, "values": [[]]} */
};

struct groups *groups_new(const struct command *command)
{
    struct groups *groups = calloc(1, sizeof *groups);
    if (groups)
        *groups = (struct groups){command, json_object()};
    return groups;
}

static json_t *group_new(const struct command *command)
{
    json_t *values = json_array();
    for (size_t i = 0; i < command->n_aggregates; i++)
        (void)json_array_append_new(values, json_array());
    return json_pack("{s:{}, s:o}", "by", "values", values);
}

/* The group of a record, made where it is the first of it. */
static json_t *group_of(struct groups *groups, const json_t *record)
{
    const struct command *command = groups->command;
    json_t *by = json_object(), *key = json_string("");
    for (size_t i = command->by; i < command->n; i++) {
        json_t *value = expression_value(command->columns[i].node, record);
        json_t *text = value ? value_text(value) : NULL;
        json_t *more = json_sprintf("%s\001%s", json_string_value(key),
                                    text ? json_string_value(text) : "\002");
        if (value)
            (void)json_object_set_new(by, command->columns[i].name, value);
        json_decref(text);
        json_decref(key);
        key = more;
    }
    json_t *group = json_object_get(groups->all, json_string_value(key));
    if (!group && key) {
        group = group_new(command);
        (void)json_object_set(group, "by", by);
        (void)json_object_set_new(groups->all, json_string_value(key), group);
    }
    json_decref(by);
    json_decref(key);
    return group;
}

void groups_add(struct groups *groups, const json_t *record)
{
    const struct command *command = groups->command;
    json_t *group = group_of(groups, record);
    for (size_t i = 0; group && i < command->n_aggregates; i++) {
        const struct node *node = command->aggregates[i];
        json_t *value = node->n ? expression_value(node->arguments[0], record) : json_real(1);
        if (value)
            (void)json_array_append_new(json_array_get(json_object_get(group, "values"), i), value);
    }
}

static json_t *computed(const struct node *node, const json_t *values)
{
    double argument = 50;
    json_t *given = node->n > 1 ? expression_value(node->arguments[1], NULL) : NULL;
    (void)value_number(given, &argument);
    json_decref(given);
    return aggregates[find(node->text)].run(values, argument);
}

static json_t *row_of(const struct command *command, const json_t *group)
{
    json_t *inner = json_copy(json_object_get(group, "by")), *row = json_object();
    for (size_t i = 0; i < command->n_aggregates; i++) {
        char name[24];
        (void)snprintf(name, sizeof name, "\001%zu", i);
        json_t *value =
            computed(command->aggregates[i], json_array_get(json_object_get(group, "values"), i));
        if (value)
            (void)json_object_set_new(inner, name, value);
    }
    (void)json_object_update(row, json_object_get(group, "by"));
    for (size_t i = 0; i < command->by; i++) {
        json_t *value = expression_value(command->columns[i].node, inner);
        if (value)
            (void)json_object_set_new(row, command->columns[i].name, value);
    }
    json_decref(inner);
    return row;
}

json_t *groups_end(struct groups *groups)
{
    json_t *rows = json_array(), *group;
    const char *key;
    json_object_foreach (groups->all, key, group)
        (void)json_array_append_new(rows, row_of(groups->command, group));
    json_decref(groups->all);
    free(groups);
    return rows;
}
