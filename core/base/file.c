/* SPDX-License-Identifier: Apache-2.0 */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/interrupts.h"

enum { PIECE = 16 * 1024, LISTEN_MS = 100 };

int file_write(int fd, const char *data, size_t size, off_t offset)
{
    for (size_t done = 0; done < size;) {
        ssize_t n = offset < 0 ? write(fd, data + done, size - done)
                               : pwrite(fd, data + done, size - done, offset + (off_t)done);
        if (n < 0 && errno != EINTR)
            return errno;
        if (n == 0)
            return errno = ENOSPC;
        done += n > 0 ? (size_t)n : 0;
    }
    return 0;
}

bool file_is_other(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

/* A descriptor; or -1 with errno. */
static int open_to_read(const char *path)
{
    bool named = strncmp(path, "/dev/", 5) == 0 || strncmp(path, "/proc/", 6) == 0;
    struct stat st = {.st_mode = S_IFREG};
    if (named || stat(path, &st) != 0 || S_ISREG(st.st_mode))
        return open(path, O_RDONLY | O_CLOEXEC);
    errno = S_ISDIR(st.st_mode) ? EISDIR : FILE_OTHER;
    return -1;
}

FILE *file_open(const char *path)
{
    int fd = open_to_read(path);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "r");
    if (fd >= 0 && !file)
        close(fd);
    return file;
}

/* As read(), but that a signal which asks for an end makes it EINTR. */
static ssize_t read_some(int fd, char *piece)
{
    struct pollfd ready = {.fd = fd, .events = POLLIN};
    while (!interrupts_come()) {
        int n = poll(&ready, 1, LISTEN_MS);
        if (n == 0 || (n < 0 && errno == EINTR))
            continue;
        ssize_t size = n < 0 ? n : read(fd, piece, PIECE);
        if (size >= 0 || errno != EINTR)
            return size;
    }
    errno = EINTR;
    return -1;
}

/* Closes it in the end. 0 or errno. */
static int read_all(int fd, struct buf *text)
{
    char piece[PIECE];
    int number = 0;
    for (ssize_t n; !number && (n = read_some(fd, piece)) != 0;)
        number = n < 0 ? errno : buf_add(text, piece, (size_t)n) ? 0 : EFBIG;
    close(fd);
    return number;
}

int file_read(const char *path, struct buf *text)
{
    int fd = open_to_read(path);
    return fd < 0 ? errno : read_all(fd, text);
}

/* A descriptor of a regular file; or -1 with errno. */
static int open_regular(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat st;
    if (fd < 0 || (fstat(fd, &st) == 0 && S_ISREG(st.st_mode)))
        return fd;
    close(fd);
    errno = S_ISDIR(st.st_mode) ? EISDIR : FILE_OTHER;
    return -1;
}

char *file_bytes(const char *path, size_t most, size_t *size)
{
    struct buf text = BUF_INIT(most);
    int fd = open_regular(path), number = fd < 0 ? errno : read_all(fd, &text);
    if (!number && !buf_puts(&text, ""))
        number = ENOMEM;
    *size = text.len;
    if (!number)
        return text.data;
    buf_free(&text);
    errno = number;
    return NULL;
}

bool file_line(FILE *file, struct buf *line)
{
    int c;
    buf_clear(line);
    do
        c = getc_unlocked(file);
    while (c != EOF && buf_putc(line, (char)c) && c != '\n');
    return line->len > 0 && !line->failed;
}

const char *file_why(int number)
{
    return number == FILE_OTHER ? "it is no regular file" : strerror(number);
}
