/* SPDX-License-Identifier: Apache-2.0 */
/* Questions to STS (AWS Security Token Service API Reference), by a walk. */
#ifndef SLRUN_NET_CREDENTIAL_STS_H
#define SLRUN_NET_CREDENTIAL_STS_H

#include "net/credential/credential_walk.h"

enum { STS_PARAMETERS_MAX = 8 };

struct sts_question {
    const char *action; /* "AssumeRole" */
    struct sts_parameter {
        const char *name, *value; /* not encoded; a NULL value: is not sent */
    } parameters[STS_PARAMETERS_MAX];
    const struct credential *signer; /* or NULL: unsigned */
};

/* What an answer says; "" where it does not. Gone when the function it is given to has returned. */
struct sts_answer {
    int status;
    const char *access_key, *secret_key, *session_token, *expiration, *account, *arn;
    const char *code, *message; /* of an error */
};

typedef void sts_answered(struct credential_walk *walk, const struct sts_answer *answer,
                          const struct slrun_error *error);

/* False: walk_failed() was called. */
bool sts_ask(struct credential_walk *walk, const struct sts_question *question,
             sts_answered *answered);

/* Ends the walk with the credentials of an answer, or says what it says instead. `what` was asked
 * for: "AssumeRole of arn:..." */
void sts_found(struct credential_walk *walk, const struct sts_answer *answer,
               const struct slrun_error *error, const char *what);

/* The name of a session where none was given: "slrun-1763731200". NULL: out of memory. */
const char *sts_session_name(struct credential_walk *walk);

#endif
