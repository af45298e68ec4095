/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the providers of credentials share: a walk along a chain of them, for one profile. A
 * provider gets the walk and ends it, at once or later, by exactly one of walk_found(),
 * walk_absent() (there is nothing of mine: the next one is asked) and walk_failed() (what is mine
 * is wrong: nobody else is asked, as that would be another identity than the one that is meant).
 */
#ifndef SLRUN_NET_CREDENTIAL_WALK_H
#define SLRUN_NET_CREDENTIAL_WALK_H

#include <uv.h>

#include "base/arena.h"
#include "base/buf.h"
#include "net/client/http_client.h"
#include "net/credential/credential.h"

struct credential_walk;
struct sts_answer;

enum {
    WALK_DEPTH_MAX = 8,         /* of source_profile */
    WALK_MEMORY_MAX = 4 << 20,  /* bytes of one walk */
    WALK_REASONS_MAX = 1600,    /* bytes of the text that says what was tried */
    WALK_HEADERS_MAX = 8,       /* of a request, without the signature's */
    WALK_ANSWER_MAX = 256 << 10 /* bytes of an answer, a file or what a process prints */
};

/* What a provider finds; strings of the walk's arena or of anything that lives as long. */
struct credential {
    const char *access_key, *secret_key, *session_token; /* the token may be NULL */
    int64_t expires_ms;                                  /* since 1970; 0: never */
};

struct credential_provider {
    const char *name;  /* as botocore calls it: "shared-credentials-file" */
    const char *title; /* in messages: "credentials file" */
    void (*fetch)(struct credential_walk *walk);
};

/* The last two find something else: a region (as access_key), account and ARN (as access_key and
 * secret_key) of the credentials that `state` points at. */
extern const struct credential_provider credential_env, credential_role, credential_web_identity,
    credential_sso, credential_file, credential_login, credential_process, credential_config,
    credential_container, credential_imds, credential_imds_region, credential_caller;

/* The chains: of a run, the same where the command line names the profile, and of a profile that is
 * the source of a role. */
extern const struct credential_provider *const credential_chain[],
    *const credential_chain_given[], *const credential_chain_source[];

typedef void walk_answered(struct credential_walk *walk, const struct slrun_response *answer,
                           const struct slrun_error *error);

/* A request that a provider sends and the answer it waits for. */
struct walk_exchange {
    struct http_call http;
    struct slrun_request request;
    struct slrun_header headers[WALK_HEADERS_MAX + SIGV4_HEADERS_ADDED];
    walk_answered *answered;
    unsigned tries;                /* left */
    struct sigv4_credentials keys; /* that it is signed with, if it is */
    const char *service;
    size_t n_plain; /* headers before the signature's */
    bool corrected; /* the clock was put right once */
    uint64_t pause_ms;
    uv_timer_t *timer; /* made when it is tried again */
};

/* What all walks of a run share. */
struct walk_common {
    const struct credentials_options *options;
    const struct config *config;
    const char *region;
    struct http_client *client;
    int64_t skew_s;             /* STS's clock is so far ahead of ours */
    struct buf reasons;         /* "environment: ...; credentials file: ..." */
    struct slrun_error failure; /* its hint is what to do */
};

struct credential_walk {
    struct walk_common *common;
    const struct credential_provider *const *chain; /* ends with NULL */
    size_t at;
    bool alone; /* only the provider at `at` */
    const char *profile;
    bool variables; /* whether environment variables count */
    struct credential_walk *above, *below;
    unsigned depth;
    /* Ends it; `found` is NULL where there is nothing. The walk is still there. */
    void (*done)(struct credential_walk *walk, const struct credential *found);
    void *data; /* of who started it */

    struct slrun_arena *arena;
    json_t *kept; /* documents, as long as the walk */
    struct walk_exchange exchange;
    void (*sts)(struct credential_walk *walk, const struct sts_answer *answer,
                const struct slrun_error *error); /* who waits for STS (credential_sts.h) */
    bool failed;                                  /* a provider has, at `at` */
    /* The provider's own, while it is asked; cancel() ends what it has under way. */
    void *state;
    void (*cancel)(struct credential_walk *walk);
};

/* A walk that has not begun; NULL: out of memory. Freed with all below it, at any time but from
 * inside a provider's function. */
struct credential_walk *walk_new(struct walk_common *common,
                                 const struct credential_provider *const *chain,
                                 const char *profile);
void walk_free(struct credential_walk *walk);
/* Asks the first provider, or the one at `at`. */
void walk_begin(struct credential_walk *walk);

void walk_found(struct credential_walk *walk, const struct credential *found);
void walk_absent(struct credential_walk *walk, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void walk_failed(struct credential_walk *walk, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* What to do about it; before walk_failed() or walk_absent(). */
void walk_hint(struct credential_walk *walk, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void walk_no_memory(struct credential_walk *walk);

/* A value of the walk's profile. */
const char *walk_get(const struct credential_walk *walk, const char *key);

struct walk_question {
    const char *base, *method, *target;
    const struct slrun_header *headers; /* ended by a NULL name; without Host */
    const char *body;                   /* or NULL */
    int64_t timeout_ms;                 /* of a try */
    bool direct;                        /* never through a proxy */
    unsigned tries;                     /* 0: one */
    uint64_t pause_ms;                  /* between them */
    const struct credential *signer;    /* or NULL: unsigned */
    const char *service;                /* for the signature */
};

/* Sends it; everything is copied. Tried again after no answer, 429 and 5xx. answered() comes on a
 * later turn of the loop: with an answer of any status, or an error. False: walk_failed() was
 * called. */
bool walk_ask(struct credential_walk *walk, const struct walk_question *question,
              walk_answered *answered);

/* What STS and SSO may take. */
int64_t walk_exchange_ms(const struct credential_walk *walk);

/* The JSON object that the bytes are, which lives as long as the walk; NULL: they are none. */
const json_t *walk_json(struct credential_walk *walk, const void *data, size_t size);

/*
 * Credentials from a JSON object of these members; the token may be missing where `token` begins
 * with '?', as may the expiration. Ends the walk.
 */
struct walk_members {
    const char *access_key, *secret_key, *token, *expiration;
    bool milliseconds; /* the expiration is a number, of ms since 1970 */
};
void walk_found_json(struct credential_walk *walk, const json_t *object,
                     const struct walk_members *members);

/* "2026-11-21T13:00:00Z", with a fraction, "+00:00" or "UTC": ms since 1970. False: it is none. */
bool walk_time(const char *text, int64_t *ms);

/* A small file in the arena, without blanks at its end; NULL: file_why() tells errno. */
const char *walk_file(struct credential_walk *walk, const char *path);

#endif
