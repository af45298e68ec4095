/* SPDX-License-Identifier: Apache-2.0 */
/* Expressions and what they give: a table for each part of the language. */
#include "harness/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jsonata/jsonata.h"

#define INPUT                                                                                      \
    "{\"shop\":{\"name\":\"Corner\",\"open\":true,\"orders\":["                                    \
    "{\"id\":\"o1\",\"lines\":[{\"sku\":\"pen\",\"price\":2,\"n\":3},{\"sku\":\"ink\","            \
    "\"price\":5.5,\"n\":1}]},"                                                                    \
    "{\"id\":\"o2\",\"lines\":[{\"sku\":\"pen\",\"price\":2.5,\"n\":10}]}]},"                      \
    "\"tags\":[\"b\",\"a\",\"c\"],\"nested\":[[1,2],[3]],\"one\":[7],\"none\":null,"               \
    "\"two words\":1,\"and\":2}"

/* What an expression gives, as JSON: "nothing", "function", or the code of its error. */
static void gives_in(const char *text, const char *wanted, const struct jsonata_world *world)
{
    struct jsonata_error error = {.code = ""};
    struct jsonata *parsed = jsonata_parse(text, &error);
    json_t *result = NULL;
    enum jsonata_outcome outcome =
        parsed ? jsonata_evaluate(parsed, world, &result, &error) : JSONATA_FAILED;
    char *json = result
                     ? json_dumps(result, JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(15))
                     : NULL;
    const char *said = outcome == JSONATA_FAILED     ? error.code
                       : outcome == JSONATA_FUNCTION ? "function"
                       : json                        ? json
                                                     : "nothing";
    if (strcmp(said, wanted) != 0)
        print_error("%s: %s\n", text, error.message);
    assert_string_equal(said, wanted);
    assert_true(outcome != JSONATA_FAILED || *error.message);
    free(json);
    json_decref(result);
    jsonata_free(parsed);
}

static void gives(const char *text, const char *wanted)
{
    json_t *input = json_loads(INPUT, 0, NULL);
    const struct jsonata_world world = {.input = input, .now_ms = 1700000000123};
    gives_in(text, wanted, &world);
    json_decref(input);
}

struct row {
    const char *text, *wanted;
};

static void all_give(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        gives(rows[i].text, rows[i].wanted);
}
#define ALL_GIVE(rows) all_give(rows, sizeof rows / sizeof *rows)

static void paths(void **state)
{
    static const struct row rows[] = {
        {"shop.name", "\"Corner\""},
        {"shop.nothing.more", "nothing"},
        {"shop.orders.id", "[\"o1\",\"o2\"]"},
        {"shop.orders.lines.price", "[2,5.5,2.5]"},
        {"shop.orders[0].id", "\"o1\""},
        {"shop.orders[-1].id", "\"o2\""},
        {"shop.orders.lines[0].sku", "[\"pen\",\"pen\"]"},
        {"(shop.orders.lines)[0].sku", "\"pen\""},
        {"shop.orders.lines[price > 2].sku", "[\"ink\",\"pen\"]"},
        {"shop.orders.lines[n = 1].sku", "\"ink\""},
        {"shop.orders.lines[n = 1][].sku", "[\"ink\"]"},
        {"tags[[0..1]]", "[\"b\",\"a\"]"},
        {"nested", "[[1,2],[3]]"},
        {"nested[0]", "[1,2]"},
        {"nested.$", "[1,2,3]"},
        {"one", "[7]"},
        {"one[]", "[7]"},
        {"one[0]", "7"},
        {"`two words`", "1"},
        {"$.and", "2"},
        {"*.name", "\"Corner\""},
        {"**.sku", "[\"pen\",\"ink\",\"pen\"]"},
        {"$count(**)", "30"},
        {"shop.orders.[id]", "[[\"o1\"],[\"o2\"]]"},
        {"shop.orders.lines.(price * n)", "[6,5.5,25]"},
        {"none", "null"},
        {"$$.shop.open", "true"},
    };
    (void)state;
    ALL_GIVE(rows);
}

