/* SPDX-License-Identifier: Apache-2.0 */
/* ItemReader: items of a Map Run that are in S3. */
#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

#include "asl/items.h"
#include "local/map.h"

#define READER_FAILED "States.ItemReaderFailed"

static json_t *config_of(const struct map_run *run)
{
    return json_object_get(json_object_get(run->b->state, "ItemReader"), "ReaderConfig");
}

/* Parameters or Arguments, resolved; NULL with the error. */
static json_t *arguments_of(struct map_run *run)
{
    struct branch *b = run->b;
    struct asl_scope scope;
    scope_of(b, b->work, &scope);
    const char *name = scope.jsonata ? "Arguments" : "Parameters";
    json_t *template = json_object_get(json_object_get(b->state, "ItemReader"), name);
    json_t *args = template ? asl_template(&scope, template, name) : json_object();
    scope_clear(&scope);
    return args;
}

/* MaxItems; 0: all. False with the error. */
static bool most_of(struct map_run *run, size_t *most)
{
    struct branch *b = run->b;
    struct asl_scope scope;
    scope_of(b, b->work, &scope);
    double number = asl_number(&scope, config_of(run), "MaxItems", 0);
    scope_clear(&scope);
    if (*b->error.name && strcmp(b->error.name, "States.Runtime") == 0) {
        asl_error_clear(&b->error);
        (void)asl_fail(&b->error, READER_FAILED, "field MaxItems must be positive");
    }
    *most = number > 0 ? (size_t)number : 0;
    return !*b->error.name;
}

/* The items (taken over; NULL: the error says why). */
static void there(struct map_run *run, json_t *items)
{
    if (items)
        map_run_items(run, items);
    else
        map_run_fail(run);
}

static void refused(struct map_run *run, const struct slrun_error *error)
{
    (void)asl_fail(&run->b->error, READER_FAILED, "%s: %s", error->code, error->message);
    map_run_fail(run);
}

/* ---- one object ---- */

static json_t *read_bytes(struct map_run *run, const char *bytes, size_t size)
{
    const json_t *config = config_of(run);
    struct asl_reader reader = {.type = slrun_text(config, "InputType"),
                                .header_place = slrun_text(config, "CSVHeaderLocation"),
                                .delimiter = slrun_text(config, "CSVDelimiter"),
                                .pointer = slrun_text(config, "ItemsPointer"),
                                .headers = json_object_get(config, "CSVHeaders")};
    if (!reader.type)
        reader.type = "JSON";
    return most_of(run, &reader.most) ? asl_items(&reader, bytes, size, &run->b->error) : NULL;
}

static void got(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct map_run *run = arg;
    run->calling = NULL;
    if (!result) {
        refused(run, error);
        return;
    }
    const json_t *body = json_object_get(result, "Body");
    json_t *inner = NULL;
    const char *tag = run->b->x->service->cloud->host->tagged_get(body, &inner);
    json_t *text = tag ? slrun_base64_inner(inner) : json_incref((json_t *)(uintptr_t)body);
    if (!text)
        (void)asl_fail(&run->b->error, READER_FAILED, "The object is not UTF-8.");
    json_t *items =
        text ? read_bytes(run, json_string_value(text), json_string_length(text)) : NULL;
    json_decref(text);
    there(run, items);
}

/* ---- a list of objects ---- */

/* As the SDK for Java has one. */
static json_t *summary(const json_t *object)
{
    return json_pack("{s:O*, s:I, s:O*, s:O*, s:O*}", "Etag", json_object_get(object, "ETag"),
                     "LastModified",
                     (json_int_t)json_number_value(json_object_get(object, "LastModified")), "Key",
                     json_object_get(object, "Key"), "Size", json_object_get(object, "Size"),
                     "StorageClass", json_object_get(object, "StorageClass"));
}

static void list(struct map_run *run, const json_t *token);

static void listed(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct map_run *run = arg;
    const json_t *token = json_object_get(result, "NextContinuationToken");
    json_t *object;
    size_t i, most = 0;
    run->calling = NULL;
    if (!result) {
        refused(run, error);
        return;
    }
    bool good = most_of(run, &most);
    json_array_foreach (json_object_get(result, "Contents"), i, object)
        if (most == 0 || json_array_size(run->read) < most)
            (void)json_array_append_new(run->read, summary(object));
    if (good && token && (most == 0 || json_array_size(run->read) < most))
        list(run, token);
    else
        there(run, good ? json_incref(run->read) : NULL);
}

static void list(struct map_run *run, const json_t *token)
{
    json_t *args = arguments_of(run);
    if (!args) {
        map_run_fail(run);
        return;
    }
    if (token)
        (void)json_object_set(args, "ContinuationToken", (json_t *)(uintptr_t)token);
    map_run_call(run, "list_objects_v2", args, listed);
}

/* ---- which ---- */

void map_read(struct map_run *run)
{
    const char *resource = slrun_text(json_object_get(run->b->state, "ItemReader"), "Resource");
    if (resource && strstr(resource, ":s3:listObjectsV2")) {
        run->read = json_array();
        list(run, NULL);
        return;
    }
    json_t *args = arguments_of(run);
    if (args)
        map_run_call(run, "get_object", args, got);
    else
        map_run_fail(run);
}
