/* SPDX-License-Identifier: Apache-2.0 */
/* The canonical request: method, path, query, headers, names of the signed headers, payload. */
#include "net/signature/sigv4_parts.h"

#include "net/http_header.h"

/* What proxies and HTTP libraries add, change or drop on the way; the SDKs sign none of them. */
static const char *const unsigned_headers[] = {
    "authorization",
    "baggage",
    "connection",
    "expect",
    "keep-alive",
    "proxy-authenticate",
    "te",
    "traceparent",
    "tracestate",
    "trailer",
    "proxy-authorization",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "x-amzn-trace-id",
};

/* The names of a list "host;x-amz-date". */
struct listed {
    struct sigv4_slice names[SIGV4_FIELDS_MAX];
    size_t n;
};

static enum sigv4_status split(struct sigv4_slice list, struct listed *listed)
{
    const char *end = list.at + list.size;
    listed->n = 0;
    for (const char *at = list.at; at < end;) {
        const char *stop = memchr(at, ';', (size_t)(end - at));
        size_t size = stop ? (size_t)(stop - at) : (size_t)(end - at);
        if (listed->n == SIGV4_FIELDS_MAX)
            return SIGV4_TOO_LARGE;
        listed->names[listed->n++] = (struct sigv4_slice){at, size};
        at += size + 1;
    }
    return SIGV4_OK;
}

static bool is_listed(const struct listed *listed, struct sigv4_slice name)
{
    for (size_t i = 0; i < listed->n; i++)
        if (listed->names[i].size == name.size && sigv4_may_be(name.at, listed->names[i]) &&
            sigv4_same_name(listed->names[i], name))
            return true;
    return false;
}

/* `listed`: of a received request, or NULL: one that is being signed. */
static bool is_signed(const struct listed *listed, struct sigv4_slice name)
{
    if (listed != NULL)
        return is_listed(listed, name);
    for (size_t i = 0; i < sizeof unsigned_headers / sizeof *unsigned_headers; i++)
        if (sigv4_same_name(sigv4_slice_of(unsigned_headers[i]), name))
            return false;
    return true;
}

/* A token, and behind a colon the pseudo-header that HTTP/2 has for Host. */
static bool is_field_name(struct sigv4_slice name)
{
    size_t pseudo = name.size && *name.at == ':';
    return http_is_token(name.at + pseudo, name.size - pseudo);
}

/* Appends a field for a header, its name in lower case in scratch. */
static enum sigv4_status collect(struct sigv4 *s, const struct slrun_header *header, size_t number,
                                 size_t *n)
{
    struct sigv4_slice name = sigv4_slice_of(header->name);
    if (!is_field_name(name))
        return SIGV4_MALFORMED;
    if (*n == SIGV4_FIELDS_MAX)
        return SIGV4_TOO_LARGE;
    char *lower = s->scratch.at + s->scratch.size;
    sigv4_add(&s->scratch, name.at, name.size);
    for (size_t i = 0; !s->scratch.full && i < name.size; i++)
        lower[i] = sigv4_lower(lower[i]);
    s->fields[(*n)++] =
        (struct sigv4_field){{lower, name.size}, sigv4_slice_of(header->value), number};
    return SIGV4_OK;
}

static enum sigv4_status collect_all(struct sigv4 *s, const struct sigv4_canonical *c, size_t *n)
{
    const struct sigv4_request *request = c->request;
    struct listed listed;
    listed.n = 0; /* the names are written before they are read */
    enum sigv4_status status = c->only != NULL ? split(*c->only, &listed) : SIGV4_OK;
    for (size_t i = 0; status == SIGV4_OK && i < request->n_headers; i++)
        if (is_signed(c->only != NULL ? &listed : NULL, sigv4_slice_of(request->headers[i].name)))
            status = collect(s, &request->headers[i], i, n);
    for (size_t i = 0; status == SIGV4_OK && i < c->n_added; i++)
        status = collect(s, &c->added[i], request->n_headers + i, n);
    return status;
}

/* The fields in canonical order; how many. */
static enum sigv4_status find_fields(struct sigv4 *s, const struct sigv4_canonical *c, size_t names,
                                     size_t *n)
{
    if (c->same_shape) {
        *n = sigv4_shape_fields(&s->shape, c->request, s->fields);
        return SIGV4_OK;
    }
    if (!sigv4_reserve(&s->scratch, names))
        return SIGV4_NO_MEMORY;
    enum sigv4_status status = collect_all(s, c, n);
    if (status != SIGV4_OK)
        return status;
    sigv4_sort(s->fields, *n, false);
    if (c->only != NULL && !s->scratch.full)
        sigv4_shape_keep(&s->shape, c, s->fields, *n);
    return SIGV4_OK;
}

/* How many bytes come that are no blanks, control characters or above 0x7e: eight at once and the
 * rest one by one. */
static size_t plain_run(const char *at, const char *end)
{
    const char *from = at;
    for (uint64_t word; (size_t)(end - at) >= sizeof word; at += sizeof word) {
        memcpy(&word, at, sizeof word);
        uint64_t below = word - UINT64_C(0x2121212121212121);
        uint64_t above = word + UINT64_C(0x0101010101010101);
        if ((below | above | word) & UINT64_C(0x8080808080808080))
            break;
    }
    while (end > at && ' ' < *at && *at < 0x7f)
        at++;
    return (size_t)(at - from);
}

