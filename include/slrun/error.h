/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Errors. One list makes the enum, the names that messages and reports show, and the texts.
 */
#ifndef SLRUN_ERROR_H
#define SLRUN_ERROR_H

#include <jansson.h>

/* X(symbol, name, what it means). Order is ABI: new kinds are added at the end. */
#define SLRUN_ERRORS(X)                                                                            \
    X(NONE, "none", "no error")                                                                    \
    X(USAGE, "usage", "the arguments are wrong; nothing was sent")                                 \
    X(CONNECT, "connect", "the endpoint could not be reached; nothing was answered")               \
    X(CLOSED, "closed", "the connection ended before the answer was whole")                        \
    X(TIMEOUT, "timeout", "no answer within the time allowed")                                     \
    X(CANCELLED, "cancelled", "given up by the runner: the case is over")                          \
    X(PROTOCOL, "protocol", "the answer is not what the service's protocol allows")                \
    X(SERVICE, "service", "the service answered with an error; `code` says which")                 \
    X(TOO_LARGE, "too-large", "a bound on size was passed")                                        \
    X(CREDENTIALS, "credentials", "no usable credentials")                                         \
    X(MEMORY, "memory", "out of memory")                                                           \
    X(IO, "io", "a file could not be read or written")                                             \
    X(PLUGIN, "plugin", "a plugin could not be loaded or broke its contract")                      \
    X(INTERNAL, "internal", "a fault of slrun itself")

enum slrun_errno {
#define SLRUN_ERROR_ENUM(symbol, name, text) SLRUN_E_##symbol,
    SLRUN_ERRORS(SLRUN_ERROR_ENUM)
#undef SLRUN_ERROR_ENUM
};

enum {
    SLRUN_ERROR_CODE_MAX = 96, /* bytes with the NUL; longer texts are cut */
    SLRUN_ERROR_MESSAGE_MAX = 2048,
    SLRUN_ERROR_HINT_MAX = 256
};

/*
 * One error. All texts are UTF-8, NUL-terminated, without a line end.
 * `code`     the service's own code ("ResourceNotFoundException"), or "" if the kind is not SERVICE
 * `message`  one sentence; the service's own words where there are some
 * `hint`     what to do about it, or ""
 * `status`   HTTP status, or 0 if nothing was answered
 * `detail`   the decoded error document (a new reference that the core releases), or NULL
 */
struct slrun_error {
    enum slrun_errno kind;
    int status;
    json_t *detail;
    char code[SLRUN_ERROR_CODE_MAX];
    char message[SLRUN_ERROR_MESSAGE_MAX];
    char hint[SLRUN_ERROR_HINT_MAX];
};

#endif
