/* SPDX-License-Identifier: Apache-2.0 */
/* Heads of received requests whose signature was good: clients send the same one again and again
 * within a second, with other bodies. Of one that is the same in all that is signed, the hashes of
 * canonical request and string to sign go on where they were before the body's hash. */
#include "net/signature/sigv4_parts.h"

#include <openssl/crypto.h>

enum {
    VAIN_MAX = 16, /* heads kept in a row that were never met again: then only every */
    SELDOM = 64    /* so many is kept */
};

static bool is_date(const char *name)
{
    return sigv4_is_name(name, sigv4_slice_of("x-amz-date")) ||
           sigv4_is_name(name, sigv4_slice_of("date"));
}

/* Which memo a request may be found in: operations of a client take turns. */
static struct sigv4_memo *memo_for(struct sigv4 *s, const struct sigv4_request *request)
{
    const char *target = sigv4_header(request, "X-Amz-Target");
    unsigned sum = 0;
    for (const char *at = target; at != NULL && *at != '\0'; at++)
        sum = sum * 31 + (unsigned char)*at;
    return &s->memos[sum % SIGV4_MEMOS];
}

static struct sigv4_slice slice_or_none(const char *text)
{
    return text != NULL ? sigv4_slice_of(text) : (struct sigv4_slice){"", 0};
}

/* What a good signature hangs on beside headers and body. */
enum { PIECES = 11 };

static void list_pieces(const struct sigv4_request *request, const struct sigv4_check *check,
                        struct sigv4_slice pieces[PIECES])
{
    const struct sigv4_authorization *a = check->authorization;
    pieces[0] = sigv4_slice_of(request->target);
    pieces[1] = sigv4_slice_of(request->method);
    pieces[2] = a->access_key;
    pieces[3] = a->date;
    pieces[4] = a->region;
    pieces[5] = a->service;
    pieces[6] = a->terminator;
    pieces[7] = a->signed_headers;
    pieces[8] = sigv4_slice_of(check->secret_key);
    pieces[9] = slice_or_none(check->region);
    pieces[10] = slice_or_none(check->service);
}

/* ---- meeting one again ---- */

struct cursor {
    const struct sigv4_memo *memo;
    size_t piece, at;
};

static bool goes_on(struct cursor *c, struct sigv4_slice piece)
{
    const struct sigv4_memo *memo = c->memo;
    if (c->piece == memo->n_pieces || memo->sizes[c->piece] != piece.size ||
        memcmp(memo->text + c->at, piece.at, piece.size) != 0)
        return false;
    c->piece++;
    c->at += piece.size;
    return true;
}

static bool fits(const struct sigv4_memo *memo, const struct sigv4_request *request,
                 const struct sigv4_check *check)
{
    struct cursor c = {memo, 0, 0};
    struct sigv4_slice pieces[PIECES];
    if (memo->n_headers != request->n_headers || memo->flags != check->flags)
        return false;
    for (size_t i = 0; i < request->n_headers; i++) {
        const struct slrun_header *header = &request->headers[i];
        if (!goes_on(&c, sigv4_slice_of(header->name)) ||
            (memo->counts[i] && !goes_on(&c, sigv4_slice_of(header->value))))
            return false;
    }
    list_pieces(request, check, pieces);
    for (size_t i = 0; i < PIECES; i++)
        if (!goes_on(&c, pieces[i]))
            return false;
    return c.piece == memo->n_pieces;
}

static bool is_in_time(const struct sigv4_memo *memo, const struct sigv4_check *check)
{
    int64_t skew = check->max_skew;
    return skew == 0 || (memo->time >= check->now - skew && memo->time <= check->now + skew);
}

static bool is_good(const struct sigv4_memo *memo, const struct sigv4_request *request,
                    const struct sigv4_check *check)
{
    const struct sigv4_slice *signature = &check->authorization->signature;
    SHA256_CTX canonical = memo->canonical;
    unsigned char hash[SIGV4_HASH_SIZE];
    char hex[SIGV4_HEX_SIZE + 1];
    const char *payload = request->payload_hash;
    if (payload == NULL) {
        if (!sigv4_sha256(request->body, request->body_size, hex))
            return false;
        payload = hex;
    }
    if (strlen(payload) != SIGV4_HEX_SIZE || !sha256_add(&canonical, payload, SIGV4_HEX_SIZE) ||
        !sha256_end(&canonical, hash))
        return false;
    sigv4_hex(hash, hex);
    if (!hmac_sha256(&memo->key, hex, SIGV4_HEX_SIZE, hash))
        return false;
    sigv4_hex(hash, hex);
    return signature->size == SIGV4_HEX_SIZE &&
           CRYPTO_memcmp(signature->at, hex, SIGV4_HEX_SIZE) == 0;
}

