# SPDX-License-Identifier: Apache-2.0
"""The page of --html in a browser: headless Chromium reads the file, as a user does."""
import os
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

import chromium
from chromium import complaints, until

SLRUN = os.environ["SLRUN"]
SPEC = Path(__file__).parent / "html_report.lua"
WITHIN = 120
CASES = 11  # of SPEC

pytestmark = chromium.wanted


def slrun(*args, cwd, **options):
    return subprocess.run([SLRUN, *map(str, args)], cwd=cwd, timeout=WITHIN, capture_output=True, text=True, check=False, **options)


@pytest.fixture(name="browser", scope="module")
def one_browser():
    yield from chromium.browser(WITHIN)


@pytest.fixture(name="report", scope="module")
def one_report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    shutil.copy(SPEC, folder / "pages.lua")
    done = slrun("pages.lua", "--html=out/report.html", cwd=folder)
    assert done.returncode == 1 and " failed" in done.stdout, done.stderr
    return folder / "out/report.html"


def open_page(browser, report, at=""):
    browser.get("about:blank")
    browser.get(report.as_uri() + at)
    until(browser, lambda b: b.find_elements(By.CSS_SELECTOR, "#outcomes button"))


def rows(browser):
    return browser.find_elements(By.CSS_SELECTOR, "#rows .row")


def ids(browser):
    return browser.execute_script("return [...document.querySelectorAll('#rows .row')].map((row) => row.title)")


def click_case(browser, name):
    def clicked(_):
        next(row for row in rows(browser) if name in row.get_attribute("title")).click()
        return True
    until(browser, clicked)
    until(browser, lambda b: name in b.find_element(By.CSS_SELECTOR, "#case h2").text)
    return browser.find_element(By.ID, "case")


def search(browser, words):
    box = browser.find_element(By.ID, "search")
    box.send_keys(Keys.CONTROL, "a")
    box.send_keys(Keys.BACKSPACE, words)


def test_the_list(browser, report):
    open_page(browser, report)
    assert len(rows(browser)) == CASES
    assert [name.split("::")[1] for name in ids(browser)][:3] == ["passes at once", "passes at last", "fails after a wait"]
    counts = browser.find_element(By.ID, "outcomes").text.replace("\n", " ")
    assert re.search(r"F 4 failed", counts) and "2 error" in counts and "1 flaky" in counts, counts
    assert f"{CASES} cases in " in browser.find_element(By.ID, "verdict").text
    assert complaints(browser) == []


def test_a_failed_case_shows_its_timeline(browser, report):
    open_page(browser, report)
    case = click_case(browser, "fails after a wait")
    drawing = case.find_element(By.CSS_SELECTOR, "svg.timeline")
    assert {"seed", "act", "poll"} <= {title.get_attribute("textContent").split(":")[0] for title in drawing.find_elements(By.CSS_SELECTOR, "g > title")}
    assert len(drawing.find_elements(By.CSS_SELECTOR, "circle.not-yet")) > 5
    assert drawing.find_element(By.CSS_SELECTOR, ".sla")
    assert "SLA 5.0" in drawing.text and drawing.find_elements(By.CSS_SELECTOR, ".jump")
    text = case.find_element(By.CSS_SELECTOR, "pre.failure").text
    assert "pages.lua:" in text and "^^^" in text and 'expected "done", got "pending"' in text
    assert "slrun 'pages.lua::fails after a wait'" in case.text and "seeded " in case.text
    assert complaints(browser) == []


def test_a_poll_shows_what_it_saw(browser, report):
    open_page(browser, report)
    case = click_case(browser, "fails after a wait")
    first = case.find_elements(By.CSS_SELECTOR, "circle.not-yet")[0]
    first.click()
    lit = case.find_element(By.CSS_SELECTOR, "details.lit")
    assert "polls 1 to 4" in lit.text and 'expected "done", got "new"' in lit.text
    last = case.find_elements(By.CSS_SELECTOR, "circle.not-yet")[-1]
    last.send_keys(Keys.ENTER)
    assert 'got "pending"' in case.find_element(By.CSS_SELECTOR, "details.lit").text


def test_a_wait_that_succeeds_has_its_polls(browser, report):
    open_page(browser, report, "#case=" + quote("pages.lua::passes at last"))
    drawing = browser.find_element(By.CSS_SELECTOR, "#case svg.timeline")
    assert len(drawing.find_elements(By.CSS_SELECTOR, "circle.held")) == 1
    assert drawing.find_elements(By.CSS_SELECTOR, "circle.not-yet")


def calls(case, operation):
    return [call for call in case.find_elements(By.CSS_SELECTOR, "details[data-call]") if call.text.startswith(operation)]


