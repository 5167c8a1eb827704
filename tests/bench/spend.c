/* spend.c: runs a command and writes what it took: spend OUT COMMAND ARGUMENT…
 *
 * OUT gets one line of JSON. The memory is the command's or its largest child's: seen from a small
 * process, because Linux counts what the parent had at the fork as the child's.
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static double
seconds_of (struct timeval time)
{
  return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int
main (int argc, char **argv)
{
  struct rusage usage;
  gint64 start = g_get_monotonic_time ();
  int status;
  pid_t pid;
  FILE *out;

  if (argc < 3)
    return 2;
  pid = fork ();
  if (pid == 0)
    {
      execvp (argv[2], argv + 2);
      _exit (127);
    }
  if (pid < 0 || wait4 (pid, &status, 0, &usage) != pid)
    return 126;
  out = fopen (argv[1], "w");
  if (out == NULL)
    return 126;
  fprintf (out, "{\"seconds\": %.6f, \"cpu\": %.6f, \"rss_kb\": %ld}\n",
           (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC,
           seconds_of (usage.ru_utime) + seconds_of (usage.ru_stime), usage.ru_maxrss);
  fclose (out);
  return WIFEXITED (status) ? WEXITSTATUS (status) : 125;
}
