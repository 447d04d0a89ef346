"""What all tortures share: the command, its data, runs that nobody disturbed, and the list of faults."""

import collections
import json
import os
import re
import shutil
import signal
import struct
import subprocess
import sys
import time

# Nothing here takes a second when nobody disturbs it but evaluate and compare, which take some.
HANG = 120


class Workshop:
    def __init__(self, invar, folder, random):
        self.invar, self.folder, self.random = invar, folder, random
        self.faults, self.counts, self.skipped = [], collections.Counter(), []
        self.data = self.path("images")
        write_images(self.data)
        self.environment = dict(
            os.environ, INVAR_CACHE=self.path("kernels"), INVAR_SCHEDULES="off", HOME=folder, XDG_CACHE_HOME=folder,
            SWIFT_BACKTRACE="enable=no", OPENBLAS_NUM_THREADS="1")
        self.environment.pop("INVAR_LOG", None)
        self.commands = commands(self)
        self.times = {}
        for name, command in self.commands.items():
            # once to compile the kernels, once for the usual time
            for _ in range(2):
                directory = self.fresh(f"sound-{name}")
                began = time.time()
                done = self.run(command.words(directory, False))
                if done.returncode != 0:
                    sys.exit(f"torture: {name} does not work even undisturbed:\n{done.stderr}")
                self.times[name] = time.time() - began
            command.sound = command.result(directory)
        print("torture: undisturbed, " + ", ".join(f"{name} {seconds:.1f} s" for name, seconds in self.times.items()))

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def fresh(self, name):
        shutil.rmtree(self.path(name), ignore_errors=True)
        os.makedirs(self.path(name))
        return self.path(name)

    def start(self, words, **more):
        return subprocess.Popen(
            [self.invar, *words], env=self.environment, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, errors="replace", **more)

    def run(self, words, **more):
        return self.finish(self.start(words, **more))

    def finish(self, process, seconds=HANG):
        """Waits for the end; a process that does not come to one has the status "hangs"."""
        try:
            output, errors = process.communicate(timeout=seconds)
            return subprocess.CompletedProcess(process.args, process.returncode, output, errors)
        except subprocess.TimeoutExpired:
            process.kill()
            output, errors = process.communicate()
            return subprocess.CompletedProcess(process.args, "hangs", output, errors)

    def fault(self, what, done=None):
        if done is not None:
            what += f"\n    {' '.join(done.args)}\n    status {done.returncode}: {(done.stderr or done.stdout)[-800:].strip()}"
        self.faults.append(what)
        print(f"torture: FAULT: {what}", flush=True)

    def report(self, options, seconds):
        for name, count in sorted(self.counts.items()):
            print(f"  {count:5} {name}")
        for why in self.skipped:
            print(f"  skipped: {why}")
        print(f"torture: {self.counts['processes ended by a signal']} kills, seed {options.seed}, {len(self.faults)} faults, {seconds:.0f} s")


class Command:
    """One command of invar: its words, and what it leaves, without what a clock decides."""

    def __init__(self, words, files, goes_on):
        # of a directory, and whether to go on with what is there
        self.words = words
        self.files = files
        # says of a directory that something has begun there that the command can go on with
        self.goes_on = goes_on
        # what nobody disturbed
        self.sound = None

    def again(self, directory):
        return self.words(directory, self.goes_on(directory))

    def result(self, directory):
        return numbers(directory, self.files)


