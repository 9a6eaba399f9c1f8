"""Equal Earth (Šavrič, Patterson and Jenny, 2018): a world map on which no country is larger than
it is, and none is bent out of shape.

Longitude and latitude in degrees, east and north positive; the plane in units of the earth's
radius, x to the right and y up.
"""

from math import asin, cos, radians, sin, sqrt

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
HALF = sqrt(3) / 2

Point = tuple[float, float]


def project(lon: float, lat: float) -> Point:
    angle = asin(HALF * sin(radians(lat)))
    square = angle * angle
    sixth = square**3
    slope = A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)
    x = radians(lon) * cos(angle) / (HALF * slope)
    y = angle * (A1 + A2 * square + sixth * (A3 + A4 * square))
    return x, y
