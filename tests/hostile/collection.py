"""Harmless, bounded submissions that try what none may do, as a table.

A **probe** defines ``attempt()``, which returns True if its trick succeeded. It finds ``TOOLS`` before
it, and in ``W`` the places of a small world that the test made: files, listeners, processes. A
**judged** trick defines a lesson's function, and succeeds if it earns the item without being right.
A **folder** trick is run by the test to make an odd folder, ``place``.
"""

from dataclasses import dataclass

KINDS = (
    "verdict forgery",
    "answer theft",
    "type trickery",
    "denial",
    "escape",
    "neighbours",
    "odd input",
)
MECHANISMS = ("wire", "process", "limits", "user", "landlock", "seccomp", "deadline", "intake")

# What still holds a trick when something is switched off: "landlock" or "seccomp" alone, "both" (what
# is left is session, limits and user), or "everything" (a separate process, and the wire).
EITHER = frozenset({"landlock", "seccomp"})
SECCOMP = frozenset({"landlock"})
LANDLOCK = frozenset({"seccomp"})
USER = frozenset({"landlock", "seccomp", "both"})
ALWAYS = frozenset({"landlock", "seccomp", "both", "everything"})


@dataclass(frozen=True)
class Trick:
    """One submission; ``held_without`` is for those that are tried with layers switched off."""

    name: str
    kind: str
    tries: str
    source: str
    function: str
    holds: tuple[str, ...]
    held_without: frozenset[str] | None = None


TOOLS = """
import ctypes, gc, importlib, os, platform, signal, socket, struct, subprocess, sys, threading, time

C = ctypes.CDLL(None, use_errno=True)
C.syscall.restype = ctypes.c_long
NUMBERS = {  # x86_64, aarch64
    "openat": (257, 56), "clone": (56, 220), "clone3": (435, 435), "execveat": (322, 281), "memfd_create": (319, 279),
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "pidfd_open": (434, 434), "pidfd_send_signal": (424, 424),
    "pidfd_getfd": (438, 438), "io_uring_setup": (425, 425), "userfaultfd": (323, 282), "bpf": (321, 280),
    "perf_event_open": (298, 241), "keyctl": (250, 219), "mount": (165, 40), "unshare": (272, 97), "chroot": (161, 51),
    "setns": (308, 268), "mq_open": (240, 180), "semget": (64, 190), "semctl": (66, 191), "shmget": (29, 194),
    "shmctl": (31, 195), "rt_sigqueueinfo": (129, 138), "tgkill": (234, 131), "prlimit": (302, 261), "personality": (135, 92),
    "seccomp": (317, 277), "inotify_init1": (294, 26), "fanotify_init": (300, 262), "name_to_handle_at": (303, 264),
    "kcmp": (312, 272), "syslog": (103, 116), "memfd_secret": (447, 447), "open_tree": (428, 428), "fsopen": (430, 430),
    "sched_setaffinity": (203, 122), "setpriority": (141, 140), "vfork": (58, None), "sched_setscheduler": (144, 119),
}


def raw(name, *given, flag=0):
    "Make a system call past Python's own doors."
    number = NUMBERS[name][0 if platform.machine() == "x86_64" else 1] | flag
    result = C.syscall(ctypes.c_long(number), *(ctypes.c_long(g) if isinstance(g, int) else g for g in given))
    if result < 0:
        raise OSError(ctypes.get_errno(), name)
    return result


def keep(number):
    "Let a descriptor outlive an exec, so that the test notices the end of the program and not its start."
    try:
        os.set_inheritable(number, True)
    except OSError:
        pass


def loop():
    "Return the frame of the worker's loop that waits for this answer, or None."
    frame = sys._getframe()
    while frame is not None and "nonce" not in frame.f_locals:
        frame = frame.f_back
    return frame
"""


def _probe(name, kind, tries, body, holds, held_without=None):
    """Return a probe from what stands in its function."""
    lines = "\n    ".join(body.strip("\n").split("\n"))
    source = f"def attempt():\n    {lines}\n"
    return Trick(name, kind, tries, source, "attempt", tuple(holds.split()), held_without)


def _judged(name, kind, tries, source, function="f", holds="wire"):
    return Trick(name, kind, tries, source.strip("\n") + "\n", function, tuple(holds.split()))


def _folder(name, tries, source, holds="intake"):
    return Trick(name, "odd input", tries, source, "folder", tuple(holds.split()))


_STEAL, _ESCAPE = "answer theft", "escape"

ANSWER_THEFT = [
    _probe("read a file", _STEAL, "reads a secret by its path", "return W['token'] in open(W['secret']).read()", "landlock seccomp", EITHER),
    _probe("raw openat", _STEAL, "reads a secret by a raw system call", "fd = raw('openat', -100, W['secret'].encode(), 0, 0)\nreturn W['token'].encode() in os.read(fd, 999)", "landlock seccomp", EITHER),
    _probe("openat of x32", _STEAL, "asks for openat by its x32 number", "fd = raw('openat', -100, W['secret'].encode(), 0, 0, flag=0x40000000)\nreturn bool(os.read(fd, 999))", "process seccomp", ALWAYS),
    _probe("list a folder", _STEAL, "lists the root folder", "return bool(os.listdir('/'))", "landlock seccomp", EITHER),
    _probe("walk up from here", _STEAL, "lists the parents of its own folder", "return bool(os.listdir('../../..'))", "user landlock seccomp", USER),
    _probe("stat a file", _STEAL, "asks for the size of a secret", "return os.stat(W['secret']).st_size > 0", "seccomp", SECCOMP),
    _probe("existence of a file", _STEAL, "asks whether a secret exists", "return os.access(W['secret'], os.R_OK)", "seccomp", SECCOMP),
    _probe("read a link", _STEAL, "reads where a link points", "return bool(os.readlink(W['link']))", "seccomp", SECCOMP),
    _probe("follow a link", _STEAL, "reads a secret through a link that lies there", "return W['token'] in open(W['link']).read()", "landlock seccomp", EITHER),
    _probe("make a link", _STEAL, "links a secret into its own folder and reads it", "os.symlink(W['secret'], 'mine')\nreturn W['token'] in open('mine').read()", "landlock seccomp", EITHER),
    _probe("make a hard link", _STEAL, "gives a file a second name", "os.link(W['victim'], W['outside'] + '/second')\nreturn True", "landlock seccomp", EITHER),
    _probe("import by path", _STEAL, "loads the answers as a module by their path", "import importlib.machinery\nreturn importlib.machinery.SourceFileLoader('answers', W['answers']).load_module().TOKEN == W['token']", "landlock seccomp", EITHER),
    _probe("import by sys.path", _STEAL, "puts the answers' folder on the import path", "sys.path.insert(0, W['open'])\nimportlib.invalidate_caches()\nreturn importlib.import_module('hidden_answers').TOKEN == W['token']", "landlock seccomp", EITHER),
    _probe("import the grader", _STEAL, "imports the grader and its suites", "import graders.engine.references\nreturn True", "process", ALWAYS),
    _probe("memory of the worker", _STEAL, "opens the memory of the process that forked it", "return bool(open(f'/proc/{os.getppid()}/mem', 'rb'))", "user landlock seccomp", USER),
    _probe("environment of the worker", _STEAL, "reads the variables of the process that forked it", "return open(f'/proc/{os.getppid()}/environ', 'rb').read() is not None", "user landlock seccomp", USER),
    _probe("command line of the grader", _STEAL, "reads how the grader was called", "return bool(open(f\"/proc/{W['grader']}/cmdline\", 'rb').read())", "landlock seccomp", EITHER),
    _probe("maps of the grader", _STEAL, "reads the grader's memory map", "return bool(open(f\"/proc/{W['grader']}/maps\").read())", "user landlock seccomp", USER),
    _probe("descriptors of the grader", _STEAL, "lists the grader's open files", "return bool(os.listdir(f\"/proc/{W['grader']}/fd\"))", "user landlock seccomp", USER),
    _probe("root of the worker", _STEAL, "goes to the root folder through the worker's entry in /proc", "return bool(os.listdir(f'/proc/{os.getppid()}/root/'))", "user landlock seccomp", USER),
    _probe("folder of the grader", _STEAL, "asks in which folder the grader was called", "return bool(os.readlink(f\"/proc/{W['grader']}/cwd\"))", "user landlock seccomp", USER),
    _probe("own memory map", _STEAL, "reads its own memory map, which names the libraries' places", "return bool(open('/proc/self/maps').read())", "landlock seccomp", EITHER),
    _probe("environment", _STEAL, "looks for variables of the grader's", "return bool(os.environ) or bool(subprocess.os.environ)", "process", ALWAYS),
    _probe("what the worker was told", _STEAL, "looks for the grader's place in arguments, paths and settings", "main = vars(sys.modules['__main__'])\nreturn W['root'] in repr([sys.argv, sys.orig_argv, sys.path, sys.executable, main])", "process", ALWAYS),
    _probe("inherited descriptors", _STEAL, "reads from every descriptor that is open", """
found = []
for number in range(4096):
    try:
        kind = os.fstat(number).st_mode & 0o170000
    except OSError:
        continue
    if kind in (0o100000, 0o040000):
        found.append(number)
return bool(found)""", "process", ALWAYS),
    _probe("search of the frames", _STEAL, "walks up the stack for a reference", """
frame = sys._getframe()
names = set()
while frame is not None:
    names |= set(frame.f_locals) | set(frame.f_globals)
    frame = frame.f_back
return bool(names & {'reference', 'references', 'expected', 'judge', 'rubric', 'student'})""", "process", ALWAYS),
    _probe("search of the modules", _STEAL, "looks for modules of the grader's", "return any(name.startswith(('graders', 'calcgrade', 'reference', '_pytest', 'test_lesson')) for name in sys.modules)", "process", ALWAYS),
    _probe("search of the garbage collector", _STEAL, "looks for the reference's text in all objects", """
gc.unfreeze() if hasattr(gc, 'unfreeze') else None
mark = '### BEGIN ' + 'SOLUTION'
for each in gc.get_objects():
    if type(each) is dict:
        for value in list(each.values()):
            if type(value) is str and len(value) > 50 and mark in value and 'mark = ' not in value:
                return True
return False""", "process", ALWAYS),
    _probe("leftovers in the buffers", _STEAL, "looks for other requests in the frame of the worker's loop", "request = loop().f_locals['request']\nreturn not hasattr(request, 'function') or len(request.arguments) > 0", "process", ALWAYS),
]  # fmt: skip

