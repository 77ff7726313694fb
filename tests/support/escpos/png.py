"""1-bit pictures as PNG files (W3C PNG, second edition), with nothing but zlib.

A picture is (width, rows): a row is a number whose highest of `width` bits is the leftmost dot,
1 = black.
"""

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def write(path, width, rows, effort=9):
    stride = (width + 7) // 8
    full = (1 << width) - 1
    lines = b"".join(b"\0" + ((row ^ full) << stride * 8 - width).to_bytes(stride, "big")
                     for row in rows)
    header = struct.pack(">IIBBBBB", width, len(rows), 1, 0, 0, 0, 0)
    with open(path, "wb") as file:
        file.write(SIGNATURE + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines, effort)) +
                   chunk(b"IEND", b""))


def read_chunks(path):
    with open(path, "rb") as file:
        data = file.read()
    if data[:8] != SIGNATURE:
        raise ValueError(f"{path} is no PNG")
    at = 8
    while at < len(data):
        size, = struct.unpack_from(">I", data, at)
        yield data[at + 4:at + 8], data[at + 8:at + 8 + size]
        at += 12 + size


def paeth(left, up, corner):
    guess = left + up - corner
    return min((abs(guess - left), 0, left), (abs(guess - up), 1, up),
               (abs(guess - corner), 2, corner))[2]


def unfilter(kind, line, above):
    """PNG §9.2 for pixels of at most a byte."""
    for i, byte in enumerate(line):
        left = line[i - 1] if i else 0
        corner = above[i - 1] if i else 0
        add = (0, left, above[i], (left + above[i]) // 2, paeth(left, above[i], corner))[kind]
        line[i] = byte + add & 255
    return line


def read(path):
    """A gray picture of 1 or 8 bits a dot → (width, rows)."""
    chunks = list(read_chunks(path))
    width, height, depth, colour = struct.unpack(">IIBB", dict(chunks)[b"IHDR"][:10])
    if colour != 0 or depth not in (1, 8):
        raise ValueError(f"{path}: colour {colour}, {depth} bits")
    data = zlib.decompress(b"".join(body for kind, body in chunks if kind == b"IDAT"))
    stride = (width * depth + 7) // 8
    above = bytearray(stride)
    rows = []
    for y in range(height):
        at = y * (stride + 1)
        line = bytearray(data[at + 1:at + 1 + stride])
        above = unfilter(data[at], line, above) if data[at] else line
        if depth == 1:
            white = int.from_bytes(above, "big") >> stride * 8 - width
            rows.append(white ^ (1 << width) - 1)
        else:
            rows.append(int("".join("1" if value < 128 else "0" for value in above), 2))
    return width, rows
