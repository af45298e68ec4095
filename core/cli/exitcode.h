/* SPDX-License-Identifier: Apache-2.0 */
/* pytest's exit codes. */
#ifndef SLRUN_CLI_EXITCODE_H
#define SLRUN_CLI_EXITCODE_H

enum exitcode {
    EXITCODE_OK = 0,
    EXITCODE_FAILED = 1,      /* a case failed, or an error in one */
    EXITCODE_INTERRUPTED = 2, /* by a signal, or by files that could not be collected */
    EXITCODE_INTERNAL = 3,
    EXITCODE_USAGE = 4,
    EXITCODE_NOTHING = 5, /* no cases were collected */
    EXITCODE_FLAKY = 7,   /* --fail-on-flaky, as pytest-rerunfailures has it */
};

#endif
