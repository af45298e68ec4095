/* SPDX-License-Identifier: Apache-2.0 */
/* Where templates come from: the request itself, a bucket of the local cloud, or a file. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

#include "local/call.h"

enum { BUCKET_SIZE = 256, KEY_SIZE = 2048 };

/* ---- files ---- */

static int hex(char c)
{
    return isdigit((unsigned char)c) ? c - '0' : (tolower((unsigned char)c) - 'a') + 10;
}

/* What percent-encoding stands for; in place. */
static void decode(char *text)
{
    char *out = text;
    for (const char *c = text; *c; c++)
        if (*c == '%' && isxdigit((unsigned char)c[1]) && isxdigit((unsigned char)c[2])) {
            *out++ = (char)(hex(c[1]) * 16 + hex(c[2]));
            c += 2;
        } else
            *out++ = *c;
    *out = '\0';
}

static bool read_file(struct call *call, const char *path)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    call->text = call->cloud->host->file_read(path, TEMPLATE_FILE_MAX, &call->size, &error);
    return call->text != NULL;
}

static void get_file(struct call *call, const char *path)
{
    char *decoded = strdup(path);
    if (decoded)
        decode(decoded);
    if (!decoded || *decoded != '/' || !read_file(call, decoded))
        call_invalid(call,
                     "TemplateURL file://%.1000s cannot be read: it must be the absolute path of a "
                     "file of at most %d bytes",
                     path, (int)TEMPLATE_FILE_MAX);
    else {
        call->file = strdup(decoded);
        char *slash = strrchr(decoded, '/');
        slash[slash == decoded] = '\0';
        call->directory = strdup(decoded);
    }
    free(decoded);
}

/* ---- S3 ---- */

/* Where the host's label "s3" (or "s3-...") begins, before `end`; NULL: it has none. */
static const char *s3_label(const char *host, const char *end)
{
    for (const char *c = host; c && c < end; c = strchr(c, '.') ? strchr(c, '.') + 1 : NULL)
        if (strncmp(c, "s3", 2) == 0 && strchr(".-:/", c[2]))
            return c;
    return NULL;
}

static bool copy_part(char *out, size_t size, const char *start, const char *end)
{
    int n = end > start ? snprintf(out, size, "%.*s", (int)(end - start), start) : 0;
    return n > 0 && (size_t)n < size;
}

/*
 * Bucket and key in https://BUCKET.s3.REGION.amazonaws.com/KEY, https://s3.REGION.../BUCKET/KEY, or
 * an address of the local cloud, in either style.
 */
static bool parse_url(const char *url, char bucket[BUCKET_SIZE], char key[KEY_SIZE])
{
    const char *host = strstr(url, "://");
    const char *path = host && strncmp(url, "http", 4) == 0 ? strchr(host + 3, '/') : NULL;
    if (!path)
        return false;
    const char *label = s3_label(host + 3, path), *end = path + strcspn(path, "?#");
    bool virtual = label && label > host + 3;
    const char *slash = strchr(path + 1, '/');
    const char *key_start = virtual ? path + 1 : slash ? slash + 1 : end;
    bool ok = virtual
                  ? copy_part(bucket, BUCKET_SIZE, host + 3, label - 1)
                  : copy_part(bucket, BUCKET_SIZE, path + 1, slash && slash < end ? slash : end);
    if (!ok || !copy_part(key, KEY_SIZE, key_start, end))
        return false;
    decode(key);
    return true;
}

/* The bytes of a blob: base64 in a tagged value, or a string. */
char *call_blob(const struct call *call, const json_t *blob, size_t *size)
{
    json_t *inner = NULL;
    bool tagged = call->cloud->host->tagged_get(blob, &inner) != NULL;
    const json_t *text = tagged ? inner : blob;
    *size = json_string_length(text);
    if (tagged)
        return slrun_base64_bytes(json_string_value(text), *size, size);
    char *bytes = malloc(*size + 1);
    if (bytes && *size > 0)
        memcpy(bytes, json_string_value(text), *size);
    return bytes;
}

static void take_body(struct call *call, const json_t *body)
{
    call->text = call_blob(call, body, &call->size);
    if (call->size > TEMPLATE_BYTES_MAX)
        call_invalid(call, "Template may not exceed 1000000 bytes in size."); /* AWS's words */
}

static void fetched(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct call *call = arg;
    call->fetching = NULL;
    if (error)
        call_invalid(call, "S3 error: %.1000s", error->message);
    else
        take_body(call, json_object_get(result, "Body"));
    call->then(call);
}

bool call_get_object(struct call *call, const char *name,
                     void (*done)(void *arg, const json_t *result, const struct slrun_error *error))
{
    char bucket[BUCKET_SIZE], key[KEY_SIZE];
    if (!parse_url(call_text(call, name), bucket, key)) {
        call_invalid(call, "%s must be a supported URL.", name);
        return false;
    }
    struct slrun_cloud_call get = {.service = "s3",
                                   .operation = "get_object",
                                   .args = json_pack("{s:s, s:s}", "Bucket", bucket, "Key", key),
                                   .region = call->x->region,
                                   .account = call->x->account,
                                   .caller = "cloudformation",
                                   .done = done,
                                   .arg = call};
    call->fetching = get.args ? call->cloud->call(call->cloud, &get) : NULL;
    if (call->fetching)
        call->cloud->on_gone(call->x, call_gone);
    else
        call_fail(call, "InternalFailure", "out of memory");
    return call->fetching != NULL;
}

/* ---- all of them ---- */

static void get_body(struct call *call, const char *body)
{
    call->size = strlen(body);
    if (call->size > TEMPLATE_INLINE_MAX)
        call_invalid(call,
                     "1 validation error detected: Value at 'templateBody' failed to satisfy "
                     "constraint: Member must have length less than or equal to %d",
                     (int)TEMPLATE_INLINE_MAX);
    else
        call->text = strdup(body);
}

void call_get_template(struct call *call, void (*then)(struct call *call))
{
    const char *body = call_text(call, "TemplateBody"), *url = call_text(call, "TemplateURL");
    call->then = then;
    bool ok = !call->code, far = ok && !body && url && strncmp(url, "file://", 7) != 0;
    if (far && call_get_object(call, "TemplateURL", fetched))
        return;
    if (ok && body && url)
        call_invalid(call, "Only one of TemplateBody and TemplateURL may be specified.");
    else if (ok && body)
        get_body(call, body);
    else if (ok && url && !far)
        get_file(call, url + 7);
    then(call);
}
