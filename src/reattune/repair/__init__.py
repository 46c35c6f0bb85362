"""What a therapist may keep of a moment between two people, and ways to stay with it. Nothing here decides anything."""
