/* SPDX-License-Identifier: Apache-2.0 */
/* A body that is aws-chunked, checked while it comes. */
#include "local/protocol/framed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "local/protocol/chunked.h"
#include "net/http_header.h"

#define TRAILER_SIGNATURE "x-amz-trailer-signature"

enum { TRAILERS_SIZE_MAX = CHUNKED_TRAILERS_MAX * CHUNKED_LINE_MAX };

struct framed {
    struct framed_options options;
    struct sigv4_chain chain;
    struct chunked_sink sink;
    struct chunked chunked;
    struct sigv4_hash *hash; /* of the chunk; NULL: nothing is checked */
    struct refusal *refusal; /* of the call that is at work */
    uint64_t expected, got;
    uint64_t chunk, n_chunks; /* size of the one that comes, and its number from 1 */
    char signature[SIGV4_HEX_MAX];
    bool small;                        /* a chunk before this one was too small to be followed */
    bool trailer_signed;               /* its signature was there */
    const char *announced;             /* X-Amz-Trailer, or NULL */
    struct buf canonical;              /* trailers as they are signed */
    char *names[CHUNKED_TRAILERS_MAX]; /* each owns its trailer's two strings */
    struct slrun_header trailers[CHUNKED_TRAILERS_MAX];
    size_t n_trailers;
};

static bool refuse(struct framed *f, enum refusal_kind kind)
{
    f->refusal->kind = kind;
    return false;
}

static bool refuse_counts(struct framed *f, enum refusal_kind kind, uint64_t first, uint64_t second)
{
    f->refusal->counts[0] = first;
    f->refusal->counts[1] = second;
    return refuse(f, kind);
}

static bool refuse_signature(struct framed *f, enum sigv4_status status)
{
    f->refusal->status = status;
    f->refusal->texts = f->options.sigv4;
    return refuse(f, REFUSAL_SIGNATURE);
}

/* ---- chunks ---- */

static bool begin(void *arg, uint64_t size, const char *signature)
{
    struct framed *f = arg;
    f->n_chunks++;
    if (f->small && size) /* S3 tells the small one's size, and the number of this one */
        return refuse_counts(f, REFUSAL_SMALL_CHUNK, f->n_chunks, f->chunk);
    f->small = size < FRAMED_CHUNK_MIN;
    f->chunk = size;
    if (size > f->expected - f->got)
        return refuse_counts(f, REFUSAL_BODY_LENGTH, f->expected, f->got + size);
    size_t n = strlen(signature);
    if (f->options.is_signed && !n)
        return refuse(f, REFUSAL_CUT_BODY);
    snprintf(f->signature, sizeof f->signature, "%s", n < sizeof f->signature ? signature : "");
    return true;
}

static bool data(void *arg, const void *bytes, size_t size)
{
    struct framed *f = arg;
    f->got += size;
    if (f->hash && !sigv4_hash_add(f->hash, bytes, size))
        return refuse_signature(f, SIGV4_CRYPTO_FAILED);
    return f->options.data(f->options.arg, bytes, size);
}

static bool check_link(struct framed *f, enum sigv4_link link, const char *signature)
{
    char hash[SIGV4_HEX_MAX];
    if (!sigv4_hash_end(f->hash, hash))
        return refuse_signature(f, SIGV4_CRYPTO_FAILED);
    enum sigv4_status status = sigv4_chain_sign(f->options.sigv4, &f->chain, link, hash);
    if (status == SIGV4_OK &&
        !sigv4_chain_is(&f->chain, (struct sigv4_slice){signature, strlen(signature)}))
        status = SIGV4_MISMATCH;
    return status == SIGV4_OK || refuse_signature(f, status);
}

static bool end(void *arg)
{
    struct framed *f = arg;
    return !f->hash || check_link(f, SIGV4_LINK_CHUNK, f->signature);
}

/* ---- trailers ---- */

/* Is `name` in the list "a, b"? */
static bool is_listed(const char *list, const char *name)
{
    size_t size = strlen(name);
    for (const char *at = list; at && *at; at += strcspn(at, ",")) {
        at += strspn(at, ", \t");
        if (!strncasecmp(at, name, size) && strchr(", \t", at[size]))
            return true;
    }
    return false;
}

static size_t count_listed(const char *list)
{
    size_t n = 0;
    for (const char *at = list; at && *at; at += strcspn(at, ",")) {
        at += strspn(at, ", \t");
        n += *at != '\0';
    }
    return n;
}

