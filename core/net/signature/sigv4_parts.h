/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of the signer share. Only sigv4*.c includes it. */
#ifndef SLRUN_NET_SIGV4_PARTS_H
#define SLRUN_NET_SIGV4_PARTS_H

#include "net/signature/sha256.h"
#include "net/signature/sigv4.h"

#include <string.h>

#define SIGV4_ALGORITHM  "AWS4-HMAC-SHA256"
#define SIGV4_TERMINATOR "aws4_request"
#define SIGV4_HASH_SIZE  SHA256_SIZE
#define SIGV4_HEX_SIZE   (2 * SIGV4_HASH_SIZE)
#define SIGV4_DATE_SIZE  8   /* YYYYMMDD */
#define SIGV4_TIME_SIZE  16  /* YYYYMMDDTHHMMSSZ */
#define SIGV4_KEY_SLOTS  8   /* scopes and keys in use at the same time: a few */
#define SIGV4_TEXT_MAX   512 /* of a string to sign: its parts are bounded above */

/* Bytes of the client's own text that a message repeats, and a slice as the arguments of "%.*s". */
#define SIGV4_QUOTED_MAX 200
#define SIGV4_QUOTED(slice)                                                                        \
    (int)((slice).size < SIGV4_QUOTED_MAX ? (slice).size : SIGV4_QUOTED_MAX), (slice).at

/* Text in memory of a fixed size. What does not fit is left out and noted in `full`. */
struct sigv4_text {
    char *at;
    size_t size;
    size_t room;
    bool full;
};

/* A header, or a parameter of the query, on its way into the canonical order. */
struct sigv4_field {
    struct sigv4_slice name;
    struct sigv4_slice value;
    size_t header; /* the number of the request's header that it is, but for those added */
};

#define SIGV4_SHAPE_FIELDS 32   /* signed headers of a request whose shape is kept, */
#define SIGV4_SHAPE_SIZE   1024 /* and bytes of names */

/* The names of a request's headers, and which of them are signed, in canonical order. */
struct sigv4_shape {
    size_t n_fields;              /* no fields: none is kept */
    size_t size;                  /* of names */
    char names[SIGV4_SHAPE_SIZE]; /* as they came, a NUL behind each; then SignedHeaders */
    char lower[SIGV4_SHAPE_SIZE]; /* the fields' names, one behind the other */
    struct sigv4_shape_field {
        size_t header, size;
    } fields[SIGV4_SHAPE_FIELDS];
};

/* A derived signing key and what it was derived from. */
struct sigv4_key_slot {
    char secret[SIGV4_SECRET_MAX + 1];
    char region[SIGV4_SCOPE_NAME_MAX + 1];
    char service[SIGV4_SCOPE_NAME_MAX + 1];
    char date[SIGV4_DATE_SIZE];
    struct hmac_key key;
    bool used;
};

#define SIGV4_MEMOS       16   /* heads of requests that are kept, by their operation, */
#define SIGV4_MEMO_PIECES 64   /* in so many pieces */
#define SIGV4_MEMO_SIZE   1536 /* and bytes of text */

/* The head of a request whose signature was good. It holds secrets. */
struct sigv4_memo {
    size_t n_pieces; /* 0: none is kept */
    uint16_t sizes[SIGV4_MEMO_PIECES];
    char text[SIGV4_MEMO_SIZE]; /* what a request with the same good signature has the same */
    size_t n_headers;
    bool counts[SIGV4_SHAPE_FIELDS]; /* whether a header's value is among the pieces */
    unsigned flags;
    unsigned vain;        /* heads kept here since one was met again */
    int64_t time;         /* of the signature */
    SHA256_CTX canonical; /* of the canonical request up to the body's hash */
    struct hmac_key key;  /* its inner hash gone on up to the hash of the canonical request */
};

