/* SPDX-License-Identifier: Apache-2.0 */
#include "harness/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "lua/source.h"

/* Each text is a spec whose call stands in line `call`. */
static const struct {
    const char *text;
    int call;
    const char *key;
    int line; /* 0: not found */
} rows[] = {
    {"case 'x' {\n act = f,\n sead = g,\n}", 1, "sead", 3},
    {"case 'x' { sead = g }", 1, "sead", 1},
    {"\ncase 'x' {\n\n['sead'] = 1 }", 2, "sead", 0},
    {"case 'x' {\n act = function() sead = 1 end,\n sead = g }", 1, "sead", 3},
    {"case 'x' {\n act = function()\n if a then sead = 1 end\n for i = 1, 2 do sead = 2 end\n end,"
     "\n sead = g }",
     1, "sead", 6},
    {"case 'x' {\n act = function() repeat sead = 1 until true end,\n sead = g }", 1, "sead", 3},
    {"case 'x' {\n act = function() while a do sead = 1 end end,\n sead = g }", 1, "sead", 3},
    {"case 'x' {\n each = { sead = {} },\n sead = g }", 1, "sead", 3},
    {"case 'x' {\n f(a, sead == b), -- sead =\n sead = g }", 1, "sead", 3},
    {"case 'x' {\n a = 'sead = \\'', b = \"sead = \\\"\",\n sead = g }", 1, "sead", 3},
    {"case 'x' {\n a = [==[ } ]] sead = ]==],\n --[[ }\n sead = ]]\n sead = g }", 1, "sead", 5},
    {"case 'x' {\n unsead = 1, seady = 2,\n sead\n = g }", 1, "sead", 3},
    {"case 'x' {\n a = 1 }\ncase 'y' {\n sead = 1 }", 1, "sead", 0},
    {"case 'x' {\n sead = 1 }\ncase 'y' {\n sead = 1 }", 3, "sead", 4},
    {"case 'x' {\n a = 'open", 1, "sead", 0},
    {"case 'x' {\n a = [[open", 1, "sead", 0},
    {"", 1, "sead", 0},
};

static void keys_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char path[] = "/tmp/slrun-source-XXXXXX";
        FILE *file = fdopen(mkstemp(path), "w");
        assert_non_null(file);
        fputs(rows[i].text, file);
        fclose(file);
        int line = source_line_of_key(path, rows[i].call, rows[i].key);
        unlink(path);
        if (line != rows[i].line)
            fail_msg("line %d, not %d, of:\n%s", line, rows[i].line, rows[i].text);
    }
}

static void a_file_that_is_not_there(void **state)
{
    (void)state;
    assert_int_equal(source_line_of_key("/nonexistent/spec.lua", 1, "seed"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_found),
        cmocka_unit_test(a_file_that_is_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
