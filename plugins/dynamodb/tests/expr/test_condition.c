/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions on items: operators, functions, precedence, paths. */
#include "support.h"

#define ITEM                                                                                       \
    "{'n':{'N':'5'},'s':{'S':'hello'},'b':{'B':'aGVsbG8='},'t':{'BOOL':true},'z':{'NULL':true},"   \
    "'ss':{'SS':['a','b']},'ns':{'NS':['1','2']},'bs':{'BS':['YQ==']},"                            \
    "'l':{'L':[{'S':'x'},{'N':'7'},{'L':[{'N':'1'}]}]},"                                           \
    "'m':{'M':{'k':{'S':'v'},'d':{'M':{'e':{'N':'2'}}},'els':{'L':[{'M':{'q':{'N':'9'}}}]}}},"     \
    "'a.b':{'S':'dotted'},'n2':{'N':'6'},'s2':{'S':'hell'},'big':{'N':'1000'},"                    \
    "'emoji':{'S':'a\\ud83d\\ude00'},'blank':{'S':''},'status':{'S':'on'}}"

struct row {
    const char *text;
    const char *values;
    bool result;
};

static void check_rows(const struct row *rows, size_t count)
{
    json_t *item = load(ITEM);
    for (size_t i = 0; i < count; i++) {
        struct expr *expr = must_parse(EXPR_CONDITION, rows[i].text, NULL, rows[i].values);
        if (expr_matches(expr, item) != rows[i].result)
            fail_msg("%s with %s: not %d", rows[i].text, rows[i].values, rows[i].result);
        expr_free(expr);
    }
    json_decref(item);
}

#define CHECK(rows) check_rows(rows, sizeof rows / sizeof rows[0])

static void test_comparisons(void **state)
{
    static const struct row rows[] = {
        {"n = :v", "{':v':{'N':'5.0'}}", true},
        {"n = :v", "{':v':{'S':'5'}}", false},
        {"n <> :v", "{':v':{'S':'5'}}", true},
        {"n <> :v", "{':v':{'N':'5'}}", false},
        {"absent = :v", "{':v':{'N':'5'}}", false},
        {"absent <> :v", "{':v':{'N':'5'}}", true},
        {"absent = gone", NULL, false},
        {"absent <> gone", NULL, true},
        {"absent < gone", NULL, false},
        {"absent >= gone", NULL, false},
        {"n < n2", NULL, true},
        {"n2 < n", NULL, false},
        {"n < big", NULL, true},
        {"n <= :v", "{':v':{'N':'5'}}", true},
        {"n >= :v", "{':v':{'N':'5'}}", true},
        {"n > :v", "{':v':{'N':'5'}}", false},
        {":v > n", "{':v':{'N':'5.1'}}", true},
        {"n < :v", "{':v':{'S':'9'}}", false},
        {"s > s2", NULL, true},
        {"s < :v", "{':v':{'S':'help'}}", true},
        {"b < :v", "{':v':{'B':'gA=='}}", true},
        {"l < :v", "{':v':{'N':'1'}}", false},
        {"l = :v", "{':v':{'L':[{'S':'x'},{'N':'7.0'},{'L':[{'N':'1'}]}]}}", true},
        {"ss = :v", "{':v':{'SS':['b','a']}}", true},
        {"t = :v", "{':v':{'BOOL':true}}", true},
        {"z = :v", "{':v':{'NULL':true}}", true},
        {"m.d = :v", "{':v':{'M':{'e':{'N':'2'}}}}", true},
        {":v = :w", "{':v':{'N':'1'},':w':{'N':'1.0'}}", true},
    };
    (void)state;
    CHECK(rows);
}

