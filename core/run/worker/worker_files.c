/* SPDX-License-Identifier: Apache-2.0 */
#include "run/worker/worker_files.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

struct worker_file *worker_files_get(struct worker_files *files, const char *path)
{
    struct worker_file **at = &files->first;
    while (*at && strcmp((*at)->path, path) != 0)
        at = &(*at)->next;
    if (*at)
        return *at;
    struct worker_file *file = calloc(1, sizeof *file);
    if (file) {
        file->files = files;
        file->path = strdup(path);
    }
    if (file && !file->path) {
        free(file);
        file = NULL;
    }
    *at = file;
    return file;
}

/* Fixtures ------------------------------------------------------------------------------------ */

static void on_make_id(void *arg, char id[LIFE_ID_MAX])
{
    struct worker_file *file = arg;
    file->files->make_id(file->files->arg, id);
}

/* Those of scope run move in the run. */
static void on_moves(void *arg, const struct fixture_move *move)
{
    struct worker_file *file = arg;
    if (strcmp(move->scope, "file") == 0)
        file->files->moves(file->files->arg, move);
}

static void on_says(void *arg, const char *name, const char *text)
{
    struct worker_file *file = arg;
    file->files->says(file->files->arg, name, text);
}

static void on_down(void *arg, const struct fixture_result *result)
{
    struct worker_file *file = arg;
    file->files->down(file->files->arg, result);
}

/* The holds stay as they are until the process ends: results and failures live in them. */
static void on_closed(void *arg)
{
    struct worker_file *file = arg;
    file->closing = false;
    file->closed = true;
    file->files->closed(file->files->arg, file);
}

static void on_remote(void *arg, struct hold *hold, const struct item *item, size_t next)
{
    struct worker_file *file = arg;
    struct worker_files *files = file->files;
    struct worker_need *need = calloc(1, sizeof *need);
    if (!need)
        abort();
    *need = (struct worker_need){.number = ++files->numbers, .hold = hold, .next = files->needs};
    files->needs = need;
    files->need(files->arg, need->number, item, next);
}

static void settle(struct hold *hold, const json_t *message)
{
    json_t *value = json_object_get(message, "value");
    const char *summary = json_string_value(json_object_get(message, "summary"));
    const char *text = json_string_value(json_object_get(message, "text"));
    const char *notes = json_string_value(json_object_get(message, "notes"));
    if (value) {
        hold_given(hold, json_incref(value));
        return;
    }
    const struct failure failure = {
        .kind = (enum failure_kind)json_integer_value(json_object_get(message, "kind")),
        .summary = strdup(summary ? summary : "?"),
        .text = strdup(text ? text : "?")};
    hold_refused(hold, &failure, notes ? strdup(notes) : NULL);
}

void worker_files_answer(struct worker_files *files, json_int_t number, const json_t *message)
{
    struct worker_need **at = &files->needs;
    while (*at && (*at)->number != number)
        at = &(*at)->next;
    struct worker_need *need = *at;
    if (!need)
        return;
    *at = need->next;
    settle(need->hold, message);
    free(need);
}

/* Loading ------------------------------------------------------------------------------------- */

static char *why_not(const struct collection *c, const struct slrun_error *error)
{
    return strdup(c->n_errors ? c->errors[0].text : *error->message ? error->message : "?");
}

const char *worker_file_load(struct worker_file *file)
{
    struct worker_files *files = file->files;
    struct slrun_error error = {0};
    struct spec_file one = {.path = file->path};
    const struct spec_files all = {.files = &one, .n = 1, .root = (char *)files->root};
    if (file->why || file->collection.n_specs > 0)
        return file->why;
    int rc = collect(files->env, &all, &file->collection, &error);
    if (rc != 0 || file->collection.n_specs == 0) {
        file->why = why_not(&file->collection, &error);
        error_clear(&error);
        return file->why;
    }
    const struct holds_events events = {.keep = files->keep,
                                        .make_id = on_make_id,
                                        .moves = on_moves,
                                        .says = on_says,
                                        .down = on_down,
                                        .closed = on_closed,
                                        .remote = on_remote,
                                        .arg = file};
    file->holds = holds_new(files->env, &file->collection, &events);
    if (!file->holds)
        abort();
    return NULL;
}

const char *worker_file_item(const struct worker_file *file, const char *name, struct item *item)
{
    const struct spec *spec = file->collection.specs[0];
    if (item->order >= spec_count(spec) || strcmp(spec_at(spec, item->order)->name, name) != 0)
        return "the spec does not declare this case when it is read again: its cases must be the "
               "same each time";
    *item = (struct item){
        .spec = file->collection.specs[0], .sc = spec_at(spec, item->order), .order = item->order};
    return NULL;
}

const struct result *worker_file_told(struct worker_file *file, const char *name)
{
    struct worker_told *told = calloc(1, sizeof *told);
    if (!told)
        return NULL;
    told->result.path = file->path;
    told->result.name = strdup(name);
    told->next = file->told;
    file->told = told;
    return told->result.name ? &told->result : NULL;
}

/* The end ------------------------------------------------------------------------------------- */

void worker_file_close(struct worker_file *file)
{
    if (file->closing)
        return;
    if (!file->holds || file->closed) {
        file->files->closed(file->files->arg, file);
        return;
    }
    file->closing = true;
    holds_close(file->holds);
}

void worker_files_close(struct worker_files *files)
{
    for (struct worker_file *file = files->first; file; file = file->next)
        if (file->holds && !file->closed)
            worker_file_close(file);
}

bool worker_files_closed(const struct worker_files *files)
{
    for (const struct worker_file *file = files->first; file; file = file->next)
        if (file->closing || (file->holds && !file->closed))
            return false;
    return true;
}

void worker_files_free(struct worker_files *files)
{
    for (struct worker_need *next, *need = files->needs; need; need = next) {
        next = need->next;
        free(need);
    }
    for (struct worker_file *next, *file = files->first; file; file = next) {
        next = file->next;
        holds_free(file->holds);
        collect_free(&file->collection);
        for (struct worker_told *more, *told = file->told; told; told = more) {
            more = told->next;
            free((char *)told->result.name);
            free(told);
        }
        free(file->why);
        free(file->path);
        free(file);
    }
}