def test_a_call_shows_request_and_response(browser, report):
    open_page(browser, report)
    case = click_case(browser, "calls")
    drawing = case.find_element(By.CSS_SELECTOR, "svg.timeline")
    assert len(drawing.find_elements(By.CSS_SELECTOR, ".call")) == len(case.find_elements(By.CSS_SELECTOR, "details[data-call]")) > 4
    drawing.find_elements(By.CSS_SELECTOR, ".call")[0].click()
    lit = case.find_element(By.CSS_SELECTOR, "details.lit")
    until(browser, lambda _: "Response" in lit.text)
    assert "dynamodb.create_table" in lit.text and "POST http://127.0.0.1:" in lit.text and "HTTP 200" in lit.text
    assert '"BillingMode": "PAY_PER_REQUEST"' in lit.text
    lit.find_element(By.CSS_SELECTOR, "details details summary").click()
    assert "Authorization: ***" in lit.text and "Credential=" not in report.read_text()


def test_a_call_that_failed(browser, report):
    open_page(browser, report)
    failed = calls(click_case(browser, "calls"), "dynamodb.put_item")[-1]
    failed.click()
    until(browser, lambda _: "Response" in failed.text)
    assert "400 ValidationException" in failed.text and "Missing the key id in the item" in failed.text, failed.text
    bars = browser.find_elements(By.CSS_SELECTOR, "#case svg .call.bad")
    assert len(bars) == 1


def test_markup_in_answers_is_text(browser, report):
    open_page(browser, report)
    got = calls(click_case(browser, "calls"), "dynamodb.get_item")[0]
    got.click()
    until(browser, lambda _: "Response" in got.text)
    assert "<img src=x onerror" in got.text and "owned" not in browser.title
    assert browser.find_elements(By.TAG_NAME, "img") == [] and complaints(browser) == []


def test_of_many_polls_some_are_drawn(browser, report):
    open_page(browser, report)
    case = click_case(browser, "looks often")
    assert 128 <= len(case.find_elements(By.CSS_SELECTOR, "circle.not-yet")) <= 257
    assert re.search(r"\b(49|50)\d polls, of which every 2nd", case.text), case.text


def test_markup_is_text(browser, report):
    open_page(browser, report)
    case = click_case(browser, "says <img")
    assert "owned" not in browser.title
    assert "<img src=x onerror" in case.find_element(By.TAG_NAME, "h2").text
    assert "<script>" in case.find_element(By.CSS_SELECTOR, "pre.failure").text
    assert "</script>" in case.find_element(By.CSS_SELECTOR, "pre.notes").text
    assert browser.find_elements(By.TAG_NAME, "img") == []
    assert len(browser.find_elements(By.TAG_NAME, "script")) == 2
    assert complaints(browser) == []


def test_nothing_else_may_run(browser, report):
    """The policy itself: what is put into the page by other ways runs neither."""
    open_page(browser, report)
    browser.execute_script("const s = document.createElement('script'); s.textContent = \"document.title = 'owned'\"; document.body.append(s);"
                           "const i = document.createElement('img'); i.src = 'http://127.0.0.1:9/'; document.body.append(i);")
    assert browser.title != "owned"
    refused = until(browser, lambda b: [entry["message"] for entry in b.get_log("browser")])
    assert any("Content Security Policy" in message for message in refused)


def test_filters(browser, report):
    open_page(browser, report)
    browser.find_element(By.CSS_SELECTOR, '[data-outcome="failed"]').click()
    assert len(rows(browser)) == 4 and browser.find_element(By.ID, "shown").text == f"4 of {CASES}"
    search(browser, "wait done")
    assert ids(browser) == ["pages.lua::fails after a wait"]
    assert "outcome=failed" in browser.current_url and "q=wait+done" in browser.current_url
    address = browser.current_url
    open_page(browser, report, address[address.index("#"):])
    assert ids(browser) == ["pages.lua::fails after a wait"]
    open_page(browser, report)
    Select(browser.find_element(By.ID, "tag")).select_by_value("fast")
    assert ids(browser) == ["pages.lua::passes at once"]
    Select(browser.find_element(By.ID, "tag")).select_by_value("")
    Select(browser.find_element(By.ID, "sort")).select_by_value("worst first")
    assert ids(browser)[0] == "pages.lua::fails after a wait"