static void test_between_and_in(void **state)
{
    static const struct row rows[] = {
        {"n BETWEEN :a AND :b", "{':a':{'N':'5'},':b':{'N':'5'}}", true},
        {"n between :a and :b", "{':a':{'N':'1'},':b':{'N':'4'}}", false},
        {"s BETWEEN :a AND :b", "{':a':{'S':'h'},':b':{'S':'i'}}", true},
        {"b BETWEEN :a AND :b", "{':a':{'B':'AA=='},':b':{'B':'/w=='}}", true},
        {"n BETWEEN n2 AND big", NULL, false},
        {"n2 BETWEEN n AND big", NULL, true},
        {"n2 BETWEEN big AND n", NULL, false}, /* wrong order from the item is no error */
        {"n BETWEEN s AND :b", "{':b':{'N':'9'}}", false},
        {"absent BETWEEN :a AND :b", "{':a':{'N':'1'},':b':{'N':'4'}}", false},
        {":v BETWEEN n AND n2", "{':v':{'N':'5.5'}}", true},
        {"n IN (:a)", "{':a':{'N':'5'}}", true},
        {"n IN (:a, :b)", "{':a':{'S':'5'},':b':{'N':'5'}}", true},
        {"n IN (:a, s, n2)", "{':a':{'S':'5'}}", false},
        {"absent IN (:a)", "{':a':{'N':'5'}}", false},
        {"l in (:a)", "{':a':{'L':[]}}", false},
    };
    (void)state;
    CHECK(rows);
}

static void test_functions(void **state)
{
    static const struct row rows[] = {
        {"attribute_exists(n)", NULL, true},
        {"attribute_exists (z)", NULL, true},
        {"attribute_exists(absent)", NULL, false},
        {"attribute_not_exists(absent)", NULL, true},
        {"attribute_not_exists(n)", NULL, false},
        {"attribute_exists(m.d.e)", NULL, true},
        {"attribute_exists(m.d.f)", NULL, false},
        {"attribute_exists(l[2][0])", NULL, true},
        {"attribute_exists(l[3])", NULL, false},
        {"attribute_exists(m[0])", NULL, false},
        {"attribute_exists(l.x)", NULL, false},
        {"attribute_type(n, :t)", "{':t':{'S':'N'}}", true},
        {"attribute_type(n, :t)", "{':t':{'S':'S'}}", false},
        {"attribute_type(z, :t)", "{':t':{'S':'NULL'}}", true},
        {"attribute_type(ss, :t)", "{':t':{'S':'SS'}}", true},
        {"attribute_type(:v, :t)", "{':v':{'N':'1'},':t':{'S':'N'}}", true},
        {"attribute_type(absent, :t)", "{':t':{'S':'N'}}", false},
        {"begins_with(s, :p)", "{':p':{'S':'he'}}", true},
        {"begins_with(s, :p)", "{':p':{'S':'el'}}", false},
        {"begins_with(s, :p)", "{':p':{'S':''}}", true},
        {"begins_with(s, :p)", "{':p':{'S':'hello world'}}", false},
        {"begins_with(b, :p)", "{':p':{'B':'aGU='}}", true},
        {"begins_with(b, :p)", "{':p':{'S':'he'}}", false},
        {"begins_with(n, :p)", "{':p':{'S':'5'}}", false},
        {"begins_with(:p, s2)", "{':p':{'S':'hellish'}}", true},
        {"begins_with(s, s2)", NULL, true},
        {"contains(s, :p)", "{':p':{'S':'ell'}}", true},
        {"contains(s, :p)", "{':p':{'S':'elk'}}", false},
        {"contains(s, :p)", "{':p':{'N':'1'}}", false},
        {"contains(b, :p)", "{':p':{'B':'bGw='}}", true},
        {"contains(ss, :p)", "{':p':{'S':'b'}}", true},
        {"contains(ss, :p)", "{':p':{'S':'c'}}", false},
        {"contains(ns, :p)", "{':p':{'N':'2.0'}}", true},
        {"contains(bs, :p)", "{':p':{'B':'YQ=='}}", true},
        {"contains(l, :p)", "{':p':{'N':'7'}}", true},
        {"contains(l, :p)", "{':p':{'L':[{'N':'1'}]}}", true},
        {"contains(l, :p)", "{':p':{'N':'8'}}", false},
        {"contains(m, :p)", "{':p':{'S':'k'}}", false},
        {"contains(ss, blank)", NULL, false},
    };
    (void)state;
    CHECK(rows);
}

