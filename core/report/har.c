/* SPDX-License-Identifier: Apache-2.0 */
#include "report/har.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include <slrun/member.h>
#include <slrun/time.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/file.h"
#include "base/percent.h"
#include "plugin/call_text.h"
#include "report/file.h"

enum { ENTRY_MAX = 64 << 20 };

static const char foot[] = "\n]}}\n";

struct har {
    char *path;
    int fd;
    bool regular; /* the foot can be overwritten */
    bool begun;   /* there is an entry */
    off_t end;    /* where the foot begins */
    int problem;  /* errno of the first write that failed */
};

/* What is no regular file gets its foot when it is closed. */
static void put(struct har *h, const char *text, size_t size)
{
    if (!h->problem)
        h->problem = file_write(h->fd, text, size, h->regular ? h->end : -1);
}

/* Adds a text behind what is there, and the foot in the same write. */
static void add(struct har *h, struct buf *text)
{
    size_t size = text->len;
    if (h->regular)
        buf_puts(text, foot);
    if (text->failed && !h->problem)
        h->problem = ENOMEM;
    put(h, buf_str(text), text->len);
    h->end += (off_t)size;
}

static void add_head(struct har *h)
{
    struct buf text = BUF_INIT(ENTRY_MAX);
    buf_puts(&text,
             "{\"log\": {\"version\": \"1.2\", \"creator\": {\"name\": \"slrun\", \"version\": "
             "\"" SLRUN_VERSION "\"}, \"pages\": [], \"entries\": [");
    add(h, &text);
    buf_free(&text);
}

static void *har_open(const char *path, struct slrun_error *error)
{
    struct stat st;
    struct har *h = calloc(1, sizeof *h);
    char *copy = strdup(path);
    if (!h || !copy) {
        free(h);
        free(copy);
        error_set(error, SLRUN_E_MEMORY, "out of memory");
        return NULL;
    }
    *h = (struct har){.path = copy, .fd = file_create(path, "HAR", error)};
    if (h->fd < 0) {
        free(copy);
        free(h);
        return NULL;
    }
    h->regular = fstat(h->fd, &st) == 0 && S_ISREG(st.st_mode);
    add_head(h);
    return h;
}

/* ---- an entry ---- */

static double number_of(const json_t *json, const char *name)
{
    return json_number_value(json_object_get(json, name));
}

/* ISO 8601, as HAR wants it. */
static json_t *stamp(double ms)
{
    char text[SLRUN_TIME_SIZE];
    return json_string(slrun_time_text((int64_t)ms, 1, text));
}

/* Pairs of name and value as objects of HAR. */
static json_t *named(const json_t *pairs)
{
    size_t i;
    json_t *pair, *list = json_array();
    json_array_foreach (pairs, i, pair)
        json_array_append_new(list, json_pack("{s:O, s:O}", "name", json_array_get(pair, 0),
                                              "value", json_array_get(pair, 1)));
    return list;
}

static const char *header(const json_t *pairs, const char *name)
{
    size_t i;
    json_t *pair;
    json_array_foreach (pairs, i, pair)
        if (strcasecmp(json_string_value(json_array_get(pair, 0)), name) == 0)
            return json_string_value(json_array_get(pair, 1));
    return "";
}

/* A part of a query, decoded; as it stands where that would be no UTF-8. */
static json_t *decoded(const char *text, size_t n)
{
    struct buf plain = BUF_INIT(ENTRY_MAX);
    (void)percent_decode(&plain, text, n);
    json_t *json = json_stringn(buf_str(&plain), plain.len);
    buf_free(&plain);
    return json ? json : json_stringn(text, n);
}

static json_t *query(const char *url)
{
    json_t *list = json_array();
    const char *at = strchr(url, '?');
    while (at && *at && at[1]) {
        size_t n = strcspn(++at, "&"), name = strcspn(at, "=&");
        size_t value = name < n ? name + 1 : n;
        json_array_append_new(list, json_pack("{s:o, s:o}", "name", decoded(at, name), "value",
                                              decoded(at + value, n - value)));
        at += n;
    }
    return list;
}

/* What is said of a body besides its text. */
static void add_remarks(json_t *to, const json_t *from)
{
    if (json_is_true(json_object_get(from, "cut")))
        json_object_set_new(to, "comment", json_string("cut"));
    if (json_is_true(json_object_get(from, "hidden")))
        json_object_set_new(to, "comment", json_string("hidden: it holds a secret"));
    if (json_object_get(from, "file"))
        json_object_set_new(to, "comment",
                            json_sprintf("the file %s", slrun_text_or(from, "file", "")));
}

/* HAR has no encoding of what is posted. */
static json_t *post_data(const json_t *request)
{
    json_t *data = json_pack("{s:s, s:s}", "mimeType",
                             header(json_object_get(request, "headers"), "Content-Type"), "text",
                             slrun_text_or(request, "body", ""));
    if (json_object_get(request, "encoding"))
        json_object_set(data, "_encoding", json_object_get(request, "encoding"));
    add_remarks(data, request);
    return data;
}

