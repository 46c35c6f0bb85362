"""Nothing is asked of anybody but the desk itself, whatever page is open; and the ear would hear it if it were."""

import pytest

pytestmark = pytest.mark.system("chromium")


def test_the_main_pages_ask_nobody_but_the_desk(place, page):
    for address in ("/", "/relationships/", "/week/", "/imports/", "/settings/", "/help/", "/capture/"):
        page.goto(address)
        page.wait_for_load_state("networkidle")
    asked = place.ears[-1].asked
    assert len(asked) > 20
    assert any(url.endswith(".woff2") for url in asked)
    assert all(url.startswith(place.address) for url in asked)


def test_what_a_page_may_not_do_is_refused_and_heard(place):
    page = place.window()
    ear = place.ears.pop()
    page.goto("/unlock/")
    ear.nothing()
    page.evaluate(
        "() => { const image = document.createElement('img'); image.src = 'http://elsewhere.invalid/x.png';"
        " document.body.append(image); const script = document.createElement('script');"
        " script.textContent = 'window.ran = true'; document.body.append(script);"
        " fetch('http://elsewhere.invalid/y').catch(() => 0); }"
    )
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") is None
    refused = [one for one in ear.heard if "Content Security Policy" in one]
    assert any("elsewhere.invalid/x.png" in one for one in refused)
    assert any("inline script" in one for one in refused)
    assert any("elsewhere.invalid/y" in one for one in refused)


def test_an_address_that_is_not_the_desks_own_is_not_answered(place):
    page = place.window()
    answer = page.request.get("/unlock/", headers={"Host": "elsewhere.invalid"})
    assert answer.status == 421
    assert "Passphrase" not in answer.text()
