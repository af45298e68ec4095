/* SPDX-License-Identifier: Apache-2.0 */
/* A signer, and the request of one folder of tests/vectors/sigv4. */
#ifndef SLRUN_TESTS_SIGV4_FIXTURE_H
#define SLRUN_TESTS_SIGV4_FIXTURE_H

#include "harness/cmocka_all.h"
#include "sigv4_json.h"

#define SIGV4_VECTORS SLRUN_SOURCE_DIR "/tests/vectors/sigv4"

#define BUFFER_SIZE 32768

struct sigv4_fixture {
    struct sigv4 *s;
    char buffer[BUFFER_SIZE];
    struct sigv4_output output;
    struct sigv4_json loaded;
    json_t *request;
    json_t *context;
};

extern struct sigv4_fixture fixture; /* of the test that runs */

int sigv4_set_up(void **state);
int sigv4_tear_down(void **state);

/* A file of the folder, to be freed; NULL where there is none. */
char *vector_read(const char *folder, const char *name);

/* Fills the fixture with the folder's request. */
void vector_load(const char *folder);

/* The value of a header that signing has added, or NULL. */
const char *added(const char *name);

#endif
