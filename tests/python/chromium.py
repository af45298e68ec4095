# SPDX-License-Identifier: Apache-2.0
"""Headless Chromium, for tests of pages as a user sees them."""
import shutil

import pytest
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")

wanted = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no chromium and chromedriver here")


def browser(within):
    """For a fixture to yield from; a page and a script may take so many seconds."""
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--window-size=1280,900"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(executable_path=DRIVER))
    driver.set_page_load_timeout(within)
    driver.set_script_timeout(within)
    yield driver
    driver.quit()


def until(driver, what):
    """Lists draw their rows anew when they are scrolled or resized: what was found may be gone."""
    return WebDriverWait(driver, 30, poll_frequency=0.05, ignored_exceptions=[StaleElementReferenceException]).until(what)


def complaints(driver, but=None):
    """What the console says: scripts that were refused, errors; not lines with the word `but`."""
    return [entry for entry in driver.get_log("browser")
            if entry["level"] in ("SEVERE", "WARNING") and not (but and but in entry["message"])]