FILES = [
    _probe("make a file", _ESCAPE, "writes a file outside", "open(W['outside'] + '/new', 'w').write('x')\nreturn True", "landlock seccomp", EITHER),
    _probe("make a folder", _ESCAPE, "makes a folder outside", "os.mkdir(W['outside'] + '/folder')\nreturn True", "landlock seccomp", EITHER),
    _probe("make a pipe", _ESCAPE, "makes a named pipe outside", "os.mkfifo(W['outside'] + '/pipe')\nreturn True", "landlock seccomp", EITHER),
    _probe("append", _ESCAPE, "appends to a file that everybody may write", "open(W['victim'], 'a').write('x')\nreturn True", "landlock seccomp", EITHER),
    _probe("truncate", _ESCAPE, "truncates a file that everybody may write", "os.truncate(W['victim'], 0)\nreturn True", "landlock seccomp", EITHER),
    _probe("rename", _ESCAPE, "renames a file in a folder that everybody may write", "os.rename(W['victim'], W['victim'] + '2')\nreturn True", "landlock seccomp", EITHER),
    _probe("unlink", _ESCAPE, "removes a file in a folder that everybody may write", "os.unlink(W['victim'])\nreturn True", "landlock seccomp", EITHER),
    _probe("touch", _ESCAPE, "changes the times of a file", "os.utime(W['victim'])\nreturn True", "seccomp", SECCOMP),
    _probe("chmod", _ESCAPE, "changes the mode of a file", "os.chmod(W['victim'], 0o600)\nreturn True", "user seccomp", USER),
    _probe("chown", _ESCAPE, "takes a file over", "os.chown(W['victim'], 12345, 12345)\nreturn True", "user seccomp", USER),
    _probe("shared memory", _ESCAPE, "opens shared memory by name", "name = f'/dev/shm/hostile-{os.getpid()}'\nfd = os.open(name, os.O_CREAT | os.O_RDWR)\nos.unlink(name)\nreturn True", "landlock seccomp", EITHER),
    _probe("large file", "denial", "fills 8 MB of its own folder", "with open('large', 'wb') as file:\n    for _ in range(8):\n        file.write(bytes(2**20))\n        file.flush()\nreturn True", "limits landlock seccomp", USER),
    _probe("file in memory", _ESCAPE, "makes a file that no folder shows", "return raw('memfd_create', b'x', 0) >= 0", "seccomp", SECCOMP),
    _probe("large file in memory", "denial", "grows a file in memory to 8 MB", "fd = raw('memfd_create', b'x', 0)\nos.ftruncate(fd, 2**23)\nreturn os.write(fd, bytes(2**21)) > 2**20", "limits seccomp", USER),
    _probe("handle of a file", _ESCAPE, "asks for a handle by which files can be opened past their folders", "handle = ctypes.create_string_buffer(struct.pack('I', 128) + bytes(132))\nmount = ctypes.c_int()\nreturn raw('name_to_handle_at', -100, W['secret'].encode(), handle, ctypes.byref(mount), 0) == 0", "seccomp", SECCOMP),
    _probe("watch a folder", _ESCAPE, "starts to watch what happens to files", "return raw('inotify_init1', 0) >= 0", "seccomp", SECCOMP),
    _probe("watch all files", _ESCAPE, "starts to watch all files of the system", "return raw('fanotify_init', 0, 0) >= 0", "user seccomp", USER),
]  # fmt: skip

NETWORK = [
    _probe("connect by TCP", _ESCAPE, "connects to a listener on this machine", "connection = socket.socket()\nconnection.connect(('127.0.0.1', W['tcp']))\nconnection.sendall(b'x')\nreturn True", "landlock seccomp", EITHER),
    _probe("listen by TCP", _ESCAPE, "opens a port of its own", "connection = socket.socket()\nconnection.bind(('127.0.0.1', 0))\nconnection.listen()\nreturn True", "landlock seccomp", EITHER),
    _probe("send by UDP", _ESCAPE, "sends a datagram to this machine", "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', W['udp']))\nreturn True", "seccomp", SECCOMP),
    _probe("unix socket by path", _ESCAPE, "connects to a socket in a folder", "connection = socket.socket(socket.AF_UNIX)\nconnection.connect(W['unix'])\nconnection.sendall(b'x')\nreturn True", "seccomp", SECCOMP),
    _probe("abstract unix socket", _ESCAPE, "connects to a socket without a path", "connection = socket.socket(socket.AF_UNIX)\nconnection.connect('\\0' + W['abstract'])\nconnection.sendall(b'x')\nreturn True", "landlock seccomp", EITHER),
    _probe("netlink", _ESCAPE, "asks the kernel for its network interfaces", "return socket.socket(16, socket.SOCK_RAW, 0).fileno() >= 0", "seccomp", SECCOMP),
    _probe("raw packets", _ESCAPE, "opens a socket for raw packets", "return socket.socket(socket.AF_INET, socket.SOCK_RAW, 1).fileno() >= 0", "user seccomp", USER),
    _probe("another pair", _ESCAPE, "makes a pair of sockets for leftovers to talk over", "return len(socket.socketpair()) == 2", "seccomp", SECCOMP),
]  # fmt: skip

