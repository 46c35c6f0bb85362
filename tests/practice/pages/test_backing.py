"""The page of backups: one more now, and what there is."""

from reattune.practice.store.backups import listed


def test_a_backup_is_made_and_named(browser, store):
    assert browser.post("/settings/backups/").status_code == 302
    page = browser.get("/settings/backups/").content.decode()
    assert listed(store)[0].name in page


def test_it_can_go_to_another_folder(browser, store, tmp_path):
    stick = tmp_path / "stick"
    assert browser.post("/settings/backups/", {"folder": str(stick)}).status_code == 302
    assert len(list(stick.glob("*.reattune"))) == 1
    assert (stick / "vault.json").exists()


def test_a_folder_that_cannot_be_is_told(browser, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    for folder in ("somewhere", str(tmp_path / "file" / "below")):
        answer = browser.post("/settings/backups/", {"folder": folder})
        assert answer.status_code == 400
        assert 'role="alert"' in answer.content.decode()


def test_a_folder_that_is_away_is_named(browser, tmp_path):
    stick = tmp_path / "stick"
    browser.post("/settings/backups/", {"folder": str(stick)})
    stick.rename(tmp_path / "drawer")
    browser.post("/settings/backups/")
    assert f"The folder {stick} is not there now" in browser.get("/settings/backups/").content.decode()
