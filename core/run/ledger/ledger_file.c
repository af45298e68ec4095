/* SPDX-License-Identifier: Apache-2.0 */
#include "run/ledger/ledger_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/directory.h"
#include "base/error.h"
#include "base/file.h"

bool ledger_file_init(struct ledger_file *f, const char *directory, const char *run_id)
{
    f->fd = -1;
    f->size = 0;
    int n = snprintf(f->directory, sizeof f->directory, "%s", directory);
    int m = snprintf(f->path, sizeof f->path, "%s/%s" LEDGER_SUFFIX, directory, run_id);
    return n > 0 && (size_t)n < sizeof f->directory && m > 0 && (size_t)m < sizeof f->path;
}

static int cannot(const struct ledger_file *f, const char *what, struct slrun_error *error)
{
    error_set(error, SLRUN_E_IO, "the ledger %s cannot be %s: %s", f->path, what, strerror(errno));
    return error_hint(error, "nothing was sent: what is made must be written down first, so that "
                             "`slrun sweep` can remove it after a kill; make room or mend the "
                             "rights there");
}

static int fill(struct ledger_file *f, const char *temporary, const struct buf *lines)
{
    if (flock(f->fd, LOCK_EX | LOCK_NB) != 0 ||
        file_write(f->fd, lines->data, lines->len, -1) != 0 || fdatasync(f->fd) != 0 ||
        rename(temporary, f->path) != 0)
        return -1;
    return directory_sync_up(f->directory);
}

int ledger_file_make(struct ledger_file *f, const struct buf *lines, struct slrun_error *error)
{
    char temporary[LEDGER_PATH_MAX + 8];
    snprintf(temporary, sizeof temporary, "%s" LEDGER_UNNAMED, f->path);
    if (directory_make(f->directory, 0700) != 0)
        return cannot(f, "made", error);
    f->fd = open(temporary, O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (f->fd < 0)
        return cannot(f, "made", error);
    if (fill(f, temporary, lines) != 0) {
        cannot(f, "written", error);
        unlink(temporary);
        ledger_file_close(f, true);
        return -1;
    }
    f->size = (off_t)lines->len;
    return 0;
}

static bool read_back(const struct ledger_file *f, struct buf *lines)
{
    char *room = buf_room(lines, (size_t)f->size);
    for (off_t n; room && lines->len < (size_t)f->size; lines->len += (size_t)n) {
        n = pread(f->fd, room + lines->len, (size_t)f->size - lines->len, (off_t)lines->len);
        if (n <= 0)
            return false;
    }
    return room != NULL;
}

/* Somebody has deleted the file, or its folder, while the run writes to it. What stands in it is
 * still there: it is written anew. */
static int make_again(struct ledger_file *f, struct slrun_error *error)
{
    struct ledger_file gone = *f;
    struct buf lines = BUF_INIT((size_t)f->size);
    int result = read_back(f, &lines) ? ledger_file_make(f, &lines, error)
                                      : cannot(f, "written anew", error);
    buf_free(&lines);
    if (result == 0)
        close(gone.fd);
    else
        *f = gone;
    return result;
}

int ledger_file_append(struct ledger_file *f, const struct buf *lines, bool durable,
                       struct slrun_error *error)
{
    struct stat st;
    if (durable && fstat(f->fd, &st) == 0 && st.st_nlink == 0 && make_again(f, error) != 0)
        return -1;
    if (file_write(f->fd, buf_str(lines), lines->len, -1) == 0 &&
        (!durable || fdatasync(f->fd) == 0)) {
        f->size += (off_t)lines->len;
        return 0;
    }
    cannot(f, "written", error);
    /* What is torn goes, so that the next lines begin on a line of their own. If even that fails,
     * the checksum tells. */
    if (ftruncate(f->fd, f->size) != 0)
        (void)file_write(f->fd, "\n", 1, -1);
    return -1;
}

void ledger_file_close(struct ledger_file *f, bool remove_it)
{
    if (f->fd < 0)
        return;
    if (remove_it)
        unlink(f->path);
    close(f->fd);
    f->fd = -1;
}