PROCESSES = [
    _probe("signal the worker", _ESCAPE, "sends its parent a signal", "os.kill(os.getppid(), signal.SIGCONT)\nreturn True", "user landlock seccomp", USER),
    _probe("signal the grader", _ESCAPE, "sends the trusted process a signal", "os.kill(W['grader'], 0)\nreturn True", "user landlock seccomp", USER),
    _probe("stop another process", _ESCAPE, "stops a process that it did not start", "os.kill(W['process'], signal.SIGSTOP)\nreturn True", "user landlock seccomp", USER),
    _probe("signal everybody", _ESCAPE, "asks to send all processes a signal, to which a kernel says yes even if none may be sent", "os.kill(-1, 0)\nreturn True", "seccomp", SECCOMP),
    _probe("signal the worker's group", _ESCAPE, "asks whether it may send its parent's group a signal", "os.killpg(os.getpgid(os.getppid()), 0)\nreturn True", "user landlock seccomp", USER),
    _probe("signal a thread", _ESCAPE, "sends a signal to a thread of another process", "return raw('tgkill', W['process'], W['process'], 0) == 0", "user landlock seccomp", USER),
    _probe("queue a signal", _ESCAPE, "queues a signal with a message", "return raw('rt_sigqueueinfo', W['process'], 0, struct.pack('iii', 0, 0, -1) + bytes(116)) == 0", "user landlock seccomp", USER),
    _probe("handle of a process", _ESCAPE, "opens a handle of another process", "return raw('pidfd_open', W['process'], 0) >= 0", "seccomp", SECCOMP),
    _probe("signal by a handle", _ESCAPE, "sends a signal through a handle", "fd = raw('pidfd_open', W['process'], 0)\nreturn raw('pidfd_send_signal', fd, 0, 0, 0) == 0", "user landlock seccomp", USER),
    _probe("take a descriptor", _ESCAPE, "takes a descriptor of another process", "fd = raw('pidfd_open', W['process'], 0)\nreturn raw('pidfd_getfd', fd, 0, 0) >= 0", "user landlock seccomp", USER),
    _probe("trace another process", _ESCAPE, "attaches to another process as a debugger", "return raw('ptrace', 0x4206, W['process'], 0, 0) == 0", "user landlock seccomp", USER),
    _probe("be traced", _ESCAPE, "asks its parent to be its debugger", "return raw('ptrace', 0, 0, 0, 0) == 0", "seccomp", SECCOMP),
    _probe("read another's memory", _ESCAPE, "reads the memory of another process", """
place = ctypes.create_string_buffer(8)
mine = struct.pack('PN', ctypes.addressof(place), 8)
theirs = struct.pack('PN', W['address'], 8)
return raw('process_vm_readv', W['process'], mine, 1, theirs, 1, 0) == 8""", "user landlock seccomp", USER),
    _probe("compare with another", _ESCAPE, "compares kernel objects with another process", "return raw('kcmp', W['process'], os.getpid(), 0, 0, 0) >= 0", "user seccomp", USER),
    _probe("limits of another", _ESCAPE, "sets the limits of another process", "return raw('prlimit', W['process'], 4, struct.pack('QQ', 0, 0), 0) == 0", "user seccomp", USER),
    _probe("limits of the worker", _ESCAPE, "reads the limits of its parent", "return raw('prlimit', os.getppid(), 4, 0, ctypes.create_string_buffer(16)) == 0", "user", frozenset({"landlock", "seccomp", "both"})),
    _probe("processors of another", _ESCAPE, "binds another process to one processor", "return raw('sched_setaffinity', W['process'], 8, struct.pack('Q', 1)) == 0", "user seccomp", USER),
    _probe("priority of another", _ESCAPE, "lowers the priority of another process", "return raw('setpriority', 0, W['process'], 5) == 0", "user seccomp", USER),
    _probe("own priority", _ESCAPE, "raises its own priority", "return os.nice(-5) < 0", "user seccomp", USER),
    _probe("real time", _ESCAPE, "asks for a real-time schedule", "return raw('sched_setscheduler', 0, 1, struct.pack('i', 1)) == 0", "user seccomp", USER),
    _probe("own limits", _ESCAPE, "raises its own limits", "import resource\nresource.setrlimit(resource.RLIMIT_CPU, (10**6, 10**6))\nresource.setrlimit(resource.RLIMIT_FSIZE, (2**40, 2**40))\nreturn True", "user seccomp", USER),
    _probe("become root again", _ESCAPE, "takes the administrator's id back", "os.setresuid(0, 0, 0)\nreturn os.geteuid() == 0", "user seccomp", USER),
    _probe("fork", _ESCAPE, "forks once", "pid = os.fork()\nif pid == 0:\n    os._exit(0)\nos.waitpid(pid, 0)\nreturn True", "limits seccomp", USER),
    _probe("fork twenty", "denial", "forks twenty processes that end at once", "for _ in range(20):\n    if os.fork() == 0:\n        os._exit(0)\nreturn True", "limits seccomp", USER),
    _probe("raw clone", _ESCAPE, "forks by a raw system call", "pid = raw('clone', signal.SIGCHLD, 0, 0, 0, 0)\nif pid == 0:\n    os._exit(0)\nos.waitpid(pid, 0)\nreturn True", "limits seccomp", USER),
    _probe("raw clone3", _ESCAPE, "forks by the newest system call", "pid = raw('clone3', struct.pack('8Q', 0, 0, 0, 0, signal.SIGCHLD, 0, 0, 0), 64)\nif pid == 0:\n    os._exit(0)\nos.waitpid(pid, 0)\nreturn True", "limits seccomp", USER),
    _probe("daemon", "denial", "leaves a process behind in a session of its own", "if os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        time.sleep(20)\n    os._exit(0)\nreturn True", "limits seccomp", USER),
    _probe("run a program", _ESCAPE, "runs a program beside it", "return subprocess.run(['/bin/true'], stdin=subprocess.DEVNULL).returncode == 0", "limits landlock seccomp", USER),
    _probe("spawn a program", _ESCAPE, "spawns a program", "pid = os.posix_spawn('/bin/true', ['true'], {})\nreturn os.waitpid(pid, 0)[1] == 0", "limits landlock seccomp", USER),
    _probe("become a program", _ESCAPE, "turns into a shell that leaves a mark", "for fd in range(3, 64):\n    keep(fd)\nos.execv('/bin/sh', ['sh', '-c', ': > ' + W['outside'] + '/mark'])", "landlock seccomp", EITHER),
    _probe("become a program in memory", _ESCAPE, "turns into a program that lies in memory only", """
fd = raw('memfd_create', b'x', 0)
os.write(fd, b'#!/bin/sh\\n: > ' + W['outside'].encode() + b'/mark\\n')
arguments = (ctypes.c_char_p * 2)(b'x', None)
for number in range(3, 64):
    keep(number)
raw('execveat', fd, b'', arguments, (ctypes.c_char_p * 1)(None), 0x1000)""", "landlock seccomp", EITHER),
    _probe("threads", "denial", "leaves ten threads spinning", "def spin():\n    end = time.monotonic() + 3\n    while time.monotonic() < end:\n        pass\nfor _ in range(10):\n    threading.Thread(target=spin, daemon=True).start()\nreturn True", "limits", USER),
]  # fmt: skip