static void bindings(void **state)
{
    static const struct row rows[] = {
        {"shop.orders.lines.{ 'o': %.id, 's': sku }",
         "[{\"o\":\"o1\",\"s\":\"pen\"},{\"o\":\"o1\",\"s\":\"ink\"},{\"o\":\"o2\",\"s\":\"pen\"}"
         "]"},
        {"shop.orders.lines.%.%.name", "[\"Corner\",\"Corner\",\"Corner\"]"},
        {"shop.orders@$o.$o.lines.{ $o.id: sku }",
         "[{\"o1\":\"pen\"},{\"o1\":\"ink\"},{\"o2\":\"pen\"}]"},
        {"tags#$i.{ 'at': $i, 'tag': $ }[1]", "{\"at\":1,\"tag\":\"a\"}"},
        {"tags#$i[$i > 0]", "[\"a\",\"c\"]"},
        {"tags^($)", "[\"a\",\"b\",\"c\"]"},
        {"tags^(>$)", "[\"c\",\"b\",\"a\"]"},
        {"shop.orders.lines^(sku, >price).price", "[5.5,2.5,2]"},
        {"shop.orders.lines{sku: $sum(n)}", "{\"pen\":13,\"ink\":1}"},
        {"shop.orders.lines@$l#$i{$l.sku: $i}", "{\"pen\":[0,0],\"ink\":1}"},
        {"shop.orders.lines{'all': price}", "{\"all\":[2,5.5,2.5]}"},
        {"%", "S0217"},
        {"tags^(1 = 1)", "T2008"},
        {"shop{1: 2}", "T1003"},
        {"tags{'a': 1, 'a': 2}", "D1009"},
        {"tags[0]@$x", "S0215"},
        {"tags{'a': 1}{'b': 2}", "S0210"},
    };
    (void)state;
    ALL_GIVE(rows);
}

static void operators(void **state)
{
    static const struct row rows[] = {
        {"1 + 2 * 3 - 4 / 8", "6.5"},
        {"7 % 3", "1"},
        {"-(3)", "-3"},
        {"0.1 + 0.2", "0.3"},
        {"1 + nothing", "nothing"},
        {"'a' & 1 & true & nothing & [1,{}]", "\"a1true[1,{}]\""},
        {"1 = 1.0 and 'a' != 'b'", "true"},
        {"{'a': [1]} = {'a': [1]}", "true"},
        {"nothing = nothing", "false"},
        {"'a' < 'b' and 2 >= 2", "true"},
        {"false or 'text'", "true"},
        {"'a' in tags", "true"},
        {"'z' in tags", "false"},
        {"[1..3, 9]", "[1,2,3,9]"},
        {"[3..1]", "[]"},
        {"shop.open ? 'yes' : 'no'", "\"yes\""},
        {"nothing ? 1", "nothing"},
        {"0 ?: 'other'", "\"other\""},
        {"none ?? 1", "null"},
        {"nothing ?? 1", "1"},
        {"/* a remark */ 1", "1"},
        {"'\\u00e9\\n\\ud83d\\ude00'", "\"\xC3\xA9\\n\xF0\x9F\x98\x80\""},
        {"{'a': nothing, 'b': [nothing]}", "{\"b\":[]}"},
        {"'a' + 1", "T2001"},
        {"1 + 'a'", "T2002"},
        {"1 < 'a'", "T2009"},
        {"true < 1", "T2010"},
        {"-'a'", "D1002"},
        {"[1.5..2]", "T2003"},
        {"[1..10000001]", "D2014"},
        {"1/0 + 1", "D1001"},
    };
    (void)state;
    ALL_GIVE(rows);
}

