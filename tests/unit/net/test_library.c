/* SPDX-License-Identifier: Apache-2.0 */
/* Libraries that are loaded when needed, and what is said when they are not there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "net/client/curl_api.h"
#include "net/library.h"
#include "net/server/mhd_api.h"

struct functions {
    const char *(*version)(void);
    void (*other)(void);
};

static void test_missing(void **state)
{
    const struct library library = {"libno-such.so.1", "libno-such1", NULL, 0};
    struct slrun_error error = {0};
    (void)state;
    assert_int_equal(library_load(&library, NULL, &error), -1);
    assert_int_equal(error.kind, SLRUN_E_IO);
    assert_non_null(strstr(error.message, "libno-such.so.1"));
    assert_string_equal(error.hint, "install the Debian package libno-such1");
}

static void test_symbols(void **state)
{
    static const struct library_symbol good[] = {
        {"curl_version", offsetof(struct functions, version)}};
    static const struct library_symbol bad[] = {
        {"curl_version", offsetof(struct functions, version)},
        {"curl_no_such", offsetof(struct functions, other)}};
    struct library library = {"libcurl.so.4", "libcurl4", good, 1};
    struct functions functions = {0};
    struct slrun_error error = {0};
    (void)state;
    assert_int_equal(library_load(&library, &functions, &error), 0);
    assert_int_equal(strncmp(functions.version(), "libcurl/", 8), 0);
    library.symbols = bad;
    library.n_symbols = 2;
    assert_int_equal(library_load(&library, &functions, &error), -1);
    assert_non_null(strstr(error.message, "curl_no_such"));
}

static void test_apis(void **state)
{
    struct slrun_error error = {0};
    const struct curl_api *curl = curl_api(&error);
    (void)state;
    assert_non_null(curl);
    assert_ptr_equal(curl, curl_api(&error)); /* loaded once */
    assert_non_null(curl->multi_socket_action);
    assert_non_null(mhd_api(&error));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_missing),
        cmocka_unit_test(test_symbols),
        cmocka_unit_test(test_apis),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