KERNEL = [
    _probe("io_uring", _ESCAPE, "opens a queue of system calls that no filter sees", "return raw('io_uring_setup', 1, ctypes.create_string_buffer(120)) >= 0", "seccomp", SECCOMP),
    _probe("userfaultfd", _ESCAPE, "asks to handle its own page faults", "return raw('userfaultfd', 1) >= 0", "seccomp", SECCOMP),
    _probe("bpf", _ESCAPE, "makes a map of the kernel's virtual machine", "return raw('bpf', 0, struct.pack('5I', 2, 4, 4, 1, 0) + bytes(100), 120) >= 0", "user seccomp", USER),
    _probe("performance counters", _ESCAPE, "counts its own instructions", "return raw('perf_event_open', struct.pack('IIQ', 1, 112, 1) + bytes(96), 0, -1, -1, 0) >= 0", "user seccomp", USER),
    _probe("keys", _ESCAPE, "asks for its keyring", "return raw('keyctl', 0, -3, 1, 0, 0) > 0", "seccomp", SECCOMP),
    _probe("mount", _ESCAPE, "mounts an empty file system over its own folder", "raw('unshare', 0x00020000)\nreturn raw('mount', b'none', b'.', b'tmpfs', 0, 0) == 0", "user landlock seccomp", USER),
    _probe("new file systems", _ESCAPE, "opens a file system to mount", "return raw('fsopen', b'tmpfs', 0) >= 0", "user seccomp", USER),
    _probe("user namespace", _ESCAPE, "becomes the administrator of a namespace of its own", "return raw('unshare', 0x10000000) == 0", "seccomp", SECCOMP),
    _probe("other namespaces", _ESCAPE, "asks for a network of its own", "return raw('unshare', 0x40000000) == 0", "user seccomp", USER),
    _probe("chroot", _ESCAPE, "makes its own folder the root of all", "return raw('chroot', b'.') == 0", "user seccomp", USER),
    _probe("setns", _ESCAPE, "joins the namespaces of its parent", "fd = raw('pidfd_open', os.getppid(), 0)\nreturn raw('setns', fd, 0x04000000) == 0", "user seccomp", USER),
    _probe("prctl", _ESCAPE, "asks not to die with its parent", "return C.prctl(1, 0, 0, 0, 0) == 0", "seccomp", SECCOMP),
    _probe("personality", _ESCAPE, "asks for memory without random places", "return raw('personality', 0x0040000) >= 0", "seccomp", SECCOMP),
    _probe("log of the kernel", _ESCAPE, "reads what the kernel wrote to its log", "return raw('syslog', 3, ctypes.create_string_buffer(64), 64) >= 0", "user seccomp", USER),
    _probe("semaphores", _ESCAPE, "makes semaphores that outlive it", "made = raw('semget', 0, 1, 0o600)\nraw('semctl', made, 0, 0)\nreturn True", "seccomp", SECCOMP),
    _probe("shared segments", _ESCAPE, "makes shared memory that outlives it", "made = raw('shmget', 0, 4096, 0o600)\nraw('shmctl', made, 0, 0)\nreturn True", "seccomp", SECCOMP),
    _probe("message queue", _ESCAPE, "makes a queue that outlives it", "name = f'hostile-{os.getpid()}'.encode()\nfd = raw('mq_open', name, 0o102, 0o600, 0)\nC.mq_unlink(b'/' + name)\nreturn True", "landlock seccomp", EITHER),
    _probe("a filter of its own", _ESCAPE, "asks which filters it could install", "return raw('seccomp', 2, 0, struct.pack('I', 0x7FFF0000)) == 0", "seccomp", SECCOMP),
]  # fmt: skip

