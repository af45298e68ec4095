/* SPDX-License-Identifier: Apache-2.0 */
/* Decodes aws-chunked bodies. */
#include "local/protocol/chunked.h"

#include <string.h>

enum { SIZE_DIGITS_MAX = 15 /* of a chunk's size; keeps it below 2^60 */ };

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The hex number that the line begins with; returns its digits, 0 if there is none that fits. */
static size_t read_size(const char *line, uint64_t *size)
{
    size_t n = 0;
    *size = 0;
    for (; hex_value(line[n]) >= 0; n++) {
        if (n == SIZE_DIGITS_MAX)
            return 0;
        *size = *size * 16 + (uint64_t)hex_value(line[n]);
    }
    return n;
}

static enum chunked_state next(bool wanted, enum chunked_state state)
{
    return wanted ? state : CHUNKED_STOPPED;
}

static char *skip_blanks(char *at)
{
    return at + strspn(at, " \t");
}

/* [;chunk-signature=HEX] with blanks where S3 takes them, and nothing behind it. Another one
 * before it stands for a signature, which it is none of. NULL: it is malformed. */
static const char *take_signature(char *at)
{
    static const char name[] = "chunk-signature";
    if (!*at)
        return "";
    at = skip_blanks(at);
    if (*at != ';')
        return NULL;
    char *extension = skip_blanks(at + 1);
    if (strncmp(extension, name, sizeof name - 1) != 0)
        return strstr(extension, name) ? extension : "";
    char *equals = skip_blanks(extension + sizeof name - 1);
    if (*equals != '=')
        return extension;
    char *signature = skip_blanks(equals + 1), *end = signature + strcspn(signature, "; \t");
    bool last = !*skip_blanks(end);
    *end = '\0';
    return last ? signature : NULL;
}

static enum chunked_state take_head(struct chunked *c)
{
    const struct chunked_sink *sink = c->sink;
    size_t digits = read_size(c->line, &c->left);
    const char *signature = digits ? take_signature(c->line + digits) : NULL;
    if (!signature)
        return CHUNKED_BAD;
    if (!sink->begin(sink->arg, c->left, signature))
        return CHUNKED_STOPPED;
    return c->left ? CHUNKED_DATA : next(sink->end(sink->arg), CHUNKED_TRAILER);
}

static enum chunked_state take_trailer(struct chunked *c)
{
    if (!c->line_size) {
        bool rest = c->bare; /* of the line before */
        c->bare = false;
        return rest ? CHUNKED_TRAILER : CHUNKED_DONE;
    }
    char *colon = strchr(c->line, ':');
    if (!colon || colon == c->line || c->n_trailers++ == CHUNKED_TRAILERS_MAX)
        return CHUNKED_BAD;
    *colon = '\0';
    char *value = colon + 1 + strspn(colon + 1, " \t");
    for (size_t n = strlen(value); n && strchr(" \t", value[n - 1]); n--)
        value[n - 1] = '\0';
    return next(c->sink->trailer(c->sink->arg, c->line, value), CHUNKED_TRAILER);
}

/* CRLF has ended a line; MinIO's clients end trailers with LF CRLF, which S3 takes. */
static enum chunked_state take_line(struct chunked *c)
{
    bool whole = c->line_size >= 2 && c->line[c->line_size - 2] == '\r';
    if (!whole && (c->state != CHUNKED_TRAILER || c->line_size < 2))
        return CHUNKED_BAD;
    if (!whole || c->line_size > 2)
        c->bare = !whole;
    c->line_size -= whole ? 2 : 1;
    c->line[c->line_size] = '\0';
    if (strlen(c->line) != c->line_size || strchr(c->line, '\r'))
        return CHUNKED_BAD;
    switch (c->state) {
    case CHUNKED_HEAD:
        return take_head(c);
    case CHUNKED_DATA_END:
        return c->line_size ? CHUNKED_BAD : next(c->sink->end(c->sink->arg), CHUNKED_HEAD);
    default:
        return take_trailer(c);
    }
}

/* Up to the end of the line, or what there is of it; returns how much was taken. */
static size_t add_line(struct chunked *c, const char *at, size_t size)
{
    const char *feed = memchr(at, '\n', size);
    size_t n = feed ? (size_t)(feed - at) + 1 : size;
    if (n > sizeof c->line - c->line_size) {
        c->state = CHUNKED_BAD;
        return size;
    }
    memcpy(c->line + c->line_size, at, n);
    c->line_size += n;
    if (feed) {
        c->state = take_line(c);
        c->line_size = 0;
    }
    return n;
}

static size_t add_data(struct chunked *c, const char *at, size_t size)
{
    size_t n = size < c->left ? size : (size_t)c->left;
    c->left -= n;
    if (!c->sink->data(c->sink->arg, at, n))
        c->state = CHUNKED_STOPPED;
    else if (!c->left)
        c->state = CHUNKED_DATA_END;
    return n;
}

enum chunked_state chunked_take(struct chunked *c, const void *data, size_t size)
{
    for (const char *at = data; size && c->state < CHUNKED_DONE;) {
        size_t n = c->state == CHUNKED_DATA ? add_data(c, at, size) : add_line(c, at, size);
        at += n;
        size -= n;
    }
    c->more |= size && c->state == CHUNKED_DONE;
    return c->state;
}

bool chunked_is_whole(const struct chunked *c)
{
    return c->state == CHUNKED_DONE || (c->state == CHUNKED_TRAILER && !c->line_size && !c->bare);
}
