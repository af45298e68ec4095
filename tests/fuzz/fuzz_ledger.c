/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Ledgers as bytes from anywhere. A line that is JSON is written as an entry, with its checksum,
 * and must be read as it was; a line that begins with "!" stands in the file as it is. Then the
 * whole file is read as `slrun sweep` does. Needs slrun_run.
 */
#define _XOPEN_SOURCE 700 /* mkdtemp */

#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include "heads.h"
#include "run/ledger/ledger_book.h"
#include "run/ledger/ledger_line.h"

enum { FILE_MAX = 4 * 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char directory[] = "/tmp/fuzz-ledger-XXXXXX";

static void remove_directory(void)
{
    (void)rmdir(directory);
}

static void add(struct buf *lines, const char *line)
{
    if (*line == '!') {
        (void)buf_printf(lines, "%s\n", line + 1);
        json_decref(ledger_line_parse(line + 1, strlen(line + 1)));
        return;
    }
    json_t *entry = json_loads(line, 0, NULL);
    size_t at = lines->len;
    if (entry != NULL && ledger_line_add(lines, entry)) {
        json_t *again = ledger_line_parse(lines->data + at, lines->len - at - 1);
        if (again == NULL || !json_equal(again, entry))
            abort();
        json_decref(again);
    }
    json_decref(entry);
}

static void read_back(const struct buf *lines)
{
    char path[sizeof directory + 16], label[256];
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    struct book book;
    (void)snprintf(path, sizeof path, "%s/r" LEDGER_SUFFIX, directory);
    FILE *file = fopen(path, "w");
    if (file == NULL || fwrite(buf_str(lines), 1, lines->len, file) != lines->len ||
        fclose(file) != 0)
        abort();
    if (book_open(&book, directory, "r", &error) == BOOK_READ) {
        for (size_t i = 0; i < book.n_entries; i++)
            if (book.entries[i].state == BOOK_OPEN)
                (void)book_label(&book.entries[i], label, sizeof label);
        if (book_outstanding(&book) > book.n_entries)
            abort();
        book_close(&book, true);
    }
    (void)unlink(path);
    json_decref(error.detail);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool made;
    struct buf lines = BUF_INIT(FILE_MAX);
    char *text = heads_text(data, size), *at = text;
    if (!made && (mkdtemp(directory) == NULL || atexit(remove_directory) != 0))
        abort();
    made = true;
    while (text != NULL && *at != '\0')
        add(&lines, heads_line(&at));
    read_back(&lines);
    buf_free(&lines);
    free(text);
    return 0;
}
