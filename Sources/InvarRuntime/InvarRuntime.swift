// Who prepares memory for a program fills it too: random numbers come with it.
@_exported import InvarRandom
