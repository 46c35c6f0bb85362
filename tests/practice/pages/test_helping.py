"""The help says the keys, what is never said, and where everything lies."""


def test_the_help_says_where_everything_lies(browser, store):
    page = browser.get("/help/").content.decode()
    assert str(store) in page
    assert "<kbd>c</kbd>" in page
    assert "It never says that something is wrong between you" in page
