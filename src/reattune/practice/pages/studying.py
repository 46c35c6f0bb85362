"""What clients gave to research, for a researcher to take along."""

from django.http import HttpRequest, HttpResponse

from reattune.errors import ReattuneError
from reattune.practice import studying
from reattune.practice.door import May, page
from reattune.practice.rendering import render


@page("study/", "study", May.STUDY)
def study(request: HttpRequest) -> HttpResponse:
    """Say how many gave something to research, and hand out their tables under pseudonyms."""
    name = request.POST.get("study", "")
    trouble = ""
    if request.method == "POST":
        try:
            packed = studying.export(name)
        except ReattuneError as error:
            trouble = str(error)
        else:
            answer = HttpResponse(packed, content_type="application/zip")
            answer["Content-Disposition"] = 'attachment; filename="study.zip"'
            return answer
    count = len(studying.given())
    context = {
        "trouble": trouble,
        "study": name[: studying.LONGEST_NAME],
        "count": count,
        "few": studying.few_words(count),
        "longest": studying.LONGEST_NAME,
    }
    return render(request, "study.html.j2", context, status=400 if trouble else 200)