static bool keep(struct framed *f, const char *name, const char *value)
{
    size_t size = strlen(name) + 1;
    char *copy = malloc(size + strlen(value) + 1);
    if (!copy)
        return refuse(f, REFUSAL_NO_MEMORY);
    for (size_t k = 0; k < size; k++)
        copy[k] = name[k] >= 'A' && name[k] <= 'Z' ? (char)(name[k] | 0x20) : name[k];
    memcpy(copy + size, value, strlen(value) + 1);
    size_t i = 0;
    while (i < f->n_trailers && strcmp(f->names[i], copy) != 0)
        i++;
    if (i < f->n_trailers)
        free(f->names[i]); /* the last one counts */
    f->n_trailers += i == f->n_trailers;
    f->names[i] = copy;
    f->trailers[i] = (struct slrun_header){copy, copy + size};
    return buf_printf(&f->canonical, "%s:%s\n", copy, value) || refuse(f, REFUSAL_NO_MEMORY);
}

static bool trailer(void *arg, const char *name, const char *value)
{
    struct framed *f = arg;
    if (!f->options.has_trailers || f->trailer_signed)
        return refuse(f, REFUSAL_TRAILER);
    if (strcasecmp(name, TRAILER_SIGNATURE) != 0) {
        bool known = is_listed(f->announced, name) && f->n_trailers < CHUNKED_TRAILERS_MAX;
        return known ? keep(f, name, value) : refuse(f, REFUSAL_TRAILER);
    }
    f->trailer_signed = true;
    if (!f->n_trailers)
        return refuse(f, REFUSAL_CUT_BODY);
    if (!f->hash)
        return true;
    if (!sigv4_hash_add(f->hash, buf_str(&f->canonical), f->canonical.len))
        return refuse_signature(f, SIGV4_CRYPTO_FAILED);
    return check_link(f, SIGV4_LINK_TRAILER, value);
}

/* ---- the whole ---- */

bool framed_read_length(const char *text, uint64_t *length)
{
    char *stop = NULL;
    if (!text || *text < '0' || *text > '9' || strlen(text) > 18)
        return false;
    *length = strtoull(text, &stop, 10);
    return !*stop;
}

struct framed *framed_new(const struct framed_options *options, struct refusal *refusal)
{
    struct framed *f = calloc(1, sizeof *f);
    if (!f) {
        refusal->kind = REFUSAL_NO_MEMORY;
        return NULL;
    }
    f->options = *options;
    f->sink = (struct chunked_sink){begin, data, end, trailer, f};
    f->chunked.sink = &f->sink;
    f->canonical = BUF_INIT(TRAILERS_SIZE_MAX);
    f->announced = http_header(options->headers, options->n_headers, "x-amz-trailer");
    if (options->is_signed && options->chain) {
        f->chain = *options->chain;
        f->hash = sigv4_hash_new();
    }
    if (!framed_read_length(
            http_header(options->headers, options->n_headers, "x-amz-decoded-content-length"),
            &f->expected))
        refusal->kind = REFUSAL_NO_LENGTH;
    else if (options->is_signed && options->chain && !f->hash)
        refusal->kind = REFUSAL_NO_MEMORY;
    else
        return f;
    framed_free(f);
    return NULL;
}

void framed_free(struct framed *framed)
{
    if (!framed)
        return;
    for (size_t i = 0; i < framed->n_trailers; i++)
        free(framed->names[i]);
    buf_free(&framed->canonical);
    sigv4_hash_free(framed->hash);
    free(framed);
}

bool framed_take(struct framed *framed, const void *bytes, size_t size, struct refusal *refusal)
{
    framed->refusal = refusal;
    enum chunked_state state = chunked_take(&framed->chunked, bytes, size);
    if (state == CHUNKED_BAD)
        return refuse(framed, REFUSAL_CUT_BODY);
    return state != CHUNKED_STOPPED;
}

bool framed_end(struct framed *framed, struct refusal *refusal)
{
    framed->refusal = refusal;
    const struct chunked *c = &framed->chunked;
    bool exact = c->state == CHUNKED_DONE && !c->more;
    bool unsigned_end =
        framed->options.is_signed && framed->options.has_trailers && !framed->trailer_signed;
    if (framed->options.is_signed ? !exact || unsigned_end : !chunked_is_whole(c))
        return refuse(framed, REFUSAL_CUT_BODY);
    if (framed->got != framed->expected)
        return refuse_counts(framed, REFUSAL_BODY_LENGTH, framed->expected, framed->got);
    if (!framed->options.has_trailers)
        return true;
    if (framed->n_trailers != count_listed(framed->announced))
        return refuse(framed, REFUSAL_TRAILER);
    return framed->trailer_signed == framed->options.is_signed || refuse(framed, REFUSAL_TRAILER);
}

const struct slrun_header *framed_trailers(const struct framed *framed, size_t *n)
{
    *n = framed->n_trailers;
    return framed->trailers;
}
