# SPDX-License-Identifier: Apache-2.0
"""slrun init makes a project whose spec passes at once; slrun stubs tells editors of all words and operations."""
import json
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

import pytest

SLRUN = os.environ["SLRUN"]
LIMIT = 120  # seconds
FILES = {"slrun.yaml", "specs/hello.lua", "stacks/hello/template.yaml", "stacks/hello/src/app.py", ".luarc.json", ".gitignore"}


def slrun(folder, *words, code=0):
    done = subprocess.run([SLRUN, *words], cwd=folder, text=True, capture_output=True, stdin=subprocess.DEVNULL,
                          timeout=LIMIT, check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def files(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")
            if path.is_file() and ".slrun" not in path.parts}


def test_the_project_passes_at_once(tmp_path):
    said = slrun(tmp_path, "init", "shop")
    assert "next: cd shop && slrun -v\nthen: slrun watch\n" in said
    assert files(tmp_path / "shop") == FILES
    assert "3 passed" in slrun(tmp_path / "shop", "-v", "--junitxml", "report.xml")
    report = ElementTree.parse(tmp_path / "shop/report.xml").getroot()
    assert len(report.findall(".//testcase")) == 3


def test_what_breaks_the_handler_breaks_the_spec(tmp_path):
    slrun(tmp_path, "init")
    handler = tmp_path / "stacks/hello/src/app.py"
    handler.write_text(handler.read_text().replace("Hello", "Goodbye"))
    assert "3 failed" in slrun(tmp_path, code=1)


def test_nothing_is_overwritten(tmp_path):
    slrun(tmp_path, "init", "--github")
    assert files(tmp_path) == FILES | {".github/workflows/slrun.yml"}
    for file in FILES:
        (tmp_path / file).write_text("mine")
    said = slrun(tmp_path, "init", "--github")
    assert said.count(" is there already\n") == len(FILES)
    assert all((tmp_path / file).read_text() == "mine" for file in FILES - {".gitignore"})
    assert (tmp_path / ".gitignore").read_text() == "mine\n.slrun/\n"
    slrun(tmp_path, "init")
    assert (tmp_path / ".gitignore").read_text() == "mine\n.slrun/\n"


def test_what_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    assert "file" in slrun(tmp_path, "init", "file", code=4)
    assert "takes one directory" in slrun(tmp_path, "init", "a", "b", code=4)
    assert "takes one folder" in slrun(tmp_path, "stubs", "a", "b", code=4)
    slrun(tmp_path, "stubs", "types")
    (tmp_path / "types/slrun/sqs.lua").write_text("return {}")
    assert "is not of `slrun stubs`; it stays as it is" in slrun(tmp_path, "stubs", "types", code=4)


# What editors are told ----------------------------------------------------------------------------

@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("project")
    slrun(folder, "init")
    return folder


def names(params):
    """All names of members, however deep."""
    for param in params or []:
        yield param["name"]
        while "of" in param:
            param = param["of"]
        yield from names(param.get("members"))


def plugins(folder):
    return [plugin["name"] for plugin in json.loads(slrun(folder, "plugins", "--json"))]


def test_every_operation_is_told_with_its_parameters_and_results(project):
    assert len(plugins(project)) > 10
    for plugin in plugins(project):
        text = (project / f".slrun/types/slrun/{plugin}.lua").read_text("utf-8")
        assert f"---@meta slrun.{plugin}\n" in text
        for op in json.loads(slrun(project, "plugins", plugin, "--json"))["operations"]:
            assert f"\nfunction {plugin}.{op['name']}(args) end\n" in text
            for kind, params in (("args", op["parameters"]), ("result", op["result"])):
                own = re.search(rf"^---@class slrun\.{plugin}\.{op['name']}\.{kind}\n((?:---@field .*\n)*)", text, re.MULTILINE)
                fields = re.findall(r"^---@field (\w\S*?)(\??) ", own[1], re.MULTILINE) if own else []
                assert [name for name, _ in fields] == [param["name"] for param in params or []]
                if kind == "args":
                    assert [name for name, optional in fields if not optional] == [p["name"] for p in params if p["required"]]
                below = set(re.findall(rf"^---@class slrun\.{plugin}\.{op['name']}\.{kind}\.\S*\n|^---@field (\w\S*?)\?? ", text, re.MULTILINE))
                assert set(names(params)) <= below


def test_what_preludes_add_is_told(project):
    def text(plugin):
        return (project / f".slrun/types/slrun/{plugin}.lua").read_text("utf-8")
    assert "---Listens to a queue from now on" in text("sqs").replace("--- ", "---") and "\nfunction sqs.listen(args) end\n" in text("sqs")
    assert "\nfunction sqs.messages(args) end\n" in text("sqs") and "\nsqs.binary = nil\n" in text("sqs")
    assert text("sqs").count("function sqs.send_message(") == 1 and "---@param args slrun.sqs.send_message.args|table\n" in text("sqs")
    assert "---@overload fun(url: string, options?: table): table\nfunction http.get(args) end" in text("http")
    assert re.search(r'---@alias slrun\.sqs\.paged .*"list_queues"', text("sqs")) and "\nfunction sqs.all(operation, args) end\n" in text("sqs")


def test_no_function_of_a_module_is_missing(project):
    (project / "list.lua").write_text("""
case "functions" (function()
  for _, name in ipairs { %s } do
    for word, value in pairs(require("slrun." .. name)) do
      if type(value) == "function" then print(name .. "." .. word) end
    end
  end
end)
""" % ", ".join(f'"{name}"' for name in plugins(project)))
    functions = set(re.findall(r"^\w+\.\w+$", slrun(project, "-rP", "list.lua"), re.M))
    assert len(functions) > 500 and "lambda.wait_until_function_active" in functions
    text = "\n".join(path.read_text() for path in (project / ".slrun/types").rglob("*.lua"))
    stubs = set(re.findall(r"^(?:function )?(\w+[.:]\w+)", text, re.M))
    assert {one for one in functions if one not in stubs and one.replace(".", ":") not in stubs} == set()


def test_the_stubs_are_lua_and_the_editor_is_told_where_they_are(project):
    settings = json.loads((project / ".luarc.json").read_text())
    assert settings["workspace.library"] == [".slrun/types"] and settings["runtime.version"] == "Lua 5.4"
    stubs = [str(path) for path in (project / ".slrun/types").rglob("*.lua")]
    assert len(stubs) == len(plugins(project)) + 4
    if not shutil.which("luac5.4"):
        pytest.skip("there is no luac5.4")
    for stub in stubs:
        subprocess.run(["luac5.4", "-p", stub], check=True, timeout=LIMIT)
