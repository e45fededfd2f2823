"""Runs a command and prints its processor seconds and its peak memory in MB.

Linux counts in the peak of a process that of the one that launched it: this one is small.
"""

import os
import subprocess
import sys
import threading

LIMIT = 3 * 3600

process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
threading.Timer(LIMIT, process.kill).start()
_, status, usage = os.wait4(process.pid, 0)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, flush=True)
os._exit(os.waitstatus_to_exitcode(status) and 1)
