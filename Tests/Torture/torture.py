"""Ends processes of invar at random moments, refuses them what they need, and looks what is left.

    torture.py INVAR [--kills 200] [--refusals 20] [--seed 1] [--keep]

A run that was killed and resumed must end with the same bytes as one that nobody disturbed; a file that is there must be
whole; nothing may hang. See docs/reliability.md. Python's own library is all that it needs. The seed repeats the plan: what
is done to which command, in which order, at which part of its usual time.
"""

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time

import kills
import limits
from workshop import Workshop


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("invar", help="the built command")
    parser.add_argument("--kills", type=int, default=200, help="processes to end by a signal")
    parser.add_argument("--refusals", type=int, help="disks, threads and memory to refuse, each; a tenth of the kills unless given")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", action="store_true", help="leave the folder of runs where it is")
    options = parser.parse_args()
    base = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    folder = tempfile.mkdtemp(prefix="invar-torture-", dir=base)
    began = time.time()
    # so that the folder goes away
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(143))
    workshop = None
    try:
        workshop = Workshop(os.path.abspath(options.invar), folder, random.Random(options.seed))
        kills.torture(workshop, options.kills)
        limits.torture(workshop, max(1, options.kills // 10) if options.refusals is None else options.refusals)
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
        # also of a torture that was stopped
        if workshop:
            workshop.report(options, time.time() - began)
    return 1 if workshop.faults else 0


if __name__ == "__main__":
    sys.exit(main())
