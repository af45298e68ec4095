/* SPDX-License-Identifier: Apache-2.0 */
/* Updates of items: SET, REMOVE, ADD, DELETE, and what UPDATED_OLD and UPDATED_NEW return. */
#include <string.h>

#include "support.h"

struct row {
    const char *text, *item, *values, *result;
};

/* Applies a row; the caller clears *out. */
static void apply(const char *text, const char *item_text, const char *values,
                  struct expr_updated *out)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    json_t *item = load(item_text), *before = load(item_text);
    struct expr *expr = must_parse(EXPR_UPDATE, text, NULL, values);
    if (!expr_update(expr, item, out, &error))
        fail_msg("%s on %s: %s", text, item_text, error.message);
    if (!json_equal(item, before))
        fail_msg("%s changed the old item", text);
    json_decref(item);
    json_decref(before);
    expr_free(expr);
}

static void check_rows(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct expr_updated out;
        apply(rows[i].text, rows[i].item, rows[i].values, &out);
        assert_json(json_incref(out.item), rows[i].result, rows[i].text);
        expr_updated_clear(&out);
    }
}

#define CHECK(rows) check_rows(rows, sizeof rows / sizeof rows[0])

static void test_set(void **state)
{
    static const struct row rows[] = {
        {"SET a = :v", "{'p':{'S':'k'}}", "{':v':{'N':'4'}}", "{'p':{'S':'k'},'a':{'N':'4'}}"},
        {"sEt a=:v,b=:v", "{}", "{':v':{'N':'4.0'}}", "{'a':{'N':'4'},'b':{'N':'4'}}"},
        {"SET a = b", "{'b':{'S':'x'}}", NULL, "{'a':{'S':'x'},'b':{'S':'x'}}"},
        {"SET a = b, b = a", "{'a':{'N':'1'},'b':{'N':'2'}}", NULL,
         "{'a':{'N':'2'},'b':{'N':'1'}}"},
        {"REMOVE a SET b = a", "{'a':{'S':'x'}}", NULL, "{'b':{'S':'x'}}"},
        {"SET a = :x + :y", "{}", "{':x':{'N':'1'},':y':{'N':'2.5'}}", "{'a':{'N':'3.5'}}"},
        {"SET a = a - :y", "{'a':{'N':'1'}}", "{':y':{'N':'2'}}", "{'a':{'N':'-1'}}"},
        {"SET a = b + b", "{'b':{'N':'7'}}", NULL, "{'a':{'N':'14'},'b':{'N':'7'}}"},
        {"SET a = :b - :a", "{}", "{':a':{'N':'1'},':b':{'N':'10000000000000000000000'}}",
         "{'a':{'N':'9999999999999999999999'}}"},
        {"SET a = ((b.c.d)+(e))", "{'b':{'M':{'c':{'M':{'d':{'N':'1'}}}}},'e':{'N':'2'}}", NULL,
         "{'a':{'N':'3'},'b':{'M':{'c':{'M':{'d':{'N':'1'}}}}},'e':{'N':'2'}}"},
        {"SET a = (b)", "{'b':{'N':'1'}}", NULL, "{'a':{'N':'1'},'b':{'N':'1'}}"},
        {"SET a = if_not_exists(a, :v)", "{}", "{':v':{'N':'2'}}", "{'a':{'N':'2'}}"},
        {"SET a = if_not_exists(a, :v)", "{'a':{'N':'3'}}", "{':v':{'N':'2'}}", "{'a':{'N':'3'}}"},
        {"SET b = if_not_exists(a, :v)", "{'a':{'N':'3'}}", "{':v':{'N':'2'}}",
         "{'a':{'N':'3'},'b':{'N':'3'}}"},
        {"SET a = if_not_exists(b, if_not_exists(c, :v))", "{}", "{':v':{'N':'2'}}",
         "{'a':{'N':'2'}}"},
        {"SET a = if_not_exists(a, :z) + :o", "{}", "{':z':{'N':'0'},':o':{'N':'1'}}",
         "{'a':{'N':'1'}}"},
        {"SET a = list_append(:x, :y)", "{}", "{':x':{'L':[{'N':'1'}]},':y':{'L':[{'S':'b'}]}}",
         "{'a':{'L':[{'N':'1'},{'S':'b'}]}}"},
        {"SET a = list_append(a, :y)", "{'a':{'L':[{'N':'1'}]}}", "{':y':{'L':[{'N':'2'}]}}",
         "{'a':{'L':[{'N':'1'},{'N':'2'}]}}"},
        {"SET a = list_append(if_not_exists(a, :e), :y)", "{}",
         "{':e':{'L':[]},':y':{'L':[{'N':'2'}]}}", "{'a':{'L':[{'N':'2'}]}}"},
        {"SET a = :v", "{'a':{'M':{'x':{'N':'1'}}}}", "{':v':{'L':[]}}", "{'a':{'L':[]}}"},
    };
    (void)state;
    CHECK(rows);
}