static bool may_be_kept(const struct sigv4_check *check)
{
    const struct sigv4_authorization *a = check->authorization;
    return check->secret_key != NULL && !a->presigned && !a->version_2 &&
           !(check->flags & (SIGV4_BODY_LATER | SIGV4_HASH_HEADER));
}

bool sigv4_memo_knows(struct sigv4 *s, const struct sigv4_request *request,
                      const struct sigv4_check *check)
{
    if (!may_be_kept(check))
        return false;
    struct sigv4_memo *memo = memo_for(s, request);
    if (memo->n_pieces == 0 || !fits(memo, request, check))
        return false;
    memo->vain = 0;
    return is_in_time(memo, check) && is_good(memo, request, check);
}

/* ---- keeping one ---- */

static void keep_piece(struct sigv4_memo *memo, struct sigv4_text *t, struct sigv4_slice piece)
{
    if (memo->n_pieces == SIGV4_MEMO_PIECES || piece.size > UINT16_MAX) {
        t->full = true;
        return;
    }
    memo->sizes[memo->n_pieces++] = (uint16_t)piece.size;
    sigv4_add(t, piece.at, piece.size);
}

/* The signed headers count, and the date even if it is not signed. */
static bool counts(const struct sigv4 *s, const struct sigv4_request *request, size_t header)
{
    for (size_t i = 0; i < s->shape.n_fields; i++)
        if (s->shape.fields[i].header == header)
            return true;
    return is_date(request->headers[header].name);
}

static bool keep_text(const struct sigv4 *s, struct sigv4_memo *memo,
                      const struct sigv4_request *request, const struct sigv4_check *check)
{
    struct sigv4_text t = {.at = memo->text, .room = sizeof memo->text};
    struct sigv4_slice pieces[PIECES];
    for (size_t i = 0; i < request->n_headers; i++) {
        memo->counts[i] = counts(s, request, i);
        keep_piece(memo, &t, sigv4_slice_of(request->headers[i].name));
        if (memo->counts[i])
            keep_piece(memo, &t, sigv4_slice_of(request->headers[i].value));
    }
    list_pieces(request, check, pieces);
    for (size_t i = 0; i < PIECES; i++)
        keep_piece(memo, &t, pieces[i]);
    return !t.full;
}

static bool keep_hashes(const struct sigv4 *s, struct sigv4_memo *memo)
{
    memo->key = s->slots[s->used_slot].key;
    return sha256_begin(&memo->canonical) &&
           sha256_add(&memo->canonical, s->canonical.at, s->canonical.size - SIGV4_HEX_SIZE) &&
           sha256_add(&memo->key.inner, s->string_to_sign, s->string_to_sign_size - SIGV4_HEX_SIZE);
}

void sigv4_memo_keep(struct sigv4 *s, const struct sigv4_request *request,
                     const struct sigv4_check *check, int64_t time)
{
    bool stated = sigv4_header(request, "x-amz-content-sha256") != NULL;
    if (!may_be_kept(check) || stated || request->n_headers > SIGV4_SHAPE_FIELDS ||
        s->shape.n_fields == 0)
        return;
    struct sigv4_memo *memo = memo_for(s, request);
    unsigned vain = memo->vain + 1;
    if (vain > VAIN_MAX && vain % SELDOM != 0) {
        memo->vain = vain;
        return;
    }
    OPENSSL_cleanse(memo, sizeof *memo);
    memo->n_headers = request->n_headers;
    memo->flags = check->flags;
    memo->time = time;
    if (!keep_text(s, memo, request, check) || !keep_hashes(s, memo))
        OPENSSL_cleanse(memo, sizeof *memo);
    memo->vain = vain;
}
