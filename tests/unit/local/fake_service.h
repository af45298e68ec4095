/* SPDX-License-Identifier: Apache-2.0 */
/* Two services for tests of the local cloud. What was asked comes back:
 * {"service","operation","region","account","pid","body"}. The operation Later answers after 20 ms
 * on the local cloud's clock, Wait never. */
#ifndef SLRUN_TESTS_FAKE_SERVICE_H
#define SLRUN_TESTS_FAKE_SERVICE_H

#include <slrun/plugin.h>

extern const struct slrun_plugin fake_json;   /* target Fake_2020, signing name fake */
extern const struct slrun_plugin fake_query;  /* no target, signing name other */
extern const struct slrun_plugin fake_client; /* without a local half */
extern const struct slrun_host fake_host;

struct fake_counts {
    unsigned opened, closed, resets, gone;
};
extern struct fake_counts fake_counts;

#endif