static void test_nested(void **state)
{
    static const struct row rows[] = {
        {"SET a.c = :v", "{'a':{'M':{'b':{'N':'3'},'c':{'M':{'one':{'N':'1'}}}}}}",
         "{':v':{'N':'7'}}", "{'a':{'M':{'b':{'N':'3'},'c':{'N':'7'}}}}"},
        {"SET a[1] = :v", "{'a':{'L':[{'N':'1'},{'N':'2'},{'N':'3'}]}}", "{':v':{'S':'x'}}",
         "{'a':{'L':[{'N':'1'},{'S':'x'},{'N':'3'}]}}"},
        {"SET a.c[1].x.y[1] = :v",
         "{'a':{'M':{'c':{'L':[{'S':'hi'},{'M':{'x':{'M':{'y':{'L':[{'N':'3'},{'N':'5'}]}}}}}]}}}}",
         "{':v':{'N':'9'}}",
         "{'a':{'M':{'c':{'L':[{'S':'hi'},{'M':{'x':{'M':{'y':{'L':[{'N':'3'},{'N':'9'}]}}}}}]}}}"
         "}"},
        {"SET a[7] = :v", "{'a':{'L':[{'N':'1'}]}}", "{':v':{'N':'2'}}",
         "{'a':{'L':[{'N':'1'},{'N':'2'}]}}"},
        {"SET a[84] = :a, a[37] = :b, a[17] = :c, a[50] = :d", "{'a':{'L':[]}}",
         "{':a':{'N':'1'},':b':{'N':'2'},':c':{'N':'3'},':d':{'N':'4'}}",
         "{'a':{'L':[{'N':'3'},{'N':'2'},{'N':'4'},{'N':'1'}]}}"},
        {"REMOVE a[1] SET a[3] = :v",
         "{'a':{'L':[{'N':'2'},{'N':'3'},{'N':'4'},{'N':'5'},{'N':'6'},{'N':'7'}]}}",
         "{':v':{'N':'17'}}", "{'a':{'L':[{'N':'2'},{'N':'4'},{'N':'17'},{'N':'6'},{'N':'7'}]}}"},
        {"SET a[3] = :v REMOVE a[1]",
         "{'a':{'L':[{'N':'2'},{'N':'3'},{'N':'4'},{'N':'5'},{'N':'6'},{'N':'7'}]}}",
         "{':v':{'N':'17'}}", "{'a':{'L':[{'N':'2'},{'N':'4'},{'N':'17'},{'N':'6'},{'N':'7'}]}}"},
        {"SET a[5] = :v REMOVE a[0]", "{'a':{'L':[{'N':'1'},{'N':'2'}]}}", "{':v':{'N':'3'}}",
         "{'a':{'L':[{'N':'2'},{'N':'3'}]}}"},
        {"REMOVE a[0], a[2], a[9]", "{'a':{'L':[{'N':'1'},{'N':'2'},{'N':'3'},{'N':'4'}]}}", NULL,
         "{'a':{'L':[{'N':'2'},{'N':'4'}]}}"},
        {"REMOVE a[0], b.x", "{'a':{'L':[{'N':'1'}]},'b':{'M':{'x':{'N':'1'}}}}", NULL,
         "{'a':{'L':[]},'b':{'M':{}}}"},
        {"REMOVE a.y, b[7], c", "{'a':{'M':{'x':{'N':'3'}}},'b':{'L':[{'S':'hi'}]}}", NULL,
         "{'a':{'M':{'x':{'N':'3'}}},'b':{'L':[{'S':'hi'}]}}"},
        {"SET a.b = :v, a.c.d = :v REMOVE a.x", "{'a':{'M':{'x':{'N':'1'},'c':{'M':{}}}}}",
         "{':v':{'N':'1'}}", "{'a':{'M':{'b':{'N':'1'},'c':{'M':{'d':{'N':'1'}}}}}}"},
        {"SET b.c=((c[1])+(b.a)),b.a = a,c[1] = a, c[4] = b.a - b.b, c[2] = b.c add c[8] :b, c[6] "
         ":a",
         "{'a':{'S':'k'},'b':{'M':{'a':{'N':'1'},'b':{'N':'2'},'c':{'N':'3'}}},"
         "'c':{'L':[{'N':'1'},{'N':'3'}]}}",
         "{':a':{'N':'2'},':b':{'SS':['a']}}",
         "{'a':{'S':'k'},'b':{'M':{'a':{'S':'k'},'b':{'N':'2'},'c':{'N':'4'}}},"
         "'c':{'L':[{'N':'1'},{'S':'k'},{'N':'3'},{'N':'-1'},{'N':'2'},{'SS':['a']}]}}"},
    };
    (void)state;
    CHECK(rows);
}

