/* SPDX-License-Identifier: Apache-2.0 */
/* The load client: sends requests to a server of an AWS service and reports how fast it answers, as
 * one line of JSON.
 *
 * usage: bench_load <PLAN            repetitions a second, and their latencies
 *        bench_load -- COMMAND... <PLAN   from the start of the command to the end of the plan
 *        bench_load -H SIZE          what the hashes of so many bytes take
 */
#define _GNU_SOURCE

#include "common/util.h"
#include "load/client.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define START_S      60 /* for a command to answer */
#define HASH_TIMES   15
#define EXIT_USAGE   2
#define NS_PER_MS    1e6
#define EXIT_NO_EXEC 127

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double cpu_s(void)
{
    struct rusage u;
    getrusage(RUSAGE_SELF, &u);
    return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) +
           (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
}

static double part(const struct outcome *o, double fraction)
{
    return o->n > 0 ? o->latencies_us[(size_t)((double)(o->n - 1) * fraction)] : 0;
}

static void run(const struct plan *plan)
{
    struct outcome o = {0};
    client_run(plan, 0, &o);
    double busy_s = cpu_s() - o.waited_s; /* less than nothing where others had the processor */
    if (o.n > 0)
        qsort(o.latencies_us, o.n, sizeof *o.latencies_us, by_size);
    printf("{\"repetitions\":%zu,\"elapsed\":%.6f,\"rate\":%.3f,\"p50\":%.3f,\"p99\":%.3f,"
           "\"client\":%.3f}\n",
           o.n, o.elapsed_s, (double)o.n / o.elapsed_s, part(&o, 0.5), part(&o, 0.99),
           busy_s > 0 ? busy_s / o.elapsed_s : 0);
    free(o.latencies_us);
}

/* ---- starting a server ---- */

_Noreturn static void become(char **command)
{
    int null = open("/dev/null", O_RDWR);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    dup2(null, STDIN_FILENO);
    dup2(null, STDOUT_FILENO);
    dup2(null, STDERR_FILENO);
    execvp(command[0], command);
    _exit(EXIT_NO_EXEC);
}

static void run_started(const struct plan *plan, char **command)
{
    struct outcome o = {0};
    uint64_t began = clock_ns();
    pid_t pid = fork();
    if (pid < 0)
        die_errno("fork");
    if (pid == 0)
        become(command);
    client_run(plan, START_S, &o);
    printf("{\"ms\":%.3f}\n", (double)(clock_ns() - began) / NS_PER_MS);
    kill(pid, SIGKILL); /* it has nothing to keep */
    waitpid(pid, NULL, 0);
    free(o.latencies_us);
}

/* ---- hashing alone ---- */

static double time_hash(const EVP_MD *digest, const char *data, size_t size)
{
    double us[HASH_TIMES];
    unsigned char hash[EVP_MAX_MD_SIZE];
    for (int i = 0; i < HASH_TIMES; i++) {
        uint64_t began = clock_ns();
        if (EVP_Digest(data, size, hash, NULL, digest, NULL) != 1)
            die("a hash failed");
        us[i] = (double)(clock_ns() - began) / 1000;
    }
    qsort(us, HASH_TIMES, sizeof *us, by_size);
    return us[HASH_TIMES / 2];
}

static void hash(size_t size)
{
    char *data = zeroed(size, 1);
    memset(data, 'x', size);
    printf("{\"sha256_us\":%.1f,\"md5_us\":%.1f}\n", time_hash(EVP_sha256(), data, size),
           time_hash(EVP_md5(), data, size));
    free(data);
}

int main(int argc, char **argv)
{
    struct plan plan;
    int option = getopt(argc, argv, "+H:");
    if (option == 'H') {
        hash(strtoul(optarg, NULL, 10));
        return 0;
    }
    if (option != -1)
        return EXIT_USAGE;
    plan_read(&plan);
    if (optind < argc)
        run_started(&plan, argv + optind);
    else
        run(&plan);
    plan_free(&plan);
    return 0;
}
