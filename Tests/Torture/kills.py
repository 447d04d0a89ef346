"""Signals at random moments: of every command, again and again, until it was left to end."""

import os
import signal
import time

from workshop import broken, signal_name

# What ends a process at once, and what asks it to end.
SIGNALS = [signal.SIGKILL] * 6 + [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
# How often each command is chosen.
CHOICE = ["pretrain"] * 6 + ["compare"] * 2 + ["embed"] + ["evaluate"]


def torture(workshop, wanted):
    """As many kills as wanted; each history of a directory ends with a run that nobody disturbs."""
    number = 0
    while workshop.counts["processes ended by a signal"] < wanted:
        number += 1
        name = workshop.random.choice(CHOICE)
        history(workshop, name, number, workshop.random.randint(1, 5))


def history(workshop, name, number, kills):
    command = workshop.commands[name]
    directory = workshop.fresh(f"kill-{name}")
    told = []
    faults = len(workshop.faults)
    for _ in range(kills):
        sign = workshop.random.choice(SIGNALS)
        # more often early than late: what is left of a run that goes on takes less than all of it
        part = workshop.random.random() ** 2 * 1.1
        told.append(f"{signal_name(sign)} at {part:.2f}")
        where = f"history {number} ({name}: {', '.join(told)})"
        done = end(workshop, command.again(directory), sign, part * workshop.times[name])
        judge(workshop, where, done, sign)
        for problem in broken(directory):
            workshop.fault(f"{where}: left a file that is not whole: {problem}")
    done = workshop.run(command.again(directory))
    workshop.counts[f"histories of {name}"] += 1
    if done.returncode != 0:
        workshop.fault(f"{where}: does not go on", done)
    elif command.result(directory) != command.sound:
        sound, found = command.sound, command.result(directory)
        different = [file for file in sound if sound[file] != found[file]]
        workshop.fault(f"{where}: ends with other numbers in {', '.join(different)}", done)
    left = [file for folder, _, files in os.walk(directory) for file in files if file.startswith(".") and "partial" in file]
    # what a killed writer left, the next one of the same file takes away
    for file in left:
        workshop.fault(f"{where}: {file} was left behind")
    if len(workshop.faults) > faults and len(workshop.faults) < 5:
        os.rename(directory, workshop.path(f"fault-{number}"))


def end(workshop, words, sign, seconds):
    process = workshop.start(words)
    time.sleep(seconds)
    if process.poll() is None:
        process.send_signal(sign)
        workshop.counts["processes ended by a signal"] += 1
        workshop.counts[f"ended by {signal_name(sign)}"] += 1
    else:
        workshop.counts["processes that had ended before"] += 1
    return workshop.finish(process)


def judge(workshop, where, done, sign):
    """A killed process has the signal's status; one that was asked to end also 130 once it has saved; 0 if it was done."""
    allowed = {0, -sign} | ({130, 128 + sign} if sign != signal.SIGKILL else set())
    if done.returncode not in allowed:
        workshop.fault(f"{where}: an unexpected end", done)
