/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of S3's words share. Only sigv4_s3*.c includes it. */
#ifndef SLRUN_NET_SIGV4_S3_STEPS_H
#define SLRUN_NET_SIGV4_S3_STEPS_H

#include "net/signature/sigv4_parts.h"
#include "net/signature/sigv4_s3.h"

/* A request on its way through the steps below, of which the first that finds a fault ends it. */
struct judged {
    const struct sigv4_s3_refused *refused;
    struct sigv4_s3_answer *answer;
    const char *header; /* Authorization, or NULL */
    int64_t time;
    const char *time_text;          /* as sent */
    struct sigv4_slice credential;  /* whole, of a header */
    struct sigv4_authorization who; /* its parts, and more of a query */
};

typedef bool step(struct judged *j);

/* What the answer says; true, as every step that has found a fault. */
bool sigv4_s3_fault(struct judged *j, int http, const char *code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The same of a credential, be it in the header or in the query. */
bool sigv4_s3_malformed(struct judged *j, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* A member of the answer whose text is gone when it is sent, as far as there is room for it. */
void sigv4_s3_name_copy(struct judged *j, const char *name, const char *value);

/* sigv4_s3_scope.c: what stands in the header, and in a credential. */
step sigv4_s3_components, sigv4_s3_split, sigv4_s3_scope, sigv4_s3_scope_date, sigv4_s3_signed;

#endif
