"""Looking back: whether a bond deepened after an episode, how long things waited to be named, what remained open."""