struct sigv4 {
    struct sigv4_text canonical;
    struct sigv4_text scratch;         /* encoded parameters, a normalised path */
    struct sigv4_slice signed_headers; /* in canonical */
    char string_to_sign[SIGV4_TEXT_MAX];
    size_t string_to_sign_size;
    unsigned next_slot, used_slot;
    struct sigv4_key_slot slots[SIGV4_KEY_SLOTS];
    struct sigv4_shape shape; /* of the last request whose names were found to be in order */
    struct sigv4_memo memos[SIGV4_MEMOS];
    struct sigv4_field fields[SIGV4_FIELDS_MAX];
};

/* What a canonical request is made of. */
struct sigv4_canonical {
    const struct sigv4_request *request;
    const struct slrun_header *added; /* headers that the signer itself will add */
    size_t n_added;
    const struct sigv4_slice *only; /* the SignedHeaders of a received request, or NULL: all */
    bool same_shape;                /* as that of the request before */
    const char *payload;
    const char *left_out; /* a parameter of the query that is not signed, or NULL */
    unsigned flags;
};

/* The credential scope and the time of one signature. */
struct sigv4_scope {
    const char *secret;
    const char *region;
    const char *service;
    char time[SIGV4_TIME_SIZE + 1]; /* its first 8 bytes are the scope's date */
};

static inline void sigv4_add(struct sigv4_text *t, const char *at, size_t size)
{
    if (size > t->room - t->size) {
        t->full = true;
    } else if (size > 0) {
        memcpy(t->at + t->size, at, size);
        t->size += size;
    }
}

static inline void sigv4_adds(struct sigv4_text *t, const char *string)
{
    sigv4_add(t, string, strlen(string));
}

static inline void sigv4_addc(struct sigv4_text *t, char c)
{
    if (t->size == t->room)
        t->full = true;
    else
        t->at[t->size++] = c;
}

/* sigv4_text.c: text, blanks and hex. */
/* Empties t and gives it room for at least `room` bytes; false without memory. */
bool sigv4_reserve(struct sigv4_text *t, size_t room);
void sigv4_hex(const unsigned char *hash, char hex[SIGV4_HEX_SIZE + 1]);
/* Without regard to case. */
bool sigv4_same_name(struct sigv4_slice a, struct sigv4_slice b);
bool sigv4_is_name(const char *string, struct sigv4_slice name);
/* Whether a name is among those of SignedHeaders. */
bool sigv4_is_listed(struct sigv4_slice names, struct sigv4_slice name);
/* Whether S3 wants the header signed besides Host, so that nobody adds it to what was signed: all
 * of x-amz-*, but for the hash of the payload, which is signed by itself; and Content-MD5. */
bool sigv4_must_be_signed(struct sigv4_slice name);
bool sigv4_format_time(int64_t time, char text[SIGV4_TIME_SIZE + 1]);
/* Reads YYYYMMDDTHHMMSSZ, and an HTTP date (RFC 9110, IMF-fixdate; its zone is taken as GMT). */
bool sigv4_parse_time(const char *text, int64_t *time);
bool sigv4_parse_http_date(const char *text, int64_t *time);

static inline char sigv4_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static inline bool sigv4_equals(struct sigv4_slice slice, const char *string)
{
    return slice.size == strlen(string) && memcmp(slice.at, string, slice.size) == 0;
}

/* Whether two names may be the same, which most are not by their first letter. */
static inline bool sigv4_may_be(const char *a, struct sigv4_slice b)
{
    return b.size == 0 || (*a | 0x20) == (*b.at | 0x20);
}

static inline void sigv4_forget_texts(struct sigv4 *s)
{
    s->canonical.size = 0;
    s->string_to_sign_size = 0;
}

static inline struct sigv4_slice sigv4_slice_of(const char *string)
{
    return (struct sigv4_slice){string, strlen(string)};
}

/* sigv4.c */
/* What every signature begins with: the request must be unsigned and have a Host; fills scope. */
enum sigv4_status sigv4_begin(struct sigv4 *s, const struct sigv4_request *request,
                              const struct sigv4_options *options, struct sigv4_scope *scope);