def commands(workshop):
    trained = workshop.path("trained")
    common = ["--plain"]
    recipe = ["--batch", "32", "--workers", "1", "--threads", "2"]

    def pretrain(directory, resuming):
        words = ["pretrain", "vicreg-small", "--output", directory, "--data", workshop.data, "--epochs", "2", "--log-every", "1",
                 "--checkpoint-every", "3"]
        return words + recipe + common + (["--resume"] if resuming else [])

    def compare(directory, resuming):
        words = ["compare", "vicreg-small", "simsiam-small", "--output", directory, "--data", workshop.data, "--epochs", "1"]
        return words + recipe + common + (["--resume"] if resuming else [])

    def trained_run():
        if not os.path.exists(trained):
            done = workshop.run(pretrain(trained, False))
            if done.returncode != 0:
                sys.exit(f"torture: pretrain does not work even undisturbed:\n{done.stderr}")
        return trained

    def embed(directory, resuming):
        return ["embed", trained_run(), "--output", os.path.join(directory, "test")]

    def evaluate(directory, resuming):
        if not os.path.exists(os.path.join(directory, "run.json")):
            shutil.rmtree(directory)
            shutil.copytree(trained_run(), directory)
        return ["evaluate", directory, "--plain"]

    return {
        "pretrain": Command(
            pretrain, ["metrics.jsonl", "encoder.safetensors", "checkpoints/last.safetensors"],
            lambda directory: os.path.exists(os.path.join(directory, "run.json"))),
        "compare": Command(compare, ["comparison.json"], lambda directory: os.listdir(directory) != []),
        "embed": Command(embed, ["test.npy", "test-labels.npy", "test.safetensors"], lambda directory: False),
        "evaluate": Command(evaluate, ["evaluation.json"], lambda directory: False),
    }


CLOCK = {"imagesPerSecond", "seconds", "residentMiB"}


def numbers(directory, names):
    """Content by file: JSON without what the clock says, other files as they are."""
    found = {}
    for name in names:
        path = os.path.join(directory, name)
        if not os.path.exists(path):
            found[name] = None
        elif name.endswith(".jsonl"):
            with open(path) as file:
                found[name] = [plain(json.loads(line)) for line in file]
        elif name.endswith(".json"):
            with open(path) as file:
                found[name] = plain(json.load(file))
        else:
            with open(path, "rb") as file:
                # where the run lies is in no file's numbers
                found[name] = file.read().replace(directory.encode(), b"DIRECTORY")
    return found


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if key not in CLOCK}
    return [plain(item) for item in value] if isinstance(value, list) else value


def broken(directory):
    """The files in it that are there and not whole, in words."""
    found = []
    for folder, _, names in os.walk(directory):
        for name in names:
            path = os.path.join(folder, name)
            if name.startswith("."):
                continue
            with open(path, "rb") as file:
                content = file.read()
            try:
                check(name, content)
            except Exception as error:
                found.append(f"{path}: {error}")
    return found


def check(name, content):
    if name.endswith(".json"):
        json.loads(content)
    elif name.endswith(".jsonl"):
        # the last line may be under way
        for line in content.split(b"\n")[:-1]:
            json.loads(line)
    elif name.endswith(".safetensors"):
        length, = struct.unpack("<Q", content[:8])
        header = json.loads(content[8:8 + length])
        end = max([entry["data_offsets"][1] for key, entry in header.items() if key != "__metadata__"] + [0])
        assert len(content) == 8 + length + end, f"{len(content)} bytes of {8 + length + end}"
    elif name.endswith(".npy"):
        header = content[10:10 + struct.unpack("<H", content[8:10])[0]]
        shape = [int(n) for n in re.search(rb"'shape': \(([^)]*)\)", header).group(1).replace(b" ", b"").split(b",") if n]
        count = 1
        for size in shape:
            count *= size
        assert len(content) == 10 + len(header) + 4 * count, f"{len(content)} bytes for {shape}"
    elif name.endswith(".svg"):
        assert content.rstrip().endswith(b"</svg>"), "it is cut short"
    elif name.endswith(".csv"):
        assert content.endswith(b"\n"), "it is cut short"


def write_images(folder):
    """Four classes of stripes with some noise, as idx files: enough to train on."""
    os.makedirs(folder)
    state = 1
    for part, count in (("train", 256), ("t10k", 64)):
        pixels, labels = bytearray(), bytearray()
        for image in range(count):
            label = image % 4
            labels.append(label)
            for y in range(28):
                for x in range(28):
                    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
                    place = (x, y, x + y, x - y)[label]
                    pixels.append((200 if place % 8 < 4 else 30) + (state >> 16) % 50)
        with open(os.path.join(folder, f"{part}-images-idx3-ubyte"), "wb") as file:
            file.write(struct.pack(">IIII", 0x803, count, 28, 28) + pixels)
        with open(os.path.join(folder, f"{part}-labels-idx1-ubyte"), "wb") as file:
            file.write(struct.pack(">II", 0x801, count) + labels)


def signal_name(number):
    return signal.Signals(number).name