/* Appends a value without blanks around it and with single spaces in it. */
static enum sigv4_status add_value(struct sigv4_text *t, struct sigv4_slice value)
{
    const char *end = value.at + value.size;
    bool blank = false;
    bool started = false;
    for (const char *at = value.at; at < end; at++) {
        unsigned char c = (unsigned char)*at;
        if (c == ' ' || c == '\t') {
            blank = started;
            continue;
        }
        if (c < ' ' || c == 0x7f)
            return SIGV4_MALFORMED; /* a line break would be a header of its own on the wire */
        if (blank) {
            sigv4_addc(t, ' ');
            blank = false;
        }
        size_t run = plain_run(at, end);
        sigv4_add(t, at, run > 0 ? run : 1);
        at += run > 0 ? run - 1 : 0;
        started = true;
    }
    return SIGV4_OK;
}

static bool is_repeat(const struct sigv4_field *fields, size_t i)
{
    return i > 0 && fields[i].name.size == fields[i - 1].name.size &&
           memcmp(fields[i].name.at, fields[i - 1].name.at, fields[i].name.size) == 0;
}

/* "name:value" a line; the values of a repeated name are joined by commas. */
static enum sigv4_status add_headers(struct sigv4 *s, size_t n)
{
    struct sigv4_text *t = &s->canonical;
    for (size_t i = 0; i < n; i++) {
        if (is_repeat(s->fields, i)) {
            t->at[t->size - 1] = ','; /* in place of the line's end */
        } else {
            sigv4_add(t, s->fields[i].name.at, s->fields[i].name.size);
            sigv4_addc(t, ':');
        }
        enum sigv4_status status = add_value(t, s->fields[i].value);
        if (status != SIGV4_OK)
            return status;
        sigv4_addc(t, '\n');
    }
    sigv4_addc(t, '\n');
    return SIGV4_OK;
}

static void add_names(struct sigv4 *s, size_t n)
{
    struct sigv4_text *t = &s->canonical;
    size_t start = t->size;
    for (size_t i = 0; i < n; i++) {
        if (is_repeat(s->fields, i))
            continue;
        if (i > 0)
            sigv4_addc(t, ';');
        sigv4_add(t, s->fields[i].name.at, s->fields[i].name.size);
    }
    s->signed_headers = (struct sigv4_slice){t->at + start, t->size - start};
}

/* The most that the parts can take in the canonical request; names gets the names' bytes alone.
 * A path or query grows to three times its size, and each parameter may gain a '='. */
static size_t most_room(const struct sigv4_canonical *c, size_t *names)
{
    size_t room =
        strlen(c->request->method) + strlen(c->payload) + 4 * strlen(c->request->target) + 16;
    *names = 0;
    for (size_t i = 0; i < c->request->n_headers + c->n_added; i++) {
        const struct slrun_header *header = i < c->request->n_headers
                                                ? &c->request->headers[i]
                                                : &c->added[i - c->request->n_headers];
        *names += strlen(header->name);
        room += strlen(header->value) + 3;
    }
    return room + 2 * *names;
}

static enum sigv4_status add_target(struct sigv4 *s, const struct sigv4_canonical *c)
{
    const char *target = c->request->target;
    for (const char *at = target; *at != '\0'; at++)
        if ((*at > 0 && *at < ' ') || *at == 0x7f)
            return SIGV4_MALFORMED;
    size_t path_size = strcspn(target, "?");
    enum sigv4_status status = sigv4_add_path(s, (struct sigv4_slice){target, path_size}, c->flags);
    sigv4_addc(&s->canonical, '\n');
    if (status == SIGV4_OK && target[path_size] == '?')
        status = sigv4_add_query(s, sigv4_slice_of(target + path_size + 1), c->left_out);
    sigv4_addc(&s->canonical, '\n');
    return status;
}

static enum sigv4_status build(struct sigv4 *s, const struct sigv4_canonical *c, size_t names)
{
    size_t n = 0;
    sigv4_adds(&s->canonical, c->request->method);
    sigv4_addc(&s->canonical, '\n');
    enum sigv4_status status = add_target(s, c);
    if (status == SIGV4_OK)
        status = find_fields(s, c, names, &n);
    if (status != SIGV4_OK)
        return status;
    status = add_headers(s, n);
    add_names(s, n);
    sigv4_addc(&s->canonical, '\n');
    sigv4_adds(&s->canonical, c->payload);
    return status;
}

enum sigv4_status sigv4_canonicalise(struct sigv4 *s, const struct sigv4_canonical *c)
{
    sigv4_forget_texts(s);
    if (!http_is_token(c->request->method, strlen(c->request->method)) ||
        !http_is_token(c->payload, strlen(c->payload)))
        return SIGV4_MALFORMED;
    size_t names = 0;
    size_t room = most_room(c, &names);
    if (room > SIGV4_CANONICAL_MAX)
        return SIGV4_TOO_LARGE;
    if (!sigv4_reserve(&s->canonical, room))
        return SIGV4_NO_MEMORY;
    enum sigv4_status status = build(s, c, names);
    if (status == SIGV4_OK && (s->canonical.full || s->scratch.full))
        status = SIGV4_TOO_LARGE;
    if (status != SIGV4_OK)
        s->canonical.size = 0;
    return status;
}

const char *sigv4_header(const struct sigv4_request *request, const char *name)
{
    struct sigv4_slice wanted = sigv4_slice_of(name);
    for (size_t i = 0; i < request->n_headers; i++)
        if (sigv4_may_be(request->headers[i].name, wanted) &&
            sigv4_is_name(request->headers[i].name, wanted))
            return request->headers[i].value;
    return NULL;
}

const char *sigv4_payload(const struct sigv4_request *request, char hex[SIGV4_HEX_SIZE + 1])
{
    const char *payload = request->payload_hash;
    if (payload == NULL)
        payload = sigv4_header(request, "x-amz-content-sha256");
    if (payload == NULL && sigv4_sha256(request->body, request->body_size, hex))
        payload = hex;
    return payload;
}
