/* SPDX-License-Identifier: Apache-2.0 */
/* The reader: ledgers as runs leave them when they are killed, and worse. */
#include "harness/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "run/ledger/ledger_book.h"
#include "run/ledger/ledger_line.h"

#define RUN "rabcdefghi"

struct fixture {
    char directory[64];
    struct buf lines;
};

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    strcpy(f->directory, "/tmp/slrun-test-XXXXXX");
    assert_non_null(mkdtemp(f->directory));
    f->lines = BUF_INIT(16 * LEDGER_LINE_MAX);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    char command[96];
    snprintf(command, sizeof command, "rm -rf %s", f->directory);
    assert_int_equal(system(command), 0);
    buf_free(&f->lines);
    free(f);
    return 0;
}

static void add(struct fixture *f, json_t *entry)
{
    assert_non_null(entry);
    assert_true(ledger_line_add(&f->lines, entry));
    json_decref(entry);
}

static void header(struct fixture *f)
{
    add(f, json_pack("{s:s, s:i, s:s, s:s, s:s, s:s, s:i}", "type", "run", "format", LEDGER_FORMAT,
                     "run", RUN, "target", "endpoint", "endpoint", "http://h:1", "region", "r",
                     "time", 1000000));
}

static void intent(struct fixture *f, int n, const char *name)
{
    add(f, json_pack("{s:s, s:i, s:s, s:s, s:s, s:s, s:s, s:{s:s}}", "type", "intent", "n", n, "id",
                     RUN "-1", "plugin", "dynamodb", "kind", "table", "name", name, "undo",
                     "delete_table", "args", "TableName", name));
}

static void mark(struct fixture *f, const char *what, int n)
{
    add(f, json_pack("{s:s, s:i}", "type", what, "n", n));
}

static void path_of(const struct fixture *f, char path[128])
{
    snprintf(path, 128, "%s/" RUN ".jsonl", f->directory);
}

static void save(const struct fixture *f, size_t size)
{
    char path[128];
    path_of(f, path);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(buf_str(&f->lines), 1, size, file), size);
    fclose(file);
}

static enum book_status open_it(const struct fixture *f, struct book *book)
{
    struct slrun_error error = {0};
    enum book_status status = book_open(book, f->directory, RUN, &error);
    if (status == BOOK_BROKEN)
        assert_true(*error.message);
    error_clear(&error);
    return status;
}

static void states_of_entries(void **state)
{
    struct fixture *f = *state;
    struct book b;
    char label[128];
    header(f);
    for (int i = 1; i <= 4; i++)
        intent(f, i, RUN "-t");
    mark(f, "made", 1);
    mark(f, "made", 2);
    mark(f, "done", 2);
    mark(f, "void", 3);
    mark(f, "void", 99); /* its intent never reached the disk */
    save(f, f->lines.len);
    assert_int_equal(open_it(f, &b), BOOK_READ);
    assert_int_equal(b.n_entries, 4);
    assert_int_equal(b.n_bad, 0);
    assert_int_equal(book_outstanding(&b), 2);
    assert_true(b.entries[0].made && b.entries[0].state == BOOK_OPEN);
    assert_int_equal(b.entries[1].state, BOOK_DONE);
    assert_int_equal(b.entries[2].state, BOOK_VOID);
    assert_false(b.entries[3].made);
    assert_string_equal(book_label(&b.entries[0], label, sizeof label),
                        "dynamodb table '" RUN "-t'");
    assert_string_equal(b.identity.endpoint, "http://h:1");
    assert_int_equal(b.began_s, 1000000);
    book_close(&b, false);
}

static void the_answer_may_change_what_is_to_be_undone(void **state)
{
    struct fixture *f = *state;
    struct book b;
    header(f);
    intent(f, 1, RUN "-t");
    add(f, json_pack("{s:s, s:i, s:s, s:{s:s}}", "type", "made", "n", 1, "name", "x", "args", "Url",
                     "u"));
    save(f, f->lines.len);
    assert_int_equal(open_it(f, &b), BOOK_READ);
    const json_t *fields = b.entries[0].fields;
    assert_string_equal(json_string_value(json_object_get(fields, "type")), "intent");
    assert_string_equal(json_string_value(json_object_get(fields, "name")), "x");
    assert_non_null(json_object_get(json_object_get(fields, "args"), "Url"));
    book_close(&b, false);
}

