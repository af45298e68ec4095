/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests to Kinesis as the local cloud offers it, as bytes from anywhere. Input: lines, each a
 * request to the same service: "Name {...}" in JSON; "~Name HEX" in CBOR. Time goes on between
 * them. Every request must be answered, with JSON, CBOR or XML that can be read. "$" in a line
 * stands for the latest iterator. Needs kinesis_local.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "cbor_form.h"
#include "local.h"
#include "local/store.h"

enum { LINE_MAX_SIZE = 16384, ITERATOR_SIZE = 600, STEP_MS = 90 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct {
    int64_t now_ms;
    bool answered;
    const char *type; /* of what is sent */
    char iterator[ITERATOR_SIZE];
} world;

static uint64_t next_random(const struct slrun_cloud *cloud)
{
    static uint64_t state[2] = {1, 2};
    (void)cloud;
    return random_next(state);
}

static int64_t now_ms(const struct slrun_cloud *cloud)
{
    (void)cloud;
    return world.now_ms;
}

static void keep_iterator(const json_t *answer)
{
    const char *text = json_string_value(json_object_get(answer, "ShardIterator"));
    text = text == NULL ? json_string_value(json_object_get(answer, "NextShardIterator")) : text;
    if (text != NULL) {
        (void)snprintf(world.iterator, sizeof world.iterator, "%s", text);
    }
}

static void reply(struct slrun_exchange *x, const struct slrun_reply *answer)
{
    (void)x;
    if (world.answered) {
        abort();
    }
    world.answered = true;
    if (answer->size == 0) {
        return;
    }
    if (answer->content_type == NULL) {
        if (((const char *)answer->body)[answer->size - 2] != '>') {
            abort();
        }
        return;
    }
    json_t *json = strstr(answer->content_type, "cbor") != NULL
                       ? cbor_form_read(answer->body, answer->size)
                       : json_loadb(answer->body, answer->size, 0, NULL);
    if (!json_is_object(json)) {
        abort();
    }
    keep_iterator(json);
    json_decref(json);
}

static const char *header_get(const struct slrun_header *headers, size_t n, const char *name)
{
    (void)headers, (void)n, (void)name;
    return world.type;
}

static void send(void *service, const char *operation, const void *body, size_t size)
{
    struct slrun_exchange x = {.method = "POST",
                               .target = "/",
                               .operation = operation,
                               .region = "us-east-1",
                               .account = "000000000000",
                               .request_id = "id",
                               .body = body,
                               .size = size};
    world.answered = false;
    kinesis_local.serve(service, &x);
    if (!world.answered) {
        abort();
    }
}

/* The text with the latest iterator in the place of each "$". */
static size_t fill(const char *text, char out[LINE_MAX_SIZE])
{
    size_t n = 0, length = strlen(world.iterator);
    for (; *text != '\0' && n + length + 1 < LINE_MAX_SIZE; text++) {
        if (*text == '$') {
            memcpy(out + n, world.iterator, length);
            n += length;
        } else {
            out[n++] = *text;
        }
    }
    out[n] = '\0';
    return n;
}

static size_t unhex(const char *text, char out[LINE_MAX_SIZE])
{
    size_t n = 0;
    unsigned byte;
    for (; n < LINE_MAX_SIZE && sscanf(text, "%2x", &byte) == 1 && text[1] != '\0'; text += 2) {
        out[n++] = (char)byte;
    }
    return n;
}

static void serve(void *service, char *line)
{
    static char body[LINE_MAX_SIZE];
    char *space = strchr(line, ' ');
    const char *rest = space == NULL ? "" : space + 1;
    bool cbor = *line == '~';
    if (space != NULL) {
        *space = '\0';
    }
    size_t size = cbor ? unhex(rest, body) : fill(rest, body);
    world.type = cbor ? "application/x-amz-cbor-1.1" : "application/x-amz-json-1.1";
    send(service, line + cbor, body, size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct slrun_host host = {.struct_size = sizeof host, .header_get = header_get};
    const struct slrun_cloud cloud = {.struct_size = sizeof cloud,
                                      .host = &host,
                                      .now_ms = now_ms,
                                      .reply = reply,
                                      .stores = &store_api,
                                      .random = next_random};
    struct slrun_error error;
    void *service = NULL;
    char *text = malloc(size + 1);
    memset(&world, 0, sizeof world);
    world.now_ms = INT64_C(1700000000000);
    if (text == NULL || kinesis_local.open(&cloud, &service, &error) != 0) {
        free(text);
        return 0;
    }
    if (size > 0) {
        memcpy(text, data, size);
    }
    text[size] = '\0';
    for (char *line = text, *next; line != NULL; line = next) {
        next = strchr(line, '\n');
        if (next != NULL) {
            *next++ = '\0';
        }
        serve(service, line);
        world.now_ms += STEP_MS;
    }
    kinesis_local.close(service);
    free(text);
    return 0;
}