def test_keys(browser, report):
    open_page(browser, report)
    body = browser.find_element(By.TAG_NAME, "body")
    assert browser.find_element(By.CSS_SELECTOR, "#case h2").text == "pages.lua::fails after a wait"  # the first that failed
    body.send_keys("jjkk")
    assert browser.find_element(By.CSS_SELECTOR, "#case h2").text == "pages.lua::fails after a wait"
    body.send_keys("k")
    assert browser.find_element(By.CSS_SELECTOR, "#case h2").text == "pages.lua::passes at last"
    body.send_keys(Keys.ENTER)
    assert browser.switch_to.active_element.get_attribute("id") == "case"
    browser.switch_to.active_element.send_keys("/")
    assert browser.switch_to.active_element.get_attribute("id") == "search"
    browser.switch_to.active_element.send_keys("j")
    assert browser.find_element(By.ID, "search").get_attribute("value") == "j"


def test_what_else_a_case_shows(browser, report):
    open_page(browser, report)
    assert "no clean-up" in click_case(browser, "cleans up badly").text
    flaky = click_case(browser, "is flaky")
    flaky.find_element(By.CSS_SELECTOR, "details > summary").click()
    assert "Try 1" in flaky.text and "expected 2, got 1" in flaky.text
    assert "not today" in click_case(browser, "is skipped").text
    assert "expected to fail: known" in click_case(browser, "is expected to fail").text
    table = click_case(browser, "fails after a wait").find_element(By.CSS_SELECTOR, "table").text
    assert "order.json" in table and "raw.bin" in table and "13 B" in table


def test_what_the_system_did(browser, tmp_path):
    golden = Path(__file__).parents[1] / "golden"
    shutil.copy(golden / "autopsy.lua", tmp_path)
    shutil.copytree(golden / "stacks/orders", tmp_path / "stacks/orders")
    assert slrun("autopsy.lua", "-k", "price", "--html=report.html", cwd=tmp_path).returncode == 1
    open_page(browser, tmp_path / "report.html")
    case = click_case(browser, "without a price")
    told = case.find_element(By.CSS_SELECTOR, ".autopsy").text
    assert "function BookOrders" in told and "KeyError: 'price'" in told and "nothing to say" in told
    assert "in the system since act" not in case.find_element(By.CSS_SELECTOR, "pre.failure").text
    boxes = case.find_elements(By.CSS_SELECTOR, ".system .resource")
    places = {box.find_element(By.CSS_SELECTOR, ".name").text: box.location["x"] for box in boxes}
    assert sorted(places, key=places.get)[0] == "queue Orders" and sorted(places, key=places.get)[-1] == "table Book", places
    assert places["mapping"] < places["function BookOrders"] and places["mapping"] == places["queue RefusedOrders"]
    assert len(case.find_elements(By.CSS_SELECTOR, ".system .way")) == 4
    failed = [box.find_element(By.CSS_SELECTOR, ".name").text for box in case.find_elements(By.CSS_SELECTOR, ".system .is-error")]
    assert set(failed) == {"function BookOrders", "queue RefusedOrders"}
    case.find_element(By.CSS_SELECTOR, ".system .is-error").click()
    assert case.find_element(By.CSS_SELECTOR, ".autopsy .lit summary").text.startswith(failed[0])
    assert complaints(browser) == []


def test_the_run(browser, report):
    open_page(browser, report)
    browser.find_element(By.CSS_SELECTOR, "#run summary").click()
    text = browser.find_element(By.ID, "run-body").text
    assert "local (http://127.0.0.1:" in text and "us-east-1" in text and "The slowest" in text and re.search(r"wait .*%", text)
    browser.find_element(By.CSS_SELECTOR, "#run-body a").click()
    until(browser, lambda b: b.find_elements(By.CSS_SELECTOR, "#case h2"))


MANY = """
pattern { name = "many" }
local n = {}
for i = 1, 5000 do n[i] = i end
case "one of many" { each = { n = n }, act = function(t) if t.n % 1000 == 0 then expect(t.n):equals(0) end end,
  poll = function(t) return { n = t.n } end, check = function(t, found) expect(found.n):equals(t.n) end }
"""


def is_in_sight(browser, row):
    return browser.execute_script("""
        const row = arguments[0].getBoundingClientRect(), box = document.getElementById("list").getBoundingClientRect();
        return row.top >= box.top && row.bottom <= box.bottom;""", row)


