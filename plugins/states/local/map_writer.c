/* SPDX-License-Identifier: Apache-2.0 */
/* ResultWriter: results of a Map Run, in S3 or as the state's result. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/time.h>

#include "local/map.h"

#define WRITER_FAILED "States.ResultWriterFailed"

enum { FILE_NAME_SIZE = 64 };

static json_t *writer_of(const struct map_run *run)
{
    return json_object_get(run->b->state, "ResultWriter");
}

static bool config_is(const struct map_run *run, const char *member, const char *value)
{
    const char *own = slrun_text(json_object_get(writer_of(run), "WriterConfig"), member);
    return own && strcmp(own, value) == 0;
}

static bool has_status(const json_t *doc, const char *status)
{
    return strcmp(slrun_text(doc, "status"), status) == 0;
}

/* ---- what is written ---- */

/* An execution as files have it. */
static json_t *described(const struct map_run *run, const json_t *doc)
{
    static const char *const dates[] = {"startDate", "stopDate", NULL};
    json_t *told = execution_told(run->b->x->service, doc);
    char text[SLRUN_TIME_SIZE];
    (void)json_object_del(told, "mapRunArn");
    for (const char *const *date = dates; *date; date++) {
        slrun_time_text(json_integer_value(json_object_get(doc, *date)), 1, text);
        (void)json_object_set_new(told, *date, json_string(text));
    }
    json_t *all = execution_capitalized(told);
    json_decref(told);
    return all;
}

/* The outputs of a list of executions; arrays become their elements, where that is wanted. */
static json_t *outputs(const struct map_run *run, const json_t *docs)
{
    bool flat = config_is(run, "Transformation", "FLATTEN");
    json_t *all = json_array(), *doc;
    size_t i;
    json_array_foreach (docs, i, doc) {
        const char *text = slrun_text(doc, "output");
        json_t *one = text ? json_loads(text, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL) : NULL;
        if (flat && json_is_array(one))
            (void)json_array_extend(all, one);
        else if (one)
            (void)json_array_append(all, one);
        json_decref(one);
    }
    return all;
}

static json_t *descriptions(const struct map_run *run, const json_t *docs)
{
    json_t *all = json_array(), *doc;
    size_t i;
    json_array_foreach (docs, i, doc)
        (void)json_array_append_new(all, described(run, doc));
    return all;
}

/* Those that have ended so. */
static json_t *with_status(const struct map_run *run, const char *status)
{
    json_t *all = json_array(), *doc;
    size_t i;
    json_array_foreach (run->ended, i, doc)
        if (has_status(doc, status))
            (void)json_array_append(all, doc);
    return all;
}

/* A list as the text of a file: to be freed. */
static char *file_text(const struct map_run *run, const json_t *list)
{
    char *text = NULL;
    size_t size = 0, i;
    json_t *one;
    if (!config_is(run, "OutputType", "JSONL"))
        return asl_dump(list);
    FILE *out = open_memstream(&text, &size);
    if (!out)
        return NULL;
    json_array_foreach (list, i, one) {
        char *line = asl_dump(one);
        (void)fprintf(out, "%s\n", line ? line : "");
        free(line);
    }
    (void)fclose(out);
    return text;
}

/* ---- files ---- */

/* "PREFIX/ID/NAME" */
static json_t *key_of(const struct map_run *run, const json_t *args, const char *name)
{
    const char *prefix = slrun_text(args, "Prefix");
    size_t n = prefix ? strlen(prefix) : 0;
    const char *between = n == 0 || prefix[n - 1] == '/' ? "" : "/";
    return json_sprintf("%s%s%s/%s", prefix ? prefix : "", between, slrun_text(run->doc, "id"),
                        name);
}