static void test_add_and_delete(void **state)
{
    static const struct row rows[] = {
        {"ADD a :v", "{'a':{'N':'3'}}", "{':v':{'N':'4'}}", "{'a':{'N':'7'}}"},
        {"ADD a :v", "{}", "{':v':{'N':'4'}}", "{'a':{'N':'4'}}"},
        {"ADD a :v", "{'a':{'SS':['x','y']}}", "{':v':{'SS':['y','z']}}",
         "{'a':{'SS':['x','y','z']}}"},
        {"ADD a :v", "{}", "{':v':{'SS':['z']}}", "{'a':{'SS':['z']}}"},
        {"ADD a :v", "{'a':{'NS':['1']}}", "{':v':{'NS':['1.0','2']}}", "{'a':{'NS':['1','2']}}"},
        {"ADD a.b :v, c[0] :w", "{'a':{'M':{}},'c':{'L':[{'N':'1'}]}}",
         "{':v':{'N':'4'},':w':{'N':'1'}}", "{'a':{'M':{'b':{'N':'4'}}},'c':{'L':[{'N':'2'}]}}"},
        {"DELETE a :v", "{'a':{'SS':['x','y']}}", "{':v':{'SS':['y','q']}}", "{'a':{'SS':['x']}}"},
        {"DELETE a :v", "{'a':{'SS':['x']},'b':{'N':'1'}}", "{':v':{'SS':['x']}}",
         "{'b':{'N':'1'}}"},
        {"DELETE a :v", "{'b':{'N':'1'}}", "{':v':{'SS':['x']}}", "{'b':{'N':'1'}}"},
        {"DELETE a[0] :v", "{'a':{'L':[{'NS':['1']},{'N':'2'}]}}", "{':v':{'NS':['1']}}",
         "{'a':{'L':[{'N':'2'}]}}"},
        {"REMOVE b DELETE c :c ADD d :d, e :e SET f = :f", "{'b':{'S':'b'},'c':{'SS':['a','c']}}",
         "{':c':{'SS':['a','b']},':d':{'N':'5'},':e':{'SS':['a','b']},':f':{'L':[{'S':'a'}]}}",
         "{'c':{'SS':['c']},'d':{'N':'5'},'e':{'SS':['a','b']},'f':{'L':[{'S':'a'}]}}"},
    };
    (void)state;
    CHECK(rows);
}

#define A "{'a':{'M':{'b':{'S':'dog'},'c':{'L':[{'N':'1'},{'N':'2'},{'N':'3'}]}}},'d':{'S':'cat'}}"

static void test_returned(void **state)
{
    static const struct {
        const char *text, *values, *old, *now;
    } rows[] = {
        {"SET d = :v", "{':v':{'S':'hi'}}", "{'d':{'S':'cat'}}", "{'d':{'S':'hi'}}"},
        {"SET x = :v", "{':v':{'S':'hi'}}", "{}", "{'x':{'S':'hi'}}"},
        {"SET a.b = :v", "{':v':{'S':'hi'}}", "{'a':{'M':{'b':{'S':'dog'}}}}",
         "{'a':{'M':{'b':{'S':'hi'}}}}"},
        {"SET a.c[1] = :v, a.b = :v", "{':v':{'N':'7'}}",
         "{'a':{'M':{'b':{'S':'dog'},'c':{'L':[{'N':'2'}]}}}}",
         "{'a':{'M':{'b':{'N':'7'},'c':{'L':[{'N':'7'}]}}}}"},
        {"REMOVE a.c[1], a.c[3]", NULL, "{'a':{'M':{'c':{'L':[{'N':'2'}]}}}}",
         "{'a':{'M':{'c':{'L':[{'N':'3'}]}}}}"},
        {"SET a.c[100] = :v", "{':v':{'N':'7'}}", "{}", "{}"},
        {"REMOVE d", NULL, "{'d':{'S':'cat'}}", "{}"},
        {"SET a.x = :v", "{':v':{'N':'8'}}", "{}", "{'a':{'M':{'x':{'N':'8'}}}}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr_updated out;
        apply(rows[i].text, A, rows[i].values, &out);
        assert_json(json_incref(out.old), rows[i].old, rows[i].text);
        assert_json(json_incref(out.now), rows[i].now, rows[i].text);
        expr_updated_clear(&out);
    }
}

static void test_questions(void **state)
{
    struct expr *set = must_parse(EXPR_UPDATE, "SET a.b = c REMOVE d", NULL, NULL);
    struct expr *removal = must_parse(EXPR_UPDATE, "REMOVE d", NULL, NULL);
    (void)state;
    assert_true(expr_touches(set, "a"));
    assert_true(expr_touches(set, "d"));
    assert_false(expr_touches(set, "c"));
    assert_true(expr_looks_into(set, "a"));
    assert_string_equal(expr_attribute(set, 1), "c");
    assert_true(expr_creates(set));
    assert_false(expr_creates(removal));
    expr_free(set);
    expr_free(removal);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_set),
        cmocka_unit_test(test_nested),
        cmocka_unit_test(test_add_and_delete),
        cmocka_unit_test(test_returned),
        cmocka_unit_test(test_questions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
