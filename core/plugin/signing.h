/* SPDX-License-Identifier: Apache-2.0 */
/* What the signer is told of a request, and by whom and when it is signed. */
#ifndef SLRUN_PLUGIN_SIGNING_H
#define SLRUN_PLUGIN_SIGNING_H

#include "plugin/call.h"

/* The request as the signer sees it; it borrows all of it. A file's hash must be in payload_hash.
 */
struct sigv4_request signing_request(const struct slrun_request *request);

/* The run's credentials and region, the service's name and rules, the time now. */
struct sigv4_options signing_options(const struct call_env *env,
                                     const struct slrun_service *service);

/* A request that is built, with the endpoint it goes to; errors go into ctx. */
struct signing_presign {
    struct slrun_ctx *ctx;
    const struct slrun_request *request;
    const char *base;
    unsigned expires; /* seconds */
    int64_t skew_s;   /* of AWS's clock before ours */
};

/* As op_presign(). */
int signing_url(const struct call_env *env, const struct signing_presign *p,
                struct op_presigned *out);

#endif
