/* SPDX-License-Identifier: Apache-2.0 */
/* What a sweep may remove: only what the run has made, or what its tags will be asked about. */
#include "harness/cmocka_all.h"

#include <jansson.h>

#include "run/ledger/sweep_work.h"

static const struct {
    const char *fields; /* of the entry, in the ledger of the run "r1abc" */
    bool claim, owns;
} rows[] = {
    {"{\"name\": \"r1abc-0001-orders\"}", false, true},
    {"{\"name\": \"orders-r1abc\", \"foreign\": false}", false, true},
    {"{\"name\": \"orders\"}", false, false},
    {"{\"name\": \"r1ab\"}", false, false},
    {"{\"name\": \"orders\", \"tags\": {\"op\": \"list_tags\"}}", false, true},
    {"{\"name\": \"orders\", \"tags\": null}", false, false},
    {"{}", false, false},
    /* it was there before: neither its name nor its tags make it the run's */
    {"{\"name\": \"r1abc-orders\", \"foreign\": true}", false, false},
    {"{\"name\": \"orders\", \"tags\": {\"op\": \"list_tags\"}, \"foreign\": true}", false, false},
    /* a claim says by itself what it empties */
    {"{\"name\": \"orders\"}", true, true},
    {"{\"foreign\": true}", true, true},
};

static void only_what_is_the_runs_own(void **state)
{
    (void)state;
    const struct book book = {.run_id = "r1abc"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct book_entry entry = {.fields = json_loads(rows[i].fields, 0, NULL),
                                   .claim = rows[i].claim};
        assert_non_null(entry.fields);
        if (sweep_owns(&book, &entry) != rows[i].owns)
            fail_msg("%s", rows[i].fields);
        json_decref(entry.fields);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(only_what_is_the_runs_own)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
