"""Runs a command and prints its seconds and its peak memory in MB.

Linux counts in the peak of a process that of the one that launched it: this one is small.
"""

import os
import subprocess
import sys
import threading
import time

LIMIT = 3 * 3600

start = time.monotonic()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
threading.Timer(LIMIT, process.kill).start()
_, status, usage = os.wait4(process.pid, 0)
print(time.monotonic() - start, usage.ru_maxrss / 1024, flush=True)
os._exit(os.waitstatus_to_exitcode(status) and 1)
