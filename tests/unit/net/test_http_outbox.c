/* SPDX-License-Identifier: Apache-2.0 */
/* What waits of an answer that goes on: added by one side, taken by the other. */
#include "harness/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "net/server/http_outbox.h"

static void what_is_added_is_taken_in_its_order(void **state)
{
    struct outbox o = OUTBOX_INIT;
    char to[16] = "";
    (void)state;
    assert_int_equal(outbox_take(&o, to, sizeof to), 0);
    assert_int_equal(outbox_add(&o, "abc", 3), 1);
    assert_int_equal(outbox_take(&o, to, 2), 2);
    assert_memory_equal(to, "ab", 2);
    assert_int_equal(outbox_left(&o), 1);
    assert_int_equal(outbox_add(&o, "defg", 4), 1);
    assert_int_equal(outbox_take(&o, to, sizeof to), 5);
    assert_memory_equal(to, "cdefg", 5);
    assert_int_equal(outbox_add(&o, "h", 1), 1);
    outbox_empty(&o);
    assert_int_equal(outbox_left(&o), 0);
    buf_free(&o.data);
}

/* What was sent makes room, however much has gone through. */
static void it_is_bounded_by_what_waits(void **state)
{
    struct outbox o = OUTBOX_INIT;
    char *piece = calloc(1, HTTP_SERVER_FEED_ENOUGH);
    size_t most = o.data.max / HTTP_SERVER_FEED_ENOUGH;
    (void)state;
    assert_non_null(piece);
    for (size_t i = 0; i < most + 2; i++) {
        assert_int_equal(outbox_add(&o, piece, HTTP_SERVER_FEED_ENOUGH), 0);
        assert_int_equal(outbox_take(&o, piece, HTTP_SERVER_FEED_ENOUGH), HTTP_SERVER_FEED_ENOUGH);
    }
    for (size_t i = 0; i < most; i++)
        assert_int_equal(outbox_add(&o, piece, HTTP_SERVER_FEED_ENOUGH), 0);
    assert_int_equal(outbox_add(&o, piece, HTTP_SERVER_FEED_ENOUGH), -1);
    free(piece);
    buf_free(&o.data);
}

/* Who was told that it is enough is asked again once all has gone out. */
static void more_is_wanted_once_there_was_enough(void **state)
{
    struct outbox o = OUTBOX_INIT;
    char *piece = calloc(1, HTTP_SERVER_FEED_ENOUGH);
    (void)state;
    assert_non_null(piece);
    assert_false(outbox_wants_more(&o));
    assert_int_equal(outbox_add(&o, piece, HTTP_SERVER_FEED_ENOUGH), 0);
    assert_false(outbox_wants_more(&o));
    assert_int_equal(outbox_take(&o, piece, HTTP_SERVER_FEED_ENOUGH), HTTP_SERVER_FEED_ENOUGH);
    assert_true(outbox_wants_more(&o));
    o.open = false;
    assert_false(outbox_wants_more(&o));
    free(piece);
    buf_free(&o.data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_added_is_taken_in_its_order),
        cmocka_unit_test(it_is_bounded_by_what_waits),
        cmocka_unit_test(more_is_wanted_once_there_was_enough),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