static void test_size(void **state)
{
    static const struct row rows[] = {
        {"size(s) = :n", "{':n':{'N':'5'}}", true},
        {"size(b) = :n", "{':n':{'N':'5'}}", true},
        {"size(ss) = :n", "{':n':{'N':'2'}}", true},
        {"size(l) = :n", "{':n':{'N':'3'}}", true},
        {"size(m) = :n", "{':n':{'N':'3'}}", true},
        {"size(blank) = :n", "{':n':{'N':'0'}}", true},
        {"size(emoji) = :n", "{':n':{'N':'3'}}", true},
        {"size(n) = :n", "{':n':{'N':'1'}}", false},
        {"size(t) = :n", "{':n':{'N':'1'}}", false},
        {"size(absent) = :n", "{':n':{'N':'0'}}", false},
        {"size(s) = :n", "{':n':{'S':'5'}}", false},
        {"size(s) = n", NULL, true},
        {"(size(s)) >= n", NULL, true},
        {"n BETWEEN size(ss) AND size(s)", NULL, true},
        {"size(:x) > n", "{':x':{'S':'123456'}}", true},
        {"n IN (size(l), size(s))", NULL, true},
    };
    (void)state;
    CHECK(rows);
}

static void test_logic(void **state)
{
    static const struct row rows[] = {
        {"n < n2 AND n2 < big", NULL, true},
        {"n < n2 aNd big < n2", NULL, false},
        {"big < n OR n < n2", NULL, true},
        {"big < n oR n2 < n", NULL, false},
        {"NOT n2 < n", NULL, true},
        {"nOt n < n2", NULL, false},
        {"NOT NOT NOT NOT n < n2", NULL, true},
        {"n < n2 OR big < n2 AND n2 < n", NULL, true},
        {"(n < n2 OR big < n2) AND n2 < n", NULL, false},
        {"NOT n2 < n AND big < n", NULL, false},
        {"NOT (n2 < n AND big < n)", NULL, true},
        {"n2 BETWEEN n AND big AND n < n2", NULL, true},
        {"(n2 BETWEEN n AND big) AND (attribute_exists(s))", NULL, true},
        {"((n < n2) AND (n < big))", NULL, true},
        {"(contains(s, s2)) OR (attribute_exists(absent))", NULL, true},
        {"n\t<\r\nn2", NULL, true},
        {"(m).d.e < (n)", NULL, true},
        {"(m.els)[0].q > n", NULL, true},
        {"((m).d).e < (n)", NULL, true},
    };
    (void)state;
    CHECK(rows);
}

static void test_names(void **state)
{
    static const struct {
        const char *text, *names;
        bool result;
    } rows[] = {
        {"#x = #y", "{'#x':'n','#y':'n2'}", false},
        {"attribute_exists(#d)", "{'#d':'a.b'}", true},
        {"attribute_exists(#1_a)", "{'#1_a':'status'}", true},
        {"attribute_exists(m.#d.e)", "{'#d':'d'}", true},
        {"attribute_exists(#m.#d)", "{'#m':'m','#d':'d.e'}", false},
    };
    json_t *item = load(ITEM);
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct expr *expr = must_parse(EXPR_FILTER, rows[i].text, rows[i].names, NULL);
        assert_int_equal(expr_matches(expr, item), rows[i].result);
        expr_free(expr);
    }
    json_decref(item);
}

/* No item is an item without attributes. */
static void test_no_item(void **state)
{
    struct expr *absent = must_parse(EXPR_CONDITION, "attribute_not_exists(pk)", NULL, NULL);
    struct expr *equal = must_parse(EXPR_CONDITION, "pk = sk", NULL, NULL);
    (void)state;
    assert_true(expr_matches(absent, NULL));
    assert_false(expr_matches(equal, NULL));
    assert_true(expr_matches(NULL, NULL));
    expr_free(absent);
    expr_free(equal);
}

static void test_attributes(void **state)
{
    struct expr *expr = must_parse(EXPR_FILTER, "a = b AND m.x[0] < a OR begins_with(c, :v)", NULL,
                                   "{':v':{'S':'x'}}");
    static const char *const names[] = {"a", "b", "m", "c"};
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(expr_attribute(expr, i), names[i]);
        assert_true(expr_touches(expr, names[i]));
    }
    assert_null(expr_attribute(expr, 4));
    assert_null(expr_attribute(expr, 5));
    assert_false(expr_touches(expr, "x"));
    assert_true(expr_looks_into(expr, "m"));
    assert_false(expr_looks_into(expr, "a"));
    expr_free(expr);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_comparisons), cmocka_unit_test(test_between_and_in),
        cmocka_unit_test(test_functions),   cmocka_unit_test(test_size),
        cmocka_unit_test(test_logic),       cmocka_unit_test(test_names),
        cmocka_unit_test(test_no_item),     cmocka_unit_test(test_attributes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
