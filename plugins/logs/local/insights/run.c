/* SPDX-License-Identifier: Apache-2.0 */
/* Running queries: what each event says, the commands one after the other, the rows. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/insights/tree.h"

enum { FOUND_FIELDS_MAX = 200, FOUND_DEPTH_MAX = 8 };

struct query_run {
    const struct query *query;
    size_t limit, matched;
    json_t *records;
    int64_t last_ms; /* of the event before */
    bool unordered;  /* events came out of order: of several groups */
};

/* ---- what an event says ---- */

static void add_found(json_t *record, const char *name, const json_t *value, size_t depth)
{
    const char *key;
    size_t i;
    json_t *inner;
    if (json_object_size(record) >= FOUND_FIELDS_MAX || depth > FOUND_DEPTH_MAX)
        return;
    json_object_foreach ((json_t *)(uintptr_t)value, key, inner) {
        json_t *path = *name ? json_sprintf("%s.%s", name, key) : json_string(key);
        add_found(record, path ? json_string_value(path) : "", inner, depth + 1);
        json_decref(path);
    }
    json_array_foreach (value, i, inner) {
        json_t *path = json_sprintf("%s.%zu", name, i);
        add_found(record, path ? json_string_value(path) : "", inner, depth + 1);
        json_decref(path);
    }
    if (json_is_string(value))
        (void)json_object_set_new(record, name, json_copy((json_t *)(uintptr_t)value));
    else if (json_is_number(value))
        (void)json_object_set_new(record, name, json_real(json_number_value(value)));
    else if (json_is_boolean(value))
        (void)json_object_set_new(record, name, json_real(json_is_true(value)));
}

/* What Lambda's own lines say. */
static void add_platform(json_t *record, const char *message)
{
    static const char *const types[] = {"START", "END", "REPORT"};
    static const struct {
        const char *label, *field;
        double unit;
    } numbers[] = {{"\tDuration: ", "@duration", 1},
                   {"\tBilled Duration: ", "@billedDuration", 1},
                   {"\tInit Duration: ", "@initDuration", 1},
                   {"\tMemory Size: ", "@memorySize", 1e6},
                   {"\tMax Memory Used: ", "@maxMemoryUsed", 1e6}};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        size_t n = strlen(types[i]);
        if (strncmp(message, types[i], n) != 0 || strncmp(message + n, " RequestId: ", 12) != 0)
            continue;
        (void)json_object_set_new(record, "@type", json_string(types[i]));
        (void)json_object_set_new(
            record, "@requestId",
            json_stringn(message + n + 12, strcspn(message + n + 12, " \t\n")));
    }
    for (size_t i = 0; json_object_get(record, "@type") && i < sizeof numbers / sizeof *numbers;
         i++) {
        const char *at = strstr(message, numbers[i].label);
        if (at)
            (void)json_object_set_new(
                record, numbers[i].field,
                json_real(strtod(at + strlen(numbers[i].label), NULL) * numbers[i].unit));
    }
}

static json_t *record_of(const struct query_event *event)
{
    json_t *record =
        json_pack("{s:I, s:I, s:s, s:s, s:s, s:s}", "@timestamp", (json_int_t)event->at_ms,
                  "@ingestionTime", (json_int_t)event->ingested_ms, "@message", event->message,
                  "@logStream", event->stream, "@log", event->log, "@ptr", event->pointer);
    const char *at = event->message + strspn(event->message, " \t");
    json_t *found = *at == '{' ? json_loads(at, 0, NULL) : NULL;
    if (record && found)
        add_found(record, "", found, 0);
    else if (record)
        add_platform(record, event->message);
    json_decref(found);
    return record;
}

/* ---- commands on one record ---- */

static bool is_streaming(enum command_kind kind)
{
    return kind == COMMAND_FIELDS || kind == COMMAND_DISPLAY || kind == COMMAND_FILTER ||
           kind == COMMAND_PARSE;
}

static void set_columns(const struct command *command, json_t *record)
{
    for (size_t i = 0; i < command->n; i++) {
        json_t *value = expression_value(command->columns[i].node, record);
        if (value)
            (void)json_object_set_new(record, command->columns[i].name, value);
    }
}

/* False: the record is none of the result. */
static bool passes(const struct command *command, json_t *record)
{
    if (command->kind == COMMAND_FILTER)
        return expression_holds(command->columns[0].node, record);
    if (command->kind == COMMAND_PARSE)
        parse_apply(command, record);
    else
        set_columns(command, record);
    return true;
}

static size_t streaming(const struct query *query)
{
    size_t n = 0;
    while (n < query->n && is_streaming(query->commands[n].kind))
        n++;
    return n;
}

struct query_run *query_begin(const struct query *query, size_t limit)
{
    struct query_run *run = calloc(1, sizeof *run);
    if (run)
        *run = (struct query_run){
            .query = query, .limit = limit, .records = json_array(), .last_ms = INT64_MAX};
    return run;
}

void query_add(struct query_run *run, const struct query_event *event)
{
    json_t *record = record_of(event);
    size_t n = streaming(run->query), i = 0;
    run->unordered = run->unordered || event->at_ms > run->last_ms;
    run->last_ms = event->at_ms;
    while (record && i < n && passes(&run->query->commands[i], record))
        i++;
    if (record && i == n) {
        run->matched++;
        (void)json_array_append(run->records, record);
    }
    json_decref(record);
}

size_t query_matched(const struct query_run *run)
{
    return run->matched;
}

/* ---- commands on all of them ---- */

static json_t *filtered(const struct command *command, json_t *records)
{
    json_t *kept = json_array(), *record;
    size_t i;
    json_array_foreach (records, i, record)
        if (passes(command, record))
            (void)json_array_append(kept, record);
    return kept;
}

