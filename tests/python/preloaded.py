# SPDX-License-Identifier: Apache-2.0
"""Programs in Python that are loaded once and forked for each run: loading takes most of the time of a short run."""
import json
import subprocess
import sys
import tempfile

# `load` imports what a run needs, and leaves its main() there.
LOOP = """
import json, os, sys, traceback
{load}
def child(folder, words, out, err):
    os.chdir(folder)
    for fd, path in enumerate([os.devnull, out, err]):
        os.dup2(os.open(path, os.O_RDWR | os.O_TRUNC), fd)
    sys.argv = words
    try:
        return main() or 0
    except SystemExit as end:
        return end.code or 0
    except BaseException:
        traceback.print_exc()
        return 1
for line in sys.stdin:
    asked = json.loads(line)
    pid = os.fork()
    if pid == 0:
        code = child(*asked)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""


class Preloaded:
    def __init__(self, load, env):
        self.process = subprocess.Popen([sys.executable, "-c", LOOP.format(load=load)], env=env, text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def run(self, words, cwd="."):
        """The exit code, and what it wrote to stdout and stderr."""
        with tempfile.NamedTemporaryFile("r") as out, tempfile.NamedTemporaryFile("r") as err:
            print(json.dumps([str(cwd), [str(word) for word in words], out.name, err.name]), file=self.process.stdin, flush=True)
            return int(self.process.stdout.readline()), out.read(), err.read()

    def end(self):
        self.process.stdin.close()
        assert self.process.wait(timeout=60) == 0