/* Wherever the last write was torn: the lines before it count, it does not. */
static void torn_anywhere(void **state)
{
    struct fixture *f = *state;
    struct book b;
    header(f);
    size_t head = f->lines.len;
    intent(f, 1, RUN "-a");
    size_t one = f->lines.len;
    intent(f, 2, RUN "-b");
    for (size_t size = 0; size <= f->lines.len; size++) {
        save(f, size);
        enum book_status status = open_it(f, &b);
        assert_int_equal(status, size < head ? BOOK_BROKEN : BOOK_READ);
        if (status != BOOK_READ)
            continue;
        assert_int_equal(b.n_entries, size < one ? 0 : size < f->lines.len ? 1 : 2);
        assert_int_equal(b.n_bad, 0);
        book_close(&b, false);
    }
}

static void garbage_between_is_counted(void **state)
{
    struct fixture *f = *state;
    struct book b;
    header(f);
    intent(f, 1, RUN "-a");
    buf_puts(&f->lines, "\n\n{}\nnonsense\n");
    buf_add(&f->lines, "\0\0\0\n", 4);
    header(f);                       /* a second one */
    intent(f, 1, RUN "-twice");      /* a number that is taken */
    intent(f, -1, RUN "-negative");  /* none */
    intent(f, 2000000000, RUN "-n"); /* beyond all bounds */
    mark(f, "surprise", 1);
    intent(f, 2, RUN "-b");
    save(f, f->lines.len);
    assert_int_equal(open_it(f, &b), BOOK_READ);
    assert_int_equal(b.n_bad, 10);
    assert_int_equal(book_outstanding(&b), 2);
    book_close(&b, false);
}

static void a_sweep_writes_behind_a_torn_line(void **state)
{
    struct fixture *f = *state;
    struct book b;
    struct slrun_error error = {0};
    header(f);
    intent(f, 1, RUN "-a");
    intent(f, 2, RUN "-b");
    intent(f, 3, RUN "-torn");
    save(f, f->lines.len - 5);
    assert_int_equal(open_it(f, &b), BOOK_READ);
    assert_int_equal(book_mark(&b, 0, BOOK_DONE, &error), 0);
    assert_int_equal(book_outstanding(&b), 1);
    book_close(&b, false);
    assert_int_equal(open_it(f, &b), BOOK_READ);
    assert_int_equal(b.n_bad, 0);
    assert_int_equal(b.entries[0].state, BOOK_DONE);
    assert_int_equal(book_outstanding(&b), 1);
    book_close(&b, true);
    assert_int_equal(open_it(f, &b), BOOK_ABSENT);
}

static void only_ledgers_are_listed(void **state)
{
    struct fixture *f = *state;
    char command[256], **ids;
    size_t n;
    struct slrun_error error = {0};
    snprintf(command, sizeof command,
             "cd %s && touch r2.jsonl r1.jsonl r3.jsonl.new .r4.jsonl .jsonl r5.json",
             f->directory);
    assert_int_equal(system(command), 0);
    assert_int_equal(book_list(f->directory, &ids, &n, &error), 0);
    assert_int_equal(n, 2);
    assert_string_equal(ids[0], "r1");
    assert_string_equal(ids[1], "r2");
    book_list_free(ids, n);
    assert_int_equal(book_list("/nonexistent/ledger", &ids, &n, &error), 0);
    assert_int_equal(n, 0);
    book_list_free(ids, n);
}

/* A run that was killed before its ledger had a name had sent nothing. */
static void what_never_got_its_name_goes_in_time(void **state)
{
    struct fixture *f = *state;
    char command[256], path[128];
    snprintf(command, sizeof command,
             "cd %s && touch r1.jsonl.new && touch -d '2 hours ago' r2.jsonl.new r3.jsonl",
             f->directory);
    assert_int_equal(system(command), 0);
    book_tidy(f->directory);
    static const struct {
        const char *name;
        int there;
    } files[] = {{"r1.jsonl.new", 0}, {"r2.jsonl.new", -1}, {"r3.jsonl", 0}};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(path, sizeof path, "%s/%s", f->directory, files[i].name);
        assert_int_equal(access(path, F_OK), files[i].there);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(states_of_entries),
        TEST(the_answer_may_change_what_is_to_be_undone),
        TEST(torn_anywhere),
        TEST(garbage_between_is_counted),
        TEST(a_sweep_writes_behind_a_torn_line),
        TEST(only_ledgers_are_listed),
        TEST(what_never_got_its_name_goes_in_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
