/* SPDX-License-Identifier: Apache-2.0 */
/* Commands of queries: reading them. */
#include <stdlib.h>
#include <string.h>

#include "local/insights/tree.h"

static void command_free(struct command *command)
{
    for (size_t i = 0; i < command->n; i++) {
        node_free(command->columns[i].node);
        free(command->columns[i].name);
    }
    for (size_t i = 0; i < command->n_aggregates; i++)
        node_free(command->aggregates[i]);
    if (command->has_regex)
        regfree(&command->regex);
}

/* ---- columns: EXPRESSION [as NAME], ... ---- */

/* What it is called: as it was written, without blanks around. */
static char *written(const char *from, const char *to)
{
    while (to > from && strchr(" \t\r\n", to[-1]))
        to--;
    if (to > from + 1 && *from == '`' && to[-1] == '`')
        return strndup(from + 1, (size_t)(to - from) - 2);
    return strndup(from, (size_t)(to - from));
}

static bool column(struct reader *r, struct command *command)
{
    const char *from = r->from;
    if (command->n == COLUMNS_MAX)
        return reader_fail(r, "fewer columns");
    struct column *c = &command->columns[command->n++];
    c->node = expression_parse(r);
    if (!c->node)
        return false;
    c->name = written(from, r->from);
    if (!reader_take(r, "as"))
        return c->name != NULL;
    free(c->name);
    c->name = r->kind == TOKEN_NAME ? strdup(r->text) : NULL;
    c->named = true;
    if (!c->name)
        return reader_fail(r, "a name");
    reader_next(r);
    return true;
}

static bool columns(struct reader *r, struct command *command)
{
    do
        if (!column(r, command))
            return false;
    while (reader_take(r, ","));
    return true;
}

static bool sort(struct reader *r, struct command *command)
{
    do {
        if (!column(r, command))
            return false;
        command->descending[command->n - 1] = reader_take(r, "desc");
        if (!command->descending[command->n - 1])
            (void)reader_take(r, "asc");
    } while (reader_take(r, ","));
    return true;
}

static bool limit(struct reader *r, struct command *command)
{
    if (r->kind != TOKEN_NUMBER || r->number < 1 || r->number > QUERY_ROWS_MAX)
        return reader_fail(r, "a number from 1 to 10000");
    command->limit = (size_t)r->number;
    reader_next(r);
    return true;
}

static bool stats(struct reader *r, struct command *command)
{
    r->aggregates = true;
    bool ok = columns(r, command);
    r->aggregates = false;
    command->by = command->n;
    return ok && (!reader_take(r, "by") || columns(r, command)) && stats_prepare(r, command);
}

/* ---- parse [FIELD] "a*b" as NAME, ...  and  parse [FIELD] /(?<NAME>...)/ ---- */

static bool add_name(struct reader *r, struct command *command, char *name)
{
    if (!name || command->n == COLUMNS_MAX) {
        free(name);
        return reader_fail(r, "fewer names");
    }
    command->columns[command->n++].name = name;
    return true;
}

static bool glob_names(struct reader *r, struct command *command, const char *glob)
{
    size_t stars = 0;
    for (const char *c = glob; *c; c++)
        stars += *c == '*';
    if (!reader_take(r, "as"))
        return reader_fail(r, "\"as\" and a name for each *");
    do {
        if (r->kind != TOKEN_NAME || !add_name(r, command, strdup(r->text)))
            return reader_fail(r, "a name");
        reader_next(r);
    } while (reader_take(r, ","));
    return command->n - 1 == stars || reader_fail(r, "a name for each *");
}

static bool regex_names(struct reader *r, struct command *command)
{
    char *names[GROUPS_MAX] = {NULL};
    bool ok = command->has_regex = regex_compile(&command->regex, r->text, names);
    for (size_t i = 0; i < GROUPS_MAX; i++) {
        if (names[i] && ok) {
            command->groups[command->n] = i;
            ok = add_name(r, command, names[i]);
        } else {
            free(names[i]);
        }
    }
    if (!ok || command->n < 2)
        return reader_fail(r, "a regular expression with named groups");
    reader_next(r);
    return true;
}

/* The first column is the source; its name the pattern with stars. */
static bool parse(struct reader *r, struct command *command)
{
    bool named = r->kind == TOKEN_NAME;
    struct column *source = &command->columns[command->n++];
    source->node = calloc(1, sizeof *source->node);
    if (!source->node)
        return reader_fail(r, "a shorter query");
    source->node->text = strdup(named ? r->text : "@message");
    if (!source->node->text)
        return reader_fail(r, "a shorter query");
    if (named)
        reader_next(r);
    if (r->kind == TOKEN_REGEX)
        return regex_names(r, command);
    if (r->kind != TOKEN_TEXT || !strchr(r->text, '*'))
        return reader_fail(r, "a text with * or a regular expression");
    source->name = strdup(r->text);
    reader_next(r);
    return source->name && glob_names(r, command, source->name);
}

/* ---- all of them ---- */

static bool command_parse(struct reader *r, struct command *command)
{
    static const struct {
        const char *word;
        enum command_kind kind;
        bool (*read)(struct reader *r, struct command *command);
    } commands[] = {
        {"fields", COMMAND_FIELDS, columns}, {"display", COMMAND_DISPLAY, columns},
        {"filter", COMMAND_FILTER, column},  {"parse", COMMAND_PARSE, parse},
        {"sort", COMMAND_SORT, sort},        {"limit", COMMAND_LIMIT, limit},
        {"stats", COMMAND_STATS, stats},     {"dedup", COMMAND_DEDUP, columns},
    };
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (reader_take(r, commands[i].word)) {
            command->kind = commands[i].kind;
            return commands[i].read(r, command) && !r->failed;
        }
    return reader_fail(r, "fields, display, filter, parse, sort, limit, stats or dedup");
}

static bool all(struct reader *r, struct query *query)
{
    do {
        if (query->n == COMMANDS_MAX)
            return reader_fail(r, "fewer commands");
        if (!command_parse(r, &query->commands[query->n++]))
            return false;
    } while (reader_take(r, "|"));
    return !r->failed && (r->kind == TOKEN_END || reader_fail(r, "\"|\" or the end"));
}

struct query *query_parse(const char *text, char error[QUERY_ERROR_MAX])
{
    struct reader r = {.start = text, .at = text, .from = text, .error = error};
    struct query *query = calloc(1, sizeof *query);
    *error = '\0';
    if (query)
        query->commands = calloc(COMMANDS_MAX, sizeof *query->commands);
    if (!query || !query->commands) {
        free(query);
        return NULL;
    }
    reader_next(&r);
    (void)reader_take(&r, "|");
    bool ok = all(&r, query);
    free(r.text);
    if (ok)
        return query;
    query_free(query);
    return NULL;
}

void query_free(struct query *query)
{
    for (size_t i = 0; query && i < query->n; i++)
        command_free(&query->commands[i]);
    if (query)
        free(query->commands);
    free(query);
}