def test_with_5000_cases(browser, tmp_path):
    (tmp_path / "many.lua").write_text(MANY)
    done = slrun("many.lua", "-q", "--html=report.html", cwd=tmp_path)
    assert "5 failed, 4995 passed" in done.stdout, done.stdout + done.stderr
    open_page(browser, tmp_path / "report.html")
    assert browser.find_element(By.ID, "shown").text == "5,000 of 5,000"
    assert 10 < len(rows(browser)) < 100  # only those in sight
    picked = browser.find_element(By.CSS_SELECTOR, '#rows .row[aria-selected="true"]')
    assert "[1000]" in picked.text and is_in_sight(browser, picked)  # the first that failed
    seen = browser.execute_async_script("""
        const seen = new Set(), box = document.getElementById("list"), done = arguments[0];
        box.scrollTop = 0;
        function look() {
          for (const row of document.querySelectorAll("#rows .row")) seen.add(row.title);
          if (box.scrollTop + box.clientHeight >= box.scrollHeight) return done([...seen]);
          box.scrollTop += box.clientHeight;
          requestAnimationFrame(() => requestAnimationFrame(look));
        }
        requestAnimationFrame(() => requestAnimationFrame(look));""")
    assert seen == [f"many.lua::one of many[{i}]" for i in range(1, 5001)]
    search(browser, "[3000]")
    assert ids(browser) == ["many.lua::one of many[3000]"]
    case = click_case(browser, "[3000]")
    assert "expected 0, got 3000" in case.text and case.find_element(By.CSS_SELECTOR, "svg.timeline")
    search(browser, "")
    browser.find_element(By.CSS_SELECTOR, '[data-outcome="failed"]').click()
    assert len(rows(browser)) == 5
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
    browser.switch_to.active_element.send_keys(Keys.END)
    assert browser.find_element(By.CSS_SELECTOR, "#case h2").text.endswith("[5000]")
    assert complaints(browser) == []


SLOW = """
case "first" (function() end)
case "second" { act = function() expect(1):equals(2) end }
case "third" { timeout = "60s", act = function(t) while true do t:sleep "50ms" end end }
"""


def test_a_killed_run(browser, tmp_path):
    """The page is whole at any moment: here after a kill -9."""
    (tmp_path / "a.lua").write_text(SLOW)
    page = tmp_path / "report.html"
    with subprocess.Popen([SLRUN, "a.lua", "-j1", "--clock=real", "--html=report.html"], cwd=tmp_path, stdout=subprocess.DEVNULL) as process:
        try:
            WebDriverWait(None, WITHIN, 0.02).until(lambda _: page.exists() and page.read_text().count('"event":"case"') == 2)
        finally:
            process.kill()
    assert page.read_text().endswith("</html>\n")
    open_page(browser, page)
    assert ids(browser) == ["a.lua::first", "a.lua::second"]
    assert "2 of 3 cases; the run has not ended" in browser.find_element(By.ID, "verdict").text


def test_reports_that_are_joined(browser, tmp_path):
    """A page of `slrun merge`: JSON lines have no timelines, and all else."""
    (tmp_path / "a.lua").write_text(SLOW.replace("60s", "100ms"))
    assert slrun("a.lua", "--report-json=a.jsonl", cwd=tmp_path).returncode == 1
    assert slrun("merge", "a.jsonl", "--html=report.html", cwd=tmp_path).returncode == 1
    open_page(browser, tmp_path / "report.html")
    assert ids(browser) == ["a.lua::first", "a.lua::second", "a.lua::third"]
    assert "expected 2, got 1" in click_case(browser, "second").text
    assert complaints(browser) == []


def test_what_is_of_no_case(browser, tmp_path):
    """Files that cannot be collected, clean-ups of fixtures: before all else of the run, which is open, and counted."""
    (tmp_path / "a.lua").write_text("case {")
    (tmp_path / "b.lua").write_text('case "acts alone" (function(t) t:sleep "10ms" end)\n'
                                    'fixture "kept" { scope = "file", setup = function() return 1 end, teardown = function() error "stays" end }\n'
                                    'case "uses it" { uses = { "kept" }, seed = print, act = function(t) t:sleep "10ms" end }\n')
    assert slrun("--continue-on-collection-errors", "a.lua", "b.lua", "--html=report.html", cwd=tmp_path).returncode == 1
    open_page(browser, tmp_path / "report.html")
    until(browser, lambda b: "a.lua" in b.find_element(By.ID, "run-body").text)
    body = browser.find_element(By.ID, "run-body").text
    assert body.startswith("Could not be collected: a.lua\na.lua:1: ") and body.index("stays") < body.index("The slowest")
    assert "Clean-up of fixture 'kept' (b.lua:2)\nb.lua:2\n" in body
    times = body.split("Where the time of all cases went")[1]
    assert times.index("seed ") < times.index("act ")
    verdict = browser.find_element(By.ID, "verdict").text
    assert re.fullmatch(r"2 cases in .*; 1 file could not be collected; 1 clean-up of fixtures failed", verdict), verdict
    assert complaints(browser) == []


def test_the_page_wants_no_network(report):
    text = report.read_text()
    assert not re.search(r"(src|href)\s*=\s*[\"']", text.split('id="data"')[0])
    assert "url(http" not in text and "@import" not in text