FORGERY = "verdict forgery"
FORGERIES = [
    _judged("garbage everywhere", FORGERY, "writes frames and noise to every descriptor", """
def f(x, y):
    for number in range(3, 512):
        for text in (b"cg" + bytes(16), b"\\xff" * 64, b"PASSED 100\\n"):
            try:
                os.write(number, text)
            except OSError:
                pass
    return 0.0
"""),
    _judged("doubled answer", FORGERY, "answers before it returns, with the true nonce, and then again", """
def f(x, y):
    names, wire, frames = loop().f_locals, sys.modules["worker.wire"], sys.modules["worker.frames"]
    for call in (names["call"], names["call"] + 1):
        names["channel"].send(frames.pack(wire.Returned(0.0, False, ""), call, names["nonce"]))
    return x * x + y * y
"""),
    _judged("answers before the question", FORGERY, "answers while it is imported, for all calls to come", """
names, wire, frames = loop().f_locals, sys.modules["worker.wire"], sys.modules["worker.frames"]
for call in range(names["call"], names["call"] + 30):
    names["channel"].send(frames.pack(wire.Ran([], "") if call == names["call"] else wire.Returned(1.0, False, ""), call, 0))
def f(x, y):
    return 0.0
"""),
    _judged("ran, and gone on", FORGERY, "says itself that the import is done, and sends an answer behind it", """
names, wire, frames = loop().f_locals, sys.modules["worker.wire"], sys.modules["worker.frames"]
names["channel"].send(frames.pack(wire.Ran([], ""), names["call"], names["nonce"]))
names["channel"].send(frames.pack(wire.Returned(1.0, False, ""), names["call"] + 1, names["nonce"]))
def f(x, y):
    return x * x + y * y
"""),
    _judged("another call's number", FORGERY, "answers the call before this one", """
def f(x, y):
    names, wire, frames = loop().f_locals, sys.modules["worker.wire"], sys.modules["worker.frames"]
    names["channel"].send(frames.pack(wire.Returned(x * x + y * y, False, ""), names["call"] - 1, names["nonce"]))
    time.sleep(9)
"""),
    _judged("a verdict in the answer", FORGERY, "sends words of a verdict in place of a value", """
def f(x, y):
    names, msgspec = loop().f_locals, sys.modules["msgspec"]
    body = msgspec.msgpack.encode(["outcome", "lesson03_gradient", "f", "", 2.0, "right"])
    names["channel"].socket.sendall(struct.pack("!2sIQI", b"cg", names["call"], names["nonce"], len(body)) + body)
    time.sleep(9)
"""),
    _judged("a reply of another kind", FORGERY, "says that it is ready, where an answer is due", """
def f(x, y):
    names, wire, frames = loop().f_locals, sys.modules["worker.wire"], sys.modules["worker.frames"]
    names["channel"].send(frames.pack(wire.Ready(), names["call"], names["nonce"]))
    time.sleep(9)
"""),
    _judged("four gigabytes claimed", FORGERY, "claims a body of four gigabytes, with the true nonce", """
def f(x, y):
    names = loop().f_locals
    names["channel"].socket.sendall(struct.pack("!2sIQI", b"cg", names["call"], names["nonce"], 2**32 - 1) + bytes(999))
    time.sleep(9)
"""),
    _judged("an array that is not there", FORGERY, "claims an array of 10¹⁶ numbers and sends eight bytes", """
def f(x, y):
    names, wire, frames = loop().f_locals, sys.modules["worker.wire"], sys.modules["worker.frames"]
    value = wire.Array("f8", (10**8, 10**8), bytes(8))
    names["channel"].send(frames.pack(wire.Returned(value, False, ""), names["call"], names["nonce"]))
    time.sleep(9)
"""),
    _judged("nested without end", FORGERY, "sends a list nested 10⁵ deep, with the true nonce", """
def f(x, y):
    names = loop().f_locals
    body = b"\\x95\\xa8returned" + b"\\x93\\xa8sequence\\xa4list\\x91" * 100_000 + b"\\x01\\xc2\\xa0\\x90"
    names["channel"].socket.sendall(struct.pack("!2sIQI", b"cg", names["call"], names["nonce"], len(body)) + body)
    time.sleep(9)
"""),
    _judged("an expression that points at itself", FORGERY, "sends a graph whose nodes point forwards", """
def derivative():
    names, wire, frames = loop().f_locals, sys.modules["worker.wire"], sys.modules["worker.frames"]
    value = wire.Expression([wire.Node("Add", [1, 1]), wire.Node("Add", [0, 0])], [0], None, "3*x**2 - 4*x")
    names["channel"].send(frames.pack(wire.Returned(value, False, ""), names["call"], names["nonce"]))
    time.sleep(9)
""", "derivative"),
    _judged("an expression of 10⁶ parts", FORGERY, "sends a graph larger than any answer, with the true nonce", """
def derivative():
    names, wire, frames = loop().f_locals, sys.modules["worker.wire"], sys.modules["worker.frames"]
    nodes = [wire.Node("Symbol", [], "x")] + [wire.Node("Add", [0, 0])] * 10**5
    value = wire.Expression(nodes, [10**5], None, "")
    names["channel"].send(frames.pack(wire.Returned(value, False, ""), names["call"], names["nonce"]))
    time.sleep(9)
""", "derivative"),
    _judged("an expression of text", FORGERY, "shows the right text over a graph that is wrong", """
def derivative():
    names, wire, frames = loop().f_locals, sys.modules["worker.wire"], sys.modules["worker.frames"]
    value = wire.Expression([wire.Node("Integer", [], "0")], [0], None, "3*x**2 - 4*x")
    names["channel"].send(frames.pack(wire.Returned(value, False, ""), names["call"], names["nonce"]))
    time.sleep(9)
""", "derivative"),
    _judged("code in a graph", FORGERY, "sends heads and payloads that an eval would run", """
def derivative():
    names, wire, frames = loop().f_locals, sys.modules["worker.wire"], sys.modules["worker.frames"]
    nodes = [wire.Node("Symbol", [], "__import__('os').getpid()"), wire.Node("__class__", [0], "exit()")]
    names["channel"].send(frames.pack(wire.Returned(wire.Expression(nodes, [1], None, ""), False, ""), names["call"], names["nonce"]))
    time.sleep(9)
""", "derivative"),
    _judged("numbers of 10⁵ digits", FORGERY, "sends an exact number that takes long to read", """
def derivative():
    names, msgspec = loop().f_locals, sys.modules["msgspec"]
    body = msgspec.msgpack.encode(["returned", ["expression", [["Integer", [], "9" * 10**5]], [0], None, ""], False, "", []])
    names["channel"].socket.sendall(struct.pack("!2sIQI", b"cg", names["call"], names["nonce"], len(body)) + body)
    time.sleep(9)
""", "derivative"),
    _judged("a float of 10⁹ bits", FORGERY, "sends a number whose exponent would fill the memory", """
def derivative():
    names, wire, frames = loop().f_locals, sys.modules["worker.wire"], sys.modules["worker.frames"]
    nodes = [wire.Node("Float", [], "1 999999999999 53"), wire.Node("Integer", [], "7"), wire.Node("Pow", [1, 0])]
    names["channel"].send(frames.pack(wire.Returned(wire.Expression(nodes, [2], None, ""), False, ""), names["call"], names["nonce"]))
    time.sleep(9)
""", "derivative"),
    _judged("powers of powers", FORGERY, "sends a tower of powers that nobody can evaluate", """
def derivative():
    names, wire, frames = loop().f_locals, sys.modules["worker.wire"], sys.modules["worker.frames"]
    nodes = [wire.Node("Integer", [], "9")] + [wire.Node("Pow", [0, k]) for k in range(40)]
    names["channel"].send(frames.pack(wire.Returned(wire.Expression(nodes, [40], None, ""), False, ""), names["call"], names["nonce"]))
    time.sleep(9)
""", "derivative"),
    _judged("the worker's encoder", FORGERY, "replaces the function that encodes answers", """
encode = sys.modules["worker.encode"]
wire = sys.modules["worker.wire"]
encode.encode = lambda value: wire.Refused("unevaluated", "right")
def f(x, y):
    return None
"""),
    _judged("the worker's wire", FORGERY, "replaces what frames are packed and checked with", """
wire, frames = sys.modules["worker.wire"], sys.modules["worker.frames"]
wire.MAX_FRAME = 2**40
wire.MAX_VALUES = 2**40
frames.pack = lambda reply, call, nonce: struct.pack("!2sIQI", b"cg", call, nonce, 2) + b"\\x91\\xa5"
def f(x, y):
    return 0.0
"""),
    _judged("the worker's lesson", FORGERY, "replaces the method that calls its functions", """
child, wire = sys.modules["worker.child"], sys.modules["worker.wire"]
child.Lesson.call = lambda self, request: wire.Returned(True, False, "all tests passed")
def f(x, y):
    return 0.0
"""),
    _judged("built-in functions", FORGERY, "replaces built-in functions by some that say yes", """
import builtins
builtins.isinstance = lambda *_: True
builtins.float = lambda *_: 13.0
builtins.all = builtins.any = lambda *_: True
def f(x, y):
    return "right"
"""),
    _judged("numpy's comparisons", FORGERY, "has numpy find everything equal", """
import numpy as np
np.allclose = np.array_equal = np.isclose = lambda *_, **__: True
np.testing.assert_allclose = lambda *_, **__: None
def f(x, y):
    return np.zeros(np.shape(x))
"""),
    _judged("sympy's comparisons", FORGERY, "has sympy find everything equal", """
import sympy as sp
sp.Expr.equals = sp.Expr.__eq__ = lambda *_: True
sp.simplify = lambda *_, **__: sp.Integer(0)
def derivative():
    return sp.Symbol("x")
""", "derivative"),
    _judged("the test's own exceptions", FORGERY, "raises what a test framework takes for a pass or a skip", """
class Skipped(BaseException):
    pass
class AssertionSucceeded(Exception):
    __test__ = True
def f(x, y):
    try:
        import pytest
    except ImportError:
        raise Skipped("passed") from None
    pytest.skip("passed")
"""),
    _judged("words of success", FORGERY, "prints what a grader prints", """
def f(x, y):
    print("::1 passed::\\nPASSED\\n100/100\\n" * 50)
    print('{"score": 100, "tests": []}', file=sys.__stderr__)
    return 0.0
"""),
    _judged("an exit without an error", FORGERY, "ends the process with the code of success", """
def f(x, y):
    os._exit(0)
"""),
    _judged("the grader's fault", FORGERY, "asks for a module whose import ends the next worker", """
import numpy.f2py.__main__
def f(x, y):
    return 0.0
""", holds="process"),
]  # fmt: skip

