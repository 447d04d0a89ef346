#!/usr/bin/env python3
"""Ranks as processes that mpirun starts: each of the ways in which such a run ends, and that nothing of it is lost.

    python3 Tests/Torture/ranks.py .build/release/invar [--mpirun mpirun.mpich]

Trains vicreg-small on some images of Fashion-MNIST over two processes; ends one of them, all of them, the disk; stops one; and
resumes. Every resumed run has to end with the encoder, to the byte, of a run that nothing happened to. The commands that look at
an encoder have to say the same from two processes as from one.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

OPTIONS = "--train-images 512 --batch 64 --epochs 3 --checkpoint-every 3 --log-every 1 --plain".split()
FAILURES = []


def check(holds, what):
    print(("  ok: " if holds else "  FAILED: ") + what, flush=True)
    if not holds:
        FAILURES.append(what)


class Runs:
    def __init__(self, invar, mpirun, folder):
        self.invar, self.mpirun, self.folder = invar, mpirun, folder
        self.environment = dict(
            os.environ, OMPI_ALLOW_RUN_AS_ROOT="1", OMPI_ALLOW_RUN_AS_ROOT_CONFIRM="1",
            OMPI_MCA_rmaps_base_oversubscribe="1")

    def command(self, ranks, *arguments):
        return [self.mpirun, "-n", str(ranks), self.invar, *arguments]

    def pretrain(self, name, *more):
        return ["pretrain", "vicreg-small", *OPTIONS, "--output", str(self.folder / name), *more]

    def begin(self, command):
        return subprocess.Popen(
            command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            start_new_session=True)

    def end(self, process, seconds=300):
        """What it said, its status and the seconds that it took."""
        began = time.monotonic()
        try:
            said, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            said, _ = process.communicate()
            said += "\n(did not end)"
        return said, process.returncode, time.monotonic() - began

    def run(self, command, seconds=300):
        return self.end(self.begin(command), seconds)

    def resume(self, name, ranks=2):
        return self.run(self.command(ranks, "pretrain", "vicreg-small", "--output", str(self.folder / name), "--resume", "--plain"))

    def lines(self, name):
        path = self.folder / name / "metrics.jsonl"
        return path.read_text().splitlines() if path.exists() else []

    def wait_for_steps(self, name, count, process):
        while len(self.lines(name)) < count and process.poll() is None:
            time.sleep(0.02)

    def encoder(self, name):
        return (self.folder / name / "encoder.safetensors").read_bytes()

    def ranks_of(self, name):
        """The processes of a run, rank 0 first."""
        found = {}
        for entry in pathlib.Path("/proc").iterdir():
            try:
                words = (entry / "cmdline").read_bytes().split(b"\0")
                if os.path.basename(words[0]) != b"invar" or str(self.folder / name).encode() not in words:
                    continue
                environment = dict(
                    pair.split(b"=", 1) for pair in (entry / "environ").read_bytes().split(b"\0") if b"=" in pair)
                rank = environment.get(b"OMPI_COMM_WORLD_RANK", environment.get(b"PMI_RANK"))
                found[int(rank)] = int(entry.name)
            except (OSError, ValueError, TypeError, IndexError):
                continue
        return [found[rank] for rank in sorted(found)]


def ends(runs):
    print("a run over two processes", flush=True)
    said, status, _ = runs.run(runs.command(2, *runs.pretrain("whole")))
    check(status == 0 and "finished 24 steps" in said, "it ends well")
    if status != 0:
        sys.exit(said)
    check("\x1b" not in said, "no control characters in what is no terminal")
    whole = runs.encoder("whole")

    def resumed(name, what):
        said, status, _ = runs.resume(name)
        check(status == 0 and runs.encoder(name) == whole, f"resumed after {what}: the same encoder, to the byte")
        if status != 0:
            print(said)
        steps = [json.loads(line)["step"] for line in runs.lines(name) if '"kind":"step"' in line]
        check(steps == list(range(1, 25)), f"after {what} the log has every step once")

    for number, rank in enumerate([1, 0]):
        print(f"kill -9 of rank {rank}", flush=True)
        name = f"killed{number}"
        process = runs.begin(runs.command(2, *runs.pretrain(name)))
        runs.wait_for_steps(name, 7 + 3 * number, process)
        os.kill(runs.ranks_of(name)[rank], signal.SIGKILL)
        said, status, seconds = runs.end(process)
        check(status != 0 and seconds < 10, f"status {status} after {seconds:.1f} s (not 0, within 10 s)")
        resumed(name, "kill -9")

    for sent in [signal.SIGUSR1, signal.SIGINT, signal.SIGTERM]:
        print(f"{sent.name} to mpirun", flush=True)
        name = sent.name
        process = runs.begin(runs.command(2, *runs.pretrain(name)))
        runs.wait_for_steps(name, 8, process)
        before = len(runs.lines(name))
        os.kill(process.pid, sent)
        said, status, seconds = runs.end(process)
        if sent == signal.SIGUSR1:
            check(status == 130 and "stopped after step" in said, f"it saves and ends with status 130 (was {status})")
            check(said.count("stopped after step") == 1, "one rank says so")
            stop = int(re.search(r"stopped after step (\d+)", said).group(1)) if "stopped after step" in said else 0
            check(stop >= before - 1, "no step is lost")
        else:
            check(status != 0 and seconds < 10, f"it ends with status {status} after {seconds:.1f} s")
        resumed(name, sent.name)

    print("no room for files on rank 0", flush=True)
    # a checkpoint has some 10 MB; the log fits
    limited = [runs.mpirun, "-n", "1", "bash", "-c", 'ulimit -f 4000; exec "$0" "$@"', runs.invar]
    arguments = runs.pretrain("full")
    process = runs.begin(runs.command(2, *arguments))
    runs.wait_for_steps("full", 5, process)
    os.kill(process.pid, signal.SIGUSR1)
    runs.end(process)
    again = ["pretrain", "vicreg-small", "--output", str(runs.folder / "full"), "--resume", "--plain"]
    said, status, seconds = runs.run([*limited, *again, ":", "-n", "1", runs.invar, *again])
    check(status == 1 and "cannot be written" in said, "an error that says so, and status 1")
    check(said.count("error:") == 1, "one rank says it")
    if status != 1:
        print(said)
    resumed("full", "a full disk")

    print("a rank that stands still", flush=True)
    process = runs.begin(runs.command(2, *runs.pretrain("still", "--collective-timeout", "3")))
    runs.wait_for_steps("still", 6, process)
    pids = runs.ranks_of("still")
    os.kill(pids[1], signal.SIGSTOP)
    said, status, seconds = runs.end(process, 60)
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except OSError:
            pass
    check(status != 0 and seconds < 30, f"status {status} after {seconds:.1f} s")
    check(re.search(r"rank 0 has waited longer than 3 s.*(allReduce|allGather|tell each other)", said) is not None,
          "it says which exchange is waited for")
    print("   ", next((line for line in said.splitlines() if "waited" in line), said))
    resumed("still", "standing still")

    print("another number of ranks", flush=True)
    process = runs.begin(runs.command(2, *runs.pretrain("ranks")))
    runs.wait_for_steps("ranks", 7, process)
    os.kill(process.pid, signal.SIGUSR1)
    runs.end(process)
    process = runs.begin([runs.invar, "pretrain", "vicreg-small", "--output", str(runs.folder / "ranks"), "--resume", "--plain"])
    runs.wait_for_steps("ranks", 14, process)
    os.kill(process.pid, signal.SIGINT)
    runs.end(process)
    said, status, _ = runs.resume("ranks", ranks=4)
    sessions = json.loads((runs.folder / "ranks" / "run.json").read_text())["sessions"]
    check(status == 0 and [one.get("ranks") for one in sessions] == [2, 1, 4], "2, then 1, then 4 ranks")

    print("the same bits for 1, 2 and 4 ranks", flush=True)
    made = []
    for ranks in [1, 2, 4]:
        name = f"reproducible{ranks}"
        arguments = runs.pretrain(name, "--reproducible", "--epochs", "1")
        command = [runs.invar, *arguments] if ranks == 1 else runs.command(ranks, *arguments)
        said, status, _ = runs.run(command)
        check(status == 0, f"--reproducible with {ranks} processes")
        made.append(runs.encoder(name) if status == 0 else said)
    check(made[0] == made[1] == made[2], "the same encoder, to the byte")
    said, status, _ = runs.run(runs.command(2, *runs.pretrain("shared", "--shard-optimizer")))
    check(status == 0 and runs.encoder("shared") == whole, "--shard-optimizer: the same encoder, to the byte")
    said, status, _ = runs.run(runs.command(3, *runs.pretrain("three", "--reproducible", "--batch", "63")))
    check(status == 1 and "1, 2 and 4 are possible" in said, "--reproducible with three ranks is refused")

    def losses(name):
        return [json.loads(line)["loss"] for line in runs.lines(name) if '"kind":"step"' in line]

    near = [abs(a - b) / abs(a) for a, b in zip(losses("whole"), losses("ranks"))]
    check(len(near) == 24 and max(near) < 0.02, f"the losses are near: at most {max(near):.1e} off")


def mistakes(runs):
    print("mistakes", flush=True)
    said, status, _ = runs.run(runs.command(2, "list"))
    check(status == 1 and said.count("error:") == 1 and "works in one process" in said, "a command for one process")
    said, status, _ = runs.run(runs.command(2, *runs.pretrain("odd", "--batch", "63")))
    check(status == 1 and said.count("error:") == 1 and "62 or 64" in said, "a batch that does not go evenly")
    said, status, _ = runs.run(runs.command(2, "pretrain", "no-such"))
    check(status != 0 and said.count("error:") == 1, "an architecture that there is not")
    said, status, _ = runs.run(runs.command(2, "pretrain", "vicreg-small", "--batsch", "3"))
    check(status == 64 and said.lower().count("error:") == 1, "an option that there is not")
    check(not (runs.folder / "odd").exists(), "nothing was written")


def commands(runs):
    print("commands that look at an encoder", flush=True)
    run = str(runs.folder / "whole")
    for name, files, arguments in [
        ("evaluate", ["evaluation.json"], ["evaluate", run, "--quick"]),
        ("embed", ["test.npy", "test.csv", "test-labels.npy"], ["embed", run]),
        ("finetune", ["finetune-1-percent.json"], ["finetune", run, "--labels", "1%", "--epochs", "2"]),
    ]:
        said, status, _ = runs.run([runs.invar, *arguments])
        one = [(runs.folder / "whole" / file).read_bytes() for file in files]
        for file in files:
            (runs.folder / "whole" / file).unlink()
        again, status, _ = runs.run(runs.command(2, *arguments))
        check(status == 0, f"{name} over two processes")
        if status != 0:
            print(again)
            continue
        two = [(runs.folder / "whole" / file).read_bytes() for file in files]
        check(one == two, f"{name} writes the same files, to the byte")
    options = "vicreg-small byol-small --train-images 256 --test-images 200 --batch 64 --epochs 1 --seeds 0,1 --plain".split()
    tables = []
    for name, command in [("one", [runs.invar]), ("two", runs.command(2))]:
        output = runs.folder / f"compare-{name}"
        said, status, _ = runs.run([*command, "compare", *options, "--output", str(output), "--threads", "1"])
        check(status == 0, f"compare by {name}")
        if status != 0:
            print(said)
            continue
        found = json.loads((output / "comparison.json").read_text())["runs"]
        tables.append([(one["architecture"], one["seed"], one["knn"], one["linear"]) for one in found])
    check(len(tables) == 2 and tables[0] == tables[1] and len(tables[0]) == 4, "compare finds the same")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("invar")
    parser.add_argument("--mpirun", default="mpirun", help="of the MPI that invar was built with")
    parser.add_argument("--keep", action="store_true", help="leave the runs where they are, and say where")
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="invar-ranks-"))
    runs = Runs(str(pathlib.Path(options.invar).resolve()), options.mpirun, folder)
    try:
        ends(runs)
        mistakes(runs)
        commands(runs)
    finally:
        if options.keep:
            print(f"the runs are in {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    if FAILURES:
        sys.exit(f"{len(FAILURES)} failed: " + "; ".join(FAILURES))
    print("all of it holds")


if __name__ == "__main__":
    main()