static void functions(void **state)
{
    static const struct row rows[] = {
        {"($x := 1; $y := $x + 1; $y)", "2"},
        {"($f := function($a, $b){ $a & $b }; $f('x', 'y'))", "\"xy\""},
        {"($add := function($n){ function($m){ $n + $m } }; $add(2)(3))", "5"},
        {"($half := $power(?, 0.5); $half(9))", "3"},
        {"tags ~> $join('-') ~> $uppercase()", "\"B-A-C\""},
        {"($up := $trim ~> $uppercase; $up(' x '))", "\"X\""},
        {"($loop := function($n, $s){ $n = 0 ? $s : $loop($n - 1, $s + $n) }; $loop(5000, 0))",
         "12502500"},
        {"($f := function($x)<n:n>{ $x }; $f('a'))", "T0410"},
        {"($f := function($x)<a<s>:n>{ $count($x) }; [$f('a'), $f(['a', 'b'])])", "[1,2]"},
        {"$map(tags, function($v, $i){ $v & $i })", "[\"b0\",\"a1\",\"c2\"]"},
        {"$filter(tags, function($v){ $v > 'a' })", "[\"b\",\"c\"]"},
        {"$reduce([1..4], function($a, $b){ $a * $b })", "24"},
        {"$single(tags, function($v){ $v = 'a' })", "\"a\""},
        {"$single(tags)", "D3138"},
        {"$sift(shop, function($v, $k){ $k = 'name' })", "{\"name\":\"Corner\"}"},
        {"$each({'a': 1, 'b': 2}, function($v, $k){ $k & $v })", "[\"a1\",\"b2\"]"},
        {"$sort(tags)", "[\"a\",\"b\",\"c\"]"},
        {"$sort([3,1,2], function($a, $b){ $a < $b })", "[3,2,1]"},
        {"shop ~> |orders|{'n': $count(lines)}, 'lines'| ~> $lookup('orders')",
         "[{\"id\":\"o1\",\"n\":2},{\"id\":\"o2\",\"n\":1}]"},
        {"shop.orders.lines ~> |$|1|", "T2011"},
        {"$eval('1 + $count($$.tags)')", "4"},
        {"$eval('1 +')", "D3120"},
        {"$sum", "function"},
        {"count(tags)", "T1005"},
        {"count(?)", "T1007"},
        {"nothing()", "T1006"},
        {"1 ~> 2", "T2006"},
        {"$error('so')", "D3137"},
        {"$assert(false)", "D3141"},
    };
    (void)state;
    ALL_GIVE(rows);
}

static void texts(void **state)
{
    static const struct row rows[] = {
        {"$substring('hello', 1, 3) & $substring('hello', -2)", "\"elllo\""},
        {"$substringBefore('a=b', '=') & $substringAfter('a=b', '=')", "\"ab\""},
        {"$length('\xF0\x9F\x98\x80x')", "2"},
        {"tags.$uppercase()", "[\"B\",\"A\",\"C\"]"},
        {"(1).$uppercase()", "T0411"},
        {"$pad('x', 3, '-') & $pad('x', -3)", "\"x--  x\""},
        {"$trim('  a \\n b ')", "\"a b\""},
        {"$uppercase('\xC3\xA9')", "\"\xC3\x89\""},
        {"$split('a, b;c', /[,;]\\s*/)", "[\"a\",\"b\",\"c\"]"},
        {"$split('abc', '', 2)", "[\"a\",\"b\"]"},
        {"$contains('abc', /B/i)", "true"},
        {"$replace('john smith', /(\\w+) (\\w+)/, '$2, $1 $$')", "\"smith, john $\""},
        {"$replace('aaa', 'a', 'b', 2)", "\"bba\""},
        {"$replace('x1', /\\d/, function($m){ $string($number($m.match) + 1) })", "\"x2\""},
        {"$match('ab12c3', /[0-9]+/).match", "[\"12\",\"3\"]"},
        {"$match('ab', /(a)(x)?/)[0].groups", "[\"a\",null]"},
        {"$replace('a', /x*/, '-')", "D1004"},
        {"/(/", "S0302"},
        {"$contains('a', /)(/)", "S0303"},
        {"$base64encode('hi') & $base64decode('aGk=')", "\"aGk=hi\""},
        {"$encodeUrlComponent('a b/\xC3\xA9') & $decodeUrl('%41%2F')", "\"a%20b%2F%C3%A9A%2F\""},
        {"$encodeUrl('\\ud800')", "D3140"},
        {"$string({'a': [1.10, 1e21, null]})", "\"{\\\"a\\\":[1.1,1e+21,null]}\""},
        {"$string([1], true)", "\"[\\n  1\\n]\""},
        {"$string(1/3)", "\"0.333333333333333\""},
    };
    (void)state;
    ALL_GIVE(rows);
}

