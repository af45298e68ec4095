# SPDX-License-Identifier: Apache-2.0
"""A picture of a page, by headless Chromium."""
import shutil

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait


def screenshot(address, wanted, to, height=1130):
    """The page at that address, once an element of the selector `wanted` is there."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars",
                     f"--window-size=1240,{height}"):
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service(executable_path=shutil.which("chromedriver")))
    try:
        driver.get(address)
        WebDriverWait(driver, 30).until(lambda d: d.find_elements(By.CSS_SELECTOR, wanted))
        driver.save_screenshot(str(to))
    finally:
        driver.quit()