TYPES = "type trickery"
TRICKERY = [
    _judged("equal to everything", TYPES, "returns an object that equals all others", """
class Yes:
    def __eq__(self, other): return True
    __ne__ = __hash__ = None
    __lt__ = __le__ = __gt__ = __ge__ = lambda self, other: True
def f(x, y): return Yes()
"""),
    _judged("lying class", TYPES, "returns an object that says it is a float", """
class Liar:
    __class__ = property(lambda self: float)
    def __eq__(self, other): return True
    def __float__(self): return float("nan")
def f(x, y): return Liar()
"""),
    _judged("a float that lies", TYPES, "returns a float that equals everything and has no distance", """
class Always(float):
    __eq__ = lambda self, other: True
    __sub__ = __rsub__ = __abs__ = lambda self, *other: Always(0)
    __le__ = __lt__ = lambda self, other: True
    __hash__ = float.__hash__
def f(x, y): return Always(0)
"""),
    _judged("a text that lies", TYPES, "returns a text that equals everything", """
class Text(str):
    __eq__ = lambda self, other: True
    __hash__ = str.__hash__
    encode = lambda self, *_: b"3*x**2 - 4*x"
def derivative(): return Text("right")
""", "derivative"),
    _judged("an array that lies", TYPES, "returns an array whose comparisons say yes", """
import numpy as np
class Array(np.ndarray):
    __array_priority__ = 1e9
    def __array_ufunc__(self, *_, **__): return True
    def __array_function__(self, *_, **__): return True
    def __eq__(self, other): return np.ones(np.shape(other), bool)
def f(x, y): return np.zeros(np.shape(x)).view(Array)
"""),
    _judged("another array each time", TYPES, "gives other numbers whenever it is read", """
import numpy as np
class Moving:
    n = 0
    def __array__(self, *_, **__):
        Moving.n += 1
        return np.full(3, float(Moving.n))
def f(x, y): return Moving()
"""),
    _judged("a loop in __array__", TYPES, "never ends to become an array", """
class Endless:
    def __array__(self, *_, **__):
        while True: pass
def f(x, y): return Endless()
""", holds="deadline"),
    _judged("a loop in __float__", TYPES, "never ends to become a number", """
class Endless:
    def __float__(self): return float(self)
def f(x, y): return Endless()
"""),
    _judged("a list that lies", TYPES, "has another length than entries", """
class Short(list):
    def __len__(self): return 0
    def __iter__(self): return iter(())
def f(x, y): return Short([0.0])
"""),
    _judged("a list without end", TYPES, "says one entry, and yields for ever", """
import itertools
class Long(list):
    def __len__(self): return 1
    def __iter__(self): return itertools.count()
def f(x, y): return Long([0.0])
""", holds="deadline limits"),
    _judged("a dict that lies", TYPES, "has keys without values", """
class Odd(dict):
    def values(self): return []
    def __eq__(self, other): return True
def f(x, y): return Odd(a=1)
"""),
    _judged("no number", TYPES, "returns NaN, which is not different from anything", "def f(x, y): return float('nan') * x\n"),
    _judged("no numbers", TYPES, "returns an array of NaN", "import numpy as np\ndef f(x, y): return np.full(np.shape(x), np.nan)\n"),
    _judged("infinite", TYPES, "returns infinity, which is as far from everything", "import numpy as np\ndef f(x, y): return np.full(np.shape(x), np.inf)\n"),
    _judged("complex no number", TYPES, "returns a complex NaN", "def f(x, y): return complex(float('nan'), float('inf'))\n"),
    _judged("decimal no number", TYPES, "returns a Decimal that is none", "from decimal import Decimal\ndef f(x, y): return Decimal('NaN')\n"),
    _judged("masked", TYPES, "masks all entries, so that none differs", "import numpy as np\ndef f(x, y): return np.ma.masked_all(np.shape(x))\n"),
    _judged("empty", TYPES, "returns no entries, so that none differs", "import numpy as np\ndef gradient(x, y): return np.empty(0)\n", "gradient"),
    _judged("empty list", TYPES, "returns an empty list", "def gradient(x, y): return []\n", "gradient"),
    _judged("broadcast", TYPES, "returns an array that stretches over any shape, with no entry", "import numpy as np\ndef gradient(x, y): return np.empty((0, 2))\n", "gradient"),
    _judged("everything at once", TYPES, "returns many answers, of which one may be right", "import numpy as np\ndef f(x, y): return np.linspace(-50, 50, 50001)\n"),
    _judged("an interval", TYPES, "returns an interval that holds every number", "import mpmath\ndef f(x, y): return mpmath.iv.mpf([-1e9, 1e9])\n"),
    _judged("objects in an array", TYPES, "hides a liar in an array of objects", """
import numpy as np
class Yes:
    def __eq__(self, other): return True
    def __float__(self): return float("nan")
def f(x, y): return np.array([Yes(), Yes()], dtype=object)
"""),
    _judged("a structured array", TYPES, "returns an array of records", "import numpy as np\ndef f(x, y): return np.zeros(3, dtype=[('a', 'f8'), ('b', 'O')])\n"),
    _judged("a subclass of an expression", TYPES, "returns an Expr that simplifies to nothing", """
import sympy as sp
class Any(sp.Expr):
    __sub__ = __rsub__ = lambda self, other: sp.Integer(0)
    __eq__ = equals = lambda self, other, *_: True
    __hash__ = sp.Expr.__hash__
    free_symbols = {sp.Symbol("x")}
    def _eval_evalf(self, *_): return sp.Integer(0)
    def doit(self, **_): return sp.Integer(0)
def derivative(): return Any(sp.Symbol("x"))
""", "derivative"),
    _judged("a subclass of a symbol", TYPES, "returns a Symbol that stands for everything", """
import sympy as sp
class X(sp.Symbol):
    __eq__ = lambda self, other: True
    __hash__ = sp.Symbol.__hash__
def derivative(): return X("3*x**2 - 4*x")
""", "derivative"),
    _judged("a symbol of the answer's name", TYPES, "names a symbol like the answer", "import sympy as sp\ndef derivative(): return sp.Symbol('3*x**2 - 4*x')\n", "derivative"),
    _judged("changed arguments", TYPES, "puts other arguments into a sum, behind sympy's back", """
import sympy as sp
def derivative():
    x = sp.Symbol("x")
    e = sp.Add(x, 1, evaluate=False)
    e._args = (e, e)
    return e
""", "derivative"),
    _judged("not evaluated", TYPES, "returns the question", "import sympy as sp\ndef derivative():\n    x = sp.Symbol('x')\n    return sp.Derivative(x**3 - 2*x**2 + 1, x)\n", "derivative"),
    _judged("no expression", TYPES, "returns sympy's nan", "import sympy as sp\ndef derivative(): return sp.nan\n", "derivative"),
    _judged("undefined everywhere", TYPES, "returns an expression that is nowhere a number", "import sympy as sp\ndef derivative():\n    x = sp.Symbol('x')\n    return sp.log(x - x, evaluate=False) * 0 + sp.Pow(sp.Add(x, -x, evaluate=False), -1, evaluate=False)\n", "derivative"),
    _judged("a case for each x", TYPES, "returns a Piecewise with no case", "import sympy as sp\ndef derivative():\n    x = sp.Symbol('x')\n    return sp.Piecewise((3*x**2 - 4*x, x > 10**6), evaluate=False)\n", "derivative"),
    _judged("a sum of 2⁶⁰", TYPES, "returns a tree of 2⁶⁰ leaves whose nodes are shared", """
import sympy as sp
def derivative():
    e = sp.Symbol("x")
    for _ in range(60):
        e = sp.Add(e, e, evaluate=False)
    return e
""", "derivative", "wire deadline"),
    _judged("10^10^10, not evaluated", TYPES, "returns a power that hangs whoever evaluates it", "import sympy as sp\ndef derivative():\n    return sp.Pow(10, sp.Pow(10, 10, evaluate=False), evaluate=False) + sp.Symbol('x')\n", "derivative", "wire deadline"),
    _judged("a pickle", TYPES, "returns an object that runs code where it is loaded", """
class Payload:
    def __reduce__(self): return (os.abort, ())
def f(x, y): return Payload()
"""),
    _judged("the wire's own structs", TYPES, "returns an object of the protocol", "def f(x, y): return sys.modules['worker.wire'].Returned(True, False, '')\n"),
    _judged("itself", TYPES, "returns a list that holds itself", "def f(x, y):\n    a = []\n    a.append(a)\n    return a\n"),
    _judged("a name that lies", TYPES, "returns an object whose class has a name full of control signs", "def f(x, y): return type('\\x1b[2Jright\\n\\0\\ud800'.replace('\\0', ''), (), {})()\n"),
]  # fmt: skip