/* The file of what has ended so, if there is anything. */
static void add_file(struct map_run *run, const json_t *args, const char *status)
{
    json_t *docs = with_status(run, status);
    bool plain =
        config_is(run, "Transformation", "COMPACT") || config_is(run, "Transformation", "FLATTEN");
    bool good = strcmp(status, "SUCCEEDED") == 0;
    json_t *list = plain && good ? outputs(run, docs) : descriptions(run, docs);
    char name[FILE_NAME_SIZE], *text = json_array_size(docs) > 0 ? file_text(run, list) : NULL;
    (void)snprintf(name, sizeof name, "%s_0.%s", status,
                   config_is(run, "OutputType", "JSONL") ? "jsonl" : "json");
    if (text)
        (void)json_array_append_new(run->files,
                                    json_pack("{s:o, s:s, s:s}", "Key", key_of(run, args, name),
                                              "Body", text, "Status", status));
    free(text);
    json_decref(list);
    json_decref(docs);
}

static json_t *manifest(const struct map_run *run, const json_t *args)
{
    json_t *files = json_pack("{s:[], s:[], s:[]}", "FAILED", "PENDING", "SUCCEEDED"), *file;
    size_t i;
    json_array_foreach (run->files, i, file)
        (void)json_array_append_new(
            json_object_get(files, slrun_text(file, "Status")),
            json_pack("{s:O, s:I}", "Key", json_object_get(file, "Key"), "Size",
                      (json_int_t)json_string_length(json_object_get(file, "Body"))));
    return json_pack("{s:O*, s:O, s:o}", "DestinationBucket", json_object_get(args, "Bucket"),
                     "MapRunArn", json_object_get(run->doc, "mapRunArn"), "ResultFiles", files);
}

static void make_files(struct map_run *run, const json_t *args)
{
    run->files = json_array();
    add_file(run, args, "FAILED");
    add_file(run, args, "SUCCEEDED");
    json_t *all = manifest(run, args);
    char *text = asl_dump(all);
    (void)json_array_append_new(run->files,
                                json_pack("{s:o, s:s}", "Key", key_of(run, args, "manifest.json"),
                                          "Body", text ? text : ""));
    free(text);
    json_decref(all);
}

/* ---- one after the other ---- */

static void write_next(struct map_run *run);

/* Where ResultWriter writes: NULL with the error. */
static json_t *arguments_of(struct map_run *run)
{
    struct branch *b = run->b;
    struct asl_scope scope;
    scope_of(b, b->work, &scope);
    const char *name = scope.jsonata ? "Arguments" : "Parameters";
    json_t *template = json_object_get(writer_of(run), name);
    json_t *args = template ? asl_template(&scope, template, name) : json_object();
    scope_clear(&scope);
    return args;
}

static void wrote(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct map_run *run = arg;
    run->calling = NULL;
    if (result) {
        run->written++;
        write_next(run);
        return;
    }
    (void)asl_fail(&run->b->error, WRITER_FAILED, "%s: %s", error->code, error->message);
    map_run_fail(run);
}

/* All is written. */
static void tell(struct map_run *run, const json_t *args)
{
    json_t *last = json_array_get(run->files, run->written - 1);
    map_run_succeed(run, json_pack("{s:O, s:{s:O*, s:O}}", "MapRunArn",
                                   json_object_get(run->doc, "mapRunArn"), "ResultWriterDetails",
                                   "Bucket", json_object_get(args, "Bucket"), "Key",
                                   json_object_get(last, "Key")));
}

static void write_next(struct map_run *run)
{
    json_t *args = arguments_of(run);
    if (!args) {
        map_run_fail(run);
        return;
    }
    if (!run->files)
        make_files(run, args);
    const json_t *file = json_array_get(run->files, run->written);
    if (file)
        map_run_call(run, "put_object",
                     json_pack("{s:O*, s:O, s:O, s:s}", "Bucket", json_object_get(args, "Bucket"),
                               "Key", json_object_get(file, "Key"), "Body",
                               json_object_get(file, "Body"), "ContentType", "application/json"),
                     wrote);
    else
        tell(run, args);
    json_decref(args);
}

void map_write(struct map_run *run)
{
    bool metadata = config_is(run, "Transformation", "NONE");
    bool flat = config_is(run, "Transformation", "FLATTEN");
    if (json_object_get(writer_of(run), "Resource"))
        write_next(run);
    else if (metadata)
        map_run_succeed(run, descriptions(run, run->ended));
    else if (flat)
        map_run_succeed(run, outputs(run, run->ended));
    else
        map_run_succeed(run, json_incref(run->b->results));
}