static json_t *grouped(const struct command *command, json_t *records)
{
    struct groups *groups = groups_new(command);
    size_t i;
    json_t *record;
    json_array_foreach (records, i, record)
        if (groups)
            groups_add(groups, record);
    return groups ? groups_end(groups) : json_array();
}

/* The first of those that are alike; what has none of a field stays. */
static json_t *deduped(const struct command *command, json_t *records)
{
    json_t *kept = json_array(), *seen = json_object(), *record;
    size_t i;
    json_array_foreach (records, i, record) {
        json_t *key = json_string("");
        bool whole = true;
        for (size_t c = 0; c < command->n; c++) {
            json_t *value = expression_value(command->columns[c].node, record);
            json_t *text = value ? value_text(value) : json_string("");
            json_t *more =
                json_sprintf("%s\001%s", json_string_value(key), json_string_value(text));
            whole = whole && value;
            json_decref(value);
            json_decref(text);
            json_decref(key);
            key = more;
        }
        if (key && (!whole || !json_object_get(seen, json_string_value(key))))
            (void)json_array_append(kept, record);
        if (key)
            (void)json_object_set_new(seen, json_string_value(key), json_true());
        json_decref(key);
    }
    json_decref(seen);
    return kept;
}

/* A record with what it is sorted by. */
struct sortable {
    json_t *record;
    const struct command *command;
    size_t place;
};

static int by_columns(const void *a, const void *b)
{
    const struct sortable *x = a, *y = b;
    for (size_t i = 0; i < x->command->n; i++) {
        json_t *left = expression_value(x->command->columns[i].node, x->record);
        json_t *right = expression_value(x->command->columns[i].node, y->record);
        int order = value_compare(left, right);
        json_decref(left);
        json_decref(right);
        if (order != 0)
            return x->command->descending[i] ? -order : order;
    }
    return (x->place > y->place) - (x->place < y->place);
}

static json_t *sorted(const struct command *command, json_t *records)
{
    size_t i, n = json_array_size(records);
    json_t *record, *list = json_array();
    struct sortable *all = calloc(n + 1, sizeof *all);
    json_array_foreach (records, i, record)
        if (all)
            all[i] = (struct sortable){record, command, i};
    if (all)
        qsort(all, n, sizeof *all, by_columns);
    for (i = 0; all && i < n; i++)
        (void)json_array_append(list, all[i].record);
    free(all);
    return list;
}

/* Newest first. */
static json_t *in_order(json_t *records)
{
    struct node field = {.kind = NODE_FIELD, .text = (char *)(uintptr_t) "@timestamp"};
    const struct command newest = {.columns = {{.node = &field}}, .descending = {true}, .n = 1};
    return sorted(&newest, records);
}

static json_t *first(json_t *records, size_t limit)
{
    json_t *list = json_array();
    for (size_t i = 0; i < limit && i < json_array_size(records); i++)
        (void)json_array_append(list, json_array_get(records, i));
    return list;
}

static json_t *applied(const struct command *command, json_t *records)
{
    switch (command->kind) {
    case COMMAND_STATS:
        return grouped(command, records);
    case COMMAND_DEDUP:
        return deduped(command, records);
    case COMMAND_SORT:
        return sorted(command, records);
    case COMMAND_LIMIT:
        return first(records, command->limit);
    default:
        return filtered(command, records);
    }
}

/* ---- rows ---- */

/* The names of what is shown: of the last display, else of stats, else of all fields. */
static json_t *shown(const struct query *query)
{
    json_t *names = json_array();
    bool fixed = false, grouped = false;
    for (size_t i = 0; i < query->n; i++) {
        const struct command *command = &query->commands[i];
        bool begins = command->kind == COMMAND_DISPLAY || command->kind == COMMAND_STATS;
        if (!begins && (command->kind != COMMAND_FIELDS || fixed))
            continue;
        if (begins)
            (void)json_array_clear(names);
        fixed = begins;
        grouped = grouped || command->kind == COMMAND_STATS;
        for (size_t c = 0; c < command->n; c++) { /* of stats, what it groups by first */
            size_t at = command->kind == COMMAND_STATS ? (c + command->by) % command->n : c;
            (void)json_array_append_new(names, json_string(command->columns[at].name));
        }
    }
    if (json_array_size(names) == 0) {
        (void)json_array_append_new(names, json_string("@timestamp"));
        (void)json_array_append_new(names, json_string("@message"));
    }
    if (!grouped)
        (void)json_array_append_new(names, json_string("@ptr"));
    return names;
}

static json_t *row_of(const json_t *record, const json_t *names)
{
    json_t *row = json_array(), *name;
    size_t i;
    json_array_foreach (names, i, name) {
        const json_t *value = json_object_get(record, json_string_value(name));
        if (value)
            (void)json_array_append_new(
                row, json_pack("{s:O, s:o}", "field", name, "value", value_text(value)));
    }
    return row;
}

json_t *query_end(struct query_run *run)
{
    const struct query *query = run->query;
    json_t *records = run->unordered ? in_order(run->records) : json_incref(run->records);
    json_t *names = shown(query), *rows = json_array();
    size_t most = run->limit;
    json_decref(run->records);
    for (size_t i = streaming(query); i < query->n; i++) {
        most = query->commands[i].kind == COMMAND_LIMIT ? QUERY_ROWS_MAX : most;
        json_t *next = applied(&query->commands[i], records);
        json_decref(records);
        records = next;
    }
    for (size_t i = 0; i < json_array_size(records) && i < most; i++)
        (void)json_array_append_new(rows, row_of(json_array_get(records, i), names));
    json_decref(records);
    json_decref(names);
    free(run);
    return rows;
}