static void numbers(void **state)
{
    static const struct row rows[] = {
        {"$round(2.5) & $round(3.5) & $round(-1.255, 2) & $round(150, -2)", "\"24-1.26200\""},
        {"$floor(-1.5) & $ceil(1.2) & $abs(-3)", "\"-223\""},
        {"$number('0x1f') + $number('1e2') + $number(true)", "132"},
        {"$number('1x')", "D3030"},
        {"$max([1,9,3]) & $min([4,2]) & $average([1,2])", "\"921.5\""},
        {"$formatBase(255, 16) & $formatBase(-5, 2)", "\"ff-101\""},
        {"$formatNumber(12345.678, '#,##0.00')", "\"12,345.68\""},
        {"$formatNumber(-0.14, '0%;(0%)')", "\"(14%)\""},
        {"$formatNumber(1234.5, '00.000e0')", "\"12.345e2\""},
        {"$formatNumber(1, '0.0.0')", "D3081"},
        {"$formatInteger(1999, 'I') & $formatInteger(28, 'A')", "\"MCMXCIXAB\""},
        {"$formatInteger(1234567, '#,##0;o')", "\"1,234,567th\""},
        {"$formatInteger(121, 'Ww;o')", "\"One Hundred and Twenty-First\""},
        {"$parseInteger('mcmxcix', 'i') + $parseInteger('two hundred and one', 'w')", "2200"},
        {"$parseInteger('1,234', '#,##0')", "1234"},
        {"$formatInteger(1, 'x')", "D3130"},
        {"$sqrt(-1)", "D3060"},
        {"$power(10, 400)", "D3061"},
    };
    (void)state;
    ALL_GIVE(rows);
}

static void values(void **state)
{
    static const struct row rows[] = {
        {"$keys(shop)", "[\"name\",\"open\",\"orders\"]"},
        {"$merge([{'a': 1}, {'a': 2, 'b': 3}])", "{\"a\":2,\"b\":3}"},
        {"$spread({'a': 1, 'b': 2})", "[{\"a\":1},{\"b\":2}]"},
        {"$append([1], 2) = [1, 2]", "true"},
        {"$distinct([1, 2, 1, {'a': 1}, {'a': 1}])", "[1,2,{\"a\":1}]"},
        {"$zip([1, 2], ['a', 'b', 'c'])", "[[1,\"a\"],[2,\"b\"]]"},
        {"$reverse(tags)", "[\"c\",\"a\",\"b\"]"},
        {"$count($shuffle([1..20]))", "20"},
        {"$type(none) & $type(tags) & $type($sum)", "\"nullarrayfunction\""},
        {"$boolean([0, 0]) or $boolean({}) or $boolean('')", "false"},
        {"$exists(nothing)", "false"},
        {"$random() < 1", "true"},
    };
    (void)state;
    ALL_GIVE(rows);
}

static void times(void **state)
{
    static const struct row rows[] = {
        {"$millis()", "1700000000123"},
        {"$now()", "\"2023-11-14T22:13:20.123Z\""},
        {"$now('[H01]:[m01] [z]', '-0330')", "\"18:43 GMT-03:30\""},
        {"$fromMillis(0, '[FNn], [D1o] [MNn] [Y]')", "\"Thursday, 1st January 1970\""},
        {"$fromMillis(1704067200000, '[X]-W[W01]-[F1] [d] [h#1][P] [f001]')",
         "\"2024-W01-1 1 12am 000\""},
        {"$fromMillis(1767225600000, '[X]-W[W01] [x]w[w]')", "\"2026-W01 1w1\""},
        {"$fromMillis(1104537600000, '[X]-W[W] [d] [x]w[w]')", "\"2004-W53 1 12w5\""},
        {"$toMillis('2024-02-29T12:00:00.5+01:00')", "1709204400500"},
        {"$toMillis('29/2/2024 1:05 pm', '[D]/[M]/[Y] [h]:[m] [P]')", "1709211900000"},
        {"$toMillis('March 5, 1999', '[MNn] [D], [Y]')", "920592000000"},
        {"$toMillis('2024-060', '[Y]-[d]')", "1709164800000"},
        {"$toMillis('x', '[Y]')", "nothing"},
        {"$toMillis('soon')", "D3110"},
        {"$now('[')", "D3135"},
        {"$now('[YN]')", "D3133"},
        {"$toMillis('5 10', '[H] [s]')", "D3136"},
    };
    (void)state;
    ALL_GIVE(rows);
}

