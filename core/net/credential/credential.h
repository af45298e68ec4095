/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The credentials of a run: where they come from, in the order of AWS's SDKs (AWS SDKs and Tools
 * Reference Guide, "Standardized credential providers"), and that they are still good.
 *
 * A chain of providers is asked until one has some; what it found is kept, and fetched anew from
 * the same provider before it expires: in the last part of its life while requests go on with what
 * there is, and near its end while they wait, all for one fetch. Everything is asynchronous, on the
 * loop's thread. No secret stands in any message.
 */
#ifndef SLRUN_NET_CREDENTIAL_H
#define SLRUN_NET_CREDENTIAL_H

#include <stdbool.h>
#include <stdint.h>

#include <slrun/error.h>

#include "net/credential/config.h"
#include "net/endpoint.h"
#include "net/signature/sigv4.h"

struct uv_loop_s; /* uv_loop_t */
struct credentials;

enum { CREDENTIAL_ACCOUNT_MAX = 13, CREDENTIAL_ARN_MAX = 2049 };

struct credentials_options {
    struct uv_loop_s *loop;
    struct sigv4 *signer;               /* borrowed */
    const char *profile;                /* of the command line, or NULL */
    const char *region;                 /* of the run, for STS; NULL: us-east-1 */
    const struct endpoint_rules *rules; /* for STS and SSO; borrowed */
    /* There are (other) credentials; they live until the next time. */
    void (*changed)(void *arg, const struct sigv4_credentials *credentials);
    void *arg;
    /* For tests; 0 or NULL: as it is on AWS. */
    const char *container_base; /* in the place of http://169.254.170.2 */
    int64_t process_ms;         /* that a credential_process may take */
    int64_t exchange_ms;        /* that one exchange with STS or SSO may take */
};

/* Reads the configuration files; asks nobody yet. The strings of the options live as long as it
 * does. NULL with `error` filled. */
struct credentials *credentials_new(const struct credentials_options *options,
                                    struct slrun_error *error);
/* Those who wait hear nothing more. NULL is allowed. */
void credentials_free(struct credentials *credentials);

const struct config *credentials_config(const struct credentials *credentials);

/* Who waits; the caller's, in place until ready() was called or credentials_cancel() returned. */
struct credentials_wait {
    /* Never from inside credentials_want(). `error` is NULL: there are some, and changed() has been
     * called. */
    void (*ready)(struct credentials_wait *wait, const struct slrun_error *error);
    void *data;
    struct credentials_wait *prev, *next; /* NULL: not waiting */
};

/* True: those there are are good. False: ready() is called when there are some, or none can be had.
 */
bool credentials_want(struct credentials *credentials, struct credentials_wait *wait);
void credentials_cancel(struct credentials *credentials, struct credentials_wait *wait);

/*
 * AWS has called the credentials expired that a request was signed with. True: it is worth another
 * try, after credentials_want(): there are others, or they are going to be fetched, from files that
 * are read again. False: they were fetched moments ago.
 */
bool credentials_expired(struct credentials *credentials, const char *access_key);

/* Which provider has them, as botocore calls it ("env", "sso"), and the profile; NULL before. Of a
 * chain that failed: the provider that made it fail, or NULL if none had anything. */
const char *credentials_method(const struct credentials *credentials);

/* Who the credentials belong to. */
struct credentials_identity {
    char account[CREDENTIAL_ACCOUNT_MAX];
    char arn[CREDENTIAL_ARN_MAX];
};

typedef void credentials_identified(void *arg, const struct credentials_identity *identity,
                                    const struct slrun_error *error);

/* Asks STS (GetCallerIdentity); there must be credentials, and one question at a time. An error is
 * of the kind CREDENTIALS where STS has refused them, and CONNECT where it did not say. */
void credentials_identify(struct credentials *credentials, credentials_identified *done, void *arg);

typedef void credentials_region_found(void *arg, const char *region,
                                      const struct slrun_error *error);

/* The region that the environment (AWS_REGION, AWS_DEFAULT_REGION) or the profile names, or NULL.
 */
const char *credentials_region(const struct credentials *credentials);
/* Asks the instance metadata for it, where there is some; then done() gets the error of that. */
void credentials_ask_region(struct credentials *credentials, credentials_region_found *done,
                            void *arg);

/* From now on STS is asked in this region. */
void credentials_set_region(struct credentials *credentials, const char *region);

#endif