DENIAL = "denial"
DENIALS = [
    _judged("memory", DENIAL, "asks for two gigabytes", "def f(x, y):\n    return len(bytearray(2 * 10**9)) * 0.0\n", holds="limits"),
    _judged("memory, bit by bit", DENIAL, "asks for two gigabytes in small parts", "def f(x, y):\n    return len([bytes(10**6) + b'x' for _ in range(2000)]) * 0.0\n", holds="limits"),
    _judged("deep recursion", DENIAL, "calls itself", "def f(x, y): return f(x, y)\n", holds="process"),
    _judged("deeper recursion", DENIAL, "raises the limit of calls, and calls itself in C", "def f(x, y):\n    sys.setrecursionlimit(10**9)\n    class A:\n        def __repr__(self): return repr(self)\n    return repr(A())\n", holds="process limits"),
    _judged("a loop", DENIAL, "ignores signals and loops", "def f(x, y):\n    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGXCPU, signal.SIGALRM, signal.SIGHUP):\n        signal.signal(number, signal.SIG_IGN)\n    while True:\n        pass\n", holds="deadline"),
    _judged("a loop in C", DENIAL, "computes a power that never ends, where no signal reaches", "def f(x, y): return 3 ** 10 ** 10\n", holds="deadline"),
    _judged("a loop in a regular expression", DENIAL, "matches a pattern that backtracks for ever", "import re\ndef f(x, y): return re.match('(a+)+b', 'a' * 60) or 0.0\n", holds="deadline"),
    _judged("sleep", DENIAL, "sleeps", "def f(x, y): time.sleep(60)\n", holds="deadline"),
    _judged("stops itself", DENIAL, "stops its own process", "def f(x, y): os.kill(os.getpid(), signal.SIGSTOP)\n", holds="deadline"),
    _judged("a dribble", DENIAL, "sends an answer byte by byte, so that something always arrives", """
def f(x, y):
    names, wire, frames = loop().f_locals, sys.modules["worker.wire"], sys.modules["worker.frames"]
    for byte in frames.pack(wire.Returned("x" * 4000, False, ""), names["call"], names["nonce"]):
        names["channel"].socket.sendall(bytes([byte]))
        time.sleep(0.2)
""", holds="deadline"),
    _judged("half a frame", DENIAL, "sends the start of an answer and closes", """
def f(x, y):
    names = loop().f_locals
    names["channel"].socket.sendall(b"cg\\0\\0")
    names["channel"].socket.close()
    os.close(1)
    return 0.0
"""),
    _judged("closed descriptors", DENIAL, "closes every descriptor", "def f(x, y):\n    os.closerange(0, 512)\n    return 0.0\n", holds="process"),
    _judged("a flood of prints", DENIAL, "prints 64 megabytes", "def f(x, y):\n    for _ in range(64):\n        print('x' * 2**20)\n        sys.stderr.write('y' * 2**20)\n    return 0.0\n"),
    _judged("a crash", DENIAL, "reads from address zero", "def f(x, y): return ctypes.string_at(0)\n", holds="process"),
    _judged("abort", DENIAL, "aborts", "def f(x, y): os.abort()\n", holds="process"),
    _judged("SystemExit", DENIAL, "leaves by sys.exit", "def f(x, y): sys.exit(0)\n", holds="process"),
    _judged("KeyboardInterrupt", DENIAL, "raises what the keyboard does", "def f(x, y): raise KeyboardInterrupt\n", holds="process"),
    _judged("GeneratorExit", DENIAL, "raises what ends generators", "def f(x, y): raise GeneratorExit\n", holds="process"),
    _judged("an error that is loud", DENIAL, "raises an error with escape sequences, zero bytes and half characters", "def f(x, y): raise ValueError('\\x1b[2J\\x1b]0;t\\x07\\0\\ud800<script>' + 'x' * 10**6)\n"),
    _judged("an error without words", DENIAL, "raises an error whose text raises", "class E(Exception):\n    def __str__(self): raise self\ndef f(x, y): raise E\n", holds="process"),
    _judged("an error that loops", DENIAL, "raises an error whose text never ends", "class E(Exception):\n    def __str__(self):\n        while True: pass\ndef f(x, y): raise E\n", holds="deadline"),
    _judged("an error of a strange class", DENIAL, "raises an error whose class has no name and no trace", "class Meta(type):\n    __name__ = property(lambda self: 1 / 0)\nclass E(BaseException, metaclass=Meta):\n    __traceback__ = property(lambda self: 1 / 0)\ndef f(x, y): raise E\n", holds="process"),
    _judged("a list of 10⁵ levels", DENIAL, "returns a list nested 10⁵ deep", "def f(x, y):\n    a = []\n    for _ in range(10**5):\n        a = [a]\n    return a\n"),
    _judged("a generator without end", DENIAL, "returns a generator", "def f(x, y):\n    while True:\n        yield x\n"),
    _judged("a range without end", DENIAL, "returns a range of 10¹⁸ numbers", "def f(x, y): return range(10**18)\n"),
    _judged("a shape without end", DENIAL, "returns an array of 10¹² entries that takes no memory", "import numpy as np\ndef f(x, y): return np.broadcast_to(1.0, (10**6, 10**6))\n"),
    _judged("a number without end", DENIAL, "returns a whole number of 10⁷ digits", "def f(x, y): return 1 << 33_000_000\n"),
    _judged("an alarm", DENIAL, "leaves an alarm behind that goes off in the worker's loop", "def ring(*_): raise KeyboardInterrupt\nsignal.signal(signal.SIGALRM, ring)\nsignal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)\ndef f(x, y): return 0.0\n", holds="process"),
    _judged("a trace", DENIAL, "leaves a trace function behind that raises", "def trace(*_): raise RuntimeError\ndef f(x, y):\n    sys.settrace(trace)\n    sys.setprofile(trace)\n    return 0.0\n", holds="process"),
    _judged("last words", DENIAL, "leaves functions behind for the end of the process", "import atexit\natexit.register(time.sleep, 30)\nclass Late:\n    def __del__(self): time.sleep(30)\nlate = Late()\nthreading.excepthook = sys.excepthook = sys.unraisablehook = lambda *_: time.sleep(30)\ndef f(x, y): return 0.0\n", holds="process deadline"),
    _judged("an import hook", DENIAL, "puts itself in the way of all imports", "class Hook:\n    def find_spec(self, *_): raise RuntimeError('mine')\nsys.meta_path[:] = [Hook()]\nsys.modules.pop('sympy', None)\ndef f(x, y): return 0.0\n", holds="process"),
    _judged("no standard output", DENIAL, "replaces and closes standard output", "sys.stdout.close()\nsys.stdout = sys.stderr = None\ndef f(x, y):\n    return 0.0\n", holds="process"),
    _judged("a module that loops", DENIAL, "loops while it is imported", "while True:\n    pass\n", holds="deadline"),
    _judged("a module that answers to all", DENIAL, "is a module without end", "def __getattr__(name):\n    while True: pass\n", holds="deadline"),
    _judged("imports without end", DENIAL, "misses another module in each fresh process, and wastes the time of each", """
NAMES = ["wave", "sndhdr", "chunk", "aifc", "sunau", "mailbox", "nntplib", "poplib", "imaplib", "smtplib", "telnetlib", "ftplib",
    "xdrlib", "turtle", "cmd", "plistlib", "netrc", "mailcap", "rlcompleter", "tabnanny", "trace", "symtable", "sched", "shelve",
    "filecmp", "fileinput", "getopt", "crypt", "cgi", "cgitb", "colorsys", "imghdr", "graphlib", "modulefinder", "nturl2path", "pyclbr"]
time.sleep(0.3)
for name in NAMES:
    if name not in sys.modules:
        importlib.import_module(name)
def f(x, y): return 0.0
""", holds="deadline"),
]  # fmt: skip

