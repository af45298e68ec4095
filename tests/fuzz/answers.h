/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Answers of a service to a client half, as bytes from anywhere: a line with the operation, the
 * status line, header lines, an empty line, the body. It goes the way of the core: line by line
 * into http_answer, then to the operation's parse(), which gives a result or an error.
 */
#ifndef SLRUN_FUZZ_ANSWERS_H
#define SLRUN_FUZZ_ANSWERS_H

#include <stddef.h>
#include <stdint.h>

#include <slrun/slrun.h>

struct answers {
    const struct slrun_service *service;
    const struct slrun_op *ops;
    size_t n_ops;
};

/* One input. */
void answers_parse(const struct answers *of, const uint8_t *data, size_t size);

#endif