static void wrong(void **state)
{
    static const struct row rows[] = {
        {"", "S0207"},
        {"1 +", "S0207"},
        {"(1", "S0203"},
        {"[1 2]", "S0202"},
        {"1 2", "S0201"},
        {"'a", "S0101"},
        {"'\\x'", "S0103"},
        {"'\\u12'", "S0104"},
        {"`a", "S0105"},
        {"/* a", "S0106"},
        {"1e999", "S0102"},
        {"a ! b", "S0204"},
        {")", "S0211"},
        {"1 := 2", "S0212"},
        {"a.1", "S0213"},
        {"a@1", "S0214"},
        {"function(1){1}", "S0208"},
        {"//", "S0301"},
        {"function($a)<n<n>>{1}", "S0401"},
    };
    (void)state;
    ALL_GIVE(rows);
}

/* ---- bounds ---- */

static void stays_within_bounds(void **state)
{
    const struct jsonata_world world = {.limits = {.memory = 1 << 20, .steps = 100000}};
    const struct jsonata_world roomy = {.now_ms = 0};
    const struct jsonata_world hasty = {.limits = {.steps = 2000}};
    char deep[8001];
    (void)state;
    gives_in("($f := function($n){ 1 + $f($n) }; $f(1))", "D1011", &world);
    gives_in("($f := function(){ $f() }; $f())", "D1012", &hasty);
    gives_in("$pad('x', 1e12)", "D1012", &world);
    gives_in("[1..9000000]", "D1015", &world);
    gives_in("$string($reduce([1..5000], function($a, $b){ [[$a]] }))", "D1011", &roomy);
    gives_in("$contains($pad('', 40, 'a'), /(a|a)+[0-9]/)", "D1012", &world);
    memset(deep, '(', sizeof deep - 1);
    deep[sizeof deep - 1] = '\0';
    gives_in(deep, "D1011", &world);
    memset(deep, '-', sizeof deep - 1);
    gives_in(deep, "D1011", &world);
}

static void step_functions_world(void **state)
{
    json_t *variables = json_loads("{\"a\":{\"b\":[1,2]},\"length\":3}", 0, NULL);
    const struct jsonata_world world = {.variables = variables, .aws = true};
    (void)state;
    gives_in("$a.b[1]", "2", &world);
    gives_in("$length", "3", &world);
    gives_in("$partition([1..5], 2)", "[[1,2],[3,4],[5]]", &world);
    gives_in("$partition([1], 0)", "D3203", &world);
    gives_in("$range(0, 10, 5)", "[0,5,10]", &world);
    gives_in("$range(1, 1, 1)", "1", &world);
    gives_in("$range(0, 10, 0)", "D3202", &world);
    gives_in("$hash('abc', 'SHA-1')", "\"a9993e364706816aba3e25717850c26c9cd0d89d\"", &world);
    gives_in("$hash('abc', 'x')", "D3201", &world);
    gives_in("$parse('[1, {\"a\": null}]')", "[1,{\"a\":null}]", &world);
    gives_in("$parse('[')", "D3200", &world);
    gives_in("$random(1) = $random(1)", "true", &world);
    gives_in("$length($uuid())", "T1006", &world);
    gives_in("$eval('1')", "T1006", &world);
    json_decref(variables);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths),
        cmocka_unit_test(bindings),
        cmocka_unit_test(operators),
        cmocka_unit_test(functions),
        cmocka_unit_test(texts),
        cmocka_unit_test(numbers),
        cmocka_unit_test(values),
        cmocka_unit_test(times),
        cmocka_unit_test(wrong),
        cmocka_unit_test(stays_within_bounds),
        cmocka_unit_test(step_functions_world),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
