"""Chromium, driven as a person uses it; what it shows is judged at every step."""

import os
import re
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.chrome.service import Service as Driver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

PHONE = (320, 800)
DESKTOP = (1280, 900)

# What a page may weigh, with its style sheet and its script.
MOST_BYTES = 50_000

AXE = Path(os.environ["GATEPOST_TEST_AXE"]).read_text() if os.environ.get("GATEPOST_TEST_AXE") else None

FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--disable-dev-shm-usage",
    "--lang=en",
]


class Chrome:
    """A browser with one tab."""

    def __init__(self, service, size=DESKTOP, dark=False, script=True, language="en"):
        self.service = service
        self.script = script
        options = webdriver.ChromeOptions()
        for flag in FLAGS:
            options.add_argument(flag)
        preferences = {"intl.accept_languages": language, "credentials_enable_service": False}
        if not script:
            preferences["profile.managed_default_content_settings.javascript"] = 2
        options.add_experimental_option("prefs", preferences)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Driver("/usr/bin/chromedriver"))
        self.resize(size)
        self.paint(dark)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def resize(self, size):
        """Makes the window so wide and high, as a phone of that size would."""
        width, height = size
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def paint(self, dark):
        """Asks for light or dark colours."""
        feature = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})

    def read(self, language):
        """Asks for a language from now on."""
        self.driver.execute_cdp_cmd("Network.enable", {})
        self.driver.execute_cdp_cmd("Network.setExtraHTTPHeaders", {"headers": {"Accept-Language": language}})

    # Going about

    def open(self, path):
        """Opens a path of the service, or a link of a letter, and looks at the page."""
        self.driver.get(path if path.startswith("http") else self.service.url + path)
        self.judge()

    def fill(self, **fields):
        """Types into fields, by their names."""
        for name, value in fields.items():
            element = self.driver.find_element(By.NAME, name)
            if element.tag_name == "select":
                element.find_element(By.CSS_SELECTOR, f"option[value='{value}']").click()
            else:
                element.clear()
                element.send_keys(value)

    def press_button(self, words):
        """Presses the button that says these words, and looks at the page it leads to."""
        self.press(words, "main button")

    def press(self, words, selector="main button, main a, header button, header a, summary"):
        """Presses the button or link that says these words, and looks at the page it leads to."""
        for element in self.driver.find_elements(By.CSS_SELECTOR, selector):
            if element.is_displayed() and says(element, words):
                break
        else:
            raise AssertionError(f"nothing says {words!r} at {self.path}: {self.text}")
        before = self.driver.find_element(By.TAG_NAME, "html")
        element.click()
        if element_leads_on(element):
            WebDriverWait(self.driver, 15).until(lambda _: is_gone(before))
        self.judge()

    def type_keys(self, *keys):
        """Types on the keyboard, wherever the focus is."""
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def tab_to(self, name):
        """Goes to a field, button or link by the tabulator key alone: by its name, or what it says or is read out as."""
        for _ in range(60):
            focused = self.driver.switch_to.active_element
            words = " ".join((focused.text or "").split())
            if name in (focused.get_attribute("name"), words, focused.accessible_name):
                return
            self.type_keys(Keys.TAB)
        raise AssertionError(f"the tabulator key does not reach {name!r} at {self.path}")

    def enter(self, name, value):
        """Goes to a field by the keyboard, and types."""
        self.tab_to(name)
        self.type_keys(value)

    def press_by_keyboard(self, words):
        """Goes to a button by the keyboard, presses it, and looks at the page it leads to."""
        self.tab_to(words)
        before = self.driver.find_element(By.TAG_NAME, "html")
        self.type_keys(Keys.ENTER)
        WebDriverWait(self.driver, 15).until(lambda _: is_gone(before))
        self.judge()

    def open_menu_by_keyboard(self, words):
        """Goes to what opens a menu, by the keyboard, and opens it."""
        self.tab_to(words)
        self.type_keys(Keys.ENTER)

    def go_to(self, words):
        """Goes to another page beside this one: by the list at a desk, by the menu on a phone."""
        menu = self.driver.find_element(By.CSS_SELECTOR, ".side > .menu > summary")
        if menu.is_displayed():
            menu.click()
        self.press(words, ".side a")

    def sign_in(self, address, password):
        """Signs somebody in by the page."""
        self.open("/sign-in")
        self.fill(login=address, password=password)
        self.press("Sign in")

    # Looking

    @property
    def path(self):
        """Where it is, without the host."""
        return self.driver.current_url.removeprefix(self.service.url)

    @property
    def text(self):
        """What the main part of the page says."""
        return " ".join(self.driver.find_element(By.TAG_NAME, "main").text.split())

    @property
    def heading(self):
        """The heading."""
        return self.driver.find_element(By.TAG_NAME, "h1").text

    def expect(self, said):
        """Fails unless the page says something."""
        assert said in self.text, f"{said!r} is not said at {self.path}: {self.text}"

    def secret(self, selector):
        """The text of an element."""
        return self.driver.find_element(By.CSS_SELECTOR, selector).text

    def screenshot(self, file):
        """Keeps a picture of the whole page."""
        height = self.driver.execute_script("return document.documentElement.scrollHeight")
        width = self.driver.execute_script("return innerWidth")
        clip = {"x": 0, "y": 0, "width": width, "height": min(height, 6000), "scale": 1}
        picture = self.driver.execute_cdp_cmd(
            "Page.captureScreenshot", {"format": "png", "captureBeyondViewport": True, "clip": clip}
        )
        import base64

        Path(file).write_bytes(base64.b64decode(picture["data"]))

    def has(self, words):
        """Whether something to press says these words."""
        found = self.driver.find_elements(By.CSS_SELECTOR, "main button, main a, summary")
        return any(element.is_displayed() and says(element, words) for element in found)

    def wait_for(self, said):
        """Waits until the page says something by itself, which it may do by becoming another one."""
        patience = WebDriverWait(self.driver, 15, ignored_exceptions=[StaleElementReferenceException])
        patience.until(lambda _: said in self.text)

    def sign_out_by_cookie(self):
        """Forgets who is signed in."""
        self.driver.delete_all_cookies()

    def keep_picture(self, name):
        """Keeps a picture of what went wrong, where pictures are kept."""
        folder = os.environ.get("GATEPOST_TEST_PICTURES")
        if folder:
            self.driver.save_screenshot(str(Path(folder) / (re.sub(r"\W+", "-", name)[:120] + ".png")))

    # Judging

    def judge(self):
        """Fails for what a person, or who helps them, would stumble over."""
        faults = self.faults()
        assert not faults, f"{self.path} at {self.driver.execute_script('return innerWidth')} px:\n" + "\n".join(faults)

    def faults(self):
        """What is wrong with the page: too wide, too heavy, untitled, complained of by the console or axe-core."""
        run = self.driver.execute_script
        found = []
        # A phone zooms out of what is too wide, and `innerWidth` with it: the layout's own width stays.
        wide = run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            worst = run(
                "return [...document.querySelectorAll('body *')]"
                ".filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)"
                ".map(e => e.outerHTML.slice(0, 120)).slice(-2)"
            )
            found.append(f"it is {wide} px too wide: {worst}")
        if not re.search(r"\S · \S", self.driver.title):
            found.append(f"it has no title: {self.driver.title!r}")
        if len(self.driver.find_elements(By.TAG_NAME, "h1")) != 1:
            found.append("it has not one main heading")
        weight = run(
            "return performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))"
            ".filter(e => !/\\.(png|svg)/.test(e.name)).reduce((sum, e) => sum + (e.decodedBodySize || 0), 0)"
        )
        if weight > MOST_BYTES:
            found.append(f"it weighs {weight} bytes")
        for entry in self.driver.get_log("browser"):
            # That a form was refused is no fault of the page: the browser tells every status from 400 on.
            if "Failed to load resource: the server responded with a status of 4" not in entry["message"]:
                found.append(f"the console says: {entry['message']}")
        if AXE and self.script:
            run(AXE)
            answer = self.driver.execute_async_script(
                "axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
                " 'wcag22aa', 'best-practice']}).then(arguments[0])"
            )
            for violation in answer["violations"]:
                nodes = [node["html"][:160] + " — " + node.get("failureSummary", "")[:300] for node in violation["nodes"][:3]]
                found.append(f"axe-core: {violation['id']}: {violation['help']}: {nodes}")
        return found


def says(element, words):
    """Whether an element says these words, and nothing besides but what it is for, in a line that is read out alone."""
    lines = element.text.split("\n")
    return words in (" ".join(lines[0].split()), " ".join(element.text.split()))


def is_gone(element):
    """Whether a page that was there has made way for another."""
    try:
        element.is_enabled()
        return False
    except Exception:  # pylint: disable=broad-except
        return True


def element_leads_on(element):
    """Whether pressing it leads to another page: what opens and copies does not."""
    try:
        return element.tag_name != "summary" and element.get_attribute("type") != "button"
    except Exception:  # pylint: disable=broad-except
        return True
