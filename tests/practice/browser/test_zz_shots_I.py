import sys; sys.path.insert(0,'/work/main/tests/practice/browser')
import json, pytest
from datetime import date
from pathlib import Path
import test_playing as t
from reattune.practice import models, consent
from reattune.nonverbal import listening_json
from reattune.nonverbal.listening import understood
def test_shots(place, page):
    def made():
        heron = models.Client.objects.get(codename="heron")
        consent.write(heron, consent.Purpose.RECORDING, given=True, by="therapist", day=t.DAY)
        found = listening_json.from_json(json.load(open('/tmp/I/told.json')))
        from dataclasses import replace
        n=int(found.seconds)
        import math
        seen = replace(t.SEEN, seconds=found.seconds, usable=found.seconds-60, ribbons=t.Ribbons(tuple(None if 300<i<360 else 1+math.sin(i/40)+math.sin(i/7)/3 for i in range(n)), tuple(None if 300<i<360 else 1+math.cos(i/55)+math.sin(i/9)/3 for i in range(n)), tuple(1.2+math.sin(i/90) for i in range(n))))
        row = t.bring(heron, Path('/tmp/heron.ogg').read_bytes(), "heron.ogg", found, seen)
        print([ (h.day,h.words.get('name')) for h in heron.heard.all()][:40], row.heard)
        return f"/r/{heron.pk}/recordings/{row.pk}/"
    address = place.ask(made)
    page.goto(address); t.ready(page)
    page.keyboard.press("j"); page.wait_for_timeout(800)
    page.screenshot(path="/tmp/I/player.png", full_page=True)
    page.goto(address+"who/"); page.wait_for_timeout(500)
    page.screenshot(path="/tmp/I/who.png", full_page=True)
    p2 = place.let_in(place.window(viewport={"width": 320, "height": 640}, color_scheme="dark"), address)
    p2.wait_for_timeout(800); p2.screenshot(path="/tmp/I/phone.png", full_page=True)
