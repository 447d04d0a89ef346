"""What the system may refuse: room on a disk, threads, memory. Each must be said in words, and nothing may be harmed."""

import os
import resource
import shutil
import subprocess

from workshop import broken

# A user that nobody is: the number of its threads is counted by itself.
STRANGER = 54321


def torture(workshop, rounds):
    for _ in range(rounds):
        full_disk(workshop)
        refused_threads(workshop)
        refused_memory(workshop)


def full_disk(workshop):
    """A disk of random size, mostly too small: the command says so; with more room it goes on to the same numbers."""
    if os.geteuid() != 0:
        return skip(workshop, "full disks: only root can mount a small one")
    name = workshop.random.choice(["pretrain", "compare", "embed", "evaluate"])
    command = workshop.commands[name]
    need = sum(os.path.getsize(os.path.join(folder, file)) for folder, _, files in os.walk(workshop.path(f"sound-{name}")) for file in files)
    size = int(need * workshop.random.uniform(0.1, 2.5)) // 4096 * 4096 + 4096
    disk = workshop.fresh("disk")
    directory = os.path.join(disk, "run")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk], capture_output=True).returncode != 0:
        return skip(workshop, "full disks: mount is refused here")
    try:
        os.makedirs(directory)
        words = command.words(directory, False)
        subprocess.run(["mount", "-o", f"remount,size={max(size, used(disk) + 4096)}", disk], check=True)
        done = workshop.run(words)
        workshop.counts[f"small disks, {'enough' if done.returncode == 0 else 'too small'}"] += 1
        where = f"{name} on a disk of {size} bytes"
        if done.returncode not in (0, 1) or (done.returncode == 1 and "space" not in done.stderr and "free" not in done.stderr):
            workshop.fault(f"{where}: the disk is full, and it does not say so", done)
        for problem in broken(directory):
            workshop.fault(f"{where}: left a file that is not whole: {problem}")
        subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
        done = workshop.run(command.again(directory))
        if done.returncode != 0:
            workshop.fault(f"{where}: does not go on when there is room again", done)
        elif command.result(directory) != command.sound:
            workshop.fault(f"{where}: goes on to other numbers", done)
    finally:
        subprocess.run(["umount", disk], check=True)


def used(disk):
    system = os.statvfs(disk)
    return (system.f_blocks - system.f_bfree) * system.f_frsize


def refused_threads(workshop):
    """As another user who may have a few threads only."""
    if os.geteuid() != 0:
        return skip(workshop, "refused threads: only root can be another user")
    directory = stranger_folder(workshop)
    most = workshop.random.randint(1, 8)

    def become():
        os.setgroups([])
        os.setgid(STRANGER)
        os.setuid(STRANGER)
        resource.setrlimit(resource.RLIMIT_NPROC, (most, most))

    done = limited(workshop, directory, become)
    judge(workshop, f"pretrain with {most} threads allowed", directory, done, {0, 1}, "threads refused")


def stranger_folder(workshop):
    """A folder of the other user's, who can reach the command and the data."""
    os.chmod(workshop.folder, 0o755)
    directory = workshop.fresh("stranger")
    os.chown(directory, STRANGER, STRANGER)
    copy = workshop.path("invar")
    if not os.path.exists(copy):
        shutil.copy(workshop.invar, copy)
        os.chmod(copy, 0o755)
    return directory


def refused_memory(workshop):
    """Address space from what the program itself takes up to what it needs."""
    directory = workshop.fresh("small")
    most = workshop.random.randint(200, 2500) << 20

    def become():
        resource.setrlimit(resource.RLIMIT_AS, (most, most))

    done = limited(workshop, directory, become)
    # 127: the system's loader has no room for the libraries, and says so
    judge(workshop, f"pretrain in {most >> 20} MiB of addresses", directory, done, {0, 1, 127}, "memory refused")


def limited(workshop, directory, become):
    words = workshop.commands["pretrain"].words(directory, False)
    invar, environment = workshop.invar, dict(workshop.environment)
    if os.path.exists(workshop.path("invar")):
        invar = workshop.path("invar")
    # kernels are compiled anew, so that the compiler's threads and memory are refused too
    environment["INVAR_CACHE"] = "off"
    process = subprocess.Popen(
        [invar, *words], env=environment, cwd=directory, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, errors="replace", preexec_fn=become)
    return workshop.finish(process)


def judge(workshop, where, directory, done, allowed, count):
    workshop.counts[f"{count}, {'went on' if done.returncode == 0 else 'ended'}"] += 1
    command = workshop.commands["pretrain"]
    if done.returncode not in allowed:
        workshop.fault(f"{where}: an unexpected end", done)
    elif done.returncode == 0 and command.result(directory) != command.sound:
        workshop.fault(f"{where}: other numbers", done)
    elif done.returncode != 0 and len(done.stderr.strip()) < 20:
        workshop.fault(f"{where}: ended without words", done)
    for problem in broken(directory):
        workshop.fault(f"{where}: left a file that is not whole: {problem}")


def skip(workshop, why):
    if why not in workshop.skipped:
        workshop.skipped.append(why)