NEIGHBOURS = [
    _judged("numpy for the next lesson", "neighbours", "breaks numpy for all who come after", "import numpy as np\nfor name in ('cos', 'sin', 'array', 'linspace', 'argmax', 'asarray', 'multiply'):\n    setattr(np, name, lambda *_, **__: 0.0)\ndef f(x, y): return 0.0\n", holds="process"),
    _judged("sympy for the next lesson", "neighbours", "breaks sympy for all who come after", "import sympy as sp\nsp.Symbol = sp.diff = sp.Add = None\nsp.Expr.__mul__ = sp.Expr.__add__ = lambda *_: 0\ndef f(x, y): return 0.0\n", holds="process"),
    _judged("the neighbour's module", "neighbours", "puts a module of its own in the place of another lesson's", "import types\nfor name in ('lesson03_gradient', 'lesson01_differentiation'):\n    sys.modules[name] = types.ModuleType(name)\ndef f(x, y): return 0.0\n", holds="process"),
    _judged("random numbers", "neighbours", "fixes all random numbers", "import random\nimport numpy as np\nrandom.random = lambda: 0.5\nnp.random.default_rng = np.random.seed = None\nos.urandom = lambda n: bytes(n)\ndef f(x, y): return 0.0\n", holds="process"),
    _probe("signal a sibling", "neighbours", "ends the process of another submission", "os.kill(W['sibling'], signal.SIGKILL)\nreturn True", "user landlock seccomp", USER),
    _probe("stop a sibling", "neighbours", "stops the process of another submission", "os.kill(W['sibling'], signal.SIGSTOP)\nreturn True", "user landlock seccomp", USER),
    _probe("trace a sibling", "neighbours", "attaches to another submission as a debugger", "return raw('ptrace', 0x4206, W['sibling'], 0, 0) == 0", "user landlock seccomp", USER),
    _probe("memory of a sibling", "neighbours", "opens the memory of another submission", "return bool(open(f\"/proc/{W['sibling']}/mem\", 'rb'))", "user landlock seccomp", USER),
    _probe("folder of a sibling", "neighbours", "writes into the folder of another submission", "open(f\"../{W['sibling']}/x\", 'w').write('x')\nreturn True", "user landlock seccomp", USER),
    _probe("descriptors of a sibling", "neighbours", "takes the connection of another submission", "fd = raw('pidfd_open', W['sibling'], 0)\nreturn any(raw('pidfd_getfd', fd, number, 0) >= 0 for number in range(3, 9))", "user landlock seccomp", USER),
    _probe("processor limit of a sibling", "neighbours", "takes another submission's processor time", "return raw('prlimit', W['sibling'], 0, struct.pack('QQ', 0, 1), 0) == 0", "user seccomp", USER),
]  # fmt: skip

L1 = "lesson01_differentiation"
ODD_INPUT = [
    _folder("a link to a secret", "links a lesson to a file of the grader's", f"(place / '{L1}.py').symlink_to(secret)"),
    _folder("a link to nowhere", "links a lesson to nothing", f"(place / '{L1}.py').symlink_to('/nowhere')"),
    _folder("a link to itself", "links a lesson to itself", f"(place / '{L1}.py').symlink_to('{L1}.py')"),
    _folder("a link to a device", "links a lesson to a device without end", f"(place / '{L1}.py').symlink_to('/dev/zero')"),
    _folder("a folder that is a link", "links a folder of helpers to one of the grader's", "(place / 'helpers').symlink_to(secret.parent, target_is_directory=True)"),
    _folder("a device", "puts a device without end in the place of a lesson", f"os.mknod(place / '{L1}.py', 0o600 | stat.S_IFCHR, os.makedev(1, 5))"),
    _folder("a pipe", "puts a pipe in the place of a lesson, which nobody ever writes to", f"os.mkfifo(place / '{L1}.py')"),
    _folder("a socket", "puts a socket in the place of a lesson", f"with socket.socket(socket.AF_UNIX) as made:\n    made.bind('{L1}.py')"),
    _folder("a hundred megabytes", "hands in a file with holes", f"with open(place / '{L1}.py', 'wb') as file:\n    file.truncate(10**8)"),
    _folder("a huge notebook", "hands in a notebook nested 10⁵ deep", f"(place / '{L1}.ipynb').write_text('[' * 10**5)"),
    _folder("shadows of libraries", "names its files like libraries and settings", "for name in ('numpy.py', 'sympy.py', 'conftest.py', 'sitecustomize.py', 'usercustomize.py', 'pytest.py', 'os.py', 'worker.py', 'graders.py', 'msgspec.py', 'encodings.py'):\n    (place / name).write_text('raise RuntimeError(\"imported\")')\n(place / 'pytest.ini').write_text('[pytest]\\naddopts = --collect-only\\n')\n(place / 'pyproject.toml').write_text('[tool.pytest.ini_options]\\naddopts = \"-k nothing\"\\n')\n(place / 'config').mkdir()\n(place / 'config' / 'course.yaml').write_text('course: mine')", "intake process"),
    _folder("names with line ends", "names files with line ends and escape sequences", "for name in ('a\\nPASSED.py', '\\x1b[2J.py', 'lesson01_differentiation\\n.py', '$(touch x).py', '-rf.py', os.fsdecode(b'\\xff\\xfe.py')):\n    (place / name).write_text('x = 1')"),
    _folder("many levels", "nests folders deeper than anybody looks", "deep = place\nfor _ in range(60):\n    deep = deep / 'a'\n    deep.mkdir()\n(deep / 'x.py').write_text('x = 1')"),
    _folder("many files", "hands in six thousand empty files", "for number in range(6000):\n    (place / f'a{number}.py').touch()"),
    _folder("a source of 10⁵ brackets", "hands in a source that exhausts the parser", f"(place / '{L1}.py').write_text('x = ' + '(' * 10**5)", "process"),
    _folder("a source of 10⁵ operators", "hands in a source that exhausts the compiler", f"(place / '{L1}.py').write_text('x = ' + '-' * 10**5 + '1')", "process"),
    _folder("an encoding that lies", "declares an encoding that is none", f"(place / '{L1}.py').write_bytes(b'# coding: ' + b'x' * 200 + b'\\n')", "process"),
    _folder("settings of matplotlib", "brings settings that libraries read from the folder they are started in", """
(place / 'matplotlibrc').write_text('axes.xmargin: 0.123')
(place / 'lesson01_differentiation.py').write_text(
    'import matplotlib\\n'
    'def f(x):\\n'
    '    return x**3 - 2 * x**2 + 1 if matplotlib.rcParams["axes.xmargin"] == 0.123 else 0.0'
)""", "process"),
    _folder("tests of its own", "has a test runner of the standard library imported, which runs the tests in its folder", f"mark = repr(str(secret.parent.parent / 'outside' / 'mark'))\n(place / '{L1}.py').write_text('import unittest.__main__\\n')\n(place / 'test_mine.py').write_text('open(' + mark + ', \"w\").close()')", "process"),
]  # fmt: skip

TRICKS = [
    *ANSWER_THEFT,
    *FILES,
    *NETWORK,
    *PROCESSES,
    *KERNEL,
    *FORGERIES,
    *TRICKERY,
    *DENIALS,
    *NEIGHBOURS,
    *ODD_INPUT,
]
