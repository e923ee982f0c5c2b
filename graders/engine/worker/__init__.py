"""The far side of the trust boundary: all that runs in the process where a student's code runs.

Nothing here imports anything outside this folder but libraries, knows an answer, or is trusted.
The trusted side imports ``wire`` (what may cross), ``formula`` (its own functions, evaluated on
both sides) and ``expressions`` (to encode its own), and nothing else.
"""