static json_t *request_of(const json_t *call)
{
    const json_t *from = json_object_get(call, "request");
    json_t *to = json_pack("{s:s, s:s, s:s, s:[], s:o, s:o, s:i, s:I}", "method",
                           slrun_text_or(from, "method", ""), "url", slrun_text_or(from, "url", ""),
                           "httpVersion", "HTTP/1.1", "cookies", "headers",
                           named(json_object_get(from, "headers")), "queryString",
                           query(slrun_text_or(from, "url", "")), "headersSize", -1, "bodySize",
                           (json_int_t)number_of(from, "size"));
    if (number_of(from, "size") > 0)
        json_object_set_new(to, "postData", post_data(from));
    return to;
}

static json_t *content_of(const json_t *from, const char *type)
{
    json_t *content =
        json_pack("{s:I, s:s}", "size", (json_int_t)number_of(from, "size"), "mimeType", type);
    if (json_object_get(from, "body"))
        json_object_set(content, "text", json_object_get(from, "body"));
    if (json_object_get(from, "encoding"))
        json_object_set(content, "encoding", json_object_get(from, "encoding"));
    add_remarks(content, from);
    return content;
}

/* Status 0 says that none came. */
static json_t *response_of(const json_t *call)
{
    const json_t *from = json_object_get(call, "response");
    const json_t *headers = json_object_get(from, "headers");
    return json_pack("{s:i, s:s, s:s, s:[], s:o, s:o, s:s, s:i, s:I}", "status",
                     (int)number_of(from, "status"), "statusText", "", "httpVersion", "HTTP/1.1",
                     "cookies", "headers", named(headers), "content",
                     content_of(from, header(headers, "Content-Type")), "redirectURL",
                     header(headers, "Location"), "headersSize", -1, "bodySize",
                     from ? (json_int_t)number_of(from, "size") : (json_int_t)-1);
}

/* The last try; all that came before it is `blocked`. */
static json_t *timings_of(const json_t *call, double *time)
{
    const json_t *tries = json_object_get(call, "tries");
    const json_t *last = json_array_get(tries, json_array_size(tries) - 1);
    double ms = number_of(call, "ms"), wait = number_of(last, "ms");
    double blocked = ms > wait ? ms - wait : 0;
    *time = blocked + wait;
    return json_pack("{s:f, s:i, s:i, s:i, s:f, s:i, s:i}", "blocked", blocked, "dns", -1,
                     "connect", -1, "send", 0, "wait", wait, "receive", 0, "ssl", -1);
}

static json_t *own_members(const struct call_end *end, const json_t *call)
{
    json_t *own = json_pack(
        "{s:s, s:s, s:s, s:s, s:s, s:O?, s:O?, s:O?, s:O?, s:O?}", "role", end->role, "path",
        end->path, "name", end->name, "id", end->id, "phase", end->phase, "service",
        json_object_get(call, "service"), "operation", json_object_get(call, "operation"),
        "parameters", json_object_get(call, "parameters"), "tries", json_object_get(call, "tries"),
        "error", json_object_get(call, "error"));
    if (json_object_get(call, "cancelled"))
        json_object_set_new(own, "cancelled", json_true());
    return own;
}

static void on_call_end(void *self, const struct call_end *end)
{
    struct har *h = self;
    double time = 0;
    json_t *call = call_text_read(end->call), *timings = timings_of(call, &time);
    json_t *entry = json_pack("{s:o, s:f, s:o, s:o, s:{}, s:o, s:o}", "startedDateTime",
                              stamp(number_of(call, "start_ms")), "time", time, "request",
                              request_of(call), "response", response_of(call), "cache", "timings",
                              timings, "_slrun", own_members(end, call));
    char *dump = json_dumps(entry, JSON_COMPACT | JSON_REAL_PRECISION(9));
    struct buf text = BUF_INIT(ENTRY_MAX);
    buf_puts(&text, h->begun ? ",\n" : "\n");
    buf_puts(&text, dump ? dump : "");
    if (dump)
        add(h, &text);
    else if (!h->problem)
        h->problem = ENOMEM;
    h->begun |= dump != NULL;
    free(dump);
    json_decref(entry);
    json_decref(call);
    buf_free(&text);
}

static int har_close(void *self, struct slrun_error *error)
{
    struct har *h = self;
    if (!h->regular)
        put(h, foot, sizeof foot - 1);
    if (close(h->fd) != 0 && !h->problem)
        h->problem = errno;
    int result = h->problem ? file_incomplete(h->path, "HAR", h->problem, error) : 0;
    free(h->path);
    free(h);
    return result;
}

static const struct observer observer = {.call_end = on_call_end,
                                         .calls = CALLS_TOLD | CALLS_BODIES};

const struct reporter_kind har_reporter = {har_open, &observer, har_close};
