"""Runs a command and prints, as JSON, what it took: CPU milliseconds, peak memory in bytes, and its exit status.

usage: peak.py CPU_SECONDS OUTPUT_FILE COMMAND...

CPU time, because other programs may run beside. A command that takes more than CPU_SECONDS is ended: status -24 or -9.
"""

import json
import math
import os
import resource
import subprocess
import sys


def main() -> None:
    seconds, output, command = math.ceil(float(sys.argv[1])), sys.argv[2], sys.argv[3:]
    with open(output, "wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds)))
        _, status, usage = os.wait4(process.pid, 0)
    code = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
    print(json.dumps({"milliseconds": (usage.ru_utime + usage.ru_stime) * 1000, "bytes": usage.ru_maxrss * 1024, "status": code}))


main()
