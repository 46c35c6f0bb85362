"""Which recordings browsers play as they are; of any other, its sound is copied for them."""

from reattune.model import Recording

SOUND, PICTURE = "audio", "video"
MP3 = "audio/mpeg"
_SOUNDS = {
    "wav": (("pcm_s16le", "pcm_u8", "pcm_s24le", "pcm_f32le", "pcm_16", "pcm_24", "float"), "wav"),
    "mp3": (("mp3", "mp3float", "mpeg_layer_iii"), "mpeg"),
    "flac": (("flac", "pcm_16", "pcm_24"), "flac"),
    "ogg": (("opus", "vorbis"), "ogg"),
    "matroska": (("opus", "vorbis"), "webm"),
    "mov": (("aac", "mp3"), "mp4"),
}
"""By what `probe` calls a container: the codecs that Chromium, Firefox and Safari all play in it, and its name."""
_PICTURES = {"matroska": ("vp8", "vp9"), "mov": ("h264",)}


def playable(track: Recording | None) -> str:
    """Return the media type of a recording that browsers play as it is; "" where they do not.

    Args:
        track: What its container says of itself; None where that is not known.
    """
    if track is None:
        return ""
    word = track.format.lower()
    codecs, name = _SOUNDS.get(word, ((), ""))
    if not name or (track.audio is not None and track.audio.codec.lower() not in codecs):
        return ""
    if track.video is not None:
        return f"{PICTURE}/{name}" if track.video.codec.lower() in _PICTURES.get(word, ()) else ""
    return f"{SOUND}/{name}" if track.audio is not None else ""


def kind(track: Recording | None) -> str:
    """Return whether it is played as sound or with its picture.

    Args:
        track: What its container says of itself.
    """
    return PICTURE if playable(track).startswith(PICTURE) else SOUND
