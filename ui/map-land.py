#!/usr/bin/python3
"""map-land.py - makes ui/map-land.bin, the outlines of the small maps, from Natural Earth

Usage: ui/map-land.py FOLDER ui/map-land.bin

FOLDER holds ne_50m_land.json, ne_50m_lakes.json and ne_50m_rivers_lake_centerlines.json of Natural
Earth at 1:50 million, which is in the public domain. Not part of the build: the outlines are
committed, so that nobody needs the source. There are no borders on purpose.

The file: "FMAP", then layer after layer (land, lakes, rivers): the number of lines, then each line:
the number of its points, then the points. All numbers are varints of seven bits, the lowest first.
A point is what it differs by from the one before, longitude then latitude, in hundredths of a
degree, with the sign in the lowest bit; the first differs from 0, 0.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import sys

UNIT = 100        # steps a degree
TOLERANCE = 0.04  # degrees by which an outline may be off: less than a point of the screen
SMALLEST = 0.03   # square degrees: smaller islands and lakes are left out
RIVERS = 6        # rivers up to this rank are drawn


def far(point, a, b):
    """The distance of a point from the line between two others, in degrees."""
    (x, y), (ax, ay), (bx, by) = point, a, b
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    t = max(0, min(1, ((x - ax) * dx + (y - ay) * dy) / length)) if length else 0
    return ((x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2) ** 0.5


def simplify(points):
    """Leaves out what no eye would miss (Douglas and Peucker, 1973)."""
    keep, parts = {0, len(points) - 1}, [(0, len(points) - 1)]
    while parts:
        first, last = parts.pop()
        most, at = TOLERANCE, None
        for i in range(first + 1, last):
            distance = far(points[i], points[first], points[last])
            if distance > most:
                most, at = distance, i
        if at is not None:
            keep.add(at)
            parts += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def simplify_ring(ring):
    """A ring is cut at its farthest point: its ends are one point, which has no line between."""
    at = max(range(len(ring)), key=lambda i: (ring[i][0] - ring[0][0]) ** 2 +
             (ring[i][1] - ring[0][1]) ** 2)
    return simplify(ring[:at + 1])[:-1] + simplify(ring[at:])


def read(folder, name):
    with open(os.path.join(folder, f'ne_50m_{name}.json'), encoding='utf-8') as file:
        return json.load(file)['features']


def rings(features):
    for feature in features:
        shape = feature['geometry']
        polygons = shape['coordinates'] if shape['type'] == 'MultiPolygon' else \
            [shape['coordinates']]
        for ring in (ring for polygon in polygons for ring in polygon):
            if area(ring) >= SMALLEST:
                yield simplify_ring([tuple(point[:2]) for point in ring])


def lines(features):
    for feature in features:
        shape = feature['geometry']
        if shape is None or feature['properties'].get('scalerank', 99) > RIVERS:
            continue
        parts = shape['coordinates'] if shape['type'] == 'MultiLineString' else \
            [shape['coordinates']]
        for part in parts:
            yield simplify([tuple(point[:2]) for point in part])


def varint(number):
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def layer(shapes):
    shapes = [shape for shape in shapes if len(shape) > 1]
    out = [varint(len(shapes))]
    for shape in shapes:
        out.append(varint(len(shape)))
        at = (0, 0)
        for point in shape:
            now = tuple(round(number * UNIT) for number in point)
            for a, b in zip(at, now):
                out.append(varint((b - a) * 2 if b >= a else (a - b) * 2 - 1))
            at = now
    return b''.join(out)


def main(folder, target):
    data = b'FMAP' + layer(rings(read(folder, 'land'))) + layer(rings(read(folder, 'lakes'))) + \
        layer(lines(read(folder, 'rivers_lake_centerlines')))
    with open(target, 'wb') as file:
        file.write(data)


if __name__ == '__main__':
    main(*sys.argv[1:])
