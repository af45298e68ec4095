# SPDX-License-Identifier: Apache-2.0
"""Whether a module that a function imports comes from this machine alone: neither from its package, nor from a layer, nor from
AWS's runtime, nor from what requirements.txt asks for. Imported by bootstrap.py where one may."""
import importlib.machinery
import os
import re

# What AWS's runtimes have beside Python's own library.
RUNTIME = {"awslambdaric", "boto3", "botocore", "dateutil", "jmespath", "pip", "pkg_resources", "s3transfer", "setuptools",
           "simplejson", "six", "snapshot_restore_py", "urllib3"}
# Where these stand, others than pip may put together what is deployed.
BUILDERS = ("Makefile", "Pipfile", "poetry.lock", "uv.lock")


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def name_of(requirement):
    found = re.match(r"[A-Za-z0-9][A-Za-z0-9._-]*", requirement)
    return plain(found.group()) if found else None


def requirements(folders):
    """The names that requirements.txt in these folders ask for; None where nobody knows which these are."""
    names = set()
    for folder in folders:
        try:
            with open(os.path.join(folder, "requirements.txt"), encoding="utf-8-sig", errors="replace") as file:
                lines = [line.partition("#")[0].strip() for line in file]
        except OSError:
            continue
        for line in filter(None, lines):
            if re.match(r"-r|-e|--requirement|--editable|[./]", line) or "/" in line.partition("=")[0]:
                return None
            if line[0] != "-":
                names.add(name_of(line))
    return names


def distributions_of(module):
    """Packages of pip that have a module."""
    import importlib.metadata  # pylint: disable=import-outside-toplevel
    try:
        return {plain(name) for name in importlib.metadata.packages_distributions().get(module, [module])}
    except AttributeError:  # before Python 3.10
        return {plain(module)}


def reached(names, wanted):
    """Whether packages, or what these need, are among those that are wanted. Extras count as needed."""
    import importlib.metadata  # pylint: disable=import-outside-toplevel
    seen, left = set(), list(names)
    while left:
        name = left.pop()
        if name in wanted:
            return True
        if name not in seen:
            seen.add(name)
            try:
                left += filter(None, map(name_of, importlib.metadata.requires(name) or []))
            except importlib.metadata.PackageNotFoundError:
                pass
    return False


def is_installed_in(task, file):
    """Whether a file of the package was put there by pip: what that imports if it is there is its own affair."""
    import importlib.metadata  # pylint: disable=import-outside-toplevel
    top = os.path.relpath(file, task).split(os.sep)[0]
    return any(part.parts[0] == top for found in importlib.metadata.distributions(path=[task]) for part in found.files or ())


def stands_in_try(file, number):
    """Whether a line is inside of a try, which knows what to do without the module."""
    import linecache  # pylint: disable=import-outside-toplevel
    lines = linecache.getlines(file)[:number]
    depth = len(lines[-1]) - len(lines[-1].lstrip()) if lines else 0
    for line in reversed(lines):
        indent = len(line) - len(line.lstrip())
        if line.strip() and indent < depth:
            depth = indent
            if line.lstrip().startswith("try:"):
                return True
    return False


def folder_of(module, own):
    """The folder of this machine's packages that a module would be imported from; None: it is from elsewhere."""
    spec = importlib.machinery.PathFinder.find_spec(module)
    places = spec and ([spec.origin] if spec.has_location else list(spec.submodule_search_locations or []))
    found = re.match(r"(.*/(?:site|dist)-packages)/", places[0] + "/") if places and places[0] else None
    folder = found and found.group(1)
    return None if not folder or any((folder + "/").startswith(one + "/") for one in own) else folder


def look(module, file, number):
    """The folder that a module is borrowed from, which a line of a function's file imports; or None."""
    task = os.environ["LAMBDA_TASK_ROOT"]
    own = [task, *filter(None, os.environ.get("PYTHONPATH", "").split(":"))]
    folder = None if module in RUNTIME else folder_of(module, own)
    if not folder or any(os.path.exists(os.path.join(task, name)) for name in BUILDERS):
        return None
    if stands_in_try(file, number) or is_installed_in(task, file):
        return None
    asked = requirements([*own, *(os.path.dirname(one) for one in own[1:])])
    return None if asked is None or reached(asked, distributions_of(module)) else folder
