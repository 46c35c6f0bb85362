"""Which recordings browsers play as they are; of any other, its sound is copied for them."""

from reattune.model import Recording

SOUND, PICTURE = "audio", "video"
MP3 = "audio/mpeg"
_SOUNDS = {
    "wav": (("pcm_s16le", "pcm_u8", "pcm_s24le", "pcm_f32le", "pcm_16", "pcm_24", "float"), "wav"),
    "mp3": (("mp3", "mp3float", "mpeg_layer_iii"), "mpeg"),
    "flac": (("flac", "pcm_16", "pcm_24"), "flac"),
    "ogg": (("opus", "vorbis"), "ogg"),
    "webm": (("opus", "vorbis"), "webm"),
    "mp4": (("aac", "mp3"), "mp4"),
    "m4a": (("aac", "mp3"), "mp4"),
}
"""By a word of the container's format: the codecs that Chromium, Firefox and Safari all play in it, and its name."""
_PICTURES = {"webm": ("vp8", "vp9", "av1"), "mp4": ("h264",), "m4a": ("h264",)}


def playable(track: Recording | None) -> str:
    """Return the media type of a recording that browsers play as it is; "" where they do not.

    Args:
        track: What its container says of itself; None where that is not known.
    """
    if track is None:
        return ""
    for word in track.format.lower().split(","):
        codecs, name = _SOUNDS.get(word.strip(), ((), ""))
        if track.audio is not None and track.audio.codec.lower() not in codecs:
            continue
        if track.video is None and track.audio is not None:
            return f"{SOUND}/{name}"
        if track.video is not None and track.video.codec.lower() in _PICTURES.get(word.strip(), ()):
            return f"{PICTURE}/{name}"
    return ""


def kind(track: Recording | None) -> str:
    """Return whether it is played as sound or with its picture.

    Args:
        track: What its container says of itself.
    """
    return PICTURE if playable(track).startswith(PICTURE) else SOUND