bool sigv4_has_token(const struct sigv4_options *options);

/* sigv4_uri.c */
/* Appends the canonical URI of a path as sent. The scratch text must have room for it. */
enum sigv4_status sigv4_add_path(struct sigv4 *s, struct sigv4_slice path, unsigned flags);
/* Appends the canonical query of a query as sent, without the parameter `left_out` (or NULL). */
enum sigv4_status sigv4_add_query(struct sigv4 *s, struct sigv4_slice query, const char *left_out);
/* Decodes %XX into `to`, which has room for as many bytes; returns how many there are. */
size_t sigv4_decode(char *to, struct sigv4_slice bytes);
/* Appends bytes percent-encoded; '/' stays when keep_slash. */
void sigv4_add_encoded(struct sigv4_text *t, struct sigv4_slice bytes, bool keep_slash);
/* Puts fields in order of name; equal names by value, or, without by_value, as they came. */
void sigv4_sort(struct sigv4_field *fields, size_t n, bool by_value);

/* sigv4_shape.c */
/* Whether the names of the headers, and SignedHeaders, are those that were kept. */
bool sigv4_shape_fits(const struct sigv4_shape *shape, const struct sigv4_request *request,
                      struct sigv4_slice list);
/* Of a request that fits: its signed headers in canonical order; how many. */
size_t sigv4_shape_fields(const struct sigv4_shape *shape, const struct sigv4_request *request,
                          struct sigv4_field *fields);
/* Keeps that of a received request whose names are in order. */
void sigv4_shape_keep(struct sigv4_shape *shape, const struct sigv4_canonical *c,
                      const struct sigv4_field *fields, size_t n);

/* sigv4_memo.c */
/* Whether the signature is good, judged by a head that was kept. If not, nothing is known. */
bool sigv4_memo_knows(struct sigv4 *s, const struct sigv4_request *request,
                      const struct sigv4_check *check);
/* Keeps the head of the request that was just found to be good, signed at `time`. */
void sigv4_memo_keep(struct sigv4 *s, const struct sigv4_request *request,
                     const struct sigv4_check *check, int64_t time);

/* sigv4_canonical.c */
/* Writes s->canonical and s->signed_headers. */
enum sigv4_status sigv4_canonicalise(struct sigv4 *s, const struct sigv4_canonical *c);
/* The first value of a header, or NULL. */
const char *sigv4_header(const struct sigv4_request *request, const char *name);
/* The payload's line: the request's own, or the body's hash written to hex. NULL: crypto failed. */
const char *sigv4_payload(const struct sigv4_request *request, char hex[SIGV4_HEX_SIZE + 1]);

/* sigv2.c */
/* The rest of sigv4_verify() for an authorization of version 2. */
enum sigv4_status sigv2_verify(struct sigv4 *s, const struct sigv4_request *request,
                               const struct sigv4_check *check);

/* sigv4_authorization.c */
/* Takes keyid/date/region/service/term apart; slashes at the end do not count. */
bool sigv4_split_credential(struct sigv4_slice credential, struct sigv4_authorization *a);

/* sigv4_key.c */
bool sigv4_sha256(const void *data, size_t size, char hex[SIGV4_HEX_SIZE + 1]);
/* The signature, in hex, of s->string_to_sign. */
enum sigv4_status sigv4_sign_text(struct sigv4 *s, const struct sigv4_scope *scope,
                                  char hex[SIGV4_HEX_SIZE + 1]);
/* Signs s->canonical: writes s->string_to_sign and the signature in hex. */
enum sigv4_status sigv4_signature(struct sigv4 *s, const struct sigv4_scope *scope,
                                  char hex[SIGV4_HEX_SIZE + 1]);
/* Appends date/region/service/aws4_request. */
void sigv4_add_scope(struct sigv4_text *t, const struct sigv4_scope *scope);
void sigv4_forget_keys(struct sigv4 *s);

#endif
