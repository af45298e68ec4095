/* SPDX-License-Identifier: Apache-2.0 */
/* PostObject. */
#include "post/post.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "bucket/access.h"
#include "bucket/tags.h"
#include "object/intake.h"
#include "object/object.h"
#include "object/sse.h"

/* Fields stand for headers; some have other names. */
static bool take_fields(struct call *call, const struct form *form)
{
    struct slrun_header *headers = pool_alloc(&call->pool, (form->n + 1) * sizeof *headers);
    size_t n = 0;
    for (size_t i = 0; headers != NULL && i < form->n; i++) {
        const char *name = form->fields[i].name;
        if (strcasecmp(name, "file") == 0 || strcasecmp(name, "tagging") == 0)
            continue;
        headers[n++] = (struct slrun_header){strcasecmp(name, "acl") == 0 ? "x-amz-acl" : name,
                                             form->fields[i].value.data};
    }
    call->in = headers;
    call->n_in = n;
    return headers != NULL || call_internal(call);
}

/* "${filename}" in the key stands for the file's own name. */
static bool take_key(struct call *call, const struct form *form)
{
    static const char variable[] = "${filename}";
    const struct form_field *key = form_find(form, "key"), *file = form_find(form, "file");
    if (key == NULL || key->value.size == 0) {
        return fault_argument(&call->fault,
                              "Bucket POST must contain a field named 'key'.  If it is specified, "
                              "please check the order of the fields.",
                              "key", "");
    }
    if (file == NULL) {
        return fault_argument(&call->fault, "POST requires exactly one file upload per request.",
                              "file", "0");
    }
    struct text text = {.pool = &call->pool};
    const char *at = strstr(key->value.data, variable);
    text_put(&text, key->value.data, at == NULL ? key->value.size : (size_t)(at - key->value.data));
    if (at != NULL) {
        text_string(&text, file->filename == NULL ? "" : file->filename);
        text_string(&text, at + sizeof variable - 1);
    }
    if (text.size > KEY_MAX)
        return fault_set(&call->fault, FAULT_KEY_TOO_LONG);
    call->address.key = (struct slice){text.data, text.size};
    return !text.failed || call_internal(call);
}

static bool take_tags(struct call *call, const struct form *form, json_t *info)
{
    const struct form_field *field = form_find(form, "tagging");
    if (field == NULL)
        return true;
    const struct xml_node *document = xml_parse(&call->pool, field->value);
    json_t *tags = document == NULL ? NULL : tags_from_xml(call, document, OBJECT_TAGS_MAX);
    if (tags == NULL)
        return document != NULL ? false : fault_set(&call->fault, FAULT_MALFORMED_XML);
    json_object_set(info, "tags", tags);
    return true;
}

static const char *location_of(struct call *call)
{
    struct text text = {.pool = &call->pool};
    const char *host =
        call->service->cloud->host->header_get(call->x->headers, call->x->n_headers, "Host");
    text_string(&text, "http://");
    text_string(&text, host == NULL ? "localhost" : host);
    text_string(&text, "/");
    text_string(&text, call->bucket.name);
    text_string(&text, "/");
    text_encoded(&text, call->address.key, "/");
    return text.failed ? NULL : text.data;
}

static void redirect(struct call *call, const char *url, const struct object *object)
{
    struct text text = {.pool = &call->pool};
    text_string(&text, url);
    text_string(&text, strchr(url, '?') == NULL ? "?bucket=" : "&bucket=");
    text_string(&text, call->bucket.name);
    text_string(&text, "&key=");
    text_encoded(&text, object->key, "/");
    text_string(&text, "&etag=%22");
    text_string(&text, object->etag);
    text_string(&text, "%22");
    call_add(call, "Location", text.data);
    call->status = 303;
}

static bool answer(struct call *call, const struct form *form, const struct object *object)
{
    const char *url = form_value(form, "success_action_redirect");
    const char *status = form_value(form, "success_action_status");
    url = url != NULL ? url : form_value(form, "redirect");
    if (url != NULL && strstr(url, "://") != NULL) {
        redirect(call, url, object);
        return true;
    }
    call_add(call, "Location", location_of(call));
    if (status != NULL && strcmp(status, "200") == 0) {
        call->status = 200;
    } else if (status != NULL && strcmp(status, "201") == 0) {
        struct text *text = &call->out; /* this document has no namespace */
        call->content_type = "application/xml";
        text_string(text, XML_HEAD "<PostResponse>");
        xml_element(text, "Location", location_of(call));
        xml_element(text, "Bucket", call->bucket.name);
        xml_slice(text, "Key", object->key);
        xml_element(text, "ETag", call_quoted(call, object->etag));
        xml_close(text, "PostResponse");
        call->status = 201;
    } else {
        call->status = 204;
    }
    return true;
}

static bool put(struct call *call, const struct form *form, struct slice file)
{
    struct object object = {.key = call->address.key};
    if (!intake_begin(call))
        return false;
    ingest_add(&call->ingest, file.data, file.size);
    if (!intake_end(call))
        return false;
    object.info = object_info(call);
    return object.info != NULL && take_tags(call, form, object.info) &&
           object_put_received(call, &object) && answer(call, form, &object);
}

bool op_post_object(struct call *call)
{
    struct form *form = pool_alloc(&call->pool, sizeof *form);
    if (form == NULL)
        return call_internal(call);
    if (!form_read(form, &call->pool, call_header(call, "Content-Type"), call->body))
        return fault_set(&call->fault, FAULT_MALFORMED_POST);
    if (!take_key(call, form) || !take_fields(call, form) || !post_signature_check(call, form))
        return false;
    struct slice file = form_find(form, "file")->value;
    if (!call->anonymous && !post_policy_check(call, form, file.size))
        return false;
    return access_allowed(call, &(struct access_ask){.bucket = &call->bucket,
                                                     .key = call->address.key,
                                                     .action = "s3:PutObject",
                                                     .permission = PERMISSION_WRITE}) &&
           put(call, form, file);
}
