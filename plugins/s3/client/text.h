/* SPDX-License-Identifier: Apache-2.0 */
/* Text that grows in a call's arena, percent-encoding, base64. */
#ifndef SLRUN_S3_TEXT_H
#define SLRUN_S3_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include <slrun/slrun.h>

/* A NUL always stands behind the text. After a failure (no memory) all that follows does nothing
 * and `failed` is true. */
struct s3_text {
    struct slrun_ctx *ctx;
    char *at;
    size_t size, room;
    bool failed;
};

void s3_add(struct s3_text *t, const void *bytes, size_t size);
void s3_adds(struct s3_text *t, const char *text);
void s3_addc(struct s3_text *t, char c);

/* Percent-encodes all but RFC 3986's unreserved characters and those in `keep`. */
void s3_add_encoded(struct s3_text *t, const char *bytes, size_t size, const char *keep);

/* Takes percent-encoding away, and "+" for a space (as S3's encoding-type=url has it). A percent
 * sign that begins no code stays. */
void s3_add_decoded(struct s3_text *t, const char *text, size_t size);

/* RFC 4648, with padding. */
void s3_add_base64(struct s3_text *t, const void *bytes, size_t size);

/* host->fail() with MEMORY. */
int s3_no_memory(struct slrun_ctx *ctx);

#endif
