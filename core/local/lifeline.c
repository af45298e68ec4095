/* SPDX-License-Identifier: Apache-2.0 */
/* What is said on the lifeline. */
#include "local/lifeline.h"

#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

/* A line without its end into `line`; its length, or -1. It is short and comes once: one byte at a
 * time, so that nothing behind it is taken. */
static int read_line(int fd, char line[LIFELINE_LINE_MAX])
{
    int n = 0;
    while (n < LIFELINE_LINE_MAX) {
        ssize_t got = read(fd, line + n, 1);
        if (got < 0 && errno == EAGAIN) {
            struct pollfd ready = {.fd = fd, .events = POLLIN};
            poll(&ready, 1, -1);
        } else if (got == 0 || (got < 0 && errno != EINTR)) {
            return -1;
        } else if (got == 1 && line[n] == '\n') {
            return n;
        } else if (got == 1) {
            n++;
        }
    }
    return -1;
}

static int copy_key(char to[LIFELINE_KEY_MAX + 1], const char *from)
{
    size_t size = from ? strlen(from) : 0;
    if (size > LIFELINE_KEY_MAX)
        return -1;
    if (size)
        memcpy(to, from, size);
    to[size] = '\0';
    return 0;
}

int lifeline_read_keys(int fd, struct lifeline_keys *keys)
{
    char line[LIFELINE_LINE_MAX];
    int n = read_line(fd, line);
    json_t *json = n < 0 ? NULL : json_loadb(line, (size_t)n, 0, NULL);
    const char *access = NULL, *secret = NULL;
    int rc = json_unpack(json, "{s?s, s?s}", "access_key", &access, "secret_key", &secret);
    if (!rc)
        rc = copy_key(keys->access, access) || copy_key(keys->secret, secret) ? -1 : 0;
    json_decref(json);
    explicit_bzero(line, sizeof line);
    return rc;
}

int lifeline_write_port(int fd, unsigned port)
{
    char line[32];
    int n = snprintf(line, sizeof line, "{\"port\":%u}\n", port);
    return write(fd, line, (size_t)n) == n ? 0 : -1;
}

void lifeline_wipe(struct lifeline_keys *keys)
{
    explicit_bzero(keys, sizeof *keys);
}

char *lifeline_greeting(const char *access_key, const char *secret_key)
{
    json_t *json = access_key && secret_key
                       ? json_pack("{s:s, s:s}", "access_key", access_key, "secret_key", secret_key)
                       : json_object();
    char *text = json ? json_dumps(json, JSON_COMPACT) : NULL;
    json_decref(json);
    size_t size = text ? strlen(text) : 0;
    char *line = text && size + 2 <= LIFELINE_LINE_MAX ? malloc(size + 2) : NULL;
    if (line) {
        memcpy(line, text, size);
        memcpy(line + size, "\n", 2);
    }
    free(text);
    return line;
}

unsigned lifeline_port(const char *line, size_t size)
{
    int port = 0;
    json_t *json = json_loadb(line, size, 0, NULL);
    if (json_unpack(json, "{s:i}", "port", &port) || port < 1 || port > 65535)
        port = 0;
    json_decref(json);
    return (unsigned)port;
}

/* ---- the clock ---- */

static const char *const kinds[] = {
    [LIFELINE_ASK] = "ask", [LIFELINE_OFFER] = "offer", [LIFELINE_JUMP] = "jump"};

int lifeline_write_word(char line[LIFELINE_WORD_MAX], const struct lifeline_word *word)
{
    char ms[32] = "null";
    if (!isinf(word->ms))
        snprintf(ms, sizeof ms, "%.6f", word->ms);
    if (word->kind == LIFELINE_ASK)
        return snprintf(line, LIFELINE_WORD_MAX,
                        "{\"ask\":%" PRIu64 ",\"calls\":%zu,\"sum\":%" PRId64 ",\"within\":%s}\n",
                        word->number, word->flights.n, (int64_t)word->flights.sum, ms);
    return snprintf(line, LIFELINE_WORD_MAX, "{\"%s\":%" PRIu64 ",\"ms\":%s}\n", kinds[word->kind],
                    word->number, ms);
}

bool lifeline_read_word(const char *line, size_t size, struct lifeline_word *word)
{
    json_t *json = json_loadb(line, size, 0, NULL), *number = NULL;
    *word = (struct lifeline_word){0};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds && !number; i++) {
        number = json_object_get(json, kinds[i]);
        word->kind = (enum lifeline_kind)i;
    }
    bool asks = word->kind == LIFELINE_ASK;
    const json_t *ms = json_object_get(json, asks ? "within" : "ms");
    bool good = json_is_integer(number) && (json_is_number(ms) || (asks && json_is_null(ms)));
    if (good) {
        word->number = (uint64_t)json_integer_value(number);
        word->ms = json_is_null(ms) ? INFINITY : json_number_value(ms);
        word->flights.n = (size_t)json_integer_value(json_object_get(json, "calls"));
        word->flights.sum = (uint64_t)json_integer_value(json_object_get(json, "sum"));
    }
    json_decref(json);
    return good;
}

/* What names the function, and the words. */
int lifeline_write_denied(char line[LIFELINE_LINE_MAX], const json_t *refusal)
{
    static const char *const members[] = {"name", "target", "function", "text", "hint", "enforced"};
    json_t *told = json_object(), *word = json_pack("{s:O}", "denied", told);
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (json_object_get(refusal, members[i]))
            json_object_set(told, members[i], json_object_get(refusal, members[i]));
    size_t n = json_dumpb(word, line, LIFELINE_LINE_MAX - 1, JSON_COMPACT);
    bool fits = n > 0 && n < LIFELINE_LINE_MAX;
    json_decref(told);
    json_decref(word);
    if (fits)
        line[n] = '\n';
    return fits ? (int)n + 1 : 0;
}

json_t *lifeline_read_denied(const char *line, size_t size)
{
    json_t *word = json_loadb(line, size, 0, NULL);
    json_t *told = json_incref(json_object_get(word, "denied"));
    json_decref(word);
    return told;
}

char *lifeline_room(struct lifeline_lines *lines, size_t *size)
{
    *size = sizeof lines->text - lines->n;
    return lines->text + lines->n;
}

void lifeline_came(struct lifeline_lines *lines, size_t size,
                   void (*heard)(void *arg, const char *line, size_t size), void *arg)
{
    size_t from = 0, all = lines->n + size;
    for (size_t i = lines->n; i < all; i++) {
        if (lines->text[i] != '\n')
            continue;
        heard(arg, lines->text + from, i - from);
        from = i + 1;
    }
    lines->n = all - from;
    memmove(lines->text, lines->text + from, lines->n);
}
