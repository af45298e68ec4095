/* SPDX-License-Identifier: Apache-2.0 */
#include "net/credential/credential_sts.h"

#include <inttypes.h>
#include <stddef.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "net/expat_api.h"

enum { TRIES = 3, PAUSE_MS = 200, VALUE_MAX = 16 * 1024, BODY_MAX = 64 * 1024 };

static const struct member {
    const char *name;
    size_t offset; /* of the string in struct sts_answer */
} members[] = {
    {"AccessKeyId", offsetof(struct sts_answer, access_key)},
    {"SecretAccessKey", offsetof(struct sts_answer, secret_key)},
    {"SessionToken", offsetof(struct sts_answer, session_token)},
    {"Expiration", offsetof(struct sts_answer, expiration)},
    {"Account", offsetof(struct sts_answer, account)},
    {"Arn", offsetof(struct sts_answer, arn)},
    {"Code", offsetof(struct sts_answer, code)},
    {"Message", offsetof(struct sts_answer, message)},
};
enum { MEMBERS = sizeof members / sizeof *members };

/* The names of all that is of interest are different, so the tree does not matter. AssumedRoleUser
 * has an Arn, too; nobody asks for both. */
struct reading {
    struct buf texts[MEMBERS];
    struct buf *open; /* the text of the element that began last */
};

static void XMLCALL on_start(void *data, const char *name, const char **attributes)
{
    struct reading *r = data;
    (void)attributes;
    r->open = NULL;
    for (size_t i = 0; i < MEMBERS; i++)
        if (strcmp(members[i].name, name) == 0 && !r->texts[i].len)
            r->open = &r->texts[i];
}

static void XMLCALL on_end(void *data, const char *name)
{
    struct reading *r = data;
    (void)name;
    r->open = NULL;
}

static void XMLCALL on_text(void *data, const char *text, int size)
{
    struct reading *r = data;
    if (r->open)
        buf_add(r->open, text, (size_t)size);
}

static bool read_xml(struct reading *r, const struct slrun_response *answer,
                     struct slrun_error *error)
{
    const struct expat_api *api = expat_api(error);
    XML_Parser parser = api ? api->ParserCreate(NULL) : NULL;
    if (!parser)
        return false;
    for (size_t i = 0; i < MEMBERS; i++)
        r->texts[i] = BUF_INIT(VALUE_MAX);
    api->SetUserData(parser, r);
    api->SetElementHandler(parser, on_start, on_end);
    api->SetCharacterDataHandler(parser, on_text);
    bool good = api->Parse(parser, answer->body, (int)answer->size, 1) == XML_STATUS_OK;
    api->ParserFree(parser);
    for (size_t i = 0; i < MEMBERS; i++)
        good = good && !r->texts[i].failed;
    return good;
}

static void on_answer(struct credential_walk *walk, const struct slrun_response *response,
                      const struct slrun_error *error)
{
    struct reading r = {0};
    struct sts_answer answer = {0};
    struct slrun_error bad = {0};
    if (!error && !read_xml(&r, response, &bad)) {
        if (bad.kind == SLRUN_E_NONE)
            error_set(&bad, SLRUN_E_PROTOCOL, "the answer of %s is no XML (status %d)",
                      walk->exchange.http.base, response->status);
        error = &bad;
    }
    answer.status = response ? response->status : 0;
    for (size_t i = 0; i < MEMBERS; i++) {
        const char *text = arena_str(walk->arena, buf_str(&r.texts[i]));
        memcpy((char *)&answer + members[i].offset, &text, sizeof text);
        error = text ? error : &bad;
        buf_free(&r.texts[i]);
    }
    walk->sts(walk, &answer, error);
}

static void add_encoded(struct buf *body, const char *text)
{
    static const char plain[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    for (; *text; text++)
        if (strchr(plain, *text))
            buf_putc(body, *text);
        else
            buf_printf(body, "%%%02X", (unsigned)(unsigned char)*text);
}

static bool post(struct credential_walk *walk, const struct sts_question *q, const char *base)
{
    static const struct slrun_header headers[] = {
        {"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"}, {NULL, NULL}};
    struct buf body = BUF_INIT(BODY_MAX);
    buf_printf(&body, "Action=%s&Version=2011-06-15", q->action);
    for (size_t i = 0; i < STS_PARAMETERS_MAX && q->parameters[i].name; i++) {
        if (!q->parameters[i].value)
            continue;
        buf_printf(&body, "&%s=", q->parameters[i].name);
        add_encoded(&body, q->parameters[i].value);
    }
    struct walk_question question = {.base = base,
                                     .method = "POST",
                                     .target = "/",
                                     .headers = headers,
                                     .body = buf_str(&body),
                                     .timeout_ms = walk_exchange_ms(walk),
                                     .tries = TRIES,
                                     .pause_ms = PAUSE_MS,
                                     .signer = q->signer,
                                     .service = "sts"};
    bool good = !body.failed;
    if (!good)
        walk_failed(walk, "%s: its parameters are too long", q->action);
    else
        good = walk_ask(walk, &question, on_answer);
    buf_free(&body);
    return good;
}

bool sts_ask(struct credential_walk *walk, const struct sts_question *q, sts_answered *answered)
{
    const struct endpoint_place sts = {"sts", walk->common->region};
    char base[ENDPOINT_MAX];
    struct slrun_error error = {0};
    walk->sts = answered;
    if (endpoint_resolve(walk->common->options->rules, &sts, base, &error) == 0)
        return post(walk, q, base);
    walk_failed(walk, "%s", error.message);
    return false;
}

void sts_found(struct credential_walk *walk, const struct sts_answer *a,
               const struct slrun_error *error, const char *what)
{
    struct credential found = {a->access_key, a->secret_key, a->session_token, 0};
    if (error)
        walk_failed(walk, "%s: %s", what, error->message);
    else if (a->status != 200)
        walk_failed(walk, "%s: %s%s%s (status %d)", what, *a->code ? a->code : "refused",
                    *a->message ? ": " : "", a->message, a->status);
    else if (!*a->access_key || !*a->secret_key || !*a->session_token)
        walk_failed(walk, "%s: the answer has no credentials", what);
    else if (!walk_time(a->expiration, &found.expires_ms))
        walk_failed(walk, "%s: the answer's Expiration is no time", what);
    else
        walk_found(walk, &found);
}

const char *sts_session_name(struct credential_walk *walk)
{
    return arena_format(walk->arena, "slrun-%" PRId64, clock_wall_ms() / 1000);
}

/* ---- GetCallerIdentity ---- */

static void on_caller(struct credential_walk *walk, const struct sts_answer *a,
                      const struct slrun_error *error)
{
    struct credential found = {.access_key = a->account, .secret_key = a->arn};
    if (error)
        walk_failed(walk, "%s", error->message);
    else if (a->status != 200 && (walk->common->failure.status = a->status))
        walk_failed(walk, "%s%s%s (status %d)", *a->code ? a->code : "refused",
                    *a->message ? ": " : "", a->message, a->status);
    else if (!*a->account || !*a->arn)
        walk_failed(walk, "the answer of %s names no account", walk->exchange.http.base);
    else
        walk_found(walk, &found);
}

static void fetch_caller(struct credential_walk *walk)
{
    struct sts_question question = {.action = "GetCallerIdentity", .signer = walk->state};
    sts_ask(walk, &question, on_caller);
}

const struct credential_provider credential_caller = {"caller", "GetCallerIdentity", fetch_caller};
