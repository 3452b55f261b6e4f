"""The stages an op-ed passes through, Doc in and Doc out. No stage imports another."""
